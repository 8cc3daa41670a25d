#include "core/pg/server_version.h"

#include <QTest>

using namespace howdah;

class TestServerVersion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void compares();
};

void TestServerVersion::reads_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("majorText");
    QTest::addColumn<bool>("operated");
    QTest::newRow("not known") << 0 << QString() << QString() << false;
    QTest::newRow("9.6") << 90624 << QStringLiteral("9.6.24") << QStringLiteral("9.6") << false;
    QTest::newRow("10") << 100023 << QStringLiteral("10.23") << QStringLiteral("10") << false;
    QTest::newRow("12") << 120022 << QStringLiteral("12.22") << QStringLiteral("12") << false;
    QTest::newRow("13") << 130000 << QStringLiteral("13.0") << QStringLiteral("13") << true;
    QTest::newRow("15") << 150020 << QStringLiteral("15.20") << QStringLiteral("15") << true;
    QTest::newRow("18") << 180001 << QStringLiteral("18.1") << QStringLiteral("18") << true;
}

void TestServerVersion::reads()
{
    QFETCH(int, number);
    QFETCH(QString, text);
    QFETCH(QString, majorText);
    QFETCH(bool, operated);
    const ServerVersion version(number);
    QCOMPARE(version.toString(), text);
    QCOMPARE(version.majorString(), majorText);
    QCOMPARE(version.isOperated(), operated);
    QCOMPARE(version.isKnown(), number > 0);
}

void TestServerVersion::compares()
{
    QVERIFY(ServerVersion(90624) < ServerVersion(100000));
    QVERIFY(ServerVersion(150020).atLeast(15));
    QVERIFY(!ServerVersion(150020).atLeast(16));
    QCOMPARE(ServerVersion(150020), ServerVersion(150020));
}

QTEST_GUILESS_MAIN(TestServerVersion)
#include "test_server_version.moc"
