#include "core/pg/name_lookup.h"

#include <QTest>

using namespace howdah;

class TestNameLookup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numericAddressesAreTheirOwnAnswer_data();
    void numericAddressesAreTheirOwnAnswer();
    void localhostIsLoopback();
    void anUnknownNameIsNamed();
    void aStopEndsTheWait();
};

void TestNameLookup::numericAddressesAreTheirOwnAnswer_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("address");
    QTest::newRow("IPv4") << QStringLiteral("192.0.2.7") << QStringLiteral("192.0.2.7");
    QTest::newRow("IPv6") << QStringLiteral("2001:DB8:0::1") << QStringLiteral("2001:db8::1");
    QTest::newRow("IPv4, short") << QStringLiteral("127.1") << QStringLiteral("127.0.0.1");
}

void TestNameLookup::numericAddressesAreTheirOwnAnswer()
{
    QFETCH(QString, given);
    QFETCH(QString, address);
    std::stop_source stopped;
    stopped.request_stop();
    const WakeUp wakeUp(stopped.get_token()); // they need no waiting, so no stop can come between
    const auto found = lookUpAddresses(given, Deadline::after(Milliseconds{0}), wakeUp);
    QVERIFY(found.ok());
    QCOMPARE(*found, QStringList{address});
}

void TestNameLookup::localhostIsLoopback()
{
    const WakeUp wakeUp{std::stop_token()};
    const auto found = lookUpAddresses(QStringLiteral("localhost"), Deadline::after(std::chrono::seconds(20)), wakeUp);
    QVERIFY(found.ok());
    QVERIFY(!found->isEmpty());
    for (const QString &address : *found)
        QVERIFY2(address == QLatin1String("::1") || address.startsWith(QLatin1String("127.")), qPrintable(address));
}

void TestNameLookup::anUnknownNameIsNamed()
{
    const WakeUp wakeUp{std::stop_token()};
    // The resolver refuses a name with blanks itself; no name server is asked.
    const auto found =
        lookUpAddresses(QStringLiteral("no such host"), Deadline::after(std::chrono::seconds(20)), wakeUp);
    QVERIFY(!found.ok());
    QCOMPARE(found.error().code, ErrorCode::Unreachable);
    QVERIFY(found.error().message.contains(QLatin1String("\"no such host\"")));
    QVERIFY(!found.error().detail.isEmpty());
}

void TestNameLookup::aStopEndsTheWait()
{
    std::stop_source stopped;
    stopped.request_stop();
    const WakeUp wakeUp(stopped.get_token());
    const auto found = lookUpAddresses(QStringLiteral("localhost"), Deadline::never(), wakeUp);
    QVERIFY(!found.ok());
    QCOMPARE(found.error().code, ErrorCode::Stopped);
}

QTEST_GUILESS_MAIN(TestNameLookup)
#include "test_name_lookup.moc"
