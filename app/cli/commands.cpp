#include "app/cli/commands.h"

namespace howdah::cli {

QList<Command> allCommands()
{
    return labCommands() + labStressCommands() + clusterCommands() + statusCommands() + findingsCommands() +
           operationCommands() + operationsCommands();
}

} // namespace howdah::cli
