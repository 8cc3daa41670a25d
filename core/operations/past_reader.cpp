#include "core/operations/past_reader.h"

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
        RelationNames names = relationNames(*m_view.machine, m_environment, stop);
        const WalListener listener{
            .committed = [&](const CommittedTransaction &transaction) { take(named(transaction, names)); },
            .progress =
                [this](const WalProgress &progress) {
                    m_view.progress = progress;
                    announceNowAndThen();
                }};
        const Result<WalReading> reading =
            readWal(m_view.machine->wal, {.since = m_view.filter.since, .from = {}}, listener, Deadline::never(), stop);
        if (!reading)
            return reading.error();
        m_view.gaps = reading->gaps;
        return {};
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
