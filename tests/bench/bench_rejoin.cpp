// An old primary that went on alone comes back: by rewind and by a new clone, taking turns in one run on the same
// cluster. Each round one node is left alone with some writes and killed, the other is promoted, and the first rejoins;
// then they change roles. The time is that of the whole operation (saving what would be lost included) until it
// streams, and that of the step alone that changes the data directory.

#include "core/base/wake_up.h"
#include "core/operations/catalogue.h"
#include "core/operations/runner.h"
#include "tests/bench/figures.h"
#include "tests/support/live_lab.h"

#include <QCoreApplication>
#include <QElapsedTimer>

using namespace howdah;

namespace {

struct Times
{
    double checks = -1, total = -1, step = -1; ///< milliseconds; negative: it failed, standard error says why
    QJsonObject steps;
};

class Bench
{
public:
    explicit Bench(test::LiveLab &lab)
        : m_lab(lab)
        , m_host(*lab.hosts().find(QStringLiteral("local")))
    {
        m_environment.hosts = &lab.hosts();
    }

    /// About 1 kB a row; random text, so that nothing compresses it away. In portions that fit a statement's time.
    QString fill(int megabytes)
    {
        m_lab.sql(m_primary, QStringLiteral("CREATE TABLE filler (text text)"));
        m_lab.sql(m_primary, QStringLiteral("CREATE TABLE alone (id int, text text)"));
        constexpr int portion = 16;
        for (int filled = 0; filled < megabytes; filled += portion)
            m_lab.sql(m_primary,
                      QStringLiteral("INSERT INTO filler SELECT (SELECT string_agg(md5(random()::text || j ||"
                                     " i), '') FROM generate_series(1, 31) j) FROM generate_series(1, %1) i")
                          .arg(portion * 1024));
        m_lab.sql(m_primary, QStringLiteral("CHECKPOINT"));
        if (!m_lab.waitUntilReplayed(m_standby, m_primary))
            return {};
        m_lab.sql(m_standby, QStringLiteral("CHECKPOINT"));
        return m_lab.sql(m_primary, QStringLiteral("SELECT sum(pg_database_size(oid)) FROM pg_database"));
    }

    Times rejoin(const QString &way)
    {
        leaveAlone();
        Times times;
        const Operation &operation = *findOperation(QStringLiteral("rejoin"));
        QElapsedTimer timer;
        timer.start();
        const auto approved =
            prepare(operation, m_lab.cluster(), {{QStringLiteral("node"), m_primary}, {QStringLiteral("way"), way}},
                    m_environment);
        if (!approved || approved->readiness == Readiness::NotReady) {
            qWarning("%s", qPrintable(approved ? approved->sentence : approved.error().full()));
            return times;
        }
        times.checks = static_cast<double>(timer.elapsed());
        const RunOutcome outcome = runOperation(operation, *approved, m_lab.cluster(), m_environment, {}, {});
        if (outcome.state != OperationState::Done) {
            qWarning("%s", outcome.error ? qPrintable(outcome.error->full()) : "not done");
            return times;
        }
        times.total = static_cast<double>(timer.elapsed());
        for (const JournalStep &step : outcome.entry.steps) {
            times.steps.insert(step.id, step.ms);
            if (step.id == QLatin1String("rewind") || step.id == QLatin1String("copy"))
                times.step = static_cast<double>(step.ms);
        }
        takeAway(outcome.entry.result.value(QLatin1String("movedAside")).toString());
        takeAway(
            outcome.entry.result.value(QLatin1String("lost")).toObject().value(QLatin1String("savedTo")).toString());
        std::swap(m_primary, m_standby);
        return times;
    }

private:
    /// 10,000 rows that only the primary has; then it is killed and the standby promoted.
    void leaveAlone()
    {
        const QString conninfo =
            m_lab.sql(m_standby, QStringLiteral("SELECT setting FROM pg_settings WHERE name = 'primary_conninfo'"));
        m_lab.sql(m_standby, QStringLiteral("ALTER SYSTEM SET primary_conninfo = 'host=127.0.0.1 port=1'"));
        m_lab.sql(m_standby, QStringLiteral("SELECT pg_reload_conf()"));
        while (m_lab.sql(m_standby, QStringLiteral("SELECT count(*) FROM pg_stat_wal_receiver")) != QLatin1String("0"))
            static_cast<void>(sleepUnlessStopped(Milliseconds{50}, {}));
        m_lab.sql(m_primary,
                  QStringLiteral("INSERT INTO alone SELECT i, md5(i::text) FROM generate_series(1, 10000) i"));
        m_lab.killNode(m_primary);
        m_lab.sql(m_standby, QStringLiteral("ALTER SYSTEM SET primary_conninfo = '%1'")
                                 .arg(QString(conninfo).replace(QLatin1Char('\''), QLatin1String("''"))));
        m_lab.sql(m_standby, QStringLiteral("SELECT pg_promote()"));
        m_lab.sql(m_standby, QStringLiteral("CHECKPOINT"));
    }

    /// Not part of the time: what it leaves would weigh on the next.
    void takeAway(const QString &directory)
    {
        if (directory.isEmpty())
            return;
        const auto outcome =
            runChecked(*m_host,
                       {.argv = {QStringLiteral("rm"), QStringLiteral("-rf"), QStringLiteral("--"), directory},
                        .asUser = m_lab.lab().systemUser},
                       Deadline::never());
        if (!outcome)
            qWarning("%s", qPrintable(outcome.error().full()));
    }

    test::LiveLab &m_lab;
    std::shared_ptr<Host> m_host;
    Environment m_environment;
    QString m_primary = QStringLiteral("n1"), m_standby = QStringLiteral("n2");
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int rounds = bench::numberFromEnvironment("HOWDAH_BENCH_ROUNDS", 3);
    const int megabytes = bench::numberFromEnvironment("HOWDAH_BENCH_MEGABYTES", 2048);
    const double load = bench::loadAverage();
    const std::unique_ptr<test::LiveLab> lab = test::LiveLab::make(1);
    if (!lab)
        return 1;
    Bench run(*lab);
    const QString bytes = run.fill(megabytes);
    QList<double> rewindTotal, rewindStep, cloneTotal, cloneStep, ratio;
    Times rewind, clone;
    for (int round = 0; round < rounds; ++round) {
        rewind = run.rejoin(QStringLiteral("rewind"));
        if (rewind.total < 0)
            return 1;
        clone = run.rejoin(QStringLiteral("clone"));
        if (clone.total < 0)
            return 1;
        rewindTotal << rewind.total;
        rewindStep << rewind.step;
        cloneTotal << clone.total;
        cloneStep << clone.step;
        ratio << rewind.total / clone.total;
    }
    bench::print(QStringLiteral("rejoin"), {{QStringLiteral("clusterMegabytes"), bytes.toDouble() / 1048576},
                                            {QStringLiteral("loadAverageBefore"), load},
                                            {QStringLiteral("rewindTotalMs"), bench::spread(rewindTotal)},
                                            {QStringLiteral("rewindStepMs"), bench::spread(rewindStep)},
                                            {QStringLiteral("cloneTotalMs"), bench::spread(cloneTotal)},
                                            {QStringLiteral("cloneStepMs"), bench::spread(cloneStep)},
                                            {QStringLiteral("rewindToCloneRatio"), bench::spread(ratio)},
                                            {QStringLiteral("lastRewindStepsMs"), rewind.steps},
                                            {QStringLiteral("lastCloneStepsMs"), clone.steps}});
    return 0;
}
