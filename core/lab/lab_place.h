#pragma once

#include "core/hosts/host.h"

namespace howdah {

/// Who runs a lab's servers, and below which directory labs lie.
struct LabPlace
{
    QString systemUser;
    QString directory; ///< there, and `systemUser` may make directories in it
};

/// This user and the state directory; as root, `postgres` and a directory that it can reach: PostgreSQL refuses to run
/// as root, and root's state directory is closed to others.
[[nodiscard]] Result<LabPlace> findLabPlace(Host &host, const Deadline &deadline);

/// A directory name for a lab: what is harmless of its name, and a tail that makes it unique.
[[nodiscard]] QString labDirectoryName(const QString &labName);

} // namespace howdah
