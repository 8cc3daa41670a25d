#include "core/operations/sessions.h"

#include "core/cluster/node_connection.h"
#include "core/operations/console.h"

namespace howdah {

QString sessionTitle(const QString &operation)
{
    const Console console = Console::current();
    constexpr int longestApplicationName = 63;
    return QStringLiteral("howdah: %1 by %2@%3")
        .arg(operation, console.user, console.host)
        .left(longestApplicationName);
}

Result<Connection> openSession(const Environment &environment, const ServerRef &server, const Deadline &deadline,
                               std::stop_token stop, const QString &title)
{
    Result<ConnInfo> parsed = ConnInfo::parse(server.connInfo);
    if (!parsed)
        return parsed.error();
    ConnInfo info = std::move(parsed).value().with(QStringLiteral("application_name"), title);
    if (environment.fillPassword)
        environment.fillPassword(info);
    Result<Connection> session = openNode(info, environment.hosts, server.hostId, deadline, stop);
    const bool isWalSender = info.has(QStringLiteral("replication")); // speaks replication commands, not SQL
    if (!session || isWalSender || server.poolerConsole)
        return session;
    // Often a superuser's session: nobody's function or operator of the same name in another schema may answer in it.
    const auto path = session->query(QStringLiteral("SET search_path = pg_catalog"), {}, deadline, stop);
    return path ? std::move(session) : Result<Connection>(path.error());
}

namespace {
/// The same settings mean another server on another host: 127.0.0.1, reached through each by ssh.
QString keyOf(const ServerRef &server)
{
    return server.hostId + QLatin1Char('\n') + server.connInfo;
}
} // namespace

Result<ResultSet> Sessions::query(const ServerRef &server, const QString &sql, const QList<SqlParameter> &parameters,
                                  const Deadline &deadline, std::stop_token stop)
{
    if (const auto known = m_open.find(keyOf(server)); known != m_open.end()) {
        if (known->second.isOpen()) {
            Result<ResultSet> answer = known->second.query(sql, parameters, deadline, stop);
            if (answer || known->second.isOpen())
                return answer;
            m_open.erase(known);
            if (answer.error().code == ErrorCode::Stopped || answer.error().code == ErrorCode::TimedOut)
                return answer;
        } else {
            m_open.erase(known);
        }
    }
    Result<Connection> opened =
        openSession(m_environment, server, deadline.cappedAt(m_environment.connectTimeout), stop);
    if (!opened)
        return opened.error();
    Connection &session = m_open.emplace(keyOf(server), std::move(opened).value()).first->second;
    return session.query(sql, parameters, deadline, stop);
}

Result<void> Sessions::setPassword(const ServerRef &server, const QString &role, const Secret &password,
                                   const Deadline &deadline, std::stop_token stop)
{
    // A look first: it opens the session, anew if it has died.
    if (const Result<ResultSet> answer = query(server, QStringLiteral("SELECT 1"), {}, deadline, stop); !answer)
        return answer.error();
    const Connection &session = m_open.find(keyOf(server))->second;
    const Result<QString> verifier = session.scramVerifier(role, password);
    if (!verifier)
        return verifier.error();
    const QString statement = QStringLiteral("ALTER ROLE %1 PASSWORD %2")
                                  .arg(session.quotedIdentifier(role), session.quotedLiteral(*verifier));
    const Result<ResultSet> altered = query(server, statement, {}, deadline, stop);
    return altered ? Result<void>() : altered.error();
}

} // namespace howdah
