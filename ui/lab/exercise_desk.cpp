#include "ui/lab/exercise_desk.h"

#include "core/lab/exercises/exercise_deliverable.h"
#include "core/lab/exercises/exercise_shelf.h"
#include "core/lab/exercises/exercise_tasks.h"

#include <QDir>
#include <QFile>

namespace howdah {

namespace {

ShownTask shown(const ExerciseTask &task, const ExercisePlace &place)
{
    const Result<NodeDefinition> node = place.words.node(task.node);
    const bool shell = task.kind == ExerciseTask::Kind::Shell;
    return {.kind = task.kind,
            .line = {.language = shell ? TypedLine::Language::Shell : TypedLine::Language::Sql,
                     .node = node ? node->name : task.node,
                     .text = taskLine(task, place),
                     .database = task.database},
            .operation = task.text,
            .arguments = taskArguments(task, place).valueOr(task.arguments)};
}

ExerciseState stateOf(const ExerciseRun &run)
{
    ExerciseState state{.exercise = run.place().words.readable(run.exercise()),
                        .record = run.record(),
                        .cluster = run.place().lab.cluster,
                        .tasks = {},
                        .texts = {},
                        .hints = {},
                        .directory = run.place().workDirectory,
                        .isBegun = true};
    for (const ExerciseStep &step : run.exercise().steps) {
        QList<ShownTask> tasks;
        for (const ExerciseTask &task : step.tasks)
            tasks << shown(task, run.place());
        state.tasks << tasks;
        const ExerciseWords &words = run.place().words;
        state.texts << words.readable(step.text.text());
        QStringList hints;
        for (const LocalText &hint : step.hints)
            hints << words.readable(hint.text());
        state.hints << hints;
    }
    return state;
}

Result<void> begun(std::shared_ptr<ExerciseRun> &run, const Exercise &exercise, const Environment &environment,
                   std::stop_token stop)
{
    Result<ExerciseRun> fresh = ExerciseRun::begin(exercise, environment, {}, stop);
    if (!fresh)
        return fresh.error();
    run = std::make_shared<ExerciseRun>(std::move(*fresh));
    return {};
}

Result<void> nothingBegun()
{
    return Error{.code = ErrorCode::NotReady, .message = ExerciseDesk::tr("No exercise has been begun.")};
}

Result<void> saved(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size())
        return {};
    return Error{.code = ErrorCode::Storage,
                 .message = ExerciseDesk::tr("%1 could not be written.").arg(path),
                 .detail = file.errorString()};
}

} // namespace

struct ExerciseDesk::Outcome
{
    std::shared_ptr<ExerciseRun> run;
    std::optional<ExerciseState> state;
    std::shared_ptr<const ExercisePlace> place;
    Result<void> result;
};

ExerciseDesk::ExerciseDesk(const Environment &environment, QObject *parent)
    : QObject(parent)
    , m_environment(environment)
    , m_background(this)
{
}

ExerciseDesk::~ExerciseDesk() = default;

void ExerciseDesk::request(Request request)
{
    m_waiting.append(std::move(request));
    next();
}

void ExerciseDesk::next()
{
    if (m_busy || m_waiting.isEmpty())
        return;
    m_busy = true;
    const Request request = m_waiting.takeFirst();
    Q_EMIT busyChanged(request.doing);
    m_background.run(
        [run = m_run, job = request.job](std::stop_token stop) mutable {
            Outcome outcome;
            outcome.result = job(run, stop);
            outcome.run = run;
            if (run) {
                outcome.state = stateOf(*run);
                outcome.place = std::make_shared<ExercisePlace>(run->place());
            }
            return outcome;
        },
        [this, request](const Outcome &outcome) { ended(outcome, request); });
}

void ExerciseDesk::ended(const Outcome &outcome, const Request &request)
{
    m_busy = false;
    m_run = outcome.run;
    m_place = outcome.place;
    m_state = outcome.state.value_or(ExerciseState{});
    Q_EMIT changed();
    if (!outcome.result)
        Q_EMIT failed(outcome.result.error());
    else if (request.afterwards)
        request.afterwards();
    if (m_waiting.isEmpty())
        Q_EMIT busyChanged({});
    next();
}

void ExerciseDesk::begin(const Exercise &exercise)
{
    request({tr("Making a fresh lab…"),
             [this, exercise](std::shared_ptr<ExerciseRun> &run, std::stop_token stop) -> Result<void> {
                 run.reset(); // its lab goes; when this fails there is none
                 return begun(run, exercise, m_environment, stop);
             },
             [this] { Q_EMIT labMade(); }});
}

void ExerciseDesk::open(const Exercise &exercise)
{
    const bool wasBegun = exercise_records::find(exercise.id).ok();
    request({wasBegun ? tr("Looking where it was left…") : tr("Making a fresh lab…"),
             [this, exercise](std::shared_ptr<ExerciseRun> &run, std::stop_token stop) -> Result<void> {
                 run.reset(); // of another exercise: it must not stand under this one's title
                 if (Result<ExerciseRun> opened = ExerciseRun::open(exercise, m_environment, stop)) {
                     run = std::make_shared<ExerciseRun>(std::move(*opened));
                     return run->goOn(); // where the window was closed before the step that came next had begun
                 }
                 return begun(run, exercise, m_environment, stop);
             },
             [this] { Q_EMIT labMade(); }});
}

void ExerciseDesk::check(int step)
{
    request({tr("Looking at the cluster…"),
             [step](std::shared_ptr<ExerciseRun> &run, std::stop_token stop) -> Result<void> {
                 if (!run)
                     return nothingBegun();
                 run->setStop(stop);
                 const Result<bool> passed = run->look(step);
                 return passed ? Result<void>() : passed.error();
             },
             [this, step] { Q_EMIT checked(step, m_state.record.steps.at(step).passed()); }});
}

void ExerciseDesk::goOn()
{
    request({tr("Preparing the next step…"),
             [](std::shared_ptr<ExerciseRun> &run, std::stop_token stop) {
                 if (!run)
                     return nothingBegun();
                 run->setStop(stop);
                 return run->goOn();
             },
             {}});
}

void ExerciseDesk::answer(int step, const QString &choice)
{
    request({{},
             [step, choice](std::shared_ptr<ExerciseRun> &run, std::stop_token) {
                 return run ? run->answer(step, choice) : nothingBegun();
             },
             {}});
}

void ExerciseDesk::takeHint(int step)
{
    request({{},
             [step](std::shared_ptr<ExerciseRun> &run, std::stop_token) -> Result<void> {
                 if (!run)
                     return nothingBegun();
                 const Result<LocalText> hint = run->hint(step);
                 return hint ? Result<void>() : hint.error();
             },
             {}});
}

void ExerciseDesk::performTask(int step, int task)
{
    request({tr("Doing it for you…"),
             [step, task](std::shared_ptr<ExerciseRun> &run, std::stop_token stop) {
                 if (!run)
                     return nothingBegun();
                 run->setStop(stop);
                 return run->performTask(step, task);
             },
             {}});
}

void ExerciseDesk::addEvidence(const TaskEvidence &evidence)
{
    request({{},
             [evidence](std::shared_ptr<ExerciseRun> &run, std::stop_token) -> Result<void> {
                 if (!run || run->current() >= run->exercise().steps.size())
                     return {};
                 return run->addEvidence(run->current(), evidence);
             },
             {}});
}

void ExerciseDesk::addPicture(int step, const QString &name, const QByteArray &png)
{
    request({{},
             [step, name, png](std::shared_ptr<ExerciseRun> &run, std::stop_token) -> Result<void> {
                 if (!run)
                     return nothingBegun();
                 const QString directory = exercise_records::directory(run->exercise().id);
                 if (const Result<void> written = saved(QDir(directory).filePath(name), png); !written)
                     return written.error();
                 return run->addPicture(step, name);
             },
             {}});
}

void ExerciseDesk::setLearner(const QString &name, const QString &note)
{
    request({{},
             [name, note](std::shared_ptr<ExerciseRun> &run, std::stop_token) -> Result<void> {
                 if (!run)
                     return nothingBegun();
                 if (const Result<void> named = run->setLearner(name); !named)
                     return named.error();
                 return run->setNote(note);
             },
             {}});
}

void ExerciseDesk::handIn(const QString &directory, const QList<ReportFormat> &formats)
{
    request({tr("Writing the deliverable…"),
             [directory, formats](std::shared_ptr<ExerciseRun> &run, std::stop_token) -> Result<void> {
                 if (!run)
                     return nothingBegun();
                 const ExerciseShelf shelf = readExerciseShelf(); // whole: what was left out is named as well
                 const Exercise *whole = shelf.find(run->exercise().id);
                 return saveDeliverable(directory, whole ? *whole : run->exercise(), run->record(), formats);
             },
             [this, directory] { Q_EMIT handedIn(directory); }});
}

void ExerciseDesk::stop()
{
    m_background.requestStop();
}

void ExerciseDesk::type(const TypedLine &line)
{
    if (m_typing || !m_place)
        return;
    m_typing = std::make_unique<Background>(this);
    m_typing->run(
        [line, place = *m_place](std::stop_token stop) mutable {
            place.stop = stop;
            return runTypedLine(line, place);
        },
        [this](const TaskEvidence &evidence) {
            m_typing.reset();
            addEvidence(evidence);
            Q_EMIT typed(evidence);
        });
}

void ExerciseDesk::stopTyping()
{
    if (m_typing)
        m_typing->requestStop();
}

} // namespace howdah
