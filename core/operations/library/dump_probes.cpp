#include "core/base/key.h"
#include "core/operations/library/clone_parts.h"
#include "core/operations/library/dump_parts.h"
#include "core/operations/library/judging.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Dump)
};

const char *const serverQuery = R"(
SELECT current_user AS "user",
       (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AS "isSuperuser",
       (SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user) AS "bypassesRowSecurity",
       pg_is_in_recovery() AS "inRecovery",
       current_setting('hot_standby_feedback') AS "feedback",
       (SELECT setting FROM pg_settings WHERE name = 'max_standby_streaming_delay') AS "conflictDelay",
       (SELECT datname FROM pg_database WHERE datallowconn AND NOT datistemplate
         ORDER BY pg_database_size(oid) DESC, datname LIMIT 1) AS "largest",
       (SELECT string_agg(datname, E'\n' ORDER BY datname) FROM pg_database WHERE datallowconn) AS "databases",
       (SELECT sum(pg_database_size(oid)) FROM pg_database) AS "allBytes")";

/// Relations that pg_dump would take: not those of extensions, nor of PostgreSQL itself. pg_table_size() would wait for
/// a lock.
const char *const tablesQuery = R"(
SELECT concat_ws(E'\x1f', c.relkind,
                 CASE WHEN c.relkind NOT IN ('r', 'm') THEN 0
                      WHEN l.relation IS NOT NULL THEN c.relpages::bigint * current_setting('block_size')::int
                      ELSE pg_table_size(c.oid) END,
                 has_table_privilege(c.oid, 'SELECT')::text::char(1),
                 (c.relkind IN ('r', 'p') AND row_security_active(c.oid))::text::char(1),
                 (l.relation IS NOT NULL)::text::char(1),
                 n.nspname, c.relname)
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN (SELECT DISTINCT relation FROM pg_locks
              WHERE mode = 'AccessExclusiveLock' AND locktype = 'relation' AND pid <> pg_backend_pid()
                AND database = (SELECT oid FROM pg_database WHERE datname = current_database())) l ON l.relation = c.oid
 WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f') AND c.relpersistence <> 't'
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
   AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
 ORDER BY n.nspname, c.relname)";

const char *const schemasQuery = R"(
SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' ORDER BY nspname)";

Result<ResultSet> asked(ProbeContext &context, const ServerRef &server, const char *sql)
{
    Result<Connection> session = context.connect(server);
    if (!session)
        return session.error();
    return session->query(QString::fromLatin1(sql), {}, context.deadline, context.stop);
}

Result<QVariantMap> lookAtServer(ProbeContext &context)
{
    const NodeState *node = dumpedNode(context.situation);
    if (!node)
        return Error{.code = ErrorCode::NotFound, .message = Tr::tr("No node is named.")};
    const Result<ResultSet> row = asked(context, serverOf(*node), serverQuery);
    if (!row)
        return row.error();
    QVariantMap values;
    for (int column = 0; column < row->columns(); ++column)
        values.insert(row->columnName(column), row->text(0, column).value_or(QString()));
    values.insert(key("databases"), values.value(key("databases")).toString().split(QLatin1Char('\n')));
    return values;
}

QStringList firstColumn(const ResultSet &rows)
{
    QStringList cells;
    cells.reserve(rows.rows());
    for (int row = 0; row < rows.rows(); ++row)
        cells << rows.text(row, 0).value_or(QString());
    return cells;
}

Result<QVariantMap> lookAtDatabase(ProbeContext &context)
{
    const DumpParts parts = DumpParts::of(context.situation);
    if (!parts.isOfDatabase())
        return QVariantMap{};
    const QStringList databases = context.situation.value(key("server"), key("databases")).toStringList();
    if (!databases.contains(parts.record.database))
        return Error{.code = ErrorCode::NotFound,
                     .message = Tr::tr("There is no database %1 that takes connections.").arg(parts.record.database),
                     .hint = Tr::tr("There are: %1.").arg(databases.join(QStringLiteral(", ")))};
    const Result<ResultSet> tables = asked(context, parts.source, tablesQuery);
    const Result<ResultSet> schemas = tables ? asked(context, parts.source, schemasQuery) : tables.error();
    if (!schemas)
        return schemas.error();
    return QVariantMap{{key("tables"), firstColumn(*tables)}, {key("schemas"), firstColumn(*schemas)}};
}

Result<QVariantMap> lookAtPrograms(ProbeContext &context)
{
    const NodeState *node = dumpedNode(context.situation);
    const DumpParts parts = DumpParts::of(context.situation);
    if (!node || !node->lastAnswer)
        return Error{.code = ErrorCode::NotFound, .message = Tr::tr("The version of the server is not known.")};
    return lookForDumpPrograms(context, parts.hostId, parts.owner, node->lastAnswer->version.major(),
                               context.situation.value(key("layout"), key("binDirectory")).toString());
}

Result<QVariantMap> lookAtPlace(ProbeContext &context)
{
    const DumpParts parts = DumpParts::of(context.situation);
    const auto host = context.hosts.find(parts.hostId);
    if (!host)
        return host.error();
    const auto answers = [&](const QString &question, const QString &path) {
        const Result<CommandOutcome> outcome =
            (*host)->run({.argv = {key("test"), question, path}, .asUser = parts.owner}, context.deadline);
        return outcome && outcome->succeeded();
    };
    const bool there = answers(key("-d"), parts.catalogue);
    const QString writtenInto = there ? parts.catalogue : parentOf(parts.catalogue);
    const Result<SpaceStatus> space = (*host)->space(writtenInto, context.deadline);
    if (!space)
        return space.error();
    return QVariantMap{{key("there"), there},
                       {key("writtenInto"), writtenInto},
                       {key("writable"), answers(key("-w"), writtenInto)},
                       {key("freeBytes"), space->freeBytes}};
}

Result<QVariantMap> tryLogin(ProbeContext &context)
{
    const DumpParts parts = DumpParts::of(context.situation);
    const ServerRef server{parts.node, parts.sourceInfo.toString(), parts.source.hostId};
    return tryDatabaseLogin(context, {.hostId = parts.hostId, .owner = parts.owner, .binDirectory = parts.programs},
                            server);
}

} // namespace

QList<Probe> dumpProbes()
{
    return {layoutProbe(key("layout"), dumpedNode),          {.id = key("server"), .look = lookAtServer},
            {.id = key("programs"), .look = lookAtPrograms}, {.id = key("database"), .look = lookAtDatabase},
            {.id = key("place"), .look = lookAtPlace},       {.id = key("login"), .look = tryLogin}};
}

} // namespace howdah::library
