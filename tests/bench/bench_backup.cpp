// A base backup by Howdah (checks, plan, pg_basebackup, verification, record) beside bare pg_basebackup with the same
// options, taking turns in one run. Two comparisons: the copy alone, and all of it against copy and pg_verifybackup.

#include "core/operations/catalogue.h"
#include "core/operations/runner.h"
#include "tests/bench/figures.h"
#include "tests/support/live_lab.h"

#include <QCoreApplication>
#include <QElapsedTimer>

using namespace howdah;

namespace {

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// Negative when it failed, with the reason on standard error.
struct Times
{
    double copy = -1, total = -1;
};

class Bench
{
public:
    explicit Bench(test::LiveLab &lab)
        : m_lab(lab)
        , m_host(*lab.hosts().find(QStringLiteral("local")))
        , m_owner(lab.lab().systemUser)
        , m_base(lab.lab().directory)
        , m_bin(lab.lab().binDirectory)
    {
        m_environment.hosts = &lab.hosts();
    }

    Times byHand()
    {
        Times times;
        const QString data = m_base + QStringLiteral("/by-hand");
        QElapsedTimer timer;
        timer.start();
        bool done = run({m_bin + QStringLiteral("/pg_basebackup"),
                         QStringLiteral("--dbname=") + m_lab.connInfo(QStringLiteral("n1")).toString(),
                         QStringLiteral("--pgdata=") + data, QStringLiteral("--wal-method=stream"),
                         QStringLiteral("--checkpoint=fast"), QStringLiteral("--no-password")});
        const double copy = milliseconds(timer);
        done = done && run({m_bin + QStringLiteral("/pg_verifybackup"), QStringLiteral("--exit-on-error"), data});
        if (done)
            times = {copy, milliseconds(timer)};
        takeAway(data);
        return times;
    }

    Times byHowdah()
    {
        Times times;
        const Operation &backup = *findOperation(QStringLiteral("backup"));
        QElapsedTimer timer;
        timer.start();
        const auto approved = prepare(backup, m_lab.cluster(), {}, m_environment);
        if (!approved || approved->readiness == Readiness::NotReady) {
            qWarning("%s", qPrintable(approved ? approved->sentence : approved.error().full()));
            return times;
        }
        const RunOutcome outcome = runOperation(backup, *approved, m_lab.cluster(), m_environment, {}, {});
        if (outcome.state != OperationState::Done) {
            qWarning("%s", outcome.error ? qPrintable(outcome.error->full()) : "not done");
            return times;
        }
        times.total = milliseconds(timer);
        for (const JournalStep &step : outcome.entry.steps)
            if (step.id == QLatin1String("copy"))
                times.copy = static_cast<double>(step.ms);
        takeAway(m_base + QStringLiteral("/backups"));
        return times;
    }

private:
    bool run(const QStringList &argv)
    {
        const auto outcome = runChecked(*m_host, {.argv = argv, .asUser = m_owner}, Deadline::never());
        if (!outcome)
            qWarning("%s", qPrintable(outcome.error().full()));
        return outcome.ok();
    }

    /// Not part of the time: what it leaves would weigh on the next.
    void takeAway(const QString &directory)
    {
        run({QStringLiteral("rm"), QStringLiteral("-rf"), QStringLiteral("--"), directory});
        run({QStringLiteral("sync")});
    }

    test::LiveLab &m_lab;
    std::shared_ptr<Host> m_host;
    Environment m_environment;
    QString m_owner, m_base, m_bin;
};

/// About 1 kB a row; random text, so that nothing compresses it away. In portions that fit a statement's time.
QString filledWith(test::LiveLab &lab, int megabytes)
{
    const QString primary = QStringLiteral("n1");
    lab.sql(primary, QStringLiteral("CREATE TABLE filler (text text)"));
    constexpr int portion = 16;
    for (int filled = 0; filled < megabytes; filled += portion)
        lab.sql(primary,
                QStringLiteral("INSERT INTO filler SELECT (SELECT string_agg(md5(random()::text || j || i), '') FROM "
                               "generate_series(1, 31) j) FROM generate_series(1, %1) i")
                    .arg(portion * 1024));
    lab.sql(primary, QStringLiteral("CHECKPOINT"));
    return lab.sql(primary, QStringLiteral("SELECT sum(pg_database_size(oid)) FROM pg_database"));
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int rounds = bench::numberFromEnvironment("HOWDAH_BENCH_ROUNDS", 5);
    const int megabytes = bench::numberFromEnvironment("HOWDAH_BENCH_MEGABYTES", 1024);
    const double load = bench::loadAverage();
    const std::unique_ptr<test::LiveLab> lab = test::LiveLab::make(0);
    if (!lab)
        return 1;
    const QString bytes = filledWith(*lab, megabytes);
    Bench run(*lab);
    QList<double> handCopy, handTotal, copy, total, copyRatio, totalRatio;
    for (int round = 0; round < rounds; ++round) {
        Times hand, howdah;
        // Who comes second finds the disk busy with what the first one left.
        if (round % 2 == 0)
            hand = run.byHand();
        howdah = run.byHowdah();
        if (round % 2 != 0)
            hand = run.byHand();
        handCopy << hand.copy;
        handTotal << hand.total;
        copy << howdah.copy;
        total << howdah.total;
        copyRatio << howdah.copy / hand.copy;
        totalRatio << howdah.total / hand.total;
    }
    bench::print(QStringLiteral("backup"), {{QStringLiteral("clusterMegabytes"), bytes.toDouble() / 1048576},
                                            {QStringLiteral("loadAverageBefore"), load},
                                            {QStringLiteral("byHandCopyMs"), bench::spread(handCopy)},
                                            {QStringLiteral("byHandTotalMs"), bench::spread(handTotal)},
                                            {QStringLiteral("copyMs"), bench::spread(copy)},
                                            {QStringLiteral("totalMs"), bench::spread(total)},
                                            {QStringLiteral("copyRatio"), bench::spread(copyRatio)},
                                            {QStringLiteral("totalRatio"), bench::spread(totalRatio)}});
    return 0;
}
