#include "core/backup/name_pattern.h"
#include "core/base/key.h"
#include "core/base/sizes.h"
#include "core/operations/library/backup_parts.h"
#include "core/operations/library/dump_parts.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Dump)
};

QString kindTitle(QChar kind)
{
    switch (kind.toLatin1()) {
    case 'v':
        return Tr::tr("Views");
    case 'm':
        return Tr::tr("Materialized views");
    case 'S':
        return Tr::tr("Sequences");
    case 'f':
        return Tr::tr("Foreign tables");
    default:
        return Tr::tr("Tables");
    }
}

QList<ObjectItem> schemaItems(const Situation &situation)
{
    QList<ObjectItem> items;
    for (const QString &schema : situation.value(key("database"), key("schemas")).toStringList())
        items.append({.id = exactPattern(schema), .title = schema, .path = {}});
    return items;
}

QList<ObjectItem> tableItems(const Situation &situation)
{
    const QList<DumpTable> tables = dumpTables(situation);
    QList<ObjectItem> items;
    items.reserve(tables.size());
    for (const DumpTable &table : tables)
        items.append({.id = exactPattern(table.schema, table.name),
                      .title = table.name,
                      .path = {table.schema, kindTitle(table.kind)},
                      .note = table.bytes > 0 ? prettySize(table.bytes) : QString()});
    return items;
}

QString objectionToPatterns(const QString &value, const Situation &)
{
    for (const QString &text : objectsOf(value))
        if (!NamePattern::parse(text))
            return Tr::tr("%1 is no name as pg_dump wants it: schema.table, capitals in double quotes.").arg(text);
    return {};
}

Param objects(const char *id, const QString &title, const QString &help, bool advanced, bool ofTables)
{
    return {.id = key(id),
            .title = title,
            .help = help,
            .kind = Param::Kind::Objects,
            .required = false,
            .advanced = advanced,
            .objection = objectionToPatterns,
            .items = ofTables ? tableItems : schemaItems};
}

Param boolean(const char *id, const QString &title, const QString &help, const char *usual)
{
    return {.id = key(id),
            .title = title,
            .help = help,
            .kind = Param::Kind::Boolean,
            .required = false,
            .advanced = true,
            .suggest = [usual](const Situation &) { return key(usual); }};
}

/// A standby that streams spares the primary, if replay cannot break the dump off: that only its settings say. So the
/// primary, unless somebody chooses.
QString suggestNode(const Situation &situation)
{
    const NodeState *primary = situation.snapshot->primary();
    return primary ? primary->name() : QString();
}

QString suggestCompression(const Situation &situation)
{
    const QString format = situation.argument(key("format"));
    return format == QLatin1String("tar") || format == QLatin1String("plain") ? key("none") : key("gzip");
}

QList<Param> mainParams()
{
    using Kind = Param::Kind;
    return {{.id = key("from"),
             .title = Tr::tr("From"),
             .help = Tr::tr("The node to dump. A standby spares the primary, but may break a long dump off."),
             .kind = Kind::Node,
             .suggest = suggestNode},
            {.id = key("what"),
             .title = Tr::tr("What"),
             .help = Tr::tr("One database, or what belongs to the whole server: roles and tablespaces."),
             .kind = Kind::Choice,
             .options = {{key("database"), Tr::tr("One database")},
                         {key("globals"), Tr::tr("Roles and tablespaces")},
                         {key("all"), Tr::tr("All databases, as SQL")}},
             .suggest = [](const Situation &) { return key("database"); }},
            {.id = key("database"),
             .title = Tr::tr("Database"),
             .help = Tr::tr("Of one database: its name."),
             .kind = Kind::Text,
             .required = false,
             .suggest =
                 [](const Situation &situation) { return situation.value(key("server"), key("largest")).toString(); }},
            {.id = key("format"),
             .title = Tr::tr("Format"),
             .help = Tr::tr(
                 "From an archive single objects can be restored; a directory is written by several jobs at once."),
             .kind = Kind::Choice,
             .options = {{key("custom"), Tr::tr("Custom: one compressed archive")},
                         {key("directory"), Tr::tr("Directory: a file for each table")},
                         {key("tar"), Tr::tr("Tar: one archive that tar reads")},
                         {key("plain"), Tr::tr("Plain: SQL")}},
             .suggest = [](const Situation &) { return key("custom"); }},
            {.id = key("jobs"),
             .title = Tr::tr("Jobs"),
             .help = Tr::tr("Tables that are read at the same time; of the directory format."),
             .kind = Kind::Integer,
             .required = false,
             .suggest = [](const Situation &) { return key("1"); }},
            objects("schema", Tr::tr("Only these schemas"),
                    Tr::tr("All, when none is named. The command line takes patterns too: sales*"), false, false),
            objects("table", Tr::tr("Only these tables"),
                    Tr::tr("All, when none is named. The command line takes patterns too: sales.order*"), false, true),
            {.id = key("directory"),
             .title = Tr::tr("Dumps lie in"),
             .help = Tr::tr("A directory on that node's host; each dump gets one of its own in it."),
             .kind = Kind::Path,
             .suggest = [](const Situation &situation) { return suggestBackups(dumpedNode(situation)); }},
            {.id = key("label"),
             .title = Tr::tr("Label"),
             .help = Tr::tr("What you call it, for example: before the upgrade."),
             .kind = Kind::Text,
             .required = false}};
}

QList<Param> advancedParams()
{
    using Kind = Param::Kind;
    return {
        objects("exclude-table", Tr::tr("Without these tables"), Tr::tr("Neither their definition nor their rows."),
                true, true),
        objects("exclude-table-data", Tr::tr("Without the rows of these tables"), Tr::tr("Their definition is dumped."),
                true, true),
        {.id = key("sections"),
         .title = Tr::tr("Definitions and rows"),
         .help = Tr::tr("Rows alone can be restored only where the tables are there."),
         .kind = Kind::Choice,
         .advanced = true,
         .options = {{key("all"), Tr::tr("Both")},
                     {key("schema"), Tr::tr("Definitions alone")},
                     {key("data"), Tr::tr("Rows alone")}},
         .suggest = [](const Situation &) { return key("all"); }},
        {.id = key("compression"),
         .title = Tr::tr("Compression"),
         .help = Tr::tr("lz4 is fast, zstd packs best; both need a pg_dump of PostgreSQL 16 or newer."),
         .kind = Kind::Choice,
         .advanced = true,
         .options = {{key("none"), Tr::tr("None")},
                     {key("gzip"), key("gzip")},
                     {key("lz4"), key("lz4")},
                     {key("zstd"), key("zstd")}},
         .suggest = suggestCompression},
        {.id = key("level"),
         .title = Tr::tr("Level of compression"),
         .help = Tr::tr("The method's usual one, unless said."),
         .kind = Kind::Integer,
         .required = false,
         .advanced = true},
        boolean("globals", Tr::tr("Roles and tablespaces too"),
                Tr::tr("Written beside the dump: without them its owners and rights cannot be restored elsewhere."),
                "true"),
        boolean("large-objects", Tr::tr("Large objects too"), Tr::tr("They belong to no schema and no table."), "true"),
        boolean("enable-row-security", Tr::tr("Only the rows that the role may see"),
                Tr::tr("Where row-level security hides some from it, pg_dump refuses unless this is set."), "false"),
        {.id = key("lock-wait-timeout"),
         .title = Tr::tr("Wait for locks"),
         .help = Tr::tr("Gives up when a table cannot be locked for this long."),
         .kind = Kind::Duration,
         .required = false,
         .advanced = true,
         .suggest = [](const Situation &) { return key("60s"); }},
        {.id = key("filter"),
         .title = Tr::tr("Filter file"),
         .help = Tr::tr("On that node's host, as pg_dump 17 reads it: lines such as: exclude table_data log.*"),
         .kind = Kind::Path,
         .required = false,
         .advanced = true}};
}

} // namespace

QList<Param> dumpParams()
{
    return mainParams() + advancedParams();
}

} // namespace howdah::library
