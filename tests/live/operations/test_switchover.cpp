#include "tests/live/operations/live_operation.h"
#include "tests/support/counting_writer.h"

#include <QJsonObject>

using namespace howdah;
using namespace howdah::test;

namespace {
const QString switchover = QStringLiteral("switchover");
QString n(int number)
{
    return QStringLiteral("n%1").arg(number);
}
Arguments to(int number)
{
    return {{QStringLiteral("to"), n(number)}};
}
} // namespace

class TestSwitchover : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_lab = LiveLab::make(2);
        QVERIFY(m_lab);
        m_operation = std::make_unique<LiveOperation>(*m_lab);
        m_lab->sql(n(1), QStringLiteral("CREATE TABLE acknowledged (id bigint)"));
        QVERIFY(m_lab->waitUntilReplayed(n(2)) && m_lab->waitUntilReplayed(n(3)));
    }
    void cleanup() { m_lab.reset(); }

    void thereAndBackUnderLoadNothingIsLost()
    {
        CountingWriter writer(m_lab->cluster(), Milliseconds{2});
        QTRY_VERIFY(writer.acknowledged() > 10);
        for (const auto &[from, target] : {std::pair(1, 2), std::pair(2, 1)}) {
            const Preparation approved = m_operation->prepared(switchover, to(target));
            QVERIFY2(approved.readiness != Readiness::NotReady, qPrintable(approved.sentence));
            const RunOutcome outcome = m_operation->run(approved);
            QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
            const QJsonObject result = outcome.entry.result;
            QCOMPARE(result.value(QLatin1String("newPrimary")).toString(), n(target));
            const QJsonObject gap = result.value(QLatin1String("writeGapMs")).toObject();
            for (const char *phase : {"stop", "promote", "total"})
                QVERIFY2(gap.value(QLatin1String(phase)).toDouble() > 0, phase);
            qInfo("gap %.1f ms at the client; stop %.1f, promote %.1f, total %.1f", writer.takeLongestGapMs(),
                  gap.value(QLatin1String("stop")).toDouble(), gap.value(QLatin1String("promote")).toDouble(),
                  gap.value(QLatin1String("total")).toDouble());
            for (const JournalStep &step : outcome.entry.steps)
                qInfo("  %s %lld ms", qPrintable(step.id), step.ms);
            QCOMPARE(m_lab->sql(n(from), QStringLiteral("SELECT pg_is_in_recovery()")), QStringLiteral("t"));
            QVERIFY(m_lab->waitUntilStreaming(n(from), n(target)) && m_lab->waitUntilStreaming(n(3), n(target)));
            QCOMPARE(m_lab->sql(n(from), QStringLiteral("SELECT count(*) FROM pg_replication_slots")),
                     QStringLiteral("0"));
            const qint64 before = writer.acknowledged();
            QTRY_VERIFY2(writer.acknowledged() > before + 10, "the application goes on");
        }
        writer.end();
        QCOMPARE(m_lab->sql(n(1), QStringLiteral("SELECT count(DISTINCT id) = count(*) FROM acknowledged")),
                 QStringLiteral("t"));
        const qint64 rows = m_lab->sql(n(1), QStringLiteral("SELECT count(*) FROM acknowledged")).toLongLong();
        QVERIFY2(rows >= writer.acknowledged() && rows <= writer.acknowledged() + writer.inDoubt(),
                 qPrintable(QStringLiteral("%1 rows, %2 acknowledged").arg(rows).arg(writer.acknowledged())));
        QVERIFY(m_lab->waitUntilReplayed(n(2)) && m_lab->waitUntilReplayed(n(3)));
        QCOMPARE(m_lab->sql(n(3), QStringLiteral("SELECT count(*) FROM acknowledged")), QString::number(rows));
    }

    void itServesAgainWhenTheCandidateGoesAway()
    {
        const Preparation approved = m_operation->prepared(switchover, to(2));
        const RunOutcome outcome = m_operation->run(approved, [&](const OperationEvent &event) {
            const bool stopping =
                event.kind == OperationEvent::Kind::Log && event.text.startsWith(QLatin1String("Ask n1 to stop"));
            if (stopping)
                m_lab->fault(QStringLiteral("stop"), n(2));
        });
        QVERIFY2(outcome.state == OperationState::Interrupted,
                 "its slots on the absent candidate could not be dropped");
        QCOMPARE(m_lab->sql(n(1), QStringLiteral("SELECT pg_is_in_recovery()")), QStringLiteral("f"));
        m_lab->sql(n(1), QStringLiteral("INSERT INTO acknowledged VALUES (1)"));
        m_lab->fault(QStringLiteral("start"), n(2));
        const RunOutcome undone = undoOperation(outcome.entry.id, m_operation->environment, {}, {});
        QVERIFY2(undone.state == OperationState::Undone, why(undone).constData());
        QCOMPARE(m_lab->sql(n(1), QStringLiteral("SELECT count(*) FROM pg_stat_file('standby.signal', true)"
                                                 " WHERE size IS NOT NULL")),
                 QStringLiteral("0"));
        QVERIFY(m_lab->waitUntilStreaming(n(2)) && m_lab->waitUntilStreaming(n(3)));
        QCOMPARE(m_lab->sql(n(2), QStringLiteral("SELECT count(*) FROM pg_replication_slots")), QStringLiteral("0"));
    }

    void aPrimaryThatCrashesInsteadOfStoppingServesAgain()
    {
        const RunOutcome outcome =
            m_operation->run(m_operation->prepared(switchover, to(2)), [&](const OperationEvent &event) {
                if (event.kind == OperationEvent::Kind::Log && event.text.startsWith(QLatin1String("Write standby")))
                    m_lab->killNode(n(1));
            });
        QVERIFY2(outcome.state == OperationState::Undone, why(outcome).constData());
        QCOMPARE(m_lab->sql(n(1), QStringLiteral("SELECT pg_is_in_recovery()")), QStringLiteral("f"));
        QCOMPARE(m_lab->sql(n(2), QStringLiteral("SELECT pg_is_in_recovery()")), QStringLiteral("t"));
        QVERIFY(m_lab->waitUntilStreaming(n(2)) && m_lab->waitUntilStreaming(n(3)));
    }

    void aChangeBetweenChecksAndRunIsNotOverrun()
    {
        const Preparation approved = m_operation->prepared(switchover, to(2));
        m_lab->sql(n(2), QStringLiteral("SELECT pg_wal_replay_pause()"));
        const RunOutcome outcome = m_operation->run(approved);
        QCOMPARE(outcome.state, OperationState::NotReady);
        QCOMPARE(m_lab->sql(n(1), QStringLiteral("SELECT pg_is_in_recovery()")), QStringLiteral("f"));
    }

private:
    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<LiveOperation> m_operation;
};

QTEST_GUILESS_MAIN(TestSwitchover)
#include "test_switchover.moc"
