#pragma once

#include "app/cli/command.h"
#include "app/cli/session.h"

namespace howdah::cli {

/// --accept-key FINGERPRINT: a person has compared it with the machine's own.
[[nodiscard]] CommandOption acceptKeyOption();

/// Success when the key of a host of the kind "ssh" is on record, or is now: because --accept-key names it, or somebody
/// at the terminal says yes to it. Nothing to do for hosts of other kinds.
[[nodiscard]] Result<void> settleHostKey(const QString &hostId, const Invocation &invocation, Session &session);

} // namespace howdah::cli
