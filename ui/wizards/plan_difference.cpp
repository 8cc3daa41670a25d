#include "ui/wizards/plan_difference.h"

#include "core/operations/script.h"

#include <algorithm>

namespace howdah {

namespace {

QStringList commandsOf(const PlannedStep &step, Hosts &hosts)
{
    QStringList commands;
    for (const Action &action : step.actions)
        commands << commandText(action, hosts);
    return commands;
}

const PlannedStep *stepOf(const Plan &plan, const QString &id)
{
    const auto found =
        std::find_if(plan.steps.begin(), plan.steps.end(), [&id](const PlannedStep &step) { return step.id == id; });
    return found == plan.steps.end() ? nullptr : &*found;
}

} // namespace

QList<PlanDifference> planDifferences(const Plan &before, const Plan &after, Hosts &hosts)
{
    QList<PlanDifference> differences;
    for (const PlannedStep &step : after.steps) {
        const QStringList now = commandsOf(step, hosts);
        const PlannedStep *old = stepOf(before, step.id);
        if (!old) {
            differences.append({PlanDifference::Kind::Added, step.title, {}, now});
            continue;
        }
        const QStringList then = commandsOf(*old, hosts);
        if (then != now)
            differences.append({PlanDifference::Kind::Changed, step.title, then, now});
    }
    for (const PlannedStep &step : before.steps) {
        if (!stepOf(after, step.id))
            differences.append({PlanDifference::Kind::Removed, step.title, commandsOf(step, hosts), {}});
    }
    return differences;
}

} // namespace howdah
