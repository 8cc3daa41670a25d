#pragma once

#include "core/hosts/host.h"

namespace howdah {

/// This machine. Acts as another user by becoming that user (as root) or by `sudo -n -u` (otherwise; NotPermitted with
/// the remedy when sudo would ask for a password). Commands end when the console is killed, detached ones apart.
[[nodiscard]] std::shared_ptr<Host> makeLocalHost();

} // namespace howdah
