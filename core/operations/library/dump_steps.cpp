#include "core/backup/name_pattern.h"
#include "core/base/key.h"
#include "core/operations/library/dump_parts.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Dump)
};

/// Of an earlier try: a killed console leaves its pg_dump behind.
Action endLeftOver(const DumpParts &parts)
{
    return {.text = Tr::tr("End what an earlier try of this dump may have left running"),
            .what = RunSql{.server = parts.source,
                           .sql = QStringLiteral("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                                                 " WHERE application_name = $1"),
                           .parameters = {parts.title}}};
}

/// As the server compares them, for the progress alone: what no pattern excludes has a size.
QString sizesQuery(const Situation &situation)
{
    QStringList conditions{QStringLiteral("c.relkind IN ('r', 'm')"), QStringLiteral("c.relpersistence <> 't'"),
                           QStringLiteral("n.nspname !~ '^pg_'"), QStringLiteral("n.nspname <> 'information_schema'")};
    const auto either = [](const QStringList &texts, bool ofSchemas) {
        QStringList alternatives;
        for (const QString &text : texts) {
            const auto pattern = NamePattern::parse(text);
            if (!pattern)
                continue;
            const auto like = [](const char *column, const QString &expression) {
                return QStringLiteral("%1 ~ %2").arg(QLatin1String(column),
                                                     sqlLiteral(QStringLiteral("^(%1)$").arg(expression)));
            };
            const QString byName = like(ofSchemas ? "n.nspname" : "c.relname", pattern->name);
            alternatives << (pattern->schema.isEmpty()
                                 ? byName
                                 : QStringLiteral("(%1 AND %2)").arg(like("n.nspname", pattern->schema), byName));
        }
        return alternatives.join(QStringLiteral(" OR "));
    };
    const auto argument = [&](const char *id) { return objectsOf(situation.argument(key(id))); };
    if (const QString some = either(argument("schema"), true); !some.isEmpty())
        conditions << QLatin1Char('(') + some + QLatin1Char(')');
    if (const QString some = either(argument("table"), false); !some.isEmpty())
        conditions << QLatin1Char('(') + some + QLatin1Char(')');
    if (const QString none = either(argument("exclude-table") + argument("exclude-table-data"), false); !none.isEmpty())
        conditions << QStringLiteral("NOT (%1)").arg(none);
    // pg_table_size() would wait for a lock, and longer than pg_dump does.
    return QStringLiteral("SELECT n.nspname || '.' || c.relname, CASE WHEN l.relation IS NULL THEN pg_table_size(c.oid)"
                          " ELSE c.relpages::bigint * current_setting('block_size')::int END"
                          " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                          " LEFT JOIN (SELECT DISTINCT relation FROM pg_locks WHERE mode = 'AccessExclusiveLock'"
                          " AND locktype = 'relation') l ON l.relation = c.oid WHERE ") +
           conditions.join(QStringLiteral(" AND "));
}

Action runDump(const Situation &situation, const DumpParts &parts)
{
    const bool one = parts.isOfDatabase();
    RunCommand dump{.hostId = parts.hostId,
                    .command = {.argv = QStringList{parts.program(one ? "pg_dump" : "pg_dumpall")} +
                                        dumpArguments(situation, parts),
                                .asUser = parts.owner},
                    .progress = RunCommand::Progress::Objects};
    if (one && parts.record.sections != QLatin1String("schema")) {
        dump.sizesFrom = parts.source;
        dump.sizes = sizesQuery(situation);
    }
    return {.text = one ? Tr::tr("Dump the database %1").arg(parts.record.database)
                        : Tr::tr("Dump what belongs to the whole server"),
            .what = dump};
}

Action runGlobals(const Situation &situation, const DumpParts &parts)
{
    return {.text = Tr::tr("Dump the roles and tablespaces, which belong to no database"),
            .what = RunCommand{
                .hostId = parts.hostId,
                .command = {.argv = QStringList{parts.program("pg_dumpall")} + globalsArguments(situation, parts),
                            .asUser = parts.owner}}};
}

Step dumpStep()
{
    return {.id = key("dump"),
            .title =
                [](const Situation &situation) {
                    const DumpParts parts = DumpParts::of(situation);
                    return parts.isOfDatabase() ? Tr::tr("Dump %1").arg(parts.record.database)
                                                : Tr::tr("Dump the server");
                },
            .act = [](const Situation &situation) -> QList<Action> {
                const DumpParts parts = DumpParts::of(situation);
                QList<Action> actions{
                    endLeftOver(parts),
                    {.text = Tr::tr("Make the directory %1 for dumps, unless it is there").arg(parts.catalogue),
                     .what = MakeDirectory{parts.hostId, parts.catalogue, parts.owner},
                     .unless = Observation{.text = Tr::tr("%1 is there").arg(parts.catalogue),
                                           .look = PathIs{parts.hostId, parts.catalogue, parts.owner},
                                           .timeout = Milliseconds{0}}},
                    {.text = Tr::tr("Make the directory %1").arg(parts.staging),
                     .what = MakeMarkedDirectory{parts.hostId, parts.staging, parts.owner, parts.marker}},
                    runDump(situation, parts)};
                if (parts.writesGlobals())
                    actions << runGlobals(situation, parts);
                return actions;
            },
            .undo = [](const Situation &situation) -> QList<Action> {
                const DumpParts parts = DumpParts::of(situation);
                return {endLeftOver(parts),
                        {.text = Tr::tr("Remove the unfinished dump %1").arg(parts.staging),
                         .what = RemoveMarkedDirectory{parts.hostId, parts.staging, parts.owner, parts.marker}}};
            },
            .verify = [](const Situation &situation) -> QList<Observation> {
                const DumpParts parts = DumpParts::of(situation);
                return {{.text = Tr::tr("the dump lies in %1").arg(parts.file()),
                         .look = PathIs{parts.hostId, parts.file(), parts.owner}}};
            },
            // A dump in doubt is made anew.
            .always = true};
}

/// An archive is read to its end, SQL must have its last line.
Command readingCommand(const DumpParts &parts)
{
    if (parts.isArchive())
        return {.argv = {parts.program("pg_restore"), key("--file=/dev/null"), parts.file()}, .asUser = parts.owner};
    static const QHash<QString, QString> unpackers{
        {key("gzip"), key("gzip -dc --")}, {key("lz4"), key("lz4 -dc --")}, {key("zstd"), key("zstd -dc --")}};
    const QString script = QStringLiteral("%1 \"$1\" | tail -n 12 | grep -q \"PostgreSQL database .*dump complete\"")
                               .arg(unpackers.value(parts.record.compression, key("cat --")));
    return {.argv = {key("sh"), key("-c"), script, key("sh"), parts.file()}, .asUser = parts.owner};
}

Step verifyStep()
{
    return {.id = key("verify"),
            .title = [](const Situation &) { return Tr::tr("Read the dump back"); },
            .act = [](const Situation &situation) -> QList<Action> {
                const DumpParts parts = DumpParts::of(situation);
                return {{.text = Tr::tr("Read all of it once, and see that it is whole"),
                         .what = RunCommand{.hostId = parts.hostId, .command = readingCommand(parts)}}};
            }};
}

/// Digest, size and times are known only now. $1: the directory; $2: what was written in it; $3: the record so far,
/// without its closing brace.
const char *const recordScript = R"sh(set -e
cd "$1"
if [ -d "$2" ]; then
    sum=$(cd "$2" && sha256sum -- * | sha256sum)
else
    sum=$(sha256sum -- "$2")
fi
bytes=$(find "$2" -type f -exec wc -c {} \; | awk '{ all += $1 } END { printf "%.0f", all }')
began=$(date -u -r howdah-made-this +%Y-%m-%dT%H:%M:%SZ)
printf '%s,"startedAt":"%s","endedAt":"%s","bytes":%s,"sha256":"%s"}\n' \
    "$3" "$began" "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$bytes" "${sum%% *}" > .record
sync .record 2>/dev/null || sync
mv .record howdah-dump.json)sh";

Action writeRecord(const DumpParts &parts)
{
    const QByteArray begun = QJsonDocument(dumpRecordBegun(parts.record)).toJson(QJsonDocument::Compact);
    return {.text = Tr::tr("Write its record: what it is, its size and digest"),
            .what =
                RunCommand{.hostId = parts.hostId,
                           .command = {.argv = {key("sh"), key("-c"), QString::fromLatin1(recordScript), key("sh"),
                                                parts.staging, parts.record.file, QString::fromUtf8(begun.chopped(1))},
                                       .asUser = parts.owner}},
            .unless = Observation{.text = Tr::tr("it lies in its place"),
                                  .look = PathIs{parts.hostId, parts.place, parts.owner},
                                  .timeout = Milliseconds{0}}};
}

Step recordStep()
{
    return {.id = key("record"),
            .title = [](const Situation &) { return Tr::tr("Put it on record"); },
            .act = [](const Situation &situation) -> QList<Action> {
                const DumpParts parts = DumpParts::of(situation);
                return {writeRecord(parts),
                        {.text = Tr::tr("Move it to %1").arg(parts.place),
                         .what = MovePath{
                             .hostId = parts.hostId, .from = parts.staging, .to = parts.place, .owner = parts.owner}}};
            },
            .undo = [](const Situation &situation) -> QList<Action> {
                const DumpParts parts = DumpParts::of(situation);
                return {{.text = Tr::tr("Move it back to %1").arg(parts.staging),
                         .what = MovePath{.hostId = parts.hostId,
                                          .from = parts.place,
                                          .to = parts.staging,
                                          .owner = parts.owner,
                                          .witness = QLatin1String(markerFileName),
                                          .witnessContent = parts.marker.toUtf8()}}};
            },
            .verify = [](const Situation &situation) -> QList<Observation> {
                const DumpParts parts = DumpParts::of(situation);
                return {{.text = Tr::tr("the dump lies in %1 with its record").arg(parts.place),
                         .look = PathIs{parts.hostId,
                                        parts.place + QLatin1Char('/') + QLatin1String(DumpRecord::recordName),
                                        parts.owner}}};
            }};
}

/// By itself: the record step may be found done by a resumed run, which then would have nothing to tell.
Step noteStep()
{
    return {.id = key("note"),
            .title = [](const Situation &) { return Tr::tr("Note where it lies"); },
            .act = [](const Situation &situation) -> QList<Action> {
                const DumpParts parts = DumpParts::of(situation);
                const QString record = parts.place + QLatin1Char('/') + QLatin1String(DumpRecord::recordName);
                return {{.text = Tr::tr("Note its file"),
                         .what = RunSql{.server = parts.source,
                                        .sql = QStringLiteral("SELECT $1::text"),
                                        .parameters = {parts.record.path()},
                                        .resultName = key("file")}},
                        {.text = Tr::tr("Read its record"),
                         .what = RunCommand{.hostId = parts.hostId,
                                            .command = {.argv = {key("cat"), record}, .asUser = parts.owner},
                                            .resultName = key("dump")}}};
            }};
}

} // namespace

QList<Step> dumpSteps()
{
    return {dumpStep(), verifyStep(), recordStep(), noteStep()};
}

} // namespace howdah::library
