#include "core/cluster/cluster_store.h"

#include "core/base/background.h"
#include "core/base/deadline.h"
#include "core/cluster/history.h"

#include <QMap>
#include <QTimer>

#include <algorithm>
#include <map>
#include <utility>

namespace howdah {

namespace {

/// Where samplers leave their samples. It outlives the store while a sampler is still ending, and forgets the store
/// first.
struct Inbox
{
    std::mutex mutex;
    ClusterStore *store = nullptr; // guarded by mutex
};

struct Watched
{
    struct Running
    {
        std::unique_ptr<NodeSampler> sampler;
        quint64 ticket = 0; ///< tells its samples from those of an earlier sampler of the same name, still on their way
    };
    ClusterDefinition definition;
    std::map<QString, Running> samplers; ///< by node
    QMap<QString, NodeSamplePtr> samples;
    ClusterSnapshotPtr snapshot;
    QList<Finding> otherFindings;
    bool foldPending = false;
    std::optional<SteadyClock::time_point> foldedAt;
};

/// A snapshot costs its listeners work for every node: they are made less often the more nodes there are, so that a
/// large cluster takes no larger share of the thread than a small one. Unnoticed between samples a second apart.
constexpr Milliseconds pausePerNode{4};
constexpr Milliseconds longestPause{250};

} // namespace

namespace {

ClusterSnapshotPtr withFindings(const ClusterSnapshotPtr &snapshot, const QList<Finding> &others)
{
    if (others.isEmpty())
        return snapshot;
    auto whole = std::make_shared<ClusterSnapshot>(*snapshot);
    whole->findings << others;
    std::stable_sort(whole->findings.begin(), whole->findings.end(),
                     [](const Finding &left, const Finding &right) { return left.severity > right.severity; });
    if (whole->health == Health::Good && whole->findings.first().severity == Severity::Critical)
        whole->health = Health::Attention;
    return whole;
}

} // namespace

struct ClusterStore::State
{
    explicit State(ClusterStore *owner)
        : store(owner)
        , endings(owner)
    {
    }
    ~State();

    ClusterStore *store;
    History *history = nullptr;
    SamplerSettings settings;
    std::shared_ptr<Inbox> inbox = std::make_shared<Inbox>();
    std::map<QString, Watched> clusters;
    quint64 lastTicket = 0;
    Background endings; ///< samplers end on threads of their own: joining them must not hold up this one

    void start(const QString &cluster, const NodeDefinition &node);
    void end(std::unique_ptr<NodeSampler> sampler);
    void endNode(Watched &watched, const QString &node);
    void receive(quint64 ticket, const NodeSamplePtr &sample);
    void foldSoon(Watched &watched);
    void fold(const QString &cluster);
};

ClusterStore::State::~State()
{
    for (auto &[name, watched] : clusters)
        for (auto &[node, running] : watched.samplers)
            end(std::move(running.sampler));
}

void ClusterStore::State::start(const QString &cluster, const NodeDefinition &node)
{
    Watched::Running &running = clusters.at(cluster).samplers[node.name];
    running.ticket = ++lastTicket;
    const auto deliver = [this, inbox = inbox, ticket = running.ticket](const NodeSamplePtr &sample) {
        const std::lock_guard lock(inbox->mutex);
        if (inbox->store)
            QMetaObject::invokeMethod(
                inbox->store, [this, ticket, sample] { receive(ticket, sample); }, Qt::QueuedConnection);
    };
    running.sampler = std::make_unique<NodeSampler>(cluster, node, settings, deliver);
}

void ClusterStore::State::end(std::unique_ptr<NodeSampler> sampler)
{
    endings.run(
        [ending = std::move(sampler)](const std::stop_token &) mutable {
            ending.reset();
            return true;
        },
        [](bool) {});
}

void ClusterStore::State::endNode(Watched &watched, const QString &node)
{
    const auto running = watched.samplers.find(node);
    if (running == watched.samplers.end())
        return;
    end(std::move(running->second.sampler));
    watched.samplers.erase(running);
    watched.samples.remove(node);
}

void ClusterStore::State::receive(quint64 ticket, const NodeSamplePtr &sample)
{
    const auto found = clusters.find(sample->cluster);
    if (found == clusters.end())
        return;
    const auto running = found->second.samplers.find(sample->node);
    if (running == found->second.samplers.end() || running->second.ticket != ticket)
        return;
    found->second.samples[sample->node] = sample;
    foldSoon(found->second);
}

/// What arrives until then shares one snapshot: in the same turn of the event loop, or in the pause after the last one.
void ClusterStore::State::foldSoon(Watched &watched)
{
    if (std::exchange(watched.foldPending, true))
        return;
    Milliseconds rest{0};
    if (watched.foldedAt) {
        const auto pause = std::min<Milliseconds>(longestPause, pausePerNode * watched.definition.nodes.size());
        const auto passed = std::chrono::duration_cast<Milliseconds>(SteadyClock::now() - *watched.foldedAt);
        rest = std::max(Milliseconds{0}, pause - passed);
    }
    QTimer::singleShot(rest, store, [this, cluster = watched.definition.name] { fold(cluster); });
}

void ClusterStore::State::fold(const QString &cluster)
{
    const auto found = clusters.find(cluster);
    if (found == clusters.end())
        return;
    Watched &watched = found->second;
    watched.foldPending = false;
    watched.foldedAt = SteadyClock::now();
    watched.snapshot = withFindings(
        makeSnapshot(watched.definition, watched.samples.values(), watched.snapshot, QDateTime::currentDateTimeUtc()),
        watched.otherFindings);
    const ClusterSnapshotPtr made = watched.snapshot; // a listener may forget the cluster
    if (history)
        history->record(made);
    Q_EMIT store->snapshotChanged(made);
}

ClusterStore::ClusterStore(History *history, SamplerSettings settings, QObject *parent)
    : QObject(parent)
    , m_state(std::make_unique<State>(this))
{
    m_state->history = history;
    m_state->settings = settings;
    m_state->inbox->store = this;
}

ClusterStore::~ClusterStore()
{
    const std::lock_guard lock(m_state->inbox->mutex);
    m_state->inbox->store = nullptr;
}

void ClusterStore::watch(const ClusterDefinition &cluster)
{
    Watched &watched = m_state->clusters[cluster.name];
    const ClusterDefinition before = std::exchange(watched.definition, cluster);
    for (const NodeDefinition &node : before.nodes) {
        const NodeDefinition *now = cluster.node(node.name);
        const bool sameServer = now && now->connInfo == node.connInfo &&
                                now->connInfo.password().reveal() == node.connInfo.password().reveal();
        if (!sameServer)
            m_state->endNode(watched, node.name);
    }
    for (const NodeDefinition &node : cluster.nodes)
        if (!watched.samplers.contains(node.name))
            m_state->start(cluster.name, node);
    watched.snapshot =
        makeSnapshot(cluster, watched.samples.values(), watched.snapshot, QDateTime::currentDateTimeUtc());
    m_state->foldSoon(watched);
}

void ClusterStore::forget(const QString &cluster)
{
    const auto found = m_state->clusters.find(cluster);
    if (found == m_state->clusters.end())
        return;
    for (auto &[node, running] : found->second.samplers)
        m_state->end(std::move(running.sampler));
    m_state->clusters.erase(found);
    Q_EMIT clusterForgotten(cluster);
}

void ClusterStore::refresh(const QString &cluster)
{
    const auto found = m_state->clusters.find(cluster);
    if (found == m_state->clusters.end())
        return;
    for (auto &[node, running] : found->second.samplers)
        running.sampler->sampleNow();
}

void ClusterStore::setOtherFindings(const QString &cluster, const QList<Finding> &findings)
{
    const auto found = m_state->clusters.find(cluster);
    if (found == m_state->clusters.end() || found->second.otherFindings == findings)
        return;
    found->second.otherFindings = findings;
    m_state->foldSoon(found->second);
}

QStringList ClusterStore::clusters() const
{
    QStringList names;
    for (const auto &[name, watched] : m_state->clusters)
        names << name;
    return names;
}

ClusterSnapshotPtr ClusterStore::snapshot(const QString &cluster) const
{
    const auto found = m_state->clusters.find(cluster);
    return found == m_state->clusters.end() ? nullptr : found->second.snapshot;
}

} // namespace howdah
