#include "ui/window/main_window.h"

#include "core/cluster/history.h"
#include "core/operations/catalogue.h"
#include "ui/lab/lab_dock.h"
#include "ui/theme/theme.h"
#include "ui/window/cluster_actions.h"
#include "ui/window/empty_page.h"
#include "ui/window/sample_age.h"
#include "ui/window/sidebar.h"
#include "ui/wizards/error_panel.h"
#include "ui/wizards/operation_wizard.h"
#include "ui/wizards/running_dock.h"

#include <QAction>
#include <QBoxLayout>
#include <QCloseEvent>
#include <QLabel>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTimer>
#include <QToolButton>

namespace howdah {

namespace {

const QString geometryKey = QStringLiteral("geometry");
const QString stateKey = QStringLiteral("state");
const QString columnsKey = QStringLiteral("columns");
const QString layoutKey = QStringLiteral("overview");
const QString clusterKey = QStringLiteral("cluster");

constexpr int sidebarWidth = 232;
constexpr int saidForMs = 8000;

} // namespace

MainWindow::MainWindow(ClusterStore &store, History *history, OperationDesk &desk, QWidget *parent)
    : QMainWindow(parent)
    , m_store(store)
    , m_desk(desk)
    , m_actions(new ClusterActions(desk.environment(), this))
    , m_view(new ClusterView(history, desk))
{
    setWindowTitle(tr("Howdah"));
    setMinimumSize(1024, 700);
    if (m_settings.themeMode() != theme::Mode::FollowSystem && theme::mode() == theme::Mode::FollowSystem)
        theme::apply(*qApp, m_settings.themeMode());
    buildCentre();
    buildMenus();
    m_running = new RunningDock(desk, this);
    m_running->setObjectName(QStringLiteral("running"));
    addDockWidget(Qt::BottomDockWidgetArea, m_running);
    buildExercises();
    m_age = new QLabel;
    m_age->setTextFormat(Qt::PlainText);
    m_age->setContentsMargins(theme::space2, 0, theme::space3, 0);
    statusBar()->addPermanentWidget(m_age);
    statusBar()->setSizeGripEnabled(false);
    m_ageTimer = new QTimer(this);
    m_ageTimer->setInterval(1000);
    connect(m_ageTimer, &QTimer::timeout, this, &MainWindow::showAge);
    m_ageTimer->start();

    connect(&store, &ClusterStore::snapshotChanged, this, &MainWindow::received);
    connect(&store, &ClusterStore::clusterForgotten, this, &MainWindow::forgotten);
    connect(m_actions, &ClusterActions::registryChanged, this, &MainWindow::registryChanged);
    connect(m_actions, &ClusterActions::failed, this, &MainWindow::showError);
    connect(m_actions, &ClusterActions::said, this, &MainWindow::say);
    // A node that was started is not looked at again for long after it had been down for long.
    connect(m_actions, &ClusterActions::registryChanged, &store, [&store] {
        for (const QString &cluster : store.clusters())
            store.refresh(cluster);
    });
    connect(&desk, &OperationDesk::finished, &store,
            [&store](const QString &, const RunOutcome &outcome) { store.refresh(outcome.entry.cluster); });
    if (history && !history->damage().isEmpty())
        say(history->damage());
    restore();
    for (const QString &name : store.clusters()) {
        if (const ClusterSnapshotPtr snapshot = store.snapshot(name))
            received(snapshot);
    }
}

MainWindow::~MainWindow() = default;

void MainWindow::buildCentre()
{
    m_sidebar = new Sidebar;
    auto *empty = new EmptyPage;
    m_empty = empty;
    m_centre = new QStackedWidget;
    m_centre->addWidget(m_empty);
    m_centre->addWidget(m_view);

    m_error = new ErrorPanel;
    m_errorRow = new QWidget;
    auto *close = new QToolButton;
    close->setProperty("kind", QStringLiteral("quiet"));
    close->setIcon(theme::icon(QStringLiteral("cross"), theme::IconRole::Muted));
    close->setAccessibleName(tr("Close the message"));
    close->setToolTip(tr("Close the message"));
    auto *errorLayout = new QHBoxLayout(m_errorRow);
    errorLayout->setContentsMargins(theme::space4, theme::space3, theme::space4, 0);
    errorLayout->addWidget(m_error, 1);
    errorLayout->addWidget(close, 0, Qt::AlignTop);
    m_errorRow->hide();
    connect(close, &QToolButton::clicked, m_errorRow, &QWidget::hide);

    auto *right = new QWidget;
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_errorRow);
    column->addWidget(m_centre, 1);
    m_columns = new QSplitter(Qt::Horizontal);
    m_columns->setHandleWidth(1);
    m_columns->addWidget(m_sidebar);
    m_columns->addWidget(right);
    m_columns->setStretchFactor(1, 1);
    m_columns->setCollapsible(1, false);
    m_columns->setSizes({sidebarWidth, width() - sidebarWidth});
    m_sidebar->hide();
    setCentralWidget(m_columns);

    connect(empty, &EmptyPage::addRequested, this, &MainWindow::addCluster);
    connect(empty, &EmptyPage::labRequested, this, &MainWindow::createLab);
    connect(m_sidebar, &Sidebar::chosen, this, &MainWindow::choose);
    connect(m_sidebar, &Sidebar::menuRequested, this,
            [this](const QString &cluster, const QString &node, const QPoint &at) {
                if (node.isEmpty())
                    clusterMenu(cluster, at);
                else
                    nodeMenu(cluster, node, at);
            });
    connect(m_view, &ClusterView::operationRequested, this, &MainWindow::openWizard);
    connect(m_view, &ClusterView::nodeSelected, this,
            [this](const QString &node) { m_sidebar->select(m_cluster, node); });
    connect(m_view, &ClusterView::nodeMenuRequested, this,
            [this](const QString &node, const QPoint &at) { nodeMenu(m_cluster, node, at); });
    connect(m_view, &ClusterView::said, this, &MainWindow::say);
}

void MainWindow::restore()
{
    resize(1440, 900);
    restoreGeometry(m_settings.bytes(geometryKey));
    restoreState(m_settings.bytes(stateKey));
    if (const QByteArray columns = m_settings.bytes(columnsKey); !columns.isEmpty())
        m_columns->restoreState(columns);
    m_view->restoreLayout(m_settings.bytes(layoutKey));
    m_wanted = m_settings.text(clusterKey);
    m_running->hide(); // it comes by itself when something runs
    m_exercises->hide();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_settings.setBytes(geometryKey, saveGeometry());
    m_settings.setBytes(stateKey, saveState());
    m_settings.setBytes(columnsKey, m_columns->saveState());
    m_settings.setBytes(layoutKey, m_view->saveLayout());
    m_settings.setText(clusterKey, m_cluster);
    QMainWindow::closeEvent(event);
}

void MainWindow::received(const ClusterSnapshotPtr &snapshot)
{
    const QString name = snapshot->definition.name;
    const bool firstEver = m_snapshots.isEmpty();
    m_snapshots.insert(name, snapshot);
    m_sidebar->show(*snapshot);
    if (firstEver)
        m_sidebar->setVisible(true);
    if (name == m_wanted || (m_cluster.isEmpty() && (m_wanted.isEmpty() || !m_store.clusters().contains(m_wanted))))
        showCluster(name);
    else if (name == m_cluster)
        m_view->setSnapshot(snapshot);
    if (firstEver)
        m_sidebar->setFocus();
    if (name == m_cluster)
        showAge();
}

void MainWindow::forgotten(const QString &cluster)
{
    m_sidebar->remove(cluster);
    m_snapshots.remove(cluster);
    if (cluster != m_cluster)
        return;
    m_cluster.clear();
    m_view->setSnapshot(nullptr);
    if (m_snapshots.isEmpty()) {
        m_centre->setCurrentWidget(m_empty);
        m_sidebar->hide();
        setWindowTitle(tr("Howdah"));
    } else {
        showCluster(m_snapshots.firstKey());
    }
    showAge();
    updateMenus();
}

void MainWindow::selectCluster(const QString &cluster)
{
    m_wanted = cluster;
    if (m_snapshots.value(cluster))
        showCluster(cluster);
}

void MainWindow::choose(const QString &cluster, const QString &node)
{
    if (cluster != m_cluster || m_centre->currentWidget() != m_view)
        showCluster(cluster);
    m_view->selectNode(node);
    m_sidebar->select(cluster, node);
}

void MainWindow::showCluster(const QString &cluster)
{
    const ClusterSnapshotPtr snapshot = m_snapshots.value(cluster);
    if (!snapshot)
        return;
    m_wanted.clear();
    m_cluster = cluster;
    m_centre->setCurrentWidget(m_view);
    m_view->setSnapshot(snapshot);
    m_sidebar->show(*snapshot);
    m_sidebar->select(cluster);
    setWindowTitle(tr("%1 – Howdah").arg(cluster));
    showAge();
    updateMenus();
}

void MainWindow::showPage(Page page)
{
    if (!m_cluster.isEmpty())
        m_centre->setCurrentWidget(m_view);
    m_view->showTab(page);
}

void MainWindow::showAge()
{
    const ClusterSnapshotPtr snapshot = m_snapshots.value(m_cluster);
    const QString text = snapshot ? sampleAgeText(*snapshot, QDateTime::currentDateTimeUtc()) : QString();
    if (m_age->text() != text)
        m_age->setText(text);
}

void MainWindow::say(const QString &sentence)
{
    statusBar()->showMessage(sentence, saidForMs);
}

void MainWindow::showError(const Error &error)
{
    m_error->showError(error);
    m_errorRow->show();
}

OperationWizard *MainWindow::openWizard(const QString &operation, const Arguments &arguments)
{
    const Operation *found = findOperation(operation);
    const ClusterSnapshotPtr snapshot = m_snapshots.value(m_cluster);
    if (!found || !snapshot)
        return nullptr;
    auto *wizard = new OperationWizard(*found, snapshot, arguments, m_desk, this);
    wizard->show();
    return wizard;
}

} // namespace howdah
