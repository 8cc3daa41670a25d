#include "core/cluster/sample_query.h"

namespace howdah {

namespace {

/// Names that PostgreSQL 10 changed, and the columns that each version brought.
struct Dialect
{
    explicit Dialect(const ServerVersion &version)
        : since10(version.atLeast(10))
        , since11(version.atLeast(11))
        , since12(version.atLeast(12))
        , since13(version.atLeast(13))
        , since14(version.atLeast(14))
        , since16(version.atLeast(16))
    {
    }
    bool since10, since11, since12, since13, since14, since16;

    [[nodiscard]] QString wal() const { return since10 ? QStringLiteral("wal") : QStringLiteral("xlog"); }
    [[nodiscard]] QString lsn() const { return since10 ? QStringLiteral("lsn") : QStringLiteral("location"); }
    [[nodiscard]] QString may(const char *role) const
    {
        return since10 ? QStringLiteral("pg_has_role(current_user, '%1', 'USAGE')").arg(QLatin1String(role))
                       : QStringLiteral("(SELECT rolsuper FROM pg_roles WHERE rolname = current_user)");
    }
};

QString milliseconds(const QString &moment)
{
    return QStringLiteral("(extract(epoch FROM %1) * 1000)::bigint").arg(moment);
}

// Positions and 64-bit numbers travel as text: a JSON number is exact only up to 2^53.
QString senders(const Dialect &dialect)
{
    const QString lsn = dialect.lsn();
    QString fields = QStringLiteral("'pid', pid, 'application', application_name, 'address', host(client_addr), "
                                    "'state', state, 'sync', sync_state, 'sent', sent_%1::text, 'written', "
                                    "write_%1::text, 'flushed', flush_%1::text, 'replayed', replay_%1::text")
                         .arg(lsn);
    if (dialect.since10)
        fields += QStringLiteral(", 'writeMs', %1::text, 'flushMs', %2::text, 'replayMs', %3::text")
                      .arg(milliseconds(QStringLiteral("write_lag")), milliseconds(QStringLiteral("flush_lag")),
                           milliseconds(QStringLiteral("replay_lag")));
    if (dialect.since12)
        fields += QStringLiteral(", 'replyAt', %1::text").arg(milliseconds(QStringLiteral("reply_time")));
    return QStringLiteral("(SELECT json_agg(json_build_object(%1)) FROM pg_stat_replication)").arg(fields);
}

QString slotRows(const Dialect &dialect)
{
    QString fields = QStringLiteral("'name', slot_name, 'type', slot_type, 'database', database, 'active', active, "
                                    "'pid', active_pid, 'restart', restart_lsn::text");
    if (dialect.since13)
        fields += QStringLiteral(", 'walStatus', wal_status, 'safe', safe_wal_size::text");
    return QStringLiteral("(SELECT json_agg(json_build_object(%1)) FROM pg_replication_slots)").arg(fields);
}

QString receiver(const Dialect &dialect)
{
    QString fields = QStringLiteral("'status', status, 'slot', slot_name, 'timeline', received_tli, 'messageAt', "
                                    "%1::text, 'conninfo', conninfo")
                         .arg(milliseconds(QStringLiteral("last_msg_receipt_time")));
    fields += dialect.since13 ? QStringLiteral(", 'written', written_lsn::text, 'flushed', flushed_lsn::text")
                              : QStringLiteral(", 'flushed', received_lsn::text");
    if (dialect.since11)
        fields += QStringLiteral(", 'host', sender_host, 'port', sender_port");
    return QStringLiteral("(SELECT json_build_object(%1) FROM pg_stat_wal_receiver)").arg(fields);
}

QString replayPause(const Dialect &dialect)
{
    if (dialect.since14)
        return QStringLiteral("pg_get_wal_replay_pause_state()");
    return QStringLiteral("CASE WHEN pg_is_%1_replay_paused() THEN 'paused' ELSE 'not paused' END").arg(dialect.wal());
}

// CASE inside the sum, not around it: PostgreSQL computes aggregates before it looks at a CASE around them.
QString databaseBytes(const Dialect &dialect)
{
    const QString mayMeasure =
        QStringLiteral("(has_database_privilege(oid, 'CONNECT') OR %1)").arg(dialect.may("pg_read_all_stats"));
    return QStringLiteral(
               "(SELECT CASE WHEN bool_and(%1) THEN sum(CASE WHEN %1 THEN pg_database_size(oid) END)::bigint END "
               "FROM pg_database)")
        .arg(mayMeasure);
}

// Functions that fail on the wrong side of a promotion stand inside a CASE on `recovering`, which is asked once per
// statement.
QStringList positions(const Dialect &dialect)
{
    const QString wal = dialect.wal();
    const QString lsn = dialect.lsn();
    return {
        QStringLiteral("recovering"),
        QStringLiteral("CASE WHEN NOT recovering THEN pg_current_%1_%2()::text END AS current").arg(wal, lsn),
        QStringLiteral("CASE WHEN NOT recovering THEN pg_%1file_name(pg_current_%1_%2()) END AS wal_file")
            .arg(wal, lsn),
        QStringLiteral("CASE WHEN recovering THEN pg_last_%1_receive_%2()::text END AS received").arg(wal, lsn),
        QStringLiteral("CASE WHEN recovering THEN pg_last_%1_replay_%2()::text END AS replayed").arg(wal, lsn),
        QStringLiteral("CASE WHEN recovering THEN %1 END AS pause").arg(replayPause(dialect)),
        QStringLiteral("CASE WHEN recovering THEN %1 END AS last_commit")
            .arg(milliseconds(QStringLiteral("pg_last_xact_replay_timestamp()"))),
        QStringLiteral("CASE WHEN recovering THEN (SELECT min_recovery_end_timeline FROM pg_control_recovery()) END AS "
                       "recovery_timeline"),
        QStringLiteral("CASE WHEN recovering THEN %1 END AS receiver").arg(receiver(dialect)),
    };
}

QStringList identity(const Dialect &dialect)
{
    QStringList columns{
        QStringLiteral("(SELECT system_identifier FROM pg_control_system())::text AS system_identifier"),
        QStringLiteral("%1 AS server_time").arg(milliseconds(QStringLiteral("clock_timestamp()"))),
        QStringLiteral("%1 AS started").arg(milliseconds(QStringLiteral("pg_postmaster_start_time()"))),
        QStringLiteral("host(inet_server_addr()) AS server_address"),
        QStringLiteral("%1 AND %2 AS permitted")
            .arg(dialect.may("pg_read_all_stats"), dialect.may("pg_read_all_settings")),
        // Only those who may read every setting may ask for these two; for others current_setting is an error.
        QStringLiteral("CASE WHEN %1 THEN current_setting('data_directory') END AS data_directory")
            .arg(dialect.may("pg_read_all_settings")),
    };
    if (dialect.since12) {
        columns << QStringLiteral("CASE WHEN %1 THEN current_setting('primary_conninfo') END AS primary_conninfo")
                       .arg(dialect.may("pg_read_all_settings"));
        columns << QStringLiteral("current_setting('primary_slot_name') AS primary_slot");
        columns << QStringLiteral("%1 AS apply_delay")
                       .arg(milliseconds(QStringLiteral("current_setting('recovery_min_apply_delay')::interval")));
    }
    return columns;
}

QStringList settings(const Dialect &dialect)
{
    QString reserved = QStringLiteral("current_setting('superuser_reserved_connections')::int");
    if (dialect.since16)
        reserved += QStringLiteral(" + current_setting('reserved_connections')::int");
    return {
        QStringLiteral("current_setting('port')::int AS port"),
        QStringLiteral("current_setting('cluster_name') AS cluster_name"),
        QStringLiteral("current_setting('synchronous_standby_names') AS synchronous_names"),
        QStringLiteral("current_setting('archive_mode') AS archive_mode"),
        QStringLiteral("current_setting('archive_command') AS archive_command"),
        QStringLiteral("current_setting('archive_library', true) AS archive_library"),
        QStringLiteral("pg_size_bytes(current_setting('wal_segment_size')) AS wal_segment_bytes"),
        QStringLiteral("current_setting('max_connections')::int AS max_connections"),
        QStringLiteral("current_setting('max_wal_senders')::int AS max_wal_senders"),
        reserved + QStringLiteral(" AS reserved_connections"),
    };
}

QString clientBackends(const Dialect &dialect)
{
    const QString which = dialect.since10 ? QStringLiteral(" WHERE backend_type = 'client backend'") : QString();
    return QStringLiteral(
               "CASE WHEN %1 THEN (SELECT count(*) FROM pg_stat_get_activity(NULL)%2) END AS client_backends")
        .arg(dialect.may("pg_read_all_stats"), which);
}

} // namespace

QString sampleQuery(const ServerVersion &version, SampleScope scope)
{
    const Dialect dialect(version);
    QStringList columns = positions(dialect) + identity(dialect) + settings(dialect);
    columns << senders(dialect) + QStringLiteral(" AS senders");
    columns << slotRows(dialect) + QStringLiteral(" AS slots");
    columns << clientBackends(dialect);
    columns << QStringLiteral("archived_count, failed_count, last_failed_wal, last_archived_wal, "
                              "%1 AS last_failed_at, %2 AS last_archived_at")
                   .arg(milliseconds(QStringLiteral("last_failed_time")),
                        milliseconds(QStringLiteral("last_archived_time")));
    if (scope == SampleScope::WithRareValues) {
        columns << databaseBytes(dialect) + QStringLiteral(" AS database_bytes");
        columns << QStringLiteral("(SELECT bool_or(pending_restart) FROM pg_settings) AS restart_pending");
    }
    // OFFSET 0 keeps the planner from asking pg_is_in_recovery() again at each mention.
    return QStringLiteral(
               "SELECT %1 FROM (SELECT pg_is_in_recovery() AS recovering OFFSET 0) AS side, pg_stat_archiver")
        .arg(columns.join(QStringLiteral(", ")));
}

} // namespace howdah
