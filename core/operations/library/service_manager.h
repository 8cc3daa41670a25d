#pragma once

#include "core/operations/operation.h"

namespace howdah::library {

/// Who starts a server again by itself when it has ended: the systemd unit that it runs in, or its container's restart
/// policy. `layoutProbe`: the probe of its files.
[[nodiscard]] Probe serviceProbe(const QString &layoutProbe);
/// For a change in which the server must stay down once it was stopped.
[[nodiscard]] Check noAutomaticRestart(const QString &layoutProbe);
/// For a change that restarts the server: one that systemd keeps is restarted by systemd.
[[nodiscard]] Check noUnitIsLeft(const QString &layoutProbe);

/// "postgresql@15-main.service" out of /proc/PID/cgroup; empty when no unit of the system holds the process.
[[nodiscard]] QString systemdUnit(const QString &controlGroups);

} // namespace howdah::library
