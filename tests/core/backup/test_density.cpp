#include "core/backup/density.h"

#include <QTest>

#include <numeric>

using namespace howdah;

namespace {

QDateTime at(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(1763600000000 + ms, Qt::UTC);
}
qint64 total(const Density &density)
{
    return std::accumulate(density.counts().cbegin(), density.counts().cend(), qint64(0));
}

} // namespace

class TestDensity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsBoundedAndLosesNothing_data()
    {
        QTest::addColumn<qint64>("step");
        QTest::newRow("all at once") << qint64(0);
        QTest::newRow("milliseconds") << qint64(3);
        QTest::newRow("minutes") << qint64(60000);
        QTest::newRow("days") << qint64(86400000);
        QTest::newRow("backwards") << qint64(-7000);
    }
    void itIsBoundedAndLosesNothing()
    {
        QFETCH(qint64, step);
        Density density;
        constexpr int many = 5000;
        for (int index = 0; index < many; ++index)
            density.add(at(index * step));
        QCOMPARE(total(density), many);
        QVERIFY(density.counts().size() <= Density::mostBuckets);
        const qint64 first = std::min(at(0), at((many - 1) * step)).toMSecsSinceEpoch();
        QVERIFY(density.fromMs() <= first && density.fromMs() + density.widthMs() > first);
    }

    void aBurstStaysWhereItWas()
    {
        Density density;
        density.add(at(0));
        for (int index = 0; index < 100; ++index)
            density.add(at(3600000));
        density.add(at(86400000));
        const qint64 bucket = (at(3600000).toMSecsSinceEpoch() - density.fromMs()) / density.widthMs();
        QCOMPARE(density.counts().at(bucket), 100);
    }

    void momentsThatAreNoneAreLeftOut()
    {
        Density density;
        density.add(QDateTime());
        QVERIFY(density.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestDensity)
#include "test_density.moc"
