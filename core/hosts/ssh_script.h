#pragma once

#include "core/base/error.h"
#include "core/hosts/command.h"

#include <optional>

namespace howdah {

/// A command on its way to another machine's shell.
struct SshRun
{
    Command command;
    QStringList becoming; ///< words that make the rest of a line run as another user; empty: as the login
    QByteArray mark;      ///< of this run alone; see SshOutput
    bool onLeash = false; ///< ends with all that it started when its standard input closes
};

[[nodiscard]] QByteArray newRunMark();

/// One line for any POSIX login shell: a small script that runs the command in a session of its own, with the marks
/// that SshOutput looks for, and ends it when the connection goes before its time. Environment and directory as in
/// Command.
[[nodiscard]] QString sshLine(const SshRun &run);

/// What goes through standard input: the command's own and a seal, without which a command never sees its end.
[[nodiscard]] QByteArray sshInput(const SshRun &run);

/// Ends another run there (TERM, KILL a second later) and waits until it is gone. `ownMark`: of the run that does this;
/// `processGroup`: what SshOutput tells of the other, 0 when its start was not heard of yet.
[[nodiscard]] Command endOfRun(const QByteArray &mark, const QByteArray &ownMark, int processGroup,
                               const QString &asUser);

/// Why the command did not start there, when that is what env says: no such program, no such directory.
[[nodiscard]] std::optional<Error> refusedByEnv(const Command &command, const CommandOutcome &outcome);

} // namespace howdah
