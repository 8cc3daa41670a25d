#include "core/backup/archive_header.h"

#include <QTest>
#include <QtEndian>

using namespace howdah;

namespace {

constexpr quint32 segmentBytes = 16U * 1024U * 1024U;
constexpr quint64 ourSystem = 7318442ULL;

template <typename Number> QByteArray inOrder(Number number, bool big)
{
    QByteArray bytes(sizeof(Number), 0);
    big ? qToBigEndian(number, bytes.data()) : qToLittleEndian(number, bytes.data());
    return bytes;
}

/// The first page's head of segment 3 on timeline 1, as PostgreSQL 15 writes it.
QByteArray head(quint64 identifier = ourSystem, quint64 start = 3ULL * segmentBytes, quint32 timeline = 1,
                quint16 flags = 2, quint32 size = segmentBytes, bool big = false)
{
    return inOrder<quint16>(0xD110, big) + inOrder<quint16>(flags, big) + inOrder(timeline, big) + inOrder(start, big) +
           QByteArray(8, 0) + inOrder(identifier, big) + inOrder(size, big) + inOrder<quint32>(8192, big);
}

ArchiveFile segment(const QString &name = QStringLiteral("000000010000000000000003"), qint64 bytes = segmentBytes)
{
    ArchiveFile file = archiveFileNamed(name, segmentBytes);
    file.bytes = bytes;
    return file;
}

} // namespace

class TestArchiveHeader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstPageSaysWhatAFileIs_data()
    {
        QTest::addColumn<bool>("big");
        QTest::newRow("little end first") << false;
        QTest::newRow("big end first") << true;
    }
    void theFirstPageSaysWhatAFileIs()
    {
        QFETCH(bool, big);
        const auto seen = parseWalHeader(head(ourSystem, 3ULL * segmentBytes, 1, 2, segmentBytes, big) + "more");
        QVERIFY(seen);
        QCOMPARE(seen->systemIdentifier, QString::number(ourSystem));
        QCOMPARE(seen->start, Lsn(3ULL * segmentBytes));
        QCOMPARE(seen->timeline, Timeline(1));
        QCOMPARE(seen->segmentBytes, segmentBytes);
    }

    void whatIsNoneIsNone_data()
    {
        QTest::addColumn<QByteArray>("begin");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("zeros") << QByteArray(40, 0);
        QTest::newRow("text") << QByteArray("This is a note for the next one who looks in here.");
        QTest::newRow("cut off") << head().left(39);
        QTest::newRow("a page from the middle") << head(ourSystem, 3ULL * segmentBytes, 1, 0);
    }
    void whatIsNoneIsNone()
    {
        QFETCH(QByteArray, begin);
        QVERIFY(!parseWalHeader(begin));
    }

    void aFileIsWhatItsNameSaysOrAFault_data()
    {
        QTest::addColumn<ArchiveFile>("file");
        QTest::addColumn<QByteArray>("begin");
        QTest::addColumn<int>("kind"); // -1: sound
        using Kind = ArchiveFault::Kind;
        const auto row = [](const char *name, const ArchiveFile &file, const QByteArray &begin, int kind) {
            QTest::newRow(name) << file << begin << kind;
        };
        const QString packed = QStringLiteral("000000010000000000000003.gz");
        row("sound", segment(), head(), -1);
        row("sound and packed", segment(packed, 4711), head(), -1);
        row("left its timeline within", segment(QStringLiteral("000000020000000000000003")), head(), -1);
        row("another cluster's", segment(), head(4711), int(Kind::OtherCluster));
        row("another cluster's, packed", segment(packed, 4711), head(4711), int(Kind::OtherCluster));
        row("another place", segment(), head(ourSystem, 4ULL * segmentBytes), int(Kind::OtherPlace));
        row("a later timeline's", segment(), head(ourSystem, 3ULL * segmentBytes, 2), int(Kind::OtherPlace));
        row("of another size", segment(), head(ourSystem, 3ULL * segmentBytes, 1, 2, segmentBytes / 2),
            int(Kind::OtherPlace));
        row("cut off", segment({QStringLiteral("000000010000000000000003")}, 4096), head(), int(Kind::CutOff));
        row("no WAL", segment(), QByteArray(40, 'x'), int(Kind::NotWal));
        row("does not unpack", segment(packed, 4711), QByteArray(), int(Kind::Unreadable));
    }
    void aFileIsWhatItsNameSaysOrAFault()
    {
        QFETCH(ArchiveFile, file);
        QFETCH(QByteArray, begin);
        QFETCH(int, kind);
        const auto fault = faultOf(file, begin, QString::number(ourSystem), segmentBytes);
        QCOMPARE(fault ? int(fault->kind) : -1, kind);
        if (fault)
            QVERIFY2(fault->why.contains(file.name) && fault->why.endsWith(QLatin1Char('.')), qPrintable(fault->why));
    }

    void anyClusterFitsWhereNoneIsNamed() { QVERIFY(!faultOf(segment(), head(4711), {}, segmentBytes)); }
};

QTEST_GUILESS_MAIN(TestArchiveHeader)
#include "test_archive_header.moc"
