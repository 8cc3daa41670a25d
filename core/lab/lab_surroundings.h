#pragma once

#include "core/hosts/host.h"
#include "core/lab/lab.h"

#include <stop_token>

/// What works for a lab and is not in its directory. Only what names that directory is touched: no line of a crontab
/// and no process of anybody else's.
namespace howdah::lab_surroundings {

/// Patroni and its like, told by a command line that names the lab's directory: ended at once, before they start again
/// what is being stopped.
[[nodiscard]] Result<void> endManagers(const Lab &lab, const Deadline &deadline, std::stop_token stop);

/// Lines in the crontab of the lab's user, and what Howdah's schedules have given to systemd.
[[nodiscard]] Result<void> removeSchedules(Host &host, const Lab &lab, const Deadline &deadline);

} // namespace howdah::lab_surroundings
