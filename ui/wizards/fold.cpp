#include "ui/wizards/fold.h"

#include "ui/theme/theme.h"
#include "ui/wizards/text_label.h"

#include <QKeyEvent>
#include <QLayout>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

namespace howdah {

namespace {

constexpr int chevronWidth = 16;

void paintChevron(QPainter &painter, const QPointF &centre, bool open)
{
    QPainterPath path;
    if (open) {
        path.moveTo(centre + QPointF(-4, -2));
        path.lineTo(centre + QPointF(0, 2));
        path.lineTo(centre + QPointF(4, -2));
    } else {
        path.moveTo(centre + QPointF(-2, -4));
        path.lineTo(centre + QPointF(2, 0));
        path.lineTo(centre + QPointF(-2, 4));
    }
    painter.setPen(QPen(theme::tokens().textMuted, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
}

} // namespace

FoldHeader::FoldHeader(QWidget *parent)
    : QAbstractButton(parent)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QSize FoldHeader::sizeHint() const
{
    return layout() ? layout()->sizeHint() : QSize(120, 32);
}

void FoldHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(1, 1, -1, -1);
    if (underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme::tokens().selection);
        painter.setOpacity(0.5);
        painter.drawRoundedRect(box, theme::cornerRadius, theme::cornerRadius);
        painter.setOpacity(1);
    }
    if (hasFocus()) {
        painter.setPen(QPen(theme::tokens().accent, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box, theme::cornerRadius, theme::cornerRadius);
    }
    paintChevron(painter, QPointF(width() - chevronWidth, qMin(height() / 2.0, 20.0)), isChecked());
}

void FoldHeader::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

Fold::Fold(QWidget *parent)
    : QWidget(parent)
    , m_header(new FoldHeader(this))
    , m_body(new QWidget(this))
    , m_content(new QVBoxLayout(m_body))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_body);
    m_content->setContentsMargins(0, theme::space2, 0, theme::space2);
    m_content->setSpacing(theme::space2);
    m_body->hide();
    connect(m_header, &QAbstractButton::toggled, m_body, &QWidget::setVisible);
}

Fold::Fold(const QString &title, QWidget *parent)
    : Fold(parent)
{
    auto *line = new QHBoxLayout(m_header);
    line->setContentsMargins(theme::space2, theme::space2, theme::space5, theme::space2);
    auto *label = new TextLabel(TextLabel::Voice::Strong, title);
    label->setAttribute(Qt::WA_TransparentForMouseEvents);
    line->addWidget(label, 1);
    m_header->setAccessibleName(title);
}

void Fold::setOpen(bool open)
{
    m_header->setChecked(open);
}

bool Fold::isOpen() const
{
    return m_header->isChecked();
}

} // namespace howdah
