#include "core/backup/archive_command.h"
#include "core/backup/archive_listing.h"
#include "core/backup/archive_proof.h"
#include "core/operations/library/clone_parts.h"
#include "core/operations/library/recover_parts.h"
#include "core/wal/control_data.h"

#include <QCoreApplication>

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

/// Where the cluster archives to, asked of whichever node answers: a recovery may be wanted because none does any more,
/// so that no answer is no error.
Result<QVariantMap> lookAtArchiving(ProbeContext &context)
{
    for (const NodeState &node : context.situation.snapshot->nodes) {
        if (!node.sample || node.sample->failure)
            continue;
        Result<Connection> session = context.connect(serverOf(node));
        const Result<ResultSet> row =
            session ? session->query(QStringLiteral("SELECT setting FROM pg_settings WHERE name = 'archive_command'"),
                                     {}, context.deadline, context.stop)
                    : Result<ResultSet>(session.error());
        if (!row || row->rows() == 0)
            continue;
        const ArchiveCommand command = parseArchiveCommand(row->text(0, 0).value_or(QString()));
        if (!command.directory.isEmpty())
            return QVariantMap{{key("directory"), command.directory}};
    }
    return QVariantMap{};
}

struct Place
{
    std::shared_ptr<Host> host;
    As as;
    QString binDirectory;
};

Result<Place> placeOf(ProbeContext &context)
{
    const auto layout = [&](const char *name) { return context.situation.value(key("layout"), key(name)).toString(); };
    const auto host = context.hosts.find(layout("hostId"));
    if (!host)
        return host.error();
    return Place{*host, As{layout("owner")}, layout("binDirectory")};
}

/// As pg_controldata says of a backup, which is the same for all of them.
quint32 segmentBytesOf(const Place &place, const QString &dataDirectory, const Deadline &deadline)
{
    constexpr quint32 usual = 16U * 1024U * 1024U;
    const Result<CommandOutcome> outcome = runChecked(
        *place.host,
        {.argv = {place.binDirectory + QStringLiteral("/pg_controldata"), dataDirectory}, .asUser = place.as.user},
        deadline);
    const std::optional<ControlData> control = outcome ? parseControlData(outcome->output) : std::nullopt;
    return control && control->segmentBytes > 0 ? control->segmentBytes : usual;
}

/// Looked into, not only listed: what is of another cluster, cut off or no WAL at all counts as missing.
Result<ArchiveProof> provedArchive(ProbeContext &context, const Place &place, quint32 segmentBytes)
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

Result<RecoveryMaterial> materialFor(ProbeContext &context, const Place &place)
{
    const QString archive = context.situation.argument(key("archive"));
    RecoveryMaterial material{.systemIdentifier = context.situation.snapshot->systemIdentifier};
    const Result<QList<BaseBackup>> backups =
        listBackups(*place.host, context.situation.argument(key("backups")), place.as, context.deadline);
    if (!backups)
        return backups.error();
    material.backups = *backups;
    if (archive.isEmpty() || backups->isEmpty())
        return material;
    const quint32 segmentBytes = segmentBytesOf(place, backups->last().dataDirectory(), context.deadline);
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

Result<QVariantMap> lookAtMaterial(ProbeContext &context)
{
    const Result<Place> place = placeOf(context);
    const Result<RecoveryTarget> target = recoveryTargetOf(context.situation.arguments);
    if (!place || !target)
        return place ? target.error() : place.error();
    const Result<RecoveryMaterial> material = materialFor(context, *place);
    if (!material)
        return material.error();
    const bool archived = !context.situation.argument(key("archive")).isEmpty();
    const RecoveryWay way = archived ? recoveryWay(*target, *material) : wayWithoutArchive(*material);
    QVariantMap values{{key("why"), way.why},
                       {key("hint"), way.hint},
                       {key("backups"), static_cast<int>(material->backups.size())},
                       {key("timeline"), static_cast<quint32>(way.timeline)},
                       {key("reaches"), way.reaches.toString()}};
    if (!way.exists())
        return values;
    for (const SegmentRun &run : material->archive.runs)
        if (values.value(key("archivedUntil")).toDateTime() < run.newest || !values.contains(key("archivedUntil")))
            values.insert(key("archivedUntil"), run.newest);
    constexpr int versionsPerMajor = 10000;
    values.insert(key("backup"), way.backup->id);
    values.insert(key("backupData"), way.backup->dataDirectory());
    values.insert(key("label"), way.backup->label);
    values.insert(key("stoppedAt"), way.backup->stoppedAt);
    values.insert(key("bytes"), way.backup->bytes);
    values.insert(key("major"), way.backup->serverVersion / versionsPerMajor);
    return values;
}

/// What the host can spare (MemAvailable); 0 when it does not say.
qint64 freeMemory(const Place &place, const Deadline &deadline)
{
    const Result<QByteArray> content = place.host->readFile(key("/proc/meminfo"), {}, deadline);
    for (const QByteArray &line : content ? content->split('\n') : QList<QByteArray>())
        if (line.startsWith("MemAvailable:"))
            return line.simplified().split(' ').value(1).toLongLong() << 10;
    return 0;
}

Result<QVariantMap> lookAtTarget(ProbeContext &context)
{
    const Result<Place> place = placeOf(context);
    if (!place)
        return place.error();
    const QString into = context.situation.argument(key("into"));
    const QString parent = parentOf(into);
    const auto answers = [&](const QString &question, const QString &path) {
        const Result<CommandOutcome> outcome =
            place->host->run({.argv = {key("test"), question, path}, .asUser = place->as.user}, context.deadline);
        return outcome && outcome->succeeded();
    };
    const Result<SpaceStatus> space = place->host->space(parent, context.deadline);
    if (!space)
        return space.error();
    // WAL names a tablespace's directory as it is on the live server, whoever replays it.
    const QString live = context.situation.value(key("layout"), key("dataDirectory")).toString();
    const Result<QStringList> tablespaces =
        place->host->entries(live + QStringLiteral("/pg_tblspc"), place->as, context.deadline);
    if (!tablespaces)
        return tablespaces.error();
    return QVariantMap{{key("parent"), parent},
                       {key("tablespaces"), static_cast<int>(tablespaces->size())},
                       {key("writable"), answers(key("-w"), parent)},
                       {key("there"), answers(key("-e"), into) || answers(key("-L"), into)},
                       {key("freeMemory"), freeMemory(*place, context.deadline)},
                       {key("freeBytes"), space->freeBytes}};
}

/// The port, when it is named; else the first free one above those of the cluster.
Result<QVariantMap> lookAtPort(ProbeContext &context)
{
    const Result<Place> place = placeOf(context);
    if (!place)
        return place.error();
    if (const int asked = context.situation.argument(key("port")).toInt(); asked > 0) {
        const Result<bool> isFree = place->host->portIsFree(asked, context.deadline);
        return isFree ? Result<QVariantMap>(QVariantMap{{key("free"), *isFree}, {key("suggested"), asked}})
                      : isFree.error();
    }
    constexpr int usual = 5432;
    constexpr int tried = 200;
    int highest = usual;
    for (const NodeState &node : context.situation.snapshot->nodes)
        highest = std::max(highest, node.definition.connInfo.port().toInt());
    for (int port = highest + 1; port <= highest + tried; ++port) {
        const Result<bool> isFree = place->host->portIsFree(port, context.deadline);
        if (!isFree)
            return isFree.error();
        if (*isFree)
            return QVariantMap{{key("free"), true}, {key("suggested"), port}};
    }
    return QVariantMap{{key("free"), false}, {key("suggested"), 0}};
}

} // namespace

QList<Probe> recoverProbes()
{
    return {layoutProbe(key("layout"), besideOf),
            {.id = key("archiving"), .look = lookAtArchiving},
            {.id = key("material"), .look = lookAtMaterial},
            {.id = key("target"), .look = lookAtTarget},
            {.id = key("port"), .look = lookAtPort}};
}

} // namespace howdah::library
