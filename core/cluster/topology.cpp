#include "core/cluster/topology.h"

#include "core/cluster/node_state.h"
#include "core/hosts/container_host.h"

#include <QSet>

#include <algorithm>

namespace howdah {

namespace {

/// What is known of a standby from its newest answer, even if that is old: names and addresses do not change by the
/// second.
const NodeSample *knowledgeOf(const NodeState &node)
{
    return node.lastAnswer.get();
}

bool answers(const NodeState &node)
{
    return node.sample && !node.sample->failure && node.state != node_state::foreign;
}

QString configuredApplicationName(const NodeSample &standby)
{
    const Result<ConnInfo> info = ConnInfo::parse(standby.primaryConnInfo);
    return info ? info->value(QStringLiteral("application_name")) : QString();
}

/// Addresses at which a node listens: as the user reaches it, as its own session saw it, and where others of its
/// network reach a server in a container.
QList<Endpoint> endpointsOfNode(const NodeState &node)
{
    QList<Endpoint> endpoints = endpointsOf(node.definition.connInfo);
    const NodeSample *sample = knowledgeOf(node);
    if (sample && sample->serverPort > 0 && !sample->serverAddress.isEmpty())
        endpoints << Endpoint{sample->serverAddress, sample->serverPort};
    constexpr int usualPort = 5432;
    if (const std::optional<ContainerId> container = containerIdOf(node.definition.hostId))
        endpoints << Endpoint{container->name, sample && sample->serverPort > 0 ? sample->serverPort : usualPort};
    return endpoints;
}

/// Where a standby streams from or, while it does not, where it is set to.
QList<Endpoint> upstreamEndpoints(const NodeSample &standby)
{
    if (standby.receiver && !standby.receiver->senderHost.isEmpty())
        return {{standby.receiver->senderHost, standby.receiver->senderPort}};
    if (standby.primaryConnInfo.isEmpty())
        return {};
    const Result<ConnInfo> info = ConnInfo::parse(standby.primaryConnInfo);
    return info ? endpointsOf(*info) : QList<Endpoint>();
}

/// Index of the one node that has one of these addresses; -1 when none or several do.
qsizetype nodeAt(const ClusterSnapshot &snapshot, const QList<Endpoint> &wanted, qsizetype except)
{
    qsizetype found = -1;
    for (qsizetype i = 0; i < snapshot.nodes.size(); ++i) {
        if (i == except)
            continue;
        const QList<Endpoint> there = endpointsOfNode(snapshot.nodes[i]);
        const bool matches = std::any_of(wanted.begin(), wanted.end(), [&](const Endpoint &one) {
            return std::any_of(there.begin(), there.end(),
                               [&](const Endpoint &other) { return sameEndpoint(one, other); });
        });
        if (!matches)
            continue;
        if (found >= 0)
            return -1;
        found = i;
    }
    return found;
}

bool isGeneric(const QString &applicationName)
{
    static const QSet<QString> generic{QString(), QStringLiteral("walreceiver"), QStringLiteral("pg_basebackup"),
                                       QStringLiteral("pg_receivewal"), QStringLiteral("psql")};
    return generic.contains(applicationName);
}

/// A walsender of an answering node, and the standby that it was found to serve.
struct Link
{
    qsizetype upstream;
    qsizetype row;
    qsizetype standby = unmatched;
    static constexpr qsizetype unmatched = -1, olderSession = -2;
};

enum Evidence { ClientAddress = 1, StandbysOwnWord = 2, ApplicationName = 4, Slot = 8 };

/// How well a walsender fits a standby: a sum of Evidence; 0 when nothing speaks for it or something against it.
int evidence(const ClusterSnapshot &snapshot, const Link &link, qsizetype standby, qsizetype upstreamOfStandby)
{
    if (standby == link.upstream)
        return 0;
    if (upstreamOfStandby >= 0 && upstreamOfStandby != link.upstream)
        return 0; // its own word names another node
    const NodeState &node = snapshot.nodes[standby];
    const WalSenderSample &row = snapshot.nodes[link.upstream].sample->senders[link.row];
    const NodeSample *known = knowledgeOf(node);
    if (known && !row.slotName.isEmpty() && !known->primarySlotName.isEmpty() && known->primarySlotName != row.slotName)
        return 0;
    int sum = upstreamOfStandby == link.upstream ? StandbysOwnWord : 0;
    if (!isGeneric(row.applicationName) &&
        (row.applicationName == node.name() || (known && (row.applicationName == known->clusterName ||
                                                          row.applicationName == configuredApplicationName(*known)))))
        sum += ApplicationName;
    if (!known)
        return sum;
    if (!row.slotName.isEmpty() && known->primarySlotName == row.slotName)
        sum += Slot;
    const QList<Endpoint> endpoints = endpointsOfNode(node);
    const bool sameMachine = std::any_of(endpoints.begin(), endpoints.end(), [&](const Endpoint &endpoint) {
        return sameHost(endpoint.host, row.clientAddress);
    });
    return sameMachine ? sum + ClientAddress : sum;
}

/// The address of a client alone proves nothing: many run on one machine. Together with the standby's own word it does.
bool convincing(int sum)
{
    return sum >= (StandbysOwnWord | ClientAddress);
}

bool mayFollow(const NodeState &node)
{
    return node.role != NodeRole::Primary && node.state != node_state::foreign;
}

/// Newer of two walsenders for one standby: after a reconnect the old one lingers until its timeout.
bool isNewer(const WalSenderSample &left, const WalSenderSample &right)
{
    return left.replyTime.value_or(QDateTime()) > right.replyTime.value_or(QDateTime());
}

class Linker
{
public:
    explicit Linker(ClusterSnapshot &snapshot)
        : m_snapshot(snapshot)
    {
        for (qsizetype i = 0; i < snapshot.nodes.size(); ++i) {
            const NodeSample *known = knowledgeOf(snapshot.nodes[i]);
            const bool standby = mayFollow(snapshot.nodes[i]) && known && known->inRecovery;
            m_ownWord << (standby ? nodeAt(snapshot, upstreamEndpoints(*known), i) : -1);
            m_linkOf << -1;
            if (!answers(snapshot.nodes[i]))
                continue;
            for (qsizetype row = 0; row < snapshot.nodes[i].sample->senders.size(); ++row)
                m_links << Link{i, row};
        }
    }

    void match()
    {
        bool changed = true;
        while (changed) { // each certain match can make another one certain
            changed = false;
            for (qsizetype i = 0; i < m_links.size(); ++i)
                if (m_links[i].standby == Link::unmatched)
                    changed = tryToMatch(i) || changed;
        }
    }

    void apply()
    {
        for (qsizetype i = 0; i < m_snapshot.nodes.size(); ++i)
            applyTo(i);
        for (const Link &link : m_links)
            if (link.standby == Link::unmatched)
                m_snapshot.strangers << ClusterSnapshot::Stranger{m_snapshot.nodes[link.upstream].name(), rowOf(link)};
    }

private:
    [[nodiscard]] const WalSenderSample &rowOf(const Link &link) const
    {
        return m_snapshot.nodes[link.upstream].sample->senders[link.row];
    }

    /// The node that fits best, and alone; -1 when none does. `taken`: among those that have a walsender already, or
    /// those that have not.
    [[nodiscard]] qsizetype bestStandby(const Link &link, bool taken) const
    {
        int best = 0;
        qsizetype winner = -1;
        for (qsizetype i = 0; i < m_snapshot.nodes.size(); ++i) {
            if (!mayFollow(m_snapshot.nodes[i]) || taken != (m_linkOf[i] >= 0))
                continue;
            const int sum = evidence(m_snapshot, link, i, m_ownWord[i]);
            if (sum == best)
                winner = -1; // two fit alike
            if (sum > best) {
                best = sum;
                winner = i;
            }
        }
        return convincing(best) ? winner : -1;
    }

    bool tryToMatch(qsizetype index)
    {
        Link &link = m_links[index];
        const qsizetype free = bestStandby(link, false);
        if (free >= 0) {
            link.standby = free;
            m_linkOf[free] = index;
            return true;
        }
        const qsizetype taken = bestStandby(link, true);
        if (taken < 0)
            return false;
        Link &other = m_links[m_linkOf[taken]];
        const bool newer = isNewer(rowOf(link), rowOf(other));
        link.standby = newer ? taken : Link::olderSession;
        if (newer) {
            other.standby = Link::olderSession;
            m_linkOf[taken] = index;
        }
        return true;
    }

    void applyTo(qsizetype index)
    {
        NodeState &node = m_snapshot.nodes[index];
        const NodeSample *known = knowledgeOf(node);
        if (!mayFollow(node))
            return;
        if (m_linkOf[index] >= 0) {
            const Link &link = m_links[m_linkOf[index]];
            node.upstream = m_snapshot.nodes[link.upstream].name();
            node.sender = rowOf(link);
            node.syncState = node.sender->syncState;
            node.lag = lagOfSender(*m_snapshot.nodes[link.upstream].sample, rowOf(link));
            if (rowOf(link).permitted())
                return;
        } else if (m_ownWord[index] >= 0) {
            node.upstream = m_snapshot.nodes[m_ownWord[index]].name();
        } else if (known && known->inRecovery) {
            const QList<Endpoint> endpoints = upstreamEndpoints(*known);
            node.upstreamAddress = endpoints.isEmpty() ? QString() : endpoints.first().toString();
        }
        // A receiver still says "streaming" for a while after its upstream has hung or died: what a silent upstream
        // holds is unknown.
        const NodeState *upstream = m_snapshot.node(node.upstream);
        if (answers(node) && (!upstream || answers(*upstream)))
            node.lag = lagOfStandbyAlone(*node.sample);
    }

    ClusterSnapshot &m_snapshot;
    QList<qsizetype> m_ownWord; // by node: the node that its own settings name
    QList<qsizetype> m_linkOf;  // by node: its walsender in m_links
    QList<Link> m_links;
};

/// Two standbys set to follow each other would send whoever walks the tree round for ever: the one that closes the
/// circle keeps its address only.
void breakCircles(ClusterSnapshot &snapshot)
{
    for (NodeState &node : snapshot.nodes) {
        QSet<QString> seen{node.name()};
        const NodeState *step = snapshot.node(node.upstream);
        while (step && !seen.contains(step->name())) {
            seen << step->name();
            step = snapshot.node(step->upstream);
        }
        if (!step || step->name() != node.name())
            continue;
        const NodeState *upstream = snapshot.node(node.upstream);
        node.upstreamAddress = endpointsOf(upstream->definition.connInfo).constFirst().toString();
        node.upstream.clear();
    }
}

} // namespace

void linkNodes(ClusterSnapshot &snapshot)
{
    Linker linker(snapshot);
    linker.match();
    linker.apply();
    breakCircles(snapshot);
}

} // namespace howdah
