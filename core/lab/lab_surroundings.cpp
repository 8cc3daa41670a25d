#include "core/lab/lab_surroundings.h"

#include "core/base/wake_up.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <csignal>
#include <poll.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace howdah::lab_surroundings {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::LabSurroundings)
};

const QStringList &managers()
{
    static const QStringList programs{QStringLiteral("patroni"), QStringLiteral("patroni_raft_controller"),
                                      QStringLiteral("etcd"), QStringLiteral("repmgrd"), QStringLiteral("pg_autoctl")};
    return programs;
}

/// "python3 /usr/bin/patroni …" is patroni.
bool isManagerOf(const QString &directory, qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/cmdline").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return false;
    QStringList words = QString::fromUtf8(file.readAll()).split(QChar::Null, Qt::SkipEmptyParts);
    if (words.value(0).section(QLatin1Char('/'), -1).startsWith(QLatin1String("python")))
        words.removeFirst();
    if (words.isEmpty() || !managers().contains(QFileInfo(words.takeFirst()).fileName()))
        return false;
    const QString inside = directory + QLatin1Char('/');
    return std::any_of(words.begin(), words.end(), [&inside](const QString &word) { return word.contains(inside); });
}

/// Held by a descriptor, so that the signal can never reach a later process of the same number.
Result<void> endProcess(const QString &directory, int pid, const Deadline &deadline, const std::stop_token &stop)
{
    const int held = static_cast<int>(::syscall(SYS_pidfd_open, pid, 0));
    if (held < 0)
        return {};
    pollfd end{.fd = held, .events = POLLIN, .revents = 0};
    bool gone = !isManagerOf(directory, pid);
    if (!gone)
        ::syscall(SYS_pidfd_send_signal, held, SIGKILL, nullptr, 0);
    while (!gone && !deadline.expired() && sleepUnlessStopped(Milliseconds{5}, stop))
        gone = ::poll(&end, 1, 0) > 0; // a zombie counts as ended: it starts nothing
    ::close(held);
    if (gone)
        return {};
    return Error{ErrorCode::TimedOut,
                 Tr::tr("The process %1, which manages servers of this lab, cannot be ended.").arg(pid),
                 {},
                 {},
                 {}};
}

// $1 the lab's directory with a slash at its end. Howdah's own lines have a comment above them, which goes with its
// line.
constexpr auto crontabScript = R"sh(all=$(crontab -l 2>/dev/null) || exit 0
case $all in *"$1"*) ;; *) exit 0 ;; esac
others=$(printf '%s\n' "$all" | INSIDE=$1 awk '
    held != "" { if (!index($0, ENVIRON["INSIDE"])) print held; held = "" }
    index($0, ENVIRON["INSIDE"]) { next }
    /^# Howdah: / { held = $0; next }
    { print }
    END { if (held != "") print held }')
if [ -z "$others" ]; then crontab -r; else printf '%s\n' "$others" | crontab -; fi)sh";

constexpr auto unitsScript = R"sh(cd /etc/systemd/system 2>/dev/null || exit 0
for service in *.service; do
    grep -qsF -- "$1" "$service" && grep -qsE '^# Written by Howdah|received by pg_receivewal' "$service" || continue
    unit=${service%.service}
    for one in "$unit.timer" "$service"; do
        [ ! -f "$one" ] || systemctl disable --now --quiet "$one" || exit
        rm -f -- "$one"
    done
    systemctl daemon-reload || exit
done)sh";

Result<void> runScript(Host &host, const char *script, const Lab &lab, const QString &user, const Deadline &deadline)
{
    const Result<CommandOutcome> done =
        runChecked(host,
                   {.argv = {QStringLiteral("sh"), QStringLiteral("-c"), QString::fromLatin1(script),
                             QStringLiteral("howdah"), lab.directory + QLatin1Char('/')},
                    .asUser = user},
                   deadline);
    return done ? Result<void>() : done.error();
}

} // namespace

Result<void> endManagers(const Lab &lab, const Deadline &deadline, std::stop_token stop)
{
    for (const QString &name : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        bool isNumber = false;
        const int pid = name.toInt(&isNumber);
        if (isNumber && isManagerOf(lab.directory, pid))
            if (const Result<void> ended = endProcess(lab.directory, pid, deadline, stop); !ended)
                return ended;
    }
    return {};
}

Result<void> removeSchedules(Host &host, const Lab &lab, const Deadline &deadline)
{
    if (const Result<void> lines = runScript(host, crontabScript, lab, lab.systemUser, deadline); !lines)
        return lines;
    return ::geteuid() == 0 ? runScript(host, unitsScript, lab, {}, deadline) : Result<void>();
}

} // namespace howdah::lab_surroundings
