#include "core/base/key.h"
#include "core/operations/library/library.h"
#include "core/operations/library/nodes.h"
#include "core/operations/library/slot_parts.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::DropSlot)
};

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

Judgement judgeOwner(const Situation &situation, const Values &)
{
    const SlotFacts slot = slotOf(situation);
    if (slot.isLogical())
        return warning(
            Tr::tr("It is a logical slot of the database %1 (%2), confirmed up to %3.")
                .arg(slot.database, slot.plugin, slot.confirmed ? slot.confirmed->toString() : Tr::tr("nowhere")),
            Tr::tr(
                "Its subscriber loses its place for good: it must be set up and filled anew. Drop it only if there is "
                "no such subscriber any more."));
    const NodeState *owner = ownerOf(situation, situation.argument(key("node")), slot);
    if (!owner)
        return ok(Tr::tr("No node on record is set to use it."));
    return warning(
        Tr::tr("%1 is set to use it.").arg(owner->name()),
        Tr::tr("Without it %1 cannot connect, and once the WAL that it lacks is gone it must be cloned anew. "
               "Drop it only if %1 does not come back.")
            .arg(owner->name()));
}

Step dropStep()
{
    return {
        .id = key("drop"),
        .title = [](const Situation &situation) { return Tr::tr("Drop the slot \"%1\"").arg(nameOf(situation)); },
        .act = [](const Situation &situation) -> QList<Action> {
            return {
                {.text = Tr::tr("Drop the slot \"%1\" from %2").arg(nameOf(situation), situation.argument(key("node"))),
                 .what = RunSql{.server = SlotServer::of(situation).server,
                                .sql = key("SELECT pg_drop_replication_slot(slot_name)"
                                           " FROM pg_replication_slots WHERE slot_name = $1 AND NOT active"),
                                .parameters = {nameOf(situation)}}}};
        },
        .verify = [](const Situation &situation) -> QList<Observation> {
            return {{.text = Tr::tr("the slot \"%1\" is gone").arg(nameOf(situation)),
                     .look = SqlSays{.server = SlotServer::of(situation).server,
                                     .sql = key("SELECT count(*) FROM pg_replication_slots WHERE slot_name = $1"),
                                     .parameters = {nameOf(situation)},
                                     .expected = key("0")}}};
        },
        .pointOfNoReturn = true};
}

QStringList consequencesOf(const Situation &situation)
{
    const SlotFacts slot = slotOf(situation);
    return {Tr::tr("The slot \"%1\" on %2 (%3) is gone for good; it cannot be put back as it is now.")
                .arg(slot.name, situation.argument(key("node")), slotKindWords(slot)),
            Tr::tr("The WAL that only this slot keeps is removed with the next checkpoints.")};
}

} // namespace

Operation dropSlot()
{
    return {.id = key("drop-slot"),
            .title = Tr::tr("Drop a replication slot"),
            .summary = Tr::tr("Lets a node no longer keep WAL for somebody who does not come back."),
            .icon = key("trash"),
            .group = OperationGroup::Slots,
            .destructive = true,
            .params = {slotNodeParam(Tr::tr("The node that the slot is on.")),
                       slotParam(Tr::tr("The slot to drop; nobody may be using it."))},
            .probes = {slotsProbe(), managersProbe()},
            .checks = slotServerChecks() + idleSlotChecks() +
                      QList<Check>{factCheck(key("owner"), Tr::tr("Nobody will miss it"),
                                             Tr::tr("Whoever it was made for cannot go on without it."), key("slots"),
                                             judgeOwner)},
            .steps = {idleSlotStep(), dropStep()},
            .consequences = consequencesOf,
            .confirmWord = nameOf};
}

} // namespace howdah::library
