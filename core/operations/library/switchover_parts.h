#pragma once

#include "core/operations/library/followers.h"

namespace howdah::library {

/// What a switchover is made of, from the situation alone.
struct SwitchoverParts
{
    const NodeState *primary = nullptr;   ///< the one to be relieved; null when none, or several, answer as primary
    const NodeState *candidate = nullptr; ///< the standby that takes over
    ServerRef primaryServer, candidateServer;
    QString candidateSlot, candidateTitle; ///< by which its walsender on the primary is known
    ServerPlace place;                     ///< of the primary
    ServerPlace candidatePlace;            ///< without a data directory where Howdah cannot look at its host
    /// The old primary first, then its other standbys.
    QList<Follower> followers;
    QStringList leftBehind;
    QStringList formerSlots; ///< to be dropped from the old primary: of nodes that follow the new one afterwards
    bool archives = false;

    [[nodiscard]] static SwitchoverParts of(const Situation &situation);
    [[nodiscard]] Command controlData() const;
    /// Appended to the old primary's postgresql.auto.conf once it has ended.
    [[nodiscard]] QByteArray standbySettings(const QString &operationId) const;
};

/// The standby of the primary that has received most and replays.
[[nodiscard]] const NodeState *bestSuccessor(const ClusterSnapshot &snapshot);

[[nodiscard]] QList<Probe> switchoverProbes();
[[nodiscard]] QList<Check> switchoverPrimaryChecks();
[[nodiscard]] QList<Check> switchoverCandidateChecks();
[[nodiscard]] QList<Check> switchoverLikenessChecks(); ///< what must be the same on both
[[nodiscard]] QList<Step> switchoverReadySteps();      ///< while everybody can still write
[[nodiscard]] QList<Step> switchoverHandOverSteps();   ///< up to the candidate being the primary
[[nodiscard]] QList<Step> switchoverSettlingSteps();   ///< until all nodes stream from it

} // namespace howdah::library
