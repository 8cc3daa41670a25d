#pragma once

#include "core/operations/operation_desk.h"

#include <QWidget>

class QStackedWidget;
class QTableView;

namespace howdah {

class ErrorPanel;
class OperationDetails;
class OperationsModel;
class TextLabel;

/// The history of operations: what was done, by whom, how it ended; what stopped half-way comes first and can be
/// resumed or undone.
class OperationsPage : public QWidget
{
    Q_OBJECT

public:
    explicit OperationsPage(OperationDesk &desk, QWidget *parent = nullptr);

    void setCluster(const QString &cluster); ///< empty: of all clusters
    void reload();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildTable();
    void loaded(const QString &cluster, const QList<JournalEntry> &entries);
    void showCurrent();
    void resume(const JournalEntry &entry);
    void undo(const JournalEntry &entry);
    void copySelection() const;

    OperationDesk &m_desk;
    QString m_cluster;
    QString m_shown; ///< id in the details
    OperationsModel *m_model;
    QTableView *m_table;
    OperationDetails *m_details;
    ErrorPanel *m_error;
    QStackedWidget *m_stack;
    TextLabel *m_empty;
};

} // namespace howdah
