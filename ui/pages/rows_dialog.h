#pragma once

#include "core/operations/row_differences.h"
#include "ui/wizards/growing_dialog.h"

class QBoxLayout;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace howdah {

class ErrorPanel;
class PageTable;
class TextLabel;

/// What a recovered copy has that the live server has not: choose tables, see the rows, ask for the operation that
/// brings them back. It changes nothing itself.
class RowsDialog : public GrowingDialog
{
    Q_OBJECT

public:
    /// `environment` must outlive it.
    RowsDialog(const Environment &environment, const ClusterSnapshotPtr &snapshot, QWidget *parent = nullptr);
    void look(); ///< which copies and tables there are
    void showDifferences(const DifferencesViewPtr &view);
    [[nodiscard]] PageTable *table() const { return m_rows; }

Q_SIGNALS:
    void operationRequested(const QString &operation, const howdah::Arguments &arguments);

private:
    void buildTop(QBoxLayout *lines);
    void buildMiddle(QBoxLayout *lines);
    void buildBottom(QBoxLayout *lines);
    void showTables();
    void showRows();
    void showWords();
    void filterTables();
    void compare();
    void bring(bool onlyChosen);
    [[nodiscard]] QStringList checkedTables() const;
    [[nodiscard]] QList<QPair<const TableDifferences *, RowDifference>> chosenRows() const;

    ClusterSnapshotPtr m_snapshot;
    RowDifferences m_reader;
    DifferencesViewPtr m_view;
    QComboBox *m_sides;
    QLineEdit *m_search;
    QListWidget *m_tables;
    QPushButton *m_compare;
    PageTable *m_rows;
    ErrorPanel *m_error;
    TextLabel *m_summary, *m_more;
    QPushButton *m_chosen, *m_all;
};

} // namespace howdah
