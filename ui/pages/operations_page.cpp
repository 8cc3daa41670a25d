#include "ui/pages/operations_page.h"

#include "ui/pages/operation_details.h"
#include "ui/pages/operations_model.h"
#include "ui/pages/page_table_delegate.h"
#include "ui/theme/theme.h"
#include "ui/wizards/error_panel.h"
#include "ui/wizards/operation_wizard.h"
#include "ui/wizards/resume_dialog.h"
#include "ui/wizards/text_label.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace howdah {

namespace {
constexpr int tableRowHeight = 30;
}

OperationsPage::OperationsPage(OperationDesk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_model(new OperationsModel(this))
    , m_table(new QTableView)
    , m_details(new OperationDetails(*desk.environment().hosts))
    , m_error(new ErrorPanel)
    , m_stack(new QStackedWidget)
    , m_empty(new TextLabel(TextLabel::Voice::Muted))
{
    buildTable();
    auto *split = new QSplitter(Qt::Vertical);
    split->setChildrenCollapsible(false);
    split->addWidget(m_table);
    split->addWidget(m_details);
    split->setHandleWidth(theme::space4);
    split->setStretchFactor(0, 2);
    split->setStretchFactor(1, 3);
    split->setSizes({260, 390});

    auto *nothing = new QWidget;
    auto *nothingLines = new QVBoxLayout(nothing);
    nothingLines->addStretch(2);
    auto *heading = new TextLabel(TextLabel::Voice::Heading, tr("No operation yet"));
    heading->setAlignment(Qt::AlignHCenter);
    nothingLines->addWidget(heading);
    m_empty->setAlignment(Qt::AlignHCenter);
    m_empty->setObjectName(QStringLiteral("noOperations"));
    nothingLines->addWidget(m_empty);
    nothingLines->addStretch(3);

    m_stack->addWidget(nothing);
    m_stack->addWidget(split);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(theme::space4, theme::space4, theme::space4, 0);
    lines->setSpacing(theme::space3);
    lines->addWidget(m_error);
    lines->addWidget(m_stack, 1);

    connect(&desk, &OperationDesk::journalLoaded, this, &OperationsPage::loaded);
    connect(&desk, &OperationDesk::journalFailed, m_error, &ErrorPanel::showError);
    connect(&desk, &OperationDesk::finished, this, &OperationsPage::reload);
    connect(&desk, &OperationDesk::event, this, [this](const OperationEvent &event) {
        if (event.kind == OperationEvent::Kind::Started)
            reload();
    });
    connect(m_details, &OperationDetails::resumeWanted, this, &OperationsPage::resume);
    connect(m_details, &OperationDetails::undoWanted, this, &OperationsPage::undo);
    setCluster({});
}

void OperationsPage::buildTable()
{
    m_table->setObjectName(QStringLiteral("operationsTable"));
    m_table->setAccessibleName(tr("Operations"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setItemDelegate(new PageTableDelegate(m_table));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(tableRowHeight);
    QHeaderView *head = m_table->horizontalHeader();
    head->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    head->setHighlightSections(false);
    head->setStretchLastSection(true);
    const int widths[] = {170, 200, 140, 120, 90};
    for (int column = 0; column < OperationsModel::Who; ++column)
        head->resizeSection(column, widths[column]);
    auto *copy = new QAction(tr("Copy"), m_table);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &OperationsPage::copySelection);
    m_table->addAction(copy);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &OperationsPage::showCurrent);
}

void OperationsPage::setCluster(const QString &cluster)
{
    m_cluster = cluster;
    m_table->setColumnHidden(OperationsModel::Cluster, !cluster.isEmpty());
    m_empty->setText(
        cluster.isEmpty()
            ? tr("Everything that Howdah changes is written down here, step by step, with what undoes it.")
            : tr("Everything that Howdah changes on %1 is written down here, step by step, with what undoes it.")
                  .arg(cluster));
    m_model->setEntries({});
    m_shown.clear();
    m_stack->setCurrentIndex(0);
    reload();
}

void OperationsPage::reload()
{
    if (isVisible())
        m_desk.loadJournal(m_cluster);
}

void OperationsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    reload();
}

void OperationsPage::loaded(const QString &cluster, const QList<JournalEntry> &entries)
{
    if (cluster != m_cluster)
        return;
    m_error->clear();
    const QString shown = m_shown;
    m_model->setEntries(entries);
    m_stack->setCurrentIndex(entries.isEmpty() ? 0 : 1);
    if (entries.isEmpty())
        return;
    m_table->selectRow(qMax(0, m_model->rowOf(shown)));
    showCurrent();
}

void OperationsPage::showCurrent()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid()) {
        m_shown.clear();
        m_details->clear();
        return;
    }
    const JournalEntry &entry = m_model->entry(current.row());
    m_shown = entry.id;
    m_details->showEntry(entry);
}

void OperationsPage::resume(const JournalEntry &entry)
{
    askToResume(entry, this, [this, entry] {
        OperationWizard::openRun(entry, m_desk, window());
        m_desk.resume(entry.id);
    });
}

void OperationsPage::undo(const JournalEntry &entry)
{
    OperationWizard::openRun(entry, m_desk, window());
    m_desk.undo(entry.id);
}

void OperationsPage::copySelection() const
{
    QStringList lines;
    for (const QModelIndex &row : m_table->selectionModel()->selectedRows()) {
        QStringList cells;
        for (int column = 0; column < OperationsModel::ColumnCount; ++column)
            cells << row.siblingAtColumn(column).data().toString();
        lines << cells.join(u'\t');
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace howdah
