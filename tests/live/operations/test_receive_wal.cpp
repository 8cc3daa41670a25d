#include "tests/live/operations/archive_of_lab.h"

#include <QDir>

using namespace howdah;
using namespace howdah::test;

namespace {
const QString n1 = QStringLiteral("n1");
const QString receiveWal = QStringLiteral("receive-wal");
} // namespace

/// pg_receivewal as the other way to an archive.
class TestReceiveWal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_lab = LiveLab::make({.standbys = 0});
        QVERIFY(m_lab);
        m_operation = std::make_unique<LiveOperation>(*m_lab);
        m_directory = m_lab->lab().directory + QStringLiteral("/received");
    }

    void aStopPutsEverythingBack()
    {
        const Preparation approved = m_operation->prepared(receiveWal);
        QVERIFY2(approved.readiness != Readiness::NotReady, qPrintable(approved.sentence));
        QCOMPARE(approved.situation.argument(QStringLiteral("directory")), m_directory);
        std::stop_source stop;
        const RunOutcome outcome = m_operation->run(
            approved,
            [&](const OperationEvent &event) {
                if (event.kind == OperationEvent::Kind::StepChanged && event.stepState == StepState::Done)
                    stop.request_stop();
            },
            stop.get_token());
        QVERIFY2(outcome.state == OperationState::Undone, why(outcome).constData());
        QVERIFY(!QFile::exists(m_directory));
        QCOMPARE(slotCount(), QStringLiteral("0"));
    }

    void walIsReceivedAsItIsWritten()
    {
        const RunOutcome outcome =
            m_operation->run(receiveWal, {{QStringLiteral("compression"), QStringLiteral("gzip")}});
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        m_lab->sql(n1, QStringLiteral("CREATE TABLE t AS SELECT 1 AS a"));
        m_lab->sql(n1, QStringLiteral("SELECT pg_switch_wal()"));
        ArchiveView view;
        const auto hasBoth = [&] {
            view = look();
            return !view.inventory.runs.isEmpty() && !view.inventory.partials.isEmpty();
        };
        QVERIFY2(QTest::qWaitFor(hasBoth, 60000), qPrintable(view.place.directory));
        QCOMPARE(view.place.directory, m_directory);
        QCOMPARE(view.faults.size() + view.inventory.foreign.size(), 0);
        QCOMPARE(view.receivers.size(), 1);
        QVERIFY(view.lagOf(view.receivers.first()).has_value());
    }

    void aSecondOneIsRefused()
    {
        const Preparation again = m_operation->prepared(receiveWal);
        QCOMPARE(again.readiness, Readiness::NotReady);
        QVERIFY(LiveOperation::verdict(again, QStringLiteral("program")).contains(QLatin1String("runs there already")));
        QVERIFY(LiveOperation::verdict(again, QStringLiteral("slot")).contains(QLatin1String("is there already")));
    }

    void itIsStoppedAndTheSlotGoes()
    {
        const RunOutcome outcome = m_operation->run(receiveWal, {{QStringLiteral("receiving"), QStringLiteral("off")}});
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        QCOMPARE(slotCount(), QStringLiteral("0"));
        QCOMPARE(m_lab->sql(n1, QStringLiteral("SELECT count(*) FROM pg_stat_replication")), QStringLiteral("0"));
        QVERIFY(!QDir(m_directory).isEmpty()); // what was received stays
    }

private:
    [[nodiscard]] ArchiveView look() const { return archiveOf(*m_lab, m_operation->environment); }
    [[nodiscard]] QString slotCount() const
    {
        return m_lab->sql(n1, QStringLiteral("SELECT count(*) FROM pg_replication_slots"));
    }

    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<LiveOperation> m_operation;
    QString m_directory;
};

QTEST_GUILESS_MAIN(TestReceiveWal)
#include "test_receive_wal.moc"
