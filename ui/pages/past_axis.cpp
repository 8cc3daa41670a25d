#include "ui/pages/past_axis.h"

#include "core/base/sizes.h"
#include "ui/theme/theme.h"
#include "ui/wizards/text_label.h"

#include <QHelpEvent>
#include <QLineF>
#include <QLocale>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>

namespace howdah {

namespace {
constexpr qint64 leastRangeMs = 60000;
constexpr double edgeShare = 0.01; // so that the newest bar is not cut

/// When the segment with this position was written, by its place in its run.
std::optional<qint64> writtenAt(const ArchiveInventory &archive, Timeline timeline, Lsn lsn)
{
    const quint64 number = segmentNumberAt(lsn, archive.segmentBytes);
    for (const SegmentRun &run : archive.runs) {
        if (run.timeline != timeline || number < run.first || number > run.last)
            continue;
        const double share = run.count() > 1 ? double(number - run.first) / double(run.count() - 1) : 1;
        return run.oldest.toMSecsSinceEpoch() + static_cast<qint64>(share * double(run.oldest.msecsTo(run.newest)));
    }
    return std::nullopt;
}

QString clockText(const QDateTime &at)
{
    return QLocale().toString(at.toLocalTime(), QStringLiteral("d MMM  HH:mm:ss"));
}
} // namespace

PastAxis::PastAxis(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
    setAccessibleName(tr("Time axis of backups, archive and transactions"));
}

void PastAxis::setPast(const PastViewPtr &view)
{
    m_view = view;
    m_backups.clear();
    m_archived.clear();
    m_live.clear();
    m_holes.clear();
    m_unreachable.clear();
    m_scale.toMs = m_view->madeAt.toMSecsSinceEpoch();
    m_tracks.clear();
    if (m_view->machine) {
        takeBackups();
        takeTracks();
        takeArchive();
    }
    takeRange();
    takeReach();
    updateGeometry();
    update();
}

void PastAxis::setChosen(const QDateTime &at, bool isPoint)
{
    m_chosen = at;
    m_chosenIsPoint = isPoint;
    update();
}

void PastAxis::takeBackups()
{
    for (const BaseBackup &backup : m_view->machine->material.backups) {
        const QDateTime begin = backup.startedAt.isValid() ? backup.startedAt : backup.stoppedAt;
        m_backups.append({begin.toMSecsSinceEpoch(), backup.stoppedAt.toMSecsSinceEpoch(),
                          tr("Base backup %1, ended %2, %3")
                              .arg(backup.label.isEmpty() ? backup.id : backup.label, clockText(backup.stoppedAt),
                                   prettySize(backup.bytes))});
    }
}

/// The timelines that the archive knows, by its segments and its history files.
void PastAxis::takeTracks()
{
    const RecoveryMaterial &material = m_view->machine->material;
    QMap<Timeline, Track> all;
    for (const SegmentRun &run : material.archive.runs) {
        Track &track = all[run.timeline];
        track.timeline = run.timeline;
        const qint64 from = run.oldest.toMSecsSinceEpoch();
        track.fromMs = track.fromMs == 0 ? from : std::min(track.fromMs, from);
        track.toMs = std::max(track.toMs, run.newest.toMSecsSinceEpoch());
    }
    for (Track &track : all) {
        const QList<TimelineEntry> way = timelineHistory(material.histories.value(track.timeline), track.timeline);
        track.forkMs = track.fromMs;
        if (way.size() > 1) {
            const TimelineEntry &before = way.at(way.size() - 2);
            track.parent = before.timeline;
            track.forkMs =
                writtenAt(material.archive, before.timeline, before.end.value_or(Lsn())).value_or(track.fromMs);
        }
        if (all.contains(track.parent))
            all[track.parent].left = true;
    }
    m_tracks = all.values();
    if (m_tracks.size() > mostTracks)
        m_tracks = m_tracks.mid(m_tracks.size() - mostTracks);
}

int PastAxis::trackOf(Timeline timeline) const
{
    for (qsizetype index = 0; index < m_tracks.size(); ++index)
        if (m_tracks.at(index).timeline == timeline)
            return static_cast<int>(index);
    return -1;
}

/// Segments are placed by when their files were written.
void PastAxis::takeArchive()
{
    const TimeMachine &machine = *m_view->machine;
    const SegmentRun *before = nullptr;
    for (const SegmentRun &run : machine.material.archive.runs) {
        const int track = trackOf(run.timeline);
        if (track < 0)
            continue;
        m_archived.append(
            {run.oldest.toMSecsSinceEpoch(), run.newest.toMSecsSinceEpoch(),
             tr("Archive, timeline %1: %2 segments, %3").arg(run.timeline).arg(run.count()).arg(prettySize(run.bytes)),
             track});
        if (before && before->timeline == run.timeline)
            m_holes.append({before->newest.toMSecsSinceEpoch(), run.oldest.toMSecsSinceEpoch(),
                            tr("A hole in the archive: %1 segments are missing").arg(run.first - before->last - 1),
                            track});
        before = &run;
    }
    QDateTime live = before ? before->newest : QDateTime();
    for (const ArchiveFile &file : machine.wal.places.live)
        if (!before && file.kind == ArchiveFile::Kind::Segment && (!live.isValid() || file.modified < live))
            live = file.modified;
    if (live.isValid())
        m_live.append({live.toMSecsSinceEpoch(), m_scale.toMs,
                       tr("In pg_wal of %1, not archived yet").arg(machine.node), tracks() - 1});
}

/// From the first thing there is to show, within the time that was asked for.
void PastAxis::takeRange()
{
    m_scale.fromMs = m_scale.toMs - leastRangeMs;
    if (!m_view->density.isEmpty())
        m_scale.fromMs = std::min(m_scale.fromMs, m_view->density.fromMs());
    for (const QList<Span> &spans : {m_backups, m_archived})
        for (const Span &span : spans)
            m_scale.fromMs = std::min(m_scale.fromMs, span.fromMs);
    if (m_view->filter.since.isValid())
        m_scale.fromMs = std::max(m_scale.fromMs, m_view->filter.since.toMSecsSinceEpoch());
    m_scale.widen(edgeShare);
}

/// Recovery goes forward from the end of a backup, up to a hole.
void PastAxis::takeReach()
{
    if (!m_view->machine)
        return;
    if (m_view->machine->archive.isEmpty()) {
        m_unreachable.append({m_scale.fromMs, m_scale.toMs, tr("Not recoverable: WAL is not archived")});
        return;
    }
    const auto nextBackup = [this](qint64 after) {
        qint64 first = m_scale.toMs;
        for (const Span &backup : std::as_const(m_backups))
            if (backup.toMs >= after)
                first = std::min(first, backup.toMs);
        return first;
    };
    if (const qint64 first = nextBackup(m_scale.fromMs);
        m_backups.isEmpty() || m_backups.first().toMs >= m_scale.fromMs)
        m_unreachable.append({m_scale.fromMs, first, tr("Not recoverable: no base backup had ended by then")});
    for (const Span &hole : std::as_const(m_holes))
        m_unreachable.append(
            {hole.fromMs, nextBackup(hole.fromMs), tr("Not recoverable: behind a hole, before the next base backup")});
}

QStringList PastAxis::wordsAt(qint64 atMs) const
{
    QStringList words{clockText(QDateTime::fromMSecsSinceEpoch(atMs))};
    const qint64 aPixel = (m_scale.toMs - m_scale.fromMs) / std::max(1, width());
    const qint64 near = aPixel * 4;
    for (const QList<Span> &spans : {m_backups, m_holes, m_archived, m_live, m_unreachable})
        for (const Span &span : spans)
            if (atMs >= span.fromMs - near && atMs <= span.toMs + near)
                words << span.words;
    for (const RestorePoint &point : m_view ? m_view->restorePoints : QList<RestorePoint>())
        if (point.after.isValid() && qAbs(point.after.toMSecsSinceEpoch() - atMs) <= near)
            words << tr("Restore point “%1”").arg(point.name);
    for (const Track &track : m_tracks)
        if (track.left && qAbs(track.toMs - atMs) <= near)
            words << tr("Timeline %1 ends here: another one was forked from it").arg(track.timeline);
    if (m_view && !m_view->density.isEmpty()) {
        const Density &density = m_view->density;
        qint64 count = 0;
        for (qsizetype index = 0; index < density.counts().size(); ++index) {
            const qint64 at = density.fromMs() + index * density.widthMs();
            if (at + density.widthMs() > atMs - aPixel * 2 && at < atMs + aPixel * 2)
                count += density.counts().at(index);
        }
        if (count > 0)
            words << tr("%n transaction(s)", nullptr, static_cast<int>(count));
    }
    return words;
}

bool PastAxis::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), plainToolTip(wordsAt(timeAt(help->pos().x())).join(QLatin1Char('\n'))),
                           this);
        return true;
    }
    return QWidget::event(event);
}

/// A mark that is hit is meant; else the moment.
void PastAxis::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    constexpr double reach = 7;
    const auto isHit = [event](const QPointF &place) { return QLineF(place, event->position()).length() <= reach; };
    for (const RestorePoint &point : m_view ? m_view->restorePoints : QList<RestorePoint>())
        if (point.after.isValid() && isHit(placeOf(point))) {
            Q_EMIT restorePointPicked(point);
            return;
        }
    for (const Track &track : std::as_const(m_tracks))
        if (track.left && isHit(endOf(track))) {
            Q_EMIT endPicked(track.timeline);
            return;
        }
    Q_EMIT momentPicked(QDateTime::fromMSecsSinceEpoch(timeAt(event->position().x())));
}

std::optional<QPointF> PastAxis::placeOfRestorePoint(const QString &name) const
{
    for (const RestorePoint &point : m_view ? m_view->restorePoints : QList<RestorePoint>())
        if (point.name == name && point.after.isValid())
            return placeOf(point);
    return std::nullopt;
}

std::optional<QPointF> PastAxis::placeOfEnd(Timeline timeline) const
{
    for (const Track &track : m_tracks)
        if (track.timeline == timeline && track.left)
            return endOf(track);
    return std::nullopt;
}

} // namespace howdah
