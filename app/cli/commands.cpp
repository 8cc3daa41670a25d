#include "app/cli/commands.h"

namespace howdah::cli {

QList<Command> allCommands()
{
    return labCommands() + labStressCommands() + exerciseCommands() + clusterCommands() + hostCommands() + statusCommands() +
           findingsCommands() + archiveCommands() + walCommands() + backupsCommands() + operationCommands() + operationsCommands();
}

} // namespace howdah::cli
