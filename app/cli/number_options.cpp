#include "app/cli/number_options.h"

#include <QCoreApplication>

namespace howdah::cli {

namespace {

constexpr double highestRate = 100000;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::CommandLine)
};

Error badNumber(const QString &option, const QString &value, const QString &wanted)
{
    return {.code = ErrorCode::Invalid,
            .message = Tr::tr("--%1 wants %2, not “%3”.").arg(option, wanted, value),
            .detail = {},
            .hint = {},
            .sqlState = {}};
}

} // namespace

Result<qint64> readInteger(const Invocation &invocation, const QString &option, qint64 otherwise, qint64 least,
                           qint64 most)
{
    if (!invocation.has(option))
        return otherwise;
    bool isNumber = false;
    const qint64 number = invocation.option(option).toLongLong(&isNumber);
    if (!isNumber || number < least || number > most)
        return badNumber(option, invocation.option(option), Tr::tr("a number from %1 to %2").arg(least).arg(most));
    return number;
}

Result<double> readRate(const Invocation &invocation, double otherwise)
{
    const QString option = rateOption({}).name;
    if (!invocation.has(option))
        return otherwise;
    bool isNumber = false;
    const double rate = invocation.option(option).toDouble(&isNumber);
    // Written so that "nan", which compares as neither, is refused.
    if (!isNumber || !(rate >= 0 && rate <= highestRate))
        return badNumber(option, invocation.option(option), Tr::tr("commits a second, 0 to %1").arg(highestRate));
    return rate;
}

CommandOption rateOption(const QString &help)
{
    return {.name = QStringLiteral("rate"), .help = help, .valueName = QStringLiteral("N")};
}

} // namespace howdah::cli
