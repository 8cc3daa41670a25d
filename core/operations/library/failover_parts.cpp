#include "core/operations/library/failover_parts.h"

#include <algorithm>

namespace howdah::library {

namespace {
QString key(const char *name)
{
    return QString::fromLatin1(name);
}

} // namespace

const NodeState *oldPrimaryOf(const Situation &situation)
{
    const ClusterSnapshot &snapshot = *situation.snapshot;
    if (const NodeState *primary = snapshot.primary())
        return primary;
    const NodeState *best = nullptr;
    qsizetype bestCount = 0;
    QList<const NodeState *> silent;
    for (const NodeState &node : snapshot.nodes) {
        if (answersNow(node))
            continue;
        silent << &node;
        const qsizetype followers =
            snapshot.standbysOf(node.name()).size() + (node.lastRole == NodeRole::Primary ? 100 : 0);
        if (followers > bestCount) {
            best = &node;
            bestCount = followers;
        }
    }
    return best ? best : silent.size() == 1 ? silent.first() : nullptr;
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
    return parts;
}

} // namespace howdah::library
