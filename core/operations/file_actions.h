#pragma once

#include "core/operations/action.h"

#include <stop_token>

namespace howdah {

class Hosts;

// Actions on files and directories of a host. Each may be run again.
[[nodiscard]] Result<void> perform(const WriteFile &action, Hosts &hosts);
[[nodiscard]] Result<void> perform(const AppendFile &action, Hosts &hosts);
[[nodiscard]] Result<void> perform(const PointPoolerAt &action, Hosts &hosts);
[[nodiscard]] Result<void> perform(const BringFile &action, Hosts &hosts);
[[nodiscard]] Result<void> perform(const MakeDirectory &action, Hosts &hosts);
[[nodiscard]] Result<void> perform(const MovePath &action, Hosts &hosts);
[[nodiscard]] Result<void> perform(const MakeMarkedDirectory &action, Hosts &hosts);
[[nodiscard]] Result<void> perform(const RemoveMarkedDirectory &action, Hosts &hosts);
[[nodiscard]] Result<void> perform(const RemoveFile &action, Hosts &hosts);
[[nodiscard]] Result<void> perform(const CopyFile &action, Hosts &hosts);
[[nodiscard]] Result<void> perform(const PatchFile &action, Hosts &hosts);
[[nodiscard]] Result<void> perform(const PasswordLine &action, Hosts &hosts);

} // namespace howdah
