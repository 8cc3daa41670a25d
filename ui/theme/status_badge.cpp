#include "ui/theme/status_badge.h"

#include <QPainter>

namespace howdah {

namespace {
constexpr int markSide = 14;
constexpr int pillHeight = 24;
} // namespace

StatusBadge::StatusBadge(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFont(theme::font(theme::Type::Body, true));
    setStatus(Health::Unknown, theme::healthWord(Health::Unknown));
}

void StatusBadge::setStatus(Health health, const QString &word)
{
    if (m_health == health && m_word == word)
        return;
    m_health = health;
    m_word = word;
    setAccessibleName(word);
    updateGeometry();
    update();
}

QSize StatusBadge::sizeHint() const
{
    return {theme::space2 + markSide + theme::space1 + fontMetrics().horizontalAdvance(m_word) + theme::space3,
            pillHeight};
}

void StatusBadge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme::healthSoftColor(m_health));
    painter.drawRoundedRect(rect(), pillHeight / 2.0, pillHeight / 2.0);
    theme::paintHealth(painter, QRectF(theme::space2, (pillHeight - markSide) / 2.0, markSide, markSide), m_health);
    painter.setPen(theme::healthColor(m_health));
    painter.drawText(rect().adjusted(theme::space2 + markSide + theme::space1, 0, 0, 0), Qt::AlignVCenter, m_word);
}

} // namespace howdah
