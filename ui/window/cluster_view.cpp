#include "ui/window/cluster_view.h"

#include "ui/pages/archive_page.h"
#include "ui/pages/backups_page.h"
#include "ui/pages/operations_page.h"
#include "ui/pages/overview_page.h"
#include "ui/pages/replication_page.h"
#include "ui/pages/time_machine_page.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QBoxLayout>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>

namespace howdah {

ClusterView::ClusterView(History *history, OperationDesk &desk, QWidget *parent)
    : QWidget(parent)
    , m_history(history)
    , m_desk(desk)
    , m_tabs(new QTabBar)
    , m_head(new QHBoxLayout)
    , m_pages(new QStackedWidget)
{
    for (const Tab tab : {Tab::Overview, Tab::Replication, Tab::Archive, Tab::Backups, Tab::TimeMachine, Tab::Operations})
        m_tabs->addTab(title(tab));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setAccessibleName(tr("Pages of the cluster"));
    m_head->setContentsMargins(theme::space2, 0, theme::space3, 0);
    m_head->setSpacing(theme::space1);
    m_head->addWidget(m_tabs);
    m_head->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(m_head);
    layout->addWidget(m_pages, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, &ClusterView::showCurrent);
}

QString ClusterView::title(Tab tab)
{
    switch (tab) {
    case Tab::Overview:
        return tr("Overview");
    case Tab::Replication:
        return tr("Replication");
    case Tab::Archive:
        return tr("WAL & archive").replace(QLatin1Char('&'), QStringLiteral("&&"));
    case Tab::Backups:
        return tr("Backups");
    case Tab::TimeMachine:
        return tr("Time machine");
    case Tab::Operations:
        return tr("Operations");
    }
    return {};
}

void ClusterView::addCornerButton(QAction *action, const QString &icon)
{
    auto *button = new QToolButton;
    action->setIcon(theme::icon(icon, theme::IconRole::Muted));
    button->setDefaultAction(action);
    button->setProperty("kind", QStringLiteral("quiet"));
    button->setAccessibleName(action->toolTip());
    m_head->addWidget(button);
}

ClusterView::Tab ClusterView::tab() const
{
    return static_cast<Tab>(m_tabs->currentIndex());
}

void ClusterView::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(static_cast<int>(tab));
    showCurrent();
}

void ClusterView::setSnapshot(const ClusterSnapshotPtr &snapshot)
{
    const bool other = !m_snapshot || !snapshot || m_snapshot->definition.name != snapshot->definition.name;
    m_snapshot = snapshot;
    if (other)
        m_node.clear();
    showCurrent();
}

void ClusterView::selectNode(const QString &node)
{
    m_node = node;
    if (tab() == Tab::Overview && m_overview)
        m_overview->selectNode(node);
    else if (tab() == Tab::Replication && m_replication)
        m_replication->selectNode(node);
}

void ClusterView::listenTo(Page *page)
{
    connect(page, &Page::operationRequested, this, &ClusterView::operationRequested);
    connect(page, &Page::nodeSelected, this, [this](const QString &node) {
        m_node = node;
        Q_EMIT nodeSelected(node);
    });
    connect(page, &Page::nodeMenuRequested, this, &ClusterView::nodeMenuRequested);
    connect(page, &Page::said, this, &ClusterView::said);
    m_pages->addWidget(page);
}

void ClusterView::bring()
{
    switch (tab()) {
    case Tab::Overview:
        if (!m_overview) {
            m_overview = new OverviewPage(m_history);
            m_overview->splitter()->restoreState(m_layout);
            listenTo(m_overview);
        }
        m_pages->setCurrentWidget(m_overview);
        return;
    case Tab::Replication:
        if (!m_replication) {
            m_replication = new ReplicationPage;
            listenTo(m_replication);
        }
        m_pages->setCurrentWidget(m_replication);
        return;
    case Tab::Archive:
        if (!m_archive) {
            m_archive = new ArchivePage(m_desk.environment());
            listenTo(m_archive);
        }
        m_pages->setCurrentWidget(m_archive);
        return;
    case Tab::Backups:
        if (!m_backups) {
            m_backups = new BackupsPage(m_desk.environment());
            connect(&m_desk, &OperationDesk::finished, m_backups, &BackupsPage::look);
            listenTo(m_backups);
        }
        m_pages->setCurrentWidget(m_backups);
        return;
    case Tab::TimeMachine:
        if (!m_timeMachine) {
            m_timeMachine = new TimeMachinePage(m_desk.environment());
            listenTo(m_timeMachine);
        }
        m_pages->setCurrentWidget(m_timeMachine);
        return;
    case Tab::Operations:
        if (!m_operations) {
            m_operations = new OperationsPage(m_desk);
            m_pages->addWidget(m_operations);
        }
        m_pages->setCurrentWidget(m_operations);
        return;
    }
}

void ClusterView::showCurrent()
{
    if (!m_snapshot)
        return;
    const QWidget *before = m_pages->currentWidget();
    bring();
    if (tab() == Tab::Overview)
        m_overview->setSnapshot(m_snapshot);
    else if (tab() == Tab::Replication)
        m_replication->setSnapshot(m_snapshot);
    else if (tab() == Tab::Archive)
        m_archive->setSnapshot(m_snapshot);
    else if (tab() == Tab::Backups)
        m_backups->setSnapshot(m_snapshot);
    else if (tab() == Tab::TimeMachine)
        m_timeMachine->setSnapshot(m_snapshot);
    else
        m_operations->setCluster(m_snapshot->definition.name);
    if (m_pages->currentWidget() != before && !m_node.isEmpty())
        selectNode(m_node);
}

QByteArray ClusterView::saveLayout() const
{
    return m_overview ? m_overview->splitter()->saveState() : m_layout;
}

void ClusterView::restoreLayout(const QByteArray &layout)
{
    m_layout = layout;
    if (m_overview)
        m_overview->splitter()->restoreState(layout);
}

} // namespace howdah
