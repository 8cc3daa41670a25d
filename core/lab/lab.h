#pragma once

#include "core/base/deadline.h"
#include "core/base/result.h"
#include "core/cluster/cluster_definition.h"
#include "core/lab/container_kit.h"

#include <QJsonObject>

#include <stop_token>

namespace howdah {

struct LabRequest
{
    QString name;
    int standbys = 2;
    bool archive = false;
    double workloadPerSecond = 0; ///< commits a second of the gentle writing load; 0: none
    QString binDirectory;         ///< empty: the newest PostgreSQL found here
    qint64 diskBytes = 0;         ///< > 0: a file system of its own of this size (needs root), so that it can be filled
    bool containers = false; ///< each node in a container; brought up by whoever asked for it, from the lab's compose file
};

/// A lab as recorded in its own lab.json (in its directory) and in the state directory's labs list.
struct Lab
{
    QString name;
    QString directory;
    QString systemUser; ///< who runs the servers (postgres when Howdah is root)
    QString binDirectory;
    bool archive = false;
    double workloadPerSecond = 0;
    int workloadPid = 0;       ///< the detached `howdahctl lab workload` process; 0: none
    qint64 diskBytes = 0;      ///< of each node's own file system (gone when the machine restarts); 0: none
    ContainerKit kit = {};     ///< of a lab whose nodes live in containers
    bool complete = true;      ///< false: being created, or its creation was killed; it can only be destroyed
    ClusterDefinition cluster; ///< with every node's port, directory and host "local"; as the registry has it now
};

/// Progress in sentences; called on the calling thread.
using LabProgress = std::function<void(const QString &)>;

/// Real clusters on this machine, from local PostgreSQL binaries (initdb, pg_ctl and postgres are enough), on free
/// ports, loopback only, scram-sha-256 with a passfile of their own. Blocking; worker thread. Everything made lies in
/// the lab's directory; destroy removes only that. As root the servers run as `postgres`, in a directory that user can
/// reach.
class Labs
{
public:
    explicit Labs(Hosts &hosts);

    /// Creates, starts, records in the registry. Failing half-way it removes what it made. AlreadyExists, NotFound (no
    /// binaries) …
    [[nodiscard]] Result<Lab> create(const LabRequest &request, const Deadline &deadline, std::stop_token stop = {},
                                     const LabProgress &progress = {});
    /// Starts what is down, and the workload. A former primary that another node has overtaken (it was promoted since)
    /// is left down: two primaries of one cluster would take writes.
    [[nodiscard]] Result<void> start(const QString &name, const Deadline &deadline, std::stop_token stop = {});
    /// Managers that its user has put over it (Patroni …) are ended first, and not started again with it.
    [[nodiscard]] Result<void> stop(const QString &name, const Deadline &deadline, std::stop_token stop = {});
    /// Stops and removes; also a lab half made, or with servers killed; and what cron or systemd would start in it.
    [[nodiscard]] Result<void> destroy(const QString &name, const Deadline &deadline, std::stop_token stop = {});
    [[nodiscard]] Result<QList<Lab>> all() const;
    [[nodiscard]] Result<Lab> find(const QString &name) const;

private:
    Hosts &m_hosts;
};

/// Real faults. Each names what it did in a sentence, and has its mending (where there is one).
struct FaultKind
{
    QString id; ///< "kill", "stop", "pause-replay", "fill", "cut"
    QString title;
    QString mending; ///< id of what undoes it: "start", "resume-replay", "unfill", "join"; empty: none
};
[[nodiscard]] QList<FaultKind> faultKinds(); ///< faults and their mendings
[[nodiscard]] Result<QString> injectFault(const Lab &lab, const QString &kind, const QString &node, Hosts &hosts,
                                          const Deadline &deadline, std::stop_token stop = {});

/// Commits single-row writes at a rate to whatever node of the lab is primary (multi-host, target_session_attrs), until
/// stopped. Rides through failovers: reconnects with back-off.
struct WorkloadReport
{
    qint64 commits = 0, failures = 0;
    qint64 longestGapMs = 0;
};
[[nodiscard]] WorkloadReport runWorkload(const ClusterDefinition &cluster, double perSecond, std::stop_token stop);

} // namespace howdah
