#pragma once

#include "core/base/deadline.h"
#include "core/cluster/cluster_definition.h"

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

/// From one or more conninfos to the whole cluster: upwards by primary_conninfo, downwards by walsenders (client
/// address and the ports that standbys listen on), each confirmed by its system identifier. Nodes are named by
/// cluster_name, else application_name, else host:port, made unique. Errors: of the first conninfo, when it does not
/// answer.
[[nodiscard]] Result<Discovery> discoverCluster(const QString &name, const QList<ConnInfo> &from,
                                                const Deadline &deadline, std::stop_token stop = {});

} // namespace howdah
