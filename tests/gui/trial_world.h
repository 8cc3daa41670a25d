#pragma once

#include "core/operations/operation_desk.h"
#include "tests/gui/trial_operation.h"

#include <QTemporaryDir>

/// Where the trial operation is run: a cluster that needs no server, a home and a desk.
namespace howdah::trial {

/// A cluster of which no server answers: what the trial does needs none.
inline ClusterDefinition cluster()
{
    ClusterDefinition made{.name = QStringLiteral("lab"), .systemIdentifier = QStringLiteral("7318000000000000442")};
    for (int number = 1; number <= 3; ++number) {
        NodeDefinition node{.name = QStringLiteral("n%1").arg(number), .hostId = QStringLiteral("local")};
        node.connInfo.set(QStringLiteral("host"), QStringLiteral("127.0.0.1"));
        node.connInfo.set(QStringLiteral("port"), QString::number(number)); // nobody listens on ports 1 to 3
        made.nodes.append(node);
    }
    return made;
}

inline ClusterSnapshotPtr snapshot()
{
    auto made = std::make_shared<ClusterSnapshot>();
    made->definition = cluster();
    made->madeAt = QDateTime::currentDateTimeUtc();
    for (const NodeDefinition &node : made->definition.nodes) {
        NodeState state;
        state.definition = node;
        const bool first = node.name == QLatin1String("n1");
        state.role = state.lastRole = first ? NodeRole::Primary : NodeRole::Standby;
        state.health = node.name == QLatin1String("n3") ? Health::Attention : Health::Good;
        state.state = first                          ? QStringLiteral("running")
                      : state.health == Health::Good ? QStringLiteral("streaming")
                                                     : QStringLiteral("replay paused");
        state.upstream = first ? QString() : QStringLiteral("n1");
        made->nodes.append(state);
    }
    return made;
}

/// What a desk needs, in a home of its own.
struct World
{
    World()
        : home(makeHome())
        , environment{.hosts = &hosts, .registry = ClusterRegistry()}
        , desk(environment)
    {
        const Result<void> added = environment.registry.add(cluster());
        Q_UNUSED(added) // there already when a test makes a second world in the same home
    }
    static QString makeHome()
    {
        static const QTemporaryDir directory;
        qputenv("HOWDAH_HOME", directory.path().toUtf8());
        return directory.path();
    }
    QString home;
    Hosts hosts;
    Environment environment;
    OperationDesk desk;
};

} // namespace howdah::trial
