#include "core/operations/backup_watch.h"

#include <algorithm>

namespace howdah {

BackupWatch::BackupWatch(ClusterStore &store, const Environment &environment, Milliseconds pause, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_environment(environment)
    , m_pause(pause)
{
    connect(&store, &ClusterStore::snapshotChanged, this, &BackupWatch::consider);
    connect(&store, &ClusterStore::clusterForgotten, this,
            [this](const QString &cluster) { m_clusters.erase(cluster); });
}

BackupWatch::~BackupWatch() = default;

void BackupWatch::lookSoon()
{
    for (auto &[name, watched] : m_clusters)
        watched.lookedAt.reset();
}

void BackupWatch::consider(const ClusterSnapshotPtr &snapshot)
{
    const bool reachable = std::any_of(snapshot->nodes.begin(), snapshot->nodes.end(),
                                       [](const NodeState &node) { return !node.definition.hostId.isEmpty(); });
    if (snapshot->systemIdentifier.isEmpty() || !reachable)
        return;
    const QString cluster = snapshot->definition.name;
    Watched &watched = m_clusters[cluster];
    if (!watched.reader) {
        watched.reader = std::make_unique<BackupsReader>(m_environment);
        connect(watched.reader.get(), &BackupsReader::looked, this,
                [this, cluster](const BackupStockPtr &stock) { m_store.setOtherFindings(cluster, stock->findings); });
    }
    const auto now = SteadyClock::now();
    if (watched.lookedAt && now - *watched.lookedAt < m_pause)
        return;
    watched.lookedAt = now;
    watched.reader->look(snapshot);
}

} // namespace howdah
