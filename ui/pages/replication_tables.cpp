#include "ui/pages/replication_tables.h"

#include "core/base/sizes.h"
#include "ui/pages/replication_cells.h"

#include <QCoreApplication>

namespace howdah::replication {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::ReplicationTables)
};

const QString bytesUnit = QStringLiteral("bytes");
const QString msUnit = QStringLiteral("ms");

Health healthOfSlot(const SlotSample &slot)
{
    if (slot.walStatus == QLatin1String("lost"))
        return Health::Critical;
    if (slot.walStatus == QLatin1String("unreserved"))
        return Health::Attention;
    return slot.active ? Health::Good : Health::Unknown;
}

QString walStatusMeaning(const QString &status)
{
    if (status == QLatin1String("reserved"))
        return Tr::tr("What the slot needs lies within max_wal_size.");
    if (status == QLatin1String("extended"))
        return Tr::tr("More than max_wal_size is kept, for this slot or by wal_keep_size.");
    if (status == QLatin1String("unreserved"))
        return Tr::tr("The WAL it needs will be removed at the next checkpoint: its standby must catch up now.");
    if (status == QLatin1String("lost"))
        return Tr::tr("WAL that it needs is gone: the standby behind it must be cloned again.");
    return {};
}

} // namespace

QList<TableColumn> standbyColumns()
{
    return {
        {Tr::tr("Standby"), Tr::tr("The node's name here")},
        {Tr::tr("State"), Tr::tr("What it is doing now")},
        {Tr::tr("Sync"),
         Tr::tr("sync and quorum: commits wait for it; potential: the next in line; async: they do not")},
        {Tr::tr("Upstream"), Tr::tr("The node it streams from")},
        {Tr::tr("To replay"), Tr::tr("WAL its queries do not see yet"), true, bytesUnit},
        {Tr::tr("Replay lag"), Tr::tr("Time from the flush on the upstream until queries here see it"), true, msUnit},
        {Tr::tr("To flush"), Tr::tr("WAL it has not yet made durable"), true, bytesUnit},
        {Tr::tr("Flush lag"), Tr::tr("Time from the flush on the upstream until it was durable here"), true, msUnit},
        {Tr::tr("To write"), Tr::tr("WAL it has not yet written, what is still to be sent included"), true, bytesUnit},
        {Tr::tr("Write lag"), Tr::tr("Time from the flush on the upstream until it was written here"), true, msUnit},
        {Tr::tr("To send"), Tr::tr("WAL its upstream has not yet sent"), true, bytesUnit},
        {Tr::tr("Reply"), Tr::tr("Age of its last reply to the upstream: how old these figures are"), true, msUnit},
        {Tr::tr("Receiver"), Tr::tr("What its WAL receiver says")},
        {Tr::tr("Slot"), Tr::tr("The replication slot that keeps WAL for it")},
        {Tr::tr("Timeline"), Tr::tr("The timeline it follows"), true}};
}

QList<TableRow> standbyRows(const ClusterSnapshot &snapshot)
{
    QList<TableRow> rows;
    for (int index = 0; index < snapshot.nodes.size(); ++index) {
        const NodeState &node = snapshot.nodes[index];
        const bool wasStandby = node.role == NodeRole::Unknown && node.lastRole == NodeRole::Standby;
        if (node.role != NodeRole::Standby && !wasStandby)
            continue;
        TableCell name = textCell(node.name());
        name.series = index;
        TableCell state = textCell(stateTitle(node.state).toLower());
        state.health = node.health;
        if (node.sample && node.sample->failure)
            state.toolTip = node.sample->failure->full();
        const QString upstream = node.upstream.isEmpty() ? node.upstreamAddress : node.upstream;
        const auto reply = node.sender ? node.sender->replyTime : std::nullopt;
        const auto receiver = node.sample ? node.sample->receiver : std::nullopt;
        const QString slot = node.sample ? node.sample->primarySlotName : QString();
        rows.append(
            {node.name(),
             {name, state, textCell(node.syncState), textCell(upstream), bytesCell(node.lag.replayBytes),
              durationCell(node.lag.replayMs), bytesCell(node.lag.flushBytes), durationCell(node.lag.flushMs),
              bytesCell(node.lag.writeBytes), durationCell(node.lag.writeMs), bytesCell(node.lag.sendBytes),
              ageCell(reply, snapshot.madeAt), textCell(receiver ? receiver->status : QString()), textCell(slot),
              numberCell(node.timeline > 0 ? std::optional<qint64>(node.timeline) : std::nullopt)}});
    }
    return rows;
}

QList<TableColumn> slotColumns()
{
    return {
        {Tr::tr("Slot"), Tr::tr("Name of the replication slot")},
        {Tr::tr("On"), Tr::tr("The node that has it")},
        {Tr::tr("Kind"), Tr::tr("physical: for a standby; logical: for a subscription")},
        {Tr::tr("Database"), Tr::tr("Of a logical slot")},
        {Tr::tr("In use"), Tr::tr("Whether somebody streams through it now")},
        {Tr::tr("WAL"), Tr::tr("Whether the WAL it needs is still there (wal_status)")},
        {Tr::tr("Retained"), Tr::tr("WAL kept because of it, from its restart position to the head"), true, bytesUnit},
        {Tr::tr("Safe"),
         Tr::tr("How much more can be written before it may lose WAL (safe_wal_size); empty: no limit is set"), true,
         bytesUnit},
        {Tr::tr("Restart LSN"), Tr::tr("The oldest WAL it may still ask for")}};
}

QList<TableRow> slotRows(const ClusterSnapshot &snapshot)
{
    QList<TableRow> rows;
    for (const NodeState &node : snapshot.nodes) {
        if (!node.sample)
            continue;
        for (const SlotSample &slot : node.sample->replicationSlots) {
            TableCell inUse = textCell(slot.active ? Tr::tr("yes") : Tr::tr("no"));
            inUse.health = healthOfSlot(slot);
            TableCell status = textCell(slot.walStatus);
            status.toolTip = walStatusMeaning(slot.walStatus);
            rows.append({node.name() + QLatin1Char('\n') + slot.name,
                         {textCell(slot.name), textCell(node.name()), textCell(slot.type), textCell(slot.database),
                          inUse, status, bytesCell(slot.retainedBytes), bytesCell(slot.safeWalBytes),
                          textCell(slot.restartLsn ? slot.restartLsn->toString() : QString())}});
        }
    }
    return rows;
}

QList<TableColumn> strangerColumns()
{
    return {{Tr::tr("Application"), Tr::tr("How it names itself (application_name)")},
            {Tr::tr("Streams from"), Tr::tr("The node that sends it WAL")},
            {Tr::tr("Address"), Tr::tr("Where it connects from")},
            {Tr::tr("State"), Tr::tr("What its walsender is doing")},
            {Tr::tr("Sync"), Tr::tr("Whether commits wait for it")},
            {Tr::tr("Slot"), Tr::tr("The replication slot it holds")},
            {Tr::tr("Sent up to"), Tr::tr("Position sent so far")},
            {Tr::tr("Reply"), Tr::tr("Age of its last reply"), true, msUnit}};
}

QList<TableRow> strangerRows(const ClusterSnapshot &snapshot)
{
    QList<TableRow> rows;
    for (const ClusterSnapshot::Stranger &stranger : snapshot.strangers) {
        const WalSenderSample &sender = stranger.sender;
        const QString key = QStringLiteral("%1\n%2").arg(stranger.upstream).arg(sender.pid);
        rows.append(
            {key,
             {textCell(sender.applicationName), textCell(stranger.upstream), textCell(sender.clientAddress),
              textCell(sender.permitted() ? sender.state : Tr::tr("not permitted to see")), textCell(sender.syncState),
              textCell(sender.slotName), textCell(sender.sent ? sender.sent->toString() : QString()),
              ageCell(sender.replyTime, snapshot.madeAt)}});
    }
    return rows;
}

} // namespace howdah::replication
