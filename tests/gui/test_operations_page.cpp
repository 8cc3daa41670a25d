// The history of operations: order, filter, details, what can be done about one that stopped half-way.
#include "tests/gui/accessible_names.h"
#include "tests/gui/trial_world.h"
#include "ui/pages/operation_details.h"
#include "ui/pages/operations_model.h"
#include "ui/pages/operations_page.h"
#include "ui/theme/theme.h"
#include "ui/wizards/operation_wizard.h"
#include "ui/wizards/save_report.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace howdah;

namespace {

constexpr int patience = 20000;

JournalEntry entryOf(const char *id, OperationState state, const QString &clusterName = QStringLiteral("lab"))
{
    JournalEntry entry{
        .id = QLatin1String(id), .operation = QStringLiteral("trial"), .cluster = clusterName, .state = state};
    entry.systemIdentifier = QStringLiteral("1");
    entry.started = QDateTime(QDate(2026, 11, 20), QTime(10, 0), Qt::UTC);
    entry.ended = state == OperationState::Running ? QDateTime() : entry.started.addMSecs(2500);
    entry.console = QStringLiteral("ann@desk, process 7");
    for (const char *step : {"one", "two <b>bold</b>"}) {
        PlannedStep planned{.id = QLatin1String(step), .title = QLatin1String(step)};
        planned.actions = {trial::command(planned.title, {QStringLiteral("true"), QStringLiteral("%1 $(x)")})};
        entry.plan.steps.append(planned);
        JournalStep journalled{.id = planned.id, .title = planned.title};
        entry.steps.append(journalled);
    }
    entry.steps[0].state = StepState::Done;
    entry.steps[1].state = state == OperationState::Done ? StepState::Done : StepState::Failed;
    return entry;
}

} // namespace

class TestOperationsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::apply(*qApp, theme::Mode::Light); }
    void init() { trial::calm(); }
    void interruptedOnesComeFirst();
    void modelKeepsItsPromises();
    void undoingIsRefusedPastTheReturn_data();
    void undoingIsRefusedPastTheReturn();
    void anEmptyHistorySaysWhatItWillShow();
    void aRunAppearsAndItsRowIsCopied();
    void anInterruptedRunIsResumedFromHere();
    void reportsAreWritten_data();
    void reportsAreWritten();
    void everythingFocusableHasAName();

private:
    void interrupt(const QString &name);
    trial::World m_world;
};

void TestOperationsPage::interruptedOnesComeFirst()
{
    OperationsModel model;
    JournalEntry dead = entryOf("d", OperationState::Running);
    dead.abandoned = true;
    model.setEntries({entryOf("a", OperationState::Done), entryOf("b", OperationState::Interrupted),
                      entryOf("c", OperationState::Running), dead});
    QStringList ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids << model.entry(row).id;
    QCOMPARE(ids.join(u' '), QStringLiteral("b d a c"));
    QCOMPARE(model.index(1, OperationsModel::Outcome).data().toString(), QStringLiteral("Interrupted"));
    QCOMPARE(model.index(2, OperationsModel::Duration).data().toString(), QStringLiteral("2.5 s"));
    QVERIFY(model.index(3, OperationsModel::Duration).data().toString().isEmpty());
}

void TestOperationsPage::modelKeepsItsPromises()
{
    OperationsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setEntries({entryOf("a", OperationState::Done)});
    model.setEntries({entryOf("a", OperationState::Done), entryOf("b", OperationState::Undone)});
    model.setEntries({});
}

void TestOperationsPage::undoingIsRefusedPastTheReturn_data()
{
    QTest::addColumn<bool>("pointOfNoReturn");
    QTest::addColumn<bool>("undoable");
    QTest::newRow("before it") << false << true;
    QTest::newRow("past it") << true << false;
}

void TestOperationsPage::undoingIsRefusedPastTheReturn()
{
    QFETCH(bool, pointOfNoReturn);
    QFETCH(bool, undoable);
    OperationDetails details(m_world.hosts);
    JournalEntry entry = entryOf("x", OperationState::Interrupted);
    entry.plan.steps[1].pointOfNoReturn = pointOfNoReturn;
    details.showEntry(entry);
    details.show();
    auto *undo = details.findChild<QPushButton *>(QStringLiteral("undoEntry"));
    QVERIFY(undo);
    QCOMPARE(undo->isEnabled(), undoable);
    QCOMPARE(undo->toolTip().isEmpty(), undoable);
    const QString sentence = details.findChild<QLabel *>(QStringLiteral("detailsOutcome"))->text();
    QCOMPARE(sentence.contains(QLatin1String("undone")), undoable);
    for (const QLabel *label : details.findChildren<QLabel *>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
}

void TestOperationsPage::anEmptyHistorySaysWhatItWillShow()
{
    OperationsPage page(m_world.desk);
    page.setCluster(QStringLiteral("a cluster without history"));
    page.show();
    auto *sentence = page.findChild<QLabel *>(QStringLiteral("noOperations"));
    QTRY_VERIFY(sentence->isVisible());
    QVERIFY(sentence->text().contains(QLatin1String("a cluster without history")));
}

void TestOperationsPage::aRunAppearsAndItsRowIsCopied()
{
    OperationsPage page(m_world.desk);
    page.setCluster(QStringLiteral("lab"));
    page.resize(1000, 700);
    page.show();
    auto *wizard = new OperationWizard(trial::operation(), trial::snapshot(),
                                       {{QStringLiteral("name"), QStringLiteral("seen")}}, m_world.desk);
    wizard->show();
    auto *next = wizard->findChild<QPushButton *>(QStringLiteral("next"));
    while (wizard->page() != OperationWizard::Page::Run) {
        QTRY_VERIFY_WITH_TIMEOUT(next->isEnabled(), patience);
        next->click();
    }
    QTRY_COMPARE_WITH_TIMEOUT(wizard->page(), OperationWizard::Page::Result, patience);
    wizard->close();
    auto *table = page.findChild<QTableView *>(QStringLiteral("operationsTable"));
    const auto outcome = [table] { return table->model()->index(0, OperationsModel::Outcome).data().toString(); };
    QTRY_COMPARE(outcome(), QStringLiteral("Done"));
    QCOMPARE(table->model()->rowCount(), 1);
    QVERIFY(table->isColumnHidden(OperationsModel::Cluster)); // one cluster's history need not say which
    page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    table->selectRow(0);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
    const QStringList cells = QApplication::clipboard()->text().split(u'\t');
    QCOMPARE(cells.size(), int(OperationsModel::ColumnCount));
    QCOMPARE(cells.at(OperationsModel::Outcome), QStringLiteral("Done"));
    page.setCluster(QStringLiteral("other"));
    QTRY_VERIFY(page.findChild<QLabel *>(QStringLiteral("noOperations"))->isVisible());
}

/// Stopped past its point of no return, as a killed console would leave it.
void TestOperationsPage::interrupt(const QString &name)
{
    trial::mood.slow = true;
    const int ticket =
        m_world.desk.prepare(QStringLiteral("trial-destructive"), trial::cluster(), {{QStringLiteral("name"), name}});
    Preparation prepared;
    const auto connection =
        connect(&m_world.desk, &OperationDesk::prepared, this, [&](int answered, const Preparation &preparation) {
            if (answered == ticket)
                prepared = preparation;
        });
    QTRY_VERIFY_WITH_TIMEOUT(!prepared.id.isEmpty(), patience);
    disconnect(connection);
    bool copying = false, ended = false;
    connect(&m_world.desk, &OperationDesk::event, this,
            [&](const OperationEvent &event) { copying = copying || event.step == 1; });
    connect(&m_world.desk, &OperationDesk::finished, this, [&] { ended = true; });
    m_world.desk.run(prepared, trial::cluster());
    QTRY_VERIFY_WITH_TIMEOUT(copying, patience);
    m_world.desk.stop(prepared.id);
    QTRY_VERIFY_WITH_TIMEOUT(ended, patience);
    disconnect(&m_world.desk, nullptr, this, nullptr);
}

void TestOperationsPage::anInterruptedRunIsResumedFromHere()
{
    interrupt(QStringLiteral("half"));
    if (QTest::currentTestFailed())
        return;
    OperationsPage page(m_world.desk);
    page.setCluster(QStringLiteral("lab"));
    page.resize(1000, 700);
    page.show();
    auto *table = page.findChild<QTableView *>(QStringLiteral("operationsTable"));
    QTRY_VERIFY(table->model()->rowCount() > 0);
    QCOMPARE(table->model()->index(0, OperationsModel::Outcome).data().toString(), QStringLiteral("Interrupted"));
    table->selectRow(0);
    auto *resume = page.findChild<QPushButton *>(QStringLiteral("resumeEntry"));
    QVERIFY(resume && resume->isEnabled());
    QVERIFY(!page.findChild<QPushButton *>(QStringLiteral("undoEntry"))->isEnabled());
    resume->click();
    QTRY_VERIFY(page.findChild<QLineEdit *>(QStringLiteral("resumeWord")));
    QTest::keyClicks(page.findChild<QLineEdit *>(QStringLiteral("resumeWord")), QStringLiteral("half"));
    page.findChild<QPushButton *>(QStringLiteral("resumeNow"))->click();
    OperationWizard *wizard = nullptr;
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (auto *found = qobject_cast<OperationWizard *>(window))
            wizard = found;
    }
    QVERIFY(wizard);
    QCOMPARE(wizard->page(), OperationWizard::Page::Run);
    auto *stop = wizard->findChild<QPushButton *>(QStringLiteral("stop"));
    QTRY_VERIFY(stop->isEnabled());
    stop->click(); // the slow step is part of its plan
    QTRY_COMPARE_WITH_TIMEOUT(wizard->page(), OperationWizard::Page::Result, patience);
    wizard->close();
}

void TestOperationsPage::reportsAreWritten_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("begins");
    QTest::addColumn<bool>("written");
    QTest::newRow("web page") << QStringLiteral("a.html") << QByteArray("<!DOCTYPE html>") << true;
    QTest::newRow("PDF") << QStringLiteral("a.pdf") << QByteArray("%PDF-") << true;
    QTest::newRow("Markdown") << QStringLiteral("a b.MD") << QByteArray("# Clone a standby on lab") << true;
    QTest::newRow("no such directory") << QStringLiteral("gone/a.md") << QByteArray() << false;
}

void TestOperationsPage::reportsAreWritten()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, begins);
    const QTemporaryDir directory;
    const QString path = directory.filePath(name);
    const Result<void> result = writeReport(path, entryOf("a", OperationState::Done), m_world.hosts);
    QTEST(result.ok(), "written");
    QFile file(path);
    QCOMPARE(file.open(QIODevice::ReadOnly), result.ok());
    if (result)
        QVERIFY2(file.readAll().startsWith(begins), qUtf8Printable(path));
    else
        QVERIFY(result.error().message.contains(path));
}

void TestOperationsPage::everythingFocusableHasAName()
{
    OperationsPage page(m_world.desk);
    page.show();
    auto *table = page.findChild<QTableView *>(QStringLiteral("operationsTable"));
    QTRY_VERIFY(table->model()->rowCount() > 0);
    QCOMPARE(widgetsWithoutName(&page).join(u'\n'), QString());
}

QTEST_MAIN(TestOperationsPage)
#include "test_operations_page.moc"
