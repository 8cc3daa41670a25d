#include "ui/wizards/step_rail.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace howdah {

namespace {

constexpr int railWidth = 192, rowHeight = 36, dot = 9;

void paintTick(QPainter &painter, const QPointF &centre)
{
    QPainterPath tick;
    tick.moveTo(centre + QPointF(-3.5, 0.2));
    tick.lineTo(centre + QPointF(-1, 2.8));
    tick.lineTo(centre + QPointF(3.8, -2.6));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(tick);
}

} // namespace

StepRail::StepRail(const QStringList &names, QWidget *parent)
    : QWidget(parent)
    , m_names(names)
{
    setFixedWidth(railWidth);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setCurrent(0);
}

void StepRail::setHeading(const QString &title, const QString &under)
{
    m_title = title;
    m_under = under;
    update();
}

void StepRail::setCurrent(int index)
{
    m_current = index;
    setAccessibleName(tr("Step %1 of %2: %3").arg(index + 1).arg(m_names.size()).arg(m_names.value(index)));
    update();
}

QSize StepRail::sizeHint() const
{
    return {railWidth, 120 + rowHeight * static_cast<int>(m_names.size())};
}

void StepRail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const theme::Tokens &tokens = theme::tokens();
    painter.fillRect(rect(), tokens.surface);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), tokens.line);

    const int left = theme::space4, room = width() - 2 * theme::space4;
    painter.setFont(theme::font(theme::Type::Heading, true));
    painter.setPen(tokens.text);
    QRect title(left, theme::space5, room, 64);
    const int wrap = Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop;
    title = painter.boundingRect(title, wrap, m_title).intersected(title);
    painter.drawText(title, wrap, m_title);
    painter.setFont(theme::font(theme::Type::Small));
    painter.setPen(tokens.textMuted);
    const QRect under(left, title.bottom() + theme::space1, room, painter.fontMetrics().height());
    painter.drawText(under, Qt::AlignLeft, painter.fontMetrics().elidedText(m_under, Qt::ElideMiddle, room));

    int y = under.bottom() + theme::space5;
    for (int index = 0; index < m_names.size(); ++index, y += rowHeight) {
        const QPointF centre(left + dot, y + rowHeight / 2.0);
        if (index + 1 < m_names.size()) {
            painter.setPen(QPen(index < m_current ? tokens.accent : tokens.lineStrong, 1.5));
            painter.drawLine(centre + QPointF(0, dot + 3), centre + QPointF(0, rowHeight - dot - 3));
        }
        const bool past = index < m_current, here = index == m_current;
        painter.setPen(QPen(past || here ? tokens.accent : tokens.lineStrong, 1.5));
        painter.setBrush(here ? tokens.accent : past ? Qt::transparent : tokens.surface);
        painter.drawEllipse(centre, dot, dot);
        if (past) {
            paintTick(painter, centre);
        } else {
            painter.setFont(theme::tabularFont(theme::Type::Small));
            painter.setPen(here ? tokens.accentText : tokens.textMuted);
            painter.drawText(QRectF(centre.x() - dot, centre.y() - dot, 2 * dot, 2 * dot), Qt::AlignCenter,
                             QString::number(index + 1));
        }
        painter.setFont(theme::font(theme::Type::Body, here));
        painter.setPen(here ? tokens.text : tokens.textMuted);
        painter.drawText(QRectF(centre.x() + dot + theme::space3, y, room - 2 * dot - theme::space3, rowHeight),
                         Qt::AlignVCenter | Qt::AlignLeft, m_names.at(index));
    }
}

} // namespace howdah
