#include "core/base/key.h"
#include "core/operations/library/clone_parts.h"
#include "core/operations/library/judging.h"
#include "core/operations/library/peer_address.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Clone)
};

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
       (SELECT json_object_agg(slot_name, slot_type || CASE WHEN active THEN ' active' ELSE '' END)
          FROM pg_replication_slots) AS "slotKinds",
       (SELECT count(*) FROM pg_stat_replication WHERE application_name = $1) AS "titleTaken",
       (SELECT setting FROM setting WHERE name = 'max_slot_wal_keep_size') AS "slotKeep",
       (SELECT setting FROM setting WHERE name = 'recovery_init_sync_method') AS "initSync",
       CASE WHEN pg_has_role(current_user, 'pg_read_all_stats', 'USAGE')
            THEN (SELECT sum(pg_tablespace_size(oid)) FROM pg_tablespace) END AS "dataBytes",
       CASE WHEN pg_has_role(current_user, 'pg_monitor', 'USAGE') THEN (SELECT sum(size) FROM pg_ls_waldir())
            ELSE (SELECT setting::bigint * 1048576 FROM setting WHERE name = 'max_wal_size') END AS "walBytes",
       (SELECT json_agg(json_build_object('name', spcname, 'location', location, 'bytes',
                CASE WHEN pg_has_role(current_user, 'pg_read_all_stats', 'USAGE') THEN pg_tablespace_size(oid) END)
                ORDER BY spcname)
          FROM (SELECT oid, spcname, pg_tablespace_location(oid) AS location FROM pg_tablespace) t
         WHERE location LIKE '/%') AS "tablespaces",
       (SELECT count(*) FROM pg_stat_progress_basebackup) AS "backups",
       substring(version() FROM ' on ([^-]+)-') AS "architecture",
       (SELECT string_agg(DISTINCT locale, ',')
          FROM (SELECT datcollate::text AS locale FROM pg_database UNION SELECT datctype FROM pg_database) l
         WHERE locale NOT IN ('C', 'POSIX')) AS "locales",
       (SELECT pg_collation_actual_version(oid) FROM pg_collation
         WHERE collprovider = 'c' AND collname NOT IN ('C', 'POSIX', 'ucs_basic') LIMIT 1) AS "glibc",
       (SELECT setting FROM setting WHERE name = 'shared_preload_libraries') AS "libraries",
       (SELECT setting FROM setting WHERE name = 'port') AS "serverPort",
       (SELECT setting FROM setting WHERE name = 'listen_addresses') AS "listen_addresses",
       (SELECT setting FROM setting WHERE name = 'unix_socket_directories') AS "unix_socket_directories",
       (SELECT json_object_agg(name, value) FROM given WHERE NOT secret) AS "commandLine",
       (SELECT string_agg(name, ', ' ORDER BY name) FROM given WHERE secret) AS "commandLineSecrets")";

/// Settings that a standby may not have lower than its primary: those that the files have lower than what is in force.
const char *const loweredQuery = R"(
SELECT string_agg(format('%s = %s (%s)', s.name, written, s.setting), ', ' ORDER BY s.name),
       (SELECT setting FROM pg_config WHERE name = 'CONFIGURE')
  FROM pg_settings s,
       LATERAL (SELECT coalesce((SELECT f.setting FROM pg_file_settings f WHERE lower(f.name) = s.name
                                 ORDER BY seqno DESC LIMIT 1), s.boot_val) AS written) w
 WHERE s.name IN ('max_connections', 'max_worker_processes', 'max_wal_senders', 'max_prepared_transactions',
                  'max_locks_per_transaction')
   AND s.source <> 'command line' AND written ~ '^[0-9]{1,9}$' AND written::int < s.setting::int)";

Result<QVariantMap> lookAtSource(ProbeContext &context)
{
    const NodeState *source = sourceOf(context.situation);
    if (!source)
        return noSource();
    Result<Connection> session = context.connect(serverOf(*source));
    if (!session)
        return session.error();
    const Result<ResultSet> row =
        session->query(QString::fromLatin1(sourceQuery), {plainName(context.situation.argument(key("name")))},
                       context.deadline, context.stop);
    if (!row)
        return row.error();
    QVariantMap values;
    for (int column = 0; column < row->columns(); ++column)
        if (const auto text = row->text(0, column))
            values.insert(row->columnName(column), *text);
    for (const char *flag : {"inRecovery", "mayReplicate", "superuser"})
        values.insert(key(flag), row->boolean(0, flag).value_or(false));
    const auto json = [&](const char *name) {
        return QJsonDocument::fromJson(values.value(key(name)).toString().toUtf8());
    };
    const QVariantMap slotKinds = json("slotKinds").object().toVariantMap();
    values.insert(key("commandLine"), json("commandLine").object().toVariantMap());
    values.insert(key("tablespaces"), json("tablespaces").array().toVariantList());
    values.insert(key("slotKinds"), slotKinds);
    values.insert(key("slotNames"), QStringList(slotKinds.keys()));
    if (values.value(key("superuser")).toBool()) {
        // What an ordinary role may not read.
        const Result<ResultSet> lowered =
            session->query(QString::fromLatin1(loweredQuery), {}, context.deadline, context.stop);
        if (!lowered)
            return lowered.error();
        values.insert(key("lowered"), lowered->text(0, 0).value_or(QString()));
        values.insert(key("built"), lowered->text(0, 1).value_or(QString()));
    }
    const Result<PeerAddress> address = isForNewContainer(context.situation)
                                            ? addressInNetwork(context, *source, *session)
                                            : addressAsReached(*source, *session);
    if (!address)
        return address.error();
    values.insert(key("host"), address->host);
    values.insert(key("port"), address->port);
    return values;
}

/// As the base backup and later the standby will log in.
Result<QVariantMap> tryLogin(ProbeContext &context)
{
    const CloneParts parts = CloneParts::of(context.situation);
    const ServerPlace place{.hostId = parts.hostToLookAt(), .owner = parts.owner, .binDirectory = parts.binDirectory};
    return tryReplicationLogin(context, place, parts.source.node, parts.sourceInfo);
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
    const bool comesWithTheCopy = parentOf(configFile) == dataDirectory;
    if (comesWithTheCopy && !debianRegistration(context.situation).isWanted())
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
    const auto target = [](ProbeContext &context) {
        const CloneParts parts = CloneParts::of(context.situation);
        return lookAtDirectory(context, parts, parts.target);
    };
    return {{.id = key("source"), .look = lookAtSource},
            layoutProbe(key("layout"), sourceOf),
            {.id = key("container"), .look = lookAtContainer},
            {.id = key("host"), .look = lookAtCloneHost},
            {.id = key("binaries"), .look = lookAtCloneBinaries},
            {.id = key("login"), .look = tryLogin},
            {.id = key("port"), .look = lookAtClonePorts},
            {.id = key("target"), .look = target},
            {.id = key("tablespaces"), .look = lookAtTablespaces},
            {.id = key("registration"), .look = lookAtRegistration},
            {.id = key("configuration"), .look = lookAtConfiguration},
            managersProbe()};
}

} // namespace howdah::library
