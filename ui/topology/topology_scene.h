#pragma once

#include "core/cluster/cluster_snapshot.h"
#include "ui/topology/topology_layout.h"

namespace howdah {

/// What the picture of a cluster says, box by box: words and states, no geometry.
struct TopologyBox
{
    QString id; ///< the node's name; for a stranger something no node can be called
    QString parent;
    QString name;
    QString role;     ///< "Primary", "Standby, sync", "Not watched"
    QString state;    ///< "running", "replay paused"
    QString address;  ///< "127.0.0.1:5412 · timeline 1"
    QString beside;   ///< of the primary: how much WAL it writes
    QString lag;      ///< on the arrow that comes in
    QString shortLag; ///< inside the box where there is room for no more
    QString spoken;   ///< all of it in one sentence, for screen readers and the tooltip
    Health health = Health::Unknown;
    int series = -1; ///< colour; -1 for a stranger
    bool stranger = false;
    bool streaming = true; ///< false: its arrow is dashed
    bool answers = true;   ///< false: so is its frame
};

[[nodiscard]] QList<TopologyBox> topologyBoxes(const ClusterSnapshot &snapshot,
                                               std::optional<double> walBytesPerSecond);
[[nodiscard]] QList<TopologyItem> topologyItems(const QList<TopologyBox> &boxes);

} // namespace howdah
