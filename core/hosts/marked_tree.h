#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace howdah {

/// Host::removeMarkedTree on this machine, as the calling thread's user for files. Follows no link and stays on one
/// file system. The marker goes last, so that a removal cut short can be done again.
[[nodiscard]] Result<void> removeLocalMarkedTree(const QString &directory, const QString &markerName,
                                                 const QByteArray &markerContent);

} // namespace howdah
