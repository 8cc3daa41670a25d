#include "core/hosts/local_command.h"

#include "core/base/wake_up.h"
#include "core/hosts/child_process.h"
#include "core/hosts/command_streams.h"
#include "core/hosts/file_errors.h"

#include <QCoreApplication>

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::LocalCommand)
};

constexpr Milliseconds graceAfterTerm{1000};
constexpr Milliseconds graceAfterKill{3000};
// A command that left something behind with its output open (a server without -l) is not waited for longer than this.
constexpr Milliseconds graceForHeldOutput{200};
constexpr Milliseconds pauseBetweenLooks{250};

enum class Ended { ByItself, TimedOut, Stopped };

/// A command under way: its process, what it writes, and the way to end it.
class RunningCommand
{
public:
    RunningCommand(const LocalRun &run, const OutputHandler &onOutput)
        : m_run(run)
        , m_onOutput(onOutput)
    {
    }

    [[nodiscard]] Result<void> start();
    /// Reads until process and outputs have ended.
    [[nodiscard]] Ended pump(const Deadline &deadline, const std::stop_token &stop);
    void end();
    [[nodiscard]] CommandOutcome reap();

private:
    [[nodiscard]] Result<void> openStreams(ChildRequest &request);
    [[nodiscard]] Descriptor openInput();
    /// Of one that is detached: its outputs are files, which nothing announces.
    void readFiles();

    const LocalRun &m_run;
    const OutputHandler &m_onOutput;
    Descriptor m_input, m_outputWriting, m_errorWriting; // the child's; closed here once it has them
    Descriptor m_leash;
    std::array<CommandStream, 2> m_streams{CommandStream{OutputStream::Standard, Descriptor(), {}},
                                           CommandStream{OutputStream::Error, Descriptor(), {}}};
    Descriptor m_process; // readable once the process has ended
    pid_t m_pid = 0;
    bool m_processEnded = false;
};

QByteArrayList environmentOf(const LocalRun &run)
{
    // Another user's commands are looked up where the system has them, not where the console's user likes to.
    static const QString systemPath = QStringLiteral("/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
    QList<QPair<QString, QString>> variables{
        {QStringLiteral("PATH"), run.user ? systemPath : qEnvironmentVariable("PATH", systemPath)},
        {QStringLiteral("HOME"), run.user ? run.user->home : loginSystemUser().home},
        {QStringLiteral("LANG"), QStringLiteral("C.UTF-8")}};
    for (const auto &[name, value] : run.command.environment) {
        variables.removeIf([&name = name](const auto &variable) { return variable.first == name; });
        variables.append({name, value});
    }
    QByteArrayList words;
    for (const auto &[name, value] : variables)
        words << (name + QLatin1Char('=') + value).toUtf8();
    return words;
}

/// With a place of its own in the file, or reading would move the one where the command writes.
Descriptor readingFrom(const Descriptor &file)
{
    return Descriptor(
        ::open(QByteArray("/proc/self/fd/" + QByteArray::number(file.number())).constData(), O_RDONLY | O_CLOEXEC));
}

Descriptor RunningCommand::openInput()
{
    if (m_run.onLeash) {
        Pipe leash = Pipe::make();
        m_leash = std::move(leash.writing);
        return std::move(leash.reading);
    }
    if (m_run.command.input.isEmpty())
        return Descriptor(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    Descriptor input = memoryFile();
    if (!writeAll(input.number(), m_run.command.input))
        return Descriptor();
    ::lseek(input.number(), 0, SEEK_SET);
    return input;
}

Result<void> RunningCommand::openStreams(ChildRequest &request)
{
    m_input = openInput();
    if (m_run.command.detached) {
        // A server inherits these and outlives us: a pipe would break under it, and keep us waiting for its end.
        m_outputWriting = memoryFile();
        m_errorWriting = memoryFile();
        m_streams[0].reading = readingFrom(m_outputWriting);
        m_streams[1].reading = readingFrom(m_errorWriting);
    } else {
        Pipe output = Pipe::make(), error = Pipe::make();
        m_outputWriting = std::move(output.writing);
        m_errorWriting = std::move(error.writing);
        m_streams[0].reading = std::move(output.reading);
        m_streams[1].reading = std::move(error.reading);
    }
    if (!m_input.isOpen() || !m_outputWriting.isOpen() || !m_errorWriting.isOpen())
        return systemError(Tr::tr("No command can be started"), errno);
    request.input = m_input.number();
    request.output = m_outputWriting.number();
    request.error = m_errorWriting.number();
    return {};
}

Result<void> RunningCommand::start()
{
    const Command &command = m_run.command;
    ChildRequest request;
    for (const QString &word : command.argv)
        request.argv << word.toUtf8();
    request.environment = environmentOf(m_run);
    request.workingDirectory =
        command.workingDirectory.isEmpty() ? QByteArrayLiteral("/") : command.workingDirectory.toUtf8();
    request.user = m_run.user;
    request.endsWithParent = !command.detached;
    if (const Result<void> opened = openStreams(request); !opened)
        return opened.error();
    const Result<pid_t> started = startChild(request);
    if (!started)
        return started.error();
    m_pid = *started;
    m_process = openProcess(m_pid);
    if (!m_process.isOpen()) {
        // Its end could never be heard.
        const int number = errno;
        ::kill(-m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
        return systemError(Tr::tr("No command can be started"), number);
    }
    m_input.close();
    m_outputWriting.close();
    m_errorWriting.close();
    return {};
}

Ended RunningCommand::pump(const Deadline &deadline, const std::stop_token &stop)
{
    const WakeUp wakeUp(stop);
    // Another process may hold the output of one that has ended.
    Deadline limit = m_processEnded ? deadline.cappedAt(graceForHeldOutput) : deadline;
    while (true) {
        const auto watched = [this](const CommandStream &stream) {
            return m_run.command.detached ? -1 : stream.reading.number(); // poll() skips negative ones
        };
        std::array<pollfd, 4> waiting{
            pollfd{wakeUp.descriptor(), POLLIN, 0}, pollfd{m_processEnded ? -1 : m_process.number(), POLLIN, 0},
            pollfd{watched(m_streams[0]), POLLIN, 0}, pollfd{watched(m_streams[1]), POLLIN, 0}};
        if (m_processEnded && waiting[2].fd < 0 && waiting[3].fd < 0)
            return Ended::ByItself;
        const bool looksItself = m_run.command.detached && m_onOutput && !m_processEnded;
        const int ready = ::poll(waiting.data(), waiting.size(),
                                 (looksItself ? limit.cappedAt(pauseBetweenLooks) : limit).pollTimeout());
        if (looksItself)
            readFiles();
        if (ready < 0 && errno == EINTR)
            continue;
        if (waiting[0].revents != 0)
            return Ended::Stopped;
        if (limit.expired())
            return m_processEnded ? Ended::ByItself : Ended::TimedOut;
        for (size_t index : {size_t{0}, size_t{1}})
            if (waiting[2 + index].revents != 0 && !m_streams[index].readChunk(m_onOutput))
                m_streams[index].reading.close();
        if (waiting[1].revents != 0) {
            m_processEnded = true;
            limit = limit.cappedAt(graceForHeldOutput);
        }
    }
}

void RunningCommand::end()
{
    // The process is not reaped before reap(), so its number, and its group's, cannot be another's by now.
    m_leash.close();
    ::kill(-m_pid, SIGTERM);
    [[maybe_unused]] const Ended gently = pump(Deadline::after(graceAfterTerm), {});
    ::kill(-m_pid, SIGKILL);
    [[maybe_unused]] const Ended hard = pump(Deadline::after(graceAfterKill), {});
}

void RunningCommand::readFiles()
{
    for (CommandStream &stream : m_streams)
        while (stream.readChunk(m_onOutput))
            ;
}

CommandOutcome RunningCommand::reap()
{
    if (m_run.command.detached)
        readFiles();
    CommandOutcome outcome;
    int status = 0;
    // One that not even KILL ended (waiting for a dead disk) must not hold us too.
    if (m_processEnded && ::waitpid(m_pid, &status, 0) == m_pid) {
        outcome.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
        outcome.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    }
    outcome.output = m_streams[0].lastPart();
    outcome.errorOutput = m_streams[1].lastPart();
    return outcome;
}

Error unfinished(Ended ended, const Command &command, const CommandOutcome &outcome)
{
    const QString program = command.argv.first();
    const QString words = QString::fromUtf8(outcome.errorOutput.right(2000)).trimmed();
    if (ended == Ended::Stopped)
        return Error{ErrorCode::Stopped,
                     Tr::tr("The command \"%1\" was stopped before its end, as asked.").arg(program),
                     words,
                     {},
                     {}};
    return Error{ErrorCode::TimedOut,
                 Tr::tr("The command \"%1\" did not end in its time and was stopped.").arg(program),
                 words,
                 {},
                 {}};
}

} // namespace

Result<CommandOutcome> runLocalCommand(const LocalRun &run, const Deadline &deadline, std::stop_token stop,
                                       const OutputHandler &onOutput)
{
    if (run.command.argv.isEmpty() || run.command.argv.first().isEmpty())
        return Error{ErrorCode::Invalid, Tr::tr("There is no command to run."), {}, {}, {}};
    if (stop.stop_requested())
        return unfinished(Ended::Stopped, run.command, {});
    RunningCommand running(run, onOutput);
    if (const Result<void> started = running.start(); !started)
        return started.error();
    const Ended ended = running.pump(deadline, stop);
    if (ended != Ended::ByItself)
        running.end();
    CommandOutcome outcome = running.reap();
    if (ended != Ended::ByItself)
        return unfinished(ended, run.command, outcome);
    return outcome;
}

} // namespace howdah
