#include "tests/fault/hand_over.h"
#include "tests/support/live_bouncer.h"
#include "tests/support/live_server.h"

using namespace howdah;
using namespace howdah::test;

namespace {
const QString switchover = QStringLiteral("switchover");
QString n(int number)
{
    return HandOver::n(number);
}
} // namespace

/// kill -9 of the console while the clients of a real PgBouncer wait: they never wait for it to come back.
class TestKilledPgbouncer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!LiveBouncer::isInstalled())
            QSKIP("PgBouncer is not installed (package pgbouncer).");
    }
    void init()
    {
        if (!m_world)
            m_world = std::make_unique<HandOver>();
        QVERIFY(m_world->lab);
        // An undo ends when the primary is back; its standbys find it again by themselves, a moment later.
        QVERIFY(m_world->streamFrom(1, {2, 3}));
        QFile passwords(m_world->lab->connInfo(n(1)).value(QStringLiteral("passfile")));
        QVERIFY(passwords.open(QIODevice::ReadOnly));
        m_password = QString::fromUtf8(passwords.readLine()).trimmed().section(QLatin1Char(':'), -1);
        m_bouncer = std::make_unique<LiveBouncer>(
            QStringLiteral("app = host=127.0.0.1 port=%1 user=postgres password=%2 dbname=postgres")
                .arg(m_world->lab->connInfo(n(1)).port(), m_password),
            freePort());
    }
    void cleanup()
    {
        m_bouncer.reset();
        if (QTest::currentTestFailed() || m_world->role(1) != QLatin1String("primary"))
            m_world.reset();
    }

    void itsClientsAreLetGoOn_data()
    {
        QTest::addColumn<QString>("where");
        QTest::addColumn<bool>("served");  // a primary is behind it then
        QTest::addColumn<QString>("then"); // what mends it
        QTest::addColumn<int>("primary");  // in the end
        QTest::addRow("paused, undone") << "after:pause-poolers" << true << "undo" << 1;
        QTest::addRow("paused, resumed") << "after:pause-poolers" << true << "resume" << 2;
        QTest::addRow("stopped, undone") << "after:stop" << false << "undo" << 1;
        QTest::addRow("stopped, resumed") << "after:stop" << false << "resume" << 2;
        QTest::addRow("at the point of no return") << "before:promote" << false << "resume" << 2;
        QTest::addRow("promoted") << "after:promote" << false << "resume" << 2;
        QTest::addRow("pointed at the new one") << "after:redirect-poolers" << true << "resume" << 2;
    }

    void itsClientsAreLetGoOn()
    {
        QFETCH(QString, where);
        QFETCH(bool, served);
        QFETCH(QString, then);
        QFETCH(int, primary);
        const QString id = m_world->console->runKilledAt(where, switchover, arguments());
        QVERIFY(!id.isEmpty());
        QTRY_VERIFY2_WITH_TIMEOUT(state().endsWith(QLatin1String(" 0")), qPrintable(state()), 30000);
        if (served)
            QVERIFY(clientIsServed());
        const RunOutcome outcome =
            then == QLatin1String("undo") ? m_world->console->undo(id) : m_world->console->resume(id);
        const OperationState wanted = then == QLatin1String("undo") ? OperationState::Undone : OperationState::Done;
        QVERIFY2(outcome.state == wanted, why(outcome).constData());
        QCOMPARE(m_world->role(primary), QStringLiteral("primary"));
        QCOMPARE(state(), QStringLiteral("127.0.0.1:%1 0").arg(m_world->lab->connInfo(n(primary)).port()));
        QVERIFY(clientIsServed());
    }

    /// Its host gone with the standby's and the primary's: nothing more can be done than tell, but the clients go on.
    void anUndoThatFailsLetsThemGoOnToo()
    {
        const QString id = m_world->console->runKilledAt(QStringLiteral("after:stop"), switchover, arguments());
        m_world->lab->sql(n(2), QStringLiteral("SELECT pg_promote()")); // by hand: the old primary may not start
        QTRY_COMPARE_WITH_TIMEOUT(m_world->role(2), QStringLiteral("primary"), 30000);
        (void)m_bouncer->show(QStringLiteral("PAUSE app"));
        const RunOutcome outcome = m_world->console->undo(id);
        QVERIFY2(outcome.state == OperationState::Interrupted, why(outcome).constData());
        QVERIFY2(state().endsWith(QLatin1String(" 0")), qPrintable(state()));
    }

private:
    [[nodiscard]] QStringList arguments() const
    {
        return HandOver::arguments(switchover) +
               QStringList{QStringLiteral("pgbouncer=") + m_bouncer->console().toString(),
                           QStringLiteral("pgbouncer-config=") + m_bouncer->file()};
    }
    [[nodiscard]] QString state() const { return m_bouncer->stateOf(QStringLiteral("app")); }
    /// PgBouncer tries a server that refused it again only after a while (server_login_retry).
    [[nodiscard]] bool clientIsServed() const
    {
        return QTest::qWaitFor(
            [this] {
                const Deadline soon = Deadline::after(Milliseconds{5000});
                Result<Connection> client = Connection::open(m_bouncer->connInfo(QStringLiteral("app")), soon);
                return client && client->query(QStringLiteral("SELECT pg_current_xact_id()"), {}, soon).ok();
            },
            60000);
    }

    std::unique_ptr<HandOver> m_world;
    std::unique_ptr<LiveBouncer> m_bouncer;
    QString m_password;
};

HOWDAH_FAULT_MAIN(TestKilledPgbouncer)
#include "test_killed_pgbouncer.moc"
