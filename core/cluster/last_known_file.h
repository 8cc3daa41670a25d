#pragma once

#include "core/cluster/cluster_snapshot.h"

namespace howdah {

/// What was last seen of each node, for a console that is started when some no longer answer: how far a dead primary
/// had come, and that it was the primary. A file of each cluster in the state directory; disposable. Thread-safe by
/// holding nothing.
class LastKnownFile
{
public:
    explicit LastKnownFile(const QString &cluster);

    /// Nodes that the snapshot knows no answer of keep what was known of them before. Failures are not told: it is a
    /// help, not a record.
    void keep(const ClusterSnapshot &snapshot) const;
    /// Nodes with their last answers (role, timeline, positions, time) and nothing else; null when nothing is known.
    [[nodiscard]] ClusterSnapshotPtr read() const;

private:
    QString m_cluster, m_path;
};

} // namespace howdah
