#include "core/pg/lsn.h"

#include <QTest>

#include <limits>

using namespace howdah;

class TestLsn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data();
    void parses();
    void refuses_data();
    void refuses();
    void measures_data();
    void measures();
    void namesWalFiles_data();
    void namesWalFiles();
    void readsTimelineOfWalFile_data();
    void readsTimelineOfWalFile();
};

void TestLsn::parses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<quint64>("position");
    QTest::addColumn<QString>("printed");
    QTest::newRow("invalid") << QStringLiteral("0/0") << quint64{0} << QStringLiteral("0/0");
    QTest::newRow("usual") << QStringLiteral("16/B374D848") << quint64{0x16B374D848} << QStringLiteral("16/B374D848");
    QTest::newRow("lower case") << QStringLiteral("ff/aB") << quint64{0xff000000ab} << QStringLiteral("FF/AB");
    QTest::newRow("leading zeros") << QStringLiteral("00000001/00000000") << quint64{0x100000000}
                                   << QStringLiteral("1/0");
    QTest::newRow("largest") << QStringLiteral("FFFFFFFF/FFFFFFFF") << ~quint64{0}
                             << QStringLiteral("FFFFFFFF/FFFFFFFF");
}

void TestLsn::parses()
{
    QFETCH(QString, text);
    QFETCH(quint64, position);
    QFETCH(QString, printed);
    const auto lsn = Lsn::parse(text);
    QVERIFY(lsn);
    QCOMPARE(lsn->position(), position);
    QCOMPARE(lsn->isValid(), position != 0);
    QCOMPARE(lsn->toString(), printed);
    QCOMPARE(Lsn::parse(lsn->toString()), lsn);
}

void TestLsn::refuses_data()
{
    QTest::addColumn<QString>("text");
    const QStringList texts{QString(),
                            QStringLiteral("/"),
                            QStringLiteral("0"),
                            QStringLiteral("0/"),
                            QStringLiteral("/0"),
                            QStringLiteral("0/0/0"),
                            QStringLiteral("0/123456789"),
                            QStringLiteral("123456789/0"),
                            QStringLiteral(" 0/0"),
                            QStringLiteral("0/0 "),
                            QStringLiteral("0x1/0"),
                            QStringLiteral("-1/0"),
                            QStringLiteral("+1/0"),
                            QStringLiteral("G/0"),
                            QStringLiteral("٣/0"),
                            QStringLiteral("0/0\n"),
                            QStringLiteral("0/'; DROP TABLE x")};
    for (const QString &text : texts)
        QTest::newRow("<" + text.toUtf8().toPercentEncoding() + ">") << text;
}

void TestLsn::refuses()
{
    QFETCH(QString, text);
    QVERIFY(!Lsn::parse(text));
}

void TestLsn::measures_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<qint64>("bytes");
    QTest::newRow("same") << QStringLiteral("1/0") << QStringLiteral("1/0") << qint64{0};
    QTest::newRow("across the halves") << QStringLiteral("0/FFFFFFFF") << QStringLiteral("1/0") << qint64{1};
    QTest::newRow("behind") << QStringLiteral("0/3000100") << QStringLiteral("0/3000000") << qint64{-256};
    QTest::newRow("far") << QStringLiteral("0/0") << QStringLiteral("7FFFFFFF/FFFFFFFF")
                         << std::numeric_limits<qint64>::max();
}

void TestLsn::measures()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(qint64, bytes);
    const Lsn start = Lsn::parse(from).value_or(Lsn());
    const Lsn end = Lsn::parse(to).value_or(Lsn());
    QCOMPARE(end - start, bytes);
    QCOMPARE(start + bytes, end);
    QCOMPARE(start<end, bytes> 0);
    QCOMPARE(start > end, bytes < 0);
}

void TestLsn::namesWalFiles_data()
{
    QTest::addColumn<Timeline>("timeline");
    QTest::addColumn<QString>("lsn");
    QTest::addColumn<quint32>("megabytes");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *title, Timeline timeline, const char *lsn, quint32 megabytes, const char *name) {
        QTest::newRow(title) << timeline << QString::fromLatin1(lsn) << megabytes << QString::fromLatin1(name);
    };
    // As pg_walfile_name() of PostgreSQL 15 says; at a segment's first byte it names the one before, which ended there.
    row("first", 1, "0/1", 16, "000000010000000000000000");
    row("last byte", 1, "0/FFFFFF", 16, "000000010000000000000000");
    row("next segment", 1, "0/1000001", 16, "000000010000000000000001");
    row("in the middle", 1, "16/B374D848", 16, "0000000100000016000000B3");
    row("end of all", 1, "FFFFFFFF/FFFFFFFF", 16, "00000001FFFFFFFF000000FF");
    row("timeline", 0x1f, "1/0", 16, "0000001F0000000100000000");
    row("small segments", 1, "0/300000", 1, "000000010000000000000003");
    row("large segments", 1, "1/40000000", 1024, "000000010000000100000001");
}

void TestLsn::namesWalFiles()
{
    QFETCH(Timeline, timeline);
    QFETCH(QString, lsn);
    QFETCH(quint32, megabytes);
    QFETCH(QString, name);
    QCOMPARE(walFileName(timeline, Lsn::parse(lsn).value_or(Lsn()), megabytes * 1024 * 1024), name);
    QCOMPARE(timelineOfWalFile(name), std::optional(timeline));
}

void TestLsn::readsTimelineOfWalFile_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("timeline"); // -1: none
    QTest::newRow("plain") << QStringLiteral("0000000A0000000000000003") << 10;
    QTest::newRow("too short") << QStringLiteral("0000000A000000000000000") << -1;
    QTest::newRow("history") << QStringLiteral("00000002.history") << -1;
    QTest::newRow("partial") << QStringLiteral("000000010000000000000003.partial") << -1;
    QTest::newRow("not hexadecimal") << QStringLiteral("00000001000000000000000G") << -1;
    QTest::newRow("a temporary file") << QStringLiteral("archive_status/000000001") << -1;
    QTest::newRow("empty") << QString() << -1;
}

void TestLsn::readsTimelineOfWalFile()
{
    QFETCH(QString, name);
    QFETCH(int, timeline);
    const auto found = timelineOfWalFile(name);
    QCOMPARE(found ? static_cast<int>(*found) : -1, timeline);
}

QTEST_GUILESS_MAIN(TestLsn)
#include "test_lsn.moc"
