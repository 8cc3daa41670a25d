#include "ui/wizards/card.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QVBoxLayout>

namespace howdah {

Card::Card(QWidget *parent)
    : QWidget(parent)
    , m_content(new QVBoxLayout(this))
{
    m_content->setContentsMargins(theme::space4, theme::space3, theme::space4, theme::space3);
    m_content->setSpacing(theme::space2);
}

void Card::setTint(std::optional<Health> health)
{
    m_tint = health;
    update();
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_tint ? theme::healthSoftColor(*m_tint) : theme::tokens().line, 1));
    painter.setBrush(m_tint ? theme::healthSoftColor(*m_tint) : theme::tokens().surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme::cornerRadius, theme::cornerRadius);
}

} // namespace howdah
