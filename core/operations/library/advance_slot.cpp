#include "core/base/key.h"
#include "core/base/sizes.h"
#include "core/operations/library/library.h"
#include "core/operations/library/nodes.h"
#include "core/operations/library/slot_parts.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::AdvanceSlot)
};

constexpr Milliseconds decodingTimeout{600000}; ///< a logical slot reads all WAL on the way

QString nameOf(const Situation &situation)
{
    return situation.argument(key("slot"));
}

SlotFacts slotOf(const Situation &situation)
{
    const SlotServer seen = SlotServer::of(situation);
    const SlotFacts *slot = seen.slot(nameOf(situation));
    return slot ? *slot : SlotFacts{.name = nameOf(situation)};
}

Lsn target(const Situation &situation)
{
    return Lsn::parse(situation.argument(key("to"))).value_or(Lsn());
}

ServerRef serverOf(const Situation &situation)
{
    return serverFor(*situation.node(situation.argument(key("node"))), slotOf(situation).database);
}

Judgement judgeWay(const Situation &situation, const Values &)
{
    const SlotServer seen = SlotServer::of(situation);
    const SlotFacts slot = slotOf(situation);
    const std::optional<Lsn> from = slot.position();
    if (slot.walStatus == QLatin1String("lost") || !from || !slot.restart)
        return blocked(Tr::tr("\"%1\" has no position: %2.").arg(slot.name, slotWords(slot)),
                       Tr::tr("Drop it and create it anew."));
    const QString observed =
        Tr::tr("It stands at %1; the WAL of %2 ends at %3.")
            .arg(from->toString(), seen.server.node, seen.end ? seen.end->toString() : Tr::tr("an unknown place"));
    if (target(situation) <= *from)
        return blocked(observed, Tr::tr("Choose a later position: a slot never goes back."));
    if (!seen.end || target(situation) > *seen.end)
        return blocked(observed, Tr::tr("Choose a position that the server has reached."));
    constexpr int advancesOnStandby = 16;
    if (slot.isLogical() && seen.inRecovery && seen.version < advancesOnStandby)
        return blocked(observed, Tr::tr("A logical slot is advanced on the primary."));
    return ok(observed);
}

Judgement judgeOwner(const Situation &situation, const Values &)
{
    const SlotFacts slot = slotOf(situation);
    if (slot.isLogical())
        return warning(
            Tr::tr("It is a logical slot of the database %1 (%2).").arg(slot.database, slot.plugin),
            Tr::tr("Its subscriber never gets the changes in between; do this only to leave something out on "
                   "purpose."));
    const NodeState *owner = ownerOf(situation, situation.argument(key("node")), slot);
    if (!owner)
        return ok(Tr::tr("No node on record is set to use it."));
    const NodeSamplePtr &known = owner->lastAnswer;
    const std::optional<Lsn> has = std::max(known->received, known->replayed);
    const QString observed = has ? Tr::tr("%1 is set to use it, and had received up to %2 when it last answered.")
                                       .arg(owner->name(), has->toString())
                                 : Tr::tr("%1 is set to use it; what it has received is not known.").arg(owner->name());
    if (has && *has >= target(situation))
        return ok(observed);
    return blocked(observed, Tr::tr("It would lack the WAL up to there and have to be cloned anew. Choose a position "
                                    "that it has reached."));
}

Step advanceStep()
{
    return {.id = key("advance"),
            .title =
                [](const Situation &situation) {
                    return Tr::tr("Advance the slot \"%1\" to %2").arg(nameOf(situation), target(situation).toString());
                },
            .act = [](const Situation &situation) -> QList<Action> {
                return {{.text = Tr::tr("Advance the slot \"%1\" on %2")
                                     .arg(nameOf(situation), situation.argument(key("node"))),
                         .what = RunSql{.server = serverOf(situation),
                                        .sql = key("SELECT pg_replication_slot_advance(slot_name, $2::pg_lsn)"
                                                   " FROM pg_replication_slots WHERE slot_name = $1 AND NOT active"
                                                   " AND coalesce(confirmed_flush_lsn, restart_lsn) < $2::pg_lsn"),
                                        .parameters = {nameOf(situation), target(situation).toString()},
                                        .timeout = decodingTimeout}}};
            },
            .verify = [](const Situation &situation) -> QList<Observation> {
                return {{.text = Tr::tr("the slot \"%1\" stands at %2 or later")
                                     .arg(nameOf(situation), target(situation).toString()),
                         .look = SqlSays{.server = serverOf(situation),
                                         .sql = key("SELECT coalesce(confirmed_flush_lsn, restart_lsn) >= $2::pg_lsn"
                                                    " FROM pg_replication_slots WHERE slot_name = $1"),
                                         .parameters = {nameOf(situation), target(situation).toString()},
                                         .expected = key("t")}}};
            },
            .pointOfNoReturn = true};
}

QList<Param> params()
{
    return {
        slotNodeParam(Tr::tr("The node that the slot is on.")),
        slotParam(Tr::tr("The slot to advance; nobody may be using it.")),
        {.id = key("to"),
         .title = Tr::tr("To"),
         .help = Tr::tr("The position (LSN) up to which nothing is kept any more; suggested is the end of the WAL."),
         .suggest =
             [](const Situation &situation) {
                 const SlotServer seen = SlotServer::of(situation);
                 return seen.end ? seen.end->toString() : QString();
             },
         .objection =
             [](const QString &value, const Situation &) {
                 return Lsn::parse(value) ? QString() : Tr::tr("A position is written like 16/B374D848.");
             }}};
}

QStringList consequencesOf(const Situation &situation)
{
    const std::optional<Lsn> from = slotOf(situation).position();
    return {
        Tr::tr("The slot \"%1\" on %2 lets go of %3 of WAL; it cannot be put back.")
            .arg(nameOf(situation), situation.argument(key("node")), prettySize(from ? target(situation) - *from : 0))};
}

} // namespace

Operation advanceSlot()
{
    return {.id = key("advance-slot"),
            .title = Tr::tr("Advance a replication slot"),
            .summary = Tr::tr("Lets a slot's user skip WAL that it no longer needs, so that it is not kept."),
            .icon = key("chevron-right"),
            .group = OperationGroup::Slots,
            .destructive = true,
            .params = params(),
            .probes = {slotsProbe(), managersProbe()},
            .checks = slotServerChecks() + idleSlotChecks() +
                      QList<Check>{factCheck(key("way"), Tr::tr("It goes forward, to where there is WAL"),
                                             Tr::tr("A slot neither goes back nor ahead of its server."), key("slots"),
                                             judgeWay),
                                   factCheck(key("owner"), Tr::tr("Nobody will miss what is skipped"),
                                             Tr::tr("Whoever it was made for needs all that it has not received."),
                                             key("slots"), judgeOwner)},
            .steps = {idleSlotStep(), advanceStep()},
            .consequences = consequencesOf,
            .confirmWord = nameOf};
}

} // namespace howdah::library
