#pragma once

#include "core/hosts/host.h"
#include "core/hosts/ssh_channel.h"

#include <QHash>

#include <mutex>

namespace howdah {

/// Ports of this machine's loopback that lead to servers of one machine reached by ssh. Each goes with the connection
/// that carries it, and is made again through the next. Thread-safe.
class SshForwards
{
public:
    /// `host`: to look there what listens. Both outlive this.
    SshForwards(Host &host, SshChannel &channel)
        : m_host(host)
        , m_channel(channel)
    {
    }

    [[nodiscard]] Result<int> to(int port, const Deadline &deadline, const std::stop_token &stop);
    [[nodiscard]] bool hasLedTo(int port) const;

private:
    struct Way
    {
        int localPort = 0;
        int connection = 0; ///< see SshChannel::connectionNumber()
    };
    [[nodiscard]] std::optional<int> standing(int port) const;

    Host &m_host;
    SshChannel &m_channel;
    mutable std::mutex m_mutex;
    QHash<int, Way> m_ways;
};

} // namespace howdah
