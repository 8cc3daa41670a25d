#pragma once

#include "core/cluster/cluster_snapshot.h"

namespace howdah {

/// Where a server can be reached: host as written (a name, an address, a socket directory), port as a number.
struct Endpoint
{
    QString host;
    int port = 0;
    [[nodiscard]] QString toString() const; ///< "10.0.0.7:5432"
};

/// All host and port pairs of a conninfo, libpq's defaults filled in.
[[nodiscard]] QList<Endpoint> endpointsOf(const ConnInfo &info);
/// Equal after localhost, 127.0.0.1, ::1 and Unix sockets are taken for the same machine, and upper case for lower.
[[nodiscard]] bool sameHost(const QString &left, const QString &right);
[[nodiscard]] bool sameEndpoint(const Endpoint &left, const Endpoint &right);

/// Fills in every standby's upstream, upstreamAddress, syncState and lag, and lists the walsenders that belong to no
/// node. Needs definition, samples and roles. Evidence, strongest first: the slot that a walsender holds, its
/// application_name, the address that the standby itself streams from, the client's address. Evidence that fits two
/// nodes alike decides nothing.
void linkNodes(ClusterSnapshot &snapshot);

} // namespace howdah
