#pragma once

#include "core/pg/connection.h"

namespace howdah {

/// Who answers on a connection, in one round trip.
struct ServerIdentity
{
    ServerVersion version;
    QString systemIdentifier; ///< empty when not permitted (pg_control_system needs pg_monitor's rights before 10 only)
    bool inRecovery = false;
    QString dataDirectory; ///< empty when not permitted to see it
    QString configFile;    ///< "
    QString hbaFile;       ///< "
    int port = 0;
    QString clusterName;
};

/// Errors: Pooler when a pooler (PgBouncer's console or a pooled database) answers where a server is needed,
/// Unsupported below 9.6, else what query() gives.
[[nodiscard]] Result<ServerIdentity> identify(Connection &connection, const Deadline &deadline,
                                              std::stop_token stop = {});

} // namespace howdah
