#include "ui/charts/lag_plot.h"

#include "core/base/sizes.h"
#include "ui/charts/reduction.h"
#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace howdah {

namespace {
constexpr double topSpace = 10, bottomSpace = 24, rightSpace = 14, leastLeftSpace = 56;
constexpr double ticksApart = 44;     // pixels between value ticks, about
constexpr double timeTicksApart = 84; // and between time ticks
constexpr double stroke = 1.6;
constexpr qsizetype manyPoints = 600;

/// Qt strokes a wide line point by point, and a thin one many times faster; of a line that fills every column the width
/// does not show anyway.
QPen penFor(const QColor &color, qsizetype points)
{
    if (points > manyPoints) {
        QPen thin(color, 1);
        thin.setCosmetic(true);
        return thin;
    }
    return {color, stroke, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

} // namespace

LagPlot::LagPlot(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Lag chart"));
}

void LagPlot::setLines(const QList<LagLine> &lines, LagUnit unit, qint64 fromMs, qint64 toMs)
{
    m_lines = lines;
    m_unit = unit;
    setRange(fromMs, toMs);
}

void LagPlot::setEvents(const QList<HistoryEvent> &events)
{
    m_events = events;
    update();
}

void LagPlot::setRange(qint64 fromMs, qint64 toMs)
{
    m_fromMs = fromMs;
    m_toMs = std::max(fromMs + 1, toMs);
    redraw();
}

void LagPlot::setEmptyText(const QString &text)
{
    m_emptyText = text;
    update();
}

QString lagValueText(double value, LagUnit unit)
{
    const auto whole = static_cast<qint64>(value);
    return unit == LagUnit::Bytes ? prettySize(whole) : prettyDuration(whole);
}

void LagPlot::redraw()
{
    double highest = 0;
    m_empty = true;
    for (const LagLine &line : m_lines) {
        if (const std::optional<double> seen = highestBetween(line.segments, m_fromMs, m_toMs)) {
            highest = std::max(highest, *seen);
            m_empty = false;
        }
    }
    const int count = std::max(2, static_cast<int>((height() - topSpace - bottomSpace) / ticksApart));
    m_valueTicks = m_unit == LagUnit::Bytes ? byteTicks(highest, count) : durationTicks(highest, count);
    placePlotArea();
    m_timeTicks = timeTicks(m_fromMs, m_toMs, std::max(2, static_cast<int>(m_area.width() / timeTicksApart)),
                            QTimeZone::systemTimeZone());
    const int columns = std::max(1, static_cast<int>(m_area.width()));
    m_strokes.clear();
    for (const LagLine &line : std::as_const(m_lines)) {
        for (const QList<HistoryPoint> &segment : line.segments) {
            QPolygonF points = reducedToColumns(segment, m_fromMs, m_toMs, columns);
            if (points.isEmpty())
                continue;
            for (QPointF &point : points)
                point = {xOf(point.x()), yOf(point.y())};
            if (points.size() == 1) // a lone value between two gaps still deserves a dot
                points.append(points.first() + QPointF(1, 0));
            m_strokes.append({line.series, points});
        }
    }
    update();
}

void LagPlot::placePlotArea()
{
    const QFontMetricsF metrics(theme::tabularFont(theme::Type::Small));
    double labels = leastLeftSpace - 12;
    for (const Tick &tick : std::as_const(m_valueTicks))
        labels = std::max(labels, metrics.horizontalAdvance(tick.label));
    m_area = {labels + 12, topSpace, std::max(1.0, width() - labels - 12 - rightSpace),
              std::max(1.0, height() - topSpace - bottomSpace)};
}

double LagPlot::xOf(double atMs) const
{
    return m_area.left() +
           (atMs - static_cast<double>(m_fromMs)) / static_cast<double>(m_toMs - m_fromMs) * m_area.width();
}

double LagPlot::yOf(double value) const
{
    return m_area.bottom() - value / std::max(1e-9, m_valueTicks.last().value) * m_area.height();
}

qint64 LagPlot::timeAt(double x) const
{
    return m_fromMs +
           static_cast<qint64>((x - m_area.left()) / m_area.width() * static_cast<double>(m_toMs - m_fromMs));
}

void LagPlot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(painter);
    if (!hasFocus())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme::tokens().accent, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme::cornerRadius, theme::cornerRadius);
}

void LagPlot::paint(QPainter &painter) const
{
    const theme::Tokens &colors = theme::tokens();
    painter.fillRect(rect(), colors.surface);
    if (m_valueTicks.isEmpty())
        return;
    paintGrid(painter);
    paintStrokes(painter);
    if (m_empty) {
        painter.setFont(theme::font(theme::Type::Body));
        painter.setPen(colors.textMuted);
        painter.drawText(m_area.adjusted(24, 0, -24, 0), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
    }
    paintEvents(painter);
    if (m_cursorMs)
        paintCursor(painter);
}

void LagPlot::paintGrid(QPainter &painter) const
{
    const theme::Tokens &colors = theme::tokens();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setFont(theme::tabularFont(theme::Type::Small));
    for (const Tick &tick : m_valueTicks) {
        const double y = yOf(tick.value);
        painter.setPen(QPen(tick.value == 0 ? colors.lineStrong : colors.line, 1));
        painter.drawLine(QPointF(m_area.left(), y), QPointF(m_area.right(), y));
        painter.setPen(colors.textMuted);
        painter.drawText(QRectF(0, y - 9, m_area.left() - 8, 18), Qt::AlignRight | Qt::AlignVCenter, tick.label);
    }
    for (const Tick &tick : m_timeTicks) {
        const double x = xOf(tick.value);
        painter.setPen(QPen(colors.lineStrong, 1));
        painter.drawLine(QPointF(x, m_area.bottom()), QPointF(x, m_area.bottom() + 4));
        painter.setPen(colors.textMuted);
        QRectF label(x - 40, m_area.bottom() + 5, 80, 16);
        label.moveRight(std::min(label.right(), width() + 22.0));
        painter.drawText(label, Qt::AlignHCenter | Qt::AlignTop, tick.label);
    }
}

void LagPlot::paintStrokes(QPainter &painter) const
{
    painter.save();
    painter.setClipRect(m_area.adjusted(0, -2, 1, 2));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    for (const Stroke &one : m_strokes) {
        painter.setPen(penFor(theme::seriesColor(one.series), one.points.size()));
        painter.drawPolyline(one.points);
    }
    painter.restore();
}

void LagPlot::paintEvents(QPainter &painter) const
{
    const theme::Tokens &colors = theme::tokens();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const HistoryEvent &event : m_events) {
        if (event.atMs < m_fromMs || event.atMs > m_toMs)
            continue;
        const double x = xOf(static_cast<double>(event.atMs));
        const bool bad = event.kind == QLatin1String("down");
        const QColor color = bad ? colors.critical : colors.accent;
        painter.setPen(QPen(color, 1, Qt::DashLine));
        painter.drawLine(QPointF(x, m_area.top()), QPointF(x, m_area.bottom()));
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawPolygon(QPolygonF({{x - 4, m_area.top() - 6}, {x + 4, m_area.top() - 6}, {x, m_area.top() + 1}}));
    }
}

} // namespace howdah
