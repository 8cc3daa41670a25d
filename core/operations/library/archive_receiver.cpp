#include "core/base/key.h"
#include "core/operations/library/archive_parts.h"
#include "core/operations/library/archive_receiver_parts.h"
#include "core/operations/library/clone_parts.h"
#include "core/operations/library/library.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::ReceiveWal)
};

/// Away from the server, where there is another host.
QString suggestBeside(const Situation &situation)
{
    const NodeState *from = situation.node(situation.argument(key("from")));
    for (const NodeState &node : situation.snapshot->nodes)
        if (from && !node.definition.hostId.isEmpty() && node.definition.hostId != from->definition.hostId)
            return node.name();
    return from ? from->name() : QString();
}

QList<Param> params()
{
    using Kind = Param::Kind;
    return {
        {.id = key("receiving"),
         .title = Tr::tr("Receiving"),
         .help = Tr::tr("Start it, or stop what was started here."),
         .kind = Kind::Choice,
         .options = {{key("on"), Tr::tr("on")}, {key("off"), Tr::tr("off")}},
         .suggest = [](const Situation &) { return key("on"); }},
        {.id = key("from"),
         .title = Tr::tr("From"),
         .help = Tr::tr("The node whose WAL is received, as it is written."),
         .kind = Kind::Node,
         .suggest =
             [](const Situation &situation) {
                 const NodeState *primary = situation.snapshot->primary();
                 return primary ? primary->name() : QString();
             }},
        {.id = key("beside"),
         .title = Tr::tr("On the host of"),
         .help = Tr::tr("The node on whose host it runs, best not the same."),
         .kind = Kind::Node,
         .suggest = suggestBeside},
        {.id = key("directory"),
         .title = Tr::tr("Into"),
         .help = Tr::tr("A directory of its own, which is made if need be."),
         .kind = Kind::Path,
         .suggest =
             [](const Situation &situation) {
                 const QString archive = suggestArchive(receiverHost(situation));
                 return archive.isEmpty() ? QString() : parentOf(archive) + key("/received");
             },
         .objection =
             [](const QString &value, const Situation &) {
                 return archiveCommandFor(value, Compression::None)
                            ? QString()
                            : Tr::tr("restore_command cannot name this path: it holds a single quote or a line's end.");
             }},
        {.id = key("slot"),
         .title = Tr::tr("Replication slot"),
         .help = Tr::tr("Keeps WAL on the server while the receiver is away."),
         .suggest = [](const Situation &) { return key("howdah_receivewal"); },
         .objection =
             [](const QString &value, const Situation &) {
                 static const QRegularExpression name(QStringLiteral("\\A[a-z0-9_]{1,63}\\z"));
                 return name.match(value).hasMatch()
                            ? QString()
                            : Tr::tr("A slot's name has 1 to 63 lower-case letters, digits and underscores.");
             }},
        {.id = key("compression"),
         .title = Tr::tr("Compression"),
         .help = Tr::tr("Of each finished segment."),
         .kind = Kind::Choice,
         .options = {{key("none"), Tr::tr("none")}, {key("gzip"), Tr::tr("gzip")}},
         .suggest = [](const Situation &) { return key("none"); }},
        receiverKeepingParam()};
}

} // namespace

Operation receiveWal()
{
    return {
        .id = key("receive-wal"),
        .title = Tr::tr("Receive WAL as it is written"),
        .summary = Tr::tr("Runs pg_receivewal through a slot of its own: an archive that lacks seconds, not segments."),
        .icon = key("backup"),
        .group = OperationGroup::Backups,
        .params = params(),
        .probes = receiverProbes(),
        .checks = receiverChecks(),
        .steps = receiverSteps(),
        .consequences = [](const Situation &situation) -> QStringList {
            const ReceiverParts parts = ReceiverParts::of(situation);
            if (!parts.on)
                return {Tr::tr("What was received stays in %1.").arg(parts.directory)};
            return {Tr::tr("%1 keeps WAL for it while it is away: a receiver that never comes back fills its disk "
                           "(max_slot_wal_keep_size is the limit).")
                        .arg(parts.source.node)};
        },
        .impossible =
            [](const ClusterSnapshot &snapshot) {
                return snapshot.primary() ? QString() : Tr::tr("No primary of this cluster answers.");
            },
        .next = [](const Situation &situation) -> QStringList {
            const ReceiverParts parts = ReceiverParts::of(situation);
            if (!parts.on)
                return {};
            QStringList next;
            if (parts.keptBy == ReceiverParts::KeptBy::Nobody)
                next << Tr::tr("It runs until it ends, or that host is restarted: nobody starts it again.");
            return next << Tr::tr("After a failover it needs a slot on the new primary: run this again from there.");
        }};
}

} // namespace howdah::library
