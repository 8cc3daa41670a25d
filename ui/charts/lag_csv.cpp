#include "ui/charts/lag_csv.h"

#include <QRegularExpression>

namespace howdah {

QString csvCell(const QString &text)
{
    QString cell = text;
    static const QRegularExpression number(QStringLiteral("^[-+][0-9.]+$"));
    const bool runs =
        !cell.isEmpty() && QStringLiteral("=+-@").contains(cell.front()) && !number.match(cell).hasMatch();
    if (runs)
        cell.prepend(QLatin1Char('\''));
    static const QRegularExpression special(QStringLiteral("[\",;\r\n\t]"));
    if (!cell.contains(special))
        return cell;
    return QStringLiteral("\"%1\"").arg(cell.replace(QLatin1Char('"'), QStringLiteral("\"\"")));
}

QByteArray lagCsv(const QList<std::pair<QString, HistorySegments>> &nodes, qint64 fromMs, qint64 toMs,
                  const QString &unit)
{
    QByteArray csv = QStringLiteral("time,node,lowest_%1,average_%1,highest_%1\n").arg(unit).toUtf8();
    for (const auto &[node, segments] : nodes) {
        const QString name = csvCell(node);
        for (const QList<HistoryPoint> &segment : segments) {
            for (const HistoryPoint &point : segment) {
                if (point.atMs < fromMs || point.atMs > toMs)
                    continue;
                const QString time = QDateTime::fromMSecsSinceEpoch(point.atMs, Qt::UTC).toString(Qt::ISODateWithMs);
                csv += QStringLiteral("%1,%2,%3,%4,%5\n")
                           .arg(time, name, QString::number(point.minimum, 'f', 0),
                                QString::number(point.average, 'f', 1), QString::number(point.maximum, 'f', 0))
                           .toUtf8();
            }
        }
    }
    return csv;
}

} // namespace howdah
