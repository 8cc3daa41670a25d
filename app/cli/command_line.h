#pragma once

#include "app/cli/command.h"
#include "core/base/result.h"

namespace howdah::cli {

/// What the words of a command line mean. Pure.
struct Reading
{
    enum class Kind { Run, Help, Version };
    Kind kind = Kind::Run;
    Invocation invocation;   ///< Run; `command` points into the list that was given
    QStringList helpSubject; ///< Help: the words help is wanted for; empty: everything
};

/// `words` without the program's own name. Invalid, with a sentence, when they make no sense.
/// Options may stand anywhere, as `--name value` or `--name=value`; `--` ends them.
[[nodiscard]] Result<Reading> readCommandLine(const QStringList &words, const QList<Command> &commands);

/// True when `--json` is among the words, readable or not: errors are a document then too.
[[nodiscard]] bool wantsJson(const QStringList &words);

/// The nearest of `known` when it is near enough to be a slip of the fingers, else empty.
[[nodiscard]] QString nearestWord(const QString &word, const QStringList &known);

} // namespace howdah::cli
