#pragma once

#include "ui/lab/exercise_desk.h"

#include <QDockWidget>

class QLabel;
class QMenu;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace howdah {

class ErrorPanel;
class ExerciseChoice;
class ExerciseConsole;
class ExerciseEnding;
class ExerciseSheet;
class OperationDesk;
class ProgressDots;
class TextLabel;

/// Guided exercises beside the live cluster (LOOK.md, "Lab dock"): the list of them, then the step at hand with its
/// check, its hints and a console.
class LabDock : public QDockWidget
{
    Q_OBJECT

public:
    explicit LabDock(OperationDesk &operations, QWidget *parent = nullptr);

    void showChoice();                  ///< the list
    void open(const QString &exercise); ///< by number or id: where it was left, or from the beginning
    [[nodiscard]] ExerciseDesk &desk() { return m_desk; }
    [[nodiscard]] int shownStep() const { return m_step; }
    void showStep(int step); ///< the one after the last: handing in

Q_SIGNALS:
    void registryChanged();                      ///< a lab came on record
    void clusterTouched(const QString &cluster); ///< something was done there: worth a look before the next is due
    void clusterWanted(const QString &cluster);
    void wizardWanted(const QString &operation, const howdah::Arguments &arguments);
    void said(const QString &sentence);

private:
    [[nodiscard]] QWidget *makeExercise();
    [[nodiscard]] QWidget *makeHeader();
    [[nodiscard]] QWidget *makeButtons();
    void listen(OperationDesk &operations);
    void clearExercise();
    void refresh();
    void updateButtons();
    void turnConsole(); ///< to where the step begins with a line
    void goOn();        ///< Check, Next step
    void showMe();      ///< the next task of the step
    void stepChecked(int step, bool passed);
    void takeDuePicture();
    void startOver();
    void showEnding(); ///< the name, the note, and handing in, whether or not all has passed
    void handIn(const QList<ReportFormat> &formats);

    const Environment &m_environment;
    ExerciseDesk m_desk;
    QStackedWidget *m_pages = nullptr;
    ExerciseChoice *m_choice = nullptr;
    QWidget *m_exercise = nullptr;
    TextLabel *m_title = nullptr;
    ProgressDots *m_dots = nullptr;
    QStackedWidget *m_middle = nullptr;
    ExerciseSheet *m_sheet = nullptr;
    ExerciseEnding *m_ending = nullptr;
    ExerciseConsole *m_console = nullptr;
    ErrorPanel *m_error = nullptr;
    TextLabel *m_doing = nullptr;
    QToolButton *m_stop = nullptr;
    QPushButton *m_showMe = nullptr, *m_hint = nullptr, *m_check = nullptr;
    Exercise m_opened; ///< whole, as it is on the shelf
    int m_step = 0;
    int m_pictureDue = -1; ///< the step that has passed and has no picture yet
    int m_taskShown = 0; ///< of the step: the next one that "Show me" shows
};

} // namespace howdah
