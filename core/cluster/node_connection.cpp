#include "core/cluster/node_connection.h"

#include "core/pg/rerouting.h"

#include <QCoreApplication>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::NodeConnection)
};

constexpr Milliseconds longestDirectAttempt{2000};
constexpr int attemptsThroughHost = 3;

bool saysPortIsClosed(const Error &error)
{
    return error.code == ErrorCode::Unreachable || error.code == ErrorCode::TimedOut;
}

/// A way through the node's host, where there can be one.
class Detour
{
public:
    static std::optional<Detour> find(const ConnInfo &info, Hosts *hosts, const QString &hostId)
    {
        if (hosts == nullptr || !hostId.startsWith(QLatin1String("ssh")))
            return std::nullopt;
        const Result<std::shared_ptr<Host>> host = hosts->find(hostId);
        const std::optional<int> port = networkPort(info);
        return host && port ? std::optional(Detour(*host, *port)) : std::nullopt;
    }

    [[nodiscard]] bool isKnown() const { return m_host->forwards(m_port); }

    Result<Connection> open(const ConnInfo &info, const Deadline &deadline, const std::stop_token &stop,
                            const ConnectionSettings &settings) const
    {
        Error last;
        // The connection to the host may have gone without our knowing, or while it is asked for a way: then the port
        // that it carried is dead, and what is next begins a new one.
        for (int attempt = 0; attempt < attemptsThroughHost; ++attempt) {
            const Result<int> local = m_host->forward(m_port, deadline, stop);
            if (!local && local.error().code != ErrorCode::Unreachable)
                return local.error();
            if (!local) {
                last = local.error();
                continue;
            }
            const Result<ConnInfo> rerouted = reroutedTo(*local, info);
            if (!rerouted)
                return rerouted.error();
            Result<Connection> session = Connection::open(*rerouted, deadline, stop, settings);
            if (session || session.error().code == ErrorCode::Stopped)
                return session;
            last = session.error();
            if (!saysPortIsClosed(last))
                break;
        }
        last.message = Tr::tr("Through %1 (ssh): %2").arg(m_host->label(), last.message);
        return last;
    }

private:
    Detour(std::shared_ptr<Host> host, int port)
        : m_host(std::move(host))
        , m_port(port)
    {
    }

    std::shared_ptr<Host> m_host;
    int m_port;
};

/// Both tries, in the words of the direct one: it is what the user wrote.
Error neither(Error direct, const Error &through)
{
    direct.detail = (direct.detail.isEmpty() ? QString() : direct.detail + QLatin1Char('\n')) + through.message;
    if (direct.hint.isEmpty())
        direct.hint = through.hint;
    return direct;
}

} // namespace

Result<Connection> openNode(const ConnInfo &info, Hosts *hosts, const QString &hostId, const Deadline &deadline,
                            std::stop_token stop, const ConnectionSettings &settings)
{
    const std::optional<Detour> detour = Detour::find(info, hosts, hostId);
    if (!detour)
        return Connection::open(info, deadline, stop, settings);
    // Here that would be somebody else's server.
    if (detour->isKnown() || namesItsOwnMachine(info))
        return detour->open(info, deadline, stop, settings);
    const Deadline part = deadline.isNever()
                              ? Deadline::after(longestDirectAttempt)
                              : deadline.cappedAt(std::min(longestDirectAttempt, deadline.remaining() / 2));
    Result<Connection> direct = Connection::open(info, part, stop, settings);
    if (direct || !saysPortIsClosed(direct.error()))
        return direct;
    Result<Connection> through = detour->open(info, deadline, stop, settings);
    if (through || through.error().code == ErrorCode::Stopped || !saysPortIsClosed(through.error()))
        return through;
    return neither(direct.error(), through.error());
}

} // namespace howdah
