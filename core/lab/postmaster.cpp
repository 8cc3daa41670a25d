#include "core/lab/postmaster.h"

#include "core/base/wake_up.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <csignal>
#include <poll.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <utility>

namespace howdah {

namespace {

/// The fourth field of /proc/PID/stat; what stands before, a name in brackets, may hold anything.
int parentOf(const QString &pid)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray line = file.readAll();
    return line.mid(line.lastIndexOf(')') + 2).split(' ').value(1).toInt();
}

int firstLineNumber(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readLine().trimmed().toInt() : 0;
}

} // namespace

std::optional<Postmaster> Postmaster::of(const QString &dataDirectory)
{
    const int pid = firstLineNumber(dataDirectory + QStringLiteral("/postmaster.pid"));
    if (pid <= 0)
        return {};
    // Held first, looked at then: a server works in its data directory, another process of that number does not.
    Postmaster found(pid, static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)));
    const QString working = QFile::symLinkTarget(QStringLiteral("/proc/%1/cwd").arg(pid));
    if (found.m_descriptor < 0 || working.isEmpty() || working != QFileInfo(dataDirectory).canonicalFilePath())
        return {};
    return found;
}

Postmaster::Postmaster(Postmaster &&other) noexcept
    : m_pid(other.m_pid)
    , m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

Postmaster::~Postmaster()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

QList<int> Postmaster::children() const
{
    QList<int> pids;
    for (const QString &entry : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs))
        if (entry.at(0).isDigit() && parentOf(entry) == m_pid)
            pids << entry.toInt();
    return pids;
}

bool Postmaster::signal(int number) const
{
    return ::syscall(SYS_pidfd_send_signal, m_descriptor, number, nullptr, 0) == 0;
}

bool Postmaster::waitForEnd(const Deadline &deadline, const std::stop_token &stop) const
{
    const WakeUp wakeUp(stop);
    return waitFor(m_descriptor, POLLIN, deadline, wakeUp) == WaitOutcome::Ready;
}

void Postmaster::resume() const
{
    signal(SIGCONT);
    for (const int child : children())
        ::kill(child, SIGCONT);
}

void Postmaster::crash() const
{
    const QList<int> all = children();
    signal(SIGKILL);
    // Not reaped by anybody yet, or children of init by now: their numbers are still theirs in these microseconds.
    for (const int child : all)
        ::kill(child, SIGKILL);
}

} // namespace howdah
