#include "ui/pages/overview_facts.h"

#include <QCoreApplication>

#include <algorithm>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::OverviewFacts)
};
} // namespace

QStringList clusterFacts(const ClusterSnapshot &snapshot)
{
    QStringList facts{snapshot.nodes.size() == 1 ? Tr::tr("1 node") : Tr::tr("%1 nodes").arg(snapshot.nodes.size())};
    QList<ServerVersion> versions;
    Timeline timeline = 0;
    for (const NodeState &node : snapshot.nodes) {
        timeline = std::max(timeline, node.timeline);
        if (node.lastAnswer && node.lastAnswer->version.isKnown() && !versions.contains(node.lastAnswer->version))
            versions.append(node.lastAnswer->version);
    }
    std::sort(versions.begin(), versions.end());
    QStringList words;
    for (const ServerVersion &version : std::as_const(versions))
        words.append(version.toString());
    if (!words.isEmpty())
        facts.append(Tr::tr("PostgreSQL %1").arg(words.join(QStringLiteral(" / "))));
    if (timeline > 0)
        facts.append(Tr::tr("timeline %1").arg(timeline));
    return facts;
}

QString shortIdentifier(const QString &systemIdentifier)
{
    if (systemIdentifier.size() <= 8)
        return systemIdentifier;
    return QStringLiteral("%1…%2").arg(systemIdentifier.left(4), systemIdentifier.right(3));
}

} // namespace howdah
