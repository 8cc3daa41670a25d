#include "core/operations/library/restore_parts.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Restore)
};

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

constexpr Milliseconds longTime{24 * 3600 * 1000};

Action sql(const ServerRef &server, const QString &text, const QString &statement,
           const QList<SqlParameter> &parameters = {})
{
    return {.text = text,
            .what = RunSql{.server = server, .sql = statement, .parameters = parameters, .timeout = longTime}};
}

/// Of an earlier try: a killed console leaves its pg_restore behind.
Action endLeftOver(const RestoreParts &parts)
{
    return sql(
        parts.server, Tr::tr("End what an earlier try of this restore may have left running"),
        QStringLiteral("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = $1"),
        {parts.title});
}

Action dropMade(const RestoreParts &parts)
{
    return sql(parts.server, Tr::tr("Drop the unfinished database %1").arg(parts.made),
               QStringLiteral("DROP DATABASE IF EXISTS %1 WITH (FORCE)").arg(sqlName(parts.made)));
}

Action createMade(const RestoreParts &parts)
{
    QString statement = QStringLiteral("CREATE DATABASE %1 WITH TEMPLATE = template0").arg(sqlName(parts.made));
    const auto option = [&statement](const char *name, const QString &value) {
        if (!value.isEmpty())
            statement += QStringLiteral(" %1 = %2").arg(QLatin1String(name), sqlLiteral(value));
    };
    option("ENCODING", parts.encoding);
    option("LC_COLLATE", parts.collate);
    option("LC_CTYPE", parts.characterType);
    if (!parts.databaseOwner.isEmpty())
        statement += QStringLiteral(" OWNER = %1").arg(sqlName(parts.databaseOwner));
    return sql(parts.server, Tr::tr("Make a database with the encoding and the locale of the dump"), statement);
}

Step readStep()
{
    return {.id = key("read"),
            .title = [](const Situation &) { return Tr::tr("See that the dump is whole"); },
            .act = [](const Situation &situation) -> QList<Action> {
                const RestoreParts parts = RestoreParts::of(situation);
                const auto run = [&parts](const QString &text, const QStringList &argv) {
                    return Action{
                        .text = text,
                        .what = RunCommand{.hostId = parts.hostId, .command = {.argv = argv, .asUser = parts.owner}}};
                };
                if (!parts.sha256.isEmpty()) {
                    const QString script =
                        key("if [ -d \"$1\" ]; then sum=$(cd \"$1\" && sha256sum -- * | sha256sum); else"
                            " sum=$(sha256sum < \"$1\"); fi; [ \"${sum%% *}\" = \"$2\" ] ||"
                            " { echo \"The dump has another SHA-256 than its record says: ${sum%% *}\" >&2; exit 1; }");
                    return {run(Tr::tr("Compare it with the digest on its record"),
                                {key("sh"), key("-c"), script, key("sh"), parts.path, parts.sha256})};
                }
                if (!parts.isArchive())
                    return {}; // its last line was looked for by a check
                return {run(Tr::tr("Read all of it once"),
                            {parts.program("pg_restore"), key("--file=/dev/null"), parts.path})};
            }};
}

Step restoreStep()
{
    return {
        .id = key("restore"),
        .title =
            [](const Situation &situation) {
                const RestoreParts parts = RestoreParts::of(situation);
                if (parts.isGlobals())
                    return Tr::tr("Make the roles that are not there");
                return parts.isNew ? Tr::tr("Restore into a database of its own")
                                   : Tr::tr("Restore into %1, in one transaction").arg(parts.database);
            },
        .act = [](const Situation &situation) -> QList<Action> {
            const RestoreParts parts = RestoreParts::of(situation);
            if (!parts.isNew || parts.isGlobals())
                return {endLeftOver(parts), runRestore(situation, parts)};
            return {endLeftOver(parts), dropMade(parts), createMade(parts), runRestore(situation, parts)};
        },
        .undo = [](const Situation &situation) -> QList<Action> {
            const RestoreParts parts = RestoreParts::of(situation);
            if (parts.isNew && !parts.isGlobals())
                return {endLeftOver(parts), dropMade(parts)};
            // What is committed cannot be rolled back; then resuming is the way on.
            const Observation rolledBack{
                .text = Tr::tr("nothing of it is committed in %1").arg(parts.database),
                .look = SqlSays{.server = parts.target,
                                .sql = QStringLiteral("SELECT count(*) FROM pg_namespace WHERE nspname = $1"),
                                .parameters = {parts.marker},
                                .expected = key("0")},
                .timeout = Milliseconds{10000}};
            return {endLeftOver(parts),
                    {.text = Tr::tr("See that the transaction was rolled back"), .what = WaitFor{rolledBack}}};
        },
        .verify = [](const Situation &situation) -> QList<Observation> {
            const RestoreParts parts = RestoreParts::of(situation);
            if (!parts.isNew || parts.isGlobals())
                return {{.text = Tr::tr("the transaction is committed"),
                         .look = SqlSays{.server = parts.target,
                                         .sql = QStringLiteral("SELECT count(*) FROM pg_namespace WHERE nspname = $1"),
                                         .parameters = {parts.marker},
                                         .expected = key("1")}}};
            return {{.text = Tr::tr("the database is there"),
                     .look = SqlSays{.server = parts.server,
                                     .sql = QStringLiteral("SELECT count(*) FROM pg_database WHERE datname = $1"),
                                     .parameters = {parts.made},
                                     .expected = key("1")}}};
        },
        .standing =
            [](const Situation &situation) {
                const RestoreParts parts = RestoreParts::of(situation);
                return parts.isNew ? Tr::tr("No database that was there has been touched.")
                                   : Tr::tr("%1 has either all of the restored objects or none.").arg(parts.database);
            }};
}

/// A count that is wrong would be a restore that is not whole: as many relations as the list says are there.
Step countStep()
{
    return {.id = key("count"),
            .title = [](const Situation &) { return Tr::tr("Compare what is there with the list"); },
            .act = [](const Situation &situation) -> QList<Action> {
                const RestoreParts parts = RestoreParts::of(situation);
                if (!parts.isNew || !parts.isArchive() || parts.goesOn)
                    return {};
                int relations = 0;
                for (const DumpEntry &entry : selectionOf(situation).entries)
                    relations += entry.kind == QLatin1String("TABLE") || entry.kind == QLatin1String("VIEW") ||
                                 entry.kind == QLatin1String("MATERIALIZED VIEW") ||
                                 entry.kind == QLatin1String("SEQUENCE") ||
                                 entry.kind == QLatin1String("FOREIGN TABLE");
                const Observation counted{
                    .text = Tr::tr("%1 tables, views and sequences are there").arg(relations),
                    .look = SqlSays{.server = parts.target,
                                    .sql = QStringLiteral(
                                        "SELECT count(*) >= $1::int FROM pg_class c JOIN pg_namespace n"
                                        " ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f')"
                                        " AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'"),
                                    .parameters = {QString::number(relations)},
                                    .expected = key("t")}};
                return {{.text = Tr::tr("Count the tables, views and sequences"), .what = WaitFor{counted}}};
            }};
}

Step analyzeStep()
{
    return {.id = key("analyze"),
            .title = [](const Situation &) { return Tr::tr("Gather the planner's statistics"); },
            .act = [](const Situation &situation) -> QList<Action> {
                const RestoreParts parts = RestoreParts::of(situation);
                if (parts.isGlobals() || situation.argument(key("analyze")) != QLatin1String("true"))
                    return {};
                return {sql(parts.target, Tr::tr("Analyze what was restored; no dump has statistics"), key("ANALYZE"))};
            },
            // In a database that was there the rows are in use from now on.
            .pointOfNoReturn = false};
}

Step nameStep()
{
    return {
        .id = key("name"),
        .title =
            [](const Situation &situation) {
                return Tr::tr("Give it the name %1").arg(RestoreParts::of(situation).database);
            },
        .act = [](const Situation &situation) -> QList<Action> {
            const RestoreParts parts = RestoreParts::of(situation);
            if (!parts.isNew || parts.isGlobals())
                return {};
            const Observation named{
                .text = Tr::tr("it has that name"),
                .look = SqlSays{.server = parts.server,
                                .sql = QStringLiteral("SELECT count(*) FROM pg_database WHERE datname = $1"),
                                .parameters = {parts.made},
                                .expected = key("0")},
                .timeout = Milliseconds{0}};
            Action mark =
                sql(parts.server, Tr::tr("Write down where it comes from, as the database's comment"),
                    QStringLiteral("COMMENT ON DATABASE %1 IS %2").arg(sqlName(parts.made), sqlLiteral(parts.marker)));
            mark.unless = named;
            // ANALYZE's session may still be about to end.
            Action rename =
                sql(parts.server, Tr::tr("Rename it to %1").arg(parts.database),
                    QStringLiteral("ALTER DATABASE %1 RENAME TO %2").arg(sqlName(parts.made), sqlName(parts.database)));
            rename.unless = named;
            Action end =
                sql(parts.server, Tr::tr("End sessions in it, so that it can be renamed"),
                    QStringLiteral("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = $1"),
                    {parts.made});
            end.unless = named;
            Action alone{
                .text = Tr::tr("Wait until nobody is in it"),
                .what = WaitFor{Observation{
                    .text = Tr::tr("nobody is in it"),
                    .look = SqlSays{.server = parts.server,
                                    .sql = QStringLiteral("SELECT count(*) FROM pg_stat_activity WHERE datname = $1"),
                                    .parameters = {parts.made},
                                    .expected = key("0")}}}};
            return {mark, end, alone, rename};
        },
        .undo = [](const Situation &situation) -> QList<Action> {
            const RestoreParts parts = RestoreParts::of(situation);
            if (!parts.isNew || parts.isGlobals())
                return {};
            Action back =
                sql(parts.server, Tr::tr("Take its name back"),
                    QStringLiteral("ALTER DATABASE %1 RENAME TO %2").arg(sqlName(parts.database), sqlName(parts.made)));
            back.unless = Observation{
                .text = Tr::tr("no database of this operation has that name"),
                .look = SqlSays{.server = parts.server,
                                .sql = QStringLiteral("SELECT count(*) FROM pg_database WHERE datname = $1 AND"
                                                      " shobj_description(oid, 'pg_database') = $2"),
                                .parameters = {parts.database, parts.marker},
                                .expected = key("0")},
                .timeout = Milliseconds{0}};
            return {back};
        },
        .verify = [](const Situation &situation) -> QList<Observation> {
            const RestoreParts parts = RestoreParts::of(situation);
            if (!parts.isNew || parts.isGlobals())
                return {};
            return {
                {.text = Tr::tr("%1 is the restored database").arg(parts.database),
                 .look = SqlSays{.server = parts.server,
                                 .sql = QStringLiteral("SELECT shobj_description(oid, 'pg_database') FROM pg_database"
                                                       " WHERE datname = $1"),
                                 .parameters = {parts.database},
                                 .expected = parts.marker}}};
        }};
}

/// The mark that said whether the transaction was committed has done its work.
Step settleStep()
{
    return {.id = key("settle"),
            .title =
                [](const Situation &situation) {
                    const RestoreParts parts = RestoreParts::of(situation);
                    return parts.isGlobals() ? Tr::tr("Remove the mark of this restore")
                                             : Tr::tr("Remove this restore's mark from %1").arg(parts.database);
                },
            .act = [](const Situation &situation) -> QList<Action> {
                const RestoreParts parts = RestoreParts::of(situation);
                if (parts.isNew && !parts.isGlobals())
                    return {};
                return {sql(parts.target, Tr::tr("Drop the schema that marked the transaction as committed"),
                            QStringLiteral("DROP SCHEMA IF EXISTS %1").arg(sqlName(parts.marker)))};
            },
            .pointOfNoReturn = true};
}

Step noteStep()
{
    return {.id = key("note"),
            .title = [](const Situation &) { return Tr::tr("Note what was restored"); },
            .act = [](const Situation &situation) -> QList<Action> {
                const RestoreParts parts = RestoreParts::of(situation);
                if (parts.isGlobals())
                    return {};
                return {{.text = Tr::tr("Note the name of the database"),
                         .what = RunSql{.server = parts.server,
                                        .sql = QStringLiteral("SELECT $1::text"),
                                        .parameters = {parts.database},
                                        .resultName = key("database")}}};
            }};
}

} // namespace

QList<Step> restoreSteps()
{
    return {readStep(), restoreStep(), countStep(), settleStep(), analyzeStep(), nameStep(), noteStep()};
}

} // namespace howdah::library
