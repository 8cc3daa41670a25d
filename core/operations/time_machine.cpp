#include "core/operations/time_machine.h"

#include "core/backup/archive_command.h"
#include "core/backup/archive_listing.h"
#include "core/backup/backup_catalogue.h"
#include "core/cluster/node_connection.h"
#include "core/operations/library/backup_parts.h"
#include "core/operations/library/nodes.h"

#include <QCoreApplication>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::TimeMachine)
};

constexpr Milliseconds connectTimeout{5000};

Result<const NodeState *> nodeToLookAt(const ClusterSnapshot &snapshot)
{
    const NodeState *answering = snapshot.primary();
    for (const NodeState &node : snapshot.nodes)
        if (!answering && node.sample && !node.sample->failure)
            answering = &node;
    if (!answering)
        return Error{.code = ErrorCode::NotFound,
                     .message =
                         Tr::tr("No node of %1 answers: which WAL is wanted and what its tables are called, only "
                                "a server can tell.")
                             .arg(snapshot.definition.name),
                     .hint = Tr::tr("Start one of its nodes.")};
    if (answering->definition.hostId.isEmpty())
        return Error{.code = ErrorCode::Unsupported,
                     .message =
                         Tr::tr("Howdah has no access to the host of %1, where its WAL lies.").arg(answering->name()),
                     .hint = Tr::tr("Name the host: “howdahctl cluster host”, or “Host…” in the node's menu.")};
    return answering;
}

Result<Connection> connectTo(const TimeMachine &machine, const Environment &environment, const QString &database,
                             std::stop_token stop)
{
    ConnInfo info = machine.server;
    if (!database.isEmpty())
        info.set(QStringLiteral("dbname"), database);
    if (environment.fillPassword)
        environment.fillPassword(info);
    return openNode(info, environment.hosts, machine.hostId, Deadline::after(connectTimeout), std::move(stop));
}

/// What the server says of its WAL.
struct Said
{
    QString archiveMode, archiveCommand;
    quint32 segmentBytes = 0;
    Lsn end;
    int major = 0;
};

Result<Said> askServer(const TimeMachine &machine, const Environment &environment, const Deadline &deadline,
                       const std::stop_token &stop)
{
    Result<Connection> session = connectTo(machine, environment, {}, stop);
    if (!session)
        return session.error();
    const Result<ResultSet> row =
        session->query(QStringLiteral("SELECT current_setting('archive_mode'),"
                                      " (SELECT setting FROM pg_settings WHERE name = 'archive_command'),"
                                      " (SELECT setting FROM pg_settings WHERE name = 'wal_segment_size'),"
                                      " CASE WHEN pg_is_in_recovery() THEN coalesce(pg_last_wal_receive_lsn(),"
                                      " pg_last_wal_replay_lsn()) ELSE pg_current_wal_flush_lsn() END"),
                       {}, deadline, stop);
    if (!row)
        return row.error();
    return Said{.archiveMode = row->text(0, 0).value_or(QString()),
                .archiveCommand = row->text(0, 1).value_or(QString()),
                .segmentBytes = quint32(row->integer(0, 2).value_or(0)),
                .end = Lsn::parse(row->text(0, 3).value_or(QString())).value_or(Lsn()),
                .major = session->serverVersion().major()};
}

QString issueWith(const ArchiveCommand &command)
{
    if (command.kind == ArchiveCommand::Kind::Tool)
        return Tr::tr("The archive is kept by %1, whose files are not read here: only what still lies in pg_wal is.")
            .arg(command.tool);
    return Tr::tr(
        "Where the archive lies cannot be told from archive_command: only what still lies in pg_wal is read.");
}

/// What cannot be read of the archive is told, not fatal: pg_wal is left.
void lookAtArchive(TimeMachine &machine, const Said &said, const Deadline &deadline, const std::stop_token &stop)
{
    machine.archives = said.archiveMode == QLatin1String("on") || said.archiveMode == QLatin1String("always");
    const ArchiveCommand command = parseArchiveCommand(said.archiveCommand);
    machine.archives = machine.archives && command.kind != ArchiveCommand::Kind::None;
    if (!command.directory.startsWith(QLatin1Char('/'))) {
        machine.archiveIssue = machine.archives ? issueWith(command) : QString();
        return;
    }
    const Result<QList<ArchiveFile>> files = listArchiveFiles(*machine.wal.host, command.directory,
                                                              As{machine.wal.owner}, said.segmentBytes, deadline, stop);
    if (!files) {
        const QString words = files.error().detail.isEmpty() ? files.error().message : files.error().detail;
        machine.archiveIssue = Tr::tr("The archive %1 cannot be read on %2 as %3: %4")
                                   .arg(command.directory, machine.wal.host->label(), machine.wal.owner, words);
        return;
    }
    machine.archive = command.directory;
    machine.wal.places.archiveDirectory = command.directory;
    machine.wal.places.archived = *files;
    machine.material.archive = inventoryOf(*files, said.segmentBytes);
    machine.material.histories =
        readHistories(*machine.wal.host, command.directory, As{machine.wal.owner}, machine.material.archive, deadline)
            .valueOr({});
}

Result<void> lookAtLiveWal(TimeMachine &machine, const QString &dataDirectory, Timeline timeline, const Said &said,
                           const Deadline &deadline, const std::stop_token &stop)
{
    const As as{machine.wal.owner};
    WalPlaces &places = machine.wal.places;
    places.liveDirectory = dataDirectory + QStringLiteral("/pg_wal");
    places.liveEnd = said.end;
    const Result<QList<ArchiveFile>> files =
        listArchiveFiles(*machine.wal.host, places.liveDirectory, as, said.segmentBytes, deadline, stop);
    if (!files)
        return files.error();
    places.live = *files;
    QByteArray history = machine.material.histories.value(timeline);
    if (timeline > 1 && history.isEmpty())
        history = machine.wal.host
                      ->readFile(places.liveDirectory + QString::asprintf("/%08X.history", timeline), as, deadline)
                      .valueOr({});
    places.way = timelineHistory(history, timeline);
    return {};
}

} // namespace

Result<TimeMachine> lookAtPast(const ClusterSnapshot &snapshot, const Environment &environment,
                               const Deadline &deadline, std::stop_token stop)
{
    const Result<const NodeState *> node = nodeToLookAt(snapshot);
    if (!node)
        return node.error();
    const NodeState &seen = **node;
    TimeMachine machine{.node = seen.name(),
                        .server = seen.definition.connInfo,
                        .hostId = seen.definition.hostId,
                        .backups = library::suggestBackups(&seen)};
    const Result<std::shared_ptr<Host>> host = environment.hosts->find(machine.hostId);
    if (!host)
        return host.error();
    const Result<ServerLayout> layout = findServerLayout(**host, library::dataDirectoryOf(seen), deadline);
    if (!layout)
        return layout.error();
    const Result<Said> said = askServer(machine, environment, deadline, stop);
    if (!said)
        return said.error();
    machine.wal = {.host = *host, .owner = layout->owner, .binDirectory = layout->binDirectory, .major = said->major};
    machine.wal.places.segmentBytes = said->segmentBytes;
    machine.material.systemIdentifier = snapshot.systemIdentifier;
    machine.material.archive.segmentBytes = said->segmentBytes;
    lookAtArchive(machine, *said, deadline, stop);
    const Timeline timeline = std::max<Timeline>(1, seen.timeline);
    if (const auto live = lookAtLiveWal(machine, layout->dataDirectory, timeline, *said, deadline, stop); !live)
        return live.error();
    const Result<BackupCatalogue> catalogue = readCatalogue(**host, machine.backups, As{layout->owner}, deadline, stop);
    if (!catalogue)
        return catalogue.error();
    machine.material.backups = catalogue->restorable();
    return machine;
}

RelationNames relationNames(const TimeMachine &machine, const Environment &environment, std::stop_token stop,
                            NameMemory memory)
{
    return RelationNames(
        [&machine, &environment, stop = std::move(stop)](const QString &database) {
            return connectTo(machine, environment, database, stop);
        },
        std::move(memory));
}

namespace {

RecoveryWay withoutArchive(const TimeMachine &machine)
{
    return {.why = machine.archiveIssue.isEmpty()
                       ? Tr::tr("WAL is not archived: without it a backup reaches its own end only.")
                       : machine.archiveIssue,
            .hint = Tr::tr("Switch archiving on: what happens after the next backup can be recovered then.")};
}

/// To what lies in front of this position on the way that was read.
RecoveryWay wayUpTo(const RecoveryTarget &target, const TimeMachine &machine)
{
    if (machine.archive.isEmpty())
        return withoutArchive(machine);
    const WalPlaces &places = machine.wal.places;
    RecoveryWay way = recoveryWay(target, machine.material);
    const quint64 segment = segmentNumberAt(Lsn(target.lsn.position() - 1), places.segmentBytes);
    const bool archived =
        machine.material.archive.holds({timelineAt(places.way, segment, places.segmentBytes), segment});
    if (!way.exists() && !machine.material.backups.isEmpty() && !archived) {
        way.why = Tr::tr("It is not archived yet: it lies in the segment that is being written.");
        way.hint = Tr::tr("It will be with the end of the segment; pg_switch_wal() ends it now.");
    }
    return way;
}

} // namespace

RecoveryWay wayTo(const NamedTransaction &transaction, const TimeMachine &machine)
{
    return wayUpTo({.kind = RecoveryTarget::Kind::Transaction,
                    .transaction = transaction.id,
                    .lsn = transaction.commit + 1}, // its segment, too
                   machine);
}

RecoveryWay wayTo(const RestorePoint &point, const TimeMachine &machine)
{
    return wayUpTo({.kind = RecoveryTarget::Kind::Name, .lsn = point.lsn + 1, .name = point.name}, machine);
}

RecoveryWay wayToEndOf(Timeline timeline, const TimeMachine &machine)
{
    return machine.archive.isEmpty() ? withoutArchive(machine)
                                     : recoveryWay({.timeline = timeline}, machine.material);
}

} // namespace howdah
