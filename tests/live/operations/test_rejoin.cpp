#include "tests/live/operations/live_operation.h"
#include "tests/live/operations/rejoin_lab.h"

using namespace howdah;
using namespace howdah::test;

namespace {
const QString rejoin = QStringLiteral("rejoin");
QString n(int number)
{
    return RejoinLab::n(number);
}
} // namespace

class TestRejoin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_lab = LiveLab::make(2);
        QVERIFY(m_lab);
        m_operation = std::make_unique<LiveOperation>(*m_lab);
        m_nodes = std::make_unique<RejoinLab>(*m_lab);
        m_nodes->fill();
    }
    void cleanup() { m_lab.reset(); }

    void oneThatWentOnAloneIsRewound_data()
    {
        QTest::addColumn<QString>("end");
        QTest::newRow("killed") << QStringLiteral("kill");
        QTest::newRow("stopped in order") << QStringLiteral("stop");
        QTest::newRow("still running as a second primary") << QString();
        QTest::newRow("still running, with WAL that the checkpoint of its stop would take away")
            << QStringLiteral("much WAL");
        QTest::newRow("killed, and Howdah failed over") << QStringLiteral("failover");
    }

    void oneThatWentOnAloneIsRewound()
    {
        QFETCH(QString, end);
        m_nodes->cutOff({n(2), n(3)});
        m_nodes->writeAlone();
        if (end == QLatin1String("much WAL")) {
            m_nodes->keepNoWal(1);
            for (int segment = 0; segment < 3; ++segment)
                m_nodes->nextSegment();
            end.clear(); // it runs on
        }
        m_lab->sql(n(1), QStringLiteral("ALTER SYSTEM SET work_mem = '5MB'"));
        const QString port = m_lab->sql(n(1), QStringLiteral("SHOW port"));
        const bool failsOver = end == QLatin1String("failover");
        if (!end.isEmpty())
            m_lab->fault(failsOver ? QStringLiteral("kill") : end, n(1));
        if (!end.isEmpty())
            m_nodes->bringBack(); // from one that still runs they would fetch what they miss
        if (failsOver) {
            const RunOutcome failover =
                m_operation->run(QStringLiteral("failover"), {{QStringLiteral("candidate"), n(2)}});
            QVERIFY2(failover.state == OperationState::Done, why(failover).constData());
        } else {
            m_nodes->promote();
        }

        const Preparation approved = m_operation->prepared(rejoin, {{QStringLiteral("node"), n(1)}});
        QVERIFY2(approved.readiness == Readiness::ReadyWithWarnings, qPrintable(approved.sentence));
        const QString way = LiveOperation::verdict(approved, QStringLiteral("way"));
        QVERIFY2(way.startsWith(QLatin1String("ok: Rewind")), qPrintable(way));
        const QString lost = LiveOperation::verdict(approved, QStringLiteral("lost"));
        QVERIFY2(lost.startsWith(
                     QLatin1String("warning: Committed transactions: 4 (rows inserted: 3, updated: 3, deleted: 1")),
                 qPrintable(lost));
        const RunOutcome outcome = m_operation->run(approved);
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());

        QVERIFY(m_nodes->isStandbyOf(1, 2));
        QCOMPARE(m_lab->sql(n(1), QStringLiteral("SELECT count(*) FROM t WHERE id > 2000 OR v = 'changed'")),
                 m_lab->sql(n(2), QStringLiteral("SELECT count(*) FROM t WHERE id > 2000 OR v = 'changed'")));
        QCOMPARE(m_lab->sql(n(1), QStringLiteral("SHOW port")), port);
        QCOMPARE(m_lab->sql(n(1), QStringLiteral("SHOW work_mem")), QStringLiteral("5MB"));
        checkWhatWasSaved(outcome.entry.result);
        QVERIFY2(leftOvers().isEmpty(), qPrintable(leftOvers().join(QLatin1Char(' '))));
        QCOMPARE(m_lab->sql(n(1), QStringLiteral("SELECT count(*) FROM pg_replication_slots WHERE slot_name LIKE"
                                                 " 'howdah_holds%'")),
                 QStringLiteral("0"));
    }

    /// With no slot left on it to hold its WAL at the stop: nothing is lost, and the way on is told and open.
    void whatItsStopTookAwayIsSaid()
    {
        m_nodes->cutOff({n(2), n(3)});
        m_nodes->keepNoWal(1);
        m_lab->sql(n(1), QStringLiteral("SELECT pg_create_physical_replication_slot('taken_' || g) FROM"
                                        " generate_series(1, current_setting('max_replication_slots')::int) g"));
        m_nodes->writeAlone();
        for (int segment = 0; segment < 3; ++segment)
            m_nodes->nextSegment();
        m_nodes->promote();
        const RunOutcome outcome = m_operation->run(rejoin, {{QStringLiteral("node"), n(1)}});
        QVERIFY2(outcome.state == OperationState::Undone, why(outcome).constData());
        QVERIFY2(outcome.error->hint.contains(QLatin1String("way = clone")), why(outcome).constData());
        const RunOutcome cloned = m_operation->run(
            rejoin, {{QStringLiteral("node"), n(1)}, {QStringLiteral("way"), QStringLiteral("clone")}});
        QVERIFY2(cloned.state == OperationState::Done, why(cloned).constData());
        QVERIFY(m_nodes->isStandbyOf(1, 2));
    }

    void oneThatHasNothingOfItsOwnFollows()
    {
        m_lab->fault(QStringLiteral("stop"), n(1));
        m_nodes->promote();
        const Preparation approved = m_operation->prepared(rejoin);
        QCOMPARE(approved.situation.argument(QStringLiteral("node")), n(1));
        QVERIFY2(approved.readiness == Readiness::Ready, qPrintable(approved.sentence));
        QVERIFY(LiveOperation::verdict(approved, QStringLiteral("way")).startsWith(QLatin1String("ok: Follow")));
        const RunOutcome outcome = m_operation->run(approved);
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        QVERIFY(m_nodes->isStandbyOf(1, 2));
        QVERIFY(!outcome.entry.result.contains(QLatin1String("lost")));
    }

    void oneWithoutHintsIsClonedAgain()
    {
        m_lab->sql(n(1), QStringLiteral("ALTER SYSTEM SET wal_log_hints = off"));
        QVERIFY(m_operation->run(QStringLiteral("restart"), {{QStringLiteral("node"), n(1)}}).state ==
                OperationState::Done);
        QVERIFY(m_lab->waitUntilStreaming(n(2)));
        m_nodes->cutOff({n(2)});
        m_nodes->writeAlone();
        m_lab->killNode(n(1));
        m_nodes->promote();
        const Preparation approved = m_operation->prepared(rejoin, {{QStringLiteral("node"), n(1)}});
        const QString way = LiveOperation::verdict(approved, QStringLiteral("way"));
        QVERIFY2(way.startsWith(QLatin1String("ok: Clone again")) && way.contains(QLatin1String("wal_log_hints")),
                 qPrintable(way));
        const RunOutcome outcome = m_operation->run(approved);
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        QVERIFY(m_nodes->isStandbyOf(1, 2));
        QVERIFY(QFileInfo::exists(outcome.entry.result.value(QLatin1String("movedAside")).toString() +
                                  QStringLiteral("/PG_VERSION")));
        checkWhatWasSaved(outcome.entry.result);
    }

    /// The node wrote so much alone that checkpoints were made: the last common one lies further back.
    void aCheckpointOfItsOwnIsNoObstacle()
    {
        m_nodes->cutOff({n(2)});
        m_nodes->writeAlone();
        m_lab->sql(n(1), QStringLiteral("CHECKPOINT"));
        m_lab->sql(n(1), QStringLiteral("SELECT pg_switch_wal()"));
        m_lab->sql(n(1), QStringLiteral("CHECKPOINT"));
        m_lab->killNode(n(1));
        m_nodes->promote();
        const Preparation approved = m_operation->prepared(rejoin, {{QStringLiteral("node"), n(1)}});
        QVERIFY2(LiveOperation::verdict(approved, QStringLiteral("way")).startsWith(QLatin1String("ok: Rewind")),
                 qPrintable(LiveOperation::verdict(approved, QStringLiteral("way"))));
        const RunOutcome outcome = m_operation->run(approved);
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        QVERIFY(m_nodes->isStandbyOf(1, 2));
    }

private:
    QStringList leftOvers() const
    {
        return QDir(m_lab->lab().directory)
            .entryList({QStringLiteral(".howdah-rejoin-*")}, QDir::AllEntries | QDir::Hidden);
    }

    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<LiveOperation> m_operation;
    std::unique_ptr<RejoinLab> m_nodes;
};

QTEST_GUILESS_MAIN(TestRejoin)
#include "test_rejoin.moc"
