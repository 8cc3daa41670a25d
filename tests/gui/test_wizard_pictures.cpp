// Every page of the wizard, the dialogs, the dock and the operations page, drawn in both themes into HOWDAH_PICTURES
// (or a directory that goes away), for a person to look at. Fails when a picture is empty.
#include "tests/gui/trial_world.h"
#include "ui/pages/operations_page.h"
#include "ui/theme/theme.h"
#include "ui/window/add_cluster_dialog.h"
#include "ui/window/command_palette.h"
#include "ui/window/create_lab_dialog.h"
#include "ui/wizards/fold.h"
#include "ui/wizards/operation_wizard.h"
#include "ui/wizards/running_dock.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

using namespace howdah;
using Page = OperationWizard::Page;

class TestWizardPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void wizard_data() { themes(); }
    void wizard();
    void troubles_data() { themes(); }
    void troubles();
    void dialogs_data() { themes(); }
    void dialogs();
    void operations_data() { themes(); }
    void operations();

private:
    static void themes();
    void save(QWidget &widget, const char *name);
    OperationWizard *open(const char *id, const Arguments &arguments);
    static void press(OperationWizard *wizard, const char *name);
    static void openFolds(const QWidget &window);

    trial::World m_world;
    QTemporaryDir m_temporary;
    QString m_directory;
};

void TestWizardPictures::themes()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestWizardPictures::initTestCase()
{
    m_directory = qEnvironmentVariable("HOWDAH_PICTURES", m_temporary.path());
    QVERIFY(QDir().mkpath(m_directory));
}

void TestWizardPictures::init()
{
    trial::calm();
    QFETCH(bool, dark);
    theme::apply(*qApp, dark ? theme::Mode::Dark : theme::Mode::Light);
}

void TestWizardPictures::save(QWidget &widget, const char *name)
{
    for (int round = 0; round < 4; ++round)
        QApplication::processEvents(); // layouts settle in more than one
    const QImage image = widget.grab().toImage();
    const QString file =
        QStringLiteral("%1/%2-%3.png").arg(m_directory, QLatin1String(name), QLatin1String(QTest::currentDataTag()));
    QVERIFY(image.save(file));
    QSet<QRgb> colors;
    for (int y = 0; y < image.height(); y += 3) {
        for (int x = 0; x < image.width(); x += 3)
            colors.insert(image.pixel(x, y));
    }
    QVERIFY2(colors.size() > 8, name);
}

OperationWizard *TestWizardPictures::open(const char *id, const Arguments &arguments)
{
    auto *wizard = new OperationWizard(*findOperation(QLatin1String(id)), trial::snapshot(), arguments, m_world.desk);
    wizard->show();
    return wizard;
}

void TestWizardPictures::press(OperationWizard *wizard, const char *name)
{
    auto *button = wizard->findChild<QAbstractButton *>(QLatin1String(name));
    QVERIFY(button);
    QTRY_VERIFY2(button->isEnabled(), name);
    button->click();
}

void TestWizardPictures::openFolds(const QWidget &window)
{
    for (Fold *fold : window.findChildren<Fold *>()) {
        if (fold->isVisibleTo(&window))
            fold->setOpen(true);
    }
}

void TestWizardPictures::wizard()
{
    const QString name = QStringLiteral("n4-%1").arg(QLatin1String(QTest::currentDataTag()));
    trial::mood.warned = true;
    OperationWizard *wizard = open("trial", {});
    save(*wizard, "wizard-1-choose-empty");
    QTest::keyClicks(wizard->findChild<QLineEdit *>(QStringLiteral("name")), name);
    wizard->findChild<QAbstractButton *>(QStringLiteral("next"))->setFocus();
    QTRY_VERIFY(wizard->findChild<QAbstractButton *>(QStringLiteral("next"))->isEnabled());
    save(*wizard, "wizard-1-choose");
    openFolds(*wizard);
    save(*wizard, "wizard-1-choose-advanced");
    press(wizard, "next");
    save(*wizard, "wizard-2-checks-busy");
    QTRY_VERIFY(wizard->findChild<QAbstractButton *>(QStringLiteral("next"))->isEnabled());
    save(*wizard, "wizard-2-checks");
    openFolds(*wizard);
    save(*wizard, "wizard-2-checks-opened");
    press(wizard, "next");
    save(*wizard, "wizard-3-plan");
    openFolds(*wizard);
    save(*wizard, "wizard-3-plan-opened");
    press(wizard, "next");
    save(*wizard, "wizard-4-confirm");
    trial::mood.slow = false;
    press(wizard, "next");
    QTRY_VERIFY_WITH_TIMEOUT(wizard->page() == Page::Result, 20000);
    save(*wizard, "wizard-6-result");
    wizard->close();
}

void TestWizardPictures::troubles()
{
    const QString name = QStringLiteral("x4-%1").arg(QLatin1String(QTest::currentDataTag()));
    OperationWizard *objected = open("trial", {{QStringLiteral("name"), QStringLiteral("n1")}});
    save(*objected, "wizard-1-choose-objection");
    objected->close();

    trial::mood.blocked = trial::mood.warned = true;
    OperationWizard *blocked = open("trial", {{QStringLiteral("name"), name}});
    press(blocked, "next");
    QTRY_VERIFY(blocked->findChild<QWidget *>(QStringLiteral("check-wal-level")));
    save(*blocked, "wizard-2-checks-blocked");
    blocked->close();

    trial::calm();
    trial::mood.slow = true;
    OperationWizard *running = open("trial-destructive", {{QStringLiteral("name"), name}});
    press(running, "next");
    press(running, "next");
    press(running, "next");
    save(*running, "wizard-4-confirm-destructive");
    QTest::keyClicks(running->findChild<QLineEdit *>(QStringLiteral("confirmWord")), name);
    press(running, "next");
    QTRY_VERIFY(running->findChild<QWidget *>(QStringLiteral("runLog")));
    QTRY_VERIFY_WITH_TIMEOUT(!running->findChild<QLabel *>(QStringLiteral("runElapsed"))->text().isEmpty(), 30000);
    OperationEvent progress{.kind = OperationEvent::Kind::Progress, .operationId = running->runId(), .step = 1};
    progress.doneBytes = 1288490188;
    progress.totalBytes = 3650722201;
    progress.bytesPerSecond = 89128960;
    Q_EMIT m_world.desk.event(progress);
    save(*running, "wizard-5-run");
    press(running, "stop");
    QTRY_VERIFY_WITH_TIMEOUT(running->page() == Page::Result, 20000);
    save(*running, "wizard-6-result-interrupted");
    running->close();

    trial::calm();
    trial::mood.failing = true;
    OperationWizard *failing = open("trial", {{QStringLiteral("name"), name}});
    for (int page = 0; page < 4; ++page)
        press(failing, "next");
    QTRY_VERIFY_WITH_TIMEOUT(failing->page() == Page::Result, 20000);
    save(*failing, "wizard-6-result-failed");
    failing->close();
}

void TestWizardPictures::dialogs()
{
    AddClusterDialog add({QStringLiteral("lab")}, {QStringLiteral("Production")}, m_world.hosts);
    add.show();
    save(add, "add-cluster");
    add.findChild<QLineEdit *>(QStringLiteral("connection"))
        ->setText(QStringLiteral("host=127.0.0.1 port=1 user=postgres"));
    add.findChild<QLineEdit *>(QStringLiteral("clusterName"))->setText(QStringLiteral("lab"));
    add.findChild<QAbstractButton *>(QStringLiteral("findNodes"))->click();
    QTRY_VERIFY(add.findChild<QWidget *>(QStringLiteral("errorMessage")));
    save(add, "add-cluster-error");

    CreateLabDialog lab(m_world.hosts, {QStringLiteral("lab")});
    lab.show();
    save(lab, "create-lab");

    QMainWindow window;
    window.resize(900, 600);
    window.show();
    CommandPalette palette(&window, [] {
        QList<PaletteEntry> entries;
        entries.append({QStringLiteral("Clone a standby…"),
                        QStringLiteral("lab"),
                        {},
                        theme::icon(QStringLiteral("clone")),
                        {},
                        {}});
        entries.append({QStringLiteral("Fail over…"),
                        QStringLiteral("lab"),
                        {},
                        theme::icon(QStringLiteral("failover")),
                        QStringLiteral("The primary n1 answers; a failover is for when it is gone."),
                        {}});
        entries.append({QStringLiteral("Overview"), QStringLiteral("Page"), QStringLiteral("Ctrl+1"), {}, {}, {}});
        entries.append({QStringLiteral("Operations"), QStringLiteral("Page"), QStringLiteral("Ctrl+9"), {}, {}, {}});
        entries.append(
            {QStringLiteral("n1"), QStringLiteral("Node of lab"), {}, theme::healthIcon(Health::Good), {}, {}});
        entries.append(
            {QStringLiteral("n2"), QStringLiteral("Node of lab"), {}, theme::healthIcon(Health::Attention), {}, {}});
        return entries;
    });
    palette.open();
    QTest::keyClicks(palette.focusProxy(), QStringLiteral("o"));
    save(palette, "palette");
}

void TestWizardPictures::operations()
{
    QMainWindow window;
    window.resize(1024, 700);
    auto *page = new OperationsPage(m_world.desk);
    page->setCluster(QStringLiteral("lab"));
    window.setCentralWidget(page);
    auto *dock = new RunningDock(m_world.desk);
    window.addDockWidget(Qt::BottomDockWidgetArea, dock);
    window.show();
    trial::mood.slow = true;
    const QString name = QStringLiteral("o4-%1").arg(QLatin1String(QTest::currentDataTag()));
    OperationWizard *running = open("trial-destructive", {{QStringLiteral("name"), name}});
    for (int step = 0; step < 3; ++step)
        press(running, "next");
    QTest::keyClicks(running->findChild<QLineEdit *>(QStringLiteral("confirmWord")), name);
    press(running, "next");
    QTRY_COMPARE_WITH_TIMEOUT(dock->rowCount(), 1, 10000);
    QTRY_VERIFY_WITH_TIMEOUT(!running->findChild<QLabel *>(QStringLiteral("runElapsed"))->text().isEmpty(), 30000);
    save(window, "operations-running");
    press(running, "stop");
    QTRY_VERIFY_WITH_TIMEOUT(running->page() == Page::Result, 20000);
    QTRY_VERIFY(page->findChild<QAbstractButton *>(QStringLiteral("resumeEntry")));
    save(window, "operations");
    running->close();
    page->setCluster(QStringLiteral("nothing yet"));
    QTRY_VERIFY(page->findChild<QLabel *>(QStringLiteral("noOperations"))->isVisible());
    save(window, "operations-empty");
}

QTEST_MAIN(TestWizardPictures)
#include "test_wizard_pictures.moc"
