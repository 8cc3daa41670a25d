#pragma once

#include <QString>

namespace howdah {

/// POSIX sh: defines `note KIND BACKUP true|false SECONDS SAID OPERATION LOG`, which appends a line to the log of a
/// catalogue (BackupNote), and `json TEXT`, what may stand between quotes in JSON.
[[nodiscard]] QString noteFunction();

} // namespace howdah
