#include "core/operations/resumption.h"
#include "core/operations/catalogue.h"

#include <QCoreApplication>

#include <algorithm>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Resumption)
};

/// Its steps that were begun and not undone since.
QList<PlannedStep> begunSteps(const JournalEntry &entry)
{
    QList<PlannedStep> begun;
    const auto count = std::min(entry.steps.size(), entry.plan.steps.size());
    for (qsizetype step = 0; step < count; ++step)
        if (const StepState state = entry.steps.at(step).state;
            state != StepState::Waiting && state != StepState::Undone)
            begun << entry.plan.steps.at(step);
    return begun;
}

/// The operation itself has taken a node off the record.
bool hasTakenOff(const QList<PlannedStep> &begun, const QString &node)
{
    return std::any_of(begun.begin(), begun.end(), [&node](const PlannedStep &step) {
        return std::any_of(step.actions.begin(), step.actions.end(), [&node](const Action &action) {
            const auto *record = std::get_if<RecordNode>(&action.what);
            return record && !record->present && record->node.name == node;
        });
    });
}

Error changed(const QString &how, const QString &remedy = {})
{
    const QString ways = Tr::tr("It stays interrupted: put that right and resume it, or undo it.");
    return {.code = ErrorCode::SituationChanged,
            .message = Tr::tr("The situation has changed since this operation was approved; nothing was done."),
            .detail = how,
            .hint = QStringList{remedy, ways}.join(QLatin1Char(' ')).trimmed()};
}

/// Another system, or another primary, than it was approved for.
std::optional<Error> otherCluster(const JournalEntry &entry, const ClusterSnapshot &now)
{
    if (!entry.systemIdentifier.isEmpty() && !now.systemIdentifier.isEmpty() &&
        now.systemIdentifier != entry.systemIdentifier)
        return changed(Tr::tr("The cluster's system identifier was %1 and is %2 now.")
                           .arg(entry.systemIdentifier, now.systemIdentifier));
    if (!entry.plan.primaries)
        return std::nullopt;
    for (const QString &primary : primariesOf(now)) {
        if (entry.plan.primaries->contains(primary))
            continue;
        return changed(entry.plan.primaries->isEmpty()
                           ? Tr::tr("No node answered as primary then; %1 does now.").arg(primary)
                           : Tr::tr("The primary was %1 then; %2 answers as primary now.")
                                 .arg(entry.plan.primaries->join(QStringLiteral(", ")), primary));
    }
    return std::nullopt;
}
} // namespace

bool mustBeConfirmed(const JournalEntry &entry)
{
    const Operation *operation = findOperation(entry.operation);
    return !entry.plan.confirmWord.isEmpty() || (operation && operation->destructive);
}

std::optional<Error> obstacleToResuming(const Operation &operation, const JournalEntry &entry, const Situation &now)
{
    if (const auto other = otherCluster(entry, *now.snapshot))
        return other;
    const QList<PlannedStep> begun = begunSteps(entry);
    const QHash<QString, QString> objections = objectionsToNodes(operation, now);
    for (auto objection = objections.cbegin(); objection != objections.cend(); ++objection)
        if (!hasTakenOff(begun, now.argument(objection.key())))
            return changed(objection.value());
    if (!objections.isEmpty())
        return std::nullopt; // without the node that it was about there is nothing left to judge
    for (const Check &check : operation.checks) {
        const bool isChanged = std::any_of(begun.begin(), begun.end(), [&check](const PlannedStep &step) {
            return check.changedBy.contains(step.id);
        });
        if (!check.lasting || isChanged)
            continue;
        if (const Judgement judgement = check.judge(now); judgement.verdict == Verdict::Blocked)
            return changed(Tr::tr("%1: %2").arg(check.title, judgement.observed), judgement.remedy);
    }
    return std::nullopt;
}

} // namespace howdah
