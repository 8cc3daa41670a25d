#include "core/backup/archive_growth.h"

#include <algorithm>

namespace howdah {

namespace {

constexpr qint64 secondsPerHour = 3600;
constexpr qint64 window = 24 * secondsPerHour;
constexpr qint64 leastSpan = 60; // seconds: two files at once tell of no pace

qint64 hourOf(const QDateTime &moment)
{
    return moment.toSecsSinceEpoch() / secondsPerHour;
}

bool isWal(const ArchiveFile &file)
{
    return file.kind == ArchiveFile::Kind::Segment || file.kind == ArchiveFile::Kind::Partial;
}

std::optional<double> paceOf(const QList<ArchiveFile> &files, const QDateTime &now)
{
    const QDateTime since = now.addSecs(-window);
    QDateTime oldest;
    qint64 bytes = 0;
    for (const ArchiveFile &file : files) {
        if (!isWal(file) || file.modified < since)
            continue;
        bytes += file.bytes;
        if (!oldest.isValid() || file.modified < oldest)
            oldest = file.modified;
    }
    const qint64 span = oldest.isValid() ? oldest.secsTo(now) : 0;
    if (span < leastSpan)
        return std::nullopt;
    return double(bytes) * secondsPerHour / double(span);
}

} // namespace

ArchiveGrowth growthOf(const QList<ArchiveFile> &files, const QDateTime &now)
{
    ArchiveGrowth growth;
    if (std::none_of(files.begin(), files.end(), isWal))
        return growth;
    const qint64 last = hourOf(now);
    const qint64 first = last - ArchiveGrowth::hoursShown + 1;
    for (qint64 hour = first; hour <= last; ++hour)
        growth.hours.append({.from = QDateTime::fromSecsSinceEpoch(hour * secondsPerHour, Qt::UTC)});
    for (const ArchiveFile &file : files) {
        const qint64 hour = hourOf(file.modified);
        if (!isWal(file) || hour < first || hour > last)
            continue;
        growth.hours[hour - first].bytes += file.bytes;
        ++growth.hours[hour - first].files;
    }
    growth.bytesPerHour = paceOf(files, now);
    return growth;
}

std::optional<QDateTime> fullAt(const ArchiveGrowth &growth, qint64 freeBytes, const QDateTime &now)
{
    constexpr double tenYears = 10.0 * 365 * 24;
    if (!growth.bytesPerHour || *growth.bytesPerHour <= 0)
        return std::nullopt;
    const double hours = double(freeBytes) / *growth.bytesPerHour;
    return hours < tenYears ? std::optional(now.addSecs(qint64(hours * secondsPerHour))) : std::nullopt;
}

} // namespace howdah
