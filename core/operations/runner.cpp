#include "core/operations/runner.h"
#include "core/hosts/ssh_silence.h"
#include "core/operations/cluster_lock.h"
#include "core/operations/resumption.h"
#include "core/operations/run.h"

#include <QCoreApplication>

#include <algorithm>
#include <csignal>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Runner)
};

OperationEvent eventOf(const QString &id, OperationEvent::Kind kind)
{
    return {.kind = kind, .operationId = id, .at = QDateTime::currentDateTimeUtc()};
}

void tell(const EventHandler &events, const OperationEvent &event)
{
    if (events)
        events(event);
}

RunOutcome notBegun(const QString &id, const EventHandler &events, OperationState state, const Error &error)
{
    OperationEvent finished = eventOf(id, OperationEvent::Kind::Finished);
    finished.outcome = state;
    finished.error = error;
    tell(events, finished);
    return {.state = state, .error = error};
}

Verdict verdictOf(const QList<CheckResult> &checks, const QString &id)
{
    const auto found =
        std::find_if(checks.begin(), checks.end(), [&id](const CheckResult &check) { return check.id == id; });
    return found == checks.end() ? Verdict::Ok : found->judgement.verdict;
}

/// Why the approved preparation is not what would be done now; nothing when it is.
std::optional<Error> whatChanged(const Preparation &approved, const Preparation &now)
{
    if (now.readiness == Readiness::NotReady)
        return Error{.code = ErrorCode::NotReady, .message = now.sentence};
    Error changed{.code = ErrorCode::SituationChanged,
                  .message = Tr::tr("The situation has changed since this plan was approved; nothing was done."),
                  .hint = Tr::tr("Look at the checks and the plan again, and approve what they say now.")};
    for (const CheckResult &check : now.checks) {
        if (check.judgement.verdict <= verdictOf(approved.checks, check.id))
            continue;
        changed.detail = Tr::tr("%1: %2").arg(check.title, check.judgement.observed);
        return changed;
    }
    if (samePlan(approved.plan, now.plan))
        return std::nullopt;
    changed.detail = Tr::tr("The steps that would be done now are others than those approved.");
    return changed;
}

JournalEntry entryFor(const Preparation &preparation)
{
    JournalEntry entry{.id = preparation.id,
                       .operation = preparation.operation,
                       .cluster = preparation.plan.cluster,
                       .systemIdentifier = preparation.plan.systemIdentifier,
                       .plan = preparation.plan,
                       .started = QDateTime::currentDateTimeUtc(),
                       .checks = toJson(preparation.checks)};
    for (const PlannedStep &step : preparation.plan.steps)
        entry.steps.append({.id = step.id, .title = step.title});
    return entry;
}

/// What resuming and undoing begin with: the entry, ours, and the cluster locked.
struct Reopened
{
    std::unique_ptr<Journal> journal;
    std::unique_ptr<ClusterLock> lock;
    JournalEntry entry;
    ClusterDefinition cluster;
};

Error nothingToDo(const JournalEntry &entry)
{
    return {.code = ErrorCode::NotReady,
            .message =
                entry.state == OperationState::Done
                    ? Tr::tr("The operation %1 was done to its end; there is nothing to resume or undo.").arg(entry.id)
                    : Tr::tr("The operation %1 was undone; there is nothing to resume or undo.").arg(entry.id)};
}

/// The entry, if there is something to resume or undo of it.
Result<JournalEntry> unfinished(const Journal &journal, const QString &id)
{
    Result<JournalEntry> entry = journal.find(id);
    if (!entry)
        return entry;
    if (entry->state == OperationState::Done || entry->state == OperationState::Undone)
        return nothingToDo(*entry);
    if (entry->plan.steps.size() != entry->steps.size())
        return Error{.code = ErrorCode::Invalid,
                     .message =
                         Tr::tr("The plan of the operation %1 cannot be read any more, so it can be neither resumed "
                                "nor undone by Howdah.")
                             .arg(id),
                     .hint = Tr::tr("Its steps and their states are listed in the journal; put things right by hand.")};
    return entry;
}

Result<Reopened> reopen(const QString &id, const Environment &environment, std::stop_token stop)
{
    askSilentMachinesAgain();
    Result<std::unique_ptr<Journal>> journal = Journal::open();
    if (!journal)
        return journal.error();
    const Result<JournalEntry> before = unfinished(**journal, id);
    if (!before)
        return before.error();
    const Result<ClusterDefinition> cluster = environment.registry.find(before->cluster);
    if (!cluster)
        return cluster.error();
    Result<std::unique_ptr<ClusterLock>> lock = ClusterLock::take(*cluster, before->operation, environment, stop);
    if (!lock)
        return lock.error();
    // Until the lock was ours another console may have gone on with it, to whichever end.
    Result<JournalEntry> entry = unfinished(**journal, id);
    if (!entry)
        return entry.error();
    if (const auto taken = (*journal)->takeOver(id); !taken)
        return taken.error();
    return Reopened{std::move(*journal), std::move(*lock), std::move(*entry), *cluster};
}

/// It was taken over; said to be interrupted again, it can still be resumed or undone.
RunOutcome leave(const Reopened &reopened, const EventHandler &events, const Error &why)
{
    const JournalEntry &entry = reopened.entry;
    const Result<void> given =
        reopened.journal->finish(entry.id, OperationState::Interrupted, entry.error, entry.result);
    return notBegun(entry.id, events, OperationState::NotReady, given ? why : given.error());
}

/// Safety rule 5: the plan was approved for another moment.
std::optional<Error> obstacleNow(const Reopened &reopened, const Environment &environment,
                                 const QList<Operation> &operations, std::stop_token stop)
{
    const JournalEntry &entry = reopened.entry;
    const auto operation = std::find_if(operations.begin(), operations.end(),
                                        [&entry](const Operation &declared) { return declared.id == entry.operation; });
    if (operation == operations.end())
        return Error{.code = ErrorCode::NotFound,
                     .message =
                         Tr::tr("This Howdah knows no operation called \"%1\", so it cannot see whether going on "
                                "with it is still right.")
                             .arg(entry.operation),
                     .hint = Tr::tr("Undo it, or resume it with the Howdah that began it.")};
    const Result<Situation> now =
        lookAgain(*operation, reopened.cluster, entry.plan.arguments, environment, stop, entry.id);
    return now ? obstacleToResuming(*operation, entry, *now) : now.error();
}

} // namespace

void stepBoundary(const QString &where)
{
    if (qEnvironmentVariable("HOWDAH_KILL_AT") == where)
        ::raise(SIGKILL);
}

RunOutcome runOperation(const Operation &operation, const Preparation &approved, const ClusterDefinition &cluster,
                        const Environment &environment, const EventHandler &events, std::stop_token stop)
{
    const QString id = approved.id;
    tell(events, eventOf(id, OperationEvent::Kind::Started));
    const auto refuse = [&](const Error &error) { return notBegun(id, events, OperationState::NotReady, error); };
    askSilentMachinesAgain();
    const Result<std::unique_ptr<ClusterLock>> lock = ClusterLock::take(cluster, operation.id, environment, stop);
    if (!lock)
        return refuse(lock.error());
    const Result<Preparation> now = prepare(operation, cluster, approved.situation.arguments, environment, stop,
                                            approved.id, &approved.situation);
    if (!now)
        return refuse(now.error());
    if (const auto changed = whatChanged(approved, *now))
        return refuse(*changed);
    const Result<std::unique_ptr<Journal>> journal = Journal::open();
    if (!journal)
        return refuse(journal.error());
    const JournalEntry entry = entryFor(*now);
    if (const auto begun = (*journal)->begin(entry); !begun)
        return refuse(begun.error());
    return Run(entry, **journal, environment, events).forward(Run::Kind::Fresh, stop);
}

RunOutcome resumeOperation(const QString &id, const Environment &environment, const EventHandler &events,
                           std::stop_token stop, const QList<Operation> &operations)
{
    tell(events, eventOf(id, OperationEvent::Kind::Started));
    const Result<Reopened> reopened = reopen(id, environment, stop);
    if (!reopened)
        return notBegun(id, events, OperationState::NotReady, reopened.error());
    Run run(reopened->entry, *reopened->journal, environment, events);
    if (!run.isPastReturn())
        if (const auto obstacle = obstacleNow(*reopened, environment, operations, stop))
            return leave(*reopened, events, *obstacle);
    return run.forward(Run::Kind::Resumed, stop);
}

RunOutcome undoOperation(const QString &id, const Environment &environment, const EventHandler &events,
                         std::stop_token stop)
{
    tell(events, eventOf(id, OperationEvent::Kind::Started));
    const Result<Reopened> reopened = reopen(id, environment, stop);
    if (!reopened)
        return notBegun(id, events, OperationState::NotReady, reopened.error());
    Run run(reopened->entry, *reopened->journal, environment, events);
    if (!run.isPastReturn())
        return run.backward(std::nullopt);
    const Error tooLate{.code = ErrorCode::NotReady,
                        .message =
                            Tr::tr("The operation %1 has passed its point of no return and cannot be undone.").arg(id),
                        .hint = Tr::tr("Resume it, so that it comes to its end.")};
    return leave(*reopened, events, tooLate);
}

} // namespace howdah
