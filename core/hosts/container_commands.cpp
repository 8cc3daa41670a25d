#include "core/hosts/container_commands.h"

#include "core/base/wake_up.h"
#include "core/hosts/container_companion.h"

#include <QCoreApplication>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::ContainerCommands)
};

constexpr int attemptsBeside = 10;
constexpr int attemptsToFindUser = 3;
constexpr Milliseconds pauseBetween{200};

} // namespace

std::optional<ContainerState> ContainerCommands::knownState() const
{
    const std::scoped_lock lock(m_mutex);
    return m_known;
}

QString ContainerCommands::engine() const
{
    if (const std::optional<ContainerState> known = knownState())
        return known->engine;
    return m_engine.isEmpty() ? containerEngines().value(0, QStringLiteral("podman")) : m_engine;
}

Result<ContainerState> ContainerCommands::state(const Deadline &deadline, const std::stop_token &stop)
{
    Result<ContainerState> state = inspectContainer(m_engine, m_name, deadline, stop);
    if (state && !m_volume.isEmpty()) {
        state->besideVolume = m_volume;
        state->mounts << QString::fromLatin1(besideVolumeMount);
    }
    const std::scoped_lock lock(m_mutex);
    if (state)
        m_known = *state;
    else
        m_known.reset();
    return state;
}

Result<CommandOutcome> ContainerCommands::run(const Command &command, const Deadline &deadline,
                                              const std::stop_token &stop, const OutputHandler &onOutput)
{
    if (command.argv.isEmpty() || command.argv.first().isEmpty())
        return Error{ErrorCode::Invalid, Tr::tr("There is no command to run."), {}, {}, {}};
    // What a server's own container was is what it is; any other could have become one since.
    std::optional<ContainerState> known = knownState();
    if (!known || !known->isServer()) {
        const Result<ContainerState> now = state(deadline, stop);
        if (!now)
            return now.error();
        known = *now;
    }
    if (known->isServer() || !known->running || !m_volume.isEmpty())
        return runBeside(*known, command, deadline, stop, onOutput);
    return runIn(*known, command, deadline, stop, onOutput);
}

Result<CommandOutcome> ContainerCommands::runIn(const ContainerState &state, const Command &command,
                                                const Deadline &deadline, const std::stop_token &stop,
                                                const OutputHandler &onOutput)
{
    if (state.paused())
        return Error{ErrorCode::Unreachable,
                     Tr::tr("The container \"%1\" is paused: nothing can be run in it.").arg(m_name),
                     {},
                     Tr::tr("Let it go on with \"%1 unpause %2\".").arg(state.engine, m_name),
                     {}};
    const QByteArray mark = newRunMark();
    SshOutput output(mark, onOutput);
    return runAt({state.engine, m_name, {}}, command, output, mark, deadline, stop);
}

Result<CommandOutcome> ContainerCommands::runBeside(const ContainerState &state, const Command &command,
                                                    const Deadline &deadline, const std::stop_token &stop,
                                                    const OutputHandler &onOutput)
{
    if (command.detached) // a server would stay behind in the wrong container
        return Error{ErrorCode::Unreachable,
                     Tr::tr("\"%1\" cannot be left running in the container \"%2\".").arg(command.argv.first(), m_name),
                     {},
                     state.running ? QString() : Tr::tr("Start it with \"%1 start %2\".").arg(state.engine, m_name),
                     {}};
    const Place place{state.engine, companionName(state), state.user.isEmpty() ? QStringLiteral("0") : state.user};
    for (int attempt = 1;; ++attempt) {
        const QByteArray mark = newRunMark();
        SshOutput output(mark, onOutput);
        const Result<CommandOutcome> outcome = runAt(place, command, output, mark, deadline, stop);
        // Not there yet, or just going because it was idle for long enough: then its files, with the list of its users,
        // go first.
        const ErrorCode failure = outcome || output.started() ? ErrorCode::Invalid : outcome.error().code;
        const bool notThere =
            failure == ErrorCode::CommandFailed || (failure == ErrorCode::NotFound && attempt < attemptsToFindUser);
        if (!notThere || attempt == attemptsBeside)
            return outcome;
        if (attempt > 1 && !sleepUnlessStopped(pauseBetween, stop))
            return outcome;
        if (const Result<void> started = startCompanion(state, deadline, stop); !started)
            return started.error();
    }
}

Result<CommandOutcome> ContainerCommands::runAt(const Place &place, const Command &command, SshOutput &output,
                                                const QByteArray &mark, const Deadline &deadline,
                                                const std::stop_token &stop)
{
    const Result<CarriedEnd> ended = attempt(place, command, mark, output, deadline, stop);
    if (const auto outcome = outcomeThere(command, output))
        return *outcome;
    if (!ended)
        return ended.error();
    if (ended->cause != SshWatch::Cause::ItsOwnEnd)
        return unfinished(command, *ended, output);
    return output.started() ? cutOff(command, output) : neverStarted(command, output);
}

Result<CarriedEnd> ContainerCommands::attempt(const Place &place, const Command &command, const QByteArray &mark,
                                              SshOutput &output, const Deadline &deadline, const std::stop_token &stop)
{
    if (stop.stop_requested() || deadline.expired())
        return CarriedEnd{.cause = stop.stop_requested() ? SshWatch::Cause::Stopped : SshWatch::Cause::TimedOut};
    const SshRun there{command, {}, mark, !command.detached && command.input.isEmpty()};
    const QString user = command.asUser.isEmpty() ? place.login : command.asUser;
    QStringList words{QStringLiteral("exec"), QStringLiteral("--interactive")};
    if (!user.isEmpty())
        words << QStringLiteral("--user") << user;
    words << place.container << QStringLiteral("sh") << QStringLiteral("-c") << sshLine(there);
    return carry(there, engineCommand(place.engine, words), output, deadline, stop, [&] {
        return endCarried(
            mark, output, command.asUser,
            [&place](const Command &ending, const QByteArray &ownMark, SshOutput &said, const Deadline &patience) {
                return attempt(place, ending, ownMark, said, patience, {});
            });
    });
}

Error ContainerCommands::unfinished(const Command &command, const CarriedEnd &end, const SshOutput &output) const
{
    const QString program = command.argv.first();
    const QString words = QString::fromUtf8(output.outcome().errorOutput.right(2000)).trimmed();
    const QString hint =
        end.endIsSure ? QString()
                      : Tr::tr("It could not be made sure that it has ended: look in the container %1.").arg(m_name);
    if (end.cause == SshWatch::Cause::Stopped)
        return Error{
            ErrorCode::Stopped,
            Tr::tr("The command \"%1\" in the container %2 was stopped before its end, as asked.").arg(program, m_name),
            words,
            hint,
            {}};
    return Error{
        ErrorCode::TimedOut,
        Tr::tr("The command \"%1\" in the container %2 did not end in its time and was stopped.").arg(program, m_name),
        words,
        hint,
        {}};
}

Error ContainerCommands::neverStarted(const Command &command, const SshOutput &output) const
{
    const QByteArray words = output.strangeWords().trimmed();
    if (words.contains("unable to find user") || words.contains("no matching entries in passwd"))
        return Error{ErrorCode::NotFound,
                     Tr::tr("There is no user \"%1\" in the container %2.").arg(command.asUser, m_name),
                     QString::fromUtf8(words),
                     {},
                     {}};
    return Error{ErrorCode::CommandFailed,
                 Tr::tr("The command \"%1\" cannot be run in the container %2.").arg(command.argv.first(), m_name),
                 QString::fromUtf8(words),
                 Tr::tr("Its image needs a POSIX shell and the GNU tools env, setsid, stat and find, as Debian's has."),
                 {}};
}

Error ContainerCommands::cutOff(const Command &command, const SshOutput &output) const
{
    return Error{ErrorCode::CommandFailed,
                 Tr::tr("The container %1 was stopped while the command \"%2\" ran in it, or the command was killed.")
                     .arg(m_name, command.argv.first()),
                 QString::fromUtf8(output.strangeWords()).trimmed(),
                 Tr::tr("Look what came of it before it is run again."),
                 {}};
}

} // namespace howdah
