#include "core/backup/relation_names.h"

namespace howdah {

namespace {
constexpr Milliseconds queryTimeout{10000};

const char *const filesQuery =
    "SELECT pg_relation_filenode(c.oid), c.oid, n.nspname || '.' || c.relname, c.relkind IN ('r', 'm')"
    "  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
    " WHERE c.oid >= 16384 AND c.relkind IN ('r', 'm', 'i', 't', 'S')";
} // namespace

const KnownRelation *RelationNames::find(const RelationFile &file)
{
    auto files = m_files.find(file.database);
    if (files == m_files.end()) {
        const QString name = database(file.database);
        files = m_files.insert(file.database, name.isEmpty() ? Files() : ask(name));
        if (m_memory.remember && !files->isEmpty())
            m_memory.remember(file.database, name, *files);
    }
    const auto found = files->constFind(file.file);
    return found == files->constEnd() ? recall(file) : &*found;
}

const KnownRelation *RelationNames::recall(const RelationFile &file)
{
    auto found = m_recalled.find(file);
    if (found == m_recalled.end())
        found = m_recalled.insert(
            file, (m_memory.relation ? m_memory.relation(file) : std::nullopt).value_or(KnownRelation()));
    return found->name.isEmpty() ? nullptr : &*found;
}

QString RelationNames::database(quint32 oid)
{
    if (!m_askedForDatabases) {
        m_askedForDatabases = true;
        const Deadline deadline = Deadline::after(queryTimeout);
        Result<Connection> session = m_open({});
        const Result<ResultSet> rows =
            session ? session->query(QStringLiteral("SELECT oid, datname FROM pg_database"), {}, deadline)
                    : Result<ResultSet>(session.error());
        for (int row = 0; rows && row < rows->rows(); ++row)
            m_databases.insert(quint32(rows->integer(row, 0).value_or(0)), rows->text(row, 1).value_or(QString()));
    }
    const QString known = m_databases.value(oid);
    return known.isEmpty() && m_memory.database ? m_memory.database(oid) : known;
}

RelationNames::Files RelationNames::ask(const QString &database) const
{
    Files files;
    const Deadline deadline = Deadline::after(queryTimeout);
    Result<Connection> session = m_open(database);
    const Result<ResultSet> rows =
        session ? session->query(QLatin1String(filesQuery), {}, deadline) : Result<ResultSet>(session.error());
    for (const int column : {1, 0}) // today's files last: they win over the first files of others
        for (int row = 0; rows && row < rows->rows(); ++row)
            if (const auto number = rows->integer(row, column); number && *number > 0)
                files.insert(quint32(*number), {.database = database,
                                                .name = rows->text(row, 2).value_or(QString()),
                                                .holdsRows = rows->boolean(row, 3).value_or(false)});
    return files;
}

} // namespace howdah
