#include "app/cli/commands.h"
#include "app/cli/session.h"
#include "app/cli/snapshot_report.h"
#include "core/operations/backup_stock.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace howdah::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::CommandLine)
};

/// With what is wrong with its backups, where somebody can look at them.
ClusterSnapshot withBackups(ClusterSnapshot snapshot, Session &session)
{
    constexpr Milliseconds lookTimeout{60000};
    const bool reachable = std::any_of(snapshot.nodes.begin(), snapshot.nodes.end(),
                                       [](const NodeState &node) { return !node.definition.hostId.isEmpty(); });
    if (!reachable || snapshot.systemIdentifier.isEmpty())
        return snapshot;
    snapshot.findings
        << lookAtBackups(snapshot, session.environment(), Deadline::after(lookTimeout), session.stop()).findings;
    std::stable_sort(snapshot.findings.begin(), snapshot.findings.end(),
                     [](const Finding &left, const Finding &right) { return left.severity > right.severity; });
    return snapshot;
}

ExitCode findings(const Invocation &invocation, Session &session)
{
    const Result<ClusterDefinition> cluster = session.registry().find(invocation.arguments.first());
    if (!cluster)
        return session.refused(cluster.error());
    const Result<ClusterSnapshotPtr> snapshot = session.look(*cluster);
    if (!snapshot)
        return session.failed(snapshot.error());
    const ClusterSnapshot whole = withBackups(**snapshot, session);
    session.console().say(findingsText(whole.findings));
    session.console().document(
        {{QStringLiteral("cluster"), cluster->name}, {QStringLiteral("findings"), findingsJson(whole)}});
    return anyAnswer(**snapshot) ? ExitCode::Done : ExitCode::Failed;
}

} // namespace

QList<Command> findingsCommands()
{
    return {{.path = {QStringLiteral("findings")},
             .summary = Tr::tr("What a DBA should know about a cluster: severity, evidence, remedy."),
             .arguments = {clusterArgument()},
             .options = {jsonOption()},
             .run = findings}};
}

} // namespace howdah::cli
