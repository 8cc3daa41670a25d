#pragma once

#include "core/operations/library/nodes.h"

/// Settings of which a standby needs at least as much as its primary has (max_connections and its like). With less its
/// replay pauses by itself, and a server whose replay is resumed then shuts down.
namespace howdah::library {

/// "max_connections = 100 against 120": what the server has against what its control file says that it needs. Empty
/// when it has enough, or when its host cannot be asked.
[[nodiscard]] QStringList lowerLimits(ProbeContext &context, const NodeState &standby, Connection &session);

/// Of a standby whose replay is paused, and that is to take over.
[[nodiscard]] Judgement judgePaused(const QString &standby, const QStringList &lowerLimits);
/// Of a standby whose replay is to be resumed.
[[nodiscard]] Judgement judgeLimits(const QString &standby, const QStringList &lowerLimits);

} // namespace howdah::library
