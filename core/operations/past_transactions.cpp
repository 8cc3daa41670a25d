#include "core/operations/past_database.h"

#include <QDataStream>
#include <QIODevice>

#include <limits>

// What a PastDatabase keeps of transactions and restore points; its file and the names are past_database.cpp's.

namespace howdah {

namespace {

QByteArray packed(const CommittedTransaction &transaction)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << transaction.catalogs << qint32(transaction.relations.size());
    for (auto one = transaction.relations.cbegin(); one != transaction.relations.cend(); ++one)
        stream << one.key().tablespace << one.key().database << one.key().file << one->inserted << one->updated
               << one->deleted << one->dropped;
    return bytes;
}

void unpack(const QByteArray &bytes, CommittedTransaction &transaction)
{
    QDataStream stream(bytes);
    qint32 count = 0;
    stream >> transaction.catalogs >> count;
    transaction.changedCatalog = !transaction.catalogs.isEmpty();
    for (qint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i) {
        RelationFile file;
        RelationChanges changes;
        stream >> file.tablespace >> file.database >> file.file >> changes.inserted >> changes.updated >>
            changes.deleted >> changes.dropped;
        transaction.relations.insert(file, changes);
    }
}

/// SQLite's integers have a sign; positions keep their order all the same as long as WAL is below 8 EiB.
qint64 number(Lsn lsn)
{
    return static_cast<qint64>(lsn.position());
}

Lsn lsnOf(const QVariant &value)
{
    return Lsn(static_cast<quint64>(value.toLongLong()));
}

/// "1:0/3000060 2:" for a way that left timeline 1 there.
QString wordsOf(const QList<TimelineEntry> &way)
{
    QStringList words;
    for (const TimelineEntry &entry : way)
        words << QStringLiteral("%1:%2").arg(entry.timeline).arg(entry.end ? entry.end->toString() : QString());
    return words.join(u' ');
}

} // namespace

void PastDatabase::forgetAll()
{
    for (const char *table : {"committed", "restore_point", "known"})
        (void)run(QStringLiteral("DELETE FROM %1").arg(QLatin1String(table)));
    m_kept = 0;
}

/// A quarter at a time: it takes a moment.
void PastDatabase::forgetOldest(Known &known)
{
    QSqlQuery query(m_database);
    if (!query.prepare(QStringLiteral("SELECT lsn FROM committed ORDER BY lsn LIMIT 1 OFFSET ?")))
        return;
    query.addBindValue(m_most / 4);
    if (!query.exec() || !query.next())
        return;
    known.first = lsnOf(query.value(0));
    query.finish();
    for (const char *table : {"committed", "restore_point"})
        (void)run(QStringLiteral("DELETE FROM %1 WHERE lsn < ?").arg(QLatin1String(table)), {number(known.first)});
    m_kept -= m_most / 4;
}

PastDatabase::Known PastDatabase::knownOn(const QList<TimelineEntry> &way)
{
    m_way = wordsOf(way);
    QSqlQuery query(m_database);
    if (query.exec(QStringLiteral("SELECT count(*) FROM committed")) && query.next())
        m_kept = query.value(0).toLongLong();
    if (!query.exec(QStringLiteral("SELECT way, first, last, resume FROM known")) || !query.next())
        return {};
    const QString earlier = query.value(0).toString();
    Known known{.first = lsnOf(query.value(1)), .last = lsnOf(query.value(2)), .resume = lsnOf(query.value(3))};
    query.finish();
    if (earlier == m_way)
        return known;
    // The same way, but it has gone on to another timeline: "1:" and "1:0/3000060 2:".
    const QString shared = earlier.chopped(1);
    for (qsizetype i = 0; i < way.size(); ++i) {
        if (!way.at(i).end || wordsOf(way.mid(0, i) + QList<TimelineEntry>{{way.at(i).timeline, std::nullopt}}) != earlier ||
            !m_way.startsWith(shared))
            continue;
        const Lsn fork = *way.at(i).end;
        // What was open at the fork might have begun anywhere before it.
        if (known.last >= fork)
            break;
        return known;
    }
    forgetAll();
    return {};
}

void PastDatabase::begin()
{
    (void)m_database.transaction();
    if (m_insert)
        return;
    m_insert = std::make_unique<QSqlQuery>(m_database);
    (void)m_insert->prepare(QStringLiteral("INSERT OR REPLACE INTO committed VALUES (?, ?, ?, ?, ?)"));
}

void PastDatabase::add(const CommittedTransaction &transaction)
{
    if (!m_insert || (transaction.relations.isEmpty() && transaction.catalogs.isEmpty()))
        return;
    m_insert->bindValue(0, number(transaction.commit));
    m_insert->bindValue(1, transaction.id);
    m_insert->bindValue(2, transaction.at.toMSecsSinceEpoch());
    m_insert->bindValue(3, transaction.bytes);
    m_insert->bindValue(4, packed(transaction));
    if (m_insert->exec())
        ++m_kept;
}

void PastDatabase::add(const RestorePoint &point)
{
    (void)run(QStringLiteral("INSERT OR REPLACE INTO restore_point VALUES (?, ?, ?)"),
              {number(point.lsn), point.name,
               point.after.isValid() ? QVariant(point.after.toMSecsSinceEpoch()) : QVariant()});
}

void PastDatabase::keep(Known &known)
{
    if (m_kept > m_most)
        forgetOldest(known);
    (void)run(QStringLiteral("DELETE FROM known"));
    (void)run(QStringLiteral("INSERT INTO known VALUES (?, ?, ?, ?)"),
              {m_way, number(known.first), number(known.last), number(known.resume)});
    (void)m_database.commit();
}

void PastDatabase::each(const QDateTime &since, bool newestFirst,
                        const std::function<bool(const CommittedTransaction &)> &handle) const
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    const QString sql = QStringLiteral("SELECT lsn, xid, at, bytes, changes FROM committed WHERE at >= ? ORDER BY lsn %1")
                            .arg(newestFirst ? QStringLiteral("DESC") : QStringLiteral("ASC"));
    if (!query.prepare(sql))
        return;
    query.addBindValue(since.isValid() ? since.toMSecsSinceEpoch() : std::numeric_limits<qint64>::min());
    if (!query.exec())
        return;
    while (query.next()) {
        CommittedTransaction transaction{.id = query.value(1).toUInt(),
                                         .commit = lsnOf(query.value(0)),
                                         .at = QDateTime::fromMSecsSinceEpoch(query.value(2).toLongLong(), Qt::UTC),
                                         .bytes = query.value(3).toLongLong()};
        unpack(query.value(4).toByteArray(), transaction);
        if (!handle(transaction))
            return;
    }
}

QList<RestorePoint> PastDatabase::restorePoints() const
{
    QList<RestorePoint> points;
    QSqlQuery query(m_database);
    if (!query.exec(QStringLiteral("SELECT lsn, name, after FROM restore_point ORDER BY lsn")))
        return points;
    while (query.next())
        points << RestorePoint{.name = query.value(1).toString(),
                               .lsn = lsnOf(query.value(0)),
                               .after = query.value(2).isNull()
                                            ? QDateTime()
                                            : QDateTime::fromMSecsSinceEpoch(query.value(2).toLongLong(), Qt::UTC)};
    return points;
}

} // namespace howdah
