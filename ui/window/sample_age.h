#pragma once

#include "core/cluster/cluster_snapshot.h"

namespace howdah {

/// How fresh what is shown is, in one sentence: "Sampled 0.4 s ago", "n1 has not answered for 12 s".
[[nodiscard]] QString sampleAgeText(const ClusterSnapshot &snapshot, const QDateTime &now);

} // namespace howdah
