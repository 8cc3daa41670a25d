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
    constexpr qsizetype mostRecalled = 20000; // temporary tables come and go by the million
    auto found = m_recalled.find(file);
    if (found == m_recalled.end()) {
        if (m_recalled.size() >= mostRecalled)
            m_recalled.clear();
        found = m_recalled.insert(
            file, (m_memory.relation ? m_memory.relation(file) : std::nullopt).value_or(KnownRelation()));
    }
    return found->name.isEmpty() ? nullptr : &*found;
}

Result<void> RelationNames::askForDatabases()
{
    m_askedForDatabases = true;
    const Deadline deadline = Deadline::after(queryTimeout);
    Result<Connection> session = m_open({});
    const Result<ResultSet> rows =
        session ? session->query(QStringLiteral("SELECT oid, datname, datallowconn FROM pg_database"), {}, deadline)
                : Result<ResultSet>(session.error());
    if (!rows)
        return rows.error();
    for (int row = 0; row < rows->rows(); ++row) {
        const auto oid = quint32(rows->integer(row, 0).value_or(0));
        m_databases.insert(oid, rows->text(row, 1).value_or(QString()));
        if (rows->boolean(row, 2).value_or(false))
            m_connectable << oid;
    }
    return {};
}

QString RelationNames::database(quint32 oid)
{
    if (!m_askedForDatabases)
        (void)askForDatabases();
    const QString known = m_databases.value(oid);
    return known.isEmpty() && m_memory.database ? m_memory.database(oid) : known;
}

Result<int> RelationNames::rememberAll()
{
    if (const Result<void> asked = askForDatabases(); !asked)
        return asked.error();
    int remembered = 0;
    for (const quint32 oid : std::as_const(m_connectable)) {
        const QString name = m_databases.value(oid);
        const Files files = ask(name); // none: nothing of a user's in it, or it may not be looked into
        if (files.isEmpty() || !m_memory.remember)
            continue;
        m_memory.remember(oid, name, files);
        ++remembered;
    }
    return remembered;
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
