#include "core/cluster/cluster_snapshot.h"

#include "core/cluster/node_state.h"
#include "core/cluster/topology.h"

#include <algorithm>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::ClusterSnapshot)
};

NodeSamplePtr sampleOf(const QList<NodeSamplePtr> &samples, const QString &node)
{
    for (const NodeSamplePtr &sample : samples)
        if (sample && sample->node == node)
            return sample;
    return nullptr;
}

NodeRole roleOf(const NodeSamplePtr &sample)
{
    if (!sample || sample->failure)
        return NodeRole::Unknown;
    return sample->inRecovery ? NodeRole::Standby : NodeRole::Primary;
}

QString failureState(const Error &failure)
{
    if (failure.sqlState == QLatin1String("57P03"))
        return node_state::starting;
    if (failure.code == ErrorCode::Authentication || failure.code == ErrorCode::NotPermitted)
        return node_state::accessDenied;
    return node_state::unreachable;
}

/// The identifier on record; else the one that most answering nodes have, the first of several.
QString systemIdentifierOf(const ClusterDefinition &definition, const QList<NodeState> &nodes)
{
    if (!definition.systemIdentifier.isEmpty())
        return definition.systemIdentifier;
    QHash<QString, int> count;
    for (const NodeState &node : nodes)
        if (node.lastAnswer)
            ++count[node.lastAnswer->systemIdentifier];
    QString best;
    for (const NodeState &node : nodes)
        if (node.lastAnswer && (best.isEmpty() || count[node.lastAnswer->systemIdentifier] > count[best]))
            best = node.lastAnswer->systemIdentifier;
    return best;
}

NodeState startOfNode(const NodeDefinition &definition, const QList<NodeSamplePtr> &samples,
                      const ClusterSnapshot *previous)
{
    NodeState node{.definition = definition, .sample = sampleOf(samples, definition.name)};
    const NodeState *before = previous ? previous->node(definition.name) : nullptr;
    node.lastAnswer = node.sample && !node.sample->failure ? node.sample : before ? before->lastAnswer : nullptr;
    node.role = roleOf(node.sample);
    node.lastRole = roleOf(node.lastAnswer);
    if (before && node.lastRole == NodeRole::Primary)
        node.promotedAt = before->lastRole == NodeRole::Standby ? node.lastAnswer->takenAt : before->promotedAt;
    if (!node.sample)
        node.state = node_state::waiting;
    else if (node.sample->failure)
        node.state = failureState(*node.sample->failure);
    else
        node.timeline = node.sample->timeline;
    return node;
}

void barForeigners(ClusterSnapshot &snapshot)
{
    for (NodeState &node : snapshot.nodes) {
        const bool answers = node.sample && !node.sample->failure;
        if (!answers || node.sample->systemIdentifier == snapshot.systemIdentifier)
            continue;
        node.state = node_state::foreign;
        node.role = NodeRole::Unknown;
        node.lastRole = NodeRole::Unknown;
        node.timeline = 0;
    }
}

/// A node that said "primary" before another was promoted has not been heard since: in a switchover that is the
/// ordinary case for a moment, and no second primary.
void doubtOutdatedPrimaries(ClusterSnapshot &snapshot)
{
    for (NodeState &node : snapshot.nodes) {
        if (node.role != NodeRole::Primary)
            continue;
        const bool outdated = std::any_of(snapshot.nodes.begin(), snapshot.nodes.end(), [&](const NodeState &other) {
            return &other != &node && other.lastRole == NodeRole::Primary && other.promotedAt &&
                   node.sample->takenAt < *other.promotedAt;
        });
        if (!outdated)
            continue;
        node.role = NodeRole::Unknown;
        node.state = node_state::waiting;
    }
}

QString standbyState(const NodeState &node)
{
    const NodeSample &sample = *node.sample;
    if (sample.replayPause && *sample.replayPause != ReplayPause::NotPaused)
        return node_state::replayPaused;
    const QString sender = node.sender ? node.sender->state : QString();
    if (sender == QLatin1String("catchup"))
        return node_state::catchingUp;
    if (sender == QLatin1String("streaming"))
        return node_state::streaming;
    if (sample.receiver && sample.receiver->status.isEmpty())
        return node_state::notPermitted;
    if (sample.receiver && sample.receiver->status == QLatin1String("streaming"))
        return node_state::streaming;
    return sample.standbySignal ? node_state::notStreaming : node_state::recovering;
}

Health healthOf(Severity severity)
{
    switch (severity) {
    case Severity::Critical:
        return Health::Critical;
    case Severity::Warning:
        return Health::Attention;
    case Severity::Information:
        break;
    }
    return Health::Good;
}

int badness(Health health)
{
    switch (health) {
    case Health::Critical:
        return 3;
    case Health::Attention:
        return 2;
    case Health::Unknown:
        return 1;
    case Health::Busy:
    case Health::Good:
        break;
    }
    return 0;
}

Health worse(Health left, Health right)
{
    return badness(right) > badness(left) ? right : left;
}

void judgeHealth(ClusterSnapshot &snapshot)
{
    snapshot.health = snapshot.nodes.isEmpty() ? Health::Unknown : Health::Good;
    for (NodeState &node : snapshot.nodes) {
        const bool known = node.sample && node.state != node_state::notPermitted;
        node.health = known ? Health::Good : Health::Unknown;
        for (const Finding &finding : std::as_const(snapshot.findings))
            if (finding.node == node.name())
                node.health = worse(node.health, healthOf(finding.severity));
        snapshot.health = worse(snapshot.health, node.health);
    }
    for (const Finding &finding : std::as_const(snapshot.findings))
        snapshot.health = worse(snapshot.health, healthOf(finding.severity));
}

} // namespace

const NodeState *ClusterSnapshot::node(const QString &name) const
{
    for (const NodeState &candidate : nodes)
        if (candidate.name() == name)
            return &candidate;
    return nullptr;
}

const NodeState *ClusterSnapshot::primary() const
{
    const NodeState *found = nullptr;
    for (const NodeState &candidate : nodes) {
        if (candidate.role != NodeRole::Primary)
            continue;
        if (found)
            return nullptr;
        found = &candidate;
    }
    return found;
}

QList<const NodeState *> ClusterSnapshot::standbysOf(const QString &upstream) const
{
    QList<const NodeState *> standbys;
    for (const NodeState &candidate : nodes)
        if (!upstream.isEmpty() && candidate.upstream == upstream)
            standbys << &candidate;
    return standbys;
}

ClusterSnapshotPtr makeSnapshot(const ClusterDefinition &definition, const QList<NodeSamplePtr> &samples,
                                const ClusterSnapshotPtr &previous, const QDateTime &now)
{
    auto snapshot = std::make_shared<ClusterSnapshot>();
    snapshot->definition = definition;
    snapshot->madeAt = now;
    for (const NodeDefinition &node : definition.nodes)
        snapshot->nodes << startOfNode(node, samples, previous.get());
    snapshot->systemIdentifier = systemIdentifierOf(definition, snapshot->nodes);
    barForeigners(*snapshot);
    doubtOutdatedPrimaries(*snapshot);
    linkNodes(*snapshot);
    for (NodeState &node : snapshot->nodes) {
        if (node.role == NodeRole::Primary)
            node.state = node_state::running;
        else if (node.role == NodeRole::Standby)
            node.state = standbyState(node);
    }
    snapshot->findings = findFindings(*snapshot);
    judgeHealth(*snapshot);
    return snapshot;
}

QString roleTitle(NodeRole role)
{
    switch (role) {
    case NodeRole::Primary:
        return Tr::tr("Primary");
    case NodeRole::Standby:
        return Tr::tr("Standby");
    case NodeRole::Unknown:
        break;
    }
    return Tr::tr("Unknown");
}

QString roleName(NodeRole role)
{
    switch (role) {
    case NodeRole::Primary:
        return QStringLiteral("primary");
    case NodeRole::Standby:
        return QStringLiteral("standby");
    case NodeRole::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Critical:
        return QStringLiteral("critical");
    case Severity::Warning:
        return QStringLiteral("warning");
    case Severity::Information:
        break;
    }
    return QStringLiteral("information");
}

QString stateTitle(const QString &state)
{
    static const QHash<QString, const char *> titles{
        {node_state::waiting, QT_TRANSLATE_NOOP("howdah::ClusterSnapshot", "Waiting for an answer")},
        {node_state::unreachable, QT_TRANSLATE_NOOP("howdah::ClusterSnapshot", "Unreachable")},
        {node_state::accessDenied, QT_TRANSLATE_NOOP("howdah::ClusterSnapshot", "Access denied")},
        {node_state::starting, QT_TRANSLATE_NOOP("howdah::ClusterSnapshot", "Starting")},
        {node_state::foreign, QT_TRANSLATE_NOOP("howdah::ClusterSnapshot", "Belongs to another cluster")},
        {node_state::running, QT_TRANSLATE_NOOP("howdah::ClusterSnapshot", "Running")},
        {node_state::streaming, QT_TRANSLATE_NOOP("howdah::ClusterSnapshot", "Streaming")},
        {node_state::catchingUp, QT_TRANSLATE_NOOP("howdah::ClusterSnapshot", "Catching up")},
        {node_state::replayPaused, QT_TRANSLATE_NOOP("howdah::ClusterSnapshot", "Replay paused")},
        {node_state::notStreaming, QT_TRANSLATE_NOOP("howdah::ClusterSnapshot", "Not streaming")},
        {node_state::recovering, QT_TRANSLATE_NOOP("howdah::ClusterSnapshot", "Recovering")},
        {node_state::notPermitted, QT_TRANSLATE_NOOP("howdah::ClusterSnapshot", "Not permitted to see")},
    };
    const char *title = titles.value(state);
    return title ? Tr::tr(title) : state;
}

} // namespace howdah
