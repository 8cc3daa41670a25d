#include "app/cli/command.h"

#include <QCoreApplication>

namespace howdah::cli {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::CommandLine)
};
} // namespace

const CommandOption *Command::option(const QString &optionName) const
{
    for (const CommandOption &candidate : options) {
        if (candidate.name == optionName)
            return &candidate;
    }
    return nullptr;
}

CommandOption jsonOption()
{
    return {.name = QStringLiteral("json"),
            .help = Tr::tr("One JSON document on standard output; text for people goes to standard error.")};
}

CommandArgument clusterArgument()
{
    return {.name = QStringLiteral("CLUSTER"), .help = Tr::tr("A cluster on record (see “howdahctl cluster list”).")};
}

} // namespace howdah::cli
