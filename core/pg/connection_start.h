#pragma once

#include "core/pg/connection_plan.h"

namespace howdah {

/// The first of a conninfo's servers that lets us in: see Connection::open(). Non-blocking mode is on.
[[nodiscard]] Result<StartedConnection> startConnection(const ConnInfo &info, const Deadline &deadline,
                                                        std::stop_token stop, const ConnectionSettings &settings);

} // namespace howdah
