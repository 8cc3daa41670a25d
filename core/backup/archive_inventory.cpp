#include "core/backup/archive_inventory.h"

#include <QMap>

#include <algorithm>

namespace howdah {

namespace {

/// Appends to the last run, or begins another and notes the hole between.
void append(ArchiveInventory &inventory, const ArchiveFile &file)
{
    const WalSegment &segment = file.segment;
    SegmentRun *last = inventory.runs.isEmpty() ? nullptr : &inventory.runs.last();
    const bool sameTimeline = last && last->timeline == segment.timeline;
    if (sameTimeline && last->last + 1 == segment.number) {
        last->last = segment.number;
        last->bytes += file.bytes;
        last->oldest = std::min(last->oldest, file.modified);
        last->newest = std::max(last->newest, file.modified);
        return;
    }
    if (sameTimeline)
        inventory.holes.append({segment.timeline, last->last + 1, segment.number - 1});
    inventory.runs.append({segment.timeline, segment.number, segment.number, file.bytes, file.modified, file.modified});
}

bool isCutOff(const ArchiveFile &file, quint32 segmentBytes)
{
    return file.compression == Compression::None && file.bytes != segmentBytes;
}

QList<ArchiveFile> *shelfFor(ArchiveInventory &inventory, ArchiveFile::Kind kind)
{
    switch (kind) {
    case ArchiveFile::Kind::History:
        return &inventory.histories;
    case ArchiveFile::Kind::BackupHistory:
        return &inventory.backupHistories;
    case ArchiveFile::Kind::Partial:
        return &inventory.partials;
    case ArchiveFile::Kind::Unfinished:
        return &inventory.unfinished;
    case ArchiveFile::Kind::Foreign:
        return &inventory.foreign;
    case ArchiveFile::Kind::Segment:
        break;
    }
    return nullptr;
}

} // namespace

Timeline timelineAt(const QList<TimelineEntry> &way, quint64 number, quint32 segmentBytes)
{
    const Lsn start(number * segmentBytes);
    for (qsizetype index = way.size() - 1; index >= 0; --index) {
        const Lsn begin = index > 0 ? way.at(index - 1).end.value_or(Lsn()) : Lsn();
        const std::optional<Lsn> end = way.at(index).end;
        if (begin < start + segmentBytes && (!end || start < *end))
            return way.at(index).timeline;
    }
    return 0;
}

ArchiveInventory inventoryOf(const QList<ArchiveFile> &files, quint32 segmentBytes)
{
    ArchiveInventory inventory{.segmentBytes = segmentBytes};
    QMap<WalSegment, ArchiveFile> segments;
    for (const ArchiveFile &file : files) {
        inventory.totalBytes += file.bytes;
        if (QList<ArchiveFile> *shelf = shelfFor(inventory, file.kind))
            shelf->append(file);
        else if (isCutOff(file, segmentBytes))
            inventory.unfinished.append(file);
        else
            segments.insert(file.segment, file);
    }
    for (const ArchiveFile &file : std::as_const(segments))
        append(inventory, file);
    return inventory;
}

bool ArchiveInventory::holds(const WalSegment &segment) const
{
    // The runs are in order: the last that does not begin after the segment is the only one that may hold it.
    const auto after =
        std::upper_bound(runs.begin(), runs.end(), segment, [](const WalSegment &left, const SegmentRun &right) {
            return left < WalSegment{right.timeline, right.first};
        });
    if (after == runs.begin())
        return false;
    const SegmentRun &run = *std::prev(after);
    return run.timeline == segment.timeline && segment.number <= run.last;
}

std::optional<WalSegment> ArchiveInventory::missingOn(const QList<TimelineEntry> &way, Lsn from, Lsn until) const
{
    quint64 end = until.isValid() ? segmentNumberAt(until + -1, segmentBytes) + 1 : 0;
    if (!until.isValid())
        for (const SegmentRun &run : runs)
            if (std::any_of(way.begin(), way.end(),
                            [&run](const TimelineEntry &entry) { return entry.timeline == run.timeline; }))
                end = std::max(end, run.last + 1);
    for (quint64 number = segmentNumberAt(from, segmentBytes); number < end; ++number) {
        const WalSegment segment{timelineAt(way, number, segmentBytes), number};
        if (!holds(segment))
            return segment;
    }
    return std::nullopt;
}

Lsn ArchiveInventory::contiguousEnd(const QList<TimelineEntry> &way, Lsn from) const
{
    quint64 number = segmentNumberAt(from, segmentBytes);
    const quint64 first = number;
    while (true) {
        if (!holds({timelineAt(way, number, segmentBytes), number}))
            return number == first ? from : Lsn(number * segmentBytes);
        ++number;
    }
}

Timeline ArchiveInventory::newestTimeline() const
{
    Timeline newest = runs.isEmpty() ? 0 : runs.last().timeline;
    for (const ArchiveFile &history : histories)
        newest = std::max(newest, history.segment.timeline);
    return newest;
}

} // namespace howdah
