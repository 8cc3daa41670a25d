#include "ui/window/sidebar_model.h"

#include "core/base/sizes.h"
#include "ui/wizards/text_label.h"

#include <QCollator>

namespace howdah {

namespace {

/// Where a new row belongs, by the words as people sort them.
int placeFor(const QStandardItem &parent, const QString &text)
{
    QCollator collator;
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    int row = 0;
    while (row < parent.rowCount() && collator.compare(parent.child(row)->text(), text) < 0)
        ++row;
    return row;
}

QString noteOf(const NodeState &node)
{
    if (node.role == NodeRole::Primary)
        return roleTitle(NodeRole::Primary).toLower();
    if (node.role == NodeRole::Standby && node.lag.replayBytes)
        return prettySize(*node.lag.replayBytes);
    return stateTitle(node.state).toLower();
}

QStandardItem *newItem(const QString &text)
{
    auto *item = new QStandardItem(text);
    item->setEditable(false);
    return item;
}

/// Sets only what differs: each set is a repaint.
void setIfNew(QStandardItem &item, const QVariant &value, int role)
{
    if (item.data(role) != value)
        item.setData(value, role);
}

} // namespace

QStandardItem *SidebarModel::findCluster(const QString &cluster) const
{
    const auto isIt = [&](const QStandardItem *item) {
        return item->data(ClusterRole).toString() == cluster && !item->data(ClusterRole).isNull();
    };
    for (int row = 0; row < rowCount(); ++row) {
        QStandardItem *top = item(row);
        if (isIt(top))
            return top;
        for (int below = 0; top->data(ClusterRole).isNull() && below < top->rowCount(); ++below) {
            if (isIt(top->child(below)))
                return top->child(below);
        }
    }
    return nullptr;
}

QStandardItem *SidebarModel::groupItem(const QString &group)
{
    if (group.isEmpty())
        return invisibleRootItem();
    for (int row = 0; row < rowCount(); ++row) {
        if (item(row)->data(ClusterRole).isNull() && item(row)->text() == group)
            return item(row);
    }
    QStandardItem *made = newItem(group);
    made->setSelectable(false);
    insertRow(placeFor(*invisibleRootItem(), group), made);
    return made;
}

QStandardItem *SidebarModel::clusterItem(const ClusterSnapshot &snapshot)
{
    const QString name = snapshot.definition.name;
    QStandardItem *found = findCluster(name);
    if (found && (found->parent() ? found->parent()->text() : QString()) == snapshot.definition.group)
        return found;
    if (found)
        remove(name);
    QStandardItem *made = newItem(name);
    made->setData(name, ClusterRole);
    QStandardItem *group = groupItem(snapshot.definition.group);
    group->insertRow(placeFor(*group, name), made);
    return made;
}

void SidebarModel::show(const ClusterSnapshot &snapshot)
{
    QStandardItem &item = *clusterItem(snapshot);
    setIfNew(item, static_cast<int>(snapshot.health), HealthRole);
    const qsizetype grave =
        std::count_if(snapshot.findings.begin(), snapshot.findings.end(),
                      [](const Finding &finding) { return finding.severity != Severity::Information; });
    setIfNew(item, grave > 0 ? QString::number(grave) : QString(), NoteRole);
    setIfNew(item,
             plainToolTip(grave > 0
                              ? tr("%1: %n matter(s) need attention", nullptr, static_cast<int>(grave)).arg(item.text())
                              : item.text()),
             Qt::ToolTipRole);
    showNodes(item, snapshot);
}

void SidebarModel::showNodes(QStandardItem &item, const ClusterSnapshot &snapshot)
{
    bool sameNodes = item.rowCount() == snapshot.nodes.size();
    for (int row = 0; sameNodes && row < item.rowCount(); ++row)
        sameNodes = item.child(row)->text() == snapshot.nodes[row].name();
    if (!sameNodes) {
        item.removeRows(0, item.rowCount());
        for (const NodeState &node : snapshot.nodes) {
            QStandardItem *made = newItem(node.name());
            made->setData(snapshot.definition.name, ClusterRole);
            made->setData(node.name(), NodeRole);
            item.appendRow(made);
        }
    }
    for (int row = 0; row < item.rowCount(); ++row) {
        const NodeState &node = snapshot.nodes[row];
        QStandardItem &child = *item.child(row);
        setIfNew(child, static_cast<int>(node.health), HealthRole);
        setIfNew(child, noteOf(node), NoteRole);
        const QString spoken =
            tr("%1: %2, %3").arg(node.name(), roleTitle(node.role).toLower(), stateTitle(node.state).toLower());
        setIfNew(child, plainToolTip(spoken), Qt::ToolTipRole);
        setIfNew(child, spoken, Qt::AccessibleTextRole);
    }
}

void SidebarModel::remove(const QString &cluster)
{
    QStandardItem *found = findCluster(cluster);
    if (!found)
        return;
    QStandardItem *group = found->parent();
    removeRow(found->row(), indexFromItem(group));
    if (group && group->rowCount() == 0)
        removeRow(group->row());
}

QModelIndex SidebarModel::indexOf(const QString &cluster, const QString &node) const
{
    const QStandardItem *found = findCluster(cluster);
    if (!found || node.isEmpty())
        return indexFromItem(found);
    for (int row = 0; row < found->rowCount(); ++row) {
        if (found->child(row)->text() == node)
            return indexFromItem(found->child(row));
    }
    return {};
}

} // namespace howdah
