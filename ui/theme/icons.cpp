#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace howdah::theme {

namespace {

QColor roleColor(IconRole role, QIcon::Mode mode)
{
    const Tokens &now = tokens();
    if (mode == QIcon::Disabled)
        return mixed(now.surface, now.textMuted, 0.55);
    switch (role) {
    case IconRole::Text:
        return now.text;
    case IconRole::Muted:
        return now.textMuted;
    case IconRole::Accent:
        return now.accent;
    case IconRole::OnAccent:
        return now.accentText;
    case IconRole::Critical:
        return now.critical;
    }
    return now.text;
}

/// Renders the drawing anew for each size and colour, so that it is sharp at every scale and follows the theme.
class DrawnIconEngine : public QIconEngine
{
public:
    DrawnIconEngine(QString name, IconRole role)
        : m_name(std::move(name))
        , m_role(role)
    {
    }

    void paint(QPainter *painter, const QRect &box, QIcon::Mode mode, QIcon::State) override
    {
        const QSize pixels = box.size() * painter->device()->devicePixelRatio();
        painter->drawPixmap(box, rendered(pixels, roleColor(m_role, mode)));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return rendered(size, roleColor(m_role, mode));
    }
    [[nodiscard]] QIconEngine *clone() const override { return new DrawnIconEngine(m_name, m_role); }

private:
    [[nodiscard]] QPixmap rendered(const QSize &pixels, const QColor &color) const
    {
        const QString key =
            QStringLiteral("howdah/%1/%2/%3x%4").arg(m_name, color.name()).arg(pixels.width()).arg(pixels.height());
        QPixmap picture;
        if (QPixmapCache::find(key, &picture))
            return picture;
        picture = QPixmap(pixels);
        picture.fill(Qt::transparent);
        QFile file(QStringLiteral(":/icons/%1.svg").arg(m_name));
        if (file.open(QIODevice::ReadOnly)) {
            QSvgRenderer renderer(file.readAll().replace("currentColor", color.name().toLatin1()));
            QPainter painter(&picture);
            renderer.render(&painter, QRectF(QPointF(), pixels));
        }
        QPixmapCache::insert(key, picture);
        return picture;
    }

    QString m_name;
    IconRole m_role;
};

} // namespace

QIcon icon(const QString &name, IconRole role)
{
    return QIcon(new DrawnIconEngine(name, role));
}

} // namespace howdah::theme
