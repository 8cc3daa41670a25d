#include "ui/wizards/object_tree.h"

#include "ui/theme/theme.h"

#include <algorithm>
#include <vector>

namespace howdah {

/// A group, or (with an item) an object. Groups count what is below them, so that no click walks the whole tree twice.
struct ObjectTree::Node
{
    QString title;
    Node *parent = nullptr;
    int row = 0;
    const ObjectItem *item = nullptr;
    std::vector<std::unique_ptr<Node>> children;
    int objects = 0, chosen = 0;

    [[nodiscard]] Qt::CheckState state() const
    {
        if (chosen == 0)
            return Qt::Unchecked;
        return chosen == objects ? Qt::Checked : Qt::PartiallyChecked;
    }
    Node *add(const QString &text)
    {
        auto child = std::make_unique<Node>();
        child->title = text;
        child->parent = this;
        child->row = static_cast<int>(children.size());
        children.push_back(std::move(child));
        return children.back().get();
    }
};

ObjectTree::ObjectTree(QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Node>())
{
}

ObjectTree::~ObjectTree() = default;

bool ObjectTree::shows(const ObjectItem &item) const
{
    if (m_filter.isEmpty() || item.title.contains(m_filter, Qt::CaseInsensitive))
        return true;
    return std::any_of(item.path.begin(), item.path.end(),
                       [this](const QString &group) { return group.contains(m_filter, Qt::CaseInsensitive); });
}

ObjectTree::Node *ObjectTree::groupFor(const QStringList &path, QHash<QString, Node *> &groups)
{
    if (path.isEmpty())
        return m_root.get();
    const QString key = path.join(QChar(0x1f));
    Node *&group = groups[key];
    if (!group)
        group = groupFor(path.mid(0, path.size() - 1), groups)->add(path.last());
    return groups.value(key);
}

void ObjectTree::build()
{
    m_root = std::make_unique<Node>();
    QHash<QString, Node *> groups;
    for (const ObjectItem &item : std::as_const(m_items)) {
        if (!shows(item))
            continue;
        Node *node = groupFor(item.path, groups)->add(item.title);
        node->item = &item;
        node->objects = 1;
        node->chosen = m_chosen.contains(item.id) ? 1 : 0;
        for (Node *above = node->parent; above; above = above->parent) {
            above->objects += 1;
            above->chosen += node->chosen;
        }
    }
}

/// What was chosen and is not listed is shown all the same.
QList<ObjectItem> ObjectTree::withOthers(const QList<ObjectItem> &items) const
{
    QSet<QString> known;
    known.reserve(items.size());
    for (const ObjectItem &item : items)
        known.insert(item.id);
    QStringList others((m_chosen - known).values());
    others.sort();
    QList<ObjectItem> all = items;
    for (const QString &other : std::as_const(others))
        all.append({.id = other, .title = other, .path = {tr("Named by hand")}});
    return all;
}

void ObjectTree::show(const QList<ObjectItem> &items)
{
    beginResetModel();
    m_items = items;
    build();
    endResetModel();
}

void ObjectTree::setItems(const QList<ObjectItem> &items)
{
    m_listed = items;
    if (const QList<ObjectItem> all = withOthers(items); all != m_items)
        show(all);
}

void ObjectTree::setChosen(const QStringList &ids)
{
    const QSet<QString> wanted(ids.begin(), ids.end());
    if (wanted == m_chosen)
        return;
    m_chosen = wanted;
    show(withOthers(m_listed));
}

QStringList ObjectTree::chosen() const
{
    QStringList ids;
    for (const ObjectItem &item : m_items)
        if (m_chosen.contains(item.id))
            ids << item.id;
    return ids;
}

void ObjectTree::setFilter(const QString &text)
{
    if (m_filter == text)
        return;
    beginResetModel();
    m_filter = text;
    build();
    endResetModel();
}

ObjectTree::Node *ObjectTree::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex ObjectTree::indexOf(Node *node, int column) const
{
    return node->parent ? createIndex(node->row, column, node) : QModelIndex();
}

QModelIndex ObjectTree::index(int row, int column, const QModelIndex &parent) const
{
    const Node *node = nodeOf(parent);
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, node->children.at(static_cast<size_t>(row)).get());
}

QModelIndex ObjectTree::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOf(nodeOf(index)->parent, 0) : QModelIndex();
}

int ObjectTree::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(nodeOf(parent)->children.size());
}

QVariant ObjectTree::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node *node = nodeOf(index);
    if (index.column() == Name) {
        if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
            return node->title;
        return role == Qt::CheckStateRole ? QVariant(node->state()) : QVariant();
    }
    const bool isGroup = !node->item;
    if (role == Qt::DisplayRole && isGroup)
        return node->chosen > 0 ? tr("%1 of %2").arg(node->chosen).arg(node->objects) : QString::number(node->objects);
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return isGroup ? QString() : node->item->note;
    if (role == Qt::ForegroundRole)
        return !isGroup && node->item->attention ? theme::healthColor(Health::Attention) : theme::tokens().textMuted;
    return {};
}

Qt::ItemFlags ObjectTree::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags usual = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return index.column() == Name ? usual | Qt::ItemIsUserCheckable : usual;
}

/// Everything below takes it; the counts above are put right afterwards, once.
void ObjectTree::check(Node &node, bool chosen)
{
    if (node.item) {
        node.chosen = chosen ? 1 : 0;
        if (chosen)
            m_chosen.insert(node.item->id);
        else
            m_chosen.remove(node.item->id);
        return;
    }
    for (const std::unique_ptr<Node> &child : node.children)
        check(*child, chosen);
    node.chosen = chosen ? node.objects : 0;
}

void ObjectTree::recount(Node *node)
{
    for (; node; node = node->parent) {
        node->chosen = 0;
        for (const std::unique_ptr<Node> &child : node->children)
            node->chosen += child->chosen;
        const QModelIndex index = indexOf(node, Name);
        if (index.isValid())
            Q_EMIT dataChanged(index, indexOf(node, Note));
    }
}

void ObjectTree::tellBelow(Node &node)
{
    if (node.children.empty())
        return;
    Q_EMIT dataChanged(indexOf(node.children.front().get(), Name), indexOf(node.children.back().get(), Note));
    for (const std::unique_ptr<Node> &child : node.children)
        tellBelow(*child);
}

bool ObjectTree::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::CheckStateRole)
        return false;
    Node *node = nodeOf(index);
    check(*node, value.toInt() != Qt::Unchecked);
    Q_EMIT dataChanged(indexOf(node, Name), indexOf(node, Note));
    tellBelow(*node);
    recount(node->parent);
    Q_EMIT chosenByHand();
    return true;
}

} // namespace howdah
