#include "core/cluster/discovery.h"
#include "tests/live/lab/version_lab.h"
#include "tests/support/postgres_versions.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>

#include <algorithm>

using namespace howdah;
using namespace howdah::test;

namespace {

const QString primary = QStringLiteral("n1");
const QString standby = QStringLiteral("n2");
const QString sibling = QStringLiteral("n3");
constexpr int fourMegabytes = 4 * 1024 * 1024;

Deadline soon()
{
    return VersionLab::soon();
}

/// A moment that the server told just now.
bool isRecent(const std::optional<QDateTime> &moment, const NodeSample &sample)
{
    return moment && sample.serverTime && std::abs(moment->msecsTo(*sample.serverTime)) < 60'000;
}

void addRows(const QList<int> &majors)
{
    QTest::addColumn<int>("major");
    for (const int major : majors)
        QTest::newRow(qPrintable(QString::number(major))) << major;
}

} // namespace

/// The whole life of a lab on every major version that Howdah operates, one version after the other.
class TestVersions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void olderVersionsAreRefused_data() { addRows(watchedMajors); }
    void olderVersionsAreRefused();
    void wholeLife_data() { addRows(operatedMajors); }
    void wholeLife();

private:
    using Stage = void (TestVersions::*)();
    void create();
    void primarySaysAllOfItsOwn();
    void standbySaysAllOfItsOwn();
    void samplesAreQuick();
    void documentSaysTheSame();
    void rolesSeeWhatTheyMay();
    void lagComesAndGoes();
    void pausedReplayIsMeasured();
    void lostSlotIsToldApart();
    void discoveredFromEveryNode();
    void stopsAndStartsAgain();
    void failsOver();
    void formerPrimaryDoesNotComeBackAsOne();
    void destroy();

    void write(int bytes);
    [[nodiscard]] QJsonObject document(const QString &node) const;

    int m_major = 0;
    QString m_programs;
    std::unique_ptr<VersionLab> m_lab;
};

void TestVersions::olderVersionsAreRefused()
{
    QFETCH(int, major);
    const Result<QString> programs = serverPrograms(major);
    if (!programs)
        QSKIP(said(programs).constData());
    VersionLab lab;
    const Result<void> created = lab.create(*programs, 1);
    QVERIFY(!created.ok());
    QCOMPARE(errorCodeName(created.error().code), errorCodeName(ErrorCode::Unsupported));
    QCOMPARE(created.error().detail, *programs);
    QVERIFY(lab.labs.all()->isEmpty());
}

void TestVersions::wholeLife()
{
    QFETCH(int, major);
    const Result<QString> programs = serverPrograms(major);
    if (!programs)
        QSKIP(said(programs).constData());
    m_major = major;
    m_programs = *programs;
    m_lab = std::make_unique<VersionLab>();
    const auto end = qScopeGuard([this] { m_lab.reset(); });
    for (const Stage stage :
         {&TestVersions::create, &TestVersions::primarySaysAllOfItsOwn, &TestVersions::standbySaysAllOfItsOwn,
          &TestVersions::samplesAreQuick, &TestVersions::documentSaysTheSame, &TestVersions::rolesSeeWhatTheyMay,
          &TestVersions::lagComesAndGoes, &TestVersions::pausedReplayIsMeasured, &TestVersions::lostSlotIsToldApart,
          &TestVersions::discoveredFromEveryNode, &TestVersions::stopsAndStartsAgain, &TestVersions::failsOver,
          &TestVersions::formerPrimaryDoesNotComeBackAsOne, &TestVersions::destroy}) {
        (this->*stage)();
        if (QTest::currentTestFailed())
            return;
    }
}

void TestVersions::create()
{
    QElapsedTimer watch;
    watch.start();
    const Result<void> created = m_lab->create(m_programs, 2);
    const qint64 took = watch.elapsed();
    QVERIFY2(created.ok(), said(created));
    qInfo("PostgreSQL %d: created with 2 standbys in %lld ms", m_major, took);
    QVERIFY(m_lab->shows([this] { return m_lab->isCaughtUp(standby) && m_lab->isCaughtUp(sibling); }));
    QVERIFY2(m_lab->snapshot->findings.isEmpty(), qPrintable(m_lab->snapshot->findings.value(0).text));
    QVERIFY(m_lab->snapshot->strangers.isEmpty());
    QCOMPARE(m_lab->snapshot->health, Health::Good);
    for (const NodeState &node : m_lab->snapshot->nodes) {
        QCOMPARE(node.sample->version.major(), m_major);
        QCOMPARE(node.sample->systemIdentifier, m_lab->lab.cluster.systemIdentifier);
        QCOMPARE(node.timeline, Timeline(1));
    }
}

void TestVersions::primarySaysAllOfItsOwn()
{
    const NodeSample &sample = m_lab->sample(primary);
    QVERIFY(sample.permitted && !sample.inRecovery && !sample.standbySignal && !sample.restartPending);
    QVERIFY(sample.head && !sample.received && !sample.replayed && !sample.replayPause && !sample.receiver);
    QVERIFY(isRecent(sample.postmasterStarted, sample));
    QCOMPARE(sample.clusterName, primary);
    QCOMPARE(sample.dataDirectory, m_lab->lab.cluster.node(primary)->dataDirectory);
    QCOMPARE(sample.serverAddress, QStringLiteral("127.0.0.1"));
    QCOMPARE(QString::number(sample.serverPort), m_lab->connInfo(primary).port());
    QVERIFY(sample.clientBackends.value_or(0) > 0 && sample.maxConnections.value_or(0) > 0);
    QCOMPARE(sample.reservedConnections, std::optional(3));
    QCOMPARE(sample.maxWalSenders, std::optional(16));
    QVERIFY(sample.databaseBytes.value_or(0) > 1'000'000);
    QCOMPARE(sample.archiveMode, QStringLiteral("off"));
    QCOMPARE(sample.archivedCount, std::optional<qint64>(0));
    QCOMPARE(sample.archiveFailedCount, std::optional<qint64>(0));

    QCOMPARE(sample.senders.size(), 2);
    for (const WalSenderSample &sender : sample.senders) {
        QCOMPARE(sender.slotName, QStringLiteral("howdah_") + sender.applicationName);
        QCOMPARE(sender.state, QStringLiteral("streaming"));
        QCOMPARE(sender.syncState, QStringLiteral("async"));
        for (const std::optional<Lsn> &position : {sender.sent, sender.written, sender.flushed, sender.replayed})
            QVERIFY(position && position->isValid());
        QVERIFY(isRecent(sender.replyTime, sample));
    }
    QCOMPARE(sample.replicationSlots.size(), 2);
    for (const SlotSample &slot : sample.replicationSlots) {
        QCOMPARE(slot.type, QStringLiteral("physical"));
        QVERIFY(slot.active && slot.activePid && slot.restartLsn && slot.retainedBytes);
        QCOMPARE(slot.walStatus, QStringLiteral("reserved"));
        QVERIFY(slot.safeWalBytes.value_or(0) > 0);
    }
}

void TestVersions::standbySaysAllOfItsOwn()
{
    const NodeSample &sample = m_lab->sample(standby);
    QVERIFY(sample.permitted && sample.inRecovery && sample.standbySignal);
    QVERIFY(sample.head && sample.received && sample.replayed);
    QCOMPARE(sample.replayPause, std::optional(ReplayPause::NotPaused));
    QVERIFY(isRecent(sample.lastReplayedCommit, sample));
    QCOMPARE(sample.primarySlotName, QStringLiteral("howdah_n2"));
    QVERIFY2(sample.primaryConnInfo.contains(m_lab->connInfo(primary).port()), qPrintable(sample.primaryConnInfo));
    QCOMPARE(sample.delayMs, std::optional<qint64>(0));

    const WalReceiverSample &receiver = *sample.receiver;
    QCOMPARE(receiver.status, QStringLiteral("streaming"));
    QCOMPARE(receiver.senderHost, QStringLiteral("127.0.0.1"));
    QCOMPARE(QString::number(receiver.senderPort), m_lab->connInfo(primary).port());
    QCOMPARE(receiver.slotName, QStringLiteral("howdah_n2"));
    QCOMPARE(receiver.receivedTimeline, Timeline(1));
    QVERIFY(receiver.written && receiver.flushed && *receiver.written >= *receiver.flushed);
    QVERIFY(isRecent(receiver.lastMessageReceived, sample));
    QCOMPARE(m_lab->node(standby).upstream, primary);
    QCOMPARE(m_lab->node(standby).syncState, QStringLiteral("async"));
}

void TestVersions::samplesAreQuick()
{
    constexpr int rounds = 15;
    for (const NodeDefinition &definition : m_lab->lab.cluster.nodes.first(2)) {
        Result<Connection> connection = Connection::open(definition.connInfo, soon());
        QVERIFY2(connection.ok(), said(connection));
        QList<qint64> microseconds;
        for (int round = 0; round < rounds; ++round) {
            const NodeSamplePtr taken =
                takeSample(*connection, QStringLiteral("c"), definition, Milliseconds{5000}, {});
            QVERIFY2(!taken->failure, qPrintable(taken->failure ? taken->failure->full() : QString()));
            microseconds << taken->roundTripMicroseconds;
        }
        std::sort(microseconds.begin(), microseconds.end());
        qInfo("PostgreSQL %d: a sample of %s takes %lld us (median of %d, rare values included; %lld to %lld)", m_major,
              qPrintable(definition.name), microseconds.at(rounds / 2), rounds, microseconds.first(),
              microseconds.last());
        QVERIFY(microseconds.first() > 0);
    }
}

void TestVersions::documentSaysTheSame()
{
    const QJsonObject whole = toJson(m_lab->look());
    QCOMPARE(whole[QStringLiteral("systemIdentifier")].toString(), m_lab->lab.cluster.systemIdentifier);
    QCOMPARE(whole[QStringLiteral("nodes")].toArray().size(), 3);
    QCOMPARE(document(primary)[QStringLiteral("role")], QStringLiteral("primary"));
    QCOMPARE(document(primary)[QStringLiteral("state")], QStringLiteral("running"));
    for (const QJsonValue &value : document(primary)[QStringLiteral("lag")].toObject())
        QVERIFY(value.isNull());
    QCOMPARE(document(standby)[QStringLiteral("role")], QStringLiteral("standby"));
    QCOMPARE(document(standby)[QStringLiteral("state")], QStringLiteral("streaming"));
    QCOMPARE(document(standby)[QStringLiteral("upstream")], primary);
    QCOMPARE(document(standby)[QStringLiteral("timeline")], 1);
    QCOMPARE(document(standby)[QStringLiteral("replayPaused")], false);
    const QJsonObject lag = document(standby)[QStringLiteral("lag")].toObject();
    for (const char *name : {"sendBytes", "writeBytes", "flushBytes", "replayBytes"})
        QVERIFY2(lag[QLatin1String(name)].isDouble(), name);
}

/// With pg_monitor all, without it less, and an answer in either case.
void TestVersions::rolesSeeWhatTheyMay()
{
    m_lab->sql(primary,
               QStringLiteral(
                   "CREATE ROLE monitor LOGIN PASSWORD 'm' IN ROLE pg_monitor; CREATE ROLE plain LOGIN PASSWORD 'm'"));
    QVERIFY(m_lab->shows([this] { return m_lab->isCaughtUp(standby); }));
    for (const NodeDefinition &definition : m_lab->lab.cluster.nodes.first(2))
        for (const QString &role : {QStringLiteral("monitor"), QStringLiteral("plain")}) {
            NodeDefinition node = definition;
            node.connInfo.set(QStringLiteral("user"), role);
            node.connInfo.set(QStringLiteral("password"), QStringLiteral("m"));
            const NodeSamplePtr sample = sampleOnce({}, node, Milliseconds{5000}, {});
            QVERIFY2(!sample->failure, qPrintable(sample->failure ? sample->failure->full() : QString()));
            const bool mayAll = role == QLatin1String("monitor");
            QCOMPARE(sample->permitted, mayAll);
            QVERIFY(sample->head && sample->timeline == 1 &&
                    sample->replicationSlots.size() == m_lab->sample(node.name).replicationSlots.size());
            QCOMPARE(sample->dataDirectory.isEmpty(), !mayAll);
            QCOMPARE(sample->clientBackends.has_value(), mayAll);
            if (sample->receiver)
                QCOMPARE(sample->receiver->status.isEmpty(), !mayAll);
            for (const WalSenderSample &sender : sample->senders)
                QCOMPARE(sender.permitted(), mayAll);
        }
}

void TestVersions::lagComesAndGoes()
{
    write(fourMegabytes);
    QVERIFY(m_lab->shows([this] { return m_lab->isCaughtUp(standby) && m_lab->node(standby).lag.replayMs; }));
    const Lag &lag = m_lab->node(standby).lag;
    for (const std::optional<qint64> &bytes : {lag.sendBytes, lag.writeBytes, lag.flushBytes, lag.replayBytes})
        QCOMPARE(bytes, std::optional<qint64>(0));
    for (const std::optional<qint64> &interval : {lag.writeMs, lag.flushMs, lag.replayMs})
        QVERIFY(interval && *interval >= 0 && *interval < 30'000);
}

/// Bytes against the server's own arithmetic; time as it grows while nothing is replayed.
void TestVersions::pausedReplayIsMeasured()
{
    const Arguments node{{QStringLiteral("node"), standby}};
    const QString behind = QStringLiteral("SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), replay_lsn)::bigint "
                                          "FROM pg_stat_replication WHERE application_name = 'n2'");
    m_lab->operate(QStringLiteral("pause-replay"), node);
    if (QTest::currentTestFailed())
        return;
    write(fourMegabytes);
    QVERIFY(m_lab->shows([this] { return m_lab->node(standby).lag.flushBytes == 0; }));
    const qint64 before = m_lab->sql(primary, behind).toLongLong();
    const NodeState &paused = *m_lab->look().node(standby);
    const qint64 after = m_lab->sql(primary, behind).toLongLong();
    QCOMPARE(paused.state, QString(node_state::replayPaused));
    QCOMPARE(paused.sample->replayPause, std::optional(ReplayPause::Paused));
    QVERIFY2(before >= fourMegabytes, qPrintable(QString::number(before)));
    QVERIFY(paused.lag.replayBytes >= before && paused.lag.replayBytes <= after);
    QCOMPARE(document(standby)[QStringLiteral("replayPaused")], true);
    QVERIFY(m_lab->shows([this] { return m_lab->node(standby).lag.replayMs > 500; }));
    QCOMPARE(m_lab->node(sibling).lag.replayBytes, std::optional<qint64>(0));

    m_lab->operate(QStringLiteral("resume-replay"), node);
    if (QTest::currentTestFailed())
        return;
    QVERIFY(m_lab->shows([this] { return m_lab->isCaughtUp(standby); }));
    QCOMPARE(m_lab->sample(standby).replayPause, std::optional(ReplayPause::NotPaused));
}

void TestVersions::lostSlotIsToldApart()
{
    const QString slotName = QStringLiteral("left_behind");
    m_lab->sql(primary, QStringLiteral("SELECT pg_create_physical_replication_slot('%1', true)").arg(slotName));
    for (const char *setting : {"max_slot_wal_keep_size", "wal_keep_size"})
        m_lab->sql(primary, QStringLiteral("ALTER SYSTEM SET %1 = '16MB'").arg(QLatin1String(setting)));
    m_lab->sql(primary, QStringLiteral("SELECT pg_reload_conf()"));
    for (int segment = 0; segment < 2; ++segment)
        m_lab->sql(primary, QStringLiteral("SELECT pg_create_restore_point('next'), pg_switch_wal()"));
    QVERIFY(m_lab->shows([this] { return m_lab->isCaughtUp(standby) && m_lab->isCaughtUp(sibling); }));
    m_lab->sql(primary, QStringLiteral("CHECKPOINT"));
    for (const SlotSample &slot : m_lab->look().node(primary)->sample->replicationSlots) {
        const bool lost = slot.name == slotName;
        QCOMPARE(slot.walStatus, lost ? QStringLiteral("lost") : QStringLiteral("reserved"));
        QCOMPARE(slot.safeWalBytes.has_value(), !lost);
        QCOMPARE(slot.retainedBytes.has_value(), !lost);
    }
    QCOMPARE(m_lab->snapshot->findings.value(0).id, QStringLiteral("slot-lost"));
    m_lab->sql(primary, QStringLiteral("SELECT pg_drop_replication_slot('%1')").arg(slotName));
    m_lab->sql(primary, QStringLiteral("ALTER SYSTEM RESET ALL"));
    m_lab->sql(primary, QStringLiteral("SELECT pg_reload_conf()"));
}

void TestVersions::discoveredFromEveryNode()
{
    for (const NodeDefinition &start : m_lab->lab.cluster.nodes) {
        const Result<Discovery> found = discoverCluster(QStringLiteral("found"), {start.connInfo}, soon());
        QVERIFY2(found.ok(), said(found));
        QVERIFY2(found->remarks.isEmpty(), qPrintable(found->remarks.join(u'\n')));
        QCOMPARE(found->cluster.systemIdentifier, m_lab->lab.cluster.systemIdentifier);
        QCOMPARE(found->cluster.nodes.size(), 3);
        QCOMPARE(found->cluster.nodes.first().name, primary);
        for (const NodeDefinition &definition : m_lab->lab.cluster.nodes) {
            const NodeDefinition *same = found->cluster.node(definition.name);
            QVERIFY2(same, qPrintable(definition.name));
            QCOMPARE(same->connInfo.port(), definition.connInfo.port());
            QCOMPARE(same->dataDirectory, definition.dataDirectory);
        }
    }
}

void TestVersions::stopsAndStartsAgain()
{
    const Result<void> stopped = m_lab->labs.stop(m_lab->lab.name, soon());
    QVERIFY2(stopped.ok(), said(stopped));
    for (const NodeState &node : m_lab->look().nodes) {
        QCOMPARE(node.state, QString(node_state::unreachable));
        QCOMPARE(node.lag, Lag());
    }
    const Result<void> started = m_lab->labs.start(m_lab->lab.name, soon());
    QVERIFY2(started.ok(), said(started));
    QVERIFY(m_lab->shows([this] { return m_lab->isCaughtUp(standby) && m_lab->isCaughtUp(sibling); }));
}

/// The new timeline is seen in the moment of the promotion, long before the next checkpoint writes it to the control
/// file.
void TestVersions::failsOver()
{
    NodeSamplePtr promoted;
    const auto lookAtPromotion = [&](const OperationEvent &event) {
        if (event.kind == OperationEvent::Kind::StepChanged && event.stepState == StepState::Done && !promoted) {
            const NodeSamplePtr now = sampleOnce({}, *m_lab->lab.cluster.node(standby), Milliseconds{5000}, {});
            promoted = now->failure || now->inRecovery ? nullptr : now;
        }
    };
    m_lab->operate(QStringLiteral("failover"),
                   {{QStringLiteral("candidate"), standby}, {QStringLiteral("fence"), QStringLiteral("stop")}},
                   lookAtPromotion);
    if (QTest::currentTestFailed())
        return;
    QVERIFY(promoted);
    QCOMPARE(promoted->timeline, Timeline(2));
    QVERIFY(promoted->head && !promoted->received && !promoted->replayPause && !promoted->receiver &&
            !promoted->standbySignal);

    QVERIFY(m_lab->shows([this] { return m_lab->isCaughtUp(sibling); }));
    QCOMPARE(m_lab->snapshot->primary(), &m_lab->node(standby));
    QCOMPARE(m_lab->node(standby).timeline, Timeline(2));
    QCOMPARE(m_lab->node(sibling).upstream, standby);
    QCOMPARE(m_lab->node(sibling).timeline, Timeline(2));
    QCOMPARE(m_lab->sample(sibling).receiver->receivedTimeline, Timeline(2));
    QCOMPARE(document(standby)[QStringLiteral("role")], QStringLiteral("primary"));
    QCOMPARE(document(standby)[QStringLiteral("timeline")], 2);
    QVERIFY(document(standby)[QStringLiteral("upstream")].isNull() &&
            document(standby)[QStringLiteral("replayPaused")].isNull());
    QCOMPARE(document(primary)[QStringLiteral("role")], QStringLiteral("unknown"));
}

void TestVersions::formerPrimaryDoesNotComeBackAsOne()
{
    const Result<void> started = m_lab->labs.start(m_lab->lab.name, soon());
    QVERIFY2(started.ok(), said(started));
    QVERIFY(m_lab->shows([this] { return m_lab->node(primary).role == NodeRole::Standby; }));
    QCOMPARE(m_lab->snapshot->primary(), &m_lab->node(standby));
}

void TestVersions::destroy()
{
    const QString directory = m_lab->lab.directory;
    const Result<void> destroyed = m_lab->labs.destroy(m_lab->lab.name, soon());
    QVERIFY2(destroyed.ok(), said(destroyed));
    QVERIFY(!QFile::exists(directory));
    for (const NodeState &node : m_lab->look().nodes)
        QCOMPARE(node.state, QString(node_state::unreachable));
}

void TestVersions::write(int bytes)
{
    // Not compressible, so that at least so many bytes come into the WAL.
    m_lab->sql(primary, QStringLiteral("CREATE TABLE IF NOT EXISTS filler (content text); "
                                       "INSERT INTO filler SELECT md5(random()::text) FROM generate_series(1, %1)")
                            .arg(bytes / 32));
}

QJsonObject TestVersions::document(const QString &node) const
{
    for (const QJsonValue &one : toJson(*m_lab->snapshot)[QStringLiteral("nodes")].toArray())
        if (one[QStringLiteral("name")].toString() == node)
            return one.toObject();
    return {};
}

QTEST_GUILESS_MAIN(TestVersions)
#include "test_versions.moc"
