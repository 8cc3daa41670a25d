#include "core/backup/recovery_target.h"

#include <QCoreApplication>

#include <algorithm>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::RecoveryWay)
};

QString said(const QDateTime &moment)
{
    return moment.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss 'UTC'"));
}

QString said(const RecoveryTarget &target)
{
    return target.kind == RecoveryTarget::Kind::Time ? said(target.time) : target.lsn.toString();
}

/// A backup can be the base of what lies after its end, on a way that its timeline is part of.
bool endedBefore(const BaseBackup &backup, const RecoveryTarget &target)
{
    if (target.lsn.isValid())
        return backup.stop <= target.lsn;
    return target.kind != RecoveryTarget::Kind::Time || backup.stoppedAt <= target.time;
}

bool liesOn(const QList<TimelineEntry> &way, const BaseBackup &backup, const RecoveryMaterial &material)
{
    if (material.unlisted) // where the timelines forked is not known
        return backup.timeline <= way.last().timeline;
    return std::any_of(way.begin(), way.end(), [&backup](const TimelineEntry &entry) {
        return entry.timeline == backup.timeline && (!entry.end || backup.stop <= *entry.end);
    });
}

RecoveryWay noWay(const QString &why, const QString &hint)
{
    return {.why = why, .hint = hint};
}

RecoveryWay withoutBackup(const RecoveryTarget &target, const RecoveryMaterial &material)
{
    const auto oldest =
        std::min_element(material.backups.begin(), material.backups.end(),
                         [](const BaseBackup &left, const BaseBackup &right) { return left.stop < right.stop; });
    if (oldest == material.backups.end())
        return noWay(Tr::tr("There is no base backup of this cluster on record."),
                     Tr::tr("Take one: what happens after its end can be recovered from then on."));
    return noWay(Tr::tr("Needs a base backup that ended before %1; the oldest that fits ended %2, at %3.")
                     .arg(said(target), said(oldest->stoppedAt), oldest->stop.toString()),
                 Tr::tr("Choose a later target, or name an older backup."));
}

/// The file that lies there under its name says more than that it is missing.
QString whyMissing(const WalSegment &missing, const RecoveryMaterial &material)
{
    const QString name = nameOf(missing, material.archive.segmentBytes);
    for (const ArchiveFault &fault : material.faults)
        if (fault.file.startsWith(name))
            return fault.why;
    for (const ArchiveFile &file : material.archive.unfinished)
        if (file.name == name)
            return Tr::tr("Segment %1 is cut off: its file is shorter than a segment.").arg(name);
    return Tr::tr("Segment %1 is missing in the archive.").arg(name);
}

RecoveryWay overHole(const WalSegment &missing, const RecoveryMaterial &material)
{
    return noWay(whyMissing(missing, material),
                 Tr::tr("Recovery goes as far as %1. Look for the segment in pg_wal of every node and in copies of the"
                        " archive, or choose an earlier target.")
                     .arg(startOf(missing, material.archive.segmentBytes).toString()));
}

QList<BaseBackup> newestFirst(QList<BaseBackup> backups)
{
    std::sort(backups.begin(), backups.end(),
              [](const BaseBackup &left, const BaseBackup &right) { return left.stop > right.stop; });
    return backups;
}

} // namespace

RecoveryWay recoveryWay(const RecoveryTarget &target, const RecoveryMaterial &material)
{
    const Timeline timeline =
        target.timeline ? target.timeline : std::max<Timeline>(1, material.archive.newestTimeline());
    const QByteArray history = material.histories.value(timeline);
    if (timeline > 1 && history.isEmpty() && !material.unlisted)
        return noWay(Tr::tr("The history of timeline %1 is not in the archive.").arg(timeline),
                     Tr::tr("Copy %1 there from pg_wal of a node that is on this timeline.")
                         .arg(QString::asprintf("%08X.history", timeline)));
    const QList<TimelineEntry> way = timelineHistory(history, timeline);
    std::optional<WalSegment> firstMissing;
    for (const BaseBackup &backup : newestFirst(material.backups)) {
        if (backup.systemIdentifier != material.systemIdentifier || !liesOn(way, backup, material) ||
            !endedBefore(backup, target))
            continue;
        if (material.unlisted)
            return {.backup = backup, .timeline = timeline};
        const Lsn needed = target.lsn.isValid() ? target.lsn : backup.stop;
        if (const std::optional<WalSegment> missing = material.archive.missingOn(way, backup.start, needed)) {
            firstMissing = firstMissing ? firstMissing : missing;
            continue;
        }
        return {.backup = backup, .timeline = timeline, .reaches = material.archive.contiguousEnd(way, backup.start)};
    }
    return firstMissing ? overHole(*firstMissing, material) : withoutBackup(target, material);
}

} // namespace howdah
