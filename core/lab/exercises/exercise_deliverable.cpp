#include "core/lab/exercises/exercise_deliverable.h"

#include "core/base/sizes.h"
#include "core/lab/exercises/exercise_words.h"
#include "core/operations/report_writer.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::ExerciseDeliverable)
};

const QString resultFile = QStringLiteral("result.json");

QString moment(const QString &iso)
{
    const QDateTime time = QDateTime::fromString(iso, Qt::ISODateWithMs);
    return time.isValid() ? time.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss 'UTC'")) : Tr::tr("not yet");
}

void writeFacts(ReportWriter &writer, const Exercise &exercise, const ExerciseRecord &record)
{
    const QString name = exercise.number > 0 ? QString::number(exercise.number) : exercise.id;
    int checks = 0, hints = 0;
    for (const StepRecord &step : record.steps) {
        checks += step.checks;
        hints += step.hintsTaken;
    }
    writer.table({Tr::tr("What"), Tr::tr("Value")},
                 {{Tr::tr("Name"), record.learner.isEmpty() ? Tr::tr("not given") : record.learner},
                  {Tr::tr("Exercise"), name},
                  {Tr::tr("Begun"), moment(record.begunAt)},
                  {Tr::tr("Ended"), record.passed() ? moment(record.steps.last().passedAt) : Tr::tr("not yet")},
                  {Tr::tr("Steps passed"), QStringLiteral("%1/%2").arg(record.current()).arg(record.steps.size())},
                  {Tr::tr("Checks made"), QString::number(checks)},
                  {Tr::tr("Hints taken"), QString::number(hints)},
                  {Tr::tr("PostgreSQL"), record.serverVersion},
                  {Tr::tr("Howdah"), QStringLiteral(HOWDAH_VERSION)}});
}

void writeTask(ReportWriter &writer, const TaskEvidence &task)
{
    const QString who = task.byHowdah ? Tr::tr("%1, arranged by Howdah").arg(task.what) : task.what;
    writer.paragraph(QStringLiteral("%1 · %2 · %3").arg(who, moment(task.at), prettyDuration(task.milliseconds)));
    writer.code(task.output.isEmpty() ? task.line : task.line + QStringLiteral("\n\n") + task.output);
}

void writeAnswer(ReportWriter &writer, const ExerciseStep &step, const StepRecord &record)
{
    for (const ExerciseQuestion::Choice &choice : step.question.choices)
        if (choice.id == record.answer)
            writer.paragraph(Tr::tr("Answer: %1 (%2)")
                                 .arg(choice.text.text(),
                                      choice.id == step.question.right ? Tr::tr("right") : Tr::tr("wrong")));
}

void writeObservations(ReportWriter &writer, const QList<ObservationEvidence> &observations)
{
    if (observations.isEmpty())
        return;
    QList<QStringList> rows;
    for (const ObservationEvidence &one : observations)
        rows.append({one.asExpected ? QStringLiteral("✔") : QStringLiteral("✘"), one.text, one.expected, one.seen,
                     prettyDuration(one.milliseconds)});
    writer.table({QString(), Tr::tr("Observed"), Tr::tr("Expected"), Tr::tr("Seen"), Tr::tr("After")}, rows);
}

void writeStep(ReportWriter &writer, int number, const ExerciseStep &step, const StepRecord &record,
               const QHash<QString, QByteArray> &pictures)
{
    writer.heading(QStringLiteral("%1. %2").arg(number).arg(step.title.text()));
    writer.paragraph(record.text.isEmpty() ? step.text.text() : record.text);
    if (record.begunAt.isEmpty()) {
        writer.paragraph(Tr::tr("Not begun."));
        return;
    }
    for (const TaskEvidence &task : record.tasks)
        writeTask(writer, task);
    writeAnswer(writer, step, record);
    if (record.passed() && !record.found.isEmpty()) {
        writer.paragraph(Tr::tr("What Howdah found by itself:"));
        writer.code(record.found);
    }
    writeObservations(writer, record.observations);
    for (const QString &picture : record.pictures)
        if (pictures.contains(picture))
            writer.picture(picture, pictures.value(picture), step.title.text());
    writer.paragraph(record.passed() ? Tr::tr("Passed %1.").arg(moment(record.passedAt)) : Tr::tr("Not passed yet."));
}

void writeLeftOut(ReportWriter &writer, const Exercise &exercise, const ExerciseRecord &record)
{
    for (const QString &id : record.leftOut)
        if (const ExerciseStep *step = exercise.step(id))
            writer.paragraph(step->leftOutSentence());
}

/// The frame and the facts of this run; the words are the learner's.
void writeNote(ReportWriter &writer, const ExerciseRecord &record)
{
    writer.heading(Tr::tr("The facts of this run"));
    QList<QStringList> facts;
    for (const StepRecord &step : record.steps)
        for (const ObservationEvidence &one : step.observations)
            facts.append({one.text, one.seen, moment(one.at)});
    writer.table({Tr::tr("Observed"), Tr::tr("Seen"), Tr::tr("When")}, facts);
    writer.heading(Tr::tr("In my own words"));
    if (record.note.isEmpty())
        writer.paragraph(Tr::tr("(What happened, why, and what I would do next time.)"));
    for (const QString &paragraph : record.note.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        writer.paragraph(paragraph);
}

Result<void> writeFile(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit())
        return {};
    return Error{.code = ErrorCode::Storage,
                 .message = Tr::tr("%1 could not be written.").arg(path),
                 .detail = file.errorString()};
}

} // namespace

void composeDeliverable(ReportWriter &writer, const Exercise &declared, const ExerciseRecord &record,
                        const QHash<QString, QByteArray> &pictures)
{
    const Exercise exercise = ExerciseWords({}, {}, {}).readable(declared);
    writer.title(exercise.title.text());
    writeFacts(writer, exercise, record);
    writer.paragraph(exercise.why.text());
    for (int index = 0; index < record.steps.size(); ++index)
        if (const ExerciseStep *step = exercise.step(record.steps.at(index).id))
            writeStep(writer, index + 1, *step, record.steps.at(index), pictures);
    writeLeftOut(writer, exercise, record);
    writeNote(writer, record);
    writer.attachment(resultFile, exercise_records::toJson(record));
}

QHash<QString, QByteArray> picturesOf(const ExerciseRecord &record)
{
    QHash<QString, QByteArray> pictures;
    const QDir directory(exercise_records::directory(record.exercise));
    for (const StepRecord &step : record.steps) {
        for (const QString &name : step.pictures) {
            QFile file(directory.filePath(name));
            if (file.open(QIODevice::ReadOnly))
                pictures.insert(name, file.readAll());
        }
    }
    return pictures;
}

Result<void> saveDeliverable(const QString &directory, const Exercise &exercise, const ExerciseRecord &record,
                             const QList<ReportFormat> &formats)
{
    const QHash<QString, QByteArray> pictures = picturesOf(record);
    const QDir folder(directory);
    if (!QDir().mkpath(directory))
        return Error{.code = ErrorCode::Storage, .message = Tr::tr("%1 could not be made.").arg(directory)};
    QList<QPair<QString, QByteArray>> files{{resultFile, exercise_records::toJson(record)}};
    for (const ReportFormat &format : formats) {
        const std::unique_ptr<ReportWriter> writer = format.makeWriter();
        composeDeliverable(*writer, exercise, record, pictures);
        files.append({QStringLiteral("report.") + format.suffix, writer->finished()});
    }
    for (auto it = pictures.begin(); it != pictures.end(); ++it)
        files.append({it.key(), it.value()});
    for (const auto &[name, content] : std::as_const(files))
        if (const Result<void> written = writeFile(folder.filePath(name), content); !written)
            return written.error();
    return {};
}

} // namespace howdah
