#include "core/base/key.h"
#include "core/operations/library/backup_parts.h"
#include "core/operations/library/clone_parts.h"
#include "core/operations/library/judging.h"
#include "core/operations/library/restore_parts.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Restore)
};

const char *const serverQuery = R"(
SELECT current_user AS "user",
       (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AS "isSuperuser",
       (SELECT rolcreatedb FROM pg_roles WHERE rolname = current_user) AS "mayCreate",
       (SELECT string_agg(datname, E'\n') FROM pg_database) AS "databases",
       (SELECT string_agg(rolname, E'\n') FROM pg_roles) AS "roles",
       (SELECT string_agg(spcname, E'\n') FROM pg_tablespace) AS "tablespaces",
       (SELECT string_agg(DISTINCT name, E'\n') FROM pg_available_extensions) AS "extensions",
       (SELECT string_agg(DISTINCT collcollate, E'\n') FROM pg_collation) AS "locales")";

/// With ids as DumpEntry::objectId() makes them, and what is said beside them.
const char *const presentQuery = R"(
SELECT concat_ws(E'\x1f', n.nspname || '.' || c.relname,
                 CASE WHEN c.relkind IN ('r', 'm')
                      THEN greatest(c.reltuples, 0)::bigint || ' ' || pg_size_pretty(pg_table_size(c.oid)) END)
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f') AND c.relpersistence <> 't' AND n.nspname !~ '^pg_'
   AND n.nspname <> 'information_schema'
UNION ALL
SELECT n.nspname || '.' || p.proname || '(' || coalesce((SELECT string_agg(format_type(t, NULL), ', ' ORDER BY place)
         FROM unnest(p.proargtypes) WITH ORDINALITY AS a (t, place)), '') || ')'
  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
 WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
UNION ALL
SELECT CASE t.typtype WHEN 'd' THEN 'DOMAIN ' ELSE 'TYPE ' END || n.nspname || '.' || t.typname
  FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace LEFT JOIN pg_class c ON c.oid = t.typrelid
 WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND (t.typtype IN ('e', 'd', 'r') OR c.relkind = 'c')
UNION ALL SELECT 'SCHEMA ' || nspname FROM pg_namespace
UNION ALL SELECT 'EXTENSION ' || extname FROM pg_extension
UNION ALL SELECT 'PUBLICATION ' || pubname FROM pg_publication
UNION ALL SELECT 'EVENT TRIGGER ' || evtname FROM pg_event_trigger
UNION ALL SELECT 'PROCEDURAL LANGUAGE ' || lanname FROM pg_language
UNION ALL SELECT 'BLOBS' WHERE EXISTS (SELECT FROM pg_largeobject_metadata))";

const char *const rightsQuery = R"(
SELECT has_database_privilege(current_database(), 'CREATE'),
       (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()))";

QStringList firstColumn(const ResultSet &rows)
{
    QStringList cells;
    cells.reserve(rows.rows());
    for (int row = 0; row < rows.rows(); ++row)
        cells << rows.text(row, 0).value_or(QString());
    return cells;
}

Result<QVariantMap> lookAtServer(ProbeContext &context)
{
    const NodeState *node = restoredNode(context.situation);
    if (!node)
        return Error{.code = ErrorCode::NotFound, .message = Tr::tr("No node is named.")};
    Result<Connection> session = context.connect(serverOf(*node));
    if (!session)
        return session.error();
    const Result<ResultSet> row = session->query(QString::fromLatin1(serverQuery), {}, context.deadline, context.stop);
    if (!row)
        return row.error();
    QVariantMap values;
    for (int column = 0; column < row->columns(); ++column) {
        const QString name = row->columnName(column);
        const QString cell = row->text(0, column).value_or(QString());
        const bool isList = name == key("databases") || name == key("roles") || name == key("tablespaces") ||
                            name == key("extensions") || name == key("locales");
        values.insert(name, isList ? QVariant(cell.split(QLatin1Char('\n'))) : QVariant(cell));
    }
    return values;
}

/// The newest archive that can be read by it decides which pg_restore is needed.
Result<QVariantMap> lookAtPrograms(ProbeContext &context)
{
    const NodeState *node = restoredNode(context.situation);
    if (!node || !node->lastAnswer)
        return Error{.code = ErrorCode::NotFound, .message = Tr::tr("The version of the server is not known.")};
    const RestoreParts parts = RestoreParts::of(context.situation);
    return lookForDumpPrograms(context, parts.hostId, parts.owner, node->lastAnswer->version.major(),
                               context.situation.value(key("layout"), key("binDirectory")).toString());
}

/// All that a command says, however long.
Result<QByteArray> allOutput(ProbeContext &context, const RestoreParts &parts, const QStringList &argv)
{
    const auto host = context.hosts.find(parts.hostId);
    if (!host)
        return host.error();
    QByteArray output;
    const Result<CommandOutcome> outcome =
        runChecked(**host, {.argv = argv, .asUser = parts.owner}, context.deadline, context.stop,
                   [&output](OutputStream stream, const QByteArray &chunk) {
                       if (stream == OutputStream::Standard)
                           output += chunk;
                   });
    return outcome ? Result<QByteArray>(output) : outcome.error();
}

/// What the list does not tell: how the database was made, what is set for it, and to whom it gives rights.
const char *const definitionsScript = R"sh("$1" --create --schema-only --file=- "$2" |
    grep -E '^(CREATE DATABASE |ALTER DATABASE |ALTER ROLE .* IN DATABASE |SET default_tablespace = |GRANT .* TO |REVOKE .* FROM )' |
    awk '!seen[$0]++'; exit 0)sh";

void takeDefinitions(QVariantMap &values, const QByteArray &said)
{
    static const QRegularExpression made(QStringLiteral("^CREATE DATABASE .* ENCODING = '([^']*)'"));
    static const QRegularExpression locale(QStringLiteral(" LOCALE = '([^']*)'"));
    static const QRegularExpression collate(QStringLiteral(" LC_COLLATE = '([^']*)'"));
    static const QRegularExpression type(QStringLiteral(" LC_CTYPE = '([^']*)'"));
    static const QRegularExpression grantee(
        QStringLiteral("(?:TO|FROM) (?:GROUP )?(\"(?:[^\"]|\"\")*\"|[^ ;]+)(?: WITH GRANT OPTION)?;$"));
    static const QRegularExpression provider(QStringLiteral(" LOCALE_PROVIDER = (icu|builtin)"));
    static const QRegularExpression providerLocale(QStringLiteral(" (?:ICU|BUILTIN)_LOCALE = '([^']*)'"));
    static const QRegularExpression tablespace(QStringLiteral("^SET default_tablespace = '?([^';]+)'?;"));
    static const QRegularExpression property(
        QStringLiteral("^(ALTER DATABASE (?!.* OWNER TO |.* IS_TEMPLATE )|ALTER ROLE .* IN DATABASE |(GRANT|REVOKE) .* "
                       "ON DATABASE ).*;$"));
    QStringList grantees;
    QStringList tablespaces;
    QStringList properties;
    for (const QString &line : QString::fromUtf8(said).split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        if (property.match(line).hasMatch())
            properties << line;
        if (const auto match = made.match(line); match.hasMatch()) {
            const QString both = locale.match(line).captured(1);
            values.insert(key("encoding"), match.captured(1));
            if (const auto provided = provider.match(line); provided.hasMatch()) {
                values.insert(key("provider"), provided.captured(1));
                values.insert(key("providerLocale"), providerLocale.match(line).captured(1));
            }
            values.insert(key("collate"), both.isEmpty() ? collate.match(line).captured(1) : both);
            values.insert(key("characterType"), both.isEmpty() ? type.match(line).captured(1) : both);
        } else if (const auto space = tablespace.match(line); space.hasMatch()) {
            tablespaces << space.captured(1);
        } else if (const auto given = grantee.match(line);
                   given.hasMatch() && !line.startsWith(QLatin1String("ALTER "))) {
            QString role = given.captured(1);
            if (role.startsWith(QLatin1Char('"')))
                role = role.mid(1).chopped(1).replace(QLatin1String("\"\""), QLatin1String("\""));
            grantees << role;
        }
    }
    grantees.removeDuplicates();
    grantees.removeAll(key("PUBLIC"));
    values.insert(key("grantees"), grantees);
    values.insert(key("tablespaces"), tablespaces);
    values.insert(key("properties"), properties);
}

Result<QVariantMap> lookAtContents(ProbeContext &context)
{
    const RestoreParts parts = RestoreParts::of(context.situation);
    if (!parts.isArchive() || parts.programs.isEmpty())
        return QVariantMap{};
    const Result<QByteArray> listing =
        allOutput(context, parts, {parts.program("pg_restore"), key("--list"), key("--verbose"), parts.path});
    if (!listing)
        return Error{.code = ErrorCode::Invalid,
                     .message = Tr::tr("pg_restore cannot read %1.").arg(parts.path),
                     .detail = listing.error().detail,
                     .hint = Tr::tr("It is damaged, cut off, or by a newer pg_dump than the programs here.")};
    const Result<DumpContents> contents = parseDumpContents(*listing);
    if (!contents)
        return contents.error();
    const auto kept = std::make_shared<const DumpContents>(*contents);
    QVariantMap values{{key("contents"), QVariant::fromValue(DumpContentsPtr(kept))},
                       {key("database"), contents->database},
                       {key("serverVersion"), contents->serverVersion},
                       {key("serverMajor"), contents->serverMajor}};
    for (const DumpEntry &entry : contents->entries)
        if (entry.kind == QLatin1String("DATABASE"))
            values.insert(key("owner"), entry.owner);
    const Result<QByteArray> said = allOutput(
        context, parts,
        {key("sh"), key("-c"), QLatin1String(definitionsScript), key("sh"), parts.program("pg_restore"), parts.path});
    if (!said)
        return said.error();
    takeDefinitions(values, *said);
    return values;
}

Result<QVariantMap> lookAtTarget(ProbeContext &context)
{
    const RestoreParts parts = RestoreParts::of(context.situation);
    if (parts.isNew || parts.isGlobals() || parts.database.isEmpty())
        return QVariantMap{};
    Result<Connection> session = context.connect(parts.target);
    if (!session)
        return session.error();
    const Result<ResultSet> rows =
        session->query(QString::fromLatin1(presentQuery), {}, context.deadline, context.stop);
    const Result<ResultSet> rights =
        rows ? session->query(QString::fromLatin1(rightsQuery), {}, context.deadline, context.stop) : rows.error();
    if (!rights)
        return rights.error();
    return QVariantMap{{key("present"), firstColumn(*rows)},
                       {key("mayCreate"), rights->text(0, 0).value_or(QString())},
                       {key("sessions"), rights->text(0, 1).value_or(QString())}};
}

Result<QVariantMap> lookAtSpace(ProbeContext &context)
{
    const RestoreParts parts = RestoreParts::of(context.situation);
    const auto host = context.hosts.find(parts.hostId);
    if (!host)
        return host.error();
    const Result<SpaceStatus> space =
        (*host)->space(context.situation.value(key("layout"), key("dataDirectory")).toString(), context.deadline);
    const Result<CommandOutcome> size = runChecked(
        **host,
        {.argv = {key("sh"), key("-c"),
                  key("find \"$1\" -type f -exec wc -c {} \\; | awk '{ all += $1 } END { printf \"%.0f\", all }'"),
                  key("sh"), parts.path},
         .asUser = parts.owner},
        context.deadline, context.stop);
    if (!space || !size)
        return space ? size.error() : space.error();
    return QVariantMap{{key("freeBytes"), space->freeBytes}, {key("dumpBytes"), size->output.toLongLong()}};
}

Result<QVariantMap> tryLogin(ProbeContext &context)
{
    const RestoreParts parts = RestoreParts::of(context.situation);
    return tryDatabaseLogin(context, {.hostId = parts.hostId, .owner = parts.owner, .binDirectory = parts.programs},
                            parts.server);
}

Probe layoutWithDumps()
{
    Probe probe = layoutProbe(key("layout"), restoredNode);
    probe.look = [look = probe.look](ProbeContext &context) -> Result<QVariantMap> {
        Result<QVariantMap> values = look(context);
        if (values)
            values->insert(key("dumps"), suggestBackups(restoredNode(context.situation)));
        return values;
    };
    return probe;
}

} // namespace

QList<Probe> restoreProbes()
{
    return {layoutWithDumps(),
            {.id = key("server"), .look = lookAtServer},
            {.id = key("file"), .look = lookAtDump},
            {.id = key("programs"), .look = lookAtPrograms},
            {.id = key("contents"), .look = lookAtContents},
            {.id = key("target"), .look = lookAtTarget},
            {.id = key("space"), .look = lookAtSpace},
            {.id = key("login"), .look = tryLogin}};
}

} // namespace howdah::library
