#pragma once

#include "core/cluster/cluster_snapshot.h"

#include <deque>
#include <optional>

namespace howdah {

/// How fast the primary writes WAL, seen over the last seconds of its samples.
class WalRate
{
public:
    void add(const ClusterSnapshot &snapshot);
    [[nodiscard]] std::optional<double> bytesPerSecond() const; ///< nothing before two samples of the same primary

private:
    struct Seen
    {
        qint64 atMs;
        Lsn head;
    };
    QString m_primary;
    Timeline m_timeline = 0;
    std::deque<Seen> m_seen;
};

} // namespace howdah
