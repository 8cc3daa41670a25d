#include "ui/pages/page_table_model.h"

#include "ui/theme/theme.h"
#include "ui/wizards/text_label.h"

#include <algorithm>

namespace howdah {

PageTableModel::PageTableModel(QList<TableColumn> columns, QObject *parent)
    : QAbstractTableModel(parent)
    , m_columns(std::move(columns))
{
}

bool PageTableModel::sameKeys(const QList<TableRow> &rows) const
{
    return std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
                      [](const TableRow &one, const TableRow &other) { return one.key == other.key; });
}

void PageTableModel::setRows(const QList<TableRow> &rows)
{
    for (int row = static_cast<int>(m_rows.size()) - 1; row >= 0; --row) {
        const auto stays = [&](const TableRow &candidate) { return candidate.key == m_rows[row].key; };
        if (std::any_of(rows.begin(), rows.end(), stays))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < rows.size(); ++row) {
        if (row < m_rows.size() && m_rows[row].key == rows[row].key)
            continue;
        const auto known = [&](const TableRow &candidate) { return candidate.key == rows[row].key; };
        if (std::any_of(m_rows.begin(), m_rows.end(), known))
            break; // the order changed: below
        beginInsertRows({}, row, row);
        m_rows.insert(row, rows[row]);
        endInsertRows();
    }
    if (!sameKeys(rows)) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
        return;
    }
    for (int row = 0; row < rows.size(); ++row) {
        if (m_rows[row] == rows[row])
            continue;
        m_rows[row] = rows[row];
        Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
    }
}

int PageTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PageTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant PageTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const TableRow &row = m_rows[index.row()];
    const TableCell cell = row.cells.value(index.column());
    const bool figures = m_columns[index.column()].figures;
    switch (role) {
    case Qt::DisplayRole:
        return cell.text;
    case Qt::ToolTipRole:
        return plainToolTip(cell.toolTip.isEmpty() ? cell.text : cell.toolTip);
    case Qt::ForegroundRole:
        return cell.health && *cell.health != Health::Good ? QVariant(theme::healthColor(*cell.health)) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((figures ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case SortRole:
        return cell.raw.isValid() || figures ? cell.raw : QVariant(cell.text);
    case HealthRole:
        return cell.health ? QVariant(static_cast<int>(*cell.health)) : QVariant();
    case FiguresRole:
        return figures;
    case SeriesRole:
        return cell.series;
    case KeyRole:
        return row.key;
    default:
        return {};
    }
}

QVariant PageTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
        return {};
    const TableColumn &column = m_columns[section];
    switch (role) {
    case Qt::DisplayRole:
        return column.title;
    case Qt::ToolTipRole:
        return plainToolTip(column.toolTip);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((column.figures ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

} // namespace howdah
