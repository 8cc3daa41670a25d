#pragma once

#include "ui/pages/page_table_model.h"

#include <QWidget>

class QSortFilterProxyModel;
class QTableView;

namespace howdah {

class TextLabel;

/// A titled table: sorts, copies what is selected as text (Ctrl+C), saves itself as CSV, and says what it would show
/// when empty.
class PageTable : public QWidget
{
    Q_OBJECT

public:
    PageTable(const QString &title, const QString &emptyText, QList<TableColumn> columns, QWidget *parent = nullptr);
    void setRows(const QList<TableRow> &rows);

    [[nodiscard]] PageTableModel *model() const { return m_model; }
    [[nodiscard]] QTableView *view() const { return m_view; }
    [[nodiscard]] QString selectedText() const; ///< tab-separated, headings first; everything when nothing is selected
    [[nodiscard]] QByteArray toCsv() const;     ///< raw values, in the order shown
    [[nodiscard]] QString keyAt(const QModelIndex &viewIndex) const;

Q_SIGNALS:
    void said(const QString &sentence);
    void rowActivated(const QString &key);
    void rowMenuRequested(const QString &key, const QPoint &globalPosition);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void copy();
    void saveCsv();
    void widenColumns();

    QString m_name;
    PageTableModel *m_model;
    QSortFilterProxyModel *m_sorted;
    QTableView *m_view;
    TextLabel *m_title;
    TextLabel *m_empty;
};

} // namespace howdah
