#include "core/hosts/ssh_command.h"

#include "core/hosts/file_errors.h"
#include "core/hosts/ssh_errors.h"

#include <QCoreApplication>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::SshCommands)
};

constexpr int sshFailed = 255; // ssh's own code; any other is the command's

bool canBeRun(const Command &command)
{
    return !command.argv.isEmpty() && !command.argv.first().isEmpty();
}

} // namespace

std::optional<QString> SshCommands::knownLogin() const
{
    const std::scoped_lock lock(m_mutex);
    return m_login;
}

/// The master was lost in the very moment between its greeting and the question for a session: nothing was begun there.
bool SshCommands::diedBeforeAsking(const CarriedEnd &end, const SshOutput &output)
{
    return end.cause == SshWatch::Cause::ItsOwnEnd && end.exitCode == sshFailed &&
           output.strangeWords().contains("mux_client_request_alive");
}

QStringList SshCommands::becoming(const QString &asUser) const
{
    const std::optional<QString> login = knownLogin();
    if (asUser.isEmpty() || login == asUser)
        return {};
    if (login == QLatin1String("root"))
        return {QStringLiteral("runuser"), QStringLiteral("-u"), asUser, QStringLiteral("--")};
    return {QStringLiteral("sudo"), QStringLiteral("-n"), QStringLiteral("-u"), asUser, QStringLiteral("--")};
}

Result<QString> SshCommands::loginUser(const Deadline &deadline, const std::stop_token &stop)
{
    if (const std::optional<QString> known = knownLogin())
        return *known;
    const Result<CommandOutcome> outcome =
        run({.argv = {QStringLiteral("id"), QStringLiteral("-un")}}, deadline, stop, {});
    if (!outcome)
        return outcome.error();
    const QString name = QString::fromUtf8(outcome->output).trimmed();
    if (!outcome->succeeded() || name.isEmpty())
        return toolError(Tr::tr("The user at \"%1\" cannot be found out").arg(m_name), outcome->errorOutput);
    const std::scoped_lock lock(m_mutex);
    m_login = name;
    return name;
}

Result<CommandOutcome> SshCommands::run(const Command &command, const Deadline &deadline, const std::stop_token &stop,
                                        const OutputHandler &onOutput)
{
    if (!canBeRun(command))
        return Error{ErrorCode::Invalid, Tr::tr("There is no command to run."), {}, {}, {}};
    if (!command.asUser.isEmpty())
        if (const Result<QString> login = loginUser(deadline, stop); !login)
            return login.error();
    const QByteArray mark = newRunMark();
    SshOutput output(mark, onOutput);
    Result<CarriedEnd> ended = attempt(command, mark, output, deadline, stop);
    if (ended && !output.started() && diedBeforeAsking(*ended, output))
        ended = attempt(command, mark, output, deadline, stop);
    if (const auto outcome = outcomeThere(command, output))
        return *outcome;
    if (!ended)
        return ended.error();
    if (ended->cause != SshWatch::Cause::ItsOwnEnd)
        return unfinished(command, *ended, output);
    return output.started() ? cutOff(command, *ended, output) : neverStarted(command, *ended, output);
}

Result<CarriedEnd> SshCommands::attempt(const Command &command, const QByteArray &mark, SshOutput &output,
                                        const Deadline &deadline, const std::stop_token &stop)
{
    if (const Result<void> open = m_channel.open(deadline, stop); !open)
        return open.error();
    if (stop.stop_requested() || deadline.expired())
        return CarriedEnd{.cause = stop.stop_requested() ? SshWatch::Cause::Stopped : SshWatch::Cause::TimedOut};
    const SshRun there{command, becoming(command.asUser), mark, !command.detached && command.input.isEmpty()};
    const SteadyClock::time_point began = SteadyClock::now();
    Result<CarriedEnd> end = carry(there, m_channel.commandFor(sshLine(there)), output, deadline, stop, [&] {
        return endCarried(mark, output, command.asUser,
                          [this](const Command &ending, const QByteArray &ownMark, SshOutput &said,
                                 const Deadline &patience) { return attempt(ending, ownMark, said, patience, {}); });
    });
    const bool failed = end && (!end->exitCode || end->exitCode == sshFailed);
    if (failed && !output.started() && end->cause != SshWatch::Cause::Stopped)
        m_channel.fellSilent(std::chrono::duration_cast<Milliseconds>(SteadyClock::now() - began));
    return end;
}

Error SshCommands::unfinished(const Command &command, const CarriedEnd &end, const SshOutput &output) const
{
    const QString program = command.argv.first();
    const QString words = QString::fromUtf8(output.outcome().errorOutput.right(2000)).trimmed();
    const QString hint = end.endIsSure
                             ? QString()
                             : Tr::tr("It could not be made sure that it has ended: look on %1 for process group %2.")
                                   .arg(m_name)
                                   .arg(output.processGroup());
    if (end.cause == SshWatch::Cause::Stopped)
        return Error{ErrorCode::Stopped,
                     Tr::tr("The command \"%1\" on %2 was stopped before its end, as asked.").arg(program, m_name),
                     words,
                     hint,
                     {}};
    return Error{ErrorCode::TimedOut,
                 Tr::tr("The command \"%1\" on %2 did not end in its time and was stopped.").arg(program, m_name),
                 words,
                 hint,
                 {}};
}

Error SshCommands::neverStarted(const Command &command, const CarriedEnd &end, const SshOutput &output) const
{
    const QByteArray words = output.strangeWords().trimmed();
    if (end.exitCode == sshFailed)
        return sshError(m_name, words);
    if (words.contains("unknown user") || words.contains("does not exist"))
        return Error{ErrorCode::NotFound,
                     Tr::tr("There is no user \"%1\" on %2.").arg(command.asUser, m_name),
                     QString::fromUtf8(words),
                     {},
                     {}};
    if (!command.asUser.isEmpty())
        return Error{
            ErrorCode::NotPermitted,
            Tr::tr("The command \"%1\" cannot be run on %2 as the user \"%3\": sudo refuses without a password.")
                .arg(command.argv.first(), m_name, command.asUser),
            QString::fromUtf8(words),
            Tr::tr("Allow it there in sudo's settings without a password (NOPASSWD), or log in as \"%1\" or as root.")
                .arg(command.asUser),
            {}};
    return Error{ErrorCode::CommandFailed,
                 Tr::tr("The command \"%1\" cannot be run on %2: its shell does not do what ours asks.")
                     .arg(command.argv.first(), m_name),
                 QString::fromUtf8(words),
                 Tr::tr("The login there needs a POSIX shell, setsid and env."),
                 {}};
}

Error SshCommands::cutOff(const Command &command, const CarriedEnd &end, const SshOutput &output) const
{
    const QString program = command.argv.first();
    const QString words = QString::fromUtf8(output.strangeWords()).trimmed();
    if (end.exitCode != sshFailed)
        return Error{ErrorCode::CommandFailed,
                     Tr::tr("The command \"%1\" on %2 was killed from outside.").arg(program, m_name),
                     words,
                     {},
                     {}};
    const QString fate = command.detached
                             ? Tr::tr("It goes on there: look what came of it before it is run again.")
                             : Tr::tr("It is ended there as soon as that machine notices: look what came of it before "
                                      "it is run again.");
    return Error{ErrorCode::Unreachable,
                 Tr::tr("The connection to \"%1\" was lost while the command \"%2\" ran.").arg(m_name, program),
                 words,
                 fate,
                 {}};
}

} // namespace howdah
