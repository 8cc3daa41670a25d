#include "tests/live/operations/live_operation.h"

using namespace howdah;
using namespace howdah::test;

namespace {
QString n(int number)
{
    return QStringLiteral("n%1").arg(number);
}
Arguments node(int number)
{
    return {{QStringLiteral("node"), n(number)}};
}
} // namespace

class TestSmallOperations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_lab = LiveLab::make(1);
        QVERIFY(m_lab);
        m_operation = std::make_unique<LiveOperation>(*m_lab);
    }

    void replayIsPausedAndResumed()
    {
        const RunOutcome paused = m_operation->run(QStringLiteral("pause-replay"));
        QVERIFY2(paused.state == OperationState::Done, why(paused).constData());
        QCOMPARE(m_lab->sql(n(2), QStringLiteral("SELECT pg_get_wal_replay_pause_state()")), QStringLiteral("paused"));
        QCOMPARE(m_operation->prepared(QStringLiteral("pause-replay"), node(2)).readiness, Readiness::NotReady);
        const RunOutcome resumed = m_operation->run(QStringLiteral("resume-replay"));
        QVERIFY2(resumed.state == OperationState::Done, why(resumed).constData());
        QCOMPARE(m_lab->sql(n(2), QStringLiteral("SELECT pg_get_wal_replay_pause_state()")),
                 QStringLiteral("not paused"));
    }

    void aPrimaryHasNoReplayToPause()
    {
        const Preparation preparation = m_operation->prepared(QStringLiteral("pause-replay"), node(1));
        QCOMPARE(preparation.readiness, Readiness::NotReady);
        QVERIFY(preparation.objections.value(QStringLiteral("node")).contains(QLatin1String("n1 is the primary")));
    }

    void aNodeIsRestarted_data()
    {
        QTest::addColumn<int>("number");
        QTest::newRow("the primary") << 1;
        QTest::newRow("a standby") << 2;
    }

    void aNodeIsRestarted()
    {
        QFETCH(int, number);
        const QString question =
            QStringLiteral("SELECT pg_postmaster_start_time() || ' ' || pg_is_in_recovery() || ' ' ||"
                           " current_setting('port')");
        const QString before = m_lab->sql(n(number), question);
        const RunOutcome outcome = m_operation->run(QStringLiteral("restart"), node(number));
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        const QString after = m_lab->sql(n(number), question);
        QVERIFY(before != after);
        QCOMPARE(after.section(QLatin1Char(' '), -2), before.section(QLatin1Char(' '), -2));
        QVERIFY(m_lab->waitUntilStreaming(n(2)));
    }

    void aRestartBetweenApprovalAndRunIsNoticed()
    {
        const Preparation approved = m_operation->prepared(QStringLiteral("restart"), node(2));
        QVERIFY(m_operation->run(QStringLiteral("restart"), node(2)).state == OperationState::Done);
        const RunOutcome outcome = m_operation->run(approved);
        QCOMPARE(outcome.state, OperationState::NotReady);
        QCOMPARE(outcome.error->code, ErrorCode::SituationChanged);
    }

    void theConfigurationIsReloaded()
    {
        m_lab->sql(n(1), QStringLiteral("ALTER SYSTEM SET work_mem = '7MB'"));
        const RunOutcome outcome = m_operation->run(QStringLiteral("reload"), node(1));
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        QCOMPARE(m_lab->sql(n(1), QStringLiteral("SHOW work_mem")), QStringLiteral("7MB"));
    }

    void aWrongLineBlocksTheReload()
    {
        const QString file =
            m_lab->sql(n(1), QStringLiteral("SHOW data_directory")) + QStringLiteral("/postgresql.auto.conf");
        const auto host = m_lab->hosts().find(QStringLiteral("local"));
        const As owner{m_lab->lab().systemUser};
        const Result<QByteArray> before = (*host)->readFile(file, owner, Deadline::never());
        QVERIFY(before);
        QVERIFY((*host)->writeFile(file, *before + "work_mem = 'seven'\n", 0600, owner, Deadline::never()));
        const Preparation preparation = m_operation->prepared(QStringLiteral("reload"), node(1));
        QCOMPARE(preparation.readiness, Readiness::NotReady);
        QVERIFY(LiveOperation::verdict(preparation, QStringLiteral("files"))
                    .contains(QLatin1String("postgresql.auto.conf, line")));
        QVERIFY((*host)->writeFile(file, *before, 0600, owner, Deadline::never()));
    }

    void anotherManagerIsNotFought()
    {
        ConnInfo info = m_lab->connInfo(n(1));
        info.set(QStringLiteral("application_name"), QStringLiteral("Patroni heartbeat"));
        const Result<Connection> patroni = Connection::open(info, Deadline::after(Milliseconds{5000}));
        QVERIFY(patroni);
        const Preparation preparation = m_operation->prepared(QStringLiteral("restart"), node(1));
        QCOMPARE(preparation.readiness, Readiness::NotReady);
        QVERIFY(LiveOperation::verdict(preparation, QStringLiteral("other-manager"))
                    .contains(QLatin1String("sessions of Patroni on n1")));
    }

    void aConsoleOfAnotherMachineIsSeen()
    {
        // Another home stands for another machine: only the servers know of both.
        ConnInfo info = m_lab->connInfo(n(2));
        info.set(QStringLiteral("application_name"), QStringLiteral("howdah: clone by anna@elsewhere"));
        Result<Connection> other = Connection::open(info, Deadline::after(Milliseconds{5000}));
        QVERIFY(other);
        QVERIFY(other->query(QStringLiteral("SELECT pg_advisory_lock(1752135524, 1634214193)"), {},
                             Deadline::after(Milliseconds{5000})));
        const RunOutcome outcome = m_operation->run(QStringLiteral("reload"), node(1));
        QCOMPARE(outcome.state, OperationState::NotReady);
        QCOMPARE(outcome.error->code, ErrorCode::Busy);
        QVERIFY2(outcome.error->message.contains(QLatin1String("anna@elsewhere")), why(outcome).constData());
    }

private:
    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<LiveOperation> m_operation;
};

QTEST_GUILESS_MAIN(TestSmallOperations)
#include "test_small_operations.moc"
