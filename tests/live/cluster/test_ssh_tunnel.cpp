#include "core/cluster/node_connection.h"
#include "core/cluster/sampler.h"
#include "tests/support/live_server.h"
#include "tests/support/live_sshd.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSet>
#include <QTest>

#include <arpa/inet.h>
#include <future>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace howdah;
using namespace howdah::test;

namespace {

const QString elsewhere = QStringLiteral("127.0.0.9"); // the test's servers do not listen there
const QString reachable = QStringLiteral("127.0.0.3");
const QString nameless = QStringLiteral("db1.invalid");
const QString good = QStringLiteral("ssh:good");

Deadline soon()
{
    return Deadline::after(Milliseconds{20000});
}

/// Takes connections to the server's port at another address, and says nothing.
class SilentListener
{
public:
    explicit SilentListener(int port)
        : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address = {};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<in_port_t>(port));
        ::inet_pton(AF_INET, qPrintable(elsewhere), &address.sin_addr);
        m_listens = ::bind(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0 &&
                    ::listen(m_socket, 8) == 0;
    }
    ~SilentListener() { ::close(m_socket); }
    [[nodiscard]] bool listens() const { return m_listens; }

private:
    int m_socket;
    bool m_listens = false;
};

/// This machine's ends of the connections to a port of it, also those that nobody has accepted yet.
QSet<QByteArray> connectionsTo(int port)
{
    QSet<QByteArray> ends;
    QFile table(QStringLiteral("/proc/net/tcp"));
    if (!table.open(QIODevice::ReadOnly))
        return ends;
    const QByteArray there = QStringLiteral(":%1").arg(port, 4, 16, QLatin1Char('0')).toUpper().toLatin1();
    for (const QByteArray &line : table.readAll().split('\n')) {
        const QList<QByteArray> fields = line.simplified().split(' ');
        const bool established = fields.value(3) == "01";
        if (established && fields.value(2).endsWith(there))
            ends.insert(fields.value(1));
    }
    return ends;
}

bool openssl(const QString &arguments, const QString &directory)
{
    QProcess process;
    process.setWorkingDirectory(directory);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral("openssl"), QProcess::splitCommand(arguments));
    return process.waitForFinished(60000) && process.exitCode() == 0;
}

void giveToServer(const LiveServer &server, const QString &path, const QByteArray &content)
{
    struct stat owner
    {
    };
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    QCOMPARE(::stat(QFile::encodeName(server.dataDirectory()).constData(), &owner), 0);
    QCOMPARE(::chown(QFile::encodeName(path).constData(), owner.st_uid, owner.st_gid), 0);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// A server whose port is closed to this machine, and a host through which it is open.
class TestSshTunnel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_hosts = std::make_unique<Hosts>(); }

    void leadsToTheServer_data();
    void leadsToTheServer();
    void notWithoutAHost_data();
    void notWithoutAHost();
    void openPortsAreUsedDirectly();
    void anOwnLoopbackIsTheHosts_data();
    void anOwnLoopbackIsTheHosts();
    void certificateIsForTheRealName_data();
    void certificateIsForTheRealName();
    void passwordFileIsAskedForTheRealName();
    void goesWithTheConnectionAndComesBack();
    void goneMasterIsReplaced();
    void stoppedServerIsUnreachable();
    void stopIsHeardWhileSshHangs();
    void samplersUseIt();

private:
    [[nodiscard]] ConnInfo closed(const QString &host = elsewhere) const
    {
        return m_server->connInfo().with(QStringLiteral("host"), host);
    }
    Result<Connection> open(const ConnInfo &info, const QString &hostId = good)
    {
        return openNode(info, m_hosts.get(), hostId, soon());
    }

    std::unique_ptr<LiveSshd> m_sshd;
    std::unique_ptr<LiveServer> m_server;
    std::unique_ptr<Hosts> m_hosts;
};

void TestSshTunnel::initTestCase()
{
    m_sshd = LiveSshd::make();
    if (!m_sshd)
        QSKIP(qPrintable(LiveSshd::skipReason()));
    m_server = LiveServer::make({{QStringLiteral("listen_addresses"), QStringLiteral("127.0.0.1, ") + reachable}});
    QVERIFY(m_server);
}

void TestSshTunnel::leadsToTheServer_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("silent");
    QTest::newRow("refused") << elsewhere << false;
    QTest::newRow("no such name here") << nameless << false;
    QTest::newRow("no answer") << elsewhere << true;
}

void TestSshTunnel::leadsToTheServer()
{
    QFETCH(QString, host);
    QFETCH(bool, silent);
    std::optional<SilentListener> listener;
    if (silent) {
        listener.emplace(m_server->port());
        QVERIFY(listener->listens());
    }
    for (const char *time : {"first", "again"}) {
        auto session = open(closed(host));
        QVERIFY2(session.ok(), time + said(session));
        const auto answer = session->query(QStringLiteral("SHOW data_directory"), {}, soon());
        QVERIFY2(answer.ok(), said(answer));
        QCOMPARE(answer->text(0, 0), m_server->dataDirectory());
    }
    QVERIFY((*m_hosts->find(good))->forwards(m_server->port()));
}

void TestSshTunnel::notWithoutAHost_data()
{
    QTest::addColumn<QString>("hostId");
    QTest::newRow("none") << QString();
    QTest::newRow("this machine") << QStringLiteral("local");
    QTest::newRow("one that does not let us in") << QStringLiteral("ssh:refused");
    QTest::newRow("one with an unknown key") << QStringLiteral("ssh:unknown");
}

void TestSshTunnel::notWithoutAHost()
{
    QFETCH(QString, hostId);
    const auto session = open(closed(), hostId);
    QVERIFY(!session.ok());
}

void TestSshTunnel::openPortsAreUsedDirectly()
{
    const int before = m_sshd->connections();
    const auto session = open(closed(reachable));
    QVERIFY2(session.ok(), said(session));
    QCOMPARE(session->port(), QString::number(m_server->port()));
    QCOMPARE(m_sshd->connections(), before);
}

void TestSshTunnel::anOwnLoopbackIsTheHosts_data()
{
    QTest::addColumn<QString>("keyword");
    QTest::addColumn<QString>("address");
    QTest::newRow("127.0.0.1") << QStringLiteral("host") << QStringLiteral("127.0.0.1");
    QTest::newRow("localhost") << QStringLiteral("host") << QStringLiteral("localhost");
    QTest::newRow("whatever its name") << QStringLiteral("hostaddr") << QStringLiteral("127.0.0.1");
}

/// The port is open here too, but what listens on it here is another server for all we know.
void TestSshTunnel::anOwnLoopbackIsTheHosts()
{
    QFETCH(QString, keyword);
    QFETCH(QString, address);
    const ConnInfo info = m_server->connInfo().with(keyword, address);
    const auto session = open(info);
    QVERIFY2(session.ok(), said(session));
    QVERIFY2(session->port() != QString::number(m_server->port()), "not the port of this machine");
    QVERIFY((*m_hosts->find(good))->forwards(m_server->port()));
    const auto direct = open(info, QStringLiteral("local"));
    QVERIFY2(direct.ok(), said(direct));
    QCOMPARE(direct->port(), QString::number(m_server->port()));
}

void TestSshTunnel::certificateIsForTheRealName_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("its name") << nameless << true;
    QTest::newRow("another name") << QStringLiteral("db2.invalid") << false;
    QTest::newRow("an address") << elsewhere << false;
}

void TestSshTunnel::certificateIsForTheRealName()
{
    QFETCH(QString, host);
    QTemporaryDir directory;
    QVERIFY(openssl(QStringLiteral("req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=%1 -addext "
                                   "subjectAltName=DNS:%1 -keyout key -out certificate")
                        .arg(nameless),
                    directory.path()));
    for (const auto &[kind, name] : {std::pair{".crt", "certificate"}, std::pair{".key", "key"}})
        giveToServer(*m_server, m_server->dataDirectory() + QStringLiteral("/server") + QLatin1String(kind),
                     contentOf(directory.filePath(QLatin1String(name))));
    m_server->setParameter(QStringLiteral("ssl"), QStringLiteral("on"));
    QTRY_COMPARE(m_server->sql(QStringLiteral("SHOW ssl")), QStringLiteral("on"));
    auto session = open(closed(host)
                            .with(QStringLiteral("sslmode"), QStringLiteral("verify-full"))
                            .with(QStringLiteral("sslrootcert"), directory.filePath(QStringLiteral("certificate"))));
    m_server->setParameter(QStringLiteral("ssl"), QStringLiteral("off"));
    QTEST(session.ok(), "accepted");
    if (session) {
        const auto secure =
            session->query(QStringLiteral("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"), {}, soon());
        QCOMPARE(secure->boolean(0, 0), std::optional(true));
    } else {
        QVERIFY2(session.error().code == ErrorCode::Authentication, said(session));
    }
}

void TestSshTunnel::passwordFileIsAskedForTheRealName()
{
    m_server->sql(QStringLiteral("CREATE ROLE anna LOGIN PASSWORD 'secret'"));
    const QString hba = m_server->dataDirectory() + QStringLiteral("/pg_hba.conf");
    giveToServer(*m_server, hba, "host all anna all scram-sha-256\n" + contentOf(hba));
    m_server->sql(QStringLiteral("SELECT pg_reload_conf()"));
    QTemporaryDir directory;
    QFile passwords(directory.filePath(QStringLiteral("pgpass")));
    QVERIFY(passwords.open(QIODevice::WriteOnly));
    passwords.write(QStringLiteral("%1:%2:*:anna:secret\n").arg(elsewhere).arg(m_server->port()).toUtf8());
    passwords.close();
    QVERIFY(passwords.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    const ConnInfo anna = closed().with(QStringLiteral("user"), QStringLiteral("anna"));
    QTRY_VERIFY(open(anna).error().code == ErrorCode::Authentication);
    const auto session = open(anna.with(QStringLiteral("passfile"), passwords.fileName()));
    QVERIFY2(session.ok(), said(session));
}

void TestSshTunnel::goesWithTheConnectionAndComesBack()
{
    auto session = open(closed());
    QVERIFY2(session.ok(), said(session));
    m_sshd->cutConnections();
    QTRY_VERIFY(!session->query(QStringLiteral("SELECT 1"), {}, soon()).ok());
    QVERIFY(!session->isOpen());
    session = open(closed());
    QVERIFY2(session.ok(), said(session));
}

/// The port that was forwarded refuses before anybody told us that the connection is gone.
void TestSshTunnel::goneMasterIsReplaced()
{
    QVERIFY(open(closed()).ok());
    for (int round = 0; round < 5; ++round) {
        m_sshd->cutConnections();
        const auto session = open(closed());
        QVERIFY2(session.ok(), said(session));
    }
}

void TestSshTunnel::stoppedServerIsUnreachable()
{
    QVERIFY(open(closed()).ok());
    m_server->stop();
    for (const char *time : {"way known", "again"}) {
        const auto session = open(closed());
        QVERIFY2(!session.ok() && session.error().code == ErrorCode::Unreachable, time + said(session));
    }
    m_hosts = std::make_unique<Hosts>();
    const auto session = open(closed());
    QVERIFY2(!session.ok() && session.error().code == ErrorCode::Unreachable, said(session));
    QVERIFY2(session.error().detail.contains(QLatin1String("Nothing listens")), said(session));
    m_server->start();
    QTRY_VERIFY(open(closed()).ok());
}

void TestSshTunnel::stopIsHeardWhileSshHangs()
{
    m_sshd->pause();
    const QSet<QByteArray> earlier = connectionsTo(m_sshd->port());
    std::stop_source source;
    QElapsedTimer clock;
    clock.start();
    auto opening = std::async(std::launch::async, [this, &source] {
        return openNode(closed(), m_hosts.get(), good, Deadline::never(), source.get_token());
    });
    const bool waits = QTest::qWaitFor([&] { return !(connectionsTo(m_sshd->port()) - earlier).isEmpty(); }, 5000);
    source.request_stop();
    const auto session = opening.get();
    m_sshd->resume();
    QVERIFY2(waits, "ssh has a connection that nobody answers");
    QVERIFY(!session.ok());
    QVERIFY2(session.error().code == ErrorCode::Stopped, said(session));
    QVERIFY2(clock.elapsed() < 8000, "a stop does not wait for ssh's own patience");
}

void TestSshTunnel::samplersUseIt()
{
    const NodeDefinition node{.name = QStringLiteral("n1"), .connInfo = closed(), .hostId = good};
    std::atomic<int> answers = 0;
    const NodeSampler sampler(QStringLiteral("test"), node,
                              SamplerSettings{.interval = Milliseconds{50}, .hosts = m_hosts.get()},
                              [&](const NodeSamplePtr &sample) { answers += sample->failure ? 0 : 1; });
    QTRY_VERIFY_WITH_TIMEOUT(answers >= 3, 20000);
    m_sshd->cutConnections();
    const int before = answers;
    QTRY_VERIFY_WITH_TIMEOUT(answers >= before + 3, 20000);
}

QTEST_GUILESS_MAIN(TestSshTunnel)
#include "test_ssh_tunnel.moc"
