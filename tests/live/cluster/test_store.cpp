#include "core/cluster/cluster_store.h"
#include "core/cluster/history.h"
#include "core/cluster/node_state.h"
#include "tests/live/cluster/live_cascade.h"

#include <QElapsedTimer>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace howdah;
using namespace howdah::test;

namespace {

const SamplerSettings quick{.interval = Milliseconds(50), .longestBackOff = Milliseconds(200)};
const QString watched = QStringLiteral("test");

} // namespace

class TestStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_cascade = std::make_unique<LiveCascade>(); }
    void announcesTheClusterAsItIs();
    void samplesOfOneTurnShareOneSnapshot();
    void nodesCanBeTakenAwayAndAdded();
    void forgottenClusterIsSilent();
    void hungNodeHoldsNothingUp();
    void historyIsRecorded();

private:
    std::unique_ptr<LiveCascade> m_cascade;
};

void TestStore::announcesTheClusterAsItIs()
{
    ClusterStore store(nullptr, quick);
    ClusterSnapshotPtr announced;
    connect(&store, &ClusterStore::snapshotChanged, this, [&](const ClusterSnapshotPtr &snapshot) {
        QCOMPARE(QThread::currentThread(), thread());
        announced = snapshot;
    });
    QVERIFY(!store.snapshot(watched));
    store.watch(m_cascade->definition);
    QVERIFY(store.snapshot(watched));
    QCOMPARE(store.snapshot(watched)->nodes.size(), 3);
    QTRY_VERIFY(announced && allCaughtUp(*announced));
    QCOMPARE(announced, store.snapshot(watched));
    QCOMPARE(announced->node(QStringLiteral("n3"))->upstream, QStringLiteral("n2"));
    QCOMPARE(store.clusters(), QStringList{watched});
}

void TestStore::samplesOfOneTurnShareOneSnapshot()
{
    ClusterStore store(nullptr, {.interval = Milliseconds(3'600'000)});
    int announcements = 0;
    store.watch(m_cascade->definition);
    const auto allSampled = [&] {
        const QList<NodeState> nodes = store.snapshot(watched)->nodes;
        return std::all_of(nodes.begin(), nodes.end(), [](const NodeState &node) { return bool(node.sample); });
    };
    QTRY_VERIFY(allSampled());
    connect(&store, &ClusterStore::snapshotChanged, this, [&] { ++announcements; });
    const QString asked = m_cascade->n1->sql(QStringLiteral("SELECT clock_timestamp()"));
    store.refresh(watched);
    // This thread is busy until all three servers have answered: their samples are then waiting for it together, but
    // for one that may still be on its last stretch.
    for (LiveServer *server : {m_cascade->n1.get(), m_cascade->n2.get(), m_cascade->n3.get()})
        while (server->sql(QStringLiteral("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'howdah' AND "
                                          "state = 'idle' AND query_start > '%1'")
                               .arg(asked)) == QLatin1String("0")) {
        }
    QTRY_VERIFY(announcements > 0);
    QVERIFY2(announcements < 3, "each sample made a snapshot of its own");
}

void TestStore::nodesCanBeTakenAwayAndAdded()
{
    ClusterStore store(nullptr, quick);
    store.watch(m_cascade->definition);
    QTRY_VERIFY(allCaughtUp(*store.snapshot(watched)) && store.snapshot(watched)->primary());
    ClusterDefinition fewer = m_cascade->definition;
    fewer.nodes.removeLast();
    store.watch(fewer);
    QCOMPARE(store.snapshot(watched)->nodes.size(), 2);
    QTRY_COMPARE(store.snapshot(watched)->strangers.size(), 1);
    store.watch(m_cascade->definition);
    QTRY_VERIFY(store.snapshot(watched)->node(QStringLiteral("n3"))->upstream == QLatin1String("n2"));
    ClusterDefinition moved = m_cascade->definition;
    moved.nodes[2].connInfo.set(QStringLiteral("port"), QString::number(freePort()));
    store.watch(moved);
    QTRY_COMPARE(store.snapshot(watched)->node(QStringLiteral("n3"))->state, QString(node_state::unreachable));
}

void TestStore::forgottenClusterIsSilent()
{
    ClusterStore store(nullptr, quick);
    QString forgotten;
    bool announcedAfterwards = false;
    connect(&store, &ClusterStore::clusterForgotten, this, [&](const QString &cluster) { forgotten = cluster; });
    store.watch(m_cascade->definition);
    QTRY_VERIFY(store.snapshot(watched)->primary());
    store.forget(watched);
    QCOMPARE(forgotten, watched);
    QVERIFY(!store.snapshot(watched));
    connect(&store, &ClusterStore::snapshotChanged, this, [&] { announcedAfterwards = true; });
    QTest::qWait(200); // samples on their way, if any, have arrived by now
    QVERIFY(!announcedAfterwards);
    store.watch(m_cascade->definition);
    QTRY_VERIFY(store.snapshot(watched)->primary());
}

void TestStore::hungNodeHoldsNothingUp()
{
    m_cascade->n1->signal(SIGSTOP);
    const auto resume = qScopeGuard([this] { m_cascade->n1->signal(SIGCONT); });
    QElapsedTimer clock;
    qint64 watching = 0, forgetting = 0;
    {
        ClusterStore store(nullptr, {.interval = Milliseconds(50), .timeout = Milliseconds(3'600'000)});
        clock.start();
        store.watch(m_cascade->definition);
        watching = clock.elapsed();
        QTRY_VERIFY(store.snapshot(watched)->node(QStringLiteral("n2"))->role ==
                    NodeRole::Standby); // the others are seen
        clock.start();
        store.forget(watched);
        forgetting = clock.elapsed();
        store.watch(m_cascade->definition);
        clock.start();
    }
    QVERIFY2(watching < 500 && forgetting < 500, qPrintable(QStringLiteral("%1 %2").arg(watching).arg(forgetting)));
    QVERIFY2(clock.elapsed() < 2000, qPrintable(QString::number(clock.elapsed())));
}

void TestStore::historyIsRecorded()
{
    const QTemporaryDir directory;
    History history({.file = directory.filePath(QStringLiteral("history.db"))});
    ClusterStore store(&history, quick);
    store.watch(m_cascade->definition);
    HistorySegments segments;
    bool asked = false;
    QObject asker; // goes with this function: an answer still on its way then finds nobody
    const auto recorded = [&] {
        if (!std::exchange(asked, true)) {
            const qint64 now = QDateTime::currentMSecsSinceEpoch();
            history.lag(watched, LagKind::ReplayBytes, now - 60'000, now, 100'000, &asker, [&](const auto &byNode) {
                segments = byNode.value(QStringLiteral("n3"));
                asked = false;
            });
        }
        return !segments.isEmpty() && segments.last().size() >= 10;
    };
    QTRY_VERIFY_WITH_TIMEOUT(recorded(), 20'000);
    QVERIFY(history.damage().isEmpty());
}

QTEST_GUILESS_MAIN(TestStore)
#include "test_store.moc"
