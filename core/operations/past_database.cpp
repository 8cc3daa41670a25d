#include "core/operations/past_database.h"

#include "core/base/paths.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSqlError>
#include <QUuid>

#include <algorithm>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::PastDatabase)
};

constexpr int schemaVersion = 1;

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
    // Somebody else may be at it: then it is there when the lock is.
    const bool made = run(QStringLiteral("BEGIN IMMEDIATE")) &&
                      (hasSchema() || std::all_of(statements.begin(), statements.end(),
                                                  [this](const QString &sql) { return run(sql); }));
    return run(made ? QStringLiteral("COMMIT") : QStringLiteral("ROLLBACK")) && made;
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

} // namespace howdah
