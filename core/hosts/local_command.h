#pragma once

#include "core/base/deadline.h"
#include "core/base/result.h"
#include "core/hosts/command.h"
#include "core/hosts/system_user.h"

#include <optional>
#include <stop_token>

namespace howdah {

/// How a command of this machine is to be run; see Host::run for what running means.
struct LocalRun
{
    Command command;                ///< asUser is not looked at here
    std::optional<SystemUser> user; ///< become this user (as root); empty: stay who we are
    /// The command line watches its standard input and ends all it started when that closes (see sudo in
    /// local_host.cpp): for programs that we have no right to signal.
    bool onLeash = false;
};

[[nodiscard]] Result<CommandOutcome> runLocalCommand(const LocalRun &run, const Deadline &deadline,
                                                     std::stop_token stop, const OutputHandler &onOutput);

} // namespace howdah
