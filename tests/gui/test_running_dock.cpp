// The dock at the bottom: hidden until something runs, a line for each run, its outcome afterwards.
#include "tests/gui/accessible_names.h"
#include "tests/gui/trial_world.h"
#include "ui/theme/theme.h"
#include "ui/wizards/operation_wizard.h"
#include "ui/wizards/running_dock.h"

#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QMainWindow>
#include <QPushButton>
#include <QTest>

using namespace howdah;

namespace {
constexpr int patience = 20000;
}

class TestRunningDock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::apply(*qApp, theme::Mode::Light); }
    void init();
    void cleanup();
    void isHiddenUntilSomethingRuns();
    void openBringsTheWizardBack();
    void stopUndoesAndTheOutcomeStays();
    void anotherRunTakesThePlaceOfTheLastOutcome();

private:
    OperationWizard *start(const QString &name);
    template <typename Widget> Widget *find(const char *name) const
    {
        const auto all = m_dock->findChildren<Widget *>(QLatin1String(name));
        return all.isEmpty() ? nullptr : all.last();
    }
    trial::World m_world;
    std::unique_ptr<QMainWindow> m_window;
    RunningDock *m_dock = nullptr;
};

void TestRunningDock::init()
{
    trial::calm();
    m_window = std::make_unique<QMainWindow>();
    m_window->resize(1000, 400);
    m_dock = new RunningDock(m_world.desk);
    m_window->addDockWidget(Qt::BottomDockWidgetArea, m_dock);
    m_window->show();
}

void TestRunningDock::cleanup()
{
    for (QWidget *window : QApplication::topLevelWidgets())
        window->close();
    for (const QString &id : m_world.desk.running())
        m_world.desk.stop(id);
    QTRY_VERIFY_WITH_TIMEOUT(m_world.desk.running().isEmpty(), patience);
    m_window.reset();
}

OperationWizard *TestRunningDock::start(const QString &name)
{
    auto *wizard =
        new OperationWizard(trial::operation(), trial::snapshot(), {{QStringLiteral("name"), name}}, m_world.desk);
    wizard->show();
    auto *next = wizard->findChild<QPushButton *>(QStringLiteral("next"));
    while (wizard->page() != OperationWizard::Page::Run) {
        if (!QTest::qWaitFor([&] { return next->isEnabled(); }, patience))
            break;
        next->click();
    }
    return wizard;
}

void TestRunningDock::isHiddenUntilSomethingRuns()
{
    QVERIFY(!m_dock->isVisible());
    OperationWizard *wizard = start(QStringLiteral("shown"));
    QTRY_VERIFY(m_dock->isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(wizard->page(), OperationWizard::Page::Result, patience);
    QTRY_VERIFY(find<QLabel>("runningState")->text().startsWith(QLatin1String("Done")));
    QVERIFY(m_dock->isVisible());
    QCOMPARE(widgetsWithoutName(m_dock).join(u'\n'), QString());
    find<QPushButton>("openRunning")->click();
    QDialog *result = nullptr;
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (window->objectName() == QLatin1String("resultWindow"))
            result = qobject_cast<QDialog *>(window);
    }
    QVERIFY(result && result->isVisible());
    find<QPushButton>("dismissRunning")->click();
    QTRY_VERIFY(!m_dock->isVisible());
}

void TestRunningDock::openBringsTheWizardBack()
{
    trial::mood.slow = true;
    QPointer<OperationWizard> wizard = start(QStringLiteral("back"));
    const QString id = wizard->runId();
    wizard->close();
    QTRY_VERIFY(!wizard);
    QTRY_VERIFY(find<QPushButton>("openRunning") && find<QPushButton>("openRunning")->isEnabled());
    find<QPushButton>("openRunning")->click();
    find<QPushButton>("openRunning")->click(); // the same window, not a second one
    QList<OperationWizard *> wizards;
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (auto *found = qobject_cast<OperationWizard *>(window))
            wizards << found;
    }
    QCOMPARE(wizards.size(), 1);
    QCOMPARE(wizards.first()->runId(), id);
    QCOMPARE(wizards.first()->page(), OperationWizard::Page::Run);
    wizards.first()->findChild<QPushButton *>(QStringLiteral("stop"))->click();
    QTRY_COMPARE_WITH_TIMEOUT(wizards.first()->page(), OperationWizard::Page::Result, patience);
}

void TestRunningDock::stopUndoesAndTheOutcomeStays()
{
    trial::mood.slow = true;
    OperationWizard *wizard = start(QStringLiteral("stopped"));
    wizard->close();
    QTRY_VERIFY(find<QLabel>("runningState") &&
                find<QLabel>("runningState")->text().contains(QLatin1String("Step 2 of 3")));
    find<QPushButton>("stopRunning")->click();
    QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>("runningState")->text().startsWith(QLatin1String("Undone")), patience);
    QVERIFY(!QFile::exists(trial::root() + QStringLiteral("/stopped")));
    QCOMPARE(m_dock->windowTitle(), QStringLiteral("Last operation"));
}

void TestRunningDock::anotherRunTakesThePlaceOfTheLastOutcome()
{
    for (const char *name : {"first", "second"}) {
        OperationWizard *wizard = start(QLatin1String(name));
        QTRY_COMPARE_WITH_TIMEOUT(wizard->page(), OperationWizard::Page::Result, patience);
        wizard->close();
        QTRY_COMPARE(m_dock->windowTitle(), QStringLiteral("Last operation"));
        QCOMPARE(m_dock->rowCount(), 1);
    }
}

QTEST_MAIN(TestRunningDock)
#include "test_running_dock.moc"
