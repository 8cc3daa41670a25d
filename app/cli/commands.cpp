#include "app/cli/commands.h"

namespace howdah::cli {

QList<Command> allCommands()
{
    return labCommands() + clusterCommands() + statusCommands() + findingsCommands() + operationCommands() +
           operationsCommands();
}

} // namespace howdah::cli
