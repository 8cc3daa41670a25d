#include "ui/pages/replication_page.h"

#include "ui/pages/page_table.h"
#include "ui/pages/replication_tables.h"
#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QItemSelectionModel>
#include <QSplitter>
#include <QTableView>

namespace howdah {

ReplicationPage::ReplicationPage(QWidget *parent)
    : Page(parent)
    , m_standbys(new PageTable(tr("Standbys"), tr("No standby streams from this cluster. Clone one, and its lag is here in figures."),
                               replication::standbyColumns()))
    , m_slots(new PageTable(tr("Replication slots"),
                            tr("No replication slot. Without one the primary may remove WAL that a standby still needs."),
                            replication::slotColumns()))
    , m_strangers(new PageTable(tr("Other receivers"), {}, replication::strangerColumns()))
{
    auto *parts = new QSplitter(Qt::Vertical);
    parts->setHandleWidth(theme::space4);
    parts->setChildrenCollapsible(false);
    for (PageTable *table : {m_standbys, m_slots, m_strangers}) {
        parts->addWidget(table);
        connect(table, &PageTable::said, this, &Page::said);
    }
    parts->setSizes({300, 240, 140});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space4, theme::space3, theme::space4, theme::space4);
    layout->addWidget(parts);

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
