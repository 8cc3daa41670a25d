// Boxes that never overlap, whatever streams from whatever.
#include "ui/topology/topology_layout.h"
#include "ui/topology/topology_painter.h"

#include <QTest>

using namespace howdah;

namespace {

QString nameOf(int number)
{
    return QStringLiteral("n%1").arg(number);
}

/// `parentOf(number)` is below `number`, or -1 for a root.
QList<TopologyItem> tree(int count, int (*parentOf)(int))
{
    QList<TopologyItem> items;
    for (int number = 0; number < count; ++number) {
        const int parent = number == 0 ? -1 : parentOf(number);
        items.append({nameOf(number), parent < 0 ? QString() : nameOf(parent)});
    }
    return items;
}

const TopologyMetrics metrics{.box = {100, 40}, .gapAcross = 10, .gapDown = 30, .besideRoot = 20};

} // namespace

class TestTopologyLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void boxesNeverOverlap_data();
    void boxesNeverOverlap();
    void childrenStandBelow();
    void arrowsEndAtTheirBox();
    void loopsLoseNobody();
    void unknownParentIsARoot();
    void rowsAreBroken();
    void theBestBreakingIsTaken();
    void nothingIsEmpty();
};

void TestTopologyLayout::boxesNeverOverlap_data()
{
    QTest::addColumn<QList<TopologyItem>>("items");
    QTest::addColumn<int>("columns");
    const std::initializer_list<std::pair<const char *, int (*)(int)>> shapes{
        {"star", [](int) { return 0; }},
        {"chain", [](int number) { return number - 1; }},
        {"binary", [](int number) { return (number - 1) / 2; }},
        {"comb", [](int number) { return number % 2 == 0 ? number - 2 : number - 1; }},
        {"forest", [](int number) { return number % 5 == 0 ? -1 : number - number % 5; }}};
    for (const auto &[shape, parentOf] : shapes) {
        for (int count = 1; count <= 30; ++count) {
            for (const int columns : {1, 2, 5, 30})
                QTest::addRow("%s of %d in %d columns", shape, count, columns) << tree(count, parentOf) << columns;
        }
    }
}

void TestTopologyLayout::boxesNeverOverlap()
{
    QFETCH(QList<TopologyItem>, items);
    QFETCH(int, columns);
    const TopologyLayout layout = layoutTopology(items, metrics, columns);
    QCOMPARE(layout.boxes.size(), items.size());
    const QRectF whole(QPointF(), layout.size);
    const QList<QRectF> boxes = layout.boxes.values();
    for (qsizetype one = 0; one < boxes.size(); ++one) {
        QVERIFY(whole.adjusted(-0.01, -0.01, 0.01, 0.01).contains(boxes[one]));
        for (qsizetype other = one + 1; other < boxes.size(); ++other)
            QVERIFY2(!boxes[one].intersects(boxes[other]), "two boxes overlap");
    }
}

void TestTopologyLayout::childrenStandBelow()
{
    const QList<TopologyItem> items = tree(12, [](int number) { return (number - 1) / 3; });
    const TopologyLayout layout = layoutTopology(items, metrics, 4);
    for (const TopologyItem &item : items) {
        if (!item.parent.isEmpty())
            QVERIFY(layout.boxes[item.id].top() >= layout.boxes[item.parent].bottom() + metrics.gapDown);
    }
}

void TestTopologyLayout::arrowsEndAtTheirBox()
{
    const TopologyLayout layout = layoutTopology(tree(9, [](int) { return 0; }), metrics, 3);
    QCOMPARE(layout.edges.size(), 8);
    for (const TopologyEdge &edge : layout.edges) {
        const QRectF from = layout.boxes[edge.from];
        const QRectF to = layout.boxes[edge.to];
        QCOMPARE(edge.path.first(), QPointF(from.center().x(), from.bottom()));
        QCOMPARE(edge.path.last(), QPointF(to.center().x(), to.top()));
        QVERIFY(edge.label.y() < to.top());
        for (qsizetype point = 1; point < edge.path.size(); ++point) {
            const QPointF way = edge.path[point] - edge.path[point - 1];
            QVERIFY2(qFuzzyIsNull(way.x()) || qFuzzyIsNull(way.y()), "an arrow runs aslant");
            const QRectF stretch =
                QRectF(edge.path[point - 1], edge.path[point]).normalized().adjusted(-0.1, -0.1, 0.1, 0.1);
            for (auto box = layout.boxes.cbegin(); box != layout.boxes.cend(); ++box) {
                if (box.key() != edge.from && box.key() != edge.to)
                    QVERIFY2(!box->intersects(stretch), "an arrow runs through a box");
            }
        }
    }
}

void TestTopologyLayout::loopsLoseNobody()
{
    const QList<TopologyItem> items{{nameOf(1), nameOf(2)},
                                    {nameOf(2), nameOf(3)},
                                    {nameOf(3), nameOf(1)},
                                    {nameOf(4), nameOf(4)},
                                    {nameOf(5), nameOf(2)}};
    QCOMPARE(layoutTopology(items, metrics, 5).boxes.size(), items.size());
}

void TestTopologyLayout::unknownParentIsARoot()
{
    const TopologyLayout layout = layoutTopology({{nameOf(1), QStringLiteral("elsewhere")}}, metrics, 5);
    QCOMPARE(layout.boxes[nameOf(1)].top(), 0.0);
    QVERIFY(layout.edges.isEmpty());
}

void TestTopologyLayout::rowsAreBroken()
{
    const QList<TopologyItem> items = tree(9, [](int) { return 0; });
    QVERIFY(layoutTopology(items, metrics, 4).size.width() < layoutTopology(items, metrics, 8).size.width());
    QVERIFY(layoutTopology(items, metrics, 4).size.height() > layoutTopology(items, metrics, 8).size.height());
}

void TestTopologyLayout::theBestBreakingIsTaken()
{
    const QList<TopologyItem> items = tree(30, [](int) { return 0; });
    const QSizeF area(600, 400);
    const double chosen = fittingScale(fittingTopology(items, metrics, area).size, area);
    for (int columns = 1; columns <= 30; ++columns)
        QVERIFY(chosen * 1.2 >= fittingScale(layoutTopology(items, metrics, columns).size, area) - 1e-9);
}

void TestTopologyLayout::nothingIsEmpty()
{
    const TopologyLayout layout = fittingTopology({}, metrics, {300, 200});
    QVERIFY(layout.boxes.isEmpty());
    QCOMPARE(fittingScale(layout.size, {300, 200}), 1.0);
}

QTEST_APPLESS_MAIN(TestTopologyLayout)
#include "test_topology_layout.moc"
