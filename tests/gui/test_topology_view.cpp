// The picture of a cluster under mouse and keyboard.
#include "tests/support/sample_snapshots.h"
#include "ui/theme/theme.h"
#include "ui/topology/lag_text.h"
#include "ui/topology/topology_view.h"

#include <QContextMenuEvent>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace howdah;

class TestTopologyView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::apply(*qApp, theme::Mode::Light); }
    void everyNodeIsDrawn_data();
    void everyNodeIsDrawn();
    void wordsOfThePicture();
    void walRateOfThePrimary();
    void lagIsNeverMadeUp();
    void clickSelects();
    void keysSelect();
    void menuBelongsToANode();
    void selectionLeavesWithTheCluster();
    void pictureIsTakenAway();
};

void TestTopologyView::everyNodeIsDrawn_data()
{
    QTest::addColumn<ClusterSnapshotPtr>("snapshot");
    for (const samples::Named &sample : samples::all())
        QTest::newRow(sample.name) << sample.snapshot;
}

void TestTopologyView::everyNodeIsDrawn()
{
    QFETCH(ClusterSnapshotPtr, snapshot);
    TopologyView view;
    view.resize(480, 300);
    view.setSnapshot(snapshot);
    for (const NodeState &node : snapshot->nodes) {
        QVERIFY2(QRectF(view.rect()).contains(view.nodeRect(node.name())), qPrintable(node.name()));
        QVERIFY2(view.accessibleDescription().contains(node.name()), qPrintable(node.name()));
    }
    QVERIFY(!view.toImage(1.5).isNull());
}

void TestTopologyView::wordsOfThePicture()
{
    const QList<TopologyBox> boxes = topologyBoxes(*samples::cascade(), 1'048'576.0);
    QCOMPARE(boxes.size(), 6);
    QCOMPARE(boxes[0].beside, QStringLiteral("1024 kB/s of WAL"));
    QCOMPARE(boxes[1].role, QStringLiteral("Standby, sync"));
    QCOMPARE(boxes[3].parent, QStringLiteral("lisbon-1"));
    QVERIFY(boxes[4].lag.startsWith(QStringLiteral("1250 MB")));
    QVERIFY(boxes[5].stranger);
    QCOMPARE(boxes[5].name, QStringLiteral("pg_receivewal"));

    const QList<TopologyBox> gone = topologyBoxes(*samples::primaryGone(), {});
    QVERIFY(!gone[0].answers);
    QCOMPARE(gone[0].role, QStringLiteral("Was primary"));
    QVERIFY(!gone[1].streaming);
    QCOMPARE(gone[1].lag, QStringLiteral("lag unknown"));
}

void TestTopologyView::walRateOfThePrimary()
{
    WalRate rate;
    const ClusterSnapshotPtr first = samples::healthy();
    rate.add(*first);
    QVERIFY(!rate.bytesPerSecond());
    rate.add(*first); // the same sample again says nothing
    QVERIFY(!rate.bytesPerSecond());
    rate.add(*samples::later(first, 2));
    QCOMPARE(rate.bytesPerSecond().value(), 1'240'000.0);
    rate.add(*samples::primaryGone());
    QVERIFY(!rate.bytesPerSecond());
}

void TestTopologyView::lagIsNeverMadeUp()
{
    QCOMPARE(lagText(Lag{}), QStringLiteral("lag unknown"));
    QCOMPARE(lagText(Lag{.replayBytes = 0, .replayMs = 0}), QStringLiteral("0 bytes"));
    QCOMPARE(lagText(Lag{.replayBytes = 20 * 1024 * 1024}), QStringLiteral("20 MB"));
    QCOMPARE(lagText(Lag{.replayMs = 3}), QStringLiteral("3 ms"));
}

void TestTopologyView::clickSelects()
{
    TopologyView view;
    view.resize(760, 340);
    view.setSnapshot(samples::healthy());
    QSignalSpy selected(&view, &TopologyView::nodeSelected);
    QTest::mouseClick(&view, Qt::LeftButton, {}, view.nodeRect(QStringLiteral("n2")).center().toPoint());
    QCOMPARE(view.selectedNode(), QStringLiteral("n2"));
    QVERIFY(view.accessibleName().contains(QStringLiteral("n2")));
    QTest::mouseClick(&view, Qt::LeftButton, {}, QPoint(2, 2));
    QVERIFY(view.selectedNode().isEmpty());
    QCOMPARE(selected.size(), 2);
    QSignalSpy activated(&view, &TopologyView::nodeActivated);
    QTest::mouseDClick(&view, Qt::LeftButton, {}, view.nodeRect(QStringLiteral("n1")).center().toPoint());
    QCOMPARE(activated.value(0).value(0).toString(), QStringLiteral("n1"));
}

void TestTopologyView::keysSelect()
{
    TopologyView view;
    view.resize(760, 340);
    view.setSnapshot(samples::healthy());
    const std::initializer_list<std::pair<Qt::Key, const char *>> way{
        {Qt::Key_Down, "n1"}, {Qt::Key_Down, "n2"}, {Qt::Key_Right, "n3"}, {Qt::Key_Right, "n3"}, {Qt::Key_Up, "n1"}};
    for (const auto &[key, node] : way) {
        QTest::keyClick(&view, key);
        QCOMPARE(view.selectedNode(), QLatin1String(node));
    }
    QSignalSpy activated(&view, &TopologyView::nodeActivated);
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    QTest::keyClick(&view, Qt::Key_Escape);
    QVERIFY(view.selectedNode().isEmpty());
}

void TestTopologyView::menuBelongsToANode()
{
    TopologyView view;
    view.resize(760, 340);
    view.setSnapshot(samples::cascade());
    QSignalSpy menu(&view, &TopologyView::nodeMenuRequested);
    const auto ask = [&](const QPoint &at) {
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, view.mapToGlobal(at));
        QCoreApplication::sendEvent(&view, &event);
    };
    ask(view.nodeRect(QStringLiteral("reports")).center().toPoint());
    QCOMPARE(menu.value(0).value(0).toString(), QStringLiteral("reports"));
    ask(QPoint(1, 1));
    QCOMPARE(menu.size(), 1);
    view.selectNode(QStringLiteral("madrid-2"));
    QContextMenuEvent byKey(QContextMenuEvent::Keyboard, {}, {});
    QCoreApplication::sendEvent(&view, &byKey);
    QCOMPARE(menu.value(1).value(0).toString(), QStringLiteral("madrid-2"));
}

void TestTopologyView::selectionLeavesWithTheCluster()
{
    TopologyView view;
    view.resize(760, 340);
    view.setSnapshot(samples::healthy());
    view.selectNode(QStringLiteral("n2"));
    view.setSnapshot(samples::later(samples::healthy(), 1));
    QCOMPARE(view.selectedNode(), QStringLiteral("n2"));
    view.setSnapshot(samples::cascade());
    QVERIFY(view.selectedNode().isEmpty());
}

void TestTopologyView::pictureIsTakenAway()
{
    QTemporaryDir directory;
    TopologyView view;
    view.resize(760, 340);
    view.setSnapshot(samples::hostileNames());
    QCOMPARE(view.toImage(2).size(), QSize(1520, 680));
    const QString file = directory.filePath(QStringLiteral("topology.svg"));
    QVERIFY(view.saveSvg(file));
    QFile svg(file);
    QVERIFY(svg.open(QIODevice::ReadOnly));
    QVERIFY(svg.readAll().contains("</svg>"));
    QVERIFY(!view.saveSvg(directory.filePath(QStringLiteral("no/such/folder.svg"))));
}

QTEST_MAIN(TestTopologyView)
#include "test_topology_view.moc"
