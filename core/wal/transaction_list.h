#pragma once

#include "core/wal/wal_record.h"

#include <QHash>
#include <QJsonObject>
#include <QMap>

namespace howdah {

/// What one transaction did to one relation, counted in records: a row updated twice counts twice.
struct RelationChanges
{
    qint64 inserted = 0, updated = 0, deleted = 0;
    bool dropped = false; ///< its file went at the commit: DROP, TRUNCATE or a rewrite
};

struct CommittedTransaction
{
    quint32 id = 0;
    Lsn commit;   ///< of its commit record
    QDateTime at; ///< UTC
    QList<quint32> subtransactions;
    QMap<RelationFile, RelationChanges> relations; ///< of users; the catalog's are only told by the next
    bool changedCatalog = false;                   ///< it created, altered or dropped something
};

/// The committed transactions of a stretch of WAL, in the order of their commits.
struct TransactionList
{
    QList<CommittedTransaction> transactions; ///< the first `longest`; the totals count them all
    qint64 count = 0;
    QMap<RelationFile, RelationChanges> totals;
    QHash<quint32, QList<quint32>> writers; ///< by database: every committed number whose rows bear it as xmin there
    qint64 records = 0;                     ///< of any kind: 0 means that the stretch is empty
    qint64 catalogTransactions = 0;
    Lsn first, last;                   ///< begin of the first and the last record
    QMap<RelationFile, QString> names; ///< "database.schema.table" as far as known; filled in by the caller

    static constexpr qsizetype longest = 10000;
    [[nodiscard]] QString nameOf(const RelationFile &relation) const; ///< its path below the data directory otherwise
    [[nodiscard]] RelationChanges sum() const;
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] QString toText() const; ///< for people: one paragraph per transaction; times in UTC
    /// A psql script that writes, per table, the rows that these transactions inserted or changed and that are still
    /// there, as CSV files with a header into `directory`. Run by a superuser of a server that has replayed the
    /// stretch.
    [[nodiscard]] QByteArray rowsScript(const QString &directory) const;
};

/// Collects a list from the output of pg_waldump, in chunks as they come.
class TransactionCollector
{
public:
    void add(const QByteArray &chunk);
    [[nodiscard]] TransactionList finish(); ///< once, at the end

private:
    struct Changes
    {
        QMap<RelationFile, RelationChanges> relations;
        bool changedCatalog = false;
    };
    void addLine(QByteArrayView line);
    void count(const WalRecord &record);
    void commit(const WalRecord &record);

    QByteArray m_partial;
    QHash<quint32, Changes> m_open; ///< by transaction or subtransaction
    TransactionList m_list;
};

} // namespace howdah
