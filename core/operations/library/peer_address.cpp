#include "core/operations/library/peer_address.h"

#include "core/hosts/container_engine.h"
#include "core/pg/rerouting.h"

#include <algorithm>

namespace howdah::library {

namespace {

bool isLoopback(const QString &host)
{
    return host == QLatin1String("localhost") || host == QLatin1String("::1") || host.startsWith(QLatin1String("127."));
}

bool allInContainers(const ClusterSnapshot &snapshot)
{
    return std::all_of(snapshot.nodes.begin(), snapshot.nodes.end(), [](const NodeState &node) {
        return node.definition.hostId.startsWith(QLatin1String("container:"));
    });
}

} // namespace

PeerAddress addressAsReached(const NodeState &node, const Connection &session)
{
    const std::optional<int> named = networkPort(node.definition.connInfo);
    return {session.host(), named && *named > 0 ? QString::number(*named) : session.port()};
}

Result<PeerAddress> addressInNetwork(ProbeContext &context, const NodeState &node, Connection &session)
{
    const auto host = context.hosts.find(node.definition.hostId);
    if (!host)
        return host.error();
    const auto container = (*host)->container(context.deadline);
    if (!container)
        return container.error();
    if (!*container || (*container)->namedNetworks().isEmpty())
        return addressAsReached(node, session);
    const Result<ResultSet> port =
        session.query(QStringLiteral("SELECT current_setting('port')"), {}, context.deadline, context.stop);
    if (!port)
        return port.error();
    return PeerAddress{(*container)->name, port->text(0, 0).value_or(QString())};
}

Result<PeerAddress> peerAddressOf(ProbeContext &context, const NodeState &node, Connection &session)
{
    const PeerAddress asReached = addressAsReached(node, session);
    if (!isLoopback(asReached.host) || !allInContainers(*context.situation.snapshot))
        return asReached;
    return addressInNetwork(context, node, session);
}

} // namespace howdah::library
