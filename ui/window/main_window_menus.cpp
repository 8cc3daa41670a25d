// The menu bar, the context menus, and what Ctrl+K finds: everything by keyboard.
#include "ui/window/main_window.h"

#include "ui/pages/page_operation_bar.h"
#include "ui/theme/theme.h"
#include "ui/window/cluster_actions.h"
#include "ui/window/command_palette.h"
#include "ui/window/sidebar.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QMenuBar>

#include <array>

namespace howdah {

namespace {

constexpr std::array pages{ClusterView::Tab::Overview, ClusterView::Tab::Replication, ClusterView::Tab::Archive,
                           ClusterView::Tab::Backups,  ClusterView::Tab::TimeMachine, ClusterView::Tab::Operations};

/// The words of a menu item, without its mnemonic and dots.
QString plainTitle(QString text)
{
    const QChar ampersand(1); // "&&" shows one
    text.replace(QStringLiteral("&&"), ampersand).remove(QLatin1Char('&')).remove(QStringLiteral("…"));
    return text.replace(ampersand, QLatin1Char('&'));
}

} // namespace

void MainWindow::buildMenus()
{
    buildClusterMenu();
    m_operationsMenu = menuBar()->addMenu(tr("&Operations"));
    connect(m_operationsMenu, &QMenu::aboutToShow, this, [this] {
        m_operationsMenu->clear();
        if (const ClusterSnapshotPtr snapshot = m_snapshots.value(m_cluster))
            addOperations(*m_operationsMenu, operationOffers(*snapshot),
                          [this](const OperationOffer &offer) { openWizard(offer.id, offer.arguments); });
    });
    buildViewMenu();
    QMenu *help = menuBar()->addMenu(tr("&Help"));
    help->addAction(tr("&About Howdah"), this, &MainWindow::about);

    m_palette = new CommandPalette(this, [this] { return paletteEntries(); });
    m_view->addCornerButton(m_find, QStringLiteral("search"));
    m_view->addCornerButton(m_refresh, QStringLiteral("refresh"));
    updateMenus();
}

void MainWindow::buildClusterMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Cluster"));
    QAction *add =
        menu->addAction(theme::icon(QStringLiteral("plus")), tr("&Add a cluster…"), this, &MainWindow::addCluster);
    add->setShortcut(QKeySequence::New);
    QAction *lab =
        menu->addAction(theme::icon(QStringLiteral("lab")), tr("Create a &lab cluster…"), this, &MainWindow::createLab);
    lab->setShortcut(QKeySequence(tr("Ctrl+L")));
    QAction *exercises =
        menu->addAction(theme::icon(QStringLiteral("terminal")), tr("Lab &exercises…"), this, [this] { openExercises(); });
    exercises->setShortcut(QKeySequence(tr("Ctrl+E")));
    QAction *results = menu->addAction(tr("Class re&sults…"), this, [this] { openClassResults(); });
    results->setShortcut(QKeySequence(tr("Ctrl+Shift+E")));
    menu->addSeparator();
    m_refresh = menu->addAction(theme::icon(QStringLiteral("refresh")), tr("&Refresh now"), this, &MainWindow::refresh);
    m_refresh->setShortcut(QKeySequence::Refresh);
    m_refresh->setToolTip(tr("Refresh now (F5)"));
    m_labMenu = menu->addMenu(tr("La&b"));
    connect(m_labMenu, &QMenu::aboutToShow, this, [this] {
        m_labMenu->clear();
        if (const ClusterSnapshotPtr snapshot = m_snapshots.value(m_cluster))
            addLabActions(*m_labMenu, snapshot->definition);
    });
    m_takeOff = menu->addAction(tr("&Take off the list…"), this, [this] { takeOff(m_cluster); });
    menu->addSeparator();
    QAction *quit = menu->addAction(tr("&Quit"), this, &QWidget::close);
    quit->setShortcut(QKeySequence(tr("Ctrl+Q")));
}

void MainWindow::buildViewMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&View"));
    m_pageActions = new QActionGroup(this);
    for (std::size_t index = 0; index < pages.size(); ++index) {
        const Page page = pages[index];
        QAction *action = menu->addAction(ClusterView::title(page), this, [this, page] { showPage(page); });
        action->setShortcut(QKeySequence(QStringLiteral("Ctrl+%1").arg(index + 1)));
        m_pageActions->addAction(action);
    }
    menu->addSeparator();
    m_find = menu->addAction(theme::icon(QStringLiteral("search")), tr("&Find anything…"), this,
                             [this] { m_palette->open(); });
    m_find->setShortcut(QKeySequence(tr("Ctrl+K")));
    m_find->setToolTip(tr("Find any action, node or page (Ctrl+K)"));
    QAction *sidebar = menu->addAction(tr("Show or hide the &clusters"), this,
                                       [this] { m_sidebar->setVisible(m_sidebar->isHidden()); });
    sidebar->setShortcut(QKeySequence(tr("Ctrl+B")));
    menu->addSeparator();
    QMenu *themes = menu->addMenu(tr("&Theme"));
    auto *group = new QActionGroup(this);
    themes->addAction(themeAction(group, tr("As the &desktop has it"), theme::Mode::FollowSystem));
    themes->addAction(themeAction(group, tr("&Light"), theme::Mode::Light));
    themes->addAction(themeAction(group, tr("D&ark"), theme::Mode::Dark));
}

QAction *MainWindow::themeAction(QActionGroup *group, const QString &text, theme::Mode mode)
{
    auto *action = new QAction(text, this);
    action->setCheckable(true);
    action->setChecked(theme::mode() == mode);
    group->addAction(action);
    connect(action, &QAction::triggered, this, [this, mode] {
        m_settings.setThemeMode(mode);
        theme::apply(*qApp, mode);
    });
    return action;
}

void MainWindow::updateMenus()
{
    const ClusterSnapshotPtr snapshot = m_snapshots.value(m_cluster);
    const bool there = snapshot != nullptr;
    m_refresh->setEnabled(there);
    m_takeOff->setEnabled(there);
    m_operationsMenu->setEnabled(there);
    m_pageActions->setEnabled(there);
    m_labMenu->setEnabled(there && !snapshot->definition.labDirectory.isEmpty());
}

void MainWindow::addLabActions(QMenu &menu, const ClusterDefinition &cluster)
{
    const QString name = cluster.name;
    menu.addAction(theme::icon(QStringLiteral("play")), tr("Start the lab"), this,
                   [this, name] { m_actions->startLab(name); });
    menu.addAction(theme::icon(QStringLiteral("stop")), tr("Stop the lab"), this,
                   [this, name] { m_actions->stopLab(name); });
    menu.addAction(theme::icon(QStringLiteral("trash"), theme::IconRole::Critical), tr("Destroy the lab…"), this,
                   [this, name] { destroyLab(name); });
}

void MainWindow::clusterMenu(const QString &cluster, const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const ClusterSnapshotPtr snapshot = m_snapshots.value(cluster);
    if (snapshot) {
        addOperations(*menu, operationOffers(*snapshot), [this, cluster](const OperationOffer &offer) {
            choose(cluster, {});
            openWizard(offer.id, offer.arguments);
        });
        menu->addSeparator();
        if (!snapshot->definition.labDirectory.isEmpty()) {
            addLabActions(*menu, snapshot->definition);
            menu->addSeparator();
        }
        menu->addAction(theme::icon(QStringLiteral("refresh")), tr("Refresh now"), this,
                        [this, cluster] { m_store.refresh(cluster); });
        menu->addAction(tr("Take off the list…"), this, [this, cluster] { takeOff(cluster); });
        menu->addSeparator();
    }
    menu->addAction(theme::icon(QStringLiteral("plus")), tr("Add a cluster…"), this, &MainWindow::addCluster);
    menu->addAction(theme::icon(QStringLiteral("lab")), tr("Create a lab cluster…"), this, &MainWindow::createLab);
    menu->popup(at);
}

void MainWindow::nodeMenu(const QString &cluster, const QString &node, const QPoint &at)
{
    const ClusterSnapshotPtr snapshot = m_snapshots.value(cluster);
    const NodeState *state = snapshot ? snapshot->node(node) : nullptr;
    if (!state)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addOperations(*menu, operationOffers(*snapshot, node), [this, cluster, node](const OperationOffer &offer) {
        choose(cluster, node);
        openWizard(offer.id, offer.arguments);
    });
    menu->addSeparator();
    menu->addAction(tr("Where it runs…"), this,
                    [this, cluster, definition = state->definition] { nameHost(cluster, definition); });
    menu->addAction(theme::icon(QStringLiteral("copy")), tr("Copy connection settings"), this,
                    [this, settings = state->definition.connInfo.toString()] {
                        QGuiApplication::clipboard()->setText(settings);
                        say(tr("Connection settings copied, without the password."));
                    });
    menu->popup(at);
}

QList<PaletteEntry> MainWindow::paletteEntries()
{
    QList<PaletteEntry> entries;
    for (const ClusterSnapshotPtr &snapshot : std::as_const(m_snapshots)) {
        const QString name = snapshot->definition.name;
        entries.append(
            {.title = name, .context = tr("Cluster"), .icon = theme::healthIcon(snapshot->health), .act = [this, name] {
                 choose(name, {});
             }});
        for (const NodeState &node : snapshot->nodes)
            entries.append({.title = node.name(),
                            .context = tr("Node of %1").arg(name),
                            .icon = theme::healthIcon(node.health),
                            .act = [this, name, at = node.name()] { choose(name, at); }});
    }
    if (const ClusterSnapshotPtr snapshot = m_snapshots.value(m_cluster)) {
        for (const OperationOffer &offer : operationOffers(*snapshot))
            entries.append({.title = offer.title,
                            .context = m_cluster,
                            .icon = theme::icon(offer.icon),
                            .impossible = offer.impossible,
                            .act = [this, id = offer.id] { openWizard(id, {}); }});
    }
    // What the menu bar has.
    for (QAction *action : findChildren<QAction *>()) {
        if (action->shortcut().isEmpty() || action == m_find || !action->isEnabled())
            continue;
        entries.append({.title = plainTitle(action->text()),
                        .context = m_pageActions->actions().contains(action) ? tr("Page") : tr("Menu"),
                        .shortcut = action->shortcut().toString(QKeySequence::NativeText),
                        .icon = action->icon(),
                        .act = [action] { action->trigger(); }});
    }
    return entries;
}

} // namespace howdah
