#include "core/backup/wal_sequence.h"

#include <QCoreApplication>
#include <QMap>
#include <QSet>

#include <algorithm>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::WalReading)
};

/// Clocks of a file server and of the server differ.
constexpr qint64 clocksDifferSeconds = 300;

struct Candidate
{
    WalFile file;
    QDateTime modified;
};

/// What there is of the way, by segment number; plain files rather than compressed ones, archived rather than live.
class Candidates
{
public:
    explicit Candidates(const WalPlaces &places)
        : m_places(places)
    {
        for (const ArchiveFile &file : places.archived)
            offer(file, places.archiveDirectory, false);
        for (const ArchiveFile &file : places.live)
            if (startOf(file.segment, places.segmentBytes) < places.liveEnd)
                offer(file, places.liveDirectory, true);
    }

    [[nodiscard]] const QMap<quint64, Candidate> &found() const { return m_found; }
    [[nodiscard]] bool wasCutOff(quint64 number) const { return m_cutOff.contains(number); }

private:
    void offer(const ArchiveFile &file, const QString &directory, bool live)
    {
        const quint64 number = file.segment.number;
        if (file.kind != ArchiveFile::Kind::Segment ||
            file.segment.timeline != timelineAt(m_places.way, number, m_places.segmentBytes))
            return;
        if (file.compression == Compression::None && file.bytes != m_places.segmentBytes) {
            m_cutOff.insert(number);
            return;
        }
        const auto known = m_found.constFind(number);
        if (known != m_found.constEnd() && known->file.compression == Compression::None)
            return;
        if (known != m_found.constEnd() && file.compression != Compression::None)
            return;
        m_found.insert(number,
                       {{number, directory + QLatin1Char('/') + file.name, file.compression, live}, file.modified});
    }

    const WalPlaces &m_places;
    QMap<quint64, Candidate> m_found;
    QSet<quint64> m_cutOff;
};

/// The first segment that may hold something of the range, and one more: a transaction may have begun in it.
quint64 firstWanted(const QMap<quint64, Candidate> &found, const WalPlaces &places, const WalRange &range)
{
    quint64 first = segmentNumberAt(range.from, places.segmentBytes);
    if (!range.since.isValid())
        return first;
    const QDateTime surelyBefore = range.since.addSecs(-clocksDifferSeconds);
    for (const Candidate &candidate : found)
        if (candidate.modified < surelyBefore)
            first = std::max(first, candidate.file.number);
    return first;
}

WalGap gapBetween(quint64 first, quint64 last, const Candidates &candidates, const WalPlaces &places)
{
    const Timeline timeline = timelineAt(places.way, first, places.segmentBytes);
    const QString name = nameOf({timeline, first}, places.segmentBytes);
    WalGap gap{.timeline = timeline, .first = first, .last = last};
    if (candidates.wasCutOff(first))
        gap.why = Tr::tr("Segment %1 is cut off: its file is shorter than a segment.").arg(name);
    else if (first == last)
        gap.why = Tr::tr("Segment %1 is missing.").arg(name);
    else
        gap.why = Tr::tr("%1 segments are missing, the first is %2.").arg(QString::number(last - first + 1), name);
    return gap;
}

} // namespace

qint64 WalSequence::count() const
{
    qint64 all = 0;
    for (const QList<WalFile> &stretch : stretches)
        all += stretch.size();
    return all;
}

WalSequence sequenceOf(const WalPlaces &places, const WalRange &range)
{
    const Candidates candidates(places);
    const quint64 first = firstWanted(candidates.found(), places, range);
    WalSequence sequence;
    for (const Candidate &candidate : candidates.found()) {
        const quint64 number = candidate.file.number;
        if (number < first || (range.until.isValid() && Lsn(number * places.segmentBytes) >= range.until))
            continue;
        const std::optional<quint64> before =
            sequence.stretches.isEmpty() ? std::nullopt : std::optional(sequence.stretches.last().last().number);
        if (before && *before + 1 != number)
            sequence.gaps.append(gapBetween(*before + 1, number - 1, candidates, places));
        if (!before || *before + 1 != number)
            sequence.stretches.append(QList<WalFile>());
        sequence.stretches.last().append(candidate.file);
    }
    return sequence;
}

} // namespace howdah
