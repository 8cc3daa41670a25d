#pragma once

#include "core/base/result.h"
#include "core/cluster/cluster_snapshot.h"

#include <QHash>
#include <QList>
#include <QObject>

#include <functional>
#include <memory>

namespace howdah {

/// What is kept of a standby's lag over time.
enum class LagKind { SendBytes, WriteBytes, FlushBytes, ReplayBytes, WriteMs, FlushMs, ReplayMs };

/// One value of a lag; milliseconds or bytes. Nothing: not known.
[[nodiscard]] std::optional<double> lagValue(const Lag &lag, LagKind kind);

/// One bucket. Raw samples have minimum = average = maximum.
struct HistoryPoint
{
    qint64 atMs = 0; ///< UTC, ms since 1970, start of the bucket
    double minimum = 0, average = 0, maximum = 0;
};

/// An unbroken run of points is a segment; a gap (node down, value unknown, console not running) starts a new one.
using HistorySegments = QList<QList<HistoryPoint>>;

struct HistoryEvent
{
    qint64 atMs = 0;
    QString node; ///< may be empty
    QString kind; ///< "promoted", "paused", "resumed", "down", "up", "operation"
    QString text;
};

/// history.db: 1 s raw for an hour, 10 s for a day, 1 min for a week, 10 min for 90 days; min/avg/max, so peaks
/// survive; the oldest goes first when the file passes its limit. Its own thread and SQLite connection; every method
/// may be called from any thread and returns at once; answers come by callback on `context`'s thread. A damaged file is
/// moved aside (damage()).
class History
{
public:
    struct Settings
    {
        QString file; ///< empty: state directory, history.db
        qint64 limitBytes = 256LL * 1024 * 1024;
    };
    explicit History(Settings settings);
    ~History(); ///< writes what is queued, then closes

    void record(const ClusterSnapshotPtr &snapshot); ///< lag of each standby whose sample is new; events from changes
    void recordEvent(const QString &cluster, const HistoryEvent &event);

    using Segments = std::function<void(QHash<QString, HistorySegments>)>; ///< by node
    /// At most about `points` buckets a node; always min/max preserving. Newest request per context wins is the
    /// caller's business.
    void lag(const QString &cluster, LagKind kind, qint64 fromMs, qint64 toMs, int points, QObject *context,
             Segments answer);
    using Events = std::function<void(QList<HistoryEvent>)>;
    void events(const QString &cluster, qint64 fromMs, qint64 toMs, QObject *context, Events answer);

    void flush(); ///< blocks until all queued writes are on disk; for tests and the end of a run
    [[nodiscard]] QString damage() const; ///< sentence about a file moved aside; empty when all is well

private:
    struct Writer;
    std::unique_ptr<Writer> m_writer;
};

} // namespace howdah
