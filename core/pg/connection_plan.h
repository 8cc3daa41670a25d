#pragma once

#include "core/pg/connection.h"

#include <QByteArray>
#include <QList>

#include <libpq-fe.h>

#include <memory>

namespace howdah {

struct EndConnection
{
    void operator()(PGconn *connection) const noexcept { PQfinish(connection); }
};
using StartedConnection = std::unique_ptr<PGconn, EndConnection>;

/// Keywords and values as PQconnectStartParams() wants them; of a keyword given twice, libpq takes the last.
class ConnectionParameters
{
public:
    void add(const QByteArray &keyword, const QByteArray &value);
    void add(const ConnInfo &info);                ///< passwords too
    [[nodiscard]] StartedConnection start() const; ///< null only without memory

private:
    QList<QByteArray> m_keywords;
    QList<QByteArray> m_values;
};

/// One of the servers that a conninfo names.
struct NamedServer
{
    QString host;    ///< as it was written: certificates and ~/.pgpass go by it; empty: libpq's default
    QString address; ///< hostaddr; empty: not told
    QString port;
};

/// What libpq makes of the settings once it has added services, environment and defaults.
struct ConnectionPlan
{
    QList<NamedServer> servers;
    QString targetSession;          ///< target_session_attrs
    Milliseconds attemptTimeout{0}; ///< connect_timeout, for each address; 0: none
    Secret password;                ///< of the first server, ~/.pgpass counted in
    ConnectionParameters parameters;
};

/// Touches no network. Error: Invalid.
[[nodiscard]] Result<ConnectionPlan> planConnection(const ConnInfo &info, const ConnectionSettings &settings);

/// A setting of a session, or of one that failed to start; empty when not set.
[[nodiscard]] QString effectiveSetting(PGconn *connection, const char *keyword);

} // namespace howdah
