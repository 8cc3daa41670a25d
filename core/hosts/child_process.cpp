#include "core/hosts/child_process.h"

#include "core/hosts/file_errors.h"

#include <QCoreApplication>

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <grp.h>
#include <linux/close_range.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::ChildProcess)
};

enum class Stage : int { Streams, User, Directory, Program };

/// What the child tells its parent when it cannot become the program.
struct Failure
{
    Stage stage;
    int number;
};

/// Everything the child needs, laid out before the fork: with other threads about, the child may not allocate.
struct Prepared
{
    QByteArray program;
    std::vector<char *> argv, environment;
    const ChildRequest &request;
    int failures;
    pid_t parent;
};

std::vector<char *> pointers(const QByteArrayList &words)
{
    std::vector<char *> all;
    all.reserve(static_cast<size_t>(words.size()) + 1);
    for (const QByteArray &word : words)
        all.push_back(const_cast<char *>(word.constData()));
    all.push_back(nullptr);
    return all;
}

QByteArray searchPath(const QByteArrayList &environment)
{
    for (const QByteArray &variable : environment)
        if (variable.startsWith("PATH="))
            return variable.mid(5);
    return {};
}

/// The first executable file of that name in PATH; the name itself when there is none, so that exec reports it.
QByteArray programFile(const QByteArray &name, const QByteArrayList &environment)
{
    if (name.contains('/'))
        return name;
    for (const QByteArray &directory : searchPath(environment).split(':')) {
        const QByteArray candidate = directory + '/' + name;
        struct stat status = {};
        if (!directory.isEmpty() && ::stat(candidate.constData(), &status) == 0 && S_ISREG(status.st_mode) &&
            (status.st_mode & 0111) != 0)
            return candidate;
    }
    return name;
}

// From here to exec: async-signal-safe calls only.

[[noreturn]] void giveUp(const Prepared &prepared, Stage stage)
{
    const Failure failure{stage, errno};
    [[maybe_unused]] const auto written = ::write(prepared.failures, &failure, sizeof failure);
    ::_exit(127);
}

void takeDefaultSignals()
{
    for (int number = 1; number < NSIG; ++number)
        ::signal(number, SIG_DFL); // fails for KILL and STOP, which have no other
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
}

[[noreturn]] void becomeProgram(const Prepared &prepared)
{
    const ChildRequest &request = prepared.request;
    ::setsid();
    if (::dup2(request.input, STDIN_FILENO) < 0 || ::dup2(request.output, STDOUT_FILENO) < 0 ||
        ::dup2(request.error, STDERR_FILENO) < 0)
        giveUp(prepared, Stage::Streams);
    ::close_range(3, ~0U, CLOSE_RANGE_CLOEXEC);
    if (request.user && (::setgroups(request.user->groups.size(), request.user->groups.data()) != 0 ||
                         ::setgid(request.user->gid) != 0 || ::setuid(request.user->uid) != 0))
        giveUp(prepared, Stage::User);
    ::umask(022);
    if (request.endsWithParent) {
        // After setuid(): a change of user clears it. It follows the thread that forked, not the process; that thread
        // waits for us.
        ::prctl(PR_SET_PDEATHSIG, SIGTERM);
        if (::getppid() != prepared.parent)
            ::_exit(127); // killed in between: nobody is left to tell
    }
    if (::chdir(request.workingDirectory.constData()) != 0)
        giveUp(prepared, Stage::Directory);
    takeDefaultSignals();
    ::execve(prepared.program.constData(), prepared.argv.data(), prepared.environment.data());
    giveUp(prepared, Stage::Program);
}

// Back in the parent.

Error failureError(const Failure &failure, const ChildRequest &request)
{
    const QString program = QString::fromUtf8(request.argv.first());
    switch (failure.stage) {
    case Stage::User:
        return systemError(
            Tr::tr("The command \"%1\" cannot be run as the user \"%2\"").arg(program, request.user->name),
            failure.number);
    case Stage::Directory:
        return systemError(Tr::tr("The command \"%1\" cannot be run in the directory %2")
                               .arg(program, QString::fromUtf8(request.workingDirectory)),
                           failure.number);
    case Stage::Streams:
    case Stage::Program:
        break;
    }
    Error error = systemError(Tr::tr("The command \"%1\" cannot be run").arg(program), failure.number);
    if (error.code == ErrorCode::NotFound)
        error.hint = Tr::tr("Install the package that has it, or give the directory where it is.");
    return error;
}

pid_t forkWithSignalsHeld(const Prepared &prepared)
{
    // A handler of ours must not run in the child before it has dropped them.
    sigset_t all, before;
    ::sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, &before);
    const pid_t child = ::fork();
    if (child == 0)
        becomeProgram(prepared);
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
    return child;
}

} // namespace

void Descriptor::close()
{
    if (m_number >= 0)
        ::close(std::exchange(m_number, -1));
}

Pipe Pipe::make()
{
    std::array<int, 2> ends{-1, -1};
    [[maybe_unused]] const int made = ::pipe2(ends.data(), O_CLOEXEC);
    return Pipe{Descriptor(ends[0]), Descriptor(ends[1])};
}

Descriptor openProcess(pid_t pid)
{
    // By number: glibc 2.36 declares pidfd_open() without C linkage.
    return Descriptor(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)));
}

Result<pid_t> startChild(const ChildRequest &request)
{
    for (const QByteArray &word : request.argv + request.environment)
        if (word.contains('\0'))
            return Error{ErrorCode::Invalid,
                         Tr::tr("A word of the command \"%1\" holds a NUL character, which no program can be given.")
                             .arg(QString::fromUtf8(request.argv.first()))};
    Pipe failures = Pipe::make();
    if (!failures.writing.isOpen())
        return systemError(Tr::tr("No command can be started"), errno);
    const Prepared prepared{programFile(request.argv.first(), request.environment),
                            pointers(request.argv),
                            pointers(request.environment),
                            request,
                            failures.writing.number(),
                            ::getpid()};
    const pid_t child = forkWithSignalsHeld(prepared);
    if (child < 0)
        return systemError(Tr::tr("No command can be started"), errno);
    failures.writing.close();
    Failure failure{};
    ssize_t got = 0;
    do
        got = ::read(failures.reading.number(), &failure, sizeof failure);
    while (got < 0 && errno == EINTR);
    if (got != static_cast<ssize_t>(sizeof failure))
        return child; // the pipe closed on exec
    ::waitpid(child, nullptr, 0);
    return failureError(failure, request);
}

} // namespace howdah
