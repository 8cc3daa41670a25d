#pragma once

#include "core/base/result.h"
#include "core/pg/conn_info.h"

#include <QList>
#include <QString>

namespace howdah {

/// A node as the user added it or discovery found it. Names are unique in their cluster.
struct NodeDefinition
{
    QString name;          ///< e.g. "n1"; any Unicode text without control characters, 1 to 63 bytes
    ConnInfo connInfo;     ///< a password is never saved here (keychain, ~/.pgpass, passfile=)
    QString hostId;        ///< see Hosts; empty: not operated (SQL only)
    QString dataDirectory; ///< empty: ask the server
    bool operator==(const NodeDefinition &) const = default;
};

/// A cluster that the user watches.
struct ClusterDefinition
{
    QString name;
    QString group;            ///< heading in the window's list; may be empty
    QString systemIdentifier; ///< empty until a node answered once
    QString labDirectory;     ///< of a lab cluster of ours; empty otherwise
    QList<NodeDefinition> nodes;
    bool operator==(const ClusterDefinition &) const = default;

    [[nodiscard]] const NodeDefinition *node(const QString &nodeName) const;
};

/// Name rules for clusters and nodes: Invalid with a sentence, else nothing.
[[nodiscard]] Result<void> checkName(const QString &name);

/// The names of the cluster and its nodes, each node's of its own: Invalid with a sentence, else nothing.
[[nodiscard]] Result<void> checkCluster(const ClusterDefinition &cluster);

/// The clusters on record: `clusters.json` in the configuration directory. Read and written whole under a lock file,
/// atomically; a damaged file is moved aside and reported through damage(). Thread-safe by holding nothing.
class ClusterRegistry
{
public:
    explicit ClusterRegistry(QString file = {}); ///< empty: the default place

    [[nodiscard]] Result<QList<ClusterDefinition>> all() const;
    [[nodiscard]] Result<ClusterDefinition> find(const QString &name) const; ///< NotFound lists what there is
    [[nodiscard]] Result<void> add(const ClusterDefinition &cluster);        ///< AlreadyExists
    [[nodiscard]] Result<void> replace(const ClusterDefinition &cluster);    ///< by name; NotFound
    [[nodiscard]] Result<void> remove(const QString &name);
    /// Sentence about a damaged file that was moved aside and still lies there; empty when all is well.
    [[nodiscard]] QString damage() const;
    [[nodiscard]] QString file() const { return m_file; }

private:
    QString m_file;
};

} // namespace howdah
