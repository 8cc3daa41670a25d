#include "ui/pages/past_table.h"

#include "core/base/sizes.h"

#include <QCoreApplication>
#include <QLocale>

namespace howdah::past {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::PastTable)
};

/// A zero would only hide the figures that count.
TableCell figure(qint64 value)
{
    return {.text = value > 0 ? QLocale().toString(value) : QStringLiteral("–"), .raw = value};
}

TableCell moment(const QDateTime &at)
{
    if (!at.isValid())
        return {.text = QStringLiteral("–")};
    return {.text = QLocale().toString(at.toLocalTime(), QStringLiteral("d MMM  HH:mm:ss.zzz")),
            .raw = at,
            .toolTip = at.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz 'UTC'"))};
}

QString wordsOf(const RelationChanges &changes)
{
    QStringList words;
    if (changes.inserted > 0)
        words << Tr::tr("%1 inserted").arg(QLocale().toString(changes.inserted));
    if (changes.updated > 0)
        words << Tr::tr("%1 updated").arg(QLocale().toString(changes.updated));
    if (changes.deleted > 0)
        words << Tr::tr("%1 deleted").arg(QLocale().toString(changes.deleted));
    return words.join(QStringLiteral(", "));
}

/// One line a table.
QString detailsOf(const NamedTransaction &transaction)
{
    QStringList lines;
    for (const NamedChange &change : transaction.changes) {
        QString line =
            change.database.isEmpty() ? change.title() : QStringLiteral("%1.%2").arg(change.database, change.title());
        if (const QString words = wordsOf(change.changes); !words.isEmpty())
            line += QStringLiteral(": ") + words;
        if (change.changes.dropped)
            line += QStringLiteral(" · ") + Tr::tr("its file went: dropped, truncated or rewritten");
        lines << line;
    }
    return lines.isEmpty() ? transaction.tables() : lines.join(QLatin1Char('\n'));
}

} // namespace

QList<TableColumn> columns()
{
    return {{.title = Tr::tr("Committed"), .toolTip = Tr::tr("In this machine's time zone.")},
            {.title = Tr::tr("Transaction"), .toolTip = Tr::tr("Its number (xid)."), .figures = true},
            {.title = Tr::tr("Tables"),
             .toolTip = Tr::tr("As they are called now; a table that is gone is shown by its file's number.")},
            {.title = Tr::tr("Inserted"), .toolTip = Tr::tr("Rows inserted."), .figures = true},
            {.title = Tr::tr("Updated"), .toolTip = Tr::tr("Rows updated."), .figures = true},
            {.title = Tr::tr("Deleted"), .toolTip = Tr::tr("Rows deleted."), .figures = true},
            {.title = Tr::tr("WAL"),
             .toolTip = Tr::tr("How much WAL its rows took, without indexes."),
             .figures = true,
             .unit = QStringLiteral("bytes")},
            {.title = Tr::tr("Position"), .toolTip = Tr::tr("Of its commit in the WAL (LSN).")}};
}

QString keyOf(const NamedTransaction &transaction)
{
    return transaction.commit.toString(); // numbers come round again
}

QList<TableRow> rows(const PastView &view)
{
    QList<TableRow> result;
    for (auto one = view.newest.crbegin(); one != view.newest.crend(); ++one) {
        const RelationChanges sum = one->sum();
        result.append(
            {.key = keyOf(*one),
             .cells = {moment(one->at),
                       {.text = QString::number(one->id), .raw = one->id},
                       {.text = one->tables(), .toolTip = detailsOf(*one)},
                       figure(sum.inserted),
                       figure(sum.updated),
                       figure(sum.deleted),
                       {.text = prettySize(one->bytes), .raw = one->bytes},
                       {.text = one->commit.toString(), .raw = QVariant::fromValue(one->commit.position())}}});
    }
    return result;
}

QString deedOf(const NamedTransaction &transaction)
{
    const QString words = wordsOf(transaction.sum());
    return words.isEmpty() ? transaction.tables() : Tr::tr("%1 in %2").arg(words, transaction.tables());
}

} // namespace howdah::past
