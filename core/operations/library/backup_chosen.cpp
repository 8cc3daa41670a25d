#include "core/operations/library/backup_chosen.h"
#include "core/base/key.h"

#include "core/operations/library/backup_parts.h"
#include "core/operations/library/judging.h"
#include "core/operations/library/recover_parts.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::ChosenBackup)
};

QString suggestNode(const Situation &situation)
{
    if (const NodeState *primary = situation.snapshot->primary(); primary && !primary->definition.hostId.isEmpty())
        return primary->name();
    for (const NodeState &node : situation.snapshot->nodes)
        if (!node.definition.hostId.isEmpty())
            return node.name();
    return {};
}

/// The newest of this cluster that is not known to be bad.
const BaseBackup *newestUsable(const BackupCatalogue &catalogue, const QString &systemIdentifier)
{
    for (auto backup = catalogue.backups.crbegin(); backup != catalogue.backups.crend(); ++backup)
        if (backup->systemIdentifier == systemIdentifier && !catalogue.isBad(backup->id))
            return &*backup;
    return nullptr;
}

QVariantMap valuesOf(const BaseBackup &backup, const BackupCatalogue &catalogue)
{
    QStringList chain;
    for (const BaseBackup &one : catalogue.chainTo(backup))
        chain << one.dataDirectory();
    return {{key("id"), backup.id},
            {key("label"), backup.label},
            {key("directory"), backup.directory},
            {key("byHand"), backup.keeper == BaseBackup::Keeper::ByHand},
            {key("system"), backup.systemIdentifier},
            {key("serverVersion"), backup.serverVersion},
            {key("timeline"), backup.timeline},
            {key("stop"), backup.stop.toString()},
            {key("stoppedAt"), backup.stoppedAt},
            {key("bytes"), backup.bytes},
            {key("restoredBytes"), catalogue.restoredBytes(backup)},
            {key("tar"), backup.format == BaseBackup::Format::Tar},
            {key("compression"), suffixOf(backup.compression)},
            {key("cold"), backup.cold},
            {key("basedOn"), backup.basedOn},
            {key("chain"), chain},
            {key("bad"), catalogue.isBad(backup.id)}};
}

Result<QVariantMap> lookAtChosen(ProbeContext &context)
{
    const auto layout = [&](const char *name) { return context.situation.value(key("layout"), key(name)).toString(); };
    const auto host = context.hosts.find(layout("hostId"));
    if (!host)
        return host.error();
    const QString directory = context.situation.argument(key("backups"));
    const Result<BackupCatalogue> catalogue =
        readCatalogue(**host, directory, As{layout("owner")}, context.deadline, context.stop);
    if (!catalogue)
        return catalogue.error();
    const QString wanted = context.situation.argument(key("backup"));
    const BaseBackup *backup = wanted.isEmpty() ? newestUsable(*catalogue, context.situation.snapshot->systemIdentifier)
                                                : catalogue->find(wanted);
    if (backup)
        return valuesOf(*backup, *catalogue);
    QStringList known;
    for (const BaseBackup &one : catalogue->backups)
        known << one.id;
    for (const BackupCatalogue::Damaged &one : catalogue->damaged)
        if (!wanted.isEmpty() && one.directory == directory + QLatin1Char('/') + wanted)
            return Error{.code = ErrorCode::Invalid, .message = one.why, .hint = Tr::tr("Take another backup.")};
    return QVariantMap{{key("known"), known}};
}

Judgement judgeChosen(const Situation &situation, const Values &seen)
{
    const QString directory = situation.argument(key("backups"));
    const QString known = seen.value(key("known")).toStringList().join(QStringLiteral(", "));
    const QString wanted = situation.argument(key("backup"));
    if (seen.value(key("id")).toString().isEmpty())
        return blocked(wanted.isEmpty() ? Tr::tr("There is no backup in %1 that is not known to be bad.").arg(directory)
                                        : Tr::tr("There is no backup %1 in %2.").arg(wanted, directory),
                       known.isEmpty() ? Tr::tr("Take one, or name the directory that they lie in.")
                                       : Tr::tr("These are there: %1.").arg(known));
    const QString system = seen.value(key("system")).toString();
    if (system != situation.snapshot->systemIdentifier)
        return blocked(system.isEmpty()
                           ? Tr::tr("Which cluster it is of cannot be told.")
                           : Tr::tr("It is of another cluster, with the system identifier %1.").arg(system),
                       Tr::tr("Choose another backup."));
    if (seen.value(key("chain")).toStringList().isEmpty())
        return blocked(Tr::tr("It is incremental, and the backup %1 that it is based on is not there.")
                           .arg(seen.value(key("basedOn")).toString()),
                       Tr::tr("Bring that one back, or choose another backup."));
    const QString ended =
        seen.value(key("stoppedAt")).toDateTime().toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss 'UTC'"));
    return ok(Tr::tr("It ended %1.").arg(ended));
}

} // namespace

QList<Param> chosenBackupParams()
{
    using Kind = Param::Kind;
    return {{.id = key("beside"),
             .title = Tr::tr("On the host of"),
             .help = Tr::tr("The node on whose host the backup lies."),
             .kind = Kind::Node,
             .suggest = suggestNode},
            backupsParam(),
            {.id = key("backup"),
             .title = Tr::tr("Backup"),
             .help = Tr::tr("Its name in “howdahctl backups”; the newest that is not known to be bad unless said."),
             .kind = Kind::Text,
             .required = false,
             .suggest = [](const Situation &situation) { return situation.value(key("chosen"), key("id")).toString(); },
             .objection =
                 [](const QString &value, const Situation &) {
                     return value.contains(QLatin1Char('/')) || value.startsWith(QLatin1Char('.'))
                                ? Tr::tr("A backup's name is that of its directory, without the way to it.")
                                : QString();
                 }}};
}

QList<Probe> chosenBackupProbes()
{
    return {layoutProbe(key("layout"), besideOf), {.id = key("chosen"), .look = lookAtChosen}};
}

QList<Check> chosenBackupChecks()
{
    return {hostKnown(key("beside"), key("layout")),
            factCheck(key("backup"), Tr::tr("The backup is there"),
                      Tr::tr("It is read as its catalogue describes it now."), key("chosen"), judgeChosen)};
}

ChosenBackup ChosenBackup::of(const Situation &situation)
{
    const auto layout = [&](const char *name) { return situation.value(key("layout"), key(name)).toString(); };
    const auto seen = [&](const char *name) { return situation.value(key("chosen"), key(name)); };
    ChosenBackup chosen{.id = seen("id").toString(),
                        .directory = situation.argument(key("backups")),
                        .hostId = layout("hostId"),
                        .owner = layout("owner"),
                        .binDirectory = layout("binDirectory"),
                        .chain = seen("chain").toStringList()};
    chosen.backup = {.id = chosen.id,
                     .label = seen("label").toString(),
                     .directory = seen("directory").toString(),
                     .systemIdentifier = seen("system").toString(),
                     .serverVersion = seen("serverVersion").toInt(),
                     .timeline = seen("timeline").toUInt(),
                     .stop = Lsn::parse(seen("stop").toString()).value_or(Lsn()),
                     .stoppedAt = seen("stoppedAt").toDateTime(),
                     .bytes = seen("bytes").toLongLong(),
                     .keeper = seen("byHand").toBool() ? BaseBackup::Keeper::ByHand : BaseBackup::Keeper::Howdah,
                     .format = seen("tar").toBool() ? BaseBackup::Format::Tar : BaseBackup::Format::Plain,
                     .cold = seen("cold").toBool(),
                     .basedOn = seen("basedOn").toString(),
                     .plainBytes = seen("restoredBytes").toLongLong()};
    return chosen;
}

QStringList restoringWords(const ChosenBackup &chosen, const QString &target)
{
    const QString from = chosen.chain.isEmpty() ? QString() : chosen.chain.last();
    QStringList argv{QStringLiteral("cp"), QStringLiteral("--archive"), QStringLiteral("--reflink=auto"), from, target};
    if (chosen.backup.format == BaseBackup::Format::Tar) {
        const QString script = QStringLiteral(
            "set -e\n"
            "unpack() { case $1 in *.gz) gzip -dc \"$1\";; *.zst) zstd -dqc \"$1\";; *.lz4) lz4 -dqc \"$1\";;"
            " *) cat \"$1\";; esac; }\n"
            "mkdir -m 700 \"$2\"\n"
            "for tar in \"$1\"/base.tar*; do unpack \"$tar\" | tar -xf - -C \"$2\"; done\n"
            "for tar in \"$1\"/pg_wal.tar*; do [ ! -e \"$tar\" ] || unpack \"$tar\" | tar -xf - -C \"$2/pg_wal\"; "
            "done\n"
            "[ ! -e \"$1/backup_manifest\" ] || cp \"$1/backup_manifest\" \"$2\"\n"
            // A server would lead the links to the directories that the map names: those of the live one.
            "spaces=$(dirname \"$2\")/tablespaces\n"
            "[ ! -s \"$2/tablespace_map\" ] || { mkdir -m 700 \"$spaces\"; : >\"$2/tablespace_map\"; }\n"
            "for tar in \"$1\"/[0-9]*.tar*; do\n"
            "    [ -e \"$tar\" ] || continue\n"
            "    oid=${tar##*/} oid=${oid%%.*}\n"
            "    mkdir -m 700 \"$spaces/$oid\"\n"
            "    unpack \"$tar\" | tar -xf - -C \"$spaces/$oid\"\n"
            "    ln -s \"$spaces/$oid\" \"$2/pg_tblspc/$oid\"\n"
            "    printf '%s %s\\n' \"$oid\" \"$spaces/$oid\" >>\"$2/tablespace_map\"\n"
            "done\n"
            "[ -e \"$2/global/pg_control\" ] || { echo \"the tar files in $1 are not whole\" >&2; exit 1; }");
        argv = {QStringLiteral("sh"), QStringLiteral("-c"), script, QStringLiteral("sh"), from, target};
    } else if (chosen.chain.size() > 1) {
        argv = QStringList{chosen.binDirectory + QStringLiteral("/pg_combinebackup")} + chosen.chain +
               QStringList{QStringLiteral("--output=") + target};
    }
    return argv;
}

Action restoreAction(const ChosenBackup &chosen, const QString &target)
{
    return {.text = Tr::tr("Restore the backup %1 to %2").arg(chosen.id, target),
            .what = RunCommand{.hostId = chosen.hostId,
                               .command = {.argv = restoringWords(chosen, target), .asUser = chosen.owner}}};
}

} // namespace howdah::library
