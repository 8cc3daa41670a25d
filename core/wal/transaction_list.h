#pragma once

#include "core/wal/transaction_stream.h"

#include <QJsonObject>

namespace howdah {

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
    TransactionCollector();
    TransactionCollector(const TransactionCollector &) = delete; // its stream calls back into it
    TransactionCollector &operator=(const TransactionCollector &) = delete;
    void add(const QByteArray &chunk) { m_stream.add(chunk); }
    [[nodiscard]] TransactionList finish(); ///< once, at the end

private:
    void take(const CommittedTransaction &transaction);

    TransactionList m_list;
    TransactionStream m_stream;
};

} // namespace howdah
