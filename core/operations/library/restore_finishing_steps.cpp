#include "core/base/key.h"
#include "core/operations/library/restore_parts.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Restore)
};

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
    return {
        .id = key("analyze"),
        .title = [](const Situation &) { return Tr::tr("Gather the planner's statistics"); },
        .act = [](const Situation &situation) -> QList<Action> {
            const RestoreParts parts = RestoreParts::of(situation);
            if (parts.isGlobals() || situation.argument(key("analyze")) != QLatin1String("true"))
                return {};
            return {
                restoreSql(parts.target, Tr::tr("Analyze what was restored; no dump has statistics"), key("ANALYZE"))};
        },
    };
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
            Action mark = restoreSql(
                parts.server, Tr::tr("Write down where it comes from, as the database's comment"),
                QStringLiteral("COMMENT ON DATABASE %1 IS %2").arg(sqlName(parts.made), sqlLiteral(parts.marker)));
            mark.unless = named;
            // ANALYZE's session may still be about to end.
            Action rename = restoreSql(
                parts.server, Tr::tr("Rename it to %1").arg(parts.database),
                QStringLiteral("ALTER DATABASE %1 RENAME TO %2").arg(sqlName(parts.made), sqlName(parts.database)));
            rename.unless = named;
            Action end = restoreSql(
                parts.server, Tr::tr("End sessions in it, so that it can be renamed"),
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
            Action back = restoreSql(
                parts.server, Tr::tr("Take its name back"),
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
                return {restoreSql(parts.target, Tr::tr("Drop the schema that marked the transaction as committed"),
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

QList<Step> restoreFinishingSteps()
{
    return {countStep(), settleStep(), analyzeStep(), nameStep(), noteStep()};
}

} // namespace howdah::library
