#include "core/cluster/history_database.h"

#include <algorithm>

namespace howdah {

namespace {

constexpr qint64 fewestPoints = 2;

/// How far apart stored buckets usually are: the median distance, at least the level's width.
qint64 usualDistance(const QList<HistoryBucket> &buckets, qint64 widthMs)
{
    QList<qint64> distances;
    for (qsizetype i = 1; i < buckets.size(); ++i)
        distances << buckets[i].atMs - buckets[i - 1].atMs;
    if (distances.isEmpty())
        return widthMs;
    const auto middle = distances.begin() + distances.size() / 2;
    std::nth_element(distances.begin(), middle, distances.end());
    return std::max(widthMs, *middle);
}

/// Raw samples may be late or lost now and then; of a roll-up's buckets none is missing while somebody looks.
double gapFor(const HistoryLevel &level, const QList<HistoryBucket> &buckets)
{
    constexpr double missedSamples = 3, missedBuckets = 1.5;
    return static_cast<double>(usualDistance(buckets, level.widthMs)) *
           (level.widthMs == 1 ? missedSamples : missedBuckets);
}

} // namespace

qint64 HistoryDatabase::oldest(const HistoryLevel &level, const QList<qint64> &series)
{
    qint64 found = std::numeric_limits<qint64>::max();
    for (const qint64 id : series) {
        QSqlQuery query(m_database);
        query.prepare(QStringLiteral("SELECT min(at) FROM bucket WHERE level = ? AND series = ?"));
        query.addBindValue(level.id);
        query.addBindValue(id);
        if (run(query) && query.next() && !query.isNull(0))
            found = std::min(found, query.value(0).toLongLong());
    }
    return found;
}

/// The coarsest level that still resolves `bucketMs`; a coarser one only where that has forgotten what it still holds.
const HistoryLevel &HistoryDatabase::levelFor(const QList<qint64> &series, qint64 fromMs, qint64 bucketMs)
{
    std::size_t best = 0;
    while (best + 1 < historyLevels.size() && historyLevels[best + 1].widthMs <= bucketMs)
        ++best;
    qint64 bestOldest = oldest(historyLevels[best], series);
    for (std::size_t i = best + 1; i < historyLevels.size() && bestOldest > fromMs; ++i) {
        const qint64 reach = oldest(historyLevels[i], series);
        if (reach < bestOldest - historyLevels[i].widthMs) { // its first bucket may be filled in part only
            best = i;
            bestOldest = reach;
        }
    }
    return historyLevels[best];
}

QList<HistoryBucket> HistoryDatabase::buckets(const HistoryLevel &level, qint64 series, qint64 fromMs, qint64 toMs)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    query.prepare(QStringLiteral("SELECT at, minimum, total, maximum, count FROM bucket "
                                 "WHERE level = ? AND series = ? AND at > ? AND at <= ? ORDER BY at"));
    query.addBindValue(level.id);
    query.addBindValue(series);
    query.addBindValue(fromMs - level.widthMs);
    query.addBindValue(toMs);
    QList<HistoryBucket> found;
    if (!run(query))
        return found;
    while (query.next())
        found << HistoryBucket{query.value(0).toLongLong(), query.value(1).toDouble(), query.value(2).toDouble(),
                               query.value(3).toDouble(), query.value(4).toLongLong()};
    return found;
}

QHash<QString, HistorySegments> HistoryDatabase::lag(const QString &cluster, LagKind kind, qint64 fromMs, qint64 toMs,
                                                     int points)
{
    QHash<QString, HistorySegments> answer;
    if (!m_database.isOpen() || toMs <= fromMs)
        return answer;
    QSqlQuery query(m_database);
    query.prepare(QStringLiteral("SELECT node, id FROM series WHERE cluster = ? AND kind = ?"));
    query.addBindValue(cluster);
    query.addBindValue(static_cast<int>(kind));
    QList<QPair<QString, qint64>> series;
    QList<qint64> ids;
    run(query);
    while (query.next()) {
        series << qMakePair(query.value(0).toString(), query.value(1).toLongLong());
        ids << series.last().second;
    }
    const qint64 bucketMs = std::max<qint64>(1, (toMs - fromMs) / std::max<qint64>(fewestPoints, points));
    const HistoryLevel &level = levelFor(ids, fromMs, bucketMs);
    for (const auto &[node, id] : std::as_const(series)) {
        const QList<HistoryBucket> stored = buckets(level, id, fromMs, toMs);
        const HistorySegments segments = segmentsOf(stored, std::max(bucketMs, level.widthMs), gapFor(level, stored));
        if (!segments.isEmpty())
            answer.insert(node, segments);
    }
    return answer;
}

QList<HistoryEvent> HistoryDatabase::events(const QString &cluster, qint64 fromMs, qint64 toMs)
{
    QList<HistoryEvent> found;
    if (!m_database.isOpen())
        return found;
    QSqlQuery query(m_database);
    query.prepare(QStringLiteral(
        "SELECT at, node, kind, text FROM event WHERE cluster = ? AND at >= ? AND at <= ? ORDER BY at, id"));
    query.addBindValue(cluster);
    query.addBindValue(fromMs);
    query.addBindValue(toMs);
    run(query);
    while (query.next())
        found << HistoryEvent{query.value(0).toLongLong(), query.value(1).toString(), query.value(2).toString(),
                              query.value(3).toString()};
    return found;
}

} // namespace howdah
