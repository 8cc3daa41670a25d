#pragma once

#include "core/hosts/host.h"

namespace howdah {

// Host::space and Host::portIsFree by plain tools, for a machine where no system call of ours reaches.

[[nodiscard]] Result<SpaceStatus> probeSpace(Host &host, const QString &path, const Deadline &deadline);
[[nodiscard]] Result<bool> probePort(Host &host, int port, const Deadline &deadline);

} // namespace howdah
