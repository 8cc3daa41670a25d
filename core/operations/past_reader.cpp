#include "core/operations/past_reader.h"

#include "core/operations/past_database.h"

#include <algorithm>
#include <deque>

namespace howdah {

namespace {

constexpr Milliseconds lookTimeout{60000};
constexpr Milliseconds betweenViews{250};

/// One reading, on its thread.
class PastReading
{
public:
    using Announce = std::function<void(const PastView &)>;
    PastReading(const Environment &environment, TransactionFilter filter, Announce announce)
        : m_environment(environment)
        , m_announce(std::move(announce))
    {
        m_view.filter = std::move(filter);
    }

    /// The last view.
    PastView read(const ClusterSnapshot &snapshot, const std::stop_token &stop)
    {
        m_view.cluster = snapshot.definition.name;
        if (const Result<void> done = readAll(snapshot, stop); !done)
            m_view.error = done.error();
        m_view.finished = true;
        return view();
    }

private:
    Result<void> readAll(const ClusterSnapshot &snapshot, const std::stop_token &stop)
    {
        Result<TimeMachine> machine = lookAtPast(snapshot, m_environment, Deadline::after(lookTimeout), stop);
        if (!machine)
            return machine.error();
        m_view.machine = std::make_shared<const TimeMachine>(std::move(*machine));
        m_announce(view());
        const Result<void> kept = m_database.open(m_view.machine->material.systemIdentifier);
        RelationNames names =
            relationNames(*m_view.machine, m_environment, stop, kept ? m_database.memory() : NameMemory());
        m_names = &names;
        const WalPlaces &places = m_view.machine->wal.places;
        const WalSequence wanted = sequenceOf(places, {.since = m_view.filter.since, .from = {}});
        m_known = kept ? m_database.knownOn(places.way) : PastDatabase::Known();
        if (m_known.isAnything() && wanted.stretches.isEmpty())
            m_known = {};
        if (m_known.isAnything()) {
            showNewest(stop);
            const Lsn begin(wanted.stretches.first().first().number * places.segmentBytes);
            if (const auto read = readUpToKnown(begin, wanted, stop); !read)
                return read;
            showKnown(stop);
        } else if (kept) {
            m_database.forgetAll();
        }
        return readOn(kept.ok(), wanted, stop);
    }

    /// What is in the file already and would be on top.
    void showNewest(const std::stop_token &stop)
    {
        m_database.each(m_view.filter.since, true, [&](const CommittedTransaction &transaction) {
            NamedTransaction one = named(transaction, *m_names);
            if (m_view.filter.matches(one))
                m_newest.push_front(std::move(one));
            return qsizetype(m_newest.size()) < PastView::mostKept && !stop.stop_requested();
        });
        m_announce(view());
        m_newest.clear();
    }

    /// The WAL before what is known, when more of the past is wanted than the last time; kept where there is room.
    Result<void> readUpToKnown(Lsn begin, const WalSequence &wanted, const std::stop_token &stop)
    {
        if (begin + 1 >= m_known.first)
            return {};
        const bool keeps = m_database.hasRoom();
        const Lsn end = m_known.first;
        if (keeps)
            m_database.begin();
        const WalListener listener{.committed =
                                       [&](const CommittedTransaction &transaction) {
                                           if (transaction.commit >= end)
                                               return;
                                           if (keeps)
                                               m_database.add(transaction);
                                           take(named(transaction, *m_names));
                                       },
                                   .restorePoint =
                                       [&](const RestorePoint &point) {
                                           if (point.lsn >= end)
                                               return;
                                           if (keeps)
                                               m_database.add(point);
                                           else
                                               take(point); // the others are shown from the file
                                       },
                                   .progress =
                                       [&](const WalProgress &progress) {
                                           m_view.progress = progress;
                                           announceNowAndThen();
                                       }};
        const Result<WalReading> reading = readWal(
            m_view.machine->wal, {.since = m_view.filter.since, .from = {}, .until = end}, listener, Deadline::never(), stop);
        if (!reading)
            return reading.error();
        for (const WalGap &gap : reading->gaps)
            if (!isHole(gap, wanted))
                m_damage << gap;
        m_known.first = keeps && m_damage.isEmpty() ? begin : end;
        if (keeps)
            m_database.keep(m_known);
        m_shown = end;
        return {};
    }

    void showKnown(const std::stop_token &stop)
    {
        for (const RestorePoint &point : m_database.restorePoints())
            take(point);
        m_database.each(m_view.filter.since, false, [&](const CommittedTransaction &transaction) {
            if (transaction.commit >= m_shown)
                take(named(transaction, *m_names));
            return !stop.stop_requested();
        });
    }

    /// The WAL that is not in the file yet; every few segments are put there.
    Result<void> readOn(bool keeps, const WalSequence &wanted, const std::stop_token &stop)
    {
        const Lsn known = m_known.last;
        const auto keep = [&](Lsn last, Lsn resume) {
            if (!keeps || !last.isValid())
                return;
            m_known.last = std::max(m_known.last, last);
            m_known.resume = resume;
            m_database.keep(m_known);
        };
        const WalListener listener{.committed =
                                       [&](const CommittedTransaction &transaction) {
                                           if (transaction.commit <= known)
                                               return;
                                           if (keeps)
                                               m_database.add(transaction);
                                           take(named(transaction, *m_names));
                                       },
                                   .restorePoint =
                                       [&](const RestorePoint &point) {
                                           if (point.lsn <= known)
                                               return;
                                           if (keeps)
                                               m_database.add(point);
                                           take(point);
                                       },
                                   .progress =
                                       [&](const WalProgress &progress) {
                                           constexpr qint64 often = 16;
                                           m_view.progress = progress;
                                           if (keeps && progress.segments % often == 0) {
                                               keep(progress.last, progress.resume);
                                               m_database.begin();
                                           }
                                           announceNowAndThen();
                                       }};
        if (!known.isValid() && !wanted.stretches.isEmpty())
            m_known.first = Lsn(wanted.stretches.first().first().number * m_view.machine->wal.places.segmentBytes);
        if (keeps)
            m_database.begin();
        const WalRange range = known.isValid() ? WalRange{.since = {}, .from = m_known.resume}
                                               : WalRange{.since = m_view.filter.since, .from = {}};
        const Result<WalReading> reading = readWal(m_view.machine->wal, range, listener, Deadline::never(), stop);
        if (!reading)
            return reading.error(); // what was not kept is read again
        keep(reading->last, reading->resume);
        m_view.gaps = m_damage + reading->gaps;
        if (const std::optional<Lsn> damage = firstDamage(reading->gaps, wanted); keeps && damage) {
            // Read again the next time: it may be mended, and is told as long as it is not.
            m_known.resume = *damage;
            m_known.last = Lsn(damage->position() - 1);
            m_database.begin();
            m_database.keep(m_known);
        }
        for (const WalGap &gap : wanted.gaps)
            if (known.isValid() && gap.last * m_view.machine->wal.places.segmentBytes < m_known.resume.position())
                m_view.gaps.prepend(gap);
        return {};
    }

    /// Where the first segment lies that is there and could not be read.
    [[nodiscard]] std::optional<Lsn> firstDamage(const QList<WalGap> &gaps, const WalSequence &wanted) const
    {
        for (const WalGap &gap : gaps)
            if (!isHole(gap, wanted))
                return Lsn(gap.first * m_view.machine->wal.places.segmentBytes);
        return std::nullopt;
    }
    [[nodiscard]] static bool isHole(const WalGap &gap, const WalSequence &wanted)
    {
        return std::any_of(wanted.gaps.begin(), wanted.gaps.end(),
                           [&gap](const WalGap &hole) { return hole.first == gap.first; });
    }

    void take(const RestorePoint &point)
    {
        m_view.restorePoints << point;
        if (m_view.restorePoints.size() > PastView::mostKept)
            m_view.restorePoints.removeFirst();
    }

    void take(NamedTransaction transaction)
    {
        ++m_view.read;
        if (m_view.filter.matches(transaction)) {
            ++m_view.matching;
            m_view.density.add(transaction.at);
            m_newest.push_back(std::move(transaction));
            if (qsizetype(m_newest.size()) > PastView::mostKept)
                m_newest.pop_front();
        }
        announceNowAndThen();
    }

    void announceNowAndThen()
    {
        const auto now = SteadyClock::now();
        if (now - m_announced < betweenViews)
            return;
        m_announced = now;
        m_announce(view());
    }

    [[nodiscard]] PastView view() const
    {
        PastView shown = m_view;
        shown.madeAt = QDateTime::currentDateTimeUtc();
        shown.newest = QList<NamedTransaction>(m_newest.begin(), m_newest.end());
        return shown;
    }

    const Environment &m_environment;
    const Announce m_announce;
    PastView m_view;
    PastDatabase m_database;
    PastDatabase::Known m_known;
    QList<WalGap> m_damage; ///< of what lies before what was known
    Lsn m_shown; ///< what commits before this was shown as it was read
    RelationNames *m_names = nullptr; ///< while it reads
    std::deque<NamedTransaction> m_newest;
    SteadyClock::time_point m_announced = SteadyClock::now();
};

} // namespace

PastReader::PastReader(const Environment &environment, QObject *parent)
    : QObject(parent)
    , m_environment(environment)
    , m_background(this)
{
}

void PastReader::read(const ClusterSnapshotPtr &snapshot, const TransactionFilter &filter)
{
    stop();
    const int ticket = ++m_ticket;
    const auto later = [this, ticket](const PastView &view) {
        QMetaObject::invokeMethod(
            this, [this, ticket, view] { announce(ticket, view); }, Qt::QueuedConnection);
    };
    m_background.run(
        [this, snapshot, filter, later](const std::stop_token &stopped) {
            return PastReading(m_environment, filter, later).read(*snapshot, stopped);
        },
        [this, ticket](const PastView &view) { announce(ticket, view); });
}

void PastReader::stop()
{
    m_background.requestStop();
}

void PastReader::announce(int ticket, const PastView &view)
{
    if (ticket == m_ticket)
        Q_EMIT changed(std::make_shared<const PastView>(view));
}

} // namespace howdah
