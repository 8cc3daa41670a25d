// From the approval of a failover to the first write that the new primary accepts: of a primary that was killed, and of
// one that still lives and is stopped first. A client commits every 2 ms through a multi-host connection.

#include "tests/bench/figures.h"
#include "tests/bench/hand_over_bench.h"
#include "tests/support/counting_writer.h"

#include <QCoreApplication>
#include <QTest>

using namespace howdah;

namespace {

QString received(const test::LiveLab &lab, const QString &node)
{
    return lab.sql(node, QStringLiteral("SELECT pg_wal_lsn_diff(pg_last_wal_receive_lsn(), '0/0')::bigint"));
}

/// Once nothing arrives any more: the standby that has most, as a person would choose it.
QString mostAdvanced(const test::LiveLab &lab, const QStringList &standbys)
{
    QString best;
    for (const QString &node : standbys) {
        const QString receivers =
            QStringLiteral("SELECT count(*) FROM pg_stat_wal_receiver WHERE status = 'streaming'");
        const bool quiet = QTest::qWaitFor([&] { return lab.sql(node, receivers) == QLatin1String("0"); }, 30000);
        if (quiet && (best.isEmpty() || received(lab, node).toLongLong() > received(lab, best).toLongLong()))
            best = node;
    }
    return best;
}

/// One failover in a lab of its own; false when it fails.
bool measure(bool killed, QList<double> &untilWrite, QList<double> &totals)
{
    const auto lab = test::LiveLab::make(2);
    if (!lab)
        return false;
    lab->sql(QStringLiteral("n1"), QStringLiteral("CREATE TABLE acknowledged (id bigint)"));
    test::CountingWriter writer(lab->cluster(), Milliseconds{2});
    if (!QTest::qWaitFor([&] { return writer.acknowledged() > 200; }, 60000))
        return false;
    QString chosen = QStringLiteral("n2");
    if (killed) {
        lab->killNode(QStringLiteral("n1"));
        chosen = mostAdvanced(*lab, {QStringLiteral("n2"), QStringLiteral("n3")});
    }
    QElapsedTimer approved;
    std::atomic<qint64> firstWrite = -1;
    std::jthread watcher; // the first write that the candidate takes, whoever writes it
    bench::HandOvers handOvers(*lab);
    QJsonObject result;
    const ConnInfo candidate = lab->connInfo(chosen);
    std::atomic<bool> running = false;
    QElapsedTimer clock;
    clock.start();
    watcher = std::jthread([&](std::stop_token stop) {
        const auto patience = [] { return Deadline::after(Milliseconds{2000}); };
        Result<Connection> session = Connection::open(candidate, patience());
        running = true;
        while (session && !stop.stop_requested() && firstWrite < 0) {
            // A standby refuses it; the session lives on through the promotion.
            if (session->query(QStringLiteral("INSERT INTO acknowledged VALUES (-1)"), {}, patience()))
                firstWrite = clock.nsecsElapsed();
            else
                (void)sleepUnlessStopped(Milliseconds{1}, stop);
        }
    });
    if (!QTest::qWaitFor([&] { return running.load(); }, 5000))
        return false;
    const auto failed =
        handOvers.howdah(QStringLiteral("failover"), {{QStringLiteral("candidate"), chosen}}, result, &approved);
    const qint64 atEnd = clock.nsecsElapsed();
    const qint64 took = approved.nsecsElapsed();
    if (failed || !QTest::qWaitFor([&] { return firstWrite >= 0; }, 30000)) {
        qWarning("%s", failed ? qPrintable(failed->full()) : "No write was accepted.");
        return false;
    }
    totals << static_cast<double>(took) / 1e6;
    untilWrite << static_cast<double>(firstWrite - (atEnd - took)) / 1e6;
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int rounds = bench::numberFromEnvironment("HOWDAH_BENCH_ROUNDS", 5);
    QList<double> killedWrite, killedTotal, livingWrite, livingTotal;
    for (int round = 0; round < rounds; ++round)
        if (!measure(true, killedWrite, killedTotal) || !measure(false, livingWrite, livingTotal))
            return 1;
    bench::print(QStringLiteral("failover"), {{QStringLiteral("killedFirstWriteMs"), bench::spread(killedWrite)},
                                              {QStringLiteral("killedTotalMs"), bench::spread(killedTotal)},
                                              {QStringLiteral("livingFirstWriteMs"), bench::spread(livingWrite)},
                                              {QStringLiteral("livingTotalMs"), bench::spread(livingTotal)},
                                              {QStringLiteral("load"), bench::loadAverage()}});
    return 0;
}
