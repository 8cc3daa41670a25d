#include "core/operations/library/followers.h"

#include "core/base/side_by_side.h"
#include "core/operations/library/judging.h"
#include "core/operations/library/peer_address.h"
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
constexpr Milliseconds releaseTimeout{60000};

QString key(const char *name)
{
    return QString::fromLatin1(name);
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

Judgement judgeFollowerSlots(const QList<Follower> &followers, const QVariantMap &candidate)
{
    const QStringList taken = candidate.value(key("slotsInUse")).toStringList();
    QHash<QString, QString> owners;
    for (const Follower &follower : followers) {
        if (taken.contains(follower.slot))
            return blocked(
                Tr::tr("The slot \"%1\" that %2 would use there is in use, or none for standbys.")
                    .arg(follower.slot, follower.server.node),
                Tr::tr("Give %1 another primary_slot_name, or end what uses that slot.").arg(follower.server.node));
        if (owners.contains(follower.slot))
            return blocked(Tr::tr("%1 and %2 would both use the slot \"%3\".")
                               .arg(owners.value(follower.slot), follower.server.node, follower.slot),
                           Tr::tr("Give one of them another primary_slot_name."));
        owners.insert(follower.slot, follower.server.node);
    }
    return ok(Tr::tr("Each node has a slot of its own."));
}

QList<Action> createSlots(const QList<Follower> &followers, const ServerRef &on)
{
    QStringList names, owners;
    for (const Follower &follower : followers)
        if (follower.slotIsNew) {
            names << follower.slot;
            owners << follower.server.node;
        }
    if (names.isEmpty())
        return {};
    const QString text =
        names.size() == 1 ? Tr::tr("Create the slot \"%1\" for %2") : Tr::tr("Create the slots %1 for %2");
    const QString comma = QStringLiteral(", ");
    return {{.text = text.arg(names.join(comma), owners.join(comma)),
             // One that is there already comes first, and is refused before any was made.
             .what = RunSql{.server = on,
                            .sql = QStringLiteral("SELECT pg_create_physical_replication_slot(name, true) FROM (SELECT"
                                                  " name FROM unnest(string_to_array($1, ',')) AS name ORDER BY name"
                                                  " IN (SELECT slot_name FROM pg_replication_slots) DESC) AS wanted"),
                            .parameters = {names.join(QLatin1Char(','))}}}};
}

QList<Action> putSlotsBack(const QList<Follower> &followers, const ServerRef &on)
{
    QList<Action> actions;
    for (const Follower &follower : followers)
        actions << Action{.text = Tr::tr("Create the slot \"%1\" for %2").arg(follower.slot, follower.server.node),
                          .what = RunSql{.server = on,
                                         .sql = QStringLiteral("SELECT pg_create_physical_replication_slot($1, true)"
                                                               " WHERE NOT EXISTS (SELECT FROM pg_replication_slots"
                                                               " WHERE slot_name = $1)"),
                                         .parameters = {follower.slot}}};
    return actions;
}

QList<Action> dropSlots(const QList<Follower> &followers, const ServerRef &on)
{
    QList<Action> actions;
    for (const Follower &follower : followers)
        if (follower.slotIsNew)
            actions << Action{.text = Tr::tr("Drop the slot \"%1\"").arg(follower.slot),
                              .what = RunSql{.server = on,
                                             .sql = QStringLiteral("SELECT pg_drop_replication_slot(slot_name)"
                                                                   " FROM pg_replication_slots WHERE slot_name = $1"),
                                             .parameters = {follower.slot}}};
    return actions;
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

Action waitUntilReleased(const ServerRef &server, const QString &slot)
{
    return {.text = Tr::tr("Wait until nobody uses the slot \"%1\" on %2").arg(slot, server.node),
            .what = WaitFor{{.text = Tr::tr("nobody uses the slot \"%1\" on %2").arg(slot, server.node),
                             .look = SqlSays{.server = server,
                                             .sql = QStringLiteral("SELECT count(*) FROM pg_replication_slots"
                                                                   " WHERE slot_name = $1 AND active"),
                                             .parameters = {slot},
                                             .expected = QStringLiteral("0")},
                             .timeout = releaseTimeout}},
            .unless = Observation{.text = Tr::tr("%1 does not answer").arg(server.node),
                                  .look = ServerAnswers{server, false},
                                  .timeout = Milliseconds{0}}};
}

QList<Observation> slotsAreThere(const QList<Follower> &followers, const ServerRef &on)
{
    QList<Observation> seen;
    for (const Follower &follower : followers)
        seen << Observation{
            .text = Tr::tr("the slot \"%1\" is on %2").arg(follower.slot, on.node),
            .look = SqlSays{.server = on,
                            .sql = QStringLiteral("SELECT count(*) FROM pg_replication_slots WHERE slot_name = $1"),
                            .parameters = {follower.slot},
                            .expected = QStringLiteral("1")}};
    return seen;
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
