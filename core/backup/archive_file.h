#pragma once

#include "core/pg/lsn.h"

#include <QDateTime>

#include <compare>
#include <optional>

namespace howdah {

/// One segment of the write-ahead log by its place: `number` counts segments of the cluster's size from LSN 0.
struct WalSegment
{
    Timeline timeline = 0;
    quint64 number = 0;
    auto operator<=>(const WalSegment &) const = default;
};

/// Sizes are initdb's: 1 MB to 1 GB, a power of two (manual, "WAL internals").
[[nodiscard]] std::optional<WalSegment> walSegmentOf(QStringView name, quint32 segmentBytes);
[[nodiscard]] QString nameOf(const WalSegment &segment, quint32 segmentBytes);
[[nodiscard]] Lsn startOf(const WalSegment &segment, quint32 segmentBytes);
[[nodiscard]] quint64 segmentNumberAt(Lsn lsn, quint32 segmentBytes);

enum class Compression { None, Gzip, Zstd, Lz4, Other };
[[nodiscard]] QString suffixOf(Compression compression); ///< ".zst"; empty for None and Other

/// A file in an archive directory, by what its name says.
struct ArchiveFile
{
    enum class Kind {
        Segment,
        Partial,       ///< the unfinished last segment of a timeline that was left: "….partial"
        History,       ///< which timeline forked where: "00000002.history"
        BackupHistory, ///< what a base backup needs: "….00000028.backup"
        Unfinished,    ///< a temporary name: a copy under way, or one that was cut off
        Foreign        ///< nothing that PostgreSQL archives
    };
    QString name;
    Kind kind = Kind::Foreign;
    Compression compression = Compression::None;
    WalSegment segment; ///< of a History only its timeline
    qint64 bytes = 0;
    QDateTime modified;
};

/// Kind, compression and segment from a name; bytes and modified are for the caller to fill.
[[nodiscard]] ArchiveFile archiveFileNamed(const QString &name, quint32 segmentBytes);

} // namespace howdah
