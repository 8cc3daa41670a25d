#pragma once

#include "core/base/background.h"
#include "core/cluster/cluster_snapshot.h"
#include "core/operations/preparation.h"

#include <QHash>
#include <QObject>

namespace howdah {

/// Asks a node that answers, the primary before any other, for the names of its relations (a query for each database)
/// and keeps them with what is known of the cluster's past, so that a table that is dropped later still has its name
/// there. How many databases were asked. Errors: NotFound when no node answers, those of the connection, Storage.
/// Blocking; worker thread.
[[nodiscard]] Result<int> rememberNames(const ClusterSnapshot &snapshot, const Environment &environment,
                                        std::stop_token stop);

/// Does so now and then for every cluster that it is shown. Lives on the thread that made it; no method waits.
class PastNames : public QObject
{
    Q_OBJECT

public:
    static constexpr Milliseconds usualPause{600000};
    /// `environment` must outlive it.
    explicit PastNames(const Environment &environment, QObject *parent = nullptr, Milliseconds pause = usualPause);

    /// Asks when the pause since the last time is over; a server that could not be asked is asked again after it, too.
    void see(const ClusterSnapshotPtr &snapshot);

Q_SIGNALS:
    void remembered(const QString &cluster, int databases); ///< 0: it could not be asked

private:
    const Environment &m_environment;
    const Milliseconds m_pause;
    QHash<QString, SteadyClock::time_point> m_asked; ///< by cluster
    Background m_background;
};

} // namespace howdah
