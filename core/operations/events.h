#pragma once

#include "core/base/error.h"

#include <QDateTime>
#include <QString>

#include <functional>
#include <optional>

namespace howdah {

enum class StepState { Waiting, Running, Done, Skipped, Failed, Undoing, Undone, UndoFailed };
enum class OperationState { Running, Done, Undone, NotReady, Interrupted };

[[nodiscard]] QString stepStateName(StepState state); ///< "waiting", "running" …
[[nodiscard]] QString
operationStateName(OperationState state); ///< "running", "done", "undone", "notReady", "interrupted"

/// Something that happened in a run. Immutable; sent on the run's own thread, in order.
struct OperationEvent
{
    enum class Kind { Started, StepChanged, Progress, Log, Finished };
    Kind kind = Kind::Log;
    QString operationId;
    QDateTime at;  ///< UTC
    int step = -1; ///< index in the plan
    StepState stepState = StepState::Waiting;
    qint64 stepMs = 0;
    qint64 doneBytes = 0, totalBytes = 0; ///< Progress; total 0: not known
    qint64 bytesPerSecond = 0;
    int doneObjects = 0, totalObjects = 0; ///< Progress by objects; total 0: they are not counted
    QString text; ///< Log: a line of a command's output or a sentence
    std::optional<Error> error;
    OperationState outcome = OperationState::Running; ///< Finished
};

using EventHandler = std::function<void(const OperationEvent &)>;

} // namespace howdah
