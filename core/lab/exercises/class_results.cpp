#include "core/lab/exercises/class_results.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QMap>

#include <algorithm>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::ClassResults)
};

constexpr qint64 largestResult = 16 * 1024 * 1024;

/// Nobody who did not give a name is taken for somebody else without one.
void addLearner(QList<ExerciseRecord> &learners, const ExerciseRecord &record)
{
    const auto earlier = std::find_if(learners.begin(), learners.end(), [&record](const ExerciseRecord &one) {
        return !record.learner.isEmpty() && one.learner == record.learner;
    });
    if (earlier == learners.end())
        learners.append(record);
    else if (earlier->begunAt <= record.begunAt)
        *earlier = record;
}

Result<ExerciseRecord> readResult(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{.code = ErrorCode::NotPermitted, .message = file.errorString()};
    if (file.size() > largestResult)
        return Error{.code = ErrorCode::Invalid, .message = Tr::tr("It is far too large for a result.")};
    Result<ExerciseRecord> record = exercise_records::fromJson(file.readAll());
    if (record && (record->exercise.isEmpty() || record->steps.isEmpty()))
        return Error{.code = ErrorCode::Invalid, .message = Tr::tr("It names no exercise, or has no steps.")};
    return record;
}

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

int ClassResults::OfExercise::passed() const
{
    return static_cast<int>(std::count_if(learners.begin(), learners.end(),
                                          [](const ExerciseRecord &record) { return record.passed(); }));
}

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
        addLearner(exercise.learners, record);
    }
    ClassResults results;
    for (ClassResults::OfExercise exercise : std::as_const(byName)) {
        std::sort(exercise.learners.begin(), exercise.learners.end(),
                  [](const ExerciseRecord &left, const ExerciseRecord &right) { return left.learner < right.learner; });
        for (const ExerciseRecord &record : std::as_const(exercise.learners))
            count(record, exercise.steps);
        results.exercises.append(exercise);
    }
    return results;
}

ClassResults readClassResults(const QString &directory)
{
    QList<ExerciseRecord> records;
    QList<ClassResults::Unreadable> unreadable;
    QDirIterator files(directory, {QStringLiteral("*.json")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        const Result<ExerciseRecord> record = readResult(file);
        if (record)
            records << *record;
        else
            unreadable.append({file, record.error().full()});
    }
    ClassResults results = sumUp(records);
    results.unreadable = unreadable;
    return results;
}

} // namespace howdah
