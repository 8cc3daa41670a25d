#include "core/backup/archive_command.h"
#include "core/base/key.h"
#include "core/operations/library/backup_parts.h"
#include "core/operations/library/clone_parts.h"
#include "core/operations/library/library.h"
#include "core/operations/library/recover_parts.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Recover)
};

/// Beside the backups: /srv/pg/backups → /srv/pg/recovered-20261120-081545.
QString suggestPlace(const Situation &situation)
{
    const QString backups = situation.argument(key("backups"));
    if (backups.isEmpty() || situation.operationId.isEmpty())
        return {};
    const QString parent = parentOf(backups);
    return (parent == QLatin1String("/") ? QString() : parent) + QStringLiteral("/recovered-") + situation.operationId;
}

QString objectionToPlace(const QString &value, const Situation &)
{
    return isSafeForPgCtl(value) && archiveCommandFor(value, Compression::None)
               ? QString()
               : Tr::tr("pg_ctl hands this path to a shell, so it may not hold any of these: \" $ ` \\ '");
}

QString objectionToArchive(const QString &value, const Situation &)
{
    return archiveCommandFor(value, Compression::None)
               ? QString()
               : Tr::tr("restore_command cannot name this path: it holds a single quote or a line's end.");
}

QString objectionToCommand(const QString &value, const Situation &)
{
    return value.contains(key("%f")) && value.contains(key("%p")) && !value.contains(QLatin1Char('\n'))
               ? QString()
               : Tr::tr("It must name the segment (%f) and the file that it goes to (%p), in one line.");
}

QList<Param> placeParams()
{
    using Kind = Param::Kind;
    return {
        {.id = key("beside"),
         .title = Tr::tr("Beside"),
         .help = Tr::tr("The node on whose host the copy will run, and where backups and archive are read."),
         .kind = Kind::Node,
         .suggest = suggestBeside},
        backupsParam(),
        {.id = key("archive"),
         .title = Tr::tr("Archive"),
         .help = Tr::tr("The directory that the cluster archives its WAL to."),
         .kind = Kind::Path,
         .required = false,
         .suggest =
             [](const Situation &situation) { return situation.value(key("archiving"), key("directory")).toString(); },
         .objection = objectionToArchive},
        {.id = key("restore-command"),
         .title = Tr::tr("Restore command"),
         .help =
             Tr::tr("For an archive that another tool keeps: what brings the segment %f to the file %p. It is tried "
                    "before anything starts."),
         .kind = Kind::Text,
         .required = false,
         .advanced = true,
         .suggest =
             [](const Situation &situation) {
                 return situation.value(key("archiving"), key("restoreCommand")).toString();
             },
         .objection = objectionToCommand},
        {.id = key("backup"),
         .title = Tr::tr("Backup"),
         .help = Tr::tr("Its name in “howdahctl backups”; the newest that the target can be reached from unless said."),
         .kind = Kind::Text,
         .required = false,
         .advanced = true},
        {.id = key("into"),
         .title = Tr::tr("Into"),
         .help = Tr::tr("A directory that does not exist yet, for the copy, its log and its socket."),
         .kind = Kind::Path,
         .suggest = suggestPlace,
         .objection = objectionToPlace},
        {.id = key("port"),
         .title = Tr::tr("Port"),
         .help = Tr::tr("Where it will listen, on this machine's loopback alone."),
         .kind = Kind::Port,
         .suggest =
             [](const Situation &situation) {
                 const int port = situation.value(key("port"), key("suggested")).toInt();
                 return port > 0 ? QString::number(port) : QString();
             }},
        {.id = key("timeline"),
         .title = Tr::tr("Timeline"),
         .help = Tr::tr("For a point on a timeline that was left; the newest unless said."),
         .kind = Kind::Integer,
         .required = false,
         .advanced = true},
        {.id = key("patience"),
         .title = Tr::tr("Wait for a segment"),
         .help = Tr::tr("Seconds after which one that has not come from the archive is given up."),
         .kind = Kind::Integer,
         .required = false,
         .advanced = true,
         .suggest = [](const Situation &) { return key("300"); }}};
}

} // namespace

QString suggestBeside(const Situation &situation)
{
    if (const NodeState *primary = situation.snapshot->primary(); primary && !primary->definition.hostId.isEmpty())
        return primary->name();
    for (const NodeState &node : situation.snapshot->nodes)
        if (!node.definition.hostId.isEmpty())
            return node.name();
    return {};
}

Operation recover()
{
    return {
        .id = key("recover"),
        .title = Tr::tr("Recover to a point in time"),
        .summary = Tr::tr("Brings a base backup to a chosen moment beside the live server, which it cannot harm."),
        .icon = key("recover"),
        .group = OperationGroup::Backups,
        .params = recoverTargetParams() + placeParams(),
        .probes = recoverProbes(),
        .checks = recoverChecks(),
        .steps = recoverSteps(),
        .consequences = [](const Situation &situation) -> QStringList {
            const RecoverParts parts = RecoverParts::of(situation);
            return {Tr::tr("The live servers are not touched."),
                    Tr::tr("A server of its own runs in %1 on port %2 afterwards; it archives nothing and follows"
                           " nobody.")
                        .arg(parts.place)
                        .arg(parts.port)};
        },
        .readySentence =
            [](const Situation &situation) {
                const Result<RecoveryTarget> target = recoveryTargetOf(situation.arguments);
                return Tr::tr("A copy will be recovered to %1 in %2; the live servers are not touched.")
                    .arg(target ? saidOf(*target) : QString(), situation.argument(key("into")));
            },
        .next = [](const Situation &situation) -> QStringList {
            const RecoverParts parts = RecoverParts::of(situation);
            const QString cluster = shellQuoted(situation.snapshot->definition.name);
            const QString place = shellQuoted(parts.place);
            return {
                Tr::tr("Connect to port %1 and look whether it has what you miss.").arg(parts.port),
                Tr::tr("Bring rows back: howdahctl bring-rows-back %1 --from %2 --tables public.…").arg(cluster, place),
                Tr::tr("Or let it take the primary's place: howdahctl take-place %1 --from %2").arg(cluster, place)};
        },
        .resultTitles = {{key("stoppedAt"), Tr::tr("Recovered up to")},
                         {key("timeline"), Tr::tr("Timeline")},
                         {key("conninfo"), Tr::tr("Connect with")},
                         {key("directory"), Tr::tr("It lies in")}}};
}

} // namespace howdah::library
