#include "ui/topology/topology_painter.h"

#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

namespace howdah {

namespace {

constexpr double padding = 12;
constexpr double markSide = 14;
constexpr double labelHeight = 20;
constexpr double smallestGoodScale = 0.84; // letters of 11 pixels are still read

QString elided(const QFont &font, const QString &text, double width)
{
    return QFontMetricsF(font).elidedText(text, Qt::ElideMiddle, width);
}

void paintArrow(QPainter &painter, const TopologyEdge &edge, const TopologyBox &child)
{
    const theme::Tokens &colors = theme::tokens();
    const bool calm = child.streaming && (child.health == Health::Good || child.stranger);
    QColor color = calm ? colors.textMuted : theme::healthColor(child.health);
    QPen pen(color, 1.5, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (!child.streaming)
        pen.setDashPattern({4, 3});
    constexpr double head = 5;
    QPainterPath line(edge.path.first());
    for (const QPointF &point : edge.path.mid(1, edge.path.size() - 2))
        line.lineTo(point);
    const QPointF tip = edge.path.last();
    line.lineTo(tip - QPointF(0, head));
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(line);
    QPainterPath arrow(tip);
    arrow.lineTo(tip + QPointF(-head, -head * 1.5));
    arrow.lineTo(tip + QPointF(head, -head * 1.5));
    arrow.closeSubpath();
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPath(arrow);
}

void paintLag(QPainter &painter, const TopologyEdge &edge, const TopologyBox &child, double widest)
{
    if (child.lag.isEmpty())
        return;
    const theme::Tokens &colors = theme::tokens();
    const QFont font = theme::tabularFont(theme::Type::Small);
    const QString text = elided(font, child.lag, widest - 16);
    const double width = QFontMetricsF(font).horizontalAdvance(text) + 16;
    const QRectF pill(edge.label.x() - width / 2, edge.label.y() - labelHeight / 2 - 2, width, labelHeight);
    const bool calm = child.health == Health::Good;
    painter.setPen(QPen(calm ? colors.line : theme::healthColor(child.health), 1));
    painter.setBrush(calm ? colors.surface : theme::healthSoftColor(child.health));
    painter.drawRoundedRect(pill, labelHeight / 2, labelHeight / 2);
    painter.setFont(font);
    painter.setPen(calm ? colors.text : theme::healthColor(child.health));
    painter.drawText(pill, Qt::AlignCenter, text);
}

void paintFrame(QPainter &painter, const QRectF &rect, const TopologyBox &box, const TopologyHighlight &highlight)
{
    const theme::Tokens &colors = theme::tokens();
    const bool selected = box.id == highlight.selected;
    const bool hovered = box.id == highlight.hovered;
    QPen border(colors.lineStrong, 1);
    if (box.health == Health::Critical || box.health == Health::Attention)
        border.setColor(theme::healthColor(box.health));
    if (hovered)
        border.setColor(colors.textMuted);
    if (selected)
        border = QPen(colors.accent, highlight.focused ? 2 : 1.5);
    if ((box.stranger || !box.answers) && !selected)
        border.setDashPattern({4, 3});
    painter.setPen(border);
    painter.setBrush(box.stranger ? colors.background : (hovered ? colors.raised : colors.surface));
    painter.drawRoundedRect(rect, theme::cornerRadius, theme::cornerRadius);
    if (box.series < 0)
        return;
    // The node's own colour, the same as its line in the chart.
    painter.save();
    QPainterPath inside;
    inside.addRoundedRect(rect.adjusted(1, 1, -1, -1), theme::cornerRadius - 1, theme::cornerRadius - 1);
    painter.setClipPath(inside);
    painter.fillRect(QRectF(rect.left(), rect.top(), 4, rect.height()), theme::seriesColor(box.series));
    painter.restore();
}

/// A left and a right text on one line; the left one gives way.
void paintLine(QPainter &painter, const QRectF &line, const QString &left, const QColor &leftColor,
               const QString &right, const QColor &rightColor)
{
    const QFontMetricsF metrics(painter.font());
    const double rightWidth = right.isEmpty() ? 0 : metrics.horizontalAdvance(right) + 8;
    painter.setPen(leftColor);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     elided(painter.font(), left, line.width() - std::min(rightWidth, line.width() * 0.6)));
    painter.setPen(rightColor);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, elided(painter.font(), right, line.width() * 0.6));
}

void paintName(QPainter &painter, const QRectF &line, const TopologyBox &box, const QString &right)
{
    const theme::Tokens &colors = theme::tokens();
    theme::paintHealth(painter, QRectF(line.left(), line.center().y() - markSide / 2, markSide, markSide),
                       box.stranger ? Health::Unknown : box.health);
    const QRectF text = line.adjusted(markSide + 6, 0, 0, 0);
    const double rightWidth =
        right.isEmpty() ? 0 : QFontMetricsF(theme::tabularFont(theme::Type::Small)).horizontalAdvance(right) + 8;
    painter.setFont(theme::font(theme::Type::Body, true));
    painter.setPen(box.stranger ? colors.textMuted : colors.text);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                     elided(painter.font(), box.name, text.width() - rightWidth));
    painter.setFont(theme::tabularFont(theme::Type::Small));
    painter.setPen(box.health == Health::Good ? colors.textMuted : theme::healthColor(box.health));
    painter.drawText(text, Qt::AlignRight | Qt::AlignVCenter, right);
}

void paintBox(QPainter &painter, const QRectF &rect, const TopologyBox &box, TopologyDensity density,
              const TopologyHighlight &highlight)
{
    const theme::Tokens &colors = theme::tokens();
    paintFrame(painter, rect, box, highlight);
    const QRectF inside = rect.adjusted(padding + (box.series < 0 ? 0 : 2), 0, -padding, 0);
    const QColor stateColor = theme::healthColor(box.stranger ? Health::Unknown : box.health);
    const auto line = [&inside](double top, double height) {
        return QRectF(inside.left(), inside.top() + top, inside.width(), height);
    };
    switch (density) {
    case TopologyDensity::Full:
        paintName(painter, line(10, 20), box, {});
        painter.setFont(theme::font(theme::Type::Small));
        paintLine(painter, line(33, 16), box.role, colors.textMuted, box.state, stateColor);
        paintLine(painter, line(52, 16), box.address, colors.textMuted, {}, {});
        break;
    case TopologyDensity::Compact:
        paintName(painter, line(6, 20), box, {});
        painter.setFont(theme::font(theme::Type::Small));
        paintLine(painter, line(27, 16), box.role.section(QLatin1Char(','), 0, 0), colors.textMuted, box.state,
                  stateColor);
        break;
    case TopologyDensity::Dense:
        paintName(painter, line(0, rect.height()), box, box.shortLag);
        break;
    }
}

TopologyMetrics metricsOf(TopologyDensity density)
{
    switch (density) {
    case TopologyDensity::Full:
        return {.box = {212, 78}, .gapAcross = 24, .gapDown = 66, .besideRoot = 118};
    case TopologyDensity::Compact:
        return {.box = {156, 50}, .gapAcross = 16, .gapDown = 58, .besideRoot = 118};
    case TopologyDensity::Dense:
        return {.box = {160, 30}, .gapAcross = 12, .gapDown = 24, .besideRoot = 118};
    }
    return {};
}

/// Wide enough to cut no name, within reason.
TopologyMetrics roomyMetrics(const QList<TopologyBox> &boxes)
{
    constexpr double widest = 320;
    TopologyMetrics metrics = metricsOf(TopologyDensity::Full);
    const QFontMetricsF names(theme::font(theme::Type::Body, true));
    const QFontMetricsF addresses(theme::font(theme::Type::Small));
    for (const TopologyBox &box : boxes) {
        const double wanted =
            std::max(names.horizontalAdvance(box.name) + markSide + 6, addresses.horizontalAdvance(box.address));
        metrics.box.setWidth(std::min(widest, std::max(metrics.box.width(), wanted + 2 * padding + 6)));
    }
    return metrics;
}

} // namespace

TopologyPicture composeTopology(const QList<TopologyBox> &boxes, const QSizeF &area)
{
    TopologyPicture best;
    double bestScale = 0;
    const QList<TopologyItem> items = topologyItems(boxes);
    const std::initializer_list<std::pair<TopologyDensity, TopologyMetrics>> choices{
        {TopologyDensity::Full, roomyMetrics(boxes)},
        {TopologyDensity::Full, metricsOf(TopologyDensity::Full)},
        {TopologyDensity::Compact, metricsOf(TopologyDensity::Compact)},
        {TopologyDensity::Dense, metricsOf(TopologyDensity::Dense)}};
    for (const auto &[density, metrics] : choices) {
        TopologyLayout layout = fittingTopology(items, metrics, area);
        const double scale = fittingScale(layout.size, area);
        if (scale < bestScale * 1.2) // to say less is worth it only where the letters grow
            continue;
        bestScale = scale;
        best.density = density;
        best.metrics = metrics;
        best.layout = std::move(layout);
        if (scale >= smallestGoodScale)
            break;
    }
    best.boxes = boxes;
    best.scale = std::max(0.01, bestScale);
    const QSizeF drawn = best.layout.size * best.scale;
    best.origin = {(area.width() - drawn.width()) / 2, (area.height() - drawn.height()) / 2};
    return best;
}

QRectF TopologyPicture::boxRect(const QString &id) const
{
    const auto found = layout.boxes.constFind(id);
    if (found == layout.boxes.constEnd())
        return {};
    return {origin + found->topLeft() * scale, found->size() * scale};
}

QString TopologyPicture::boxAt(const QPointF &point) const
{
    for (const TopologyBox &box : boxes) {
        if (boxRect(box.id).contains(point))
            return box.id;
    }
    return {};
}

void paintTopology(QPainter &painter, const TopologyPicture &picture, const TopologyHighlight &highlight)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(picture.origin);
    painter.scale(picture.scale, picture.scale);
    QHash<QString, const TopologyBox *> byId;
    for (const TopologyBox &box : picture.boxes)
        byId.insert(box.id, &box);
    for (const TopologyEdge &edge : picture.layout.edges)
        paintArrow(painter, edge, *byId[edge.to]);
    for (const TopologyBox &box : picture.boxes) {
        const QRectF rect = picture.layout.boxes.value(box.id);
        paintBox(painter, rect, box, picture.density, highlight);
        if (box.beside.isEmpty() || picture.density == TopologyDensity::Dense || byId.contains(box.parent))
            continue;
        painter.setFont(theme::tabularFont(theme::Type::Small));
        painter.setPen(theme::tokens().textMuted);
        painter.drawText(QRectF(rect.right() + 10, rect.top(), picture.metrics.besideRoot - 10, rect.height()),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, box.beside);
    }
    if (picture.density != TopologyDensity::Dense) {
        for (const TopologyEdge &edge : picture.layout.edges)
            paintLag(painter, edge, *byId[edge.to], picture.metrics.box.width());
    }
    painter.restore();
}

} // namespace howdah
