#pragma once

#include "core/hosts/container_engine.h"

namespace howdah {

/// Where commands run that must not, or cannot, run in their container (see ContainerCommands): a second container from
/// the same image, with the same volumes, in the same networks. Every console finds the same one by its name. It ends
/// and goes by itself once nothing has been run in it for some twenty seconds.
[[nodiscard]] QString companionName(const QString &container);
/// With a volume that the container has not it is another one.
[[nodiscard]] QString companionName(const ContainerState &container);

inline constexpr const char *besideVolumeMount = "/howdah-beside";

/// Of "run", for a container with the same volumes in the same networks.
[[nodiscard]] QStringList besideOptions(const ContainerState &container);

/// Makes sure that it runs.
[[nodiscard]] Result<void> startCompanion(const ContainerState &container, const Deadline &deadline,
                                          const std::stop_token &stop);

} // namespace howdah
