#include "core/backup/archive_growth.h"

#include <QTest>

using namespace howdah;

namespace {

constexpr qint64 megabyte = 1 << 20;

QDateTime now()
{
    return QDateTime(QDate(2026, 11, 20), QTime(12, 30), Qt::UTC);
}

/// `count` segments of 16 MB, one each `seconds`, the last just now.
QList<ArchiveFile> stock(int count, int seconds)
{
    QList<ArchiveFile> files;
    for (int index = 0; index < count; ++index) {
        ArchiveFile file = archiveFileNamed(nameOf({1, quint64(index + 1)}, 16 * megabyte), 16 * megabyte);
        file.bytes = 16 * megabyte;
        file.modified = now().addSecs(-qint64(seconds) * (count - 1 - index));
        files << file;
    }
    return files;
}

} // namespace

class TestArchiveGrowth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePaceIsThatOfTheLastDay_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("seconds");
        QTest::addColumn<double>("megabytesPerHour"); // 0: not known
        QTest::newRow("nothing") << 0 << 60 << 0.0;
        QTest::newRow("one") << 1 << 60 << 0.0;
        QTest::newRow("two at once") << 2 << 1 << 0.0;
        QTest::newRow("one a minute for an hour") << 61 << 60 << 61 * 16.0;
        QTest::newRow("one an hour for three days") << 73 << 3600 << 25 * 16.0 / 24;
    }
    void thePaceIsThatOfTheLastDay()
    {
        QFETCH(int, count);
        QFETCH(int, seconds);
        QFETCH(double, megabytesPerHour);
        const ArchiveGrowth growth = growthOf(stock(count, seconds), now());
        QCOMPARE(growth.bytesPerHour.has_value(), megabytesPerHour > 0);
        if (growth.bytesPerHour)
            QCOMPARE(*growth.bytesPerHour / megabyte, megabytesPerHour);
    }

    void hoursHaveNoGaps()
    {
        QList<ArchiveFile> files = stock(3, 2 * 3600); // 08:30, 10:30, 12:30
        files << archiveFileNamed(QStringLiteral("notes.txt"), 16 * megabyte);
        files.last().bytes = 4711;
        files.last().modified = now();
        const ArchiveGrowth growth = growthOf(files, now());
        QCOMPARE(growth.hours.size(), ArchiveGrowth::hoursShown);
        QCOMPARE(growth.hours.last().from, QDateTime(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC));
        QList<int> counts;
        for (const ArchiveGrowth::Hour &hour : growth.hours.mid(ArchiveGrowth::hoursShown - 5))
            counts << hour.files;
        QCOMPARE(counts, (QList<int>{1, 0, 1, 0, 1}));
        QCOMPARE(growth.hours.last().bytes, 16 * megabyte);
    }

    void theDiskIsFullWhenItsRoomIsUsedUp()
    {
        const ArchiveGrowth growth = growthOf(stock(61, 60), now());
        QCOMPARE(fullAt(growth, 61 * 16 * megabyte, now()), std::optional(now().addSecs(3600)));
        QVERIFY(!fullAt(growth, qint64(1) << 60, now()));
        QVERIFY(!fullAt(ArchiveGrowth(), megabyte, now()));
    }
};

QTEST_GUILESS_MAIN(TestArchiveGrowth)
#include "test_archive_growth.moc"
