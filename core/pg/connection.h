#pragma once

#include "core/base/deadline.h"
#include "core/base/result.h"
#include "core/pg/conn_info.h"
#include "core/pg/result_set.h"
#include "core/pg/server_version.h"

#include <QList>
#include <QString>

#include <memory>
#include <optional>
#include <stop_token>

struct pg_conn;

namespace howdah {

/// A bound parameter: text as the server reads it, or NULL.
using SqlParameter = std::optional<QString>;

/// How a session is opened; what a conninfo already says wins over these.
struct ConnectionSettings
{
    QString applicationName = QStringLiteral("howdah");
    Milliseconds statementTimeout{0}; ///< 0: the server's own
    Milliseconds lockTimeout{0};
    Milliseconds tcpUserTimeout{10000};
    int keepalivesIdleSeconds = 10;
};

/// One session with a server. Blocking signatures, non-blocking inside: every call ends at its deadline, or within
/// milliseconds of a requested stop. Not thread-safe: one thread at a time; move it, do not share it.
/// After TimedOut or Stopped in mid-query the query is cancelled at the server and the session is closed (isOpen()
/// false), because its state is not known; it stays open when nothing had been sent yet. Errors keep SQLSTATE, detail
/// and hint; messages are plain sentences.
class Connection
{
public:
    /// Codes: Unreachable, Authentication, NotPostgres, TimedOut, Stopped, ServerRefused (for example "the database
    /// system is starting up", 57P03), Unsupported, Pooler is never found here (see server_identity.h).
    /// Several hosts in a conninfo are tried in order, within the one deadline.
    [[nodiscard]] static Result<Connection> open(const ConnInfo &info, const Deadline &deadline,
                                                 std::stop_token stop = {}, const ConnectionSettings &settings = {});

    Connection(Connection &&) noexcept;
    Connection &operator=(Connection &&) noexcept;
    ~Connection(); ///< closes; never blocks on the network

    /// One statement with bound parameters ($1 …), or several statements without parameters. Several results: the last
    /// one that has rows, else the last. An error in any is the error.
    [[nodiscard]] Result<ResultSet> query(const QString &sql, const QList<SqlParameter> &parameters,
                                          const Deadline &deadline, std::stop_token stop = {});

    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] ServerVersion serverVersion() const;
    [[nodiscard]] int backendPid() const; ///< as told at the start of the session; 0 once closed
    /// What the server reported about itself at the start (server_version, in_hot_standby …); empty when it did not.
    [[nodiscard]] QString reported(const char *parameter) const;
    [[nodiscard]] QString host() const;        ///< the one of several that answered
    [[nodiscard]] QString hostAddress() const; ///< numeric; empty over a Unix socket
    [[nodiscard]] QString port() const;
    [[nodiscard]] int descriptor() const; ///< the socket; for tests and for waiting on several sessions

    /// Quoted by libpq in the session's encoding.
    [[nodiscard]] QString quotedIdentifier(const QString &name) const;
    [[nodiscard]] QString quotedLiteral(const QString &text) const;
    /// What ALTER ROLE … PASSWORD may be given in a password's place (scram-sha-256, new salt each time). Invalid when
    /// libpq cannot make one.
    [[nodiscard]] Result<QString> scramVerifier(const QString &role, const Secret &password) const;

private:
    struct Closer
    {
        void operator()(pg_conn *connection) const noexcept;
    };
    using Handle = std::unique_ptr<pg_conn, Closer>;
    explicit Connection(Handle handle);
    Handle m_connection;
};

} // namespace howdah
