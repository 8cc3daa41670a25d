#include "core/lab/exercises/exercise_run.h"

#include "core/lab/exercises/exercise_diagnosis.h"
#include "core/lab/exercises/exercise_observations.h"
#include "core/lab/exercises/exercise_tasks.h"
#include "core/lab/lab_containers.h"
#include "core/lab/lab_settings.h"

#include <QCoreApplication>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::ExerciseRun)
};

constexpr Milliseconds patience{300000};

QString now()
{
    return QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
}

QString workDirectoryOf(const Lab &lab)
{
    return LabContainers::directory(lab);
}

Result<Lab> freshLab(const Exercise &exercise, Hosts &hosts, const LabProgress &progress, std::stop_token stop)
{
    Labs labs(hosts);
    const Deadline deadline = Deadline::after(patience);
    const QString name = exerciseLabName(exercise);
    if (labs.find(name))
        if (const Result<void> gone = labs.destroy(name, deadline, stop); !gone)
            return gone.error();
    // Not before: while its lab is there, an exercise can be gone on with.
    if (const Result<void> kept = exercise_records::putAside(exercise.id); !kept)
        return kept.error();
    return labs.create({.name = name,
                        .standbys = exercise.needs.standbys,
                        .archive = exercise.needs.archive,
                        .workloadPerSecond = exercise.needs.workloadPerSecond,
                        .diskBytes = exercise.needs.diskBytes,
                        .containers = exercise.needs.containers},
                       deadline, stop, progress);
}

Result<void> makeWorkDirectory(const Lab &lab, Hosts &hosts)
{
    if (lab.kit.isThere()) // its compose file lies there already
        return {};
    const auto host = hosts.find(QStringLiteral("local"));
    if (!host)
        return host.error();
    return (*host)->makeDirectory(workDirectoryOf(lab), 0700, As{lab.systemUser}, Deadline::after(patience));
}

/// What the lab's passfile holds: host:port:database:user:password, and the lab's own passwords have no colon.
QStringList secretsOf(const Lab &lab, Hosts &hosts)
{
    const auto host = hosts.find(QStringLiteral("local"));
    const Result<QByteArray> lines =
        host ? (*host)->readFile(lab_settings::passFile(lab), As{lab.systemUser}, Deadline::after(patience))
             : Result<QByteArray>(host.error());
    QStringList secrets;
    for (const QString &line : QString::fromUtf8(lines.valueOr({})).split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        secrets << line.section(QLatin1Char(':'), -1);
    return secrets;
}

ExercisePlace placeOf(const Environment &environment, const Lab &lab, const ExerciseRecord &record,
                      std::stop_token stop)
{
    return {environment,
            lab,
            workDirectoryOf(lab),
            ExerciseWords(lab, workDirectoryOf(lab), record.noted()),
            stop,
            secretsOf(lab, *environment.hosts)};
}

QStringList leftOut(const Exercise &whole, const Exercise &fitting)
{
    QStringList ids;
    for (const ExerciseStep &step : whole.steps)
        if (fitting.step(step.id) == nullptr)
            ids << step.id;
    return ids;
}

ExerciseRecord emptyRecord(const Exercise &exercise)
{
    ExerciseRecord record{.exercise = exercise.id, .lab = exerciseLabName(exercise), .begunAt = now()};
    for (const ExerciseStep &step : exercise.steps)
        record.steps.append(StepRecord{.id = step.id});
    return record;
}

/// An exercise's file may have been changed since it was begun: steps keep their evidence by id.
ExerciseRecord fittedTo(const Exercise &exercise, ExerciseRecord record)
{
    QList<StepRecord> steps;
    for (const ExerciseStep &step : exercise.steps) {
        StepRecord *old = record.step(step.id);
        steps.append(old ? *old : StepRecord{.id = step.id});
    }
    record.steps = steps;
    return record;
}

} // namespace

Result<ExerciseRun> ExerciseRun::begin(const Exercise &exercise, const Environment &environment,
                                       const LabProgress &progress, std::stop_token stop)
{
    const QStringList missing = missingForExercise(exercise, *environment.hosts, Deadline::after(patience));
    if (!missing.isEmpty())
        return Error{.code = ErrorCode::NotReady, .message = missing.join(QLatin1Char(' '))};
    const Exercise fitting = fittedToMachine(exercise, *environment.hosts, Deadline::after(patience));
    const Result<Lab> lab = freshLab(fitting, *environment.hosts, progress, stop);
    if (!lab)
        return lab.error();
    if (const Result<void> made = makeWorkDirectory(*lab, *environment.hosts); !made)
        return made.error();
    ExerciseRecord record = emptyRecord(fitting);
    record.leftOut = leftOut(exercise, fitting);
    ExerciseRun run(fitting, placeOf(environment, *lab, record, stop), record);
    if (const Result<void> prepared = run.prepareCluster(); !prepared)
        return prepared.error();
    if (const Result<void> begun = run.beginStep(0); !begun)
        return begun.error();
    return run;
}

Result<ExerciseRun> ExerciseRun::open(const Exercise &exercise, const Environment &environment, std::stop_token stop)
{
    const Result<ExerciseRecord> record = exercise_records::find(exercise.id);
    if (!record)
        return record.error();
    const Result<Lab> lab = Labs(*environment.hosts).find(record->lab);
    if (!lab)
        return Error{.code = ErrorCode::NotFound,
                     .message = Tr::tr("The lab of this exercise is gone."),
                     .detail = lab.error().message,
                     .hint = Tr::tr("Start over: that makes a fresh one.")};
    Exercise fitting = exercise;
    fitting.steps.removeIf([&record](const ExerciseStep &step) { return record->leftOut.contains(step.id); });
    const ExerciseRecord fitted = fittedTo(fitting, *record);
    ExerciseRun run(fitting, placeOf(environment, *lab, fitted, stop), fitted);
    (void)run.m_place.look();
    return run;
}

void ExerciseRun::refreshWords()
{
    m_place.words.setLab(m_place.lab, m_record.noted());
}

Result<void> ExerciseRun::carryOut(const ExerciseTask &task, bool byHowdah, QList<TaskEvidence> &evidence)
{
    // Operations add and remove nodes: the lab is what it is on record now.
    if (const Result<Lab> lab = Labs(m_place.hosts()).find(m_place.lab.name))
        m_place.lab = *lab;
    refreshWords();
    TaskEvidence done = howdah::performTask(task, m_place);
    done.byHowdah = byHowdah;
    evidence.append(done);
    if (const Result<void> saved = save(); !saved)
        return saved.error();
    if (done.succeeded)
        return {};
    return Error{.code = ErrorCode::NotReady,
                 .message = Tr::tr("This did not go as it should: %1").arg(done.line),
                 .detail = done.output};
}

Result<void> ExerciseRun::prepareCluster()
{
    const ClusterSnapshotPtr seen = m_place.look();
    if (const NodeState *primary = seen->primary())
        m_record.serverVersion = primary->sample->version.toString();
    for (const ExerciseTask &task : m_exercise.prepared)
        if (const Result<void> done = carryOut(task, true, m_record.prepared); !done)
            return done.error();
    return save();
}

Result<void> ExerciseRun::beginStep(int index)
{
    if (index >= m_exercise.steps.size() || !m_record.steps.at(index).begunAt.isEmpty())
        return {};
    const ExerciseStep &step = m_exercise.steps.at(index);
    StepRecord &record = m_record.steps[index];
    record.begunAt = now();
    for (const NotedValue &noted : step.noted) {
        const Result<QString> value = measure(noted.measurement, m_place);
        if (!value)
            return value.error();
        record.noted.insert(noted.name, *value);
        refreshWords();
    }
    (void)m_place.look(); // the step before may have changed who is the primary
    record.text = m_place.words.readable(step.text.text());
    for (const ExerciseTask &task : step.arranged)
        if (const Result<void> done = carryOut(task, true, record.tasks); !done)
            return done.error();
    record.found = whatIsFound(step.found, m_place).join(QLatin1Char('\n'));
    return save();
}

Result<void> ExerciseRun::performTask(int step, int task)
{
    return carryOut(m_exercise.steps.at(step).tasks.at(task), false, m_record.steps[step].tasks);
}

Result<void> ExerciseRun::perform(int step)
{
    const ExerciseStep &declared = m_exercise.steps.at(step);
    for (int task = 0; task < declared.tasks.size(); ++task)
        if (const Result<void> done = performTask(step, task); !done)
            return done.error();
    return declared.question.isAsked() ? answer(step, declared.question.right) : Result<void>();
}

Result<void> ExerciseRun::addEvidence(int step, const TaskEvidence &evidence)
{
    m_record.steps[step].tasks.append(evidence);
    return save();
}

Result<bool> ExerciseRun::look(int index)
{
    if (const Result<Lab> lab = Labs(m_place.hosts()).find(m_place.lab.name))
        m_place.lab = *lab;
    refreshWords();
    const ExerciseStep &step = m_exercise.steps.at(index);
    StepRecord &record = m_record.steps[index];
    ++record.checks;
    record.observations.clear();
    bool passed = !step.question.isAsked() || record.answer == step.question.right;
    bool worthWaiting = passed; // once one has not come true in its time, the others are looked at as they are
    for (ExerciseObservation observation : step.observations) {
        if (!worthWaiting)
            observation.withinSeconds = 0;
        record.observations.append(observe(observation, m_place));
        worthWaiting = record.observations.last().asExpected;
        passed = passed && worthWaiting;
    }
    // What was seen once stays passed: later steps change the cluster on purpose.
    if (passed && !record.passed())
        record.passedAt = now();
    if (const Result<void> saved = save(); !saved)
        return saved.error();
    return passed;
}

Result<void> ExerciseRun::goOn()
{
    return beginStep(current());
}

Result<bool> ExerciseRun::check(int index)
{
    const Result<bool> passed = look(index);
    if (passed.valueOr(false))
        if (const Result<void> begun = goOn(); !begun)
            return begun.error();
    return passed;
}

Result<void> ExerciseRun::answer(int step, const QString &choice)
{
    const auto &choices = m_exercise.steps.at(step).question.choices;
    const bool known = std::any_of(choices.begin(), choices.end(), [&](const auto &one) { return one.id == choice; });
    if (!known)
        return Error{.code = ErrorCode::Invalid, .message = Tr::tr("“%1” is none of the choices.").arg(choice)};
    m_record.steps[step].answer = choice;
    return save();
}

Result<LocalText> ExerciseRun::hint(int step)
{
    const QList<LocalText> &hints = m_exercise.steps.at(step).hints;
    int &taken = m_record.steps[step].hintsTaken;
    if (taken >= hints.size())
        return Error{.code = ErrorCode::NotFound, .message = Tr::tr("There is no further hint for this step.")};
    const LocalText next = hints.at(taken++);
    if (const Result<void> saved = save(); !saved)
        return saved.error();
    return next;
}

Result<void> ExerciseRun::setNote(const QString &note)
{
    m_record.note = note;
    return save();
}

Result<void> ExerciseRun::setLearner(const QString &name)
{
    m_record.learner = name;
    return save();
}

Result<void> ExerciseRun::addPicture(int step, const QString &file)
{
    m_record.steps[step].pictures.append(file);
    return save();
}

} // namespace howdah
