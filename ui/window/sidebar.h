#pragma once

#include "core/cluster/cluster_snapshot.h"

#include <QTreeView>

namespace howdah {

class SidebarModel;

/// The clusters that are watched, in their groups, with their nodes.
class Sidebar : public QTreeView
{
    Q_OBJECT

public:
    explicit Sidebar(QWidget *parent = nullptr);

    void show(const ClusterSnapshot &snapshot);
    void remove(const QString &cluster);
    void select(const QString &cluster, const QString &node = {}); ///< says nothing: the caller knows
    [[nodiscard]] SidebarModel *sidebarModel() const { return m_model; }

Q_SIGNALS:
    void chosen(const QString &cluster, const QString &node); ///< node empty: the cluster itself
    void menuRequested(const QString &cluster, const QString &node, const QPoint &globalPosition);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    SidebarModel *m_model;
    bool m_selecting = false;
};

} // namespace howdah
