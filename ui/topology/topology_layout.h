#pragma once

#include <QHash>
#include <QList>
#include <QPointF>
#include <QRectF>
#include <QString>

namespace howdah {

/// Where the boxes of a cluster stand and how the arrows run between them. Pure geometry: no text, no colour.
struct TopologyItem
{
    QString id;
    QString parent; ///< empty, or not among the items: a root
};

struct TopologyMetrics
{
    QSizeF box;
    double gapAcross = 0;
    double gapDown = 0;    ///< between a box and its children: the arrow and its label live here
    double besideRoot = 0; ///< kept free at both sides of a root
};

struct TopologyEdge
{
    QString from, to;
    QList<QPointF> path; ///< right-angled, ends at the top of `to`
    QPointF label;       ///< middle of the last stretch
};

struct TopologyLayout
{
    QHash<QString, QRectF> boxes;
    QList<TopologyEdge> edges;
    QSizeF size;
};

/// Roots on top, what streams from them below, cascades further down; a row that passes `columns` boxes is broken.
/// Every item gets a box, also in a loop of upstreams; boxes never overlap.
[[nodiscard]] TopologyLayout layoutTopology(const QList<TopologyItem> &items, const TopologyMetrics &metrics,
                                            int columns);

/// The breaking of rows that lets the picture be largest in `area`, within a fifth: rows are broken no more than that asks for.
[[nodiscard]] TopologyLayout fittingTopology(const QList<TopologyItem> &items, const TopologyMetrics &metrics,
                                             const QSizeF &area);

/// The scale, at most 1, at which a layout fits into an area.
[[nodiscard]] double fittingScale(const QSizeF &layout, const QSizeF &area);

} // namespace howdah
