#include "ui/pages/replication_cells.h"

#include "core/base/sizes.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace howdah::replication {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::ReplicationCells)
};

TableCell unknownCell()
{
    TableCell cell;
    cell.text = QStringLiteral("–");
    cell.toolTip = Tr::tr("Not known");
    return cell;
}

} // namespace

TableCell textCell(const QString &text)
{
    TableCell cell;
    cell.text = text.isEmpty() ? QStringLiteral("–") : text;
    cell.raw = text;
    return cell;
}

TableCell numberCell(std::optional<qint64> value)
{
    if (!value)
        return unknownCell();
    TableCell cell;
    cell.text = QString::number(*value);
    cell.raw = *value;
    return cell;
}

TableCell bytesCell(std::optional<qint64> bytes)
{
    if (!bytes)
        return unknownCell();
    TableCell cell;
    cell.text = prettySize(*bytes);
    cell.raw = *bytes;
    cell.toolTip = Tr::tr("%1 bytes").arg(QLocale().toString(*bytes));
    return cell;
}

TableCell durationCell(std::optional<qint64> ms)
{
    if (!ms)
        return unknownCell();
    TableCell cell;
    cell.text = prettyDuration(*ms);
    cell.raw = *ms;
    cell.toolTip = Tr::tr("%1 ms").arg(QLocale().toString(*ms));
    return cell;
}

TableCell ageCell(const std::optional<QDateTime> &moment, const QDateTime &now)
{
    if (!moment)
        return unknownCell();
    // The servers' clocks and ours differ a little: nothing is younger than now.
    TableCell cell = durationCell(std::max<qint64>(0, moment->msecsTo(now)));
    cell.toolTip = QLocale().toString(moment->toLocalTime(), QLocale::LongFormat);
    return cell;
}

} // namespace howdah::replication
