#include "core/operations/library/bring_rows_back_parts.h"
#include "core/base/key.h"

#include <algorithm>

namespace howdah::library {

namespace {

TriggerWay triggerWayOf(const QString &word)
{
    return word == QLatin1String("off")    ? TriggerWay::Off
           : word == QLatin1String("none") ? TriggerWay::None
                                           : TriggerWay::Fire;
}

/// Over the side instance's own socket, as the files' owner: no password is needed for it.
Command dumpOf(const Situation &situation, const BringRowsParts &parts)
{
    const auto side = [&](const char *name) { return situation.value(key("side"), key(name)).toString(); };
    const ConnInfo info = ConnInfo::parse(parts.side.connInfo).valueOr(ConnInfo());
    Command dump{.argv = {situation.value(key("layout"), key("binDirectory")).toString() + key("/pg_dump"),
                          key("--schema-only"), key("--no-password"), key("--port=") + info.port(),
                          key("--dbname=") + (info.database().isEmpty() ? key("postgres") : info.database())},
                 .asUser = situation.value(key("layout"), key("owner")).toString()};
    dump.argv << key("--host=") + (side("socketDirectory").isEmpty() ? key("127.0.0.1") : side("socketDirectory"));
    if (!info.user().isEmpty())
        dump.argv << key("--username=") + info.user();
    for (const ReturningTable &table : parts.what.tables)
        if (table.isGone)
            dump.argv << key("--table=") + table.name.sql();
    return dump;
}

/// As they are written; in the order named when they go round in a circle.
QList<QVariantMap> parentsFirst(const QList<QVariantMap> &tables)
{
    QList<TableShape> shapes;
    for (const QVariantMap &table : tables)
        shapes << foreignKeysOf(table, false);
    (void)sortByParents(shapes);
    QList<QVariantMap> sorted;
    for (const TableShape &shape : shapes)
        for (const QVariantMap &table : tables)
            if (titleOf(table) == shape.name.title())
                sorted << table;
    return sorted;
}

ReturningTable returningOf(const QVariantMap &seen, const RowReturn &what, const QString &where)
{
    const auto number = [&](const char *name) { return seen.value(key(name)).toLongLong(); };
    return {.name = {seen.value(key("schema")).toString(), seen.value(key("table")).toString()},
            .where = where,
            .missing = what.missing ? number("missing") : 0,
            .changed = what.changed ? number("changed") : 0,
            .isGone = !seen.value(key("here")).toBool(),
            .columns = seen.value(key("columns")).toStringList(),
            .key = seen.value(key("key")).toStringList(),
            .numbered = seen.value(key("numbered")).toStringList()};
}

} // namespace

QList<QVariantMap> seenTables(const Situation &situation)
{
    QList<QVariantMap> tables;
    for (const QVariant &one : situation.value(key("tables"), key("tables")).toList())
        tables << one.toMap();
    return tables;
}

QString titleOf(const QVariantMap &table)
{
    return TableName{table.value(key("schema")).toString(), table.value(key("table")).toString()}.title();
}

TableShape foreignKeysOf(const QVariantMap &table, bool onlyStrict)
{
    TableShape shape{.name = {table.value(key("schema")).toString(), table.value(key("table")).toString()}};
    for (const QVariant &one : table.value(key("parents")).toList()) {
        const QVariantMap parent = one.toMap();
        if (!onlyStrict || !parent.value(key("deferrable")).toBool())
            shape.parents << ForeignKey{
                .name = parent.value(key("name")).toString(),
                .parent = {parent.value(key("schema")).toString(), parent.value(key("table")).toString()}};
    }
    return shape;
}

BringRowsParts BringRowsParts::of(const Situation &situation)
{
    const QString to = situation.argument(key("to"));
    BringRowsParts parts{.where = to == QLatin1String("schema") ? Where::Schema
                                  : to == QLatin1String("file") ? Where::File
                                                                : Where::Tables,
                         .primary = situation.snapshot->primary(),
                         .side = sideServerOf(situation),
                         .csv = situation.argument(key("format")) == QLatin1String("csv"),
                         .hostId = situation.value(key("layout"), key("hostId")).toString(),
                         .comment = QStringLiteral("Howdah operation %1").arg(situation.operationId)};
    if (parts.primary) {
        parts.live = serverOf(*parts.primary);
        parts.live.connInfo =
            withDatabase(parts.primary->definition.connInfo, databaseOf(situation, parts.primary)).toString();
    }
    const QString rows = situation.argument(key("rows"));
    parts.what.missing = rows != QLatin1String("changed");
    parts.what.changed = rows == QLatin1String("changed") || rows == QLatin1String("both");
    parts.what.triggers = triggerWayOf(situation.argument(key("triggers")));
    if (parts.where == Where::Schema)
        parts.what.schema = situation.argument(key("schema"));
    if (parts.where == Where::File)
        parts.path = situation.argument(key("file"));
    const QList<QVariantMap> tables = seenTables(situation);
    if (std::all_of(tables.begin(), tables.end(),
                    [](const QVariantMap &table) { return table.value(key("triggers")).toStringList().isEmpty(); }) &&
        parts.what.triggers == TriggerWay::Off)
        parts.what.triggers = TriggerWay::Fire; // nothing to switch off, and so nothing to lock
    for (const QVariantMap &seen : parentsFirst(tables)) {
        const ReturningTable table = returningOf(seen, parts.what, situation.argument(key("where")));
        // Others stand there for nothing: without rows of theirs the plan is shorter.
        if (table.missing == 0 && table.changed == 0 && !table.isGone)
            continue;
        parts.what.tables << table;
        parts.rows += table.missing + table.changed;
    }
    const bool makesTables =
        parts.where == Where::Tables && std::any_of(parts.what.tables.begin(), parts.what.tables.end(),
                                                    [](const ReturningTable &table) { return table.isGone; });
    if (makesTables)
        parts.dump = dumpOf(situation, parts);
    return parts;
}

} // namespace howdah::library
