#pragma once

#include "core/operations/operation.h"

namespace howdah::library {

/// Where the other servers of a cluster reach one of its servers.
struct PeerAddress
{
    QString host;
    QString port;
};

/// As `session` reached it, with the port that the node's settings name: a session that goes through the node's ssh
/// host knows the forwarded port of this machine only.
[[nodiscard]] PeerAddress addressAsReached(const NodeState &node, const Connection &session);

/// Where the others of its network reach a server in a container: at its container's name, on the port that it listens
/// on. addressAsReached() where it is in no network with names.
[[nodiscard]] Result<PeerAddress> addressInNetwork(ProbeContext &context, const NodeState &node, Connection &session);

/// addressAsReached(). Where every node lives in a container, a port published on this machine's loopback leads
/// them nowhere: addressInNetwork() then.
[[nodiscard]] Result<PeerAddress> peerAddressOf(ProbeContext &context, const NodeState &node, Connection &session);

} // namespace howdah::library
