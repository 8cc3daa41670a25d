#pragma once

#include "core/backup/relation_names.h"
#include "core/backup/wal_reading.h"

#include <QSqlDatabase>
#include <QSqlQuery>

namespace howdah {

/// What was read of one cluster's WAL, kept on disk so that it is read once, and the names that its relations had, so
/// that one that was dropped since still has its name. SQLite, disposable: a file that is damaged or of another version
/// is begun anew. One thread; it must not outlive it.
class PastDatabase
{
public:
    static constexpr qint64 mostKept = 4'000'000; ///< about 100 bytes each

    explicit PastDatabase(qint64 most = mostKept)
        : m_most(most)
    {
    }
    ~PastDatabase();
    PastDatabase(const PastDatabase &) = delete;
    PastDatabase &operator=(const PastDatabase &) = delete;

    /// In the state directory, "past/SYSTEM-IDENTIFIER.db". Storage when it cannot be opened.
    [[nodiscard]] Result<void> open(const QString &systemIdentifier);

    // ---- Names ----
    void remember(quint32 database, const QString &name, const QHash<quint32, KnownRelation> &files);
    [[nodiscard]] std::optional<KnownRelation> relation(const RelationFile &file) const;
    [[nodiscard]] QString database(quint32 oid) const;

    [[nodiscard]] NameMemory memory(); ///< as RelationNames wants it; this must outlive that

    // ---- Transactions ----
    /// How far the WAL is known.
    struct Known
    {
        Lsn first;  ///< from here on
        Lsn last;   ///< every commit up to here is in the file
        Lsn resume; ///< reading goes on here: nothing that commits later began before
        [[nodiscard]] bool isAnything() const { return last.isValid(); }
    };
    /// For this way through the timelines; what was read of a timeline beyond the point where the way leaves it is
    /// forgotten, and all of it when the way is another one.
    [[nodiscard]] Known knownOn(const QList<TimelineEntry> &way);
    void begin(); ///< changes are kept together until keep()
    void add(const CommittedTransaction &transaction);
    void add(const RestorePoint &point);
    /// When more than `mostKept` transactions have come together the oldest go, and `known` begins later.
    void keep(Known &known);
    [[nodiscard]] bool hasRoom() const { return m_kept < m_most / 2; } ///< for what lies before what is known
    void forgetAll();
    /// In the order of their commits, those at or after `since` (invalid: all); the handler says false to end.
    void each(const QDateTime &since, bool newestFirst,
              const std::function<bool(const CommittedTransaction &)> &handle) const;
    [[nodiscard]] QList<RestorePoint> restorePoints() const;

private:
    [[nodiscard]] bool run(const QString &sql, const QVariantList &values = {}) const;
    [[nodiscard]] bool hasSchema() const;
    [[nodiscard]] bool makeSchema() const;
    void forgetOldest(Known &known);
    void close();

    QSqlDatabase m_database;
    QString m_connectionName;
    std::unique_ptr<QSqlQuery> m_insert; ///< prepared
    QString m_way;
    const qint64 m_most;
    qint64 m_kept = 0; ///< transactions in the file
};

} // namespace howdah
