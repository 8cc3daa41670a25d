#pragma once

#include "core/wal/wal_record.h"

#include <QHash>
#include <QMap>
#include <QSet>

#include <functional>

namespace howdah {

/// What one transaction did to one relation, counted in records: a row updated twice counts twice.
struct RelationChanges
{
    qint64 inserted = 0, updated = 0, deleted = 0;
    bool dropped = false; ///< its file went at the commit: DROP, TRUNCATE or a rewrite
    void add(const RelationChanges &more);
};

struct CommittedTransaction
{
    quint32 id = 0;
    Lsn commit;   ///< of its commit record
    QDateTime at; ///< UTC
    QList<quint32> subtransactions;
    QMap<RelationFile, RelationChanges> relations; ///< of users; the catalog's are only told by the next
    bool changedCatalog = false;                   ///< it created, altered or dropped something
    QList<quint32> catalogs = {};                  ///< in these databases; 0: in what they share (a role, a database)
    qint64 bytes = 0;                              ///< of the WAL that its rows took, without that of indexes
    QHash<quint32, QList<quint32>> writers = {};   ///< by database: the numbers whose rows bear them as xmin there
};

/// Where pg_create_restore_point() was called; the WAL tells no time with it.
struct RestorePoint
{
    QString name;
    Lsn lsn;
    QDateTime after; ///< UTC, of the last commit before it; invalid when none was read
    bool operator==(const RestorePoint &) const = default;
};

/// Hands on the committed transactions in the output of pg_waldump, in chunks as they come, in the order of their
/// commits. It keeps what is open, nothing of what has ended.
class TransactionStream
{
public:
    using Handler = std::function<void(const CommittedTransaction &)>;
    using RestorePointHandler = std::function<void(const RestorePoint &)>;
    explicit TransactionStream(Handler committed, RestorePointHandler restorePoint = {})
        : m_committed(std::move(committed))
        , m_restorePoint(std::move(restorePoint))
    {
    }

    void add(const QByteArray &chunk);
    void endChunks(); ///< what came without a line's end was the last line
    /// What comes next may begin with records that came already: they are passed over.
    void skipWhatCame() { m_skipped = m_last; }
    /// Records are missing between what came and what will come: what is open now could be counted in part only.
    void forgetOpen() { m_open.clear(); }

    [[nodiscard]] qint64 records() const { return m_records; }
    [[nodiscard]] Lsn first() const { return m_first; } ///< begin of the first record
    [[nodiscard]] Lsn last() const { return m_last; }   ///< begin of the last one
    /// Whoever reads from here on misses nothing of what has not committed yet.
    [[nodiscard]] Lsn resumeFrom() const;

private:
    struct Changes
    {
        QMap<RelationFile, RelationChanges> relations;
        QList<quint32> catalogs;
        qint64 bytes = 0;
        Lsn first;
    };
    void addLine(QByteArrayView line);
    void count(const WalRecord &record);
    void commit(const WalRecord &record);
    void abort(const WalRecord &record);
    void prepare(const WalRecord &record);
    void forgetEnded(const WalRecord &checkpoint);
    void take(CommittedTransaction &transaction, quint32 number);

    Handler m_committed;
    RestorePointHandler m_restorePoint;
    QDateTime m_lastCommit;
    QByteArray m_partial;
    QHash<quint32, Changes> m_open; ///< by transaction or subtransaction
    QSet<quint32> m_prepared;       ///< of them those that outlast a crash
    qint64 m_records = 0;
    Lsn m_first, m_last, m_skipped;
};

} // namespace howdah
