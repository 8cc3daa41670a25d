#pragma once

#include "core/cluster/cluster_snapshot.h"

#include <QStandardItemModel>

namespace howdah {

/// Groups, clusters and nodes as a tree. A cluster's items stay the same ones while it is watched, so selection and
/// unfolding stay too.
class SidebarModel : public QStandardItemModel
{
    Q_OBJECT

public:
    enum Role { ClusterRole = Qt::UserRole + 1, NodeRole, NoteRole, HealthRole };

    using QStandardItemModel::QStandardItemModel;
    void show(const ClusterSnapshot &snapshot);
    void remove(const QString &cluster);
    /// The item of a cluster, or of one of its nodes; invalid when it is not there.
    [[nodiscard]] QModelIndex indexOf(const QString &cluster, const QString &node = {}) const;

private:
    QStandardItem *clusterItem(const ClusterSnapshot &snapshot);
    [[nodiscard]] QStandardItem *findCluster(const QString &cluster) const;
    QStandardItem *groupItem(const QString &group);
    static void showNodes(QStandardItem &item, const ClusterSnapshot &snapshot);
};

} // namespace howdah
