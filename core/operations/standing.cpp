#include "core/operations/standing.h"

namespace howdah {

QString standing(const JournalEntry &entry)
{
    for (qsizetype step = std::min(entry.steps.size(), entry.plan.steps.size()) - 1; step >= 0; --step) {
        const StepState state = entry.steps.at(step).state;
        if (state != StepState::Waiting && state != StepState::Undone)
            return entry.plan.steps.at(step).standing;
    }
    return {};
}

} // namespace howdah
