#pragma once

#include "core/cluster/cluster_snapshot.h"

namespace howdah {

/// How fresh what is shown is, in one sentence: "Sampled just now", "n1 has not answered for 12 s".
[[nodiscard]] QString sampleAgeText(const ClusterSnapshot &snapshot, const QDateTime &now);

} // namespace howdah
