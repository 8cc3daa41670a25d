#include "core/operations/journal_database.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QUuid>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Journal)
};

/// migrations[n] brings a file from version n to n + 1. Released ones are never changed.
const QList<QStringList> &migrations()
{
    static const QList<QStringList> steps{
        {QStringLiteral(
             "CREATE TABLE operation ("
             " id TEXT PRIMARY KEY, operation TEXT NOT NULL, cluster TEXT NOT NULL,"
             " system_identifier TEXT NOT NULL, plan TEXT NOT NULL, checks TEXT NOT NULL, state TEXT NOT NULL,"
             " console_user TEXT NOT NULL, console_host TEXT NOT NULL, console_boot TEXT NOT NULL,"
             " console_pid INTEGER NOT NULL, console_started INTEGER NOT NULL,"
             " started INTEGER NOT NULL, ended INTEGER, error TEXT, result TEXT NOT NULL DEFAULT '{}')"),
         QStringLiteral("CREATE TABLE step ("
                        " operation_id TEXT NOT NULL REFERENCES operation (id), number INTEGER NOT NULL,"
                        " id TEXT NOT NULL, title TEXT NOT NULL, state TEXT NOT NULL, ms INTEGER NOT NULL DEFAULT 0,"
                        " log TEXT NOT NULL DEFAULT '', error TEXT, PRIMARY KEY (operation_id, number))"),
         QStringLiteral("CREATE INDEX operation_by_cluster ON operation (cluster, started)")},
        {QStringLiteral("ALTER TABLE operation ADD COLUMN console_machine TEXT NOT NULL DEFAULT ''")},
    };
    return steps;
}

Error storageError(const QSqlError &error, const QString &file)
{
    return {.code = ErrorCode::Storage,
            .message = Tr::tr("The journal %1 cannot be read or written.").arg(file),
            .detail = error.text(),
            .hint = Tr::tr("Look at the free space and the rights of its directory.")};
}

/// SQLITE_CORRUPT and SQLITE_NOTADB. "Busy" and "disk full" are no damage.
bool saysDamaged(const QSqlError &error)
{
    const int code = error.nativeErrorCode().toInt() & 0xff;
    constexpr int corrupt = 11;
    constexpr int notADatabase = 26;
    return code == corrupt || code == notADatabase;
}
} // namespace

JournalDatabase::~JournalDatabase()
{
    close();
}

void JournalDatabase::close()
{
    m_database.close();
    m_database = QSqlDatabase(); // Qt warns when a connection is removed while somebody still holds it
    if (!m_connectionName.isEmpty())
        QSqlDatabase::removeDatabase(m_connectionName);
    m_connectionName.clear();
}

Result<QSqlQuery> JournalDatabase::run(const QString &sql, const QVariantList &values) const
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    bool fine = query.prepare(sql);
    // A null QString would be bound as NULL; what is merely not known (an identifier never seen) is an empty text here.
    for (const QVariant &value : values)
        query.addBindValue(value.typeId() == QMetaType::QString && value.isNull() ? QVariant(QLatin1String(""))
                                                                                  : value);
    fine = fine && query.exec();
    if (!fine)
        return storageError(query.lastError(), m_database.databaseName());
    return query;
}

Result<void> JournalDatabase::transaction(const std::function<Result<void>()> &work) const
{
    if (const auto begun = run(QStringLiteral("BEGIN IMMEDIATE")); !begun)
        return begun.error();
    Result<void> done = work();
    if (done) {
        const auto committed = run(QStringLiteral("COMMIT"));
        if (committed)
            return {};
        done = committed.error();
    }
    // Nothing more can be said when the rollback fails too: the file is left as it was.
    [[maybe_unused]] const auto rolledBack = run(QStringLiteral("ROLLBACK"));
    return done;
}

Result<void> JournalDatabase::connect(const QString &file)
{
    m_connectionName = QStringLiteral("journal-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connectionName);
    m_database.setDatabaseName(file);
    m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=10000"));
    if (!m_database.isValid())
        return Error{.code = ErrorCode::NotFound,
                     .message = Tr::tr("Qt's SQLite driver is not installed; without it there is no journal."),
                     .hint = Tr::tr("On Debian and Ubuntu: install the package libqt6sql6-sqlite.")};
    if (!m_database.open())
        return storageError(m_database.lastError(), file);
    return {};
}

Result<bool> JournalDatabase::isSound() const
{
    QSqlQuery query(m_database);
    const bool asked = query.exec(QStringLiteral("PRAGMA quick_check(1)")) && query.next();
    if (!asked && !saysDamaged(query.lastError()))
        return storageError(query.lastError(), m_database.databaseName());
    return asked && query.value(0).toString() == QLatin1String("ok");
}

Result<void> JournalDatabase::moveAside(const QString &file)
{
    close();
    const QString moment = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz"));
    const QString aside = QStringLiteral("%1.damaged-%2").arg(file, moment);
    if (!QFile::rename(file, aside))
        return Error{.code = ErrorCode::Storage,
                     .message = Tr::tr("The journal %1 is damaged and cannot be moved aside.").arg(file),
                     .hint = Tr::tr("Look at the rights of its directory, or move the file away by hand.")};
    for (const char *suffix : {"-wal", "-shm"})
        QFile::rename(file + QLatin1String(suffix), aside + QLatin1String(suffix));
    m_damage = Tr::tr("The journal was damaged. It was moved aside to %1, and a new one was begun: what it says of "
                      "earlier operations is not shown here.")
                   .arg(aside);
    return connect(file);
}

Result<void> JournalDatabase::migrate() const
{
    return transaction([this]() -> Result<void> {
        Result<QSqlQuery> asked = run(QStringLiteral("PRAGMA user_version"));
        if (!asked)
            return asked.error();
        asked->next();
        const qsizetype version = asked->value(0).toLongLong();
        asked->finish();
        if (version > migrations().size())
            return Error{.code = ErrorCode::Unsupported,
                         .message =
                             Tr::tr("The journal %1 was written by a newer Howdah.").arg(m_database.databaseName()),
                         .hint = Tr::tr("Use that newer version, or set HOWDAH_HOME to another directory.")};
        for (qsizetype next = version; next < migrations().size(); ++next)
            for (const QString &statement : migrations().at(next))
                if (const auto done = run(statement); !done)
                    return done.error();
        const auto marked = run(QStringLiteral("PRAGMA user_version = %1").arg(migrations().size()));
        return marked ? Result<void>() : marked.error();
    });
}

Result<void> JournalDatabase::open(const QString &file)
{
    if (const auto connected = connect(file); !connected)
        return connected;
    const Result<bool> sound = isSound();
    if (!sound)
        return sound.error();
    if (!*sound)
        if (const auto moved = moveAside(file); !moved)
            return moved;
    for (const char *pragma : {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA foreign_keys = ON"})
        if (const auto set = run(QString::fromLatin1(pragma)); !set)
            return set.error();
    return migrate();
}

} // namespace howdah
