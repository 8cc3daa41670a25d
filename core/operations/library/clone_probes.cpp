#include "core/operations/library/clone_parts.h"
#include "core/operations/library/judging.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Clone)
};

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

const NodeState *sourceOf(const Situation &situation)
{
    return situation.node(situation.argument(key("source")));
}

Error noSource()
{
    return {.code = ErrorCode::NotFound, .message = Tr::tr("No source node is named.")};
}

/// Settings are read from pg_settings, where a row is missing when the role may not see it; current_setting() would be
/// an error.
const char *const sourceQuery = R"(
WITH setting AS (SELECT name, setting FROM pg_settings),
     me AS (SELECT rolsuper OR rolreplication AS replicates, rolsuper FROM pg_roles WHERE rolname = current_user),
     given AS (SELECT name, current_setting(name) AS value,
                      name <> 'password_encryption'
                      AND name || ' ' || current_setting(name) ~* 'passw|secret|passphrase|access_key' AS secret
                 FROM pg_settings
                WHERE source = 'command line' AND context <> 'internal'
                  AND name NOT IN ('data_directory', 'config_file', 'hba_file', 'ident_file', 'external_pid_file',
                                   'port', 'cluster_name', 'listen_addresses', 'unix_socket_directories',
                                   'primary_conninfo', 'primary_slot_name'))
SELECT current_user AS "user",
       pg_is_in_recovery() AS "inRecovery",
       (SELECT replicates FROM me) AS "mayReplicate",
       (SELECT rolsuper FROM me) AS "superuser",
       (SELECT setting FROM setting WHERE name = 'wal_level') AS "walLevel",
       (SELECT setting FROM setting WHERE name = 'max_wal_senders') AS "maxWalSenders",
       (SELECT count(*) FROM pg_stat_replication) AS "walSenders",
       (SELECT setting FROM setting WHERE name = 'max_replication_slots') AS "maxSlots",
       (SELECT count(*) FROM pg_replication_slots) AS "slots",
       (SELECT count(*) FROM pg_replication_slots WHERE slot_name = $1) AS "slotTaken",
       (SELECT count(*) FROM pg_stat_replication WHERE application_name = $2) AS "titleTaken",
       (SELECT setting FROM setting WHERE name = 'max_slot_wal_keep_size') AS "slotKeep",
       CASE WHEN pg_has_role(current_user, 'pg_read_all_stats', 'USAGE')
            THEN (SELECT sum(pg_tablespace_size(oid)) FROM pg_tablespace) END AS "dataBytes",
       CASE WHEN pg_has_role(current_user, 'pg_monitor', 'USAGE') THEN (SELECT sum(size) FROM pg_ls_waldir())
            ELSE (SELECT setting::bigint * 1048576 FROM setting WHERE name = 'max_wal_size') END AS "walBytes",
       (SELECT string_agg(spcname, ', ') FROM pg_tablespace WHERE spcname NOT IN ('pg_default', 'pg_global')) AS "tablespaces",
       (SELECT count(*) FROM pg_stat_progress_basebackup) AS "backups",
       (SELECT setting FROM setting WHERE name = 'listen_addresses') AS "listen_addresses",
       (SELECT setting FROM setting WHERE name = 'unix_socket_directories') AS "unix_socket_directories",
       (SELECT json_object_agg(name, value) FROM given WHERE NOT secret) AS "commandLine",
       (SELECT string_agg(name, ', ' ORDER BY name) FROM given WHERE secret) AS "commandLineSecrets")";

Result<QVariantMap> lookAtSource(ProbeContext &context)
{
    const NodeState *source = sourceOf(context.situation);
    if (!source)
        return noSource();
    Result<Connection> session = context.connect(serverOf(*source));
    if (!session)
        return session.error();
    const Result<ResultSet> row =
        session->query(QString::fromLatin1(sourceQuery),
                       {context.situation.argument(key("slot")), plainName(context.situation.argument(key("name")))},
                       context.deadline, context.stop);
    if (!row)
        return row.error();
    QVariantMap values;
    for (int column = 0; column < row->columns(); ++column)
        if (const auto text = row->text(0, column))
            values.insert(row->columnName(column), *text);
    for (const char *flag : {"inRecovery", "mayReplicate", "superuser"})
        values.insert(key(flag), row->boolean(0, flag).value_or(false));
    values.insert(
        key("commandLine"),
        QJsonDocument::fromJson(values.value(key("commandLine")).toString().toUtf8()).object().toVariantMap());
    values.insert(key("host"), session->host());
    values.insert(key("port"), session->port());
    return values;
}

Result<QVariantMap> lookAtBinaries(ProbeContext &context)
{
    const NodeState *source = sourceOf(context.situation);
    const QString hostId = context.situation.value(key("layout"), key("hostId")).toString();
    const auto host = context.hosts.find(hostId);
    if (!source || !source->lastAnswer || !host)
        return noSource();
    const int major = source->lastAnswer->version.major();
    const Result<QList<PostgresBinaries>> found = findPostgresBinaries(**host, context.deadline);
    if (!found)
        return found.error();
    const QString own = context.situation.value(key("layout"), key("binDirectory")).toString();
    const PostgresBinaries *best = nullptr;
    for (const PostgresBinaries &binaries : *found) {
        if (binaries.major != major)
            continue;
        const bool complete = binaries.hasBaseBackup && binaries.hasVerifyBackup;
        if (!best || binaries.directory == own || (complete && !(best->hasBaseBackup && best->hasVerifyBackup)))
            best = &binaries;
        if (complete && binaries.directory == own)
            break;
    }
    if (!best)
        return Error{.code = ErrorCode::NotFound,
                     .message = Tr::tr("There are no programs of PostgreSQL %1 on this host.").arg(major),
                     .hint = Tr::tr("Install the server and client packages of PostgreSQL %1.").arg(major)};
    return QVariantMap{{key("directory"), best->directory},
                       {key("major"), best->major},
                       {key("hasBaseBackup"), best->hasBaseBackup},
                       {key("hasVerifyBackup"), best->hasVerifyBackup}};
}

/// As the base backup and later the standby will log in.
Result<QVariantMap> tryLogin(ProbeContext &context)
{
    const CloneParts parts = CloneParts::of(context.situation);
    const ServerPlace place{.hostId = parts.hostId, .owner = parts.owner, .binDirectory = parts.binDirectory};
    return tryReplicationLogin(context, place, parts.source.node, parts.sourceInfo);
}

/// A free port to suggest, above those of the cluster's nodes; and whether the chosen one is free.
Result<QVariantMap> lookAtPorts(ProbeContext &context)
{
    const CloneParts parts = CloneParts::of(context.situation);
    const auto host = context.hosts.find(parts.hostId);
    if (!host)
        return host.error();
    int highest = 0;
    for (const NodeState &node : context.situation.snapshot->nodes)
        highest = std::max(highest, node.definition.connInfo.port().toInt());
    constexpr int usual = 5432;
    constexpr int tries = 100;
    QVariantMap values;
    const int first = highest > 0 ? highest + 1 : usual + 1;
    for (int port = first; port < first + tries && port <= 65535; ++port) {
        const Result<bool> free = (*host)->portIsFree(port, context.deadline);
        if (!free)
            return free.error();
        if (*free) {
            values.insert(key("suggested"), port);
            break;
        }
    }
    if (parts.port > 0) {
        const Result<bool> free = (*host)->portIsFree(parts.port, context.deadline);
        if (!free)
            return free.error();
        values.insert(key("free"), *free);
    } else {
        values.insert(key("free"), values.contains(key("suggested")));
    }
    return values;
}

/// Configuration that the source keeps outside its data directory does not come with a base backup. Its files may hold
/// passwords, so only the places are looked up, never what is written there: whatever is known here is put on record.
/// What names the source's own places stays behind.
Result<QVariantMap> lookAtConfiguration(ProbeContext &context)
{
    const QString dataDirectory = context.situation.value(key("layout"), key("dataDirectory")).toString();
    const QString configFile = context.situation.value(key("layout"), key("configFile")).toString();
    const NodeState *source = sourceOf(context.situation);
    if (!source)
        return noSource();
    if (parentOf(configFile) == dataDirectory)
        return QVariantMap{};
    Result<Connection> session = context.connect(serverOf(*source));
    if (!session)
        return session.error();
    const Result<ResultSet> rows = session->query(
        QStringLiteral("SELECT name, sourcefile, sourceline FROM pg_file_settings"
                       " WHERE applied AND sourcefile NOT LIKE '%/postgresql.auto.conf'"
                       " AND name NOT IN ('data_directory', 'hba_file', 'ident_file', 'external_pid_file',"
                       " 'stats_temp_directory', 'primary_conninfo', 'primary_slot_name') ORDER BY seqno"),
        {}, context.deadline, context.stop);
    const Result<ResultSet> places =
        session->query(QStringLiteral("SELECT current_setting('hba_file'), current_setting('ident_file')"), {},
                       context.deadline, context.stop);
    if (!rows || !places)
        return rows ? places.error() : rows.error();
    QStringList files;
    QStringList lines;
    for (int row = 0; row < rows->rows(); ++row) {
        const QString file = rows->text(row, 1).value_or(QString());
        if (!files.contains(file))
            files.append(file);
        lines.append(QStringLiteral("%1:%2:%3")
                         .arg(files.indexOf(file) + 1)
                         .arg(rows->text(row, 2).value_or(QString()), rows->text(row, 0).value_or(QString())));
    }
    return QVariantMap{{key("configFile"), configFile},
                       {key("settingFiles"), files},
                       {key("settingLines"), lines},
                       {key("hbaFile"), places->text(0, 0).value_or(QString())},
                       {key("identFile"), places->text(0, 1).value_or(QString())}};
}

} // namespace

QList<Probe> cloneProbes()
{
    return {{.id = key("source"), .look = lookAtSource},
            layoutProbe(key("layout"), sourceOf),
            {.id = key("binaries"), .look = lookAtBinaries},
            {.id = key("login"), .look = tryLogin},
            {.id = key("port"), .look = lookAtPorts},
            {.id = key("target"), .look = lookAtCloneTarget},
            {.id = key("configuration"), .look = lookAtConfiguration},
            managersProbe()};
}

} // namespace howdah::library
