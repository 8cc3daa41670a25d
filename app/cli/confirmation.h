#pragma once

#include "app/cli/command.h"
#include "app/cli/console.h"
#include "core/operations/operation.h"

namespace howdah::cli {

inline constexpr QLatin1String optionYes("yes");

[[nodiscard]] CommandOption yesOption();

/// Nothing when somebody at a terminal can be asked, else why it is not done.
[[nodiscard]] std::optional<Error> cannotAsk(const QString &operation, const QString &hint);

/// Asks for the plan's word; true when exactly that was typed. What it stands for has been shown before.
[[nodiscard]] bool isConfirmed(const Plan &plan, const Console &console);
[[nodiscard]] Error notConfirmed();

} // namespace howdah::cli
