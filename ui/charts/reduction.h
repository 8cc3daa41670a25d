#pragma once

#include "core/cluster/history.h"

#include <QList>
#include <QPointF>

#include <optional>

namespace howdah {

/// A segment as few points as a picture `columns` pixels wide can show: of each column the lowest and the highest value
/// in the order they came, never an average (a lag peak is the point). One point beyond either edge is kept, so that a
/// line runs out of the picture. Points are (ms since 1970, value), times rising.
[[nodiscard]] QList<QPointF> reducedToColumns(const QList<HistoryPoint> &segment, qint64 fromMs, qint64 toMs,
                                              int columns);

/// The highest value seen between two moments; nothing when there is no point.
[[nodiscard]] std::optional<double> highestBetween(const HistorySegments &segments, qint64 fromMs, qint64 toMs);

/// The point nearest to a moment, if the moment lies in a segment (or within `toleranceMs` of one's ends): nothing in a
/// gap.
[[nodiscard]] std::optional<HistoryPoint> pointAt(const HistorySegments &segments, qint64 atMs, qint64 toleranceMs);

} // namespace howdah
