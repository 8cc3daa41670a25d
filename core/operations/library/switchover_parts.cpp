#include "core/operations/library/switchover_parts.h"
#include "core/base/key.h"

#include <algorithm>

namespace howdah::library {

namespace {

/// It has no primary_conninfo of its own yet: the candidate's opens such a connection now, in the other direction.
Follower oldPrimaryAsFollower(const NodeState &primary, const QVariantMap &candidate)
{
    Follower follower{.server = serverOf(primary), .slot = slotNameFor(primary.name())};
    follower.slotIsNew = !candidate.value(key("slots")).toStringList().contains(follower.slot);
    follower.primaryConnInfo =
        connInfoTo(candidate, candidate.value(key("primaryConnInfo")).toString(), plainName(primary.name()));
    return follower;
}

} // namespace

const NodeState *bestSuccessor(const ClusterSnapshot &snapshot)
{
    const NodeState *primary = snapshot.primary();
    if (!primary)
        return nullptr;
    const auto fitness = [](const NodeState &node) {
        const bool replays = node.sample->replayPause.value_or(ReplayPause::NotPaused) == ReplayPause::NotPaused &&
                             node.sample->delayMs.value_or(0) == 0;
        return std::pair(replays, std::max(node.sample->received, node.sample->replayed).value_or(Lsn()));
    };
    const NodeState *best = nullptr;
    for (const NodeState *node : snapshot.standbysOf(primary->name()))
        if (answersNow(*node) && node->role == NodeRole::Standby && (!best || fitness(*node) > fitness(*best)))
            best = node;
    return best;
}

SwitchoverParts SwitchoverParts::of(const Situation &situation)
{
    SwitchoverParts parts{.primary = situation.snapshot->primary(),
                          .candidate = situation.node(situation.argument(key("to")))};
    if (!parts.primary || !parts.candidate)
        return parts;
    parts.primaryServer = serverOf(*parts.primary);
    parts.candidateServer = serverOf(*parts.candidate);
    parts.place = ServerPlace::fromFact(situation, key("layout"));
    parts.candidatePlace = ServerPlace::fromFact(situation, key("candidate-layout"));
    const auto standby = [&](const NodeState &node) { return situation.value(key("standbys"), node.name()).toMap(); };
    const QVariantMap candidate = standby(*parts.candidate);
    parts.candidateSlot = candidate.value(key("slotName")).toString();
    if (const Result<ConnInfo> info = ConnInfo::parse(candidate.value(key("primaryConnInfo")).toString()))
        parts.candidateTitle = info->value(key("application_name"));
    Followers others = followersOf(situation, *parts.candidate, parts.primary);
    parts.followers = QList<Follower>{oldPrimaryAsFollower(*parts.primary, candidate)} + others.list;
    parts.leftBehind = others.leftBehind;
    parts.archives = situation.value(key("primary"), key("archiveMode")).toString() != QLatin1String("off");

    const QStringList known = situation.value(key("primary"), key("physicalSlots")).toStringList();
    QStringList used{parts.candidateSlot};
    for (const Follower &follower : others.list)
        used << follower.slot;
    if (situation.argument(key("drop-former-slots")) != QLatin1String("true"))
        used.clear(); // nothing that was there before is dropped unasked
    for (const QString &slot : used)
        if (known.contains(slot) && !parts.formerSlots.contains(slot))
            parts.formerSlots << slot;
    return parts;
}

Command SwitchoverParts::controlData() const
{
    return {.argv = {place.binDirectory + QStringLiteral("/pg_controldata"), QStringLiteral("-D"), place.dataDirectory},
            .asUser = place.owner,
            .environment = {{QStringLiteral("LC_ALL"), QStringLiteral("C")}}};
}

QByteArray SwitchoverParts::standbySettings(const QString &operationId) const
{
    const Follower &self = followers.first();
    return QStringLiteral("# Written by Howdah, operation %1\nprimary_conninfo = %2\nprimary_slot_name = %3\n")
        .arg(operationId, configValue(self.primaryConnInfo), configValue(self.slot))
        .toUtf8();
}

} // namespace howdah::library
