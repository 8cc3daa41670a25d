#pragma once

#include <QDateTime>
#include <QList>

namespace howdah {

/// How many transactions committed when, in buckets of one width that doubles as the stretch grows: the memory it takes
/// is bounded.
class Density
{
public:
    void add(const QDateTime &at); ///< in any order; an invalid one is passed over

    [[nodiscard]] qint64 fromMs() const { return m_from * m_widthMs; } ///< begin of the first bucket, since 1970 UTC
    [[nodiscard]] qint64 widthMs() const { return m_widthMs; }
    [[nodiscard]] const QList<qint64> &counts() const { return m_counts; }
    [[nodiscard]] bool isEmpty() const { return m_counts.isEmpty(); }

    static constexpr qsizetype mostBuckets = 2048;

private:
    void widen();

    qint64 m_widthMs = 125;
    qint64 m_from = 0; ///< in widths
    QList<qint64> m_counts;
};

} // namespace howdah
