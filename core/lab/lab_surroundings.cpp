#include "core/lab/lab_surroundings.h"

#include "core/base/wake_up.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
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

struct Process
{
    int pid = 0, parent = 0;
    QStringList words; ///< its command line
};

QByteArray contentOf(int pid, const char *name)
{
    QFile file(QStringLiteral("/proc/%1/%2").arg(pid).arg(QLatin1String(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Process processOf(int pid)
{
    const QByteArray state = contentOf(pid, "stat"); // its name, in brackets, may hold anything
    return {.pid = pid,
            .parent = state.mid(state.lastIndexOf(')') + 2).split(' ').value(1).toInt(),
            .words = QString::fromUtf8(contentOf(pid, "cmdline")).split(QChar::Null, Qt::SkipEmptyParts)};
}

/// "python3 /usr/bin/patroni …" is patroni, and "pg_autoctl: node active" a child of pg_autoctl.
bool isManager(const Process &process)
{
    const auto nameOf = [](const QString &word) { return QFileInfo(word.section(QLatin1Char(':'), 0, 0)).fileName(); };
    const QString first = nameOf(process.words.value(0));
    return managers().contains(first.startsWith(QLatin1String("python")) ? nameOf(process.words.value(1)) : first);
}

bool names(const Process &process, const QString &directory)
{
    const QString inside = directory + QLatin1Char('/');
    return std::any_of(process.words.begin(), process.words.end(),
                       [&inside](const QString &word) { return word.contains(inside); });
}

/// Those that name the directory, and their children, whatever these call themselves.
QList<int> managersOf(const QString &directory)
{
    QList<Process> all;
    for (const QString &name : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs))
        if (const int pid = name.toInt(); pid > 0)
            if (const Process process = processOf(pid); isManager(process))
                all << process;
    QList<int> found;
    for (qsizetype before = -1; before != found.size();) {
        before = found.size();
        for (const Process &process : all)
            if (!found.contains(process.pid) && (names(process, directory) || found.contains(process.parent)))
                found << process.pid;
    }
    return found;
}

/// Held by a descriptor, so that the signal can never reach a later process of the same number.
Result<void> endProcess(int pid, const Deadline &deadline, const std::stop_token &stop)
{
    const int held = static_cast<int>(::syscall(SYS_pidfd_open, pid, 0));
    if (held < 0)
        return {};
    pollfd end{.fd = held, .events = POLLIN, .revents = 0};
    bool gone = !isManager(processOf(pid));
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
    for (const int pid : managersOf(lab.directory))
        if (const Result<void> ended = endProcess(pid, deadline, stop); !ended)
            return ended;
    return {};
}

Result<void> removeSchedules(Host &host, const Lab &lab, const Deadline &deadline)
{
    if (const Result<void> lines = runScript(host, crontabScript, lab, lab.systemUser, deadline); !lines)
        return lines;
    return ::geteuid() == 0 ? runScript(host, unitsScript, lab, {}, deadline) : Result<void>();
}

} // namespace howdah::lab_surroundings
