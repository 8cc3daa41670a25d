#include "core/base/key.h"
#include "core/operations/library/follow_parts.h"
#include "core/operations/library/library.h"

#include <QCoreApplication>

#include <algorithm>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Follow)
};

Step slotStep()
{
    return {.id = key("slot"),
            .title =
                [](const Situation &situation) {
                    return Tr::tr("Prepare a slot on %1").arg(situation.argument(key("upstream")));
                },
            .act =
                [](const Situation &situation) {
                    const FollowParts parts = FollowParts::of(situation);
                    return createSlots({parts.follower}, parts.upstreamServer, situation.operationId);
                },
            .undo =
                [](const Situation &situation) {
                    const FollowParts parts = FollowParts::of(situation);
                    return dropCreatedSlots({parts.follower}, parts.upstreamServer, situation.operationId);
                },
            .verify =
                [](const Situation &situation) {
                    const FollowParts parts = FollowParts::of(situation);
                    return slotsAreThere({parts.follower}, parts.upstreamServer, situation.operationId);
                }};
}

Step followStep()
{
    return {.id = key("follow"),
            .title =
                [](const Situation &situation) {
                    return Tr::tr("Let %1 follow %2")
                        .arg(situation.argument(key("node")), situation.argument(key("upstream")));
                },
            .act =
                [](const Situation &situation) {
                    const FollowParts parts = FollowParts::of(situation);
                    return pointAt(parts.follower, parts.upstreamServer.node);
                },
            .undo =
                [](const Situation &situation) {
                    const FollowParts parts = FollowParts::of(situation);
                    return takeBack(parts.settings) << waitUntilReleased(parts.upstreamServer, parts.follower.slot);
                },
            .verify =
                [](const Situation &situation) {
                    const FollowParts parts = FollowParts::of(situation);
                    return streamFrom({parts.follower}, parts.upstreamServer);
                }};
}

Step formerSlotStep()
{
    const auto former = [](const FollowParts &parts) {
        return Follower{.server = parts.follower.server, .slot = parts.oldSlot, .slotIsNew = true};
    };
    return {.id = key("former-slot"),
            .title =
                [](const Situation &situation) {
                    return Tr::tr("Drop the slot that %1 no longer uses").arg(situation.argument(key("node")));
                },
            .act = [former](const Situation &situation) -> QList<Action> {
                const FollowParts parts = FollowParts::of(situation);
                if (!parts.oldUpstream)
                    return {};
                return QList<Action>{waitUntilReleased(*parts.oldUpstream, parts.oldSlot)} +
                       dropSlots({former(parts)}, *parts.oldUpstream);
            },
            .undo = [former](const Situation &situation) -> QList<Action> {
                const FollowParts parts = FollowParts::of(situation);
                return parts.oldUpstream ? putSlotsBack({former(parts)}, *parts.oldUpstream) : QList<Action>();
            },
            .verify = [](const Situation &situation) -> QList<Observation> {
                const FollowParts parts = FollowParts::of(situation);
                if (!parts.oldUpstream)
                    return {};
                return {{.text = Tr::tr("the slot \"%1\" is gone from %2").arg(parts.oldSlot, parts.oldUpstream->node),
                         .look = SqlSays{.server = *parts.oldUpstream,
                                         .sql = key("SELECT count(*) FROM pg_replication_slots WHERE slot_name = $1"),
                                         .parameters = {parts.oldSlot},
                                         .expected = key("0")}}};
            }};
}

Step settleStep()
{
    return {.id = key("settle"),
            .title = [](const Situation &) { return Tr::tr("Tidy up"); },
            .act =
                [](const Situation &situation) {
                    const FollowParts parts = FollowParts::of(situation);
                    return settleSlots({parts.follower}, parts.upstreamServer, situation.operationId);
                },
            .undo =
                [](const Situation &situation) {
                    const FollowParts parts = FollowParts::of(situation);
                    return unsettleSlots({parts.follower}, parts.upstreamServer, situation.operationId);
                }};
}

QList<Param> params()
{
    return {{.id = key("node"),
             .title = Tr::tr("Standby"),
             .help = Tr::tr("The standby that is to follow another node."),
             .kind = Param::Kind::Standby},
            {.id = key("upstream"),
             .title = Tr::tr("New upstream"),
             .help = Tr::tr("The node that it is to stream from: the primary, or another standby (a cascade)."),
             .kind = Param::Kind::Node,
             .suggest =
                 [](const Situation &situation) {
                     const NodeState *primary = situation.snapshot->primary();
                     const NodeState *node = situation.node(situation.argument(key("node")));
                     return primary && node && node->upstream != primary->name() ? primary->name() : QString();
                 },
             .objection =
                 [](const QString &value, const Situation &situation) {
                     return value == situation.argument(key("node")) ? Tr::tr("A node cannot follow itself.")
                                                                     : QString();
                 }},
            {.id = key("drop-former-slot"),
             .title = Tr::tr("Drop its former slot"),
             .help = Tr::tr("Left in place it keeps WAL on the former upstream for ever."),
             .kind = Param::Kind::Boolean,
             .required = false,
             .suggest = [](const Situation &) { return key("true"); }}};
}

QStringList consequencesOf(const Situation &situation)
{
    const FollowParts parts = FollowParts::of(situation);
    QStringList sentences{Tr::tr("%1 receives its WAL from %2; its clients notice nothing.")
                              .arg(parts.node->name(), parts.upstreamServer.node)};
    for (const NodeState *below : situation.snapshot->standbysOf(parts.node->name()))
        sentences << Tr::tr("%1 goes on following %2.").arg(below->name(), parts.node->name());
    if (parts.upstream->role == NodeRole::Standby)
        sentences << Tr::tr("If %1 goes away, %2 receives nothing more either.")
                         .arg(parts.upstreamServer.node, parts.node->name());
    if (parts.oldUpstream)
        sentences << Tr::tr("The slot \"%1\" is dropped from %2.").arg(parts.oldSlot, parts.oldUpstream->node);
    return sentences;
}

} // namespace

Operation follow()
{
    return {.id = key("follow"),
            .title = Tr::tr("Follow another upstream"),
            .summary = Tr::tr("Lets a standby stream from another node: below another standby, or back from the "
                              "primary. Nothing is restarted."),
            .icon = key("replication"),
            .params = params(),
            .probes = followProbes(),
            .checks = followChecks(),
            .steps = {slotStep(), followStep(), formerSlotStep(), settleStep()},
            .consequences = consequencesOf,
            .readySentence =
                [](const Situation &situation) {
                    return Tr::tr("%1 can follow %2.")
                        .arg(situation.argument(key("node")), situation.argument(key("upstream")));
                },
            .impossible =
                [](const ClusterSnapshot &snapshot) {
                    const bool any = std::any_of(snapshot.nodes.begin(), snapshot.nodes.end(),
                                                 [](const NodeState &node) { return node.role == NodeRole::Standby; });
                    return any && snapshot.nodes.size() > 2
                               ? QString()
                               : Tr::tr("There is no standby with another node to follow.");
                }};
}

} // namespace howdah::library
