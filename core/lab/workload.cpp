#include "core/base/wake_up.h"
#include "core/lab/lab.h"
#include "core/pg/connection.h"

#include <QRandomGenerator>
#include <QStringList>

#include <algorithm>

namespace howdah {

namespace {

/// Rows are written over again from the first on, so that the table does not grow for ever; number tells the newest.
constexpr int rowsKept = 10000;
constexpr Milliseconds commitTimeout{5000};
constexpr Milliseconds shortestPause{10};
constexpr Milliseconds longestPause{500};

const QString createTable =
    QStringLiteral("CREATE TABLE IF NOT EXISTS howdah_workload ("
                   "slot integer PRIMARY KEY, number bigint NOT NULL, "
                   "written_at timestamptz NOT NULL, filler text NOT NULL) WITH (fillfactor = 50)");
const QString lastNumber = QStringLiteral("SELECT coalesce(max(number), 0) FROM howdah_workload");
const QString writeRow = QStringLiteral(
    "INSERT INTO howdah_workload VALUES ($1::bigint % $2::bigint, $1::bigint, clock_timestamp(), repeat('x', 100)) "
    "ON CONFLICT (slot) DO UPDATE SET number = excluded.number, written_at = excluded.written_at");

/// All nodes in one: libpq takes the first that accepts writes.
ConnInfo writable(const ClusterDefinition &cluster)
{
    if (cluster.nodes.isEmpty())
        return {};
    ConnInfo info = cluster.nodes.first().connInfo;
    QStringList hosts, ports;
    for (const NodeDefinition &node : cluster.nodes) {
        hosts << node.connInfo.host();
        ports << node.connInfo.port();
    }
    info.set(QStringLiteral("host"), hosts.join(QLatin1Char(',')));
    info.set(QStringLiteral("port"), ports.join(QLatin1Char(',')));
    info.set(QStringLiteral("target_session_attrs"), QStringLiteral("read-write"));
    return info;
}

class Workload
{
public:
    Workload(const ClusterDefinition &cluster, double perSecond, std::stop_token stop)
        : m_cluster(cluster)
        , m_interval(static_cast<SteadyClock::rep>(1e9 / perSecond))
        , m_stop(std::move(stop))
    {
    }

    WorkloadReport run()
    {
        while (sleepUnlessStopped(commit() ? afterCommit() : afterFailure(), m_stop))
            ;
        return m_report;
    }

private:
    bool commit()
    {
        if ((!m_connection || !m_connection->isOpen()) && !connect())
            return false;
        const auto written = m_connection->query(writeRow, {QString::number(m_number + 1), QString::number(rowsKept)},
                                                 Deadline::after(commitTimeout), m_stop);
        return written.ok();
    }

    bool connect()
    {
        // Asked anew each time: nodes come and go, and the primary may be one that was not there at the start.
        const ClusterDefinition cluster = ClusterRegistry().find(m_cluster.name).valueOr(m_cluster);
        auto opened = Connection::open(writable(cluster), Deadline::after(commitTimeout), m_stop,
                                       {QStringLiteral("howdah workload")});
        if (!opened)
            return false;
        m_connection.emplace(std::move(*opened));
        const Deadline deadline = Deadline::after(commitTimeout);
        if (!m_connection->query(createTable, {}, deadline, m_stop))
            return false;
        const auto last = m_connection->query(lastNumber, {}, deadline, m_stop);
        if (!last)
            return false;
        m_number = std::max(m_number, last->integer(0, 0).value_or(0));
        return true;
    }

    /// Counts, and says how long to wait for the next.
    Milliseconds afterCommit()
    {
        const auto now = SteadyClock::now();
        if (m_report.commits > 0)
            m_report.longestGapMs = std::max(
                m_report.longestGapMs, qint64(std::chrono::duration_cast<Milliseconds>(now - m_lastCommit).count()));
        ++m_report.commits;
        ++m_number;
        m_lastCommit = now;
        m_pause = shortestPause;
        // By the clock, so that the time a commit takes does not lower the rate; what a gap swallowed is not made up
        // for.
        m_next = std::max(m_next + m_interval, m_lastCommit);
        return std::chrono::duration_cast<Milliseconds>(m_next - SteadyClock::now());
    }

    Milliseconds afterFailure()
    {
        if (!m_stop.stop_requested())
            ++m_report.failures;
        m_connection.reset();
        const Milliseconds pause{m_pause.count() / 2 +
                                 QRandomGenerator::global()->bounded(static_cast<int>(m_pause.count() / 2) + 1)};
        m_pause = std::min(2 * m_pause, longestPause);
        return pause;
    }

    ClusterDefinition m_cluster;
    std::chrono::nanoseconds m_interval;
    std::stop_token m_stop;
    std::optional<Connection> m_connection;
    qint64 m_number = 0;
    WorkloadReport m_report;
    SteadyClock::time_point m_lastCommit, m_next = SteadyClock::now();
    Milliseconds m_pause = shortestPause;
};

} // namespace

WorkloadReport runWorkload(const ClusterDefinition &cluster, double perSecond, std::stop_token stop)
{
    if (!(perSecond > 0) || cluster.nodes.isEmpty())
        return {};
    return Workload(cluster, perSecond, std::move(stop)).run();
}

} // namespace howdah
