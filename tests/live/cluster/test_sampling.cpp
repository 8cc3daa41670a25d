#include "tests/live/cluster/live_cascade.h"

#include "core/cluster/node_state.h"
#include "core/cluster/sample_query.h"

#include <QScopeGuard>
#include <QTest>

using namespace howdah;
using namespace howdah::test;

namespace {

const Milliseconds patience{5000};

void write(LiveServer &server, int megabytes)
{
    server.sql(QStringLiteral("CREATE TABLE IF NOT EXISTS filler (content text); "
                              "INSERT INTO filler SELECT repeat(md5(i::text), 32) FROM generate_series(1, %1) AS i")
                   .arg(megabytes * 1024));
}

} // namespace

/// One cascade for all: each test leaves it as it was found.
class TestSampling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_cascade = std::make_unique<LiveCascade>(); }
    void init() { QVERIFY(m_cascade->shows(allCaughtUp)); }
    void cascadeIsSeenAsItIs();
    void idleStandbyStaysAtZero();
    void pausedReplayIsNotStreamingWell();
    void cascadeIsComparedWithWhatItsUpstreamReceived();
    void hungPrimaryLeavesLagUnknown();
    void unprivilegedRoleIsToldApartFromTrouble();
    void everyVersionsQueryNamesWhatItsReaderNeeds_data();
    void everyVersionsQueryNamesWhatItsReaderNeeds();

private:
    std::unique_ptr<LiveCascade> m_cascade;
};

void TestSampling::cascadeIsSeenAsItIs()
{
    const ClusterSnapshot &snapshot = *m_cascade->last;
    QCOMPARE(snapshot.primary(), &m_cascade->node("n1"));
    QCOMPARE(m_cascade->node("n2").upstream, QStringLiteral("n1"));
    QCOMPARE(m_cascade->node("n3").upstream, QStringLiteral("n2"));
    QCOMPARE(snapshot.standbysOf(QStringLiteral("n1")).size(), 1);
    QCOMPARE(snapshot.health, Health::Good);
    QVERIFY2(snapshot.findings.isEmpty(), qPrintable(snapshot.findings.value(0).text));
    QVERIFY(snapshot.strangers.isEmpty());
    for (const NodeState &node : snapshot.nodes) {
        QCOMPARE(node.timeline, Timeline(1));
        QVERIFY(node.sample->permitted);
        QVERIFY(node.sample->databaseBytes.value_or(0) > 0);
        QVERIFY(node.sample->clientBackends.value_or(0) > 0);
        QVERIFY(node.sample->maxConnections.value_or(0) > 0);
        QVERIFY(node.sample->postmasterStarted);
        QVERIFY(node.sample->head);
    }
    const NodeSample &n1 = *m_cascade->node("n1").sample;
    QCOMPARE(n1.dataDirectory, m_cascade->n1->dataDirectory());
    QCOMPARE(n1.senders.value(0).slotName, QStringLiteral("n2_slot"));
    QCOMPARE(n1.replicationSlots.value(0).walStatus, QStringLiteral("reserved"));
}

void TestSampling::idleStandbyStaysAtZero()
{
    // pg_last_xact_replay_timestamp() ages while nothing happens; lag must not age with it.
    const QDateTime begin = QDateTime::currentDateTimeUtc();
    std::optional<qint64> worst = 0;
    QVERIFY(QTest::qWaitFor(
        [&] {
            m_cascade->look();
            for (const char *name : {"n2", "n3"}) {
                const Lag &lag = m_cascade->node(name).lag;
                worst = worst && lag.replayMs ? std::optional(std::max(*worst, *lag.replayMs)) : std::nullopt;
                worst = lag.replayBytes == 0 ? worst : std::nullopt;
            }
            return begin.msecsTo(QDateTime::currentDateTimeUtc()) > 3000;
        },
        10'000));
    QVERIFY2(worst, "replay lag became unknown or not zero bytes on an idle standby");
    QVERIFY2(*worst < 2000, qPrintable(QString::number(*worst)));
}

void TestSampling::pausedReplayIsNotStreamingWell()
{
    m_cascade->n2->sql(QStringLiteral("SELECT pg_wal_replay_pause()"));
    const auto resume = qScopeGuard([this] { m_cascade->n2->sql(QStringLiteral("SELECT pg_wal_replay_resume()")); });
    write(*m_cascade->n1, 4);
    QVERIFY(m_cascade->shows([&](const ClusterSnapshot &snapshot) {
        const NodeState &n2 = *snapshot.node(QStringLiteral("n2"));
        return n2.state == node_state::replayPaused && n2.lag.replayBytes.value_or(0) > 4'000'000 &&
               n2.lag.flushBytes == 0;
    }));
    QVERIFY(hasFinding(*m_cascade->last, "replay-paused", "n2"));
    QCOMPARE(m_cascade->node("n2").health, Health::Attention);
    m_cascade->n2->sql(QStringLiteral("SELECT pg_wal_replay_resume()"));
    QVERIFY(m_cascade->shows(allCaughtUp));
    QVERIFY(!hasFinding(*m_cascade->last, "replay-paused", "n2"));
}

void TestSampling::cascadeIsComparedWithWhatItsUpstreamReceived()
{
    // n2 replays nothing, n3 replays all: n3 is ahead of its upstream's replay, and not behind at all.
    m_cascade->n2->sql(QStringLiteral("SELECT pg_wal_replay_pause()"));
    const auto resume = qScopeGuard([this] { m_cascade->n2->sql(QStringLiteral("SELECT pg_wal_replay_resume()")); });
    write(*m_cascade->n1, 1);
    QVERIFY(m_cascade->shows([&](const ClusterSnapshot &snapshot) {
        return snapshot.node(QStringLiteral("n2"))->lag.replayBytes.value_or(0) > 1'000'000 &&
               snapshot.node(QStringLiteral("n3"))->lag.replayBytes == 0;
    }));
    const NodeSample &n2 = *m_cascade->node("n2").sample;
    const NodeSample &n3 = *m_cascade->node("n3").sample;
    QVERIFY(*n3.replayed > *n2.replayed);
}

void TestSampling::hungPrimaryLeavesLagUnknown()
{
    // A stopped process keeps its connections: n2's receiver still says "streaming".
    m_cascade->n1->signal(SIGSTOP);
    const auto resume = qScopeGuard([this] { m_cascade->n1->signal(SIGCONT); });
    const QList<NodeSamplePtr> samples = sampleAll(m_cascade->definition, Milliseconds(500));
    const ClusterSnapshotPtr snapshot =
        makeSnapshot(m_cascade->definition, samples, m_cascade->last, QDateTime::currentDateTimeUtc());
    const NodeState &n2 = *snapshot->node(QStringLiteral("n2"));
    QCOMPARE(snapshot->node(QStringLiteral("n1"))->sample->failure->code, ErrorCode::TimedOut);
    QCOMPARE(n2.sample->receiver->status, QStringLiteral("streaming"));
    QCOMPARE(n2.lag, Lag());
    QCOMPARE(n2.upstream, QStringLiteral("n1"));
    QCOMPARE(snapshot->node(QStringLiteral("n3"))->lag.replayBytes, std::optional<qint64>(0));
    QVERIFY(hasFinding(*snapshot, "no-primary"));
}

void TestSampling::unprivilegedRoleIsToldApartFromTrouble()
{
    m_cascade->n1->sql(QStringLiteral("CREATE ROLE \"plain user\" LOGIN"));
    const auto drop = qScopeGuard([this] { m_cascade->n1->sql(QStringLiteral("DROP ROLE \"plain user\"")); });
    ClusterDefinition definition = m_cascade->definition;
    for (NodeDefinition &node : definition.nodes)
        node.connInfo.set(QStringLiteral("user"), QStringLiteral("plain user"));
    ClusterSnapshotPtr snapshot;
    QVERIFY(QTest::qWaitFor(
        [&] {
            snapshot =
                makeSnapshot(definition, sampleAll(definition, patience), nullptr, QDateTime::currentDateTimeUtc());
            return std::none_of(snapshot->nodes.begin(), snapshot->nodes.end(),
                                [](const NodeState &node) { return node.sample->failure.has_value(); });
        },
        20'000));
    const NodeState &n2 = *snapshot->node(QStringLiteral("n2"));
    QCOMPARE(n2.role, NodeRole::Standby);
    QCOMPARE(n2.state, QString(node_state::notPermitted));
    QCOMPARE(n2.lag, Lag());
    QVERIFY(!n2.sample->permitted);
    QVERIFY(!n2.sample->clientBackends);
    QVERIFY(!n2.sample->systemIdentifier.isEmpty());
    QVERIFY(hasFinding(*snapshot, "not-permitted", "n2"));
    QVERIFY(!hasFinding(*snapshot, "standby-not-streaming", "n2"));
    const Finding &finding = *std::find_if(snapshot->findings.begin(), snapshot->findings.end(),
                                           [](const Finding &one) { return one.id == QLatin1String("not-permitted"); });
    QVERIFY2(finding.remedy.contains(QStringLiteral("GRANT pg_monitor TO \"plain user\"")), qPrintable(finding.remedy));
}

void TestSampling::everyVersionsQueryNamesWhatItsReaderNeeds_data()
{
    QTest::addColumn<int>("version");
    for (const int version : {90624, 100000, 110000, 120000, 130000, 140000, 150000, 160000, 170000, 180000})
        QTest::newRow(qPrintable(QString::number(version))) << version;
}

/// Of the versions that this server can stand in for, the statement must run here; the older and newer ones differ in
/// the words that were renamed or added, which are told by name.
void TestSampling::everyVersionsQueryNamesWhatItsReaderNeeds()
{
    QFETCH(int, version);
    for (const SampleScope scope : {SampleScope::Usual, SampleScope::WithRareValues}) {
        const QString sql = sampleQuery(ServerVersion(version), scope);
        QCOMPARE(sql.contains(QStringLiteral("xlog")), version < 100000);
        QCOMPARE(sql.contains(QStringLiteral("sent_location")), version < 100000);
        QCOMPARE(sql.contains(QStringLiteral("sender_host")), version >= 110000);
        QCOMPARE(sql.contains(QStringLiteral("primary_conninfo")), version >= 120000);
        QCOMPARE(sql.contains(QStringLiteral("wal_status")), version >= 130000);
        QCOMPARE(sql.contains(QStringLiteral("pg_get_wal_replay_pause_state")), version >= 140000);
        QCOMPARE(sql.contains(QStringLiteral("'reserved_connections'")), version >= 160000);
        QCOMPARE(sql.contains(QStringLiteral("pg_database_size")), scope == SampleScope::WithRareValues);
        const int here = m_cascade->n1->sql(QStringLiteral("SHOW server_version_num")).toInt();
        if (version >= 130000 && version <= here)
            for (LiveServer *server : {m_cascade->n1.get(), m_cascade->n2.get()})
                QVERIFY(!server->sql(QStringLiteral("SELECT count(*) FROM (%1) AS answer").arg(sql)).isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestSampling)
#include "test_sampling.moc"
