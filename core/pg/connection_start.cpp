#include "core/pg/connection_start.h"

#include "core/base/wake_up.h"
#include "core/pg/connection_errors.h"
#include "core/pg/name_lookup.h"

#include <QCoreApplication>

#include <algorithm>
#include <poll.h>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Connection)
};

/// A Unix socket has no name to resolve; libpq has its own default directory when no host is named.
bool hasNameToResolve(const NamedServer &server)
{
    return server.address.isEmpty() && !server.host.isEmpty() && !server.host.startsWith(u'/') &&
           !server.host.startsWith(u'@');
}

/// Each of several servers gets an equal part of the time that is left, so that a frozen first one cannot use it up.
Deadline share(const Deadline &whole, qsizetype stillToTry, Milliseconds attemptTimeout)
{
    Deadline part = whole;
    if (!whole.isNever() && stillToTry > 1)
        part = whole.cappedAt(whole.remaining() / stillToTry);
    return attemptTimeout.count() > 0 ? part.cappedAt(attemptTimeout) : part;
}

Result<StartedConnection> attempt(ConnectionParameters parameters, const NamedServer &server, const Deadline &deadline,
                                  const WakeUp &wakeUp)
{
    parameters.add("host", server.host.toUtf8());
    parameters.add("hostaddr", server.address.toUtf8());
    parameters.add("port", server.port.toUtf8());
    const auto began = SteadyClock::now();
    StartedConnection connection = parameters.start();
    if (!connection)
        return simpleError(ErrorCode::Unknown, Tr::tr("There is not enough memory to connect."));
    PQsetNoticeProcessor(
        connection.get(), [](void *, const char *) {}, nullptr);
    PQsetErrorVerbosity(connection.get(), PQERRORS_VERBOSE);
    const QString place = placeName(QString::fromUtf8(PQhost(connection.get())), server.port);

    PostgresPollingStatusType wanted = PGRES_POLLING_WRITING;
    while (PQstatus(connection.get()) != CONNECTION_BAD && wanted != PGRES_POLLING_OK &&
           wanted != PGRES_POLLING_FAILED) {
        // The descriptor is asked for every time: libpq opens a new one when it falls back from TLS, for example.
        switch (
            waitFor(PQsocket(connection.get()), wanted == PGRES_POLLING_READING ? POLLIN : POLLOUT, deadline, wakeUp)) {
        case WaitOutcome::Stopped:
            return simpleError(ErrorCode::Stopped, Tr::tr("Connecting to %1 was stopped.").arg(place));
        case WaitOutcome::TimedOut:
            return connectTimeout(PQstatus(connection.get()), place,
                                  std::chrono::duration_cast<Milliseconds>(SteadyClock::now() - began).count());
        case WaitOutcome::Ready:
            wanted = PQconnectPoll(connection.get());
        }
    }
    if (PQstatus(connection.get()) != CONNECTION_OK)
        return connectError(connection.get(), place);
    PQsetErrorVerbosity(connection.get(), PQERRORS_DEFAULT);
    PQsetnonblocking(connection.get(), 1);
    return connection;
}

/// As in libpq: once a server has looked at who we are and said no, the others are not asked.
bool isFinal(const Error &error)
{
    return error.code == ErrorCode::Stopped || error.code == ErrorCode::Authentication ||
           error.code == ErrorCode::Invalid || (!error.sqlState.isEmpty() && error.sqlState != QLatin1String("57P03"));
}

/// One pass over the servers; every failure is kept.
class Search
{
public:
    Search(const ConnectionPlan &plan, const Deadline &deadline, const WakeUp &wakeUp)
        : m_plan(plan)
        , m_deadline(deadline)
        , m_wakeUp(wakeUp)
    {
    }

    StartedConnection run(const ConnectionParameters &parameters)
    {
        for (qsizetype index = 0; index < m_plan.servers.size(); ++index) {
            const Deadline part = share(m_deadline, m_plan.servers.size() - index, {});
            if (StartedConnection connection = tryServer(parameters, m_plan.servers.at(index), part))
                return connection;
            if (isFinal(m_failures.last()))
                break;
        }
        return nullptr;
    }

    /// The most telling failure: of several addresses, "refused" says less than an answer of any kind.
    [[nodiscard]] Error failure() const
    {
        const auto telling = std::find_if(m_failures.begin(), m_failures.end(), [](const Error &error) {
            return error.code != ErrorCode::Unreachable && error.code != ErrorCode::TimedOut;
        });
        Error error = telling == m_failures.end() ? m_failures.last() : *telling;
        if (m_plan.servers.size() == 1 || isFinal(error))
            return error;
        QStringList all;
        for (const Error &one : m_failures)
            all << one.message;
        error.message = Tr::tr("None of the servers in these connection settings can be used. %1").arg(error.message);
        error.detail = all.join(u'\n');
        return error;
    }

private:
    StartedConnection tryServer(const ConnectionParameters &parameters, const NamedServer &server,
                                const Deadline &deadline)
    {
        QStringList addresses{server.address};
        if (hasNameToResolve(server)) {
            auto found = lookUpAddresses(server.host, share(deadline, 1, m_plan.attemptTimeout), m_wakeUp);
            if (!found) {
                m_failures << found.error();
                return nullptr;
            }
            addresses = *found;
        }
        for (qsizetype index = 0; index < addresses.size(); ++index) {
            NamedServer resolved = server;
            resolved.address = addresses.at(index);
            auto connection = attempt(parameters, resolved,
                                      share(deadline, addresses.size() - index, m_plan.attemptTimeout), m_wakeUp);
            if (connection)
                return std::move(*connection);
            m_failures << connection.error();
            if (isFinal(connection.error()))
                break;
        }
        return nullptr;
    }

    const ConnectionPlan &m_plan;
    const Deadline &m_deadline;
    const WakeUp &m_wakeUp;
    QList<Error> m_failures;
};

} // namespace

Result<StartedConnection> startConnection(const ConnInfo &info, const Deadline &deadline, std::stop_token stop,
                                          const ConnectionSettings &settings)
{
    const EnglishWords english;
    const WakeUp wakeUp(std::move(stop));
    const auto plan = planConnection(info, settings);
    if (!plan)
        return plan.error();
    // We go through the servers ourselves, so libpq never sees the second round that "prefer-standby" asks for.
    const bool prefersStandby = plan->targetSession == QLatin1String("prefer-standby");
    Search search(*plan, deadline, wakeUp);
    for (const QByteArray &target : prefersStandby ? QList<QByteArray>{"standby", "any"} : QList<QByteArray>{""}) {
        ConnectionParameters parameters = plan->parameters;
        if (!target.isEmpty())
            parameters.add("target_session_attrs", target);
        if (StartedConnection connection = search.run(parameters))
            return connection;
        if (isFinal(search.failure()))
            break;
    }
    return search.failure();
}

} // namespace howdah
