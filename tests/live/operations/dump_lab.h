#pragma once

#include "tests/live/operations/live_operation.h"

#include <QFile>
#include <QRegularExpression>

namespace howdah::test {

inline QString at(const char *text)
{
    return QString::fromUtf8(text);
}

/// "format=custom schema=sales" as arguments.
inline Arguments arguments(const QString &words)
{
    Arguments read;
    for (const QString &word : words.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        read.insert(word.section(QLatin1Char('='), 0, 0),
                    word.section(QLatin1Char('='), 1).replace(QLatin1Char(','), QLatin1Char('\n')));
    return read;
}

inline constexpr const char *shop = R"(
CREATE SCHEMA sales;
CREATE TABLE sales.customers (id serial PRIMARY KEY, name text);
CREATE TABLE sales.orders (id int PRIMARY KEY, customer int REFERENCES sales.customers, note text);
CREATE INDEX orders_note ON sales.orders (note);
CREATE VIEW sales.totals AS SELECT customer, count(*) FROM sales.orders GROUP BY 1;
CREATE FUNCTION sales.twice(a int) RETURNS int LANGUAGE sql AS 'SELECT 2 * a';
CREATE TABLE "Odd Name" ("A b" int);
INSERT INTO sales.customers (name) SELECT 'customer ' || i FROM generate_series(1, 100) i;
INSERT INTO sales.orders SELECT i, i % 100 + 1, repeat('x', 50) FROM generate_series(1, 5000) i;
INSERT INTO "Odd Name" SELECT i FROM generate_series(1, 7) i;
SELECT lo_from_bytea(4711, 'hello');
)";

/// A lab with a database shop, and hands to dump, break and restore it.
class DumpLab
{
protected:
    [[nodiscard]] bool begin(int standbys)
    {
        m_lab = LiveLab::make({.standbys = standbys});
        if (!m_lab)
            return false;
        m_operation = std::make_unique<LiveOperation>(*m_lab);
        // Databases come and go by the dozen; no machine is switched off here.
        m_lab->sql(QStringLiteral("n1"), QStringLiteral("ALTER SYSTEM SET fsync = off"));
        m_lab->sql(QStringLiteral("n1"), QStringLiteral("SELECT pg_reload_conf()"));
        m_lab->sql(QStringLiteral("n1"), QStringLiteral("CREATE DATABASE shop"));
        return inDatabase(at("shop"), at(shop)) == at("4711");
    }
    RunOutcome take(const QString &words)
    {
        Arguments wanted = arguments(words);
        if (!wanted.contains(at("what")))
            wanted.insert(at("database"), at("shop"));
        const RunOutcome dumped = m_operation->run(at("dump"), wanted);
        if (dumped.state != OperationState::Done)
            QTest::qFail(why(dumped).constData(), __FILE__, __LINE__);
        return dumped;
    }
    static QString fileOf(const RunOutcome &dumped)
    {
        return dumped.entry.result.value(QLatin1String("file")).toString();
    }
    QString dumps() const { return m_lab->lab().directory + QStringLiteral("/backups"); }
    /// In a directory that the server's owner reads.
    QString written(const QByteArray &content)
    {
        const QString path = m_lab->lab().directory + QStringLiteral("/bad-%1").arg(++m_written);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() ||
            !file.setPermissions(QFile::ReadOwner | QFile::ReadOther | QFile::ReadGroup))
            QTest::qFail("The file was not written.", __FILE__, __LINE__);
        return path;
    }
    QString inDatabase(const QString &database, const QString &sql)
    {
        const Deadline deadline = Deadline::after(Milliseconds{60000});
        Result<Connection> session =
            Connection::open(m_lab->connInfo(QStringLiteral("n1")).with(at("dbname"), database), deadline);
        if (!session)
            return session.error().message;
        QString last;
        for (const QString &statement : sql.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
            if (statement.trimmed().isEmpty())
                continue;
            const Result<ResultSet> rows = session->query(statement, {}, deadline);
            if (!rows)
                return rows.error().message;
            last = rows->rows() > 0 ? rows->text(0, 0).value_or(QString()) : QString();
        }
        return last;
    }
    void drop(const QString &database)
    {
        m_lab->sql(QStringLiteral("n1"), QStringLiteral("DROP DATABASE \"%1\" WITH (FORCE)").arg(database));
    }
    /// Databases and marks that a restore has left.
    QString left(const QString &database = QStringLiteral("postgres"))
    {
        return inDatabase(database, at("SELECT concat((SELECT string_agg(datname, ' ') FROM pg_database"
                                       " WHERE datname LIKE 'howdah%'), (SELECT string_agg(nspname, ' ')"
                                       " FROM pg_namespace WHERE nspname LIKE 'howdah%'))"));
    }
    /// Without a sequence's value: a standby's is ahead of its primary's.
    QString everything(const QString &database)
    {
        QStringList all;
        for (const char *sql :
             {"SELECT md5(string_agg(o::text, '' ORDER BY id)) FROM sales.orders o",
              "SELECT md5(string_agg(o::text, '' ORDER BY id)) FROM sales.customers o",
              "SELECT sum(\"A b\") FROM \"Odd Name\"", "SELECT sales.twice(21)", "SELECT count(*) FROM sales.totals",
              "SELECT convert_from(lo_get(4711), 'UTF8')",
              "SELECT string_agg(column_default, ' ') FROM information_schema.columns WHERE table_schema = 'sales'",
              "SELECT string_agg(conname, ' ' ORDER BY conname) FROM pg_constraint WHERE connamespace = "
              "'sales'::regnamespace",
              "SELECT string_agg(indexname, ' ' ORDER BY indexname) FROM pg_indexes WHERE schemaname = 'sales'",
              "SELECT pg_encoding_to_char(encoding) || datcollate FROM pg_database WHERE datname = current_database()"})
            all << inDatabase(database, at(sql));
        return all.join(QLatin1Char('\n'));
    }

    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<LiveOperation> m_operation;
    int m_written = 0;
};

} // namespace howdah::test
