#pragma once

#include "app/cli/command.h"
#include "core/base/result.h"

namespace howdah::cli {

/// The list of all commands, of one family ("lab"), or one command's whole help. NotFound when there is none of that
/// name.
[[nodiscard]] Result<QString> helpText(const QStringList &subject, const QList<Command> &commands);

/// "howdahctl lab create NAME [options]".
[[nodiscard]] QString usageLine(const Command &command);

} // namespace howdah::cli
