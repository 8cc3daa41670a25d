#include "app/gui/tour.h"

#include "app/gui/waiting.h"
#include "app/gui/wizard_driver.h"
#include "core/base/sizes.h"

#include <QApplication>
#include <QFile>
#include <QTextStream>

namespace howdah {

namespace {

constexpr int settlingMs = 250;
constexpr int watchingMs = 900;

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

} // namespace

Tour::Tour(Application &application, const QString &directory)
    : m_application(application)
    , m_directory(directory)
{
    m_report.title = Tr::tr("Howdah: a guided tour on a real cluster");
    otherMessages = qInstallMessageHandler(withoutPlatformComplaints);
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
    if (howdah::waitUntil(milliseconds, seen))
        return true;
    say(Tr::tr("Waited %1 in vain: %2.").arg(prettyDuration(milliseconds), what));
    return false;
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

ClusterSnapshotPtr Tour::snapshot() const
{
    return m_application.store().snapshot(m_lab->name);
}

std::optional<qint64> Tour::replayLag(const QString &node) const
{
    const ClusterSnapshotPtr now = snapshot();
    const NodeState *state = now ? now->node(node) : nullptr;
    return state ? state->lag.replayBytes : std::nullopt;
}

void Tour::say(const QString &sentence)
{
    QTextStream(stdout) << sentence << Qt::endl;
}

} // namespace howdah
