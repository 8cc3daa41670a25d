#pragma once

#include "core/base/error.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace howdah::cli {

class Session;
struct Invocation;

/// What a shell sees; the same everywhere (PRODUCT, "The command line").
enum class ExitCode {
    Done = 0,     ///< or ready
    Failed = 1,   ///< and undone, where there was something to undo
    Usage = 2,    ///< the command line makes no sense, or may not be done without --yes
    NotReady = 3, ///< a check blocks
    HalfWay = 4,  ///< stopped in between: resume or undo
};

/// `--name value`, or `--name` alone when there is no value to give.
struct CommandOption
{
    QString name; ///< without the dashes
    QString help;
    QString valueName = {};     ///< "N", "NODE" …; empty: a flag
    bool optionalValue = false; ///< `--name` says "true", `--name=VALUE` something else
    bool repeatable = false;    ///< each time it is given is a line of its value
};

/// A word that stands by its place.
struct CommandArgument
{
    enum class Count { One, Optional, OneOrMore };
    QString name; ///< "CLUSTER"
    QString help;
    Count count = Count::One;
};

/// One command, declared: parsing, help and usage errors all come out of it.
struct Command
{
    QStringList path;         ///< {"lab", "create"}
    QString summary;          ///< one line for the list of commands
    QString description = {}; ///< more, for the command's own help
    QList<CommandArgument> arguments = {};
    QList<CommandOption> options = {};
    std::function<ExitCode(const Invocation &, Session &)> run;

    [[nodiscard]] QString name() const { return path.join(QLatin1Char(' ')); }
    [[nodiscard]] const CommandOption *option(const QString &optionName) const;
};

/// A command with what was given to it.
struct Invocation
{
    const Command *command = nullptr;
    QStringList arguments;
    QHash<QString, QString> options; ///< by name; a flag that is set has the value "true"

    [[nodiscard]] bool has(const QString &option) const { return options.contains(option); }
    [[nodiscard]] QString option(const QString &name) const { return options.value(name); }
};

/// Options that several commands share.
[[nodiscard]] CommandOption jsonOption();
[[nodiscard]] CommandArgument clusterArgument();

} // namespace howdah::cli
