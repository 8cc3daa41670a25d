#pragma once

#include "core/backup/archive_inventory.h"

namespace howdah {

/// Which part of the WAL is wanted. Nothing said: all there is.
struct WalRange
{
    QDateTime since; ///< commits from then on; what was written well before is not read
    Lsn from;        ///< records from here on
    Lsn until = {};  ///< segments that begin before this; invalid: all
};

/// Where WAL lies: files of an archive and of a server's pg_wal, as they were listed.
struct WalPlaces
{
    quint32 segmentBytes = 16U * 1024U * 1024U;
    QList<TimelineEntry> way; ///< timelineHistory() of where the WAL leads that is wanted
    QString archiveDirectory; ///< empty: none
    QList<ArchiveFile> archived;
    QString liveDirectory; ///< empty: none
    QList<ArchiveFile> live;
    Lsn liveEnd; ///< how far the server has written: files beyond wait for their next use with old content
};

/// One segment and the file to read it from.
struct WalFile
{
    quint64 number = 0;
    QString path;
    Compression compression = Compression::None;
    bool live = false; ///< in pg_wal
};

/// Segments that cannot be read, and why: a sentence.
struct WalGap
{
    Timeline timeline = 0;
    quint64 first = 0, last = 0;
    QString why;
};

/// Segments in their order, in stretches without a hole, and what lies between them. Pure of files.
struct WalSequence
{
    QList<QList<WalFile>> stretches;
    QList<WalGap> gaps;
    [[nodiscard]] qint64 count() const;
};
[[nodiscard]] WalSequence sequenceOf(const WalPlaces &places, const WalRange &range);

} // namespace howdah
