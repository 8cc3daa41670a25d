#include "core/base/key.h"
#include "core/operations/library/restore_parts.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Restore)
};

/// Of an earlier try: a killed console leaves its pg_restore behind.
Action endLeftOver(const RestoreParts &parts)
{
    return restoreSql(
        parts.server, Tr::tr("End what an earlier try of this restore may have left running"),
        QStringLiteral("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = $1"),
        {parts.title});
}

Action dropMade(const RestoreParts &parts)
{
    return restoreSql(parts.server, Tr::tr("Drop the unfinished database %1").arg(parts.made),
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
    option("LOCALE_PROVIDER", parts.provider);
    option(parts.provider == QLatin1String("icu") ? "ICU_LOCALE" : "BUILTIN_LOCALE", parts.providerLocale);
    if (!parts.databaseOwner.isEmpty())
        statement += QStringLiteral(" OWNER = %1").arg(sqlName(parts.databaseOwner));
    return restoreSql(parts.server, Tr::tr("Make a database with the encoding and the locale of the dump"), statement);
}

/// What is set for the database itself and who may do what with it, as pg_restore --create would; under the new name.
QList<Action> setProperties(const Situation &situation, const RestoreParts &parts)
{
    QList<Action> actions;
    for (const QString &statement : databaseProperties(situation))
        actions << restoreSql(parts.server, Tr::tr("Give it what was set for the database: %1").arg(statement),
                              statement);
    return actions;
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

/// A mark that came with the transaction: whoever finds it need not do it again, and cannot take it back.
Observation isCommitted(const RestoreParts &parts, Milliseconds timeout)
{
    return {.text = Tr::tr("the transaction is committed"),
            .look = SqlSays{.server = parts.target,
                            .sql = QStringLiteral("SELECT count(*) FROM pg_namespace WHERE nspname = $1"),
                            .parameters = {parts.marker},
                            .expected = key("1")},
            .timeout = timeout};
}

/// Only then is it settled whether the transaction was committed.
Observation isGone(const RestoreParts &parts)
{
    return {.text = Tr::tr("no session of this restore is left"),
            .look = SqlSays{.server = parts.server,
                            .sql = QStringLiteral("SELECT count(*) FROM pg_stat_activity WHERE application_name = $1"),
                            .parameters = {parts.title},
                            .expected = key("0")},
            .timeout = Milliseconds{60000}};
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
            if (!parts.isNew || parts.isGlobals()) {
                Action restore = runRestore(situation, parts);
                restore.unless = isCommitted(parts, Milliseconds{0});
                return {endLeftOver(parts), restore};
            }
            return QList<Action>{endLeftOver(parts), dropMade(parts), createMade(parts), runRestore(situation, parts)} +
                   setProperties(situation, parts);
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
                .timeout = Milliseconds{0}};
            return {endLeftOver(parts),
                    {.text = Tr::tr("Wait until its session is gone"), .what = WaitFor{isGone(parts)}},
                    {.text = Tr::tr("See that the transaction was rolled back"), .what = WaitFor{rolledBack}}};
        },
        .verify = [](const Situation &situation) -> QList<Observation> {
            const RestoreParts parts = RestoreParts::of(situation);
            if (!parts.isNew || parts.isGlobals())
                return {isCommitted(parts, Milliseconds{30000})};
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

} // namespace

Action restoreSql(const ServerRef &server, const QString &text, const QString &statement,
                  const QList<SqlParameter> &parameters)
{
    constexpr Milliseconds longTime{24 * 3600 * 1000};
    return {.text = text,
            .what = RunSql{.server = server, .sql = statement, .parameters = parameters, .timeout = longTime}};
}

QList<Step> restoreSteps()
{
    return QList<Step>{readStep(), restoreStep()} + restoreFinishingSteps();
}

} // namespace howdah::library
