#pragma once

#include "core/base/deadline.h"
#include "core/cluster/cluster_definition.h"
#include "core/hosts/host.h"

#include <QList>
#include <QStringList>

#include <stop_token>

namespace howdah {

/// What discovery learned besides the nodes: addresses it could not reach or that belong to another cluster, in
/// sentences.
struct Discovery
{
    ClusterDefinition cluster; ///< nodes confirmed by system identifier; primary first
    QStringList remarks;
};

/// A server to begin from.
struct StartingPoint
{
    StartingPoint(ConnInfo info, QString host = {}) // NOLINT: a connection alone is one
        : connInfo(std::move(info))
        , hostId(std::move(host))
    {
    }
    ConnInfo connInfo;
    QString hostId; ///< where that server runs ("ssh:db1"); empty: not said
};

/// From one or more servers to the whole cluster: upwards by primary_conninfo, downwards by walsenders (client address
/// and the ports that standbys listen on), each confirmed by its system identifier. Nodes are named by cluster_name,
/// else application_name, else host:port, made unique. A server whose host is said is reached through it when its port
/// is closed to this machine, and so is what is found from there: over the same host, or over its own by the same
/// login. Such a node's host is put into its definition once that very server was seen there. Errors: of the first
/// server, when it does not answer; Invalid when it does not run on the host that was said.
[[nodiscard]] Result<Discovery> discoverCluster(const QString &name, const QList<StartingPoint> &from,
                                                const Deadline &deadline, std::stop_token stop = {},
                                                Hosts *hosts = nullptr);

} // namespace howdah
