#pragma once

#include "core/operations/action.h"
#include "core/operations/object_progress.h"
#include "core/operations/preparation.h"

#include <QJsonObject>

#include <memory>

namespace howdah {

/// Does one action, or looks at one observation: the only place that changes anything. Keeps sessions open between
/// actions of one run. One thread.
class Executor
{
public:
    struct Listener
    {
        std::function<void(const QString &line)> log;
        std::function<void(qint64 doneBytes, qint64 totalBytes)> progress;
        std::function<void(const ObjectProgress &)> objects;
    };
    Executor(const Environment &environment, Listener listener);
    ~Executor();

    [[nodiscard]] Result<void> execute(const Action &action, std::stop_token stop);
    /// True, false, or why it could not be seen (which counts as not seen).
    [[nodiscard]] Result<bool> see(const Observation &observation, std::stop_token stop);
    /// Looks until it is seen; TimedOut's detail says what was seen last.
    [[nodiscard]] Result<void> waitFor(const Observation &observation, std::stop_token stop);
    [[nodiscard]] QJsonObject results() const;
    /// The run has come to its end or was undone: nobody need stand by any more. Without this they act (StandGuard).
    void dismissGuards();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace howdah
