#include "ui/window/cluster_actions.h"

#include "core/lab/lab.h"

namespace howdah {

namespace {
constexpr Milliseconds labPatience{60'000};
}

ClusterActions::ClusterActions(const Environment &environment, QObject *parent)
    : QObject(parent)
    , m_environment(environment)
    , m_background(this)
{
}

void ClusterActions::inBackground(const QString &beforehand, const QString &afterwards,
                                  std::function<Result<void>(std::stop_token)> work)
{
    Q_EMIT said(beforehand);
    m_background.run(std::move(work), [this, afterwards](const Result<void> &done) {
        if (done.ok())
            Q_EMIT said(afterwards);
        else
            Q_EMIT failed(done.error());
        Q_EMIT registryChanged();
    });
}

void ClusterActions::record(const ClusterDefinition &cluster)
{
    inBackground(tr("Adding %1…").arg(cluster.name), tr("%1 is watched now.").arg(cluster.name),
                 [registry = m_environment.registry, cluster](const std::stop_token &) mutable {
                     return registry.add(cluster);
                 });
}

void ClusterActions::takeOffRecord(const QString &cluster)
{
    inBackground(tr("Taking %1 off the list…").arg(cluster),
                 tr("%1 is no longer watched. Its servers were not touched.").arg(cluster),
                 [registry = m_environment.registry, cluster](const std::stop_token &) mutable {
                     return registry.remove(cluster);
                 });
}

void ClusterActions::nameHost(const QString &cluster, const QString &node, const QString &hostId)
{
    const QString afterwards = hostId.isEmpty() ? tr("%1 has no host now: only SQL reaches it.").arg(node)
                                                : tr("%1 is operated through %2 now.").arg(node, hostId);
    inBackground(tr("Putting the host of %1 on record…").arg(node), afterwards,
                 [registry = m_environment.registry, cluster, node,
                  hostId](const std::stop_token &) mutable -> Result<void> {
                     Result<ClusterDefinition> recorded = registry.find(cluster);
                     if (!recorded)
                         return recorded.error();
                     for (NodeDefinition &candidate : recorded->nodes)
                         if (candidate.name == node)
                             candidate.hostId = hostId;
                     return registry.replace(*recorded);
                 });
}

void ClusterActions::startLab(const QString &lab)
{
    inBackground(tr("Starting %1…").arg(lab), tr("%1 has started.").arg(lab),
                 [&hosts = *m_environment.hosts, lab](const std::stop_token &stop) {
                     return Labs(hosts).start(lab, Deadline::after(labPatience), stop);
                 });
}

void ClusterActions::stopLab(const QString &lab)
{
    inBackground(tr("Stopping %1…").arg(lab), tr("%1 has stopped. Start it again from its menu.").arg(lab),
                 [&hosts = *m_environment.hosts, lab](const std::stop_token &stop) {
                     return Labs(hosts).stop(lab, Deadline::after(labPatience), stop);
                 });
}

void ClusterActions::destroyLab(const QString &lab)
{
    inBackground(tr("Destroying %1…").arg(lab), tr("%1 and everything that was made for it is gone.").arg(lab),
                 [&hosts = *m_environment.hosts, lab](const std::stop_token &stop) {
                     return Labs(hosts).destroy(lab, Deadline::after(labPatience), stop);
                 });
}

} // namespace howdah
