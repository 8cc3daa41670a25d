#include "ui/lab/lab_dock.h"

#include "core/lab/exercises/exercise_tasks.h"
#include "core/lab/lab.h"
#include "core/operations/operation_desk.h"
#include "ui/lab/exercise_choice.h"
#include "ui/lab/exercise_console.h"
#include "ui/lab/exercise_ending.h"
#include "ui/lab/exercise_sheet.h"
#include "ui/lab/progress_dots.h"
#include "ui/wizards/error_panel.h"
#include "ui/wizards/text_label.h"

#include <QBuffer>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>

namespace howdah {

namespace {

// The check asks the servers itself; what is drawn beside it comes with the next samples.
constexpr std::chrono::milliseconds untilTheWindowHasSeenIt{1500};

} // namespace

LabDock::LabDock(OperationDesk &operations, QWidget *parent)
    : QDockWidget(tr("Lab exercises"), parent)
    , m_environment(operations.environment())
    , m_desk(operations.environment())
{
    setObjectName(QStringLiteral("labDock"));
    setAllowedAreas(Qt::LeftDockWidgetArea | Qt::RightDockWidgetArea);
    m_choice = new ExerciseChoice;
    m_exercise = makeExercise();
    m_pages = new QStackedWidget;
    m_pages->addWidget(m_choice);
    m_pages->addWidget(m_exercise);
    setWidget(m_pages);
    connect(m_choice, &ExerciseChoice::chosen, this, &LabDock::open);
    listen(operations);
}

void LabDock::listen(OperationDesk &operations)
{
    connect(&m_desk, &ExerciseDesk::changed, this, [this] {
        refresh();
        if (m_desk.state().isBegun)
            Q_EMIT clusterTouched(m_desk.state().cluster.name);
    });
    connect(&m_desk, &ExerciseDesk::checked, this, &LabDock::stepChecked);
    connect(&m_desk, &ExerciseDesk::failed, m_error, &ErrorPanel::showError);
    connect(&m_desk, &ExerciseDesk::busyChanged, this, [this](const QString &doing) {
        m_doing->setText(doing);
        m_stop->setVisible(!doing.isEmpty());
        updateButtons();
    });
    connect(&m_desk, &ExerciseDesk::labMade, this, [this] {
        m_step = m_desk.state().record.current();
        m_console->clear();
        refresh();
        turnConsole();
        Q_EMIT registryChanged();
        Q_EMIT clusterWanted(m_desk.state().cluster.name);
    });
    connect(&m_desk, &ExerciseDesk::typed, this, [this](const TaskEvidence &evidence) {
        m_console->show(evidence);
        m_console->setRunning(false);
    });
    connect(&m_desk, &ExerciseDesk::handedIn, this, [this](const QString &directory) {
        m_ending->showHandedIn(directory); // stays
        Q_EMIT said(tr("The deliverable lies in %1").arg(directory));
    });
    // What the learner does in a wizard is evidence as well.
    connect(&operations, &OperationDesk::finished, this, [this](const QString &, const RunOutcome &outcome) {
        if (m_desk.state().isBegun && outcome.entry.cluster == m_desk.state().cluster.name)
            m_desk.addEvidence(operationEvidence(outcome));
    });
}

void LabDock::showChoice()
{
    takeDuePicture();
    const ExerciseShelf shelf = readExerciseShelf();
    QHash<QString, ExerciseRecord> records;
    for (const Exercise &exercise : shelf.exercises)
        if (const Result<ExerciseRecord> record = exercise_records::find(exercise.id))
            records.insert(exercise.id, *record);
    QSet<QString> labs;
    for (const Lab &lab : Labs(*m_environment.hosts).all().valueOr({}))
        labs.insert(lab.name);
    m_choice->show(shelf, records, labs);
    m_pages->setCurrentWidget(m_choice);
}

void LabDock::open(const QString &exercise)
{
    const ExerciseShelf shelf = readExerciseShelf();
    const Exercise *found = shelf.find(exercise);
    if (!found)
        return;
    takeDuePicture();
    m_error->clear();
    m_opened = *found;
    m_title->setText(found->title.text());
    m_pages->setCurrentWidget(m_exercise);
    clearExercise();
    m_desk.open(*found);
}

/// While a lab is made: what is shown of another, or of the one that goes, is not so any more.
void LabDock::clearExercise()
{
    m_middle->setCurrentWidget(m_sheet);
    m_sheet->clear();
    m_dots->setSteps({}, 0);
    m_console->clear();
    m_console->setEnabled(false);
}

void LabDock::refresh()
{
    const ExerciseState &state = m_desk.state();
    QList<bool> passed;
    for (const StepRecord &step : state.record.steps)
        passed << step.passed();
    const int last = static_cast<int>(passed.size()) - 1;
    m_dots->setSteps(passed, std::min(m_step, last));
    QStringList nodes;
    for (const NodeDefinition &node : state.cluster.nodes)
        nodes << node.name;
    m_console->setNodes(nodes);
    m_console->setDirectory(state.directory);
    m_console->setEnabled(state.isBegun);
    if (!state.isBegun) {
        m_sheet->clear();
        m_middle->setCurrentWidget(m_sheet);
    } else if (m_step > last) {
        m_ending->show(state);
        m_middle->setCurrentWidget(m_ending);
    } else {
        m_sheet->show(state, m_step);
        m_middle->setCurrentWidget(m_sheet);
    }
    updateButtons();
}

void LabDock::showStep(int step)
{
    takeDuePicture();
    m_step = step;
    m_taskShown = 0;
    m_error->clear();
    m_console->withdraw();
    refresh();
    turnConsole();
}

/// Who types a command where SQL is expected gets a syntax error for an answer.
void LabDock::turnConsole()
{
    const ShownTask first = m_desk.state().tasks.value(m_step).value(0);
    if (first.kind == ExerciseTask::Kind::Shell ||
        (first.kind == ExerciseTask::Kind::Sql && !first.line.text.isEmpty()))
        m_console->turnTo(first.line);
}

void LabDock::updateButtons()
{
    const ExerciseState &state = m_desk.state();
    const bool onSheet = state.isBegun && m_step < state.record.steps.size();
    const bool free = onSheet && !m_desk.isBusy();
    const bool passed = onSheet && state.record.steps.at(m_step).passed();
    m_showMe->setEnabled(free && !state.tasks.at(m_step).isEmpty());
    m_hint->setEnabled(free && state.record.steps.at(m_step).hintsTaken < state.exercise.steps.at(m_step).hints.size());
    m_check->setEnabled(free);
    const bool isLast = onSheet && m_step + 1 == state.record.steps.size();
    m_check->setText(!passed ? tr("Check") : isLast ? tr("Finish") : tr("Next step"));
    for (QPushButton *button : {m_showMe, m_hint, m_check})
        button->setVisible(!state.isBegun || onSheet);
}

void LabDock::goOn()
{
    m_error->clear();
    if (m_desk.state().record.steps.at(m_step).passed())
        showStep(m_step + 1);
    else
        m_desk.check(m_step);
}

void LabDock::showMe()
{
    const QList<ShownTask> &tasks = m_desk.state().tasks.at(m_step);
    const int index = m_taskShown++ % static_cast<int>(tasks.size());
    const ShownTask &task = tasks.at(index);
    m_console->withdraw();
    switch (task.kind) {
    case ExerciseTask::Kind::Sql:
    case ExerciseTask::Kind::Shell:
        m_console->propose(task.line);
        break;
    case ExerciseTask::Kind::Operation:
        Q_EMIT clusterWanted(m_desk.state().cluster.name);
        Q_EMIT wizardWanted(task.operation, task.arguments);
        break;
    case ExerciseTask::Kind::Fault:
        m_desk.performTask(m_step, index);
        break;
    }
}

void LabDock::stepChecked(int step, bool passed)
{
    m_sheet->showEnd();
    if (!passed)
        return;
    takeDuePicture();
    m_pictureDue = step;
    QTimer::singleShot(untilTheWindowHasSeenIt, this, &LabDock::takeDuePicture);
}

/// At the latest before the window shows something else.
void LabDock::takeDuePicture()
{
    const int step = std::exchange(m_pictureDue, -1);
    if (step < 0)
        return;
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    if (window()->grab().save(&buffer, "PNG"))
        m_desk.addPicture(step, QStringLiteral("step-%1.png").arg(step + 1), png);
    m_desk.goOn(); // not before: what is arranged for the next step must not be in it
}

void LabDock::startOver()
{
    if (m_desk.isBusy())
        return;
    auto *question = new QMessageBox(QMessageBox::Question, tr("Start over"),
                                     tr("A fresh cluster takes the place of this exercise's lab, and its steps begin "
                                        "again. The record so far is kept beside the new one."),
                                     QMessageBox::Cancel, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *begin = question->addButton(tr("Start over"), QMessageBox::AcceptRole);
    connect(begin, &QPushButton::clicked, this, [this] {
        takeDuePicture();
        m_error->clear();
        clearExercise();
        m_desk.begin(m_opened);
    });
    question->open();
}

void LabDock::showEnding()
{
    if (m_desk.state().isBegun)
        showStep(static_cast<int>(m_desk.state().record.steps.size()));
}

void LabDock::handIn(const QList<ReportFormat> &formats)
{
    auto *dialog = new QFileDialog(this, tr("Where to put the deliverable's folder"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    const QString name = QStringLiteral("/exercise-%1").arg(m_desk.state().exercise.id);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, name, formats](const QString &directory) { m_desk.handIn(directory + name, formats); });
    dialog->open();
}

} // namespace howdah
