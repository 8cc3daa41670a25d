#include "core/hosts/local_host.h"

#include "core/hosts/child_process.h"
#include "core/hosts/command_files.h"
#include "core/hosts/file_errors.h"
#include "core/hosts/local_command.h"
#include "core/hosts/local_files.h"
#include "core/hosts/marked_tree.h"

#include <QCoreApplication>

#include <cerrno>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::LocalHost)
};

/// Runs "$@" for sudo, whose children we may not signal: when standard input closes (the console let go of it, or was
/// killed), all that it started gets TERM, and KILL a second later.
constexpr auto leashScript = R"sh(exec 3<&0 </dev/null
command -v -- "$1" >/dev/null || { echo "$1: No such file or directory" >&2; exit 127; }
( read -r _ <&3; trap '' TERM; kill -TERM 0; sleep 1; kill -KILL 0 ) >/dev/null 2>&1 &
leash=$!
"$@" 3<&-
code=$?
kill -KILL $leash 2>/dev/null
exit $code)sh";
constexpr int commandNotFound = 127;

/// `command` as words for sudo: the clean environment and the directory are set on the other side, for sudo drops ours.
QStringList sudoWords(const Command &command, const QString &home, bool onLeash)
{
    QStringList words{QStringLiteral("sudo"), QStringLiteral("-n"),  QStringLiteral("-u"), command.asUser,
                      QStringLiteral("--"),   QStringLiteral("env"), QStringLiteral("-i")};
    words << QStringLiteral("--chdir=") +
                 (command.workingDirectory.isEmpty() ? QStringLiteral("/") : command.workingDirectory);
    words << QStringLiteral("PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin")
          << QStringLiteral("HOME=") + home << QStringLiteral("LANG=C.UTF-8");
    for (const auto &[name, value] : command.environment)
        words << name + QLatin1Char('=') + value;
    if (onLeash)
        words << QStringLiteral("setsid") << QStringLiteral("--wait") << QStringLiteral("sh") << QStringLiteral("-c")
              << QString::fromLatin1(leashScript) << QStringLiteral("howdah");
    return words + command.argv;
}

Error sudoError(const Command &command, const CommandOutcome &outcome)
{
    return Error{
        ErrorCode::NotPermitted,
        Tr::tr("The command \"%1\" cannot be run as the user \"%2\": sudo refuses without a password.")
            .arg(command.argv.first(), command.asUser),
        QString::fromUtf8(outcome.errorOutput).trimmed(),
        Tr::tr("Allow it in sudo's settings without a password (NOPASSWD), or start Howdah as \"%1\" or as root.")
            .arg(command.asUser),
        {}};
}

/// Whether PostgreSQL could listen there: with the same option as it sets, so that connections lately closed do not
/// count.
Result<bool> canListen(int family, const sockaddr *address, socklen_t length)
{
    const Descriptor socket(::socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (!socket.isOpen())
        return errno == EAFNOSUPPORT ? Result<bool>(true) : systemError(Tr::tr("No port can be tried"), errno);
    const int yes = 1;
    ::setsockopt(socket.number(), SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (family == AF_INET6)
        ::setsockopt(socket.number(), IPPROTO_IPV6, IPV6_V6ONLY, &yes, sizeof yes);
    if (::bind(socket.number(), address, length) == 0 && ::listen(socket.number(), 1) == 0)
        return true;
    if (errno == EADDRINUSE)
        return false;
    if (errno == EADDRNOTAVAIL) // IPv6 is switched off
        return true;
    return systemError(Tr::tr("It cannot be found whether the port is free"), errno);
}

class LocalHost final : public Host
{
public:
    QString id() const override { return QStringLiteral("local"); }
    QString label() const override { return Tr::tr("this machine"); }
    QStringList scriptPrefix(const QString &asUser) const override;

    Result<CommandOutcome> run(const Command &command, const Deadline &deadline, std::stop_token stop,
                               const OutputHandler &onOutput) override;

    Result<QByteArray> readFile(const QString &path, const As &as, const Deadline &deadline) override
    {
        return act(
            as, {path}, [&] { return local_files::readFile(path); },
            [&](CommandFiles files) { return files.readFile(path, deadline); });
    }
    Result<void> writeFile(const QString &path, const QByteArray &content, int mode, const As &as,
                           const Deadline &deadline) override
    {
        return act(
            as, {path}, [&] { return local_files::writeFile(path, content, mode); },
            [&](CommandFiles files) { return files.writeFile(path, content, mode, deadline); });
    }
    Result<FileStatus> status(const QString &path, const As &as, const Deadline &deadline) override
    {
        return act(
            as, {path}, [&] { return local_files::status(path); },
            [&](CommandFiles files) { return files.status(path, deadline); });
    }
    Result<QStringList> entries(const QString &directory, const As &as, const Deadline &deadline) override
    {
        return act(
            as, {directory}, [&] { return local_files::entries(directory); },
            [&](CommandFiles files) { return files.entries(directory, deadline); });
    }
    Result<void> makeDirectory(const QString &path, int mode, const As &as, const Deadline &deadline) override
    {
        return act(
            as, {path}, [&] { return local_files::makeDirectory(path, mode); },
            [&](CommandFiles files) { return files.makeDirectory(path, mode, deadline); });
    }
    Result<void> move(const QString &from, const QString &to, const As &as, const Deadline &deadline) override
    {
        return act(
            as, {from, to}, [&] { return local_files::move(from, to); },
            [&](CommandFiles files) { return files.move(from, to, deadline); });
    }
    Result<void> removeMarkedTree(const QString &directory, const QString &markerName, const QByteArray &markerContent,
                                  const As &as, const Deadline &deadline) override
    {
        return act(
            as, {directory}, [&] { return removeLocalMarkedTree(directory, markerName, markerContent); },
            [&](CommandFiles files) { return files.removeMarkedTree(directory, markerName, markerContent, deadline); });
    }
    Result<void> removeFile(const QString &path, const As &as, const Deadline &deadline) override
    {
        return act(
            as, {path}, [&] { return local_files::removeFile(path); },
            [&](CommandFiles files) { return files.removeFile(path, deadline); });
    }
    Result<SpaceStatus> space(const QString &path, const Deadline &deadline) override
    {
        Q_UNUSED(deadline)
        const Result<void> valid = checkPath(path);
        return valid ? local_files::space(path) : valid.error();
    }
    Result<bool> portIsFree(int port, const Deadline &deadline) override;
    Result<QString> loginUser(const Deadline &deadline) override
    {
        Q_UNUSED(deadline)
        return m_login.name;
    }

private:
    [[nodiscard]] bool isSelf(const QString &user) const { return user.isEmpty() || user == m_login.name; }
    [[nodiscard]] bool isRoot() const { return m_login.uid == 0; }
    [[nodiscard]] Result<CommandOutcome> runThroughSudo(const Command &command, const Deadline &deadline,
                                                        std::stop_token stop, const OutputHandler &onOutput);

    /// `directly` as the user asked for, where the system allows it; else `byCommand`.
    template <typename Directly, typename ByCommand>
    auto act(const As &as, const QStringList &paths, Directly directly, ByCommand byCommand) -> decltype(directly())
    {
        for (const QString &path : paths)
            if (const Result<void> valid = checkPath(path); !valid)
                return valid.error();
        if (isSelf(as.user))
            return directly();
        const Result<SystemUser> user = findSystemUser(as.user);
        if (!user)
            return user.error();
        if (!isRoot())
            return byCommand(CommandFiles(*this, as.user));
        const ActingAs acting(*user);
        if (!acting.succeeded())
            return Error{ErrorCode::NotPermitted,
                         Tr::tr("Files cannot be reached as the user \"%1\".").arg(as.user),
                         {},
                         {},
                         {}};
        return directly();
    }

    const SystemUser m_login = loginSystemUser();
};

QStringList LocalHost::scriptPrefix(const QString &asUser) const
{
    if (isSelf(asUser))
        return {};
    if (isRoot())
        return {QStringLiteral("runuser"), QStringLiteral("-u"), asUser, QStringLiteral("--")};
    return {QStringLiteral("sudo"), QStringLiteral("-u"), asUser, QStringLiteral("--")};
}

Result<CommandOutcome> LocalHost::run(const Command &command, const Deadline &deadline, std::stop_token stop,
                                      const OutputHandler &onOutput)
{
    if (isSelf(command.asUser))
        return runLocalCommand({command, std::nullopt, false}, deadline, stop, onOutput);
    const Result<SystemUser> user = findSystemUser(command.asUser);
    if (!user)
        return user.error();
    if (isRoot())
        return runLocalCommand({command, *user, false}, deadline, stop, onOutput);
    return runThroughSudo(command, deadline, stop, onOutput);
}

Result<CommandOutcome> LocalHost::runThroughSudo(const Command &command, const Deadline &deadline, std::stop_token stop,
                                                 const OutputHandler &onOutput)
{
    const Result<SystemUser> user = findSystemUser(command.asUser);
    if (!user)
        return user.error();
    const bool onLeash = !command.detached && command.input.isEmpty();
    Command wrapped = command;
    wrapped.argv = sudoWords(command, user->home, onLeash);
    wrapped.environment.clear();
    wrapped.workingDirectory.clear();
    Result<CommandOutcome> outcome = runLocalCommand({wrapped, std::nullopt, onLeash}, deadline, stop, onOutput);
    if (!outcome)
        return outcome;
    if (outcome->exitCode == 1 && outcome->errorOutput.startsWith("sudo: "))
        return sudoError(command, *outcome);
    if (outcome->exitCode == commandNotFound)
        return Error{ErrorCode::NotFound,
                     Tr::tr("The command \"%1\" is not there.").arg(command.argv.value(0)),
                     QString::fromUtf8(outcome->errorOutput).trimmed(),
                     {},
                     {}};
    return outcome;
}

Result<bool> LocalHost::portIsFree(int port, const Deadline &deadline)
{
    Q_UNUSED(deadline)
    if (port < 1 || port > 65535)
        return Error{ErrorCode::Invalid, Tr::tr("%1 is no port: ports go from 1 to 65535.").arg(port), {}, {}, {}};
    sockaddr_in everyIpv4 = {};
    everyIpv4.sin_family = AF_INET;
    everyIpv4.sin_port = htons(static_cast<in_port_t>(port));
    sockaddr_in6 everyIpv6 = {};
    everyIpv6.sin6_family = AF_INET6;
    everyIpv6.sin6_port = htons(static_cast<in_port_t>(port));
    const Result<bool> ipv4 = canListen(AF_INET, reinterpret_cast<const sockaddr *>(&everyIpv4), sizeof everyIpv4);
    if (!ipv4 || !*ipv4)
        return ipv4;
    return canListen(AF_INET6, reinterpret_cast<const sockaddr *>(&everyIpv6), sizeof everyIpv6);
}

} // namespace

std::shared_ptr<Host> makeLocalHost()
{
    return std::make_shared<LocalHost>();
}

} // namespace howdah
