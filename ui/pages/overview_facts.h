#pragma once

#include "core/cluster/cluster_snapshot.h"

namespace howdah {

/// The facts of the header line: "3 nodes", "PostgreSQL 15.20", "timeline 1".
[[nodiscard]] QStringList clusterFacts(const ClusterSnapshot &snapshot);

/// "7318…442": enough to compare two by eye.
[[nodiscard]] QString shortIdentifier(const QString &systemIdentifier);

} // namespace howdah
