#pragma once

#include <QRectF>

#include <algorithm>

namespace howdah {

/// A stretch of time (ms since the epoch, `fromMs` first) drawn from an area's left edge to its right one.
struct TimeScale
{
    qint64 fromMs = 0, toMs = 1;

    [[nodiscard]] double xOf(qint64 atMs, const QRectF &area) const
    {
        return area.left() + static_cast<double>(atMs - fromMs) /
                                 static_cast<double>(std::max<qint64>(1, toMs - fromMs)) * area.width();
    }
    /// Of a place beyond an edge: that edge's.
    [[nodiscard]] qint64 timeAt(double x, const QRectF &area) const
    {
        return fromMs + static_cast<qint64>(std::clamp((x - area.left()) / area.width(), 0.0, 1.0) *
                                            static_cast<double>(toMs - fromMs));
    }
    /// Room at both edges, as a share of the whole.
    void widen(double share)
    {
        const auto edge = static_cast<qint64>(static_cast<double>(toMs - fromMs) * share);
        fromMs -= edge;
        toMs += edge;
    }
};

} // namespace howdah
