#include "core/base/key.h"
#include "core/base/wake_up.h"
#include "core/operations/library/follow_parts.h"
#include "core/operations/library/managers.h"
#include "core/operations/library/peer_address.h"
#include "core/operations/library/replication_login.h"
#include "core/operations/library/synchronous_parts.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Follow)
};

constexpr Milliseconds reachTimeout{5000};
constexpr Milliseconds reachInterval{100};

/// primary_conninfo may hold a password: then it is not read, and a check refuses.
const char *const settingsQuery = R"(
SELECT json_build_object(
  'inRecovery', pg_is_in_recovery(),
  'sources', (SELECT json_object_agg(name, source) FROM pg_settings WHERE name IN ('primary_conninfo', 'primary_slot_name')),
  'fileErrors', (SELECT string_agg(DISTINCT coalesce(name || ': ', '') || error, '; ') FROM pg_file_settings
                  WHERE error IS NOT NULL AND error <> 'setting could not be applied'),
  'written', (SELECT json_object_agg(name, setting) FROM (SELECT DISTINCT ON (name) name, setting FROM pg_file_settings
               WHERE sourcefile LIKE '%/postgresql.auto.conf' AND name IN ('primary_conninfo', 'primary_slot_name')
               ORDER BY name, seqno DESC) AS last))::text)";

/// $1: the slot it will use there. $2: the standby's timeline, for where that was left.
const char *const upstreamQuery = R"(
SELECT json_build_object(
  'inRecovery', pg_is_in_recovery(),
  'slots', (SELECT string_agg(slot_name, ',') FROM pg_replication_slots),
  'slotsInUse', (SELECT string_agg(slot_name, ',') FROM pg_replication_slots
                  WHERE active OR temporary OR slot_type <> 'physical'),
  'slotLost', EXISTS (SELECT FROM pg_replication_slots WHERE slot_name = $1 AND wal_status = 'lost'),
  'slotCount', (SELECT count(*) FROM pg_replication_slots),
  'maxSlots', current_setting('max_replication_slots')::int,
  'senders', (SELECT count(*) FROM pg_stat_replication),
  'maxSenders', current_setting('max_wal_senders')::int,
  'receives', EXISTS (SELECT FROM pg_stat_wal_receiver WHERE status = 'streaming'),
  'segmentBytes', (SELECT setting FROM pg_settings WHERE name = 'wal_segment_size'),
  'oldestWal', (SELECT min(substr(name, 9)) FROM pg_ls_waldir() WHERE name ~ '^[0-9A-F]{24}$'),
  'history', (SELECT pg_read_file('pg_wal/' || name, 0, 1048576) FROM pg_ls_waldir()
               WHERE name = upper(lpad(to_hex($2::bigint), 8, '0')) || '.history' LIMIT 1))::text)";

const char *const reachedQuery = R"(
SELECT CASE WHEN pg_is_in_recovery() THEN greatest(pg_last_wal_receive_lsn(), pg_last_wal_replay_lsn())
            ELSE pg_current_wal_flush_lsn() END AS wal_end,
       CASE WHEN pg_is_in_recovery() THEN greatest(pg_last_wal_receive_lsn(), pg_last_wal_replay_lsn())
            ELSE pg_current_wal_flush_lsn() END >= $1::pg_lsn)";

const NodeState *nodeOf(const Situation &situation)
{
    return situation.node(situation.argument(key("node")));
}
const NodeState *upstreamOf(const Situation &situation)
{
    return situation.node(situation.argument(key("upstream")));
}

Result<QVariantMap> jsonRow(Connection &session, const char *query, const QList<SqlParameter> &parameters,
                            const ProbeContext &context)
{
    const Result<ResultSet> row = session.query(QString::fromLatin1(query), parameters, context.deadline, context.stop);
    if (!row)
        return row.error();
    return QJsonDocument::fromJson(row->bytes(0, 0)).object().toVariantMap();
}

Result<QVariantMap> lookAtSettings(ProbeContext &context)
{
    const NodeState *node = nodeOf(context.situation);
    if (!node)
        return Error{.code = ErrorCode::NotFound, .message = Tr::tr("No standby is named.")};
    Result<Connection> session = context.connect(serverOf(*node));
    if (!session)
        return session.error();
    Result<QVariantMap> values = jsonRow(*session, settingsQuery, {}, context);
    if (!values)
        return values;
    QVariantMap written = values->value(key("written")).toMap();
    const Result<ConnInfo> info = ConnInfo::parse(written.value(key("primary_conninfo")).toString());
    if (!info || !info->password().isEmpty() || !info->keyPassword().isEmpty()) {
        values->insert(key("hasPassword"), true);
        written.remove(key("primary_conninfo"));
    }
    values->insert(key("written"), written);
    return values;
}

/// Both may be a moment apart on the same stream, so the upstream gets a few seconds to have what the standby had.
Result<QVariantMap> waitUntilReached(Connection &session, const Lsn &position, const ProbeContext &context)
{
    const Deadline deadline = context.deadline.cappedAt(reachTimeout);
    while (true) {
        const Result<ResultSet> row =
            session.query(QString::fromLatin1(reachedQuery), {position.toString()}, context.deadline, context.stop);
        if (!row)
            return row.error();
        const bool reached = row->boolean(0, 1).value_or(false);
        if (reached || deadline.expired() || !sleepUnlessStopped(reachInterval, context.stop))
            return QVariantMap{{key("reached"), reached}, {key("end"), row->text(0, 0).value_or(QString())}};
    }
}

Result<QVariantMap> lookAtUpstream(ProbeContext &context)
{
    const NodeState *node = nodeOf(context.situation);
    const NodeState *upstream = upstreamOf(context.situation);
    if (!node || !upstream || !node->sample)
        return Error{.code = ErrorCode::NotFound, .message = Tr::tr("No upstream is named.")};
    Result<Connection> session = context.connect(serverOf(*upstream));
    if (!session)
        return session.error();
    const Lsn position = std::max(node->sample->received, node->sample->replayed).value_or(Lsn());
    const Result<QVariantMap> reached = waitUntilReached(*session, position, context);
    if (!reached)
        return reached;
    const QString slot = FollowParts::of(context.situation).follower.slot;
    Result<QVariantMap> values = jsonRow(*session, upstreamQuery, {slot, QString::number(upstream->timeline)}, context);
    const Result<PeerAddress> address = peerAddressOf(context, *upstream, *session);
    if (!values || !address)
        return values ? address.error() : values.error();
    values->insert(*reached);
    values->insert(key("needs"), position.toString());
    for (const char *list : {"slots", "slotsInUse"})
        values->insert(key(list), values->value(key(list)).toString().split(QLatin1Char(','), Qt::SkipEmptyParts));
    values->insert(key("host"), address->host);
    values->insert(key("port"), address->port);
    return values;
}

Result<QVariantMap> tryLogin(ProbeContext &context)
{
    const FollowParts parts = FollowParts::of(context.situation);
    const Fact *layout = context.situation.fact(key("layout"));
    if (!parts.node || !parts.upstream || !layout || layout->error)
        return QVariantMap{{key("tried"), false}};
    const Result<ConnInfo> info = ConnInfo::parse(parts.follower.primaryConnInfo);
    if (!info)
        return info.error();
    Result<QVariantMap> values = tryReplicationLogin(context, ServerPlace::fromFact(context.situation, key("layout")),
                                                     parts.upstreamServer.node, *info);
    if (values)
        values->insert(key("tried"), true);
    return values;
}

} // namespace

QList<Probe> followProbes()
{
    return QList<Probe>{standbysProbe(),
                        layoutProbe(key("layout"), nodeOf),
                        {.id = key("settings"), .look = lookAtSettings},
                        {.id = key("upstream"), .look = lookAtUpstream},
                        {.id = key("login"), .look = tryLogin},
                        managersProbe(ManagedChange::Follow)} +
           synchronousProbes();
}

} // namespace howdah::library
