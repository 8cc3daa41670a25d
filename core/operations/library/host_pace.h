#pragma once

#include "core/operations/operation.h"

namespace howdah::library {

/// How long a command on the host of a layout probe's server takes to begin: what a login's shell does first (its
/// ~/.bashrc) comes before every one that goes through ssh.
[[nodiscard]] Probe hostPaceProbe(const QString &layoutProbe);
/// For a change in which clients wait while commands begin there.
[[nodiscard]] Check commandsBeginAtOnce();

} // namespace howdah::library
