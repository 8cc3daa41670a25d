#include "core/cluster/discovery_prober.h"

#include "core/cluster/node_connection.h"
#include "core/cluster/node_host.h"
#include "core/cluster/sampler.h"
#include "core/cluster/topology.h"
#include "core/pg/rerouting.h"
#include "core/pg/server_identity.h"

namespace howdah {

namespace {

constexpr Milliseconds patience{3000};
constexpr Milliseconds patienceWithHosts{30000}; // a login takes seconds with some
constexpr QLatin1String thisMachine{"local"};

} // namespace

Probed DiscoveryProber::probe(const Candidate &place, const QString &systemIdentifier) const
{
    Probed found{.node = {.name = endpointsOf(place.connInfo).constFirst().toString(),
                          .connInfo = place.connInfo,
                          .hostId = place.hostId}};
    const Deadline deadline = m_deadline.cappedAt(place.hostId.isEmpty() ? patience : patienceWithHosts);
    const auto failed = [&found](const Error &error) {
        found.failure = error;
        return found;
    };
    Result<Connection> connection = openNode(place.connInfo, m_hosts, place.hostId, deadline, m_stop);
    if (!connection)
        return failed(connection.error());
    if (Result<ServerIdentity> identity = identify(*connection, deadline, m_stop); !identity)
        return failed(identity.error());
    // As the samplers do: nobody's function of the same name in another schema may answer in a superuser's session.
    const auto path = connection->query(QStringLiteral("SET search_path = pg_catalog"), {}, deadline, m_stop);
    if (!path)
        return failed(path.error());
    found.sample = takeSample(*connection, {}, found.node, deadline.remaining(), m_stop);
    if (found.sample->failure)
        return failed(*found.sample->failure);
    if (!systemIdentifier.isEmpty() && found.sample->systemIdentifier != systemIdentifier)
        return found;
    if (!place.hostId.isEmpty()) {
        settleHost(place, found, m_deadline.cappedAt(patienceWithHosts));
    } else if (runsOnThisMachine(*connection)) {
        found.node.hostId = thisMachine;
        found.node.dataDirectory = found.sample->dataDirectory;
    }
    return found;
}

/// The host was said, or guessed by the server's address: it stays when that very server is seen there, or was reached
/// through there.
void DiscoveryProber::settleHost(const Candidate &place, Probed &found, const Deadline &deadline) const
{
    found.node.dataDirectory = found.sample->dataDirectory;
    const Result<NodeHost> seen = lookAtHost(*m_hosts, found.node, deadline, m_stop);
    if (seen)
        return;
    const auto host = m_hosts->find(place.hostId);
    const std::optional<int> port = networkPort(place.connInfo);
    const bool reachedThroughThere = host && port && (*host)->forwards(*port);
    if (reachedThroughThere && seen.error().code != ErrorCode::Invalid) {
        found.remark = seen.error().message;
    } else if (place.hostIsSaid) {
        found.failure = seen.error();
    } else {
        found.node.hostId.clear();
        found.node.dataDirectory.clear();
    }
}

MachineNetwork DiscoveryProber::networkOf(const QString &hostId) const
{
    const Result<std::shared_ptr<Host>> host =
        m_hosts != nullptr ? m_hosts->find(hostId) : Error{.code = ErrorCode::NotFound, .message = {}};
    if (!host)
        return {};
    const Deadline deadline = m_deadline.cappedAt(patienceWithHosts);
    return machineNetwork(
        [&](const QString &path) { return (*host)->readFile(path, As{}, deadline).valueOr(QByteArray()); });
}

} // namespace howdah
