#include "core/cluster/discovery.h"
#include "core/cluster/node_state.h"
#include "core/cluster/sampler.h"
#include "core/lab/lab.h"
#include "core/operations/catalogue.h"
#include "core/operations/runner.h"
#include "core/pg/connection.h"
#include "tests/support/live_server.h"
#include "tests/support/postgres_versions.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QTest>

#include <algorithm>

using namespace howdah;
using namespace howdah::test;

namespace {

const QString primary = QStringLiteral("n1");
const QString standby = QStringLiteral("n2");
const Milliseconds patience{5000};
constexpr int fourMegabytes = 4 * 1024 * 1024;

Deadline soon()
{
    return Deadline::after(Milliseconds{60000});
}

/// A moment that the server told just now.
bool isRecent(const std::optional<QDateTime> &moment, const NodeSample &sample)
{
    return moment && sample.serverTime && std::abs(moment->msecsTo(*sample.serverTime)) < 60'000;
}

bool isCaughtUp(const ClusterSnapshot &snapshot)
{
    const NodeState &node = *snapshot.node(standby);
    return node.state == node_state::streaming && node.lag.replayBytes == 0 && node.sample->receiver &&
           node.sample->receiver->status == QLatin1String("streaming");
}

} // namespace

/// The whole life of a lab on every major version that Howdah operates, one version after the other.
class TestVersions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void wholeLife_data();
    void wholeLife();
    void olderVersionsAreRefused_data();
    void olderVersionsAreRefused();

private:
    using Stage = void (TestVersions::*)();
    void create();
    void primarySaysAllOfItsOwn();
    void standbySaysAllOfItsOwn();
    void samplesAreQuick();
    void documentSaysTheSame();
    void lagComesAndGoes();
    void pausedReplayIsMeasured();
    void discoveredFromEitherNode();
    void stopsAndStartsAgain();
    void promotedNodeIsOnItsNewTimelineAtOnce();
    void overtakenPrimaryStaysDown();
    void destroy();

    QString sql(const QString &node, const QString &text);
    void write(int bytes);
    void operate(const QString &operation);
    const ClusterSnapshot &look();
    template <typename Condition> bool shows(Condition condition)
    {
        return QTest::qWaitFor([&] { return condition(look()); }, 30'000);
    }
    [[nodiscard]] const NodeState &node(const QString &name) const { return *m_snapshot->node(name); }
    [[nodiscard]] const NodeSample &sample(const QString &name) const { return *node(name).sample; }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Hosts> m_hosts;
    std::unique_ptr<Labs> m_labs;
    int m_major = 0;
    Lab m_lab;
    ClusterSnapshotPtr m_snapshot;
};

void TestVersions::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    qputenv("HOWDAH_HOME", m_home->path().toUtf8());
    m_hosts = std::make_unique<Hosts>();
    m_labs = std::make_unique<Labs>(*m_hosts);
    m_snapshot.reset();
}

void TestVersions::cleanup()
{
    for (const Lab &lab : m_labs->all().valueOr({}))
        if (const Result<void> destroyed = m_labs->destroy(lab.name, soon()); !destroyed)
            qWarning("%s", said(destroyed).constData());
}

void TestVersions::wholeLife_data()
{
    QTest::addColumn<int>("major");
    for (const int major : operatedMajors)
        QTest::newRow(qPrintable(QString::number(major))) << major;
}

void TestVersions::wholeLife()
{
    QFETCH(int, major);
    m_major = major;
    if (const Result<QString> programs = serverPrograms(major); !programs)
        QSKIP(said(programs).constData());
    for (const Stage stage :
         {&TestVersions::create, &TestVersions::primarySaysAllOfItsOwn, &TestVersions::standbySaysAllOfItsOwn,
          &TestVersions::samplesAreQuick, &TestVersions::documentSaysTheSame, &TestVersions::lagComesAndGoes,
          &TestVersions::pausedReplayIsMeasured, &TestVersions::discoveredFromEitherNode,
          &TestVersions::stopsAndStartsAgain, &TestVersions::promotedNodeIsOnItsNewTimelineAtOnce,
          &TestVersions::overtakenPrimaryStaysDown, &TestVersions::destroy}) {
        (this->*stage)();
        if (QTest::currentTestFailed())
            return;
    }
}

void TestVersions::olderVersionsAreRefused_data()
{
    QTest::addColumn<int>("major");
    for (const int major : watchedMajors)
        QTest::newRow(qPrintable(QString::number(major))) << major;
}

void TestVersions::olderVersionsAreRefused()
{
    QFETCH(int, major);
    LabRequest request;
    request.name = QStringLiteral("versions");
    const Result<QString> programs = serverPrograms(major);
    if (!programs)
        QSKIP(said(programs).constData());
    request.binDirectory = *programs;
    const Result<Lab> lab = m_labs->create(request, soon());
    QVERIFY(!lab.ok());
    QCOMPARE(errorCodeName(lab.error().code), errorCodeName(ErrorCode::Unsupported));
    QCOMPARE(lab.error().detail, *programs);
    QVERIFY(m_labs->all()->isEmpty());
}

void TestVersions::create()
{
    LabRequest request;
    request.name = QStringLiteral("versions");
    request.standbys = 1;
    request.binDirectory = serverPrograms(m_major).valueOr({});
    QElapsedTimer watch;
    watch.start();
    const Result<Lab> lab = m_labs->create(request, soon());
    const qint64 took = watch.elapsed();
    QVERIFY2(lab.ok(), said(lab));
    qInfo("PostgreSQL %d: created with 1 standby in %lld ms", m_major, took);
    m_lab = *lab;
    QVERIFY(shows(isCaughtUp));
    QVERIFY2(m_snapshot->findings.isEmpty(), qPrintable(m_snapshot->findings.value(0).text));
    QVERIFY(m_snapshot->strangers.isEmpty());
    QCOMPARE(m_snapshot->health, Health::Good);
    for (const NodeState &one : m_snapshot->nodes) {
        QCOMPARE(one.sample->version.major(), m_major);
        QCOMPARE(one.sample->systemIdentifier, m_lab.cluster.systemIdentifier);
        QCOMPARE(one.timeline, Timeline(1));
    }
}

void TestVersions::primarySaysAllOfItsOwn()
{
    const NodeSample &said = sample(primary);
    QVERIFY(said.permitted && !said.inRecovery && !said.standbySignal && !said.restartPending);
    QVERIFY(said.head && !said.received && !said.replayed && !said.replayPause && !said.receiver);
    QVERIFY(isRecent(said.postmasterStarted, said));
    QCOMPARE(said.clusterName, primary);
    QCOMPARE(said.dataDirectory, m_lab.cluster.node(primary)->dataDirectory);
    QCOMPARE(said.serverAddress, QStringLiteral("127.0.0.1"));
    QCOMPARE(QString::number(said.serverPort), m_lab.cluster.node(primary)->connInfo.port());
    QVERIFY(said.clientBackends.value_or(0) > 0 && said.maxConnections.value_or(0) > 0);
    QCOMPARE(said.reservedConnections, std::optional(3));
    QCOMPARE(said.maxWalSenders, std::optional(16));
    QVERIFY(said.databaseBytes.value_or(0) > 1'000'000);
    QCOMPARE(said.archiveMode, QStringLiteral("off"));
    QCOMPARE(said.archivedCount, std::optional<qint64>(0));
    QCOMPARE(said.archiveFailedCount, std::optional<qint64>(0));

    QCOMPARE(said.senders.size(), 1);
    const WalSenderSample &sender = said.senders.first();
    QCOMPARE(sender.applicationName, standby);
    QCOMPARE(sender.state, QStringLiteral("streaming"));
    QCOMPARE(sender.syncState, QStringLiteral("async"));
    QCOMPARE(sender.slotName, QStringLiteral("howdah_n2"));
    for (const std::optional<Lsn> &position : {sender.sent, sender.written, sender.flushed, sender.replayed})
        QVERIFY(position && position->isValid());
    QVERIFY(isRecent(sender.replyTime, said));

    QCOMPARE(said.replicationSlots.size(), 1);
    const SlotSample &slot = said.replicationSlots.first();
    QCOMPARE(slot.name, QStringLiteral("howdah_n2"));
    QCOMPARE(slot.type, QStringLiteral("physical"));
    QVERIFY(slot.active && slot.activePid == sender.pid && slot.restartLsn && slot.retainedBytes);
    QCOMPARE(slot.walStatus, QStringLiteral("reserved"));
    QVERIFY(slot.safeWalBytes.value_or(0) > 0);
}

void TestVersions::standbySaysAllOfItsOwn()
{
    const NodeSample &said = sample(standby);
    QVERIFY(said.permitted && said.inRecovery && said.standbySignal);
    QVERIFY(said.head && said.received && said.replayed);
    QCOMPARE(said.replayPause, std::optional(ReplayPause::NotPaused));
    QVERIFY(isRecent(said.lastReplayedCommit, said));
    QCOMPARE(said.primarySlotName, QStringLiteral("howdah_n2"));
    QVERIFY2(said.primaryConnInfo.contains(m_lab.cluster.node(primary)->connInfo.port()),
             qPrintable(said.primaryConnInfo));
    QCOMPARE(said.delayMs, std::optional<qint64>(0));

    QVERIFY(said.receiver);
    QCOMPARE(said.receiver->status, QStringLiteral("streaming"));
    QCOMPARE(said.receiver->senderHost, QStringLiteral("127.0.0.1"));
    QCOMPARE(QString::number(said.receiver->senderPort), m_lab.cluster.node(primary)->connInfo.port());
    QCOMPARE(said.receiver->slotName, QStringLiteral("howdah_n2"));
    QCOMPARE(said.receiver->receivedTimeline, Timeline(1));
    QVERIFY(said.receiver->written && said.receiver->flushed && *said.receiver->written >= *said.receiver->flushed);
    QVERIFY(isRecent(said.receiver->lastMessageReceived, said));
    QCOMPARE(node(standby).upstream, primary);
    QCOMPARE(node(standby).syncState, QStringLiteral("async"));
}

void TestVersions::samplesAreQuick()
{
    constexpr int rounds = 31;
    for (const NodeDefinition &definition : m_lab.cluster.nodes) {
        Result<Connection> connection = Connection::open(definition.connInfo, soon());
        QVERIFY2(connection.ok(), said(connection));
        QList<qint64> microseconds;
        for (int round = 0; round < rounds; ++round) {
            const NodeSamplePtr taken = takeSample(*connection, m_lab.name, definition, patience, {});
            QVERIFY2(!taken->failure, qPrintable(taken->failure ? taken->failure->full() : QString()));
            microseconds << taken->roundTripMicroseconds;
        }
        std::sort(microseconds.begin(), microseconds.end());
        qInfo("PostgreSQL %d: a sample of %s takes %lld us (median of %d, rare values included; longest %lld)", m_major,
              qPrintable(definition.name), microseconds.at(rounds / 2), rounds, microseconds.last());
        QVERIFY(microseconds.first() > 0);
    }
}

void TestVersions::documentSaysTheSame()
{
    const QJsonObject document = toJson(look());
    QCOMPARE(document[QStringLiteral("systemIdentifier")].toString(), m_lab.cluster.systemIdentifier);
    const QJsonArray nodes = document[QStringLiteral("nodes")].toArray();
    QCOMPARE(nodes.size(), 2);
    QCOMPARE(nodes[0][QStringLiteral("role")], QStringLiteral("primary"));
    QCOMPARE(nodes[0][QStringLiteral("state")], QStringLiteral("running"));
    QCOMPARE(nodes[1][QStringLiteral("role")], QStringLiteral("standby"));
    QCOMPARE(nodes[1][QStringLiteral("state")], QStringLiteral("streaming"));
    QCOMPARE(nodes[1][QStringLiteral("upstream")], primary);
    QCOMPARE(nodes[1][QStringLiteral("timeline")], 1);
    QCOMPARE(nodes[1][QStringLiteral("replayPaused")], false);
    const QJsonObject lag = nodes[1][QStringLiteral("lag")].toObject();
    for (const char *name : {"sendBytes", "writeBytes", "flushBytes", "replayBytes"})
        QVERIFY2(lag[QLatin1String(name)].isDouble(), name);
    for (const QJsonValue &value : nodes[0][QStringLiteral("lag")].toObject())
        QVERIFY(value.isNull());
}

void TestVersions::lagComesAndGoes()
{
    write(fourMegabytes);
    QVERIFY(shows(
        [](const ClusterSnapshot &snapshot) { return isCaughtUp(snapshot) && snapshot.node(standby)->lag.replayMs; }));
    const Lag &lag = node(standby).lag;
    for (const std::optional<qint64> &bytes : {lag.sendBytes, lag.writeBytes, lag.flushBytes, lag.replayBytes})
        QCOMPARE(bytes, std::optional<qint64>(0));
    for (const std::optional<qint64> &interval : {lag.writeMs, lag.flushMs, lag.replayMs})
        QVERIFY(interval && *interval >= 0 && *interval < 30'000);
}

/// Both ways through the operation that the window and the command line offer; measured against the server's own
/// arithmetic.
void TestVersions::pausedReplayIsMeasured()
{
    const QString behind =
        QStringLiteral("SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), replay_lsn)::bigint FROM pg_stat_replication");
    operate(QStringLiteral("pause-replay"));
    if (QTest::currentTestFailed())
        return;
    write(fourMegabytes);
    QVERIFY(shows([](const ClusterSnapshot &snapshot) { return snapshot.node(standby)->lag.flushBytes == 0; }));
    const qint64 before = sql(primary, behind).toLongLong();
    const NodeState &paused = *look().node(standby);
    const qint64 after = sql(primary, behind).toLongLong();
    QCOMPARE(paused.state, QString(node_state::replayPaused));
    QCOMPARE(sample(standby).replayPause, std::optional(ReplayPause::Paused));
    QVERIFY2(before >= fourMegabytes, qPrintable(QString::number(before)));
    QVERIFY(paused.lag.replayBytes && *paused.lag.replayBytes >= before && *paused.lag.replayBytes <= after);
    QVERIFY(shows([](const ClusterSnapshot &snapshot) { return snapshot.node(standby)->lag.replayMs > 1000; }));
    QCOMPARE(toJson(*m_snapshot)[QStringLiteral("nodes")].toArray()[1][QStringLiteral("replayPaused")], true);
    operate(QStringLiteral("resume-replay"));
    if (QTest::currentTestFailed())
        return;
    QVERIFY(shows(isCaughtUp));
    QCOMPARE(sample(standby).replayPause, std::optional(ReplayPause::NotPaused));
}

void TestVersions::discoveredFromEitherNode()
{
    for (const NodeDefinition &start : m_lab.cluster.nodes) {
        const Result<Discovery> found = discoverCluster(QStringLiteral("found"), {start.connInfo}, soon());
        QVERIFY2(found.ok(), said(found));
        QVERIFY2(found->remarks.isEmpty(), qPrintable(found->remarks.join(u'\n')));
        QCOMPARE(found->cluster.systemIdentifier, m_lab.cluster.systemIdentifier);
        QCOMPARE(found->cluster.nodes.size(), 2);
        QCOMPARE(found->cluster.nodes.first().name, primary);
        for (const NodeDefinition &definition : m_lab.cluster.nodes) {
            const NodeDefinition *same = found->cluster.node(definition.name);
            QVERIFY2(same, qPrintable(definition.name));
            QCOMPARE(same->connInfo.port(), definition.connInfo.port());
            QCOMPARE(same->dataDirectory, definition.dataDirectory);
        }
    }
}

void TestVersions::stopsAndStartsAgain()
{
    const Result<void> stopped = m_labs->stop(m_lab.name, soon());
    QVERIFY2(stopped.ok(), said(stopped));
    for (const NodeState &one : look().nodes) {
        QCOMPARE(one.state, QString(node_state::unreachable));
        QCOMPARE(one.lag, Lag());
    }
    const Result<void> started = m_labs->start(m_lab.name, soon());
    QVERIFY2(started.ok(), said(started));
    QVERIFY(shows(isCaughtUp));
}

void TestVersions::promotedNodeIsOnItsNewTimelineAtOnce()
{
    const Result<QString> down = injectFault(m_lab, QStringLiteral("stop"), primary, *m_hosts, soon());
    QVERIFY2(down.ok(), said(down));
    QCOMPARE(sql(standby, QStringLiteral("SELECT pg_promote()")), QStringLiteral("t"));
    look();
    QCOMPARE(node(standby).role, NodeRole::Primary);
    QCOMPARE(node(standby).timeline, Timeline(2));
    QCOMPARE(node(primary).role, NodeRole::Unknown);
    QCOMPARE(m_snapshot->primary(), &node(standby));
    const NodeSample &promoted = sample(standby);
    QVERIFY(promoted.head && !promoted.received && !promoted.replayPause && !promoted.receiver &&
            !promoted.standbySignal);
    const QJsonValue document = toJson(*m_snapshot)[QStringLiteral("nodes")].toArray()[1];
    QCOMPARE(document[QStringLiteral("timeline")], 2);
    QCOMPARE(document[QStringLiteral("role")], QStringLiteral("primary"));
    QVERIFY(document[QStringLiteral("upstream")].isNull() && document[QStringLiteral("replayPaused")].isNull());
}

void TestVersions::overtakenPrimaryStaysDown()
{
    const Result<void> started = m_labs->start(m_lab.name, soon());
    QVERIFY2(started.ok(), said(started));
    look();
    QCOMPARE(node(primary).state, QString(node_state::unreachable));
    QCOMPARE(node(standby).role, NodeRole::Primary);
}

void TestVersions::destroy()
{
    const Result<void> destroyed = m_labs->destroy(m_lab.name, soon());
    QVERIFY2(destroyed.ok(), said(destroyed));
    QVERIFY(!QFile::exists(m_lab.directory));
    for (const NodeState &one : look().nodes)
        QCOMPARE(one.state, QString(node_state::unreachable));
}

QString TestVersions::sql(const QString &node, const QString &text)
{
    Result<Connection> connection = Connection::open(m_lab.cluster.node(node)->connInfo, soon());
    const Result<ResultSet> answer = connection ? connection->query(text, {}, soon()) : connection.error();
    if (!answer)
        QTest::qFail(said(answer).constData(), __FILE__, __LINE__);
    return answer && answer->rows() > 0 ? answer->text(0, 0).value_or(QString()) : QString();
}

void TestVersions::write(int bytes)
{
    // Not compressible, so that so many bytes come into the WAL at least.
    sql(primary, QStringLiteral("CREATE TABLE IF NOT EXISTS filler (content text); "
                                "INSERT INTO filler SELECT md5(random()::text) FROM generate_series(1, %1)")
                     .arg(bytes / 32));
}

void TestVersions::operate(const QString &id)
{
    const Operation &operation = *findOperation(id);
    const Environment environment{.hosts = m_hosts.get(), .registry = ClusterRegistry(), .fillPassword = {}};
    const Result<Preparation> prepared =
        prepare(operation, m_lab.cluster, {{QStringLiteral("node"), standby}}, environment);
    QVERIFY2(prepared.ok(), said(prepared));
    QVERIFY2(prepared->readiness == Readiness::Ready, qPrintable(prepared->sentence));
    const RunOutcome outcome =
        runOperation(operation, *prepared, m_lab.cluster, environment, [](const OperationEvent &) {}, {});
    QVERIFY2(outcome.state == OperationState::Done, qPrintable(outcome.error ? outcome.error->full() : QString()));
}

const ClusterSnapshot &TestVersions::look()
{
    m_snapshot =
        makeSnapshot(m_lab.cluster, sampleAll(m_lab.cluster, patience), m_snapshot, QDateTime::currentDateTimeUtc());
    return *m_snapshot;
}

QTEST_GUILESS_MAIN(TestVersions)
#include "test_versions.moc"
