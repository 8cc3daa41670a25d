#include "app/cli/confirmation.h"

#include <QCoreApplication>

namespace howdah::cli {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::CommandLine)
};
} // namespace

CommandOption yesOption()
{
    return {.name = optionYes, .help = Tr::tr("Does not ask for confirmation.")};
}

std::optional<Error> cannotAsk(const QString &operation, const QString &hint)
{
    if (Console::canAsk())
        return std::nullopt;
    return Error{
        .code = ErrorCode::Invalid,
        .message =
            Tr::tr("“%1” must be confirmed, and there is no terminal to ask on: nothing was changed.").arg(operation),
        .hint = hint};
}

bool isConfirmed(const Plan &plan, const Console &console)
{
    const QString word = plan.confirmWord.isEmpty() ? Tr::tr("yes") : plan.confirmWord;
    return console.ask(Tr::tr("Type “%1” to go on:").arg(word)) == word;
}

Error notConfirmed()
{
    return {.code = ErrorCode::Stopped, .message = Tr::tr("Not confirmed: nothing was changed.")};
}

} // namespace howdah::cli
