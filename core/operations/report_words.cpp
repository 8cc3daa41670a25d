// The words that reports, pages and the command line share about an operation.
#include "core/operations/catalogue.h"
#include "core/operations/report.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <algorithm>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Report)
};

void addRows(QList<ResultRow> &rows, const QHash<QString, QString> &titles, const QString &name,
             const QJsonValue &value)
{
    if (value.isObject()) {
        const QJsonObject fields = value.toObject();
        for (auto field = fields.begin(); field != fields.end(); ++field)
            addRows(rows, titles, name + u'.' + field.key(), field.value());
        return;
    }
    const QVariant plain = value.toVariant();
    const QString text = value.isArray() ? plain.toStringList().join(QStringLiteral(", ")) : plain.toString();
    rows.append({titles.value(name, name), text.isEmpty() ? Tr::tr("none") : text});
}

} // namespace

QString stepStateTitle(StepState state)
{
    switch (state) {
    case StepState::Waiting:
        return Tr::tr("Waiting");
    case StepState::Running:
        return Tr::tr("Running");
    case StepState::Done:
        return Tr::tr("Done");
    case StepState::Skipped:
        return Tr::tr("Not needed");
    case StepState::Failed:
        return Tr::tr("Failed");
    case StepState::Undoing:
        return Tr::tr("Being undone");
    case StepState::Undone:
        return Tr::tr("Undone");
    case StepState::UndoFailed:
        break;
    }
    return Tr::tr("Could not be undone");
}

QString operationStateTitle(OperationState state)
{
    switch (state) {
    case OperationState::Running:
        return Tr::tr("Running");
    case OperationState::Done:
        return Tr::tr("Done");
    case OperationState::Undone:
        return Tr::tr("Undone");
    case OperationState::NotReady:
        return Tr::tr("Not ready");
    case OperationState::Interrupted:
        break;
    }
    return Tr::tr("Interrupted");
}

QString operationTitle(const QString &id)
{
    const Operation *operation = findOperation(id);
    return operation ? operation->title : id;
}

QList<ResultRow> resultRows(const JournalEntry &entry)
{
    const Operation *operation = findOperation(entry.operation);
    QList<ResultRow> rows;
    for (auto value = entry.result.begin(); value != entry.result.end(); ++value)
        addRows(rows, operation ? operation->resultTitles : QHash<QString, QString>(), value.key(), value.value());
    return rows;
}

QString beganOfNoReturn(const JournalEntry &entry)
{
    const auto count = std::min(entry.plan.steps.size(), entry.steps.size());
    for (qsizetype index = 0; index < count; ++index) {
        const StepState state = entry.steps.at(index).state;
        if (entry.plan.steps.at(index).pointOfNoReturn && state != StepState::Waiting && state != StepState::Undone)
            return entry.steps.at(index).title;
    }
    return {};
}

QString outcomeSentence(const JournalEntry &entry)
{
    const auto done =
        static_cast<int>(std::count_if(entry.steps.begin(), entry.steps.end(), [](const JournalStep &step) {
            return step.state == StepState::Done || step.state == StepState::Skipped;
        }));
    switch (entry.state) {
    case OperationState::Running:
        return entry.abandoned ? Tr::tr("The console that ran it is gone; %1 of %2 steps were done.")
                                     .arg(done)
                                     .arg(entry.steps.size())
                               : Tr::tr("It is running: %1 of %2 steps are done.").arg(done).arg(entry.steps.size());
    case OperationState::Done:
        return Tr::tr("Done. Every step was verified by looking at the result.");
    case OperationState::Undone:
        return Tr::tr("It was undone: the cluster is as it was before.");
    case OperationState::NotReady:
        return Tr::tr("It was not begun. Nothing was changed.");
    case OperationState::Interrupted:
        break;
    }
    const QString stands = Tr::tr("It stopped half-way: %1 of %2 steps are done.").arg(done).arg(entry.steps.size());
    return stands + u' ' +
           (beganOfNoReturn(entry).isEmpty() ? Tr::tr("It can be resumed or undone.") : Tr::tr("It can be resumed."));
}

} // namespace howdah
