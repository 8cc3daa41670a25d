#pragma once

#include "core/operations/executor.h"
#include "core/operations/runner.h"

namespace howdah {

/// One journalled plan on its way: forwards step by step, and backwards when it fails. What it is about to do stands in
/// the journal before it does it. One thread.
class Run
{
public:
    enum class Kind { Fresh, Resumed };
    Run(JournalEntry entry, Journal &journal, const Environment &environment, const EventHandler &events);

    [[nodiscard]] RunOutcome forward(Kind kind, std::stop_token stop);
    /// `why`: what made it necessary; nothing when somebody asked for it.
    [[nodiscard]] RunOutcome backward(const std::optional<Error> &why);
    [[nodiscard]] bool isPastReturn() const;

private:
    [[nodiscard]] Result<void> runStep(int step, Kind kind, std::stop_token stop);
    [[nodiscard]] Result<void> undoStep(int step);
    [[nodiscard]] bool isBehindUs(int step, Kind kind) const;
    [[nodiscard]] bool isSeenNow(const PlannedStep &step, std::stop_token stop);
    [[nodiscard]] Result<void> mark(int step, StepState state, const std::optional<Error> &error = {});
    [[nodiscard]] RunOutcome finish(OperationState state, std::optional<Error> error);
    void hearLine(const QString &line);
    void hearProgress(qint64 doneBytes, qint64 totalBytes);
    void hearObjects(const ObjectProgress &progress);
    void announce(OperationEvent event) const;

    JournalEntry m_entry;
    Journal &m_journal;
    const EventHandler &m_events;
    QJsonObject m_earlierResult; // of the run that was interrupted
    Executor m_executor;
    int m_step = -1;
    bool m_didNothing = false; // the step that failed
    SteadyClock::time_point m_stepBegan, m_progressAt;
    qint64 m_progressBytes = 0;
};

} // namespace howdah
