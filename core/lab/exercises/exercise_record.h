#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QStringList>

namespace howdah {

/// What one task did: the exact line or statement, and what came back.
struct TaskEvidence
{
    QString what;   ///< "SQL on n1", "Shell", "Operation clone"
    QString line;   ///< words filled in
    QString output; ///< cut to its first lines where it is long
    bool succeeded = false;
    bool byHowdah = false; ///< arranged or prepared, not the learner's part
    QString at;            ///< UTC, ISO 8601
    int milliseconds = 0;
};

/// What one observation saw.
struct ObservationEvidence
{
    QString text;     ///< in the language it was seen in
    QString expected; ///< "is 2"
    QString seen;
    QString because; ///< what the cluster says about it when it is not as expected: its findings; else empty
    bool asExpected = false;
    QString at;           ///< UTC, ISO 8601
    int milliseconds = 0; ///< how long it took to come true
};

struct StepRecord
{
    QString id;
    QString text; ///< what was asked, in the language it was asked in, words filled in
    QString begunAt, passedAt; ///< UTC, ISO 8601; empty: not yet
    QHash<QString, QString> noted;
    QList<TaskEvidence> tasks;
    QList<ObservationEvidence> observations; ///< of the last check
    int checks = 0;                          ///< how often it was checked
    int hintsTaken = 0;
    QString answer; ///< the choice's id
    QString found;        ///< what Howdah itself found of what was arranged, a line each
    QStringList pictures; ///< file names beside the record

    [[nodiscard]] bool passed() const { return !passedAt.isEmpty(); }
};

/// One learner's way through one exercise; the deliverable is written from it, and it can be read again at any time.
/// Holds no secret: what is put in is masked.
struct ExerciseRecord
{
    QString exercise; ///< its id
    QString lab;
    QString learner;
    QString serverVersion;
    QString note;    ///< the learner's own words
    QString begunAt; ///< UTC, ISO 8601
    QStringList leftOut; ///< ids of steps that this machine cannot do
    QList<StepRecord> steps;
    QList<TaskEvidence> prepared;

    [[nodiscard]] bool passed() const;
    [[nodiscard]] int current() const; ///< first step that has not passed; the number of steps when all have
    [[nodiscard]] QHash<QString, QString> noted() const;
    [[nodiscard]] StepRecord *step(const QString &id);
};

/// record.json in the exercise's directory of the state directory; what was there before a new beginning is kept beside
/// it. Thread-safe by holding nothing; replaced atomically.
namespace exercise_records {
[[nodiscard]] QString directory(const QString &exercise);
[[nodiscard]] Result<ExerciseRecord> find(const QString &exercise); ///< NotFound when it was never begun
[[nodiscard]] Result<void> save(const ExerciseRecord &record);
/// A record that was begun is kept under its time.
[[nodiscard]] Result<void> putAside(const QString &exercise);
[[nodiscard]] QByteArray toJson(const ExerciseRecord &record);
[[nodiscard]] Result<ExerciseRecord> fromJson(const QByteArray &json);
} // namespace exercise_records

} // namespace howdah
