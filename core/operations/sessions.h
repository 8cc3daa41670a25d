#pragma once

#include "core/operations/action.h"
#include "core/operations/preparation.h"
#include "core/pg/connection.h"

#include <map>

namespace howdah {

/// "howdah: clone by anna@desk", cut to what a server keeps of an application_name.
[[nodiscard]] QString sessionTitle(const QString &operation);

/// Opens a session with a server as a plan names it, with the password that is known for it.
[[nodiscard]] Result<Connection> openSession(const Environment &environment, const ServerRef &server,
                                             const Deadline &deadline, std::stop_token stop = {},
                                             const QString &title = QStringLiteral("howdah"));

/// Sessions kept open from one action to the next. One thread.
class Sessions
{
public:
    explicit Sessions(const Environment &environment)
        : m_environment(environment)
    {
    }

    /// A session that died while it lay idle (its server was restarted meanwhile) is opened anew, once.
    [[nodiscard]] Result<ResultSet> query(const ServerRef &server, const QString &sql,
                                          const QList<SqlParameter> &parameters, const Deadline &deadline,
                                          std::stop_token stop);
    /// Of a role, as a SCRAM verifier made here: not even the server's log sees the password.
    [[nodiscard]] Result<void> setPassword(const ServerRef &server, const QString &role, const Secret &password,
                                           const Deadline &deadline, std::stop_token stop);
    [[nodiscard]] const Environment &environment() const { return m_environment; }

private:
    const Environment &m_environment;
    std::map<QString, Connection> m_open; // by host and conninfo
};

} // namespace howdah
