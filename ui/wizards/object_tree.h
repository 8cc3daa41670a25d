#pragma once

#include "core/operations/operation.h"

#include <QAbstractItemModel>

namespace howdah {

/// Objects that can be chosen, in their groups, each with a check box; a group's stands for all that it shows. Made for
/// ten thousand of them.
class ObjectTree : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Name, Note, Columns };
    explicit ObjectTree(QObject *parent = nullptr);
    ~ObjectTree() override;

    /// Keeps what is chosen. Names that no item has are objects of their own, in a group that says so.
    void setItems(const QList<ObjectItem> &items);
    void setChosen(const QStringList &ids);
    [[nodiscard]] QStringList chosen() const; ///< in the items' order
    [[nodiscard]] int count() const { return static_cast<int>(m_items.size()); }
    /// Shows only what has this text in its name or its groups; "" shows all.
    void setFilter(const QString &text);

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &) const override { return Columns; }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void chosenByHand();

private:
    struct Node;
    void build();
    void show(const QList<ObjectItem> &items);
    [[nodiscard]] QList<ObjectItem> withOthers(const QList<ObjectItem> &items) const;
    Node *groupFor(const QStringList &path, QHash<QString, Node *> &groups);
    void check(Node &node, bool chosen);
    void recount(Node *node);
    [[nodiscard]] bool shows(const ObjectItem &item) const;
    [[nodiscard]] Node *nodeOf(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(Node *node, int column) const;
    void tellBelow(Node &node);

    QList<ObjectItem> m_listed;
    QList<ObjectItem> m_items; ///< with what was named by hand; nodes point into it
    QSet<QString> m_chosen;
    QString m_filter;
    std::unique_ptr<Node> m_root;
};

} // namespace howdah
