#include "core/base/key.h"
#include "core/operations/library/bring_rows_back_parts.h"
#include "core/operations/library/clone_parts.h"
#include "core/rows/row_comparison.h"

#include <QSet>

namespace howdah::library {

namespace {

Result<ResultSet> askRights(Connection &live, const TableName &name, const Deadline &deadline, std::stop_token stop)
{
    return live.query(QStringLiteral("SELECT has_table_privilege(c.oid, 'SELECT, INSERT'),"
                                     " has_table_privilege(c.oid, 'SELECT, UPDATE'),"
                                     " pg_has_role(c.relowner, 'USAGE') FROM pg_class c"
                                     " JOIN pg_namespace n ON n.oid = c.relnamespace"
                                     " WHERE n.nspname = $1 AND c.relname = $2"),
                      {name.schema, name.table}, deadline, std::move(stop));
}

QVariantList parentsOf(const TableShape &shape)
{
    QVariantList list;
    for (const ForeignKey &parent : shape.parents)
        list << QVariantMap{{key("schema"), parent.parent.schema},
                            {key("table"), parent.parent.table},
                            {key("name"), parent.name},
                            {key("deferrable"), parent.deferrable}};
    return list;
}

/// Both servers, each in a transaction that sees one moment.
struct Sessions
{
    Connection side, live;
};

Result<QVariantMap> lookAtTable(const TableName &name, Sessions &sessions, const QString &where,
                                const ProbeContext &context, const Deadline &deadline)
{
    QVariantMap seen{{key("schema"), name.schema}, {key("table"), name.table}};
    const Result<std::optional<TableShape>> there = readShape(sessions.side, name, deadline, context.stop);
    const Result<std::optional<TableShape>> here = readShape(sessions.live, name, deadline, context.stop);
    if (!there || !here)
        return there ? here.error() : there.error();
    seen.insert(key("there"), there->has_value());
    seen.insert(key("here"), here->has_value());
    if (!*there)
        return seen;
    const TableShape &shape = **there;
    QStringList numbered, triggers;
    for (const auto &[column, sequence] : shape.sequences)
        numbered << column;
    if (*here)
        for (const TableTrigger &trigger : (*here)->triggers)
            triggers << trigger.name;
    const QString difference = *here ? (*here)->differenceTo(shape) : QString();
    seen.insert(key("difference"), difference);
    seen.insert(key("columns"), shape.storedColumns());
    seen.insert(key("key"), shape.key);
    seen.insert(key("numbered"), numbered);
    seen.insert(key("triggers"), triggers);
    seen.insert(key("parents"), parentsOf(*here ? **here : shape));
    const bool comparable = *here && !shape.key.isEmpty() && difference.isEmpty();
    const Result<RowCounts> counts =
        compareRows(sessions.side, comparable ? &sessions.live : nullptr, shape, where, {}, deadline, context.stop);
    if (!counts)
        return counts.error();
    seen.insert(key("comparable"), comparable);
    seen.insert(key("compared"), counts->compared);
    seen.insert(key("missing"), counts->missing);
    seen.insert(key("changed"), counts->changed);
    seen.insert(key("extra"), counts->extra);
    if (*here) {
        const Result<ResultSet> rights = askRights(sessions.live, name, deadline, context.stop);
        if (!rights)
            return rights.error();
        seen.insert(key("mayInsert"), rights->boolean(0, 0).value_or(false));
        seen.insert(key("mayUpdate"), rights->boolean(0, 1).value_or(false));
        seen.insert(key("owns"), rights->boolean(0, 2).value_or(false));
    }
    return seen;
}

Result<QVariantMap> lookAtTables(ProbeContext &context)
{
    const auto names = tablesNamed(context.situation.argument(key("tables")));
    const BringRowsParts parts = BringRowsParts::of(context.situation);
    if (!names || !parts.primary || context.situation.value(key("side"), key("port")).toInt() == 0)
        return QVariantMap{};
    Result<Connection> side = context.connect(parts.side);
    if (!side)
        return side.error();
    Result<Connection> live = context.connect(parts.live);
    if (!live)
        return live.error();
    Sessions sessions{std::move(side).value(), std::move(live).value()};
    // Tables of any size are compared: the time that other probes have says nothing here, and a stop ends it at once.
    const Deadline deadline = Deadline::never();
    for (Connection *session : {&sessions.side, &sessions.live})
        if (const auto begun = beginReading(*session, deadline, context.stop); !begun)
            return begun.error();
    QVariantList tables;
    for (const TableName &name : *names) {
        const Result<QVariantMap> seen =
            lookAtTable(name, sessions, context.situation.argument(key("where")), context, deadline);
        if (!seen)
            return seen.error();
        tables << *seen;
    }
    return QVariantMap{{key("tables"), tables}};
}

/// A partition's rows are reached through its table. pg_relation_size() would wait for a lock.
const char *const listQuery =
    "SELECT n.nspname, c.relname, c.relpages::bigint * current_setting('block_size')::int FROM pg_class c"
    " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition"
    " AND c.relpersistence <> 't' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' ORDER BY 1, 2";

/// All tables that rows could be taken from, and which of them are gone from the live server.
Result<QVariantMap> listTables(ProbeContext &context)
{
    const BringRowsParts parts = BringRowsParts::of(context.situation);
    if (!parts.primary || context.situation.value(key("side"), key("port")).toInt() == 0)
        return QVariantMap{};
    Result<Connection> side = context.connect(parts.side);
    if (!side)
        return side.error();
    Result<Connection> live = context.connect(parts.live);
    if (!live)
        return live.error();
    const Result<ResultSet> there = side->query(key(listQuery), {}, context.deadline, context.stop);
    const Result<ResultSet> here =
        there ? live->query(key(listQuery), {}, context.deadline, context.stop) : there.error();
    if (!here)
        return here.error();
    const auto nameIn = [](const ResultSet &rows, int row) {
        return TableName{rows.text(row, 0).value_or(QString()), rows.text(row, 1).value_or(QString())};
    };
    QSet<QString> onLive;
    for (int row = 0; row < here->rows(); ++row)
        onLive << nameIn(*here, row).title();
    QVariantList tables;
    for (int row = 0; row < there->rows(); ++row) {
        const TableName name = nameIn(*there, row);
        tables << QVariantMap{{key("schema"), name.schema},
                              {key("table"), name.table},
                              {key("bytes"), there->integer(row, 2).value_or(0)},
                              {key("gone"), !onLive.contains(name.title())}};
    }
    return QVariantMap{{key("tables"), tables}};
}

/// Whether the place that they go to is free, and what the role may.
Result<QVariantMap> lookAtDestination(ProbeContext &context)
{
    const BringRowsParts parts = BringRowsParts::of(context.situation);
    if (!parts.primary)
        return QVariantMap{};
    Result<Connection> live = context.connect(parts.live);
    if (!live)
        return live.error();
    const Result<ResultSet> row =
        live->query(QStringLiteral("SELECT rolsuper, has_database_privilege(current_database(), 'CREATE'),"
                                   " EXISTS (SELECT FROM pg_namespace WHERE nspname = $1)"
                                   " FROM pg_roles WHERE rolname = current_user"),
                    {parts.what.schema}, context.deadline, context.stop);
    if (!row)
        return row.error();
    QVariantMap seen{{key("superuser"), row->boolean(0, 0).value_or(false)},
                     {key("mayCreate"), row->boolean(0, 1).value_or(false)},
                     {key("schemaThere"), row->boolean(0, 2).value_or(false)}};
    if (parts.path.isEmpty())
        return seen;
    const auto local = context.hosts.find(key("local"));
    if (!local)
        return local.error();
    seen.insert(key("fileThere"), (*local)->status(parts.path, {}, context.deadline).ok());
    const QString parent = parentOf(parts.path);
    const auto writable = (*local)->run({.argv = {key("test"), key("-w"), parent}}, context.deadline, context.stop);
    seen.insert(key("writable"), writable && writable->succeeded());
    return seen;
}

} // namespace

QList<Probe> bringRowsProbes()
{
    QList<Probe> probes = sideProbes();
    probes << Probe{.id = key("all-tables"), .look = listTables} << Probe{.id = key("tables"), .look = lookAtTables}
           << Probe{.id = key("destination"), .look = lookAtDestination};
    return probes;
}

} // namespace howdah::library
