#include "ui/charts/reduction.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace howdah {

namespace {

using Iterator = QList<HistoryPoint>::const_iterator;

Iterator firstFrom(const QList<HistoryPoint> &segment, qint64 atMs)
{
    return std::lower_bound(segment.cbegin(), segment.cend(), atMs,
                            [](const HistoryPoint &point, qint64 moment) { return point.atMs < moment; });
}

Iterator firstAfter(const QList<HistoryPoint> &segment, qint64 atMs)
{
    return std::upper_bound(segment.cbegin(), segment.cend(), atMs,
                            [](qint64 moment, const HistoryPoint &point) { return moment < point.atMs; });
}

/// The extremes of the points that fall into one column of pixels.
struct Column
{
    const HistoryPoint *lowest = nullptr;
    const HistoryPoint *highest = nullptr;

    void add(const HistoryPoint &point)
    {
        if (!lowest || point.minimum < lowest->minimum)
            lowest = &point;
        if (!highest || point.maximum > highest->maximum)
            highest = &point;
    }

    void emitInto(QList<QPointF> &points) const
    {
        if (!lowest)
            return;
        const QPointF low(static_cast<double>(lowest->atMs), lowest->minimum);
        const QPointF high(static_cast<double>(highest->atMs), highest->maximum);
        if (low == high) {
            points.append(low);
            return;
        }
        const bool lowFirst = lowest->atMs <= highest->atMs;
        points.append(lowFirst ? low : high);
        points.append(lowFirst ? high : low);
    }
};

} // namespace

QList<QPointF> reducedToColumns(const QList<HistoryPoint> &segment, qint64 fromMs, qint64 toMs, int columns)
{
    QList<QPointF> points;
    if (segment.isEmpty() || toMs <= fromMs || columns < 1)
        return points;
    Iterator begin = firstFrom(segment, fromMs);
    Iterator end = firstAfter(segment, toMs);
    if (begin != segment.cbegin())
        --begin;
    if (end != segment.cend())
        ++end;
    if (begin == end || (std::prev(end)->atMs < fromMs) || begin->atMs > toMs)
        return points;
    points.reserve(2 * columns + 4);
    const double perMs = columns / static_cast<double>(toMs - fromMs);
    Column column;
    qint64 current = 0;
    for (Iterator point = begin; point != end; ++point) {
        const auto place = static_cast<qint64>(std::floor(static_cast<double>(point->atMs - fromMs) * perMs));
        if (point != begin && place != current) {
            column.emitInto(points);
            column = Column();
        }
        current = place;
        column.add(*point);
    }
    column.emitInto(points);
    return points;
}

std::optional<double> highestBetween(const HistorySegments &segments, qint64 fromMs, qint64 toMs)
{
    std::optional<double> highest;
    for (const QList<HistoryPoint> &segment : segments) {
        const Iterator end = firstAfter(segment, toMs);
        for (Iterator point = firstFrom(segment, fromMs); point < end; ++point)
            highest = std::max(highest.value_or(point->maximum), point->maximum);
    }
    return highest;
}

std::optional<HistoryPoint> pointAt(const HistorySegments &segments, qint64 atMs, qint64 toleranceMs)
{
    std::optional<HistoryPoint> nearest;
    for (const QList<HistoryPoint> &segment : segments) {
        if (segment.isEmpty() || atMs < segment.first().atMs - toleranceMs || atMs > segment.last().atMs + toleranceMs)
            continue;
        const Iterator after = firstFrom(segment, atMs);
        for (const Iterator candidate : {after, after == segment.cbegin() ? after : std::prev(after)}) {
            if (candidate == segment.cend())
                continue;
            if (!nearest || std::llabs(candidate->atMs - atMs) < std::llabs(nearest->atMs - atMs))
                nearest = *candidate;
        }
    }
    return nearest;
}

} // namespace howdah
