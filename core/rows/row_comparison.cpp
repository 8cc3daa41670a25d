#include "core/rows/row_comparison.h"

#include "core/rows/row_query.h"

#include <QHash>

namespace howdah {

namespace {

constexpr int chunkRows = 4000;

/// The comparison of one table.
class Comparison
{
public:
    Comparison(Connection &side, Connection *live, const TableShape &shape, const QString &where,
               const RowHandler &handle, const Deadline &deadline, std::stop_token stop, const RowProgress &progress)
        : m_side(side)
        , m_live(live)
        , m_shape(shape)
        , m_query(shape, where)
        , m_where(where)
        , m_handle(handle)
        , m_deadline(deadline)
        , m_stop(std::move(stop))
        , m_progress(progress)
    {
    }

    Result<RowCounts> run() { return m_live && !m_shape.key.isEmpty() ? byKey() : allOfTheSide(); }

private:
    using Key = RowQuery::Key;
    struct Row
    {
        QString key, text;
    };

    [[nodiscard]] Result<ResultSet> ask(Connection &session, const QString &sql,
                                        const QList<SqlParameter> &parameters) const
    {
        return session.query(sql, parameters, m_deadline, m_stop);
    }

    Result<RowCounts> byKey();
    Result<RowCounts> allOfTheSide();
    Result<Key> lastOfChunk(const Key &after) const;
    Result<bool> alike(const Key &after, const Key &last, qint64 &rows) const;
    Result<void> compareChunk(const Key &after, const Key &last);
    Result<QList<Row>> rowsOfSide(const Key &after, const Key &last) const;
    Result<void> lookUp(QHash<QString, QString> &open);
    Result<void> passOver(const Key &after, const Key &last, QHash<QString, QString> &open);
    Result<void> meet(const QString &live, QHash<QString, QString> &open);
    Result<void> tell(RowDifference::Kind kind, const QString &side, const QString &live);

    Connection &m_side;
    Connection *m_live;
    const TableShape &m_shape;
    const RowQuery m_query;
    const QString m_where;
    const RowHandler &m_handle;
    const Deadline m_deadline;
    const std::stop_token m_stop;
    const RowProgress &m_progress;
    RowCounts m_counts;
};

Result<void> Comparison::tell(RowDifference::Kind kind, const QString &side, const QString &live)
{
    qint64 &count = kind == RowDifference::Kind::Missing   ? m_counts.missing
                    : kind == RowDifference::Kind::Changed ? m_counts.changed
                                                           : m_counts.extra;
    ++count;
    return m_handle ? m_handle({kind, side, live}) : Result<void>();
}

/// Of the next few thousand rows of the side instance; empty when those are the last.
Result<Comparison::Key> Comparison::lastOfChunk(const Key &after) const
{
    QList<SqlParameter> parameters;
    const QString sql =
        QStringLiteral("SELECT ROW(%1)::text%2 WHERE %3 AND %4 ORDER BY %1 OFFSET %5 LIMIT 1")
            .arg(m_query.keyList(), m_query.from(), m_query.range(after, {}, parameters), m_query.filtered())
            .arg(chunkRows - 1);
    const Result<ResultSet> found = ask(m_side, sql, parameters);
    if (!found)
        return found.error();
    Key key;
    if (found->rows() > 0)
        for (const std::optional<QString> &field : fieldsOf(found->text(0, 0).value_or(QString())).value_or(RowFields()))
            key << field.value_or(QString());
    return key;
}

Result<bool> Comparison::alike(const Key &after, const Key &last, qint64 &rows) const
{
    QList<SqlParameter> parameters;
    const QString sql = QStringLiteral("SELECT count(*), sum(hashtextextended(%1, 0))::text%2 WHERE %3")
                            .arg(m_query.rowText(), m_query.from(), m_query.range(after, last, parameters));
    const Result<ResultSet> side = ask(m_side, sql, parameters);
    if (!side)
        return side.error();
    const Result<ResultSet> live = ask(*m_live, sql, parameters);
    if (!live)
        return live.error();
    rows = side->integer(0, 0).value_or(0);
    return side->text(0, 0) == live->text(0, 0) && side->text(0, 1) == live->text(0, 1);
}

Result<QList<Comparison::Row>> Comparison::rowsOfSide(const Key &after, const Key &last) const
{
    QList<SqlParameter> parameters;
    const QString sql = QStringLiteral("SELECT %1%2 WHERE %3 AND %4 ORDER BY %5")
                            .arg(m_query.rowText(), m_query.from(), m_query.range(after, last, parameters), m_query.filtered(), m_query.keyList());
    const Result<ResultSet> found = ask(m_side, sql, parameters);
    if (!found)
        return found.error();
    QList<Row> rows;
    for (int row = 0; row < found->rows(); ++row) {
        const QString text = found->text(row, 0).value_or(QString());
        rows << Row{m_query.keyOf(text), text};
    }
    return rows;
}

/// A row of the live server against those of the side instance that have met none yet.
Result<void> Comparison::meet(const QString &live, QHash<QString, QString> &open)
{
    const auto twin = open.constFind(m_query.keyOf(live));
    if (twin == open.constEnd())
        return m_where.isEmpty() ? tell(RowDifference::Kind::Extra, {}, live) : Result<void>();
    const QString side = *twin;
    open.erase(twin);
    return side == live ? Result<void>() : tell(RowDifference::Kind::Changed, side, live);
}

Result<void> Comparison::lookUp(QHash<QString, QString> &open)
{
    QList<QStringList> columns(m_shape.key.size());
    for (auto row = open.cbegin(); row != open.cend(); ++row) {
        const RowFields fields = fieldsOf(row.value()).value_or(RowFields());
        for (qsizetype i = 0; i < columns.size(); ++i)
            columns[i] << fields.value(m_query.keyPlaces().at(i)).value_or(QString());
    }
    QList<SqlParameter> parameters;
    QStringList arrays, names, matches;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        parameters << arrayLiteral(columns.at(i));
        arrays << QStringLiteral("$%1::text[]").arg(i + 1);
        names << QStringLiteral("k%1").arg(i + 1);
        matches << QStringLiteral("t.%1 = k.k%2::%3")
                       .arg(quotedName(m_shape.key.at(i)))
                       .arg(i + 1)
                       .arg(m_shape.typeOf(m_shape.key.at(i)));
    }
    const QString sql = QStringLiteral("SELECT %1%2 JOIN unnest(%3) AS k(%4) ON %5")
                            .arg(m_query.rowText(), m_query.from(), arrays.join(QStringLiteral(", ")),
                                 names.join(QStringLiteral(", ")), matches.join(QStringLiteral(" AND ")));
    const Result<ResultSet> found = ask(*m_live, sql, parameters);
    if (!found)
        return found.error();
    for (int row = 0; row < found->rows(); ++row)
        if (const auto met = meet(found->text(row, 0).value_or(QString()), open); !met)
            return met;
    return {};
}

/// The live server may have any number of rows between two of the side instance: page by page.
Result<void> Comparison::passOver(const Key &after, const Key &last, QHash<QString, QString> &open)
{
    Key from = after;
    for (bool more = true; more;) {
        QList<SqlParameter> parameters;
        const QString sql = QStringLiteral("SELECT %1%2 WHERE %3 ORDER BY %4 LIMIT %5")
                                .arg(m_query.rowText(), m_query.from(), m_query.range(from, last, parameters), m_query.keyList())
                                .arg(chunkRows);
        const Result<ResultSet> found = ask(*m_live, sql, parameters);
        if (!found)
            return found.error();
        for (int row = 0; row < found->rows(); ++row)
            if (const auto met = meet(found->text(row, 0).value_or(QString()), open); !met)
                return met;
        more = found->rows() == chunkRows;
        if (!more)
            break;
        const RowFields fields = fieldsOf(found->text(chunkRows - 1, 0).value_or(QString())).value_or(RowFields());
        from.clear();
        for (const qsizetype place : m_query.keyPlaces())
            from << fields.value(place).value_or(QString());
    }
    return {};
}

Result<void> Comparison::compareChunk(const Key &after, const Key &last)
{
    if (m_where.isEmpty()) {
        qint64 rows = 0;
        const Result<bool> same = alike(after, last, rows);
        if (!same)
            return same.error();
        if (*same) {
            m_counts.compared += rows;
            return {};
        }
    }
    const Result<QList<Row>> rows = rowsOfSide(after, last);
    if (!rows)
        return rows.error();
    m_counts.compared += rows->size();
    QHash<QString, QString> open;
    for (const Row &row : *rows)
        open.insert(row.key, row.text);
    const Result<void> met = m_where.isEmpty() ? passOver(after, last, open) : lookUp(open);
    if (!met)
        return met;
    for (const Row &row : *rows)
        if (open.contains(row.key))
            if (const auto told = tell(RowDifference::Kind::Missing, row.text, {}); !told)
                return told;
    return {};
}

Result<RowCounts> Comparison::byKey()
{
    Key after;
    do {
        const Result<Key> last = lastOfChunk(after);
        if (!last)
            return last.error();
        if (const auto compared = compareChunk(after, *last); !compared)
            return compared.error();
        if (m_progress)
            m_progress(m_counts);
        after = *last;
    } while (!after.isEmpty());
    return m_counts;
}

Result<RowCounts> Comparison::allOfTheSide()
{
    const Result<ResultSet> declared =
        ask(m_side, QStringLiteral("DECLARE howdah_rows NO SCROLL CURSOR FOR SELECT %1%2 WHERE %3").arg(m_query.rowText(), m_query.from(), m_query.filtered()), {});
    if (!declared)
        return declared.error();
    for (bool more = true; more;) {
        const Result<ResultSet> found = ask(m_side, QStringLiteral("FETCH %1 FROM howdah_rows").arg(chunkRows), {});
        if (!found)
            return found.error();
        m_counts.compared += found->rows();
        for (int row = 0; row < found->rows(); ++row)
            if (const auto told = tell(RowDifference::Kind::Missing, found->text(row, 0).value_or(QString()), {}); !told)
                return told.error();
        more = found->rows() == chunkRows;
        if (m_progress)
            m_progress(m_counts);
    }
    const Result<ResultSet> closed = ask(m_side, QStringLiteral("CLOSE howdah_rows"), {});
    return closed ? Result<RowCounts>(m_counts) : closed.error();
}

} // namespace

Result<void> setLikePrinting(Connection &session, const Deadline &deadline, std::stop_token stop)
{
    const Result<ResultSet> set = session.query(
        QStringLiteral("SET DateStyle = 'ISO, YMD'; SET IntervalStyle = 'postgres'; SET TimeZone = 'UTC';"
                       "SET extra_float_digits = 1; SET bytea_output = 'hex'; SET row_security = off;"
                       "SET search_path = pg_catalog; SET statement_timeout = 0;"
                       "SET idle_in_transaction_session_timeout = 0; SET lock_timeout = '10s'"),
        {}, deadline, std::move(stop));
    return set ? Result<void>() : set.error();
}

Result<void> beginReading(Connection &session, const Deadline &deadline, std::stop_token stop)
{
    if (const auto set = setLikePrinting(session, deadline, stop); !set)
        return set;
    const Result<ResultSet> begun =
        session.query(QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"), {}, deadline, stop);
    return begun ? Result<void>() : begun.error();
}

Result<RowCounts> compareRows(Connection &side, Connection *live, const TableShape &shape, const QString &where,
                              const RowHandler &handle, const Deadline &deadline, std::stop_token stop,
                              const RowProgress &progress)
{
    return Comparison(side, live, shape, where, handle, deadline, std::move(stop), progress).run();
}

} // namespace howdah
