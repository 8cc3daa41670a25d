// The lag chart as it is used: lines and gaps, zooming and panning, the read-out, a real history behind it, files taken
// away.
#include "tests/gui/accessible_names.h"
#include "tests/support/sample_snapshots.h"
#include "ui/charts/chart_legend.h"
#include "ui/charts/lag_chart.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

using namespace howdah;

namespace {

constexpr qint64 minuteMs = 60'000;

QList<HistoryPoint> flat(qint64 fromMs, qint64 toMs, double value)
{
    QList<HistoryPoint> points;
    for (qint64 at = fromMs; at <= toMs; at += 1000)
        points.append({at, value, value, value});
    return points;
}

QToolButton *button(QWidget &widget, const char *text)
{
    for (QToolButton *candidate : widget.findChildren<QToolButton *>()) {
        if (candidate->text() == QLatin1String(text))
            return candidate;
    }
    return nullptr;
}

} // namespace

class TestChartWidget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::apply(*qApp, theme::Mode::Light); }
    void aGapIsAGap();
    void nothingOutOfRangeIsDrawn();
    void readOutSaysAllStandbys();
    void wheelZoomsWhereItPoints();
    void dragPans();
    void keysMoveTheCrosshair();
    void unitsAndStages();
    void rangesFollowThePresent();
    void chartGrowsWithWhatIsKnown();
    void historyFillsThePast();
    void filesAreTakenAway();
    void emptyChartSaysWhy();
    void everythingHasAName();
};

void TestChartWidget::aGapIsAGap()
{
    LagPlot plot;
    plot.resize(800, 240);
    const HistorySegments segments{flat(0, 20'000, 5), flat(40'000, 60'000, 6), {{30'000, 9, 9, 9}}};
    plot.setLines({{QStringLiteral("n2"), 1, segments}}, LagUnit::Bytes, 0, minuteMs);
    QCOMPARE(plot.strokeCount(), 3);
    plot.setRange(0, 25'000);
    QCOMPARE(plot.strokeCount(), 1);
}

void TestChartWidget::nothingOutOfRangeIsDrawn()
{
    LagPlot plot;
    plot.resize(800, 240);
    plot.setLines({{QStringLiteral("n2"), 1, {flat(0, 20'000, 5)}}}, LagUnit::Bytes, 30'000, minuteMs);
    QCOMPARE(plot.strokeCount(), 0);
    QVERIFY(plot.isEmpty());
    plot.setRange(0, minuteMs);
    QVERIFY(!plot.isEmpty());
}

void TestChartWidget::readOutSaysAllStandbys()
{
    LagPlot plot;
    plot.resize(800, 240);
    plot.setLines(
        {{QStringLiteral("n2"), 1, {flat(0, minuteMs, 2048)}}, {QStringLiteral("n3"), 2, {flat(0, 20'000, 99'999)}}},
        LagUnit::Bytes, 0, minuteMs);
    plot.setEvents({{30'000, QStringLiteral("n3"), QStringLiteral("down"), QStringLiteral("n3 went away")}});
    plot.setCursorMs(10'000);
    QCOMPARE(plot.readOut().mid(1), (QStringList{QStringLiteral("n3: 98 kB"), QStringLiteral("n2: 2048 bytes")}));
    plot.setCursorMs(30'000);
    QCOMPARE(plot.readOut().mid(1), (QStringList{QStringLiteral("n3 went away"), QStringLiteral("n2: 2048 bytes"),
                                                 QStringLiteral("n3: not known")}));
    QVERIFY(plot.accessibleDescription().contains(QStringLiteral("n3: not known")));
}

void TestChartWidget::wheelZoomsWhereItPoints()
{
    LagPlot plot;
    plot.resize(800, 240);
    plot.setLines({{QStringLiteral("n2"), 1, {flat(0, 600'000, 5)}}}, LagUnit::Bytes, 0, 600'000);
    QSignalSpy wished(&plot, &LagPlot::rangeWished);
    QWheelEvent turn(QPointF(400, 100), plot.mapToGlobal(QPointF(400, 100)), {}, {0, 120}, {}, {}, Qt::NoScrollPhase,
                     false);
    QCoreApplication::sendEvent(&plot, &turn);
    QCOMPARE(wished.size(), 1);
    const qint64 from = wished[0][0].toLongLong();
    const qint64 to = wished[0][1].toLongLong();
    QCOMPARE(to - from, 480'000);
    QVERIFY(from > 0 && to < 600'000);
}

void TestChartWidget::dragPans()
{
    LagChart chart(nullptr);
    chart.resize(900, 300);
    chart.show();
    LagPlot &plot = *chart.plot();
    const qint64 before = plot.toMs();
    QTest::mousePress(&plot, Qt::LeftButton, {}, QPoint(300, 100));
    QMouseEvent move(QEvent::MouseMove, QPointF(500, 100), plot.mapToGlobal(QPointF(500, 100)), Qt::NoButton,
                     Qt::LeftButton, {});
    QCoreApplication::sendEvent(&plot, &move);
    QTest::mouseRelease(&plot, Qt::LeftButton, {}, QPoint(500, 100));
    QVERIFY(plot.toMs() < before);
    QVERIFY(!chart.isLive());
    QTest::mouseDClick(&plot, Qt::LeftButton, {}, QPoint(300, 100));
    QVERIFY(chart.isLive());
}

void TestChartWidget::keysMoveTheCrosshair()
{
    LagPlot plot;
    plot.resize(800, 240);
    plot.setLines({{QStringLiteral("n2"), 1, {flat(0, minuteMs, 5)}}}, LagUnit::Bytes, 0, minuteMs);
    QTest::keyClick(&plot, Qt::Key_Left);
    QVERIFY(plot.cursorMs());
    const qint64 at = *plot.cursorMs();
    QTest::keyClick(&plot, Qt::Key_Left);
    QVERIFY(*plot.cursorMs() < at);
    for (int press = 0; press < 300; ++press)
        QTest::keyClick(&plot, Qt::Key_Right);
    QCOMPARE(*plot.cursorMs(), minuteMs); // not beyond the edge
    QSignalSpy wished(&plot, &LagPlot::rangeWished);
    QTest::keyClick(&plot, Qt::Key_Plus);
    QTest::keyClick(&plot, Qt::Key_Minus);
    QTest::keyClick(&plot, Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(wished.size(), 3);
    QSignalSpy live(&plot, &LagPlot::liveWished);
    QTest::keyClick(&plot, Qt::Key_Home);
    QCOMPARE(live.size(), 1);
    QTest::keyClick(&plot, Qt::Key_Escape);
    QVERIFY(!plot.cursorMs());
}

void TestChartWidget::unitsAndStages()
{
    LagChart chart(nullptr);
    chart.setSnapshot(samples::paused());
    auto *kinds = chart.findChild<QComboBox *>();
    QCOMPARE(kinds->count(), 4);
    QCOMPARE(chart.kind(), LagKind::ReplayBytes);
    kinds->setCurrentIndex(1);
    QCOMPARE(chart.kind(), LagKind::FlushBytes);
    button(chart, "Time")->click();
    QCOMPARE(kinds->count(), 3); // nobody measures a time to send
    QCOMPARE(chart.kind(), LagKind::FlushMs);
    const auto *legend = chart.findChild<ChartLegend *>();
    QCOMPARE(legend->entries().size(), 2);
    QCOMPARE(legend->entries()[1].value, QStringLiteral("2 min 6 s"));
}

void TestChartWidget::rangesFollowThePresent()
{
    LagChart chart(nullptr);
    chart.setSnapshot(samples::healthy());
    button(chart, "1h")->click();
    QVERIFY(chart.isLive());
    QCOMPARE(chart.plot()->toMs() - chart.plot()->fromMs(), 60 * minuteMs);
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    chart.showRange(now - 120 * minuteMs, now - 60 * minuteMs);
    QVERIFY(!chart.isLive());
    QVERIFY(!button(chart, "1h")->isChecked());
    chart.showRange(now, now + 60 * minuteMs); // nobody sees the future
    QVERIFY(chart.plot()->toMs() <= QDateTime::currentMSecsSinceEpoch());
}

void TestChartWidget::chartGrowsWithWhatIsKnown()
{
    const auto width = [](const LagChart &chart) { return chart.plot()->toMs() - chart.plot()->fromMs(); };
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    LagChart chart(nullptr);
    chart.setSnapshot(samples::healthy());
    QCOMPARE(width(chart), minuteMs);
    chart.setHistoryAnswer({{QStringLiteral("n2"), {flat(now - 5 * minuteMs, now - minuteMs, 7)}}});
    QCOMPARE(width(chart), 10 * minuteMs);
    button(chart, "1m")->click(); // chosen is chosen
    chart.setSnapshot(samples::later(samples::healthy(), 1));
    QCOMPARE(width(chart), minuteMs);
}

void TestChartWidget::historyFillsThePast()
{
    QTemporaryDir directory;
    History history({.file = directory.filePath(QStringLiteral("history.db"))});
    ClusterSnapshotPtr snapshot = samples::later(samples::paused(), -30);
    for (int second = 0; second < 20; ++second) {
        history.record(snapshot);
        snapshot = samples::later(snapshot, 1);
    }
    history.flush();
    LagChart chart(&history);
    chart.resize(900, 300);
    chart.setSnapshot(samples::paused());
    const auto pointsOfN3 = [&]() -> qsizetype {
        for (const LagLine &line : chart.plot()->lines()) {
            if (line.node == QLatin1String("n3"))
                return line.segments.isEmpty() ? 0 : line.segments.first().size();
        }
        return 0;
    };
    QTRY_VERIFY(pointsOfN3() >= 15);
    QVERIFY(!chart.plot()->isEmpty());
}

void TestChartWidget::filesAreTakenAway()
{
    QTemporaryDir directory;
    LagChart chart(nullptr);
    chart.resize(900, 300);
    chart.setSnapshot(samples::paused());
    chart.show();
    const QImage image = chart.toImage(2);
    QVERIFY(image.width() > 1600);
    QSet<QRgb> colors;
    for (int y = 0; y < image.height(); y += 3) {
        for (int x = 0; x < image.width(); ++x)
            colors.insert(image.pixel(x, y));
    }
    QVERIFY(colors.contains(theme::seriesColor(1).rgb()));
    const QString file = directory.filePath(QStringLiteral("lag.svg"));
    QVERIFY(chart.saveSvg(file));
    QFile svg(file);
    QVERIFY(svg.open(QIODevice::ReadOnly));
    QVERIFY(svg.readAll().contains("34 MB"));
    QVERIFY(!chart.saveSvg(directory.filePath(QStringLiteral("no/such/folder.svg"))));
    const QByteArray csv = chart.toCsv();
    QCOMPARE(csv.count('\n'), 3); // a heading, a point of each standby
    QVERIFY(csv.contains(",n3,35951584,"));
}

void TestChartWidget::emptyChartSaysWhy()
{
    LagChart chart(nullptr);
    chart.resize(600, 260);
    chart.setSnapshot(samples::lone());
    QVERIFY(chart.plot()->isEmpty());
    QVERIFY(!chart.grab().isNull());
    chart.setSnapshot(nullptr);
    QVERIFY(chart.plot()->lines().isEmpty());
}

void TestChartWidget::everythingHasAName()
{
    LagChart chart(nullptr);
    chart.setSnapshot(samples::paused());
    QCOMPARE(widgetsWithoutName(&chart), QStringList());
}

QTEST_MAIN(TestChartWidget)
#include "test_chart_widget.moc"
