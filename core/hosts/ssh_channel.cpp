#include "core/hosts/ssh_channel.h"

#include "core/hosts/child_process.h"
#include "core/hosts/file_errors.h"
#include "core/hosts/local_command.h"
#include "core/hosts/ssh_errors.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <cerrno>
#include <cstring>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/un.h>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::SshChannel)
};

constexpr Milliseconds goodbye{2000};
constexpr int attemptsToForward = 5;
constexpr Milliseconds patienceWithSilence{15000}; // of a master: ServerAliveInterval times ServerAliveCountMax

/// The path of a socket may have some hundred characters only, and ssh adds some of its own.
QString directoryTemplate()
{
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    const bool usable = runtime.startsWith(QLatin1Char('/')) && runtime.size() < 50 && QFileInfo(runtime).isWritable();
    return (usable ? runtime : QStringLiteral("/tmp")) + QStringLiteral("/howdah-ssh-XXXXXX");
}

Error notWaitedFor(const QString &destination, const std::stop_token &stop)
{
    if (stop.stop_requested())
        return Error{ErrorCode::Stopped, Tr::tr("Connecting to \"%1\" was stopped, as asked.").arg(destination)};
    return Error{ErrorCode::TimedOut, Tr::tr("\"%1\" was not connected in time.").arg(destination)};
}

int freeLoopbackPort()
{
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    const Descriptor socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    auto *const place = reinterpret_cast<sockaddr *>(&address);
    if (::bind(socket.number(), place, length) != 0 || ::getsockname(socket.number(), place, &length) != 0)
        return 0;
    return ntohs(address.sin_port);
}

} // namespace

SshChannel::SshChannel(SshDestination destination)
    : m_destination(std::move(destination))
    , m_directory(directoryTemplate())
    , m_silence(m_destination.name)
{
}

SshChannel::~SshChannel()
{
    if (QFile::exists(socketPath())) [[maybe_unused]]
        const auto ended = runLocalCommand({ssh({QStringLiteral("-O"), QStringLiteral("exit")}), std::nullopt, false},
                                           Deadline::after(goodbye), {}, {});
}

QString SshChannel::socketPath() const
{
    return m_directory.filePath(QStringLiteral("s"));
}

QString SshChannel::logPath() const
{
    return m_directory.filePath(QStringLiteral("log"));
}

Command SshChannel::ssh(const QStringList &options, const QString &line) const
{
    return sshCommand(m_destination, QStringList{QStringLiteral("-S"), socketPath()} + options, line);
}

Command SshChannel::commandFor(const QString &line) const
{
    // Where the master takes no more sessions, or died this moment, ssh connects by itself: to a machine that answered
    // a moment ago, or not at all.
    return ssh({QStringLiteral("-o"), QStringLiteral("ControlMaster=no"), QStringLiteral("-o"),
                QStringLiteral("ConnectTimeout=5")},
               line);
}

void SshChannel::fellSilent(Milliseconds waited)
{
    const std::scoped_lock lock(m_mutex);
    m_silence.note(waited);
}

bool SshChannel::answers() const
{
    // A master that was killed leaves its socket behind.
    const QByteArray path = QFile::encodeName(socketPath());
    sockaddr_un address = {};
    if (static_cast<size_t>(path.size()) >= sizeof address.sun_path)
        return false;
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.constData(), static_cast<size_t>(path.size()));
    const Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    return ::connect(socket.number(), reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
}

Result<void> SshChannel::open(const Deadline &deadline, const std::stop_token &stop)
{
    if (!m_directory.isValid())
        return systemError(Tr::tr("No directory for the connection to \"%1\" can be made").arg(m_destination.name),
                           EACCES);
    std::unique_lock lock(m_mutex);
    while (m_connecting) {
        const Milliseconds patience = deadline.cappedAt(std::chrono::hours(1)).remaining();
        if (!m_attemptEnded.wait_for(lock, stop, patience, [this] { return !m_connecting; }))
            return notWaitedFor(m_destination.name, stop);
        if (m_failure)
            return *m_failure;
        if (const std::optional<Error> silent = m_silence.error())
            return *silent;
    }
    if (answers())
        return {};
    noteHowTheLastOneEnded();
    if (const std::optional<Error> silent = m_silence.error())
        return *silent;
    m_connecting = true;
    lock.unlock();
    const SteadyClock::time_point began = SteadyClock::now();
    const Result<void> connected = connect(deadline, stop);
    lock.lock();
    m_connecting = false;
    m_failure.reset();
    if (connected)
        m_silence.forget();
    else if (connected.error().code == ErrorCode::Unreachable || connected.error().code == ErrorCode::TimedOut)
        m_silence.note(std::chrono::duration_cast<Milliseconds>(SteadyClock::now() - began));
    // What came of somebody else's deadline or stop says nothing to those who waited.
    if (!connected && connected.error().code != ErrorCode::Stopped && connected.error().code != ErrorCode::TimedOut)
        m_failure = connected.error();
    m_attemptEnded.notify_all();
    return connected;
}

/// The master that gives up a machine says so, long after it has left our hearing, in its log.
void SshChannel::noteHowTheLastOneEnded()
{
    QFile log(logPath());
    if (!log.open(QIODevice::ReadOnly) || !log.readAll().contains("not responding"))
        return;
    const qint64 ago = log.fileTime(QFileDevice::FileModificationTime).msecsTo(QDateTime::currentDateTime());
    m_silence.note(patienceWithSilence, Milliseconds{std::max<qint64>(0, ago)});
    log.remove();
}

Result<void> SshChannel::connect(const Deadline &deadline, const std::stop_token &stop)
{
    QFile::remove(socketPath());
    QFile::remove(logPath());
    Command master = ssh({QStringLiteral("-M"), QStringLiteral("-N"), QStringLiteral("-f"), QStringLiteral("-E"),
                          logPath(), QStringLiteral("-o"), QStringLiteral("ControlPersist=300")});
    master.detached = true;
    const Result<CommandOutcome> outcome = runLocalCommand({master, std::nullopt, false}, deadline, stop, {});
    if (!outcome)
        return outcome.error();
    if (outcome->succeeded()) {
        ++m_connectionNumber;
        return {};
    }
    QFile log(logPath());
    const QByteArray words = outcome->errorOutput + (log.open(QIODevice::ReadOnly) ? log.readAll() : QByteArray());
    if (saysUnknownHostKey(words))
        return unknownHostKeyError(m_destination.name, shownHostKey(deadline, stop), words);
    return sshError(m_destination.name, words);
}

Result<int> SshChannel::forward(const QString &address, int port, const Deadline &deadline, const std::stop_token &stop)
{
    // The master is asked, no connection is made: of the configuration nothing is needed, and its own forwardings would
    // be asked for too.
    const SshDestination master{m_destination.name, QStringLiteral("/dev/null")};
    QByteArray words;
    for (int attempt = 0; attempt < attemptsToForward; ++attempt) {
        const int local = freeLoopbackPort(); // somebody may take it before ssh does
        const QString way = QStringLiteral("127.0.0.1:%1:%2:%3").arg(QString::number(local), address).arg(port);
        const Command command = sshCommand(
            master, {QStringLiteral("-S"), socketPath(), QStringLiteral("-O"), QStringLiteral("forward"),
                     QStringLiteral("-o"), QStringLiteral("ClearAllForwardings=no"), QStringLiteral("-L"), way});
        const Result<CommandOutcome> outcome = runLocalCommand({command, std::nullopt, false}, deadline, stop, {});
        if (!outcome)
            return outcome.error();
        if (outcome->succeeded())
            return local;
        words = outcome->errorOutput;
    }
    return Error{ErrorCode::Unreachable,
                 Tr::tr("ssh does not forward port %1 of \"%2\".").arg(QString::number(port), m_destination.name),
                 QString::fromUtf8(words).trimmed(),
                 Tr::tr("See whether its SSH server allows it (AllowTcpForwarding)."),
                 {}};
}

/// ssh names the key that it refused only when told to be verbose.
QString SshChannel::shownHostKey(const Deadline &deadline, const std::stop_token &stop) const
{
    const Command command =
        ssh({QStringLiteral("-v"), QStringLiteral("-o"), QStringLiteral("ControlMaster=no")}, QStringLiteral("true"));
    const Result<CommandOutcome> outcome = runLocalCommand({command, std::nullopt, false}, deadline, stop, {});
    if (!outcome)
        return {};
    static const QRegularExpression shown(QStringLiteral("Server host key: (\\S+) (\\S+)"));
    QString key; // with jump hosts in between, the last is the one that was refused
    for (auto found = shown.globalMatch(QString::fromUtf8(outcome->errorOutput)); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        key = match.captured(1) + QLatin1Char(' ') + match.captured(2);
    }
    return key;
}

} // namespace howdah
