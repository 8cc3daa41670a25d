#pragma once

#include <QString>

namespace howdah {

/// POSIX sh, behind noteFunction(): connects to every database of a restored copy, reads every row, checks every index
/// with amcheck where the server has it, and notes the outcome. Words: bin, place (with the copy's socket and
/// "howdah-made-this", written when it was begun), port, role, full|quick, log, backup, operation.
[[nodiscard]] QString drillExaminationScript();

} // namespace howdah
