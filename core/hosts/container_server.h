#pragma once

#include "core/hosts/container_engine.h"

namespace howdah {

/// A container that lives as long as the server in it, which is its first process: server and container are started and
/// stopped together. Every command is one for this machine ("local"), with no user: whoever runs Howdah has the engine.
struct ServerContainer
{
    QString engine, name;

    /// Waits until the server answers or the container has ended again; then what it said last is the error output.
    [[nodiscard]] Command start(const QString &dataDirectory) const;
    /// Sends the server's own signal for the mode ("fast", "immediate", "smart"), whatever the image's is. An engine
    /// that was asked for it does not start the container again by its restart policy.
    [[nodiscard]] Command askToStop(const QString &mode) const;
    [[nodiscard]] Command stop(const QString &mode) const; ///< and waits for the end
    [[nodiscard]] Command restart(const QString &dataDirectory) const;
    [[nodiscard]] Command isRunning() const; ///< succeeds when it is
    [[nodiscard]] Command isStopped() const; ///< succeeds when it is; a container that is not there is not
};

/// Whether the server in it ends together with the container.
[[nodiscard]] bool livesWithItsServer(const ContainerState &container);

} // namespace howdah
