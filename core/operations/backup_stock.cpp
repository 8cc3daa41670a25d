#include "core/operations/backup_stock.h"
#include "core/base/key.h"

#include "core/backup/barman.h"
#include "core/backup/pgbackrest.h"
#include "core/hosts/server_layout.h"
#include "core/operations/backup_findings.h"
#include "core/operations/journal.h"
#include "core/operations/library/backup_parts.h"
#include "core/operations/library/nodes.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::BackupStock)
};

/// A node's host as it is reached, once however many directories lie there.
struct Door
{
    QString node, hostId, owner, binDirectory;
    std::optional<Error> error;
};

Door doorOf(const NodeState &node, Hosts &hosts, const Deadline &deadline)
{
    Door door{.node = node.name(), .hostId = node.definition.hostId};
    const auto host = hosts.find(door.hostId);
    const Result<ServerLayout> layout =
        host ? findServerLayout(**host, library::dataDirectoryOf(node), deadline) : Result<ServerLayout>(host.error());
    if (!layout) {
        door.error = layout.error();
        return door;
    }
    door.owner = layout->owner;
    door.binDirectory = layout->binDirectory;
    return door;
}

/// Directories by node that earlier backups were put in, as the journal says. Without a journal: none.
QList<QPair<QString, QString>> journalledDirectories(const QString &cluster)
{
    constexpr int lookedAt = 500;
    QList<QPair<QString, QString>> directories;
    const Result<std::unique_ptr<Journal>> journal = Journal::open();
    const Result<QList<JournalEntry>> entries =
        journal ? (*journal)->latest(lookedAt, cluster) : Result<QList<JournalEntry>>(journal.error());
    if (!entries)
        return directories;
    for (const JournalEntry &entry : *entries) {
        const Arguments &arguments = entry.plan.arguments;
        const bool backsUp =
            entry.operation == QLatin1String("backup") || entry.operation == QLatin1String("schedule-backup");
        if (backsUp && entry.state == OperationState::Done)
            directories << qMakePair(arguments.value(key("from")), arguments.value(key("directory")));
    }
    return directories;
}

void addPlace(BackupStock &stock, const Door &door, const QString &directory)
{
    const bool known = std::any_of(stock.places.begin(), stock.places.end(), [&](const BackupPlace &place) {
        return place.hostId == door.hostId && place.directory == directory;
    });
    if (!known && !directory.isEmpty())
        stock.places << BackupPlace{.node = door.node,
                                    .hostId = door.hostId,
                                    .owner = door.owner,
                                    .binDirectory = door.binDirectory,
                                    .directory = directory,
                                    .catalogue = {.directory = directory},
                                    .error = door.error};
}

void findPlaces(BackupStock &stock, const ClusterSnapshot &snapshot, Hosts &hosts, const QString &directory,
                const Deadline &deadline)
{
    const QList<QPair<QString, QString>> journalled =
        directory.isEmpty() ? journalledDirectories(stock.cluster) : QList<QPair<QString, QString>>();
    for (const NodeState &node : snapshot.nodes) {
        if (node.definition.hostId.isEmpty())
            continue;
        const Door door = doorOf(node, hosts, deadline);
        addPlace(stock, door, directory.isEmpty() ? library::suggestBackups(&node) : directory);
        for (const auto &[from, place] : journalled)
            if (from == node.name())
                addPlace(stock, door, place);
    }
}

void readPlace(BackupPlace &place, Hosts &hosts, const Deadline &deadline, const std::stop_token &stop)
{
    if (place.error)
        return;
    const auto host = hosts.find(place.hostId);
    const Result<BackupCatalogue> catalogue =
        host ? readCatalogue(**host, place.directory, As{place.owner}, deadline, stop)
             : Result<BackupCatalogue>(host.error());
    if (catalogue)
        place.catalogue = *catalogue;
    else
        place.error = catalogue.error();
}

/// How the cluster's archive_command calls pgbackrest, so that the same repository is asked.
QString keeperConfig(const ClusterSnapshot &snapshot)
{
    for (const NodeState &node : snapshot.nodes)
        if (const QString option = node.lastAnswer ? pgBackRestConfig(node.lastAnswer->archiveCommand) : QString();
            !option.isEmpty())
            return option;
    return {};
}

/// Other keepers' catalogues, once on each host.
void askKeepers(BackupStock &stock, const ClusterSnapshot &snapshot, Hosts &hosts, const Deadline &deadline,
                const std::stop_token &stop)
{
    QStringList asked;
    const auto take = [&stock](const char *keeper, const BackupPlace &place, const Result<QList<BaseBackup>> &listed) {
        if (!listed) {
            stock.keeperIssues << Tr::tr("%1 on the host of %2 cannot be asked: %3")
                                      .arg(QString::fromLatin1(keeper), place.node, listed.error().full());
            return;
        }
        for (const BaseBackup &backup : *listed)
            if (!stock.find(backup.id)) // two hosts may share a repository
                stock.foreign << backup;
    };
    const QList<BackupPlace> places = stock.places;
    for (const BackupPlace &place : places) {
        const auto host = hosts.find(place.hostId);
        if (!host || place.error || asked.contains(place.hostId))
            continue;
        asked << place.hostId;
        take("pgBackRest", place,
             listPgBackRest(**host, As{place.owner}, keeperConfig(snapshot), stock.systemIdentifier, deadline, stop));
        take("Barman", place, listBarman(**host, {}, stock.systemIdentifier, deadline, stop));
    }
}

QDateTime writtenAt(const ArchiveInventory &archive, Lsn reaches)
{
    const quint64 last = reaches.isValid() ? segmentNumberAt(Lsn(reaches.position() - 1), archive.segmentBytes) : 0;
    QDateTime newest;
    for (const SegmentRun &run : archive.runs)
        if (run.first <= last && last <= run.last && (!newest.isValid() || newest < run.newest))
            newest = run.newest;
    return newest;
}

/// WAL from its end on is archived: what is missing before that is a hole, and not just to come.
bool hasLaterWal(const ArchiveInventory &archive, const BaseBackup &backup)
{
    const quint64 last = segmentNumberAt(Lsn(backup.stop.position() - 1), archive.segmentBytes);
    return std::any_of(archive.runs.begin(), archive.runs.end(),
                       [last](const SegmentRun &run) { return run.last >= last; });
}

/// It holds the WAL up to its own end; beyond that the archive leads.
BackupReach reachOf(const BaseBackup &backup, const TimeMachine &machine)
{
    BackupReach reach{.backup = backup.id, .reaches = backup.stop, .until = backup.stoppedAt};
    if (machine.archive.isEmpty())
        return reach;
    RecoveryMaterial alone = machine.material;
    alone.backups = {backup};
    const RecoveryWay way = recoveryWay({}, alone);
    if (!way.exists() && hasLaterWal(machine.material.archive, backup))
        reach.why = way.why;
    if (!way.exists() || way.reaches <= backup.stop)
        return reach;
    reach.reaches = way.reaches;
    if (const QDateTime written = writtenAt(machine.material.archive, way.reaches); written > backup.stoppedAt)
        reach.until = written;
    return reach;
}

void findReaches(BackupStock &stock)
{
    if (!stock.machine)
        return;
    Lsn farthest;
    for (const BaseBackup &backup : stock.all()) {
        const BackupPlace *place = stock.placeOf(backup.id);
        if (place && !place->catalogue.isBad(backup.id))
            stock.reaches << reachOf(backup, *stock.machine);
    }
    for (const BackupReach &reach : stock.reaches)
        farthest = std::max(farthest, reach.reaches);
    for (BackupReach &reach : stock.reaches)
        reach.toTheEnd = reach.reaches.isValid() && reach.reaches == farthest;
}

} // namespace

const BackupPlace *BackupStock::placeOf(const QString &backup) const
{
    const auto found = std::find_if(places.begin(), places.end(), [&backup](const BackupPlace &place) {
        return place.catalogue.find(backup) != nullptr;
    });
    return found == places.end() ? nullptr : &*found;
}

const BaseBackup *BackupStock::find(const QString &backup) const
{
    if (const BackupPlace *place = placeOf(backup))
        return place->catalogue.find(backup);
    const auto found =
        std::find_if(foreign.begin(), foreign.end(), [&backup](const BaseBackup &one) { return one.id == backup; });
    return found == foreign.end() ? nullptr : &*found;
}

const BackupReach *BackupStock::reachOf(const QString &backup) const
{
    const auto found = std::find_if(reaches.begin(), reaches.end(),
                                    [&backup](const BackupReach &one) { return one.backup == backup; });
    return found == reaches.end() ? nullptr : &*found;
}

QList<BaseBackup> BackupStock::all() const
{
    QList<BaseBackup> backups = foreign;
    for (const BackupPlace &place : places)
        for (const BaseBackup &backup : place.catalogue.backups)
            if (backup.systemIdentifier == systemIdentifier)
                backups << backup;
    std::stable_sort(backups.begin(), backups.end(), [](const BaseBackup &left, const BaseBackup &right) {
        return std::tie(left.stoppedAt, left.stop) < std::tie(right.stoppedAt, right.stop);
    });
    return backups;
}

QPair<QDateTime, QDateTime> BackupStock::window() const
{
    QPair<QDateTime, QDateTime> window;
    for (const BackupReach &reach : reaches) {
        const BaseBackup *backup = find(reach.backup);
        if (!reach.toTheEnd || !backup)
            continue;
        if (!window.first.isValid() || backup->stoppedAt < window.first)
            window = {backup->stoppedAt, reach.until};
    }
    return window;
}

BackupStock lookAtBackups(const ClusterSnapshot &snapshot, const Environment &environment, const Deadline &deadline,
                          std::stop_token stop, const QString &directory)
{
    BackupStock stock{.cluster = snapshot.definition.name,
                      .madeAt = QDateTime::currentDateTimeUtc(),
                      .systemIdentifier = snapshot.systemIdentifier};
    findPlaces(stock, snapshot, *environment.hosts, directory, deadline);
    for (BackupPlace &place : stock.places)
        readPlace(place, *environment.hosts, deadline, stop);
    if (directory.isEmpty())
        askKeepers(stock, snapshot, *environment.hosts, deadline, stop);
    Result<TimeMachine> machine = lookAtPast(snapshot, environment, deadline, stop);
    if (machine)
        stock.machine = std::make_shared<const TimeMachine>(std::move(*machine));
    else
        stock.machineIssue = machine.error().message;
    findReaches(stock);
    stock.findings = backupFindings(stock);
    return stock;
}

} // namespace howdah
