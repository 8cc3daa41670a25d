#include "app/cli/commands.h"
#include "app/cli/host_keys.h"
#include "app/cli/session.h"
#include "app/cli/table.h"
#include "core/cluster/node_host.h"

#include <QCoreApplication>

namespace howdah::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::CommandLine)
};

constexpr Milliseconds timeToLook{30000};
constexpr int textWidth = 100;
constexpr QLatin1String noHost{"none"};

QString whatWasSeen(const NodeDefinition &node, const NodeHost &seen)
{
    QList<QPair<QString, QString>> rows{{Tr::tr("Host"), node.hostId}, {Tr::tr("Login"), seen.login}};
    if (!seen.version.isEmpty())
        rows << qMakePair(Tr::tr("Server"), Tr::tr("PostgreSQL %1").arg(seen.version));
    if (seen.layout) {
        rows << qMakePair(Tr::tr("Data directory"),
                          Tr::tr("%1, owned by %2").arg(seen.layout->dataDirectory, seen.layout->owner));
        rows << qMakePair(Tr::tr("Programs"), seen.layout->binDirectory);
    } else {
        rows << qMakePair(Tr::tr("Data directory"),
                          Tr::tr("not known: the server does not answer, or the role is no member of pg_monitor"));
    }
    return definitionList(rows, textWidth);
}

QJsonObject documentOf(const QString &cluster, const NodeDefinition &node, const std::optional<NodeHost> &seen)
{
    const auto orNull = [](const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); };
    QJsonObject document{{QStringLiteral("cluster"), cluster},
                         {QStringLiteral("node"), node.name},
                         {QStringLiteral("host"), orNull(node.hostId)}};
    if (seen) {
        document.insert(QStringLiteral("login"), seen->login);
        document.insert(QStringLiteral("version"), orNull(seen->version));
        const ServerLayout layout = seen->layout.value_or(ServerLayout{});
        document.insert(QStringLiteral("dataDirectory"), orNull(layout.dataDirectory));
        document.insert(QStringLiteral("owner"), orNull(layout.owner));
        document.insert(QStringLiteral("binDirectory"), orNull(layout.binDirectory));
    }
    return document;
}

ExitCode record(const ClusterDefinition &cluster, const NodeDefinition &node, const std::optional<NodeHost> &seen,
                Session &session)
{
    if (const Result<void> replaced = session.registry().replace(cluster); !replaced)
        return session.failed(replaced.error());
    session.console().say(seen ? whatWasSeen(node, *seen) + Tr::tr("“%1” is operated through it now.").arg(node.name)
                               : Tr::tr("“%1” has no host now: only SQL reaches it.").arg(node.name));
    session.console().document(documentOf(cluster.name, node, seen));
    return ExitCode::Done;
}

ExitCode nameHost(const Invocation &invocation, Session &session)
{
    Result<ClusterDefinition> cluster = session.registry().find(invocation.arguments.at(0));
    if (!cluster)
        return session.refused(cluster.error());
    const QString name = invocation.arguments.at(1);
    const auto node = std::find_if(cluster->nodes.begin(), cluster->nodes.end(),
                                   [&](const NodeDefinition &candidate) { return candidate.name == name; });
    if (node == cluster->nodes.end())
        return session.refused({.code = ErrorCode::NotFound,
                                .message = Tr::tr("The cluster “%1” has no node “%2”.").arg(cluster->name, name)});
    node->hostId = invocation.arguments.at(2) == noHost ? QString() : invocation.arguments.at(2);
    if (node->hostId.isEmpty())
        return record(*cluster, *node, std::nullopt, session);
    if (const auto host = session.hosts().find(node->hostId); !host)
        return session.refused(host.error());
    if (const Result<void> settled = settleHostKey(node->hostId, invocation, session); !settled)
        return session.failed(settled.error());
    NodeDefinition asked = *node;
    session.environment().fillPassword(asked.connInfo);
    const Result<NodeHost> seen = lookAtHost(session.hosts(), asked, Deadline::after(timeToLook), session.stop());
    return seen ? record(*cluster, *node, *seen, session) : session.failed(seen.error());
}

} // namespace

QList<Command> hostCommands()
{
    return {
        {.path = {QStringLiteral("cluster"), QStringLiteral("host")},
         .summary = Tr::tr("Names the machine on which a node's server runs, so that operations can act there."),
         .description =
             Tr::tr("Logs in there first and looks whether that very server's files are there; only then is it put on "
                    "record. Other machines are reached by the system's ssh with the user's own configuration, agent "
                    "and keys, which must let it in without a question. Where the login is another user than the "
                    "server's, sudo must allow “sudo -n -u OWNER”. A server whose port is closed to this machine is "
                    "reached through that connection too. A host key that is not on record is never accepted unasked."),
         .arguments = {clusterArgument(),
                       {QStringLiteral("NODE"), Tr::tr("A node's name, as “cluster show” tells it.")},
                       {QStringLiteral("HOST"),
                        Tr::tr("“ssh:NAME” with a name of ~/.ssh/config or “user@machine:port”; “local”; “none” for a "
                               "node that only SQL is to reach.")}},
         .options = {acceptKeyOption(), jsonOption()},
         .run = nameHost},
    };
}

} // namespace howdah::cli
