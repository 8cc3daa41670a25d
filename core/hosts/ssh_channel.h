#pragma once

#include "core/base/deadline.h"
#include "core/base/result.h"
#include "core/hosts/ssh_destination.h"
#include "core/hosts/ssh_silence.h"

#include <QTemporaryDir>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <stop_token>

namespace howdah {

/// The kept-open connection to one machine: ssh's own master, with its control socket in a private directory. Opened by
/// the first command, again after it was lost; ended with its owner, or by itself some minutes after a killed console.
/// A machine that has kept one waiting in vain is not waited for again for some seconds. Thread-safe.
class SshChannel
{
public:
    explicit SshChannel(SshDestination destination);
    ~SshChannel();
    SshChannel(const SshChannel &) = delete;
    SshChannel &operator=(const SshChannel &) = delete;

    /// Success when there is a connection. Authentication for keys not accepted, ours or the host's; Unreachable …
    [[nodiscard]] Result<void> open(const Deadline &deadline, const std::stop_token &stop);

    /// Makes a port of this machine's loopback lead to `port` of `address` as that machine sees it; the connection must
    /// be open. Whether something answers behind it is only seen by using it.
    [[nodiscard]] Result<int> forward(const QString &address, int port, const Deadline &deadline,
                                      const std::stop_token &stop);
    /// Another one for every connection made: what the last one carried went with it.
    [[nodiscard]] int connectionNumber() const { return m_connectionNumber; }

    /// A command through the connection was not heard of at all for so long.
    void fellSilent(Milliseconds waited);

    /// ssh that hands `line` to the login's shell there, through the connection.
    [[nodiscard]] Command commandFor(const QString &line) const;

private:
    [[nodiscard]] bool answers() const;
    void noteHowTheLastOneEnded();
    [[nodiscard]] Result<void> connect(const Deadline &deadline, const std::stop_token &stop);
    [[nodiscard]] QString shownHostKey(const Deadline &deadline, const std::stop_token &stop) const;
    [[nodiscard]] QString socketPath() const;
    [[nodiscard]] QString logPath() const;
    [[nodiscard]] Command ssh(const QStringList &options, const QString &line = {}) const;

    const SshDestination m_destination;
    std::atomic<int> m_connectionNumber = 0;
    QTemporaryDir m_directory;
    std::mutex m_mutex;
    std::condition_variable_any m_attemptEnded;
    bool m_connecting = false;
    SshSilence m_silence;
    std::optional<Error> m_failure; // of the last attempt, for those who waited for it
};

} // namespace howdah
