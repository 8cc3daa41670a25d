#include "ui/wizards/code_block.h"

#include "ui/theme/theme.h"

#include <QStyle>
#include <QStyleOptionFrame>
#include <QTextDocument>
#include <QWheelEvent>
#include <QtMath>

#include <memory>

namespace howdah {

namespace {
/// Thousands of lines (objects that were chosen) would be measured again at every change of the width.
QString shortened(const QString &code)
{
    constexpr qsizetype most = 300;
    const qsizetype lines = code.count(QLatin1Char('\n')) + 1;
    if (lines <= most)
        return code;
    return code.section(QLatin1Char('\n'), 0, most - 1) + QLatin1Char('\n') +
           CodeBlock::tr("# … and %1 more lines, which the script has").arg(lines - most);
}
} // namespace

CodeBlock::CodeBlock(const QString &code, QWidget *parent)
    : QTextEdit(parent)
{
    setObjectName(QStringLiteral("codeBlock"));
    setReadOnly(true);
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document()->setDocumentMargin(theme::space1);
    setFont(theme::codeFont(theme::Type::Body));
    setPlainText(shortened(code));
    setAccessibleName(tr("Command"));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

int CodeBlock::heightForWidth(int width) const
{
    QStyleOptionFrame option;
    initStyleOption(&option);
    option.rect = QRect(0, 0, width, 10000);
    const QRect inside = style()->subElementRect(QStyle::SE_ShapedFrameContents, &option, this);
    const std::unique_ptr<QTextDocument> measured(document()->clone());
    measured->setDefaultFont(document()->defaultFont());
    measured->setDefaultTextOption(document()->defaultTextOption());
    measured->setTextWidth(inside.width());
    return qCeil(measured->size().height()) + option.rect.height() - inside.height();
}

QSize CodeBlock::sizeHint() const
{
    return {320, heightForWidth(width() > 100 ? width() : 480)};
}

QSize CodeBlock::minimumSizeHint() const
{
    return {160, fontMetrics().height() + 2 * theme::space2};
}

void CodeBlock::resizeEvent(QResizeEvent *event)
{
    QTextEdit::resizeEvent(event);
    updateGeometry();
}

void CodeBlock::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // the page around it scrolls
}

} // namespace howdah
