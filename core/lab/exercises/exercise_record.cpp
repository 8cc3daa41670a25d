#include "core/lab/exercises/exercise_record.h"

#include "core/base/paths.h"
#include "core/operations/json_fields.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

namespace howdah {

// Not in an unnamed namespace: found by argument-dependent lookup.
template <typename Fields> static void describe(Fields &fields, TaskEvidence &task)
{
    fields("what", task.what);
    fields("line", task.line);
    fields("output", task.output);
    fields("succeeded", task.succeeded);
    fields("byHowdah", task.byHowdah);
    fields("at", task.at);
    fields("milliseconds", task.milliseconds);
}

template <typename Fields> static void describe(Fields &fields, ObservationEvidence &observation)
{
    fields("text", observation.text);
    fields("expected", observation.expected);
    fields("seen", observation.seen);
    fields("because", observation.because);
    fields("asExpected", observation.asExpected);
    fields("at", observation.at);
    fields("milliseconds", observation.milliseconds);
}

template <typename Fields> static void describe(Fields &fields, StepRecord &step)
{
    fields("id", step.id);
    fields("text", step.text);
    fields("begunAt", step.begunAt);
    fields("passedAt", step.passedAt);
    fields("noted", step.noted);
    fields("tasks", step.tasks);
    fields("observations", step.observations);
    fields("checks", step.checks);
    fields("hintsTaken", step.hintsTaken);
    fields("answer", step.answer);
    fields("pictures", step.pictures);
    json::optionally(fields, "found", step.found);
}

template <typename Fields> static void describe(Fields &fields, ExerciseRecord &record)
{
    fields("exercise", record.exercise);
    fields("lab", record.lab);
    fields("learner", record.learner);
    fields("serverVersion", record.serverVersion);
    fields("note", record.note);
    fields("begunAt", record.begunAt);
    fields("steps", record.steps);
    fields("prepared", record.prepared);
    json::optionally(fields, "leftOut", record.leftOut);
}

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::ExerciseRecord)
};

QString fileOf(const QString &exercise)
{
    return exercise_records::directory(exercise) + QStringLiteral("/record.json");
}

} // namespace

bool ExerciseRecord::passed() const
{
    return current() == steps.size();
}

int ExerciseRecord::current() const
{
    int index = 0;
    while (index < steps.size() && steps.at(index).passed())
        ++index;
    return index;
}

QHash<QString, QString> ExerciseRecord::noted() const
{
    QHash<QString, QString> all;
    for (const StepRecord &step : steps)
        all.insert(step.noted);
    return all;
}

StepRecord *ExerciseRecord::step(const QString &id)
{
    for (StepRecord &one : steps)
        if (one.id == id)
            return &one;
    return nullptr;
}

QString exercise_records::directory(const QString &exercise)
{
    const QString path = paths::stateDirectory() + QStringLiteral("/exercises/") + exercise;
    QDir().mkpath(path);
    return path;
}

QByteArray exercise_records::toJson(const ExerciseRecord &record)
{
    ExerciseRecord copy = record; // describe() reads and writes
    return QJsonDocument(json::Writer::write(copy).toObject()).toJson();
}

Result<ExerciseRecord> exercise_records::fromJson(const QByteArray &json)
{
    QJsonParseError wrong;
    const QJsonDocument document = QJsonDocument::fromJson(json, &wrong);
    if (wrong.error != QJsonParseError::NoError)
        return Error{.code = ErrorCode::Invalid,
                     .message = Tr::tr("The record of the exercise cannot be read."),
                     .detail = wrong.errorString()};
    json::Reader reader(document.object());
    ExerciseRecord record;
    describe(reader, record);
    if (!reader.ok())
        return Error{.code = ErrorCode::Invalid,
                     .message = Tr::tr("This is no record of an exercise, or not a whole one."),
                     .detail = reader.error(Tr::tr("This file")).message};
    return record;
}

Result<ExerciseRecord> exercise_records::find(const QString &exercise)
{
    QFile file(fileOf(exercise));
    if (!file.open(QIODevice::ReadOnly))
        return Error{.code = ErrorCode::NotFound,
                     .message = Tr::tr("The exercise \"%1\" has not been begun.").arg(exercise),
                     .hint = Tr::tr("“howdahctl lab exercise run %1” begins it.").arg(exercise)};
    return fromJson(file.readAll());
}

Result<void> exercise_records::save(const ExerciseRecord &record)
{
    QSaveFile file(fileOf(record.exercise));
    const QByteArray json = toJson(record);
    if (file.open(QIODevice::WriteOnly) && file.write(json) == json.size() && file.commit())
        return {};
    return Error{.code = ErrorCode::Storage,
                 .message = Tr::tr("The record of the exercise could not be written to %1.").arg(file.fileName()),
                 .detail = file.errorString()};
}

Result<void> exercise_records::putAside(const QString &exercise)
{
    const Result<ExerciseRecord> old = find(exercise);
    if (!old)
        return {}; // nothing there, or nothing that could be read
    QString time = old->begunAt;
    time.remove(QLatin1Char(':')).remove(QLatin1Char('-'));
    const QString aside = QStringLiteral("%1/record-%2.json").arg(directory(exercise), time);
    if (QFile::exists(aside) || QFile::rename(fileOf(exercise), aside))
        return {};
    return Error{.code = ErrorCode::Storage,
                 .message = Tr::tr("The earlier record could not be kept as %1.").arg(aside)};
}

} // namespace howdah
