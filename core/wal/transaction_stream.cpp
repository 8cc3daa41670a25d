#include "core/wal/transaction_stream.h"

#include <algorithm>
#include <array>

namespace howdah {

namespace {
constexpr quint32 firstUsersFile = 16384; ///< FirstNormalObjectId: what initdb makes lies below

/// pg_statistic, pg_statistic_ext_data and their TOAST tables: ANALYZE writes there, also by itself, and defines
/// nothing.
bool holdsStatistics(quint32 file)
{
    constexpr std::array files{2619U, 2840U, 3429U, 3430U};
    return std::find(files.begin(), files.end(), file) != files.end();
}
} // namespace

void RelationChanges::add(const RelationChanges &more)
{
    inserted += more.inserted;
    updated += more.updated;
    deleted += more.deleted;
    dropped = dropped || more.dropped;
}

void TransactionStream::add(const QByteArray &chunk)
{
    m_partial.append(chunk);
    qsizetype begin = 0;
    for (qsizetype end = m_partial.indexOf('\n'); end >= 0; end = m_partial.indexOf('\n', begin)) {
        addLine(QByteArrayView(m_partial).sliced(begin, end - begin));
        begin = end + 1;
    }
    m_partial.remove(0, begin);
}

void TransactionStream::endChunks()
{
    addLine(m_partial);
    m_partial.clear();
}

Lsn TransactionStream::resumeFrom() const
{
    Lsn from = m_last;
    for (const Changes &changes : m_open)
        from = std::min(from, changes.first);
    return from;
}

void TransactionStream::addLine(QByteArrayView line)
{
    const std::optional<WalRecord> record = parseWalRecord(line);
    if (!record || record->lsn <= m_skipped)
        return;
    if (m_records++ == 0)
        m_first = record->lsn;
    m_last = record->lsn;
    if (record->kind == WalRecord::Kind::RestorePoint && m_restorePoint)
        m_restorePoint({.name = restorePointName(*record), .lsn = record->lsn, .after = m_lastCommit});
    if (record->kind == WalRecord::Kind::Checkpoint)
        forgetEnded(*record);
    if (record->resourceManager == QByteArrayView("Transaction") && record->description.startsWith("PREPARE"))
        prepare(*record);
    if (record->kind == WalRecord::Kind::Abort)
        abort(*record);
    else if (record->transaction != 0)
        count(*record);
    if (record->kind == WalRecord::Kind::Commit)
        commit(*record);
}

void TransactionStream::count(const WalRecord &record)
{
    const bool changesRows = record.kind == WalRecord::Kind::Insert || record.kind == WalRecord::Kind::Update ||
                             record.kind == WalRecord::Kind::Delete;
    if (!changesRows || !record.relation)
        return;
    Changes &changes = m_open[record.transaction];
    if (!changes.first.isValid())
        changes.first = record.lsn;
    changes.bytes += record.bytes;
    if (record.relation->file < firstUsersFile) {
        if (!holdsStatistics(record.relation->file) && !changes.catalogs.contains(record.relation->database))
            changes.catalogs << record.relation->database;
        return;
    }
    RelationChanges &relation = changes.relations[*record.relation];
    qint64 &counter = record.kind == WalRecord::Kind::Insert   ? relation.inserted
                      : record.kind == WalRecord::Kind::Update ? relation.updated
                                                               : relation.deleted;
    counter += record.rows;
}

void TransactionStream::take(CommittedTransaction &transaction, quint32 number)
{
    const Changes changes = m_open.take(number);
    m_prepared.remove(number);
    QList<quint32> databases;
    for (auto one = changes.relations.cbegin(); one != changes.relations.cend(); ++one) {
        transaction.relations[one.key()].add(one.value());
        if (!databases.contains(one.key().database))
            databases << one.key().database;
    }
    for (const quint32 database : std::as_const(databases))
        transaction.writers[database] << number;
    transaction.changedCatalog = transaction.changedCatalog || !changes.catalogs.isEmpty();
    for (const quint32 database : changes.catalogs)
        if (!transaction.catalogs.contains(database))
            transaction.catalogs << database;
    transaction.bytes += changes.bytes;
}

void TransactionStream::commit(const WalRecord &record)
{
    const TransactionEnd end = transactionEnd(record);
    CommittedTransaction transaction{
        .id = record.transaction, .commit = record.lsn, .at = end.at, .subtransactions = end.subtransactions};
    take(transaction, record.transaction);
    for (const quint32 child : end.subtransactions)
        take(transaction, child);
    for (const RelationFile &file : end.dropped)
        if (file.file >= firstUsersFile)
            transaction.relations[file].dropped = true;
    m_lastCommit = end.at;
    m_committed(transaction);
}

void TransactionStream::abort(const WalRecord &record)
{
    for (const quint32 number : transactionEnd(record).subtransactions + QList<quint32>{record.transaction}) {
        m_open.remove(number);
        m_prepared.remove(number);
    }
}

void TransactionStream::prepare(const WalRecord &record)
{
    for (const quint32 number : transactionEnd(record).subtransactions + QList<quint32>{record.transaction})
        m_prepared.insert(number);
}

/// A crash writes nothing about the transactions that it ends: they would stay open for ever.
void TransactionStream::forgetEnded(const WalRecord &checkpoint)
{
    const std::optional<quint32> oldest = oldestRunning(checkpoint);
    if (!oldest)
        return;
    m_open.removeIf([&](const QHash<quint32, Changes>::iterator &one) {
        const bool isBefore = *oldest == 0 || qint32(one.key() - *oldest) < 0; // numbers come round
        return isBefore && !m_prepared.contains(one.key());
    });
}

} // namespace howdah
