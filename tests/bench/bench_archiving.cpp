// How fast finished segments come into an archive while the server is being written to: with the script that Howdah
// installs (plain, gzip, zstd), with bare "cp %p DIR/%f", which leaves a segment to the page cache, and with a cp that
// puts it on disk before its name appears, as the script does; taking turns in one run. Each round the archiver is held
// back until so many segments wait, then let go; the time is until as many are archived.

#include "core/backup/archive_command.h"
#include "core/base/wake_up.h"
#include "tests/bench/figures.h"
#include "tests/support/live_lab.h"

#include <QCoreApplication>
#include <QElapsedTimer>

using namespace howdah;

namespace {

const QString n1 = QStringLiteral("n1");

class Bench
{
public:
    explicit Bench(test::LiveLab &lab)
        : m_lab(lab)
        , m_host(*lab.hosts().find(QStringLiteral("local")))
        , m_directory(lab.lab().directory + QStringLiteral("/measured"))
    {
        m_lab.sql(n1, QStringLiteral("CREATE TABLE filler (text text)"));
    }

    /// Segments a second.
    double archive(const QString &way, int segments)
    {
        const As as{m_lab.lab().systemUser};
        run({QStringLiteral("rm"), QStringLiteral("-rf"), m_directory});
        run({QStringLiteral("mkdir"), QStringLiteral("-p"), m_directory + QStringLiteral("/.howdah")});
        if (!m_host->writeFile(archiveScriptIn(m_directory), archiveScript(), 0755, as, Deadline::never()))
            return 0;
        set(QStringLiteral("false"));
        write(segments);
        const qint64 before = archived();
        QElapsedTimer timer;
        timer.start();
        set(commandFor(way));
        while (archived() < before + segments)
            static_cast<void>(sleepUnlessStopped(Milliseconds{10}, {}));
        return segments * 1000.0 / double(timer.elapsed());
    }

private:
    [[nodiscard]] QString commandFor(const QString &way) const
    {
        const QString copy = way == QLatin1String("cp") ? QStringLiteral("cp %p %1/%f")
                             : way == QLatin1String("cp, sync, mv")
                                 ? QStringLiteral("test ! -f %1/%f && cp %p %1/%f.tmp && sync %1/%f.tmp &&"
                                                  " mv %1/%f.tmp %1/%f && sync %1")
                                 : archiveCommandFor(m_directory, compressionNamed(way)).value_or(QString());
        return QString(copy).replace(QStringLiteral("%1"), m_directory);
    }
    void set(const QString &command)
    {
        m_lab.sql(n1, QStringLiteral("ALTER SYSTEM SET archive_command = '%1'")
                          .arg(QString(command).replace(QLatin1Char('\''), QStringLiteral("''"))));
        m_lab.sql(n1, QStringLiteral("SELECT pg_reload_conf()"));
    }
    /// Full of text that is neither random nor all the same, as applications write it.
    void write(int segments)
    {
        const int enough = waiting().toInt() + segments;
        while (waiting().toInt() < enough) {
            m_lab.sql(n1,
                      QStringLiteral("INSERT INTO filler SELECT md5(i::text) || ' order ' || i || ' of customer ' ||"
                                     " i % 97 FROM generate_series(1, 100000) i"));
            m_lab.sql(n1, QStringLiteral("TRUNCATE filler"));
        }
    }
    [[nodiscard]] QString waiting() const
    {
        return m_lab.sql(n1,
                         QStringLiteral("SELECT count(*) FROM pg_ls_archive_statusdir() WHERE name LIKE '%.ready'"));
    }
    [[nodiscard]] qint64 archived() const
    {
        return m_lab.sql(n1, QStringLiteral("SELECT archived_count FROM pg_stat_archiver")).toLongLong();
    }
    void run(const QStringList &argv)
    {
        const auto outcome = runChecked(*m_host, {.argv = argv, .asUser = m_lab.lab().systemUser}, Deadline::never());
        if (!outcome)
            qWarning("%s", qPrintable(outcome.error().full()));
    }

    test::LiveLab &m_lab;
    std::shared_ptr<Host> m_host;
    const QString m_directory;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int rounds = bench::numberFromEnvironment("HOWDAH_BENCH_ROUNDS", 3);
    const int segments = bench::numberFromEnvironment("HOWDAH_BENCH_SEGMENTS", 24);
    const double load = bench::loadAverage();
    const auto lab = test::LiveLab::make({.standbys = 0, .archive = true, .workloadPerSecond = 100});
    if (!lab)
        return 1;
    Bench bench(*lab);
    const QStringList ways{QStringLiteral("cp"), QStringLiteral("none"), QStringLiteral("gzip"), QStringLiteral("zstd"),
                           QStringLiteral("cp, sync, mv")};
    QHash<QString, QList<double>> pace;
    for (int round = 0; round < rounds; ++round)
        for (const QString &way : ways)
            pace[way] << bench.archive(way, segments);
    bench::print(QStringLiteral("archiving"),
                 {{QStringLiteral("segments"), segments},
                  {QStringLiteral("loadAverage"), load},
                  {QStringLiteral("cpPerSecond"), bench::spread(pace.value(ways.at(0)))},
                  {QStringLiteral("durableCpPerSecond"), bench::spread(pace.value(ways.at(4)))},
                  {QStringLiteral("plainPerSecond"), bench::spread(pace.value(ways.at(1)))},
                  {QStringLiteral("gzipPerSecond"), bench::spread(pace.value(ways.at(2)))},
                  {QStringLiteral("zstdPerSecond"), bench::spread(pace.value(ways.at(3)))}});
    return 0;
}
