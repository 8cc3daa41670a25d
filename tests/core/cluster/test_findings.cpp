#include "core/cluster/cluster_snapshot.h"
#include "tests/core/cluster/sample_cluster.h"

#include <QTest>

using namespace howdah;
using namespace howdah::test;

namespace {

using Trouble = std::function<void(SampleCluster &)>;

constexpr qint64 mebibyte = 1024 * 1024;
const QString n1 = QStringLiteral("n1"), n2 = QStringLiteral("n2"), n3 = QStringLiteral("n3");

struct Row
{
    const char *title;
    Trouble trouble;     ///< done to n1 → n2, n1 → n3
    const char *finding; ///< its id; empty: there must be none at all
    const char *node = "";
    Severity severity = Severity::Critical;
    const char *says = ""; ///< a part of its text or remedy
    const char *operation = "";
};

SlotSample slot(const char *name, const char *walStatus, std::optional<qint64> retained, bool active = false)
{
    return {.name = QString::fromLatin1(name),
            .type = QStringLiteral("physical"),
            .active = active,
            .restartLsn = retained ? std::optional(Lsn(SampleCluster::head - quint64(*retained))) : std::nullopt,
            .walStatus = QString::fromLatin1(walStatus),
            .retainedBytes = retained};
}

void cutOff(SampleCluster &cluster)
{
    cluster.samples[1].receiver.reset();
    cluster.samples[0].senders.removeFirst();
}

void pause(SampleCluster &cluster)
{
    cluster.samples[1].replayPause = ReplayPause::Paused;
    cluster.samples[1].replayed = Lsn(SampleCluster::head - 34 * mebibyte);
}

void fallBehind(SampleCluster &cluster)
{
    NodeSample &primary = cluster.samples[0];
    primary.head = Lsn(SampleCluster::head + 100 * mebibyte);
    primary.senders[0].replayMs = 42'000;
    primary.senders[1].replayed = primary.head;
}

void archive(SampleCluster &cluster, int failedSeconds, int archivedSeconds)
{
    NodeSample &primary = cluster.samples[0];
    primary.archiveMode = QStringLiteral("on");
    primary.archiveCommand = QStringLiteral("cp %p /archive/%f");
    primary.archiveLastFailedWal = QStringLiteral("00000001000000000000002A");
    primary.archiveFailedCount = 3;
    primary.archiveLastFailedAt = cluster.now.addSecs(-failedSeconds);
    primary.archiveLastArchivedAt = cluster.now.addSecs(-archivedSeconds);
}

/// So many finished segments wait, and no failure is told.
void behind(SampleCluster &cluster, int segments)
{
    NodeSample &primary = cluster.samples[0];
    primary.archiveMode = QStringLiteral("on");
    primary.archiveCommand = QStringLiteral("cp %p /archive/%f");
    primary.walSegmentBytes = mebibyte;
    primary.archiveLastArchivedWal =
        walFileName(primary.timeline, Lsn(primary.head->position() - quint64(segments + 1) * mebibyte), mebibyte);
}

void connections(SampleCluster &cluster, int used)
{
    cluster.samples[0].clientBackends = used;
    cluster.samples[0].maxConnections = 103;
    cluster.samples[0].reservedConnections = 3;
}

void synchronous(SampleCluster &cluster, const char *names, const char *state, int there)
{
    cluster.samples[0].synchronousStandbyNames = QString::fromLatin1(names);
    for (int i = 0; i < there; ++i)
        cluster.samples[0].senders[i].syncState = QString::fromLatin1(state);
}

const Row rows[] = {
    {"all is well", [](SampleCluster &) {}, ""},
    {"standby away", [](SampleCluster &c) { c.fail(n2); }, "node-unreachable", "n2", Severity::Critical, "It is away."},
    {"standby starting", [](SampleCluster &c) { c.fail(n2, ErrorCode::ServerRefused, QStringLiteral("57P03")); },
     "node-unreachable", "n2", Severity::Warning, "hot_standby"},
    {"wrong password", [](SampleCluster &c) { c.fail(n2, ErrorCode::Authentication); }, "node-unreachable", "n2",
     Severity::Critical, "pg_hba.conf"},
    {"primary away", [](SampleCluster &c) { c.fail(n1); }, "no-primary", "", Severity::Critical, "promote", "failover"},
    {"two primaries", [](SampleCluster &c) { c.samples[1].inRecovery = false; }, "several-primaries", "",
     Severity::Critical, "n1"},
    {"other cluster", [](SampleCluster &c) { c.samples[2].systemIdentifier = QStringLiteral("5"); }, "foreign-node",
     "n3"},
    {"receiver gone", cutOff, "standby-not-streaming", "n2", Severity::Critical, "n1"},
    {"paused", pause, "replay-paused", "n2", Severity::Warning, "34 MB", "resume-replay"},
    {"lag", fallBehind, "lag-large", "n2", Severity::Warning, "100 MB, 42.0 s"},
    {"delayed on purpose",
     [](SampleCluster &c) {
         fallBehind(c);
         c.samples[1].delayMs = 3'600'000;
     },
     "standby-delayed", "n2", Severity::Information, "1 h"},
    {"slot that nobody reads",
     [](SampleCluster &c) { c.samples[0].replicationSlots << slot("old", "reserved", 20 * mebibyte); }, "slot-inactive",
     "n1", Severity::Information, "20 MB", "drop-slot"},
    {"slot that nobody reads, much WAL",
     [](SampleCluster &c) { c.samples[0].replicationSlots << slot("old", "extended", 65 * mebibyte); }, "slot-inactive",
     "n1", Severity::Warning, "pg_drop_replication_slot('old')", "drop-slot"},
    {"slot in use",
     [](SampleCluster &c) { c.samples[0].replicationSlots << slot("used", "reserved", 65 * mebibyte, true); }, ""},
    {"slot never used", [](SampleCluster &c) { c.samples[0].replicationSlots << slot("new", "", std::nullopt); }, ""},
    {"slot lost", [](SampleCluster &c) { c.samples[0].replicationSlots << slot("gone", "lost", std::nullopt); },
     "slot-lost", "n1", Severity::Critical, "", "drop-slot"},
    {"slot about to be lost",
     [](SampleCluster &c) { c.samples[0].replicationSlots << slot("late", "unreserved", 9 * mebibyte); },
     "slot-unreserved", "n1"},
    {"standby wants a slot that is not there",
     [](SampleCluster &c) {
         cutOff(c);
         c.samples[1].primarySlotName = QStringLiteral("s");
     },
     "slot-missing", "n2", Severity::Critical, "pg_create_physical_replication_slot('s')"},
    {"slot keeps less than the standby needs",
     [](SampleCluster &c) {
         cutOff(c);
         c.samples[1].primarySlotName = QStringLiteral("s");
         c.samples[1].head = Lsn(SampleCluster::head - 2 * mebibyte);
         c.samples[0].replicationSlots << slot("s", "reserved", mebibyte);
     },
     "wal-gap", "n2", Severity::Critical, "2E00000"},
    {"archiving fails", [](SampleCluster &c) { archive(c, 10, 60); }, "archiver-failing", "n1", Severity::Critical,
     "00000001000000000000002A", "set-archiving"},
    {"archiving failed and recovered", [](SampleCluster &c) { archive(c, 60, 10); }, ""},
    {"archiving was switched off",
     [](SampleCluster &c) {
         archive(c, 10, 60);
         c.samples[0].archiveMode = QStringLiteral("off");
     },
     ""},
    {"archiving without a command",
     [](SampleCluster &c) { c.samples[0].archiveMode = QStringLiteral("on"); }, "archiver-idle", "n1",
     Severity::Critical, "no archive_command", "set-archiving"},
    {"archiving by a library",
     [](SampleCluster &c) {
         c.samples[0].archiveMode = QStringLiteral("on");
         c.samples[0].archiveLibrary = QStringLiteral("basic_archive");
     },
     ""},
    {"a standby that would archive as a primary",
     [](SampleCluster &c) { c.samples[1].archiveMode = QStringLiteral("on"); }, ""},
    {"the archiver is silent", [](SampleCluster &c) { behind(c, 20); }, "archiver-behind", "n1", Severity::Warning,
     "20 segment", "set-archiving"},
    {"the archiver has a little to do", [](SampleCluster &c) { behind(c, 3); }, ""},
    {"the archiver is on another timeline",
     [](SampleCluster &c) {
         behind(c, 20);
         c.samples[0].archiveLastArchivedWal = QStringLiteral("000000070000000000000001");
     },
     ""},
    {"restart pending", [](SampleCluster &c) { c.samples[2].restartPending = true; }, "restart-pending", "n3",
     Severity::Information, "", "restart"},
    {"one synchronous standby of one", [](SampleCluster &c) { synchronous(c, "n2", "sync", 1); }, ""},
    {"no synchronous standby", [](SampleCluster &c) { synchronous(c, "n9", "sync", 0); }, "synchronous-standby-missing",
     "n1", Severity::Critical, "hang", "remove-synchronous"},
    {"FIRST 2 with one", [](SampleCluster &c) { synchronous(c, "FIRST 2 (n2, n9)", "sync", 1); },
     "synchronous-standby-missing", "n1", Severity::Critical, "", "remove-synchronous"},
    {"ANY 2 with two", [](SampleCluster &c) { synchronous(c, "any 2 (*)", "quorum", 2); }, ""},
    {"2 (…) with one", [](SampleCluster &c) { synchronous(c, "2(n2,n3)", "sync", 1); }, "synchronous-standby-missing",
     "n1", Severity::Critical, "", "remove-synchronous"},
    {"synchronous states may not be seen",
     [](SampleCluster &c) {
         synchronous(c, "n2", "", 1);
         c.samples[0].senders[0].state.clear();
         c.samples[0].permitted = false;
         c.definition.nodes[0].connInfo.set(QStringLiteral("user"), QStringLiteral("o\"brien"));
     },
     "not-permitted", "n1", Severity::Warning, "GRANT pg_monitor TO \"o\"\"brien\";"},
    {"walsenders: one left", [](SampleCluster &c) { c.samples[0].maxWalSenders = 3; }, "walsenders-nearly-used", "n1",
     Severity::Warning, "2 of 3"},
    {"walsenders: plenty", [](SampleCluster &c) { c.samples[0].maxWalSenders = 10; }, ""},
    {"connections: 89 of 100", [](SampleCluster &c) { connections(c, 89); }, ""},
    {"connections: 90 of 100", [](SampleCluster &c) { connections(c, 90); }, "connections-nearly-used", "n1",
     Severity::Warning, "90 of 100"},
    {"connections: all", [](SampleCluster &c) { connections(c, 100); }, "connections-nearly-used", "n1",
     Severity::Critical},
    {"standby left behind on the old timeline",
     [](SampleCluster &c) { c.samples[0].timeline = c.samples[2].timeline = 2; }, "timeline-diverged", "n2",
     Severity::Warning, "timeline 1", "rejoin"},
    {"standby ahead of its upstream's timeline", [](SampleCluster &c) { c.samples[1].timeline = 2; },
     "timeline-diverged", "n2", Severity::Critical, "rejoin", "rejoin"},
    {"old primary away after a failover",
     [](SampleCluster &c) {
         c.fail(n1);
         c.samples[1].inRecovery = false;
         c.samples[1].timeline = c.samples[2].timeline = 2;
     },
     "node-unreachable", "n1", Severity::Critical, "n2 is the primary now", "rejoin"},
    {"timeline not known", [](SampleCluster &c) { c.samples[1].timeline = 0; }, ""},
    {"unwatched standby", [](SampleCluster &c) { c.definition.nodes.removeLast(); }, "unwatched-standby", "n1",
     Severity::Information, "10.0.0.3"},
    {"a backup runs",
     [](SampleCluster &c) {
         c.samples[0].senders << WalSenderSample{.applicationName = QStringLiteral("pg_basebackup"),
                                                 .state = QStringLiteral("streaming")};
     },
     ""},
    {"unwatched primary", [](SampleCluster &c) { c.definition.nodes.removeFirst(); }, "unwatched-upstream", "n2",
     Severity::Information, "10.0.0.1:5432"},
    {"minor releases differ", [](SampleCluster &c) { c.samples[1].version = ServerVersion(150004); }, "version-mix", "",
     Severity::Information, "n2: 15.4"},
};

} // namespace

class TestFindings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rules_data();
    void rules();
    void worstFirst();
    void nothingBeforeTheFirstAnswer();
};

void TestFindings::rules_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < int(std::size(rows)); ++i)
        QTest::newRow(rows[i].title) << i;
}

void TestFindings::rules()
{
    QFETCH(int, index);
    const Row &row = rows[index];
    SampleCluster cluster;
    cluster.primary(n1);
    cluster.standby(n2, n1);
    cluster.standby(n3, n1);
    const ClusterSnapshotPtr before = cluster.snapshot();
    QVERIFY(before->findings.isEmpty());
    row.trouble(cluster);
    const ClusterSnapshotPtr snapshot = cluster.snapshot(before);

    QStringList ids;
    const Finding *found = nullptr;
    for (const Finding &finding : snapshot->findings) {
        ids << finding.id + u' ' + finding.node;
        QVERIFY(!finding.text.isEmpty() && !finding.why.isEmpty() && !finding.remedy.isEmpty());
        QVERIFY2(!finding.text.contains(u'%') && !finding.remedy.contains(u'%'),
                 qPrintable(finding.text + finding.remedy));
        if (finding.id == QLatin1String(row.finding) && finding.node == QLatin1String(row.node))
            found = &finding;
    }
    if (qstrlen(row.finding) == 0) {
        QVERIFY2(ids.isEmpty(), qPrintable(ids.join(u'\n')));
        return;
    }
    QVERIFY2(found, qPrintable(ids.join(u'\n')));
    QCOMPARE(int(found->severity), int(row.severity));
    const QString words = found->text + u'\n' + found->remedy;
    QVERIFY2(words.contains(QString::fromUtf8(row.says)), qPrintable(words));
    QCOMPARE(found->remedyOperation, QString::fromLatin1(row.operation));
}

void TestFindings::worstFirst()
{
    SampleCluster cluster;
    cluster.primary(n1).restartPending = true;
    cluster.standby(n2, n1);
    cluster.standby(n3, n1);
    pause(cluster);
    cluster.fail(n3);
    const ClusterSnapshotPtr snapshot = cluster.snapshot();
    QStringList severities;
    for (const Finding &finding : snapshot->findings)
        severities << severityName(finding.severity);
    QCOMPARE(severities.join(u' '), QStringLiteral("critical warning information"));
    QCOMPARE(snapshot->node(n1)->health, Health::Good);
    QCOMPARE(snapshot->node(n2)->health, Health::Attention);
    QCOMPARE(snapshot->node(n3)->health, Health::Critical);
    QCOMPARE(snapshot->health, Health::Critical);
}

void TestFindings::nothingBeforeTheFirstAnswer()
{
    SampleCluster cluster;
    cluster.primary(n1);
    cluster.standby(n2, n1);
    cluster.samples.clear();
    const ClusterSnapshotPtr snapshot = cluster.snapshot();
    QVERIFY(snapshot->findings.isEmpty());
    QCOMPARE(snapshot->health, Health::Unknown);
    QCOMPARE(snapshot->node(n1)->state, QStringLiteral("waiting"));
}

QTEST_GUILESS_MAIN(TestFindings)
#include "test_findings.moc"
