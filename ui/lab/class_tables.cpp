#include "ui/lab/class_tables.h"

#include "core/base/sizes.h"
#include "core/lab/exercises/exercise_shelf.h"

#include <QCoreApplication>
#include <QDateTime>

namespace howdah::class_tables {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::ClassTables)
};

const StepRecord *stepOf(const ExerciseRecord &record, const QString &id)
{
    for (const StepRecord &step : record.steps)
        if (step.id == id)
            return &step;
    return nullptr;
}

TableCell stepCell(const StepRecord *step)
{
    if (step == nullptr || step->begunAt.isEmpty())
        return {.text = Tr::tr("not begun"), .raw = 0};
    const QString effort = Tr::tr("%n check(s)", nullptr, step->checks) + QStringLiteral(", ") +
                           Tr::tr("%n hint(s)", nullptr, step->hintsTaken);
    if (step->passed())
        return {.text = Tr::tr("passed"), .raw = 2, .toolTip = effort, .health = Health::Good};
    return {.text = Tr::tr("is here"), .raw = 1, .toolTip = effort, .health = Health::Attention};
}

TableCell figure(int value)
{
    return {.text = QString::number(value), .raw = value};
}

TableCell timeTaken(const ExerciseRecord &record)
{
    const QDateTime begun = QDateTime::fromString(record.begunAt, Qt::ISODateWithMs);
    const QDateTime ended = QDateTime::fromString(record.steps.last().passedAt, Qt::ISODateWithMs);
    if (!record.passed() || !begun.isValid() || !ended.isValid())
        return {.text = QStringLiteral("–"), .raw = {}};
    const qint64 took = begun.msecsTo(ended);
    return {.text = prettyDuration(took), .raw = took};
}

} // namespace

Titles titlesOf(const ClassResults::OfExercise &results)
{
    const ExerciseShelf shelf = readExerciseShelf();
    const Exercise *exercise = shelf.find(results.exercise);
    Titles titles{.exercise = exercise ? exercise->title.text() : results.exercise, .steps = {}};
    if (exercise && exercise->number > 0)
        titles.exercise.prepend(QStringLiteral("%1  ").arg(exercise->number));
    for (const ClassResults::Step &step : results.steps) {
        const ExerciseStep *declared = exercise ? exercise->step(step.id) : nullptr;
        titles.steps.insert(step.id, declared ? declared->title.text() : step.id);
    }
    return titles;
}

QList<TableColumn> learnerColumns(const ClassResults::OfExercise &results, const Titles &titles)
{
    QList<TableColumn> columns{{.title = Tr::tr("Learner"), .toolTip = {}},
                               {.title = Tr::tr("Passed"), .toolTip = Tr::tr("Steps"), .figures = true}};
    for (int index = 0; index < results.steps.size(); ++index)
        columns.append({.title = QString::number(index + 1), .toolTip = titles.steps.value(results.steps.at(index).id)});
    columns.append({.title = Tr::tr("Took"), .toolTip = Tr::tr("From the beginning to the last step"), .figures = true});
    return columns;
}

QList<TableRow> learnerRows(const ClassResults::OfExercise &results)
{
    QList<TableRow> rows;
    int number = 0;
    for (const ExerciseRecord &record : results.learners) {
        TableRow row{.key = QString::number(number++), .cells = {}};
        row.cells.append({.text = record.learner.isEmpty() ? Tr::tr("not given") : record.learner});
        row.cells.append({.text = Tr::tr("%1 of %2").arg(record.current()).arg(record.steps.size()), .raw = record.current()});
        for (const ClassResults::Step &step : results.steps)
            row.cells.append(stepCell(stepOf(record, step.id)));
        row.cells.append(timeTaken(record));
        rows.append(row);
    }
    return rows;
}

QList<TableColumn> stepColumns()
{
    return {{.title = Tr::tr("No."), .toolTip = {}, .figures = true},
            {.title = Tr::tr("Step"), .toolTip = {}},
            {.title = Tr::tr("Passed"), .toolTip = Tr::tr("Learners"), .figures = true},
            {.title = Tr::tr("Are here"), .toolTip = Tr::tr("Learners who have begun it and not passed it"), .figures = true},
            {.title = Tr::tr("Checks"), .toolTip = Tr::tr("Of all of them together"), .figures = true},
            {.title = Tr::tr("Hints"), .toolTip = Tr::tr("Of all of them together"), .figures = true}};
}

QList<TableRow> stepRows(const ClassResults::OfExercise &results, const Titles &titles)
{
    QList<TableRow> rows;
    const QString stuck = results.stuckAt();
    for (int index = 0; index < results.steps.size(); ++index) {
        const ClassResults::Step &step = results.steps.at(index);
        TableCell title{.text = titles.steps.value(step.id)};
        if (step.id == stuck)
            title.health = Health::Attention;
        rows.append({.key = step.id,
                     .cells = {figure(index + 1), title, figure(step.passed), figure(step.begun - step.passed),
                               figure(step.checks), figure(step.hints)}});
    }
    return rows;
}

QString sentenceFor(const ClassResults::OfExercise &results, const Titles &titles)
{
    QString sentence = Tr::tr("%1 of %2 learners have passed all of it.").arg(results.passed()).arg(results.learners.size());
    if (const QString stuck = results.stuckAt(); !stuck.isEmpty())
        sentence += QLatin1Char(' ') + Tr::tr("Most of the others are at “%1”.").arg(titles.steps.value(stuck, stuck));
    return sentence;
}

} // namespace howdah::class_tables
