#include "tests/support/sample_snapshots.h"

namespace howdah::samples {

namespace {

constexpr qint64 megabyte = 1024 * 1024;
const Lsn head(0x1'6B37'4D48);

std::shared_ptr<NodeSample> sampleOf(const QString &cluster, const QString &node)
{
    auto sample = std::make_shared<NodeSample>();
    sample->cluster = cluster;
    sample->node = node;
    sample->takenAt = QDateTime::currentDateTimeUtc();
    sample->roundTripMicroseconds = 640;
    sample->version = ServerVersion(150020);
    sample->systemIdentifier = QStringLiteral("7318442910458812442");
    sample->timeline = 1;
    sample->head = head;
    sample->dataDirectory = QStringLiteral("/var/lib/postgresql/15/%1").arg(node);
    sample->clientBackends = 14;
    sample->maxConnections = 100;
    return sample;
}

/// Builds a cluster node by node.
class Cluster
{
public:
    explicit Cluster(const QString &name)
    {
        m_snapshot.definition.name = name;
        m_snapshot.madeAt = QDateTime::currentDateTimeUtc();
        m_snapshot.systemIdentifier = QStringLiteral("7318442910458812442");
        m_snapshot.health = Health::Good;
    }

    NodeState &add(const QString &name, const QString &upstream = {})
    {
        const int number = static_cast<int>(m_snapshot.nodes.size()) + 1;
        NodeState node;
        node.definition.name = name;
        node.definition.hostId = QStringLiteral("local");
        node.definition.connInfo.set(QStringLiteral("host"), QStringLiteral("127.0.0.1"));
        node.definition.connInfo.set(QStringLiteral("port"), QString::number(5410 + number));
        const bool isPrimary = upstream.isEmpty();
        const auto sample = sampleOf(m_snapshot.definition.name, name);
        sample->inRecovery = !isPrimary;
        if (!isPrimary) {
            sample->received = head;
            sample->replayed = head;
            sample->replayPause = ReplayPause::NotPaused;
            WalReceiverSample receiver;
            receiver.status = QStringLiteral("streaming");
            receiver.senderHost = QStringLiteral("127.0.0.1");
            receiver.lastMessageReceived = sample->takenAt.addMSecs(-400);
            sample->receiver = receiver;
            sample->primarySlotName = QStringLiteral("howdah_%1").arg(number);
        }
        node.sample = node.lastAnswer = sample;
        node.role = node.lastRole = isPrimary ? NodeRole::Primary : NodeRole::Standby;
        node.health = Health::Good;
        node.state = isPrimary ? QStringLiteral("running") : QStringLiteral("streaming");
        node.upstream = upstream;
        node.timeline = 1;
        m_snapshot.definition.nodes.append(node.definition);
        m_snapshot.nodes.append(node);
        if (!isPrimary)
            show(name, upstream, 0, 0);
        return m_snapshot.nodes.last();
    }

    /// The lag of a standby, and the walsender and slot that its upstream shows for it.
    void show(const QString &name, const QString &upstream, qint64 bytes, qint64 ms)
    {
        NodeState &node = find(name);
        node.lag = {.sendBytes = 0,
                    .writeBytes = 0,
                    .flushBytes = bytes / 8,
                    .replayBytes = bytes,
                    .writeMs = ms / 4,
                    .flushMs = ms / 2,
                    .replayMs = ms};
        if (node.syncState.isEmpty())
            node.syncState = QStringLiteral("async");
        change(name,
               [bytes](NodeSample &sample) { sample.replayed = Lsn(head.position() - static_cast<quint64>(bytes)); });
        const int number = static_cast<int>(&node - m_snapshot.nodes.data()) + 1;
        change(upstream, [&](NodeSample &sample) {
            const QString slotName = QStringLiteral("howdah_%1").arg(number);
            sample.senders.removeIf([&](const WalSenderSample &one) { return one.applicationName == name; });
            sample.replicationSlots.removeIf([&](const SlotSample &one) { return one.name == slotName; });
            WalSenderSample sender;
            sender.pid = 4000 + number;
            sender.applicationName = name;
            sender.clientAddress = QStringLiteral("127.0.0.1");
            sender.state = QStringLiteral("streaming");
            sender.syncState = node.syncState;
            sender.slotName = slotName;
            sender.sent = sender.written = sender.flushed = head;
            sender.replayed = Lsn(head.position() - static_cast<quint64>(bytes));
            sender.replyTime = sample.takenAt.addMSecs(-700);
            sample.senders.append(sender);
            node.sender = sender;
            SlotSample slot;
            slot.name = slotName;
            slot.type = QStringLiteral("physical");
            slot.active = true;
            slot.activePid = sender.pid;
            slot.restartLsn = head;
            slot.walStatus = QStringLiteral("reserved");
            slot.retainedBytes = 0;
            slot.safeWalBytes = 900 * megabyte;
            sample.replicationSlots.append(slot);
        });
    }

    void change(const QString &name, const std::function<void(NodeSample &)> &how)
    {
        NodeState &node = find(name);
        auto sample = std::make_shared<NodeSample>(*node.sample);
        how(*sample);
        node.sample = node.lastAnswer = sample;
    }

    void silence(const QString &name)
    {
        NodeState &node = find(name);
        auto sample = std::make_shared<NodeSample>();
        sample->cluster = m_snapshot.definition.name;
        sample->node = name;
        sample->takenAt = QDateTime::currentDateTimeUtc();
        sample->failure = Error{ErrorCode::Unreachable,
                                QStringLiteral("Nothing answers at 127.0.0.1, port 5411: the connection was refused."),
                                {},
                                {},
                                {}};
        node.sample = sample;
        node.role = NodeRole::Unknown;
        node.health = Health::Critical;
        node.state = QStringLiteral("unreachable");
        node.lag = {};
    }

    NodeState &find(const QString &name)
    {
        for (NodeState &node : m_snapshot.nodes) {
            if (node.name() == name)
                return node;
        }
        qFatal("a sample names a node that is not there");
    }

    void finding(const Finding &finding)
    {
        m_snapshot.findings.append(finding);
        const Health health = finding.severity == Severity::Critical  ? Health::Critical
                              : finding.severity == Severity::Warning ? Health::Attention
                                                                      : Health::Good;
        if (health == Health::Critical || m_snapshot.health == Health::Good)
            m_snapshot.health = health;
    }

    ClusterSnapshot &snapshot() { return m_snapshot; }
    [[nodiscard]] ClusterSnapshotPtr done() const { return std::make_shared<const ClusterSnapshot>(m_snapshot); }

private:
    ClusterSnapshot m_snapshot;
};

QString u(const char *text)
{
    return QString::fromUtf8(text);
}

void addSynchronous(Cluster &cluster, const QString &name, const QString &upstream)
{
    cluster.add(name, upstream).syncState = u("sync");
    cluster.show(name, upstream, 0, 1);
}

} // namespace

ClusterSnapshotPtr healthy()
{
    Cluster cluster(u("lab"));
    cluster.add(u("n1"));
    addSynchronous(cluster, u("n2"), u("n1"));
    cluster.add(u("n3"), u("n1"));
    cluster.show(u("n3"), u("n1"), 14'880, 6);
    return cluster.done();
}

ClusterSnapshotPtr paused()
{
    Cluster cluster(u("lab"));
    cluster.add(u("n1"));
    addSynchronous(cluster, u("n2"), u("n1"));
    NodeState &third = cluster.add(u("n3"), u("n1"));
    third.health = Health::Attention;
    third.state = u("replay paused");
    cluster.show(u("n3"), u("n1"), 34 * megabyte + 300'000, 252'000);
    cluster.change(u("n3"), [](NodeSample &sample) { sample.replayPause = ReplayPause::Paused; });
    cluster.finding(
        {u("replay-paused"),
         Severity::Warning,
         u("n3"),
         u("n3: replay is paused, 34 MB of WAL wait since 10:31."),
         u("Queries on n3 see the past, and the WAL that waits fills its disk. If n3 had to take over now, it would "
           "first have to replay all of it."),
         u("Resume replay on n3 when the reason for the pause is over."),
         u("resume-replay"),
         {{u("node"), u("n3")}}});
    cluster.finding({u("no-archive"),
                     Severity::Information,
                     {},
                     u("WAL is not archived: no recovery to a point in time is possible."),
                     u("Without archived WAL only the moments of whole base backups can be recovered."),
                     u("Turn archiving on (archive_mode, archive_command)."),
                     {},
                     {}});
    return cluster.done();
}

ClusterSnapshotPtr cascade()
{
    Cluster cluster(u("orders-production"));
    cluster.add(u("madrid-1"));
    addSynchronous(cluster, u("madrid-2"), u("madrid-1"));
    cluster.add(u("lisbon-1"), u("madrid-1"));
    cluster.show(u("lisbon-1"), u("madrid-1"), 310'000, 24);
    cluster.add(u("lisbon-2"), u("lisbon-1"));
    cluster.show(u("lisbon-2"), u("lisbon-1"), 412'000, 31);
    NodeState &reports = cluster.add(u("reports"), u("lisbon-1"));
    reports.health = Health::Attention;
    reports.state = u("catching up");
    cluster.show(u("reports"), u("lisbon-1"), 1'250 * megabyte, 418'000);
    WalSenderSample receiver;
    receiver.pid = 5120;
    receiver.applicationName = u("pg_receivewal");
    receiver.clientAddress = u("10.20.0.14");
    receiver.state = u("streaming");
    receiver.syncState = u("async");
    receiver.sent = receiver.written = receiver.flushed = head;
    receiver.replyTime = QDateTime::currentDateTimeUtc();
    cluster.snapshot().strangers.append({u("madrid-1"), receiver});
    cluster.finding({u("far-behind"),
                     Severity::Warning,
                     u("reports"),
                     u("reports is 1250 MB (6 min 58 s) behind lisbon-1 and catching up."),
                     u("Its readers see data that is seven minutes old."),
                     u("Look at its disk and at long queries that hold replay back."),
                     {},
                     {}});
    return cluster.done();
}

ClusterSnapshotPtr primaryGone()
{
    Cluster cluster(u("shop"));
    cluster.add(u("n1"));
    cluster.add(u("n2"), u("n1"));
    cluster.add(u("n3"), u("n1"));
    for (const QString &name : {u("n2"), u("n3")}) {
        NodeState &node = cluster.find(name);
        node.health = Health::Critical;
        node.state = u("not streaming");
        node.lag = {};
        node.sender.reset();
        node.syncState.clear();
        cluster.change(name, [](NodeSample &sample) { sample.receiver.reset(); });
    }
    cluster.silence(u("n1"));
    cluster.finding(
        {u("primary-unreachable"),
         Severity::Critical,
         u("n1"),
         u("The primary n1 does not answer: nothing can be written."),
         u("Nothing answers at 127.0.0.1, port 5411: the connection was refused. Both standbys lost their stream "
           "12 seconds ago."),
         u("Start n1 again, or fail over to n2, which has received the most WAL."),
         u("failover"),
         {{u("to"), u("n2")}}});
    return cluster.done();
}

ClusterSnapshotPtr eightStandbys()
{
    Cluster cluster(u("wide"));
    cluster.add(u("db-0"));
    for (int number = 1; number <= 8; ++number) {
        const QString name = QStringLiteral("db-%1").arg(number);
        cluster.add(name, u("db-0"));
        cluster.show(name, u("db-0"), number * number * 90'000LL, number * 4LL);
    }
    return cluster.done();
}

ClusterSnapshotPtr hostileNames()
{
    Cluster cluster(u("O'Hara \"prod\"; DROP <b>x</b> — 生産クラスタ"));
    const QString first = u("the-very-long-name-of-a-primary-in-a-data-centre-far-away-00001");
    const QString second = u("standby <b>bold</b> & \"quoted\" 'name'; $(reboot)");
    const QString third = u("спутник номер три с очень длинным");
    cluster.add(first);
    cluster.add(second, first);
    cluster.add(third, first);
    cluster.show(third, first, 77 * megabyte, 9'400);
    cluster.find(first).definition.connInfo.set(u("host"),
                                                u("a-host-with-a-name-as-long-as-they-come.eu-west-1.example.com"));
    cluster.finding({u("restart-pending"),
                     Severity::Information,
                     second,
                     u("standby <b>bold</b> & \"quoted\" 'name'; $(reboot): a changed setting waits for a restart."),
                     u("The file says one thing and the server does another."),
                     u("Restart it in a quiet hour."),
                     u("restart"),
                     {{u("node"), second}}});
    return cluster.done();
}

ClusterSnapshotPtr lone()
{
    Cluster cluster(u("alone"));
    cluster.add(u("main"));
    cluster.finding({u("no-standby"),
                     Severity::Information,
                     {},
                     u("The cluster has no standby: if main is lost, so is the service."),
                     u("A standby takes over within seconds, and spares the primary its backups and reports."),
                     u("Clone a standby."),
                     u("clone"),
                     {}});
    return cluster.done();
}

ClusterSnapshotPtr many(int nodes)
{
    Cluster cluster(u("many"));
    cluster.add(u("node-01"));
    for (int number = 2; number <= nodes; ++number) {
        const QString name = QStringLiteral("node-%1").arg(number, 2, 10, QLatin1Char('0'));
        cluster.add(name, u("node-01"));
        cluster.show(name, u("node-01"), (number * 7919LL % 31) * 40'000, number);
    }
    return cluster.done();
}

QList<Named> all()
{
    return {{"healthy", healthy()},     {"paused", paused()},
            {"cascade", cascade()},     {"primary-gone", primaryGone()},
            {"eight", eightStandbys()}, {"hostile-names", hostileNames()},
            {"lone", lone()},           {"thirty", many(30)}};
}

ClusterSnapshotPtr later(const ClusterSnapshotPtr &snapshot, int seconds)
{
    auto next = std::make_shared<ClusterSnapshot>(*snapshot);
    next->madeAt = snapshot->madeAt.addSecs(seconds);
    for (NodeState &node : next->nodes) {
        auto sample = std::make_shared<NodeSample>(*node.sample);
        sample->takenAt = sample->takenAt.addSecs(seconds);
        if (sample->head)
            sample->head = *sample->head + seconds * 1'240'000LL;
        const bool answers = !sample->failure;
        node.sample = sample;
        if (answers)
            node.lastAnswer = node.sample;
    }
    return next;
}

} // namespace howdah::samples
