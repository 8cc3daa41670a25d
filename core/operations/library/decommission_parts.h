#pragma once

#include "core/operations/library/followers.h"
#include "core/operations/library/synchronous_parts.h"

/// A standby that leaves its cluster, from the situation alone.
namespace howdah::library {

struct DecommissionParts
{
    enum class Files { Aside, Stop, Untouched };

    const NodeState *node = nullptr;
    ServerPlace place; ///< of the node; empty when it is left untouched
    Files files = Files::Aside;
    QString aside; ///< where its data directory goes

    struct Slot
    {
        ServerRef server;
        QString name;
    };
    QList<Slot> slotsToDrop;
    std::optional<SynchronousStandbys> synchronous; ///< what the primary waits for afterwards, if that must change

    /// Howdah's own lines for it in the primary's pg_hba.conf.
    struct ClientLines
    {
        ServerPlace place;
        QString path, copy, before, after, address;
        QList<LineChange> removals;
    };
    std::optional<ClientLines> clientLines;

    [[nodiscard]] static DecommissionParts of(const Situation &situation);
};

[[nodiscard]] QList<Probe> decommissionProbes();
[[nodiscard]] QList<Check> decommissionChecks();

} // namespace howdah::library
