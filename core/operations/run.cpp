#include "core/operations/run.h"
#include "core/operations/standing.h"

#include <QCoreApplication>

#include <algorithm>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Run)
};

constexpr qsizetype longestLog = 20000; ///< characters of a step's log that are kept

bool wasBegun(StepState state)
{
    return state != StepState::Waiting && state != StepState::Undone;
}

qint64 msSince(SteadyClock::time_point moment)
{
    return std::chrono::duration_cast<Milliseconds>(SteadyClock::now() - moment).count();
}

/// Somebody else has made meanwhile what a step begins with making. It did nothing then, and its undo would take away
/// what is theirs.
bool wasForestalled(const Error &error)
{
    return error.sqlState == QLatin1String("42710"); // duplicate_object
}

QString joined(const QString &one, const QString &other)
{
    return QStringList{one, other}.join(QLatin1Char('\n')).trimmed();
}

QJsonObject merged(QJsonObject earlier, const QJsonObject &later)
{
    for (auto value = later.begin(); value != later.end(); ++value)
        earlier.insert(value.key(), value.value());
    return earlier;
}
} // namespace

Run::Run(JournalEntry entry, Journal &journal, const Environment &environment, const EventHandler &events)
    : m_entry(std::move(entry))
    , m_journal(journal)
    , m_events(events)
    , m_earlierResult(m_entry.result)
    , m_executor(environment, {.log = [this](const QString &line) { hearLine(line); },
                               .progress = [this](qint64 done, qint64 total) { hearProgress(done, total); },
                               .objects = [this](const ObjectProgress &progress) { hearObjects(progress); }})
{
}

void Run::announce(OperationEvent event) const
{
    if (!m_events)
        return;
    event.operationId = m_entry.id;
    event.at = QDateTime::currentDateTimeUtc();
    event.step = m_step;
    m_events(event);
}

void Run::hearLine(const QString &line)
{
    if (m_step >= 0) {
        QString &log = m_entry.steps[m_step].log;
        log = (log + line + QLatin1Char('\n')).right(longestLog);
    }
    announce({.kind = OperationEvent::Kind::Log, .text = line});
}

void Run::hearProgress(qint64 doneBytes, qint64 totalBytes)
{
    const qint64 ms = msSince(m_progressAt);
    const qint64 rate = ms > 0 ? (doneBytes - m_progressBytes) * 1000 / ms : 0;
    m_progressAt = SteadyClock::now();
    m_progressBytes = doneBytes;
    announce({.kind = OperationEvent::Kind::Progress,
              .stepState = StepState::Running,
              .doneBytes = doneBytes,
              .totalBytes = totalBytes,
              .bytesPerSecond = std::max<qint64>(0, rate)});
}

/// One object may be as large as all the others together: the rate is that since the step began.
void Run::hearObjects(const ObjectProgress &progress)
{
    const qint64 ms = msSince(m_stepBegan);
    announce({.kind = OperationEvent::Kind::Progress,
              .stepState = StepState::Running,
              .doneBytes = progress.doneBytes(),
              .totalBytes = progress.totalBytes(),
              .bytesPerSecond = ms > 0 ? progress.doneBytes() * 1000 / ms : 0,
              .doneObjects = progress.doneObjects(),
              .totalObjects = progress.totalObjects()});
}

Result<void> Run::mark(int step, StepState state, const std::optional<Error> &error)
{
    m_step = step;
    JournalStep &record = m_entry.steps[step];
    if (state == StepState::Running || state == StepState::Undoing) {
        m_stepBegan = m_progressAt = SteadyClock::now();
        m_progressBytes = 0;
    } else {
        record.ms = msSince(m_stepBegan);
    }
    record.state = state;
    record.error = error;
    const Result<void> written = m_journal.stepChanged(m_entry.id, step, record);
    announce({.kind = OperationEvent::Kind::StepChanged, .stepState = state, .stepMs = record.ms, .error = error});
    return written;
}

bool Run::isPastReturn() const
{
    return howdah::isPastReturn(m_entry);
}

bool Run::isSeenNow(const PlannedStep &step, std::stop_token stop)
{
    if (step.verify.isEmpty() || step.always)
        return false;
    return std::all_of(step.verify.begin(), step.verify.end(), [&](const Observation &observation) {
        return m_executor.see(observation, stop).valueOr(false);
    });
}

Result<void> Run::runStep(int number, Kind kind, std::stop_token stop)
{
    const PlannedStep &step = m_entry.plan.steps.at(number);
    const StepState before = m_entry.steps.at(number).state;
    // What an undo that was cut short has left may look whole and not be.
    const bool halfUndone = before == StepState::Undoing || before == StepState::UndoFailed;
    if (const auto marked = mark(number, StepState::Running); !marked) {
        m_entry.steps[number].state = before; // nothing of it was done
        return marked;
    }
    stepBoundary(QStringLiteral("before:") + step.id);
    if (kind == Kind::Resumed && !halfUndone && isSeenNow(step, stop))
        return mark(number, StepState::Skipped);
    for (const Action &action : step.actions) {
        const auto done = m_executor.execute(action, stop);
        if (done)
            continue;
        m_didNothing = &action == &step.actions.first() && !wasBegun(before) && wasForestalled(done.error());
        return done;
    }
    for (const Observation &observation : step.verify)
        if (const auto seen = m_executor.waitFor(observation, stop); !seen)
            return seen;
    stepBoundary(QStringLiteral("after:") + step.id);
    m_entry.result = merged(m_earlierResult, m_executor.results());
    if (!m_entry.result.isEmpty())
        if (const auto kept = m_journal.resultChanged(m_entry.id, m_entry.result); !kept)
            return kept;
    return mark(number, StepState::Done);
}

Result<void> Run::undoStep(int number)
{
    const PlannedStep &step = m_entry.plan.steps.at(number);
    // A journal that cannot be written is no reason to leave a server stopped: what it says already ("begun") calls for
    // this same undo, and finish() tells of it.
    [[maybe_unused]] const auto begun = mark(number, StepState::Undoing);
    stepBoundary(QStringLiteral("undo:") + step.id);
    for (const Action &action : step.undo)
        if (const auto done = m_executor.execute(action, {}); !done)
            return done;
    [[maybe_unused]] const auto ended = mark(number, StepState::Undone, m_entry.steps.at(number).error);
    return {};
}

RunOutcome Run::finish(OperationState state, std::optional<Error> error)
{
    if (state == OperationState::Interrupted && error) {
        const QString hint = QStringList{standing(m_entry), error->hint}.join(QLatin1Char(' ')).trimmed();
        error->hint = joined(hint, waysOn(m_entry));
    }
    m_step = -1;
    m_entry.result = merged(m_earlierResult, m_executor.results());
    const Result<void> written = m_journal.finish(m_entry.id, state, error, m_entry.result);
    RunOutcome outcome{.state = state, .error = error};
    if (!written) {
        // The journal still says "running": the next start will call it interrupted, and so does this one.
        outcome.state = OperationState::Interrupted;
        outcome.error = written.error();
    }
    if (state != OperationState::Interrupted)
        m_executor.dismissGuards();
    m_entry.state = outcome.state;
    m_entry.error = outcome.error;
    m_entry.ended = QDateTime::currentDateTimeUtc();
    outcome.entry = m_entry;
    announce({.kind = OperationEvent::Kind::Finished, .error = outcome.error, .outcome = outcome.state});
    return outcome;
}

RunOutcome Run::forward(Kind kind, std::stop_token stop)
{
    for (int step = 0; step < m_entry.steps.size(); ++step) {
        if (isBehindUs(step, kind))
            continue;
        Result<void> done;
        if (stop.stop_requested())
            done = Error{.code = ErrorCode::Stopped, .message = Tr::tr("Stopped as asked.")};
        else
            done = runStep(step, kind, stop);
        if (done)
            continue;
        const Error error = done.error();
        if (wasBegun(m_entry.steps.at(step).state)) {
            // If the journal cannot be written now, what it says already ("running") calls for the same undo.
            [[maybe_unused]] const auto marked =
                mark(step, m_didNothing ? StepState::Undone : StepState::Failed, error);
        }
        return isPastReturn() ? finish(OperationState::Interrupted, error) : backward(error);
    }
    return finish(OperationState::Done, std::nullopt);
}

bool Run::isBehindUs(int step, Kind kind) const
{
    const StepState state = m_entry.steps.at(step).state;
    if (state != StepState::Done && state != StepState::Skipped)
        return false;
    return kind == Kind::Fresh || !m_entry.plan.steps.at(step).passing || isPastReturn();
}

RunOutcome Run::backward(const std::optional<Error> &why)
{
    std::optional<Error> failure;
    for (int step = static_cast<int>(m_entry.steps.size()) - 1; step >= 0; --step) {
        // What stands on a step that could not be undone stays; what must not outlast the run goes all the same.
        if (!wasBegun(m_entry.steps.at(step).state) || (failure && !m_entry.plan.steps.at(step).passing))
            continue;
        const Result<void> undone = undoStep(step);
        if (undone)
            continue;
        Error error = undone.error();
        [[maybe_unused]] const auto marked = mark(step, StepState::UndoFailed, error);
        error.message = Tr::tr("Undoing \"%1\" failed: %2").arg(m_entry.steps.at(step).title, error.message);
        if (failure)
            failure->detail = joined(failure->detail, error.message);
        else
            failure = error;
    }
    if (!failure)
        return finish(OperationState::Undone, why);
    if (why)
        failure->detail = joined(failure->detail, Tr::tr("It was undone because: %1").arg(why->message));
    return finish(OperationState::Interrupted, failure);
}

} // namespace howdah
