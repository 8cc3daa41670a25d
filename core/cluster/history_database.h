#pragma once

#include "core/cluster/history.h"
#include "core/cluster/history_schema.h"

#include <QSqlQuery>

namespace howdah {

/// One value of one standby at one moment; nothing when it was not known.
struct HistoryValue
{
    QString cluster, node;
    LagKind kind = LagKind::ReplayBytes;
    qint64 atMs = 0;
    std::optional<double> value;
};

/// A stored bucket; count 0: looked at, but not known.
struct HistoryBucket
{
    qint64 atMs = 0;
    double minimum = 0, total = 0, maximum = 0;
    qint64 count = 0;
};

/// Joins stored buckets into at most about `points` of `bucketMs` and cuts them where values were not known or missing.
/// `intervalMs`: how far apart buckets usually are; `tolerance` of them may be missing without a gap.
[[nodiscard]] HistorySegments segmentsOf(const QList<HistoryBucket> &buckets, qint64 bucketMs, double gapMs);

/// history.db on one thread: the one that made this uses and destroys it. Errors do not stop anything: history is
/// disposable.
class HistoryDatabase
{
public:
    explicit HistoryDatabase(History::Settings settings);
    ~HistoryDatabase();
    HistoryDatabase(const HistoryDatabase &) = delete;
    HistoryDatabase &operator=(const HistoryDatabase &) = delete;

    void begin();
    void commit(); ///< and what a full file needs
    void add(const HistoryValue &value);
    void add(const QString &cluster, const HistoryEvent &event);
    /// Deletes what is older than its level is kept for, as seen from `nowMs`.
    void prune(qint64 nowMs);

    [[nodiscard]] QHash<QString, HistorySegments> lag(const QString &cluster, LagKind kind, qint64 fromMs, qint64 toMs,
                                                      int points);
    [[nodiscard]] QList<HistoryEvent> events(const QString &cluster, qint64 fromMs, qint64 toMs);

    [[nodiscard]] const QString &damage() const { return m_damage; }

private:
    void open();
    void close();
    void prepareStatements();
    void moveAside();
    bool run(QSqlQuery &query); ///< false after an error; a damaged file is replaced by a new one then
    bool run(const QString &statement);
    [[nodiscard]] qint64 seriesId(const HistoryValue &value);
    [[nodiscard]] qint64 usedBytes();
    void keepWithinLimit();
    void deleteOldestShare(double share);
    [[nodiscard]] qint64 oldest(const HistoryLevel &level, const QList<qint64> &series);
    [[nodiscard]] const HistoryLevel &levelFor(const QList<qint64> &series, qint64 fromMs, qint64 bucketMs);
    [[nodiscard]] QList<HistoryBucket> buckets(const HistoryLevel &level, qint64 series, qint64 fromMs, qint64 toMs);

    History::Settings m_settings;
    QString m_connectionName;
    QSqlDatabase m_database;
    std::optional<QSqlQuery> m_upsert;
    QHash<QString, qint64> m_series;
    QString m_damage;
    bool m_damagedNow = false;
};

} // namespace howdah
