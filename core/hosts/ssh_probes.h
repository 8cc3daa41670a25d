#pragma once

#include "core/hosts/host.h"

namespace howdah {

// Host::space and Host::portIsFree by plain tools, for a machine where no system call of ours reaches.

[[nodiscard]] Result<SpaceStatus> probeSpace(Host &host, const QString &path, const Deadline &deadline);
[[nodiscard]] Result<bool> probePort(Host &host, int port, const Deadline &deadline);
/// Where a connection from that machine itself reaches what listens on a port of its: "127.0.0.1", "[::1]" or, when it
/// listens on other addresses only, one of those. Empty when nothing listens.
[[nodiscard]] Result<QString> probeListener(Host &host, int port, const Deadline &deadline,
                                            const std::stop_token &stop);

} // namespace howdah
