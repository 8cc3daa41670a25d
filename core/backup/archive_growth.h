#pragma once

#include "core/backup/archive_file.h"

#include <QList>

namespace howdah {

/// How an archive grew, from the times and sizes of its files; nothing removed is known of.
struct ArchiveGrowth
{
    struct Hour
    {
        QDateTime from; ///< UTC, a full hour
        qint64 bytes = 0;
        int files = 0;
    };
    QList<Hour> hours; ///< the last `hoursShown` up to now, without a gap; none for an empty archive
    /// Over the last day, or since the oldest file of that day. Nothing before there are two segments some time apart.
    std::optional<double> bytesPerHour;

    static constexpr int hoursShown = 48;
};
[[nodiscard]] ArchiveGrowth growthOf(const QList<ArchiveFile> &files, const QDateTime &now);

/// When the space is used up at that pace; nothing when it is not known or does not end within ten years.
[[nodiscard]] std::optional<QDateTime> fullAt(const ArchiveGrowth &growth, qint64 freeBytes, const QDateTime &now);

} // namespace howdah
