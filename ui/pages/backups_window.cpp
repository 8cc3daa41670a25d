#include "ui/pages/backups_window.h"

#include "core/base/sizes.h"
#include "ui/charts/axis_ticks.h"
#include "ui/pages/backups_table.h"
#include "ui/theme/theme.h"
#include "ui/wizards/text_label.h"

#include <QHelpEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace howdah {

namespace {

enum Lane { Backups, Reachable };
constexpr double labelWidth = 116, rightSpace = 14, topSpace = 4;
constexpr double laneHeight = 18, laneGap = 6, ticksApart = 96;
constexpr qint64 leastRangeMs = 3600000;
constexpr double edgeShare = 0.01; // so that the newest block is not cut

QString clockText(const QDateTime &at)
{
    return QLocale().toString(at.toLocalTime(), QStringLiteral("d MMM  HH:mm:ss"));
}

} // namespace

BackupsWindow::BackupsWindow(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
    setAccessibleName(tr("Time axis of backups and of the moments that can be recovered to"));
}

void BackupsWindow::setStock(const BackupStockPtr &stock)
{
    m_stock = stock;
    m_backups.clear();
    m_reachable.clear();
    m_scale.toMs = stock->madeAt.toMSecsSinceEpoch();
    m_scale.fromMs = m_scale.toMs - leastRangeMs;
    for (const BaseBackup &backup : stock->all()) {
        const qint64 ended = backup.stoppedAt.toMSecsSinceEpoch();
        const qint64 begun = backup.startedAt.isValid() ? backup.startedAt.toMSecsSinceEpoch() : ended;
        m_backups.append({begun, ended, backup.id,
                          tr("Base backup %1, ended %2, %3")
                              .arg(backups::titleOf(backup), clockText(backup.stoppedAt), prettySize(backup.bytes)),
                          backups::healthOf(backup, *stock) == Health::Critical});
        m_scale.fromMs = std::min(m_scale.fromMs, begun);
        if (const BackupReach *reach = stock->reachOf(backup.id))
            m_reachable.append({ended, reach->until.toMSecsSinceEpoch(), backup.id,
                                tr("Recoverable, from the backup %1").arg(backups::titleOf(backup))});
    }
    m_scale.widen(edgeShare);
    update();
}

void BackupsWindow::setChosen(const QString &backup)
{
    m_chosen = backup;
    update();
}

QRectF BackupsWindow::lane(int index) const
{
    return {labelWidth, topSpace + index * (laneHeight + laneGap), std::max(1.0, width() - labelWidth - rightSpace),
            laneHeight};
}

double BackupsWindow::xOf(qint64 atMs) const
{
    return m_scale.xOf(atMs, lane(Reachable));
}

qint64 BackupsWindow::timeAt(double x) const
{
    return m_scale.timeAt(x, lane(Reachable));
}

QRectF BackupsWindow::boxOf(const Span &span, const QRectF &lane, double narrowest) const
{
    const double right = std::min(lane.right(), xOf(span.toMs));
    const double left = std::max(lane.left(), std::min(xOf(span.fromMs), right - narrowest));
    return {left, lane.top(), std::max(narrowest, right - left), lane.height()};
}

void BackupsWindow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(theme::font(theme::Type::Small));
    const theme::Tokens &colors = theme::tokens();
    const QString names[] = {tr("Base backups"), tr("Recoverable")};
    for (const Lane index : {Backups, Reachable}) {
        const QRectF area = lane(index);
        painter.setPen(colors.textMuted);
        painter.drawText(QRectF(0, area.top(), labelWidth - 10, laneHeight), Qt::AlignLeft | Qt::AlignVCenter,
                         names[index]);
        painter.fillRect(area, colors.raised);
    }
    painter.fillRect(lane(Reachable), QBrush(colors.lineStrong, Qt::BDiagPattern));
    for (const Span &span : std::as_const(m_reachable)) {
        const QRectF box = boxOf(span, lane(Reachable), 2);
        painter.fillRect(box, colors.raised); // no hatching below it
        painter.fillRect(box, colors.good);
    }
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Span &span : std::as_const(m_backups)) {
        const QRectF box = boxOf(span, lane(Backups), 7);
        painter.setPen(span.backup == m_chosen ? QPen(colors.text, 2) : QPen(Qt::NoPen));
        painter.setBrush(span.bad ? colors.critical : colors.accent);
        painter.drawRoundedRect(box, 2, 2);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    paintTicks(painter);
}

void BackupsWindow::paintTicks(QPainter &painter) const
{
    const theme::Tokens &colors = theme::tokens();
    const QRectF area = lane(Reachable);
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

QStringList BackupsWindow::wordsAt(qint64 atMs) const
{
    QStringList words{clockText(QDateTime::fromMSecsSinceEpoch(atMs))};
    const qint64 near = (m_scale.toMs - m_scale.fromMs) / std::max(1, width()) * 4;
    const auto covers = [&](const Span &span) { return atMs >= span.fromMs - near && atMs <= span.toMs + near; };
    for (const Span &span : m_backups)
        if (covers(span))
            words << span.words;
    // The newest one that leads there is the one that recovery begins with.
    const auto from = std::find_if(m_reachable.crbegin(), m_reachable.crend(), covers);
    words << (from == m_reachable.crend() ? tr("Nothing leads there.") : from->words);
    return words;
}

bool BackupsWindow::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || !m_stock)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QToolTip::showText(help->globalPos(), plainToolTip(wordsAt(timeAt(help->pos().x())).join(QLatin1Char('\n'))), this);
    return true;
}

void BackupsWindow::mousePressEvent(QMouseEvent *event)
{
    const qint64 at = timeAt(event->position().x());
    const Span *nearest = nullptr;
    for (const Span &span : std::as_const(m_backups))
        if (!nearest || qAbs(span.toMs - at) < qAbs(nearest->toMs - at))
            nearest = &span;
    if (nearest)
        Q_EMIT backupPicked(nearest->backup);
}

} // namespace howdah
