#include "core/operations/standing.h"

#include <QCoreApplication>

#include <algorithm>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Standing)
};

bool wasBegun(StepState state)
{
    return state != StepState::Waiting && state != StepState::Undone;
}
} // namespace

QString standing(const JournalEntry &entry)
{
    for (qsizetype step = std::min(entry.steps.size(), entry.plan.steps.size()) - 1; step >= 0; --step)
        if (wasBegun(entry.steps.at(step).state))
            return entry.plan.steps.at(step).standing;
    return {};
}

QString waysOn(const JournalEntry &entry)
{
    if (entry.plan.steps.isEmpty() || entry.plan.steps.size() != entry.steps.size())
        return {};
    const QString command = QStringLiteral("howdahctl operations %1 ") + entry.id;
    const QString onward = Tr::tr("To go on with it: %1").arg(command.arg(QLatin1String("resume")));
    if (isPastReturn(entry))
        return onward;
    const QString back = Tr::tr("To take it back: %1").arg(command.arg(QLatin1String("undo")));
    return onward + QLatin1Char('\n') + back;
}

bool isPastReturn(const JournalEntry &entry)
{
    for (qsizetype step = 0; step < std::min(entry.steps.size(), entry.plan.steps.size()); ++step)
        if (entry.plan.steps.at(step).pointOfNoReturn && wasBegun(entry.steps.at(step).state))
            return true;
    return false;
}

} // namespace howdah
