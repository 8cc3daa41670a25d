// The time machine: what was found in the WAL, on a time axis and in a table, and the way back from it.
#include "tests/gui/accessible_names.h"
#include "tests/gui/live_window.h"
#include "tests/gui/sample_past.h"
#include "ui/pages/page_table.h"
#include "ui/pages/past_axis.h"
#include "ui/pages/past_filter.h"
#include "ui/pages/past_table.h"
#include "ui/pages/rows_dialog.h"
#include "ui/pages/time_machine_page.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace howdah;
using namespace howdah::test;

namespace {

constexpr int patience = 30000;

/// A page that is shown what the test made up.
struct Shown
{
    explicit Shown(const PastViewPtr &view)
    {
        environment.hosts = &hosts;
        page.resize(1200, 800);
        page.showPast(view);
        page.show();
    }
    template <typename Widget = QPushButton> Widget *child(const char *name) const
    {
        return page.findChild<Widget *>(QLatin1String(name));
    }
    void select(const QString &xid)
    {
        const QAbstractItemModel *shown = page.table()->view()->model();
        for (int row = 0; row < shown->rowCount(); ++row)
            if (shown->index(row, 1).data().toString() == xid)
                page.table()->view()->selectRow(row);
    }

    Hosts hosts;
    Environment environment;
    TimeMachinePage page{environment};
};

} // namespace

class TestTimeMachinePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::apply(*qApp, theme::Mode::Light); }
    void rowsKeepTheModelsPromises();
    void theNewestStandsFirst();
    void recoveryBeginsAtTheChosenOne_data();
    void recoveryBeginsAtTheChosenOne();
    void whatCannotBeReachedSaysWhy_data();
    void whatCannotBeReachedSaysWhy();
    void whatIsMissingIsOffered_data();
    void whatIsMissingIsOffered();
    void theAxisTellsWhatLiesThere();
    void theAxisBeginsWhereThereIsSomething();
    void theNewestIsChosenOnceAllAreThere();
    void aClickOnTheAxisChooses();
    void marksOnTheAxisAreChosen_data();
    void marksOnTheAxisAreChosen();
    void rowsThatDifferAreAskedFor_data();
    void rowsThatDifferAreAskedFor();
    void theFilterIsReadFromItsFields();
    void anErrorIsShownWhereItHappened();
    void itFitsIntoASmallWindow();
    void everythingFocusableHasAName();
    void aDeleteIsFoundOnALiveCluster();
};

void TestTimeMachinePage::rowsKeepTheModelsPromises()
{
    PageTableModel model(past::columns());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto whole = samples::past();
    PastView part = *whole;
    part.newest = whole->newest.mid(0, 50);
    for (const PastView &view : {part, *whole, part, PastView()}) {
        const QList<TableRow> rows = past::rows(view);
        model.setRows(rows);
        QCOMPARE(model.rowCount(), rows.size());
        for (const TableRow &row : rows)
            QCOMPARE(row.cells.size(), model.columnCount());
    }
}

void TestTimeMachinePage::theNewestStandsFirst()
{
    const QList<TableRow> rows = past::rows(*samples::past());
    QCOMPARE(rows.first().cells.at(1).text, QStringLiteral("9399"));
    QCOMPARE(rows.last().cells.at(1).text, QStringLiteral("9000"));
    QCOMPARE(rows.at(9).cells.at(2).text, QStringLiteral("public.orders, file 16999 (dropped)"));
    QCOMPARE(rows.at(28).cells.at(5).raw.toLongLong(), 48211);
    QCOMPARE(past::deedOf(samples::past()->newest.at(371)),
             QLocale().toString(48211) + QStringLiteral(" deleted in public.customers"));
}

void TestTimeMachinePage::recoveryBeginsAtTheChosenOne_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<QString>("argument");
    QTest::newRow("just before") << QStringLiteral("recoverBefore") << QStringLiteral("before-transaction");
    QTest::newRow("just after") << QStringLiteral("recoverAfter") << QStringLiteral("after-transaction");
}

void TestTimeMachinePage::recoveryBeginsAtTheChosenOne()
{
    QFETCH(QString, button);
    QFETCH(QString, argument);
    Shown shown(samples::past());
    QSignalSpy wished(&shown.page, &Page::operationRequested);
    shown.select(QStringLiteral("9371"));
    QVERIFY(shown.child<QLabel>("pastDeed")->text().contains(QLatin1String("9371")));
    QVERIFY2(shown.child<QLabel>("pastWay")->text().contains(QLatin1String("nightly-20")),
             qPrintable(shown.child<QLabel>("pastWay")->text()));
    QTest::mouseClick(shown.page.findChild<QPushButton *>(button), Qt::LeftButton);
    QCOMPARE(wished.size(), 1);
    QCOMPARE(wished.first().at(0).toString(), QStringLiteral("recover"));
    QCOMPARE(wished.first().at(1).value<Arguments>(), (Arguments{{argument, QStringLiteral("9371")}}));
}

void TestTimeMachinePage::whatCannotBeReachedSaysWhy_data()
{
    QTest::addColumn<QString>("xid");
    QTest::addColumn<QString>("why");
    QTest::newRow("before the first backup")
        << QStringLiteral("9010") << QStringLiteral("base backup that ended before");
    QTest::newRow("behind a hole") << QStringLiteral("9180") << QStringLiteral("is missing in the archive");
}

void TestTimeMachinePage::whatCannotBeReachedSaysWhy()
{
    QFETCH(QString, xid);
    QFETCH(QString, why);
    Shown shown(samples::past());
    shown.select(xid);
    QVERIFY2(shown.child<QLabel>("pastWay")->text().contains(why), qPrintable(shown.child<QLabel>("pastWay")->text()));
    for (const char *name : {"recoverBefore", "recoverAfter"}) {
        QVERIFY(!shown.child(name)->isEnabled());
        QVERIFY(!shown.child(name)->toolTip().isEmpty());
    }
}

void TestTimeMachinePage::whatIsMissingIsOffered_data()
{
    QTest::addColumn<bool>("archives");
    QTest::addColumn<QString>("operation");
    QTest::newRow("no archive") << false << QStringLiteral("set-archiving");
    QTest::newRow("no backup") << true << QStringLiteral("backup");
}

void TestTimeMachinePage::whatIsMissingIsOffered()
{
    QFETCH(bool, archives);
    QFETCH(QString, operation);
    const auto machine = samples::pastMachine();
    machine->archives = archives;
    machine->archive = archives ? machine->archive : QString();
    machine->material.backups.clear();
    const auto view = samples::past();
    view->machine = machine;
    Shown shown(view);
    QSignalSpy wished(&shown.page, &Page::operationRequested);
    QVERIFY(shown.child("pastRemedy")->isVisible());
    QTest::mouseClick(shown.child("pastRemedy"), Qt::LeftButton);
    QCOMPARE(wished.size(), 1);
    QCOMPARE(wished.first().at(0).toString(), operation);
    QVERIFY(findOperation(operation));
    QVERIFY(!shown.child("recoverBefore")->isEnabled());
}

void TestTimeMachinePage::theAxisTellsWhatLiesThere()
{
    PastAxis axis;
    axis.resize(1000, 150);
    const auto view = samples::past();
    axis.setPast(view);
    const auto said = [&axis](const QDateTime &at) {
        return axis.wordsAt(at.toMSecsSinceEpoch()).join(QLatin1Char('\n'));
    };
    const QList<BaseBackup> backups = view->machine->material.backups;
    QVERIFY(said(backups.last().stoppedAt).contains(QLatin1String("nightly-20")));
    QVERIFY(said(samples::pastNow().addSecs(-(98 - 32) * 900 - 600)).contains(QLatin1String("6 segments are missing")));
    QVERIFY(said(backups.first().stoppedAt.addSecs(-3600)).contains(QLatin1String("Not recoverable")));
    QVERIFY(said(backups.last().stoppedAt.addSecs(-3600)).contains(QLatin1String("behind a hole")));
    QVERIFY(!said(backups.first().stoppedAt.addSecs(3600)).contains(QLatin1String("Not recoverable")));
    QVERIFY(!said(backups.last().stoppedAt.addSecs(3600)).contains(QLatin1String("Not recoverable")));
}

void TestTimeMachinePage::theAxisBeginsWhereThereIsSomething()
{
    auto view = std::make_shared<PastView>();
    view->madeAt = samples::pastNow();
    view->filter.since = samples::pastNow().addDays(-7);
    view->density.add(samples::pastNow().addSecs(-3600));
    PastAxis axis;
    axis.setPast(view);
    QVERIFY(axis.fromMs() > samples::pastNow().addSecs(-2 * 3600).toMSecsSinceEpoch());
    view->filter.since = samples::pastNow().addSecs(-600);
    axis.setPast(view);
    QVERIFY(axis.fromMs() > samples::pastNow().addSecs(-700).toMSecsSinceEpoch());
}

void TestTimeMachinePage::theNewestIsChosenOnceAllAreThere()
{
    const auto view = samples::past();
    auto part = std::make_shared<PastView>(*view);
    part->newest = view->newest.mid(0, 10);
    part->finished = false;
    Shown shown(part);
    QVERIFY(shown.child<QLabel>("pastDeed")->text().isEmpty());
    shown.page.showPast(view);
    QVERIFY(shown.child<QLabel>("pastDeed")->text().contains(QLatin1String("9399")));
}

void TestTimeMachinePage::aClickOnTheAxisChooses()
{
    Shown shown(samples::past());
    const NamedTransaction damage = samples::past()->newest.at(371);
    Q_EMIT shown.page.axis()->momentPicked(damage.at.addSecs(20));
    QVERIFY(shown.child<QLabel>("pastDeed")->text().contains(QLatin1String("9371")));
}

void TestTimeMachinePage::marksOnTheAxisAreChosen_data()
{
    QTest::addColumn<QString>("mark");
    QTest::addColumn<QString>("deed");
    QTest::addColumn<Arguments>("arguments");
    QTest::newRow("restore point") << QStringLiteral("lunch") << QStringLiteral("Restore point “lunch”")
                                   << Arguments{{QStringLiteral("name"), QStringLiteral("lunch")}};
    QTest::newRow("end of a timeline that was left") << QString() << QStringLiteral("The end of timeline 1")
                                                     << Arguments{{QStringLiteral("timeline"), QStringLiteral("1")}};
}

void TestTimeMachinePage::marksOnTheAxisAreChosen()
{
    QFETCH(QString, mark);
    QFETCH(QString, deed);
    QFETCH(Arguments, arguments);
    Shown shown(samples::forkedPast());
    QVERIFY(QTest::qWaitForWindowExposed(&shown.page));
    PastAxis *axis = shown.page.axis();
    const std::optional<QPointF> place = mark.isEmpty() ? axis->placeOfEnd(1) : axis->placeOfRestorePoint(mark);
    QVERIFY(place);
    QVERIFY(!axis->placeOfEnd(2));
    QTest::mouseClick(axis, Qt::LeftButton, {}, place->toPoint());
    QVERIFY2(shown.child<QLabel>("pastDeed")->text().startsWith(deed), qPrintable(shown.child<QLabel>("pastDeed")->text()));
    QSignalSpy asked(&shown.page, &Page::operationRequested);
    QVERIFY2(shown.child("recoverBefore")->isEnabled(), qPrintable(shown.child<QLabel>("pastWay")->text()));
    QVERIFY(!shown.child("recoverAfter")->isVisible());
    shown.child("recoverBefore")->click();
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().at(0).toString(), QStringLiteral("recover"));
    QCOMPARE(asked.first().at(1).value<Arguments>(), arguments);
}

void TestTimeMachinePage::rowsThatDifferAreAskedFor_data()
{
    QTest::addColumn<QStringList>("keys"); // chosen rows; none: all
    QTest::addColumn<Arguments>("arguments");
    const Arguments both{{QStringLiteral("beside"), QStringLiteral("n1")},
                         {QStringLiteral("from"), QStringLiteral("/srv/pg/recovered-20261120-081545")},
                         {QStringLiteral("tables"), QStringLiteral("public.customers")},
                         {QStringLiteral("rows"), QStringLiteral("both")}};
    QTest::newRow("all") << QStringList() << both;
    Arguments chosen = both;
    chosen.insert(QStringLiteral("rows"), QStringLiteral("missing"));
    chosen.insert(QStringLiteral("where"), QStringLiteral("\"id\" IN ('4711', '4713')"));
    QTest::newRow("two of them") << QStringList{QStringLiteral("id = 4711"), QStringLiteral("id = 4713")} << chosen;
}

void TestTimeMachinePage::rowsThatDifferAreAskedFor()
{
    QFETCH(QStringList, keys);
    QFETCH(Arguments, arguments);
    const Environment environment;
    auto snapshot = std::make_shared<ClusterSnapshot>();
    snapshot->definition.name = QStringLiteral("lab");
    RowsDialog dialog(environment, snapshot);
    dialog.showDifferences(samples::differences());
    dialog.show();
    QCOMPARE(widgetsWithoutName(&dialog), QStringList());
    QTableView *view = dialog.table()->view();
    for (int row = 0; row < view->model()->rowCount(); ++row)
        if (keys.contains(view->model()->index(row, 2).data().toString()))
            view->selectionModel()->select(view->model()->index(row, 0),
                                           QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QSignalSpy asked(&dialog, &RowsDialog::operationRequested);
    auto *button = dialog.findChild<QPushButton *>(keys.isEmpty() ? QStringLiteral("rowsBringAll")
                                                                  : QStringLiteral("rowsBringChosen"));
    QVERIFY(button->isEnabled());
    button->click();
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().at(0).toString(), QStringLiteral("bring-rows-back"));
    QCOMPARE(asked.first().at(1).value<Arguments>(), arguments);
}

void TestTimeMachinePage::theFilterIsReadFromItsFields()
{
    PastFilter filter;
    QSignalSpy changed(&filter, &PastFilter::changed);
    QVERIFY(!filter.isNarrow());
    QTest::keyClicks(filter.findChild<QLineEdit *>(QStringLiteral("pastTable")), QStringLiteral("users"));
    filter.findChild<QComboBox *>(QStringLiteral("pastKind"))->setCurrentIndex(3);
    filter.findChild<QComboBox *>(QStringLiteral("pastTime"))->setCurrentIndex(0);
    QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, patience); // once, when the typing is over
    const TransactionFilter wanted = filter.filter(samples::pastNow());
    QCOMPARE(wanted.table, QStringLiteral("users"));
    QCOMPARE(wanted.kind, std::optional(ChangeKind::Delete));
    QCOMPARE(wanted.since, samples::pastNow().addSecs(-3600));
    QVERIFY(filter.isNarrow());
}

void TestTimeMachinePage::anErrorIsShownWhereItHappened()
{
    auto view = std::make_shared<PastView>();
    view->finished = true;
    view->error = Error{.code = ErrorCode::NotFound, .message = QStringLiteral("No node <b>answers</b>.")};
    const Shown shown(view);
    bool told = false;
    for (const QLabel *label : shown.page.findChildren<QLabel *>())
        told = told || (label->isVisible() && label->text().contains(view->error->message));
    QVERIFY(told);
    QVERIFY(!shown.child("recoverBefore")->isEnabled());
}

void TestTimeMachinePage::itFitsIntoASmallWindow()
{
    constexpr int besideTheClusters = 760; // of a window of 1024
    const Shown shown(samples::past());
    QVERIFY2(shown.page.minimumSizeHint().width() <= besideTheClusters,
             QByteArray::number(shown.page.minimumSizeHint().width()).constData());
}

void TestTimeMachinePage::everythingFocusableHasAName()
{
    const Shown shown(samples::past());
    QCOMPARE(widgetsWithoutName(&shown.page), QStringList());
}

void TestTimeMachinePage::aDeleteIsFoundOnALiveCluster()
{
    const auto lab = LiveLab::make({.standbys = 0, .archive = true});
    QVERIFY(lab);
    lab->sql(QStringLiteral("n1"), QStringLiteral("CREATE TABLE t AS SELECT g FROM generate_series(1, 1000) g"));
    lab->sql(QStringLiteral("n1"), QStringLiteral("DELETE FROM t WHERE g < 500"));
    LiveWindow window(*lab);
    const Environment environment{.hosts = &lab->hosts(), .registry = ClusterRegistry()};
    TimeMachinePage page(environment);
    page.resize(1200, 800);
    page.show();
    page.setSnapshot(window.look());
    page.findChild<QComboBox *>(QStringLiteral("pastKind"))->setCurrentIndex(3);
    const QAbstractItemModel *shown = page.table()->view()->model();
    QTRY_COMPARE_WITH_TIMEOUT(shown->rowCount(), 1, patience);
    QCOMPARE(shown->index(0, 5).data(PageTableModel::SortRole).toLongLong(), 499);
    QCOMPARE(shown->index(0, 2).data().toString(), QStringLiteral("public.t"));
    auto *before = page.findChild<QPushButton *>(QStringLiteral("recoverBefore"));
    QVERIFY2(!before->isEnabled(), "there is no backup yet");
    QVERIFY(page.findChild<QPushButton *>(QStringLiteral("pastRemedy"))->isVisible());
}

QTEST_MAIN(TestTimeMachinePage)
#include "test_time_machine_page.moc"
