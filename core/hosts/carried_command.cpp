#include "core/hosts/carried_command.h"

#include "core/hosts/local_command.h"

namespace howdah {

namespace {

constexpr Milliseconds patienceWithTheEnd{8000};

} // namespace

Result<CarriedEnd> carry(const SshRun &there, const Command &carrier, SshOutput &output, const Deadline &deadline,
                         const std::stop_token &stop, std::function<bool()> endThere)
{
    LocalRun here{carrier, std::nullopt, there.onLeash};
    here.command.input = sshInput(there);
    SshWatch watch(deadline, stop, std::move(endThere));
    const Result<CommandOutcome> outcome =
        runLocalCommand(here, Deadline::never(), watch.enough(), [&](OutputStream which, const QByteArray &chunk) {
            output.take(which, chunk);
            if (output.ended())
                watch.commandEnded();
        });
    watch.finish();
    if (!outcome && outcome.error().code != ErrorCode::Stopped)
        return outcome.error();
    return CarriedEnd{outcome ? std::optional(outcome->exitCode) : std::nullopt, watch.cause(), watch.endIsSure()};
}

bool endCarried(const QByteArray &mark, const SshOutput &output, const QString &asUser, const CarryAttempt &attempt)
{
    const QByteArray ownMark = newRunMark();
    const OutputHandler nobody;
    SshOutput ending(ownMark, nobody);
    const Result<CarriedEnd> ended = attempt(endOfRun(mark, ownMark, output.processGroup(), asUser), ownMark, ending,
                                             Deadline::after(patienceWithTheEnd));
    return ended && ending.ended() && ending.outcome().succeeded();
}

std::optional<Result<CommandOutcome>> outcomeThere(const Command &command, const SshOutput &output)
{
    if (!output.ended())
        return std::nullopt;
    const CommandOutcome outcome = output.outcome();
    const std::optional<Error> refused = refusedByEnv(command, outcome);
    return refused ? Result<CommandOutcome>(*refused) : Result<CommandOutcome>(outcome);
}

} // namespace howdah
