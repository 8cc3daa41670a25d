#pragma once

#include "core/cluster/cluster_snapshot.h"

namespace howdah::finding_rules {

/// A rule looks at a snapshot and returns what it found: severity, node, text, remedy. Its row in findings.cpp adds id
/// and why.
using Rule = QList<Finding> (*)(const ClusterSnapshot &);

// Nodes and their roles.
QList<Finding> unreachableNodes(const ClusterSnapshot &snapshot);
QList<Finding> foreignNodes(const ClusterSnapshot &snapshot);
QList<Finding> severalPrimaries(const ClusterSnapshot &snapshot);
QList<Finding> noPrimary(const ClusterSnapshot &snapshot);
QList<Finding> unwatchedUpstreams(const ClusterSnapshot &snapshot);
QList<Finding> unwatchedStandbys(const ClusterSnapshot &snapshot);
QList<Finding> versionMix(const ClusterSnapshot &snapshot);
QList<Finding> notPermitted(const ClusterSnapshot &snapshot);

// Replication.
QList<Finding> notStreaming(const ClusterSnapshot &snapshot);
QList<Finding> pausedReplay(const ClusterSnapshot &snapshot);
QList<Finding> largeLag(const ClusterSnapshot &snapshot);
QList<Finding> delayedStandbys(const ClusterSnapshot &snapshot);
QList<Finding> divergedTimelines(const ClusterSnapshot &snapshot);
QList<Finding> walGaps(const ClusterSnapshot &snapshot);
QList<Finding> missingSlots(const ClusterSnapshot &snapshot);
QList<Finding> missingSynchronousStandbys(const ClusterSnapshot &snapshot);

// What a server runs out of, or fails at.
QList<Finding> inactiveSlots(const ClusterSnapshot &snapshot);
QList<Finding> lostSlots(const ClusterSnapshot &snapshot);
QList<Finding> unreservedSlots(const ClusterSnapshot &snapshot);
QList<Finding> failingArchiver(const ClusterSnapshot &snapshot);
QList<Finding> idleArchiver(const ClusterSnapshot &snapshot);
QList<Finding> silentArchiver(const ClusterSnapshot &snapshot);
QList<Finding> pendingRestart(const ClusterSnapshot &snapshot);
QList<Finding> scarceWalSenders(const ClusterSnapshot &snapshot);
QList<Finding> scarceConnections(const ClusterSnapshot &snapshot);

/// Nodes that answer and belong to the cluster.
[[nodiscard]] QList<const NodeState *> answeringNodes(const ClusterSnapshot &snapshot);
[[nodiscard]] QList<const NodeState *> answeringStandbys(const ClusterSnapshot &snapshot);
/// "n1, n2 and n3".
[[nodiscard]] QString namesOf(const QList<const NodeState *> &nodes);

} // namespace howdah::finding_rules
