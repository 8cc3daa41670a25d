#pragma once

#include <QAbstractListModel>
#include <QIcon>

#include <functional>
#include <optional>

namespace howdah {

/// Something that can be found by typing: an action, a node, a page.
struct PaletteEntry
{
    QString title;
    QString context; ///< where it belongs: "lab", "Page", "Node"
    QString shortcut;
    QIcon icon;
    QString impossible; ///< why it cannot be done now; empty when it can
    std::function<void()> act;
};

/// How well `typed` is found in `text`: its characters in order, word beginnings and runs counting most; nothing when
/// one is missing. Letters only are compared, whatever their case. Pure.
[[nodiscard]] std::optional<int> fuzzyScore(const QString &typed, const QString &text);

/// The entries that fit what was typed, best first.
class CommandPaletteModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { ContextRole = Qt::UserRole, ShortcutRole, ImpossibleRole };

    using QAbstractListModel::QAbstractListModel;
    void setEntries(QList<PaletteEntry> entries);
    void setTyped(const QString &typed);
    [[nodiscard]] const PaletteEntry &entry(int row) const { return m_entries.at(m_shown.at(row)); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    void find();
    QList<PaletteEntry> m_entries;
    QList<int> m_shown;
    QString m_typed;
};

} // namespace howdah
