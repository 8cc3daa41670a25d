#include "tests/fault/hand_over.h"

using namespace howdah;
using namespace howdah::test;

namespace {
const QString switchover = QStringLiteral("switchover");
const QString failover = QStringLiteral("failover");
QString n(int number)
{
    return HandOver::n(number);
}

void rows(std::initializer_list<std::pair<const char *, const char *>> places)
{
    QTest::addColumn<QString>("operation");
    QTest::addColumn<QString>("where");
    for (const auto &[operation, where] : places)
        QTest::addRow("%s %s", operation, where) << QString::fromLatin1(operation) << QString::fromLatin1(where);
}
} // namespace

/// kill -9 of the console at the step boundaries of a switchover, and of a failover of a living primary.
class TestKilledHandOver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        if (!m_world)
            m_world = std::make_unique<HandOver>();
        QVERIFY(m_world->lab);
    }
    void cleanup()
    {
        // A change of its shape is not undone here: the next row wants another.
        if (QTest::currentTestFailed() || m_world->role(1) != QLatin1String("primary"))
            m_world.reset();
    }

    void beforeThePromotionItIsUndone_data()
    {
        rows({{"switchover", "before:slots"},
              {"switchover", "after:slots"},
              {"switchover", "after:checkpoint"},
              {"switchover", "after:catch-up"},
              {"switchover", "before:stop"},
              {"switchover", "after:stop"},
              {"failover", "before:slots"},
              {"failover", "after:slots"},
              {"failover", "before:fence"},
              {"failover", "after:fence"},
              {"failover", "before:bar"},
              {"failover", "after:bar"}});
    }

    void beforeThePromotionItIsUndone()
    {
        QFETCH(QString, operation);
        QFETCH(QString, where);
        const QString id = m_world->runKilledAt(where, operation);
        QCOMPARE(KilledConsole::said(id), QStringLiteral("interrupted"));
        const RunOutcome outcome = m_world->console->undo(id);
        QVERIFY2(outcome.state == OperationState::Undone, why(outcome).constData());
        QCOMPARE(m_world->roles(), QStringLiteral("primary standby standby"));
        QCOMPARE(m_world->lab->sql(n(2), slotCount), QStringLiteral("0"));
        QCOMPARE(m_world->lab->sql(n(1), signalsThere), QStringLiteral("0"));
        QVERIFY(m_world->streamFrom(1, {2, 3}));
    }

    void anUndoKilledHalfWayIsTakenUpAgain()
    {
        const QString id = m_world->runKilledAt(QStringLiteral("after:stop"), switchover);
        m_world->console->undoKilledAt(QStringLiteral("undo:catch-up"), id);
        QCOMPARE(m_world->role(1), QStringLiteral("primary"));
        const RunOutcome outcome = m_world->console->undo(id);
        QVERIFY2(outcome.state == OperationState::Undone, why(outcome).constData());
        QVERIFY(m_world->streamFrom(1, {2, 3}));
    }

    void theOldPrimaryStartedByAnotherIsNoSecondPrimary()
    {
        const QString id = m_world->runKilledAt(QStringLiteral("after:stop"), switchover);
        m_world->lab->fault(QStringLiteral("start"), n(1)); // as its service manager might
        QCOMPARE(m_world->role(1), QStringLiteral("standby"));
        const RunOutcome outcome = m_world->console->undo(id);
        QVERIFY2(outcome.state == OperationState::Undone, why(outcome).constData());
        QCOMPARE(m_world->role(1), QStringLiteral("primary"));
        QVERIFY(m_world->streamFrom(1, {2, 3}));
    }

    void anUndoStartsNoSecondPrimary_data()
    {
        rows({{"switchover", "after:stop"}, {"failover", "after:fence"}, {"failover", "after:bar"}});
    }

    void anUndoStartsNoSecondPrimary()
    {
        QFETCH(QString, operation);
        QFETCH(QString, where);
        const QString id = m_world->runKilledAt(where, operation);
        m_world->lab->sql(n(2), QStringLiteral("SELECT pg_promote()")); // by hand
        const RunOutcome outcome = m_world->console->undo(id);
        QVERIFY2(outcome.state == OperationState::Interrupted, why(outcome).constData());
        QCOMPARE(m_world->role(1), QStringLiteral("silent"));
        if (where == QLatin1String("after:fence"))
            return; // only the bar that comes next keeps it from being a primary
        m_world->lab->fault(QStringLiteral("start"), n(1));
        QCOMPARE(m_world->role(1), QStringLiteral("standby"));
    }

    void anOldPrimaryThatIsBackIsSeenBeforeThePromotion()
    {
        const QString id = m_world->runKilledAt(QStringLiteral("before:promote"), failover);
        m_world->lab->fault(QStringLiteral("start"), n(1));
        const RunOutcome outcome = m_world->console->resume(id);
        QVERIFY2(outcome.state == OperationState::Interrupted, why(outcome).constData());
        QCOMPARE(m_world->role(2), QStringLiteral("standby"));
        m_world->lab->fault(QStringLiteral("stop"), n(1));
        const RunOutcome resumed = m_world->console->resume(id);
        QVERIFY2(resumed.state == OperationState::Done, why(resumed).constData());
    }

    void itIsResumed_data()
    {
        rows({{"switchover", "after:slots"},
              {"switchover", "before:stop"},
              {"switchover", "after:stop"},
              {"switchover", "before:promote"},
              {"switchover", "after:promote"},
              {"switchover", "before:follow"},
              {"switchover", "after:follow"},
              {"switchover", "after:settle"},
              {"failover", "after:slots"},
              {"failover", "before:fence"},
              {"failover", "after:bar"},
              {"failover", "before:promote"},
              {"failover", "after:promote"},
              {"failover", "before:follow"},
              {"failover", "after:follow"},
              {"failover", "after:checkpoint"}});
    }

    void itIsResumed()
    {
        QFETCH(QString, operation);
        QFETCH(QString, where);
        const QString id = m_world->runKilledAt(where, operation);
        static const QStringList withAWayBack{QStringLiteral("slots"), QStringLiteral("stop"), QStringLiteral("fence"),
                                              QStringLiteral("bar")};
        if (!withAWayBack.contains(where.section(QLatin1Char(':'), 1))) {
            QCOMPARE(m_world->console->undo(id).state, OperationState::NotReady);
            QCOMPARE(KilledConsole::said(id), QStringLiteral("interrupted"));
        }
        const RunOutcome outcome = m_world->console->resume(id);
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        if (HandOver::isPlanned(operation)) {
            QCOMPARE(m_world->roles(), QStringLiteral("standby primary standby"));
            QVERIFY(m_world->streamFrom(2, {1, 3}));
            QCOMPARE(m_world->lab->sql(n(1), slotCount), QStringLiteral("0"));
        } else {
            QCOMPARE(m_world->roles(), QStringLiteral("silent primary standby")); // safety rule 2
            QVERIFY(m_world->streamFrom(2, {3}));
        }
    }

private:
    const QString slotCount = QStringLiteral("SELECT count(*) FROM pg_replication_slots");
    const QString signalsThere =
        QStringLiteral("SELECT count(*) FROM pg_ls_dir('.') AS name WHERE name = 'standby.signal'");
    std::unique_ptr<HandOver> m_world;
};

HOWDAH_FAULT_MAIN(TestKilledHandOver)
#include "test_killed_hand_over.moc"
