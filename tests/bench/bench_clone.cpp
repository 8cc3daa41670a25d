// A whole clone (checks, plan, base backup, manifest, start, streaming) beside the same done by hand with PostgreSQL's
// own programs, taking turns in one run. Two comparisons: the copy alone (pg_basebackup with the same options) and all
// of it, until the new standby streams.

#include "core/base/wake_up.h"
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

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// What one clone took; negative when it failed, with the reason on standard error.
struct Times
{
    double copy = -1;
    double total = -1;
    QJsonObject steps;
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

    Times byHand(int round)
    {
        Times times;
        const QString name = QStringLiteral("hand%1").arg(round);
        const QString data = directory(name);
        const QString port = QString::number(portOf(QStringLiteral("n1")) + 500);
        const ConnInfo info = m_lab.connInfo(QStringLiteral("n1"));
        QElapsedTimer timer;
        timer.start();
        m_lab.sql(QStringLiteral("n1"),
                  QStringLiteral("SELECT pg_create_physical_replication_slot('%1', true)").arg(name));
        QElapsedTimer copying;
        copying.start();
        bool done =
            run({m_bin + QStringLiteral("/pg_basebackup"), QStringLiteral("--dbname=") + info.toString(),
                 QStringLiteral("--pgdata=") + data, QStringLiteral("--wal-method=stream"),
                 QStringLiteral("--slot=") + name, QStringLiteral("--checkpoint=fast"), QStringLiteral("--no-password"),
                 QStringLiteral("--progress"), QStringLiteral("--verbose"), QStringLiteral("--write-recovery-conf")});
        const double copy = milliseconds(copying);
        QElapsedTimer step;
        step.start();
        done = done && run({m_bin + QStringLiteral("/pg_verifybackup"), QStringLiteral("--exit-on-error"), data});
        times.steps.insert(QStringLiteral("verify-copy"), step.restart());
        done = done && run({m_bin + QStringLiteral("/pg_ctl"), QStringLiteral("-D"), data, QStringLiteral("-w"),
                            QStringLiteral("-l"), data + QStringLiteral("/server.log"), QStringLiteral("-o"),
                            QStringLiteral("-p %1 -c cluster_name=%2").arg(port, name), QStringLiteral("start")},
                           true);
        times.steps.insert(QStringLiteral("start"), step.restart());
        if (done && m_lab.waitUntilStreaming(name)) {
            times.copy = copy;
            times.total = milliseconds(timer);
        }
        takeAway(data, name);
        return times;
    }

    Times byHowdah(int round)
    {
        Times times;
        const QString name = QStringLiteral("howdah%1").arg(round);
        const Operation &clone = *findOperation(QStringLiteral("clone"));
        QElapsedTimer timer;
        timer.start();
        const auto approved = prepare(clone, m_lab.cluster(),
                                      {{QStringLiteral("name"), name},
                                       {QStringLiteral("slot"), name},
                                       {QStringLiteral("target-directory"), directory(name)}},
                                      m_environment);
        if (!approved || approved->readiness == Readiness::NotReady) {
            qWarning("%s", qPrintable(approved ? approved->sentence : approved.error().full()));
            return times;
        }
        times.steps.insert(QStringLiteral("checks"), timer.elapsed());
        const RunOutcome outcome = runOperation(clone, *approved, m_lab.cluster(), m_environment, {}, {});
        if (outcome.state != OperationState::Done) {
            qWarning("%s", outcome.error ? qPrintable(outcome.error->full()) : "not done");
            return times;
        }
        times.total = milliseconds(timer);
        for (const JournalStep &step : outcome.entry.steps) {
            times.steps.insert(step.id, step.ms);
            if (step.id == QLatin1String("copy"))
                times.copy = static_cast<double>(step.ms);
        }
        takeAway(directory(name), name);
        ClusterDefinition cluster = m_lab.cluster();
        cluster.nodes.removeIf([&name](const NodeDefinition &node) { return node.name == name; });
        report(ClusterRegistry().replace(cluster));
        return times;
    }

private:
    [[nodiscard]] QString directory(const QString &name) const { return m_base + QLatin1Char('/') + name; }
    [[nodiscard]] int portOf(const QString &node) const { return m_lab.connInfo(node).port().toInt(); }

    bool run(const QStringList &argv, bool detached = false)
    {
        const auto outcome =
            runChecked(*m_host, {.argv = argv, .asUser = m_owner, .detached = detached}, Deadline::never());
        report(outcome ? Result<void>() : outcome.error());
        return outcome.ok();
    }

    static void report(const Result<void> &done)
    {
        if (!done)
            qWarning("%s", qPrintable(done.error().full()));
    }

    /// Not part of the time: what it leaves would weigh on the next.
    void takeAway(const QString &data, const QString &slot)
    {
        run({m_bin + QStringLiteral("/pg_ctl"), QStringLiteral("-D"), data, QStringLiteral("-m"),
             QStringLiteral("immediate"), QStringLiteral("stop")});
        run({QStringLiteral("rm"), QStringLiteral("-rf"), QStringLiteral("--"), data});
        while (
            m_lab.sql(QStringLiteral("n1"), QStringLiteral("SELECT count(*) FROM pg_replication_slots WHERE active")) !=
            QLatin1String("0"))
            static_cast<void>(sleepUnlessStopped(Milliseconds{50}, {}));
        m_lab.sql(QStringLiteral("n1"), QStringLiteral("SELECT pg_drop_replication_slot('%1')").arg(slot));
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
    QList<double> handCopy, handTotal, copy, total, copyRatio, totalRatio, bareRatio;
    QJsonObject handSteps, steps;
    for (int round = 0; round < rounds; ++round) {
        Times hand, howdah;
        // Who comes second finds the disk busy with what the first one left.
        if (round % 2 == 0)
            hand = run.byHand(round);
        howdah = run.byHowdah(round);
        if (round % 2 != 0)
            hand = run.byHand(round);
        handCopy << hand.copy;
        handTotal << hand.total;
        copy << howdah.copy;
        total << howdah.total;
        copyRatio << howdah.copy / hand.copy;
        totalRatio << howdah.total / hand.total;
        bareRatio << howdah.total / hand.copy;
        handSteps = hand.steps;
        steps = howdah.steps;
    }
    bench::print(QStringLiteral("clone"), {{QStringLiteral("clusterMegabytes"), bytes.toDouble() / 1048576},
                                           {QStringLiteral("loadAverageBefore"), load},
                                           {QStringLiteral("byHandCopyMs"), bench::spread(handCopy)},
                                           {QStringLiteral("byHandTotalMs"), bench::spread(handTotal)},
                                           {QStringLiteral("copyMs"), bench::spread(copy)},
                                           {QStringLiteral("totalMs"), bench::spread(total)},
                                           {QStringLiteral("copyRatio"), bench::spread(copyRatio)},
                                           {QStringLiteral("totalRatio"), bench::spread(totalRatio)},
                                           {QStringLiteral("totalToBareCopyRatio"), bench::spread(bareRatio)},
                                           {QStringLiteral("lastRoundByHandStepsMs"), handSteps},
                                           {QStringLiteral("lastRoundStepsMs"), steps}});
    return 0;
}
