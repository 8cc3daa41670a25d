#include "core/backup/archive_listing.h"
#include "core/backup/archive_proof.h"
#include "core/base/key.h"
#include "core/operations/library/recover_parts.h"
#include "core/wal/control_data.h"

#include <QRegularExpression>

#include <algorithm>

namespace howdah::library {

namespace {

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

/// By number; in tar files each has one of its own.
Result<QStringList> tablespacesOf(const Place &place, const BaseBackup &backup, const Deadline &deadline)
{
    if (backup.format != BaseBackup::Format::Tar)
        return place.host->entries(backup.dataDirectory() + QStringLiteral("/pg_tblspc"), place.as, deadline);
    const Result<QStringList> entries = place.host->entries(backup.dataDirectory(), place.as, deadline);
    if (!entries)
        return entries.error();
    static const QRegularExpression numbered(QStringLiteral("^(\\d+)\\.tar"));
    QStringList numbers;
    for (const QString &entry : *entries)
        if (const QRegularExpressionMatch match = numbered.match(entry); match.hasMatch())
            numbers << match.captured(1);
    return numbers;
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
    const Result<BackupCatalogue> catalogue = readCatalogue(*place->host, context.situation.argument(key("backups")),
                                                            place->as, context.deadline, context.stop);
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
    const Result<QStringList> tablespaces = tablespacesOf(*place, *way.backup, context.deadline);
    if (!tablespaces)
        return tablespaces.error();
    values.insert(valuesOf(*way.backup, *catalogue));
    values.insert(key("backupTablespaces"), *tablespaces);
    return values;
}

} // namespace

Probe materialProbe()
{
    return {.id = key("material"), .look = lookAtMaterial};
}

} // namespace howdah::library
