#include "app/cli/command_line.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace howdah::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::CommandLine)
};

Error usageError(const QString &message, const QString &hint = {})
{
    return {.code = ErrorCode::Invalid, .message = message, .hint = hint};
}

QString helpHint(const Command &command)
{
    return Tr::tr("“howdahctl %1 --help” shows how it is used.").arg(command.name());
}

QString didYouMean(const QString &word, const QStringList &known)
{
    const QString nearest = nearestWord(word, known);
    return nearest.isEmpty() ? QString() : QLatin1Char(' ') + Tr::tr("Did you mean “%1”?").arg(nearest);
}

bool isOption(const QString &word)
{
    return word.size() > 1 && word.startsWith(QLatin1Char('-'));
}

bool isHelp(const QString &word)
{
    return word == QLatin1String("--help") || word == QLatin1String("-h");
}

/// The command with the longest path that the words begin with.
const Command *findCommand(const QStringList &words, const QList<Command> &commands)
{
    const Command *found = nullptr;
    for (const Command &command : commands) {
        if (words.mid(0, command.path.size()) == command.path && (!found || found->path.size() < command.path.size()))
            found = &command;
    }
    return found;
}

Error unknownCommand(const QStringList &words, const QList<Command> &commands)
{
    const QString hint = Tr::tr("“howdahctl help” lists what there is.");
    QStringList first;
    QStringList second;
    for (const Command &command : commands) {
        first << command.path.first();
        if (command.path.size() > 1 && command.path.first() == words.value(0))
            second << command.path.at(1);
    }
    if (second.isEmpty())
        return usageError(Tr::tr("There is no command “%1”.").arg(words.value(0)) + didYouMean(words.value(0), first),
                          hint);
    if (words.size() < 2 || isOption(words.at(1)))
        return usageError(
            Tr::tr("“%1” needs one more word: %2.").arg(words.value(0), second.join(QStringLiteral(", "))), hint);
    return usageError(Tr::tr("There is no command “%1 %2”.").arg(words.value(0), words.at(1)) +
                          didYouMean(words.at(1), second),
                      hint);
}

QStringList optionNames(const Command &command)
{
    QStringList names;
    for (const CommandOption &option : command.options)
        names << QStringLiteral("--") + option.name;
    return names;
}

/// Reads the option at `index`; moves it on when the value is a word of its own.
Result<void> readOption(const QStringList &words, qsizetype &index, Invocation &invocation)
{
    const Command &command = *invocation.command;
    const QString word = words.at(index);
    const qsizetype equals = word.indexOf(QLatin1Char('='));
    const QString written = word.left(equals);
    const CommandOption *option = written.startsWith(QLatin1String("--")) ? command.option(written.mid(2)) : nullptr;
    if (!option)
        return usageError(Tr::tr("“%1” has no option “%2”.").arg(command.name(), written) +
                              didYouMean(written, optionNames(command)),
                          helpHint(command));
    if (invocation.has(option->name) && !option->repeatable)
        return usageError(Tr::tr("The option “%1” is given twice.").arg(written), helpHint(command));

    QString value = QStringLiteral("true");
    if (equals >= 0) {
        if (option->valueName.isEmpty() && !option->optionalValue)
            return usageError(Tr::tr("The option “%1” takes no value.").arg(written), helpHint(command));
        value = word.mid(equals + 1);
    } else if (!option->valueName.isEmpty() && !option->optionalValue) {
        if (index + 1 >= words.size())
            return usageError(Tr::tr("The option “%1” needs a value: %1 %2.").arg(written, option->valueName),
                              helpHint(command));
        value = words.at(++index);
    }
    if (invocation.has(option->name))
        value.prepend(invocation.option(option->name) + QLatin1Char('\n'));
    invocation.options.insert(option->name, value);
    return {};
}

Result<void> checkArgumentCount(const Invocation &invocation)
{
    const Command &command = *invocation.command;
    qsizetype most = 0;
    for (qsizetype i = 0; i < command.arguments.size(); ++i) {
        const CommandArgument &argument = command.arguments.at(i);
        if (argument.count != CommandArgument::Count::Optional && invocation.arguments.size() <= i)
            return usageError(Tr::tr("“%1” needs %2: %3").arg(command.name(), argument.name, argument.help),
                              helpHint(command));
        most = argument.count == CommandArgument::Count::OneOrMore ? invocation.arguments.size() : most + 1;
    }
    if (invocation.arguments.size() > most)
        return usageError(
            Tr::tr("“%1” does not know what to do with “%2”.").arg(command.name(), invocation.arguments.at(most)),
            helpHint(command));
    return {};
}

Result<Reading> readWords(const QStringList &words, const Command &command)
{
    Reading reading;
    reading.invocation.command = &command;
    bool optionsEnded = false;
    for (qsizetype i = command.path.size(); i < words.size(); ++i) {
        const QString &word = words.at(i);
        if (!optionsEnded && word == QLatin1String("--")) {
            optionsEnded = true;
        } else if (!optionsEnded && isHelp(word)) {
            return Reading{.kind = Reading::Kind::Help, .helpSubject = command.path};
        } else if (!optionsEnded && isOption(word)) {
            if (const Result<void> read = readOption(words, i, reading.invocation); !read)
                return read.error();
        } else {
            reading.invocation.arguments << word;
        }
    }
    if (const Result<void> counted = checkArgumentCount(reading.invocation); !counted)
        return counted.error();
    return reading;
}

} // namespace

Result<Reading> readCommandLine(const QStringList &words, const QList<Command> &commands)
{
    if (words.isEmpty())
        return usageError(Tr::tr("What should be done?"), Tr::tr("“howdahctl help” lists what there is."));
    if (words.first() == QLatin1String("--version"))
        return Reading{.kind = Reading::Kind::Version};
    if (isHelp(words.first()) || words.first() == QLatin1String("help"))
        return Reading{.kind = Reading::Kind::Help, .helpSubject = words.mid(1)};
    if (const Command *command = findCommand(words, commands))
        return readWords(words, *command);
    if (std::any_of(words.cbegin(), words.cend(), isHelp))
        return Reading{.kind = Reading::Kind::Help, .helpSubject = {words.first()}};
    return unknownCommand(words, commands);
}

bool wantsJson(const QStringList &words)
{
    const qsizetype end = words.indexOf(QStringLiteral("--"));
    return words.mid(0, end).contains(QStringLiteral("--json"));
}

QString nearestWord(const QString &word, const QStringList &known)
{
    QString nearest;
    qsizetype nearestDistance = std::max<qsizetype>(1, word.size() / 3) + 1;
    for (const QString &candidate : known) {
        // Levenshtein's distance, one row at a time.
        QList<qsizetype> row(candidate.size() + 1);
        std::iota(row.begin(), row.end(), 0);
        for (qsizetype i = 0; i < word.size(); ++i) {
            qsizetype diagonal = std::exchange(row[0], i + 1);
            for (qsizetype j = 0; j < candidate.size(); ++j) {
                const qsizetype replaced = diagonal + (word.at(i) == candidate.at(j) ? 0 : 1);
                diagonal = row.at(j + 1);
                row[j + 1] = std::min({replaced, row.at(j) + 1, diagonal + 1});
            }
        }
        if (row.last() < nearestDistance) {
            nearestDistance = row.last();
            nearest = candidate;
        }
    }
    return nearest;
}

} // namespace howdah::cli
