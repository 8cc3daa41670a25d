#pragma once

#include "core/hosts/host.h"
#include "core/lab/lab.h"

namespace howdah::lab_disk {

/// A node's own file system, of fixed size, in memory: it can be filled without harm to anything else.
[[nodiscard]] QString mountPoint(const Lab &lab, const QString &node); ///< below the lab's directory
[[nodiscard]] Result<void> mount(Host &host, const Lab &lab, const QString &node, const Deadline &deadline);
/// Whether a file system can be mounted here: not without root, and not in every container.
[[nodiscard]] bool isPossible(Host &host, const Deadline &deadline);
/// False when a lab that has them lost them to a restart of the machine.
[[nodiscard]] bool allMounted(const Lab &lab);
/// Every one of this lab's that is mounted.
[[nodiscard]] Result<void> unmountAll(Host &host, const Lab &lab, const Deadline &deadline);

/// Takes all that is left of the node's file system; gives it back.
[[nodiscard]] Result<void> fill(Host &host, const Lab &lab, const QString &node, const Deadline &deadline,
                                std::stop_token stop);
[[nodiscard]] Result<void> unfill(Host &host, const Lab &lab, const QString &node, const Deadline &deadline);

} // namespace howdah::lab_disk
