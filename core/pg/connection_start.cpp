#include "core/pg/connection_start.h"

#include "core/base/wake_up.h"
#include "core/pg/connection_errors.h"
#include "core/pg/name_lookup.h"

#include <QCoreApplication>

#include <algorithm>
#include <poll.h>
#include <vector>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Connection)
};

/// Keywords and values as PQconnectStartParams() wants them; of a keyword given twice, libpq takes the last.
class Parameters
{
public:
    void add(const QByteArray &keyword, const QByteArray &value)
    {
        m_keywords << keyword;
        m_values << value;
    }
    void add(const ConnInfo &info)
    {
        for (const ConnInfo::Setting &setting : info.settings())
            add(setting.keyword.toUtf8(), setting.value.toUtf8());
        add("password", info.password().reveal());
        add("sslpassword", info.keyPassword().reveal());
    }
    [[nodiscard]] StartedConnection start() const
    {
        std::vector<const char *> keywords;
        std::vector<const char *> values;
        for (qsizetype index = 0; index < m_keywords.size(); ++index) {
            keywords.push_back(m_keywords.at(index).constData());
            values.push_back(m_values.at(index).constData());
        }
        keywords.push_back(nullptr);
        values.push_back(nullptr);
        return StartedConnection(PQconnectStartParams(keywords.data(), values.data(), 0));
    }

private:
    QList<QByteArray> m_keywords;
    QList<QByteArray> m_values;
};

/// One of the hosts of a conninfo, before its name is resolved.
struct Server
{
    QString host;
    QString address; // hostaddr
    QString port;
    [[nodiscard]] QString place() const { return placeName(host.isEmpty() ? address : host, port); }
    /// A Unix socket has no name to resolve; libpq has its own default directory when no host is named.
    [[nodiscard]] bool hasNameToResolve() const
    {
        return address.isEmpty() && !host.isEmpty() && !host.startsWith(u'/') && !host.startsWith(u'@');
    }
};

/// What libpq makes of the settings before it connects.
struct Plan
{
    QList<Server> servers;
    QString targetSession;
    Milliseconds attemptTimeout{0}; // connect_timeout; 0: none
    Parameters parameters;
};

Result<QList<Server>> serversOf(PGconn *asked)
{
    const auto list = [asked](const char *keyword) {
        const QString text = effectiveSetting(asked, keyword);
        return text.isEmpty() ? QStringList() : text.split(u',');
    };
    const QStringList hosts = list("host");
    const QStringList addresses = list("hostaddr");
    const QStringList ports = list("port");
    const qsizetype count = std::max({hosts.size(), addresses.size(), qsizetype{1}});
    if ((!hosts.isEmpty() && hosts.size() != count) || (!addresses.isEmpty() && addresses.size() != count) ||
        (ports.size() > 1 && ports.size() != count))
        return simpleError(
            ErrorCode::Invalid,
            Tr::tr("The connection settings name different numbers of hosts and ports. Give one port for all, "
                   "or one for each host."));
    QList<Server> servers;
    for (qsizetype index = 0; index < count; ++index)
        servers << Server{hosts.value(index), addresses.value(index),
                          ports.size() > 1 ? ports.at(index) : ports.value(0)};
    return servers;
}

/// libpq knows the whole truth (services, environment, defaults) only when it connects, and resolves names as it
/// does. A value that it refuses after it has gathered all settings, and before it touches the network, makes it tell.
Result<Plan> planFor(const ConnInfo &info, const ConnectionSettings &settings)
{
    static const QByteArray refusedValue("only-to-ask");
    for (const ConnInfo::Setting &setting : info.settings())
        if (setting.value.contains(QChar::Null)) // libpq would silently read the text up to there
            return simpleError(ErrorCode::Invalid,
                               Tr::tr("The setting \"%1\" contains a zero character. Remove it.").arg(setting.keyword));
    Plan plan;
    plan.parameters.add(info);
    Parameters asking = plan.parameters;
    asking.add("channel_binding", refusedValue);
    const StartedConnection asked = asking.start();
    if (!asked)
        return simpleError(ErrorCode::Unknown, Tr::tr("There is not enough memory to connect."));
    if (effectiveSetting(asked.get(), "port").isEmpty())
        return connectError(asked.get(), {});
    auto servers = serversOf(asked.get());
    if (!servers)
        return servers.error();
    plan.servers = *servers;
    plan.targetSession = effectiveSetting(asked.get(), "target_session_attrs");
    // 1 s is read as 2 s, as libpq does: a second that is almost over would leave no time at all.
    const int seconds = effectiveSetting(asked.get(), "connect_timeout").toInt();
    plan.attemptTimeout = std::chrono::seconds(seconds <= 0 ? 0 : std::max(seconds, 2));

    const auto addUnlessSet = [&](const char *keyword, const QByteArray &value) {
        if (effectiveSetting(asked.get(), keyword).isEmpty())
            plan.parameters.add(keyword, value);
    };
    addUnlessSet("tcp_user_timeout", QByteArray::number(static_cast<qint64>(settings.tcpUserTimeout.count())));
    addUnlessSet("keepalives_idle", QByteArray::number(settings.keepalivesIdleSeconds));
    plan.parameters.add("fallback_application_name", settings.applicationName.toUtf8());
    // All texts of this program are UTF-8, whatever a conninfo or PGCLIENTENCODING says.
    plan.parameters.add("client_encoding", "UTF8");
    return plan;
}

/// Each of several servers gets an equal part of the time that is left, so that a frozen first one cannot use it up.
Deadline share(const Deadline &whole, qsizetype stillToTry, Milliseconds attemptTimeout)
{
    Deadline part = whole;
    if (!whole.isNever() && stillToTry > 1)
        part = whole.cappedAt(whole.remaining() / stillToTry);
    return attemptTimeout.count() > 0 ? part.cappedAt(attemptTimeout) : part;
}

Result<StartedConnection> attempt(Parameters parameters, const Server &server, const Deadline &deadline,
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
    const QString place = server.place().startsWith(u':')
                              ? placeName(QString::fromUtf8(PQhost(connection.get())), server.port)
                              : server.place();

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
    Search(const Plan &plan, const Deadline &deadline, const WakeUp &wakeUp)
        : m_plan(plan)
        , m_deadline(deadline)
        , m_wakeUp(wakeUp)
    {
    }

    StartedConnection run(const Parameters &parameters)
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
    StartedConnection tryServer(const Parameters &parameters, const Server &server, const Deadline &deadline)
    {
        QStringList addresses{server.address};
        if (server.hasNameToResolve()) {
            auto found = lookUpAddresses(server.host, share(deadline, 1, m_plan.attemptTimeout), m_wakeUp);
            if (!found) {
                m_failures << found.error();
                return nullptr;
            }
            addresses = *found;
        }
        for (qsizetype index = 0; index < addresses.size(); ++index) {
            Server resolved = server;
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

    const Plan &m_plan;
    const Deadline &m_deadline;
    const WakeUp &m_wakeUp;
    QList<Error> m_failures;
};

} // namespace

QString effectiveSetting(PGconn *connection, const char *keyword)
{
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(PQconninfo(connection), &PQconninfoFree);
    for (const PQconninfoOption *option = options.get(); option && option->keyword; ++option)
        if (qstrcmp(option->keyword, keyword) == 0)
            return option->val ? QString::fromUtf8(option->val) : QString();
    return {};
}

Result<StartedConnection> startConnection(const ConnInfo &info, const Deadline &deadline, std::stop_token stop,
                                          const ConnectionSettings &settings)
{
    const EnglishWords english;
    const WakeUp wakeUp(std::move(stop));
    const auto plan = planFor(info, settings);
    if (!plan)
        return plan.error();
    // We go through the servers ourselves, so libpq never sees the second round that "prefer-standby" asks for.
    const bool prefersStandby = plan->targetSession == QLatin1String("prefer-standby");
    Search search(*plan, deadline, wakeUp);
    for (const QByteArray &target : prefersStandby ? QList<QByteArray>{"standby", "any"} : QList<QByteArray>{""}) {
        Parameters parameters = plan->parameters;
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
