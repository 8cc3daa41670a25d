#pragma once

#include "core/cluster/cluster_definition.h"
#include "core/hosts/server_layout.h"

namespace howdah {

/// What a look at a node's host showed.
struct NodeHost
{
    QString label;                      ///< of the host
    QString login;                      ///< as whom commands run there
    QString version;                    ///< of the server, empty when it does not answer
    std::optional<ServerLayout> layout; ///< nothing when the data directory is not known
};

/// Logs in to the host that the node names (`hostId`) and looks whether its server's files are there and can be reached
/// as their owner. A server that answers must be the one that runs there: Invalid when it is another one, so that no
/// operation ever acts on the wrong machine. Other errors as the host tells them; NotFound when it has no such data
/// directory. Blocks; a worker thread.
[[nodiscard]] Result<NodeHost> lookAtHost(Hosts &hosts, const NodeDefinition &node, const Deadline &deadline,
                                          std::stop_token stop = {});

} // namespace howdah
