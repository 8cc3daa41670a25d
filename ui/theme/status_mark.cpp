#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>

namespace howdah::theme {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Theme)
};

/// Paints the mark afresh at each size, in the colours of the moment.
class HealthIconEngine : public QIconEngine
{
public:
    explicit HealthIconEngine(Health health)
        : m_health(health)
    {
    }

    void paint(QPainter *painter, const QRect &box, QIcon::Mode, QIcon::State) override
    {
        paintHealth(*painter, box, m_health);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap picture(size);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return picture;
    }
    [[nodiscard]] QIconEngine *clone() const override { return new HealthIconEngine(m_health); }

private:
    Health m_health;
};

} // namespace

QColor healthColor(Health health)
{
    switch (health) {
    case Health::Good:
        return tokens().good;
    case Health::Attention:
        return tokens().attention;
    case Health::Critical:
        return tokens().critical;
    case Health::Busy:
        return tokens().busy;
    case Health::Unknown:
        break;
    }
    return tokens().unknown;
}

QColor healthSoftColor(Health health)
{
    switch (health) {
    case Health::Good:
        return tokens().goodSoft;
    case Health::Attention:
        return tokens().attentionSoft;
    case Health::Critical:
        return tokens().criticalSoft;
    case Health::Busy:
        return tokens().busySoft;
    case Health::Unknown:
        break;
    }
    return tokens().unknownSoft;
}

QString healthWord(Health health)
{
    switch (health) {
    case Health::Good:
        return Tr::tr("Healthy");
    case Health::Attention:
        return Tr::tr("Needs attention");
    case Health::Critical:
        return Tr::tr("Critical");
    case Health::Busy:
        return Tr::tr("Busy");
    case Health::Unknown:
        break;
    }
    return Tr::tr("Unknown");
}

void paintHealth(QPainter &painter, const QRectF &box, Health health)
{
    const double side = std::min(box.width(), box.height());
    const QPointF centre = box.center();
    const QColor color = healthColor(health);
    const double radius = side * 0.34;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    QPen ring(color, std::max(1.5, side * 0.11));
    switch (health) {
    case Health::Good:
        painter.drawEllipse(centre, radius, radius);
        break;
    case Health::Attention: {
        QPainterPath triangle;
        triangle.moveTo(centre + QPointF(0, -radius * 1.15));
        triangle.lineTo(centre + QPointF(radius * 1.2, radius * 0.95));
        triangle.lineTo(centre + QPointF(-radius * 1.2, radius * 0.95));
        triangle.closeSubpath();
        painter.setPen(QPen(color, side * 0.08, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(triangle);
        break;
    }
    case Health::Critical:
        painter.drawRoundedRect(
            QRectF(centre - QPointF(radius * 0.95, radius * 0.95), QSizeF(radius * 1.9, radius * 1.9)), side * 0.06,
            side * 0.06);
        break;
    case Health::Busy:
        ring.setDashPattern({1.6, 1.3});
        [[fallthrough]];
    case Health::Unknown:
        painter.setPen(ring);
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(centre, radius * 0.92, radius * 0.92);
        break;
    }
    painter.restore();
}

QIcon healthIcon(Health health)
{
    return QIcon(new HealthIconEngine(health));
}

} // namespace howdah::theme
