#include "core/wal/control_data.h"
#include "core/wal/timeline_history.h"

#include <QTest>

using namespace howdah;

namespace {
const QByteArray second = "1\t0/3000148\tno recovery target specified\n";
const QByteArray third = second + "\n2\t0/5000000\tno recovery target specified\n";
const QByteArray otherSecond = "1\t0/4000000\tno recovery target specified\n";
} // namespace

class TestTimelineHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHistoryIsRead()
    {
        const QList<TimelineEntry> entries = timelineHistory("# comment\n" + third, 3);
        QCOMPARE(entries, (QList<TimelineEntry>{{1, Lsn(0x3000148)}, {2, Lsn(0x5000000)}, {3, std::nullopt}}));
        QCOMPARE(timelineHistory({}, 1), (QList<TimelineEntry>{{1, std::nullopt}}));
    }

    void theForkIsFound_data()
    {
        QTest::addColumn<QByteArray>("left");
        QTest::addColumn<int>("leftTimeline");
        QTest::addColumn<QByteArray>("right");
        QTest::addColumn<int>("rightTimeline");
        QTest::addColumn<int>("common");
        QTest::addColumn<QString>("fork");
        QTest::newRow("the same") << QByteArray() << 1 << QByteArray() << 1 << 1 << QString();
        QTest::newRow("one went on") << QByteArray() << 1 << second << 2 << 1 << QStringLiteral("0/3000148");
        QTest::newRow("went on twice") << QByteArray() << 1 << third << 3 << 1 << QStringLiteral("0/3000148");
        QTest::newRow("on the second") << second << 2 << third << 3 << 2 << QStringLiteral("0/5000000");
        QTest::newRow("both promoted") << otherSecond << 2 << second << 2 << 1 << QStringLiteral("0/3000148");
        QTest::newRow("both promoted, other way")
            << second << 2 << otherSecond << 2 << 1 << QStringLiteral("0/3000148");
        QTest::newRow("nothing in common") << QByteArray() << 7 << QByteArray() << 8 << 0 << QString();
    }

    void theForkIsFound()
    {
        QFETCH(QByteArray, left);
        QFETCH(int, leftTimeline);
        QFETCH(QByteArray, right);
        QFETCH(int, rightTimeline);
        QFETCH(int, common);
        QFETCH(QString, fork);
        const auto past =
            commonPast(timelineHistory(left, Timeline(leftTimeline)), timelineHistory(right, Timeline(rightTimeline)));
        QCOMPARE(past ? int(past->timeline) : 0, common);
        QCOMPARE(past && past->fork ? past->fork->toString() : QString(), fork);
    }

    void controlDataIsRead()
    {
        const QByteArray output = "Database system identifier:           7710160732200692295\n"
                                  "Database cluster state:               shut down in recovery\n"
                                  "Latest checkpoint location:           0/156ECC8\n"
                                  "Latest checkpoint's REDO location:    0/156ECC0\n"
                                  "Latest checkpoint's TimeLineID:       1\n"
                                  "Minimum recovery ending location:     0/15A6AE8\n"
                                  "Min recovery ending loc's timeline:   2\n"
                                  "wal_log_hints setting:                on\n"
                                  "max_connections setting:              100\n"
                                  "Bytes per WAL segment:                16777216\n"
                                  "Data page checksum version:           0\n";
        const std::optional<ControlData> data = parseControlData(output);
        QVERIFY(data);
        QCOMPARE(data->systemIdentifier, QStringLiteral("7710160732200692295"));
        QCOMPARE(data->redo.toString(), QStringLiteral("0/156ECC0"));
        QCOMPARE(data->timeline, 2U);
        QVERIFY(data->hintsLogged && !data->checksums && data->endedInOrder());
        QCOMPARE(data->maxConnections, 100);
        QVERIFY(!parseControlData(output.left(200)));
        QVERIFY(!parseControlData({}));
    }
};

QTEST_GUILESS_MAIN(TestTimelineHistory)
#include "test_timeline_history.moc"
