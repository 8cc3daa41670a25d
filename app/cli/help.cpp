#include "app/cli/help.h"

#include "app/cli/command_line.h"
#include "app/cli/table.h"

#include <QCoreApplication>

namespace howdah::cli {

namespace {

constexpr int textWidth = 100;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::CommandLine)
};

QString argumentText(const CommandArgument &argument)
{
    switch (argument.count) {
    case CommandArgument::Count::One:
        return argument.name;
    case CommandArgument::Count::Optional:
        return QStringLiteral("[%1]").arg(argument.name);
    case CommandArgument::Count::OneOrMore:
        return argument.name + QStringLiteral("…");
    }
    Q_UNREACHABLE();
}

QString optionText(const CommandOption &option)
{
    const QString name = QStringLiteral("--") + option.name;
    if (option.optionalValue)
        return name + QStringLiteral("[=%1]").arg(option.valueName);
    return option.valueName.isEmpty() ? name : name + QLatin1Char(' ') + option.valueName;
}

QString commandList(const QStringList &subject, const QList<Command> &commands)
{
    QList<QPair<QString, QString>> rows;
    for (const Command &command : commands) {
        if (command.path.mid(0, subject.size()) == subject)
            rows << qMakePair(command.name(), command.summary);
    }
    return definitionList(rows, textWidth);
}

QString overview(const QList<Command> &commands)
{
    return Tr::tr("howdahctl: see a PostgreSQL cluster as it is, change its shape safely.") + QStringLiteral("\n\n") +
           Tr::tr("Usage: howdahctl COMMAND … [options]") + QStringLiteral("\n\n") + Tr::tr("Commands:") +
           QLatin1Char('\n') + commandList({}, commands) + QLatin1Char('\n') +
           Tr::tr("“howdahctl COMMAND --help” tells more about one of them.") + QLatin1Char('\n') +
           Tr::tr(
               "Exit codes: 0 done, or ready · 1 failed and undone · 2 usage · 3 not ready, a check blocks · 4 stopped "
               "half-way, to be resumed or undone.") +
           QLatin1Char('\n');
}

QString commandHelp(const Command &command)
{
    QString text = Tr::tr("Usage: %1").arg(usageLine(command)) + QStringLiteral("\n\n") +
                   wrapped(command.summary, textWidth) + QLatin1Char('\n');
    if (!command.description.isEmpty())
        text += QLatin1Char('\n') + wrapped(command.description, textWidth) + QLatin1Char('\n');

    QList<QPair<QString, QString>> rows;
    for (const CommandArgument &argument : command.arguments)
        rows << qMakePair(argument.name, argument.help);
    if (!rows.isEmpty())
        text += QLatin1Char('\n') + Tr::tr("Arguments:") + QLatin1Char('\n') + definitionList(rows, textWidth);

    rows.clear();
    for (const CommandOption &option : command.options)
        rows << qMakePair(optionText(option), option.help);
    rows << qMakePair(QStringLiteral("--help"), Tr::tr("This text."));
    return text + QLatin1Char('\n') + Tr::tr("Options:") + QLatin1Char('\n') + definitionList(rows, textWidth);
}

} // namespace

Result<QString> helpText(const QStringList &subject, const QList<Command> &commands)
{
    if (subject.isEmpty())
        return overview(commands);
    for (const Command &command : commands) {
        if (command.path == subject)
            return commandHelp(command);
    }
    const QString family = commandList(subject, commands);
    if (!family.isEmpty())
        return Tr::tr("Usage: howdahctl %1 COMMAND …").arg(subject.join(QLatin1Char(' '))) + QStringLiteral("\n\n") +
               family;
    return Error{.code = ErrorCode::NotFound,
                 .message = Tr::tr("There is no command “%1”.").arg(subject.join(QLatin1Char(' '))),
                 .hint = Tr::tr("“howdahctl help” lists what there is.")};
}

QString usageLine(const Command &command)
{
    QStringList parts{QStringLiteral("howdahctl"), command.name()};
    for (const CommandArgument &argument : command.arguments)
        parts << argumentText(argument);
    if (!command.options.isEmpty())
        parts << Tr::tr("[options]");
    return parts.join(QLatin1Char(' '));
}

} // namespace howdah::cli
