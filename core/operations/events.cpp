#include "core/operations/events.h"

namespace howdah {

QString stepStateName(StepState state)
{
    switch (state) {
    case StepState::Waiting:
        return QStringLiteral("waiting");
    case StepState::Running:
        return QStringLiteral("running");
    case StepState::Done:
        return QStringLiteral("done");
    case StepState::Skipped:
        return QStringLiteral("skipped");
    case StepState::Failed:
        return QStringLiteral("failed");
    case StepState::Undoing:
        return QStringLiteral("undoing");
    case StepState::Undone:
        return QStringLiteral("undone");
    case StepState::UndoFailed:
        return QStringLiteral("undoFailed");
    }
    return {};
}

QString operationStateName(OperationState state)
{
    switch (state) {
    case OperationState::Running:
        return QStringLiteral("running");
    case OperationState::Done:
        return QStringLiteral("done");
    case OperationState::Undone:
        return QStringLiteral("undone");
    case OperationState::NotReady:
        return QStringLiteral("notReady");
    case OperationState::Interrupted:
        return QStringLiteral("interrupted");
    }
    return {};
}

} // namespace howdah
