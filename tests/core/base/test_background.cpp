#include "core/base/background.h"
#include "core/base/wake_up.h"

#include <QElapsedTimer>
#include <QTest>
#include <QThread>

#include <optional>

using namespace howdah;

class TestBackground : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void worksElsewhereAndDeliversHere();
    void deliversEveryOne();
    void aStopReachesTheWork();
    void nothingIsDeliveredAfterItsEnd();
    void itsEndDoesNotWaitForTheWorkToFinishByItself();
};

void TestBackground::worksElsewhereAndDeliversHere()
{
    Background background(this);
    QThread *worker = nullptr;
    QThread *deliverer = nullptr;
    background.run([](const std::stop_token &) { return QThread::currentThread(); },
                   [&](QThread *value) {
                       worker = value;
                       deliverer = QThread::currentThread();
                   });
    QTRY_VERIFY(deliverer);
    QCOMPARE(deliverer, QThread::currentThread());
    QVERIFY(worker != deliverer);
}

void TestBackground::deliversEveryOne()
{
    Background background(this);
    int sum = 0;
    for (int number = 1; number <= 20; ++number)
        background.run([number](const std::stop_token &) { return number; }, [&sum](int value) { sum += value; });
    QTRY_COMPARE(sum, 210);
}

void TestBackground::aStopReachesTheWork()
{
    Background background(this);
    std::optional<bool> sleptThrough;
    background.run([](const std::stop_token &stop) { return sleepUnlessStopped(std::chrono::minutes(1), stop); },
                   [&sleptThrough](bool value) { sleptThrough = value; });
    background.requestStop();
    QTRY_VERIFY(sleptThrough);
    QVERIFY(!*sleptThrough);
}

void TestBackground::nothingIsDeliveredAfterItsEnd()
{
    bool delivered = false;
    {
        Background background(this);
        background.run([](const std::stop_token &) { return 1; }, [&delivered](int) { delivered = true; });
    }
    QCoreApplication::processEvents();
    QCoreApplication::processEvents();
    QVERIFY(!delivered);
}

void TestBackground::itsEndDoesNotWaitForTheWorkToFinishByItself()
{
    QElapsedTimer elapsed;
    elapsed.start();
    {
        Background background(this);
        for (int count = 0; count < 5; ++count)
            background.run(
                [](const std::stop_token &stop) { return sleepUnlessStopped(std::chrono::minutes(1), stop); },
                [](bool) {});
    }
    QVERIFY(elapsed.elapsed() < 10000);
}

QTEST_GUILESS_MAIN(TestBackground)
#include "test_background.moc"
