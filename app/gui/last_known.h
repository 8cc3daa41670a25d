#pragma once

#include "core/cluster/cluster_snapshot.h"

#include <QHash>

#include <mutex>

namespace howdah {

/// The newest snapshot of each cluster, for the worker threads that prepare operations: what was seen of a node before
/// it fell silent. Thread-safe.
class LastKnown
{
public:
    void keep(const ClusterSnapshotPtr &snapshot)
    {
        const std::scoped_lock lock(m_mutex);
        m_snapshots.insert(snapshot->definition.name, snapshot);
    }
    /// Null for a cluster never seen.
    [[nodiscard]] ClusterSnapshotPtr of(const QString &cluster) const
    {
        const std::scoped_lock lock(m_mutex);
        return m_snapshots.value(cluster);
    }

private:
    mutable std::mutex m_mutex;
    QHash<QString, ClusterSnapshotPtr> m_snapshots;
};

} // namespace howdah
