// A whole clone (checks, plan, base backup, manifest, start, streaming) beside a bare pg_basebackup with the same
// options, alternating in one run.

#include "core/hosts/server_layout.h"
#include "core/operations/catalogue.h"
#include "core/operations/runner.h"
#include "tests/bench/figures.h"
#include "tests/support/live_lab.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonObject>

using namespace howdah;

namespace {

struct Bench
{
    test::LiveLab &lab;
    Hosts hosts;
    Environment environment;
    QString base; ///< where the copies go: a sibling of the primary's data directory

    explicit Bench(test::LiveLab &of)
        : lab(of)
    {
        environment.hosts = &hosts;
        const QString primary = lab.cluster().nodes.first().dataDirectory;
        base = primary.left(primary.lastIndexOf(QLatin1Char('/')));
    }

    [[nodiscard]] QString owner()
    {
        const auto status =
            hosts.find(QStringLiteral("local")).value()->status(base, {}, Deadline::after(std::chrono::seconds{5}));
        return status.ok() ? status->owner : QString();
    }

    /// Milliseconds, or -1 with the reason on standard error.
    double bare(int round)
    {
        const QString directory = QStringLiteral("%1/bare%2").arg(base).arg(round);
        const QString bin =
            findPostgresBinaries(*hosts.find(QStringLiteral("local")).value(), Deadline::after(std::chrono::seconds{5}))
                .value()
                .first()
                .directory;
        QElapsedTimer timer;
        timer.start();
        const auto outcome = runChecked(
            *hosts.find(QStringLiteral("local")).value(),
            {.argv = {bin + QStringLiteral("/pg_basebackup"), QStringLiteral("-D"), directory, QStringLiteral("-X"),
                      QStringLiteral("stream"), QStringLiteral("-c"), QStringLiteral("fast"), QStringLiteral("-P"),
                      QStringLiteral("-d"), lab.cluster().nodes.first().connInfo.toString()},
             .asUser = owner()},
            Deadline::after(std::chrono::minutes{10}));
        return report(outcome.ok() ? std::nullopt : std::optional(outcome.error()), timer);
    }

    double howdah(int round, QJsonObject &steps)
    {
        const Operation &clone = *findOperation(QStringLiteral("clone"));
        QElapsedTimer timer;
        timer.start();
        const auto prepared =
            prepare(clone, lab.cluster(),
                    {{QStringLiteral("name"), QStringLiteral("c%1").arg(round)},
                     {QStringLiteral("target-directory"), QStringLiteral("%1/c%2").arg(base).arg(round)}},
                    environment);
        if (!prepared.ok())
            return report(prepared.error(), timer);
        const RunOutcome outcome = runOperation(clone, *prepared, lab.cluster(), environment, {}, {});
        for (const JournalStep &step : outcome.entry.steps)
            steps.insert(step.id, step.ms);
        return report(outcome.error, timer);
    }

    static double report(const std::optional<Error> &error, const QElapsedTimer &timer)
    {
        if (!error)
            return static_cast<double>(timer.nsecsElapsed()) / 1e6;
        qWarning("%s", qPrintable(error->full()));
        return -1;
    }
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int rounds = bench::numberFromEnvironment("HOWDAH_BENCH_ROUNDS", 5);
    const int megabytes = bench::numberFromEnvironment("HOWDAH_BENCH_MEGABYTES", 1024);
    const std::unique_ptr<test::LiveLab> lab = test::LiveLab::make(0);
    if (!lab)
        return 1;
    const QString primary = lab->cluster().nodes.first().name;
    // About 1 kB a row; random text, so that nothing compresses it away. In portions that fit a statement's time.
    lab->sql(primary, QStringLiteral("CREATE TABLE filler (text text)"));
    constexpr int portion = 16;
    for (int filled = 0; filled < megabytes; filled += portion)
        lab->sql(primary,
                 QStringLiteral("INSERT INTO filler SELECT (SELECT string_agg(md5(random()::text || j || i), '') FROM "
                                "generate_series(1, 31) j) FROM generate_series(1, %1) i")
                     .arg(portion * 1024));
    const QString bytes = lab->sql(primary, QStringLiteral("SELECT sum(pg_database_size(oid)) FROM pg_database"));

    Bench run(*lab);
    QList<double> bare, howdah, ratios;
    QJsonObject steps;
    for (int round = 0; round < rounds; ++round) {
        bare << run.bare(round);
        howdah << run.howdah(round, steps);
        ratios << howdah.last() / bare.last();
    }
    bench::print(QStringLiteral("clone"), {{QStringLiteral("clusterMegabytes"), bytes.toDouble() / 1048576},
                                           {QStringLiteral("bareMs"), bench::spread(bare)},
                                           {QStringLiteral("howdahMs"), bench::spread(howdah)},
                                           {QStringLiteral("ratio"), bench::spread(ratios)},
                                           {QStringLiteral("lastRoundStepsMs"), steps}});
    return 0;
}
