#include "ui/pages/archive_growth_chart.h"

#include "core/base/sizes.h"
#include "ui/charts/axis_ticks.h"
#include "ui/theme/theme.h"

#include <QLocale>
#include <QPainter>
#include <QPolygonF>

#include <algorithm>

namespace howdah {

namespace {

constexpr qint64 hourMs = 3600 * 1000;
constexpr int hoursAhead = 48;
constexpr double labelWidth = 64, rightSpace = 12, topSpace = 8, axisHeight = 22;
constexpr int valueTicks = 4, timesApart = 90;

} // namespace

ArchiveGrowthChart::ArchiveGrowthChart(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("How the archive grows"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void ArchiveGrowthChart::setView(const ArchiveViewPtr &view)
{
    m_view = view;
    setToolTip(summary());
    update();
}

QString ArchiveGrowthChart::summary() const
{
    if (!m_view || !m_view->growth.bytesPerHour)
        return {};
    QString text = tr("%1, %2 an hour")
                       .arg(prettySize(m_view->inventory.totalBytes), prettySize(qint64(*m_view->growth.bytesPerHour)));
    if (m_view->bytesPerTransaction)
        text = tr("%1, %2 of WAL a transaction").arg(text, prettySize(qint64(*m_view->bytesPerTransaction)));
    return m_view->fullAt
               ? tr("%1; at this pace the disk is full on %2.")
                     .arg(text, QLocale().toString(m_view->fullAt->toLocalTime(), QStringLiteral("d MMM yyyy HH:mm")))
               : text + QLatin1Char('.');
}

/// From the end backwards: what an hour brought was not there before it.
QList<ArchiveGrowthChart::Point> ArchiveGrowthChart::past() const
{
    QList<Point> points;
    double bytes = double(m_view->inventory.totalBytes);
    points.prepend({m_view->madeAt.toMSecsSinceEpoch(), bytes});
    for (auto hour = m_view->growth.hours.crbegin(); hour != m_view->growth.hours.crend(); ++hour) {
        bytes -= double(hour->bytes);
        points.prepend({hour->from.toMSecsSinceEpoch(), std::max(0.0, bytes)});
    }
    return points;
}

void ArchiveGrowthChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(theme::tabularFont(theme::Type::Small));
    const theme::Tokens &colors = theme::tokens();
    if (!m_view || m_view->growth.hours.isEmpty()) {
        painter.setPen(colors.textMuted);
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, tr("Nothing is archived yet."));
        return;
    }
    const QList<Point> line = past();
    const qint64 now = line.last().atMs;
    const double pace = m_view->growth.bytesPerHour.value_or(0);
    const Point ahead{now + hoursAhead * hourMs, line.last().bytes + pace * hoursAhead};
    const double full = m_view->surroundings && m_view->surroundings->totalBytes > 0
                            ? line.last().bytes + double(m_view->surroundings->freeBytes)
                            : 0;
    double highest = std::max(ahead.bytes, 1.0);
    const bool fullInSight = full > 0 && full < 2 * highest;
    if (fullInSight)
        highest = std::max(highest, full);
    const QList<Tick> values = byteTicks(highest, valueTicks);
    const double top = values.isEmpty() ? highest : std::max(highest, values.last().value);
    const QRectF area(labelWidth, topSpace, std::max(1.0, width() - labelWidth - rightSpace),
                      std::max(1.0, height() - topSpace - axisHeight));
    const qint64 from = line.first().atMs;
    const auto place = [&](const Point &point) {
        return QPointF(area.left() + double(point.atMs - from) / double(ahead.atMs - from) * area.width(),
                       area.bottom() - std::min(point.bytes, top) / top * area.height());
    };
    for (const Tick &tick : values) {
        const double y = place({from, tick.value}).y();
        painter.setPen(colors.line);
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(colors.textMuted);
        painter.drawText(QRectF(0, y - 8, labelWidth - 8, 16), Qt::AlignRight | Qt::AlignVCenter, tick.label);
    }
    for (const Tick &tick :
         timeTicks(from, ahead.atMs, std::max(2, int(area.width()) / timesApart), QTimeZone::systemTimeZone())) {
        const double x = place({qint64(tick.value), 0}).x();
        painter.drawText(QRectF(x - 45, area.bottom() + 4, 90, axisHeight - 4), Qt::AlignHCenter | Qt::AlignTop,
                         tick.label);
    }
    QPolygonF drawn, filled;
    for (const Point &point : line)
        drawn << place(point);
    filled = drawn;
    filled << QPointF(drawn.last().x(), area.bottom()) << QPointF(drawn.first().x(), area.bottom());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.selection);
    painter.drawPolygon(filled);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colors.accent, 1.6));
    painter.drawPolyline(drawn);
    if (pace > 0) {
        painter.setPen(QPen(colors.accent, 1.6, Qt::DashLine));
        painter.drawLine(drawn.last(), place(ahead));
    }
    if (fullInSight) {
        const double y = place({from, full}).y();
        painter.setPen(QPen(colors.critical, 1.2, Qt::DashLine));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.drawText(QRectF(area.left() + 4, y + 2, area.width(), 16), Qt::AlignLeft | Qt::AlignVCenter,
                         tr("disk full"));
    }
    painter.setPen(colors.lineStrong);
    painter.drawLine(QPointF(drawn.last().x(), area.top()), QPointF(drawn.last().x(), area.bottom()));
    painter.setPen(colors.textMuted);
    painter.drawText(QRectF(drawn.last().x() + 4, area.bottom() - 18, 60, 16), Qt::AlignLeft | Qt::AlignVCenter,
                     tr("now"));
}

} // namespace howdah
