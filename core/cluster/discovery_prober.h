#pragma once

#include "core/cluster/discovery_candidates.h"
#include "core/hosts/host.h"

namespace howdah {

/// What a look at one place found.
struct Probed
{
    NodeDefinition node;
    NodeSamplePtr sample;
    std::optional<Error> failure;
    QString remark; ///< about its host
};

/// Looks at places where servers may be, and at the machines over which they are reached. Changes nothing; thread-safe.
class DiscoveryProber
{
public:
    /// Without `hosts`, only what this machine reaches by itself.
    DiscoveryProber(Deadline deadline, std::stop_token stop, Hosts *hosts)
        : m_deadline(deadline)
        , m_stop(std::move(stop))
        , m_hosts(hosts)
    {
    }

    /// `systemIdentifier`: of the cluster that is looked for, empty while it is not known; another one's host is not
    /// looked at.
    [[nodiscard]] Probed probe(const Candidate &place, const QString &systemIdentifier) const;
    /// Of the machine that a host is; empty where it cannot be looked at.
    [[nodiscard]] MachineNetwork networkOf(const QString &hostId) const;

private:
    void settleHost(const Candidate &place, Probed &found, const Deadline &deadline) const;

    Deadline m_deadline;
    std::stop_token m_stop;
    Hosts *m_hosts;
};

} // namespace howdah
