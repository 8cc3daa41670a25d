#include "core/cluster/discovery_candidates.h"

#include "core/cluster/topology.h"

#include <algorithm>
#include <cstdlib>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Discovery)
};

Endpoint firstEndpoint(const ConnInfo &info)
{
    return endpointsOf(info).constFirst();
}

bool isLocal(const QString &host)
{
    return sameHost(host, QString());
}

ConnInfo at(ConnInfo info, const QString &host, int port)
{
    info.set(QStringLiteral("hostaddr"), QString());
    info.set(QStringLiteral("host"), host);
    info.set(QStringLiteral("port"), QString::number(port));
    return info;
}

/// A host as a server said it, for this machine: what is "localhost" there is the server's own host here.
QString seenFromHere(const QString &saidHost, const ConnInfo &serverThatSaidIt)
{
    return isLocal(saidHost) ? firstEndpoint(serverThatSaidIt).host : saidHost;
}

bool isBySsh(const QString &hostId)
{
    return hostId.startsWith(QLatin1String("ssh:"));
}

/// Where a server at that address runs, when the server that said it is reached over ssh: on the same host, or on one
/// of its own, which the same user may enter.
QString hostOf(const QString &address, const NodeDefinition &saidBy)
{
    if (!isBySsh(saidBy.hostId) || sameHost(address, firstEndpoint(saidBy.connInfo).host))
        return isBySsh(saidBy.hostId) ? saidBy.hostId : QString();
    const QString machine = saidBy.hostId.section(QLatin1Char(':'), 1);
    const QString user = machine.contains(QLatin1Char('@')) ? machine.section(QLatin1Char('@'), 0, 0) : QString();
    return QStringLiteral("ssh:") + (user.isEmpty() ? QString() : user + QLatin1Char('@')) + address;
}

QString configuredName(const NodeSample &standby)
{
    const Result<ConnInfo> info = ConnInfo::parse(standby.primaryConnInfo);
    return info ? info->value(QStringLiteral("application_name")) : QString();
}

QList<Endpoint> saidUpstreams(const NodeSample &standby)
{
    if (standby.receiver && !standby.receiver->senderHost.isEmpty())
        return {{standby.receiver->senderHost, standby.receiver->senderPort}};
    const Result<ConnInfo> info = ConnInfo::parse(standby.primaryConnInfo);
    return info && !standby.primaryConnInfo.isEmpty() ? endpointsOf(*info) : QList<Endpoint>();
}

bool isStandby(const WalSenderSample &sender)
{
    return sender.state == QLatin1String("streaming") || sender.state == QLatin1String("catchup");
}

} // namespace

QList<ConnInfo> oneForEachHost(const ConnInfo &info)
{
    ConnInfo plain = info;
    plain.set(QStringLiteral("target_session_attrs"), QString()); // a node is one server, whatever its role becomes
    plain.set(QStringLiteral("load_balance_hosts"), QString());
    const QStringList hosts = info.host().split(QLatin1Char(','));
    const QStringList addresses = info.value(QStringLiteral("hostaddr")).split(QLatin1Char(','));
    const QStringList ports = info.port().split(QLatin1Char(','));
    const qsizetype count = std::max(hosts.size(), addresses.size());
    if (count < 2)
        return {plain};
    QList<ConnInfo> each;
    for (qsizetype i = 0; i < count; ++i) {
        ConnInfo one = plain;
        one.set(QStringLiteral("host"), hosts.value(i));
        one.set(QStringLiteral("hostaddr"), addresses.value(i));
        one.set(QStringLiteral("port"), ports.size() == 1 ? ports.first() : ports.value(i));
        each << one;
    }
    return each;
}

QList<Candidate> upstreamCandidates(const ClusterSnapshot &snapshot)
{
    QList<Candidate> candidates;
    for (const NodeState &node : snapshot.nodes) {
        if (!node.sample || node.sample->failure || !node.upstream.isEmpty())
            continue;
        const QList<Endpoint> upstreams = saidUpstreams(*node.sample);
        for (const Endpoint &said : upstreams) {
            const QString host = seenFromHere(said.host, node.definition.connInfo);
            const QString place = Endpoint{host, said.port}.toString();
            candidates << Candidate{
                at(node.definition.connInfo, host, said.port),
                Tr::tr("%1 is set to stream from %2, which cannot be added:").arg(node.name(), place),
                hostOf(host, node.definition)};
        }
    }
    return candidates;
}

QList<Candidate> standbyCandidates(const ClusterSnapshot &snapshot, const Networks &networks)
{
    const MachineNetwork here = networks.value(QStringLiteral("local"));
    QList<Candidate> candidates;
    for (const ClusterSnapshot::Stranger &stranger : snapshot.strangers) {
        const NodeState *upstream = snapshot.node(stranger.upstream);
        if (!upstream || !isStandby(stranger.sender))
            continue;
        const ConnInfo &known = upstream->definition.connInfo;
        const QString knownHost = upstream->definition.hostId;
        const Endpoint there = firstEndpoint(known);
        const QString host = seenFromHere(stranger.sender.clientAddress, known);
        const bool onTheSame = sameHost(host, there.host) || networks.value(knownHost).addresses.contains(host);
        if (isBySsh(knownHost) && onTheSame) {
            QList<int> ports = networks.value(knownHost).serverPorts;
            std::sort(ports.begin(), ports.end(), [&](int left, int right) { // its neighbours first
                return std::abs(left - there.port) < std::abs(right - there.port);
            });
            for (const int port : std::as_const(ports))
                candidates << Candidate{at(known, there.host, port), {}, knownHost};
            continue;
        }
        // A server's port shows nowhere on its upstream. On another machine the usual one is worth a try.
        if (!sameHost(host, there.host))
            candidates << Candidate{at(known, host, there.port), {}, hostOf(host, upstream->definition)};
        if (isLocal(host) || here.addresses.contains(host))
            for (const int port : here.serverPorts + here.otherPorts)
                candidates << Candidate{at(known, isLocal(there.host) ? there.host : host, port), {}};
    }
    return candidates;
}

QStringList remarksOnStrangers(const ClusterSnapshot &snapshot)
{
    QStringList remarks;
    for (const ClusterSnapshot::Stranger &stranger : snapshot.strangers) {
        if (!isStandby(stranger.sender))
            continue;
        const NodeState *upstream = snapshot.node(stranger.upstream);
        const Endpoint there = firstEndpoint(upstream->definition.connInfo);
        const QString address = seenFromHere(stranger.sender.clientAddress, upstream->definition.connInfo);
        remarks
            << (sameHost(address, there.host)
                    ? Tr::tr(
                          "“%1” on the machine of %2 streams from it, but on which port it listens could not be found "
                          "out; add it by its own connection.")
                          .arg(stranger.sender.applicationName, stranger.upstream)
                    : Tr::tr("“%1” at %2 streams from %3 but did not answer on port %4; add it by its own connection.")
                          .arg(stranger.sender.applicationName, address, stranger.upstream,
                               QString::number(there.port)));
    }
    return remarks;
}

void nameNodes(ClusterDefinition &cluster, const QList<NodeSamplePtr> &samples)
{
    const auto count = cluster.nodes.size();
    QList<QStringList> wishes(count);
    for (qsizetype i = 0; i < count; ++i)
        wishes[i] = {samples[i]->clusterName, configuredName(*samples[i]),
                     firstEndpoint(cluster.nodes[i].connInfo).toString()};
    const auto wishedByOthers = [&](const QString &name, qsizetype self) {
        for (qsizetype i = 0; i < count; ++i)
            if (i != self && wishes[i].contains(name))
                return true;
        return false;
    };
    QSet<QString> taken;
    for (qsizetype i = 0; i < count; ++i) {
        QString name;
        for (const QString &wish : std::as_const(wishes[i]))
            if (name.isEmpty() && checkName(wish) && !wishedByOthers(wish, i))
                name = wish;
        if (name.isEmpty())
            name = checkName(wishes[i].last()) ? wishes[i].last() : QStringLiteral("node");
        QString unique = name;
        for (int number = 2; taken.contains(unique); ++number)
            unique = QStringLiteral("%1 (%2)").arg(name).arg(number);
        taken << unique;
        cluster.nodes[i].name = unique;
    }
}

QStringList remarksOnHosts(const ClusterDefinition &cluster)
{
    QStringList names;
    QString example;
    for (const NodeDefinition &node : cluster.nodes) {
        if (!node.hostId.isEmpty())
            continue;
        names << node.name;
        if (example.isEmpty())
            example = node.connInfo.host();
    }
    if (names.isEmpty())
        return {};
    return {Tr::tr("%1: no server of this machine, so only SQL reaches it and no operation touches its files. To "
                   "operate it, name its host as ssh knows it (such as ssh:%2).")
                .arg(names.join(QStringLiteral(", ")), example)};
}

} // namespace howdah
