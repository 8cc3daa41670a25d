// "Start over" as a learner waits for it: the lab of an exercise goes, a fresh primary and standby take its place, and its
// first step is ready. Beside it what two parts of that take by themselves: ending the old lab, and initdb, which is the
// floor under any fresh cluster.

#include "core/hosts/server_layout.h"
#include "core/lab/exercises/exercise_run.h"
#include "core/lab/exercises/exercise_shelf.h"
#include "tests/bench/figures.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

using namespace howdah;

namespace {

constexpr Milliseconds patience{120000};

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// Negative when it failed, with the reason on standard error.
double startOver(const Exercise &exercise, const Environment &environment)
{
    QElapsedTimer timer;
    timer.start();
    const Result<ExerciseRun> run = ExerciseRun::begin(exercise, environment, {});
    if (run)
        return milliseconds(timer);
    qWarning("%s", qPrintable(run.error().full()));
    return -1;
}

double destroy(const Exercise &exercise, Hosts &hosts)
{
    QElapsedTimer timer;
    timer.start();
    const Result<void> gone = Labs(hosts).destroy(exerciseLabName(exercise), Deadline::after(patience));
    if (gone)
        return milliseconds(timer);
    qWarning("%s", qPrintable(gone.error().full()));
    return -1;
}

/// Into a directory of the lab's own user, which goes with the lab.
double initialise(const Lab &lab, Hosts &hosts, int round)
{
    const auto host = hosts.find(QStringLiteral("local"));
    QElapsedTimer timer;
    timer.start();
    const Result<CommandOutcome> made = runChecked(
        **host,
        {.argv = {lab.binDirectory + QStringLiteral("/initdb"), QStringLiteral("--no-sync"), QStringLiteral("--locale=C"),
                  QStringLiteral("--auth=trust"),
                  QStringLiteral("--pgdata=%1/work/bare%2").arg(lab.directory).arg(round)},
         .asUser = lab.systemUser},
        Deadline::after(patience));
    if (made)
        return milliseconds(timer);
    qWarning("%s", qPrintable(made.error().full()));
    return -1;
}

} // namespace

int main(int argc, char **argv)
{
    const QTemporaryDir home;
    qputenv("HOWDAH_HOME", home.path().toUtf8());
    const QCoreApplication application(argc, argv);
    const int rounds = bench::numberFromEnvironment("HOWDAH_BENCH_ROUNDS", 5);
    const double load = bench::loadAverage();
    const ExerciseShelf shelf = readExerciseShelf();
    const Exercise &exercise = *shelf.find(QStringLiteral("see-it-replicate")); // a primary and a standby
    Hosts hosts;
    const Environment environment{.hosts = &hosts, .registry = ClusterRegistry(), .fillPassword = {}};
    if (startOver(exercise, environment) < 0) // there is nothing to end yet
        return 1;
    QList<double> all, ending, bare;
    for (int round = 0; round < rounds; ++round) {
        all << startOver(exercise, environment);
        if (const Result<Lab> lab = Labs(hosts).find(exerciseLabName(exercise)))
            bare << initialise(*lab, hosts, round);
    }
    for (int round = 0; round < rounds; ++round) {
        ending << destroy(exercise, hosts);
        if (startOver(exercise, environment) < 0)
            return 1;
    }
    static_cast<void>(destroy(exercise, hosts));
    bench::print(QStringLiteral("start over"), {{QStringLiteral("loadAverageBefore"), load},
                                                {QStringLiteral("startOverMs"), bench::spread(all)},
                                                {QStringLiteral("endTheOldLabMs"), bench::spread(ending)},
                                                {QStringLiteral("initdbAloneMs"), bench::spread(bare)}});
    return 0;
}
