#include "core/backup/archive_header.h"

#include <QCoreApplication>
#include <QtEndian>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::ArchiveHeader)
};

constexpr uchar magicOfOurTime = 0xD1; // the high byte of every version from 9.3 on
constexpr quint16 longHeader = 2;      // XLP_LONG_HEADER
constexpr qsizetype infoAt = 2, timelineAt = 4, startAt = 8, systemAt = 24, sizeAt = 32;

template <typename Number> Number numberAt(const QByteArray &begin, qsizetype at, bool bigEndian)
{
    return bigEndian ? qFromBigEndian<Number>(begin.constData() + at)
                     : qFromLittleEndian<Number>(begin.constData() + at);
}

ArchiveFault fault(ArchiveFault::Kind kind, const ArchiveFile &file, const QString &why)
{
    return {kind, file.name, why};
}

} // namespace

std::optional<WalHeader> parseWalHeader(const QByteArray &begin)
{
    if (begin.size() < WalHeader::bytes)
        return std::nullopt;
    const bool little = uchar(begin.at(1)) == magicOfOurTime;
    const bool big = !little && uchar(begin.at(0)) == magicOfOurTime;
    if (!little && !big)
        return std::nullopt;
    if (!(numberAt<quint16>(begin, infoAt, big) & longHeader))
        return std::nullopt;
    return WalHeader{.timeline = numberAt<quint32>(begin, timelineAt, big),
                     .start = Lsn(numberAt<quint64>(begin, startAt, big)),
                     .systemIdentifier = QString::number(numberAt<quint64>(begin, systemAt, big)),
                     .segmentBytes = numberAt<quint32>(begin, sizeAt, big)};
}

std::optional<ArchiveFault> faultOf(const ArchiveFile &file, const QByteArray &begin, const QString &systemIdentifier,
                                    quint32 segmentBytes)
{
    using Kind = ArchiveFault::Kind;
    if (file.compression == Compression::None && file.bytes != segmentBytes)
        return fault(Kind::CutOff, file,
                     Tr::tr("%1 is cut off: it has %2 bytes of %3.").arg(file.name).arg(file.bytes).arg(segmentBytes));
    if (file.compression != Compression::None && begin.isEmpty())
        return fault(Kind::Unreadable, file, Tr::tr("%1 cannot be unpacked.").arg(file.name));
    const std::optional<WalHeader> header = parseWalHeader(begin);
    if (!header)
        return fault(Kind::NotWal, file, Tr::tr("%1 is no WAL segment, whatever its name says.").arg(file.name));
    if (!systemIdentifier.isEmpty() && header->systemIdentifier != systemIdentifier)
        return fault(Kind::OtherCluster, file,
                     Tr::tr("%1 is of another cluster: its system identifier is %2, not %3.")
                         .arg(file.name, header->systemIdentifier, systemIdentifier));
    if (header->segmentBytes != segmentBytes)
        return fault(Kind::OtherPlace, file,
                     Tr::tr("%1 was written with segments of %2 bytes, not %3.")
                         .arg(file.name)
                         .arg(header->segmentBytes)
                         .arg(segmentBytes));
    if (header->start != startOf(file.segment, segmentBytes) || header->timeline > file.segment.timeline)
        return fault(Kind::OtherPlace, file,
                     Tr::tr("%1 holds the WAL from %2 on timeline %3, which has another name.")
                         .arg(file.name, header->start.toString())
                         .arg(header->timeline));
    return std::nullopt;
}

} // namespace howdah
