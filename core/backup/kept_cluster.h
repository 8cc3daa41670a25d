#pragma once

#include <QList>
#include <QStringList>

namespace howdah {

/// What another keeper of backups (pgBackRest, Barman) calls a cluster, and what it has of it.
struct KeptCluster
{
    QString name;             ///< stanza, server
    QString systemIdentifier; ///< empty when it cannot tell
    QStringList backups;      ///< labels, oldest first
    bool operator==(const KeptCluster &) const = default;
};

struct KeptClusters
{
    bool installed = false; ///< on that host
    QList<KeptCluster> clusters;
};

} // namespace howdah
