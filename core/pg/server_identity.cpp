#include "core/pg/server_identity.h"

#include "core/pg/connection_errors.h"

#include <QCoreApplication>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::ServerIdentity)
};

constexpr ServerVersion oldestWatched(90600);

/// pg_settings, not current_setting(): what a role may not see is not a row there, and an error with the function.
QString identityStatement(bool withSystemIdentifier)
{
    return QStringLiteral(R"(
SELECT %1 AS system_identifier,
       pg_is_in_recovery() AS in_recovery,
       pg_backend_pid() AS backend_pid,
       max(setting) FILTER (WHERE name = 'data_directory') AS data_directory,
       max(setting) FILTER (WHERE name = 'config_file') AS config_file,
       max(setting) FILTER (WHERE name = 'hba_file') AS hba_file,
       max(setting) FILTER (WHERE name = 'port') AS port,
       max(setting) FILTER (WHERE name = 'cluster_name') AS cluster_name
FROM pg_settings
WHERE name IN ('data_directory', 'config_file', 'hba_file', 'port', 'cluster_name'))")
        .arg(withSystemIdentifier ? QStringLiteral("(SELECT system_identifier::text FROM pg_control_system())")
                                  : QStringLiteral("NULL::text"));
}

QString place(const Connection &connection)
{
    return placeName(connection.host(), connection.port());
}

Error pooler(const Connection &connection)
{
    return simpleError(
        ErrorCode::Pooler,
        Tr::tr(
            "A connection pooler answers at %1, not a PostgreSQL server. Name the host and port of the server itself: "
            "behind a pooler one cannot know which server answers.")
            .arg(place(connection)));
}

} // namespace

Result<ServerIdentity> identify(Connection &connection, const Deadline &deadline, std::stop_token stop)
{
    // PgBouncer's admin console (database "pgbouncer") says so in its version.
    if (connection.reported("server_version").endsWith(QLatin1String("/bouncer")))
        return pooler(connection);
    const ServerVersion version = connection.serverVersion();
    if (version.isKnown() && version < oldestWatched)
        return simpleError(
            ErrorCode::Unsupported,
            Tr::tr("%1 is PostgreSQL %2, which is too old. Howdah watches 9.6 and later, and operates 13 and later.")
                .arg(place(connection), version.toString()));
    auto answer = connection.query(identityStatement(true), {}, deadline, stop);
    if (!answer && answer.error().code == ErrorCode::NotPermitted)
        answer = connection.query(identityStatement(false), {}, deadline, std::move(stop));
    if (!answer)
        return answer.error();

    // A pooler invents the key that cancels a session, and the process number with it; the server behind it tells its
    // own. Nothing else was reliable when measured with PgBouncer 1.18: version, system identifier, port and parameters
    // are all the server's, passed through.
    if (answer->integer(0, "backend_pid") != connection.backendPid())
        return pooler(connection);

    ServerIdentity identity;
    identity.version = version;
    identity.systemIdentifier = answer->text(0, "system_identifier").value_or(QString());
    identity.inRecovery = answer->boolean(0, "in_recovery").value_or(false);
    identity.dataDirectory = answer->text(0, "data_directory").value_or(QString());
    identity.configFile = answer->text(0, "config_file").value_or(QString());
    identity.hbaFile = answer->text(0, "hba_file").value_or(QString());
    identity.port = static_cast<int>(answer->integer(0, "port").value_or(0));
    identity.clusterName = answer->text(0, "cluster_name").value_or(QString());
    return identity;
}

} // namespace howdah
