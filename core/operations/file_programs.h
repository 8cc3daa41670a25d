#pragma once

#include "core/operations/action.h"

namespace howdah {

// What actions on files are as programs of a POSIX shell (argv), for scripts shown to people.
[[nodiscard]] QStringList copyProgram(const CopyFile &action);
[[nodiscard]] QStringList patchProgram(const PatchFile &action);
[[nodiscard]] QStringList passwordLineProgram(const PasswordLine &action);

} // namespace howdah
