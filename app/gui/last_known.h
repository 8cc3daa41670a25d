#pragma once

#include "core/base/deadline.h"
#include "core/cluster/last_known_file.h"

#include <QHash>

#include <mutex>

namespace howdah {

/// The newest snapshot of each cluster, for the worker threads that prepare operations: what was seen of a node before
/// it fell silent. Now and then it is put on disk too, for the command line. Thread-safe.
class LastKnown
{
public:
    void keep(const ClusterSnapshotPtr &snapshot)
    {
        const std::scoped_lock lock(m_mutex);
        const QString cluster = snapshot->definition.name;
        m_snapshots.insert(cluster, snapshot);
        if (m_nextWriting.value(cluster) > SteadyClock::now())
            return;
        m_nextWriting.insert(cluster, SteadyClock::now() + Milliseconds{5000});
        LastKnownFile(cluster).keep(*snapshot);
    }
    /// As far as an earlier run saw it, for a cluster not seen in this one; null when nobody ever did.
    [[nodiscard]] ClusterSnapshotPtr of(const QString &cluster) const
    {
        const std::scoped_lock lock(m_mutex);
        const auto known = m_snapshots.constFind(cluster);
        return known == m_snapshots.cend() ? LastKnownFile(cluster).read() : *known;
    }

private:
    mutable std::mutex m_mutex;
    QHash<QString, ClusterSnapshotPtr> m_snapshots;
    QHash<QString, SteadyClock::time_point> m_nextWriting;
};

} // namespace howdah
