#pragma once

#include "core/cluster/cluster_snapshot.h"

namespace howdah {

/// A standby's replay lag for people: "34 MB · 1.2 s", "0 bytes", "lag unknown".
[[nodiscard]] QString lagText(const Lag &lag);

/// host:port a node is reached at, shortened of nothing.
[[nodiscard]] QString addressText(const NodeDefinition &node);

} // namespace howdah
