#include "core/hosts/ssh_forwards.h"

#include "core/hosts/ssh_probes.h"

#include <QCoreApplication>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::SshForwards)
};

} // namespace

Result<int> SshForwards::to(int port, const Deadline &deadline, const std::stop_token &stop)
{
    if (const Result<void> open = m_channel.open(deadline, stop); !open)
        return open.error();
    if (const std::optional<int> known = standing(port))
        return *known;
    const Result<QString> address = probeListener(m_host, port, deadline, stop);
    if (!address)
        return address.error();
    if (address->isEmpty())
        return Error{ErrorCode::Unreachable,
                     Tr::tr("Nothing listens on port %1 of \"%2\": its server does not run, or listens elsewhere.")
                         .arg(QString::number(port), m_host.label())};
    const int connection = m_channel.connectionNumber();
    const Result<int> local = m_channel.forward(*address, port, deadline, stop);
    if (!local)
        return local;
    const std::scoped_lock lock(m_mutex);
    m_ways.insert(port, {*local, connection});
    return local;
}

bool SshForwards::hasLedTo(int port) const
{
    const std::scoped_lock lock(m_mutex);
    return m_ways.contains(port);
}

std::optional<int> SshForwards::standing(int port) const
{
    const std::scoped_lock lock(m_mutex);
    const auto way = m_ways.constFind(port);
    if (way == m_ways.cend() || way->connection != m_channel.connectionNumber())
        return std::nullopt;
    return way->localPort;
}

} // namespace howdah
