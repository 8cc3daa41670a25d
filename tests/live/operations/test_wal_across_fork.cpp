#include "tests/live/operations/past_of_lab.h"

using namespace howdah;
using namespace howdah::test;

/// After a failover the WAL goes on under another timeline's names, from the middle of a segment.
class TestWalAcrossFork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatBothTimelinesCommittedIsOneList();
};

void TestWalAcrossFork::whatBothTimelinesCommittedIsOneList()
{
    const QString n1 = QStringLiteral("n1");
    const QString n2 = QStringLiteral("n2");
    const auto lab = LiveLab::make({.standbys = 1, .archive = true});
    QVERIFY(lab);
    const LiveOperation operation(*lab);
    lab->sql(n1, QStringLiteral("CREATE TABLE t AS SELECT g AS a FROM generate_series(1, 1000) g"));
    lab->sql(n1, QStringLiteral("SELECT pg_switch_wal()"));
    lab->sql(n1, QStringLiteral("DELETE FROM t WHERE a < 500"));
    QVERIFY(lab->waitUntilReplayed(n2));
    lab->killNode(n1);
    const RunOutcome promoted = operation.run(QStringLiteral("failover"));
    QVERIFY2(promoted.state == OperationState::Done, why(promoted).constData());
    lab->sql(n2, QStringLiteral("UPDATE t SET a = -a WHERE a > 900"));
    const TimeMachine machine = pastOf(*lab, operation.environment);
    QCOMPARE(machine.wal.places.way.size(), 2);
    const Heard heard = heardOf(machine, operation.environment);
    const QStringList expected{QStringLiteral("public.t +1000 ~0 -0"), QStringLiteral("public.t +0 ~0 -499"),
                               QStringLiteral("public.t +0 ~100 -0")};
    QCOMPARE(heard.changes, expected);
    QVERIFY(heard.reading.gaps.isEmpty());
}

QTEST_GUILESS_MAIN(TestWalAcrossFork)
#include "test_wal_across_fork.moc"
