#pragma once

#include "core/operations/operation.h"

namespace howdah {

/// The plan as a POSIX shell script that does the same from this machine: set -eu, a function for each step, the undo
/// of each as a comment, waits as loops over psql. No password in it.
[[nodiscard]] QString toScript(const Plan &plan, Hosts &hosts);
/// One action as the exact command or SQL, for the Plan page and the dry run. Reaches the servers as the script does.
[[nodiscard]] QString commandText(const Action &action, Hosts &hosts);

} // namespace howdah
