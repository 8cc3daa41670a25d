#include "core/base/key.h"
#include "core/operations/library/restore_cluster_parts.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::RestoreCluster)
};

using Parts = ClusterRestoreParts;

/// Each database bears this restore's mark from the moment that it is made: the line behind its CREATE DATABASE. What
/// merely looks so within rows or functions is not behind the line that announces it.
const char *const markingProgram = R"awk(
/^-- Name: .*; Type: DATABASE; / { announced = 1 }
{ print }
announced && /^CREATE DATABASE / {
    announced = 0
    name = $3
    if (substr(name, 1, 1) == "\"") { match(substr($0, 17), /^"([^"]|"")*"/); name = substr($0, 17, RLENGTH) }
    sub(/;$/, "", name)
    print "ALTER DATABASE " name " SET howdah.restored_by = '" ENVIRON["HOWDAH_MARK"] "';"
}
)awk";

/// $1: psql; $2: where to; $3: the marking program; then the command that gives the SQL. Whoever reads the dump and
/// fails leaves a line behind that no server takes.
const char *const script = R"sh(psql=$1 target=$2 marking=$3
shift 3
{ "$@" || printf '\n\\.\nSELECT the_dump_could_not_be_read_to_its_end;\n'; } | awk "$marking" |
    "$psql" -X -q -w -o /dev/null -v ON_ERROR_STOP=1 -d "$target" -f -)sh";

SqlSays sessionsLeft(const Parts &parts)
{
    return {.server = parts.common.server,
            .sql = QStringLiteral("SELECT count(*) FROM pg_stat_activity WHERE application_name = $1"),
            .parameters = {parts.common.title},
            .expected = key("0")};
}

QList<Action> endLeftOver(const Parts &parts)
{
    return {restoreSql(parts.common.server, Tr::tr("End what an earlier try of this restore may have left running"),
                       QStringLiteral("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE"
                                      " application_name = $1"),
                       {parts.common.title}),
            {.text = Tr::tr("Wait until it is gone"),
             .what = WaitFor{Observation{.text = Tr::tr("no session of this restore is left"),
                                         .look = sessionsLeft(parts),
                                         .timeout = Milliseconds{60000}}}}};
}

Observation isNotOurs(const Parts &parts, const QString &database)
{
    return {.text = Tr::tr("%1 is not there, or not of this restore").arg(database),
            .look = SqlSays{.server = parts.common.server,
                            .sql = QStringLiteral("SELECT count(*) FROM pg_db_role_setting s JOIN pg_database d"
                                                  " ON d.oid = s.setdatabase WHERE d.datname = $1 AND s.setrole = 0"
                                                  " AND $2 = ANY (s.setconfig)"),
                            .parameters = {database, parts.markEntry()},
                            .expected = key("0")},
            .timeout = Milliseconds{0}};
}

QList<Action> dropOurs(const Parts &parts)
{
    QList<Action> actions;
    for (const QString &database : parts.databases) {
        Action drop = restoreSql(parts.common.server, Tr::tr("Drop the unfinished database %1").arg(database),
                                 QStringLiteral("DROP DATABASE IF EXISTS %1 WITH (FORCE)").arg(sqlName(database)));
        drop.unless = isNotOurs(parts, database);
        actions << drop;
    }
    return actions;
}

Action runAll(const Situation &situation, const Parts &parts)
{
    Command command{.argv = QStringList{key("sh"), key("-c"), QString::fromLatin1(script), key("sh"),
                                        parts.common.program("psql"), parts.common.connInfo(),
                                        QString::fromLatin1(markingProgram)} +
                            rolesReader(parts.common),
                    .asUser = parts.common.owner,
                    .environment = rolesThere(situation)};
    command.environment.append({key("HOWDAH_MARK"), parts.common.marker});
    return {.text = Tr::tr("Run the SQL of %1").arg(parts.common.path),
            .what = RunCommand{.hostId = parts.common.hostId, .command = command}};
}

Step restoreStep()
{
    return {.id = key("restore"),
            .title = [](const Situation &) { return Tr::tr("Make the missing roles and all databases"); },
            .act = [](const Situation &situation) -> QList<Action> {
                const Parts parts = Parts::of(situation);
                return endLeftOver(parts) + dropOurs(parts) << runAll(situation, parts);
            },
            .undo = [](const Situation &situation) -> QList<Action> {
                const Parts parts = Parts::of(situation);
                return endLeftOver(parts) + dropOurs(parts);
            },
            .verify = [](const Situation &situation) -> QList<Observation> {
                const Parts parts = Parts::of(situation);
                QList<Observation> seen{{.text = Tr::tr("the SQL has come to its end"), .look = sessionsLeft(parts)}};
                for (const QString &database : parts.databases)
                    seen << Observation{.text = Tr::tr("%1 is there").arg(database),
                                        .look = SqlSays{.server = parts.common.server,
                                                        .sql = QStringLiteral("SELECT count(*) FROM pg_database WHERE "
                                                                              "datname = $1"),
                                                        .parameters = {database},
                                                        .expected = key("1")}};
                return seen;
            },
            // That databases are there does not say that they are whole.
            .always = true,
            .standing =
                [](const Situation &) {
                    return Tr::tr("The databases of the dump may be there in part. No other database was touched but "
                                  "postgres, if the dump has something for it.");
                }};
}

/// From here on they are databases like any other.
Step settleStep()
{
    return {.id = key("settle"),
            .title = [](const Situation &) { return Tr::tr("Remove the marks of this restore"); },
            .act = [](const Situation &situation) -> QList<Action> {
                const Parts parts = Parts::of(situation);
                QList<Action> actions;
                for (const QString &database : parts.databases) {
                    Action unmark = restoreSql(
                        parts.common.server, Tr::tr("Take the mark off %1").arg(database),
                        QStringLiteral("ALTER DATABASE %1 RESET %2").arg(sqlName(database), Parts::markName()));
                    unmark.unless = isNotOurs(parts, database);
                    actions << unmark;
                }
                actions << Action{.text = Tr::tr("Note what was restored"),
                                  .what = RunSql{.server = parts.common.server,
                                                 .sql = QStringLiteral("SELECT $1::text"),
                                                 .parameters = {parts.databases.join(QStringLiteral(", "))},
                                                 .resultName = key("databases")}};
                return actions;
            },
            .pointOfNoReturn = true};
}

Step analyzeStep()
{
    return {.id = key("analyze"),
            .title = [](const Situation &) { return Tr::tr("Gather the planner's statistics"); },
            .act = [](const Situation &situation) -> QList<Action> {
                const Parts parts = Parts::of(situation);
                if (!parts.analyzes)
                    return {};
                return {{.text = Tr::tr("Analyze all databases; no dump has statistics"),
                         .what = RunCommand{
                             .hostId = parts.common.hostId,
                             .command = {.argv = {parts.common.program("vacuumdb"), key("--all"), key("--analyze-only"),
                                                  key("--quiet"), key("--no-password"),
                                                  key("--maintenance-db=") + parts.common.connInfo()},
                                         .asUser = parts.common.owner}}}};
            }};
}

} // namespace

QList<Step> clusterRestoreSteps()
{
    return {restoreStep(), settleStep(), analyzeStep()};
}

} // namespace howdah::library
