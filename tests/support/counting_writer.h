#pragma once

#include "core/base/wake_up.h"
#include "core/cluster/cluster_definition.h"
#include "core/pg/connection.h"

#include <QMutex>

#include <atomic>
#include <functional>
#include <thread>

namespace howdah::test {

/// Commits rows to whichever node takes writes, over one multi-host conninfo as an application would, and knows which
/// of them were acknowledged: those must be there, whatever happens. Expects a table acknowledged (id bigint).
class CountingWriter
{
public:
    CountingWriter(const ClusterDefinition &cluster, Milliseconds interval)
        : CountingWriter([cluster] { return cluster; }, interval)
    {
    }
    /// `cluster` is asked on the writer's thread, whenever it connects: nodes come and go.
    CountingWriter(std::function<ClusterDefinition()> cluster, Milliseconds interval)
        : m_cluster(std::move(cluster))
        , m_thread([this, interval](std::stop_token stop) { write(interval, stop); })
    {
    }
    ~CountingWriter() { end(); }

    void end()
    {
        m_thread.request_stop();
        if (m_thread.joinable())
            m_thread.join();
    }
    [[nodiscard]] qint64 acknowledged() const { return m_acknowledged; } ///< ids 1 to this are committed, and …
    [[nodiscard]] qint64 inDoubt() const { return m_inDoubt; }           ///< at most so many more

    /// What has been promised up to now: every id from 1 to `last`, but for those in doubt.
    struct Ledger
    {
        qint64 last = 0;
        QList<qint64> inDoubt;
    };
    [[nodiscard]] Ledger ledger() const
    {
        const QMutexLocker locker(&m_mutex);
        return {m_acknowledged + m_inDoubt, m_doubtful};
    }

    /// Longest time between two acknowledgements since the last call.
    double takeLongestGapMs() { return static_cast<double>(m_longestGapMicroseconds.exchange(0)) / 1000.0; }

    [[nodiscard]] static ConnInfo multiHost(const ClusterDefinition &cluster)
    {
        QStringList hosts, ports;
        for (const NodeDefinition &node : cluster.nodes) {
            hosts << node.connInfo.host();
            ports << node.connInfo.port();
        }
        ConnInfo info = cluster.nodes.first().connInfo;
        info.set(QStringLiteral("hostaddr"), QString());
        info.set(QStringLiteral("host"), hosts.join(QLatin1Char(',')));
        info.set(QStringLiteral("port"), ports.join(QLatin1Char(',')));
        info.set(QStringLiteral("target_session_attrs"), QStringLiteral("read-write"));
        return info;
    }

private:
    void write(Milliseconds interval, std::stop_token stop)
    {
        std::optional<Connection> session;
        SteadyClock::time_point last = SteadyClock::now();
        bool first = true;
        const Milliseconds patience{2000};
        while (!stop.stop_requested()) {
            if (!session || !session->isOpen()) {
                session.reset();
                if (Result<Connection> opened = Connection::open(multiHost(m_cluster()), Deadline::after(patience)))
                    session.emplace(std::move(opened).value());
            }
            const QString id = QString::number(m_acknowledged + m_inDoubt + 1);
            if (session && session->query(QStringLiteral("INSERT INTO acknowledged VALUES ($1::bigint)"), {id},
                                          Deadline::after(patience))) {
                const SteadyClock::time_point now = SteadyClock::now();
                const qint64 gap = std::chrono::duration_cast<std::chrono::microseconds>(now - last).count();
                if (!first && gap > m_longestGapMicroseconds)
                    m_longestGapMicroseconds = gap;
                first = false;
                last = now;
                const QMutexLocker locker(&m_mutex);
                ++m_acknowledged;
            } else if (session) {
                const QMutexLocker locker(&m_mutex);
                ++m_inDoubt; // it may be committed: its number is not used again
                m_doubtful.append(id.toLongLong());
                session.reset();
            }
            (void)sleepUnlessStopped(interval, stop); // its pace, not a wait for anything
        }
    }

    std::function<ClusterDefinition()> m_cluster;
    std::atomic<qint64> m_acknowledged{0}, m_inDoubt{0}, m_longestGapMicroseconds{0};
    mutable QMutex m_mutex; // the two counts and this list say one thing
    QList<qint64> m_doubtful;
    std::jthread m_thread; // last: it uses the others
};

} // namespace howdah::test
