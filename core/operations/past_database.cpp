#include "core/operations/past_database.h"

#include "core/base/paths.h"

#include <QCoreApplication>
#include <QDataStream>
#include <QDir>
#include <QFile>
#include <QIODevice>
#include <QSqlError>
#include <QUuid>

#include <algorithm>
#include <limits>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::PastDatabase)
};

constexpr int schemaVersion = 1;

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

PastDatabase::~PastDatabase()
{
    close();
}

void PastDatabase::close()
{
    m_insert.reset();
    m_database.close();
    m_database = QSqlDatabase(); // Qt warns when a connection is removed while somebody still holds it
    if (!m_connectionName.isEmpty())
        QSqlDatabase::removeDatabase(m_connectionName);
    m_connectionName.clear();
}

Result<void> PastDatabase::open(const QString &systemIdentifier)
{
    const QString directory = paths::stateDirectory() + QStringLiteral("/past");
    const QString file = QStringLiteral("%1/%2.db").arg(directory, systemIdentifier);
    const bool made = QDir().mkpath(directory) &&
                      QFile::setPermissions(directory, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    for (const bool anew : {false, true}) {
        close();
        if (anew)
            for (const char *suffix : {"", "-wal", "-shm"})
                QFile::remove(file + QLatin1String(suffix));
        m_connectionName = QUuid::createUuid().toString();
        m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connectionName);
        m_database.setDatabaseName(file);
        m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
        if (made && m_database.open() && run(QStringLiteral("PRAGMA journal_mode = WAL")) &&
            run(QStringLiteral("PRAGMA synchronous = OFF")) && (hasSchema() || makeSchema()))
            return {};
    }
    return Error{.code = ErrorCode::Storage,
                 .message = Tr::tr("What was read of the WAL cannot be kept in %1.").arg(file),
                 .detail = m_database.lastError().text()};
}

bool PastDatabase::run(const QString &sql, const QVariantList &values) const
{
    QSqlQuery query(m_database);
    if (!query.prepare(sql))
        return false;
    for (const QVariant &value : values)
        query.addBindValue(value);
    return query.exec();
}

bool PastDatabase::hasSchema() const
{
    QSqlQuery query(m_database);
    return query.exec(QStringLiteral("PRAGMA user_version")) && query.next() && query.value(0).toInt() == schemaVersion &&
           query.exec(QStringLiteral("SELECT count(*) FROM known")) && query.next();
}

bool PastDatabase::makeSchema() const
{
    const QStringList statements{
        QStringLiteral("CREATE TABLE database (oid INTEGER PRIMARY KEY, name TEXT NOT NULL)"),
        QStringLiteral("CREATE TABLE relation (database INTEGER, file INTEGER, database_name TEXT NOT NULL,"
                       " name TEXT NOT NULL, holds_rows INTEGER NOT NULL, PRIMARY KEY (database, file)) WITHOUT ROWID"),
        QStringLiteral("CREATE TABLE committed (lsn INTEGER PRIMARY KEY, xid INTEGER NOT NULL, at INTEGER NOT NULL,"
                       " bytes INTEGER NOT NULL, changes BLOB NOT NULL)"),
        QStringLiteral("CREATE TABLE restore_point (lsn INTEGER PRIMARY KEY, name TEXT NOT NULL, after INTEGER)"),
        QStringLiteral("CREATE TABLE known (way TEXT, first INTEGER, last INTEGER, resume INTEGER)"),
        QStringLiteral("PRAGMA user_version = %1").arg(schemaVersion)};
    return std::all_of(statements.begin(), statements.end(), [this](const QString &sql) { return run(sql); });
}

void PastDatabase::remember(quint32 database, const QString &name, const QHash<quint32, KnownRelation> &files)
{
    if (!m_database.isOpen())
        return;
    const bool own = m_database.transaction();
    (void)run(QStringLiteral("INSERT OR REPLACE INTO database VALUES (?, ?)"), {database, name});
    QSqlQuery query(m_database);
    (void)query.prepare(QStringLiteral("INSERT OR REPLACE INTO relation VALUES (?, ?, ?, ?, ?)"));
    for (auto one = files.cbegin(); one != files.cend(); ++one) {
        for (const QVariant &value :
             {QVariant(database), QVariant(one.key()), QVariant(one->database), QVariant(one->name),
              QVariant(one->holdsRows)})
            query.addBindValue(value);
        (void)query.exec();
    }
    if (own)
        (void)m_database.commit();
}

std::optional<KnownRelation> PastDatabase::relation(const RelationFile &file) const
{
    QSqlQuery query(m_database);
    if (!query.prepare(
            QStringLiteral("SELECT database_name, name, holds_rows FROM relation WHERE database = ? AND file = ?")))
        return std::nullopt;
    query.addBindValue(file.database);
    query.addBindValue(file.file);
    if (!query.exec() || !query.next())
        return std::nullopt;
    return KnownRelation{.database = query.value(0).toString(),
                         .name = query.value(1).toString(),
                         .holdsRows = query.value(2).toBool(),
                         .isGone = true};
}

QString PastDatabase::database(quint32 oid) const
{
    QSqlQuery query(m_database);
    if (!query.prepare(QStringLiteral("SELECT name FROM database WHERE oid = ?")))
        return {};
    query.addBindValue(oid);
    return query.exec() && query.next() ? query.value(0).toString() : QString();
}

NameMemory PastDatabase::memory()
{
    return {.remember = [this](quint32 oid, const QString &name,
                               const QHash<quint32, KnownRelation> &files) { remember(oid, name, files); },
            .relation = [this](const RelationFile &file) { return relation(file); },
            .database = [this](quint32 oid) { return database(oid); }};
}

void PastDatabase::forgetAll()
{
    for (const char *table : {"committed", "restore_point", "known"})
        (void)run(QStringLiteral("DELETE FROM %1").arg(QLatin1String(table)));
}

PastDatabase::Known PastDatabase::knownOn(const QList<TimelineEntry> &way)
{
    m_way = wordsOf(way);
    QSqlQuery query(m_database);
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
    (void)m_insert->exec();
}

void PastDatabase::add(const RestorePoint &point)
{
    (void)run(QStringLiteral("INSERT OR REPLACE INTO restore_point VALUES (?, ?, ?)"),
              {number(point.lsn), point.name,
               point.after.isValid() ? QVariant(point.after.toMSecsSinceEpoch()) : QVariant()});
}

void PastDatabase::keep(const Known &known)
{
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
