#pragma once

#include "core/cluster/cluster_snapshot.h"
#include "core/cluster/sampler.h"
#include "tests/support/live_server.h"

#include <QTest>

#include <algorithm>
#include <csignal>

namespace howdah::test {

/// A primary n1, its standby n2 (on slot n2_slot), and n3, a standby of n2; real servers.
class LiveCascade
{
public:
    explicit LiveCascade(const LiveServer::Settings &primarySettings = {})
        : n1(LiveServer::make(primarySettings))
        , n2(LiveServer::makeStandby(*n1, QStringLiteral("n2"), QStringLiteral("n2_slot")))
        , n3(LiveServer::makeStandby(*n2, QStringLiteral("n3")))
    {
        definition.name = QStringLiteral("test");
        definition.nodes = {{.name = QStringLiteral("n1"), .connInfo = n1->connInfo()},
                            {.name = QStringLiteral("n2"), .connInfo = n2->connInfo()},
                            {.name = QStringLiteral("n3"), .connInfo = n3->connInfo()}};
    }

    /// Samples every node now.
    const ClusterSnapshot &look()
    {
        last =
            makeSnapshot(definition, sampleAll(definition, Milliseconds(5000)), last, QDateTime::currentDateTimeUtc());
        return *last;
    }

    /// Looks until `condition(snapshot)` holds; false after a generous while.
    template <typename Condition> bool shows(Condition condition)
    {
        return QTest::qWaitFor([&] { return condition(look()); }, 30'000);
    }

    [[nodiscard]] const NodeState &node(const char *name) const { return *last->node(QString::fromLatin1(name)); }

    std::unique_ptr<LiveServer> n1, n2, n3;
    ClusterDefinition definition;
    ClusterSnapshotPtr last;
};

inline bool hasFinding(const ClusterSnapshot &snapshot, const char *id, const char *node = "")
{
    return std::any_of(snapshot.findings.begin(), snapshot.findings.end(), [&](const Finding &finding) {
        return finding.id == QLatin1String(id) && finding.node == QLatin1String(node);
    });
}

/// Every standby streams and has replayed all.
inline bool allCaughtUp(const ClusterSnapshot &snapshot)
{
    return std::all_of(snapshot.nodes.begin(), snapshot.nodes.end(), [](const NodeState &node) {
        return node.role == NodeRole::Primary ||
               (node.state == QLatin1String("streaming") && node.lag.replayBytes == 0);
    });
}

} // namespace howdah::test
