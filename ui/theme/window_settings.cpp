#include "ui/theme/window_settings.h"

#include "core/base/paths.h"

#include <QSettings>

namespace howdah {

namespace {
const QString themeKey = QStringLiteral("theme");
}

WindowSettings::WindowSettings()
    : m_settings(
          std::make_unique<QSettings>(paths::configDirectory() + QStringLiteral("/window.ini"), QSettings::IniFormat))
{
}

WindowSettings::~WindowSettings() = default;

QByteArray WindowSettings::bytes(const QString &key) const
{
    return m_settings->value(key).toByteArray();
}

void WindowSettings::setBytes(const QString &key, const QByteArray &value)
{
    m_settings->setValue(key, value);
}

QString WindowSettings::text(const QString &key) const
{
    return m_settings->value(key).toString();
}

void WindowSettings::setText(const QString &key, const QString &value)
{
    m_settings->setValue(key, value);
}

QSize WindowSettings::size(const QString &key) const
{
    return m_settings->value(key).toSize();
}

void WindowSettings::setSize(const QString &key, const QSize &value)
{
    m_settings->setValue(key, value);
}

theme::Mode WindowSettings::themeMode() const
{
    const QString word = text(themeKey);
    if (word == QLatin1String("light"))
        return theme::Mode::Light;
    return word == QLatin1String("dark") ? theme::Mode::Dark : theme::Mode::FollowSystem;
}

void WindowSettings::setThemeMode(theme::Mode mode)
{
    setText(themeKey, mode == theme::Mode::Light  ? QStringLiteral("light")
                      : mode == theme::Mode::Dark ? QStringLiteral("dark")
                                                  : QStringLiteral("system"));
}

} // namespace howdah
