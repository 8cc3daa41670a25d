#include "core/wal/transaction_list.h"

namespace howdah {

TransactionCollector::TransactionCollector()
    : m_stream([this](const CommittedTransaction &transaction) { take(transaction); })
{
}

void TransactionCollector::take(const CommittedTransaction &transaction)
{
    ++m_list.count;
    m_list.catalogTransactions += transaction.changedCatalog ? 1 : 0;
    for (auto one = transaction.relations.cbegin(); one != transaction.relations.cend(); ++one)
        m_list.totals[one.key()].add(one.value());
    for (auto one = transaction.writers.cbegin(); one != transaction.writers.cend(); ++one)
        m_list.writers[one.key()] += one.value();
    if (m_list.transactions.size() < TransactionList::longest)
        m_list.transactions << transaction;
}

TransactionList TransactionCollector::finish()
{
    m_stream.endChunks();
    m_list.records = m_stream.records();
    m_list.first = m_stream.first();
    m_list.last = m_stream.last();
    return std::move(m_list);
}

} // namespace howdah
