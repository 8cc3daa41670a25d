#pragma once

#include "ui/topology/topology_scene.h"

class QPainter;

namespace howdah {

/// How much a box says; the fewer nodes, the more.
enum class TopologyDensity { Full, Compact, Dense };

/// A picture ready to be drawn: layout and density that suit an area, at a scale never above 1, centred in it.
struct TopologyPicture
{
    QList<TopologyBox> boxes;
    TopologyLayout layout;
    TopologyDensity density = TopologyDensity::Full;
    TopologyMetrics metrics;
    double scale = 1;
    QPointF origin;

    [[nodiscard]] QRectF boxRect(const QString &id) const; ///< in the area's coordinates; null when there is none
    [[nodiscard]] QString boxAt(const QPointF &point) const;
};

[[nodiscard]] TopologyPicture composeTopology(const QList<TopologyBox> &boxes, const QSizeF &area);

struct TopologyHighlight
{
    QString selected, hovered;
    bool focused = false;
};

void paintTopology(QPainter &painter, const TopologyPicture &picture, const TopologyHighlight &highlight);

} // namespace howdah
