#pragma once

#include "core/lab/exercises/exercise_place.h"
#include "core/lab/exercises/exercise_record.h"

namespace howdah {

/// One exercise under way: a lab of its own, a work directory, and a record that is saved after each thing that happens,
/// so that a closed window or a killed console loses nothing. Checks look at the cluster, never at clicks. Blocking;
/// one worker thread at a time.
class ExerciseRun
{
public:
    /// A fresh lab and an empty record. A lab of an earlier run goes; the earlier record is kept beside the new one.
    /// NotReady when this machine does not have what the exercise needs.
    [[nodiscard]] static Result<ExerciseRun> begin(const Exercise &exercise, const Environment &environment,
                                                   const LabProgress &progress, std::stop_token stop = {});
    /// Where it was left. NotFound when it was never begun or its lab is gone.
    [[nodiscard]] static Result<ExerciseRun> open(const Exercise &exercise, const Environment &environment,
                                                  std::stop_token stop = {});

    [[nodiscard]] const Exercise &exercise() const { return m_exercise; }
    [[nodiscard]] const ExerciseRecord &record() const { return m_record; }
    [[nodiscard]] const ExercisePlace &place() const { return m_place; }
    void setStop(std::stop_token stop) { m_place.stop = std::move(stop); } ///< of what is done next
    /// The step at hand; the number of steps at the end.
    [[nodiscard]] int current() const { return m_record.current(); }

    /// The learner's part of a step, done by Howdah. The first task that fails ends it: NotReady with what it said.
    [[nodiscard]] Result<void> perform(int step);
    /// One of the tasks of a step.
    [[nodiscard]] Result<void> performTask(int step, int task);
    /// Something the learner did elsewhere (typed_line.h, an operation in its wizard), as evidence of a step.
    [[nodiscard]] Result<void> addEvidence(int step, const TaskEvidence &evidence);
    /// Looks; a step whose observations are all as expected, and whose question has its right answer, has passed.
    [[nodiscard]] Result<bool> look(int step);
    /// Begins the step at hand, with what is arranged for it, unless it has begun or all have passed.
    [[nodiscard]] Result<void> goOn();
    /// Both, when it has passed.
    [[nodiscard]] Result<bool> check(int step);
    [[nodiscard]] Result<void> answer(int step, const QString &choice);
    [[nodiscard]] Result<LocalText> hint(int step); ///< the next one; NotFound when there is none left
    [[nodiscard]] Result<void> setNote(const QString &note);
    [[nodiscard]] Result<void> setLearner(const QString &name);
    [[nodiscard]] Result<void> addPicture(int step, const QString &file);

private:
    ExerciseRun(const Exercise &exercise, ExercisePlace place, ExerciseRecord record)
        : m_exercise(exercise)
        , m_place(std::move(place))
        , m_record(std::move(record))
    {
    }

    [[nodiscard]] Result<void> prepareCluster();
    [[nodiscard]] Result<void> beginStep(int step);
    [[nodiscard]] Result<void> carryOut(const ExerciseTask &task, bool byHowdah, QList<TaskEvidence> &evidence);
    [[nodiscard]] Result<void> save() const { return exercise_records::save(m_record); }
    void refreshWords();

    Exercise m_exercise;
    ExercisePlace m_place;
    ExerciseRecord m_record;
};

/// The lab that an exercise is done in.
[[nodiscard]] QString exerciseLabName(const Exercise &exercise);
/// Without the steps that this machine cannot do, and without a disk that only they need.
[[nodiscard]] Exercise fittedToMachine(const Exercise &exercise, Hosts &hosts, const Deadline &deadline);
/// Empty when there is room enough for its lab, else a sentence. Pure.
[[nodiscard]] QString missingRoomForExercise(const ExerciseNeeds &needs, const QString &directory, qint64 freeBytes);
/// Empty when this machine has what the exercise needs, else a sentence for each thing that is missing.
[[nodiscard]] QStringList missingForExercise(const Exercise &exercise, Hosts &hosts, const Deadline &deadline);

} // namespace howdah
