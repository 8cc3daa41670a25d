#include "ui/wizards/ways_on.h"

#include "core/operations/report.h"

#include <QCoreApplication>

#include <algorithm>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::WaysOn)
};
} // namespace

QString resumeSentence(const JournalEntry &entry)
{
    const auto open = std::find_if(entry.steps.begin(), entry.steps.end(), [](const JournalStep &step) {
        return step.state != StepState::Done && step.state != StepState::Skipped;
    });
    if (open == entry.steps.end())
        return Tr::tr("Resume looks once more at every step's result and closes the operation.");
    return Tr::tr("Resume goes on with step %1, “%2”; what holds already is not run again.")
        .arg(open - entry.steps.begin() + 1)
        .arg(open->title);
}

QString undoSentence()
{
    return Tr::tr("Undo takes back, in reverse, every step that was begun, and leaves the cluster as it was.");
}

QString undoObstacle(const JournalEntry &entry)
{
    const QString step = beganOfNoReturn(entry);
    return step.isEmpty()
               ? QString()
               : Tr::tr("“%1” is a point of no return and was begun: it can be resumed, not undone.").arg(step);
}

} // namespace howdah
