// A switchover behind PgBouncer while pgbench commits with 16 clients: transactions that failed, and the longest wait
// of one.

#include "tests/bench/figures.h"
#include "tests/bench/hand_over_bench.h"
#include "tests/support/live_bouncer.h"
#include "tests/support/live_server.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QTest>

using namespace howdah;

namespace {

struct Load
{
    qint64 transactions = 0, longestMicroseconds = 0;
};

/// pgbench's log: client, transaction, latency in microseconds …
Load readLogs(const QString &directory)
{
    Load load;
    for (const QString &name : QDir(directory).entryList({QStringLiteral("pgbench_log.*")})) {
        QFile log(directory + QLatin1Char('/') + name);
        if (!log.open(QIODevice::ReadOnly))
            continue;
        for (const QByteArray &line : log.readAll().split('\n')) {
            load.transactions += line.isEmpty() ? 0 : 1;
            load.longestMicroseconds = std::max(load.longestMicroseconds, line.split(' ').value(2).toLongLong());
        }
        log.remove();
    }
    return load;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int rounds = bench::numberFromEnvironment("HOWDAH_BENCH_ROUNDS", 5);
    const auto lab = test::LiveLab::make(1);
    if (!lab)
        return 1;
    QString primary = QStringLiteral("n1");
    QString standby = QStringLiteral("n2");
    QFile passwords(lab->connInfo(primary).value(QStringLiteral("passfile")));
    if (!passwords.open(QIODevice::ReadOnly))
        return 1;
    const QString password = QString::fromUtf8(passwords.readLine()).trimmed().section(QLatin1Char(':'), -1);
    const test::LiveBouncer bouncer(QStringLiteral("app = host=127.0.0.1 port=%1 user=postgres dbname=postgres "
                                                   "password=%2")
                                        .arg(lab->connInfo(primary).port(), password),
                                    test::freePort());
    const QString pgbench = test::postgresBinDirectory() + QStringLiteral("/pgbench");
    const QString target = bouncer.connInfo(QStringLiteral("app")).toString();
    if (QProcess::execute(pgbench, {QStringLiteral("-q"), QStringLiteral("-i"), QStringLiteral("-s"),
                                    QStringLiteral("5"), target}) != 0)
        return 1;
    bench::HandOvers handOvers(*lab);
    QList<double> waits;
    qint64 failures = 0;
    qint64 transactions = 0;
    QTemporaryDir logs;
    for (int round = 0; round < rounds; ++round) {
        QProcess load;
        load.setProcessChannelMode(QProcess::MergedChannels);
        load.setWorkingDirectory(logs.path());
        load.start(pgbench, {QStringLiteral("-n"), QStringLiteral("-N"), QStringLiteral("-l"), QStringLiteral("-c"),
                             QStringLiteral("16"), QStringLiteral("-T"), QStringLiteral("8"), target});
        const QString count = QStringLiteral("SELECT count(*) FROM pgbench_history");
        const qint64 before = lab->sql(primary, count).toLongLong();
        if (!QTest::qWaitFor([&] { return lab->sql(primary, count).toLongLong() > before + 200; }, 20000))
            return 1;
        QJsonObject result;
        if (const auto failed =
                handOvers.howdah(QStringLiteral("switchover"), {{QStringLiteral("to"), standby}}, result)) {
            qWarning("%s", qPrintable(failed->full()));
            return 1;
        }
        std::swap(primary, standby);
        load.waitForFinished(60000);
        const QByteArray said = load.readAll();
        failures += said.count("ERROR") + said.count("aborted") + (load.exitCode() == 0 ? 0 : 1);
        const Load seen = readLogs(logs.path());
        transactions += seen.transactions;
        waits << static_cast<double>(seen.longestMicroseconds) / 1000.0;
    }
    bench::print(QStringLiteral("pgbouncer"), {{QStringLiteral("clients"), 16},
                                               {QStringLiteral("transactions"), transactions},
                                               {QStringLiteral("failed"), failures},
                                               {QStringLiteral("longestWaitMs"), bench::spread(waits)},
                                               {QStringLiteral("load"), bench::loadAverage()}});
    return 0;
}
