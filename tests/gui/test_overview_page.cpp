// The cluster at a glance: header, operations, findings, picture.
#include "tests/gui/accessible_names.h"
#include "tests/support/sample_snapshots.h"
#include "ui/charts/lag_chart.h"
#include "ui/pages/overview_facts.h"
#include "ui/pages/overview_finding_row.h"
#include "ui/pages/overview_page.h"
#include "ui/pages/page_operation_bar.h"
#include "ui/theme/theme.h"
#include "ui/topology/topology_view.h"

#include <QClipboard>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace howdah;

namespace {

QList<OperationOffer> offersOf(int count)
{
    QList<OperationOffer> offers;
    for (int number = 0; number < count; ++number)
        offers.append({.id = QStringLiteral("operation-%1").arg(number),
                       .title = QStringLiteral("Operation number %1").arg(number),
                       .summary = QStringLiteral("Does it."),
                       .icon = QStringLiteral("clone"),
                       .destructive = false,
                       .impossible = number == 1 ? QStringLiteral("Not <now>.") : QString(),
                       .arguments = {}});
    return offers;
}

} // namespace

class TestOverviewPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::apply(*qApp, theme::Mode::Light); }
    void factsOfTheCluster();
    void identifierIsCopied();
    void buttonsGiveWayToTheMenu_data();
    void buttonsGiveWayToTheMenu();
    void whatCannotBeDoneSaysWhy();
    void nodeMenuFitsTheNode();
    void findingOffersItsRemedy();
    void unfoldedStaysUnfolded();
    void theSameFindingTwiceHasTwoRows();
    void manyFindingsComeAFewAtATime();
    void calmClusterSaysSo();
    void everySampleIsShown_data();
    void everySampleIsShown();
    void nothingIsCutAt1024();
};

void TestOverviewPage::factsOfTheCluster()
{
    QCOMPARE(
        clusterFacts(*samples::healthy()),
        (QStringList{QStringLiteral("3 nodes"), QStringLiteral("PostgreSQL 15.20"), QStringLiteral("timeline 1")}));
    QCOMPARE(clusterFacts(*samples::lone()).first(), QStringLiteral("1 node"));
    QCOMPARE(clusterFacts(ClusterSnapshot()), QStringList{QStringLiteral("0 nodes")});
    QCOMPARE(shortIdentifier(QStringLiteral("7318442910458812442")), QStringLiteral("7318…442"));
    QCOMPARE(shortIdentifier(QStringLiteral("7318")), QStringLiteral("7318"));
}

void TestOverviewPage::identifierIsCopied()
{
    OverviewPage page(nullptr);
    page.setSnapshot(samples::healthy());
    QSignalSpy said(&page, &Page::said);
    for (QToolButton *button : page.findChildren<QToolButton *>()) {
        if (button->text() == QLatin1String("7318…442") || button->text().startsWith(QLatin1String("7318")))
            button->click();
    }
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("7318442910458812442"));
    QCOMPARE(said.size(), 1);
}

void TestOverviewPage::buttonsGiveWayToTheMenu_data()
{
    QTest::addColumn<int>("width");
    for (const int width : {80, 300, 500, 900, 3000})
        QTest::addRow("%d", width) << width;
}

void TestOverviewPage::buttonsGiveWayToTheMenu()
{
    QFETCH(int, width);
    OperationBar bar;
    bar.setOffers(offersOf(9));
    bar.resize(width, 40);
    bar.show();
    int shown = 0;
    for (const QPushButton *button : bar.findChildren<QPushButton *>()) {
        if (button->isHidden())
            continue;
        ++shown;
        QVERIFY(button->geometry().right() <= width);
        QVERIFY(button->width() >= button->sizeHint().width());
    }
    const auto *more = bar.findChild<QToolButton *>();
    QCOMPARE(more->isHidden(), shown == 9);
    QCOMPARE(more->menu()->actions().size(), 9 - shown);
    if (shown < 9)
        QVERIFY(more->geometry().right() <= std::max(width, more->width()));
}

void TestOverviewPage::whatCannotBeDoneSaysWhy()
{
    OperationBar bar;
    bar.setOffers(offersOf(3));
    bar.resize(3000, 40);
    const QList<QPushButton *> buttons = bar.findChildren<QPushButton *>();
    QVERIFY(!buttons[1]->isEnabled());
    QCOMPARE(buttons[1]->toolTip(), QStringLiteral("<qt>Not &lt;now&gt;.</qt>"));
    QVERIFY(buttons[0]->isEnabled());
    QSignalSpy requested(&bar, &OperationBar::operationRequested);
    buttons[2]->click();
    QCOMPARE(requested.value(0).value(0).toString(), QStringLiteral("operation-2"));
}

void TestOverviewPage::nodeMenuFitsTheNode()
{
    const ClusterSnapshotPtr snapshot = samples::healthy();
    QVERIFY(operationOffers(*snapshot).size() >= 6);
    const auto find = [&](const QString &node, const char *operation) {
        for (const OperationOffer &offer : operationOffers(*snapshot, node)) {
            if (offer.id == QLatin1String(operation))
                return offer;
        }
        return OperationOffer();
    };
    QVERIFY(find(QStringLiteral("n2"), "pause-replay").impossible.isEmpty());
    QVERIFY(find(QStringLiteral("n2"), "pause-replay").arguments.values().contains(QStringLiteral("n2")));
    QVERIFY(find(QStringLiteral("n1"), "pause-replay").impossible.contains(QStringLiteral("n1")));
    QVERIFY(operationOffers(*snapshot, QStringLiteral("nobody")).isEmpty());
}

void TestOverviewPage::findingOffersItsRemedy()
{
    OverviewPage page(nullptr);
    page.setSnapshot(samples::paused());
    QSignalSpy requested(&page, &Page::operationRequested);
    const QList<FindingRow *> rows = page.findChildren<FindingRow *>();
    QCOMPARE(rows.size(), 2);
    rows[0]->findChild<QPushButton *>()->click();
    QCOMPARE(requested.value(0).value(0).toString(), QStringLiteral("resume-replay"));
    QCOMPARE(requested.value(0).value(1).value<Arguments>().value(QStringLiteral("node")), QStringLiteral("n3"));
    QVERIFY(rows[1]->findChild<QPushButton *>()->isHidden());
}

void TestOverviewPage::unfoldedStaysUnfolded()
{
    OverviewPage page(nullptr);
    page.setSnapshot(samples::paused());
    FindingRow *row = page.findChildren<FindingRow *>().first();
    row->findChild<QToolButton *>()->click();
    page.setSnapshot(samples::later(samples::paused(), 1));
    QVERIFY(page.findChildren<FindingRow *>().contains(row));
    QVERIFY(row->findChild<QToolButton *>()->isChecked());
    page.setSnapshot(samples::healthy());
    QTRY_COMPARE(page.findChildren<FindingRow *>().size(), 0);
}

void TestOverviewPage::theSameFindingTwiceHasTwoRows()
{
    // Two slots on one node that nobody reads: one id, one node, two findings.
    auto twice = std::make_shared<ClusterSnapshot>(*samples::paused());
    twice->findings.append(twice->findings.first());
    OverviewPage page(nullptr);
    for (int round = 0; round < 3; ++round) {
        page.setSnapshot(twice);
        QTRY_COMPARE(page.findChildren<FindingRow *>().size(), twice->findings.size());
        page.setSnapshot(samples::paused());
        QTRY_COMPARE(page.findChildren<FindingRow *>().size(), samples::paused()->findings.size());
        page.setSnapshot(twice);
        page.setSnapshot(twice);
    }
    page.setSnapshot(samples::healthy());
    QTRY_COMPARE(page.findChildren<FindingRow *>().size(), 0);
}

void TestOverviewPage::manyFindingsComeAFewAtATime()
{
    auto many = std::make_shared<ClusterSnapshot>(*samples::healthy());
    for (int number = 0; number < 25; ++number)
        many->findings.append(
            {.id = QStringLiteral("trial"), .node = QString::number(number), .text = QString::number(number)});
    OverviewPage page(nullptr);
    page.setSnapshot(many);
    QVERIFY(page.findChildren<FindingRow *>().size() < many->findings.size());
    page.setSnapshot(samples::later(many, 1)); // while they are still being made
    QTRY_COMPARE(page.findChildren<FindingRow *>().size(), many->findings.size());
    page.resize(800, 600);
    page.show();
    QList<FindingRow *> rows = page.findChildren<FindingRow *>();
    std::sort(rows.begin(), rows.end(), [](const QWidget *one, const QWidget *other) { return one->y() < other->y(); });
    for (int number = 0; number < rows.size(); ++number)
        QCOMPARE(rows[number]->finding().node, QString::number(number));
}

void TestOverviewPage::calmClusterSaysSo()
{
    OverviewPage page(nullptr);
    page.resize(1000, 700);
    page.setSnapshot(samples::healthy());
    page.show();
    bool said = false;
    for (const QLabel *label : page.findChildren<QLabel *>())
        said = said || (label->isVisible() && label->text().startsWith(QStringLiteral("Nothing.")));
    QVERIFY(said);
}

void TestOverviewPage::everySampleIsShown_data()
{
    QTest::addColumn<ClusterSnapshotPtr>("snapshot");
    for (const samples::Named &sample : samples::all())
        QTest::newRow(sample.name) << sample.snapshot;
}

void TestOverviewPage::everySampleIsShown()
{
    QFETCH(ClusterSnapshotPtr, snapshot);
    OverviewPage page(nullptr);
    page.resize(800, 600);
    page.setSnapshot(snapshot);
    page.show();
    QCOMPARE(page.findChildren<FindingRow *>().size(), snapshot->findings.size());
    QCOMPARE(widgetsWithoutName(&page), QStringList());
    QVERIFY(!page.grab().isNull());
}

void TestOverviewPage::nothingIsCutAt1024()
{
    OverviewPage page(nullptr);
    page.resize(792, 610); // what a window of 1024 by 700 leaves
    page.setSnapshot(samples::paused());
    page.show();
    QApplication::processEvents();
    for (const QAbstractButton *button : page.findChildren<QAbstractButton *>()) {
        if (!button->isVisible())
            continue;
        QVERIFY2(button->width() >= button->minimumSizeHint().width(), qPrintable(button->accessibleName()));
        const QRect inParent = button->geometry();
        QVERIFY2(button->parentWidget()->rect().contains(inParent), qPrintable(button->accessibleName()));
        QVERIFY2(page.rect().contains(QRect(button->mapTo(&page, QPoint()), button->size())),
                 qPrintable(button->accessibleName()));
    }
    for (const FindingRow *row : page.findChildren<FindingRow *>())
        QVERIFY(row->visibleRegion().boundingRect().width() >= row->width());
}

QTEST_MAIN(TestOverviewPage)
#include "test_overview_page.moc"
