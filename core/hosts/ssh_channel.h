#pragma once

#include "core/base/deadline.h"
#include "core/base/result.h"
#include "core/hosts/command.h"

#include <QTemporaryDir>

#include <condition_variable>
#include <mutex>
#include <optional>
#include <stop_token>

namespace howdah {

/// Where the system's ssh is to go.
struct SshDestination
{
    QString name;       ///< as given to ssh: "db1", "postgres@db1", "ssh://postgres@db1:2222"
    QString configFile; ///< in place of ~/.ssh/config and the system's; empty: those
};

/// The kept-open connection to one machine: ssh's own master, with its control socket in a private directory. Opened by
/// the first command, again after it was lost; ended with its owner, or by itself some minutes after a killed console.
/// Thread-safe.
class SshChannel
{
public:
    explicit SshChannel(SshDestination destination);
    ~SshChannel();
    SshChannel(const SshChannel &) = delete;
    SshChannel &operator=(const SshChannel &) = delete;

    /// Success when there is a connection. Authentication for keys not accepted, ours or the host's; Unreachable …
    [[nodiscard]] Result<void> open(const Deadline &deadline, const std::stop_token &stop);

    /// ssh that hands `line` to the login's shell there, through the connection.
    [[nodiscard]] Command commandFor(const QString &line) const;

private:
    [[nodiscard]] bool answers() const;
    [[nodiscard]] Result<void> connect(const Deadline &deadline, const std::stop_token &stop);
    [[nodiscard]] QString shownHostKey(const Deadline &deadline, const std::stop_token &stop) const;
    [[nodiscard]] QString socketPath() const;
    [[nodiscard]] Command ssh(const QStringList &options, const QString &line = {}) const;

    const SshDestination m_destination;
    QTemporaryDir m_directory;
    std::mutex m_mutex;
    std::condition_variable_any m_attemptEnded;
    bool m_connecting = false;
    std::optional<Error> m_failure; // of the last attempt, for those who waited for it
};

} // namespace howdah
