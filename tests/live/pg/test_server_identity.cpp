#include "core/pg/server_identity.h"
#include "tests/support/live_server.h"

#include <QFile>
#include <QProcess>
#include <QTest>

#include <unistd.h>

using namespace howdah;
using namespace howdah::test;

namespace {

Deadline soon()
{
    return Deadline::after(std::chrono::seconds(20));
}

/// A real PgBouncer in front of a server; it does not run as root either.
class Bouncer
{
public:
    Bouncer(const LiveServer &server, const QString &poolMode)
        : m_port(freePort())
    {
        m_directory.setAutoRemove(true);
        QFile::setPermissions(m_directory.path(), QFile::Permissions(0x7755));
        write(QStringLiteral("users"), QStringLiteral("\"postgres\" \"\"\n"));
        write(QStringLiteral("ini"),
              QStringLiteral("[databases]\n* = host=127.0.0.1 port=%1\n[pgbouncer]\nlisten_addr = 127.0.0.1\n"
                             "listen_port = %2\nunix_socket_dir =\nauth_type = trust\nauth_file = %3\n"
                             "admin_users = postgres\npool_mode = %4\n")
                  .arg(server.port())
                  .arg(m_port)
                  .arg(m_directory.filePath(QStringLiteral("users")), poolMode));
        const QString program = QStringLiteral("/usr/sbin/pgbouncer");
        const QString ini = m_directory.filePath(QStringLiteral("ini"));
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        if (::geteuid() == 0)
            m_process.start(QStringLiteral("setpriv"),
                            {QStringLiteral("--reuid"), QStringLiteral("postgres"), QStringLiteral("--regid"),
                             QStringLiteral("postgres"), QStringLiteral("--init-groups"), program, ini});
        else
            m_process.start(program, {ini});
    }
    ~Bouncer()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Bouncer(const Bouncer &) = delete;
    Bouncer &operator=(const Bouncer &) = delete;

    [[nodiscard]] ConnInfo connInfo(const LiveServer &server, const QString &database) const
    {
        return server.connInfo(database).with(QStringLiteral("port"), QString::number(m_port));
    }
    QByteArray log() { return m_process.readAll(); }

private:
    void write(const QString &name, const QString &text)
    {
        QFile file(m_directory.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(text.toUtf8());
        file.setPermissions(QFile::Permissions(0x6644));
    }

    QTemporaryDir m_directory;
    QProcess m_process;
    int m_port;
};

} // namespace

class TestServerIdentity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aPrimary();
    void aStandbyOfTheSameCluster();
    void whatMayNotBeSeenIsEmpty_data();
    void whatMayNotBeSeenIsEmpty();
    void aPoolerIsRecognised_data();
    void aPoolerIsRecognised();
    void aClosedSession();

private:
    std::unique_ptr<LiveServer> m_server;
};

void TestServerIdentity::initTestCase()
{
    m_server = LiveServer::make();
    QVERIFY(m_server);
    m_server->sql(QStringLiteral("CREATE ROLE plain LOGIN; CREATE ROLE settings LOGIN IN ROLE pg_read_all_settings"));
}

void TestServerIdentity::aPrimary()
{
    auto connection = Connection::open(m_server->connInfo(), soon());
    QVERIFY2(connection.ok(), said(connection));
    const auto identity = identify(*connection, soon());
    QVERIFY2(identity.ok(), said(identity));
    QCOMPARE(identity->systemIdentifier,
             m_server->sql(QStringLiteral("SELECT system_identifier FROM pg_control_system()")));
    QVERIFY(!identity->systemIdentifier.isEmpty());
    QVERIFY(!identity->inRecovery);
    QVERIFY(identity->version.isOperated());
    QCOMPARE(identity->dataDirectory, m_server->dataDirectory());
    QCOMPARE(identity->configFile, m_server->dataDirectory() + QStringLiteral("/postgresql.conf"));
    QCOMPARE(identity->hbaFile, m_server->dataDirectory() + QStringLiteral("/pg_hba.conf"));
    QCOMPARE(identity->port, m_server->port());
    QCOMPARE(identity->clusterName, QString());
}

void TestServerIdentity::aStandbyOfTheSameCluster()
{
    const QString name = QStringLiteral("it's a \"standby\"");
    const auto standby = LiveServer::makeStandby(*m_server, name);
    QVERIFY(standby);
    auto connection = Connection::open(standby->connInfo(), soon());
    QVERIFY2(connection.ok(), said(connection));
    const auto identity = identify(*connection, soon());
    QVERIFY2(identity.ok(), said(identity));
    QCOMPARE(identity->systemIdentifier,
             m_server->sql(QStringLiteral("SELECT system_identifier FROM pg_control_system()")));
    QVERIFY(identity->inRecovery);
    QCOMPARE(identity->clusterName, name);
    QCOMPARE(identity->port, standby->port());
}

void TestServerIdentity::whatMayNotBeSeenIsEmpty_data()
{
    QTest::addColumn<QString>("role");
    QTest::addColumn<bool>("functionGranted");
    QTest::addColumn<bool>("settingsSeen");
    QTest::newRow("plain role") << QStringLiteral("plain") << true << false;
    QTest::newRow("may read settings") << QStringLiteral("settings") << true << true;
    QTest::newRow("function taken away") << QStringLiteral("plain") << false << false;
}

void TestServerIdentity::whatMayNotBeSeenIsEmpty()
{
    QFETCH(QString, role);
    QFETCH(bool, functionGranted);
    QFETCH(bool, settingsSeen);
    m_server->sql((functionGranted ? QStringLiteral("GRANT EXECUTE ON FUNCTION pg_control_system() TO PUBLIC")
                                   : QStringLiteral("REVOKE EXECUTE ON FUNCTION pg_control_system() FROM PUBLIC")));
    auto connection = Connection::open(m_server->connInfo().with(QStringLiteral("user"), role), soon());
    QVERIFY2(connection.ok(), said(connection));
    const auto identity = identify(*connection, soon());
    QVERIFY2(identity.ok(), said(identity));
    QCOMPARE(!identity->systemIdentifier.isEmpty(), functionGranted);
    QCOMPARE(!identity->dataDirectory.isEmpty(), settingsSeen);
    QCOMPARE(!identity->hbaFile.isEmpty(), settingsSeen);
    QCOMPARE(identity->port, m_server->port());
}

void TestServerIdentity::aPoolerIsRecognised_data()
{
    QTest::addColumn<QString>("poolMode");
    QTest::addColumn<QString>("database");
    for (const char *mode : {"session", "transaction", "statement"})
        QTest::newRow(mode) << QString::fromLatin1(mode) << QStringLiteral("postgres");
    QTest::newRow("its console") << QStringLiteral("session") << QStringLiteral("pgbouncer");
}

void TestServerIdentity::aPoolerIsRecognised()
{
    QFETCH(QString, poolMode);
    QFETCH(QString, database);
    Bouncer bouncer(*m_server, poolMode);
    const ConnInfo info = bouncer.connInfo(*m_server, database);
    const ConnectionSettings settings{.statementTimeout = Milliseconds{5000}, .lockTimeout = Milliseconds{1000}};
    QTRY_VERIFY(Connection::open(info, soon()).ok());
    auto connection = Connection::open(info, soon(), {}, settings);
    QVERIFY2(connection.ok(), said(connection) + bouncer.log());
    const auto identity = identify(*connection, soon());
    QVERIFY(!identity.ok());
    QVERIFY2(identity.error().code == ErrorCode::Pooler, said(identity));
    QVERIFY(identity.error().message.contains(info.port()));
}

void TestServerIdentity::aClosedSession()
{
    auto connection = Connection::open(m_server->connInfo(), soon());
    QVERIFY2(connection.ok(), said(connection));
    QVERIFY(!connection->query(QStringLiteral("SELECT pg_sleep(10)"), {}, Deadline::after(Milliseconds{1})).ok());
    const auto identity = identify(*connection, soon());
    QVERIFY(!identity.ok());
    QCOMPARE(identity.error().code, ErrorCode::Unreachable);
}

QTEST_GUILESS_MAIN(TestServerIdentity)
#include "test_server_identity.moc"
