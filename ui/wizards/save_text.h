#pragma once

#include "core/base/result.h"

#include <functional>

class QWidget;

namespace howdah {

/// Asks where to (without stopping the event loop) and writes the text there, whole or not at all. `done` hears how it
/// went; not called when the user changes their mind.
void saveText(QWidget *parent, const QString &title, const QString &suggestedName, const QString &filter,
              const QString &text, const std::function<void(const QString &file, const Result<void> &)> &done);

/// The writing alone.
[[nodiscard]] Result<void> writeBytes(const QString &file, const QByteArray &bytes);

} // namespace howdah
