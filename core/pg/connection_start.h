#pragma once

#include "core/pg/connection.h"

#include <libpq-fe.h>

#include <memory>

namespace howdah {

struct EndConnection
{
    void operator()(PGconn *connection) const noexcept { PQfinish(connection); }
};
using StartedConnection = std::unique_ptr<PGconn, EndConnection>;

/// The first of a conninfo's servers that lets us in: see Connection::open(). Non-blocking mode is on.
[[nodiscard]] Result<StartedConnection> startConnection(const ConnInfo &info, const Deadline &deadline,
                                                        std::stop_token stop, const ConnectionSettings &settings);

/// What a setting is once libpq has added services, environment and defaults; empty when not set.
[[nodiscard]] QString effectiveSetting(PGconn *connection, const char *keyword);

} // namespace howdah
