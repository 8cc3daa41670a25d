#pragma once

#include "core/hosts/container_engine.h"

namespace howdah {

/// A volume that an operation makes for what must lie beside a container's data where these are all of its volume. The
/// container itself does not have it, only what runs beside it through hostId(), at besideVolumeMount. It carries the
/// operation's id in a label and is known by it. Every command is one for this machine ("local"), with no user.
struct BesideVolume
{
    QString engine, container, operationId;

    [[nodiscard]] QString name() const;
    [[nodiscard]] QString hostId() const; ///< the container with it
    [[nodiscard]] Command create() const;
    [[nodiscard]] Command isOurs() const; ///< succeeds when it is there and carries the label
    /// Ends what runs beside the container with it, and removes it unless something lies in it or it is not ours.
    [[nodiscard]] Command removeIfEmpty() const;
    /// Ends what runs beside the container with it.
    [[nodiscard]] Command endBeside() const;
};

} // namespace howdah
