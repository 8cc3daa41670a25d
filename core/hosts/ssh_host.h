#pragma once

#include "core/hosts/host.h"

namespace howdah {

/// A machine reached by the system's ssh. `id`: "ssh:" and what one would give to ssh ("ssh:db1", "ssh:postgres@db1",
/// "ssh:postgres@db1:2222"); `configFile`: see sshDestination(). Acts as another user by runuser
/// (as root) or `sudo -n`. Commands end when the connection does, detached ones apart; a code of 128 and a signal's
/// number is reported as that signal, for the shell there makes no difference. Nothing is connected before the first
/// call. Invalid for an id that names no machine.
[[nodiscard]] Result<std::shared_ptr<Host>> makeSshHost(const QString &id, const QString &configFile = {});

} // namespace howdah
