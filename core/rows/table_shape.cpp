#include "core/rows/table_shape.h"

#include "core/rows/row_text.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::TableShape)
};

const char *const tableQuery =
    "SELECT c.oid::text, c.relkind = 'p' FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
    " WHERE n.nspname = $1 AND c.relname = $2 AND c.relkind IN ('r', 'p')";
const char *const columnQuery =
    "SELECT a.attname, format_type(a.atttypid, a.atttypmod), a.attgenerated <> '', a.attidentity = 'a',"
    " coalesce(array_position(string_to_array(i.indkey::text, ' '), a.attnum::text), 0)"
    " FROM pg_attribute a LEFT JOIN pg_index i ON i.indrelid = a.attrelid AND i.indisprimary"
    " WHERE a.attrelid = $1::oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum";
const char *const parentQuery =
    "SELECT k.conname, n.nspname, c.relname, k.condeferrable FROM pg_constraint k JOIN pg_class c ON c.oid = k.confrelid"
    " JOIN pg_namespace n ON n.oid = c.relnamespace"
    " WHERE k.contype = 'f' AND k.conrelid = $1::oid AND k.conparentid = 0 ORDER BY 1";
const char *const triggerQuery = "SELECT tgname, tgenabled = 'A' FROM pg_trigger"
                                 " WHERE tgrelid = $1::oid AND NOT tgisinternal AND tgenabled IN ('O', 'A') ORDER BY 1";
const char *const sequenceQuery =
    "SELECT a.attname, quote_ident(n.nspname) || '.' || quote_ident(c.relname) FROM pg_depend d"
    " JOIN pg_class c ON c.oid = d.objid AND c.relkind = 'S' JOIN pg_namespace n ON n.oid = c.relnamespace"
    " JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid"
    " WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.refobjid = $1::oid"
    " AND d.deptype IN ('a', 'i') ORDER BY 1";

void takeColumns(const ResultSet &rows, TableShape &shape)
{
    QMap<qint64, QString> key;
    for (int row = 0; row < rows.rows(); ++row) {
        shape.columns << StoredColumn{.name = rows.text(row, 0).value_or(QString()),
                                     .type = rows.text(row, 1).value_or(QString()),
                                     .generated = rows.boolean(row, 2).value_or(false),
                                     .identityAlways = rows.boolean(row, 3).value_or(false)};
        if (const qint64 place = rows.integer(row, 4).value_or(0); place > 0)
            key.insert(place, shape.columns.last().name);
    }
    shape.key = key.values();
}

QString columnWords(const StoredColumn &column)
{
    return QStringLiteral("%1 %2").arg(column.name, column.type);
}

} // namespace

QString TableName::title() const
{
    static const QRegularExpression plain(QStringLiteral(R"(^[^\s".,]+$)"));
    const auto part = [](const QString &name) { return plain.match(name).hasMatch() ? name : quotedName(name); };
    return part(schema) + u'.' + part(table);
}

QString TableName::sql() const
{
    return quotedName(schema) + u'.' + quotedName(table);
}

std::optional<QList<TableName>> tablesNamed(const QString &text)
{
    static const QRegularExpression name(
        QStringLiteral(R"re(\G\s*(?:("(?:[^"]|"")+"|[^\s".,]+)\.)?("(?:[^"]|"")+"|[^\s".,]+)\s*(,|\n|$))re"));
    const auto plain = [](const QString &part) {
        return part.startsWith(u'"') ? part.mid(1, part.size() - 2).replace(QLatin1String("\"\""), QLatin1String("\""))
                                     : part;
    };
    QList<TableName> names;
    for (qsizetype at = 0; at < text.size() || names.isEmpty();) {
        const QRegularExpressionMatch match = name.match(text, at);
        if (!match.hasMatch())
            return std::nullopt;
        const QString schema = match.captured(1).isEmpty() ? QStringLiteral("public") : plain(match.captured(1));
        const TableName found{schema, plain(match.captured(2))};
        if (!names.contains(found))
            names << found;
        at = match.capturedEnd();
    }
    return names;
}

std::optional<TableName> tableNamed(const QString &text)
{
    const auto names = tablesNamed(text);
    return names && names->size() == 1 ? std::optional(names->first()) : std::nullopt;
}

QStringList TableShape::storedColumns() const
{
    QStringList names;
    for (const StoredColumn &column : columns)
        if (!column.generated)
            names << column.name;
    return names;
}

QString TableShape::typeOf(const QString &column) const
{
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [&column](const StoredColumn &one) { return one.name == column; });
    return found == columns.end() ? QString() : found->type;
}

QString TableShape::source() const
{
    return (partitioned ? QString() : QStringLiteral("ONLY ")) + name.sql();
}

QString TableShape::storedList() const
{
    QStringList names;
    for (const QString &column : storedColumns())
        names << quotedName(column);
    return names.join(QStringLiteral(", "));
}

QString TableShape::differenceTo(const TableShape &other) const
{
    for (const StoredColumn &column : columns) {
        const auto twin = std::find_if(other.columns.begin(), other.columns.end(),
                                       [&column](const StoredColumn &one) { return one.name == column.name; });
        if (twin == other.columns.end())
            return Tr::tr("%1 has the column “%2” on one side only.").arg(name.title(), column.name);
        if (twin->type != column.type || twin->generated != column.generated)
            return Tr::tr("%1 has the column “%2” here and “%3” there.")
                .arg(name.title(), columnWords(column), columnWords(*twin));
    }
    if (columns.size() != other.columns.size())
        return other.differenceTo(*this);
    if (key != other.key)
        return Tr::tr("%1 has another primary key here than there.").arg(name.title());
    return {};
}

Result<std::optional<TableShape>> readShape(Connection &session, const TableName &name, const Deadline &deadline,
                                            std::stop_token stop)
{
    const Result<ResultSet> table =
        session.query(QLatin1String(tableQuery), {name.schema, name.table}, deadline, stop);
    if (!table)
        return table.error();
    if (table->rows() == 0)
        return std::optional<TableShape>();
    TableShape shape{.name = name, .partitioned = table->boolean(0, 1).value_or(false)};
    const QList<SqlParameter> oid{table->text(0, 0)};
    QList<ResultSet> answers;
    for (const char *query : {columnQuery, parentQuery, triggerQuery, sequenceQuery}) {
        const Result<ResultSet> rows = session.query(QLatin1String(query), oid, deadline, stop);
        if (!rows)
            return rows.error();
        answers << *rows;
    }
    takeColumns(answers.at(0), shape);
    const ResultSet &parents = answers.at(1);
    const auto text = [](const ResultSet &rows, int row, int column) {
        return rows.text(row, column).value_or(QString());
    };
    for (int row = 0; row < parents.rows(); ++row)
        shape.parents << ForeignKey{text(parents, row, 0),
                                    {text(parents, row, 1), text(parents, row, 2)},
                                    parents.boolean(row, 3).value_or(false)};
    for (int row = 0; row < answers.at(2).rows(); ++row)
        shape.triggers << TableTrigger{text(answers.at(2), row, 0), answers.at(2).boolean(row, 1).value_or(false)};
    for (int row = 0; row < answers.at(3).rows(); ++row)
        shape.sequences << QPair{text(answers.at(3), row, 0), text(answers.at(3), row, 1)};
    return std::optional(shape);
}

bool sortByParents(QList<TableShape> &tables)
{
    QList<TableShape> waiting = tables;
    QList<TableShape> sorted;
    const auto isFree = [&waiting](const TableShape &shape) {
        return std::none_of(shape.parents.begin(), shape.parents.end(), [&](const ForeignKey &key) {
            return key.parent != shape.name && std::any_of(waiting.begin(), waiting.end(), [&](const TableShape &one) {
                       return one.name == key.parent;
                   });
        });
    };
    while (!waiting.isEmpty()) {
        const auto next = std::find_if(waiting.begin(), waiting.end(), isFree);
        if (next == waiting.end())
            return false;
        sorted << *next;
        waiting.erase(next);
    }
    tables = sorted;
    return true;
}

} // namespace howdah
