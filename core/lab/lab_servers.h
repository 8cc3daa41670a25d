#pragma once

#include "core/lab/lab.h"

namespace howdah {

/// The running and not running servers of a lab: those of its nodes, and any other found in its directory
/// or where its exercise works.
class LabServers
{
public:
    LabServers(Hosts &hosts, const Lab &lab)
        : m_hosts(hosts)
        , m_lab(lab)
    {
    }

    /// Success too when it runs already. CommandFailed with the end of the server's log.
    [[nodiscard]] Result<void> start(const NodeDefinition &node, const Deadline &deadline, std::stop_token stop) const;
    [[nodiscard]] Result<void> startAll(const QList<NodeDefinition> &nodes, const Deadline &deadline,
                                        std::stop_token stop) const;
    /// Nodes that may run: all but primaries that another node of the lab has overtaken.
    [[nodiscard]] Result<QList<NodeDefinition>> notOvertaken(const Deadline &deadline) const;

    /// Fast: connections are ended, all WAL reaches the standbys that stream. Primaries first.
    [[nodiscard]] Result<void> stopAll(const Deadline &deadline, std::stop_token stop) const;
    [[nodiscard]] Result<void> stop(const QString &dataDirectory, const Deadline &deadline, std::stop_token stop) const;
    /// At once and without a trace: killed ones' shared memory goes too.
    [[nodiscard]] Result<void> endAll(const Deadline &deadline, std::stop_token stop) const;

private:
    [[nodiscard]] QStringList dataDirectories(const Deadline &deadline) const;
    [[nodiscard]] Error startError(const NodeDefinition &node, const Error &cause, const Deadline &deadline) const;

    Hosts &m_hosts;
    const Lab &m_lab;
};

} // namespace howdah
