#pragma once

#include "core/backup/archive_file.h"

#include <QByteArray>

namespace howdah {

/// What the first page of a WAL segment says of the whole file (xlog_internal.h, XLogLongPageHeaderData).
struct WalHeader
{
    static constexpr qsizetype bytes = 40;
    Timeline timeline = 0; ///< of that page: an older one than the file's where the timeline was left within it
    Lsn start;
    QString systemIdentifier;
    quint32 segmentBytes = 0;
};
/// From a file's first bytes, in either byte order. Nothing when it is no segment.
[[nodiscard]] std::optional<WalHeader> parseWalHeader(const QByteArray &begin);

/// A file in an archive that is not what its name says, and why: a sentence.
struct ArchiveFault
{
    enum class Kind { NotWal, OtherCluster, OtherPlace, CutOff, Unreadable };
    Kind kind = Kind::NotWal;
    QString file;
    QString why;
};

/// Of a segment whose beginning was read. Nothing when all fits. An empty system identifier fits every one. Pure.
[[nodiscard]] std::optional<ArchiveFault> faultOf(const ArchiveFile &file, const QByteArray &begin,
                                                  const QString &systemIdentifier, quint32 segmentBytes);

} // namespace howdah
