#pragma once

#include "core/cluster/cluster_snapshot.h"

namespace howdah::test {

/// Builds a cluster's samples by hand; every method changes what one node said.
class SampleCluster
{
public:
    static constexpr quint64 head = 0x3000000;
    static constexpr const char *identifier = "7000000000000000001";

    SampleCluster() { definition.name = QStringLiteral("c"); }

    /// Each node listens at 10.0.0.N:5432, N counted from 1.
    NodeSample &add(const QString &name, bool inRecovery)
    {
        const int number = int(definition.nodes.size()) + 1;
        const QString address = QStringLiteral("10.0.0.%1").arg(number);
        ConnInfo info;
        info.set(QStringLiteral("host"), address);
        definition.nodes << NodeDefinition{.name = name, .connInfo = info};
        NodeSample sample;
        sample.cluster = definition.name;
        sample.node = name;
        sample.takenAt = now;
        sample.version = ServerVersion(150020);
        sample.systemIdentifier = QString::fromLatin1(identifier);
        sample.inRecovery = inRecovery;
        sample.timeline = 1;
        sample.head = Lsn(head);
        sample.clusterName = name;
        sample.serverAddress = address;
        sample.serverPort = 5432;
        sample.serverTime = now;
        samples << sample;
        return samples.last();
    }

    NodeSample &primary(const QString &name) { return add(name, false); }

    /// A standby that streams from `upstream`, which shows it in its list of walsenders.
    NodeSample &standby(const QString &name, const QString &upstream)
    {
        NodeSample &sample = add(name, true);
        const QString upstreamAddress = sampleNamed(upstream).serverAddress;
        sample.received = sample.replayed = Lsn(head);
        sample.replayPause = ReplayPause::NotPaused;
        sample.standbySignal = true;
        sample.primaryConnInfo = QStringLiteral("host=%1 port=5432").arg(upstreamAddress);
        sample.receiver =
            WalReceiverSample{.status = QStringLiteral("streaming"), .senderHost = upstreamAddress, .senderPort = 5432};
        const QString address = sample.serverAddress;
        sampleNamed(upstream).senders << WalSenderSample{.pid = 100 + int(samples.size()),
                                                         .applicationName = name,
                                                         .clientAddress = address,
                                                         .state = QStringLiteral("streaming"),
                                                         .syncState = QStringLiteral("async"),
                                                         .sent = Lsn(head),
                                                         .written = Lsn(head),
                                                         .flushed = Lsn(head),
                                                         .replayed = Lsn(head)};
        return sampleNamed(name);
    }

    NodeSample &sampleNamed(const QString &name)
    {
        for (NodeSample &sample : samples)
            if (sample.node == name)
                return sample;
        Q_UNREACHABLE();
    }

    void fail(const QString &name, ErrorCode code = ErrorCode::Unreachable, const QString &sqlState = {})
    {
        NodeSample failed;
        failed.cluster = definition.name;
        failed.node = name;
        failed.takenAt = now;
        failed.failure = Error{.code = code, .message = QStringLiteral("It is away."), .sqlState = sqlState};
        sampleNamed(name) = failed;
    }

    [[nodiscard]] ClusterSnapshotPtr snapshot(const ClusterSnapshotPtr &previous = nullptr) const
    {
        QList<NodeSamplePtr> pointers;
        for (const NodeSample &sample : samples)
            pointers << std::make_shared<const NodeSample>(sample);
        return makeSnapshot(definition, pointers, previous, now);
    }

    /// Everything that is sampled from here on is `ms` later.
    void pass(qint64 ms)
    {
        now = now.addMSecs(ms);
        for (NodeSample &sample : samples)
            sample.takenAt = now;
    }

    ClusterDefinition definition;
    QList<NodeSample> samples;
    QDateTime now = QDateTime::fromMSecsSinceEpoch(1'800'000'000'000, Qt::UTC);
};

} // namespace howdah::test
