#pragma once

#include "core/operations/operation.h"

#include <QMap>

namespace howdah {

/// A text in several languages, by two-letter code ("en", "es").
struct LocalText
{
    QMap<QString, QString> byLanguage;

    /// In the application's language; in English where that is missing.
    [[nodiscard]] QString text() const;
    [[nodiscard]] bool isEmpty() const { return byLanguage.isEmpty(); }
};

/// A part of the learner's work that can be written down exactly: what --auto does in the learner's place, and what the
/// window offers as a button or puts into the console. Texts may hold {{words}} (exercise_words.h).
struct ExerciseTask
{
    enum class Kind { Sql, Shell, Operation, Fault };
    Kind kind = Kind::Sql;
    QString text;      ///< the statement, the shell's line, the operation's or the fault's id
    QString node;      ///< "primary", "standby" (the first that is one), or a node's name; of a shell: whose port it finds
    QString database;  ///< of Sql
    Arguments arguments;    ///< of Operation
    /// What must refuse it: of Sql the SQLSTATE, of Operation the id of a check; empty: it must succeed.
    QString refused;
    bool mayFail = false;   ///< of Shell: whatever its exit code is
    bool background = false; ///< of Sql: not waited for (a commit that hangs is the exercise)
};

/// Something of the cluster that can be looked at and comes out as one text.
struct Measurement
{
    enum class Kind { Sql, Shell, Role, State, TimelineNow, ReplayLag, Finding, Log, File, Verdict };
    Kind kind = Kind::Sql;
    QString text;     ///< statement, shell line, finding's id, pattern in the log, path, operation and check
    QString node;     ///< as ExerciseTask::node
    QString database; ///< of Sql
};

struct Expectation
{
    enum class Kind { Is, IsNot, AtLeast, AtMost, MoreThan, Matches, Refused };
    Kind kind = Kind::Is;
    QString value; ///< may hold {{words}}
};

/// How we know that it was done: looked at in the cluster, whoever did it and in whichever way.
struct ExerciseObservation
{
    LocalText text; ///< "The row is on the standby"
    Measurement measurement;
    Expectation expectation;
    int withinSeconds = 0; ///< looked at again until then
};

/// A value noted when the step begins, for "before and after": {{noted.NAME}} later.
struct NotedValue
{
    QString name;
    Measurement measurement;
};

/// The learner names a cause; what is right is checked beside the cluster itself.
struct ExerciseQuestion
{
    struct Choice
    {
        QString id;
        LocalText text;
    };
    LocalText text;
    QList<Choice> choices;
    QString right; ///< a choice's id
    [[nodiscard]] bool isAsked() const { return !choices.isEmpty(); }
};

/// Something that the machine must have and that no program's name tells.
struct ExerciseProof
{
    QString shell;     ///< a line that succeeds where it is there; the server's programs are in its PATH
    LocalText missing; ///< what to say where it does not
};

struct ExerciseStep
{
    QString id;
    LocalText title;
    LocalText text;
    QList<NotedValue> noted;
    QStringList needs;            ///< "root", "disk": left out where the machine has not
    QList<ExerciseProof> proofs;  ///< the same
    QList<ExerciseTask> arranged; ///< what Howdah does when the step begins: a fault, a row that a colleague writes
    QList<Measurement> found;     ///< findings and lines of logs by which Howdah itself sees what was arranged
    QList<ExerciseTask> tasks;
    QList<LocalText> hints; ///< one at a time
    ExerciseQuestion question;
    QList<ExerciseObservation> observations;

    /// Where the machine has not what it needs: “Full disk” is left out on this machine. It needs a file system of its own.
    [[nodiscard]] QString leftOutSentence() const;
};

/// What an exercise stands on.
struct ExerciseNeeds
{
    int standbys = 1;
    bool archive = false;
    double workloadPerSecond = 0;
    /// Of each node's own file system; 0: none. Needs root. Where steps say that they need "disk", it is for them alone.
    qint64 diskBytes = 0;
    int oldestServer = 13; ///< major version
    int newestServer = 0;  ///< 0: none
    bool containers = false; ///< servers in containers, which the learner brings up
    QStringList tools;     ///< programs beside the server's own: "pg_dump"
    QList<ExerciseProof> proofs;
};

/// Read from a file in resources/labs or the user's own folder (the format: resources/labs/README.md).
struct Exercise
{
    int number = 0; ///< 0: an instructor's own without one
    QString id;
    LocalText title;
    LocalText why;
    int minutes = 0;
    ExerciseNeeds needs;
    QList<ExerciseTask> prepared; ///< done by Howdah before the first step
    QList<ExerciseStep> steps;
    QString file; ///< where it was read

    [[nodiscard]] const ExerciseStep *step(const QString &stepId) const;
    /// "7" or its id.
    [[nodiscard]] bool isCalled(const QString &word) const;
};

} // namespace howdah
