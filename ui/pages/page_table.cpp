#include "ui/pages/page_table.h"

#include "ui/charts/lag_csv.h"
#include "ui/pages/page_table_delegate.h"
#include "ui/theme/theme.h"
#include "ui/wizards/save_text.h"
#include "ui/wizards/text_label.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

namespace howdah {

namespace {

constexpr int rowHeight = 28;
constexpr int widestColumn = 320;

QToolButton *quietButton(const QString &icon, const QString &text, const QString &spoken)
{
    auto *button = new QToolButton;
    button->setProperty("kind", QStringLiteral("quiet"));
    button->setIcon(theme::icon(icon, theme::IconRole::Muted));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setText(text);
    button->setToolTip(spoken);
    button->setAccessibleName(spoken);
    return button;
}

} // namespace

PageTable::PageTable(const QString &title, const QString &emptyText, QList<TableColumn> columns, QWidget *parent)
    : QWidget(parent)
    , m_name(title)
    , m_model(new PageTableModel(std::move(columns), this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_view(new QTableView)
    , m_title(new TextLabel(TextLabel::Voice::Heading, title))
    , m_empty(new TextLabel(TextLabel::Voice::Muted, emptyText, m_view))
{
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(PageTableModel::SortRole);
    m_view->setModel(m_sorted);
    m_view->setItemDelegate(new PageTableDelegate(m_view));
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(-1, Qt::AscendingOrder); // the cluster's own order until a heading is clicked
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setTabKeyNavigation(false);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->horizontalHeader()->setMinimumSectionSize(48);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setAccessibleName(title);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto *over = new QVBoxLayout(m_view->viewport());
    over->setContentsMargins(theme::space5, theme::space2, theme::space5, theme::space2);
    over->addWidget(m_empty);

    QToolButton *copyButton =
        quietButton(QStringLiteral("copy"), tr("Copy"), tr("Copy %1 as text").arg(title.toLower()));
    QToolButton *csvButton =
        quietButton(QStringLiteral("download"), tr("CSV"), tr("Save %1 as CSV").arg(title.toLower()));
    auto *head = new QHBoxLayout;
    head->setSpacing(theme::space1);
    head->addWidget(m_title, 1);
    head->addWidget(copyButton);
    head->addWidget(csvButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(theme::space1);
    layout->addLayout(head);
    layout->addWidget(m_view, 1);

    m_view->installEventFilter(this);
    connect(copyButton, &QToolButton::clicked, this, &PageTable::copy);
    connect(csvButton, &QToolButton::clicked, this, &PageTable::saveCsv);
    connect(m_view, &QTableView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT rowActivated(keyAt(index)); });
    connect(m_view, &QTableView::customContextMenuRequested, this, [this](const QPoint &at) {
        if (const QModelIndex index = m_view->indexAt(at); index.isValid())
            Q_EMIT rowMenuRequested(keyAt(index), m_view->viewport()->mapToGlobal(at));
    });
}

void PageTable::setRows(const QList<TableRow> &rows)
{
    const bool first = m_model->rowCount() == 0 && !rows.isEmpty();
    m_model->setRows(rows);
    m_empty->setVisible(rows.isEmpty());
    m_title->setText(rows.isEmpty() ? m_name : QStringLiteral("%1 (%2)").arg(m_name).arg(rows.size()));
    if (first)
        widenColumns();
}

/// Once, when the first rows are there: afterwards the widths are the user's.
void PageTable::widenColumns()
{
    m_view->resizeColumnsToContents();
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const int header = m_view->horizontalHeader()->sectionSizeHint(column);
        m_view->setColumnWidth(column, std::min(widestColumn, std::max(header, m_view->columnWidth(column) + 4)));
    }
}

QString PageTable::keyAt(const QModelIndex &viewIndex) const
{
    return viewIndex.data(PageTableModel::KeyRole).toString();
}

QString PageTable::selectedText() const
{
    QModelIndexList rows = m_view->selectionModel()->selectedRows();
    if (rows.isEmpty()) {
        for (int row = 0; row < m_sorted->rowCount(); ++row)
            rows.append(m_sorted->index(row, 0));
    }
    std::sort(rows.begin(), rows.end());
    QStringList lines;
    QStringList cells;
    for (const TableColumn &column : m_model->columns())
        cells.append(column.title);
    lines.append(cells.join(QLatin1Char('\t')));
    for (const QModelIndex &row : std::as_const(rows)) {
        cells.clear();
        for (int column = 0; column < m_sorted->columnCount(); ++column)
            cells.append(row.siblingAtColumn(column).data().toString());
        lines.append(cells.join(QLatin1Char('\t')));
    }
    return lines.join(QLatin1Char('\n'));
}

QByteArray PageTable::toCsv() const
{
    QStringList cells;
    for (const TableColumn &column : m_model->columns())
        cells.append(
            csvCell(column.unit.isEmpty() ? column.title : QStringLiteral("%1 (%2)").arg(column.title, column.unit)));
    QStringList lines{cells.join(QLatin1Char(','))};
    for (int row = 0; row < m_sorted->rowCount(); ++row) {
        cells.clear();
        for (int column = 0; column < m_sorted->columnCount(); ++column)
            cells.append(csvCell(m_sorted->index(row, column).data(PageTableModel::SortRole).toString()));
        lines.append(cells.join(QLatin1Char(',')));
    }
    return (lines.join(QLatin1Char('\n')) + QLatin1Char('\n')).toUtf8();
}

/// The view by itself would copy one cell.
bool PageTable::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || !static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy))
        return QWidget::eventFilter(watched, event);
    copy();
    return true;
}

void PageTable::copy()
{
    QGuiApplication::clipboard()->setText(selectedText());
    Q_EMIT said(tr("Copied as text."));
}

void PageTable::saveCsv()
{
    saveText(this, tr("Save as CSV"),
             QStringLiteral("%1.csv").arg(m_name.toLower().replace(QLatin1Char(' '), QLatin1Char('-'))),
             tr("CSV files (*.csv)"), QString::fromUtf8(toCsv()),
             [this](const QString &file, const Result<void> &saved) {
                 Q_EMIT said(saved ? tr("Saved to %1.").arg(file) : saved.error().message);
             });
}

} // namespace howdah
