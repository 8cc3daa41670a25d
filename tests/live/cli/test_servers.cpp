#include "tests/live/cli/howdahctl.h"
#include "tests/support/live_server.h"

#include <QFile>

#include <thread>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

using howdah::test::Howdahctl;
using howdah::test::LiveServer;

namespace {

/// Takes connections on a free port and answers the first bytes with words of another protocol.
class OtherProtocol
{
public:
    OtherProtocol()
        : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address = {};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        if (::bind(m_socket, reinterpret_cast<sockaddr *>(&address), size) == 0 && ::listen(m_socket, 8) == 0 &&
            ::getsockname(m_socket, reinterpret_cast<sockaddr *>(&address), &size) == 0)
            m_port = ntohs(address.sin_port);
        m_thread = std::thread([this] { answer(); });
    }
    ~OtherProtocol()
    {
        ::shutdown(m_socket, SHUT_RDWR);
        m_thread.join();
        ::close(m_socket);
    }
    [[nodiscard]] int port() const { return m_port; }

private:
    void answer() const
    {
        for (int client = ::accept(m_socket, nullptr, nullptr); client >= 0;
             client = ::accept(m_socket, nullptr, nullptr)) {
            char bytes[256];
            static constexpr char words[] = "HTTP/1.0 400 Bad Request\r\n\r\n";
            if (::recv(client, bytes, sizeof bytes, 0) > 0)
                ::send(client, words, sizeof words - 1, MSG_NOSIGNAL);
            ::close(client);
        }
    }
    int m_socket;
    int m_port = 0;
    std::thread m_thread;
};

QString tcp(int port, const char *rest = "user=postgres dbname=postgres")
{
    return QStringLiteral("host=127.0.0.1 port=%1 %2").arg(port).arg(QLatin1String(rest));
}

} // namespace

/// A cluster that somebody else made: put on record, looked at, taken off; and every way in which that can fail.
class TestServers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void addsAClusterFromOneServer();
    void joinsSettingsWrittenAsWords();
    void takesAnyName_data();
    void takesAnyName();
    void refusesANameThatIsTaken();
    void saysWhatIsWrongWithAServer_data();
    void saysWhatIsWrongWithAServer();
    void passwords_data();
    void passwords();
    void savesNoPassword();
    void tellsANodeThatIsGone();

private:
    [[nodiscard]] Howdahctl::Answer add(const QString &name, const QString &conninfo,
                                        const Howdahctl::Variables &variables = {});
    void remove(const QString &name);

    Howdahctl m_howdahctl;
    std::unique_ptr<LiveServer> m_primary, m_standby;
    OtherProtocol m_other;
};

void TestServers::initTestCase()
{
    m_primary = LiveServer::make();
    m_standby = LiveServer::makeStandby(*m_primary, QStringLiteral("standby one"));
    m_primary->sql(QStringLiteral("CREATE ROLE guarded LOGIN SUPERUSER PASSWORD 'se cret'"));
    QFile hba(m_primary->dataDirectory() + QStringLiteral("/pg_hba.conf"));
    QVERIFY(hba.open(QIODevice::ReadWrite));
    const QByteArray lines = hba.readAll();
    hba.seek(0);
    hba.write("host all guarded 127.0.0.1/32 scram-sha-256\n" + lines);
    hba.close();
    m_primary->sql(QStringLiteral("SELECT pg_reload_conf()"));
    QTRY_COMPARE(m_primary->sql(QStringLiteral("SELECT count(*) FROM pg_stat_replication WHERE state = 'streaming'")),
                 QStringLiteral("1"));
}

void TestServers::cleanupTestCase()
{
    m_standby.reset();
    m_primary.reset();
}

Howdahctl::Answer TestServers::add(const QString &name, const QString &conninfo, const Howdahctl::Variables &variables)
{
    return m_howdahctl.run({QStringLiteral("cluster"), QStringLiteral("add"), name, conninfo, QStringLiteral("--json")},
                           variables);
}

void TestServers::remove(const QString &name)
{
    COMPARE_CODE(m_howdahctl.run({QStringLiteral("cluster"), QStringLiteral("remove"), name}), 0);
}

void TestServers::addsAClusterFromOneServer()
{
    const Howdahctl::Answer added = add(QStringLiteral("prod"), tcp(m_primary->port()));
    COMPARE_CODE(added, 0);
    const QJsonObject document = added.json();
    QCOMPARE(document.value(QStringLiteral("cluster")).toString(), QStringLiteral("prod"));
    QCOMPARE(document.value(QStringLiteral("systemIdentifier")).toString(),
             m_primary->sql(QStringLiteral("SELECT system_identifier FROM pg_control_system()")));
    const QJsonArray nodes = document.value(QStringLiteral("nodes")).toArray();
    QCOMPARE(nodes.size(), 2);
    const QJsonObject primary = nodes.at(0).toObject();
    const QJsonObject standby = nodes.at(1).toObject();
    QCOMPARE(primary.value(QStringLiteral("role")).toString(), QStringLiteral("primary"));
    QCOMPARE(primary.value(QStringLiteral("upstream")), QJsonValue());
    QCOMPARE(standby.value(QStringLiteral("role")).toString(), QStringLiteral("standby"));
    QCOMPARE(standby.value(QStringLiteral("upstream")), primary.value(QStringLiteral("name")));
    for (const QString &key :
         {QStringLiteral("name"), QStringLiteral("role"), QStringLiteral("conninfo"), QStringLiteral("dataDirectory"),
          QStringLiteral("upstream"), QStringLiteral("state"), QStringLiteral("timeline"), QStringLiteral("lag"),
          QStringLiteral("replayPaused"), QStringLiteral("sampleAgeMs")})
        QVERIFY2(standby.contains(key), qPrintable(key));
    for (const QString &key : {QStringLiteral("sendBytes"), QStringLiteral("writeBytes"), QStringLiteral("flushBytes"),
                               QStringLiteral("replayBytes"), QStringLiteral("writeMs"), QStringLiteral("flushMs"),
                               QStringLiteral("replayMs")})
        QVERIFY2(standby.value(QStringLiteral("lag")).toObject().contains(key), qPrintable(key));

    const Howdahctl::Answer status =
        m_howdahctl.run({QStringLiteral("status"), QStringLiteral("prod"), QStringLiteral("--json")});
    COMPARE_CODE(status, 0);
    QCOMPARE(status.json().keys(), document.keys());
    const Howdahctl::Answer text = m_howdahctl.run({QStringLiteral("status"), QStringLiteral("prod")});
    COMPARE_CODE(text, 0);
    QVERIFY2(text.output.contains(QStringLiteral("standby one")), text.all().constData());
    const Howdahctl::Answer findings =
        m_howdahctl.run({QStringLiteral("findings"), QStringLiteral("prod"), QStringLiteral("--json")});
    COMPARE_CODE(findings, 0);
    QVERIFY(findings.json().value(QStringLiteral("findings")).isArray());
    const Howdahctl::Answer list =
        m_howdahctl.run({QStringLiteral("cluster"), QStringLiteral("list"), QStringLiteral("--json")});
    QCOMPARE(list.json().value(QStringLiteral("clusters")).toArray().size(), 1);
    remove(QStringLiteral("prod"));
    COMPARE_CODE(m_howdahctl.run({QStringLiteral("status"), QStringLiteral("prod")}), 2);
}

void TestServers::joinsSettingsWrittenAsWords()
{
    const Howdahctl::Answer added =
        m_howdahctl.run({QStringLiteral("cluster"), QStringLiteral("add"), QStringLiteral("words"),
                         QStringLiteral("host=127.0.0.1"), QStringLiteral("port=%1").arg(m_standby->port()),
                         QStringLiteral("user=postgres"), QStringLiteral("dbname=postgres"), QStringLiteral("--json")});
    COMPARE_CODE(added, 0);
    QCOMPARE(added.json().value(QStringLiteral("nodes")).toArray().size(), 2);
    remove(QStringLiteral("words"));
}

void TestServers::takesAnyName_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("spaces") << " two  words ";
    QTest::newRow("quotes") << "it's \"quoted\" `here` \\";
    QTest::newRow("shell") << "$(touch /tmp/howdah-was-here); rm -rf x & |";
    QTest::newRow("SQL") << "'; DROP TABLE t; --";
    QTest::newRow("Unicode") << "clúster 象 🐘";
    QTest::newRow("63 bytes") << QString(63, QLatin1Char('n'));
    QTest::newRow("a path") << "../../etc/passwd";
    QTest::newRow("percent") << "%1 %s %n";
}

void TestServers::takesAnyName()
{
    QFETCH(const QString, name);
    COMPARE_CODE(add(name, tcp(m_primary->port())), 0);
    const Howdahctl::Answer status = m_howdahctl.run({QStringLiteral("status"), name, QStringLiteral("--json")});
    COMPARE_CODE(status, 0);
    QCOMPARE(status.json().value(QStringLiteral("cluster")).toString(), name);
    const Howdahctl::Answer text = m_howdahctl.run({QStringLiteral("status"), name});
    QVERIFY2(text.output.contains(name), text.all().constData());
    remove(name);
    QVERIFY(!QFile::exists(QStringLiteral("/tmp/howdah-was-here")));
}

void TestServers::refusesANameThatIsTaken()
{
    COMPARE_CODE(add(QStringLiteral("taken"), tcp(m_primary->port())), 0);
    const Howdahctl::Answer again = add(QStringLiteral("taken"), tcp(m_primary->port()));
    COMPARE_CODE(again, 2);
    QVERIFY2(again.errors.contains(QStringLiteral("taken")), again.all().constData());
    remove(QStringLiteral("taken"));
}

void TestServers::saysWhatIsWrongWithAServer_data()
{
    QTest::addColumn<QString>("conninfo");
    QTest::addColumn<QString>("code");
    QTest::newRow("unknown host") << "host=no-such-host.invalid port=5432 user=x"
                                  << "Unreachable";
    QTest::newRow("refused") << tcp(howdah::test::freePort()) << "Unreachable";
    QTest::newRow("no such socket") << "host=/nowhere port=5432 user=x"
                                    << "Unreachable";
    QTest::newRow("not PostgreSQL") << tcp(m_other.port()) << "NotPostgres";
    QTest::newRow("no such database") << tcp(m_primary->port(), "user=postgres dbname=nowhere") << "ServerRefused";
    QTest::newRow("no such role") << tcp(m_primary->port(), "user=nobody_here dbname=postgres") << "";
}

void TestServers::saysWhatIsWrongWithAServer()
{
    QFETCH(const QString, conninfo);
    QFETCH(const QString, code);
    const Howdahctl::Answer answer = add(QStringLiteral("broken"), conninfo);
    COMPARE_CODE(answer, 1);
    const QJsonObject error = answer.json().value(QStringLiteral("error")).toObject();
    if (!code.isEmpty())
        QVERIFY2(error.value(QStringLiteral("code")).toString() == code, answer.all().constData());
    QVERIFY(!error.value(QStringLiteral("message")).toString().isEmpty());
    const Howdahctl::Answer list =
        m_howdahctl.run({QStringLiteral("cluster"), QStringLiteral("list"), QStringLiteral("--json")});
    QCOMPARE(list.json().value(QStringLiteral("clusters")).toArray(), QJsonArray());
}

void TestServers::passwords_data()
{
    QTest::addColumn<QString>("password");
    QTest::addColumn<int>("code");
    QTest::newRow("missing") << "" << 1;
    QTest::newRow("wrong") << "guess" << 1;
    QTest::newRow("right") << "se cret" << 0;
}

void TestServers::passwords()
{
    QFETCH(const QString, password);
    QFETCH(const int, code);
    Howdahctl::Variables variables;
    if (!password.isEmpty())
        variables << qMakePair(QStringLiteral("PGPASSWORD"), password);
    const Howdahctl::Answer answer =
        add(QStringLiteral("guarded"), tcp(m_primary->port(), "user=guarded dbname=postgres"), variables);
    COMPARE_CODE(answer, code);
    if (code == 0) {
        remove(QStringLiteral("guarded"));
        return;
    }
    const QJsonObject error = answer.json().value(QStringLiteral("error")).toObject();
    QVERIFY2(error.value(QStringLiteral("code")).toString() == QStringLiteral("Authentication"),
             answer.all().constData());
    QVERIFY2(!answer.all().contains("guess"), answer.all().constData());
}

void TestServers::savesNoPassword()
{
    const QString conninfo = tcp(m_primary->port(), "user=guarded dbname=postgres password='se cret'");
    COMPARE_CODE(add(QStringLiteral("guarded"), conninfo), 0);
    QFile registry(m_howdahctl.home() + QStringLiteral("/config/clusters.json"));
    QVERIFY(registry.open(QIODevice::ReadOnly));
    const QByteArray content = registry.readAll();
    QVERIFY(content.contains("guarded"));
    QVERIFY(!content.contains("se cret"));
    remove(QStringLiteral("guarded"));
}

void TestServers::tellsANodeThatIsGone()
{
    const std::unique_ptr<LiveServer> server = LiveServer::make();
    COMPARE_CODE(add(QStringLiteral("gone"), tcp(server->port())), 0);
    server->stop(QStringLiteral("immediate"));
    const Howdahctl::Answer status =
        m_howdahctl.run({QStringLiteral("status"), QStringLiteral("gone"), QStringLiteral("--json")});
    COMPARE_CODE(status, 1);
    const QJsonObject node = status.json().value(QStringLiteral("nodes")).toArray().at(0).toObject();
    QCOMPARE(node.value(QStringLiteral("role")).toString(), QStringLiteral("unknown"));
    QCOMPARE(node.value(QStringLiteral("lag")).toObject().value(QStringLiteral("replayBytes")), QJsonValue());
    QVERIFY(!status.json().value(QStringLiteral("findings")).toArray().isEmpty());
    const Howdahctl::Answer text = m_howdahctl.run({QStringLiteral("status"), QStringLiteral("gone")});
    COMPARE_CODE(text, 1);
    QVERIFY2(text.output.contains(QStringLiteral("unreachable")), text.all().constData());
    remove(QStringLiteral("gone"));
}

QTEST_GUILESS_MAIN(TestServers)
#include "test_servers.moc"
