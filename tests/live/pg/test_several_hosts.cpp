#include "core/pg/connection.h"
#include "tests/live/pg/fake_listener.h"
#include "tests/support/live_server.h"

#include <QElapsedTimer>
#include <QTest>

using namespace howdah;
using namespace howdah::test;

namespace {
Deadline soon()
{
    return Deadline::after(std::chrono::seconds(20));
}
} // namespace

class TestSeveralHosts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theFirstThatFitsIsTaken_data();
    void theFirstThatFitsIsTaken();
    void aSilentFirstLeavesTimeForTheSecond();
    void aRefusalByTheServerIsFinal();
    void allFailuresAreTold();

private:
    /// The same for all: user, database; the rest as given, with %p primary's, %s standby's, %c closed port.
    ConnInfo info(QString settings) const
    {
        settings.replace(QLatin1String("%p"), QString::number(m_primary->port()))
            .replace(QLatin1String("%s"), QString::number(m_standby->port()))
            .replace(QLatin1String("%c"), QString::number(m_closedPort))
            .replace(QLatin1String("%d"), m_primary->socketDirectory());
        return *ConnInfo::parse(settings + QStringLiteral(" user=postgres dbname=postgres"));
    }

    std::unique_ptr<LiveServer> m_primary;
    std::unique_ptr<LiveServer> m_standby;
    int m_closedPort = 0;
};

void TestSeveralHosts::initTestCase()
{
    m_primary = LiveServer::make();
    QVERIFY(m_primary);
    m_standby = LiveServer::makeStandby(*m_primary, QStringLiteral("standby"));
    QVERIFY(m_standby);
    m_closedPort = freePort();
}

void TestSeveralHosts::theFirstThatFitsIsTaken_data()
{
    QTest::addColumn<QString>("settings");
    QTest::addColumn<bool>("primary");
    const auto row = [](const char *title, const char *settings, bool primary) {
        QTest::newRow(title) << QString::fromLatin1(settings) << primary;
    };
    row("one", "host=localhost port=%p", true);
    row("first of two", "host=127.0.0.1,127.0.0.1 port=%s,%p", false);
    row("first refused", "host=127.0.0.1,127.0.0.1 port=%c,%p", true);
    row("first unknown", "host='no such host,127.0.0.1' port=%c,%p", true);
    row("first without socket", "host=/nowhere,127.0.0.1 port=%p", true);
    row("over a socket", "host=%d port=%p", true);
    row("by address, with a name nobody knows", "host='no such host' hostaddr=127.0.0.1 port=%p", true);
    row("addresses alone", "hostaddr=127.0.0.1,127.0.0.1 port=%c,%s", false);
    row("URI", "postgresql://127.0.0.1:%c,127.0.0.1:%p/", true);
    row("read-write", "host=127.0.0.1,127.0.0.1 port=%s,%p target_session_attrs=read-write", true);
    row("read-only", "host=127.0.0.1,127.0.0.1 port=%p,%s target_session_attrs=read-only", false);
    row("primary", "host=127.0.0.1,127.0.0.1 port=%s,%p target_session_attrs=primary", true);
    row("standby", "host=127.0.0.1,127.0.0.1 port=%p,%s target_session_attrs=standby", false);
    row("prefer-standby", "host=127.0.0.1,127.0.0.1 port=%p,%s target_session_attrs=prefer-standby", false);
    row("prefer-standby, none there", "host=127.0.0.1,127.0.0.1 port=%p,%c target_session_attrs=prefer-standby", true);
}

void TestSeveralHosts::theFirstThatFitsIsTaken()
{
    QFETCH(QString, settings);
    QFETCH(bool, primary);
    ConnInfo wanted;
    if (settings.startsWith(QLatin1String("postgresql:"))) {
        settings.replace(QLatin1String("%p"), QString::number(m_primary->port()))
            .replace(QLatin1String("%c"), QString::number(m_closedPort));
        wanted = ConnInfo::parse(settings + QStringLiteral("postgres?user=postgres")).valueOr({});
    } else {
        wanted = info(settings);
    }
    auto connection = Connection::open(wanted, soon());
    QVERIFY2(connection.ok(), said(connection));
    QCOMPARE(connection->port(), QString::number((primary ? m_primary : m_standby)->port()));
    QCOMPARE(connection->query(QStringLiteral("SELECT pg_is_in_recovery()"), {}, soon())->boolean(0, 0),
             std::optional(!primary));
    QCOMPARE(connection->hostAddress().isEmpty(), connection->host().startsWith(u'/'));
}

void TestSeveralHosts::aSilentFirstLeavesTimeForTheSecond()
{
    const FakeListener silent(&FakeListener::silence);
    QElapsedTimer elapsed;
    elapsed.start();
    const auto connection =
        Connection::open(info(QStringLiteral("host=127.0.0.1,127.0.0.1 port=%1,%p").arg(silent.port())),
                         Deadline::after(std::chrono::seconds(4)));
    QVERIFY2(connection.ok(), said(connection));
    QCOMPARE(silent.accepted(), 1);
    QVERIFY(elapsed.elapsed() < 4000);
}

void TestSeveralHosts::aRefusalByTheServerIsFinal()
{
    const FakeListener second(&FakeListener::silence);
    const auto connection =
        Connection::open(info(QStringLiteral("host=127.0.0.1,127.0.0.1 port=%p,%1").arg(second.port()))
                             .with(QStringLiteral("user"), QStringLiteral("nobody")),
                         soon());
    QVERIFY(!connection.ok());
    QCOMPARE(connection.error().code, ErrorCode::Authentication);
    QCOMPARE(connection.error().sqlState, QStringLiteral("28000"));
    QCOMPARE(second.accepted(), 0);
}

void TestSeveralHosts::allFailuresAreTold()
{
    const FakeListener web(FakeListener::saying("HTTP/1.1 400 Bad Request\r\n\r\n"));
    const auto connection = Connection::open(
        info(QStringLiteral("host='127.0.0.1,no such host,127.0.0.1' port=%1,5432,%c").arg(web.port())), soon());
    QVERIFY(!connection.ok());
    QCOMPARE(connection.error().code, ErrorCode::NotPostgres);
    QVERIFY2(connection.error().message.startsWith(QLatin1String("None of the servers")), said(connection));
    for (const QString &part : {QStringLiteral("127.0.0.1:%1").arg(web.port()), QStringLiteral("no such host"),
                                QStringLiteral("127.0.0.1:%1").arg(m_closedPort)})
        QVERIFY2(connection.error().detail.contains(part), said(connection));
}

QTEST_GUILESS_MAIN(TestSeveralHosts)
#include "test_several_hosts.moc"
