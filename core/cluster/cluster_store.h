#pragma once

#include "core/cluster/cluster_snapshot.h"
#include "core/cluster/sampler.h"

#include <QObject>
#include <QStringList>

#include <memory>

namespace howdah {

class History;

/// Watches clusters: owns their samplers, folds what they deliver into snapshots and announces them. Lives on the
/// thread that made it (the GUI thread); samples arrive there queued. Does no I/O on that thread: history is written by
/// its own thread.
class ClusterStore : public QObject
{
    Q_OBJECT

public:
    /// `history` may be null (not recorded); it must outlive the store.
    explicit ClusterStore(History *history, SamplerSettings settings = {}, QObject *parent = nullptr);
    ~ClusterStore() override;

    void watch(const ClusterDefinition &cluster); ///< adds, or changes the nodes of one already watched
    void forget(const QString &cluster);
    void refresh(const QString &cluster); ///< F5: samples now
    /// Of what sampling does not see (its backups): they stand among a snapshot's own until others take their place.
    void setOtherFindings(const QString &cluster, const QList<Finding> &findings);
    [[nodiscard]] QStringList clusters() const;
    [[nodiscard]] ClusterSnapshotPtr snapshot(const QString &cluster) const; ///< null when not watched

Q_SIGNALS:
    void snapshotChanged(const howdah::ClusterSnapshotPtr &snapshot);
    void clusterForgotten(const QString &cluster);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace howdah
