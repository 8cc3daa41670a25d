#pragma once

#include <QSize>
#include <QString>

class QWidget;

namespace howdah {

/// The window opens as large as the last one of the same key was when it went away, else in its usual size; never
/// larger than its screen. Size alone: where it opens is for the window manager to say.
void rememberSize(QWidget *window, const QString &key, const QSize &usual);

} // namespace howdah
