#include "core/base/deadline.h"

#include <QTest>

#include <limits>

using namespace howdah;

class TestDeadline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void neverNeverComes();
    void thePastHasExpired_data();
    void thePastHasExpired();
    void theFutureHasTimeLeft();
    void capped_data();
    void capped();
};

void TestDeadline::neverNeverComes()
{
    const Deadline never = Deadline::never();
    QVERIFY(never.isNever());
    QVERIFY(!never.expired());
    QCOMPARE(never.pollTimeout(), -1);
    QVERIFY(never.remaining() == Milliseconds::max());
}

void TestDeadline::thePastHasExpired_data()
{
    QTest::addColumn<int>("milliseconds");
    QTest::newRow("now") << 0;
    QTest::newRow("long ago") << -100000;
}

void TestDeadline::thePastHasExpired()
{
    QFETCH(int, milliseconds);
    const Deadline past = Deadline::after(Milliseconds{milliseconds});
    QVERIFY(past.expired());
    QVERIFY(past.remaining() == Milliseconds{0});
    QCOMPARE(past.pollTimeout(), 0); // never negative: poll() would wait for ever
}

void TestDeadline::theFutureHasTimeLeft()
{
    const Deadline hour = Deadline::after(std::chrono::hours(1));
    QVERIFY(!hour.expired());
    QVERIFY(hour.pollTimeout() > 3500 * 1000);
    QVERIFY(hour.pollTimeout() <= 3600 * 1000);
    QCOMPARE(Deadline::after(std::chrono::hours(24 * 365)).pollTimeout(), std::numeric_limits<int>::max());
}

void TestDeadline::capped_data()
{
    QTest::addColumn<int>("seconds"); // -1: never
    QTest::addColumn<int>("cap");
    QTest::addColumn<int>("most");
    QTest::newRow("never") << -1 << 10 << 10;
    QTest::newRow("later than the cap") << 100 << 10 << 10;
    QTest::newRow("sooner than the cap") << 10 << 100 << 10;
    QTest::newRow("expired") << 0 << 100 << 0;
}

void TestDeadline::capped()
{
    QFETCH(int, seconds);
    QFETCH(int, cap);
    QFETCH(int, most);
    const Deadline whole = seconds < 0 ? Deadline::never() : Deadline::after(std::chrono::seconds(seconds));
    const Deadline part = whole.cappedAt(std::chrono::seconds(cap));
    QVERIFY(!part.isNever());
    QVERIFY(part.remaining() <= std::chrono::seconds(most));
    QVERIFY(part.remaining() >= std::chrono::seconds(most) - std::chrono::seconds(5));
}

QTEST_GUILESS_MAIN(TestDeadline)
#include "test_deadline.moc"
