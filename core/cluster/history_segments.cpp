#include "core/cluster/history_database.h"

#include <algorithm>

namespace howdah {

namespace {

/// A point being gathered from stored buckets.
struct Gathering
{
    qint64 startMs = 0;
    double minimum = 0, total = 0, maximum = 0;
    qint64 count = 0;

    void begin(const HistoryBucket &bucket, qint64 start)
    {
        *this = {start, bucket.minimum, bucket.total, bucket.maximum, bucket.count};
    }
    void add(const HistoryBucket &bucket)
    {
        minimum = std::min(minimum, bucket.minimum);
        maximum = std::max(maximum, bucket.maximum);
        total += bucket.total;
        count += bucket.count;
    }
    [[nodiscard]] HistoryPoint point() const { return {startMs, minimum, total / static_cast<double>(count), maximum}; }
};

} // namespace

HistorySegments segmentsOf(const QList<HistoryBucket> &buckets, qint64 bucketMs, double gapMs)
{
    HistorySegments segments;
    Gathering point;
    std::optional<qint64> lastKnownMs;
    bool broken = true; // the next known value begins a segment
    const auto finishPoint = [&] {
        if (point.count > 0)
            segments.last() << point.point();
        point.count = 0;
    };
    for (const HistoryBucket &bucket : buckets) {
        if (bucket.count == 0) {
            broken = true;
            continue;
        }
        const qint64 start = bucket.atMs - bucket.atMs % bucketMs;
        broken = broken || (lastKnownMs && static_cast<double>(bucket.atMs - *lastKnownMs) > gapMs);
        lastKnownMs = bucket.atMs;
        if (point.count > 0 && start == point.startMs) { // a gap narrower than a point cannot be drawn
            point.add(bucket);
            broken = false;
            continue;
        }
        finishPoint();
        if (broken)
            segments << QList<HistoryPoint>();
        broken = false;
        point.begin(bucket, start);
    }
    finishPoint();
    return segments;
}

} // namespace howdah
