#include "app/cli/commands.h"
#include "app/cli/session.h"
#include "app/cli/snapshot_report.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace howdah::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::CommandLine)
};

ExitCode findings(const Invocation &invocation, Session &session)
{
    const Result<ClusterDefinition> cluster = session.registry().find(invocation.arguments.first());
    if (!cluster)
        return session.refused(cluster.error());
    const Result<ClusterSnapshotPtr> snapshot = session.look(*cluster);
    if (!snapshot)
        return session.failed(snapshot.error());
    session.console().say(findingsText((*snapshot)->findings));
    session.console().document(
        {{QStringLiteral("cluster"), cluster->name}, {QStringLiteral("findings"), findingsJson(**snapshot)}});
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
