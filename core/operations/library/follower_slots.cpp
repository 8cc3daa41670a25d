#include "core/base/key.h"
#include "core/operations/library/followers.h"
#include "core/operations/library/judging.h"
#include "core/operations/library/own_slots.h"

#include <QCoreApplication>

// The replication slots of the standbys that change over.

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Followers)
};

constexpr Milliseconds releaseTimeout{60000};
} // namespace

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

namespace {
QStringList newSlots(const QList<Follower> &followers)
{
    QStringList names;
    for (const Follower &follower : followers)
        if (follower.slotIsNew)
            names << follower.slot;
    return names;
}
} // namespace

QList<Action> createSlots(const QList<Follower> &followers, const ServerRef &on, const QString &operationId)
{
    const QStringList names = newSlots(followers);
    if (names.isEmpty())
        return {};
    QStringList owners;
    for (const Follower &follower : followers)
        if (follower.slotIsNew)
            owners << follower.server.node;
    const QString text =
        names.size() == 1 ? Tr::tr("Create the slot \"%1\" for %2") : Tr::tr("Create the slots %1 for %2");
    const QString comma = QStringLiteral(", ");
    return {OwnSlots(on, names, operationId).make(text.arg(names.join(comma), owners.join(comma)))};
}

QList<Action> dropCreatedSlots(const QList<Follower> &followers, const ServerRef &on, const QString &operationId)
{
    const QStringList names = newSlots(followers);
    const QString text = names.size() == 1 ? Tr::tr("Drop the slot \"%1\"") : Tr::tr("Drop the slots %1");
    if (names.isEmpty())
        return {};
    const OwnSlots own(on, names, operationId);
    return QList<Action>{own.waitUntilReleased()} + own.drop(text.arg(names.join(QStringLiteral(", "))));
}

QList<Action> settleSlots(const QList<Follower> &followers, const ServerRef &on, const QString &operationId)
{
    const QStringList names = newSlots(followers);
    return names.isEmpty() ? QList<Action>() : QList<Action>{OwnSlots(on, names, operationId).takeSignAway()};
}

QList<Action> unsettleSlots(const QList<Follower> &followers, const ServerRef &on, const QString &operationId)
{
    const QStringList names = newSlots(followers);
    return names.isEmpty() ? QList<Action>() : QList<Action>{OwnSlots(on, names, operationId).putSignBack()};
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

QList<Observation> slotsAreThere(const QList<Follower> &followers, const ServerRef &on, const QString &operationId)
{
    QList<Observation> seen = OwnSlots(on, newSlots(followers), operationId).areThere();
    for (const Follower &follower : followers) {
        if (follower.slotIsNew)
            continue;
        seen << Observation{
            .text = Tr::tr("the slot \"%1\" is on %2").arg(follower.slot, on.node),
            .look = SqlSays{.server = on,
                            .sql = QStringLiteral("SELECT count(*) FROM pg_replication_slots WHERE slot_name = $1"),
                            .parameters = {follower.slot},
                            .expected = QStringLiteral("1")}};
    }
    return seen;
}

} // namespace howdah::library
