#include "tests/fault/soak/soak_moves.h"
#include "tests/fault/soak/soak_repair.h"

using namespace howdah;
using namespace howdah::test;

/// Operations and faults by chance, under load. HOWDAH_SOAK_SECONDS makes it longer, HOWDAH_SOAK_SEED chooses another
/// run; 0 is another one each time. By itself it is always the same choice: a red suite shall mean the change it tests.
class TestSoak : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyAcknowledgedRowIsThereAfterEveryRound()
    {
        const int seconds = qEnvironmentVariable("HOWDAH_SOAK_SECONDS", QStringLiteral("30")).toInt();
        const quint32 chosen = qEnvironmentVariable("HOWDAH_SOAK_SEED", QStringLiteral("7")).toUInt();
        const quint32 seed = chosen != 0 ? chosen : QRandomGenerator::global()->generate();
        qInfo("HOWDAH_SOAK_SEED=%u", seed);
        std::unique_ptr<LiveLab> lab = LiveLab::make(2);
        QVERIFY(lab);
        SoakCluster cluster(std::move(lab));
        SoakMoves moves(cluster, seed);
        SoakRepair repair(cluster);
        const Deadline end = Deadline::after(std::chrono::seconds(seconds));
        for (int round = 1; !end.expired(); ++round) {
            qInfo("%d. %s", round, qPrintable(moves.makeOne()));
            QVERIFY2(cluster.primaries().size() <= 1, "two primaries take writes");
            for (const QString &line : repair.mend())
                qInfo("   %s", qPrintable(line));
            const QString what = cluster.unsettled(Milliseconds{30000});
            QVERIFY2(what.isEmpty(), qPrintable(QStringLiteral("%1 (HOWDAH_SOAK_SEED=%2)").arg(what).arg(seed)));
        }
        qInfo("%lld rows acknowledged, none missing", cluster.acknowledged());
    }
};

int main(int argc, char **argv)
{
    qputenv("QTEST_FUNCTION_TIMEOUT", "3600000"); // of Qt's own five minutes a long soak would be aborted
    const QCoreApplication application(argc, argv);
    TestSoak test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_soak.moc"
