#include "app/cli/commands.h"
#include "app/cli/exercise_commands.h"
#include "app/cli/exercise_report.h"
#include "app/cli/session.h"
#include "app/cli/table.h"
#include "core/lab/exercises/exercise_run.h"
#include "core/lab/exercises/exercise_shelf.h"
#include "core/lab/exercises/exercise_tasks.h"
#include "core/lab/exercises/exercise_words.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

namespace howdah::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::CommandLine)
};

constexpr QLatin1String optionAuto("auto");
constexpr QLatin1String optionStep("step");
constexpr QLatin1String optionName("name");

ExitCode list(const Invocation &, Session &session)
{
    const ExerciseShelf shelf = readExerciseShelf();
    QList<QStringList> rows{{Tr::tr("Number"), Tr::tr("Name"), Tr::tr("Title"), Tr::tr("Minutes"), Tr::tr("Passed")}};
    QJsonArray documents;
    for (const Exercise &exercise : shelf.exercises) {
        const Result<ExerciseRecord> record = exercise_records::find(exercise.id);
        const QString passed = record ? QStringLiteral("%1/%2").arg(record->current()).arg(record->steps.size()) : QString();
        rows << QStringList{exercise.number > 0 ? QString::number(exercise.number) : QString(), exercise.id,
                            exercise.title.text(), QString::number(exercise.minutes), passed};
        documents << exerciseJson(exercise, record ? &*record : nullptr);
    }
    session.console().say(tableText(rows).trimmed());
    for (const Error &refused : shelf.refused)
        session.console().error(refused);
    session.console().document({{QStringLiteral("exercises"), documents}});
    return shelf.refused.isEmpty() ? ExitCode::Done : ExitCode::Failed;
}

ExitCode show(const Invocation &invocation, Session &session)
{
    const Result<Exercise> exercise = chosenExercise(invocation);
    if (!exercise)
        return session.refused(exercise.error());
    const Result<ExerciseRecord> record = exercise_records::find(exercise->id);
    const Result<ExerciseRun> opened = ExerciseRun::open(*exercise, session.environment(), session.stop());
    const Exercise shown =
        opened ? opened->place().words.readable(*exercise) : ExerciseWords({}, {}, {}).readable(*exercise);
    session.console().say(exerciseText(shown, record ? &*record : nullptr));
    session.console().document(exerciseJson(shown, record ? &*record : nullptr));
    return ExitCode::Done;
}

/// One step: what it is, its part done when Howdah plays the learner, and what is seen then.
Result<bool> goThrough(ExerciseRun &run, int step, bool byItself, Session &session)
{
    const Console &console = session.console();
    console.note(stepText(run.place().words.readable(run.exercise()), step));
    if (byItself) {
        if (const Result<void> done = run.perform(step); !done)
            return done.error();
        for (const TaskEvidence &task : run.record().steps.at(step).tasks)
            console.note(taskText(task));
    } else {
        for (const ExerciseTask &task : run.exercise().steps.at(step).tasks)
            console.note(QStringLiteral("    ") + taskLine(task, run.place()));
        if (!console.ask(Tr::tr("Press Enter when it is done: ")))
            return false;
    }
    const Result<bool> passed = run.check(step);
    if (passed)
        console.note(observationsText(run.record().steps.at(step)));
    return passed;
}

ExitCode finished(const ExerciseRun &run, Session &session)
{
    const bool passed = run.record().passed();
    session.console().say(passed ? Tr::tr("Exercise “%1” is passed.").arg(run.exercise().title.text())
                                 : Tr::tr("Step %1 of %2 is not passed yet.")
                                       .arg(run.current() + 1)
                                       .arg(run.exercise().steps.size()));
    session.console().document(exerciseJson(run.exercise(), &run.record()));
    return passed ? ExitCode::Done : ExitCode::NotReady;
}

ExitCode run(const Invocation &invocation, Session &session)
{
    const Result<Exercise> exercise = chosenExercise(invocation);
    if (!exercise)
        return session.refused(exercise.error());
    const bool byItself = invocation.has(optionAuto);
    if (!byItself && !Console::canAsk())
        return session.refused({.code = ErrorCode::Invalid,
                                .message = Tr::tr("Nobody is there to do the exercise: standard input is no terminal."),
                                .hint = Tr::tr("With --auto Howdah does the learner's part too.")});
    Result<ExerciseRun> begun = ExerciseRun::begin(
        *exercise, session.environment(), [&](const QString &sentence) { session.console().note(sentence); },
        session.stop());
    if (!begun) {
        const ExitCode code = session.failed(begun.error());
        return begun.error().code == ErrorCode::NotReady ? ExitCode::NotReady : code;
    }
    for (const QString &id : begun->record().leftOut)
        session.console().note(exercise->step(id)->leftOutSentence());
    for (int step = 0; step < begun->exercise().steps.size();) {
        const Result<bool> passed = goThrough(*begun, step, byItself, session);
        if (!passed)
            return session.failed(passed.error());
        if (!*passed && (byItself || Console::outputGone()))
            break;
        step = *passed ? step + 1 : step;
    }
    return finished(*begun, session);
}

Result<int> stepAsked(const Invocation &invocation, const ExerciseRun &run)
{
    if (!invocation.has(optionStep))
        return std::min<int>(run.current(), static_cast<int>(run.exercise().steps.size()) - 1);
    const QString word = invocation.option(optionStep);
    for (int index = 0; index < run.exercise().steps.size(); ++index)
        if (run.exercise().steps.at(index).id == word || QString::number(index + 1) == word)
            return index;
    return Error{.code = ErrorCode::NotFound, .message = Tr::tr("The exercise has no step “%1”.").arg(word)};
}

ExitCode check(const Invocation &invocation, Session &session)
{
    const Result<Exercise> exercise = chosenExercise(invocation);
    if (!exercise)
        return session.refused(exercise.error());
    Result<ExerciseRun> opened = ExerciseRun::open(*exercise, session.environment(), session.stop());
    if (!opened)
        return session.refused(opened.error());
    const Result<int> step = stepAsked(invocation, *opened);
    if (!step)
        return session.refused(step.error());
    session.console().say(stepText(opened->place().words.readable(opened->exercise()), *step));
    const Result<bool> passed = opened->check(*step);
    if (!passed)
        return session.failed(passed.error());
    session.console().say(observationsText(opened->record().steps.at(*step)));
    session.console().document(exerciseJson(*exercise, &opened->record()));
    return *passed ? ExitCode::Done : ExitCode::NotReady;
}

using Doing = std::function<Result<void>(ExerciseRun &, const QString &)>;

/// Opens the exercise where it was left, does one small thing to it, and says a sentence.
ExitCode change(const Invocation &invocation, Session &session, const Doing &doing, const QString &sentence)
{
    const Result<Exercise> exercise = chosenExercise(invocation);
    if (!exercise)
        return session.refused(exercise.error());
    Result<ExerciseRun> opened = ExerciseRun::open(*exercise, session.environment(), session.stop());
    if (!opened)
        return session.refused(opened.error());
    if (const Result<void> done = doing(*opened, invocation.arguments.value(1)); !done)
        return session.refused(done.error());
    session.console().say(sentence);
    session.console().document(exerciseJson(*exercise, &opened->record()));
    return ExitCode::Done;
}

ExitCode hint(const Invocation &invocation, Session &session)
{
    return change(invocation, session,
                  [&](ExerciseRun &run, const QString &) -> Result<void> {
                      const Result<int> step = stepAsked(invocation, run);
                      const Result<LocalText> hint = step ? run.hint(*step) : step.error();
                      if (!hint)
                          return hint.error();
                      session.console().say(run.place().words.readable(hint->text()));
                      return {};
                  },
                  {});
}

ExitCode answer(const Invocation &invocation, Session &session)
{
    return change(invocation, session,
                  [&](ExerciseRun &run, const QString &choice) -> Result<void> {
                      const Result<int> step = stepAsked(invocation, run);
                      return step ? run.answer(*step, choice) : step.error();
                  },
                  Tr::tr("Noted; the check says whether it is right."));
}

ExitCode note(const Invocation &invocation, Session &session)
{
    return change(invocation, session,
                  [&](ExerciseRun &run, const QString &text) -> Result<void> {
                      if (invocation.has(optionName))
                          if (const Result<void> named = run.setLearner(invocation.option(optionName)); !named)
                              return named.error();
                      return run.setNote(text);
                  },
                  Tr::tr("Noted."));
}

} // namespace

Result<Exercise> chosenExercise(const Invocation &invocation)
{
    const ExerciseShelf shelf = readExerciseShelf();
    const QString word = invocation.arguments.first();
    if (const Exercise *exercise = shelf.find(word))
        return *exercise;
    for (const Error &refused : shelf.refused) // most likely it is the one that is meant
        return refused;
    return Error{.code = ErrorCode::NotFound,
                 .message = Tr::tr("There is no exercise “%1”.").arg(word),
                 .hint = Tr::tr("“howdahctl lab exercise list” lists them.")};
}

QStringList exerciseCommandPath(const char *word)
{
    return {QStringLiteral("lab"), QStringLiteral("exercise"), QLatin1String(word)};
}

CommandArgument exerciseArgument()
{
    return {QStringLiteral("N"), Tr::tr("An exercise's number or name (see the list).")};
}

QList<Command> exerciseCommands()
{
    const auto path = exerciseCommandPath;
    const CommandArgument exercise = exerciseArgument();
    const CommandOption byItself{.name = optionAuto,
                                 .help = Tr::tr("Howdah does the learner's part too: to see it once, or to try it.")};
    const CommandOption step{.name = optionStep,
                             .help = Tr::tr("Number or name of a step; the one at hand unless said."),
                             .valueName = QStringLiteral("STEP")};
    return QList<Command>{
        {.path = path("list"),
         .summary = Tr::tr("The exercises, and how far each has come."),
         .description = Tr::tr("Your own are files in %1.").arg(ownExercisesDirectory()),
         .options = {jsonOption()},
         .run = list},
        {.path = path("show"),
         .summary = Tr::tr("What an exercise is about, its steps, and what is observed."),
         .arguments = {exercise},
         .options = {jsonOption()},
         .run = show},
        {.path = path("run"),
         .summary = Tr::tr("Makes a fresh lab and goes through the steps; an earlier run's lab is replaced."),
         .arguments = {exercise},
         .options = {byItself, jsonOption()},
         .run = run},
        {.path = path("check"),
         .summary = Tr::tr("Looks at the cluster: is the step done?"),
         .arguments = {exercise},
         .options = {step, jsonOption()},
         .run = check},
        {.path = path("hint"),
         .summary = Tr::tr("The next hint for a step."),
         .arguments = {exercise},
         .options = {step, jsonOption()},
         .run = hint},
        {.path = path("answer"),
         .summary = Tr::tr("Names the cause that a step asks for."),
         .arguments = {exercise, {QStringLiteral("CHOICE"), Tr::tr("One of the step's choices.")}},
         .options = {step, jsonOption()},
         .run = answer},
        {.path = path("note"),
         .summary = Tr::tr("The learner's own words, for the deliverable."),
         .arguments = {exercise, {QStringLiteral("TEXT"), Tr::tr("What happened, why, what to do next time.")}},
         .options = {{.name = optionName, .help = Tr::tr("The learner's name."), .valueName = QStringLiteral("NAME")},
                     jsonOption()},
         .run = note},
    } + exerciseResultCommands();
}

} // namespace howdah::cli
