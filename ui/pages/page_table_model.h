#pragma once

#include "core/cluster/cluster_snapshot.h"

#include <QAbstractTableModel>

#include <optional>

namespace howdah {

/// One cell: what people read, and the raw value by which it is sorted and exported.
struct TableCell
{
    QString text;
    QVariant raw;                 ///< invalid: not known (sorts first) or the text itself
    QString toolTip;              ///< plain text
    std::optional<Health> health; ///< a mark before the text
    int series = -1;              ///< a swatch of this node's colour before the text
    bool operator==(const TableCell &) const = default;
};

struct TableRow
{
    QString key; ///< the same row keeps it from one snapshot to the next
    QList<TableCell> cells;
    bool operator==(const TableRow &) const = default;
};

struct TableColumn
{
    QString title;
    QString toolTip;
    bool figures = false; ///< right-aligned, digits of one width
    QString unit;         ///< of the raw value, for the export
};

/// Rows made elsewhere from a snapshot, brought up to date without losing selection or place: by key rows come, go and
/// change.
class PageTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role { SortRole = Qt::UserRole, HealthRole, FiguresRole, SeriesRole, KeyRole };

    explicit PageTableModel(QList<TableColumn> columns, QObject *parent = nullptr);
    void setRows(const QList<TableRow> &rows);
    [[nodiscard]] const QList<TableColumn> &columns() const { return m_columns; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] bool sameKeys(const QList<TableRow> &rows) const;

    QList<TableColumn> m_columns;
    QList<TableRow> m_rows;
};

} // namespace howdah
