#pragma once

#include "ui/theme/theme.h"

#include <QByteArray>
#include <QSize>
#include <QString>

#include <memory>

class QSettings;

namespace howdah {

/// What windows remember from one start to the next: window.ini in the configuration directory.
class WindowSettings
{
public:
    WindowSettings();
    ~WindowSettings();

    [[nodiscard]] QByteArray bytes(const QString &key) const;
    void setBytes(const QString &key, const QByteArray &value);
    [[nodiscard]] QString text(const QString &key) const;
    void setText(const QString &key, const QString &value);
    [[nodiscard]] QSize size(const QString &key) const; ///< invalid when there is none
    void setSize(const QString &key, const QSize &value);
    [[nodiscard]] theme::Mode themeMode() const;
    void setThemeMode(theme::Mode mode);

private:
    std::unique_ptr<QSettings> m_settings;
};

} // namespace howdah
