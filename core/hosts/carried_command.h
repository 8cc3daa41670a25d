#pragma once

#include "core/base/result.h"
#include "core/hosts/ssh_output.h"
#include "core/hosts/ssh_script.h"
#include "core/hosts/ssh_watch.h"

namespace howdah {

/// How a program of this machine that carries commands elsewhere (ssh, an engine's "exec") ended, and why.
struct CarriedEnd
{
    std::optional<int> exitCode = {}; ///< the program's own; none when it was ended from here
    SshWatch::Cause cause = SshWatch::Cause::ItsOwnEnd;
    bool endIsSure = true; ///< of the command there
};

/// Runs `carrier` with the command's own input, until the command there has ended; at the deadline or a stop
/// `endThere` ends it there first. An error when the carrier could not be run.
[[nodiscard]] Result<CarriedEnd> carry(const SshRun &there, const Command &carrier, SshOutput &output,
                                       const Deadline &deadline, const std::stop_token &stop,
                                       std::function<bool()> endThere);

/// One attempt at a command there, with a mark of its own.
using CarryAttempt = std::function<Result<CarriedEnd>(const Command &command, const QByteArray &mark, SshOutput &output,
                                                      const Deadline &deadline)>;
/// Ends the run with that mark; true when it surely has ended.
[[nodiscard]] bool endCarried(const QByteArray &mark, const SshOutput &output, const QString &asUser,
                              const CarryAttempt &attempt);

/// Once the command has ended there: what came of it, or that env could not start it. Nothing before.
[[nodiscard]] std::optional<Result<CommandOutcome>> outcomeThere(const Command &command, const SshOutput &output);

} // namespace howdah
