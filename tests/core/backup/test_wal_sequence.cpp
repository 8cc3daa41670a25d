#include "core/backup/wal_sequence.h"

#include <QTest>

using namespace howdah;

namespace {

constexpr quint32 segmentBytes = 16U * 1024U * 1024U;

QDateTime clock(int minute)
{
    return QDateTime(QDate(2026, 11, 20), QTime(11, minute), Qt::UTC);
}

/// "1:3" is segment 3 of timeline 1, written at 11:03; ".gz" behind it: compressed; "!": cut off.
QList<ArchiveFile> filesOf(const QString &words)
{
    QList<ArchiveFile> files;
    for (QString word : words.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const bool cutOff = word.endsWith(QLatin1Char('!'));
        word.remove(QLatin1Char('!'));
        const QString suffix = word.endsWith(QLatin1String(".gz")) ? QStringLiteral(".gz") : QString();
        const quint64 number = word.section(QLatin1Char(':'), 1).remove(suffix).toULongLong();
        const auto timeline = word.section(QLatin1Char(':'), 0, 0).toUInt();
        ArchiveFile file = archiveFileNamed(nameOf({timeline, number}, segmentBytes) + suffix, segmentBytes);
        file.bytes = cutOff ? 4096 : suffix.isEmpty() ? segmentBytes : 1000;
        file.modified = clock(int(number));
        files << file;
    }
    return files;
}

/// "a3 a4 | l6": stretches of segments, by where each is read; "z": compressed in the archive.
QString said(const WalSequence &sequence)
{
    QStringList stretches;
    for (const QList<WalFile> &stretch : sequence.stretches) {
        QStringList words;
        for (const WalFile &file : stretch) {
            const char *place = file.live ? "l" : file.compression == Compression::None ? "a" : "z";
            words << QLatin1String(place) + QString::number(file.number);
        }
        stretches << words.join(QLatin1Char(' '));
    }
    return stretches.join(QStringLiteral(" | "));
}

} // namespace

class TestWalSequence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void segmentsComeInOrder_data()
    {
        QTest::addColumn<QString>("archived");
        QTest::addColumn<QString>("live");
        QTest::addColumn<int>("since"); // minute; 0: all
        QTest::addColumn<QString>("sequence");
        QTest::addColumn<QString>("gaps");
        const auto row = [](const char *name, const char *archived, const char *live, int since, const char *sequence,
                            const char *gaps) {
            QTest::newRow(name) << QString::fromLatin1(archived) << QString::fromLatin1(live) << since
                                << QString::fromLatin1(sequence) << QString::fromLatin1(gaps);
        };
        row("nothing", "", "", 0, "", "");
        row("archive, then pg_wal", "1:3 1:4", "1:4 1:5", 0, "a3 a4 l5", "");
        row("what waits for its next use is not read", "", "1:5 1:20 1:21", 0, "l5", "");
        row("a hole", "1:3 1:5", "", 0, "a3 | a5", "Segment 000000010000000000000004 is missing.");
        row("a wide hole", "1:3 1:9", "", 0, "a3 | a9",
            "5 segments are missing, the first is 000000010000000000000004.");
        row("pg_wal fills it", "1:3 1:5", "1:4", 0, "a3 l4 a5", "");
        row("cut off", "1:3 1:4! 1:5", "", 0, "a3 | a5",
            "Segment 000000010000000000000004 is cut off: its file is shorter than a segment.");
        row("compressed", "1:3.gz 1:4", "", 0, "z3 a4", "");
        row("plain rather than compressed", "1:3.gz 1:3", "", 0, "a3", "");
        row("pg_wal rather than compressed", "1:3.gz", "1:3", 0, "l3", "");
        row("another timeline's are passed over", "1:3 3:4 1:5", "", 0, "a3 | a5",
            "Segment 000000010000000000000004 is missing.");
        row("since", "1:3 1:10 1:11 1:12", "", 17, "a11 a12", "");
    }
    void segmentsComeInOrder()
    {
        QFETCH(QString, archived);
        QFETCH(QString, live);
        QFETCH(int, since);
        QFETCH(QString, sequence);
        QFETCH(QString, gaps);
        const WalPlaces places{.segmentBytes = segmentBytes,
                               .way = {{1, std::nullopt}},
                               .archiveDirectory = QStringLiteral("/archive"),
                               .archived = filesOf(archived),
                               .liveDirectory = QStringLiteral("/data/pg_wal"),
                               .live = filesOf(live),
                               .liveEnd = Lsn(18ULL * segmentBytes)};
        const WalSequence found = sequenceOf(places, {.since = since > 0 ? clock(since) : QDateTime(), .from = Lsn()});
        QCOMPARE(said(found), sequence);
        QStringList why;
        for (const WalGap &gap : found.gaps)
            why << gap.why;
        QCOMPARE(why.join(QLatin1Char('\n')), gaps);
    }

    void theWayLeadsThroughTheTimelines()
    {
        // Timeline 2 forked off in segment 5: its file holds the beginning of segment 5 of timeline 1 too.
        const WalPlaces places{.segmentBytes = segmentBytes,
                               .way = {{1, Lsn(5ULL * segmentBytes + 1000)}, {2, std::nullopt}},
                               .archiveDirectory = QStringLiteral("/archive"),
                               .archived = filesOf(QStringLiteral("1:4 1:5 1:6 2:5 2:6")),
                               .liveDirectory = {},
                               .live = {},
                               .liveEnd = {}};
        const WalSequence found = sequenceOf(places, {});
        QCOMPARE(said(found), QStringLiteral("a4 a5 a6"));
        QCOMPARE(found.stretches.first().at(1).path, QStringLiteral("/archive/000000020000000000000005"));
    }
};

QTEST_GUILESS_MAIN(TestWalSequence)
#include "test_wal_sequence.moc"
