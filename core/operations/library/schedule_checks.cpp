#include "core/base/key.h"
#include "core/operations/library/clone_parts.h"
#include "core/operations/library/crontab.h"
#include "core/operations/library/judging.h"
#include "core/operations/library/schedule_parts.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Schedule)
};

using Way = BackupSchedule::Way;

const NodeState *sourceOf(const Situation &situation)
{
    return situation.node(situation.argument(key("from")));
}

/// Lines "name=value".
const char *const wayScript = R"sh(
command -v crontab >/dev/null && echo crontab=1
for pid in /proc/[0-9]*; do
    read -r name <"$pid/comm" 2>/dev/null || continue
    case $name in cron | crond) echo cronRuns=1 && break ;; esac
done
[ -d /run/systemd/system ] && echo systemd=1
command -v flock >/dev/null && echo flock=1
echo "user=$(id -un)"
)sh";

/// In the database that pg_cron keeps its jobs in.
bool hasCronExtension(ProbeContext &context, const QString &database)
{
    const NodeState *primary = context.situation.snapshot->primary();
    const Result<ConnInfo> info =
        primary && !database.isEmpty() ? ConnInfo::parse(serverOf(*primary).connInfo) : Result<ConnInfo>(Error{});
    if (!info)
        return false;
    ServerRef server = serverOf(*primary);
    server.connInfo = info->with(key("dbname"), database).toString();
    Result<Connection> session = context.connect(server);
    const Result<ResultSet> row =
        session ? session->query(QStringLiteral("SELECT count(*) FROM pg_extension WHERE extname = 'pg_cron'"), {},
                                 context.deadline, context.stop)
                : Result<ResultSet>(session.error());
    return row && row->text(0, 0) == QLatin1String("1");
}

Result<QVariantMap> lookAtWay(ProbeContext &context)
{
    const ScheduleParts parts = ScheduleParts::of(context.situation);
    const auto host = context.hosts.find(parts.hostId);
    if (!host)
        return host.error();
    const Result<CommandOutcome> seen = runChecked(
        **host, {.argv = {key("sh"), key("-c"), QString::fromLatin1(wayScript)}}, context.deadline, context.stop);
    if (!seen)
        return seen.error();
    QVariantMap values;
    for (const QByteArray &line : seen->output.split('\n'))
        if (const qsizetype equals = line.indexOf('='); equals > 0)
            values.insert(QString::fromUtf8(line.left(equals)), QString::fromUtf8(line.mid(equals + 1)));
    const NodeState *primary = context.situation.snapshot->primary();
    Result<Connection> session = primary ? context.connect(serverOf(*primary)) : Result<Connection>(Error{});
    const Result<ResultSet> row =
        session ? session->query(QStringLiteral("SELECT (SELECT setting FROM pg_settings WHERE name = "
                                                "'cron.database_name'), (SELECT rolname FROM pg_roles WHERE oid = 10),"
                                                " (SELECT string_agg(spcname, ', ') FROM pg_tablespace"
                                                " WHERE pg_tablespace_location(oid) LIKE '/%')"),
                                 {}, context.deadline, context.stop)
                : Result<ResultSet>(session.error());
    if (row && row->text(0, 0))
        values.insert(key("pgCron"), *row->text(0, 0));
    values.insert(key("pgCronExtension"), hasCronExtension(context, values.value(key("pgCron")).toString()));
    values.insert(key("tablespaces"), row ? row->text(0, 2).value_or(QString()) : QString());
    values.insert(key("superuser"), row ? row->text(0, 1).value_or(parts.owner) : parts.owner);
    return values;
}

/// What is there already: read as the owner.
Result<QVariantMap> lookAtFormer(ProbeContext &context)
{
    const ScheduleParts parts = ScheduleParts::of(context.situation);
    const auto host = context.hosts.find(parts.hostId);
    if (!host)
        return host.error();
    const As as{parts.owner};
    QVariantMap values;
    const auto keep = [&](const char *name, const QString &path) {
        if (const Result<QByteArray> content = (*host)->readFile(path, as, context.deadline))
            values.insert(key(name), *content);
    };
    keep("script", parts.script);
    keep("record", parts.record);
    const Result<CommandOutcome> line = (*host)->run(
        printCrontabLine({parts.hostId, parts.owner, crontabMark(parts.schedule.cluster)}), context.deadline);
    if (line)
        values.insert(key("crontabLine"), QString::fromUtf8(line->output).trimmed());
    const Result<CommandOutcome> there =
        (*host)->run({.argv = {key("test"), key("-d"), parts.directory}, .asUser = parts.owner}, context.deadline);
    const bool exists = there && there->succeeded();
    const QString written = exists ? parts.directory : parentOf(parts.directory);
    const Result<CommandOutcome> writable =
        (*host)->run({.argv = {key("test"), key("-w"), written}, .asUser = parts.owner}, context.deadline);
    values.insert(key("there"), exists);
    values.insert(key("writable"), writable && writable->succeeded());
    return values;
}

Result<QVariantMap> tryLogin(ProbeContext &context)
{
    const ScheduleParts parts = ScheduleParts::of(context.situation);
    const NodeState *node = sourceOf(context.situation);
    if (!node || !parts.wanted)
        return QVariantMap{};
    const QString binDirectory = context.situation.value(key("layout"), key("binDirectory")).toString();
    return tryReplicationLogin(context, {.hostId = parts.hostId, .owner = parts.owner, .binDirectory = binDirectory},
                               parts.node, node->definition.connInfo);
}

Judgement judgeWay(const Situation &situation, const Values &seen)
{
    const ScheduleParts parts = ScheduleParts::of(situation);
    const Way way = parts.schedule.way;
    if (way == Way::Cron && !seen.contains(key("crontab")))
        return blocked(Tr::tr("There is no crontab program on that host."),
                       Tr::tr("Install cron, or choose another way."));
    if (way == Way::Cron && !seen.contains(key("cronRuns")) && parts.wanted)
        return warning(Tr::tr("No cron daemon runs on that host."), Tr::tr("Start it: until then nothing happens."));
    if (way == Way::Systemd && !seen.contains(key("systemd")))
        return blocked(Tr::tr("systemd does not run on that host."), Tr::tr("Choose cron or pg_cron."));
    if (way == Way::Systemd && seen.value(key("user")).toString() != QLatin1String("root"))
        return blocked(Tr::tr("Howdah logs in there as %1, who may not add a timer to the system.")
                           .arg(seen.value(key("user")).toString()),
                       Tr::tr("Choose cron: every user has a crontab."));
    if (way == Way::PgCron && parts.cronDatabase.isEmpty())
        return blocked(Tr::tr("pg_cron is not loaded in the primary."),
                       Tr::tr("Choose cron, or add pg_cron to shared_preload_libraries and create the extension."));
    if (way == Way::PgCron && !seen.value(key("pgCronExtension")).toBool())
        return blocked(Tr::tr("The extension pg_cron is not there in the database %1.").arg(parts.cronDatabase),
                       Tr::tr("Create it there: CREATE EXTENSION pg_cron"));
    if (way == Way::PgCron && (!situation.snapshot->primary() || situation.snapshot->primary()->name() != parts.node))
        return blocked(Tr::tr("pg_cron runs its jobs on the primary, not on %1.").arg(parts.node),
                       Tr::tr("Take the backups from the primary, or choose cron."));
    if (!seen.contains(key("flock")))
        return blocked(Tr::tr("There is no flock program on that host."), Tr::tr("Install util-linux."));
    return ok(Tr::tr("%1 is there.").arg(scheduleWayName(way)));
}

Judgement judgeTablespaces(const Situation &situation, const Values &seen)
{
    const QString names = seen.value(key("tablespaces")).toString();
    const bool packed = situation.argument(key("compression")) != QLatin1String("none");
    if (names.isEmpty() || !ScheduleParts::of(situation).wanted)
        return ok(Tr::tr("There are none."));
    return packed
               ? ok(Tr::tr("Each gets a tar file of its own: %1.").arg(names))
               : blocked(Tr::tr("The cluster has tablespaces: %1.").arg(names),
                         Tr::tr("Choose tar files (--compression gzip): each tablespace gets one of its own there."));
}

Judgement judgeFormer(const Situation &situation, const Values &)
{
    const ScheduleParts parts = ScheduleParts::of(situation);
    if (!parts.former)
        return parts.wanted ? ok(Tr::tr("Nothing is scheduled there yet."))
                            : blocked(Tr::tr("Nothing is scheduled in %1.").arg(parts.directory),
                                      Tr::tr("Name the directory whose schedule is to go."));
    if (parts.former->cluster != situation.snapshot->definition.name)
        return blocked(Tr::tr("The backups of another cluster, %1, are scheduled there.").arg(parts.former->cluster),
                       Tr::tr("Choose a directory of its own."));
    if (parts.former->way != parts.schedule.way)
        return blocked(
            Tr::tr("They are scheduled already, by %1.").arg(scheduleWayName(parts.former->way)),
            parts.wanted
                ? Tr::tr("Take that schedule off first: --every never --way %1").arg(scheduleWayName(parts.former->way))
                : Tr::tr("Name that way."));
    return ok(parts.wanted ? Tr::tr("The schedule that there is will be replaced.")
                           : Tr::tr("It is scheduled by %1.").arg(scheduleWayName(parts.former->way)));
}

Judgement judgePlace(const Situation &situation, const Values &seen)
{
    const ScheduleParts parts = ScheduleParts::of(situation);
    return seen.value(key("writable")).toBool()
               ? ok(seen.value(key("there")).toBool() ? Tr::tr("%1 is there.").arg(parts.directory)
                                                      : Tr::tr("%1 will be made.").arg(parts.directory))
               : blocked(Tr::tr("%1 may not write in %2, or it is not there.").arg(parts.owner, parts.directory),
                         Tr::tr("Make it for %1, or choose another directory.").arg(parts.owner));
}

} // namespace

QList<Probe> scheduleProbes()
{
    return {layoutProbe(key("layout"), sourceOf),
            {.id = key("way"), .look = lookAtWay},
            {.id = key("former"), .look = lookAtFormer},
            {.id = key("login"), .look = tryLogin},
            scheduleCopyProbe()};
}

QList<Check> scheduleChecks()
{
    return QList<Check>{
               answers(key("from")),
               supportedVersion(key("from")),
               hostKnown(key("from"), key("layout")),
               factCheck(key("way"), Tr::tr("Something starts it"),
                         Tr::tr("It is started without Howdah, by what that host has."), key("way"), judgeWay),
               factCheck(key("former"), Tr::tr("What is scheduled there already"),
                         Tr::tr("Two schedules in one directory would be in each other's way."), key("former"),
                         judgeFormer),
               factCheck(key("tablespaces"), Tr::tr("Tablespaces"),
                         Tr::tr("A plain copy would write into the directories of the live server's tablespaces."),
                         key("way"), judgeTablespaces),
               factCheck(key("directory"), Tr::tr("The backups have a place"),
                         Tr::tr("The script that takes them lies there too, and the log of its runs."), key("former"),
                         judgePlace),
               factCheck(
                   key("replication-login"), Tr::tr("A replication login opens"),
                   Tr::tr("pg_basebackup logs in as the owner of the data directory, without asking for a password."),
                   key("login"),
                   [](const Situation &, const Values &) { return ok(Tr::tr("It was opened and closed again.")); })} +
           scheduleExtraChecks();
}

} // namespace howdah::library
