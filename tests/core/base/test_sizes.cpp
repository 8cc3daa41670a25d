#include "core/base/sizes.h"

#include <QLocale>
#include <QTest>

#include <limits>

using namespace howdah;

class TestSizes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sizesReadAsTheServerPrintsThem_data();
    void sizesReadAsTheServerPrintsThem();
    void durations_data();
    void durations();
};

void TestSizes::sizesReadAsTheServerPrintsThem_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QString>("printed");
    const auto row = [](qint64 bytes, const char *printed) {
        QTest::newRow(qPrintable(QString::number(bytes))) << bytes << QString::fromLatin1(printed);
    };
    // Each as pg_size_pretty() of PostgreSQL 15 answered.
    row(0, "0 bytes");
    row(1, "1 bytes");
    row(-1, "-1 bytes");
    row(1024, "1024 bytes");
    row(10239, "10239 bytes");
    row(10240, "10 kB");
    row(-10239, "-10239 bytes");
    row(-10240, "-10 kB");
    row(10751, "10 kB");
    row(10752, "11 kB");
    row(1048575, "1024 kB");
    row(10485247, "10239 kB");
    row(10485248, "10 MB");
    row(16777216, "16 MB");
    row(-16777216, "-16 MB");
    row(17301504, "17 MB");
    row(1073741824, "1024 MB");
    row(10736893951, "10239 MB");
    row(10736893952, "10 GB");
    row(10994579406847, "10239 GB");
    row(10994579406848, "10 TB");
    row(1125899906842624, "1024 TB");
    row(11258449312808435, "10 PB");
    row(std::numeric_limits<qint64>::max(), "8192 PB");
    row(std::numeric_limits<qint64>::min(), "-8192 PB");
}

void TestSizes::sizesReadAsTheServerPrintsThem()
{
    QFETCH(qint64, bytes);
    QFETCH(QString, printed);
    QCOMPARE(prettySize(bytes), printed);
}

void TestSizes::durations_data()
{
    QTest::addColumn<qint64>("milliseconds");
    QTest::addColumn<QString>("printed");
    const auto row = [](qint64 milliseconds, const char *printed) {
        QTest::newRow(printed) << milliseconds << QString::fromLatin1(printed);
    };
    row(0, "0 ms");
    row(999, "999 ms");
    row(1000, "1.0 s");
    row(1234, "1.2 s");
    row(59900, "59.9 s");
    row(59999, "59.9 s");
    row(60000, "1 min 0 s");
    row(125000, "2 min 5 s");
    row(3599999, "59 min 59 s");
    row(11520000, "3 h 12 min");
    row(86400000, "1 d 0 h");
    row(353000000, "4 d 2 h");
}

void TestSizes::durations()
{
    QLocale::setDefault(QLocale::c());
    QFETCH(qint64, milliseconds);
    QFETCH(QString, printed);
    QCOMPARE(prettyDuration(milliseconds), printed);
}

QTEST_GUILESS_MAIN(TestSizes)
#include "test_sizes.moc"
