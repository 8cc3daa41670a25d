#pragma once

#include "core/base/result.h"
#include "core/base/wake_up.h"

#include <QStringList>

namespace howdah {

/// The numeric addresses of a host name, in the resolver's order; a numeric address is its own answer, at once.
/// Codes: Unreachable (no such host), TimedOut, Stopped.
[[nodiscard]] Result<QStringList> lookUpAddresses(const QString &host, const Deadline &deadline, const WakeUp &wakeUp);

} // namespace howdah
