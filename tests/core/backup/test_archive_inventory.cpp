#include "core/backup/archive_inventory.h"

#include <QTest>

using namespace howdah;

namespace {

constexpr quint32 segmentBytes = 16U * 1024U * 1024U;

ArchiveFile named(const QString &name, qint64 bytes = segmentBytes)
{
    ArchiveFile file = archiveFileNamed(name, segmentBytes);
    file.bytes = bytes;
    file.modified = QDateTime::fromSecsSinceEpoch(1000, Qt::UTC);
    return file;
}

/// "1:3-5 2:5-7": segments 3 to 5 of timeline 1, 5 to 7 of timeline 2.
ArchiveInventory archiveOf(const QString &stock)
{
    QList<ArchiveFile> files;
    for (const QString &run : stock.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const auto timeline = run.section(QLatin1Char(':'), 0, 0).toUInt();
        const QString range = run.section(QLatin1Char(':'), 1);
        const quint64 last = range.section(QLatin1Char('-'), -1).toULongLong();
        for (quint64 number = range.section(QLatin1Char('-'), 0, 0).toULongLong(); number <= last; ++number)
            files.append(named(nameOf({timeline, number}, segmentBytes)));
    }
    return inventoryOf(files, segmentBytes);
}

Lsn at(double segments)
{
    return Lsn(static_cast<quint64>(segments * segmentBytes));
}

/// Timeline 1 was left in the middle of segment 5.
QList<TimelineEntry> forkedInFive()
{
    return {{1, at(5.5)}, {2, {}}};
}

} // namespace

class TestArchiveInventory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesSayWhatFilesAre_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<ArchiveFile::Kind>("kind");
        QTest::addColumn<Compression>("compression");
        QTest::addColumn<Timeline>("timeline");
        QTest::addColumn<quint64>("number");
        using Kind = ArchiveFile::Kind;
        const auto row = [](const char *name, Kind kind, Compression compression, Timeline timeline, quint64 number) {
            QTest::newRow(name) << QString::fromLatin1(name) << kind << compression << timeline << number;
        };
        row("000000010000000000000003", Kind::Segment, Compression::None, 1, 3);
        row("0000000A0000000200000010", Kind::Segment, Compression::None, 10, 2 * 256 + 16);
        row("000000010000000000000003.gz", Kind::Segment, Compression::Gzip, 1, 3);
        row("000000010000000000000003.zst", Kind::Segment, Compression::Zstd, 1, 3);
        row("000000010000000000000003.partial", Kind::Partial, Compression::None, 1, 3);
        row("000000010000000000000003.partial.lz4", Kind::Partial, Compression::Lz4, 1, 3);
        row("000000010000000000000003.gz.partial", Kind::Partial, Compression::Gzip, 1, 3);
        row("00000002.gz.partial", Kind::Foreign, Compression::None, 0, 0);
        row("00000002.history", Kind::History, Compression::None, 2, 0);
        row("00000002.history.xz", Kind::History, Compression::Other, 2, 0);
        row("000000010000000000000003.00000028.backup", Kind::BackupHistory, Compression::None, 1, 3);
        row(".000000010000000000000003.4711.part", Kind::Unfinished, Compression::None, 0, 0);
        row("000000010000000000000003.part", Kind::Unfinished, Compression::None, 0, 0);
        row("000000010000000000000003.tmp", Kind::Unfinished, Compression::None, 0, 0);
        row("000000010000000000000100", Kind::Foreign, Compression::None, 0, 0); // no such place at 16 MB
        row("000000000000000000000003", Kind::Foreign, Compression::None, 0, 0); // timelines count from 1
        row("00000001000000000000000g", Kind::Foreign, Compression::None, 0, 0);
        row("00000001000000000000000a", Kind::Foreign, Compression::None, 0, 0); // the server writes capitals
        row("000000010000000000000003.0000028.backup", Kind::Foreign, Compression::None, 1, 3);
        row("notes.txt", Kind::Foreign, Compression::None, 0, 0);
        row(".gz", Kind::Unfinished, Compression::Gzip, 0, 0);
    }
    void namesSayWhatFilesAre()
    {
        QFETCH(QString, name);
        const ArchiveFile file = archiveFileNamed(name, segmentBytes);
        QTEST(file.kind, "kind");
        QTEST(file.compression, "compression");
        QTEST(file.segment.timeline, "timeline");
        QTEST(file.segment.number, "number");
    }

    void holesAreFoundWhereTheyAre_data()
    {
        QTest::addColumn<QString>("stock");
        QTest::addColumn<int>("runs");
        QTest::addColumn<QList<ArchiveHole>>("holes");
        QTest::newRow("nothing") << QString() << 0 << QList<ArchiveHole>{};
        QTest::newRow("whole") << QStringLiteral("1:3-9") << 1 << QList<ArchiveHole>{};
        QTest::newRow("one missing") << QStringLiteral("1:3-5 1:7-9") << 2 << QList<ArchiveHole>{{1, 6, 6}};
        QTest::newRow("over a log file's end") << QStringLiteral("1:254-258") << 1 << QList<ArchiveHole>{};
        QTest::newRow("out of order") << QStringLiteral("1:7-9 1:3-6") << 1 << QList<ArchiveHole>{};
        QTest::newRow("two timelines") << QStringLiteral("1:3-4 2:5-6 2:9-9") << 3 << QList<ArchiveHole>{{2, 7, 8}};
    }
    void holesAreFoundWhereTheyAre()
    {
        QFETCH(QString, stock);
        const ArchiveInventory inventory = archiveOf(stock);
        QTEST(static_cast<int>(inventory.runs.size()), "runs");
        QTEST(inventory.holes, "holes");
    }

    void aSegmentCutOffIsNotThere()
    {
        const ArchiveInventory inventory =
            inventoryOf({named(nameOf({1, 3}, segmentBytes)), named(nameOf({1, 4}, segmentBytes), 8192)}, segmentBytes);
        QVERIFY(inventory.holds({1, 3}));
        QVERIFY(!inventory.holds({1, 4}));
        QCOMPARE(inventory.unfinished.size(), 1);
    }

    void theFirstMissingSegmentIsNamed_data()
    {
        QTest::addColumn<QString>("stock");
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("until"); // 0: all that there is
        QTest::addColumn<QString>("missing");
        const auto row = [](const char *name, const char *stock, double from, double until, const char *missing) {
            QTest::newRow(name) << QString::fromLatin1(stock) << from << until << QString::fromLatin1(missing);
        };
        row("all there", "1:3-5 2:5-8", 3.2, 8.1, "");
        row("to the end", "1:3-5 2:5-8", 3.2, 0, "");
        row("begins too late", "1:4-5 2:5-8", 3.2, 8.1, "000000010000000000000003");
        row("hole", "1:3-3 2:5-8", 3.2, 8.1, "000000010000000000000004");
        row("hole behind the target", "1:3-4 2:5-6 2:8-8", 3.2, 6.5, "");
        row("end reached exactly", "1:3-4 2:5-6", 3.2, 7.0, "");
        row("one byte more", "1:3-4 2:5-6", 3.2, 7.1, "000000020000000000000007");
        row("the fork's segment is read on the new timeline", "1:3-5 2:6-8", 3.2, 8.1, "000000020000000000000005");
        row("what the old timeline wrote after the fork does not help", "1:3-9", 3.2, 7.0, "000000020000000000000005");
    }
    void theFirstMissingSegmentIsNamed()
    {
        QFETCH(QString, stock);
        QFETCH(double, from);
        QFETCH(double, until);
        const std::optional<WalSegment> missing =
            archiveOf(stock).missingOn(forkedInFive(), at(from), until > 0 ? at(until) : Lsn());
        QTEST(missing ? nameOf(*missing, segmentBytes) : QString(), "missing");
    }

    void contiguousWalEndsWhereItEnds()
    {
        QCOMPARE(archiveOf(QStringLiteral("1:3-5 2:5-8 2:10-11")).contiguousEnd(forkedInFive(), at(3.5)), at(9));
        QCOMPARE(archiveOf(QStringLiteral("1:4-5")).contiguousEnd(forkedInFive(), at(3.5)), at(3.5));
        QCOMPARE(archiveOf(QStringLiteral("1:3-5")).newestTimeline(), Timeline{1});
    }
};

QTEST_GUILESS_MAIN(TestArchiveInventory)
#include "test_archive_inventory.moc"
