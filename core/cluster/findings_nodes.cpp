#include "core/cluster/finding_rules.h"

#include "core/cluster/node_state.h"

#include <QSet>

namespace howdah::finding_rules {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Findings)
};

/// Names under which tools, not standbys, open walsenders.
bool isTool(const QString &applicationName)
{
    static const QSet<QString> tools{QStringLiteral("pg_basebackup"), QStringLiteral("pg_receivewal"),
                                     QStringLiteral("pg_recvlogical"), QStringLiteral("barman_receive_wal"),
                                     QStringLiteral("pgbackrest")};
    return tools.contains(applicationName);
}

QString sqlIdentifier(QString name)
{
    return QLatin1Char('"') + name.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
}

/// Another node has taken the role over that this one had, or has gone on to a newer timeline meanwhile.
bool wasOvertaken(const NodeState &node, const NodeState *primary)
{
    if (!primary || primary == &node)
        return false;
    const Timeline last = node.lastAnswer ? node.lastAnswer->timeline : 0;
    return node.lastRole == NodeRole::Primary || (last > 0 && last < primary->timeline);
}

QString unreachableRemedy(const NodeState &node, const NodeState *primary)
{
    if (node.state == node_state::accessDenied)
        return Tr::tr("Check user, password and pg_hba.conf on %1.").arg(node.name());
    if (node.state == node_state::starting)
        return Tr::tr(
            "Wait until it has recovered; if it does not, read its log. A standby opens for queries only with "
            "hot_standby = on.");
    if (wasOvertaken(node, primary))
        return Tr::tr("%1 is the primary now: when the host of %2 is well again, let %2 rejoin as a standby.")
            .arg(primary->name(), node.name());
    if (primary)
        return Tr::tr("Look whether the server runs and whether host and port are right, and start it; if it is an old "
                      "primary, or cannot follow any more, let it rejoin.");
    return Tr::tr(
        "Look whether the server runs and whether host and port are right; if it is the primary and stays away, "
        "fail over.");
}

} // namespace

QList<Finding> unreachableNodes(const ClusterSnapshot &snapshot)
{
    QList<Finding> found;
    for (const NodeState &node : snapshot.nodes) {
        if (!node.sample || !node.sample->failure)
            continue;
        const bool starting = node.state == node_state::starting;
        const NodeState *primary = snapshot.primary();
        found << Finding{.severity = starting ? Severity::Warning : Severity::Critical,
                         .node = node.name(),
                         .text = Tr::tr("%1 does not answer: %2").arg(node.name(), node.sample->failure->message),
                         .remedy = unreachableRemedy(node, primary)};
        if (node.state == node_state::unreachable && wasOvertaken(node, primary)) {
            found.last().remedyOperation = QStringLiteral("rejoin");
            found.last().remedyArguments = {{QStringLiteral("node"), node.name()}};
        }
    }
    return found;
}

QList<Finding> foreignNodes(const ClusterSnapshot &snapshot)
{
    QList<Finding> found;
    for (const NodeState &node : snapshot.nodes)
        if (node.state == node_state::foreign)
            found << Finding{
                .severity = Severity::Critical,
                .node = node.name(),
                .text = Tr::tr("%1 is a server of another cluster: its system identifier is %2, the cluster's %3.")
                            .arg(node.name(), node.sample->systemIdentifier, snapshot.systemIdentifier),
                .remedy = Tr::tr("Correct the node's host and port, or remove it from this cluster.")};
    return found;
}

QList<Finding> severalPrimaries(const ClusterSnapshot &snapshot)
{
    QList<const NodeState *> primaries = answeringNodes(snapshot);
    primaries.removeIf([](const NodeState *node) { return node->role != NodeRole::Primary; });
    if (primaries.size() < 2)
        return {};
    QStringList timelines;
    for (const NodeState *node : primaries)
        timelines << Tr::tr("%1 on timeline %2").arg(node->name(), QString::number(node->timeline));
    return {
        {.severity = Severity::Critical,
         .text = Tr::tr("%1 are primaries at the same time (%2).")
                     .arg(namesOf(primaries), timelines.join(QStringLiteral(", "))),
         .remedy = Tr::tr("Decide which one is right, keep applications away from the other and stop it; then let it "
                          "rejoin as a standby.")}};
}

QList<Finding> noPrimary(const ClusterSnapshot &snapshot)
{
    const NodeState *former = nullptr;
    bool upstreamElsewhere = false;
    for (const NodeState &node : snapshot.nodes) {
        if (!node.sample || node.role == NodeRole::Primary)
            return {};
        if (node.lastRole == NodeRole::Primary)
            former = &node;
        upstreamElsewhere = upstreamElsewhere || !node.upstreamAddress.isEmpty();
    }
    if (answeringStandbys(snapshot).isEmpty() || (!former && upstreamElsewhere))
        return {}; // nothing answers, which is said already; or the primary is just not watched
    const QString text =
        former ? Tr::tr("No node is primary: %1 was, and does not answer as one any more.").arg(former->name())
               : Tr::tr("No node that answers is a primary.");
    return {{.severity = Severity::Critical,
             .text = text,
             .remedy = Tr::tr("Bring the old primary back, or promote the standby that has received the most."),
             .remedyOperation = QStringLiteral("failover")}};
}

QList<Finding> unwatchedUpstreams(const ClusterSnapshot &snapshot)
{
    QList<Finding> found;
    for (const NodeState *node : answeringStandbys(snapshot))
        if (node->upstream.isEmpty() && !node->upstreamAddress.isEmpty())
            found << Finding{
                .severity = Severity::Information,
                .node = node->name(),
                .text = Tr::tr("%1 streams from %2, which is not watched.").arg(node->name(), node->upstreamAddress),
                .remedy = Tr::tr("Add that server to the cluster.")};
    return found;
}

QList<Finding> unwatchedStandbys(const ClusterSnapshot &snapshot)
{
    QList<Finding> found;
    for (const ClusterSnapshot::Stranger &stranger : snapshot.strangers) {
        const bool streams =
            stranger.sender.state == QLatin1String("streaming") || stranger.sender.state == QLatin1String("catchup");
        if (!streams || isTool(stranger.sender.applicationName))
            continue;
        const QString address = stranger.sender.clientAddress.isEmpty() ? Tr::tr("this machine (Unix socket)")
                                                                        : stranger.sender.clientAddress;
        found << Finding{.severity = Severity::Information,
                         .node = stranger.upstream,
                         .text = Tr::tr("“%1” at %2 streams from %3 and is not watched.")
                                     .arg(stranger.sender.applicationName, address, stranger.upstream),
                         .remedy = Tr::tr("Discover the cluster again, or add that server to it.")};
    }
    return found;
}

QList<Finding> versionMix(const ClusterSnapshot &snapshot)
{
    QStringList versions;
    QSet<int> numbers;
    for (const NodeState *node : answeringNodes(snapshot)) {
        numbers << node->sample->version.number();
        versions << Tr::tr("%1: %2").arg(node->name(), node->sample->version.toString());
    }
    if (numbers.size() < 2)
        return {};
    return {
        {.severity = Severity::Information,
         .text = Tr::tr("The nodes run different PostgreSQL releases (%1).").arg(versions.join(QStringLiteral(", "))),
         .remedy = Tr::tr("Bring all nodes to the newest of them.")}};
}

QList<Finding> notPermitted(const ClusterSnapshot &snapshot)
{
    QList<Finding> found;
    for (const NodeState *node : answeringNodes(snapshot)) {
        if (node->sample->permitted)
            continue;
        const QString user = node->definition.connInfo.user();
        const QString role = user.isEmpty() ? Tr::tr("the role that Howdah uses") : user;
        const QString grantee = user.isEmpty() ? QStringLiteral("…") : sqlIdentifier(user);
        found << Finding{
            .severity = Severity::Warning,
            .node = node->name(),
            .text = Tr::tr("%1 does not let %2 see everything: it is no member of pg_monitor.").arg(node->name(), role),
            .remedy = Tr::tr("As a superuser on the primary: GRANT pg_monitor TO %1;").arg(grantee)};
    }
    return found;
}

} // namespace howdah::finding_rules
