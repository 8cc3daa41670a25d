#pragma once

#include "core/hosts/container_engine.h"

namespace howdah {

/// A container that lives as long as the server in it, which is its first process: server and container are started and
/// stopped together. Every command is one for this machine ("local"), with no user: whoever runs Howdah has the engine.
struct ServerContainer
{
    QString engine, name;
    bool stopsFast = true; ///< as ContainerState

    /// Waits until the server answers or the container has ended again; then what it said last is the error output.
    [[nodiscard]] Command start(const QString &dataDirectory) const;
    /// "fast" (any mode but "immediate"). Through the engine's "stop": a container that ends without it is started
    /// again by its restart policy. askToStop() does not wait for the end.
    [[nodiscard]] Command stop(const QString &mode) const;
    [[nodiscard]] Command askToStop() const;
    [[nodiscard]] Command restart(const QString &dataDirectory) const;
    [[nodiscard]] Command reload() const;
    [[nodiscard]] Command isRunning() const; ///< succeeds when it is
    [[nodiscard]] Command isStopped() const; ///< succeeds when it is; a container that is not there is not

private:
    [[nodiscard]] QString signalWord() const;
};

/// Whether the server in it ends together with the container.
[[nodiscard]] bool livesWithItsServer(const ContainerState &container);

} // namespace howdah
