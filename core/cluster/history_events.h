#pragma once

#include "core/cluster/history.h"

namespace howdah {

/// What happened between two snapshots of one cluster: promotions, changes of role, pauses and resumes of replay, nodes
/// gone and back. Nothing for a node that is seen for the first time. Pure.
[[nodiscard]] QList<HistoryEvent> eventsBetween(const ClusterSnapshot &before, const ClusterSnapshot &after);

} // namespace howdah
