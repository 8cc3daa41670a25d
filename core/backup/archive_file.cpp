#include "core/backup/archive_file.h"

#include <QList>

#include <algorithm>

namespace howdah {

namespace {

constexpr int segmentNameLength = 24;
constexpr QStringView partialEnding = u".partial";
constexpr quint64 bytesOfLogFile = quint64{1} << 32; // the middle eight digits of a name count these

bool isUpperHexadecimal(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar letter) {
        return (letter >= u'0' && letter <= u'9') || (letter >= u'A' && letter <= u'F');
    });
}

struct Ending
{
    QStringView text;
    Compression compression;
};

Compression takeCompression(QStringView &name)
{
    static const QList<Ending> endings{{u".gz", Compression::Gzip},
                                       {u".zst", Compression::Zstd},
                                       {u".lz4", Compression::Lz4},
                                       {u".bz2", Compression::Other},
                                       {u".xz", Compression::Other}};
    for (const Ending &ending : endings) {
        if (!name.endsWith(ending.text))
            continue;
        name.chop(ending.text.size());
        return ending.compression;
    }
    return Compression::None;
}

bool isBackupHistory(QStringView afterSegment)
{
    static constexpr QStringView ending = u".backup";
    return afterSegment.size() == 1 + 8 + ending.size() && afterSegment.startsWith(u'.') &&
           afterSegment.endsWith(ending) && isUpperHexadecimal(afterSegment.mid(1, 8));
}

ArchiveFile::Kind kindOf(QStringView afterSegment)
{
    if (afterSegment.isEmpty())
        return ArchiveFile::Kind::Segment;
    if (afterSegment == partialEnding)
        return ArchiveFile::Kind::Partial;
    return isBackupHistory(afterSegment) ? ArchiveFile::Kind::BackupHistory : ArchiveFile::Kind::Foreign;
}

} // namespace

std::optional<WalSegment> walSegmentOf(QStringView name, quint32 segmentBytes)
{
    if (name.size() != segmentNameLength || !isUpperHexadecimal(name))
        return std::nullopt;
    const quint64 perLogFile = bytesOfLogFile / segmentBytes;
    const quint64 within = name.mid(16, 8).toULongLong(nullptr, 16);
    const auto timeline = static_cast<Timeline>(name.left(8).toUInt(nullptr, 16));
    if (within >= perLogFile || timeline == 0)
        return std::nullopt;
    return WalSegment{timeline, name.mid(8, 8).toULongLong(nullptr, 16) * perLogFile + within};
}

QString nameOf(const WalSegment &segment, quint32 segmentBytes)
{
    return walFileName(segment.timeline, startOf(segment, segmentBytes), segmentBytes);
}

Lsn startOf(const WalSegment &segment, quint32 segmentBytes)
{
    return Lsn(segment.number * segmentBytes);
}

quint64 segmentNumberAt(Lsn lsn, quint32 segmentBytes)
{
    return lsn.position() / segmentBytes;
}

QString suffixOf(Compression compression)
{
    switch (compression) {
    case Compression::Gzip:
        return QStringLiteral(".gz");
    case Compression::Zstd:
        return QStringLiteral(".zst");
    case Compression::Lz4:
        return QStringLiteral(".lz4");
    case Compression::None:
    case Compression::Other:
        break;
    }
    return {};
}

ArchiveFile archiveFileNamed(const QString &name, quint32 segmentBytes)
{
    ArchiveFile file{.name = name};
    QStringView rest = name;
    file.compression = takeCompression(rest);
    if (QStringView inner = rest; inner.endsWith(partialEnding)) { // pg_receivewal writes "….gz.partial"
        inner.chop(partialEnding.size());
        if (const Compression within = takeCompression(inner);
            within != Compression::None && walSegmentOf(inner, segmentBytes)) {
            file.kind = ArchiveFile::Kind::Partial;
            file.compression = within;
            file.segment = *walSegmentOf(inner, segmentBytes);
            return file;
        }
    }
    if (name.startsWith(QLatin1Char('.')) || rest.endsWith(u".part") || rest.endsWith(u".tmp")) {
        file.kind = ArchiveFile::Kind::Unfinished;
    } else if (rest.size() == 16 && rest.endsWith(u".history") && isUpperHexadecimal(rest.left(8))) {
        file.kind = ArchiveFile::Kind::History;
        file.segment.timeline = static_cast<Timeline>(rest.left(8).toUInt(nullptr, 16));
    } else if (const std::optional<WalSegment> segment = walSegmentOf(rest.left(segmentNameLength), segmentBytes)) {
        file.kind = kindOf(rest.mid(segmentNameLength));
        file.segment = *segment;
    }
    return file;
}

} // namespace howdah
