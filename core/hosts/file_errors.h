#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace howdah {

/// "<what>: <the system's reason>." with the code that fits the error number.
[[nodiscard]] Error systemError(const QString &what, int errorNumber);

/// The same for a tool that printed the reason (in the C locale) instead of returning it.
[[nodiscard]] Error toolError(const QString &what, const QByteArray &errorOutput);
/// Invalid unless it begins with "/": hosts have no directory that others would be relative to.
[[nodiscard]] Result<void> checkPath(const QString &path);

} // namespace howdah
