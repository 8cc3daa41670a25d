#include "tests/live/operations/live_operation.h"

#include <QFile>

#include <csignal>

using namespace howdah;
using namespace howdah::test;

namespace {
const QString failover = QStringLiteral("failover");
QString n(int number)
{
    return QStringLiteral("n%1").arg(number);
}
} // namespace

class TestFailover : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_lab = LiveLab::make(2);
        QVERIFY(m_lab);
        m_operation = std::make_unique<LiveOperation>(*m_lab);
        m_lab->sql(n(1), QStringLiteral("CREATE TABLE t AS SELECT generate_series(1, 100) AS id"));
        QVERIFY(m_lab->waitUntilReplayed(n(2)) && m_lab->waitUntilReplayed(n(3)));
    }
    void cleanup() { m_lab.reset(); }

    void aKilledPrimaryIsFollowedByTheMostAdvanced()
    {
        m_lab->killNode(n(1));
        const Preparation approved = m_operation->prepared(failover);
        QVERIFY2(approved.readiness == Readiness::ReadyWithWarnings, qPrintable(approved.sentence));
        QVERIFY2(
            LiveOperation::verdict(approved, QStringLiteral("loss")).startsWith(QLatin1String("warning: Not known")),
            "what was never seen is not called nothing");
        const RunOutcome outcome = m_operation->run(approved);
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        const QString primary = outcome.entry.result.value(QLatin1String("newPrimary")).toString();
        const QString other = primary == n(2) ? n(3) : n(2);
        QCOMPARE(outcome.entry.result.value(QLatin1String("timeline")).toString(), QStringLiteral("2"));
        m_lab->sql(primary, QStringLiteral("INSERT INTO t VALUES (0)"));
        QVERIFY(m_lab->waitUntilReplayed(other, primary));
        QCOMPARE(m_lab->sql(other, QStringLiteral("SELECT count(*) FROM t")), QStringLiteral("101"));
    }

    void theOldPrimaryDoesNotComeBackAsOne()
    {
        m_lab->killNode(n(1));
        QVERIFY(m_operation->run(failover).state == OperationState::Done);
        m_lab->fault(QStringLiteral("start"), n(1));
        QCOMPARE(m_lab->sql(n(1), QStringLiteral("SELECT pg_is_in_recovery()")), QStringLiteral("t"));
    }

    void aLivingPrimaryIsStoppedFirst()
    {
        const Preparation approved = m_operation->prepared(failover, {{QStringLiteral("candidate"), n(3)}});
        QVERIFY(LiveOperation::verdict(approved, QStringLiteral("fence")).startsWith(QLatin1String("warning")));
        const RunOutcome outcome = m_operation->run(approved);
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        const Result<Connection> old = Connection::open(m_lab->connInfo(n(1)), Deadline::after(Milliseconds{5000}));
        QVERIFY2(!old, "safety rule 2: one primary");
        QCOMPARE(m_lab->sql(n(3), QStringLiteral("SELECT count(*) FROM t")), QStringLiteral("100"));
    }

    void aLivingPrimaryIsNotStatedAway()
    {
        const Preparation approved =
            m_operation->prepared(failover, {{QStringLiteral("fence"), QStringLiteral("stated")}});
        QCOMPARE(approved.readiness, Readiness::NotReady);
        QVERIFY(LiveOperation::verdict(approved, QStringLiteral("fence")).startsWith(QLatin1String("blocked")));
        QVERIFY(approved.plan.steps.isEmpty());
    }

    void aPausedCandidateMustReplayFirst()
    {
        const RunOutcome paused = m_operation->run(QStringLiteral("pause-replay"), {{QStringLiteral("node"), n(2)}});
        QVERIFY2(paused.state == OperationState::Done, why(paused).constData());
        m_lab->killNode(n(1));
        const Preparation approved = m_operation->prepared(failover, {{QStringLiteral("candidate"), n(2)}});
        QCOMPARE(approved.readiness, Readiness::NotReady);
        QVERIFY(LiveOperation::verdict(approved, QStringLiteral("replay")).startsWith(QLatin1String("blocked")));
    }

    void theOneThatIsBehindIsWarnedOf()
    {
        m_lab->sql(n(2), QStringLiteral("ALTER SYSTEM SET primary_conninfo = 'host=127.0.0.1 port=1'"));
        m_lab->sql(n(2), QStringLiteral("SELECT pg_reload_conf()"));
        QVERIFY(QTest::qWaitFor(
            [&] {
                return m_lab->sql(n(2), QStringLiteral("SELECT count(*) FROM pg_stat_wal_receiver")) ==
                       QLatin1String("0");
            },
            15000));
        m_lab->sql(n(1), QStringLiteral("INSERT INTO t SELECT generate_series(1, 10000)"));
        QVERIFY(m_lab->waitUntilReplayed(n(3)));
        m_lab->killNode(n(1));
        const Preparation behind = m_operation->prepared(failover, {{QStringLiteral("candidate"), n(2)}});
        QVERIFY(LiveOperation::verdict(behind, QStringLiteral("most-advanced")).startsWith(QLatin1String("warning")));
        QCOMPARE(m_operation->prepared(failover).situation.argument(QStringLiteral("candidate")), n(3));
    }

    void whatOnlyAnotherHasReceivedMeanwhileIsNotLost()
    {
        const Preparation approved = m_operation->prepared(failover, {{QStringLiteral("candidate"), n(2)}});
        const auto receiver =
            static_cast<pid_t>(m_lab->sql(n(2), QStringLiteral("SELECT pid FROM pg_stat_wal_receiver")).toInt());
        QVERIFY(receiver > 1);
        // The primary dies just before it is stopped, and what it sent last has reached the other standby alone.
        const RunOutcome outcome = m_operation->run(approved, [&](const OperationEvent &event) {
            const bool fencing = event.kind == OperationEvent::Kind::StepChanged &&
                                 event.stepState == StepState::Running &&
                                 approved.plan.steps.at(event.step).id == QLatin1String("fence");
            if (!fencing)
                return;
            ::kill(receiver, SIGSTOP);
            m_lab->sql(n(1), QStringLiteral("INSERT INTO t VALUES (0)"));
            QVERIFY(m_lab->waitUntilReplayed(n(3)));
            m_lab->killNode(n(1));
        });
        ::kill(receiver, SIGCONT);
        QVERIFY2(outcome.state == OperationState::Undone, why(outcome).constData());
        QVERIFY2(outcome.error->detail.startsWith(QLatin1String("n3 has received up to")), why(outcome).constData());
        QVERIFY(m_lab->waitUntilStreaming(n(2)));
        QVERIFY(m_lab->waitUntilStreaming(n(3)));
        QCOMPARE(m_lab->sql(n(1), QStringLiteral("SELECT count(*) FROM t")), QStringLiteral("101"));
    }

    void itIsTakenBackWhenItFailsBeforeThePromotion()
    {
        const Preparation approved = m_operation->prepared(failover, {{QStringLiteral("candidate"), n(2)}});
        // The candidate goes away once the old primary was stopped: there is nobody to promote.
        const RunOutcome outcome = m_operation->run(approved, [&](const OperationEvent &event) {
            const bool fencing = event.kind == OperationEvent::Kind::StepChanged &&
                                 event.stepState == StepState::Running &&
                                 approved.plan.steps.at(event.step).id == QLatin1String("fence");
            if (fencing)
                m_lab->fault(QStringLiteral("stop"), n(2));
        });
        QCOMPARE(m_lab->sql(n(1), QStringLiteral("SELECT pg_is_in_recovery()")), QStringLiteral("f"));
        QVERIFY2(outcome.state == OperationState::Interrupted, "its slots on the dead candidate could not be dropped");
        m_lab->fault(QStringLiteral("start"), n(2));
        const RunOutcome undone = undoOperation(outcome.entry.id, m_operation->environment, {}, {});
        QVERIFY2(undone.state == OperationState::Undone, why(undone).constData());
        QCOMPARE(m_lab->sql(n(2), QStringLiteral("SELECT count(*) FROM pg_replication_slots")), QStringLiteral("0"));
        QVERIFY(m_lab->waitUntilStreaming(n(2)));
        QVERIFY(m_lab->waitUntilStreaming(n(3)));
    }

private:
    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<LiveOperation> m_operation;
};

QTEST_GUILESS_MAIN(TestFailover)
#include "test_failover.moc"
