#pragma once

#include "core/hosts/host.h"
#include "core/pg/connection.h"

namespace howdah {

/// Opens a session with a node's server: directly; or, when its port is closed to this machine and the node's host can
/// forward it (ssh), through there. What led there once is gone first the next time; an address of the machine itself
/// (127.0.0.1) on another host is gone through there alone. Contract as Connection::open(), whose failure is told when
/// neither leads there. Without hosts or host: directly.
[[nodiscard]] Result<Connection> openNode(const ConnInfo &info, Hosts *hosts, const QString &hostId,
                                          const Deadline &deadline, std::stop_token stop = {},
                                          const ConnectionSettings &settings = {});

} // namespace howdah
