#include "core/pg/server_identity.h"
#include "tests/live/pg/fake_listener.h"
#include "tests/support/live_server.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <netinet/tcp.h>

using namespace howdah;
using namespace howdah::test;

namespace {

constexpr qint64 prompt = 1000; // generous: tens of milliseconds are usual
const auto secret = QLatin1String("s3cret-never-shown");

Deadline soon()
{
    return Deadline::after(std::chrono::seconds(20));
}

ConnInfo loopback(int port)
{
    ConnInfo info;
    info.set(QStringLiteral("host"), QStringLiteral("127.0.0.1"));
    info.set(QStringLiteral("port"), QString::number(port));
    info.set(QStringLiteral("user"), QStringLiteral("postgres"));
    info.set(QStringLiteral("dbname"), QStringLiteral("postgres"));
    return info;
}

} // namespace

/// Everything that can go wrong on the way in, and what is said then.
class TestConnect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void settingsThatCannotWork_data();
    void settingsThatCannotWork();
    void namesTheServerInMessages();
    void namesTheDefaultSocket();
    void password_data();
    void password();
    void passwordFile();
    void whatIsNotAServer_data();
    void whatIsNotAServer();
    void silenceEndsAtTheDeadline_data();
    void silenceEndsAtTheDeadline();
    void aStopEndsConnecting();
    void aStopBeforehandConnectsToNobody();
    void connectTimeoutOfTheSettingsCounts();
    void tooManyConnections();
    void aServerThatStarts();
    void oldServers_data();
    void oldServers();
    void environmentAndServiceAreUsed();
    void sessionSettings_data();
    void sessionSettings();
    void socketOptions_data();
    void socketOptions();
    void hostileNames_data();
    void hostileNames();

private:
    std::unique_ptr<LiveServer> m_server;
};

void TestConnect::initTestCase()
{
    m_server = LiveServer::make();
    QVERIFY(m_server);
    m_server->sql(
        QStringLiteral("CREATE ROLE locked LOGIN PASSWORD 'right'; CREATE ROLE nologin; CREATE ROLE plain LOGIN; "
                       "CREATE ROLE few LOGIN CONNECTION LIMIT 0"));
    m_server->sql(QStringLiteral("CREATE DATABASE closed"));
    m_server->sql(QStringLiteral("REVOKE CONNECT ON DATABASE closed FROM PUBLIC"));
    QFile rules(m_server->dataDirectory() + QStringLiteral("/pg_hba.conf"));
    QVERIFY(rules.open(QIODevice::ReadWrite));
    const QByteArray before = rules.readAll();
    rules.seek(0);
    rules.write("host all locked 127.0.0.1/32 scram-sha-256\nhost all barred 127.0.0.1/32 reject\n" + before);
    rules.close();
    m_server->sql(QStringLiteral("SELECT pg_reload_conf()"));
    QTRY_COMPARE(
        m_server->sql(QStringLiteral("SELECT count(*) FROM pg_hba_file_rules WHERE 'locked' = ANY (user_name)")),
        QStringLiteral("1"));
}

void TestConnect::settingsThatCannotWork_data()
{
    QTest::addColumn<QString>("settings");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("sqlState");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *title, const char *settings, ErrorCode code, const char *sqlState,
                        const char *says) {
        QTest::newRow(title) << QString::fromUtf8(settings) << code << QString::fromLatin1(sqlState)
                             << QString::fromUtf8(says);
    };
    // A name with blanks is refused by the resolver itself: no name server is asked.
    row("unknown host", "host='no such host'", ErrorCode::Unreachable, "", "no such host");
    row("no socket", "host=/tmp/no-such-directory", ErrorCode::Unreachable, "",
        "There is no server socket /tmp/no-such-directory/.s.PGSQL.");
    row("unknown role", "user=nobody_here", ErrorCode::Authentication, "28000", "nobody_here");
    row("role may not log in", "user=nologin", ErrorCode::Authentication, "28000", "nologin");
    row("barred by pg_hba.conf", "user=barred", ErrorCode::Authentication, "28000", "pg_hba.conf");
    row("unknown database", "dbname=nowhere", ErrorCode::ServerRefused, "3D000", "nowhere");
    row("database not permitted", "dbname=closed user=plain", ErrorCode::NotPermitted, "42501", "closed");
    row("connection limit", "user=few", ErrorCode::ServerRefused, "53300", "no connection left");
    row("unknown start-up option", "options='-c no_such_thing=1'", ErrorCode::ServerRefused, "42704", "refused");
    row("no TLS there", "sslmode=require", ErrorCode::Authentication, "", "offers no TLS");
    row("no root certificate", "sslmode=verify-full sslrootcert=/nowhere.pem", ErrorCode::Authentication, "", "TLS");
    row("wrong sslmode", "sslmode=maybe", ErrorCode::Invalid, "", "cannot be used");
    row("wrong target_session_attrs", "target_session_attrs=best", ErrorCode::Invalid, "", "cannot be used");
    row("wrong port", "port=99999", ErrorCode::Invalid, "", "cannot be used");
    row("port is no number", "port=abc", ErrorCode::Invalid, "", "cannot be used");
    row("more ports than hosts", "port=1,2", ErrorCode::Invalid, "", "numbers of hosts and ports");
    row("unknown service", "service=no_such_service", ErrorCode::Invalid, "", "cannot be used");
    row("wants a standby", "target_session_attrs=standby", ErrorCode::ServerRefused, "", "target_session_attrs");
}

void TestConnect::settingsThatCannotWork()
{
    QFETCH(QString, settings);
    QFETCH(ErrorCode, code);
    QFETCH(QString, sqlState);
    QFETCH(QString, says);
    ConnInfo info = m_server->connInfo();
    const auto changes = ConnInfo::parse(settings);
    QVERIFY2(changes.ok(), said(changes));
    for (const ConnInfo::Setting &setting : changes->settings())
        info.set(setting.keyword, setting.value);
    info.setPassword(Secret(secret));
    const auto connection = Connection::open(info, soon());
    QVERIFY(!connection.ok());
    const Error &error = connection.error();
    QVERIFY2(error.code == code, said(connection));
    QCOMPARE(error.sqlState, sqlState);
    QVERIFY2(error.message.contains(says), said(connection));
    QVERIFY(!error.full().contains(secret));
}

void TestConnect::namesTheServerInMessages()
{
    const int port = freePort();
    const auto connection = Connection::open(loopback(port), soon());
    QVERIFY(!connection.ok());
    QCOMPARE(connection.error().code, ErrorCode::Unreachable);
    QVERIFY2(connection.error().message.startsWith(QStringLiteral("Nothing listens at 127.0.0.1:%1.").arg(port)),
             said(connection));
    QVERIFY(connection.error().detail.contains(QLatin1String("Connection refused")));
}

void TestConnect::namesTheDefaultSocket()
{
    const int port = freePort();
    const auto connection = Connection::open(loopback(port).with(QStringLiteral("host"), {}), soon());
    QVERIFY(!connection.ok());
    QCOMPARE(connection.error().code, ErrorCode::Unreachable);
    QVERIFY2(connection.error().message.contains(QStringLiteral("/.s.PGSQL.%1.").arg(port)), said(connection));
}

void TestConnect::password_data()
{
    QTest::addColumn<QString>("password");
    QTest::addColumn<bool>("right");
    QTest::addColumn<QString>("sqlState");
    QTest::addColumn<QString>("says");
    QTest::newRow("right") << QStringLiteral("right") << true << QString() << QString();
    QTest::newRow("wrong") << QString(secret) << false << QStringLiteral("28P01")
                           << QStringLiteral("does not accept the password");
    QTest::newRow("missing") << QString() << false << QString()
                             << QStringLiteral("asks for the password of user \"locked\"");
}

void TestConnect::password()
{
    QFETCH(QString, password);
    QFETCH(bool, right);
    QFETCH(QString, sqlState);
    QFETCH(QString, says);
    ConnInfo info = m_server->connInfo().with(QStringLiteral("user"), QStringLiteral("locked"));
    info.set(QStringLiteral("passfile"), QStringLiteral("/nowhere"));
    info.set(QStringLiteral("password"), password);
    const auto connection = Connection::open(info, soon());
    QVERIFY2(connection.ok() == right, said(connection));
    if (right)
        return;
    QCOMPARE(connection.error().code, ErrorCode::Authentication);
    QCOMPARE(connection.error().sqlState, sqlState);
    QVERIFY2(connection.error().message.contains(says), said(connection));
    QVERIFY(!connection.error().full().contains(secret));
}

void TestConnect::passwordFile()
{
    QTemporaryDir directory;
    QFile file(directory.filePath(QStringLiteral("pgpass")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    // By the name that the settings give, though libpq is handed the address that we looked up.
    file.write(QStringLiteral("localhost:%1:*:locked:right\n").arg(m_server->port()).toUtf8());
    file.close();
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    const ConnInfo info = m_server->connInfo()
                              .with(QStringLiteral("host"), QStringLiteral("localhost"))
                              .with(QStringLiteral("user"), QStringLiteral("locked"))
                              .with(QStringLiteral("passfile"), file.fileName());
    const auto connection = Connection::open(info, soon());
    QVERIFY2(connection.ok(), said(connection));
    QCOMPARE(connection->host(), QStringLiteral("localhost"));
    QCOMPARE(connection->hostAddress(), QStringLiteral("127.0.0.1"));
}

void TestConnect::whatIsNotAServer_data()
{
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<QString>("sslmode");
    QTest::addColumn<ErrorCode>("code");
    const QByteArray web("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
    const QByteArray shell("SSH-2.0-OpenSSH_9.2p1\r\n");
    for (const char *sslmode : {"disable", "prefer", "require"}) {
        const QString mode = QString::fromLatin1(sslmode);
        const QByteArray title = QByteArray(", sslmode=") + sslmode;
        QTest::newRow("a web server" + title) << web << mode << ErrorCode::NotPostgres;
        QTest::newRow("a shell server" + title)
            << shell
            << mode
            // It begins as a server's yes to TLS does, and ends then.
            << (mode == QLatin1String("require") ? ErrorCode::Unreachable : ErrorCode::NotPostgres);
        QTest::newRow("hangs up" + title) << QByteArray() << mode << ErrorCode::Unreachable;
        QTest::newRow("zeros" + title) << QByteArray(64, '\0') << mode << ErrorCode::NotPostgres;
    }
    QTest::newRow("a banner like an authentication request")
        << QByteArray("R\0\0\0\4", 5) << QStringLiteral("disable") << ErrorCode::NotPostgres;
}

void TestConnect::whatIsNotAServer()
{
    QFETCH(QByteArray, words);
    QFETCH(QString, sslmode);
    QFETCH(ErrorCode, code);
    const FakeListener listener(FakeListener::saying(words));
    const auto connection =
        Connection::open(loopback(listener.port()).with(QStringLiteral("sslmode"), sslmode), soon());
    QVERIFY(!connection.ok());
    QVERIFY2(connection.error().code == code, said(connection));
    QVERIFY(connection.error().message.contains(QStringLiteral("127.0.0.1:%1").arg(listener.port())));
}

void TestConnect::silenceEndsAtTheDeadline_data()
{
    QTest::addColumn<QString>("sslmode");
    QTest::newRow("in TLS") << QStringLiteral("prefer");
    QTest::newRow("in the clear") << QStringLiteral("disable");
}

void TestConnect::silenceEndsAtTheDeadline()
{
    QFETCH(QString, sslmode);
    const FakeListener listener(&FakeListener::silence);
    QElapsedTimer elapsed;
    elapsed.start();
    const auto connection = Connection::open(loopback(listener.port()).with(QStringLiteral("sslmode"), sslmode),
                                             Deadline::after(Milliseconds{300}));
    QVERIFY(!connection.ok());
    QVERIFY2(connection.error().code == ErrorCode::TimedOut, said(connection));
    QVERIFY2(connection.error().message.contains(QLatin1String("it is not PostgreSQL")), said(connection));
    QVERIFY(elapsed.elapsed() >= 299);
    QVERIFY(elapsed.elapsed() < 300 + prompt);
}

void TestConnect::aStopEndsConnecting()
{
    std::stop_source source;
    // Asked for once the connection has been taken, that is: in the middle of connecting.
    const FakeListener listener([&source](int socket, const WakeUp &wakeUp) {
        FakeListener::received(socket, wakeUp);
        source.request_stop();
        FakeListener::silence(socket, wakeUp);
    });
    QElapsedTimer elapsed;
    elapsed.start();
    const auto connection = Connection::open(loopback(listener.port()), Deadline::never(), source.get_token());
    QVERIFY(!connection.ok());
    QVERIFY2(connection.error().code == ErrorCode::Stopped, said(connection));
    QVERIFY(elapsed.elapsed() < prompt);
}

void TestConnect::aStopBeforehandConnectsToNobody()
{
    std::stop_source source;
    source.request_stop();
    const auto connection = Connection::open(m_server->connInfo(), soon(), source.get_token());
    QVERIFY(!connection.ok());
    QCOMPARE(connection.error().code, ErrorCode::Stopped);
}

void TestConnect::connectTimeoutOfTheSettingsCounts()
{
    const FakeListener listener(&FakeListener::silence);
    QElapsedTimer elapsed;
    elapsed.start();
    const auto connection = Connection::open(
        loopback(listener.port()).with(QStringLiteral("connect_timeout"), QStringLiteral("1")), Deadline::never());
    QVERIFY(!connection.ok());
    QVERIFY2(connection.error().code == ErrorCode::TimedOut, said(connection));
    QVERIFY(elapsed.elapsed() < 2000 + prompt); // libpq reads 1 as 2
}

void TestConnect::tooManyConnections()
{
    const auto server = LiveServer::make({{QStringLiteral("max_connections"), QStringLiteral("2")},
                                          {QStringLiteral("superuser_reserved_connections"), QStringLiteral("0")}});
    QVERIFY(server);
    const auto one = Connection::open(server->connInfo(), soon());
    const auto two = Connection::open(server->connInfo(), soon());
    QVERIFY2(one.ok() && two.ok(), said(one) + said(two));
    const auto three = Connection::open(server->connInfo(), soon());
    QVERIFY(!three.ok());
    QCOMPARE(three.error().code, ErrorCode::ServerRefused);
    QCOMPARE(three.error().sqlState, QStringLiteral("53300"));
}

void TestConnect::aServerThatStarts()
{
    // A standby without hot_standby refuses everybody with the same words as one that starts, and stays so.
    const auto standby = LiveServer::makeStandby(*m_server, QStringLiteral("warm"));
    QVERIFY(standby);
    standby->setParameter(QStringLiteral("hot_standby"), QStringLiteral("off"));
    standby->stop();
    standby->start();
    const auto connection = Connection::open(standby->connInfo(), soon());
    QVERIFY(!connection.ok());
    QCOMPARE(connection.error().code, ErrorCode::ServerRefused);
    QCOMPARE(connection.error().sqlState, QStringLiteral("57P03"));
    QVERIFY2(connection.error().message.contains(QLatin1String("takes no connections at this moment")),
             said(connection));
}

void TestConnect::oldServers_data()
{
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<int>("number");
    QTest::addColumn<bool>("watched");
    QTest::newRow("8.4") << QByteArray("8.4.22") << 80422 << false;
    QTest::newRow("9.5") << QByteArray("9.5.25") << 90525 << false;
    QTest::newRow("9.6") << QByteArray("9.6.24") << 90624 << true;
}

/// These cannot be installed any more, so something that says it is one has to do.
void TestConnect::oldServers()
{
    QFETCH(QByteArray, version);
    QFETCH(int, number);
    QFETCH(bool, watched);
    const FakeListener listener(FakeListener::posingAs(version));
    auto connection =
        Connection::open(loopback(listener.port()).with(QStringLiteral("sslmode"), QStringLiteral("disable")), soon());
    QVERIFY2(connection.ok(), said(connection));
    QCOMPARE(connection->serverVersion().number(), number);
    QCOMPARE(connection->serverVersion().toString(), QString::fromLatin1(version));
    QVERIFY(!connection->serverVersion().isOperated());
    const auto identity = identify(*connection, Deadline::after(Milliseconds{200}));
    QVERIFY(!identity.ok());
    QCOMPARE(identity.error().code, watched ? ErrorCode::TimedOut : ErrorCode::Unsupported);
    QVERIFY(watched || identity.error().message.contains(QString::fromLatin1(version)));
}

void TestConnect::environmentAndServiceAreUsed()
{
    QTemporaryDir directory;
    QFile services(directory.filePath(QStringLiteral("services")));
    QVERIFY(services.open(QIODevice::WriteOnly));
    services.write(QStringLiteral("[here]\nhost=localhost\nport=%1\nuser=postgres\n").arg(m_server->port()).toUtf8());
    services.close();
    qputenv("PGSERVICEFILE", services.fileName().toUtf8());
    qputenv("PGDATABASE", "template1");
    ConnInfo info;
    info.set(QStringLiteral("service"), QStringLiteral("here"));
    auto connection = Connection::open(info, soon());
    qunsetenv("PGSERVICEFILE");
    qunsetenv("PGDATABASE");
    QVERIFY2(connection.ok(), said(connection));
    QCOMPARE(connection->port(), QString::number(m_server->port()));
    QCOMPARE(connection->query(QStringLiteral("SELECT current_database()"), {}, soon())->text(0, 0),
             QStringLiteral("template1"));
}

void TestConnect::sessionSettings_data()
{
    QTest::addColumn<QString>("settings");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    const auto row = [](const char *title, const char *settings, const char *name, const char *value) {
        QTest::newRow(title) << QString::fromUtf8(settings) << QString::fromUtf8(name) << QString::fromUtf8(value);
    };
    row("application name", "", "application_name", "howdah test");
    row("application name of the conninfo wins", "application_name=mine", "application_name", "mine");
    row("statement timeout", "", "statement_timeout", "1234ms");
    row("statement timeout of the conninfo wins", "options='-c statement_timeout=7s'", "statement_timeout", "7s");
    row("lock timeout", "", "lock_timeout", "0");
    row("UTF-8", "client_encoding=LATIN1", "client_encoding", "UTF8");
}

void TestConnect::sessionSettings()
{
    QFETCH(QString, settings);
    QFETCH(QString, name);
    QFETCH(QString, value);
    ConnInfo info = m_server->connInfo();
    const auto changes = ConnInfo::parse(settings);
    for (const ConnInfo::Setting &setting : changes->settings())
        info.set(setting.keyword, setting.value);
    const ConnectionSettings wanted{.applicationName = QStringLiteral("howdah test"),
                                    .statementTimeout = Milliseconds{1234}};
    auto connection = Connection::open(info, soon(), {}, wanted);
    QVERIFY2(connection.ok(), said(connection));
    QCOMPARE(connection->query(QStringLiteral("SHOW ") + name, {}, soon())->text(0, 0), value);
}

void TestConnect::socketOptions_data()
{
    QTest::addColumn<QString>("keyword");
    QTest::addColumn<QString>("value"); // in the conninfo
    QTest::addColumn<int>("option");
    QTest::addColumn<int>("expected");
    const QString userTimeout = QStringLiteral("tcp_user_timeout");
    const QString idle = QStringLiteral("keepalives_idle");
    QTest::newRow("user timeout") << userTimeout << QString() << TCP_USER_TIMEOUT << 10000;
    QTest::newRow("user timeout of the conninfo") << userTimeout << QStringLiteral("3000") << TCP_USER_TIMEOUT << 3000;
    QTest::newRow("keepalive") << idle << QString() << TCP_KEEPIDLE << 10;
    QTest::newRow("keepalive of the conninfo") << idle << QStringLiteral("77") << TCP_KEEPIDLE << 77;
}

void TestConnect::socketOptions()
{
    QFETCH(QString, keyword);
    QFETCH(QString, value);
    QFETCH(int, option);
    QFETCH(int, expected);
    const auto connection = Connection::open(m_server->connInfo().with(keyword, value), soon());
    QVERIFY2(connection.ok(), said(connection));
    int found = 0;
    socklen_t size = sizeof found;
    QCOMPARE(::getsockopt(connection->descriptor(), IPPROTO_TCP, option, &found, &size), 0);
    QCOMPARE(found, expected);
}

void TestConnect::hostileNames_data()
{
    QTest::addColumn<QString>("name");
    const QStringList names{QStringLiteral("with space"),      QStringLiteral("it's"),
                            QStringLiteral("\"quoted\""),      QStringLiteral("a;DROP TABLE x;--"),
                            QStringLiteral("$(reboot)"),       QStringLiteral("back\\slash"),
                            QStringLiteral("line\nbreak"),     QStringLiteral("größe 数据 🐘"),
                            QStringLiteral("%1 %2 %s"),        QStringLiteral("host=evil"),
                            QStringLiteral("postgresql://x/"), QString(63, u'n'),
                            QString(21, QChar(0x6570))};
    for (const QString &name : names)
        QTest::newRow(name.toUtf8().toPercentEncoding().constData()) << name;
}

void TestConnect::hostileNames()
{
    QFETCH(QString, name);
    auto connection = Connection::open(m_server->connInfo(), soon());
    QVERIFY2(connection.ok(), said(connection));
    const auto made = connection->query(QStringLiteral("CREATE DATABASE ") + connection->quotedIdentifier(name) +
                                            QStringLiteral(" STRATEGY file_copy"),
                                        {}, soon());
    QVERIFY2(made.ok(), said(made));
    auto inside = Connection::open(m_server->connInfo(name), soon());
    QVERIFY2(inside.ok(), said(inside));
    QCOMPARE(inside->query(QStringLiteral("SELECT current_database()"), {}, soon())->text(0, 0), name);
    const auto unknown = Connection::open(m_server->connInfo(u'?' + name.sliced(1)), soon());
    QVERIFY(!unknown.ok());
    QCOMPARE(unknown.error().sqlState, QStringLiteral("3D000"));
    QVERIFY2(unknown.error().message.contains(QStringLiteral("\"?") + name.sliced(1) + u'"'), said(unknown));
}

QTEST_GUILESS_MAIN(TestConnect)
#include "test_connect.moc"
