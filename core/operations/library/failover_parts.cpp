#include "core/operations/library/failover_parts.h"
#include "core/base/key.h"

#include <algorithm>

namespace howdah::library {

namespace {

constexpr qint64 mostUnderWay = 1024 * 1024;

std::optional<Lsn> receivedBy(const Situation &situation, const NodeState &standby)
{
    const QVariantMap seen = situation.value(key("standbys"), standby.name()).toMap();
    return Lsn::parse(seen.value(key("received")).toString());
}

/// Those that follow another standby have no more than that one, and those of the candidate no more than it.
QList<ServerRef> rivalsOf(const Situation &situation, const FailoverParts &parts)
{
    const std::optional<Lsn> own = receivedBy(situation, *parts.candidate);
    QList<ServerRef> rivals;
    for (const NodeState &node : situation.snapshot->nodes) {
        const bool followsOld =
            node.upstream.isEmpty() || (parts.oldPrimary && node.upstream == parts.oldPrimary->name());
        if (&node == parts.candidate || &node == parts.oldPrimary || node.role != NodeRole::Standby || !followsOld ||
            node.timeline != parts.candidate->timeline)
            continue;
        const std::optional<Lsn> received = receivedBy(situation, node);
        if (own && received && *received <= *own + parts.underWay)
            rivals << serverOf(node);
    }
    return rivals;
}

} // namespace

const NodeState *oldPrimaryOf(const Situation &situation)
{
    if (const NodeState *primary = situation.snapshot->primary())
        return primary;
    QList<const NodeState *> silent, possible, lastSeen;
    for (const NodeState &node : situation.snapshot->nodes) {
        if (answersNow(node))
            continue;
        silent << &node;
        const QString state = situation.value(key("silent-nodes"), node.name()).toString();
        if (!state.contains(QLatin1String("recovery"))) // its control file does not say that it was a standby
            possible << &node;
        if (node.lastRole == NodeRole::Primary && !state.contains(QLatin1String("recovery")))
            lastSeen << &node;
    }
    // Never a guess: a standby that others followed falls silent like a primary, and the real one would live on.
    if (silent.size() == 1)
        return silent.first();
    if (possible.size() == 1)
        return possible.first();
    return lastSeen.size() == 1 ? lastSeen.first() : nullptr;
}

const NodeState *mostAdvancedStandby(const ClusterSnapshot &snapshot)
{
    const auto progress = [](const NodeState &node) {
        const std::optional<Lsn> received = std::max(node.sample->received, node.sample->replayed);
        return std::pair(node.timeline, received.value_or(Lsn()));
    };
    const NodeState *best = nullptr;
    for (const NodeState &node : snapshot.nodes)
        if (node.role == NodeRole::Standby && answersNow(node) && (!best || progress(node) > progress(*best)))
            best = &node;
    return best;
}

FailoverParts FailoverParts::of(const Situation &situation)
{
    FailoverParts parts{.candidate = situation.node(situation.argument(key("candidate"))),
                        .oldPrimary = oldPrimaryOf(situation)};
    const Fact *layout = situation.fact(key("old-layout"));
    parts.oldHostKnown = parts.oldPrimary && layout && !layout->error;
    parts.fenceByHost = parts.oldHostKnown && situation.argument(key("fence")) == QLatin1String("stop");
    if (parts.oldHostKnown) {
        parts.oldPlace = ServerPlace::fromFact(situation, key("old-layout"));
        parts.oldWasRunning = parts.oldPlace.running;
    }
    if (parts.oldPrimary)
        parts.oldServer = serverOf(*parts.oldPrimary);
    if (!parts.candidate)
        return parts;
    parts.candidateServer = serverOf(*parts.candidate);
    const QVariantMap candidate = situation.value(key("standbys"), parts.candidate->name()).toMap();
    parts.mayCheckpoint = candidate.value(key("mayCheckpoint")).toBool();
    Followers followers = followersOf(situation, *parts.candidate, parts.oldPrimary);
    parts.followers = std::move(followers.list);
    parts.leftBehind = std::move(followers.leftBehind);
    parts.underWay = parts.oldPrimary && answersNow(*parts.oldPrimary) ? mostUnderWay : 0;
    parts.rivals = rivalsOf(situation, parts);
    return parts;
}

} // namespace howdah::library
