#pragma once

#include "app/cli/command.h"

namespace howdah::cli {

/// Every command, in the order of the help: the groups below and one for each operation in the catalogue.
[[nodiscard]] QList<Command> allCommands();

[[nodiscard]] QList<Command> labCommands();       ///< a lab's life
[[nodiscard]] QList<Command> labStressCommands(); ///< faults and load
[[nodiscard]] QList<Command> exerciseCommands();  ///< guided exercises in labs of their own
[[nodiscard]] QList<Command> clusterCommands();
[[nodiscard]] QList<Command> hostCommands();       ///< on which machine a node runs
[[nodiscard]] QList<Command> statusCommands();
[[nodiscard]] QList<Command> findingsCommands();
[[nodiscard]] QList<Command> archiveCommands();
[[nodiscard]] QList<Command> walCommands();
[[nodiscard]] QList<Command> backupsCommands();
[[nodiscard]] QList<Command> operationCommands();
[[nodiscard]] QList<Command> operationsCommands();

} // namespace howdah::cli
