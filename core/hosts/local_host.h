#pragma once

#include "core/hosts/host.h"

namespace howdah {

/// This machine. Acts as another user by runuser (as root) or `sudo -n -u` (otherwise; NotPermitted with the remedy when
/// sudo would ask for a password). Files of one's own are handled directly.
[[nodiscard]] std::shared_ptr<Host> makeLocalHost();

} // namespace howdah
