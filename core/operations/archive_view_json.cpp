#include "core/operations/archive_view.h"

#include <QJsonArray>

namespace howdah {

namespace {

template <typename Number> QJsonValue orNull(const std::optional<Number> &value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue orNull(const QDateTime &moment)
{
    return moment.isValid() ? QJsonValue(moment.toUTC().toString(Qt::ISODate)) : QJsonValue(QJsonValue::Null);
}

QJsonValue orNull(const std::optional<QDateTime> &moment)
{
    return orNull(moment.value_or(QDateTime()));
}

/// Of a run or a hole.
QJsonObject stretch(const ArchiveView &view, Timeline timeline, quint64 first, quint64 last)
{
    return {{QStringLiteral("first"), nameOf({timeline, first}, view.segmentBytes)},
            {QStringLiteral("last"), nameOf({timeline, last}, view.segmentBytes)},
            {QStringLiteral("segments"), qint64(last - first + 1)}};
}

QJsonArray timelines(const ArchiveView &view)
{
    QMap<Timeline, QJsonObject> all;
    const auto append = [&all](Timeline timeline, const QString &key, const QJsonObject &one) {
        QJsonObject &entry = all[timeline];
        QJsonArray list = entry.value(key).toArray();
        list << one;
        entry.insert(QStringLiteral("timeline"), qint64(timeline));
        entry.insert(key, list);
    };
    for (const SegmentRun &run : view.inventory.runs) {
        QJsonObject one = stretch(view, run.timeline, run.first, run.last);
        one.insert(QStringLiteral("bytes"), run.bytes);
        one.insert(QStringLiteral("oldest"), orNull(run.oldest));
        one.insert(QStringLiteral("newest"), orNull(run.newest));
        append(run.timeline, QStringLiteral("runs"), one);
    }
    for (const ArchiveHole &hole : view.inventory.holes)
        append(hole.timeline, QStringLiteral("holes"), stretch(view, hole.timeline, hole.first, hole.last));
    QJsonArray list;
    for (QJsonObject &one : all) {
        if (!one.contains(QStringLiteral("holes")))
            one.insert(QStringLiteral("holes"), QJsonArray());
        list << one;
    }
    return list;
}

QJsonArray names(const QList<ArchiveFile> &files)
{
    QJsonArray list;
    for (const ArchiveFile &file : files)
        list << file.name;
    return list;
}

QString kindName(ArchiveFault::Kind kind)
{
    switch (kind) {
    case ArchiveFault::Kind::NotWal:
        return QStringLiteral("notWal");
    case ArchiveFault::Kind::OtherCluster:
        return QStringLiteral("otherCluster");
    case ArchiveFault::Kind::OtherPlace:
        return QStringLiteral("otherPlace");
    case ArchiveFault::Kind::CutOff:
        return QStringLiteral("cutOff");
    case ArchiveFault::Kind::Unreadable:
        return QStringLiteral("unreadable");
    }
    return {};
}

QJsonArray faults(const ArchiveView &view)
{
    QJsonArray list;
    for (const ArchiveFault &fault : view.faults)
        list << QJsonObject{{QStringLiteral("file"), fault.file},
                            {QStringLiteral("kind"), kindName(fault.kind)},
                            {QStringLiteral("why"), fault.why}};
    return list;
}

QJsonObject archiver(const ArchiveView &view)
{
    QJsonValue trouble;
    if (view.trouble)
        trouble =
            QJsonObject{{QStringLiteral("what"), view.trouble->what}, {QStringLiteral("remedy"), view.trouble->remedy}};
    return {{QStringLiteral("mode"), orNull(view.mode)},
            {QStringLiteral("command"), orNull(view.command)},
            {QStringLiteral("library"), orNull(view.library)},
            {QStringLiteral("archived"), orNull(view.archivedCount)},
            {QStringLiteral("failed"), orNull(view.failedCount)},
            {QStringLiteral("lastArchived"), orNull(view.lastArchived)},
            {QStringLiteral("lastArchivedAt"), orNull(view.lastArchivedAt)},
            {QStringLiteral("lastFailed"), orNull(view.lastFailed)},
            {QStringLiteral("lastFailedAt"), orNull(view.lastFailedAt)},
            {QStringLiteral("waiting"), view.waiting},
            {QStringLiteral("waitingBytes"), view.waitingBytes()},
            {QStringLiteral("trouble"), trouble}};
}

QJsonArray retaining(const ArchiveView &view)
{
    QJsonArray list;
    for (const SlotSample &slot : view.retaining)
        list << QJsonObject{{QStringLiteral("name"), slot.name},
                            {QStringLiteral("type"), slot.type},
                            {QStringLiteral("active"), slot.active},
                            {QStringLiteral("walStatus"), orNull(slot.walStatus)},
                            {QStringLiteral("retainedBytes"), orNull(slot.retainedBytes)},
                            {QStringLiteral("safeBytes"), orNull(slot.safeWalBytes)}};
    return list;
}

QJsonArray receivers(const ArchiveView &view)
{
    QJsonArray list;
    for (const WalSenderSample &one : view.receivers)
        list << QJsonObject{{QStringLiteral("name"), one.applicationName},
                            {QStringLiteral("state"), orNull(one.state)},
                            {QStringLiteral("slot"), orNull(one.slotName)},
                            {QStringLiteral("lagBytes"), orNull(view.lagOf(one))},
                            {QStringLiteral("flushedLsn"), orNull(one.flushed ? one.flushed->toString() : QString())}};
    return list;
}

QJsonObject archive(const ArchiveView &view)
{
    const auto &seen = view.surroundings;
    const bool reached = seen && seen->reached && seen->totalBytes > 0;
    return {{QStringLiteral("directory"), orNull(view.place.directory)},
            {QStringLiteral("host"), orNull(view.place.destination)},
            {QStringLiteral("issue"), orNull(view.issue)},
            {QStringLiteral("bytes"),
             view.place.directory.isEmpty() ? QJsonValue() : QJsonValue(view.inventory.totalBytes)},
            {QStringLiteral("freeBytes"), reached ? QJsonValue(seen->freeBytes) : QJsonValue()},
            {QStringLiteral("totalBytes"), reached ? QJsonValue(seen->totalBytes) : QJsonValue()},
            {QStringLiteral("bytesPerHour"), orNull(view.growth.bytesPerHour)},
            {QStringLiteral("bytesPerTransaction"), orNull(view.bytesPerTransaction)},
            {QStringLiteral("fullAt"), orNull(view.fullAt)}};
}

} // namespace

QJsonObject toJson(const ArchiveView &view)
{
    return {{QStringLiteral("cluster"), view.cluster},
            {QStringLiteral("node"), view.node},
            {QStringLiteral("segmentBytes"), qint64(view.segmentBytes)},
            {QStringLiteral("timeline"), qint64(view.timeline)},
            {QStringLiteral("archive"), archive(view)},
            {QStringLiteral("timelines"), timelines(view)},
            {QStringLiteral("missing"), orNull(view.missing ? nameOf(*view.missing, view.segmentBytes) : QString())},
            {QStringLiteral("histories"), names(view.inventory.histories)},
            {QStringLiteral("backupHistories"), names(view.inventory.backupHistories)},
            {QStringLiteral("partials"), names(view.inventory.partials)},
            {QStringLiteral("unfinished"), names(view.inventory.unfinished)},
            {QStringLiteral("foreign"), names(view.inventory.foreign)},
            {QStringLiteral("faults"), faults(view)},
            {QStringLiteral("archiver"), archiver(view)},
            {QStringLiteral("slots"), retaining(view)},
            {QStringLiteral("receivers"), receivers(view)},
            {QStringLiteral("walBytes"), view.walBytes},
            {QStringLiteral("walFreeBytes"), view.walFreeBytes > 0 ? QJsonValue(view.walFreeBytes) : QJsonValue()}};
}

} // namespace howdah
