#include "core/backup/archive_command.h"
#include "core/backup/archive_listing.h"
#include "core/base/key.h"
#include "core/base/sizes.h"
#include "core/operations/library/clone_parts.h"
#include "core/operations/library/followers.h"
#include "core/operations/library/judging.h"
#include "core/operations/library/service_manager.h"
#include "core/operations/library/take_place_parts.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::TakePlace)
};

using Parts = TakePlaceParts;

/// The files of both, as far as moving them is concerned.
Result<QVariantMap> lookAtOldFiles(ProbeContext &context)
{
    const Parts parts = Parts::of(context.situation);
    const auto host = context.hosts.find(parts.place.hostId);
    if (!host)
        return host.error();
    const As as{parts.place.owner};
    const Result<QStringList> entries = (*host)->entries(parts.place.dataDirectory, as, context.deadline);
    if (!entries)
        return entries.error();
    const auto fileSystem = [&](const QString &path) {
        const Result<SpaceStatus> space = (*host)->space(path, context.deadline);
        return space ? space->fileSystem : QString();
    };
    const QString parent = parentOf(parts.place.dataDirectory);
    const auto writable =
        (*host)->run({.argv = {key("test"), key("-w"), parent}, .asUser = as.user}, context.deadline, context.stop);
    QVariantMap seen{{key("entries"), *entries},
                     {key("parent"), parent},
                     {key("writable"), writable && writable->succeeded()},
                     {key("mounted"), fileSystem(parts.place.dataDirectory) != fileSystem(parent)},
                     {key("oneFileSystem"), fileSystem(parent) == fileSystem(parts.from)}};
    if (seen.value(key("oneFileSystem")).toBool())
        return seen;
    const Result<SpaceStatus> space = (*host)->space(parent, context.deadline);
    const Result<CommandOutcome> size = runChecked(
        **host, {.argv = {key("du"), key("-sk"), key("--"), parts.sidePlace.dataDirectory}, .asUser = as.user},
        context.deadline, context.stop);
    if (!space || !size)
        return space ? size.error() : space.error();
    constexpr qint64 kilobyte = 1024;
    seen.insert(key("freeBytes"), space->freeBytes);
    seen.insert(key("copyBytes"), size->output.split('\t').value(0).toLongLong() * kilobyte);
    return seen;
}

/// What the old primary says of itself, while it answers.
Result<QVariantMap> lookAtOldServer(ProbeContext &context)
{
    const Parts parts = Parts::of(context.situation);
    Result<Connection> session = context.connect(parts.server);
    if (!session)
        return QVariantMap{{key("answers"), false}};
    const Result<ResultSet> row = session->query(
        QStringLiteral("SELECT current_setting('synchronous_standby_names'),"
                       " (SELECT setting FROM pg_settings WHERE name = 'archive_command'),"
                       " (SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend'"
                       "   AND pid <> pg_backend_pid() AND application_name NOT LIKE 'howdah%'),"
                       " pg_is_in_recovery(), (SELECT setting FROM pg_settings WHERE name = 'wal_segment_size')"),
        {}, context.deadline, context.stop);
    if (!row)
        return row.error();
    QVariantMap seen{{key("answers"), true},
                     {key("synchronous"), row->text(0, 0).value_or(QString())},
                     {key("clients"), row->integer(0, 2).value_or(0)},
                     {key("inRecovery"), row->boolean(0, 3).value_or(false)}};
    const ArchiveCommand command = parseArchiveCommand(row->text(0, 1).value_or(QString()));
    const auto host = context.hosts.find(parts.place.hostId);
    if (!host || !command.directory.startsWith(QLatin1Char('/')))
        return seen;
    const Result<ArchiveInventory> archive =
        listArchive(**host, command.directory, As{parts.place.owner}, quint32(row->integer(0, 4).value_or(0)),
                    context.deadline, context.stop);
    if (archive)
        seen.insert(key("archivedTimeline"), static_cast<quint32>(archive->newestTimeline()));
    return seen;
}

Judgement judgeRole(const Situation &situation, const Values &seen)
{
    const Parts parts = Parts::of(situation);
    for (const NodeState &node : situation.snapshot->nodes)
        if (node.role == NodeRole::Primary && node.name() != parts.server.node && answersNow(node))
            return blocked(Tr::tr("%1 answers as the primary, not %2.").arg(node.name(), parts.server.node),
                           Tr::tr("Name the primary: two must never run."));
    if (seen.value(key("inRecovery")).toBool())
        return blocked(Tr::tr("%1 is a standby.").arg(parts.server.node), Tr::tr("Name the primary."));
    if (!seen.value(key("answers")).toBool())
        return warning(Tr::tr("%1 does not answer.").arg(parts.server.node),
                       Tr::tr("Its server is made sure to be stopped before the copy starts."));
    const int clients = seen.value(key("clients")).toInt();
    const QString observed = Tr::tr("%1 is the primary; sessions on it: %2.").arg(parts.server.node).arg(clients);
    return clients == 0 ? ok(observed) : warning(observed, Tr::tr("They are ended: choose a quiet moment."));
}

Judgement judgeFiles(const Situation &situation, const Values &seen)
{
    const Parts parts = Parts::of(situation);
    if (parts.place.container)
        return blocked(
            Tr::tr("%1 is the main process of a container: while it is stopped its files cannot be moved there.")
                .arg(parts.server.node),
            Tr::tr("Make a container from the copy by hand."));
    if (seen.value(key("mounted")).toBool())
        return blocked(Tr::tr("A file system of its own is mounted at %1, so it cannot be renamed.")
                           .arg(parts.place.dataDirectory),
                       Tr::tr("Keep the data in a directory below the mount point; or mount the copy there by hand."));
    if (!seen.value(key("writable")).toBool())
        return blocked(Tr::tr("%1 may not write to %2, where its data directory would be renamed.")
                           .arg(parts.place.owner, seen.value(key("parent")).toString()),
                       Tr::tr("Let it, or move both directories to one where it may."));
    if (parts.staging.isEmpty())
        return ok(Tr::tr("%1 is renamed to %2, and the copy to %1.").arg(parts.place.dataDirectory, parts.aside));
    const qint64 bytes = seen.value(key("copyBytes")).toLongLong();
    const qint64 spare = seen.value(key("freeBytes")).toLongLong();
    const QString observed = Tr::tr("The copy lies on another file system: %1 are copied first; %2 are free there.")
                                 .arg(prettySize(bytes), prettySize(spare));
    constexpr qint64 reserve = 256LL << 20; // the primary goes on writing meanwhile
    return spare > bytes + reserve
               ? ok(observed)
               : blocked(observed, Tr::tr("Make room there, or recover into a directory of that file "
                                          "system."));
}

Judgement judgeTablespaces(const Situation &situation, const Values &seen)
{
    const int count = seen.value(key("tablespaces")).toInt();
    return count == 0 ? ok(Tr::tr("There are none."))
                      : warning(Tr::tr("The copy's tablespaces (%1) lie in %2/tablespaces, and stay there.")
                                    .arg(count)
                                    .arg(situation.argument(key("from"))),
                                Tr::tr("Do not remove that directory; the old data keeps its own."));
}

Judgement judgeTimeline(const Situation &situation, const Values &seen)
{
    const Parts parts = Parts::of(situation);
    const Timeline live = parts.node ? parts.node->timeline : 0;
    const Timeline highest = std::max(live, seen.value(key("archivedTimeline")).toUInt());
    const QString observed = Tr::tr("The copy is on timeline %1.").arg(parts.timeline);
    if (parts.timeline > highest)
        return ok(observed);
    return blocked(observed + QLatin1Char(' ') +
                       Tr::tr("The cluster has come to timeline %1 since it was recovered.").arg(highest),
                   Tr::tr("Recover once more: the copy then takes a number that is free."));
}

Judgement judgeSynchronous(const Situation &, const Values &seen)
{
    const QString names = seen.value(key("synchronous")).toString();
    if (names.isEmpty())
        return ok(Tr::tr("Commits wait for no standby."));
    return blocked(Tr::tr("Commits wait for %1, and no standby can follow the copy.").arg(names),
                   Tr::tr("Take synchronous replication off first (remove-synchronous); every commit would hang."));
}

Judgement judgeStandbys(const Situation &situation, const Values &)
{
    const Parts parts = Parts::of(situation);
    if (parts.standbys.isEmpty())
        return ok(Tr::tr("There are no standbys."));
    return warning(Tr::tr("%1 cannot follow: they have WAL that the copy never had.")
                       .arg(parts.standbys.join(QStringLiteral(", "))),
                   Tr::tr("Clone each of them again afterwards (rejoin); until then they show the old data."));
}

} // namespace

QList<Probe> takePlaceProbes()
{
    QList<Probe> probes = sideProbes();
    probes << Probe{.id = key("old-files"), .look = lookAtOldFiles}
           << Probe{.id = key("old-server"), .look = lookAtOldServer} << serviceProbe(key("layout")) << managersProbe();
    return probes;
}

QList<Check> takePlaceChecks()
{
    const auto check = [](const char *id, const QString &title, const QString &why, const char *probe, auto judge) {
        return factCheck(key(id), title, why, key(probe), judge);
    };
    return {hostKnown(key("beside"), key("layout")),
            sideCheck(),
            noOtherManager(),
            noAutomaticRestart(key("layout")),
            check("role", Tr::tr("The primary, and no other"),
                  Tr::tr("Two primaries of one system would part: this one is stopped before the copy starts."),
                  "old-server", judgeRole),
            check("files", Tr::tr("The directories can change places"),
                  Tr::tr("The copy is started where the primary was, with its port and its configuration."),
                  "old-files", judgeFiles),
            check("tablespaces", Tr::tr("Tablespaces"), Tr::tr("They lie outside the data directory."), "side-server",
                  judgeTablespaces),
            check("timeline", Tr::tr("The copy's timeline is its own"),
                  Tr::tr("Two histories under one number would mix in the archive."), "old-server", judgeTimeline),
            check("synchronous", Tr::tr("Commits can go on"), Tr::tr("No standby follows the copy at first."),
                  "old-server", judgeSynchronous),
            check("standbys", Tr::tr("The standbys"), Tr::tr("They are ahead of the copy's point in time."),
                  "old-server", judgeStandbys)};
}

} // namespace howdah::library
