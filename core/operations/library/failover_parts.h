#pragma once

#include "core/operations/library/followers.h"

namespace howdah::library {

/// What a failover is made of, from the situation alone.
struct FailoverParts
{
    const NodeState *candidate = nullptr;
    const NodeState *oldPrimary = nullptr; ///< null when nobody knows which it was
    ServerRef candidateServer, oldServer;
    bool fenceByHost = false;  ///< this operation stops the old primary
    bool oldHostKnown = false; ///< its files and processes can be looked at
    bool oldWasRunning = false;
    ServerPlace oldPlace;
    QList<Follower> followers;
    /// Other standbys of the old primary that answer and had received no more than the candidate: they must not have
    /// more in the end either.
    QList<ServerRef> rivals;
    /// WAL that a living primary may just be sending, in bytes: it sends that to the end when it is stopped in order.
    qint64 underWay = 0;
    QStringList leftBehind; ///< sentences: standbys that will not follow, and why
    bool mayCheckpoint = false;

    [[nodiscard]] static FailoverParts of(const Situation &situation);
};

/// The primary that answers; else the only node that does not answer, or of several the only one whose control file
/// does not say that it was a standby, or the one that was last seen as primary. Null when that is not certain.
[[nodiscard]] const NodeState *oldPrimaryOf(const Situation &situation);
[[nodiscard]] const NodeState *mostAdvancedStandby(const ClusterSnapshot &snapshot);

[[nodiscard]] QList<Probe> failoverProbes();
[[nodiscard]] QList<Check> failoverChecks();
[[nodiscard]] QList<Step> failoverSteps();

} // namespace howdah::library
