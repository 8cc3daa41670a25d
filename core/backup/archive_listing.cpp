#include "core/backup/archive_listing.h"
#include "core/backup/archive_surroundings.h"

namespace howdah {

namespace {

ArchiveFile fileOf(const QByteArray &line, quint32 segmentBytes)
{
    const QList<QByteArray> fields = line.split('\t');
    ArchiveFile file = archiveFileNamed(QString::fromUtf8(fields.value(2)), segmentBytes);
    file.bytes = fields.value(0).toLongLong();
    file.modified = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(fields.value(1).toDouble() * 1000), Qt::UTC);
    return file;
}

QStringList unpackProgram(Compression compression)
{
    switch (compression) {
    case Compression::Gzip:
        return {QStringLiteral("gzip"), QStringLiteral("-dc")};
    case Compression::Zstd:
        return {QStringLiteral("zstd"), QStringLiteral("-dqc")};
    case Compression::Lz4:
        return {QStringLiteral("lz4"), QStringLiteral("-dqc")};
    default:
        return {QStringLiteral("cat")};
    }
}

} // namespace

Result<ArchiveInventory> listArchive(Host &host, const QString &directory, const As &as, quint32 segmentBytes,
                                     const Deadline &deadline, std::stop_token stop)
{
    const Result<QList<ArchiveFile>> files =
        listArchiveFiles(host, directory, as, segmentBytes, deadline, std::move(stop));
    return files ? Result<ArchiveInventory>(inventoryOf(*files, segmentBytes)) : files.error();
}

Result<QList<ArchiveFile>> listArchiveFiles(Host &host, const QString &directory, const As &as, quint32 segmentBytes,
                                            const Deadline &deadline, std::stop_token stop)
{
    return listArchiveFiles(host, ArchivePlace{directory}, as, segmentBytes, deadline, std::move(stop));
}

Result<QList<ArchiveFile>> listArchiveFiles(Host &host, const ArchivePlace &place, const As &as, quint32 segmentBytes,
                                            const Deadline &deadline, std::stop_token stop)
{
    // A name with a line's end in it is none that PostgreSQL archives: -name keeps it from being taken for two.
    // pg_wal may be a link, which find follows with a slash behind it.
    const QStringList find{QStringLiteral("find"),      place.directory + QLatin1Char('/'),
                           QStringLiteral("-mindepth"), QStringLiteral("1"),
                           QStringLiteral("-maxdepth"), QStringLiteral("1"),
                           QStringLiteral("-type"),     QStringLiteral("f"),
                           QStringLiteral("!"),         QStringLiteral("-name"),
                           QStringLiteral("*\n*"),      QStringLiteral("!"),
                           QStringLiteral("-name"),     QStringLiteral("howdah-made-this"),
                           QStringLiteral("-printf"),   QStringLiteral("%s\\t%T@\\t%f\\n")};
    QByteArray names; // an outcome keeps only the end of a long output
    const Result<CommandOutcome> listed = runChecked(host, atArchive(place, find, as), deadline, stop,
                                                     [&names](OutputStream stream, const QByteArray &chunk) {
                                                         if (stream == OutputStream::Standard)
                                                             names += chunk;
                                                     });
    if (!listed)
        return listed.error();
    QList<ArchiveFile> files;
    for (const QByteArray &line : names.split('\n'))
        if (!line.isEmpty())
            files.append(fileOf(line, segmentBytes));
    return files;
}

Result<QMap<Timeline, QByteArray>> readHistories(Host &host, const QString &directory, const As &as,
                                                 const ArchiveInventory &archive, const Deadline &deadline)
{
    return readHistories(host, ArchivePlace{directory}, as, archive, deadline);
}

Result<QMap<Timeline, QByteArray>> readHistories(Host &host, const ArchivePlace &place, const As &as,
                                                 const ArchiveInventory &archive, const Deadline &deadline)
{
    QMap<Timeline, QByteArray> histories;
    for (const ArchiveFile &file : archive.histories) {
        const QStringList unpack = unpackProgram(file.compression) << place.directory + QLatin1Char('/') + file.name;
        const Result<CommandOutcome> content = runChecked(host, atArchive(place, unpack, as), deadline);
        if (!content)
            return content.error();
        histories.insert(file.segment.timeline, content->output);
    }
    return histories;
}

} // namespace howdah
