#pragma once

#include "core/base/deadline.h"
#include "core/base/result.h"
#include "core/hosts/carried_command.h"
#include "core/hosts/ssh_channel.h"

#include <mutex>
#include <optional>
#include <stop_token>

namespace howdah {

/// Commands on one machine reached by ssh; see Host::run for what running means. Thread-safe.
class SshCommands
{
public:
    explicit SshCommands(const SshDestination &destination)
        : m_name(destination.name)
        , m_channel(destination)
    {
    }

    [[nodiscard]] Result<CommandOutcome> run(const Command &command, const Deadline &deadline,
                                             const std::stop_token &stop, const OutputHandler &onOutput);
    [[nodiscard]] Result<QString> loginUser(const Deadline &deadline, const std::stop_token &stop);

    [[nodiscard]] SshChannel &channel() { return m_channel; }

    /// Words in front of an argv there that make it run as that user; none for the login. By sudo until a first command
    /// has told who the login is.
    [[nodiscard]] QStringList becoming(const QString &asUser) const;

private:
    [[nodiscard]] Result<CarriedEnd> attempt(const Command &command, const QByteArray &mark, SshOutput &output,
                                             const Deadline &deadline, const std::stop_token &stop);
    [[nodiscard]] static bool diedBeforeAsking(const CarriedEnd &end, const SshOutput &output);
    [[nodiscard]] Error unfinished(const Command &command, const CarriedEnd &end, const SshOutput &output) const;
    [[nodiscard]] Error neverStarted(const Command &command, const CarriedEnd &end, const SshOutput &output) const;
    [[nodiscard]] Error cutOff(const Command &command, const CarriedEnd &end, const SshOutput &output) const;
    [[nodiscard]] std::optional<QString> knownLogin() const;

    const QString m_name;
    SshChannel m_channel;
    mutable std::mutex m_mutex;
    std::optional<QString> m_login;
};

} // namespace howdah
