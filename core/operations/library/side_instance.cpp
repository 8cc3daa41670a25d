#include "core/operations/library/side_instance.h"
#include "core/base/key.h"

#include "core/operations/library/backup_parts.h"
#include "core/operations/library/clone_parts.h"
#include "core/operations/library/judging.h"
#include "core/operations/library/recover_parts.h"

#include <QCoreApplication>

#include <algorithm>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::SideInstance)
};

struct Place
{
    std::shared_ptr<Host> host;
    As as;
};

Result<Place> placeOf(ProbeContext &context)
{
    const auto layout = [&](const char *name) { return context.situation.value(key("layout"), key(name)).toString(); };
    const auto host = context.hosts.find(layout("hostId"));
    return host ? Result<Place>(Place{*host, As{layout("owner")}}) : host.error();
}

/// The lines of a running server's postmaster.pid (manual, "Database File Layout"); empty when none runs.
QStringList postmasterLines(const Place &place, const QString &directory, const Deadline &deadline)
{
    const Result<QByteArray> content =
        place.host->readFile(directory + key("/data/postmaster.pid"), place.as, deadline);
    return content ? QString::fromUtf8(*content).split(QLatin1Char('\n')) : QStringList();
}

/// Copies that recover made, where it puts them unless told otherwise.
Result<QVariantMap> lookForSides(ProbeContext &context)
{
    const Result<Place> place = placeOf(context);
    const QString backups = suggestBackups(besideOf(context.situation));
    if (!place || backups.isEmpty())
        return QVariantMap{};
    const QString parent = parentOf(backups);
    QStringList names = place->host->entries(parent, place->as, context.deadline).valueOr({});
    names = names.filter(key("recovered-"));
    std::sort(names.begin(), names.end(), std::greater<>());
    QStringList running;
    for (const QString &name : names) {
        const QString directory = parent + QLatin1Char('/') + name;
        if (!postmasterLines(*place, directory, context.deadline).isEmpty())
            running << directory;
    }
    return QVariantMap{{key("newest"), running.value(0)}, {key("all"), running}};
}

Result<QVariantMap> lookAtSide(ProbeContext &context)
{
    const Result<Place> place = placeOf(context);
    if (!place)
        return place.error();
    const QString directory = context.situation.argument(key("from"));
    const Result<FileStatus> there = place->host->status(directory + key("/data"), place->as, context.deadline);
    constexpr int portLine = 3;
    constexpr int socketLine = 4;
    const QStringList lines = postmasterLines(*place, directory, context.deadline);
    return QVariantMap{{key("there"), there.ok()},
                       {key("port"), lines.value(portLine).trimmed().toInt()},
                       {key("socketDirectory"), lines.value(socketLine).trimmed()}};
}

/// What the server in that directory says of itself.
Result<QVariantMap> lookAtSideServer(ProbeContext &context)
{
    if (context.situation.value(key("side"), key("port")).toInt() == 0)
        return QVariantMap{};
    Result<Connection> session = context.connect(sideServerOf(context.situation));
    if (!session)
        return session.error();
    const Result<ResultSet> row =
        session->query(QStringLiteral("SELECT system_identifier::text, pg_is_in_recovery(),"
                                      " (SELECT setting FROM pg_settings WHERE name = 'data_directory'),"
                                      " CASE WHEN pg_is_in_recovery() THEN 0 ELSE"
                                      " ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int END,"
                                      " (SELECT count(*) FROM pg_tablespace WHERE spcname NOT LIKE 'pg\\_%')"
                                      " FROM pg_control_system()"),
                       {}, context.deadline, context.stop);
    if (!row)
        return row.error();
    return QVariantMap{{key("systemIdentifier"), row->text(0, 0).value_or(QString())},
                       {key("inRecovery"), row->boolean(0, 1).value_or(true)},
                       {key("dataDirectory"), row->text(0, 2).value_or(QString())},
                       {key("timeline"), row->integer(0, 3).value_or(0)},
                       {key("tablespaces"), row->integer(0, 4).value_or(0)},
                       {key("major"), session->serverVersion().major()}};
}

Judgement judgeSide(const Situation &situation, const Values &seen)
{
    const QString directory = situation.argument(key("from"));
    if (!seen.value(key("there")).toBool())
        return blocked(Tr::tr("There is no recovered copy in %1.").arg(directory),
                       Tr::tr("Name the directory that “recover” made, or recover one now."));
    if (seen.value(key("port")).toInt() == 0)
        return blocked(Tr::tr("No server runs in %1.").arg(directory),
                       Tr::tr("Start it: pg_ctl --pgdata=%1/data start").arg(directory));
    const Fact *server = situation.fact(key("side-server"));
    if (!server || server->error)
        return server ? notSeen(*server->error) : blocked(Tr::tr("It was not asked."), Tr::tr("Check again."));
    const auto said = [&](const char *name) { return server->values.value(key(name)); };
    const QString system = said("systemIdentifier").toString();
    if (system != situation.snapshot->systemIdentifier)
        return blocked(Tr::tr("The server in %1 is of another system (%2) than this cluster (%3).")
                           .arg(directory, system, situation.snapshot->systemIdentifier),
                       Tr::tr("Name a copy of this cluster."));
    const QString data = said("dataDirectory").toString();
    if (!data.isEmpty() && data != directory + key("/data"))
        return blocked(Tr::tr("On port %1 the server of %2 answers, not the one in %3.")
                           .arg(seen.value(key("port")).toString(), data, directory),
                       Tr::tr("See what listens there, and start the copy again."));
    if (said("inRecovery").toBool())
        return blocked(Tr::tr("The copy in %1 is still replaying WAL.").arg(directory),
                       Tr::tr("Wait until it has come to its target."));
    const NodeState *primary = situation.snapshot->primary();
    const int live = primary && primary->lastAnswer ? primary->lastAnswer->version.major() : 0;
    if (live != said("major").toInt())
        return blocked(Tr::tr("The copy runs PostgreSQL %1, the primary %2.").arg(said("major").toInt()).arg(live),
                       Tr::tr("Their rows may be printed differently: take them over with pg_dump."));
    return ok(Tr::tr("%1 runs on port %2.").arg(directory, seen.value(key("port")).toString()));
}

} // namespace

QString databaseOf(const Situation &situation, const NodeState *primary)
{
    const QString named = situation.argument(key("database"));
    return named.isEmpty() && primary ? primary->definition.connInfo.database() : named;
}

ConnInfo withDatabase(ConnInfo info, const QString &database)
{
    if (!database.isEmpty())
        info.set(key("dbname"), database);
    return info;
}

ServerRef sideServerOf(const Situation &situation)
{
    const NodeState *primary = situation.snapshot->primary();
    const NodeState *beside = besideOf(situation);
    const ConnInfo live = primary ? primary->definition.connInfo : beside ? beside->definition.connInfo : ConnInfo();
    const QString hostId = situation.value(key("layout"), key("hostId")).toString();
    const int port = situation.value(key("side"), key("port")).toInt();
    return {.node = key("recovered"),
            .connInfo = withDatabase(sideInfo(live, hostId, port), databaseOf(situation, primary)).toString(),
            .hostId = hostId};
}

QList<Param> sideParams()
{
    using Kind = Param::Kind;
    return {{.id = key("beside"),
             .title = Tr::tr("Beside"),
             .help = Tr::tr("The node on whose host the side instance runs."),
             .kind = Kind::Node,
             .advanced = true,
             .suggest = suggestBeside},
            {.id = key("from"),
             .title = Tr::tr("Side instance"),
             .help = Tr::tr("The directory of the recovered copy; its server must run."),
             .kind = Kind::Path,
             .suggest = [](const Situation &situation) {
                 return situation.value(key("sides"), key("newest")).toString();
             }}};
}

QList<Probe> sideProbes()
{
    return {layoutProbe(key("layout"), besideOf),
            {.id = key("sides"), .look = lookForSides},
            {.id = key("side"), .look = lookAtSide},
            {.id = key("side-server"), .look = lookAtSideServer}};
}

Check sideCheck()
{
    return factCheck(key("side"), Tr::tr("The side instance runs"),
                     Tr::tr("It must have come to its target, and be of this cluster and of the same version."),
                     key("side"), judgeSide);
}

} // namespace howdah::library
