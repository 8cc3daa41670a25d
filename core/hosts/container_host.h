#pragma once

#include "core/hosts/host.h"

#include <optional>

namespace howdah {

/// What a host's id says of a container.
struct ContainerId
{
    QString engine; ///< empty: whichever has it
    QString name;
    QString volume; ///< one of Howdah's that only what runs beside it has (see BesideVolume)
};
/// Nothing when it is no container's.
[[nodiscard]] std::optional<ContainerId> containerIdOf(const QString &hostId);

/// A container of podman or docker on this machine. `id`: "container:" and its name, or "container:podman:pg1" where
/// both have one of that name; with "+" and a volume's name behind it what runs beside the container has that, too, and
/// nothing is run in it. Acts as another user by the engine's own means. While the container is stopped its files
/// are read and written all the same (see container_commands.h, container_files.h); nothing detached can be started
/// then. Commands end when the console does, detached ones apart. Invalid for an id that names no container; whether
/// there is one is asked by the first call.
[[nodiscard]] Result<std::shared_ptr<Host>> makeContainerHost(const QString &id);

} // namespace howdah
