#include "core/operations/past_names.h"
#include "core/operations/past_database.h"
#include "tests/live/operations/past_of_lab.h"

#include <QSignalSpy>

using namespace howdah;
using namespace howdah::test;

namespace {
const QString n1 = QStringLiteral("n1");
} // namespace

/// A table has its name in the past even when nobody looked at the past while it was there.
class TestPastNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_lab = LiveLab::make(0);
        QVERIFY(m_lab);
        m_operation = std::make_unique<LiveOperation>(*m_lab);
        m_lab->sql(n1, QStringLiteral("CREATE TABLE short_lived AS SELECT 1 AS a"));
    }

    void aDroppedTableKeepsItsName()
    {
        PastNames names(m_operation->environment);
        QSignalSpy remembered(&names, &PastNames::remembered);
        const ClusterSnapshotPtr snapshot = look();
        names.see(snapshot);
        QTRY_COMPARE_WITH_TIMEOUT(remembered.count(), 1, 60000);
        QCOMPARE(remembered.first().value(1).toInt(), 1); // of those databases that have tables of users
        names.see(snapshot);
        m_lab->sql(n1, QStringLiteral("DROP TABLE short_lived"));
        const TimeMachine machine = pastOf(*m_lab, m_operation->environment);
        PastDatabase database;
        QVERIFY(database.open(snapshot->systemIdentifier));
        RelationNames known = relationNames(machine, m_operation->environment, {}, database.memory());
        QStringList gone;
        const auto take = [&](const CommittedTransaction &committed) {
            for (const NamedChange &change : named(committed, known).changes)
                if (change.isGone && !gone.contains(change.relation))
                    gone << change.relation;
        };
        QVERIFY(readWal(machine.wal, {}, {.committed = take}, Deadline::after(Milliseconds{60000}), {}));
        QCOMPARE(gone, QStringList{QStringLiteral("public.short_lived")});
        QCOMPARE(remembered.count(), 1); // its pause is not over
    }

    void aServerThatIsDownIsNoTrouble()
    {
        PastNames names(m_operation->environment, nullptr, Milliseconds{0});
        QSignalSpy remembered(&names, &PastNames::remembered);
        const ClusterSnapshotPtr snapshot = look();
        m_lab->killNode(n1);
        names.see(snapshot);
        QTRY_COMPARE_WITH_TIMEOUT(remembered.count(), 1, 60000);
        QCOMPARE(remembered.first().value(1).toInt(), 0);
        names.see(look());
        names.see({});
        QCOMPARE(remembered.count(), 1);
    }

private:
    ClusterSnapshotPtr look()
    {
        const ClusterDefinition cluster = m_lab->cluster();
        return makeSnapshot(cluster, sampleAll(cluster, Milliseconds{5000}, {}, &m_lab->hosts()), nullptr,
                            QDateTime::currentDateTimeUtc());
    }

    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<LiveOperation> m_operation;
};

QTEST_GUILESS_MAIN(TestPastNames)
#include "test_past_names.moc"
