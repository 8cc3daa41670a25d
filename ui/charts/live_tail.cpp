#include "ui/charts/live_tail.h"

#include <algorithm>

namespace howdah {

namespace {
constexpr qint64 keptMs = 3'600'000;
constexpr qint64 longestPauseMs = 15'000; // a longer silence is a gap
} // namespace

void LiveTail::add(const ClusterSnapshot &snapshot)
{
    for (const NodeState &node : snapshot.nodes) {
        if (!node.sample || node.role == NodeRole::Primary)
            continue;
        QList<Seen> &seen = m_seen[node.name()];
        const qint64 atMs = node.sample->takenAt.toMSecsSinceEpoch();
        if (!seen.isEmpty() && atMs <= seen.last().atMs)
            continue;
        seen.append({atMs, node.lag});
        const auto kept = std::find_if(seen.cbegin(), seen.cend(),
                                       [oldest = atMs - keptMs](const Seen &one) { return one.atMs >= oldest; });
        // Thrown away by the hundred: taking one off the front at every sample would move them all.
        if (const auto old = std::distance(seen.cbegin(), kept); old > 200)
            seen.remove(0, old);
    }
}

HistorySegments LiveTail::continued(const HistorySegments &history, const QString &node, LagKind kind,
                                    qint64 bucketMs) const
{
    HistorySegments segments = history;
    qint64 last = -1;
    for (const QList<HistoryPoint> &segment : segments) {
        if (!segment.isEmpty())
            last = std::max(last, segment.last().atMs);
    }
    bool open = last >= 0;
    const qint64 pause = std::max(longestPauseMs, 2 * bucketMs);
    for (const Seen &seen : m_seen.value(node)) {
        if (seen.atMs <= last)
            continue;
        const std::optional<double> value = lagValue(seen.lag, kind);
        if (!value) {
            open = false;
            continue;
        }
        if (!open || seen.atMs - last > pause)
            segments.append(QList<HistoryPoint>{});
        segments.last().append({seen.atMs, *value, *value, *value});
        last = seen.atMs;
        open = true;
    }
    return segments;
}

} // namespace howdah
