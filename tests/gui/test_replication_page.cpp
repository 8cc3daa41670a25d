// The tables of replication: raw values behind the words, sorted by them, taken away as text and CSV.
#include "tests/gui/accessible_names.h"
#include "tests/support/sample_snapshots.h"
#include "ui/pages/page_table.h"
#include "ui/pages/replication_page.h"
#include "ui/pages/replication_tables.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QHeaderView>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace howdah;

namespace {

int columnOf(const PageTable &table, const char *title)
{
    for (int column = 0; column < table.model()->columnCount(); ++column) {
        if (table.model()->columns()[column].title == QLatin1String(title))
            return column;
    }
    return -1;
}

QStringList shownKeys(const PageTable &table)
{
    QStringList keys;
    const QAbstractItemModel *shown = table.view()->model();
    for (int row = 0; row < shown->rowCount(); ++row)
        keys.append(table.keyAt(shown->index(row, 0)));
    return keys;
}

} // namespace

class TestReplicationPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::apply(*qApp, theme::Mode::Light); }
    void modelBearsEveryChange();
    void rowsKeepTheirPlace();
    void unknownIsNeverZero();
    void sortsByValueNotByWord();
    void slotsSayWhatTheyKeep();
    void strangersAppearOnlyWhenThere();
    void selectionIsCopied();
    void csvHasRawValues();
    void nodeIsSelectedAndAskedFor();
    void hostileNamesStayText();
    void everythingHasAName();
};

void TestReplicationPage::modelBearsEveryChange()
{
    PageTableModel standbys(replication::standbyColumns());
    PageTableModel slotTable(replication::slotColumns());
    PageTableModel strangers(replication::strangerColumns());
    QAbstractItemModelTester one(&standbys, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QAbstractItemModelTester two(&slotTable, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QAbstractItemModelTester three(&strangers, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QList<samples::Named> turns = samples::all();
    turns.append({"healthy again", samples::healthy()});
    for (const samples::Named &turn : turns) {
        const QList<TableRow> rows = replication::standbyRows(*turn.snapshot);
        standbys.setRows(rows);
        slotTable.setRows(replication::slotRows(*turn.snapshot));
        strangers.setRows(replication::strangerRows(*turn.snapshot));
        QCOMPARE(standbys.rowCount(), rows.size());
        for (int row = 0; row < rows.size(); ++row) {
            QCOMPARE(standbys.index(row, 0).data(PageTableModel::KeyRole).toString(), rows[row].key);
            QCOMPARE(rows[row].cells.size(), standbys.columnCount());
        }
    }
    QList<TableRow> reversed = replication::standbyRows(*samples::eightStandbys());
    standbys.setRows(reversed);
    std::reverse(reversed.begin(), reversed.end());
    standbys.setRows(reversed);
    QCOMPARE(standbys.index(0, 0).data(PageTableModel::KeyRole).toString(), QStringLiteral("db-8"));
    standbys.setRows({});
    QCOMPARE(standbys.rowCount(), 0);
}

void TestReplicationPage::rowsKeepTheirPlace()
{
    PageTableModel model(replication::standbyColumns());
    model.setRows(replication::standbyRows(*samples::healthy()));
    const QPersistentModelIndex third = model.index(1, 0);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setRows(replication::standbyRows(*samples::paused()));
    QVERIFY(third.isValid());
    QCOMPARE(reset.size(), 0);
    QVERIFY(changed.size() >= 1);
    changed.clear();
    model.setRows(replication::standbyRows(*samples::paused()));
    QCOMPARE(model.rowCount(), 2);
}

void TestReplicationPage::unknownIsNeverZero()
{
    const QList<TableRow> rows = replication::standbyRows(*samples::primaryGone());
    QCOMPARE(rows.size(), 2);
    for (const TableCell &cell : rows[0].cells.mid(4, 8)) {
        QCOMPARE(cell.text, QStringLiteral("–"));
        QVERIFY(!cell.raw.isValid());
    }
}

void TestReplicationPage::sortsByValueNotByWord()
{
    ReplicationPage page;
    page.setSnapshot(samples::eightStandbys());
    PageTable &table = *page.standbys();
    QCOMPARE(shownKeys(table).first(), QStringLiteral("db-1"));
    table.view()->sortByColumn(columnOf(table, "To replay"), Qt::DescendingOrder);
    QCOMPARE(shownKeys(table), (QStringList{QStringLiteral("db-8"), QStringLiteral("db-7"), QStringLiteral("db-6"),
                                            QStringLiteral("db-5"), QStringLiteral("db-4"), QStringLiteral("db-3"),
                                            QStringLiteral("db-2"), QStringLiteral("db-1")}));
}

void TestReplicationPage::slotsSayWhatTheyKeep()
{
    auto changed = std::make_shared<ClusterSnapshot>(*samples::healthy());
    auto sample = std::make_shared<NodeSample>(*changed->nodes[0].sample);
    SlotSample lost;
    lost.name = QStringLiteral("old");
    lost.type = QStringLiteral("physical");
    lost.walStatus = QStringLiteral("lost");
    sample->replicationSlots.append(lost);
    changed->nodes[0].sample = sample;
    const QList<TableRow> rows = replication::slotRows(*changed);
    QCOMPARE(rows.size(), 3);
    const TableRow &row = rows.last();
    QCOMPARE(row.cells[4].health.value(), Health::Critical);
    QVERIFY(row.cells[5].toolTip.contains(QStringLiteral("cloned again")));
    QCOMPARE(row.cells[6].text, QStringLiteral("–"));
}

void TestReplicationPage::strangersAppearOnlyWhenThere()
{
    ReplicationPage page;
    page.setSnapshot(samples::healthy());
    QVERIFY(page.strangers()->isHidden());
    page.setSnapshot(samples::cascade());
    QVERIFY(!page.strangers()->isHidden());
    QCOMPARE(page.strangers()->model()->rowCount(), 1);
}

void TestReplicationPage::selectionIsCopied()
{
    ReplicationPage page;
    page.resize(1000, 600);
    page.setSnapshot(samples::paused());
    page.show();
    PageTable &table = *page.standbys();
    QCOMPARE(table.selectedText().count(QLatin1Char('\n')), 2); // nothing selected: everything
    table.view()->selectRow(1);
    table.view()->setFocus();
    QTest::keySequence(table.view(), QKeySequence::Copy);
    const QString copied = QGuiApplication::clipboard()->text();
    QCOMPARE(copied.count(QLatin1Char('\n')), 1);
    QVERIFY(copied.contains(QStringLiteral("n3\treplay paused\tasync\tn1\t34 MB")));
}

void TestReplicationPage::csvHasRawValues()
{
    ReplicationPage page;
    page.setSnapshot(samples::paused());
    const QString csv = QString::fromUtf8(page.standbys()->toCsv());
    QVERIFY(csv.startsWith(QStringLiteral("Standby,State,Sync,Upstream,To replay (bytes),Replay lag (ms)")));
    QVERIFY(csv.contains(QStringLiteral("n3,replay paused,async,n1,35951584,252000")));
    page.setSnapshot(samples::hostileNames());
    QVERIFY(page.standbys()->toCsv().contains("\"standby <b>bold</b> & \"\"quoted\"\" 'name'; $(reboot)\""));
}

void TestReplicationPage::nodeIsSelectedAndAskedFor()
{
    ReplicationPage page;
    page.resize(1000, 600);
    page.setSnapshot(samples::healthy());
    page.show();
    QSignalSpy selected(&page, &Page::nodeSelected);
    page.selectNode(QStringLiteral("n3"));
    QCOMPARE(selected.value(0).value(0).toString(), QStringLiteral("n3"));
    QSignalSpy menu(&page, &Page::nodeMenuRequested);
    const QTableView *view = page.standbys()->view();
    Q_EMIT page.standbys()->view()->customContextMenuRequested(view->visualRect(view->model()->index(0, 1)).center());
    QCOMPARE(menu.value(0).value(0).toString(), QStringLiteral("n2"));
}

void TestReplicationPage::hostileNamesStayText()
{
    PageTableModel model(replication::standbyColumns());
    model.setRows(replication::standbyRows(*samples::hostileNames()));
    QVERIFY(model.index(0, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("&lt;b&gt;bold")));
    QVERIFY(model.index(0, 0).data().toString().contains(QStringLiteral("<b>bold")));
}

void TestReplicationPage::everythingHasAName()
{
    ReplicationPage page;
    page.setSnapshot(samples::cascade());
    QCOMPARE(widgetsWithoutName(&page), QStringList());
}

QTEST_MAIN(TestReplicationPage)
#include "test_replication_page.moc"
