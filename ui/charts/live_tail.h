#pragma once

#include "core/cluster/history.h"

#include <QHash>

namespace howdah {

/// The lag of the last minutes as the snapshots brought it, of every kind, so that a chart is alive before (and
/// without) the history on disk.
class LiveTail
{
public:
    void add(const ClusterSnapshot &snapshot); ///< each standby's sample counts once
    void clear() { m_seen.clear(); }

    /// What is known of a node: history, and the tail where it is newer. `bucketMs`: how far apart history's points
    /// are.
    [[nodiscard]] HistorySegments continued(const HistorySegments &history, const QString &node, LagKind kind,
                                            qint64 bucketMs) const;
    [[nodiscard]] bool isEmpty() const { return m_seen.isEmpty(); }

private:
    struct Seen
    {
        qint64 atMs;
        Lag lag;
    };
    QHash<QString, QList<Seen>> m_seen;
};

} // namespace howdah
