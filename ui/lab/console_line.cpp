#include "ui/lab/console_line.h"

#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QTextBlock>

namespace howdah {

namespace {

constexpr int visibleLines = 3;

} // namespace

ConsoleLine::ConsoleLine(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setFont(theme::codeFont(theme::Type::Small));
    setAccessibleName(tr("Type SQL or a command"));
    setPlaceholderText(tr("Type SQL or a command; Return runs it,\nShift+Return begins a new line"));
    setTabChangesFocus(true);
    setFixedHeight(fontMetrics().lineSpacing() * visibleLines + 2 * theme::space2);
}

void ConsoleLine::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const QTextBlock block = textCursor().block();
    if (isReturn && !(event->modifiers() & Qt::ShiftModifier))
        Q_EMIT entered();
    else if (event->key() == Qt::Key_Up && !block.previous().isValid())
        Q_EMIT recalled(-1);
    else if (event->key() == Qt::Key_Down && !block.next().isValid())
        Q_EMIT recalled(1);
    else
        QPlainTextEdit::keyPressEvent(event);
}

} // namespace howdah
