// What stands under the crosshair, in words and as a box.
#include "ui/charts/lag_plot.h"
#include "ui/charts/reduction.h"
#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace howdah {

namespace {
constexpr double readOutRow = 17;
} // namespace

QList<LagPlot::ReadOutRow> LagPlot::readOutRows(qint64 atMs) const
{
    const auto tolerance =
        static_cast<qint64>(static_cast<double>(m_toMs - m_fromMs) / std::max(1.0, m_area.width()) * 3);
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
    const double width = 20 + std::max({14 + names + 16 + values, metrics.horizontalAdvance(time),
                                        metrics.horizontalAdvance(eventText)});
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
