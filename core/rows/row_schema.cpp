#include "core/rows/row_schema.h"

#include <QCoreApplication>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::RowReturn)
};

using Kind = RowDifference::Kind;

class SchemaCopy
{
public:
    SchemaCopy(Connection &side, Connection &live, const RowReturn &wish, const Deadline &deadline, std::stop_token stop,
               const RowProgress &progress)
        : m_side(side)
        , m_live(live)
        , m_wish(wish)
        , m_deadline(deadline)
        , m_stop(std::move(stop))
        , m_progress(progress)
    {
    }
    Result<void> copy(const ReturningTable &table);

private:
    [[nodiscard]] RowStage::Ask asker()
    {
        return [this](const QString &sql, const QList<SqlParameter> &parameters) {
            return m_live.query(sql, parameters, m_deadline, m_stop);
        };
    }
    Result<TableShape> make(const TableShape &shape);
    Result<qint64> fill(const TableShape &shape, const ReturningTable &table, RowStage &stage);

    Connection &m_side;
    Connection &m_live;
    const RowReturn &m_wish;
    const Deadline m_deadline;
    const std::stop_token m_stop;
    const RowProgress &m_progress;
    int m_number = 0;
};

Result<TableShape> SchemaCopy::make(const TableShape &shape)
{
    TableShape copy{.name = {m_wish.schema, shape.name.table}};
    QStringList columns;
    for (const StoredColumn &column : shape.columns)
        if (!column.generated) {
            columns << quotedName(column.name) + u' ' + column.type;
            copy.columns << column;
        }
    const Result<ResultSet> made = asker()(
        QStringLiteral("CREATE TABLE %1 (%2)").arg(copy.name.sql(), columns.join(QStringLiteral(", "))), {});
    return made ? Result<TableShape>(copy) : made.error();
}

/// How many rows are wanted; all of them where they cannot be compared.
Result<qint64> SchemaCopy::fill(const TableShape &shape, const ReturningTable &table, RowStage &stage)
{
    const Result<std::optional<TableShape>> here = readShape(m_live, table.name, m_deadline, m_stop);
    if (!here)
        return here.error();
    const bool comparable = *here && !shape.key.isEmpty() && (*here)->differenceTo(shape).isEmpty();
    qint64 rows = 0;
    const RowHandler take = [&](const RowDifference &difference) -> Result<void> {
        const bool wanted = (difference.kind == Kind::Missing && m_wish.missing) ||
                            (difference.kind == Kind::Changed && m_wish.changed);
        rows += wanted ? 1 : 0;
        return wanted ? stage.add(difference.side) : Result<void>();
    };
    const Result<RowCounts> counts = compareRows(m_side, comparable ? &m_live : nullptr, shape, table.where, take,
                                                 m_deadline, m_stop, m_progress);
    if (!counts)
        return counts.error();
    const Result<void> flushed = stage.flush();
    return flushed ? Result<qint64>(rows) : flushed.error();
}

Result<void> SchemaCopy::copy(const ReturningTable &table)
{
    const Result<std::optional<TableShape>> shape = readShape(m_side, table.name, m_deadline, m_stop);
    if (!shape)
        return shape.error();
    if (!*shape)
        return changedMeanwhile(Tr::tr("There is no table %1 in the side instance.").arg(table.name.title()));
    const Result<TableShape> copy = make(**shape);
    if (!copy)
        return copy.error();
    RowStage stage(QStringLiteral("howdah_rows_%1").arg(++m_number), asker());
    if (const auto made = stage.make(*copy); !made)
        return made;
    const Result<qint64> rows = fill(**shape, table, stage);
    if (!rows)
        return rows.error();
    if (*rows != table.missing + table.changed)
        return changedMeanwhile(
            Tr::tr("%1 has changed since it was looked at: %2 rows would come now, %3 were approved.")
                .arg(table.name.title())
                .arg(*rows)
                .arg(table.missing + table.changed));
    return writeCounted(asker(), copy->name,
                        QStringLiteral("INSERT INTO %1 SELECT * FROM %2").arg(copy->name.sql(), stage.sql()), *rows);
}

} // namespace

Error changedMeanwhile(const QString &what)
{
    return {.code = ErrorCode::Invalid,
            .message = what,
            .hint = Tr::tr("Nothing was brought back. Check again, and approve what is there now.")};
}

Result<void> writeCounted(const RowStage::Ask &ask, const TableName &name, const QString &sql, qint64 expected)
{
    const Result<ResultSet> written = ask(sql, {});
    if (!written) {
        Error error = written.error();
        error.hint = Tr::tr("Nothing was brought back. %1").arg(error.hint).trimmed();
        return error;
    }
    if (written->affectedRows() == expected)
        return {};
    return changedMeanwhile(Tr::tr("%1 of %2 rows were written to %3: a trigger or a rule keeps the others away.")
                                .arg(written->affectedRows())
                                .arg(expected)
                                .arg(name.title()));
}

Result<void> copyIntoSchema(Connection &side, Connection &live, const RowReturn &wish, const Deadline &deadline,
                            std::stop_token stop, const RowProgress &progress)
{
    SchemaCopy copies(side, live, wish, deadline, std::move(stop), progress);
    for (const ReturningTable &table : wish.tables)
        if (const auto copied = copies.copy(table); !copied)
            return copied;
    return {};
}

} // namespace howdah
