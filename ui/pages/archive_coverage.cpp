#include "ui/pages/archive_coverage.h"

#include "core/base/sizes.h"
#include "ui/theme/theme.h"
#include "ui/wizards/text_label.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace howdah {

namespace {

constexpr double labelWidth = 96, rightSpace = 2, barHeight = 18, barGap = 8, axisHeight = 22;
constexpr double narrowest = 3, narrowestHole = 6;

QString momentText(const QDateTime &moment)
{
    return QLocale().toString(moment.toLocalTime(), QStringLiteral("d MMM HH:mm:ss"));
}

} // namespace

ArchiveCoverage::ArchiveCoverage(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("What the archive holds, by timeline"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ArchiveCoverage::setView(const ArchiveViewPtr &view)
{
    m_view = view;
    m_first = m_last = 0;
    if (!view)
        return;
    bool any = false;
    for (const SegmentRun &run : view->inventory.runs) {
        m_first = any ? std::min(m_first, run.first) : run.first;
        m_last = any ? std::max(m_last, run.last) : run.last;
        any = true;
    }
    updateGeometry();
    update();
}

QSize ArchiveCoverage::sizeHint() const
{
    const double bars = double(std::max<qsizetype>(1, timelines().size()));
    return {600, int(bars * (barHeight + barGap) + axisHeight)};
}

QList<Timeline> ArchiveCoverage::timelines() const
{
    QList<Timeline> all;
    if (m_view)
        for (const SegmentRun &run : m_view->inventory.runs)
            if (!all.contains(run.timeline))
                all << run.timeline;
    return all;
}

QRectF ArchiveCoverage::bar(Timeline timeline) const
{
    const double index = double(std::max<qsizetype>(0, timelines().indexOf(timeline)));
    return {labelWidth, index * (barHeight + barGap), std::max(1.0, width() - labelWidth - rightSpace), barHeight};
}

double ArchiveCoverage::xOf(double segment) const
{
    const double all = double(m_last - m_first) + 1;
    return labelWidth + (segment - double(m_first)) / all * std::max(1.0, width() - labelWidth - rightSpace);
}

QRectF ArchiveCoverage::boxOf(Timeline timeline, quint64 first, quint64 last) const
{
    const QRectF area = bar(timeline);
    const double left = xOf(double(first));
    return {left, area.top(), std::max(narrowest, xOf(double(last) + 1) - left), area.height()};
}

QPointF ArchiveCoverage::placeOf(Timeline timeline, quint64 segment) const
{
    return boxOf(timeline, segment, segment).center();
}

QStringList ArchiveCoverage::wordsAt(const QPointF &place) const
{
    if (!m_view)
        return {};
    const auto names = [this](Timeline timeline, quint64 first, quint64 last) {
        const QString from = nameOf({timeline, first}, m_view->segmentBytes);
        return first == last ? from : tr("%1 to %2").arg(from, nameOf({timeline, last}, m_view->segmentBytes));
    };
    for (const ArchiveHole &hole : m_view->inventory.holes) {
        QRectF box = boxOf(hole.timeline, hole.first, hole.last);
        box.setWidth(std::max(narrowestHole, box.width()));
        if (box.contains(place))
            return {tr("Missing: %n segment(s)", nullptr, int(hole.count())),
                    names(hole.timeline, hole.first, hole.last), tr("No recovery goes past here.")};
    }
    for (const SegmentRun &run : m_view->inventory.runs)
        if (boxOf(run.timeline, run.first, run.last).contains(place))
            return {tr("%n segment(s), %1", nullptr, int(run.count())).arg(prettySize(run.bytes)),
                    names(run.timeline, run.first, run.last),
                    tr("Archived %1 to %2").arg(momentText(run.oldest), momentText(run.newest))};
    return {};
}

bool ArchiveCoverage::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QToolTip::showText(help->globalPos(), plainToolTip(wordsAt(help->pos()).join(QLatin1Char('\n'))), this);
    return true;
}

void ArchiveCoverage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(theme::font(theme::Type::Small));
    const theme::Tokens &colors = theme::tokens();
    const QList<Timeline> all = timelines();
    for (const Timeline timeline : all) {
        const QRectF area = bar(timeline);
        painter.setPen(colors.textMuted);
        painter.drawText(QRectF(0, area.top(), labelWidth - 10, barHeight), Qt::AlignLeft | Qt::AlignVCenter,
                         tr("Timeline %1").arg(timeline));
        painter.fillRect(area, colors.raised);
    }
    if (!m_view || all.isEmpty())
        return;
    for (const SegmentRun &run : m_view->inventory.runs)
        painter.fillRect(boxOf(run.timeline, run.first, run.last),
                         run.timeline == m_view->timeline || run.timeline == all.last() ? colors.good
                                                                                        : colors.textMuted);
    for (const ArchiveHole &hole : m_view->inventory.holes) {
        QRectF box = boxOf(hole.timeline, hole.first, hole.last);
        box.setWidth(std::max(narrowestHole, box.width()));
        painter.fillRect(box, colors.criticalSoft);
        painter.fillRect(box, QBrush(colors.critical, Qt::BDiagPattern));
        painter.setPen(colors.critical);
        painter.drawRect(box.adjusted(0, 0, -1, -1));
    }
    const double top = bar(all.last()).bottom() + 4;
    const QRectF axis(labelWidth, top, std::max(1.0, width() - labelWidth - rightSpace), axisHeight - 4);
    painter.setFont(theme::tabularFont(theme::Type::Small));
    painter.setPen(colors.textMuted);
    painter.drawText(axis, Qt::AlignLeft | Qt::AlignTop, startOf({1, m_first}, m_view->segmentBytes).toString());
    painter.drawText(axis, Qt::AlignRight | Qt::AlignTop, startOf({1, m_last + 1}, m_view->segmentBytes).toString());
}

} // namespace howdah
