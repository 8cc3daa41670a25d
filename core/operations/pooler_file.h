#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace howdah {

/// What one file of PgBouncer's configuration says (pgbouncer.ini, or one that it includes).
struct PoolerFile
{
    struct Database
    {
        QString name; ///< "*": every one that has no entry of its own
        QString host; ///< empty: PgBouncer's default, a Unix socket; several are separated by commas
        QString port; ///< "5432" when the entry names none
        bool operator==(const Database &) const = default;
    };
    QList<Database> databases;
    QHash<QString, QString> settings; ///< of the section [pgbouncer], by name
    QStringList included;             ///< paths as written; relative to PgBouncer's working directory
    [[nodiscard]] static PoolerFile parse(const QByteArray &content);
};

/// The content with these databases at `host` (empty: none is named) and `port`; every other byte stays.
[[nodiscard]] QByteArray withDatabasesAt(const QByteArray &content, const QStringList &databases, const QString &host,
                                         const QString &port);

} // namespace howdah
