#include "tests/live/cluster/live_cascade.h"

#include "core/cluster/node_state.h"

#include <QTest>

using namespace howdah;
using namespace howdah::test;

/// Each test breaks a cluster of its own.
class TestFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedPrimaryLeavesLagUnknown();
    void standbyWithoutPrimaryAnswersAfterARestart();
    void timelineIsRightBeforeTheCheckpointAfterAPromotion();
    void lostSlot();
    void serverThatLetsNobodyIn();
    void missingSlotStopsAStandby();
};

void TestFaults::killedPrimaryLeavesLagUnknown()
{
    LiveCascade cascade;
    QVERIFY(cascade.shows(allCaughtUp));
    cascade.n1->stop(QStringLiteral("immediate"));
    cascade.look();
    QCOMPARE(cascade.node("n2").lag, Lag()); // received = replayed, and yet nobody knows how far ahead the primary was
    QVERIFY(cascade.shows([](const ClusterSnapshot &snapshot) {
        return snapshot.node(QStringLiteral("n2"))->state == node_state::notStreaming;
    }));
    QCOMPARE(cascade.node("n2").lag, Lag());
    QCOMPARE(cascade.node("n2").upstream, QStringLiteral("n1"));
    QCOMPARE(cascade.node("n1").lastRole, NodeRole::Primary);
    QCOMPARE(cascade.node("n1").sample->failure->code, ErrorCode::Unreachable);
    QVERIFY(cascade.node("n1").lastAnswer->head);
    QVERIFY(hasFinding(*cascade.last, "no-primary"));
    QVERIFY(hasFinding(*cascade.last, "standby-not-streaming", "n2"));
    QCOMPARE(cascade.last->health, Health::Critical);
}

void TestFaults::standbyWithoutPrimaryAnswersAfterARestart()
{
    LiveCascade cascade;
    QVERIFY(cascade.shows(allCaughtUp));
    cascade.n1->stop();
    cascade.n2->stop();
    cascade.n2->start();
    cascade.look();
    const NodeState &n2 = cascade.node("n2");
    QVERIFY2(!n2.sample->failure, qPrintable(n2.sample->failure.value_or(Error()).message));
    QCOMPARE(n2.role, NodeRole::Standby);
    QCOMPARE(n2.state, QString(node_state::notStreaming));
    QCOMPARE(n2.timeline, Timeline(1)); // there is no receiver to ask
    QCOMPARE(n2.lag, Lag());
    QVERIFY(n2.sample->head);
}

void TestFaults::timelineIsRightBeforeTheCheckpointAfterAPromotion()
{
    LiveCascade cascade;
    // Pages to write, so that the checkpoint after the promotion takes its time.
    cascade.n1->sql(QStringLiteral("CREATE TABLE filler AS SELECT repeat('x', 1000) FROM generate_series(1, 8000)"));
    QVERIFY(cascade.shows(allCaughtUp));
    cascade.n2->sql(QStringLiteral("SELECT pg_promote(true)"));
    cascade.look();
    const QString checkpoint = cascade.n2->sql(QStringLiteral("SELECT timeline_id FROM pg_control_checkpoint()"));
    qInfo("the control file still says timeline %s", qPrintable(checkpoint));
    QCOMPARE(cascade.node("n2").role, NodeRole::Primary);
    QCOMPARE(cascade.node("n2").timeline, Timeline(2));
    // Not in the same look: where the old primary happened to answer first, it is only doubted until it answers again.
    QVERIFY(cascade.shows([](const ClusterSnapshot &snapshot) { return hasFinding(snapshot, "several-primaries"); }));
    QVERIFY(cascade.shows([](const ClusterSnapshot &snapshot) {
        const NodeState &n3 = *snapshot.node(QStringLiteral("n3"));
        return n3.timeline == 2 && n3.state == node_state::streaming && n3.upstream == QLatin1String("n2");
    }));
}

void TestFaults::lostSlot()
{
    const std::unique_ptr<LiveServer> server =
        LiveServer::make({{QStringLiteral("max_slot_wal_keep_size"), QStringLiteral("1MB")},
                          {QStringLiteral("max_wal_size"), QStringLiteral("32MB")}});
    server->sql(QStringLiteral("SELECT pg_create_physical_replication_slot('kept', true)"));
    const NodeDefinition node{.name = QStringLiteral("n1"), .connInfo = server->connInfo()};
    const ClusterDefinition definition{.name = QStringLiteral("c"), .nodes = {node}};
    ClusterSnapshotPtr snapshot;
    const auto look = [&] {
        snapshot = makeSnapshot(definition, sampleAll(definition, Milliseconds(5000)), snapshot,
                                QDateTime::currentDateTimeUtc());
        return snapshot->nodes[0].sample->replicationSlots.value(0);
    };
    QCOMPARE(look().walStatus, QStringLiteral("reserved"));
    QVERIFY(QTest::qWaitFor(
        [&] {
            server->sql(QStringLiteral("CREATE TABLE IF NOT EXISTS t (a int)"));
            for (int i = 0; i < 3; ++i)
                server->sql(QStringLiteral("INSERT INTO t VALUES (1); SELECT pg_switch_wal()"));
            server->sql(QStringLiteral("CHECKPOINT"));
            return look().walStatus == QLatin1String("lost");
        },
        30'000));
    const SlotSample slot = look();
    QVERIFY(!slot.retainedBytes);
    QVERIFY(!slot.safeWalBytes);
    QVERIFY(hasFinding(*snapshot, "slot-lost", "n1"));
    QVERIFY(!hasFinding(*snapshot, "slot-inactive", "n1"));
}

void TestFaults::serverThatLetsNobodyIn()
{
    const std::unique_ptr<LiveServer> primary = LiveServer::make();
    const std::unique_ptr<LiveServer> standby = LiveServer::makeStandby(*primary, QStringLiteral("n2"));
    standby->stop();
    QFile configuration(standby->dataDirectory() + QStringLiteral("/postgresql.auto.conf"));
    QVERIFY(configuration.open(QIODevice::Append));
    configuration.write("hot_standby = off\n");
    configuration.close();
    standby->start();
    const ClusterDefinition definition{.name = QStringLiteral("c"),
                                       .nodes = {{.name = QStringLiteral("n1"), .connInfo = primary->connInfo()},
                                                 {.name = QStringLiteral("n2"), .connInfo = standby->connInfo()}}};
    ClusterSnapshotPtr snapshot;
    QVERIFY(QTest::qWaitFor(
        [&] {
            snapshot = makeSnapshot(definition, sampleAll(definition, Milliseconds(5000)), nullptr,
                                    QDateTime::currentDateTimeUtc());
            return snapshot->nodes[1].upstream == QLatin1String("n1") && snapshot->nodes[1].lag.flushBytes;
        },
        20'000));
    const NodeState &n2 = snapshot->nodes[1];
    QCOMPARE(n2.sample->failure->sqlState, QStringLiteral("57P03"));
    QCOMPARE(n2.state, QString(node_state::starting));
    QCOMPARE(n2.role, NodeRole::Unknown);
    // Its lag is known all the same: its upstream sees it.
    QVERIFY(hasFinding(*snapshot, "node-unreachable", "n2"));
}

void TestFaults::missingSlotStopsAStandby()
{
    LiveCascade cascade;
    QVERIFY(cascade.shows(allCaughtUp));
    cascade.n2->stop();
    cascade.n1->sql(QStringLiteral("SELECT pg_drop_replication_slot('n2_slot')"));
    cascade.n2->start();
    QVERIFY(cascade.shows([](const ClusterSnapshot &snapshot) { return hasFinding(snapshot, "slot-missing", "n2"); }));
    QVERIFY(hasFinding(*cascade.last, "standby-not-streaming", "n2"));
}

QTEST_GUILESS_MAIN(TestFaults)
#include "test_faults.moc"
