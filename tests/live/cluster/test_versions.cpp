#include "core/cluster/cluster_snapshot.h"
#include "core/cluster/discovery.h"
#include "core/cluster/node_state.h"
#include "core/cluster/sample_query.h"
#include "core/cluster/sampler.h"
#include "core/hosts/host.h"
#include "tests/support/live_server.h"
#include "tests/support/postgres_versions.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace howdah;
using namespace howdah::test;

namespace {

const QString primary = QStringLiteral("n1");
const QString standby = QStringLiteral("n2");

Deadline soon()
{
    return Deadline::after(Milliseconds{60000});
}

/// A primary n1 and a standby n2 of a version that no lab is made of any more, from initdb, pg_ctl and postgres alone.
class WatchedPair
{
public:
    WatchedPair(int major, QString programs)
        : m_major(major)
        , m_programs(std::move(programs))
        , m_host(*m_hosts.find(QStringLiteral("local")))
    {
        definition.name = QStringLiteral("watched");
        for (const QString &name : {primary, standby}) {
            ConnInfo info;
            info.set(QStringLiteral("host"), QStringLiteral("127.0.0.1"));
            info.set(QStringLiteral("port"), QString::number(freePort()));
            info.set(QStringLiteral("user"), QStringLiteral("postgres"));
            info.set(QStringLiteral("dbname"), QStringLiteral("postgres"));
            definition.nodes << NodeDefinition{.name = name, .connInfo = info, .dataDirectory = directoryOf(name)};
        }
    }

    ~WatchedPair()
    {
        for (const NodeDefinition &node : definition.nodes)
            if (QFile::exists(node.dataDirectory + QStringLiteral("/postmaster.pid")))
                (void)control(node.name, {QStringLiteral("stop"), QStringLiteral("-m"), QStringLiteral("immediate")});
    }

    /// A copy of a data directory that no server has run in is a standby in the making.
    [[nodiscard]] Result<void> make()
    {
        const QString user =
            *m_host->loginUser(soon()) == QLatin1String("root") ? QStringLiteral("postgres") : QString();
        m_user = user;
        const Command giveAway{.argv = {QStringLiteral("chown"), user, m_directory.path()}};
        if (!user.isEmpty())
            if (const auto given = runChecked(*m_host, giveAway, soon()); !given)
                return given.error();
        const QString slot = QStringLiteral("SELECT pg_create_physical_replication_slot('n2_slot', true)");
        for (const Command &command :
             {Command{.argv = {m_programs + QStringLiteral("/initdb"), QStringLiteral("-D"), directoryOf(primary),
                               QStringLiteral("-U"), QStringLiteral("postgres"), QStringLiteral("-A"),
                               QStringLiteral("trust"), QStringLiteral("-E"), QStringLiteral("UTF8"),
                               QStringLiteral("--locale=C"), QStringLiteral("-N")},
             .asUser = user},
              Command{.argv = {QStringLiteral("cp"), QStringLiteral("-a"), directoryOf(primary), directoryOf(standby)},
              .asUser = user}})
            if (const auto done = runChecked(*m_host, command, soon()); !done)
                return done.error();
        for (const NodeDefinition &node : definition.nodes)
            append(node.name, QStringLiteral("postgresql.conf"), configurationOf(node));
        followPrimary();
        if (const Result<void> started = control(primary, {QStringLiteral("start")}); !started)
            return started;
        if (const Result<QString> made = sql(primary, slot); !made)
            return made.error();
        return control(standby, {QStringLiteral("start")});
    }

    /// pg_ctl, waiting for its end.
    [[nodiscard]] Result<void> control(const QString &node, const QStringList &action)
    {
        const QString log = m_directory.filePath(node + QStringLiteral(".log"));
        const Command command{.argv = QStringList{m_programs + QStringLiteral("/pg_ctl"), QStringLiteral("-D"),
                                                  directoryOf(node), QStringLiteral("-w"), QStringLiteral("-l"), log} +
                                      action,
                              .asUser = m_user,
                              .detached = true};
        const Result<CommandOutcome> done = runChecked(*m_host, command, soon());
        if (done)
            return {};
        Error error = done.error();
        error.detail += QString::fromUtf8(m_host->readFile(log, {m_user}, soon()).valueOr({}));
        return error;
    }

    [[nodiscard]] Result<QString> sql(const QString &node, const QString &text) const
    {
        Result<Connection> connection = Connection::open(definition.node(node)->connInfo, soon());
        const Result<ResultSet> answer = connection ? connection->query(text, {}, soon()) : connection.error();
        if (!answer)
            return answer.error();
        return answer->rows() > 0 ? answer->text(0, 0).value_or(QString()) : QString();
    }

    const ClusterSnapshot &look()
    {
        last =
            makeSnapshot(definition, sampleAll(definition, Milliseconds{5000}), last, QDateTime::currentDateTimeUtc());
        return *last;
    }

    template <typename Condition> bool shows(Condition condition)
    {
        return QTest::qWaitFor([&] { return condition(*look().node(standby)); }, 30'000);
    }

    ClusterDefinition definition;
    ClusterSnapshotPtr last;

private:
    [[nodiscard]] QString directoryOf(const QString &node) const { return m_directory.filePath(node); }

    [[nodiscard]] QString configurationOf(const NodeDefinition &node) const
    {
        return QStringLiteral("port = %1\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = '%2'\n"
                              "cluster_name = '%3'\nfsync = off\nshared_buffers = 16MB\nautovacuum = off\n"
                              "wal_receiver_status_interval = 1s\n")
            .arg(node.connInfo.port(), m_directory.path(), node.name);
    }

    /// Since 12 these are settings like others; before, they stood in a file of their own, which SQL cannot see.
    void followPrimary()
    {
        const QString upstream = QStringLiteral("primary_conninfo = 'host=127.0.0.1 port=%1 user=postgres "
                                                "password=not-to-be-seen application_name=n2'\n"
                                                "primary_slot_name = 'n2_slot'\n")
                                     .arg(definition.nodes.first().connInfo.port());
        if (m_major >= 12) {
            append(standby, QStringLiteral("postgresql.conf"), upstream);
            append(standby, QStringLiteral("standby.signal"), {});
        } else {
            append(standby, QStringLiteral("recovery.conf"), QStringLiteral("standby_mode = on\n") + upstream);
        }
    }

    void append(const QString &node, const QString &name, const QString &text)
    {
        const QString path = directoryOf(node) + QLatin1Char('/') + name;
        const QByteArray before = m_host->readFile(path, {m_user}, soon()).valueOr({});
        const Result<void> written = m_host->writeFile(path, before + text.toUtf8(), 0600, {m_user}, soon());
        QVERIFY2(written.ok(), said(written));
    }

    int m_major;
    QString m_programs;
    QString m_user; // whom the servers belong to; empty: whoever runs this
    Hosts m_hosts;
    std::shared_ptr<Host> m_host;
    QTemporaryDir m_directory{QStringLiteral("/tmp/howdah-test-XXXXXX")};
};

bool isCaughtUp(const NodeState &node)
{
    return node.state == node_state::streaming && node.lag.replayBytes == 0 && node.sample->receiver;
}

} // namespace

/// What each version's statement may name, and the versions that are only watched, on real servers.
class TestVersions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noNameBeforeItsTime_data();
    void noNameBeforeItsTime();
    void watched_data();
    void watched();

private:
    void bothNodesSaySo(int major);
    void rolesSeeWhatTheyMay();
    void pausedReplayIsMeasured();
    void discoveredFromEitherNode();
    void promotedNodeIsOnItsNewTimelineAtOnce();

    std::unique_ptr<WatchedPair> m_pair;
};

void TestVersions::noNameBeforeItsTime_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("since");
    const auto row = [](const char *name, int since) { QTest::newRow(name) << QString::fromLatin1(name) << since; };
    row("pg_current_wal_lsn", 10);
    row("pg_last_wal_receive_lsn", 10);
    row("pg_last_wal_replay_lsn", 10);
    row("pg_walfile_name", 10);
    row("pg_is_wal_replay_paused", 10);
    row("sent_lsn", 10);
    row("write_lag", 10);
    row("replay_lag", 10);
    row("backend_type", 10);
    row("pg_read_all_stats", 10);
    row("pg_read_all_settings", 10);
    row("sender_host", 11);
    row("sender_port", 11);
    row("reply_time", 12);
    row("'primary_conninfo'", 12);
    row("'primary_slot_name'", 12);
    row("recovery_min_apply_delay", 12);
    row("pg_promote", 12);
    row("wal_status", 13);
    row("safe_wal_size", 13);
    row("written_lsn", 13);
    row("flushed_lsn", 13);
    row("pg_get_wal_replay_pause_state", 14);
    row("pg_stat_replication_slots", 14);
    row("'reserved_connections'", 16);
    row("conflicting", 16);
    row("inactive_since", 17);
    row("invalidation_reason", 17);
    row("two_phase_at", 18);
}

void TestVersions::noNameBeforeItsTime()
{
    QFETCH(QString, name);
    QFETCH(int, since);
    for (const int version : {90600, 90624, 100000, 100023, 110022, 120022, 130000, 140000, 150000, 160000, 170000})
        for (const SampleScope scope : {SampleScope::Usual, SampleScope::WithRareValues})
            if (version < since * 10000)
                QVERIFY2(!sampleQuery(ServerVersion(version), scope).contains(name),
                         qPrintable(QString::number(version)));
}

void TestVersions::watched_data()
{
    QTest::addColumn<int>("major");
    for (const int major : watchedMajors)
        QTest::newRow(qPrintable(QString::number(major))) << major;
}

void TestVersions::watched()
{
    QFETCH(int, major);
    const Result<QString> programs = serverPrograms(major);
    if (!programs)
        QSKIP(said(programs).constData());
    m_pair = std::make_unique<WatchedPair>(major, *programs);
    const auto gone = qScopeGuard([this] { m_pair.reset(); });
    const Result<void> made = m_pair->make();
    QVERIFY2(made.ok(), said(made));
    QVERIFY(m_pair->shows(isCaughtUp));
    bothNodesSaySo(major);
    if (!QTest::currentTestFailed())
        rolesSeeWhatTheyMay();
    if (!QTest::currentTestFailed())
        pausedReplayIsMeasured();
    if (!QTest::currentTestFailed())
        discoveredFromEitherNode();
    if (!QTest::currentTestFailed())
        promotedNodeIsOnItsNewTimelineAtOnce();
}

void TestVersions::bothNodesSaySo(int major)
{
    const NodeState &upper = *m_pair->last->node(primary);
    const NodeState &lower = *m_pair->last->node(standby);
    QCOMPARE(upper.role, NodeRole::Primary);
    QCOMPARE(lower.upstream, primary);
    QCOMPARE(lower.sample->systemIdentifier, upper.sample->systemIdentifier);
    for (const NodeState *node : {&upper, &lower}) {
        QCOMPARE(node->sample->version.major(), major);
        QCOMPARE(node->timeline, Timeline(1));
        QCOMPARE(node->sample->dataDirectory, node->definition.dataDirectory);
        QCOMPARE(node->sample->clusterName, node->name());
        QVERIFY(node->sample->head && node->sample->permitted && node->sample->clientBackends.value_or(0) > 0);
        QVERIFY(node->sample->databaseBytes.value_or(0) > 1'000'000);
    }
    const WalSenderSample &sender = upper.sample->senders.value(0);
    QCOMPARE(sender.slotName, QStringLiteral("n2_slot"));
    QVERIFY(sender.sent && sender.written && sender.flushed && sender.replayed);
    QCOMPARE(sender.replyTime.has_value(), major >= 12);
    const SlotSample &slot = upper.sample->replicationSlots.value(0);
    QVERIFY(slot.active && slot.retainedBytes && slot.walStatus.isEmpty() && !slot.safeWalBytes);
    const WalReceiverSample &receiver = *lower.sample->receiver;
    QVERIFY(receiver.flushed && !receiver.written);
    QCOMPARE(receiver.receivedTimeline, Timeline(1));
    QCOMPARE(receiver.senderHost, major >= 11 ? QStringLiteral("127.0.0.1") : QString());
    QCOMPARE(lower.sample->primarySlotName, QStringLiteral("n2_slot"));
    QVERIFY(lower.sample->primaryConnInfo.contains(upper.definition.connInfo.port()));
    QVERIFY(!lower.sample->primaryConnInfo.contains(QStringLiteral("not-to-be-seen")));
    QCOMPARE(toJson(*m_pair->last)[QStringLiteral("nodes")].toArray()[1][QStringLiteral("replayPaused")], false);
}

void TestVersions::rolesSeeWhatTheyMay()
{
    const Result<QString> made =
        m_pair->sql(primary, QStringLiteral("CREATE ROLE monitor LOGIN IN ROLE pg_monitor; CREATE ROLE plain LOGIN"));
    QVERIFY2(made.ok(), said(made));
    QVERIFY(m_pair->shows(isCaughtUp));
    for (const NodeDefinition &definition : m_pair->definition.nodes)
        for (const QString &role : {QStringLiteral("monitor"), QStringLiteral("plain")}) {
            NodeDefinition node = definition;
            node.connInfo.set(QStringLiteral("user"), role);
            const NodeSamplePtr sample = sampleOnce({}, node, Milliseconds{5000}, {});
            QVERIFY2(!sample->failure, qPrintable(sample->failure ? sample->failure->full() : QString()));
            const bool mayAll = role == QLatin1String("monitor");
            QCOMPARE(sample->permitted, mayAll);
            QCOMPARE(sample->dataDirectory.isEmpty(), !mayAll);
            QCOMPARE(sample->clientBackends.has_value(), mayAll);
            QVERIFY(sample->head && sample->timeline == 1);
        }
}

void TestVersions::pausedReplayIsMeasured()
{
    const Result<QString> paused = m_pair->sql(standby, QStringLiteral("SELECT pg_wal_replay_pause()"));
    QVERIFY2(paused.ok(), said(paused));
    const Result<QString> written =
        m_pair->sql(primary, QStringLiteral("CREATE TABLE filler AS SELECT md5(random()::text) FROM "
                                            "generate_series(1, 50000)"));
    QVERIFY2(written.ok(), said(written));
    QVERIFY(m_pair->shows([](const NodeState &node) {
        return node.state == node_state::replayPaused && node.lag.replayBytes > 1'000'000 && node.lag.flushBytes == 0 &&
               node.lag.replayMs > 0;
    }));
    const Result<QString> resumed = m_pair->sql(standby, QStringLiteral("SELECT pg_wal_replay_resume()"));
    QVERIFY2(resumed.ok(), said(resumed));
    QVERIFY(m_pair->shows(isCaughtUp));
}

void TestVersions::discoveredFromEitherNode()
{
    for (const NodeDefinition &start : m_pair->definition.nodes) {
        const Result<Discovery> found = discoverCluster(QStringLiteral("found"), {start.connInfo}, soon());
        QVERIFY2(found.ok(), said(found));
        QVERIFY2(found->remarks.isEmpty(), qPrintable(found->remarks.join(u'\n')));
        QCOMPARE(found->cluster.nodes.size(), 2);
        QCOMPARE(found->cluster.nodes.first().name, primary);
        for (const NodeDefinition &definition : m_pair->definition.nodes) {
            const NodeDefinition *same = found->cluster.node(definition.name);
            QVERIFY2(same, qPrintable(definition.name));
            QCOMPARE(same->connInfo.port(), definition.connInfo.port());
            QCOMPARE(same->dataDirectory, definition.dataDirectory);
        }
    }
}

void TestVersions::promotedNodeIsOnItsNewTimelineAtOnce()
{
    const Result<void> stopped =
        m_pair->control(primary, {QStringLiteral("stop"), QStringLiteral("-m"), QStringLiteral("fast")});
    QVERIFY2(stopped.ok(), said(stopped));
    const Result<void> promoted = m_pair->control(standby, {QStringLiteral("promote")});
    QVERIFY2(promoted.ok(), said(promoted));
    const NodeState &now = *m_pair->look().node(standby);
    QCOMPARE(now.role, NodeRole::Primary);
    QCOMPARE(now.timeline, Timeline(2));
    QVERIFY(!now.sample->standbySignal && !now.sample->receiver && now.upstream.isEmpty());
}

QTEST_GUILESS_MAIN(TestVersions)
#include "test_versions.moc"
