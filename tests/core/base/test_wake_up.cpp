#include "core/base/wake_up.h"

#include <QElapsedTimer>
#include <QTest>

#include <array>
#include <poll.h>
#include <thread>
#include <unistd.h>

using namespace howdah;

namespace {
/// Far more than a wake-up takes, far less than the waits in here would last without one.
constexpr qint64 prompt = 1000;
} // namespace

class TestWakeUp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStopWakesAtOnce();
    void aStopBeforeTheWaitCounts();
    void dataIsNoticed();
    void theDeadlineEndsTheWait();
    void aStopCountsMoreThanData();
    void sleepEndsAtAStop();
    void sleepLasts();
};

void TestWakeUp::aStopWakesAtOnce()
{
    std::stop_source source;
    const WakeUp wakeUp(source.get_token());
    std::jthread stopper([&source] { source.request_stop(); });
    QElapsedTimer elapsed;
    elapsed.start();
    QCOMPARE(waitFor(-1, 0, Deadline::after(std::chrono::seconds(30)), wakeUp), WaitOutcome::Stopped);
    QVERIFY(elapsed.elapsed() < prompt);
}

void TestWakeUp::aStopBeforeTheWaitCounts()
{
    std::stop_source source;
    source.request_stop();
    const WakeUp wakeUp(source.get_token());
    QCOMPARE(waitFor(-1, 0, Deadline::never(), wakeUp), WaitOutcome::Stopped);
}

void TestWakeUp::dataIsNoticed()
{
    std::array<int, 2> ends{};
    QCOMPARE(::pipe(ends.data()), 0);
    const WakeUp wakeUp{std::stop_token()};
    QCOMPARE(waitFor(ends[0], POLLIN, Deadline::after(Milliseconds{0}), wakeUp), WaitOutcome::TimedOut);
    QCOMPARE(::write(ends[1], "x", 1), ssize_t{1});
    QCOMPARE(waitFor(ends[0], POLLIN, Deadline::never(), wakeUp), WaitOutcome::Ready);
    ::close(ends[1]);
    ::close(ends[0]);
}

void TestWakeUp::theDeadlineEndsTheWait()
{
    const WakeUp wakeUp{std::stop_token()};
    const Deadline deadline = Deadline::after(Milliseconds{20});
    QCOMPARE(waitFor(-1, 0, deadline, wakeUp), WaitOutcome::TimedOut);
    QVERIFY(deadline.expired());
}

void TestWakeUp::aStopCountsMoreThanData()
{
    std::array<int, 2> ends{};
    QCOMPARE(::pipe(ends.data()), 0);
    QCOMPARE(::write(ends[1], "x", 1), ssize_t{1});
    std::stop_source source;
    source.request_stop();
    const WakeUp wakeUp(source.get_token());
    QCOMPARE(waitFor(ends[0], POLLIN, Deadline::never(), wakeUp), WaitOutcome::Stopped);
    ::close(ends[1]);
    ::close(ends[0]);
}

void TestWakeUp::sleepEndsAtAStop()
{
    std::stop_source source;
    std::jthread stopper([&source] { source.request_stop(); });
    QElapsedTimer elapsed;
    elapsed.start();
    QVERIFY(!sleepUnlessStopped(std::chrono::seconds(30), source.get_token()));
    QVERIFY(elapsed.elapsed() < prompt);
}

void TestWakeUp::sleepLasts()
{
    QElapsedTimer elapsed;
    elapsed.start();
    QVERIFY(sleepUnlessStopped(Milliseconds{20}, {}));
    QVERIFY(elapsed.elapsed() >= 20);
}

QTEST_GUILESS_MAIN(TestWakeUp)
#include "test_wake_up.moc"
