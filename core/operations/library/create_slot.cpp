#include "core/base/key.h"
#include "core/base/sizes.h"
#include "core/operations/library/library.h"
#include "core/operations/library/nodes.h"
#include "core/operations/library/own_slots.h"
#include "core/operations/library/slot_parts.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::CreateSlot)
};

bool isLogical(const Situation &situation)
{
    return situation.argument(key("type")) == QLatin1String("logical");
}

QString nameOf(const Situation &situation)
{
    return situation.argument(key("name"));
}

/// Where a logical slot is made; the connection's own database for a physical one.
ServerRef serverOf(const Situation &situation)
{
    const NodeState *node = situation.node(situation.argument(key("node")));
    return serverFor(*node, isLogical(situation) ? situation.argument(key("database")) : QString());
}

QString objectionToName(const QString &value, const Situation &)
{
    static const QRegularExpression name(key("\\A[a-z0-9_]{1,63}\\z"));
    return name.match(value).hasMatch()
               ? QString()
               : Tr::tr("A slot's name has 1 to 63 lower-case letters, digits and underscores.");
}

Judgement judgeFree(const Situation &situation, const Values &)
{
    const SlotServer seen = SlotServer::of(situation);
    const SlotFacts *slot = seen.slot(nameOf(situation));
    return slot ? blocked(Tr::tr("\"%1\" is there already: %2.").arg(slot->name, slotWords(*slot)),
                          Tr::tr("Choose another name."))
                : ok(Tr::tr("No slot on %1 is called \"%2\".").arg(seen.server.node, nameOf(situation)));
}

Judgement judgeRoom(const Situation &situation, const Values &)
{
    const SlotServer seen = SlotServer::of(situation);
    const QString observed = Tr::tr("%1 of %2 slots are taken on %3 (max_replication_slots).")
                                 .arg(seen.all.size())
                                 .arg(seen.maxSlots)
                                 .arg(seen.server.node);
    return seen.all.size() < seen.maxSlots
               ? ok(observed)
               : blocked(observed, Tr::tr("Drop one that nobody needs, or raise the limit and restart it."));
}

Judgement judgeKind(const Situation &situation, const Values &)
{
    const SlotServer seen = SlotServer::of(situation);
    const QString observed = Tr::tr("wal_level is \"%1\" on %2.").arg(seen.walLevel, seen.server.node);
    if (!isLogical(situation))
        return seen.walLevel == QLatin1String("minimal")
                   ? blocked(observed, Tr::tr("Set wal_level to \"replica\" and restart it."))
                   : ok(observed);
    if (seen.walLevel != QLatin1String("logical"))
        return blocked(observed, Tr::tr("Set wal_level to \"logical\" and restart it."));
    constexpr int decodesOnStandby = 16;
    return seen.inRecovery && seen.version < decodesOnStandby
               ? blocked(Tr::tr("%1 is a standby of PostgreSQL %2.").arg(seen.server.node).arg(seen.version),
                         Tr::tr("Create it on the primary: standbys have logical slots from PostgreSQL 16 on."))
               : ok(observed);
}

Judgement judgeRisk(const Situation &situation, const Values &)
{
    const SlotServer seen = SlotServer::of(situation);
    if (seen.keepBytes >= 0)
        return ok(Tr::tr("max_slot_wal_keep_size is %1 on %2: a slot that falls further behind is given up.")
                      .arg(prettySize(seen.keepBytes), seen.server.node));
    return warning(Tr::tr("max_slot_wal_keep_size sets no limit on %1.").arg(seen.server.node),
                   Tr::tr("A slot that nobody uses keeps WAL until the disk is full: set a limit, or see that it is "
                          "used."));
}

Judgement judgeTransactions(const Situation &situation, const Values &)
{
    constexpr qint64 patienceSeconds = 30;
    const qint64 oldest = SlotServer::of(situation).oldestTransactionSeconds;
    const QString observed = Tr::tr("The oldest writing transaction is %1 old.").arg(prettyDuration(oldest * 1000));
    return !isLogical(situation) || oldest < patienceSeconds
               ? ok(observed)
               : warning(observed,
                         Tr::tr("A logical slot is ready only when all transactions that run now have ended."));
}

OwnSlots ownSlot(const Situation &situation)
{
    return {serverOf(situation), {nameOf(situation)}, situation.operationId};
}

Step settleStep()
{
    return {.id = key("settle"),
            .title = [](const Situation &) { return Tr::tr("Tidy up"); },
            .act = [](const Situation &situation) { return QList<Action>{ownSlot(situation).takeSignAway()}; },
            .undo = [](const Situation &situation) { return QList<Action>{ownSlot(situation).putSignBack()}; }};
}

Step createStep()
{
    return {
        .id = key("create"),
        .title = [](const Situation &situation) { return Tr::tr("Create the slot \"%1\"").arg(nameOf(situation)); },
        .act = [](const Situation &situation) -> QList<Action> {
            const QString text =
                Tr::tr("Create the slot \"%1\" on %2").arg(nameOf(situation), serverOf(situation).node);
            return {isLogical(situation)
                        ? ownSlot(situation).make(text, key("pg_create_logical_replication_slot(name, $3)"),
                                                  {situation.argument(key("plugin"))})
                        : ownSlot(situation).make(text, key("pg_create_physical_replication_slot(name, $3::boolean)"),
                                                  {situation.argument(key("reserve"))})};
        },
        .undo = [](const Situation &situation) -> QList<Action> {
            const OwnSlots own = ownSlot(situation);
            return QList<Action>{own.waitUntilReleased()} +
                   own.drop(Tr::tr("Drop the slot \"%1\"").arg(nameOf(situation)));
        },
        .verify = [](const Situation &situation) -> QList<Observation> {
            return ownSlot(situation).areThere() +
                   QList<Observation>{
                       {.text = Tr::tr("the slot \"%1\" is on %2").arg(nameOf(situation), serverOf(situation).node),
                        .look =
                            SqlSays{.server = serverOf(situation),
                                    .sql = key("SELECT count(*) FROM pg_replication_slots WHERE slot_name = $1"
                                               " AND slot_type = $2 AND coalesce(plugin, '') = $3"
                                               " AND (restart_lsn IS NOT NULL OR NOT $4::boolean)"),
                                    .parameters = {nameOf(situation), situation.argument(key("type")),
                                                   isLogical(situation) ? situation.argument(key("plugin")) : QString(),
                                                   situation.argument(key("reserve"))},
                                    .expected = key("1")}}};
        }};
}

QList<Param> params()
{
    const auto always = [](const char *value) { return [text = key(value)](const Situation &) { return text; }; };
    return {slotNodeParam(Tr::tr("The node that is to keep WAL for somebody.")),
            {.id = key("name"),
             .title = Tr::tr("Name"),
             .help = Tr::tr("Lower-case letters, digits and underscores."),
             .objection = objectionToName},
            {.id = key("type"),
             .title = Tr::tr("Kind"),
             .help = Tr::tr("Physical for a standby or pg_receivewal, logical for a subscriber."),
             .kind = Param::Kind::Choice,
             .options = {{key("physical"), Tr::tr("Physical")}, {key("logical"), Tr::tr("Logical")}},
             .suggest = always("physical")},
            {.id = key("reserve"),
             .title = Tr::tr("Keep WAL from now on"),
             .help = Tr::tr("Of a physical slot: otherwise it begins with its first user."),
             .kind = Param::Kind::Boolean,
             .suggest = always("true")},
            {.id = key("plugin"),
             .title = Tr::tr("Output plugin"),
             .help = Tr::tr("Of a logical slot."),
             .advanced = true,
             .suggest = always("pgoutput")},
            {.id = key("database"),
             .title = Tr::tr("Database"),
             .help = Tr::tr("Of a logical slot: its changes are sent."),
             .advanced = true,
             .suggest = [](const Situation &situation) {
                 const NodeState *node = situation.node(situation.argument(key("node")));
                 const QString own = node ? node->definition.connInfo.database() : QString();
                 return own.isEmpty() ? key("postgres") : own;
             }}};
}

QStringList consequencesOf(const Situation &situation)
{
    const SlotServer seen = SlotServer::of(situation);
    return {seen.keepBytes < 0
                ? Tr::tr("%1 keeps all WAL that the user of \"%2\" has not received, however much it becomes.")
                      .arg(seen.server.node, nameOf(situation))
                : Tr::tr("%1 keeps up to %3 of WAL that the user of \"%2\" has not received.")
                      .arg(seen.server.node, nameOf(situation), prettySize(seen.keepBytes))};
}

} // namespace

Operation createSlot()
{
    const auto of = [](const char *id, const QString &title, const QString &why,
                       Judgement (*judge)(const Situation &, const Values &)) {
        return factCheck(key(id), title, why, key("slots"), judge);
    };
    return {.id = key("create-slot"),
            .title = Tr::tr("Create a replication slot"),
            .summary = Tr::tr("Makes a node keep its WAL for a standby or a subscriber until that has received it."),
            .icon = key("plus"),
            .group = OperationGroup::Slots,
            .params = params(),
            .probes = {slotsProbe(), managersProbe()},
            .checks =
                slotServerChecks() +
                QList<Check>{of("free", Tr::tr("The name is free"),
                                Tr::tr("A slot's name is its own in the whole server."), judgeFree),
                             of("room", Tr::tr("A slot is free"),
                                Tr::tr("Their number is limited at the start "
                                       "of the server."),
                                judgeRoom),
                             of("kind", Tr::tr("The server writes what is needed"),
                                Tr::tr("What stands in the WAL is decided by wal_level."), judgeKind),
                             of("transactions", Tr::tr("No long transaction is waited for"),
                                Tr::tr("A logical slot begins where no transaction is under way."), judgeTransactions),
                             of("risk", Tr::tr("The disk is safe from it"),
                                Tr::tr("A slot keeps WAL for a user that may never come back."), judgeRisk)},
            .steps = {createStep(), settleStep()},
            .consequences = consequencesOf,
            .next = [](const Situation &situation) -> QStringList {
                return {isLogical(situation)
                            ? Tr::tr("Name it in the subscription: WITH (slot_name = '%1', create_slot = false).")
                                  .arg(nameOf(situation))
                            : Tr::tr("Name it in the standby's primary_slot_name, or with pg_receivewal --slot=%1.")
                                  .arg(nameOf(situation))};
            }};
}

} // namespace howdah::library
