#include "core/pg/connection.h"

#include "core/base/sizes.h"
#include "core/base/wake_up.h"
#include "core/pg/connection_errors.h"
#include "core/pg/connection_start.h"
#include "core/pg/query_cancel.h"

#include <QCoreApplication>

#include <libpq-fe.h>

#include <algorithm>
#include <poll.h>
#include <vector>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Connection)
};

QString placeOf(const PGconn *connection)
{
    return placeName(QString::fromUtf8(PQhost(connection)), QString::fromUtf8(PQport(connection)));
}

Error stopped(const QString &place)
{
    return simpleError(ErrorCode::Stopped, Tr::tr("The statement on %1 was stopped.").arg(place));
}

Error timedOut(const QString &place, const QString &time)
{
    return simpleError(
        ErrorCode::TimedOut,
        Tr::tr("%1 did not finish the statement within %2. The server or the network hangs, or something holds a "
               "lock that the statement needs.")
            .arg(place, time));
}

/// The timeouts that neither the settings nor the conninfo's options have decided already. By SET, not as start-up
/// parameters: PgBouncer refuses the connection for those it does not know (measured with 1.18).
QString timeoutStatements(PGconn *connection, const ConnectionSettings &settings)
{
    const QString options = effectiveSetting(connection, "options");
    QString statements;
    const auto add = [&](const QString &name, Milliseconds value) {
        if (value.count() > 0 && !options.contains(name))
            statements += QStringLiteral("SET %1 = %2;").arg(name).arg(value.count());
    };
    add(QStringLiteral("statement_timeout"), settings.statementTimeout);
    add(QStringLiteral("lock_timeout"), settings.lockTimeout);
    return statements;
}

/// UTF-8 texts kept alive as libpq wants them: pointers, null for NULL.
class BoundParameters
{
public:
    explicit BoundParameters(const QList<SqlParameter> &parameters)
    {
        for (const SqlParameter &parameter : parameters)
            m_texts << (parameter ? parameter->toUtf8() : QByteArray());
        for (qsizetype index = 0; index < parameters.size(); ++index)
            m_pointers.push_back(parameters.at(index) ? m_texts.at(index).constData() : nullptr);
    }
    [[nodiscard]] int count() const { return static_cast<int>(m_pointers.size()); }
    [[nodiscard]] const char *const *pointers() const { return m_pointers.data(); }

private:
    QList<QByteArray> m_texts;
    std::vector<const char *> m_pointers;
};

bool hasZeroCharacter(const QString &sql, const QList<SqlParameter> &parameters)
{
    return sql.contains(QChar::Null) || std::any_of(parameters.begin(), parameters.end(), [](const SqlParameter &text) {
               return text && text->contains(QChar::Null);
           });
}

/// Sends what libpq still holds back; reads meanwhile, because a server that cannot write stops reading.
WaitOutcome flush(PGconn *connection, const Deadline &deadline, const WakeUp &wakeUp)
{
    while (PQflush(connection) > 0) {
        const WaitOutcome outcome = waitFor(PQsocket(connection), POLLIN | POLLOUT, deadline, wakeUp);
        if (outcome != WaitOutcome::Ready)
            return outcome;
        if (PQconsumeInput(connection) == 0)
            break;
    }
    return WaitOutcome::Ready;
}

/// Until PQgetResult() would not block. A broken connection counts as ready: the next result tells.
WaitOutcome waitForResult(PGconn *connection, const Deadline &deadline, const WakeUp &wakeUp)
{
    while (PQisBusy(connection) != 0) {
        const WaitOutcome outcome = waitFor(PQsocket(connection), POLLIN, deadline, wakeUp);
        if (outcome != WaitOutcome::Ready)
            return outcome;
        if (PQconsumeInput(connection) == 0)
            break;
    }
    return WaitOutcome::Ready;
}

bool isCopy(ExecStatusType status)
{
    return status == PGRES_COPY_IN || status == PGRES_COPY_OUT || status == PGRES_COPY_BOTH;
}

/// Folds the results of one query() into the one it returns.
class Answer
{
public:
    /// False when nothing more can come.
    bool take(const PGconn *connection, PGresult *result)
    {
        const ExecStatusType status = PQresultStatus(result);
        const ResultSet owned(result);
        if (isCopy(status)) {
            m_error = simpleError(ErrorCode::Unsupported, Tr::tr("COPY from or to the client is not possible here."));
            return false;
        }
        if (status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE) {
            if (!m_error)
                m_error = queryError(connection, result, placeOf(connection));
        } else if (status == PGRES_TUPLES_OK || m_kept.columns() == 0) {
            m_kept = owned;
        }
        return true;
    }

    [[nodiscard]] Result<ResultSet> result() const { return m_error ? Result<ResultSet>(*m_error) : m_kept; }

private:
    std::optional<Error> m_error;
    ResultSet m_kept;
};

} // namespace

void Connection::Closer::operator()(pg_conn *connection) const noexcept
{
    PQfinish(connection);
}

Connection::Connection(Handle handle)
    : m_connection(std::move(handle))
{
}

Connection::Connection(Connection &&) noexcept = default;
Connection &Connection::operator=(Connection &&) noexcept = default;
Connection::~Connection() = default;

Result<Connection> Connection::open(const ConnInfo &info, const Deadline &deadline, std::stop_token stop,
                                    const ConnectionSettings &settings)
{
    auto started = startConnection(info, deadline, stop, settings);
    if (!started)
        return started.error();
    Connection connection(Handle(started->release()));
    const QString timeouts = timeoutStatements(connection.m_connection.get(), settings);
    // PgBouncer's own console knows no such settings; whoever opened it shall hear that it is one, not that SET failed.
    if (!timeouts.isEmpty() && !connection.reported("server_version").endsWith(QLatin1String("/bouncer"))) {
        const auto set = connection.query(timeouts, {}, deadline, std::move(stop));
        if (!set)
            return set.error();
    }
    return connection;
}

Result<ResultSet> Connection::query(const QString &sql, const QList<SqlParameter> &parameters, const Deadline &deadline,
                                    std::stop_token stop)
{
    if (!isOpen())
        return simpleError(ErrorCode::Unreachable, Tr::tr("The session is closed. Connect again."));
    PGconn *const connection = m_connection.get();
    const QString place = placeOf(connection);
    if (hasZeroCharacter(sql, parameters))
        return simpleError(ErrorCode::Invalid,
                           Tr::tr("PostgreSQL's texts cannot contain a zero character. Remove it."));
    if (stop.stop_requested())
        return stopped(place);
    if (deadline.expired())
        return simpleError(ErrorCode::TimedOut,
                           Tr::tr("There was no time left to send the statement to %1.").arg(place));
    const auto began = SteadyClock::now();
    const WakeUp wakeUp(std::move(stop));

    const BoundParameters bound(parameters);
    const QByteArray text = sql.toUtf8();
    // Without parameters the simple protocol, which takes several statements at once.
    const int sent = parameters.isEmpty() ? PQsendQuery(connection, text.constData())
                                          : PQsendQueryParams(connection, text.constData(), bound.count(), nullptr,
                                                              bound.pointers(), nullptr, nullptr, 0);
    if (sent == 0)
        return queryError(connection, nullptr, place);

    Answer answer;
    WaitOutcome outcome = flush(connection, deadline, wakeUp);
    bool more = true;
    while (more && outcome == WaitOutcome::Ready) {
        outcome = waitForResult(connection, deadline, wakeUp);
        if (outcome != WaitOutcome::Ready)
            break;
        PGresult *const result = PQgetResult(connection);
        if (!result)
            return answer.result();
        more = answer.take(connection, result);
    }

    requestCancel(connection);
    m_connection.reset();
    if (outcome == WaitOutcome::Stopped)
        return stopped(place);
    if (outcome == WaitOutcome::TimedOut)
        return timedOut(place,
                        prettyDuration(std::chrono::duration_cast<Milliseconds>(SteadyClock::now() - began).count()));
    return answer.result();
}

bool Connection::isOpen() const
{
    return m_connection && PQstatus(m_connection.get()) == CONNECTION_OK;
}

ServerVersion Connection::serverVersion() const
{
    return ServerVersion(m_connection ? PQserverVersion(m_connection.get()) : 0);
}

int Connection::backendPid() const
{
    return m_connection ? PQbackendPID(m_connection.get()) : 0;
}

QString Connection::reported(const char *parameter) const
{
    return m_connection ? QString::fromUtf8(PQparameterStatus(m_connection.get(), parameter)) : QString();
}

QString Connection::host() const
{
    return m_connection ? QString::fromUtf8(PQhost(m_connection.get())) : QString();
}

QString Connection::hostAddress() const
{
    return m_connection ? QString::fromUtf8(PQhostaddr(m_connection.get())) : QString();
}

QString Connection::port() const
{
    return m_connection ? QString::fromUtf8(PQport(m_connection.get())) : QString();
}

int Connection::descriptor() const
{
    return m_connection ? PQsocket(m_connection.get()) : -1;
}

QString Connection::quotedIdentifier(const QString &name) const
{
    const QByteArray text = name.toUtf8();
    const std::unique_ptr<char, decltype(&PQfreemem)> quoted(
        PQescapeIdentifier(m_connection.get(), text.constData(), static_cast<std::size_t>(text.size())), &PQfreemem);
    return QString::fromUtf8(quoted.get());
}

Result<QString> Connection::scramVerifier(const QString &role, const Secret &password) const
{
    const std::unique_ptr<char, decltype(&PQfreemem)> verifier(
        PQencryptPasswordConn(m_connection.get(), password.reveal().constData(), role.toUtf8().constData(),
                              "scram-sha-256"),
        &PQfreemem);
    if (!verifier)
        return simpleError(ErrorCode::Invalid, Tr::tr("No verifier could be made of the password."),
                           QString::fromUtf8(PQerrorMessage(m_connection.get())));
    return QString::fromUtf8(verifier.get());
}

QString Connection::quotedLiteral(const QString &text) const
{
    const QByteArray bytes = text.toUtf8();
    const std::unique_ptr<char, decltype(&PQfreemem)> quoted(
        PQescapeLiteral(m_connection.get(), bytes.constData(), static_cast<std::size_t>(bytes.size())), &PQfreemem);
    return QString::fromUtf8(quoted.get());
}

} // namespace howdah
