// The main window: from the first start with nothing to thirty nodes, by mouse and by keyboard.
#include "tests/gui/accessible_names.h"
#include "tests/support/sample_snapshots.h"
#include "ui/pages/overview_page.h"
#include "ui/theme/theme.h"
#include "ui/topology/topology_view.h"
#include "ui/window/empty_page.h"
#include "ui/window/main_window.h"
#include "ui/window/sample_age.h"
#include "ui/window/sidebar.h"
#include "ui/window/sidebar_model.h"
#include "ui/wizards/operation_wizard.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QLabel>
#include <QMenuBar>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

using namespace howdah;

namespace {

/// A window whose clusters are announced by the test: nothing listens behind them.
struct Stage
{
    Stage() { environment.hosts = &hosts; }
    void announce(const ClusterSnapshotPtr &snapshot) { Q_EMIT store.snapshotChanged(snapshot); }

    Hosts hosts;
    Environment environment;
    OperationDesk desk{environment};
    ClusterStore store{nullptr};
    MainWindow window{store, nullptr, desk};
};

QStringList texts(const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    QStringList found;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        found.append(index.data().toString());
        for (const QString &below : texts(model, index))
            found.append(QStringLiteral(" ") + below);
    }
    return found;
}

ClusterSnapshotPtr inGroup(const ClusterSnapshotPtr &snapshot, const char *group)
{
    auto changed = std::make_shared<ClusterSnapshot>(*snapshot);
    changed->definition.group = QLatin1String(group);
    return changed;
}

} // namespace

class TestWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup() { theme::apply(*qApp, theme::Mode::Light); }
    void newcomerIsToldWhatToDo();
    void firstClusterIsShown();
    void wantedClusterIsWaitedFor();
    void sidebarModelBearsEveryChange();
    void sidebarSorts();
    void nodeIsSelectedEverywhere();
    void forgottenClusterLeaves();
    void pagesByKeyboard();
    void pagesAreMadeWhenLookedAt();
    void wizardOpensOnTheCluster();
    void errorStaysUntilClosed();
    void ageOfTheSample_data();
    void ageOfTheSample();
    void windowComesBackWhereItWas();
    void themeIsRemembered();
    void everythingHasAName_data();
    void everythingHasAName();
    void menuItemsHaveKeys();
    void fitsTheSmallestScreen();

private:
    QTemporaryDir m_home;
};

void TestWindow::initTestCase()
{
    qputenv("HOWDAH_HOME", m_home.path().toLocal8Bit());
    theme::apply(*qApp, theme::Mode::Light);
}

void TestWindow::newcomerIsToldWhatToDo()
{
    Stage stage;
    stage.window.show();
    const auto *empty = stage.window.findChild<EmptyPage *>();
    QVERIFY(empty->isVisible());
    QVERIFY(stage.window.cluster().isEmpty());
    QCOMPARE(widgetsWithoutName(&stage.window), QStringList());
    QVERIFY(stage.window.openWizard(QStringLiteral("clone"), {}) == nullptr);
}

void TestWindow::firstClusterIsShown()
{
    Stage stage;
    stage.window.show();
    stage.announce(samples::healthy());
    QCOMPARE(stage.window.cluster(), QStringLiteral("lab"));
    QVERIFY(stage.window.view()->isVisible());
    stage.announce(samples::cascade());
    QCOMPARE(stage.window.cluster(), QStringLiteral("lab"));
    QVERIFY(stage.window.windowTitle().contains(QStringLiteral("lab")));
}

void TestWindow::wantedClusterIsWaitedFor()
{
    Stage stage;
    stage.announce(samples::healthy());
    stage.window.selectCluster(QStringLiteral("orders-production"));
    QCOMPARE(stage.window.cluster(), QStringLiteral("lab"));
    stage.announce(samples::cascade());
    QCOMPARE(stage.window.cluster(), QStringLiteral("orders-production"));
}

void TestWindow::sidebarModelBearsEveryChange()
{
    SidebarModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (const samples::Named &sample : samples::all())
        model.show(*sample.snapshot);
    model.show(*inGroup(samples::cascade(), "Production"));
    model.show(*inGroup(samples::cascade(), "Elsewhere"));
    QVERIFY(model.indexOf(QStringLiteral("orders-production"), QStringLiteral("reports")).isValid());
    QVERIFY(!texts(model).contains(QStringLiteral("Production"))); // an empty group goes
    for (const samples::Named &sample : samples::all())
        model.remove(sample.snapshot->definition.name);
    QCOMPARE(model.rowCount(), 0);
}

void TestWindow::sidebarSorts()
{
    SidebarModel model;
    model.show(*samples::lone());
    model.show(*inGroup(samples::cascade(), "Production"));
    model.show(*inGroup(samples::primaryGone(), "Production"));
    model.show(*samples::healthy());
    QCOMPARE(
        texts(model),
        (QStringList{QStringLiteral("alone"), QStringLiteral(" main"), QStringLiteral("lab"), QStringLiteral(" n1"),
                     QStringLiteral(" n2"), QStringLiteral(" n3"), QStringLiteral("Production"),
                     QStringLiteral(" orders-production"), QStringLiteral("  madrid-1"), QStringLiteral("  madrid-2"),
                     QStringLiteral("  lisbon-1"), QStringLiteral("  lisbon-2"), QStringLiteral("  reports"),
                     QStringLiteral(" shop"), QStringLiteral("  n1"), QStringLiteral("  n2"), QStringLiteral("  n3")}));
    const QModelIndex reports = model.indexOf(QStringLiteral("orders-production"), QStringLiteral("reports"));
    QCOMPARE(reports.data(SidebarModel::NoteRole).toString(), QStringLiteral("1250 MB"));
    QVERIFY(reports.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("catching up")));
}

void TestWindow::nodeIsSelectedEverywhere()
{
    Stage stage;
    stage.window.show();
    stage.announce(samples::healthy());
    auto *sidebar = stage.window.findChild<Sidebar *>();
    sidebar->setCurrentIndex(sidebar->sidebarModel()->indexOf(QStringLiteral("lab"), QStringLiteral("n3")));
    TopologyView *topology = stage.window.view()->overview()->topology();
    QCOMPARE(topology->selectedNode(), QStringLiteral("n3"));
    topology->selectNode(QStringLiteral("n2"));
    QCOMPARE(sidebar->currentIndex().data().toString(), QStringLiteral("n2"));
    stage.announce(samples::later(samples::healthy(), 1));
    QCOMPARE(sidebar->currentIndex().data().toString(), QStringLiteral("n2"));
    QCOMPARE(topology->selectedNode(), QStringLiteral("n2"));
}

void TestWindow::forgottenClusterLeaves()
{
    Stage stage;
    stage.window.show();
    stage.announce(samples::healthy());
    stage.announce(samples::cascade());
    Q_EMIT stage.store.clusterForgotten(QStringLiteral("lab"));
    QCOMPARE(stage.window.cluster(), QStringLiteral("orders-production"));
    Q_EMIT stage.store.clusterForgotten(QStringLiteral("orders-production"));
    QVERIFY(stage.window.cluster().isEmpty());
    QVERIFY(stage.window.findChild<EmptyPage *>()->isVisible());
}

void TestWindow::pagesByKeyboard()
{
    Stage stage;
    stage.window.show();
    QVERIFY(QTest::qWaitForWindowActive(&stage.window));
    stage.announce(samples::healthy());
    const std::initializer_list<std::pair<Qt::Key, MainWindow::Page>> keys{{Qt::Key_2, MainWindow::Page::Replication},
                                                                           {Qt::Key_3, MainWindow::Page::Archive},
                                                                           {Qt::Key_4, MainWindow::Page::Backups},
                                                                           {Qt::Key_5, MainWindow::Page::TimeMachine},
                                                                           {Qt::Key_6, MainWindow::Page::Operations},
                                                                           {Qt::Key_1, MainWindow::Page::Overview}};
    for (const auto &[key, page] : keys) {
        QTest::keyClick(&stage.window, key, Qt::ControlModifier);
        QCOMPARE(stage.window.view()->tab(), page);
    }
}

void TestWindow::pagesAreMadeWhenLookedAt()
{
    Stage stage;
    QVERIFY(stage.window.view()->overview() == nullptr);
    stage.window.showPage(MainWindow::Page::Replication);
    stage.announce(samples::healthy());
    QVERIFY(stage.window.view()->overview() == nullptr);
    stage.window.showPage(MainWindow::Page::Overview);
    QVERIFY(stage.window.view()->overview() != nullptr);
}

void TestWindow::wizardOpensOnTheCluster()
{
    Stage stage;
    stage.announce(samples::healthy());
    QVERIFY(stage.window.openWizard(QStringLiteral("no-such-operation"), {}) == nullptr);
    OperationWizard *wizard =
        stage.window.openWizard(QStringLiteral("pause-replay"), {{QStringLiteral("node"), QStringLiteral("n2")}});
    QVERIFY(wizard && wizard->isVisible());
    wizard->close();
}

void TestWindow::errorStaysUntilClosed()
{
    Stage stage;
    stage.window.show();
    stage.window.showError({ErrorCode::Storage,
                            QStringLiteral("The list could not be written."),
                            QStringLiteral("No space left."),
                            {},
                            {}});
    const auto visible = [&] {
        for (const QLabel *label : stage.window.findChildren<QLabel *>()) {
            if (label->isVisible() && label->text() == QLatin1String("The list could not be written."))
                return true;
        }
        return false;
    };
    QVERIFY(visible());
    for (QAbstractButton *button : stage.window.findChildren<QAbstractButton *>()) {
        if (button->accessibleName() == QLatin1String("Close the message"))
            button->click();
    }
    QVERIFY(!visible());
}

void TestWindow::ageOfTheSample_data()
{
    QTest::addColumn<ClusterSnapshotPtr>("snapshot");
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("fresh") << samples::healthy() << 0 << QStringLiteral("Sampled just now");
    QTest::newRow("old") << samples::healthy() << 75 << QStringLiteral("Sampled 1 min 15 s ago");
    QTest::newRow("never") << std::make_shared<const ClusterSnapshot>() << 0
                           << QStringLiteral("Waiting for the first sample");
    QTest::newRow("a node is gone") << samples::primaryGone() << 12
                                    << QStringLiteral("Sampled 12.0 s ago  ·  n1 has not answered for 12.0 s");
}

void TestWindow::ageOfTheSample()
{
    QFETCH(ClusterSnapshotPtr, snapshot);
    QFETCH(int, seconds);
    QDateTime taken = QDateTime::currentDateTimeUtc();
    if (!snapshot->nodes.isEmpty())
        taken = snapshot->nodes.last().sample->takenAt;
    QTEST(sampleAgeText(*snapshot, taken.addMSecs(seconds * 1000LL + 100)), "text");
}

void TestWindow::windowComesBackWhereItWas()
{
    {
        Stage stage;
        stage.window.show();
        stage.announce(samples::healthy());
        stage.announce(samples::cascade());
        stage.window.selectCluster(QStringLiteral("orders-production"));
        stage.window.resize(1200, 760);
        stage.window.close();
    }
    Stage stage;
    stage.window.show();
    QCOMPARE(stage.window.size(), QSize(1200, 760));
    stage.announce(samples::cascade());
    QCOMPARE(stage.window.cluster(), QStringLiteral("orders-production"));
}

void TestWindow::themeIsRemembered()
{
    theme::apply(*qApp, theme::Mode::FollowSystem);
    {
        Stage stage;
        for (QAction *action : stage.window.findChildren<QAction *>()) {
            if (action->text() == QLatin1String("D&ark"))
                action->trigger();
        }
        QVERIFY(theme::tokens().dark);
    }
    theme::apply(*qApp, theme::Mode::FollowSystem);
    QVERIFY(!theme::tokens().dark);
    Stage stage;
    QVERIFY(theme::tokens().dark);
    WindowSettings().setThemeMode(theme::Mode::FollowSystem);
}

void TestWindow::everythingHasAName_data()
{
    QTest::addColumn<int>("page");
    for (const MainWindow::Page page :
         {MainWindow::Page::Overview, MainWindow::Page::Replication, MainWindow::Page::Archive, MainWindow::Page::Backups,
          MainWindow::Page::TimeMachine, MainWindow::Page::Operations})
        QTest::newRow(qPrintable(ClusterView::title(page))) << static_cast<int>(page);
}

void TestWindow::everythingHasAName()
{
    QFETCH(int, page);
    Stage stage;
    stage.window.show();
    stage.announce(samples::cascade());
    stage.announce(samples::hostileNames());
    stage.window.showPage(static_cast<MainWindow::Page>(page));
    QCOMPARE(widgetsWithoutName(&stage.window), QStringList());
}

void TestWindow::menuItemsHaveKeys()
{
    Stage stage;
    stage.announce(samples::healthy());
    for (const QAction *top : stage.window.menuBar()->actions()) {
        QVERIFY2(top->text().contains(QLatin1Char('&')), qPrintable(top->text()));
        for (const QAction *item : top->menu()->actions()) {
            if (!item->isSeparator())
                QVERIFY2(item->text().contains(QLatin1Char('&')) || !item->shortcut().isEmpty(),
                         qPrintable(item->text()));
        }
    }
}

void TestWindow::fitsTheSmallestScreen()
{
    Stage stage;
    stage.window.show();
    for (const samples::Named &sample : samples::all())
        stage.announce(sample.snapshot);
    stage.window.resize(1024, 700);
    QCOMPARE(stage.window.size(), QSize(1024, 700));
    QVERIFY(stage.window.minimumSizeHint().width() <= 1024);
    QVERIFY(stage.window.minimumSizeHint().height() <= 700);
}

QTEST_MAIN(TestWindow)
#include "test_window.moc"
