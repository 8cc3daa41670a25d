#include "core/backup/density.h"

#include <algorithm>

namespace howdah {

void Density::add(const QDateTime &at)
{
    if (!at.isValid())
        return;
    const qint64 ms = at.toMSecsSinceEpoch();
    if (m_counts.isEmpty()) {
        m_from = ms / m_widthMs;
        m_counts.append(0);
    }
    const auto span = [&] {
        const qint64 place = ms / m_widthMs;
        return std::max(place, m_from + m_counts.size() - 1) - std::min(place, m_from) + 1;
    };
    while (span() > mostBuckets)
        widen();
    const qint64 place = ms / m_widthMs;
    if (place < m_from) {
        m_counts.insert(0, m_from - place, 0);
        m_from = place;
    }
    if (place >= m_from + m_counts.size())
        m_counts.insert(m_counts.size(), place - m_from - m_counts.size() + 1, 0);
    ++m_counts[place - m_from];
}

/// Buckets begin at multiples of their width, so that two of them are always one of the next width.
void Density::widen()
{
    const qint64 from = m_from / 2;
    QList<qint64> counts((m_from + m_counts.size() - 1) / 2 - from + 1, 0);
    for (qsizetype index = 0; index < m_counts.size(); ++index)
        counts[(m_from + index) / 2 - from] += m_counts.at(index);
    m_counts = counts;
    m_from = from;
    m_widthMs *= 2;
}

} // namespace howdah
