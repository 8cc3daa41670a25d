#include "ui/topology/wal_rate.h"

namespace howdah {

namespace {
constexpr qint64 windowMs = 10'000;
}

void WalRate::add(const ClusterSnapshot &snapshot)
{
    const NodeState *primary = snapshot.primary();
    if (!primary || !primary->sample || !primary->sample->head) {
        m_seen.clear();
        return;
    }
    if (primary->name() != m_primary || primary->timeline != m_timeline) {
        m_seen.clear();
        m_primary = primary->name();
        m_timeline = primary->timeline;
    }
    const Seen now{primary->sample->takenAt.toMSecsSinceEpoch(), *primary->sample->head};
    if (!m_seen.empty() && now.atMs <= m_seen.back().atMs)
        return;
    m_seen.push_back(now);
    while (m_seen.size() > 2 && m_seen.front().atMs < now.atMs - windowMs)
        m_seen.pop_front();
}

std::optional<double> WalRate::bytesPerSecond() const
{
    if (m_seen.size() < 2)
        return {};
    const Seen &first = m_seen.front();
    const Seen &last = m_seen.back();
    return static_cast<double>(last.head - first.head) * 1000.0 / static_cast<double>(last.atMs - first.atMs);
}

} // namespace howdah
