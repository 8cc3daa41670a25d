#pragma once

#include "core/pg/conn_info.h"

#include <optional>

namespace howdah {

/// The port of the one server on a network that these settings name, services, environment and libpq's defaults
/// counted in; nothing for several servers or a Unix socket.
[[nodiscard]] std::optional<int> networkPort(const ConnInfo &info);

/// The one server that these settings name is on whatever machine they are used on: localhost, 127.0.0.1, ::1.
[[nodiscard]] bool namesItsOwnMachine(const ConnInfo &info);

/// The same session by another port of this machine's loopback behind which that server is. It keeps its name:
/// certificates are checked against it, and ~/.pgpass is asked for it and its own port. For settings with a
/// networkPort().
[[nodiscard]] Result<ConnInfo> reroutedTo(int loopbackPort, const ConnInfo &info);

} // namespace howdah
