#include "core/lab/exercises/class_results.h"

#include <QDirIterator>
#include <QFile>
#include <QMap>

#include <algorithm>

namespace howdah {

namespace {

void count(const ExerciseRecord &record, QList<ClassResults::Step> &steps)
{
    for (const StepRecord &step : record.steps) {
        auto known = std::find_if(steps.begin(), steps.end(), [&](const auto &one) { return one.id == step.id; });
        if (known == steps.end()) {
            steps.append({.id = step.id});
            known = std::prev(steps.end());
        }
        known->passed += step.passed() ? 1 : 0;
        known->begun += step.begunAt.isEmpty() ? 0 : 1;
        known->checks += step.checks;
        known->hints += step.hintsTaken;
    }
}

} // namespace

QString ClassResults::OfExercise::stuckAt() const
{
    QMap<QString, int> waiting;
    for (const ExerciseRecord &record : learners)
        if (!record.passed())
            ++waiting[record.steps.at(record.current()).id];
    const auto most = std::max_element(waiting.begin(), waiting.end());
    return most == waiting.end() ? QString() : most.key();
}

ClassResults sumUp(const QList<ExerciseRecord> &records)
{
    QMap<QString, ClassResults::OfExercise> byName;
    for (const ExerciseRecord &record : records) {
        ClassResults::OfExercise &exercise = byName[record.exercise];
        exercise.exercise = record.exercise;
        exercise.learners.append(record);
        count(record, exercise.steps);
    }
    ClassResults results;
    for (ClassResults::OfExercise exercise : std::as_const(byName)) {
        std::sort(exercise.learners.begin(), exercise.learners.end(),
                  [](const ExerciseRecord &left, const ExerciseRecord &right) { return left.learner < right.learner; });
        results.exercises.append(exercise);
    }
    return results;
}

ClassResults readClassResults(const QString &directory)
{
    QList<ExerciseRecord> records;
    QStringList unreadable;
    QDirIterator files(directory, {QStringLiteral("*.json")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        const Result<ExerciseRecord> record = file.open(QIODevice::ReadOnly)
                                                  ? exercise_records::fromJson(file.readAll())
                                                  : Error{.code = ErrorCode::NotPermitted};
        if (record)
            records << *record;
        else
            unreadable << file.fileName();
    }
    ClassResults results = sumUp(records);
    results.unreadable = unreadable;
    return results;
}

} // namespace howdah
