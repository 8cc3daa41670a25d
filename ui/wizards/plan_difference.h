#pragma once

#include "core/operations/operation.h"

namespace howdah {

/// A step of a plan that is not as it was in the plan approved before.
struct PlanDifference
{
    enum class Kind { Added, Removed, Changed };
    Kind kind = Kind::Changed;
    QString title;
    QStringList before, after; ///< commands, as people read them
};

/// In the order of the new plan; what is gone comes last. Pure.
[[nodiscard]] QList<PlanDifference> planDifferences(const Plan &before, const Plan &after, Hosts &hosts);

} // namespace howdah
