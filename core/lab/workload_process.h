#pragma once

#include "core/lab/lab_record.h"

namespace howdah::workload_process {

/// The `howdahctl` beside the running program. NotFound says where it was looked for.
[[nodiscard]] Result<QString> program();

/// Starts `howdahctl lab workload NAME` to run on its own; `record` gets its process number and start time.
[[nodiscard]] Result<void> start(Host &host, LabRecord &record, const Deadline &deadline);
/// Ends the process on record, if it is still that one.
void end(LabRecord &record, const Deadline &deadline);
[[nodiscard]] bool isRunning(const LabRecord &record);

} // namespace howdah::workload_process
