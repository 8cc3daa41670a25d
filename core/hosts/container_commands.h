#pragma once

#include "core/hosts/carried_command.h"
#include "core/hosts/container_engine.h"

#include <mutex>
#include <optional>

namespace howdah {

/// Commands in one container; see Host::run for what running means. While it is stopped, and always when it is a
/// server's own (ContainerState::isServer), they run beside it (see container_companion.h): they see its volumes and
/// its networks, not its processes, and of its other files those that its image has. Thread-safe.
class ContainerCommands
{
public:
    ContainerCommands(QString engine, QString name, QString volume)
        : m_engine(std::move(engine))
        , m_name(std::move(name))
        , m_volume(std::move(volume))
    {
    }

    [[nodiscard]] Result<CommandOutcome> run(const Command &command, const Deadline &deadline,
                                             const std::stop_token &stop, const OutputHandler &onOutput);
    /// As it is now.
    [[nodiscard]] Result<ContainerState> state(const Deadline &deadline, const std::stop_token &stop = {});
    /// As it was when it was last asked for.
    [[nodiscard]] std::optional<ContainerState> knownState() const;
    /// Of the engine that has it; "podman" or "docker" before anything was asked.
    [[nodiscard]] QString engine() const;

private:
    /// The container that a command runs in: its own, or the one beside it.
    struct Place
    {
        QString engine, container;
        QString login; ///< whom a command runs as that names nobody; empty: as the container is set up
    };
    [[nodiscard]] Result<CommandOutcome> runAt(const Place &place, const Command &command, SshOutput &output,
                                               const QByteArray &mark, const Deadline &deadline,
                                               const std::stop_token &stop);
    [[nodiscard]] Result<CommandOutcome> runIn(const ContainerState &state, const Command &command,
                                               const Deadline &deadline, const std::stop_token &stop,
                                               const OutputHandler &onOutput);
    [[nodiscard]] Result<CommandOutcome> runBeside(const ContainerState &state, const Command &command,
                                                   const Deadline &deadline, const std::stop_token &stop,
                                                   const OutputHandler &onOutput);
    [[nodiscard]] static Result<CarriedEnd> attempt(const Place &place, const Command &command, const QByteArray &mark,
                                                    SshOutput &output, const Deadline &deadline,
                                                    const std::stop_token &stop);
    [[nodiscard]] Error unfinished(const Command &command, const CarriedEnd &end, const SshOutput &output) const;
    [[nodiscard]] Error neverStarted(const Command &command, const SshOutput &output) const;
    [[nodiscard]] Error cutOff(const Command &command, const SshOutput &output) const;

    const QString m_engine; ///< empty: whichever has it
    const QString m_name;
    const QString m_volume; ///< ContainerState::besideVolume: with one, all is run beside it
    mutable std::mutex m_mutex;
    std::optional<ContainerState> m_known;
};

} // namespace howdah
