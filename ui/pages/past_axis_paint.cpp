// How the time axis is drawn.
#include "ui/charts/axis_ticks.h"
#include "ui/pages/past_axis.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace howdah {

namespace {

enum Lane { Backups, Archive, Transactions };
constexpr double labelWidth = 96, rightSpace = 14, topSpace = 6;
constexpr double laneHeight = 16, laneGap = 8, tickHeight = 22, trackHeight = 14;
constexpr double ticksApart = 96;
constexpr double bandInset = 4; // a band is thinner than a block
constexpr int barWidth = 3;

void hatch(QPainter &painter, const QRectF &box, const QColor &color)
{
    painter.fillRect(box, QBrush(color, Qt::BDiagPattern));
}

} // namespace

int PastAxis::wantedHeight() const
{
    constexpr int usual = 150;
    return usual + (tracks() - 1) * static_cast<int>(trackHeight);
}

QRectF PastAxis::lane(int index) const
{
    const double more = (tracks() - 1) * trackHeight;
    const double top = topSpace + index * (laneHeight + laneGap) + (index > Archive ? more : 0);
    const double bottom = index == Transactions ? height() - tickHeight
                          : index == Archive    ? top + laneHeight + more
                                                : top + laneHeight;
    return {labelWidth, top, std::max(1.0, width() - labelWidth - rightSpace), std::max(1.0, bottom - top)};
}

QRectF PastAxis::trackBand(int track) const
{
    const QRectF area = lane(Archive);
    return {area.left(), area.top() + track * trackHeight + bandInset, area.width(), laneHeight - 2 * bandInset};
}

QPointF PastAxis::placeOf(const RestorePoint &point) const
{
    return {xOf(point.after.toMSecsSinceEpoch()), lane(Transactions).top() + 7};
}

QPointF PastAxis::endOf(const Track &track) const
{
    return {xOf(track.toMs), trackBand(trackOf(track.timeline)).center().y()};
}

double PastAxis::xOf(qint64 atMs) const
{
    return m_scale.xOf(atMs, lane(Transactions));
}

qint64 PastAxis::timeAt(double x) const
{
    return m_scale.timeAt(x, lane(Transactions));
}

QRectF PastAxis::boxOf(const Span &span, const QRectF &lane, double narrowest) const
{
    double left = std::max(lane.left(), xOf(span.fromMs));
    const double right = std::min(lane.right(), xOf(span.toMs));
    if (right < lane.left() || left > lane.right())
        return {};
    left = std::min(left, std::max(lane.left(), right - narrowest));
    return {left, lane.top(), std::max(narrowest, right - left), lane.height()};
}

void PastAxis::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(theme::font(theme::Type::Small));
    paintLanes(painter);
    paintTracks(painter);
    paintDensity(painter);
    paintRestorePoints(painter);
    paintTicks(painter);
    if (m_chosen.isValid())
        paintChosen(painter);
}

void PastAxis::paintLanes(QPainter &painter) const
{
    const theme::Tokens &colors = theme::tokens();
    const QString names[] = {tr("Base backups"), tr("Archive"), tr("Transactions")};
    for (const Lane index : {Backups, Archive, Transactions}) {
        const QRectF area = lane(index);
        painter.setPen(colors.textMuted);
        painter.drawText(QRectF(0, area.top(), labelWidth - 10, laneHeight), Qt::AlignLeft | Qt::AlignVCenter,
                         names[index]);
        painter.fillRect(area, colors.raised);
    }
    for (const Span &span : m_unreachable)
        hatch(painter, boxOf(span, lane(Transactions), 0), colors.lineStrong);
    for (const Span &span : m_live)
        painter.fillRect(boxOf(span, trackBand(span.track), 1), colors.lineStrong);
    for (const Span &span : m_archived)
        painter.fillRect(boxOf(span, trackBand(span.track), 3),
                         span.track + 1 < tracks() ? colors.textMuted : colors.good);
    for (const Span &span : m_holes) {
        const QRectF box = boxOf(span, trackBand(span.track).adjusted(0, -bandInset, 0, bandInset), 6);
        painter.fillRect(box, colors.criticalSoft);
        hatch(painter, box, colors.critical);
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.accent);
    for (const Span &span : m_backups)
        painter.drawRoundedRect(boxOf(span, lane(Backups), 7), 2, 2);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

/// Where one timeline was forked from another, and the end of the one that was left.
void PastAxis::paintTracks(QPainter &painter) const
{
    if (m_tracks.size() < 2)
        return;
    const theme::Tokens &colors = theme::tokens();
    const QRectF area = lane(Archive);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Track &track : m_tracks) {
        const QRectF band = trackBand(trackOf(track.timeline));
        painter.setPen(colors.textMuted);
        painter.drawText(QRectF(0, band.center().y() - 8, labelWidth - 10, 16), Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(track.timeline));
        if (const int parent = trackOf(track.parent); parent >= 0) {
            const double x = std::max(area.left(), xOf(track.forkMs));
            const QPointF corner(x, band.center().y());
            painter.setPen(QPen(colors.text, 1.5));
            painter.drawLine(QPointF(x, trackBand(parent).bottom()), corner);
            painter.drawLine(corner, QPointF(std::max(x, xOf(track.fromMs)), corner.y()));
        }
        if (!track.left)
            continue;
        constexpr double radius = 4;
        painter.setPen(QPen(colors.text, 1.5));
        painter.setBrush(colors.surface);
        painter.drawEllipse(endOf(track), radius, radius);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void PastAxis::paintRestorePoints(QPainter &painter) const
{
    constexpr double half = 5;
    const theme::Tokens &colors = theme::tokens();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const RestorePoint &point : m_view ? m_view->restorePoints : QList<RestorePoint>()) {
        if (!point.after.isValid())
            continue;
        const QPointF at = placeOf(point);
        if (at.x() < lane(Transactions).left())
            continue;
        painter.setPen(QPen(colors.surface, 1.5));
        painter.setBrush(colors.accent);
        painter.drawPolygon(
            QPolygonF({at + QPointF(0, -half), at + QPointF(half, 0), at + QPointF(0, half), at + QPointF(-half, 0)}));
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

/// One bar for a few pixels, as high as its share of the fullest; the least one is still seen.
void PastAxis::paintDensity(QPainter &painter) const
{
    if (!m_view || m_view->density.isEmpty())
        return;
    const Density &density = m_view->density;
    const QRectF area = lane(Transactions);
    QList<qint64> bars(static_cast<qsizetype>(area.width()) / barWidth + 1, 0);
    for (qsizetype index = 0; index < density.counts().size(); ++index) {
        const double x = xOf(density.fromMs() + index * density.widthMs()) - area.left();
        if (x >= 0 && x < area.width())
            bars[static_cast<qsizetype>(x) / barWidth] += density.counts().at(index);
    }
    const qint64 fullest = *std::max_element(bars.cbegin(), bars.cend());
    constexpr double least = 3;
    for (qsizetype bar = 0; bar < bars.size(); ++bar) {
        if (bars.at(bar) == 0)
            continue;
        const double share = static_cast<double>(bars.at(bar)) / static_cast<double>(fullest);
        const double high = least + share * (area.height() - least - 2);
        painter.fillRect(
            QRectF(area.left() + static_cast<double>(bar * barWidth), area.bottom() - high, barWidth - 1, high),
            theme::seriesColor(0));
    }
}

void PastAxis::paintTicks(QPainter &painter) const
{
    const theme::Tokens &colors = theme::tokens();
    const QRectF area = lane(Transactions);
    painter.setPen(QPen(colors.lineStrong, 1));
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    painter.setFont(theme::tabularFont(theme::Type::Small));
    const int count = std::max(2, static_cast<int>(area.width() / ticksApart));
    for (const Tick &tick : timeTicks(m_scale.fromMs, m_scale.toMs, count, QTimeZone::systemTimeZone())) {
        const double x = xOf(static_cast<qint64>(tick.value));
        painter.setPen(QPen(colors.lineStrong, 1));
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x, area.bottom() + 4));
        painter.setPen(colors.textMuted);
        QRectF label(x - 48, area.bottom() + 5, 96, 16);
        label.moveRight(std::min(label.right(), static_cast<double>(width())));
        painter.drawText(label, Qt::AlignHCenter | Qt::AlignTop, tick.label);
    }
}

/// The two points between which a recovery can end: left of the transaction, and right of it.
void PastAxis::paintChosen(QPainter &painter) const
{
    const theme::Tokens &colors = theme::tokens();
    const QRectF area = lane(Transactions);
    const double x = xOf(m_chosen.toMSecsSinceEpoch());
    if (x < area.left() - 1 || x > area.right() + 1)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors.critical, 1.5));
    painter.drawLine(QPointF(x, topSpace), QPointF(x, area.bottom()));
    if (m_chosenIsPoint)
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.critical);
    painter.drawPolygon(QPolygonF({{x - 2, area.bottom()}, {x - 9, area.bottom() - 5}, {x - 9, area.bottom() + 5}}));
    painter.drawPolygon(QPolygonF({{x + 2, area.bottom()}, {x + 9, area.bottom() - 5}, {x + 9, area.bottom() + 5}}));
}

} // namespace howdah
