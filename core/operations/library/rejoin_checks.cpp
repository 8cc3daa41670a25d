#include "core/base/key.h"
#include "core/base/sizes.h"
#include "core/operations/library/followers.h"
#include "core/operations/library/judging.h"
#include "core/operations/library/rejoin_parts.h"
#include "core/operations/library/service_manager.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Rejoin)
};
QString text(const Values &seen, const char *name)
{
    return seen.value(key(name)).toString();
}
bool flag(const Values &seen, const char *name)
{
    return seen.value(key(name)).toBool();
}

Judgement judgeOnePrimary(const Situation &situation)
{
    QStringList primaries;
    for (const NodeState &node : situation.snapshot->nodes)
        if (node.role == NodeRole::Primary && answersNow(node) && node.name() != situation.argument(key("node")))
            primaries << node.name();
    if (primaries.size() == 1)
        return ok(Tr::tr("%1 answers as primary.").arg(primaries.first()));
    if (primaries.isEmpty())
        return blocked(Tr::tr("No other node answers as primary."),
                       Tr::tr("Fail over first, or start the primary; a node needs one to come back to."));
    return blocked(Tr::tr("Several other nodes answer as primary: %1.").arg(primaries.join(QStringLiteral(", "))),
                   Tr::tr("Find out which of them is right and stop the others first."));
}

Judgement judgeNode(const Situation &situation)
{
    const NodeState *node = situation.node(situation.argument(key("node")));
    const NodeState *primary = primaryToRejoin(situation);
    const bool streams = primary && node->role == NodeRole::Standby && node->upstream == primary->name() &&
                         answersNow(*node) && node->sample->receiver &&
                         node->sample->receiver->status == QLatin1String("streaming");
    if (streams)
        return blocked(Tr::tr("%1 streams from %2 already.").arg(node->name(), primary->name()),
                       Tr::tr("Nothing needs to be done."));
    if (node->role == NodeRole::Primary) {
        const qint64 clients = node->sample->clientBackends.value_or(0);
        return warning(Tr::tr("%1 runs and answers as a primary; client sessions: %2. It will be stopped.")
                           .arg(node->name())
                           .arg(clients),
                       Tr::tr("Make sure that no application should stay with it: it is the one that gives way."));
    }
    const bool runs = situation.value(key("layout"), key("running")).toBool();
    return runs ? warning(Tr::tr("The server of %1 runs and does not stream; it will be stopped.").arg(node->name()),
                          Tr::tr("If it only lost its connection, mend that instead."))
                : ok(Tr::tr("%1 is not running.").arg(node->name()));
}

Judgement judgeSystem(const Situation &situation, const Values &seen)
{
    const QString own = text(seen, "systemIdentifier");
    const QString wanted = situation.snapshot->systemIdentifier;
    if (own != wanted)
        return blocked(Tr::tr("The data directory belongs to the system %1, the cluster is %2.").arg(own, wanted),
                       Tr::tr("Correct the node's data directory in the cluster's settings. A node of another cluster "
                              "cannot come back to this one."));
    return ok(Tr::tr("The data directory belongs to the same system, %1; it is \"%2\".").arg(own, text(seen, "state")));
}

Judgement judgeVersion(const Situation &situation, const Values &seen)
{
    const NodeState *primary = primaryToRejoin(situation);
    const ServerVersion version = primary && primary->lastAnswer ? primary->lastAnswer->version : ServerVersion();
    if (!version.isKnown() || !version.isOperated())
        return blocked(Tr::tr("The primary runs PostgreSQL %1.").arg(version.toString()),
                       Tr::tr("Howdah changes servers of PostgreSQL 13 and later; do this by hand."));
    const QString major = text(seen, "major");
    if (major != QString::number(version.major()))
        return blocked(
            Tr::tr("The data directory is of PostgreSQL %1, the primary runs %2.").arg(major, version.toString()),
            Tr::tr("Only servers of the same major version can follow each other: clone it anew."));
    return ok(Tr::tr("Both are of PostgreSQL %1.").arg(major));
}

Judgement judgeLogin(const Situation &situation, const Values &seen)
{
    const QString identifier = text(seen, "identified");
    if (!identifier.isEmpty() && identifier != situation.snapshot->systemIdentifier)
        return blocked(Tr::tr("The server that answers there belongs to another system (%1).").arg(identifier),
                       Tr::tr("Mend the host and port in the node's settings."));
    return ok(Tr::tr("A replication connection was opened and closed again."));
}

Judgement judgeSlot(const Situation &situation, const Values &seen)
{
    const QString slot = slotNameFor(situation.argument(key("node")));
    if (flag(seen, "slotActive"))
        return blocked(Tr::tr("The slot \"%1\" is in use on the primary.").arg(slot),
                       Tr::tr("Find out who uses it and stop that, then check again."));
    if (seen.value(key("slots")).toStringList().contains(slot))
        return ok(Tr::tr("The slot \"%1\" is there and free.").arg(slot));
    const qint64 free = seen.value(key("maxSlots")).toLongLong() - seen.value(key("slotCount")).toLongLong();
    const QString observed = Tr::tr("%1 free on the primary, one needed.").arg(free);
    return free > 0 ? ok(observed)
                    : blocked(observed, Tr::tr("Drop a slot that nobody needs, or raise max_replication_slots."));
}

} // namespace

QList<Check> rejoinChecks()
{
    const QStringList replacing{key("keep"), key("copy"), key("place")}; // for a while no data directory is there
    return QList<Check>{
               {.id = key("one-primary"),
                .title = Tr::tr("There is a primary to come back to"),
                .why = Tr::tr("The node follows it afterwards; with two of them nobody knows which history is right."),
                .judge = judgeOnePrimary,
                .lasting = true},
               {.id = key("node"),
                .title = Tr::tr("The node is off, or may be stopped"),
                .why = Tr::tr("Its files cannot be changed while its server runs."),
                .judge = judgeNode},
               hostKnown(key("node"), key("layout")),
               noOtherManager(),
               noAutomaticRestart(key("layout")),
               lasting(factCheck(key("system"), Tr::tr("It is a node of this cluster"),
                                 Tr::tr("Only copies of one system can follow each other."), key("control"),
                                 judgeSystem),
                       replacing),
               lasting(factCheck(key("version"), Tr::tr("A PostgreSQL version that is operated, and the same"),
                                 Tr::tr("A standby replays what its primary's version writes."), key("control"),
                                 judgeVersion),
                       replacing),
               factCheck(key("login"), Tr::tr("Its owner can log in to the primary"),
                         Tr::tr("The standby streams with this login, and without it never comes up."), key("login"),
                         judgeLogin),
               factCheck(key("slot"), Tr::tr("A replication slot for it"),
                         Tr::tr("It keeps the WAL on the primary that the node still needs."), key("primary"),
                         judgeSlot)} +
           rejoinWayChecks();
}

} // namespace howdah::library
