#include "ui/window/command_palette.h"

#include "ui/theme/theme.h"
#include "ui/wizards/text_label.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace howdah {

namespace {

constexpr int paletteWidth = 560, shownRows = 9, entryHeight = 36;

/// Title at the left, where it belongs and its shortcut at the right; what is not possible now is muted.
class EntryDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {paletteWidth, entryHeight};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const theme::Tokens &tokens = theme::tokens();
        if (option.state & QStyle::State_Selected) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(tokens.selection);
            painter->drawRoundedRect(QRectF(option.rect).adjusted(2, 1, -2, -1), theme::cornerRadius,
                                     theme::cornerRadius);
        }
        QRect room = option.rect.adjusted(theme::space3, 0, -theme::space3, 0);
        const bool possible = index.data(CommandPaletteModel::ImpossibleRole).toString().isEmpty();
        const auto icon = index.data(Qt::DecorationRole).value<QIcon>();
        icon.paint(painter, QRect(room.left(), room.center().y() - 8, 16, 16), Qt::AlignCenter,
                   possible ? QIcon::Normal : QIcon::Disabled);
        room.setLeft(room.left() + 16 + theme::space3);
        paintRight(*painter, room, index);
        painter->setFont(theme::font(theme::Type::Body));
        painter->setPen(possible ? tokens.text : tokens.textMuted);
        painter->drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, room.width()));
        painter->restore();
    }

private:
    static void paintRight(QPainter &painter, QRect &room, const QModelIndex &index)
    {
        painter.setFont(theme::font(theme::Type::Small));
        painter.setPen(theme::tokens().textMuted);
        const QString shortcut = index.data(CommandPaletteModel::ShortcutRole).toString();
        const QString context = index.data(CommandPaletteModel::ContextRole).toString();
        const QString shown = painter.fontMetrics().elidedText(
            shortcut.isEmpty() ? context : QStringLiteral("%1   %2").arg(context, shortcut), Qt::ElideMiddle,
            room.width() / 2);
        painter.drawText(room, Qt::AlignVCenter | Qt::AlignRight, shown);
        room.setRight(room.right() - painter.fontMetrics().horizontalAdvance(shown) - theme::space3);
    }
};

} // namespace

CommandPalette::CommandPalette(QWidget *window, std::function<QList<PaletteEntry>()> entries)
    : QFrame(window, Qt::Popup)
    , m_entries(std::move(entries))
    , m_model(new CommandPaletteModel(this))
    , m_line(new QLineEdit)
    , m_list(new QListView)
    , m_foot(new TextLabel(TextLabel::Voice::Small))
{
    setObjectName(QStringLiteral("commandPalette"));
    setAccessibleName(tr("Find an action, a node or a page"));
    setProperty("card", true);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(theme::space2, theme::space2, theme::space2, theme::space2);
    lines->setSpacing(theme::space2);
    m_line->setObjectName(QStringLiteral("paletteLine"));
    m_line->setAccessibleName(tr("Find an action, a node or a page"));
    m_line->setPlaceholderText(tr("Find an action, a node or a page"));
    m_line->setFont(theme::font(theme::Type::Heading));
    m_line->setMinimumHeight(36);
    lines->addWidget(m_line);
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setAccessibleName(tr("What was found"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new EntryDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_list->setStyleSheet(QStringLiteral("QListView { border: none; }"));
    lines->addWidget(m_list);
    m_foot->setObjectName(QStringLiteral("paletteFoot"));
    m_foot->setContentsMargins(theme::space2, 0, theme::space2, 0);
    lines->addWidget(m_foot);
    setFixedWidth(paletteWidth);
    setFocusProxy(m_line);
    m_line->installEventFilter(this);
    connect(m_line, &QLineEdit::textChanged, this, &CommandPalette::typed);
    connect(m_list, &QListView::clicked, this, &CommandPalette::choose);
}

void CommandPalette::open()
{
    m_model->setEntries(m_entries());
    m_line->clear();
    typed({});
    const QWidget *window = parentWidget();
    move(window->mapToGlobal(QPoint((window->width() - width()) / 2, qMin(96, window->height() / 8))));
    show();
    raise();
    m_line->setFocus();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_line || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_PageDown:
        step(shownRows);
        return true;
    case Qt::Key_PageUp:
        step(-shownRows);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose();
        return true;
    case Qt::Key_Escape:
        hide();
        return true;
    default:
        return false;
    }
}

void CommandPalette::typed(const QString &text)
{
    m_model->setTyped(text);
    m_list->setCurrentIndex(m_model->index(0));
    m_list->setFixedHeight(qBound(1, m_model->rowCount(), shownRows) * entryHeight);
    adjustSize();
    updateFoot();
}

void CommandPalette::step(int rows)
{
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    const int row = qBound(0, m_list->currentIndex().row() + rows, count - 1);
    m_list->setCurrentIndex(m_model->index(row));
    updateFoot();
}

void CommandPalette::updateFoot()
{
    const QModelIndex current = m_list->currentIndex();
    const QString impossible = current.data(CommandPaletteModel::ImpossibleRole).toString();
    if (!current.isValid())
        m_foot->setText(tr("Nothing is called that."));
    else if (!impossible.isEmpty())
        m_foot->setText(tr("Not possible now: %1").arg(impossible));
    else
        m_foot->setText(tr("Return: do it    Up, Down: choose    Esc: close"));
}

void CommandPalette::choose()
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid())
        return;
    const PaletteEntry entry = m_model->entry(current.row());
    if (!entry.impossible.isEmpty()) {
        updateFoot();
        return;
    }
    hide();
    if (entry.act)
        entry.act();
}

} // namespace howdah
