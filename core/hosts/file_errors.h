#pragma once

#include "core/base/error.h"

#include <QByteArray>

namespace howdah {

/// "<what>: <the system's reason>." with the code that fits the error number.
[[nodiscard]] Error systemError(const QString &what, int errorNumber);

/// The same for a tool that printed the reason (in the C locale) instead of returning it.
[[nodiscard]] Error toolError(const QString &what, const QByteArray &errorOutput);

} // namespace howdah
