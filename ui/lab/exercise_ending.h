#pragma once

#include "ui/lab/exercise_desk.h"

#include <QWidget>

class QComboBox;
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
    void showHandedIn(const QString &directory);

Q_SIGNALS:
    void written(const QString &name, const QString &note);
    void handInWanted(const QList<howdah::ReportFormat> &formats);

private:
    void handIn();
    [[nodiscard]] QList<ReportFormat> chosenFormats() const;
    QString m_begun; ///< of the run whose name and note are shown
    TextLabel *m_title, *m_facts, *m_handedIn;
    QLineEdit *m_name;
    QPlainTextEdit *m_note;
    QComboBox *m_form;
    QPushButton *m_handIn;
};

} // namespace howdah
