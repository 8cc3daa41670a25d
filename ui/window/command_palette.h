#pragma once

#include "ui/window/command_palette_model.h"

#include <QFrame>

class QLineEdit;
class QListView;

namespace howdah {

class TextLabel;

/// Ctrl+K: find any action, node or page by typing; used by keyboard alone. What is not possible now says why.
class CommandPalette : public QFrame
{
    Q_OBJECT

public:
    /// A popup over `window`; asks for the entries each time it opens.
    CommandPalette(QWidget *window, std::function<QList<PaletteEntry>()> entries);

    void open();
    [[nodiscard]] const CommandPaletteModel &model() const { return *m_model; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void typed(const QString &text);
    void step(int rows);
    void choose();
    void updateFoot();
    std::function<QList<PaletteEntry>()> m_entries;
    CommandPaletteModel *m_model;
    QLineEdit *m_line;
    QListView *m_list;
    TextLabel *m_foot;
};

} // namespace howdah
