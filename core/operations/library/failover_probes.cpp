#include "core/operations/library/failover_parts.h"
#include "core/operations/library/judging.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Failover)
};

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

/// Right now and not from a sample: a primary that only was slow must not lose its role.
Result<QVariantMap> tryOldPrimary(ProbeContext &context)
{
    const NodeState *old = oldPrimaryOf(context.situation);
    if (!old)
        return QVariantMap{{key("known"), false}, {key("answers"), false}};
    QVariantMap values{{key("known"), true}, {key("name"), old->name()}};
    Result<Connection> session = context.connect(serverOf(*old));
    if (!session) {
        const Error &error = session.error();
        values.insert(key("answers"), error.code != ErrorCode::Unreachable && error.code != ErrorCode::TimedOut);
        values.insert(key("says"), error.message);
        return values;
    }
    values.insert(key("answers"), true);
    const Result<ResultSet> row =
        session->query(QStringLiteral("SELECT pg_is_in_recovery()"), {}, context.deadline, context.stop);
    values.insert(key("says"), !row                                 ? row.error().message
                               : row->boolean(0, 0).value_or(false) ? Tr::tr("It answers as a standby.")
                                                                    : Tr::tr("It answers as primary."));
    return values;
}

const char *const standbyQuery = R"(
SELECT pg_is_in_recovery() AS "inRecovery",
       coalesce(greatest(pg_last_wal_receive_lsn(), pg_last_wal_replay_lsn())::text, '') AS "received",
       pg_is_wal_replay_paused() AS "paused",
       (SELECT setting FROM pg_settings WHERE name = 'primary_conninfo') AS "conninfo",
       (SELECT setting FROM pg_settings WHERE name = 'primary_slot_name') AS "slotName",
       (SELECT setting::bigint FROM pg_settings WHERE name = 'recovery_min_apply_delay') AS "delayMs",
       (SELECT setting FROM pg_settings WHERE name = 'synchronous_standby_names') AS "synchronousNames",
       (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AS "superuser",
       has_function_privilege('pg_promote(boolean, integer)', 'EXECUTE') AS "mayPromote",
       EXISTS (SELECT FROM pg_roles WHERE rolname = 'pg_checkpoint' AND pg_has_role(current_user, oid, 'USAGE')) AS "mayCheckpoint",
       (SELECT string_agg(slot_name, ',') FROM pg_replication_slots) AS "slots",
       (SELECT count(*) FROM pg_replication_slots) AS "slotCount",
       (SELECT setting::int FROM pg_settings WHERE name = 'max_replication_slots') AS "maxSlots")";

QVariantMap standbyValues(const ResultSet &row)
{
    QVariantMap values;
    for (const char *name : {"received", "slotName", "synchronousNames"})
        values.insert(key(name), row.text(0, name).value_or(QString()));
    for (const char *name : {"inRecovery", "paused", "superuser", "mayPromote", "mayCheckpoint"})
        values.insert(key(name), row.boolean(0, name).value_or(false));
    for (const char *name : {"delayMs", "slotCount", "maxSlots"})
        values.insert(key(name), row.integer(0, name).value_or(0));
    if (values.value(key("superuser")).toBool())
        values.insert(key("mayCheckpoint"), true);
    values.insert(key("slots"), row.text(0, "slots").value_or(QString()).split(QLatin1Char(','), Qt::SkipEmptyParts));
    // The password stays where it is: only whether there is one goes further.
    if (const Result<ConnInfo> info = ConnInfo::parse(row.text(0, "conninfo").value_or(QString()))) {
        values.insert(key("primaryConnInfo"), info->toString());
        values.insert(key("hasPassword"), !info->password().isEmpty());
    }
    return values;
}

Result<QVariantMap> lookAtStandbys(ProbeContext &context)
{
    QVariantMap all;
    for (const NodeState &node : context.situation.snapshot->nodes) {
        if (node.role != NodeRole::Standby || !answersNow(node))
            continue;
        Result<Connection> session = context.connect(serverOf(node));
        if (!session)
            continue;
        const Result<ResultSet> row =
            session->query(QString::fromLatin1(standbyQuery), {}, context.deadline, context.stop);
        if (!row)
            continue;
        QVariantMap values = standbyValues(*row);
        values.insert(key("host"), session->host());
        values.insert(key("port"), session->port());
        all.insert(node.name(), values);
    }
    return all;
}

} // namespace

QList<Probe> failoverProbes()
{
    return {{.id = key("old-primary"), .look = tryOldPrimary},
            layoutProbe(key("old-layout"), oldPrimaryOf),
            {.id = key("standbys"), .look = lookAtStandbys},
            managersProbe()};
}

} // namespace howdah::library
