#pragma once

#include "core/cluster/cluster_snapshot.h"

/// Clusters made up for pictures and models: no server behind them, every kind of trouble in them.
namespace howdah::samples {

[[nodiscard]] ClusterSnapshotPtr healthy();     ///< a primary, two standbys, one of them synchronous
[[nodiscard]] ClusterSnapshotPtr paused();      ///< replay paused on n3, 34 MB wait
[[nodiscard]] ClusterSnapshotPtr cascade();     ///< primary → 2 standbys → 2 more below one of them, and a stranger
[[nodiscard]] ClusterSnapshotPtr primaryGone(); ///< the primary does not answer; its standbys lost their stream
[[nodiscard]] ClusterSnapshotPtr eightStandbys();
[[nodiscard]] ClusterSnapshotPtr hostileNames();  ///< names long, with spaces, quotes, Unicode and markup
[[nodiscard]] ClusterSnapshotPtr lone();          ///< one primary, nothing else
[[nodiscard]] ClusterSnapshotPtr many(int nodes); ///< one primary and the rest below it

struct Named
{
    const char *name;
    ClusterSnapshotPtr snapshot;
};
[[nodiscard]] QList<Named> all();

/// `seconds` later: the primary wrote on, every node was sampled again.
[[nodiscard]] ClusterSnapshotPtr later(const ClusterSnapshotPtr &snapshot, int seconds);

} // namespace howdah::samples
