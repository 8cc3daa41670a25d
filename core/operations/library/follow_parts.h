#pragma once

#include "core/operations/library/followers.h"
#include "core/operations/library/server_setting.h"

/// A standby that changes over to another upstream, from the situation alone.
namespace howdah::library {

struct FollowParts
{
    const NodeState *node = nullptr;     ///< the standby that moves
    const NodeState *upstream = nullptr; ///< whom it is to follow
    Follower follower;
    ServerRef upstreamServer;
    std::optional<ServerRef> oldUpstream; ///< where its former slot is dropped
    QString oldSlot;                      ///< there; empty when there is none, or it is to stay
    QList<SettingChange> settings;        ///< primary_conninfo and primary_slot_name as they were

    [[nodiscard]] static FollowParts of(const Situation &situation);
};

/// True when `name` is `ancestor` or receives its WAL, directly or through others.
[[nodiscard]] bool isBelow(const ClusterSnapshot &snapshot, const QString &name, const QString &ancestor);

[[nodiscard]] QList<Probe> followProbes();
[[nodiscard]] QList<Check> followChecks();

} // namespace howdah::library
