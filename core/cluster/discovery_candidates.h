#pragma once

#include "core/cluster/cluster_snapshot.h"
#include "core/cluster/local_servers.h"

#include <QHash>

namespace howdah {

/// A place where a node of the cluster may be found, and why it is thought to be there.
struct Candidate
{
    ConnInfo connInfo; ///< one host and one port; user, database, TLS and password of the node that led here
    QString reason; ///< begins the remark if it cannot be added (what was wrong follows); empty: a guess, not worth one
    QString hostId = {}; ///< where it would run, as the node that led here is reached over ssh; empty otherwise
    bool hostIsSaid = false; ///< by the user
};

/// Networks of the machines that could be looked at, by host id; this one's is "local".
using Networks = QHash<QString, MachineNetwork>;

/// One conninfo for each of several hosts; without what picks a host by its role.
[[nodiscard]] QList<ConnInfo> oneForEachHost(const ConnInfo &info);

/// Where the upstreams of a snapshot's standbys are that are no node yet.
[[nodiscard]] QList<Candidate> upstreamCandidates(const ClusterSnapshot &snapshot);

/// Where the standbys may listen that stream from a node and are no node yet.
[[nodiscard]] QList<Candidate> standbyCandidates(const ClusterSnapshot &snapshot, const Networks &networks);

/// Sentences about the standbys that could not be found.
[[nodiscard]] QStringList remarksOnStrangers(const ClusterSnapshot &snapshot);

/// A sentence about the nodes that run elsewhere: only watched until their hosts are named.
[[nodiscard]] QStringList remarksOnHosts(const ClusterDefinition &cluster);

/// A name for each node: cluster_name, else application_name, else host:port, the first of them that no other node has
/// as well.
void nameNodes(ClusterDefinition &cluster, const QList<NodeSamplePtr> &samples);

} // namespace howdah
