#pragma once

#include "core/operations/journal.h"

#include <QAbstractTableModel>

namespace howdah {

/// It stopped half-way and nobody is at it: it can be resumed or undone.
[[nodiscard]] bool isInterrupted(const JournalEntry &entry);
/// The state to show: a run whose console is gone counts as interrupted.
[[nodiscard]] OperationState shownState(const JournalEntry &entry);

/// The journal as rows: interrupted ones first, then newest first.
class OperationsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Started, Title, Cluster, Outcome, Duration, Who, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    void setEntries(QList<JournalEntry> entries);
    [[nodiscard]] const JournalEntry &entry(int row) const { return m_entries.at(row); }
    [[nodiscard]] int rowOf(const QString &id) const; ///< -1: not there

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const JournalEntry &entry, int column) const;
    QList<JournalEntry> m_entries;
};

} // namespace howdah
