#include "core/cluster/finding_rules.h"

#include "core/base/sizes.h"

namespace howdah::finding_rules {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Findings)
};

constexpr qint64 worrySlotBytes = 64LL * 1024 * 1024;
constexpr double scarceShare = 0.9;

/// One finding for each slot of each node that `judge` objects to.
template <typename Judge> QList<Finding> eachSlot(const ClusterSnapshot &snapshot, Judge judge)
{
    QList<Finding> found;
    for (const NodeState *node : answeringNodes(snapshot))
        for (const SlotSample &slot : node->sample->replicationSlots)
            if (std::optional<Finding> finding = judge(*node, slot)) {
                finding->node = node->name();
                found << *finding;
            }
    return found;
}

QString dropSlot(const NodeState &node, const SlotSample &slot)
{
    return Tr::tr("SELECT pg_drop_replication_slot('%1'); on %2").arg(slot.name, node.name());
}

QHash<QString, QString> slotArguments(const NodeState &node, const SlotSample &slot)
{
    return {{QStringLiteral("node"), node.name()}, {QStringLiteral("slot"), slot.name}};
}

} // namespace

QList<Finding> inactiveSlots(const ClusterSnapshot &snapshot)
{
    return eachSlot(snapshot, [](const NodeState &node, const SlotSample &slot) -> std::optional<Finding> {
        const bool reported = slot.walStatus == QLatin1String("lost") || slot.walStatus == QLatin1String("unreserved");
        if (slot.active || reported || slot.retainedBytes.value_or(0) == 0)
            return std::nullopt;
        return Finding{
            .severity = *slot.retainedBytes >= worrySlotBytes ? Severity::Warning : Severity::Information,
            .text = Tr::tr("Nobody reads from slot “%1” on %2, and it keeps %3 of WAL.")
                        .arg(slot.name, node.name(), prettySize(*slot.retainedBytes)),
            .remedy = Tr::tr("Start what reads from it again; if it is not coming back: %1.").arg(dropSlot(node, slot)),
            .remedyOperation = QStringLiteral("drop-slot"),
            .remedyArguments = slotArguments(node, slot)};
    });
}

QList<Finding> lostSlots(const ClusterSnapshot &snapshot)
{
    return eachSlot(snapshot, [](const NodeState &node, const SlotSample &slot) -> std::optional<Finding> {
        if (slot.walStatus != QLatin1String("lost"))
            return std::nullopt;
        return Finding{
            .severity = Severity::Critical,
            .text = Tr::tr("Slot “%1” on %2 is lost: WAL that it was to keep has been removed.")
                        .arg(slot.name, node.name()),
            .remedy =
                Tr::tr("%1, then clone the standby (or set up the subscription) again.").arg(dropSlot(node, slot)),
            .remedyOperation = QStringLiteral("drop-slot"),
            .remedyArguments = slotArguments(node, slot)};
    });
}

QList<Finding> unreservedSlots(const ClusterSnapshot &snapshot)
{
    return eachSlot(snapshot, [](const NodeState &node, const SlotSample &slot) -> std::optional<Finding> {
        if (slot.walStatus != QLatin1String("unreserved"))
            return std::nullopt;
        return Finding{
            .severity = Severity::Critical,
            .text = Tr::tr("Slot “%1” on %2 is about to be lost: it keeps more WAL than max_slot_wal_keep_size "
                           "allows.")
                        .arg(slot.name, node.name()),
            .remedy = Tr::tr("Let its reader catch up now, or raise max_slot_wal_keep_size on %1 and reload it.")
                          .arg(node.name())};
    });
}

QList<Finding> pendingRestart(const ClusterSnapshot &snapshot)
{
    QList<Finding> found;
    for (const NodeState *node : answeringNodes(snapshot))
        if (node->sample->restartPending)
            found << Finding{.severity = Severity::Information,
                             .node = node->name(),
                             .text = Tr::tr("%1 has changed settings that wait for a restart.").arg(node->name()),
                             .remedy = Tr::tr("Restart %1 when it suits.").arg(node->name()),
                             .remedyOperation = QStringLiteral("restart"),
                             .remedyArguments = {{QStringLiteral("node"), node->name()}}};
    return found;
}

QList<Finding> scarceWalSenders(const ClusterSnapshot &snapshot)
{
    QList<Finding> found;
    for (const NodeState *node : answeringNodes(snapshot)) {
        const qsizetype used = node->sample->senders.size();
        const std::optional<int> most = node->sample->maxWalSenders;
        if (!most || used == 0 || used < *most - 1)
            continue;
        found << Finding{.severity = Severity::Warning,
                         .node = node->name(),
                         .text = Tr::tr("%1 of %2 walsenders on %3 are in use.")
                                     .arg(QString::number(used), QString::number(*most), node->name()),
                         .remedy = Tr::tr("Raise max_wal_senders on %1 and restart it.").arg(node->name())};
    }
    return found;
}

QList<Finding> scarceConnections(const ClusterSnapshot &snapshot)
{
    QList<Finding> found;
    for (const NodeState *node : answeringNodes(snapshot)) {
        const NodeSample &sample = *node->sample;
        if (!sample.clientBackends || !sample.maxConnections)
            continue;
        const int most = *sample.maxConnections - sample.reservedConnections.value_or(0);
        if (*sample.clientBackends < most * scarceShare)
            continue;
        found << Finding{.severity = *sample.clientBackends >= most ? Severity::Critical : Severity::Warning,
                         .node = node->name(),
                         .text = Tr::tr("%1 of %2 connections that ordinary users can have on %3 are in use.")
                                     .arg(QString::number(*sample.clientBackends), QString::number(most), node->name()),
                         .remedy =
                             Tr::tr("Close idle sessions, put a pooler in front, or raise max_connections on %1 and "
                                    "restart it (on standbys first).")
                                 .arg(node->name())};
    }
    return found;
}

} // namespace howdah::finding_rules
