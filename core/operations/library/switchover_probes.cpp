#include "core/base/key.h"
#include "core/operations/library/host_pace.h"
#include "core/operations/library/judging.h"
#include "core/operations/library/managers.h"
#include "core/operations/library/replication_login.h"
#include "core/operations/library/service_manager.h"
#include "core/operations/library/switchover_parts.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Switchover)
};

/// One row for either end. $1, $2: slot and application_name of the candidate's walsender on the primary. Pending
/// .ready files are counted in the directory because pg_stat_archiver does not know them.
const char *const serverQuery = R"(
WITH setting AS (SELECT name, setting, pending_restart FROM pg_settings),
     sender AS (SELECT r.*, s.slot_name, s.slot_type, s.slot_name = $1 OR r.application_name = $2 AS candidate,
                       pg_current_wal_lsn() - r.sent_lsn AS unsent, pg_current_wal_lsn() - r.replay_lsn AS unreplayed
                  FROM pg_stat_replication r LEFT JOIN pg_replication_slots s ON s.active_pid = r.pid
                 WHERE NOT pg_is_in_recovery()),
     own AS (SELECT * FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid())
SELECT json_build_object(
  'inRecovery', pg_is_in_recovery(),
  'superuser', (SELECT rolsuper FROM pg_roles WHERE rolname = current_user),
  'candidateState', (SELECT state FROM sender WHERE candidate LIMIT 1),
  'lagBytes', (SELECT unreplayed FROM sender WHERE candidate LIMIT 1),
  'laggingSenders', (SELECT string_agg(application_name || ' (' || pg_size_pretty(unsent) || ')', ', ') FROM sender
                      WHERE NOT candidate AND unsent > 16777216),
  'otherReceivers', (SELECT string_agg(application_name, ', ') FROM sender
                      WHERE NOT candidate AND (slot_type = 'logical' OR application_name = 'pg_receivewal')),
  'oldestQuerySeconds', (SELECT coalesce(max(extract(epoch FROM clock_timestamp() - query_start))::bigint, 0) FROM own
                          WHERE state = 'active'),
  'oldestTransactionSeconds', (SELECT coalesce(max(extract(epoch FROM clock_timestamp() - xact_start))::bigint, 0) FROM own),
  'prepared', (SELECT count(*) FROM pg_prepared_xacts),
  'backups', (SELECT count(*) FROM pg_stat_progress_basebackup),
  'settings', (SELECT json_object_agg(name, setting::int) FROM setting WHERE name IN ('max_connections',
               'max_worker_processes', 'max_wal_senders', 'max_prepared_transactions', 'max_locks_per_transaction')),
  'fileErrors', (SELECT string_agg(DISTINCT coalesce(name || ': ', '') || error, '; ') FROM pg_file_settings
                  WHERE error IS NOT NULL AND error <> 'setting could not be applied'),
  'pendingRestart', (SELECT string_agg(name, ', ') FROM setting WHERE pending_restart),
  'archiveMode', (SELECT setting FROM setting WHERE name = 'archive_mode'),
  'archiving', (SELECT string_agg(name || ' = ' || setting, '; ' ORDER BY name) FROM setting
                 WHERE name IN ('archive_mode', 'archive_command', 'archive_library')),
  'archiveFails', (SELECT coalesce(last_failed_time > coalesce(last_archived_time, '-infinity'), false) FROM pg_stat_archiver),
  'archiveBacklog', (SELECT count(*) FROM pg_ls_archive_statusdir() WHERE name LIKE '%.ready'),
  'logicalSlots', (SELECT string_agg(slot_name, ', ') FROM pg_replication_slots s
                    WHERE slot_type = 'logical' AND coalesce(to_jsonb(s) ->> 'failover', 'false') = 'false'),
  'physicalSlots', (SELECT json_agg(slot_name) FROM pg_replication_slots WHERE slot_type = 'physical'),
  'libraries', (SELECT setting FROM setting WHERE name = 'shared_preload_libraries'),
  'collations', (SELECT string_agg(name, ', ') FROM (
      SELECT quote_ident(collname) AS name FROM pg_collation
       WHERE collversion IS DISTINCT FROM pg_collation_actual_version(oid) AND collversion IS NOT NULL
      UNION ALL SELECT datname || ' (' || coalesce(to_jsonb(d) ->> 'datcollversion', '') || ')' FROM pg_database d
       WHERE to_jsonb(d) ->> 'datcollversion' IS DISTINCT FROM %1 AND to_jsonb(d) ->> 'datcollversion' IS NOT NULL) c),
  'rules', (SELECT md5(string_agg(r::text, E'\n')) FROM (SELECT type, database, user_name, address, netmask,
             auth_method, options FROM pg_hba_file_rules ORDER BY line_number) r),
  'hints', current_setting('wal_log_hints') = 'on' OR current_setting('data_checksums') = 'on',
  'readOnly', (SELECT setting FROM setting WHERE name = 'default_transaction_read_only') = 'on')::text)";

Result<QVariantMap> lookAtServer(ProbeContext &context, const NodeState *node)
{
    if (!node)
        return Error{.code = ErrorCode::NotFound, .message = Tr::tr("There is no primary that answers.")};
    Result<Connection> session = context.connect(serverOf(*node));
    if (!session)
        return session.error();
    const SwitchoverParts parts = SwitchoverParts::of(context.situation);
    // A function of 15; before that a database's version is not known.
    constexpr ServerVersion databaseVersions(150000);
    const QString actual = session->serverVersion() < databaseVersions
                               ? QStringLiteral("to_jsonb(d) ->> 'datcollversion'")
                               : QStringLiteral("pg_database_collation_actual_version(d.oid)");
    const Result<ResultSet> row =
        session->query(QString::fromLatin1(serverQuery).replace(QLatin1String("%1"), actual),
                       {parts.candidateSlot, parts.candidateTitle}, context.deadline, context.stop);
    if (!row)
        return row.error();
    return QJsonDocument::fromJson(row->bytes(0, 0)).object().toVariantMap();
}

/// Extensions, with their versions, that some database has and the candidate's machine has not. Beyond `most` databases
/// one does not look.
Result<QVariantMap> lookAtLibraries(ProbeContext &context)
{
    constexpr int most = 50;
    const NodeState *primary = context.situation.snapshot->primary();
    const NodeState *candidate = context.situation.node(context.situation.argument(key("to")));
    if (!primary || !candidate)
        return QVariantMap{};
    Result<Connection> there = context.connect(serverOf(*candidate));
    if (!there)
        return there.error();
    const Result<ResultSet> databases = there->query(
        QStringLiteral("SELECT datname FROM pg_database WHERE datallowconn ORDER BY datname LIMIT %1").arg(most), {},
        context.deadline, context.stop);
    if (!databases)
        return databases.error();
    QStringList missing;
    for (int row = 0; row < databases->rows(); ++row) {
        const QString name = databases->text(row, 0).value_or(QString());
        ServerRef server = serverOf(*candidate);
        if (const Result<ConnInfo> info = ConnInfo::parse(server.connInfo))
            server.connInfo = info->with(key("dbname"), name).toString();
        Result<Connection> session = context.connect(server);
        if (!session)
            continue;
        // What the catalogue says is the primary's; what is available is of this machine.
        const Result<ResultSet> seen = session->query(
            QStringLiteral("SELECT string_agg(e.extname || ' ' || e.extversion, ', ') FROM pg_extension e"
                           " WHERE NOT EXISTS (SELECT FROM pg_available_extension_versions a"
                           " WHERE a.name = e.extname AND a.version = e.extversion)"),
            {}, context.deadline, context.stop);
        if (seen && !seen->isNull(0, 0))
            missing << Tr::tr("%1 in %2").arg(*seen->text(0, 0), name);
    }
    return QVariantMap{{key("missing"), missing}};
}

/// As the old primary will log in on the candidate once it is its standby.
Result<QVariantMap> tryWayBack(ProbeContext &context)
{
    const SwitchoverParts parts = SwitchoverParts::of(context.situation);
    if (parts.followers.isEmpty())
        return Error{.code = ErrorCode::NotFound, .message = Tr::tr("There is no primary that answers.")};
    const Follower &self = parts.followers.first();
    const Result<ConnInfo> info = ConnInfo::parse(self.primaryConnInfo);
    if (!info)
        return info.error();
    return tryReplicationLogin(context, parts.place, parts.candidateServer.node, *info);
}

/// The very look by which its end is seen: some installations carry no pg_controldata.
Result<QVariantMap> lookAtControlFile(ProbeContext &context)
{
    const SwitchoverParts parts = SwitchoverParts::of(context.situation);
    const auto host = context.hosts.find(parts.place.hostId);
    if (!host)
        return host.error();
    const Result<CommandOutcome> outcome = runChecked(**host, parts.controlData(), context.deadline, context.stop);
    if (!outcome)
        return outcome.error();
    return QVariantMap{{key("inProduction"), outcome->output.contains(" in production\n")}};
}

Result<QVariantMap> lookAtSpace(ProbeContext &context)
{
    const NodeState *node = context.situation.node(context.situation.argument(key("to")));
    if (!node || node->definition.hostId.isEmpty())
        return QVariantMap{};
    const auto host = context.hosts.find(node->definition.hostId);
    if (!host)
        return host.error();
    const Result<SpaceStatus> space = (*host)->space(dataDirectoryOf(*node), context.deadline);
    return space ? Result<QVariantMap>(QVariantMap{{key("freeBytes"), space->freeBytes}}) : space.error();
}

} // namespace

QList<Probe> switchoverProbes()
{
    const auto primary = [](const Situation &situation) { return situation.snapshot->primary(); };
    const auto candidate = [](const Situation &situation) { return situation.node(situation.argument(key("to"))); };
    const auto server = [](const char *id, auto node) {
        return Probe{.id = key(id),
                     .look = [node](ProbeContext &context) { return lookAtServer(context, node(context.situation)); },
                     .after = QStringList{key("standbys")}};
    };
    return {standbysProbe(),
            after({}, layoutProbe(key("layout"), primary)),
            after({}, layoutProbe(key("candidate-layout"), candidate)),
            after({key("layout")}, goodFor(surroundingsLast, serviceProbe(key("layout")))),
            after({}, {.id = key("libraries"), .look = lookAtLibraries}),
            server("primary", primary),
            server("candidate", candidate),
            after({key("layout")}, {.id = key("control-file"), .look = lookAtControlFile}),
            after({key("standbys"), key("layout")}, {.id = key("way-back"), .look = tryWayBack}),
            after({}, {.id = key("space"), .look = lookAtSpace}),
            hostPaceProbe(key("layout")),
            managersProbe(ManagedChange::Switchover)};
}

} // namespace howdah::library
