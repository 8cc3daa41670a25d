#include "core/backup/archive_command.h"
#include "core/base/key.h"
#include "core/base/sizes.h"
#include "core/operations/library/backup_parts.h"
#include "core/operations/library/clone_parts.h"
#include "core/operations/library/judging.h"
#include "core/operations/library/peer_address.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Backup)
};

const NodeState *sourceOf(const Situation &situation)
{
    return situation.node(situation.argument(key("from")));
}

const char *const sourceQuery = R"(
SELECT (SELECT rolsuper OR rolreplication FROM pg_roles WHERE rolname = current_user) AS "mayReplicate",
       current_user AS "user",
       (SELECT sum(pg_database_size(oid)) FROM pg_database) + 67108864 AS "dataBytes",
       (SELECT string_agg(spcname, ', ') FROM pg_tablespace WHERE pg_tablespace_location(oid) LIKE '/%') AS "tablespaces",
       current_setting('max_wal_senders')::int - (SELECT count(*) FROM pg_stat_replication) AS "freeWalSenders",
       current_setting('archive_mode') AS "archiveMode",
       (SELECT setting FROM pg_settings WHERE name = 'archive_command') AS "archiveCommand")";

Result<QVariantMap> lookAtSource(ProbeContext &context)
{
    const NodeState *node = sourceOf(context.situation);
    if (!node)
        return Error{.code = ErrorCode::NotFound, .message = Tr::tr("No node is named.")};
    if (isColdBackup(context.situation))
        return QVariantMap{};
    Result<Connection> session = context.connect(serverOf(*node));
    if (!session)
        return session.error();
    const Result<ResultSet> row = session->query(QString::fromLatin1(sourceQuery), {}, context.deadline, context.stop);
    if (!row)
        return row.error();
    QVariantMap values;
    for (int column = 0; column < row->columns(); ++column)
        values.insert(row->columnName(column), row->text(0, column).value_or(QString()));
    if (!ServerPlace::fromFact(context.situation, key("layout")).container)
        return values;
    // It is copied beside its server, where a port that is published on this machine leads nowhere.
    const Result<PeerAddress> address = addressInNetwork(context, *node, *session);
    if (!address)
        return address.error();
    values.insert(key("host"), address->host);
    values.insert(key("port"), address->port);
    return values;
}

/// "pg_basebackup (PostgreSQL) 17.11 (Debian …)", "16beta1".
int majorIn(const QByteArray &printed)
{
    static const QRegularExpression number(QStringLiteral("\\) (\\d+)"));
    return number.match(QString::fromUtf8(printed)).captured(1).toInt();
}

Result<QVariantMap> lookAtCatalogue(ProbeContext &context)
{
    const BackupParts parts = BackupParts::of(context.situation);
    const auto host = context.hosts.find(parts.hostId);
    if (!host)
        return host.error();
    const auto answers = [&](const QString &question, const QString &path) {
        const Result<CommandOutcome> outcome =
            (*host)->run({.argv = {key("test"), question, path}, .asUser = parts.owner}, context.deadline);
        return outcome && outcome->succeeded();
    };
    const auto container = (*host)->container(context.deadline);
    if (!container)
        return container.error();
    if (*container && !(*container)->isMounted(parts.catalogue))
        return QVariantMap{{key("onNoVolumeOf"), (*container)->name}, {key("mounts"), (*container)->mounts}};
    const bool there = answers(key("-d"), parts.catalogue);
    const QString writtenInto = there ? parts.catalogue : parentOf(parts.catalogue);
    const Result<SpaceStatus> space = (*host)->space(writtenInto, context.deadline);
    if (!space)
        return space.error();
    const QString verify = parts.binDirectory + QStringLiteral("/pg_verifybackup");
    const Result<CommandOutcome> version = (*host)->run(
        {.argv = {parts.binDirectory + QStringLiteral("/pg_basebackup"), key("--version")}, .asUser = parts.owner},
        context.deadline);
    return QVariantMap{{key("there"), there},
                       {key("writtenInto"), writtenInto},
                       {key("writable"), answers(key("-w"), writtenInto)},
                       {key("verifies"), answers(key("-x"), verify)},
                       {key("copierMajor"), version && version->succeeded() ? majorIn(version->output) : 0},
                       {key("freeBytes"), space->freeBytes}};
}

Result<QVariantMap> tryLogin(ProbeContext &context)
{
    const BackupParts parts = BackupParts::of(context.situation);
    if (parts.isCold())
        return QVariantMap{};
    return tryReplicationLogin(context,
                               {.hostId = parts.hostId, .owner = parts.owner, .binDirectory = parts.binDirectory},
                               parts.node, parts.sourceInfo);
}

Judgement judgeRights(const Situation &, const Values &seen)
{
    const QString user = seen.value(key("user")).toString();
    if (seen.value(key("mayReplicate")).toString() == QLatin1String("t"))
        return ok(Tr::tr("Connected as %1.").arg(user));
    return blocked(Tr::tr("The role %1 has neither REPLICATION nor superuser rights.").arg(user),
                   Tr::tr("Connect as another role, or run: ALTER ROLE … REPLICATION"));
}

Judgement judgeSenders(const Situation &, const Values &seen)
{
    const int spare = seen.value(key("freeWalSenders")).toInt();
    const QString observed = Tr::tr("Free WAL senders: %1; two are needed.").arg(spare);
    return spare >= 2 ? ok(observed) : blocked(observed, Tr::tr("Raise max_wal_senders and restart the node."));
}

Judgement judgeTablespaces(const Situation &situation, const Values &seen)
{
    const QString names = seen.value(key("tablespaces")).toString();
    if (names.isEmpty())
        return ok(Tr::tr("There are none."));
    return BackupParts::of(situation).compression.isEmpty()
               ? blocked(Tr::tr("The cluster has tablespaces: %1.").arg(names),
                         Tr::tr("Choose tar files (--compression gzip): each tablespace gets one of its own there."))
               : ok(Tr::tr("Each gets a tar file of its own: %1.").arg(names));
}

Judgement judgeArchive(const Situation &, const Values &seen)
{
    const ArchiveCommand command = parseArchiveCommand(seen.value(key("archiveCommand")).toString());
    if (seen.value(key("archiveMode")).toString() == QLatin1String("off") || command.kind == ArchiveCommand::Kind::None)
        return warning(
            Tr::tr("The cluster does not archive its WAL."),
            Tr::tr("From this backup alone only its own end can be recovered, nothing later. Switch archiving"
                   " on for recovery to any point."));
    return ok(command.directory.isEmpty() ? Tr::tr("archive_mode is on.")
                                          : Tr::tr("WAL is archived to %1.").arg(command.directory));
}

Judgement judgeCatalogue(const Situation &situation, const Values &seen)
{
    const QString into = seen.value(key("writtenInto")).toString();
    const BackupParts parts = BackupParts::of(situation);
    const QString data = situation.value(key("layout"), key("dataDirectory")).toString();
    if (parts.catalogue == data || parts.catalogue.startsWith(data + QLatin1Char('/')))
        return blocked(
            Tr::tr("%1 lies in the data directory: each backup would hold all those before it.").arg(parts.catalogue),
            Tr::tr("Choose a directory of its own."));
    if (const QString container = seen.value(key("onNoVolumeOf")).toString(); !container.isEmpty())
        return blocked(Tr::tr("%1 is on no volume of the container \"%2\" and would not outlive it.")
                           .arg(parts.catalogue, container),
                       Tr::tr("Choose a directory on one of its volumes (%1), outside the data directory; or give it "
                              "another volume.")
                           .arg(seen.value(key("mounts")).toStringList().join(QStringLiteral(", "))));
    const QString owner = parts.owner;
    if (!seen.value(key("writable")).toBool())
        return blocked(Tr::tr("%1 may not write into %2, or it is not there.").arg(owner, into),
                       Tr::tr("Make it for %1, or choose another directory.").arg(owner));
    return ok(seen.value(key("there")).toBool() ? Tr::tr("%1 is there.").arg(into)
                                                : Tr::tr("It will be made in %1.").arg(into));
}

Judgement judgeSpace(const Situation &situation, const Values &seen)
{
    const BackupParts parts = BackupParts::of(situation);
    const qint64 live = situation.value(key("source"), key("dataBytes")).toLongLong();
    // Tar files are unpacked once, to be verified.
    const qint64 needed = parts.isCold() ? parts.record.bytes : parts.compression.isEmpty() ? live : 2 * live;
    const qint64 spare = seen.value(key("freeBytes")).toLongLong();
    if (parts.kind == BackupParts::Kind::Incremental)
        return spare > needed ? ok(Tr::tr("%1 free, at most %2 needed.").arg(prettySize(spare), prettySize(needed)))
                              : warning(Tr::tr("%1 free, at most %2 needed: as much as has changed.")
                                            .arg(prettySize(spare), prettySize(needed)),
                                        Tr::tr("Make room, if much has changed since that one."));
    const QString observed = Tr::tr("%1 free, about %2 needed.").arg(prettySize(spare), prettySize(needed));
    return spare > needed ? ok(observed) : blocked(observed, Tr::tr("Make room, or choose another directory."));
}

Judgement judgeProgram(const Situation &situation, const Values &seen)
{
    if (isColdBackup(situation))
        return ok(Tr::tr("Its files are compared with those of the server."));
    const BackupParts parts = BackupParts::of(situation);
    const QString remedy = Tr::tr("Install the client programs of PostgreSQL %1 there.").arg(parts.major);
    const int copier = seen.value(key("copierMajor")).toInt();
    if (copier == 0)
        return blocked(Tr::tr("There is no pg_basebackup in %1.").arg(parts.binDirectory), remedy);
    if (copier < parts.major)
        return blocked(Tr::tr("pg_basebackup in %1 is of PostgreSQL %2, older than the server: it cannot copy it.")
                           .arg(parts.binDirectory)
                           .arg(copier),
                       remedy);
    return seen.value(key("verifies")).toBool()
               ? ok(Tr::tr("pg_basebackup and pg_verifybackup are in %1.").arg(parts.binDirectory))
               : blocked(Tr::tr("There is no pg_verifybackup in %1.").arg(parts.binDirectory), remedy);
}

} // namespace

QList<Probe> backupProbes()
{
    return QList<Probe>{layoutProbe(key("layout"), sourceOf),
                        {.id = key("source"), .look = lookAtSource},
                        {.id = key("catalogue"), .look = lookAtCatalogue},
                        {.id = key("login"), .look = tryLogin},
                        controlProbe(),
                        managersProbe()} +
           backupKindProbes();
}

QList<Check> backupChecks()
{
    const auto check = [](const char *id, const QString &title, const QString &why, const char *probe, auto judge) {
        return factCheck(key(id), title, why, key(probe), judge);
    };
    return QList<Check>{
               unlessCold(lasting(answers(key("from")))),
               unlessCold(lasting(supportedVersion(key("from")))),
               lasting(hostKnown(key("from"), key("layout"))),
               stoppedCheck(),
               unlessCold(check("rights", Tr::tr("The role may replicate"),
                                Tr::tr("A base backup needs the REPLICATION right."), "source", judgeRights)),
               unlessCold(check(
                   "replication-login", Tr::tr("A replication login opens"),
                   Tr::tr("pg_basebackup logs in as the owner of the data directory, without asking for a password."),
                   "login",
                   [](const Situation &, const Values &) { return ok(Tr::tr("It was opened and closed again.")); })),
               unlessCold(check("wal-senders", Tr::tr("Free WAL senders"),
                                Tr::tr("The copy takes one, its WAL another."), "source", judgeSenders)),
               unlessCold(check("tablespaces", Tr::tr("Tablespaces"),
                                Tr::tr("A plain copy would write into the directories of the live server's "
                                       "tablespaces."),
                                "source", judgeTablespaces)),
               check("directory", Tr::tr("The backup has a place"),
                     Tr::tr("Nothing that lies there is replaced: each backup has a directory of its own."),
                     "catalogue", judgeCatalogue),
               check("space", Tr::tr("Room for the backup"),
                     Tr::tr("A full disk ends the copy, and whatever else writes there."), "catalogue", judgeSpace),
               check("program", Tr::tr("It can be copied and verified"),
                     Tr::tr("Every file is compared with the manifest before the backup is put on record."),
                     "catalogue", judgeProgram),
               unlessCold(check("archive", Tr::tr("WAL is archived"),
                                Tr::tr("The archive is what takes a restored backup forward to the point that is "
                                       "wanted."),
                                "source", judgeArchive))} +
           backupKindChecks();
}

} // namespace howdah::library
