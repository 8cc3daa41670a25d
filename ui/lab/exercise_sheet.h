#pragma once

#include "ui/lab/exercise_desk.h"
#include "ui/wizards/scroll_page.h"

namespace howdah {

/// One step to read: what to do and why, its question, hints taken, what the last check saw, pictures taken as evidence.
class ExerciseSheet : public ScrollPage
{
    Q_OBJECT

public:
    explicit ExerciseSheet(QWidget *parent = nullptr);
    void show(const ExerciseState &state, int step);
    void showEnd(); ///< what the last check saw, below the hints
    void clear();

Q_SIGNALS:
    void answered(int step, const QString &choice);

private:
    void addQuestion(const ExerciseStep &declared, const StepRecord &record, int step);
    void addHints(const QStringList &hints, const StepRecord &record);
    void addPictures(const ExerciseState &state, const StepRecord &record);
    QString m_shown; ///< which step of which run
};

} // namespace howdah
