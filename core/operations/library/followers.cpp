#include "core/operations/library/followers.h"
#include "core/base/key.h"

#include "core/base/side_by_side.h"
#include "core/operations/library/peer_address.h"
#include "core/operations/library/standby_limits.h"
#include "core/pg/synchronous_standbys.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Followers)
};

constexpr Milliseconds followTimeout{120000};
constexpr Milliseconds candidateTimeout{10000};

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
       (SELECT string_agg(slot_name, ',') FROM pg_replication_slots
         WHERE active OR temporary OR slot_type <> 'physical') AS "slotsInUse",
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
    for (const char *name : {"slots", "slotsInUse"})
        values.insert(key(name), row.text(0, name).value_or(QString()).split(QLatin1Char(','), Qt::SkipEmptyParts));
    // The password stays where it is: only whether there is one goes further.
    if (const Result<ConnInfo> info = ConnInfo::parse(row.text(0, "conninfo").value_or(QString()))) {
        values.insert(key("primaryConnInfo"), info->toString());
        values.insert(key("hasPassword"), !info->password().isEmpty() || !info->keyPassword().isEmpty());
    }
    return values;
}

/// Empty when it could not be asked.
QVariantMap lookAtStandby(ProbeContext &context, const NodeState &node)
{
    if (node.role != NodeRole::Standby || !answersNow(node))
        return {};
    Result<Connection> session = context.connect(serverOf(node));
    if (!session)
        return {};
    const Result<ResultSet> row = session->query(QString::fromLatin1(standbyQuery), {}, context.deadline, context.stop);
    const Result<PeerAddress> address = row ? peerAddressOf(context, node, *session) : row.error();
    if (!address)
        return {};
    QVariantMap values = standbyValues(*row);
    if (values.value(key("paused")).toBool())
        values.insert(key("lowerLimits"), lowerLimits(context, node, *session));
    values.insert(key("host"), address->host);
    values.insert(key("port"), address->port);
    return values;
}

Result<QVariantMap> lookAtStandbys(ProbeContext &context)
{
    const QList<NodeState> &nodes = context.situation.snapshot->nodes;
    std::vector<QVariantMap> seen(static_cast<size_t>(nodes.size()));
    sideBySide(nodes.size(),
               [&](qsizetype node) { seen[static_cast<size_t>(node)] = lookAtStandby(context, nodes.at(node)); });
    QVariantMap all;
    for (qsizetype node = 0; node < nodes.size(); ++node)
        if (const QVariantMap &values = seen[static_cast<size_t>(node)]; !values.isEmpty())
            all.insert(nodes.at(node).name(), values);
    return all;
}

} // namespace

bool answersNow(const NodeState &node)
{
    return node.sample && !node.sample->failure;
}

Probe standbysProbe()
{
    return {.id = key("standbys"), .look = lookAtStandbys, .after = QStringList()};
}

QString obstacleToFollowing(const QVariantMap &seen)
{
    if (seen.isEmpty())
        return Tr::tr("it could not be asked");
    if (!seen.value(key("superuser")).toBool())
        return Tr::tr("Howdah's role is no superuser there, so it may not change primary_conninfo");
    if (seen.value(key("hasPassword")).toBool())
        return Tr::tr("its primary_conninfo holds a password, which Howdah does not read or copy; use a passfile");
    return {};
}

Follower followerOf(const NodeState &node, const QVariantMap &seen, const QVariantMap &upstream)
{
    const QString current = seen.value(key("primaryConnInfo")).toString();
    const Result<ConnInfo> parsed = ConnInfo::parse(current);
    const QString own = parsed ? parsed->value(key("application_name")) : QString();
    const QString slot = seen.value(key("slotName")).toString();
    Follower follower{.server = serverOf(node),
                      .slot = slot.isEmpty() ? slotNameFor(node.name()) : slot,
                      .primaryConnInfo = connInfoTo(upstream, current, own.isEmpty() ? plainName(node.name()) : own)};
    follower.slotIsNew = !upstream.value(key("slots")).toStringList().contains(follower.slot);
    return follower;
}

QString connInfoTo(const QVariantMap &upstream, const QString &conninfo, const QString &applicationName)
{
    ConnInfo info;
    if (const Result<ConnInfo> parsed = ConnInfo::parse(conninfo))
        info = *parsed;
    info.set(key("hostaddr"), QString());
    info.set(key("host"), upstream.value(key("host")).toString());
    info.set(key("port"), upstream.value(key("port")).toString());
    info.set(key("application_name"), applicationName);
    return info.toString();
}

Followers followersOf(const Situation &situation, const NodeState &candidate, const NodeState *oldPrimary)
{
    Followers followers;
    const auto standby = [&](const QString &name) { return situation.value(key("standbys"), name).toMap(); };
    for (const NodeState &node : situation.snapshot->nodes) {
        if (&node == &candidate || &node == oldPrimary || node.upstream == candidate.name())
            continue;
        const bool followsAnother = !node.upstream.isEmpty() && oldPrimary && node.upstream != oldPrimary->name();
        if (!answersNow(node))
            followers.leftBehind << Tr::tr("%1 does not answer").arg(node.name());
        else if (node.role != NodeRole::Standby || followsAnother)
            continue;
        else if (const QString reason = obstacleToFollowing(standby(node.name())); !reason.isEmpty())
            followers.leftBehind << Tr::tr("%1: %2").arg(node.name(), reason);
        else
            followers.list << followerOf(node, standby(node.name()), standby(candidate.name()));
    }
    return followers;
}

SynchronousNeed synchronousNeed(const QString &names, const QStringList &present)
{
    const auto standbys = SynchronousStandbys::parse(names).value_or(SynchronousStandbys());
    return {standbys.count, standbys.countedOf(present)};
}

Action nobodyTookOver(const ServerRef &candidate)
{
    return {.text = Tr::tr("Make sure that %1 has not become the primary meanwhile").arg(candidate.node),
            .what = WaitFor{{.text = Tr::tr("%1 still is a standby").arg(candidate.node),
                             .look = SqlSays{.server = candidate,
                                             .sql = QStringLiteral("SELECT pg_is_in_recovery()"),
                                             .parameters = {},
                                             .expected = QStringLiteral("t")},
                             .timeout = candidateTimeout}},
            .unless = Observation{.text = Tr::tr("%1 does not answer").arg(candidate.node),
                                  .look = ServerAnswers{candidate, false},
                                  .timeout = Milliseconds{0}}};
}

QList<Action> pointAt(const Follower &follower, const QString &primary)
{
    // ALTER SYSTEM takes no bound parameters, and each must be a statement of its own.
    const auto set = [&follower](const QString &name, const QString &value) {
        return RunSql{.server = follower.server,
                      .sql = QStringLiteral("ALTER SYSTEM SET %1 = %2").arg(name, sqlLiteral(value))};
    };
    return {{.text = Tr::tr("Point %1 at %2").arg(follower.server.node, primary),
             .what = set(QStringLiteral("primary_conninfo"), follower.primaryConnInfo)},
            {.text = Tr::tr("Let %1 use the slot \"%2\"").arg(follower.server.node, follower.slot),
             .what = set(QStringLiteral("primary_slot_name"), follower.slot)},
            {.text = Tr::tr("Reload the configuration of %1").arg(follower.server.node),
             .what = RunSql{.server = follower.server, .sql = QStringLiteral("SELECT pg_reload_conf()")}}};
}

QList<Action> pointAllAt(const QList<Follower> &followers, const QString &primary)
{
    QList<QList<Action>> lanes;
    for (const Follower &follower : followers)
        lanes << pointAt(follower, primary);
    if (lanes.size() < 2)
        return lanes.value(0);
    return {{.text = Tr::tr("Point all of them at %1 at the same time").arg(primary), .what = Together{lanes}}};
}

QList<Observation> streamFrom(const QList<Follower> &followers, const ServerRef &upstream)
{
    QList<Observation> seen;
    for (const Follower &follower : followers)
        seen << Observation{.text = Tr::tr("%1 streams from %2").arg(follower.server.node, upstream.node),
                            .look = SqlSays{.server = upstream,
                                            .sql = QStringLiteral("SELECT count(*) FROM pg_replication_slots s"
                                                                  " JOIN pg_stat_replication r ON r.pid = s.active_pid"
                                                                  " WHERE s.slot_name = $1 AND r.state = 'streaming'"),
                                            .parameters = {follower.slot},
                                            .expected = QStringLiteral("1")},
                            .timeout = followTimeout};
    return seen;
}

} // namespace howdah::library
