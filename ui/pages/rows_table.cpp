#include "ui/pages/rows_table.h"

#include <QCoreApplication>
#include <QLocale>

namespace howdah::differing {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::RowsTable)
};

using Kind = RowDifference::Kind;

QString shown(const std::optional<QString> &value)
{
    constexpr qsizetype longest = 60;
    if (!value)
        return QStringLiteral("NULL");
    QString text = *value;
    text.replace(u'\n', u'⏎');
    return text.size() > longest ? text.left(longest - 1) + u'…' : text;
}

TableCell kindCell(Kind kind)
{
    switch (kind) {
    case Kind::Missing:
        return {.text = Tr::tr("Missing"),
                .toolTip = Tr::tr("In the recovered copy, not on the live server."),
                .health = Health::Critical};
    case Kind::Changed:
        return {.text = Tr::tr("Changed"),
                .toolTip = Tr::tr("On both, but not the same."),
                .health = Health::Attention};
    case Kind::Extra:
        break;
    }
    return {.text = Tr::tr("Only live"),
            .toolTip = Tr::tr("On the live server alone: it came after the copy's point in time. It is never touched."),
            .health = Health::Unknown};
}

/// Of a row that is on one side its columns; of one on both what is not the same.
QString wordsOf(const TableDifferences &table, const RowDifference &row)
{
    const RowFields side = fieldsOf(row.side).value_or(RowFields());
    const RowFields live = fieldsOf(row.live).value_or(RowFields());
    QStringList words;
    for (qsizetype i = 0; i < table.columns.size(); ++i) {
        if (table.key.contains(table.columns.at(i)))
            continue;
        if (row.kind == Kind::Changed && side.value(i) != live.value(i))
            words << QStringLiteral("%1: %2 → %3").arg(table.columns.at(i), shown(live.value(i)), shown(side.value(i)));
        else if (row.kind != Kind::Changed)
            words << QStringLiteral("%1 = %2").arg(table.columns.at(i),
                                                   shown(row.kind == Kind::Missing ? side.value(i) : live.value(i)));
    }
    return words.join(QStringLiteral(", "));
}

} // namespace

QList<TableColumn> columns()
{
    return {{.title = Tr::tr("State"), .toolTip = Tr::tr("Of the row on the live server.")},
            {.title = Tr::tr("Table")},
            {.title = Tr::tr("Key"), .toolTip = Tr::tr("Its primary key.")},
            {.title = Tr::tr("Row"), .toolTip = Tr::tr("Of a changed one: the live value → the recovered one.")}};
}

QString keyOf(const TableDifferences &table, const RowDifference &row)
{
    return table.name.title() + u'\n' + (row.side.isEmpty() ? QStringLiteral("live") : QStringLiteral("side")) + u'\n' +
           (row.side.isEmpty() ? row.live : row.side);
}

QList<TableRow> rows(const DifferencesView &view)
{
    QList<TableRow> result;
    for (const TableDifferences &table : view.compared)
        for (const RowDifference &row : table.rows) {
            const QString words = wordsOf(table, row);
            const QString name = table.name.title();
            result.append({.key = keyOf(table, row),
                           .cells = {kindCell(row.kind),
                                     {.text = name.startsWith(QLatin1String("public.")) ? name.mid(7) : name, .raw = name},
                                     {.text = table.keyOf(row)},
                                     {.text = words, .toolTip = words}}});
        }
    return result;
}

QString summaryOf(const TableDifferences &table)
{
    const QString name = table.name.title();
    if (!table.why.isEmpty())
        return table.why;
    const auto number = [](qint64 value) { return QLocale().toString(value); };
    if (table.isGone)
        return Tr::tr("%1 is gone from the live server, with %2 rows.").arg(name, number(table.counts.missing));
    const RowCounts &counts = table.counts;
    if (counts.missing == 0 && counts.changed == 0 && counts.extra == 0)
        return Tr::tr("%1: all %2 rows are the same.").arg(name, number(counts.compared));
    return Tr::tr("%1: %2 missing, %3 changed, %4 only on the live server.")
        .arg(name, number(counts.missing), number(counts.changed), number(counts.extra));
}

} // namespace howdah::differing
