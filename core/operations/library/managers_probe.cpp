#include "core/base/key.h"
#include "core/operations/library/judging.h"
#include "core/operations/library/managers.h"
#include "core/operations/library/nodes.h"
#include "core/operations/library/pooler_search.h"

#include <QCoreApplication>
#include <QNetworkProxy>
#include <QTcpSocket>

#include <algorithm>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Managers)
};

/// By the names of their sessions, and pg_auto_failover by the role that its monitor logs in as.
const char *const sessionsQuery = R"(
SELECT DISTINCT application_name FROM pg_stat_activity WHERE application_name <> ''
UNION ALL SELECT 'pgautofailover' WHERE EXISTS (SELECT FROM pg_stat_activity WHERE usename LIKE 'pgautofailover%')
   OR EXISTS (SELECT FROM pg_roles WHERE rolname = 'pgautofailover_monitor'))";
/// Small images have no ps, or one that knows no columns.
const char *const processesScript = R"sh(ps -eo pid=,user:32=,args= 2>/dev/null || for process in /proc/[0-9]*; do
  printf '%s %s ' "${process#/proc/}" "$(stat -c %U "$process" 2>/dev/null)"
  tr '\000\n' '  ' 2>/dev/null < "$process/cmdline" || true
  echo
done 2>/dev/null)sh";
const char *const repmgrdPausedQuery = "SELECT repmgr.repmgrd_is_paused()";
constexpr quint16 patroniPort = 8008;
constexpr Milliseconds patroniPatience{1000};

/// A process of theirs, on the host where its commands are to be run.
struct Route
{
    ManagedNode managed;
    std::shared_ptr<Host> host;
    QString user;
    [[nodiscard]] Command command(const QStringList &argv) const { return {.argv = argv, .asUser = user}; }
};

class Search
{
public:
    Search(ProbeContext &context, ManagedChange change)
        : m_context(context)
        , m_change(change)
    {
    }

    QVariantMap result()
    {
        for (const NodeState &node : m_context.situation.snapshot->nodes)
            lookAtSessions(node);
        QStringList asked;
        for (const NodeState &node : m_context.situation.snapshot->nodes)
            if (const QString id = node.definition.hostId; !id.isEmpty() && !asked.contains(id)) {
                asked << id;
                if (const auto host = m_context.hosts.find(id))
                    lookAtProcesses(*host);
                else
                    m_unseen << Tr::tr("the processes on %1 (%2)").arg(id, host.error().message);
            }
        lookAtPatroni();
        QStringList titles;
        for (const Manager manager : std::as_const(m_managers))
            titles << managerTitle(manager);
        return {{key("managers"), titles},       {key("found"), m_found},
                {key("suspected"), m_suspected}, {key("command"), lineFor(commandHere())},
                {key("paused"), allPaused()},    {key("pausing"), lineFor(pausingHere())},
                {key("unseen"), m_unseen}};
    }

private:
    void note(Manager manager, const QString &where)
    {
        if (!m_managers.contains(manager))
            m_managers << manager;
        m_found << where;
    }

    void lookAtSessions(const NodeState &node)
    {
        if (!node.sample || node.sample->failure)
            return;
        Result<Connection> session = m_context.connect(serverOf(node));
        const Result<ResultSet> names =
            session ? session->query(QString::fromLatin1(sessionsQuery), {}, m_context.deadline, m_context.stop)
                    : session.error();
        if (!names)
            m_unseen << Tr::tr("the sessions on %1 (%2)").arg(node.name(), names.error().message);
        QList<Manager> seen;
        for (int row = 0; names && row < names->rows(); ++row)
            if (const auto manager = managerOfSession(names->text(row, 0).value_or(QString()));
                manager && !seen.contains(*manager))
                seen << *manager;
        for (const Manager manager : std::as_const(seen))
            note(manager, Tr::tr("sessions of %1 on %2").arg(managerTitle(manager), node.name()));
        if (seen.contains(Manager::Repmgr)) {
            const Result<ResultSet> paused =
                session->query(QString::fromLatin1(repmgrdPausedQuery), {}, m_context.deadline, m_context.stop);
            if (paused && paused->boolean(0, 0).value_or(false))
                m_repmgrdPaused << node.name();
            else
                m_repmgrdActs = true;
        }
    }

    void lookAtProcesses(const std::shared_ptr<Host> &host)
    {
        const Command list{.argv = {key("sh"), key("-c"), QString::fromLatin1(processesScript)}};
        const Result<CommandOutcome> listed = runChecked(*host, list, m_context.deadline, m_context.stop);
        if (!listed) {
            m_unseen << Tr::tr("the processes on %1 (%2)").arg(host->label(), listed.error().message);
            return;
        }
        for (const ManagerProcess &process : managerProcesses(QString::fromUtf8(listed->output))) {
            bool unsure = true;
            if (const std::optional<ManagedNode> managed = managedBy(process, *host, unsure)) {
                note(process.manager,
                     Tr::tr("%1 (process %2) for %3").arg(process.name).arg(process.pid).arg(managed->node));
                m_routes << Route{*managed, host, process.user};
            } else if (unsure && stillRuns(process, *host)) {
                m_suspected << Tr::tr("%1 (process %2) on %3").arg(process.name).arg(process.pid).arg(host->label());
            }
        }
    }

    /// Its files may be gone because it has ended since it was listed.
    [[nodiscard]] bool stillRuns(const ManagerProcess &process, Host &host) const
    {
        const Result<FileStatus> found =
            host.status(QStringLiteral("/proc/%1").arg(process.pid), As{}, m_context.deadline);
        return found || found.error().code != ErrorCode::NotFound;
    }

    /// The node that a process looks after; nothing for one of another cluster, or when nobody can tell (`unsure`).
    [[nodiscard]] std::optional<ManagedNode> managedBy(const ManagerProcess &process, Host &host, bool &unsure) const
    {
        QString text = process.arguments + QLatin1Char('\n');
        QString configuration, content;
        if (process.manager == Manager::PgAutoFailover && !process.files.isEmpty())
            unsure = false; // its command line names the data directory
        const QStringList files = process.files + QStringList{QStringLiteral("/proc/%1/environ").arg(process.pid)};
        for (const QString &file : files) {
            const Result<QByteArray> read = host.readFile(file, As{}, m_context.deadline);
            if (!read)
                continue;
            const QString words = QString::fromUtf8(*read).replace(QChar::Null, QLatin1Char('\n'));
            if (process.files.contains(file)) {
                unsure = false;
                configuration = configuration.isEmpty() ? file : configuration;
                content += words;
            }
            text += words + QLatin1Char('\n');
        }
        for (const NodeState &node : m_context.situation.snapshot->nodes) {
            const QString directory = dataDirectoryOf(node);
            if (node.definition.hostId != host.id() || directory.isEmpty() || !namesDirectory(text, directory))
                continue;
            if (process.manager == Manager::Patroni)
                return patroniNode(node.name(), configuration, content);
            return ManagedNode{.manager = process.manager,
                               .node = node.name(),
                               .configuration = process.manager == Manager::PgAutoFailover ? directory : configuration};
        }
        return std::nullopt;
    }

    /// By its REST interface: also where Howdah has no access to the host.
    void lookAtPatroni()
    {
        QStringList asked;
        for (const NodeState &node : m_context.situation.snapshot->nodes) {
            const QString named = node.definition.connInfo.host();
            const QString address = isThisMachine(named) ? QStringLiteral("127.0.0.1") : named;
            if (asked.contains(address))
                continue;
            asked << address;
            const QString member =
                patroniMember(patroniAnswer(address), m_context.situation.snapshot->systemIdentifier);
            if (!member.isEmpty())
                note(Manager::Patroni, Tr::tr("Patroni at %1:8008 (%2)").arg(address, member));
        }
    }

    [[nodiscard]] QByteArray patroniAnswer(const QString &address) const
    {
        const Deadline limit = m_context.deadline.cappedAt(patroniPatience);
        const auto left = [&limit] { return static_cast<int>(limit.remaining().count()); };
        QTcpSocket socket;
        socket.setProxy(QNetworkProxy::NoProxy);
        socket.connectToHost(address, patroniPort);
        if (!socket.waitForConnected(left()))
            return {};
        socket.write("GET /patroni HTTP/1.0\r\n\r\n");
        while (!limit.expired() && socket.waitForReadyRead(left())) {
        }
        const QByteArray answer = socket.readAll();
        return answer.mid(answer.indexOf("\r\n\r\n") + 4);
    }

    /// Of the node that the change is about; of any where it is about none.
    [[nodiscard]] const Route *route() const
    {
        const Arguments &given = m_context.situation.arguments;
        QString about;
        for (const char *name : {"to", "candidate", "node"})
            about = about.isEmpty() ? given.value(key(name)) : about;
        const auto found = std::find_if(m_routes.cbegin(), m_routes.cend(), [&](const Route &one) {
            return about.isEmpty() || about == allNodes() || one.managed.node == about;
        });
        return found != m_routes.cend() ? &*found : nullptr;
    }
    [[nodiscard]] QStringList commandHere() const
    {
        return route() ? commandOf(route()->managed, m_change, m_context.situation.arguments) : QStringList();
    }
    [[nodiscard]] QStringList pausingHere() const
    {
        return route() ? pausingCommandOf(route()->managed) : QStringList();
    }
    [[nodiscard]] QString lineFor(const QStringList &argv) const
    {
        return argv.isEmpty() ? QString() : shellLine(*route()->host, route()->command(argv));
    }

    [[nodiscard]] bool isPaused(Manager manager) const
    {
        if (manager == Manager::Repmgr)
            return !m_repmgrdPaused.isEmpty() && !m_repmgrdActs;
        if (manager != Manager::Patroni || m_routes.isEmpty())
            return false;
        const Route &any = m_routes.first();
        const QStringList argv{key("patronictl"), key("-c"), any.managed.configuration, key("show-config"),
                               any.managed.scope};
        const Result<CommandOutcome> shown =
            runChecked(*any.host, any.command(argv), m_context.deadline, m_context.stop);
        return shown && ('\n' + shown->output).contains("\npause: true");
    }
    [[nodiscard]] bool allPaused() const
    {
        return !m_managers.isEmpty() && std::all_of(m_managers.cbegin(), m_managers.cend(),
                                                    [this](Manager manager) { return isPaused(manager); });
    }

    ProbeContext &m_context;
    ManagedChange m_change;
    QList<Manager> m_managers;
    QStringList m_found, m_suspected, m_repmgrdPaused, m_unseen;
    bool m_repmgrdActs = false;
    QList<Route> m_routes;
};

} // namespace

Probe managersProbe(ManagedChange change)
{
    return after({}, goodFor(surroundingsLast, {.id = key("managers"), .look = [change](ProbeContext &context) {
                                                    return Result<QVariantMap>(Search(context, change).result());
                                                }}));
}

Probe managersProbe()
{
    return managersProbe(ManagedChange::Other);
}

} // namespace howdah::library
