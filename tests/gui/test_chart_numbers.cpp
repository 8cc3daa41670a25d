// What the chart computes: reduction that keeps peaks, ticks that are round, a tail that goes on where history ends.
#include "tests/support/sample_snapshots.h"
#include "ui/charts/axis_ticks.h"
#include "ui/charts/lag_csv.h"
#include "ui/charts/live_tail.h"
#include "ui/charts/reduction.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>

using namespace howdah;

namespace {

QList<HistoryPoint> secondsOf(int count, const std::function<double(int)> &value)
{
    QList<HistoryPoint> points;
    for (int second = 0; second < count; ++second) {
        const double now = value(second);
        points.append({second * 1000LL, now, now, now});
    }
    return points;
}

QStringList labels(const QList<Tick> &ticks)
{
    QStringList words;
    for (const Tick &tick : ticks)
        words.append(tick.label);
    return words;
}

std::shared_ptr<ClusterSnapshot> snapshotAt(qint64 atMs, std::optional<qint64> replayBytes)
{
    auto snapshot = std::make_shared<ClusterSnapshot>();
    NodeState node;
    node.definition.name = QStringLiteral("n2");
    node.role = NodeRole::Standby;
    auto sample = std::make_shared<NodeSample>();
    sample->takenAt = QDateTime::fromMSecsSinceEpoch(atMs, Qt::UTC);
    node.sample = sample;
    node.lag.replayBytes = replayBytes;
    snapshot->nodes.append(node);
    return snapshot;
}

} // namespace

class TestChartNumbers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPeakSurvives();
    void fewPointsStayAsTheyAre();
    void bucketsShowLowAndHigh();
    void lineRunsOutOfThePicture();
    void nothingOutsideIsDrawn();
    void highestIsFound();
    void noValueInAGap();
    void byteTicksAreBinary_data();
    void byteTicksAreBinary();
    void durationTicksAreRound_data();
    void durationTicksAreRound();
    void timeTicksAreRound_data();
    void timeTicksAreRound();
    void timeTicksBearAChangeOfTheClock();
    void tailGoesOnAfterHistory();
    void tailShowsGaps();
    void csvHasOneRowAPoint();
    void csvCellsAreSafe_data();
    void csvCellsAreSafe();
};

void TestChartNumbers::everyPeakSurvives()
{
    QRandomGenerator random(42);
    const QList<HistoryPoint> points = secondsOf(86'400, [&](int) { return random.bounded(1000.0); });
    QList<HistoryPoint> peaked = points;
    QList<int> peaks{17, 4'000, 40'001, 86'399};
    for (const int at : peaks)
        peaked[at].minimum = peaked[at].average = peaked[at].maximum = 1e9 + at;
    const QList<QPointF> reduced = reducedToColumns(peaked, 0, 86'400'000, 600);
    QVERIFY(reduced.size() <= 2 * 601);
    for (const int at : peaks)
        QVERIFY(reduced.contains(QPointF(at * 1000.0, 1e9 + at)));
    for (qsizetype index = 1; index < reduced.size(); ++index)
        QVERIFY(reduced[index].x() >= reduced[index - 1].x());

    // Against the plain way: of each column the lowest and the highest.
    for (int column = 0; column < 600; ++column) {
        double low = 1e18, high = -1;
        for (int second = column * 144; second < (column + 1) * 144; ++second) {
            low = std::min(low, peaked[second].minimum);
            high = std::max(high, peaked[second].maximum);
        }
        double seenLow = 1e18, seenHigh = -1;
        for (const QPointF &point : reduced) {
            if (static_cast<int>(std::floor(point.x() / 144'000)) == column) {
                seenLow = std::min(seenLow, point.y());
                seenHigh = std::max(seenHigh, point.y());
            }
        }
        QCOMPARE(seenLow, low);
        QCOMPARE(seenHigh, high);
    }
}

void TestChartNumbers::fewPointsStayAsTheyAre()
{
    const QList<HistoryPoint> points = secondsOf(10, [](int second) { return second * 2.0; });
    const QList<QPointF> reduced = reducedToColumns(points, 0, 10'000, 600);
    QCOMPARE(reduced.size(), 10);
    QCOMPARE(reduced[3], QPointF(3000, 6));
}

void TestChartNumbers::bucketsShowLowAndHigh()
{
    const QList<HistoryPoint> points{{0, 1, 5, 9}, {60'000, 2, 3, 4}};
    const QList<QPointF> reduced = reducedToColumns(points, 0, 120'000, 100);
    QCOMPARE(reduced, (QList<QPointF>{{0, 1}, {0, 9}, {60'000, 2}, {60'000, 4}}));
}

void TestChartNumbers::lineRunsOutOfThePicture()
{
    const QList<HistoryPoint> points = secondsOf(100, [](int second) { return second; });
    const QList<QPointF> reduced = reducedToColumns(points, 40'500, 60'500, 600);
    QCOMPARE(reduced.first().x(), 40'000.0);
    QCOMPARE(reduced.last().x(), 61'000.0);
    const QList<QPointF> across = reducedToColumns({{0, 1, 1, 1}, {100'000, 2, 2, 2}}, 40'000, 50'000, 600);
    QCOMPARE(across.size(), 2);
}

void TestChartNumbers::nothingOutsideIsDrawn()
{
    const QList<HistoryPoint> points = secondsOf(10, [](int) { return 1.0; });
    QVERIFY(reducedToColumns(points, 20'000, 30'000, 600).isEmpty());
    QVERIFY(reducedToColumns(points, -30'000, -20'000, 600).isEmpty());
    QVERIFY(reducedToColumns({}, 0, 1000, 600).isEmpty());
    QVERIFY(reducedToColumns(points, 5000, 5000, 600).isEmpty());
    QVERIFY(reducedToColumns(points, 0, 5000, 0).isEmpty());
}

void TestChartNumbers::highestIsFound()
{
    const HistorySegments segments{secondsOf(10, [](int second) { return second; }), {}, {{20'000, 1, 2, 90}}};
    QCOMPARE(highestBetween(segments, 0, 9'000).value(), 9.0);
    QCOMPARE(highestBetween(segments, 0, 30'000).value(), 90.0);
    QVERIFY(!highestBetween(segments, 10'000, 19'000));
}

void TestChartNumbers::noValueInAGap()
{
    const HistorySegments segments{secondsOf(10, [](int second) { return second; }), {{60'000, 7, 7, 7}}};
    QCOMPARE(pointAt(segments, 3'400, 1000)->maximum, 3.0);
    QCOMPARE(pointAt(segments, 9'900, 1000)->maximum, 9.0);
    QVERIFY(!pointAt(segments, 30'000, 1000));
    QCOMPARE(pointAt(segments, 60'500, 1000)->maximum, 7.0);
}

void TestChartNumbers::byteTicksAreBinary_data()
{
    QTest::addColumn<double>("highest");
    QTest::addColumn<QStringList>("words");
    const auto words = [](const char *text) { return QString::fromLatin1(text).split(QLatin1Char('|')); };
    QTest::newRow("nothing") << 0.0 << words("0|16 kB|32 kB|48 kB|64 kB");
    QTest::newRow("34 MB") << 34.0 * 1024 * 1024 << words("0|16 MB|32 MB|48 MB");
    QTest::newRow("exactly a tick") << 64.0 * 1024 * 1024 << words("0|16 MB|32 MB|48 MB|64 MB");
    QTest::newRow("across units") << 1.9 * 1024 * 1024 * 1024 << words("0|512 MB|1 GB|1.5 GB|2 GB");
    QTest::newRow("terabytes") << 3.0 * std::pow(1024, 4) << words("0|1 TB|2 TB|3 TB");
}

void TestChartNumbers::byteTicksAreBinary()
{
    QFETCH(double, highest);
    const QList<Tick> ticks = byteTicks(highest, 4);
    QTEST(labels(ticks), "words");
    QVERIFY(ticks.last().value >= highest);
}

void TestChartNumbers::durationTicksAreRound_data()
{
    QTest::addColumn<double>("highest");
    QTest::addColumn<QStringList>("words");
    const auto words = [](const char *text) { return QString::fromLatin1(text).split(QLatin1Char('|')); };
    QTest::newRow("nothing") << 0.0 << words("0|50 ms|100 ms");
    QTest::newRow("a second and a half") << 1500.0 << words("0|500 ms|1 s|1.5 s");
    QTest::newRow("minutes") << 250'000.0 << words("0|2 min|4 min|6 min");
    QTest::newRow("weeks") << 30.0 * 86'400'000 << words("0|8 d|16 d|24 d|32 d");
}

void TestChartNumbers::durationTicksAreRound()
{
    QFETCH(double, highest);
    const QList<Tick> ticks = durationTicks(highest, 4);
    QTEST(labels(ticks), "words");
    QVERIFY(ticks.last().value >= highest);
}

void TestChartNumbers::timeTicksAreRound_data()
{
    QTest::addColumn<qint64>("width");
    QTest::addColumn<QString>("first");
    QTest::addColumn<int>("atLeast");
    QTest::newRow("a minute") << 60'000LL << QStringLiteral("13:59:10") << 5;
    QTest::newRow("ten minutes") << 600'000LL << QStringLiteral("13:51") << 4;
    QTest::newRow("an hour") << 3'600'000LL << QStringLiteral("13:10") << 4;
    QTest::newRow("a day") << 86'400'000LL << QStringLiteral("15:00") << 6;
    QTest::newRow("a week") << 7 * 86'400'000LL << QStringLiteral("14 Nov") << 5;
    QTest::newRow("a month") << 30 * 86'400'000LL << QString() << 3;
}

void TestChartNumbers::timeTicksAreRound()
{
    QFETCH(qint64, width);
    QFETCH(QString, first);
    QFETCH(int, atLeast);
    QLocale::setDefault(QLocale::c());
    const QTimeZone zone("Europe/Madrid");
    const QDateTime end(QDate(2026, 11, 20), QTime(14, 0, 5), zone);
    const QList<Tick> ticks = timeTicks(end.toMSecsSinceEpoch() - width, end.toMSecsSinceEpoch(), 10, zone);
    QVERIFY2(ticks.size() >= atLeast && ticks.size() <= 11, qPrintable(labels(ticks).join(QLatin1Char(' '))));
    if (!first.isEmpty())
        QCOMPARE(ticks.first().label, first);
}

void TestChartNumbers::timeTicksBearAChangeOfTheClock()
{
    QLocale::setDefault(QLocale::c());
    const QTimeZone zone("Europe/Madrid"); // 25 October 2026: 03:00 becomes 02:00
    const QDateTime from(QDate(2026, 10, 24), QTime(20, 0), zone);
    const QDateTime to(QDate(2026, 10, 26), QTime(8, 0), zone);
    const QList<Tick> ticks = timeTicks(from.toMSecsSinceEpoch(), to.toMSecsSinceEpoch(), 8, zone);
    QVERIFY(labels(ticks).contains(QStringLiteral("26 Oct")));
    QVERIFY(labels(ticks).contains(QStringLiteral("25 Oct")));
    for (qsizetype index = 1; index < ticks.size(); ++index)
        QVERIFY(ticks[index].value > ticks[index - 1].value);
}

void TestChartNumbers::tailGoesOnAfterHistory()
{
    LiveTail tail;
    const QString node = QStringLiteral("n2");
    for (qint64 at = 8'000; at <= 12'000; at += 1000)
        tail.add(*snapshotAt(at, at));
    tail.add(*snapshotAt(12'000, 99)); // the same sample, folded into another snapshot
    const HistorySegments history{secondsOf(10, [](int second) { return second; })};
    const HistorySegments whole = tail.continued(history, node, LagKind::ReplayBytes, 1000);
    QCOMPARE(whole.size(), 1);
    QCOMPARE(whole[0].size(), 13);
    QCOMPARE(whole[0].last().maximum, 12'000.0);
    QCOMPARE(tail.continued({}, node, LagKind::ReplayBytes, 1000)[0].size(), 5);
    QVERIFY(tail.continued({}, node, LagKind::ReplayMs, 1000).isEmpty());
}

void TestChartNumbers::tailShowsGaps()
{
    LiveTail tail;
    const QString node = QStringLiteral("n2");
    tail.add(*snapshotAt(1'000, 1));
    tail.add(*snapshotAt(2'000, {})); // unknown: a gap
    tail.add(*snapshotAt(3'000, 3));
    tail.add(*snapshotAt(60'000, 4)); // silence: a gap
    const HistorySegments segments = tail.continued({}, node, LagKind::ReplayBytes, 1000);
    QCOMPARE(segments.size(), 3);
    const HistorySegments history{{{500, 1, 1, 1}}};
    QCOMPARE(tail.continued(history, node, LagKind::ReplayBytes, 1000).size(), 3);
}

void TestChartNumbers::csvHasOneRowAPoint()
{
    const QByteArray csv = lagCsv({{QStringLiteral("n,2"), {secondsOf(3, [](int second) { return second; })}}}, 1000,
                                  2000, QStringLiteral("bytes"));
    QCOMPARE(csv, QByteArray("time,node,lowest_bytes,average_bytes,highest_bytes\n"
                             "1970-01-01T00:00:01.000Z,\"n,2\",1,1.0,1\n"
                             "1970-01-01T00:00:02.000Z,\"n,2\",2,2.0,2\n"));
}

void TestChartNumbers::csvCellsAreSafe_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("cell");
    QTest::newRow("plain") << QStringLiteral("n1") << QStringLiteral("n1");
    QTest::newRow("quotes") << QStringLiteral("a \"b\"") << QStringLiteral("\"a \"\"b\"\"\"");
    QTest::newRow("line break") << QStringLiteral("a\nb") << QStringLiteral("\"a\nb\"");
    QTest::newRow("formula") << QStringLiteral("=1+2") << QStringLiteral("'=1+2");
    QTest::newRow("negative number") << QStringLiteral("-12.5") << QStringLiteral("-12.5");
    QTest::newRow("empty") << QString() << QString();
}

void TestChartNumbers::csvCellsAreSafe()
{
    QFETCH(QString, text);
    QTEST(csvCell(text), "cell");
}

QTEST_APPLESS_MAIN(TestChartNumbers)
#include "test_chart_numbers.moc"
