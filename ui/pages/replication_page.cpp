#include "ui/pages/replication_page.h"

#include "ui/pages/page_table.h"
#include "ui/pages/replication_tables.h"
#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QItemSelectionModel>
#include <QSplitter>
#include <QTableView>

#include <algorithm>

namespace howdah {

namespace {
constexpr int headHeight = 90;
constexpr int rowHeight = 28;
} // namespace

ReplicationPage::ReplicationPage(QWidget *parent)
    : Page(parent)
    , m_parts(new QSplitter(Qt::Vertical))
    , m_standbys(new PageTable(tr("Standbys"),
                               tr("No standby streams from this cluster. Clone one, and its lag is here in figures."),
                               replication::standbyColumns()))
    , m_slots(
          new PageTable(tr("Replication slots"),
                        tr("No replication slot. Without one the primary may remove WAL that a standby still needs."),
                        replication::slotColumns()))
    , m_strangers(new PageTable(tr("Other receivers"), {}, replication::strangerColumns()))
{
    m_parts->setHandleWidth(theme::space4);
    m_parts->setChildrenCollapsible(false);
    for (PageTable *table : {m_standbys, m_slots, m_strangers}) {
        m_parts->addWidget(table);
        connect(table, &PageTable::said, this, &Page::said);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space4, theme::space3, theme::space4, theme::space4);
    layout->addWidget(m_parts);

    connect(m_standbys, &PageTable::rowMenuRequested, this, &Page::nodeMenuRequested);
    connect(m_standbys->view()->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (current.isValid())
                    Q_EMIT nodeSelected(m_standbys->keyAt(current));
            });
}

void ReplicationPage::setSnapshot(const ClusterSnapshotPtr &snapshot)
{
    if (!snapshot)
        return;
    m_standbys->setRows(replication::standbyRows(*snapshot));
    m_slots->setRows(replication::slotRows(*snapshot));
    const QList<TableRow> strangers = replication::strangerRows(*snapshot);
    m_strangers->setRows(strangers);
    m_strangers->setVisible(!strangers.isEmpty());
    if (m_cluster != snapshot->definition.name) {
        m_cluster = snapshot->definition.name;
        shareHeight();
    }
}

/// A table gets room by its rows; afterwards the handles are the user's.
void ReplicationPage::shareHeight()
{
    QList<int> heights;
    for (const PageTable *table : {m_standbys, m_slots, m_strangers})
        heights.append(headHeight + rowHeight * std::clamp(table->model()->rowCount(), 2, 12));
    m_parts->setSizes(heights);
}

void ReplicationPage::selectNode(const QString &node)
{
    const QAbstractItemModel *shown = m_standbys->view()->model();
    for (int row = 0; row < shown->rowCount(); ++row) {
        const QModelIndex index = shown->index(row, 0);
        if (m_standbys->keyAt(index) == node)
            m_standbys->view()->setCurrentIndex(index);
    }
}

} // namespace howdah
