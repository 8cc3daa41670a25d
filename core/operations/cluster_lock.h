#pragma once

#include "core/base/result.h"
#include "core/cluster/cluster_definition.h"
#include "core/operations/preparation.h"

#include <memory>

namespace howdah {

/// One change at a time per cluster (safety rule 4): a lock file among this user's consoles, and a session-level
/// advisory lock on every node that answers, so that a console on another machine is seen too. Held while it lives.
class ClusterLock
{
public:
    /// Busy says who holds it (application_name and address of the other session, or the process on this machine).
    [[nodiscard]] static Result<std::unique_ptr<ClusterLock>> take(const ClusterDefinition &cluster,
                                                                   const QString &operation,
                                                                   const Environment &environment,
                                                                   std::stop_token stop = {});
    ~ClusterLock();

private:
    struct State;
    explicit ClusterLock(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace howdah
