#pragma once

#include "core/cluster/cluster_definition.h"
#include "core/cluster/lag.h"
#include "core/cluster/node_sample.h"

#include <QHash>
#include <QJsonObject>
#include <QList>

#include <memory>
#include <optional>

namespace howdah {

enum class NodeRole { Unknown, Primary, Standby };
/// Good, Attention, Critical, Unknown, Busy: one scale for nodes, clusters, findings and checks.
enum class Health { Good, Attention, Critical, Unknown, Busy };

enum class Severity { Information, Warning, Critical };

/// Something a DBA should know, derived from a snapshot by a pure rule (findings.h).
struct Finding
{
    QString id; ///< stable: "replay-paused", "slot-lost" …
    Severity severity = Severity::Information;
    QString node; ///< empty: the cluster
    QString text; ///< one sentence with the values
    QString why;
    QString remedy;          ///< what to do, in a sentence
    QString remedyOperation; ///< id of the operation that does it, or empty
    QHash<QString, QString> remedyArguments;
    bool operator==(const Finding &) const = default;
};

/// A node as it is now: the definition, the newest sample and what follows from all samples together.
struct NodeState
{
    NodeDefinition definition;
    NodeSamplePtr sample;                  ///< newest, maybe a failure; null before the first
    NodeSamplePtr lastAnswer;              ///< newest that is not a failure; null if it never answered
    NodeRole role = NodeRole::Unknown;     ///< from the newest sample; Unknown while it does not answer
    NodeRole lastRole = NodeRole::Unknown; ///< from the last answer
    std::optional<QDateTime> promotedAt;   ///< first answer as primary after one as standby, if that was witnessed
    Health health = Health::Unknown;
    QString state;           ///< word for people and JSON: "running", "streaming", "catching up", "replay paused", "not
                             ///< streaming", "unreachable", …
    QString upstream;        ///< name of the node it streams from; empty when there is none or it is not watched
    QString upstreamAddress; ///< host:port it streams from when that is no known node
    QString syncState;       ///< as its upstream says; empty when not known
    std::optional<WalSenderSample> sender; ///< its walsender in the upstream's newest sample
    Timeline timeline = 0;
    Lag lag; ///< standbys only
    [[nodiscard]] const QString &name() const { return definition.name; }
};

/// The whole cluster at one moment. Immutable; shared between threads as shared_ptr<const>.
struct ClusterSnapshot
{
    ClusterDefinition definition;
    QDateTime madeAt; ///< UTC
    QString systemIdentifier;
    QList<NodeState> nodes;  ///< in the definition's order
    QList<Finding> findings; ///< worst first
    Health health = Health::Unknown;
    /// A walsender that belongs to no known node (a standby to be discovered, pg_receivewal, a backup).
    struct Stranger
    {
        QString upstream;
        WalSenderSample sender;
    };
    QList<Stranger> strangers;

    [[nodiscard]] const NodeState *node(const QString &name) const;
    [[nodiscard]] const NodeState *primary() const; ///< the one node that answers as primary; null if none or several
    [[nodiscard]] QList<const NodeState *> standbysOf(const QString &upstream) const;
};

using ClusterSnapshotPtr = std::shared_ptr<const ClusterSnapshot>;

/// Folds the newest samples of a cluster into a snapshot: roles, upstreams (cascades too), lag, states, findings. Pure.
/// `now` is UTC. `previous` supplies last answers; may be null.
[[nodiscard]] ClusterSnapshotPtr makeSnapshot(const ClusterDefinition &definition, const QList<NodeSamplePtr> &samples,
                                              const ClusterSnapshotPtr &previous, const QDateTime &now);

/// The findings of a snapshot whose nodes are complete; one row per rule in findings.cpp.
[[nodiscard]] QList<Finding> findFindings(const ClusterSnapshot &snapshot);

/// Words for people ("Primary", "Standby") and for JSON ("primary", "standby", "unknown").
[[nodiscard]] QString roleTitle(NodeRole role);
[[nodiscard]] QString roleName(NodeRole role);
/// Words for people for a NodeState's state ("Replay paused"); a word not known comes back as it is.
[[nodiscard]] QString stateTitle(const QString &state);
[[nodiscard]] QString severityName(Severity severity); ///< "information", "warning", "critical"

/// The documented document of PRODUCT.md (`cluster show`, `status`, `lab create`).
[[nodiscard]] QJsonObject toJson(const ClusterSnapshot &snapshot);

} // namespace howdah
