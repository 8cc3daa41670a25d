#pragma once

#include "core/backup/archive_file.h"
#include "core/wal/timeline_history.h"

#include <QList>

namespace howdah {

/// Segments of one timeline without a gap.
struct SegmentRun
{
    Timeline timeline = 0;
    quint64 first = 0, last = 0; ///< both there
    qint64 bytes = 0;            ///< on disk, as compressed as they are
    QDateTime oldest, newest;    ///< when the files were written
    [[nodiscard]] quint64 count() const { return last - first + 1; }
};

/// Segments that are missing between two that are there.
struct ArchiveHole
{
    Timeline timeline = 0;
    quint64 first = 0, last = 0;
    [[nodiscard]] quint64 count() const { return last - first + 1; }
    bool operator==(const ArchiveHole &) const = default;
};

/// The timeline on which a segment is read: the newest that reaches into it, since its file holds the older ones' part
/// too. 0 when the way does not go there.
[[nodiscard]] Timeline timelineAt(const QList<TimelineEntry> &way, quint64 number, quint32 segmentBytes);

/// What an archive directory holds. Pure of files: made from a listing.
struct ArchiveInventory
{
    quint32 segmentBytes = 16U * 1024U * 1024U;
    QList<SegmentRun> runs;   ///< by timeline, then by place
    QList<ArchiveHole> holes; ///< inside one timeline; between two see missingOn()
    QList<ArchiveFile> histories, backupHistories, partials, unfinished, foreign;
    qint64 totalBytes = 0;

    [[nodiscard]] bool holds(const WalSegment &segment) const;
    /// The first segment of the way (timelineHistory() of where it leads) that is not there, from the one with `from`
    /// up to the one before `until` (invalid: up to the last segment that the archive has of the way). Nothing when all
    /// are there.
    [[nodiscard]] std::optional<WalSegment> missingOn(const QList<TimelineEntry> &way, Lsn from, Lsn until) const;
    /// Where contiguous WAL from `from` on ends: the first byte that is not there. `from` itself when its segment is
    /// not.
    [[nodiscard]] Lsn contiguousEnd(const QList<TimelineEntry> &way, Lsn from) const;
    /// Newest timeline of which there is a segment or a history; 0 when the archive is empty.
    [[nodiscard]] Timeline newestTimeline() const;
};

/// Takes the stock. One segment that lies there twice (plain and compressed) counts once; a plain one whose size is not
/// a segment's is cut off, and counts as unfinished.
[[nodiscard]] ArchiveInventory inventoryOf(const QList<ArchiveFile> &files, quint32 segmentBytes);

} // namespace howdah
