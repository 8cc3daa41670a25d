#include "app/cli/exercise_report.h"
#include "app/cli/table.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace howdah::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::CommandLine)
};

QString indented(const QString &text, const QString &by)
{
    QString result = by + text;
    return result.replace(QLatin1Char('\n'), QLatin1Char('\n') + by);
}

bool hasPassed(const ExerciseRecord &record, const QString &id)
{
    return std::any_of(record.steps.begin(), record.steps.end(),
                       [&id](const StepRecord &step) { return step.id == id && step.passed(); });
}

} // namespace

QString stepText(const Exercise &exercise, int index)
{
    const ExerciseStep &step = exercise.steps.at(index);
    QString text = QStringLiteral("\n%1/%2  %3\n%4")
                       .arg(index + 1)
                       .arg(exercise.steps.size())
                       .arg(step.title.text(), indented(step.text.text(), QStringLiteral("  ")));
    if (step.question.isAsked()) {
        text += QStringLiteral("\n  ") + step.question.text.text();
        for (const ExerciseQuestion::Choice &choice : step.question.choices)
            text += QStringLiteral("\n    %1: %2").arg(choice.id, choice.text.text());
    }
    return text;
}

QString taskText(const TaskEvidence &task)
{
    QString text = QStringLiteral("  %1> %2").arg(task.what, task.line);
    if (!task.output.isEmpty())
        text += QLatin1Char('\n') + indented(task.output, QStringLiteral("    "));
    return text;
}

QString observationsText(const StepRecord &step)
{
    QStringList lines;
    for (const ObservationEvidence &seen : step.observations) {
        lines << (seen.asExpected ? Tr::tr("  ✔ %1: %2").arg(seen.text, seen.seen)
                                  : Tr::tr("  ✘ %1: expected %2, saw %3").arg(seen.text, seen.expected, seen.seen));
        if (!seen.because.isEmpty())
            lines << QStringLiteral("    ") + seen.because;
    }
    return lines.join(QLatin1Char('\n'));
}

QString exerciseText(const Exercise &exercise, const ExerciseRecord *record)
{
    QString text = QStringLiteral("%1\n\n%2\n").arg(exercise.title.text(), exercise.why.text());
    for (int index = 0; index < exercise.steps.size(); ++index) {
        text += stepText(exercise, index) + QLatin1Char('\n');
        for (const ExerciseObservation &observation : exercise.steps.at(index).observations)
            text += Tr::tr("  observed: %1").arg(observation.text.text()) + QLatin1Char('\n');
        if (record && hasPassed(*record, exercise.steps.at(index).id))
            text += Tr::tr("  passed") + QLatin1Char('\n');
    }
    return text.trimmed();
}

QJsonObject exerciseJson(const Exercise &exercise, const ExerciseRecord *record)
{
    QJsonArray steps;
    for (const ExerciseStep &step : exercise.steps)
        steps << QJsonObject{{QStringLiteral("id"), step.id}, {QStringLiteral("title"), step.title.text()}};
    QJsonObject document{{QStringLiteral("number"), exercise.number},
                         {QStringLiteral("id"), exercise.id},
                         {QStringLiteral("title"), exercise.title.text()},
                         {QStringLiteral("minutes"), exercise.minutes},
                         {QStringLiteral("steps"), steps}};
    if (record) {
        document.insert(QStringLiteral("passed"), record->passed());
        document.insert(QStringLiteral("record"), QJsonDocument::fromJson(exercise_records::toJson(*record)).object());
    }
    return document;
}

QString classText(const ClassResults &results)
{
    QStringList parts;
    for (const ClassResults::OfExercise &exercise : results.exercises) {
        QList<QStringList> steps{
            {Tr::tr("Step"), Tr::tr("Passed"), Tr::tr("Begun"), Tr::tr("Checks"), Tr::tr("Hints")}};
        for (const ClassResults::Step &step : exercise.steps)
            steps << QStringList{step.id, QString::number(step.passed), QString::number(step.begun),
                                 QString::number(step.checks), QString::number(step.hints)};
        QList<QStringList> learners{{Tr::tr("Learner"), Tr::tr("Passed"), Tr::tr("At"), Tr::tr("Begun")}};
        for (const ExerciseRecord &record : exercise.learners)
            learners << QStringList{record.learner.isEmpty() ? Tr::tr("not given") : record.learner,
                                    QStringLiteral("%1/%2").arg(record.current()).arg(record.steps.size()),
                                    record.passed() ? QString() : record.steps.at(record.current()).id, record.begunAt};
        parts << exercise.exercise + QLatin1Char('\n') + tableText(learners) + QLatin1Char('\n') + tableText(steps);
        if (const QString stuck = exercise.stuckAt(); !stuck.isEmpty())
            parts.last() += Tr::tr("Most of those who have not passed are at “%1”.").arg(stuck);
    }
    return parts.isEmpty() ? Tr::tr("There is no result in this folder.") : parts.join(QStringLiteral("\n\n"));
}

QJsonObject classJson(const ClassResults &results)
{
    QJsonArray exercises;
    for (const ClassResults::OfExercise &exercise : results.exercises) {
        QJsonArray steps, learners;
        for (const ClassResults::Step &step : exercise.steps)
            steps << QJsonObject{{QStringLiteral("id"), step.id},
                                 {QStringLiteral("passed"), step.passed},
                                 {QStringLiteral("begun"), step.begun},
                                 {QStringLiteral("checks"), step.checks},
                                 {QStringLiteral("hints"), step.hints}};
        for (const ExerciseRecord &record : exercise.learners)
            learners << QJsonObject{{QStringLiteral("name"), record.learner},
                                    {QStringLiteral("passed"), record.current()},
                                    {QStringLiteral("steps"), record.steps.size()}};
        exercises << QJsonObject{{QStringLiteral("exercise"), exercise.exercise},
                                 {QStringLiteral("learners"), learners},
                                 {QStringLiteral("steps"), steps},
                                 {QStringLiteral("stuckAt"), exercise.stuckAt()}};
    }
    QStringList unreadable;
    for (const ClassResults::Unreadable &one : results.unreadable)
        unreadable << one.file;
    return {{QStringLiteral("exercises"), exercises},
            {QStringLiteral("unreadable"), QJsonArray::fromStringList(unreadable)}};
}

} // namespace howdah::cli
