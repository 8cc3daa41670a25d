#include "core/cluster/history_schema.h"

#include <QSqlError>
#include <QSqlQuery>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::History)
};

/// The statements that lead from version N to N + 1, at place N. Released steps are never changed; new ones are added.
const std::array<QStringList, historySchemaVersion> &steps()
{
    static const std::array<QStringList, historySchemaVersion> all{
        QStringList{
            QStringLiteral("CREATE TABLE series (id INTEGER PRIMARY KEY, cluster TEXT NOT NULL, node TEXT NOT NULL, "
                           "kind INTEGER NOT NULL, UNIQUE (cluster, kind, node))"),
            // count 0: somebody looked, and the value was not known.
            QStringLiteral("CREATE TABLE bucket (level INTEGER NOT NULL, series INTEGER NOT NULL, at INTEGER NOT NULL, "
                           "minimum REAL, total REAL NOT NULL, maximum REAL, count INTEGER NOT NULL, "
                           "PRIMARY KEY (level, series, at)) WITHOUT ROWID"),
        },
        QStringList{
            QStringLiteral("CREATE TABLE event (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, cluster TEXT NOT NULL, "
                           "node TEXT NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL)"),
            QStringLiteral("CREATE INDEX event_by_time ON event (cluster, at)"),
        },
    };
    return all;
}

Result<void> execute(QSqlDatabase &database, const QString &statement)
{
    QSqlQuery query(database);
    if (query.exec(statement))
        return {};
    return historyError(query.lastError());
}

Result<int> schemaVersion(QSqlDatabase &database)
{
    QSqlQuery query(database);
    if (!query.exec(QStringLiteral("PRAGMA user_version")) || !query.next())
        return historyError(query.lastError());
    return query.value(0).toInt();
}

Result<void> runStep(QSqlDatabase &database, int from)
{
    QStringList statements{QStringLiteral("BEGIN IMMEDIATE")};
    statements << steps()[static_cast<std::size_t>(from)];
    statements << QStringLiteral("PRAGMA user_version = %1").arg(from + 1) << QStringLiteral("COMMIT");
    for (const QString &statement : statements) {
        Result<void> done = execute(database, statement);
        if (done)
            continue;
        const Error error = done.error();
        static_cast<void>(execute(database, QStringLiteral("ROLLBACK")));
        return error;
    }
    return {};
}

} // namespace

Error historyError(const QSqlError &error)
{
    const QString code = error.nativeErrorCode();
    const bool damaged = code == QLatin1String("11") || code == QLatin1String("26"); // SQLITE_CORRUPT, SQLITE_NOTADB
    return {.code = damaged ? ErrorCode::Invalid : ErrorCode::Storage,
            .message = Tr::tr("The history of lag cannot be read or written."),
            .detail = error.text()};
}

Result<void> migrateHistorySchema(QSqlDatabase &database, int version)
{
    Result<int> present = schemaVersion(database);
    if (!present)
        return present.error();
    for (int from = *present; from < version; ++from)
        if (Result<void> done = runStep(database, from); !done)
            return done;
    return {};
}

Result<void> prepareHistorySchema(QSqlDatabase &database)
{
    // Before the first table, or it has no effect: lets a file shrink when its oldest part is deleted.
    const QStringList settings{QStringLiteral("PRAGMA auto_vacuum = INCREMENTAL"),
                               QStringLiteral("PRAGMA journal_mode = WAL"),
                               QStringLiteral("PRAGMA synchronous = NORMAL")};
    for (const QString &setting : settings)
        if (Result<void> done = execute(database, setting); !done)
            return done;
    Result<int> present = schemaVersion(database);
    if (!present)
        return present.error();
    if (*present > historySchemaVersion)
        return Error{.code = ErrorCode::Unsupported,
                     .message = Tr::tr(
                         "The history of lag was written by a later version of Howdah, so this one records nothing. "
                         "Use that version, or delete the file.")};
    return migrateHistorySchema(database, historySchemaVersion);
}

} // namespace howdah
