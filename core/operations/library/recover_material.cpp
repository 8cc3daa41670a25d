#include "core/backup/archive_listing.h"
#include "core/backup/archive_proof.h"
#include "core/operations/library/judging.h"
#include "core/operations/library/recover_parts.h"
#include "core/wal/control_data.h"

#include <QCoreApplication>

#include <algorithm>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Recover)
};

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

struct Place
{
    std::shared_ptr<Host> host;
    As as;
    QString binDirectory, liveData;
};

Result<Place> placeOf(const ProbeContext &context)
{
    const auto layout = [&](const char *name) { return context.situation.value(key("layout"), key(name)).toString(); };
    const auto host = context.hosts.find(layout("hostId"));
    if (!host)
        return host.error();
    return Place{*host, As{layout("owner")}, layout("binDirectory"), layout("dataDirectory")};
}

/// As pg_controldata says of the live server, or of a backup in plain files where nothing is left of that one.
quint32 segmentBytesOf(const Place &place, const QList<BaseBackup> &backups, const Deadline &deadline)
{
    QStringList directories{place.liveData};
    for (const BaseBackup &backup : backups)
        if (backup.format == BaseBackup::Format::Plain)
            directories << backup.dataDirectory();
    for (const QString &directory : std::as_const(directories)) {
        const Result<CommandOutcome> outcome = runChecked(
            *place.host,
            {.argv = {place.binDirectory + QStringLiteral("/pg_controldata"), directory}, .asUser = place.as.user},
            deadline);
        const std::optional<ControlData> control = outcome ? parseControlData(outcome->output) : std::nullopt;
        if (control && control->segmentBytes > 0)
            return control->segmentBytes;
    }
    constexpr quint32 usual = 16U * 1024U * 1024U;
    return usual;
}

/// Looked into, not only listed: what is of another cluster, cut off or no WAL at all counts as missing.
Result<ArchiveProof> provedArchive(const ProbeContext &context, const Place &place, quint32 segmentBytes)
{
    const ArchivePlace archive{.directory = context.situation.argument(key("archive"))};
    // An archive of many thousand segments takes its time.
    constexpr Milliseconds longest{600000};
    const Deadline deadline = Deadline::after(longest);
    const Result<QList<ArchiveFile>> files =
        listArchiveFiles(*place.host, archive, place.as, segmentBytes, deadline, context.stop);
    if (!files)
        return files.error();
    return proveArchive(*place.host, archive, place.as, *files, context.situation.snapshot->systemIdentifier,
                        segmentBytes, ProofDepth::Headers, deadline, context.stop);
}

/// The newest timeline that anybody knows of, when no archive can be listed.
Timeline newestTimeline(const ClusterSnapshot &snapshot, const QList<BaseBackup> &backups)
{
    Timeline newest = 1;
    for (const NodeState &node : snapshot.nodes)
        newest = std::max(newest, node.timeline);
    for (const BaseBackup &backup : backups)
        newest = std::max(newest, backup.timeline);
    return newest;
}

/// Of the backups the one that was named, or all that there are.
QList<BaseBackup> candidates(const ProbeContext &context, const BackupCatalogue &catalogue)
{
    const QString wanted = context.situation.argument(key("backup"));
    QList<BaseBackup> usable = catalogue.restorable();
    if (!wanted.isEmpty())
        usable.removeIf([&wanted](const BaseBackup &backup) { return backup.id != wanted; });
    return usable;
}

Result<RecoveryMaterial> materialFor(const ProbeContext &context, const Place &place, const BackupCatalogue &catalogue)
{
    const QString archive = context.situation.argument(key("archive"));
    RecoveryMaterial material{.systemIdentifier = context.situation.snapshot->systemIdentifier,
                              .backups = candidates(context, catalogue),
                              .unlisted = !context.situation.argument(key("restore-command")).isEmpty()};
    if (material.backups.isEmpty() || (archive.isEmpty() && !material.unlisted))
        return material;
    const quint32 segmentBytes = segmentBytesOf(place, material.backups, context.deadline);
    material.archive.segmentBytes = segmentBytes;
    if (material.unlisted)
        return material;
    const Result<ArchiveProof> proof = provedArchive(context, place, segmentBytes);
    if (!proof)
        return proof.error();
    material.archive = proof->inventory;
    material.faults = proof->faults;
    const Result<QMap<Timeline, QByteArray>> histories =
        readHistories(*place.host, archive, place.as, proof->inventory, context.deadline);
    if (!histories)
        return histories.error();
    material.histories = *histories;
    return material;
}

/// Without an archive a backup reaches its own end, by the WAL that came with it.
RecoveryWay wayWithoutArchive(const RecoveryMaterial &material)
{
    for (auto newest = material.backups.crbegin(); newest != material.backups.crend(); ++newest)
        if (newest->systemIdentifier == material.systemIdentifier)
            return {.backup = *newest, .timeline = newest->timeline, .reaches = newest->stop};
    return recoveryWay({}, {.systemIdentifier = material.systemIdentifier});
}

/// Which histories the command can bring is not known: it goes to the newest timeline that anybody knows of.
RecoveryWay wayByCommand(RecoveryTarget target, const RecoveryMaterial &material, const ClusterSnapshot &snapshot)
{
    if (!target.timeline)
        target.timeline = newestTimeline(snapshot, material.backups);
    return recoveryWay(target, material);
}

QVariantMap valuesOf(const BaseBackup &backup, const BackupCatalogue &catalogue)
{
    constexpr int versionsPerMajor = 10000;
    QStringList chain;
    for (const BaseBackup &one : catalogue.chainTo(backup))
        chain << one.dataDirectory();
    return {{key("backup"), backup.id},
            {key("chain"), chain},
            {key("tar"), backup.format == BaseBackup::Format::Tar},
            {key("compression"), suffixOf(backup.compression)},
            {key("cold"), backup.cold},
            {key("label"), backup.label},
            {key("backupTimeline"), backup.timeline},
            {key("start"), backup.start.toString()},
            {key("stop"), backup.stop.toString()},
            {key("stoppedAt"), backup.stoppedAt},
            {key("bytes"), catalogue.restoredBytes(backup)},
            {key("major"), backup.serverVersion / versionsPerMajor}};
}

Result<QVariantMap> lookAtMaterial(ProbeContext &context)
{
    const Result<Place> place = placeOf(context);
    const Result<RecoveryTarget> target = recoveryTargetOf(context.situation.arguments);
    if (!place || !target)
        return place ? target.error() : place.error();
    const Result<BackupCatalogue> catalogue = readCatalogue(
        *place->host, context.situation.argument(key("backups")), place->as, context.deadline, context.stop);
    if (!catalogue)
        return catalogue.error();
    const Result<RecoveryMaterial> material = materialFor(context, *place, *catalogue);
    if (!material)
        return material.error();
    const bool archived = !context.situation.argument(key("archive")).isEmpty();
    const RecoveryWay way = material->unlisted ? wayByCommand(*target, *material, *context.situation.snapshot)
                            : archived         ? recoveryWay(*target, *material)
                                               : wayWithoutArchive(*material);
    QVariantMap values{{key("why"), way.why},
                       {key("hint"), way.hint},
                       {key("backups"), static_cast<int>(material->backups.size())},
                       {key("timeline"), static_cast<quint32>(way.timeline)},
                       {key("segmentBytes"), material->archive.segmentBytes},
                       {key("reaches"), way.reaches.toString()}};
    if (!way.exists())
        return values;
    for (const SegmentRun &run : material->archive.runs)
        if (values.value(key("archivedUntil")).toDateTime() < run.newest || !values.contains(key("archivedUntil")))
            values.insert(key("archivedUntil"), run.newest);
    values.insert(valuesOf(*way.backup, *catalogue));
    return values;
}

/// What unpacks it, puts it together and compares it.
QStringList programsFor(const RecoverParts &parts)
{
    const BaseBackup &backup = parts.chosen.backup;
    QStringList programs;
    if (backup.cold)
        return {key("sha256sum")};
    programs << parts.binDirectory + QStringLiteral("/pg_verifybackup");
    if (backup.format == BaseBackup::Format::Tar) {
        static const QMap<Compression, QString> unpackers{
            {Compression::Gzip, key("gzip")}, {Compression::Zstd, key("zstd")}, {Compression::Lz4, key("lz4")}};
        programs << key("tar");
        if (unpackers.contains(backup.compression))
            programs << unpackers.value(backup.compression);
    } else if (parts.chosen.chain.size() > 1) {
        programs << parts.binDirectory + QStringLiteral("/pg_combinebackup");
    }
    return programs;
}

Result<QVariantMap> lookForPrograms(ProbeContext &context)
{
    const Result<Place> place = placeOf(context);
    if (!place)
        return place.error();
    const QStringList programs = programsFor(RecoverParts::of(context.situation));
    const Result<CommandOutcome> missing =
        runChecked(*place->host,
                   {.argv = QStringList{key("sh"), key("-c"),
                                        key("for one; do command -v \"$one\" >/dev/null || echo \"$one\"; done"), key("sh")} +
                            programs,
                    .asUser = place->as.user},
                   context.deadline, context.stop);
    if (!missing)
        return missing.error();
    return QVariantMap{
        {key("needed"), programs},
        {key("missing"), QString::fromUtf8(missing->output).split(QLatin1Char('\n'), Qt::SkipEmptyParts)}};
}

Judgement judgePrograms(const Situation &situation, const Values &seen)
{
    const RecoverParts parts = RecoverParts::of(situation);
    const QStringList missing = seen.value(key("missing")).toStringList();
    if (!missing.isEmpty())
        return blocked(Tr::tr("%1 is not there; the backup %2 needs it.")
                           .arg(missing.join(QStringLiteral(", ")), parts.chosen.id),
                       Tr::tr("Install it on this host, or name another backup."));
    const BaseBackup &backup = parts.chosen.backup;
    if (backup.cold)
        return ok(Tr::tr("A cold copy: it is copied, and compared with the checksums that were kept of it."));
    if (backup.format == BaseBackup::Format::Tar)
        return ok(Tr::tr("Tar files: they are unpacked, and compared with the manifest."));
    return parts.chosen.chain.size() > 1
               ? ok(Tr::tr("It is put together from %n backups, and compared with the manifest.", nullptr,
                           static_cast<int>(parts.chosen.chain.size())))
               : ok(Tr::tr("Plain files: they are copied, and compared with the manifest."));
}

/// A byte that was flipped, a file that is missing: found by the sums that the backup was given when it was taken.
Action verifyAgainstManifest(const RecoverParts &parts)
{
    const QString manifest = parts.data() + QStringLiteral("/backup_manifest");
    return {.text = Tr::tr("Verify every file of the copy against the backup's manifest, where it has one"),
            .what = RunCommand{.hostId = parts.hostId,
                               .command = {.argv = {parts.binDirectory + QStringLiteral("/pg_verifybackup"),
                                                    QStringLiteral("--no-parse-wal"), QStringLiteral("--exit-on-error"),
                                                    QStringLiteral("--quiet"), parts.data()},
                                           .asUser = parts.owner}},
            .unless = Observation{.text = Tr::tr("there is no manifest"),
                                  .look = PathIs{parts.hostId, manifest, parts.owner, PathIs::What::Absent},
                                  .timeout = Milliseconds{0}}};
}

Action verifyColdCopy(const RecoverParts &parts)
{
    const QString sums = parts.chosen.chain.value(0) + QStringLiteral("/../howdah-checksums");
    return {.text = Tr::tr("Verify every file of the copy against the checksums of the cold backup"),
            .what = RunCommand{.hostId = parts.hostId,
                               .command = {.argv = {QStringLiteral("sh"), QStringLiteral("-c"),
                                                    QStringLiteral("cd \"$1\" && sha256sum --quiet --check \"$2\" >&2"),
                                                    QStringLiteral("sh"), parts.data(), sums},
                                           .asUser = parts.owner}}};
}

} // namespace

QList<Action> restoreAndVerify(const RecoverParts &parts)
{
    return {restoreAction(parts.chosen, parts.data()),
            parts.chosen.backup.cold ? verifyColdCopy(parts) : verifyAgainstManifest(parts)};
}

Probe materialProbe()
{
    return {.id = key("material"), .look = lookAtMaterial};
}

Probe restoringProgramsProbe()
{
    return {.id = key("programs"), .look = lookForPrograms};
}

Check restoringProgramsCheck()
{
    return factCheck(key("programs"), Tr::tr("The backup can be restored here"),
                     Tr::tr("Each kind of backup needs programs of its own: to unpack it, to put it together, to compare "
                            "it."),
                     key("programs"), judgePrograms);
}

} // namespace howdah::library
