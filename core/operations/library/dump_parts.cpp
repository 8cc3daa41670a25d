#include "core/operations/library/dump_parts.h"
#include "core/base/key.h"

#include "core/backup/name_pattern.h"
#include "core/operations/library/replication_login.h"

#include <algorithm>

namespace howdah::library {

namespace {

QString argumentOf(const Situation &situation, const char *id)
{
    return situation.argument(key(id));
}

/// "15min" → 900000.
QString milliseconds(const QString &duration)
{
    const QList<QPair<QString, qint64>> units{
        {key("ms"), 1}, {key("min"), 60000}, {key("s"), 1000}, {key("h"), 3600000}, {key("d"), 86400000}};
    for (const auto &[unit, factor] : units)
        if (duration.endsWith(unit))
            return QString::number(duration.chopped(unit.size()).trimmed().toLongLong() * factor);
    return {};
}

QString packedEnding(const QString &compression)
{
    static const QHash<QString, QString> endings{
        {key("gzip"), key(".gz")}, {key("lz4"), key(".lz4")}, {key("zstd"), key(".zst")}};
    return endings.value(compression);
}

QString fileNameFor(const DumpRecord &record)
{
    if (record.what == QLatin1String("globals"))
        return QLatin1String(DumpRecord::globalsName);
    if (record.what == QLatin1String("all"))
        return key("cluster.sql");
    const QString name = plainName(record.database);
    if (record.format == QLatin1String("plain"))
        return name + key(".sql") + packedEnding(record.compression);
    static const QHash<QString, QString> endings{
        {key("custom"), key(".dump")}, {key("tar"), key(".tar")}, {key("directory"), key(".dir")}};
    return name + endings.value(record.format);
}

bool matchesAny(const QStringList &patterns, const DumpTable &table)
{
    return std::any_of(patterns.begin(), patterns.end(), [&table](const QString &text) {
        const auto pattern = NamePattern::parse(text);
        return pattern && pattern->matches(table.schema, table.name);
    });
}

bool schemaMatchesAny(const QStringList &patterns, const DumpTable &table)
{
    return std::any_of(patterns.begin(), patterns.end(), [&table](const QString &text) {
        const auto pattern = NamePattern::parse(text);
        return pattern && pattern->schema.isEmpty() && pattern->matches({}, table.schema);
    });
}

DumpRecord recordOf(const Situation &situation, const NodeState *node)
{
    const bool database = argumentOf(situation, "what") == QLatin1String("database");
    DumpRecord record{.id = situation.operationId,
                      .label = argumentOf(situation, "label"),
                      .cluster = situation.snapshot->definition.name,
                      .systemIdentifier = situation.snapshot->systemIdentifier,
                      .takenFrom = argumentOf(situation, "from"),
                      .what = argumentOf(situation, "what"),
                      .database = database ? argumentOf(situation, "database") : QString(),
                      .format = database ? argumentOf(situation, "format") : key("plain"),
                      .sections = argumentOf(situation, "sections"),
                      .compression = database ? argumentOf(situation, "compression") : key("none"),
                      .serverVersion = node && node->lastAnswer ? node->lastAnswer->version.number() : 0,
                      .program = situation.value(key("programs"), key("version")).toString(),
                      .hasGlobals = database && argumentOf(situation, "globals") == QLatin1String("true")};
    record.file = fileNameFor(record);
    return record;
}

} // namespace

const NodeState *dumpedNode(const Situation &situation)
{
    return situation.node(argumentOf(situation, "from"));
}

ServerRef databaseOn(const NodeState &node, const QString &database)
{
    ServerRef server = serverOf(node);
    if (!database.isEmpty())
        server.connInfo = node.definition.connInfo.with(key("dbname"), database).toString();
    return server;
}

DumpParts DumpParts::of(const Situation &situation)
{
    const NodeState *node = dumpedNode(situation);
    const auto seen = [&](const char *probe, const char *name) { return situation.value(key(probe), key(name)); };
    DumpParts parts{.node = argumentOf(situation, "from"),
                    .operationId = situation.operationId,
                    .hostId = seen("layout", "hostId").toString(),
                    .owner = seen("layout", "owner").toString(),
                    .programs = seen("programs", "directory").toString(),
                    .major = seen("programs", "major").toInt(),
                    .catalogue = argumentOf(situation, "directory"),
                    .lockWait = milliseconds(argumentOf(situation, "lock-wait-timeout")),
                    .jobs = std::max(1, argumentOf(situation, "jobs").toInt()),
                    .record = recordOf(situation, node)};
    parts.staging = QStringLiteral("%1/.unfinished-%2").arg(parts.catalogue, parts.operationId);
    parts.place = parts.catalogue + QLatin1Char('/') + parts.operationId;
    parts.marker = QStringLiteral("Howdah operation %1").arg(parts.operationId);
    parts.title = QStringLiteral("howdah_dump_%1").arg(parts.operationId);
    parts.record.directory = parts.place;
    if (!node)
        return parts;
    parts.source = databaseOn(*node, parts.record.database);
    // Without a limit of the role's or the database's: pg_dump lifts statement_timeout itself.
    parts.sourceInfo = copyingInfo(replicationInfo(node->definition.connInfo), parts.title);
    parts.sourceInfo.set(key("dbname"),
                         parts.isOfDatabase() ? parts.record.database : node->definition.connInfo.database());
    return parts;
}

QList<DumpTable> dumpTables(const Situation &situation)
{
    enum Cell { Kind, Bytes, Readable, Hidden, Locked, Schema, Name, Cells };
    QList<DumpTable> tables;
    const QStringList lines = situation.value(key("database"), key("tables")).toStringList();
    tables.reserve(lines.size());
    for (const QString &line : lines) {
        const QStringList cells = line.split(QChar(0x1f));
        if (cells.size() < Cells)
            continue;
        const auto yes = [&cells](Cell cell) { return cells.at(cell) == QLatin1String("t"); };
        tables.append({.schema = cells.at(Schema),
                       .name = cells.at(Name),
                       .kind = cells.at(Kind).at(0),
                       .bytes = cells.at(Bytes).toLongLong(),
                       .readable = yes(Readable),
                       .rowsHidden = yes(Hidden),
                       .locked = yes(Locked)});
    }
    return tables;
}

QList<DumpTable> chosenTables(const Situation &situation)
{
    QList<DumpTable> tables = dumpTables(situation);
    const QStringList schemas = objectsOf(argumentOf(situation, "schema"));
    const QStringList named = objectsOf(argumentOf(situation, "table"));
    const QStringList excluded = objectsOf(argumentOf(situation, "exclude-table"));
    tables.removeIf([&](const DumpTable &table) {
        return (!named.isEmpty() && !matchesAny(named, table)) ||
               (!schemas.isEmpty() && !schemaMatchesAny(schemas, table)) || matchesAny(excluded, table);
    });
    return tables;
}

QStringList unmatchedPatterns(const Situation &situation)
{
    const QList<DumpTable> tables = dumpTables(situation);
    const QStringList empty = situation.value(key("database"), key("schemas")).toStringList();
    QStringList unmatched;
    for (const QString &text : objectsOf(argumentOf(situation, "table"))) {
        const bool found = std::any_of(tables.begin(), tables.end(),
                                       [&text](const DumpTable &table) { return matchesAny({text}, table); });
        if (!found)
            unmatched << text;
    }
    for (const QString &text : objectsOf(argumentOf(situation, "schema"))) {
        const bool found = std::any_of(empty.begin(), empty.end(), [&text](const QString &schema) {
            return schemaMatchesAny({text}, {.schema = schema, .name = {}, .kind = {}});
        });
        if (!found)
            unmatched << text;
    }
    return unmatched;
}

} // namespace howdah::library
