#include "core/backup/archive_proof.h"

#include <algorithm>

namespace howdah {

namespace {

constexpr qsizetype filesPerCommand = 400;

/// The beginning of each file in hexadecimal, a line each; $2 "whole": an empty line for one that does not unpack to
/// $3 bytes.
const char *const beginningsScript = R"sh(
cd "$1" || exit 1
depth=$2 bytes=$3
shift 3
unpacked() {
    case $1 in
    *.gz) gzip -dc -- "$1" ;;
    *.zst) zstd -dqc -- "$1" ;;
    *.lz4) lz4 -dqc -- "$1" ;;
    *) cat -- "$1" ;;
    esac 2>/dev/null
}
for file do
    if [ "$depth" = whole ] && [ "$(($(unpacked "$file" | wc -c)))" != "$bytes" ]; then
        echo
    else
        unpacked "$file" | head -c 40 | od -An -v -tx1 | tr -d ' \n'
        echo
    fi
done
)sh";

bool isPacked(const ArchiveFile &file)
{
    return file.compression != Compression::None;
}

/// head reads many plain files with one process, and each has at least so many bytes.
Result<QList<QByteArray>> plainBeginnings(Host &host, const ArchivePlace &place, const As &as,
                                          const QList<ArchiveFile> &files, const Deadline &deadline,
                                          const std::stop_token &stop)
{
    QStringList argv{QStringLiteral("sh"), QStringLiteral("-c"),
                     QStringLiteral("cd \"$1\" && shift && head -q -c 40 -- \"$@\""), QStringLiteral("sh"),
                     place.directory};
    for (const ArchiveFile &file : files)
        argv << file.name;
    const Result<CommandOutcome> read = runChecked(host, atArchive(place, argv, as), deadline, stop);
    if (!read)
        return read.error();
    QList<QByteArray> beginnings;
    for (qsizetype index = 0; index < files.size(); ++index)
        beginnings << read->output.mid(index * WalHeader::bytes, WalHeader::bytes);
    return beginnings;
}

Result<QList<QByteArray>> unpackedBeginnings(Host &host, const ArchivePlace &place, const As &as,
                                             const QList<ArchiveFile> &files, quint32 segmentBytes, ProofDepth depth,
                                             const Deadline &deadline, const std::stop_token &stop)
{
    QStringList argv{QStringLiteral("sh"),
                     QStringLiteral("-c"),
                     QString::fromLatin1(beginningsScript),
                     QStringLiteral("sh"),
                     place.directory,
                     depth == ProofDepth::Whole ? QStringLiteral("whole") : QStringLiteral("headers"),
                     QString::number(segmentBytes)};
    for (const ArchiveFile &file : files)
        argv << file.name;
    const Result<CommandOutcome> read = runChecked(host, atArchive(place, argv, as), deadline, stop);
    if (!read)
        return read.error();
    QList<QByteArray> beginnings;
    for (const QByteArray &line : read->output.split('\n'))
        beginnings << QByteArray::fromHex(line);
    return beginnings;
}

/// The segments to look into, plain ones first.
QList<ArchiveFile> chosen(const QList<ArchiveFile> &files, bool packed, quint32 segmentBytes, ProofDepth depth)
{
    QList<ArchiveFile> picked;
    for (const ArchiveFile &file : files)
        if (file.kind == ArchiveFile::Kind::Segment && isPacked(file) == packed &&
            file.compression != Compression::Other && (packed || file.bytes == segmentBytes))
            picked << file;
    if (!packed || depth == ProofDepth::Whole || picked.size() <= ArchiveProof::mostUnpacked)
        return picked;
    std::sort(picked.begin(), picked.end(),
              [](const ArchiveFile &left, const ArchiveFile &right) { return right.modified < left.modified; });
    return picked.mid(0, ArchiveProof::mostUnpacked);
}

} // namespace

Result<ArchiveProof> proveArchive(Host &host, const ArchivePlace &place, const As &as, const QList<ArchiveFile> &files,
                                  const QString &systemIdentifier, quint32 segmentBytes, ProofDepth depth,
                                  const Deadline &deadline, std::stop_token stop)
{
    ArchiveProof proof;
    QStringList faulty;
    const auto judge = [&](const ArchiveFile &file, const QByteArray &begin) {
        const std::optional<ArchiveFault> fault = faultOf(file, begin, systemIdentifier, segmentBytes);
        if (!fault)
            return;
        proof.faults << *fault;
        faulty << file.name;
    };
    for (const bool packed : {false, true}) {
        const QList<ArchiveFile> all = chosen(files, packed, segmentBytes, depth);
        for (qsizetype from = 0; from < all.size(); from += filesPerCommand) {
            const QList<ArchiveFile> some = all.mid(from, filesPerCommand);
            const Result<QList<QByteArray>> beginnings =
                packed ? unpackedBeginnings(host, place, as, some, segmentBytes, depth, deadline, stop)
                       : plainBeginnings(host, place, as, some, deadline, stop);
            if (!beginnings)
                return beginnings.error();
            for (qsizetype index = 0; index < some.size(); ++index)
                judge(some.at(index), beginnings->value(index));
        }
    }
    for (const ArchiveFile &file : files) {
        const bool cutOff = file.kind == ArchiveFile::Kind::Segment && !isPacked(file) && file.bytes != segmentBytes;
        if (cutOff)
            judge(file, {});
        if (!faulty.contains(file.name))
            proof.files << file;
    }
    std::sort(proof.faults.begin(), proof.faults.end(),
              [](const ArchiveFault &left, const ArchiveFault &right) { return left.file < right.file; });
    proof.inventory = inventoryOf(proof.files, segmentBytes);
    return proof;
}

} // namespace howdah
