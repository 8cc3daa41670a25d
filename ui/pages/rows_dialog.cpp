#include "ui/pages/rows_dialog.h"

#include "ui/pages/page_table.h"
#include "ui/pages/rows_table.h"
#include "ui/theme/theme.h"
#include "ui/wizards/error_panel.h"
#include "ui/wizards/text_label.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QTableView>

#include <algorithm>

namespace howdah {

namespace {
constexpr int wide = 960, high = 600, listWidth = 240;
}

RowsDialog::RowsDialog(const Environment &environment, const ClusterSnapshotPtr &snapshot, QWidget *parent)
    : GrowingDialog(parent)
    , m_snapshot(snapshot)
    , m_reader(environment)
    , m_sides(new QComboBox)
    , m_search(new QLineEdit)
    , m_tables(new QListWidget)
    , m_compare(new QPushButton(tr("Compare")))
    , m_rows(new PageTable(tr("Rows that differ"),
                           tr("Choose tables at the left and compare them: rows that are missing on the live server, or "
                              "were changed there since, are listed here."),
                           differing::columns()))
    , m_error(new ErrorPanel)
    , m_summary(new TextLabel(TextLabel::Voice::Strong))
    , m_more(new TextLabel(TextLabel::Voice::Muted))
    , m_chosen(new QPushButton(tr("Bring the chosen rows back…")))
    , m_all(new QPushButton(tr("Bring all back…")))
{
    setWindowTitle(tr("What the copy has and %1 lacks").arg(snapshot->definition.name));
    resize(wide, high);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(theme::space4, theme::space4, theme::space4, theme::space4);
    lines->setSpacing(theme::space3);
    buildTop(lines);
    m_error->hide();
    lines->addWidget(m_error);
    buildMiddle(lines);
    buildBottom(lines);
    connect(&m_reader, &RowDifferences::changed, this, &RowsDialog::showDifferences);
    showWords();
}

void RowsDialog::look()
{
    m_reader.look(m_snapshot, {});
}

void RowsDialog::buildTop(QBoxLayout *lines)
{
    m_sides->setObjectName(QStringLiteral("rowsSide"));
    m_sides->setAccessibleName(tr("Recovered copy"));
    m_sides->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_sides, &QComboBox::activated, this, [this] { m_reader.look(m_snapshot, m_sides->currentText()); });
    auto *line = new QHBoxLayout;
    line->setSpacing(theme::space3);
    line->addWidget(new TextLabel(TextLabel::Voice::Body, tr("Recovered copy")));
    line->addWidget(m_sides, 1);
    lines->addLayout(line);
}

void RowsDialog::buildMiddle(QBoxLayout *lines)
{
    m_search->setObjectName(QStringLiteral("rowsSearch"));
    m_search->setAccessibleName(tr("Find a table"));
    m_search->setPlaceholderText(tr("Find a table"));
    m_search->setClearButtonEnabled(true);
    connect(m_search, &QLineEdit::textChanged, this, &RowsDialog::filterTables);
    m_tables->setObjectName(QStringLiteral("rowsTables"));
    m_tables->setAccessibleName(tr("Tables of the copy"));
    connect(m_tables, &QListWidget::itemChanged, this, &RowsDialog::showWords);
    m_compare->setObjectName(QStringLiteral("rowsCompare"));
    m_compare->setProperty("kind", QStringLiteral("primary"));
    connect(m_compare, &QPushButton::clicked, this, &RowsDialog::compare);
    auto *left = new QWidget;
    left->setFixedWidth(listWidth);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins({});
    column->setSpacing(theme::space2);
    column->addWidget(m_search);
    column->addWidget(m_tables, 1);
    column->addWidget(m_compare);
    m_rows->setObjectName(QStringLiteral("rowsRows"));
    m_rows->view()->setSelectionMode(QAbstractItemView::ExtendedSelection);
    connect(m_rows->view()->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RowsDialog::showWords);
    auto *line = new QHBoxLayout;
    line->setSpacing(theme::space4);
    line->addWidget(left);
    line->addWidget(m_rows, 1);
    lines->addLayout(line, 1);
}

void RowsDialog::buildBottom(QBoxLayout *lines)
{
    m_summary->setObjectName(QStringLiteral("rowsSummary"));
    m_summary->setWordWrap(true);
    m_more->setWordWrap(true);
    m_chosen->setObjectName(QStringLiteral("rowsBringChosen"));
    m_all->setObjectName(QStringLiteral("rowsBringAll"));
    connect(m_chosen, &QPushButton::clicked, this, [this] { bring(true); });
    connect(m_all, &QPushButton::clicked, this, [this] { bring(false); });
    auto *close = new QPushButton(tr("Close"));
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(theme::space1);
    texts->addWidget(m_summary);
    texts->addWidget(m_more);
    auto *line = new QHBoxLayout;
    line->setSpacing(theme::space2);
    line->addLayout(texts, 1);
    for (QPushButton *button : {m_chosen, m_all, close})
        line->addWidget(button, 0, Qt::AlignBottom);
    lines->addLayout(line);
}

void RowsDialog::showDifferences(const DifferencesViewPtr &view)
{
    const bool otherCopy = !m_view || m_view->side != view->side || m_view->tables != view->tables;
    m_view = view;
    if (view->error && view->error->code != ErrorCode::Stopped)
        m_error->showError(*view->error);
    else
        m_error->clear();
    if (otherCopy)
        showTables();
    showRows();
    showWords();
}

void RowsDialog::showTables()
{
    QStringList sides = m_view->sides;
    if (!m_view->side.isEmpty() && !sides.contains(m_view->side))
        sides.prepend(m_view->side);
    m_sides->clear();
    m_sides->addItems(sides);
    m_sides->setCurrentText(m_view->side);
    m_sides->setEnabled(sides.size() > 1);
    const QSignalBlocker quiet(m_tables);
    m_tables->clear();
    for (const QString &table : m_view->tables) {
        const bool gone = m_view->gone.contains(table);
        auto *item = new QListWidgetItem(gone ? tr("%1 (gone)").arg(table) : table, m_tables);
        item->setData(Qt::UserRole, table);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable);
        item->setCheckState(Qt::Unchecked);
        if (gone)
            item->setToolTip(plainToolTip(tr("The live server has no such table any more.")));
    }
    filterTables();
}

void RowsDialog::filterTables()
{
    for (int row = 0; row < m_tables->count(); ++row)
        m_tables->item(row)->setHidden(!m_tables->item(row)->text().contains(m_search->text().trimmed(), Qt::CaseInsensitive));
}

void RowsDialog::showRows()
{
    m_rows->setRows(differing::rows(*m_view));
}

QStringList RowsDialog::checkedTables() const
{
    QStringList tables;
    for (int row = 0; row < m_tables->count(); ++row)
        if (m_tables->item(row)->checkState() == Qt::Checked)
            tables << m_tables->item(row)->data(Qt::UserRole).toString();
    return tables;
}

QList<QPair<const TableDifferences *, RowDifference>> RowsDialog::chosenRows() const
{
    QStringList keys;
    for (const QModelIndex &index : m_rows->view()->selectionModel()->selectedRows())
        keys << m_rows->keyAt(index);
    QList<QPair<const TableDifferences *, RowDifference>> chosen;
    for (const TableDifferences &table : m_view->compared)
        for (const RowDifference &row : table.rows)
            if (row.kind != RowDifference::Kind::Extra && keys.contains(differing::keyOf(table, row)))
                chosen.append({&table, row});
    return chosen;
}

void RowsDialog::showWords()
{
    const bool busy = !m_view || !m_view->finished;
    QStringList words, remarks;
    qint64 toBring = 0, cut = 0;
    for (const TableDifferences &table : m_view ? m_view->compared : QList<TableDifferences>()) {
        words << differing::summaryOf(table);
        toBring += table.why.isEmpty() ? table.counts.missing + table.counts.changed : 0;
        cut += table.counts.missing + table.counts.changed + table.counts.extra - table.rows.size();
    }
    if (cut > 0)
        remarks << tr("%1 more rows differ; the table shows the first %2 of each.")
                       .arg(QLocale().toString(cut), QLocale().toString(qlonglong(TableDifferences::mostKept)));
    if (m_view && m_view->finished && m_view->side.isEmpty() && !m_view->error)
        words << tr("No recovered copy runs beside this cluster. Recover to a point in time first.");
    if (m_view && !m_view->busyWith.isEmpty())
        words << tr("Comparing %1 …").arg(m_view->busyWith);
    m_summary->setText(words.join(QLatin1Char('\n')));
    m_summary->setVisible(!words.isEmpty());
    m_more->setText(remarks.join(QLatin1Char(' ')));
    m_more->setVisible(!remarks.isEmpty());
    const QStringList checked = checkedTables();
    m_compare->setText(busy && m_view ? tr("Stop") : checked.size() > 1 ? tr("Compare %n tables", nullptr, int(checked.size())) : tr("Compare"));
    m_compare->setEnabled((busy && m_view) || !checked.isEmpty());
    m_compare->setToolTip(plainToolTip(m_compare->isEnabled() ? QString() : tr("Check a table in the list.")));
    m_all->setEnabled(!busy && toBring > 0);
    m_all->setText(toBring > 0 ? tr("Bring all %1 back…").arg(QLocale().toString(toBring)) : tr("Bring all back…"));
    m_all->setToolTip(plainToolTip(m_all->isEnabled() ? QString() : tr("Nothing was found yet that could be brought back.")));
    const auto chosen = m_view ? chosenRows() : decltype(chosenRows())();
    const bool oneTable = !chosen.isEmpty() && std::all_of(chosen.begin(), chosen.end(), [&chosen](const auto &one) {
        return one.first == chosen.first().first;
    });
    m_chosen->setEnabled(!busy && oneTable && !chosen.first().first->key.isEmpty());
    m_chosen->setToolTip(plainToolTip(m_chosen->isEnabled() ? QString()
                                      : chosen.isEmpty()    ? tr("Choose rows in the table that are missing or changed.")
                                                            : tr("Choose rows of one table.")));
}

void RowsDialog::compare()
{
    if (m_view && !m_view->finished)
        m_reader.stop();
    else
        m_reader.compare(checkedTables());
}

void RowsDialog::bring(bool onlyChosen)
{
    QStringList tables;
    Arguments arguments{{QStringLiteral("from"), m_view->side}, {QStringLiteral("beside"), m_view->beside}};
    bool missing = false, changed = false;
    const auto note = [&](RowDifference::Kind kind) {
        (kind == RowDifference::Kind::Missing ? missing : changed) = true;
    };
    if (onlyChosen) {
        QList<RowDifference> rows;
        const auto chosen = chosenRows();
        for (const auto &[table, row] : chosen) {
            rows << row;
            note(row.kind);
        }
        tables << chosen.first().first->name.title();
        arguments.insert(QStringLiteral("where"), chosen.first().first->conditionFor(rows));
    } else {
        for (const TableDifferences &table : m_view->compared) {
            if (!table.why.isEmpty() || table.counts.missing + table.counts.changed == 0)
                continue;
            tables << table.name.title();
            missing = missing || table.counts.missing > 0;
            changed = changed || table.counts.changed > 0;
        }
    }
    arguments.insert(QStringLiteral("tables"), tables.join(QStringLiteral(", ")));
    arguments.insert(QStringLiteral("rows"), missing && changed ? QStringLiteral("both")
                                             : missing          ? QStringLiteral("missing")
                                                                : QStringLiteral("changed"));
    Q_EMIT operationRequested(QStringLiteral("bring-rows-back"), arguments);
}

} // namespace howdah
