#pragma once

#include "core/cluster/cluster_store.h"
#include "core/operations/backups_reader.h"

#include <QObject>

#include <map>
#include <memory>

namespace howdah {

/// Looks now and then at the backups of every cluster that is watched, so that what is wrong with them stands among
/// its findings wherever those are shown. Lives on the store's thread; no method waits.
class BackupWatch : public QObject
{
    Q_OBJECT

public:
    /// `store` and `environment` must outlive it. `pause`: between two looks at one cluster.
    BackupWatch(ClusterStore &store, const Environment &environment, Milliseconds pause = Milliseconds{600000},
                QObject *parent = nullptr);
    ~BackupWatch() override;

    void lookSoon(); ///< at all of them, with the next samples: something was changed

private:
    struct Watched
    {
        std::unique_ptr<BackupsReader> reader;
        std::optional<SteadyClock::time_point> lookedAt; ///< the last look began
    };
    void consider(const ClusterSnapshotPtr &snapshot);

    ClusterStore &m_store;
    const Environment &m_environment;
    const Milliseconds m_pause;
    std::map<QString, Watched> m_clusters;
};

} // namespace howdah
