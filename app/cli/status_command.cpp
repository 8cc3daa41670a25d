#include "app/cli/commands.h"
#include "app/cli/session.h"
#include "app/cli/snapshot_report.h"
#include "core/cluster/cluster_store.h"

#include <QCoreApplication>
#include <QTimer>

#include <algorithm>

namespace howdah::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::CommandLine)
};

constexpr Milliseconds watchInterval{1000};
const QString clearScreen = QStringLiteral("\x1b[H\x1b[2J");

ExitCode statusOnce(const ClusterDefinition &cluster, Session &session)
{
    const Result<ClusterSnapshotPtr> snapshot = session.look(cluster);
    if (!snapshot)
        return session.failed(snapshot.error());
    session.console().say(snapshotText(**snapshot));
    session.console().document(toJson(**snapshot));
    return anyAnswer(**snapshot) ? ExitCode::Done : ExitCode::Failed;
}

void print(const ClusterSnapshot &snapshot, const Console &console)
{
    if (console.json())
        console.line(toJson(snapshot));
    else if (Console::outputOnTerminal())
        console.verbatim(clearScreen + snapshotText(snapshot) + QStringLiteral("\n\n") + Tr::tr("Ctrl-C ends this.") +
                         QLatin1Char('\n'));
    else
        console.verbatim(snapshotText(snapshot) + QStringLiteral("\n\n"));
    if (Console::outputGone())
        QCoreApplication::quit();
}

bool everyNodeSampled(const ClusterSnapshotPtr &snapshot)
{
    return snapshot && std::all_of(snapshot->nodes.cbegin(), snapshot->nodes.cend(),
                                   [](const NodeState &node) { return node.sample; });
}

/// Connections stay open between two looks, as in the window.
ExitCode watch(const ClusterDefinition &cluster, Session &session)
{
    // One look first, for the passwords that have to be typed.
    if (const Result<ClusterSnapshotPtr> first = session.look(cluster); !first)
        return session.failed(first.error());
    ClusterDefinition watched = cluster;
    for (NodeDefinition &node : watched.nodes)
        session.environment().fillPassword(node.connInfo);

    ClusterStore store(nullptr, {.interval = watchInterval});
    QTimer timer;
    const auto printNow = [&] {
        if (const ClusterSnapshotPtr snapshot = store.snapshot(cluster.name); everyNodeSampled(snapshot))
            print(*snapshot, session.console());
    };
    QObject::connect(&timer, &QTimer::timeout, &timer, printNow);
    bool printed = false;
    QObject::connect(&store, &ClusterStore::snapshotChanged, &timer, [&](const ClusterSnapshotPtr &snapshot) {
        if (!std::exchange(printed, printed || everyNodeSampled(snapshot)) && printed) {
            print(*snapshot, session.console());
            timer.start(watchInterval);
        }
    });
    const std::stop_callback ends(session.stop(), [] {
        QMetaObject::invokeMethod(QCoreApplication::instance(), &QCoreApplication::quit, Qt::QueuedConnection);
    });
    store.watch(watched);
    QCoreApplication::exec();
    return ExitCode::Done;
}

ExitCode status(const Invocation &invocation, Session &session)
{
    const Result<ClusterDefinition> cluster = session.registry().find(invocation.arguments.first());
    if (!cluster)
        return session.refused(cluster.error());
    return invocation.has(QStringLiteral("watch")) ? watch(*cluster, session) : statusOnce(*cluster, session);
}

} // namespace

QList<Command> statusCommands()
{
    return {{.path = {QStringLiteral("status")},
             .summary = Tr::tr("A cluster as it is now: roles, timelines, lag, what needs attention."),
             .description =
                 Tr::tr("“?” and null mean that a value is not known; they never stand for 0. The exit code is 1 when "
                        "no node answered."),
             .arguments = {clusterArgument()},
             .options = {{.name = QStringLiteral("watch"),
                          .help = Tr::tr("Again every second until Ctrl-C; with --json one document to a line.")},
                         jsonOption()},
             .run = status}};
}

} // namespace howdah::cli
