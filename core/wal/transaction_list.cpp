#include "core/wal/transaction_list.h"

namespace howdah {

namespace {

constexpr quint32 firstUsersFile = 16384; ///< FirstNormalObjectId: what initdb makes lies below

void add(RelationChanges &sum, const RelationChanges &more)
{
    sum.inserted += more.inserted;
    sum.updated += more.updated;
    sum.deleted += more.deleted;
    sum.dropped = sum.dropped || more.dropped;
}

template <typename Map> void addAll(Map &sum, const Map &more)
{
    for (auto one = more.cbegin(); one != more.cend(); ++one)
        add(sum[one.key()], one.value());
}

} // namespace

void TransactionCollector::add(const QByteArray &chunk)
{
    m_partial.append(chunk);
    qsizetype begin = 0;
    for (qsizetype end = m_partial.indexOf('\n'); end >= 0; end = m_partial.indexOf('\n', begin)) {
        addLine(QByteArrayView(m_partial).sliced(begin, end - begin));
        begin = end + 1;
    }
    m_partial.remove(0, begin);
}

void TransactionCollector::addLine(QByteArrayView line)
{
    const std::optional<WalRecord> record = parseWalRecord(line);
    if (!record)
        return;
    if (m_list.records++ == 0)
        m_list.first = record->lsn;
    m_list.last = record->lsn;
    switch (record->kind) {
    case WalRecord::Kind::Insert:
    case WalRecord::Kind::Update:
    case WalRecord::Kind::Delete:
        count(*record);
        break;
    case WalRecord::Kind::Commit:
        commit(*record);
        break;
    case WalRecord::Kind::Abort:
        m_open.remove(record->transaction);
        for (const quint32 child : transactionEnd(*record).subtransactions)
            m_open.remove(child);
        break;
    case WalRecord::Kind::Checkpoint:
    case WalRecord::Kind::Other:
        break;
    }
}

void TransactionCollector::count(const WalRecord &record)
{
    if (!record.relation || record.transaction == 0)
        return;
    Changes &changes = m_open[record.transaction];
    if (record.relation->file < firstUsersFile) {
        changes.changedCatalog = true;
        return;
    }
    RelationChanges &relation = changes.relations[*record.relation];
    qint64 &counter = record.kind == WalRecord::Kind::Insert   ? relation.inserted
                      : record.kind == WalRecord::Kind::Update ? relation.updated
                                                               : relation.deleted;
    counter += record.rows;
}

void TransactionCollector::commit(const WalRecord &record)
{
    const TransactionEnd end = transactionEnd(record);
    CommittedTransaction transaction{
        .id = record.transaction, .commit = record.lsn, .at = end.at, .subtransactions = end.subtransactions};
    for (const quint32 number : QList<quint32>{record.transaction} + end.subtransactions) {
        const Changes changes = m_open.take(number);
        addAll(transaction.relations, changes.relations);
        transaction.changedCatalog = transaction.changedCatalog || changes.changedCatalog;
        QList<quint32> databases;
        for (auto one = changes.relations.cbegin(); one != changes.relations.cend(); ++one)
            if (!databases.contains(one.key().database))
                databases << one.key().database;
        for (const quint32 database : databases)
            m_list.writers[database] << number;
    }
    for (const RelationFile &file : end.dropped)
        if (file.file >= firstUsersFile)
            transaction.relations[file].dropped = true;
    ++m_list.count;
    m_list.catalogTransactions += transaction.changedCatalog ? 1 : 0;
    addAll(m_list.totals, transaction.relations);
    if (m_list.transactions.size() < TransactionList::longest)
        m_list.transactions << transaction;
}

TransactionList TransactionCollector::finish()
{
    addLine(m_partial);
    return std::move(m_list);
}

} // namespace howdah
