#include "app/gui/tour.h"

#include "app/gui/wizard_driver.h"
#include "core/base/background.h"
#include "core/base/sizes.h"
#include "core/operations/catalogue.h"
#include "core/pg/connection.h"
#include "ui/charts/lag_chart.h"

#include <QApplication>
#include <QEventLoop>
#include <QFile>
#include <QSysInfo>
#include <QTextStream>
#include <QTimer>

namespace howdah {

namespace {

constexpr int standbysAtFirst = 2;
constexpr qint64 megabyte = 1024 * 1024;
// A shared or slow machine gets its time: every wait below ends as soon as its sight is there.
constexpr int patienceMs = 90000;
constexpr int settlingMs = 250;
constexpr int watchingMs = 900;
constexpr int plateauMs = 4000; ///< so that the chart shows more than a spike

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Tour)
};

QtMessageHandler otherMessages = nullptr;

/// The offscreen platform complains of every window hint that it cannot follow; that is no news to anybody.
void withoutPlatformComplaints(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (!message.startsWith(QStringLiteral("This plugin does not support")))
        otherMessages(type, context, message);
}

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

Tour::Tour(Application &application, const QString &directory) : m_application(application), m_directory(directory)
{
    m_report.title = Tr::tr("Howdah: a guided tour on a real cluster");
    otherMessages = qInstallMessageHandler(withoutPlatformComplaints);
}

template <typename Work> auto Tour::inBackground(Work work)
{
    QObject context;
    QEventLoop loop;
    std::optional<decltype(work(std::stop_token()))> value;
    Background background(&context);
    background.run(std::move(work), [&](auto result) {
        value = std::move(result);
        loop.quit();
    });
    loop.exec();
    return std::move(*value);
}

int Tour::run()
{
    m_clock.start();
    if (!m_directory.mkpath(QStringLiteral("."))) {
        say(Tr::tr("The folder %1 cannot be made. Name one that you may write to.").arg(m_directory.absolutePath()));
        return 1;
    }
    bool wellSeen = true;
    for (const Chapter chapter : {&Tour::makeLab, &Tour::seeTheCluster, &Tour::watchLagRiseAndFall,
                                  &Tour::cloneAStandby, &Tour::loseThePrimary, &Tour::failOver, &Tour::lookBack}) {
        wellSeen = (this->*chapter)();
        if (!wellSeen)
            break;
    }
    takeDown();
    const bool written = writeReport();
    say(Tr::tr("The tour took %1. Report: %2")
            .arg(prettyDuration(m_clock.elapsed()), m_directory.absoluteFilePath(QStringLiteral("index.html"))));
    return wellSeen && written ? 0 : 1;
}

bool Tour::makeLab()
{
    QString name = QStringLiteral("tour");
    if (Labs(m_application.hosts()).find(name).ok() || m_application.environment().registry.find(name).ok())
        name += QStringLiteral("-%1").arg(QCoreApplication::applicationPid());
    say(Tr::tr("Making a real cluster: a primary and two standbys …"));
    auto lab = inBackground([this, name](std::stop_token stop) {
        return Labs(m_application.hosts())
            .create({.name = name, .standbys = standbysAtFirst, .workloadPerSecond = 20},
                    Deadline::after(Milliseconds{patienceMs}), stop);
    });
    if (!lab.ok()) {
        say(lab.error().full());
        return false;
    }
    m_lab = *lab;
    m_application.readRegistry();
    m_application.window().selectCluster(name);
    m_application.window().resize(1440, 900);
    m_application.window().show();
    return true;
}

bool Tour::seeTheCluster()
{
    begin(Tr::tr("A primary and two standbys"),
          Tr::tr("A real cluster was made from this machine's PostgreSQL, with a gentle writing load. The window shows who streams "
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
          Tr::tr("Replay is paused on n3 while the primary writes. The standby still streams, so its state alone looks healthy; the bytes "
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
    picture(&m_application.window(), QStringLiteral("resumed"), Tr::tr("The same standby has caught up; the peak stays on the chart"));
    return true;
}

bool Tour::cloneAStandby()
{
    begin(Tr::tr("A third standby"),
          Tr::tr("The wizard clones n4: its checks look at the real servers and disks, its plan shows every command before it runs, and it "
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
    begin(Tr::tr("The primary is gone"),
          Tr::tr("Every process of the primary is killed. Howdah says what it knows and how old that is; the standbys' lag becomes unknown, "
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
    begin(Tr::tr("Failover"),
          Tr::tr("The standby that received most becomes the primary, after the old one has been fenced and barred from coming back as a "
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
    begin(Tr::tr("What was done"), Tr::tr("Every operation is in the journal: its steps, times, commands and outcome."));
    MainWindow &window = m_application.window();
    bool journalRead = false;
    const auto reading = QObject::connect(&m_application.desk(), &OperationDesk::journalLoaded, [&] { journalRead = true; });
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

void Tour::takeDown()
{
    if (!m_lab)
        return;
    const auto destroyed = inBackground([this](std::stop_token stop) {
        return Labs(m_application.hosts()).destroy(m_lab->name, Deadline::after(std::chrono::seconds{60}), stop);
    });
    if (!destroyed.ok())
        say(destroyed.error().full());
    m_application.readRegistry();
}

bool Tour::writeReport()
{
    QFile file(m_directory.absoluteFilePath(QStringLiteral("index.html")));
    const QByteArray html = m_report.toHtml().toUtf8();
    if (file.open(QIODevice::WriteOnly) && file.write(html) == html.size())
        return true;
    say(Tr::tr("The report could not be written to %1: %2").arg(file.fileName(), file.errorString()));
    return false;
}

OperationWizard *Tour::openWizard(const QString &operation, const Arguments &arguments)
{
    return m_application.window().openWizard(operation, arguments);
}

bool Tour::goThrough(OperationWizard *wizard, const QString &picturePrefix)
{
    if (!wizard)
        return false;
    WizardDriver driver(wizard, m_application.desk());
    while (!driver.atEnd()) {
        const QString page = driver.pageName();
        if (page == QStringLiteral("confirm"))
            driver.fillIn();
        const bool ready = waitUntil(Tr::tr("the wizard's page “%1” is complete").arg(page), patienceMs,
                                     [&] { return driver.canGoOn() || driver.pageName() != page; });
        if (!ready) {
            picture(wizard, QStringLiteral("stuck"), Tr::tr("Here it did not go on"));
            return false;
        }
        if (driver.pageName() == page) {
            pictureOfPage(wizard, picturePrefix, page);
            driver.goOn();
        }
        // A run is shown on its way, not before its first step.
        if (!picturePrefix.isEmpty() && driver.pageName() == QStringLiteral("run"))
            settle(watchingMs);
        if (driver.pageName() == QStringLiteral("run"))
            pictureOfPage(wizard, picturePrefix, QStringLiteral("run"));
    }
    pictureOfPage(wizard, picturePrefix, driver.pageName());
    const bool done = driver.succeeded();
    driver.close();
    return done;
}

void Tour::pictureOfPage(QWidget *wizard, const QString &prefix, const QString &page)
{
    if (!prefix.isEmpty())
        picture(wizard, prefix + QLatin1Char('-') + page, Tr::tr("%1: %2").arg(wizard->windowTitle(), page));
}

bool Tour::waitUntil(const QString &what, int milliseconds, const std::function<bool()> &seen)
{
    QElapsedTimer waited;
    waited.start();
    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (seen() || waited.hasExpired(milliseconds))
            loop.quit();
    });
    look.start(20);
    loop.exec();
    if (seen())
        return true;
    say(Tr::tr("Waited %1 in vain: %2.").arg(prettyDuration(milliseconds), what));
    return false;
}

void Tour::settle(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

void Tour::picture(QWidget *widget, const QString &name, const QString &caption)
{
    const QString file = name + QStringLiteral(".png");
    settle(settlingMs);
    if (!widget->grab().save(m_directory.absoluteFilePath(file)))
        say(Tr::tr("The picture %1 could not be written.").arg(file));
    if (!m_report.chapters.isEmpty())
        m_report.chapters.last().pictures.append({file, caption});
}

void Tour::observe(const QString &name, const QString &value)
{
    m_report.chapters.last().seen.append({name, value});
    say(QStringLiteral("  %1: %2").arg(name, value));
}

void Tour::begin(const QString &title, const QString &text)
{
    m_report.chapters.append({.title = title, .text = text, .seen = {}, .pictures = {}});
    say(title);
}

ClusterSnapshotPtr Tour::snapshot() const { return m_application.store().snapshot(m_lab->name); }

std::optional<qint64> Tour::replayLag(const QString &node) const
{
    const ClusterSnapshotPtr now = snapshot();
    const NodeState *state = now ? now->node(node) : nullptr;
    return state ? state->lag.replayBytes : std::nullopt;
}

void Tour::say(const QString &sentence) { QTextStream(stdout) << sentence << Qt::endl; }

} // namespace howdah
