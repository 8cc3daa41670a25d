#include "core/rows/row_file.h"

#include <QCoreApplication>
#include <QIODevice>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::RowFile)
};

Result<void> put(QIODevice &device, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    if (device.write(bytes) == bytes.size())
        return {};
    return Error{.code = ErrorCode::Storage,
                 .message = Tr::tr("The rows could not be written: %1").arg(device.errorString())};
}

QString insertLine(const TableShape &shape, const RowFields &fields)
{
    QStringList values;
    for (const std::optional<QString> &field : fields)
        values << quotedValue(field);
    return QStringLiteral("INSERT INTO %1 (%2) OVERRIDING SYSTEM VALUE VALUES (%3);\n")
        .arg(shape.name.sql(), shape.storedList(), values.join(QStringLiteral(", ")));
}

QString header(const TableShape &shape)
{
    RowFields names;
    for (const QString &column : shape.storedColumns())
        names << column;
    return csvLine(names);
}

Result<qint64> writeTable(Connection &side, Connection &live, const ReturningTable &table, const RowReturn &wish,
                          bool csv, QIODevice &device, const Deadline &deadline, const std::stop_token &stop,
                          const RowProgress &progress)
{
    const Result<std::optional<TableShape>> there = readShape(side, table.name, deadline, stop);
    if (!there)
        return there.error();
    if (!*there)
        return Error{.code = ErrorCode::NotFound,
                     .message = Tr::tr("There is no table %1 in the side instance.").arg(table.name.title())};
    const TableShape &shape = **there;
    const Result<std::optional<TableShape>> here = readShape(live, table.name, deadline, stop);
    if (!here)
        return here.error();
    const bool comparable = *here && !shape.key.isEmpty() && (*here)->differenceTo(shape).isEmpty();
    if (csv)
        if (const auto written = put(device, header(shape)); !written)
            return written.error();
    qint64 rows = 0;
    const RowHandler take = [&](const RowDifference &difference) -> Result<void> {
        const bool wanted = (difference.kind == RowDifference::Kind::Missing && wish.missing) ||
                            (difference.kind == RowDifference::Kind::Changed && wish.changed);
        const std::optional<RowFields> fields = wanted ? fieldsOf(difference.side) : std::nullopt;
        if (!fields)
            return {};
        ++rows;
        return put(device, csv ? csvLine(*fields) : insertLine(shape, *fields));
    };
    const Result<RowCounts> counts =
        compareRows(side, comparable ? &live : nullptr, shape, table.where, take, deadline, stop, progress);
    return counts ? Result<qint64>(rows) : counts.error();
}

Result<qint64> writeAll(Connection &side, Connection &live, const RowReturn &wish, bool csv, QIODevice &device,
                        const Deadline &deadline, const std::stop_token &stop, const RowProgress &progress)
{
    for (Connection *session : {&side, &live})
        if (const auto begun = beginReading(*session, deadline, stop); !begun)
            return begun.error();
    if (!csv)
        if (const auto written = put(device, QStringLiteral("BEGIN;\n")); !written)
            return written.error();
    qint64 rows = 0;
    for (const ReturningTable &table : wish.tables) {
        const Result<qint64> some = writeTable(side, live, table, wish, csv, device, deadline, stop, progress);
        if (!some)
            return some.error();
        rows += *some;
    }
    if (!csv)
        if (const auto written = put(device, QStringLiteral("COMMIT;\n")); !written)
            return written.error();
    return rows;
}

} // namespace

Result<qint64> writeRows(Connection &side, Connection &live, const RowReturn &wish, bool csv, QIODevice &device,
                         const Deadline &deadline, std::stop_token stop, const RowProgress &progress)
{
    const Result<qint64> rows = writeAll(side, live, wish, csv, device, deadline, stop, progress);
    for (Connection *session : {&side, &live})
        if (session->isOpen())
            (void)session->query(QStringLiteral("ROLLBACK"), {}, deadline);
    return rows;
}

} // namespace howdah
