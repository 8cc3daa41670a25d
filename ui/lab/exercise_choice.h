#pragma once

#include "core/lab/exercises/exercise_record.h"
#include "core/lab/exercises/exercise_shelf.h"
#include "ui/wizards/scroll_page.h"

#include <QSet>

namespace howdah {

/// Which exercise? Each with its number, what it is about, how long it takes and how far it has come.
class ExerciseChoice : public ScrollPage
{
    Q_OBJECT

public:
    explicit ExerciseChoice(QWidget *parent = nullptr);
    /// The records of those that were begun, by exercise id, and the labs that are still there.
    void show(const ExerciseShelf &shelf, const QHash<QString, ExerciseRecord> &records, const QSet<QString> &labs);

Q_SIGNALS:
    void chosen(const QString &id);

private:
    void addRow(const Exercise &exercise, const ExerciseRecord *record, bool hasLab);
};

} // namespace howdah
