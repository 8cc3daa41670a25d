// The WAL of a cluster read into a list of its transactions, against bare pg_waldump over the same segments whose output
// goes to /dev/null, taking turns in one run. Beside the times: how much memory this process held before and after, and
// when the first transaction was there.

#include "core/base/deadline.h"
#include "tests/bench/figures.h"
#include "tests/live/operations/past_of_lab.h"
#include "tests/support/live_lab.h"

#include <QCoreApplication>
#include <QElapsedTimer>

using namespace howdah;

namespace {

const QString n1 = QStringLiteral("n1");

/// Half of it large transactions, half of it small ones.
void write(test::LiveLab &lab, int megabytes)
{
    lab.sql(n1, QStringLiteral("CREATE TABLE wide (i int, text text)"));
    lab.sql(n1, QStringLiteral("CREATE TABLE small (i int PRIMARY KEY, n int)"));
    lab.sql(n1, QStringLiteral("INSERT INTO small SELECT i, 0 FROM generate_series(1, 100000) i"));
    lab.sql(n1, QStringLiteral("CREATE PROCEDURE many(commits int) LANGUAGE plpgsql AS $$ BEGIN FOR k IN 1..commits LOOP"
                               " UPDATE small SET n = n + 1 WHERE i BETWEEN (k * 5) % 99990 AND (k * 5) % 99990 + 4;"
                               " COMMIT; END LOOP; END $$"));
    lab.sql(n1, QStringLiteral("ALTER SYSTEM SET synchronous_commit = off"));
    lab.sql(n1, QStringLiteral("SELECT pg_reload_conf()"));
    const auto written = [&lab] {
        return lab.sql(n1, QStringLiteral("SELECT pg_current_wal_lsn() - '0/0'")).toDouble() / (1 << 20);
    };
    const double before = written();
    while (written() - before < megabytes) {
        lab.sql(n1, QStringLiteral("INSERT INTO wide SELECT i, repeat(md5(i::text), 3) FROM generate_series(1, 50000) i"));
        lab.sql(n1, QStringLiteral("CALL many(10000)"));
    }
    lab.sql(n1, QStringLiteral("SELECT pg_switch_wal()"));
}

double bare(const TimeMachine &machine, const WalSequence &sequence)
{
    const QList<WalFile> &files = sequence.stretches.last();
    const quint32 bytes = machine.wal.places.segmentBytes;
    const auto name = [&](const WalFile &file) { return nameOf({1, file.number}, bytes); };
    QElapsedTimer timer;
    timer.start();
    const auto outcome = machine.wal.host->run(
        {.argv = {QStringLiteral("sh"), QStringLiteral("-c"),
                  QStringLiteral("exec \"$0\" --path=\"$1\" \"$2\" \"$3\" > /dev/null"),
                  machine.wal.binDirectory + QStringLiteral("/pg_waldump"), machine.archive, name(files.first()),
                  name(files.at(files.size() - 2))},
         .asUser = machine.wal.owner},
        Deadline::never());
    if (!outcome)
        qWarning("%s", qPrintable(outcome.error().full()));
    return static_cast<double>(timer.elapsed());
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int megabytes = bench::numberFromEnvironment("HOWDAH_BENCH_WAL_MB", 512);
    const int rounds = bench::numberFromEnvironment("HOWDAH_BENCH_ROUNDS", 3);
    const auto lab = test::LiveLab::make({.standbys = 0, .archive = true});
    if (!lab)
        return 1;
    write(*lab, megabytes);
    Environment environment;
    environment.hosts = &lab->hosts();
    const TimeMachine machine = test::pastOf(*lab, environment);
    const WalSequence sequence = sequenceOf(machine.wal.places, {});
    const double megabytesThere = static_cast<double>(sequence.count()) * machine.wal.places.segmentBytes / (1 << 20);
    QList<double> ours, theirs, firsts;
    qint64 transactions = 0;
    const qint64 before = bench::ownUsage().residentBytes;
    qint64 most = before;
    for (int round = 0; round < rounds; ++round) {
        theirs << bare(machine, sequence);
        QElapsedTimer timer;
        timer.start();
        qint64 first = -1;
        transactions = 0;
        const WalListener listener{.committed = [&](const CommittedTransaction &) {
            if (transactions++ == 0)
                first = timer.elapsed();
            if (transactions % 10000 == 0)
                most = std::max(most, bench::ownUsage().residentBytes);
        }};
        const auto reading = readWal(machine.wal, {}, listener, Deadline::never(), {});
        if (!reading)
            qWarning("%s", qPrintable(reading.error().full()));
        ours << static_cast<double>(timer.elapsed());
        firsts << static_cast<double>(first);
    }
    const double best = *std::min_element(ours.begin(), ours.end());
    const double bareBest = *std::min_element(theirs.begin(), theirs.end());
    bench::print(QStringLiteral("wal reading"),
                 {{QStringLiteral("megabytes"), megabytesThere},
                  {QStringLiteral("transactions"), transactions},
                  {QStringLiteral("howdahMs"), bench::spread(ours)},
                  {QStringLiteral("pgWaldumpMs"), bench::spread(theirs)},
                  {QStringLiteral("ratioOfBest"), best / bareBest},
                  {QStringLiteral("megabytesPerSecond"), megabytesThere * 1000 / best},
                  {QStringLiteral("firstTransactionMs"), bench::spread(firsts)},
                  {QStringLiteral("residentGrownBytes"), most - before},
                  {QStringLiteral("loadAverage"), bench::loadAverage()}});
    return 0;
}
