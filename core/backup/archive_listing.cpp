#include "core/backup/archive_listing.h"

#include "core/backup/backup_label.h"

#include <QJsonDocument>

#include <algorithm>

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

/// What the files beside a record tell, with one command. The manifest knows the sizes: a walk over the files takes
/// long.
bool takeFiles(BaseBackup &backup, Host &host, const As &as, const Deadline &deadline)
{
    const QString manifest = backup.dataDirectory() + QStringLiteral("/backup_manifest");
    const QString record = backup.directory + QLatin1Char('/') + QLatin1String(BaseBackup::recordName);
    const Command look{
        .argv = {QStringLiteral("sh"), QStringLiteral("-c"),
                 QStringLiteral(
                     "stat -c %Y \"$1\" \"$2\" && tail -c 4096 \"$1\" | tr -d '\\n' && echo &&"
                     " awk -F'\"Size\": ' 'NF > 1 { bytes += $2 } END { printf \"%.0f\\n\", bytes }' \"$1\""),
                 QStringLiteral("sh"), manifest, record},
        .asUser = as.user};
    const Result<CommandOutcome> seen = runChecked(host, look, deadline);
    if (!seen || !takeWalRanges(backup, seen->output))
        return false;
    const QList<QByteArray> lines = seen->output.split('\n');
    backup.stoppedAt = QDateTime::fromSecsSinceEpoch(lines.value(0).toLongLong(), Qt::UTC);
    backup.verifiedAt = QDateTime::fromSecsSinceEpoch(lines.value(1).toLongLong(), Qt::UTC);
    backup.bytes = lines.value(3).toLongLong();
    const Result<QByteArray> label =
        host.readFile(backup.dataDirectory() + QStringLiteral("/backup_label"), as, deadline);
    if (const Result<BackupLabel> said = label ? parseBackupLabel(*label) : Result<BackupLabel>(label.error()))
        backup.startedAt = said->startedAt;
    return true;
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
    // A name with a line's end in it is none that PostgreSQL archives: -name keeps it from being taken for two.
    // pg_wal may be a link, which find follows with a slash behind it.
    const Command find{.argv = {QStringLiteral("find"), directory + QLatin1Char('/'), QStringLiteral("-mindepth"),
                                QStringLiteral("1"), QStringLiteral("-maxdepth"), QStringLiteral("1"),
                                QStringLiteral("-type"), QStringLiteral("f"), QStringLiteral("!"),
                                QStringLiteral("-name"), QStringLiteral("*\n*"), QStringLiteral("!"),
                                QStringLiteral("-name"), QStringLiteral("howdah-made-this"), QStringLiteral("-printf"),
                                QStringLiteral("%s\\t%T@\\t%f\\n")},
                       .asUser = as.user};
    QByteArray names; // an outcome keeps only the end of a long output
    const Result<CommandOutcome> listed =
        runChecked(host, find, deadline, stop, [&names](OutputStream stream, const QByteArray &chunk) {
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
    QMap<Timeline, QByteArray> histories;
    for (const ArchiveFile &file : archive.histories) {
        const Command unpack{.argv = unpackProgram(file.compression) +
                                     QStringList{directory + QLatin1Char('/') + file.name},
                             .asUser = as.user};
        const Result<CommandOutcome> content = runChecked(host, unpack, deadline);
        if (!content)
            return content.error();
        histories.insert(file.segment.timeline, content->output);
    }
    return histories;
}

Result<QList<BaseBackup>> listBackups(Host &host, const QString &directory, const As &as, const Deadline &deadline,
                                      QStringList *damaged)
{
    const Result<QStringList> names = host.entries(directory, as, deadline);
    if (!names && names.error().code == ErrorCode::NotFound)
        return QList<BaseBackup>{};
    if (!names)
        return names.error();
    QList<BaseBackup> backups;
    for (const QString &name : *names) {
        const QString place = directory + QLatin1Char('/') + name;
        const Result<QByteArray> record =
            host.readFile(place + QLatin1Char('/') + QLatin1String(BaseBackup::recordName), as, deadline);
        if (!record)
            continue; // unfinished, or nothing of ours
        Result<BaseBackup> backup = backupFromRecord(QJsonDocument::fromJson(*record).object(), place);
        if (backup && takeFiles(*backup, host, as, deadline))
            backups.append(*backup);
        else if (damaged)
            damaged->append(place);
    }
    std::sort(backups.begin(), backups.end(),
              [](const BaseBackup &left, const BaseBackup &right) { return left.stoppedAt < right.stoppedAt; });
    return backups;
}

} // namespace howdah
