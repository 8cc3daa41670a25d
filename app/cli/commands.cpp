#include "app/cli/commands.h"

namespace howdah::cli {

QList<Command> allCommands()
{
    return labCommands() + labStressCommands() + clusterCommands() + hostCommands() + statusCommands() +
           findingsCommands() + walCommands() + operationCommands() + operationsCommands();
}

} // namespace howdah::cli
