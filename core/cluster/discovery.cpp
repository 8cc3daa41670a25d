#include "core/cluster/discovery.h"

#include "core/cluster/discovery_candidates.h"
#include "core/cluster/discovery_prober.h"
#include "core/cluster/topology.h"

#include <algorithm>
#include <numeric>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Discovery)
};

constexpr qsizetype probesAtOnce = 16, guessesAtOnceOverHosts = 6;
constexpr QLatin1String localHostId{"local"};

/// The same server under another address.
bool sameServer(const NodeSample &left, const NodeSample &right)
{
    return left.systemIdentifier == right.systemIdentifier && left.serverPort == right.serverPort &&
           left.postmasterStarted == right.postmasterStarted && left.dataDirectory == right.dataDirectory;
}

class Search
{
public:
    Search(const Deadline &deadline, std::stop_token stop, Hosts *hosts)
        : m_deadline(deadline)
        , m_stop(stop)
        , m_prober(deadline, std::move(stop), hosts)
    {
    }

    /// What the user named. The first must answer; what is wrong with another one is a remark.
    Result<void> begin(const QList<StartingPoint> &from)
    {
        QList<Candidate> candidates;
        for (const StartingPoint &start : from)
            for (const ConnInfo &one : oneForEachHost(start.connInfo))
                candidates << Candidate{
                    one, Tr::tr("%1 cannot be added:").arg(endpointsOf(one).constFirst().toString()), start.hostId, true};
        const qsizetype required = from.isEmpty() ? 0 : oneForEachHost(from.first().connInfo).size();
        const std::optional<Error> error = visit(candidates.mid(0, required));
        if (m_nodes.isEmpty())
            return error.value_or(
                Error{.code = ErrorCode::Invalid,
                      .message = Tr::tr("Name at least one server of the cluster, by its connection.")});
        visit(candidates.mid(required));
        return {};
    }

    /// From node to node until nothing new turns up.
    void goOn()
    {
        qsizetype before = -1;
        while (before != m_nodes.size() && !m_deadline.expired() && !m_stop.stop_requested()) {
            before = m_nodes.size();
            visit(upstreamCandidates(*snapshot()));
            if (before != m_nodes.size())
                continue; // strangers may turn out to be known
            guess();
        }
    }

    /// Few at once over ssh, whose server lets so many sessions in; and no more than it takes.
    void guess()
    {
        const ClusterSnapshotPtr now = snapshot();
        if (now->strangers.isEmpty())
            return;
        const QList<Candidate> guesses = standbyCandidates(*now, networks());
        const bool overHosts = std::any_of(guesses.cbegin(), guesses.cend(),
                                           [](const Candidate &place) { return !place.hostId.isEmpty(); });
        const qsizetype atOnce = overHosts ? guessesAtOnceOverHosts : probesAtOnce;
        for (qsizetype start = 0; start < guesses.size() && !snapshot()->strangers.isEmpty(); start += atOnce)
            visit(guesses.mid(start, atOnce));
    }

    Discovery result(const QString &name)
    {
        Discovery discovery{.cluster = {.name = name, .systemIdentifier = m_systemIdentifier}, .remarks = m_remarks};
        discovery.remarks << remarksOnStrangers(*snapshot());
        // The primary first; the rest as they were found, which is from upstream to downstream where one started there.
        QList<qsizetype> order(m_nodes.size());
        std::iota(order.begin(), order.end(), 0);
        std::stable_partition(order.begin(), order.end(), [this](qsizetype i) { return !m_samples[i]->inRecovery; });
        QList<NodeSamplePtr> samples;
        for (const qsizetype i : std::as_const(order)) {
            discovery.cluster.nodes << m_nodes[i];
            samples << m_samples[i];
        }
        nameNodes(discovery.cluster, samples);
        discovery.remarks << remarksOnHosts(discovery.cluster);
        return discovery;
    }

private:
    [[nodiscard]] ClusterSnapshotPtr snapshot() const
    {
        const ClusterDefinition definition{.systemIdentifier = m_systemIdentifier, .nodes = m_nodes};
        return makeSnapshot(definition, m_samples, nullptr, QDateTime::currentDateTimeUtc());
    }

    /// Of this machine, and of those over which nodes are reached.
    [[nodiscard]] Networks networks() const
    {
        Networks all{{localHostId, thisMachinesNetwork()}};
        for (const NodeDefinition &node : m_nodes)
            if (!node.hostId.isEmpty() && !all.contains(node.hostId))
                all.insert(node.hostId, m_prober.networkOf(node.hostId));
        return all;
    }

    /// Probes what was not probed before, several at once; returns the first failure.
    std::optional<Error> visit(const QList<Candidate> &candidates)
    {
        QList<Candidate> fresh;
        for (const Candidate &candidate : candidates) {
            const QString place = candidate.connInfo.toString() + QLatin1Char('\n') + candidate.hostId;
            if (m_visited.contains(place))
                continue;
            m_visited << place;
            fresh << candidate;
        }
        std::optional<Error> first;
        for (qsizetype start = 0; start < fresh.size(); start += probesAtOnce) {
            const QList<Candidate> batch = fresh.mid(start, probesAtOnce);
            const QList<Probed> found = probeAll(batch);
            for (qsizetype i = 0; i < batch.size(); ++i)
                if (const std::optional<Error> error = take(batch[i], found[i]); error && !first)
                    first = error;
        }
        return first;
    }

    [[nodiscard]] QList<Probed> probeAll(const QList<Candidate> &batch) const
    {
        QList<Probed> found(batch.size());
        Probed *const places = found.data();
        std::vector<std::jthread> threads;
        for (qsizetype i = 0; i < batch.size(); ++i)
            threads.emplace_back([this, &batch, places, i] {
                places[i] = m_prober.probe(batch[i], m_systemIdentifier);
            });
        threads.clear();
        return found;
    }

    std::optional<Error> take(const Candidate &candidate, const Probed &probed)
    {
        if (probed.failure) {
            remark(candidate, probed.failure->message);
            return probed.failure;
        }
        if (m_systemIdentifier.isEmpty())
            m_systemIdentifier = probed.sample->systemIdentifier;
        if (probed.sample->systemIdentifier != m_systemIdentifier) {
            const Error error{.code = ErrorCode::Invalid,
                              .message = Tr::tr("It belongs to another cluster (its system identifier is %1, not %2).")
                                             .arg(probed.sample->systemIdentifier, m_systemIdentifier)};
            remark(candidate, error.message);
            return error;
        }
        for (const NodeSamplePtr &known : std::as_const(m_samples))
            if (sameServer(*known, *probed.sample))
                return std::nullopt;
        if (!probed.remark.isEmpty())
            m_remarks << probed.remark;
        m_nodes << probed.node;
        m_samples << probed.sample;
        return std::nullopt;
    }

    void remark(const Candidate &candidate, const QString &problem)
    {
        if (candidate.reason.isEmpty())
            return;
        const QString text = candidate.reason + QLatin1Char(' ') + problem;
        if (!m_remarks.contains(text))
            m_remarks << text;
    }

    Deadline m_deadline;
    std::stop_token m_stop;
    DiscoveryProber m_prober;
    QString m_systemIdentifier;
    QList<NodeDefinition> m_nodes;
    QList<NodeSamplePtr> m_samples; // one for each node
    QSet<QString> m_visited;
    QStringList m_remarks;
};

} // namespace

Result<Discovery> discoverCluster(const QString &name, const QList<StartingPoint> &from, const Deadline &deadline,
                                  std::stop_token stop, Hosts *hosts)
{
    Search search(deadline, std::move(stop), hosts);
    if (Result<void> begun = search.begin(from); !begun)
        return begun.error();
    search.goOn();
    return search.result(name);
}

} // namespace howdah
