#pragma once

#include "core/base/background.h"
#include "core/lab/exercises/exercise_run.h"
#include "core/lab/exercises/typed_line.h"
#include "core/operations/report_writer.h"

#include <QList>
#include <QObject>

namespace howdah {

/// A task as it can be shown to the learner now.
struct ShownTask
{
    ExerciseTask::Kind kind = ExerciseTask::Kind::Sql;
    TypedLine line;      ///< of Sql and Shell
    QString operation;   ///< of Operation
    Arguments arguments; ///< of Operation
};

/// How an exercise stands, for drawing: values only.
struct ExerciseState
{
    Exercise exercise;
    ExerciseRecord record;
    ClusterDefinition cluster;
    QList<QList<ShownTask>> tasks; ///< by step
    QStringList texts;             ///< by step, words filled in
    QList<QStringList> hints;      ///< the same
    QString directory;             ///< where the learner works
    bool isBegun = false; ///< false: nothing is under way, and all the rest is empty
};

/// The window's counter for exercises: takes requests on the GUI thread, does them one after the other on a worker
/// thread, announces what came of them. What the learner types runs beside that: a statement that waits holds up nothing.
class ExerciseDesk : public QObject
{
    Q_OBJECT

public:
    explicit ExerciseDesk(const Environment &environment, QObject *parent = nullptr); ///< `environment` outlives it
    ~ExerciseDesk() override;

    [[nodiscard]] const ExerciseState &state() const { return m_state; }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] bool isTyping() const { return m_typing != nullptr; }

    void begin(const Exercise &exercise); ///< a fresh lab; also to start over
    void open(const Exercise &exercise);  ///< where it was left; begins when there is nothing to go on with
    void check(int step);
    void goOn(); ///< begins the step at hand, with what is arranged for it; to be called when one has passed
    void answer(int step, const QString &choice);
    void takeHint(int step);
    void performTask(int step, int task); ///< of a fault: there is no wizard and no line for it
    void addEvidence(const TaskEvidence &evidence); ///< of the step at hand
    void addPicture(int step, const QString &name, const QByteArray &png);
    void setLearner(const QString &name, const QString &note);
    void handIn(const QString &directory, const QList<ReportFormat> &formats);
    void stop(); ///< what is being done now

    void type(const TypedLine &line); ///< answered by typed(); one at a time
    void stopTyping();

Q_SIGNALS:
    void changed();                      ///< the state is another
    void checked(int step, bool passed); ///< after changed()
    void busyChanged(const QString &doing); ///< empty: nothing
    void failed(const howdah::Error &error);
    void labMade(); ///< a cluster came on record
    void typed(const howdah::TaskEvidence &evidence);
    void handedIn(const QString &directory);

private:
    struct Outcome;
    using Job = std::function<Result<void>(std::shared_ptr<ExerciseRun> &, std::stop_token)>;
    struct Request
    {
        QString doing;
        Job job;
        std::function<void()> afterwards; ///< on the desk's thread, when it went well; may be empty
    };
    void request(Request request);
    void next();
    void ended(const Outcome &outcome, const Request &request);

    const Environment &m_environment;
    ExerciseState m_state;
    std::shared_ptr<ExerciseRun> m_run; ///< touched by one worker at a time
    std::shared_ptr<const ExercisePlace> m_place; ///< a copy, for what is typed meanwhile
    QList<Request> m_waiting;
    bool m_busy = false;
    std::unique_ptr<Background> m_typing;
    Background m_background; // last: its work ends before what it speaks to
};

} // namespace howdah
