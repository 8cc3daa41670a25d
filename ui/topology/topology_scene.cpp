#include "ui/topology/topology_scene.h"

#include "core/base/sizes.h"
#include "ui/topology/lag_text.h"

#include <QCoreApplication>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Topology)
};

const QString separator = QStringLiteral(" · ");

QString roleText(const NodeState &node)
{
    if (node.role == NodeRole::Unknown && node.lastRole != NodeRole::Unknown)
        return Tr::tr("Was %1").arg(roleTitle(node.lastRole).toLower());
    if (node.role == NodeRole::Standby && !node.syncState.isEmpty())
        return QStringLiteral("%1, %2").arg(roleTitle(node.role), node.syncState);
    return roleTitle(node.role);
}

/// Either end's word is enough: the other one may not be permitted to say.
bool isStreaming(const NodeState &node)
{
    if (node.role != NodeRole::Standby || !node.sample)
        return false;
    const bool receives = node.sample->receiver && node.sample->receiver->status == QLatin1String("streaming");
    const bool isSent = node.sender && (node.sender->state == QLatin1String("streaming") ||
                                        node.sender->state == QLatin1String("catchup"));
    return receives || isSent;
}

QString spokenText(const TopologyBox &box)
{
    QStringList parts{box.name, box.role, box.state};
    if (!box.address.isEmpty())
        parts.append(box.address);
    if (!box.lag.isEmpty())
        parts.append(Tr::tr("%1 behind %2").arg(box.lag, box.parent));
    if (!box.beside.isEmpty())
        parts.append(box.beside);
    return parts.join(QStringLiteral(", "));
}

TopologyBox nodeBox(const ClusterSnapshot &snapshot, int index, std::optional<double> walBytesPerSecond)
{
    const NodeState &node = snapshot.nodes[index];
    TopologyBox box;
    box.id = node.name();
    box.parent = node.upstream;
    box.name = node.name();
    box.role = roleText(node);
    box.state = stateTitle(node.state).toLower();
    box.health = node.health;
    box.series = index;
    box.streaming = isStreaming(node);
    box.answers = node.role != NodeRole::Unknown;
    QStringList address;
    if (const QString at = addressText(node.definition); !at.isEmpty())
        address.append(at);
    if (node.timeline > 0)
        address.append(Tr::tr("timeline %1").arg(node.timeline));
    box.address = address.join(separator);
    box.shortLag = node.lag.replayBytes ? prettySize(*node.lag.replayBytes) : QString();
    if (!node.upstream.isEmpty())
        box.lag = node.role == NodeRole::Unknown ? Tr::tr("no answer") : lagText(node.lag);
    else if (!node.upstreamAddress.isEmpty())
        box.beside = Tr::tr("streams from %1").arg(node.upstreamAddress);
    if (node.role == NodeRole::Primary && walBytesPerSecond)
        box.beside = Tr::tr("%1/s of WAL").arg(prettySize(static_cast<qint64>(*walBytesPerSecond)));
    box.spoken = spokenText(box);
    return box;
}

TopologyBox strangerBox(const ClusterSnapshot::Stranger &stranger, int number)
{
    const WalSenderSample &sender = stranger.sender;
    TopologyBox box;
    box.id = QStringLiteral("\nstranger %1").arg(number); // no node's name holds a line break
    box.parent = stranger.upstream;
    box.name = sender.applicationName.isEmpty() ? Tr::tr("unnamed") : sender.applicationName;
    box.role = Tr::tr("Not watched");
    box.state = sender.permitted() ? sender.state : Tr::tr("not permitted");
    box.address = sender.clientAddress;
    box.stranger = true;
    box.streaming = sender.state == QLatin1String("streaming");
    box.spoken = spokenText(box);
    return box;
}

} // namespace

QList<TopologyBox> topologyBoxes(const ClusterSnapshot &snapshot, std::optional<double> walBytesPerSecond)
{
    QList<TopologyBox> boxes;
    for (int index = 0; index < snapshot.nodes.size(); ++index)
        boxes.append(nodeBox(snapshot, index, walBytesPerSecond));
    for (int number = 0; number < snapshot.strangers.size(); ++number)
        boxes.append(strangerBox(snapshot.strangers[number], number));
    return boxes;
}

QList<TopologyItem> topologyItems(const QList<TopologyBox> &boxes)
{
    QList<TopologyItem> items;
    for (const TopologyBox &box : boxes)
        items.append({box.id, box.parent});
    return items;
}

} // namespace howdah
