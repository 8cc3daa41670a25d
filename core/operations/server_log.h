#pragma once

#include "core/hosts/host.h"

namespace howdah {

/// Where a command that starts a server lets it write (pg_ctl's -l); empty for any other command.
[[nodiscard]] QString serverLogOf(const Command &command);

/// Prints how a server's log ends: the file of its output, and that of its logging collector.
[[nodiscard]] Command lastWordsOf(const QString &logFile, const QString &dataDirectory, const QString &owner);
/// The error with what such a command prints in its detail; as it was when that is nothing.
[[nodiscard]] Error withLastWords(Error error, Host &host, const Command &lastWords);

/// The error of a command that started no server, with what the server wrote last in its detail: pg_ctl itself says no
/// more than that it could not. Also from the file of its logging collector, which wins when there is one. As it was
/// for any other command, or when the log cannot be read.
[[nodiscard]] Error withServersLastWords(Error error, Host &host, const Command &command);

} // namespace howdah
