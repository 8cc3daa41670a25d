#include "ui/charts/lag_plot.h"

#include "core/base/sizes.h"
#include "ui/charts/reduction.h"
#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace howdah {

namespace {
constexpr double topSpace = 10, bottomSpace = 24, rightSpace = 14, leastLeftSpace = 56;
constexpr double ticksApart = 44;     // pixels between value ticks, about
constexpr double timeTicksApart = 84; // and between time ticks
constexpr double stroke = 1.6;
constexpr double readOutRow = 17;
constexpr qsizetype manyPoints = 600;

/// Qt strokes a wide line point by point, and a thin one many times faster; of a line that fills every column the width does not
/// show anyway.
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

LagPlot::LagPlot(QWidget *parent) : QWidget(parent)
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
    return m_area.left() + (atMs - static_cast<double>(m_fromMs)) / static_cast<double>(m_toMs - m_fromMs) * m_area.width();
}

double LagPlot::yOf(double value) const
{
    return m_area.bottom() - value / std::max(1e-9, m_valueTicks.last().value) * m_area.height();
}

qint64 LagPlot::timeAt(double x) const
{
    return m_fromMs + static_cast<qint64>((x - m_area.left()) / m_area.width() * static_cast<double>(m_toMs - m_fromMs));
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

QList<LagPlot::ReadOutRow> LagPlot::readOutRows(qint64 atMs) const
{
    const auto tolerance = static_cast<qint64>(static_cast<double>(m_toMs - m_fromMs) / std::max(1.0, m_area.width()) * 3);
    QList<ReadOutRow> rows;
    for (const LagLine &line : m_lines) {
        if (const std::optional<HistoryPoint> point = pointAt(line.segments, atMs, std::max<qint64>(1500, tolerance)))
            rows.append({line.node, lagValueText(point->maximum, m_unit), line.series, point->maximum});
        else
            rows.append({line.node, tr("not known"), line.series, -1});
    }
    std::stable_sort(rows.begin(), rows.end(), [](const auto &one, const auto &other) { return one.raw > other.raw; });
    return rows;
}

QString LagPlot::readOutTime(qint64 atMs) const
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(atMs);
    const bool daysMatter = m_toMs - m_fromMs > 12 * 3'600'000LL;
    return QLocale().toString(moment, daysMatter ? QStringLiteral("ddd d MMM HH:mm") : QStringLiteral("HH:mm:ss"));
}

const HistoryEvent *LagPlot::eventNear(qint64 atMs) const
{
    const double x = xOf(static_cast<double>(atMs));
    for (const HistoryEvent &event : m_events) {
        if (std::abs(xOf(static_cast<double>(event.atMs)) - x) < 5)
            return &event;
    }
    return nullptr;
}

QStringList LagPlot::readOut() const
{
    if (!m_cursorMs)
        return {};
    QStringList lines{readOutTime(*m_cursorMs)};
    if (const HistoryEvent *event = eventNear(*m_cursorMs))
        lines.append(event->text);
    for (const ReadOutRow &row : readOutRows(*m_cursorMs))
        lines.append(QStringLiteral("%1: %2").arg(row.node, row.value));
    return lines;
}

void LagPlot::paintCursor(QPainter &painter) const
{
    const theme::Tokens &colors = theme::tokens();
    const double x = xOf(static_cast<double>(*m_cursorMs));
    if (x < m_area.left() || x > m_area.right())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors.textMuted, 1));
    painter.drawLine(QPointF(x, m_area.top()), QPointF(x, m_area.bottom()));

    QList<ReadOutRow> rows = readOutRows(*m_cursorMs);
    for (const ReadOutRow &row : std::as_const(rows)) {
        if (row.raw < 0)
            continue;
        painter.setPen(QPen(colors.surface, 1.5));
        painter.setBrush(theme::seriesColor(row.series));
        painter.drawEllipse(QPointF(x, yOf(row.raw)), 4, 4);
    }
    const HistoryEvent *event = eventNear(*m_cursorMs);
    const auto room = static_cast<qsizetype>((m_area.height() - 16) / readOutRow) - (event ? 2 : 1);
    const qsizetype left = rows.size() - std::max<qsizetype>(1, room);
    if (left > 0)
        rows = rows.mid(0, rows.size() - left - 1);

    const QFontMetricsF metrics(theme::font(theme::Type::Small));
    constexpr double widestName = 160;
    const QString time = readOutTime(*m_cursorMs);
    const QString eventText = event ? metrics.elidedText(event->text, Qt::ElideRight, 260) : QString();
    double names = 0, values = 0;
    for (ReadOutRow &row : rows) {
        row.node = metrics.elidedText(row.node, Qt::ElideMiddle, widestName);
        names = std::max(names, metrics.horizontalAdvance(row.node));
        values = std::max(values, metrics.horizontalAdvance(row.value));
    }
    const double width = 20 + std::max({14 + names + 16 + values, metrics.horizontalAdvance(time), metrics.horizontalAdvance(eventText)});
    const qsizetype lines = rows.size() + 1 + (event ? 1 : 0) + (left > 0 ? 1 : 0);
    QRectF box(x + 12, m_area.top() + 4, width, 12 + static_cast<double>(lines) * readOutRow);
    if (box.right() > m_area.right())
        box.moveRight(x - 12);
    painter.setPen(QPen(colors.lineStrong, 1));
    painter.setBrush(colors.raised);
    painter.drawRoundedRect(box, theme::cornerRadius, theme::cornerRadius);

    QRectF line(box.left() + 10, box.top() + 6, box.width() - 20, readOutRow);
    const auto next = [&line] { line.translate(0, readOutRow); };
    painter.setFont(theme::font(theme::Type::Small, true));
    painter.setPen(colors.text);
    painter.drawText(line, Qt::AlignVCenter, time);
    next();
    painter.setFont(theme::font(theme::Type::Small));
    if (event) {
        painter.setPen(colors.accent);
        painter.drawText(line, Qt::AlignVCenter, eventText);
        next();
    }
    for (const ReadOutRow &row : std::as_const(rows)) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme::seriesColor(row.series));
        painter.drawEllipse(QPointF(line.left() + 4, line.center().y()), 4, 4);
        painter.setPen(colors.textMuted);
        painter.drawText(line.adjusted(14, 0, 0, 0), Qt::AlignVCenter, row.node);
        painter.setPen(colors.text);
        painter.drawText(line, Qt::AlignVCenter | Qt::AlignRight, row.value);
        next();
    }
    if (left > 0) {
        painter.setPen(colors.textMuted);
        painter.drawText(line, Qt::AlignVCenter, tr("and %n more", nullptr, static_cast<int>(left) + 1));
    }
}

} // namespace howdah
