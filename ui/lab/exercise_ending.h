#pragma once

#include "ui/lab/exercise_desk.h"

#include <QWidget>

class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace howdah {

class TextLabel;

/// The end of an exercise: the learner's name, a note in the learner's own words beside the facts of this run, and the
/// deliverable.
class ExerciseEnding : public QWidget
{
    Q_OBJECT

public:
    explicit ExerciseEnding(QWidget *parent = nullptr);
    void show(const ExerciseState &state);

Q_SIGNALS:
    void written(const QString &name, const QString &note);
    void handInWanted();

private:
    TextLabel *m_facts;
    QLineEdit *m_name;
    QPlainTextEdit *m_note;
    QPushButton *m_handIn;
};

} // namespace howdah
