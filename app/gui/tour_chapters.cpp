#include "app/gui/tour.h"

#include "app/gui/waiting.h"
#include "core/base/sizes.h"
#include "core/pg/connection.h"
#include "ui/charts/lag_chart.h"

#include <QApplication>
#include <QSysInfo>

namespace howdah {

namespace {

constexpr qint64 megabyte = 1024 * 1024;
constexpr int plateauMs = 4000; ///< so that the chart shows more than a spike

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Tour)
};

Result<void> writeBurst(const NodeDefinition &primary, std::stop_token stop)
{
    const Deadline deadline = Deadline::after(std::chrono::seconds{60});
    auto connection = Connection::open(primary.connInfo, deadline, stop);
    if (!connection.ok())
        return connection.error();
    const auto written = connection->query(
        QStringLiteral("CREATE TABLE IF NOT EXISTS howdah_tour (text text);"
                       "INSERT INTO howdah_tour SELECT md5(random()::text) FROM generate_series(1, 200000)"),
        {}, deadline, stop);
    return written.ok() ? Result<void>() : Result<void>(written.error());
}

} // namespace

bool Tour::seeTheCluster()
{
    begin(Tr::tr("A primary and two standbys"), Tr::tr("A real cluster was made from this machine's PostgreSQL, with a "
                                                       "gentle writing load. The window shows who streams "
                                                       "from whom and how far each standby is behind."));
    const bool seen = waitUntil(Tr::tr("both standbys stream"), patienceMs, [this] {
        const ClusterSnapshotPtr now = snapshot();
        return now && now->primary() && now->standbysOf(now->primary()->name()).size() == standbysAtFirst &&
               replayLag(QStringLiteral("n2")) && replayLag(QStringLiteral("n3"));
    });
    if (!seen)
        return false;
    const ClusterSnapshotPtr now = snapshot();
    m_report.facts = {{Tr::tr("PostgreSQL"), now->primary()->sample->version.toString()},
                      {Tr::tr("System identifier"), now->systemIdentifier},
                      {Tr::tr("Machine"), QSysInfo::prettyProductName()},
                      {Tr::tr("Howdah"), QCoreApplication::applicationVersion()},
                      {Tr::tr("Started"), QDateTime::currentDateTime().toString(Qt::ISODate)}};
    observe(Tr::tr("Made and streaming after"), prettyDuration(m_clock.elapsed()));
    // A tour is short: the last minute is what there is to see.
    if (auto *chart = m_application.window().findChild<LagChart *>())
        chart->showLive(60000);
    // Some seconds of lag, so that the chart has something to say.
    const QDateTime begun = now->madeAt;
    (void)waitUntil(Tr::tr("the chart has a history"), 20000,
                    [this, begun] { return begun.msecsTo(snapshot()->madeAt) > 12000; });
    picture(&m_application.window(), QStringLiteral("overview"), Tr::tr("The cluster at a glance"));
    return true;
}

bool Tour::watchLagRiseAndFall()
{
    begin(Tr::tr("Replay is paused: lag rises, and falls again"),
          Tr::tr("Replay is paused on n3 while the primary writes. The standby still streams, so its state alone looks "
                 "healthy; the bytes "
                 "that wait say what is true. Then replay goes on."));
    if (!goThrough(openWizard(QStringLiteral("pause-replay"), {{QStringLiteral("node"), QStringLiteral("n3")}}), {}))
        return false;
    const NodeDefinition primary = snapshot()->primary()->definition;
    const auto written = inBackground([primary](std::stop_token stop) { return writeBurst(primary, stop); });
    if (!written.ok()) {
        say(written.error().full());
        return false;
    }
    if (!waitUntil(Tr::tr("n3 falls behind"), patienceMs,
                   [this] { return replayLag(QStringLiteral("n3")).value_or(0) > megabyte; }))
        return false;
    settle(plateauMs);
    observe(Tr::tr("n3 behind while paused"), prettySize(*replayLag(QStringLiteral("n3"))));
    picture(&m_application.window(), QStringLiteral("paused"), Tr::tr("Replay is paused on n3"));
    if (!goThrough(openWizard(QStringLiteral("resume-replay"), {{QStringLiteral("node"), QStringLiteral("n3")}}), {}))
        return false;
    if (!waitUntil(Tr::tr("n3 catches up"), patienceMs,
                   [this] { return replayLag(QStringLiteral("n3")).value_or(megabyte) < megabyte / 16; }))
        return false;
    settle(plateauMs);
    observe(Tr::tr("n3 behind afterwards"), prettySize(*replayLag(QStringLiteral("n3"))));
    picture(&m_application.window(), QStringLiteral("resumed"),
            Tr::tr("The same standby has caught up; the peak stays on the chart"));
    return true;
}

bool Tour::cloneAStandby()
{
    begin(Tr::tr("A third standby"), Tr::tr("The wizard clones n4: its checks look at the real servers and disks, its "
                                            "plan shows every command before it runs, and it "
                                            "is done only when the new standby has been seen streaming."));
    QElapsedTimer timer;
    timer.start();
    if (!goThrough(openWizard(QStringLiteral("clone"), {}), QStringLiteral("clone")))
        return false;
    observe(Tr::tr("From the first page to streaming"), prettyDuration(timer.elapsed()));
    if (!waitUntil(Tr::tr("the new standby is on the picture"), patienceMs, [this] {
            const ClusterSnapshotPtr now = snapshot();
            return now->primary() && now->standbysOf(now->primary()->name()).size() == standbysAtFirst + 1;
        }))
        return false;
    picture(&m_application.window(), QStringLiteral("cloned"), Tr::tr("Three standbys"));
    return true;
}

bool Tour::loseThePrimary()
{
    begin(Tr::tr("The primary is gone"), Tr::tr("Every process of the primary is killed. Howdah says what it knows and "
                                                "how old that is; the standbys' lag becomes unknown, "
                                                "not zero."));
    const auto killed = inBackground([this](std::stop_token stop) {
        return injectFault(*m_lab, QStringLiteral("kill"), QStringLiteral("n1"), m_application.hosts(),
                           Deadline::after(std::chrono::seconds{30}), stop);
    });
    if (!killed.ok()) {
        say(killed.error().full());
        return false;
    }
    if (!waitUntil(Tr::tr("the loss is noticed"), patienceMs, [this] { return !snapshot()->primary(); }))
        return false;
    picture(&m_application.window(), QStringLiteral("primary-gone"), Tr::tr("The primary does not answer"));
    return true;
}

bool Tour::failOver()
{
    begin(Tr::tr("Failover"), Tr::tr("The standby that received most becomes the primary, after the old one has been "
                                     "fenced and barred from coming back as a "
                                     "second primary; the other standbys follow."));
    if (!goThrough(openWizard(QStringLiteral("failover"), {}), QStringLiteral("failover")))
        return false;
    if (!waitUntil(Tr::tr("a new primary leads all others"), patienceMs, [this] {
            const ClusterSnapshotPtr now = snapshot();
            return now->primary() && now->standbysOf(now->primary()->name()).size() == standbysAtFirst;
        }))
        return false;
    observe(Tr::tr("New primary"), snapshot()->primary()->name());
    observe(Tr::tr("Timeline"), QString::number(snapshot()->primary()->timeline));
    picture(&m_application.window(), QStringLiteral("failed-over"), Tr::tr("A new primary, on a new timeline"));
    return true;
}

bool Tour::lookBack()
{
    begin(Tr::tr("What was done"),
          Tr::tr("Every operation is in the journal: its steps, times, commands and outcome."));
    MainWindow &window = m_application.window();
    bool journalRead = false;
    const auto reading =
        QObject::connect(&m_application.desk(), &OperationDesk::journalLoaded, [&] { journalRead = true; });
    window.showPage(MainWindow::Page::Operations);
    const bool seen = waitUntil(Tr::tr("the journal is read"), patienceMs, [&] { return journalRead; });
    QObject::disconnect(reading);
    if (!seen)
        return false;
    picture(&window, QStringLiteral("operations"), Tr::tr("The history of operations"));
    window.showPage(MainWindow::Page::Replication);
    picture(&window, QStringLiteral("replication"), Tr::tr("Replication in figures"));
    window.showPage(MainWindow::Page::Overview);
    theme::apply(*qApp, theme::Mode::Dark);
    picture(&window, QStringLiteral("overview-dark"), Tr::tr("The same in the dark theme"));
    return true;
}

} // namespace howdah
