// The GUI thread while 30 nodes are sampled and a clone runs: the longest time it was away from its event loop, and how
// much of it was its own work (on a busy machine the rest is waiting for a processor). With HOWDAH_BENCH_MINUTES also
// what the window's memory does over that time.

#include "app/gui/application.h"
#include "core/operations/catalogue.h"
#include "tests/bench/figures.h"
#include "tests/bench/window_bench.h"
#include "tests/support/live_lab.h"
#include "ui/theme/theme.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonObject>
#include <QTimer>

using namespace howdah;

namespace {

constexpr int nodes = 30;

/// The lab's three servers, each known by ten names: thirty sessions and thirty rows.
ClusterDefinition manyNodes(const ClusterDefinition &lab)
{
    ClusterDefinition many = lab;
    many.name = QStringLiteral("many");
    many.nodes.clear();
    for (int index = 0; index < nodes; ++index) {
        NodeDefinition node = lab.nodes.at(index % lab.nodes.size());
        node.name = QStringLiteral("%1-%2").arg(node.name).arg(index);
        many.nodes.append(node);
    }
    return many;
}

void spin(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

void clone(Application &application, const ClusterDefinition &cluster)
{
    OperationDesk &desk = application.desk();
    QEventLoop loop;
    QObject::connect(&desk, &OperationDesk::prepared, &loop,
                     [&](int, const Preparation &preparation) { desk.run(preparation, cluster); });
    QObject::connect(&desk, &OperationDesk::preparationFailed, &loop, &QEventLoop::quit);
    QObject::connect(&desk, &OperationDesk::finished, &loop, [&loop](const QString &, const RunOutcome &outcome) {
        if (outcome.error)
            qWarning("%s", qPrintable(outcome.error->full()));
        loop.quit();
    });
    desk.prepare(QStringLiteral("clone"), cluster, {});
    loop.exec();
}

void addStalls(QJsonObject &figures, const bench::StallWatch &watch, const QString &doing)
{
    figures.insert(QStringLiteral("longestWhile%1Ms").arg(doing), watch.longest().wallMs);
    figures.insert(QStringLiteral("longestWhile%1CpuMs").arg(doing), watch.longest().cpuMs);
    figures.insert(QStringLiteral("longestWhile%1In").arg(doing), watch.longest().where);
    figures.insert(QStringLiteral("hardestWhile%1CpuMs").arg(doing), watch.hardest().cpuMs);
    figures.insert(QStringLiteral("hardestWhile%1In").arg(doing), watch.hardest().where);
    figures.insert(QStringLiteral("eventsOver16MsWhile%1").arg(doing), watch.overSixteen());
}

QJsonArray memoryOver(int minutes)
{
    QJsonArray megabytes;
    for (int minute = 0; minute <= minutes; ++minute) {
        megabytes.append(static_cast<double>(bench::ownUsage().residentBytes) / 1048576);
        if (minute < minutes)
            spin(60000);
    }
    return megabytes;
}

} // namespace

int main(int argc, char **argv)
{
    bench::StallWatch qt(argc, argv);
    theme::apply(qt, theme::Mode::Light);
    const std::unique_ptr<test::LiveLab> lab = test::LiveLab::make(2);
    if (!lab)
        return 1;
    const ClusterDefinition many = manyNodes(lab->cluster());
    Application application;
    if (const auto added = ClusterRegistry().add(many); !added.ok())
        qFatal("%s", qPrintable(added.error().full()));
    application.readRegistry();
    application.window().resize(1440, 900);
    application.window().selectCluster(many.name);
    application.window().show();
    spin(5000);

    qt.reset();
    spin(bench::numberFromEnvironment("HOWDAH_BENCH_SECONDS", 20) * 1000);
    QJsonObject figures{{QStringLiteral("nodes"), nodes}};
    addStalls(figures, qt, QStringLiteral("Sampling"));
    qt.reset();
    clone(application, lab->cluster());
    addStalls(figures, qt, QStringLiteral("Cloning"));
    const int minutes = bench::numberFromEnvironment("HOWDAH_BENCH_MINUTES", 0);
    figures.insert(QStringLiteral("residentMegabytesByMinute"), memoryOver(minutes));
    bench::print(QStringLiteral("gui"), figures);
    return 0;
}
