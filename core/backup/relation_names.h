#pragma once

#include "core/pg/connection.h"
#include "core/wal/wal_record.h"

#include <QHash>
#include <QMap>

#include <functional>
#include <optional>

namespace howdah {

/// A relation that a live server knows under the file that the WAL names.
struct KnownRelation
{
    QString database, name; ///< "shop", "public.users"
    bool holdsRows = false; ///< a table, a partition or a materialized view: no index, no TOAST table, no sequence
    bool isGone = false;    ///< dropped since: the name is one that was remembered
};

/// Names of before, kept somewhere: what a server knows is put there, what it does not know any more is looked up.
struct NameMemory
{
    std::function<void(quint32 database, const QString &name, const QHash<quint32, KnownRelation> &files)> remember;
    std::function<std::optional<KnownRelation>(const RelationFile &)> relation;
    std::function<QString(quint32 database)> database;
};

/// Names of relations, asked of a live server: one query per database, when the first of its files is looked up. A
/// relation whose file was replaced (TRUNCATE, a rewrite) is known by its first file too, which has its oid for a name.
/// One thread.
class RelationNames
{
public:
    /// Opens a session; an empty name: with the database that its settings say.
    using Open = std::function<Result<Connection>(const QString &database)>;
    explicit RelationNames(Open open, NameMemory memory = {})
        : m_open(std::move(open))
        , m_memory(std::move(memory))
    {
    }

    /// Null for what the server does not know: dropped since, or of a database that may not be looked into. Good until
    /// the next call.
    [[nodiscard]] const KnownRelation *find(const RelationFile &file);
    /// Empty when there is none of that number.
    [[nodiscard]] QString database(quint32 oid);
    /// Puts down the names of all databases that take connections, while they are there; how many databases that were.
    /// Errors: those of the session.
    Result<int> rememberAll();

private:
    using Files = QHash<quint32, KnownRelation>;
    Result<void> askForDatabases();
    [[nodiscard]] Files ask(const QString &database) const;

    [[nodiscard]] const KnownRelation *recall(const RelationFile &file);

    Open m_open;
    NameMemory m_memory;
    QMap<RelationFile, KnownRelation> m_recalled; ///< without a name: nobody knows it
    bool m_askedForDatabases = false;
    QHash<quint32, QString> m_databases;
    QList<quint32> m_connectable; ///< those of them that take connections
    QHash<quint32, Files> m_files; ///< by database, once asked
};

} // namespace howdah
