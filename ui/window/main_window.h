#pragma once

#include "core/cluster/cluster_store.h"
#include "core/operations/operation_desk.h"
#include "ui/window/cluster_view.h"
#include "ui/theme/window_settings.h"

#include <QMainWindow>
#include <QMap>

class QActionGroup;
class QLabel;
class QMenu;
class QSplitter;
class QStackedWidget;
class QTimer;

namespace howdah {

class ClassPage;
class ClusterActions;
class CommandPalette;
class ErrorPanel;
class LabDock;
class OperationWizard;
class RunningDock;
class Sidebar;
struct OperationOffer;
struct PaletteEntry;

/// The window: clusters at the left, the chosen one's pages in the centre, what runs now at the bottom. It shows what
/// the store announces and asks the desk for changes; it asks no server and reads no file but its own settings.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    using Page = ClusterView::Tab;

    /// All must outlive the window; `history` may be null.
    MainWindow(ClusterStore &store, History *history, OperationDesk &desk, QWidget *parent = nullptr);
    ~MainWindow() override;

    void selectCluster(const QString &cluster);                 ///< now, or as soon as it is watched
    [[nodiscard]] QString cluster() const { return m_cluster; } ///< empty while none is shown
    void showPage(Page page);
    [[nodiscard]] ClusterView *view() const { return m_view; }
    /// The wizard of an operation on the cluster shown; null when there is no such cluster or operation.
    OperationWizard *openWizard(const QString &operation, const Arguments &arguments);
    /// The lab dock; with an exercise's number or id, that exercise.
    LabDock *openExercises(const QString &exercise = {});
    /// The instructor's page, in the place of a cluster's.
    ClassPage *openClassResults();
    void showError(const Error &error); ///< above the page, until it is closed

Q_SIGNALS:
    void registryChanged(); ///< clusters were put on record or taken off it

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void buildCentre();
    void buildExercises();
    void closeClassResults();
    void buildMenus();
    void buildClusterMenu();
    void buildViewMenu();
    QAction *themeAction(QActionGroup *group, const QString &text, theme::Mode mode);
    void updateMenus();
    void restore();

    void received(const ClusterSnapshotPtr &snapshot);
    void forgotten(const QString &cluster);
    void choose(const QString &cluster, const QString &node);
    void showCluster(const QString &cluster);
    void showAge();
    void say(const QString &sentence);

    void addCluster();
    void createLab();
    void nameHost(const QString &cluster, const NodeDefinition &node);
    void takeOff(const QString &cluster);
    void destroyLab(const QString &cluster);
    void refresh();
    void about();
    void clusterMenu(const QString &cluster, const QPoint &at);
    void nodeMenu(const QString &cluster, const QString &node, const QPoint &at);
    void addLabActions(QMenu &menu, const ClusterDefinition &cluster);
    [[nodiscard]] QStringList groups() const;
    [[nodiscard]] QList<PaletteEntry> paletteEntries();

    ClusterStore &m_store;
    OperationDesk &m_desk;
    WindowSettings m_settings;
    ClusterActions *m_actions;
    QMap<QString, ClusterSnapshotPtr> m_snapshots; ///< as announced, by cluster
    QString m_cluster, m_wanted;

    QSplitter *m_columns = nullptr;
    Sidebar *m_sidebar = nullptr;
    QStackedWidget *m_centre = nullptr;
    ClusterView *m_view = nullptr;
    QWidget *m_empty = nullptr;
    QWidget *m_errorRow = nullptr;
    ErrorPanel *m_error = nullptr;
    QLabel *m_age = nullptr;
    QTimer *m_ageTimer = nullptr;
    RunningDock *m_running = nullptr;
    LabDock *m_exercises = nullptr;
    ClassPage *m_class = nullptr; ///< made when first wanted
    CommandPalette *m_palette = nullptr;

    QMenu *m_operationsMenu = nullptr;
    QMenu *m_labMenu = nullptr;
    QAction *m_refresh = nullptr;
    QAction *m_takeOff = nullptr;
    QAction *m_find = nullptr;
    QActionGroup *m_pageActions = nullptr;
};

} // namespace howdah
