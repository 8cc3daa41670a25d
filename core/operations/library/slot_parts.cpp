#include "core/operations/library/slot_parts.h"
#include "core/base/key.h"
#include "core/base/sizes.h"
#include "core/operations/library/nodes.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Slots)
};

/// Positions travel as text, sizes fit a JSON number well enough to be shown. to_jsonb(): columns that later versions
/// brought.
const char *const slotsQuery = R"(
WITH server AS (SELECT CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_lsn() END AS wal_end)
SELECT json_build_object(
  'inRecovery', pg_is_in_recovery(),
  'version', current_setting('server_version_num')::int / 10000,
  'mayReplicate', (SELECT rolsuper OR rolreplication FROM pg_roles WHERE rolname = current_user),
  'maxSlots', current_setting('max_replication_slots')::int,
  'walLevel', current_setting('wal_level'),
  'keepMegabytes', (SELECT setting::int FROM pg_settings WHERE name = 'max_slot_wal_keep_size'),
  'end', wal_end::text,
  'oldestTransaction', (SELECT coalesce(max(extract(epoch FROM clock_timestamp() - xact_start))::bigint, 0)
                          FROM pg_stat_activity WHERE backend_xid IS NOT NULL),
  'slots', (SELECT json_agg(json_build_object(
              'name', s.slot_name, 'type', s.slot_type, 'plugin', s.plugin, 'database', s.database, 'active', s.active,
              'temporary', s.temporary, 'walStatus', s.wal_status, 'restart', s.restart_lsn::text,
              'confirmed', s.confirmed_flush_lsn::text, 'retained', wal_end - s.restart_lsn,
              'inactiveSince', to_jsonb(s) ->> 'inactive_since',
              'usedBy', (SELECT concat_ws(', ', nullif(a.application_name, ''), a.usename, host(a.client_addr))
                           FROM pg_stat_activity a WHERE a.pid = s.active_pid)) ORDER BY s.slot_name)
              FROM pg_replication_slots s))::text FROM server)";

const NodeState *nodeOf(const Situation &situation)
{
    return situation.node(situation.argument(key("node")));
}

Result<QVariantMap> lookAtSlots(ProbeContext &context)
{
    const NodeState *node = nodeOf(context.situation);
    if (!node)
        return Error{.code = ErrorCode::NotFound, .message = Tr::tr("No node is named.")};
    Result<Connection> session = context.connect(serverOf(*node));
    if (!session)
        return session.error();
    const Result<ResultSet> row = session->query(QString::fromLatin1(slotsQuery), {}, context.deadline, context.stop);
    if (!row)
        return row.error();
    return QJsonDocument::fromJson(row->bytes(0, 0)).object().toVariantMap();
}

SlotFacts slotFrom(const QVariantMap &values)
{
    const auto text = [&](const char *name) { return values.value(key(name)).toString(); };
    SlotFacts slot{.name = text("name"),
                   .type = text("type"),
                   .plugin = text("plugin"),
                   .database = text("database"),
                   .active = values.value(key("active")).toBool(),
                   .temporary = values.value(key("temporary")).toBool(),
                   .usedBy = text("usedBy"),
                   .walStatus = text("walStatus"),
                   .restart = Lsn::parse(text("restart")),
                   .confirmed = Lsn::parse(text("confirmed")),
                   .inactiveSince = text("inactiveSince")};
    if (const QVariant retained = values.value(key("retained")); !retained.isNull())
        slot.retainedBytes = retained.toLongLong();
    return slot;
}

QString slotName(const Situation &situation)
{
    return situation.argument(key("slot"));
}

Judgement judgeRight(const Situation &situation, const Values &)
{
    const SlotServer seen = SlotServer::of(situation);
    return seen.mayReplicate ? ok(Tr::tr("The role may change slots on %1.").arg(seen.server.node))
                             : blocked(Tr::tr("The role may not change slots on %1.").arg(seen.server.node),
                                       Tr::tr("Connect as a superuser or as a role with REPLICATION."));
}

Judgement judgeThere(const Situation &situation, const Values &)
{
    const SlotServer seen = SlotServer::of(situation);
    if (const SlotFacts *slot = seen.slot(slotName(situation)))
        return ok(Tr::tr("\"%1\" on %2: %3.").arg(slot->name, seen.server.node, slotWords(*slot)));
    QStringList names;
    for (const SlotFacts &slot : seen.all)
        names << slot.name;
    return blocked(Tr::tr("There is no slot \"%1\" on %2; its slots are: %3.")
                       .arg(slotName(situation), seen.server.node,
                            names.isEmpty() ? Tr::tr("none") : names.join(QStringLiteral(", "))),
                   Tr::tr("Choose one of them."));
}

Judgement judgeIdle(const Situation &situation, const Values &)
{
    const SlotFacts *slot = nullptr;
    const SlotServer seen = SlotServer::of(situation);
    if (!(slot = seen.slot(slotName(situation))))
        return blocked(Tr::tr("There is no such slot."), Tr::tr("Choose another."));
    if (slot->active)
        return blocked(Tr::tr("\"%1\" is in use by: %2.")
                           .arg(slot->name, slot->usedBy.isEmpty() ? Tr::tr("somebody") : slot->usedBy),
                       Tr::tr("Stop or move what uses it first: a standby with \"Follow another upstream\", a "
                              "subscriber with ALTER SUBSCRIPTION … DISABLE."));
    if (slot->temporary)
        return blocked(Tr::tr("\"%1\" is a temporary slot of a session.").arg(slot->name),
                       Tr::tr("It goes by itself when that session ends."));
    return ok(slot->inactiveSince.isEmpty() ? Tr::tr("Nobody uses it now.")
                                            : Tr::tr("Nobody has used it since %1.").arg(slot->inactiveSince));
}

} // namespace

SlotServer SlotServer::of(const Situation &situation)
{
    SlotServer seen;
    const NodeState *node = nodeOf(situation);
    const Fact *fact = situation.fact(key("slots"));
    if (!node || !fact || fact->error)
        return seen;
    const auto value = [fact](const char *name) { return fact->values.value(key(name)); };
    seen.server = serverOf(*node);
    seen.inRecovery = value("inRecovery").toBool();
    seen.mayReplicate = value("mayReplicate").toBool();
    seen.version = value("version").toInt();
    seen.maxSlots = value("maxSlots").toInt();
    seen.walLevel = value("walLevel").toString();
    const qint64 megabytes = value("keepMegabytes").toLongLong();
    seen.keepBytes = megabytes < 0 ? -1 : megabytes * 1024 * 1024;
    seen.end = Lsn::parse(value("end").toString());
    seen.oldestTransactionSeconds = value("oldestTransaction").toLongLong();
    for (const QVariant &slot : value("slots").toList())
        seen.all << slotFrom(slot.toMap());
    return seen;
}

const SlotFacts *SlotServer::slot(const QString &name) const
{
    for (const SlotFacts &each : all)
        if (each.name == name)
            return &each;
    return nullptr;
}

Probe slotsProbe()
{
    return {.id = key("slots"), .look = lookAtSlots};
}

Param slotNodeParam(const QString &help)
{
    return {.id = key("node"),
            .title = Tr::tr("Node"),
            .help = help,
            .kind = Param::Kind::Node,
            .suggest = [](const Situation &situation) {
                const NodeState *primary = situation.snapshot->primary();
                return primary ? primary->name() : QString();
            }};
}

Param slotParam(const QString &help)
{
    return {.id = key("slot"), .title = Tr::tr("Slot"), .help = help};
}

const NodeState *ownerOf(const Situation &situation, const QString &upstream, const SlotFacts &slot)
{
    if (slot.isLogical())
        return nullptr;
    for (const NodeState &node : situation.snapshot->nodes) {
        const bool streamsHere = node.upstream == upstream || node.upstream.isEmpty();
        if (node.name() != upstream && streamsHere && node.lastRole == NodeRole::Standby && node.lastAnswer &&
            node.lastAnswer->primarySlotName == slot.name)
            return &node;
    }
    return nullptr;
}

QString slotKindWords(const SlotFacts &slot)
{
    return slot.isLogical() ? Tr::tr("logical (%1, database %2)").arg(slot.plugin, slot.database) : Tr::tr("physical");
}

QString slotWords(const SlotFacts &slot)
{
    QStringList words{slotKindWords(slot)};
    if (slot.walStatus == QLatin1String("lost"))
        words << Tr::tr("has lost the WAL it was to keep");
    else if (slot.retainedBytes)
        words << Tr::tr("retains %1 of WAL").arg(prettySize(std::max<qint64>(0, *slot.retainedBytes)));
    else
        words << Tr::tr("retains nothing yet");
    return words.join(QStringLiteral(", "));
}

QList<Check> slotServerChecks()
{
    return {
        lasting(answers(key("node"))), lasting(supportedVersion(key("node"))), noOtherManager(),
        lasting(factCheck(key("right"), Tr::tr("The role has the right"),
                          Tr::tr("Slots are for superusers and roles with REPLICATION."), key("slots"), judgeRight))};
}

QList<Check> idleSlotChecks()
{
    return {factCheck(key("slot"), Tr::tr("The slot is there"), Tr::tr("What it is, and how much WAL it keeps."),
                      key("slots"), judgeThere),
            factCheck(key("idle"), Tr::tr("Nobody uses it"), Tr::tr("The server refuses to change a slot in use."),
                      key("slots"), judgeIdle)};
}

Step idleSlotStep()
{
    return {
        .id = key("idle"),
        .title =
            [](const Situation &situation) { return Tr::tr("See that nobody uses \"%1\"").arg(slotName(situation)); },
        .act = [](const Situation &) { return QList<Action>(); },
        .verify = [](const Situation &situation) -> QList<Observation> {
            const ServerRef server = SlotServer::of(situation).server;
            return {{.text = Tr::tr("nobody uses the slot \"%1\" on %2").arg(slotName(situation), server.node),
                     .look = SqlSays{.server = server,
                                     .sql = key("SELECT count(*) FROM pg_replication_slots"
                                                " WHERE slot_name = $1 AND active"),
                                     .parameters = {slotName(situation)},
                                     .expected = key("0")}}};
        }};
}

ServerRef serverFor(const NodeState &node, const QString &database)
{
    ServerRef server = serverOf(node);
    if (!database.isEmpty())
        server.connInfo = node.definition.connInfo.with(key("dbname"), database).toString();
    return server;
}

} // namespace howdah::library
