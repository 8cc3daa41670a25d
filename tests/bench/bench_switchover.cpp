// The longest time in which a client that commits every 2 ms through a multi-host connection gets no commit through:
// a switchover by Howdah beside the bare commands (pg_ctl stop -m fast, pg_promote), alternating in one run.

#include "core/operations/catalogue.h"
#include "core/operations/runner.h"
#include "tests/bench/figures.h"
#include "tests/support/counting_writer.h"
#include "tests/support/live_lab.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTest>

using namespace howdah;

namespace {

constexpr std::chrono::seconds patience{60};

class Bench
{
public:
    explicit Bench(test::LiveLab &of)
        : m_lab(of)
    {
        m_environment.hosts = &m_lab.hosts();
        m_environment.registry = ClusterRegistry();
    }

    /// From `from` to `to`; why not, when it fails.
    std::optional<Error> howdah(const QString &to, QJsonObject &gap)
    {
        const Operation &operation = *findOperation(QStringLiteral("switchover"));
        const Result<Preparation> approved =
            prepare(operation, m_lab.cluster(), {{QStringLiteral("to"), to}}, m_environment);
        if (!approved)
            return approved.error();
        const RunOutcome outcome = runOperation(operation, *approved, m_lab.cluster(), m_environment, {}, {});
        gap = outcome.entry.result.value(QLatin1String("writeGapMs")).toObject();
        return outcome.error;
    }

    /// What a careful person types: nothing is checked, the connections back are made afterwards.
    std::optional<Error> bare(const QString &from, const QString &to)
    {
        const NodeDefinition old = *m_lab.cluster().node(from);
        const Lab lab = m_lab.lab();
        const auto host = m_lab.hosts().find(QStringLiteral("local")).value();
        const auto pgCtl = [&](QStringList words, bool detached) {
            words.prepend(lab.binDirectory + QStringLiteral("/pg_ctl"));
            return runChecked(*host,
                              {.argv = words + QStringList{QStringLiteral("-D"), old.dataDirectory},
                               .asUser = lab.systemUser,
                               .detached = detached},
                              Deadline::after(patience));
        };
        m_lab.sql(from, QStringLiteral("CHECKPOINT"));
        const auto stopped = pgCtl({QStringLiteral("stop"), QStringLiteral("-m"), QStringLiteral("fast")}, false);
        if (!stopped)
            return stopped.error();
        m_lab.sql(to, QStringLiteral("SELECT pg_promote()"));
        m_lab.sql(to, QStringLiteral("SELECT pg_create_physical_replication_slot('howdah_%1', true)").arg(from));
        ConnInfo info = m_lab.connInfo(to).with(QStringLiteral("application_name"), from);
        info.set(QStringLiteral("dbname"), QString());
        const As owner{lab.systemUser};
        const QString settings = old.dataDirectory + QStringLiteral("/postgresql.auto.conf");
        const Result<QByteArray> known = host->readFile(settings, owner, Deadline::after(patience));
        if (!known)
            return known.error();
        const QString added = QStringLiteral("\nprimary_conninfo = '%1'\nprimary_slot_name = 'howdah_%2'\n")
                                  .arg(info.toString().replace(QLatin1Char('\''), QStringLiteral("''")), from);
        for (const auto &[path, content] :
             {std::pair(settings, *known + added.toUtf8()),
              std::pair(old.dataDirectory + QStringLiteral("/standby.signal"), QByteArray())})
            if (const Result<void> written = host->writeFile(path, content, 0600, owner, Deadline::after(patience));
                !written)
                return written.error();
        const auto started = pgCtl(
            {QStringLiteral("start"), QStringLiteral("-l"), lab.directory + QStringLiteral("/%1.log").arg(from)}, true);
        if (!started)
            return started.error();
        m_lab.sql(from, QStringLiteral("SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots"
                                       " WHERE NOT active"));
        return std::nullopt;
    }

private:
    test::LiveLab &m_lab;
    Environment m_environment;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int rounds = bench::numberFromEnvironment("HOWDAH_BENCH_ROUNDS", 5);
    const auto lab = test::LiveLab::make(1);
    if (!lab)
        return 1;
    QString primary = lab->cluster().nodes.at(0).name;
    QString standby = lab->cluster().nodes.at(1).name;
    lab->sql(primary, QStringLiteral("CREATE TABLE acknowledged (id bigint)"));
    Bench run(*lab);
    test::CountingWriter writer(lab->cluster(), Milliseconds{2});
    QList<double> bareGaps, howdahGaps, stops, promotions, bareTotals, howdahTotals;
    for (int round = 0; round < rounds * 2; ++round) {
        const bool byHowdah = round % 2 != 0;
        // Both begin with a client that writes at its pace and a standby that keeps up.
        const qint64 before = writer.acknowledged();
        if (!QTest::qWaitFor([&] { return writer.acknowledged() > before + 200; }, 60000) ||
            !lab->waitUntilStreaming(standby, primary))
            return 1;
        writer.takeLongestGapMs();
        QJsonObject phases;
        QElapsedTimer timer;
        timer.start();
        const std::optional<Error> failed = byHowdah ? run.howdah(standby, phases) : run.bare(primary, standby);
        if (failed) {
            qWarning("%s", qPrintable(failed->full()));
            return 1;
        }
        std::swap(primary, standby);
        if (!lab->waitUntilStreaming(standby, primary))
            return 1;
        (byHowdah ? howdahTotals : bareTotals) << static_cast<double>(timer.nsecsElapsed()) / 1e6;
        const qint64 after = writer.acknowledged();
        if (!QTest::qWaitFor([&] { return writer.acknowledged() > after; }, 60000))
            return 1;
        (byHowdah ? howdahGaps : bareGaps) << writer.takeLongestGapMs();
        if (byHowdah) {
            stops << phases.value(QLatin1String("stop")).toDouble();
            promotions << phases.value(QLatin1String("promote")).toDouble();
        }
    }
    writer.end();
    const qint64 rows = lab->sql(primary, QStringLiteral("SELECT count(*) FROM acknowledged")).toLongLong();
    bench::print(QStringLiteral("switchover"),
                 {{QStringLiteral("bareGapMs"), bench::spread(bareGaps)},
                  {QStringLiteral("howdahGapMs"), bench::spread(howdahGaps)},
                  {QStringLiteral("howdahStopMs"), bench::spread(stops)},
                  {QStringLiteral("howdahPromoteMs"), bench::spread(promotions)},
                  {QStringLiteral("bareTotalMs"), bench::spread(bareTotals)},
                  {QStringLiteral("howdahTotalMs"), bench::spread(howdahTotals)},
                  {QStringLiteral("acknowledged"), writer.acknowledged()},
                  {QStringLiteral("rowsLost"), std::max<qint64>(0, writer.acknowledged() - rows)}});
    return 0;
}
