// A point-in-time recovery of a cluster, from the order to an open database: by Howdah (checks, verified copy, replay,
// report), by pgBackRest, and by hand (cp, restore_command = 'cp …'), taking turns in one run on the same cluster.
// Every way ends at the same restore point, behind as much WAL.

#include "core/base/wake_up.h"
#include "core/operations/catalogue.h"
#include "core/operations/runner.h"
#include "tests/bench/figures.h"
#include "tests/support/live_lab.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonObject>
#include <QMap>
#include <QStandardPaths>

using namespace howdah;

namespace {

const QString n1 = QStringLiteral("n1");

class Bench
{
public:
    explicit Bench(test::LiveLab &lab)
        : m_lab(lab)
        , m_host(*lab.hosts().find(QStringLiteral("local")))
        , m_directory(lab.lab().directory)
        , m_bin(m_lab.sql(n1, QStringLiteral("SELECT setting FROM pg_config WHERE name = 'BINDIR'")))
        , m_data(m_lab.sql(n1, QStringLiteral("SHOW data_directory")))
    {
        m_environment.hosts = &lab.hosts();
    }

    bool prepareAll(int megabytes, int walMegabytes)
    {
        if (hasPgBackRest())
            preparePgBackRest();
        m_lab.sql(n1, QStringLiteral("CREATE TABLE filler (text text)"));
        fill(megabytes);
        const RunOutcome backup = run(QStringLiteral("backup"), {});
        if (backup.state != OperationState::Done)
            return false;
        m_backup = backup.entry.result.value(QLatin1String("directory")).toString();
        if (m_backup.isEmpty())
            m_backup = shell(QStringLiteral("ls -d %1/backups/*/ | head -1").arg(m_directory)).trimmed();
        if (hasPgBackRest())
            shell(pgBackRest() + QStringLiteral(" --type=full backup"));
        fill(walMegabytes);
        m_lab.sql(n1, QStringLiteral("SELECT pg_create_restore_point('here')"));
        m_lab.sql(n1, QStringLiteral("DELETE FROM filler WHERE ctid = '(0,1)'"));
        const QString last = m_lab.sql(n1, QStringLiteral("SELECT pg_walfile_name(pg_current_wal_lsn())"));
        m_lab.sql(n1, QStringLiteral("SELECT pg_switch_wal()"));
        while (m_lab.sql(n1, QStringLiteral("SELECT coalesce(last_archived_wal, '') >= '%1' FROM pg_stat_archiver")
                                 .arg(last)) != QLatin1String("t"))
            static_cast<void>(sleepUnlessStopped(Milliseconds{100}, {}));
        return true;
    }

    double byHowdah()
    {
        QElapsedTimer timer;
        timer.start();
        // Of an archive_command that does two things Howdah does not guess where it archives to.
        const RunOutcome outcome =
            run(QStringLiteral("recover"), {{QStringLiteral("name"), QStringLiteral("here")},
                                            {QStringLiteral("archive"), m_directory + QStringLiteral("/archive")}});
        const auto time = static_cast<double>(timer.elapsed());
        const QString place = outcome.entry.result.value(QLatin1String("directory")).toString();
        takeAway(place + QStringLiteral("/data"), place);
        return outcome.state == OperationState::Done ? time : -1;
    }

    double byHand()
    {
        const QString data = m_directory + QStringLiteral("/by-hand");
        QElapsedTimer timer;
        timer.start();
        shell(QStringLiteral("cp -a %1/data %2").arg(m_backup, data));
        const QString settings = QStringLiteral("restore_command = 'cp %1/archive/%f %p'\n"
                                                "recovery_target_name = 'here'\nrecovery_target_action = 'promote'\n"
                                                "archive_mode = off\n")
                                     .replace(QLatin1String("%1"), m_directory);
        shell(QStringLiteral("cat >> %1/postgresql.auto.conf <<'END'\n").replace(QLatin1String("%1"), data) + settings +
              QStringLiteral("END\ntouch ") + data + QStringLiteral("/recovery.signal"));
        start(data);
        const auto time = static_cast<double>(timer.elapsed());
        takeAway(data, data);
        return time;
    }

    double byPgBackRest()
    {
        const QString data = m_directory + QStringLiteral("/by-pgbackrest");
        QElapsedTimer timer;
        timer.start();
        shell(QStringLiteral("mkdir -m 700 %1").arg(data));
        shell(pgBackRest() + QStringLiteral(" --pg1-path=%1 --type=name --target=here --target-action=promote"
                                            " --archive-mode=off restore")
                                 .arg(data));
        start(data);
        const auto time = static_cast<double>(timer.elapsed());
        takeAway(data, data);
        return time;
    }

    /// Where Howdah's time goes, in milliseconds.
    [[nodiscard]] QJsonObject phases() const
    {
        QJsonObject each;
        for (auto phase = m_phases.cbegin(); phase != m_phases.cend(); ++phase)
            each.insert(phase.key(), bench::spread(phase.value()));
        return each;
    }
    void forgetPhases() { m_phases.clear(); } ///< those of the backup

    [[nodiscard]] static bool hasPgBackRest()
    {
        return bench::numberFromEnvironment("HOWDAH_BENCH_PGBACKREST", 1) != 0 &&
               !QStandardPaths::findExecutable(QStringLiteral("pgbackrest")).isEmpty();
    }

private:
    RunOutcome run(const QString &operation, const Arguments &arguments)
    {
        QElapsedTimer timer;
        timer.start();
        const auto approved = prepare(*findOperation(operation), m_lab.cluster(), arguments, m_environment);
        if (!approved) {
            qWarning("%s", qPrintable(approved.error().full()));
            return {};
        }
        m_phases[QStringLiteral("checks")] << static_cast<double>(timer.elapsed());
        timer.start();
        double inSteps = 0;
        RunOutcome outcome =
            runOperation(*findOperation(operation), *approved, m_lab.cluster(), m_environment,
                         [&](const OperationEvent &event) {
                             if (event.kind != OperationEvent::Kind::StepChanged || event.stepState != StepState::Done)
                                 return;
                             inSteps += static_cast<double>(event.stepMs);
                             m_phases[approved->plan.steps.value(event.step).id] << static_cast<double>(event.stepMs);
                         },
                         {});
        m_phases[QStringLiteral("checks again")] << static_cast<double>(timer.elapsed()) - inSteps;
        if (outcome.state != OperationState::Done)
            qWarning("%s %s", qPrintable(approved->sentence), outcome.error ? qPrintable(outcome.error->full()) : "");
        return outcome;
    }
    QString shell(const QString &line)
    {
        const auto outcome = m_host->run(
            {.argv = {QStringLiteral("sh"), QStringLiteral("-c"), line}, .asUser = QStringLiteral("postgres")},
            Deadline::never());
        if (!outcome || !outcome->succeeded())
            qWarning("%s: %s", qPrintable(line), outcome ? outcome->errorOutput.constData() : "did not run");
        return outcome ? QString::fromUtf8(outcome->output) : QString();
    }
    /// As a DBA would, on a port of its own; until it takes writes.
    void start(const QString &data)
    {
        shell(
            QStringLiteral("echo 'local all all trust' > %4/bench_hba.conf; %1/pg_ctl --pgdata=%2 --wait --timeout=3600"
                           " --silent --log=%2/log -o '-c port=%3 -c unix_socket_directories=%4"
                           " -c hba_file=%4/bench_hba.conf' start")
                .arg(m_bin, data)
                .arg(freePort)
                .arg(m_directory));
        shell(QStringLiteral(
                  "until [ \"$(%1/psql -h %2 -p %3 -Atc 'SELECT pg_is_in_recovery()' postgres 2>/dev/null)\" = f ];"
                  " do sleep 0.02; done")
                  .arg(m_bin, m_directory)
                  .arg(freePort));
    }
    /// Not part of the time.
    void takeAway(const QString &data, const QString &place)
    {
        if (!place.startsWith(m_directory + QLatin1Char('/')))
            return;
        shell(
            QStringLiteral("%1/pg_ctl --pgdata=%2 --mode=immediate --silent stop; rm -rf %3").arg(m_bin, data, place));
    }
    void fill(int megabytes)
    {
        constexpr int portion = 32;
        for (int filled = 0; filled < megabytes; filled += portion)
            m_lab.sql(n1,
                      QStringLiteral("INSERT INTO filler SELECT (SELECT string_agg(md5(random()::text || j || i), '')"
                                     " FROM generate_series(1, 31) j) FROM generate_series(1, %1) i")
                          .arg(portion * 1024));
    }
    [[nodiscard]] QString pgBackRest() const
    {
        return QStringLiteral("PGPASSFILE=%1/passfile pgbackrest --config=%1/pgbackrest.conf --stanza=bench "
                              "--log-level-console=warn")
            .arg(m_directory);
    }
    void preparePgBackRest()
    {
        shell(QStringLiteral(
                  "mkdir -p %1/repo && printf '%s\\n' '[global]' 'repo1-path=%1/repo' 'log-path=%1' 'process-max=2'"
                  " 'archive-timeout=900' 'start-fast=y' 'lock-path=%1' 'spool-path=%1' '[bench]' 'pg1-path=%2' "
                  "'pg1-port=%3'"
                  " 'pg1-socket-path=%1/sockets' > %1/pgbackrest.conf")
                  .arg(m_directory, m_data, m_lab.connInfo(n1).port()));
        shell(pgBackRest() + QStringLiteral(" stanza-create"));
        const QString command =
            m_lab.sql(n1, QStringLiteral("SELECT setting FROM pg_settings WHERE name = 'archive_command'"));
        // The server cuts off what is longer than 1 kB.
        shell(QStringLiteral("printf '%s\\n' '%1 archive-push \"$1\"' > %2/push").arg(pgBackRest(), m_directory));
        const QString both = command + QStringLiteral(" && sh %1/push %p").arg(m_directory);
        m_lab.sql(n1, QStringLiteral("ALTER SYSTEM SET archive_command = '%1'")
                          .arg(QString(both).replace(QLatin1Char('\''), QLatin1String("''"))));
        m_lab.sql(n1, QStringLiteral("SELECT pg_reload_conf()"));
    }

    static constexpr int freePort = 54999;
    test::LiveLab &m_lab;
    std::shared_ptr<Host> m_host;
    Environment m_environment;
    QString m_directory, m_bin, m_data, m_backup;
    QMap<QString, QList<double>> m_phases;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int megabytes = bench::numberFromEnvironment("HOWDAH_BENCH_MB", 2048);
    const int walMegabytes = bench::numberFromEnvironment("HOWDAH_BENCH_WAL_MB", 1024);
    const int rounds = bench::numberFromEnvironment("HOWDAH_BENCH_ROUNDS", 3);
    const auto lab = test::LiveLab::make({.standbys = 0, .archive = true});
    if (!lab)
        return 1;
    Bench bench(*lab);
    if (!bench.prepareAll(megabytes, walMegabytes))
        return 1;
    bench.forgetPhases();
    QList<double> howdah, hand, pgBackRest;
    for (int round = 0; round < rounds; ++round) {
        howdah << bench.byHowdah();
        hand << bench.byHand();
        if (Bench::hasPgBackRest())
            pgBackRest << bench.byPgBackRest();
    }
    bench::print(QStringLiteral("recover"), {{QStringLiteral("megabytes"), megabytes},
                                             {QStringLiteral("walMegabytes"), walMegabytes},
                                             {QStringLiteral("howdahMs"), bench::spread(howdah)},
                                             {QStringLiteral("howdahPhasesMs"), bench.phases()},
                                             {QStringLiteral("byHandMs"), bench::spread(hand)},
                                             {QStringLiteral("pgBackRestMs"), bench::spread(pgBackRest)},
                                             {QStringLiteral("loadAverage"), bench::loadAverage()}});
    return 0;
}
