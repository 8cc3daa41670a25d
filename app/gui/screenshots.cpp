#include "app/gui/screenshots.h"

#include "app/gui/waiting.h"
#include "app/gui/wizard_driver.h"
#include "core/lab/exercises/exercise_run.h"
#include "core/lab/exercises/exercise_shelf.h"
#include "core/operations/catalogue.h"
#include "ui/lab/lab_dock.h"

#include <QCoreApplication>
#include <QTextStream>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Screenshots)
};

constexpr int settlingMs = 250;
constexpr int patienceMs = 30'000;
constexpr int watchingMs = 3'000; // so that charts have a line to show

struct NamedPage
{
    ClusterView::Tab tab;
    const char *name;
};

constexpr NamedPage pages[] = {
    {ClusterView::Tab::Overview, "overview"},        {ClusterView::Tab::Replication, "replication"},
    {ClusterView::Tab::Archive, "archive"},          {ClusterView::Tab::Backups, "backups"},
    {ClusterView::Tab::TimeMachine, "time-machine"}, {ClusterView::Tab::Operations, "operations"},
};

void say(const QString &sentence)
{
    QTextStream(stdout) << sentence << Qt::endl;
}

} // namespace

Screenshots::Screenshots(Application &application, const QString &directory, const QString &cluster, const QSize &size)
    : m_application(application)
    , m_directory(directory)
    , m_cluster(cluster)
    , m_size(size)
{
}

int Screenshots::run()
{
    if (!m_directory.mkpath(QStringLiteral("."))) {
        say(Tr::tr("The folder %1 cannot be made. Name one that you may write to.").arg(m_directory.absolutePath()));
        return 1;
    }
    if (!showCluster())
        return 1;
    takePages();
    for (const Operation &operation : operationCatalogue())
        takeWizard(operation.id, {}, operation.id);
    takeExercises();
    return m_written ? 0 : 1;
}

bool Screenshots::showCluster()
{
    MainWindow &window = m_application.window();
    window.resize(m_size);
    window.selectCluster(m_cluster);
    window.show();
    if (waitUntil(patienceMs, [&] { return window.cluster() == m_cluster; })) {
        settle(watchingMs);
        return true;
    }
    say(Tr::tr("The cluster “%1” is not on record, or did not answer in time.").arg(m_cluster));
    return false;
}

void Screenshots::takePages()
{
    for (const NamedPage &page : pages) {
        m_application.window().showPage(page.tab);
        settle(watchingMs);
        m_written = take(&m_application.window(), QStringLiteral("page-%1").arg(QLatin1String(page.name))) && m_written;
    }
    m_application.window().showPage(ClusterView::Tab::Overview);
}

void Screenshots::takeWizard(const QString &operation, const Arguments &arguments, const QString &name)
{
    OperationWizard *wizard = m_application.window().openWizard(operation, arguments);
    if (!wizard)
        return;
    wizard->setAttribute(Qt::WA_DeleteOnClose);
    WizardDriver driver(wizard, m_application.desk());
    for (int number = 1;; ++number) {
        const QString page = driver.pageName();
        if (!waitUntil(patienceMs, [&] { return !driver.isLooking(); }))
            break;
        m_written = take(wizard, QStringLiteral("wizard-%1-%2-%3").arg(name).arg(number).arg(page)) && m_written;
        if (page == QLatin1String("confirm") || !driver.canGoOn())
            break;
        driver.goOn();
        if (driver.pageName() == page)
            break; // a field is still missing
    }
    driver.close();
}

void Screenshots::takeExercises()
{
    LabDock *dock = m_application.window().openExercises();
    settle(settlingMs);
    m_written = take(&m_application.window(), QStringLiteral("dock-exercises")) && m_written;
    const ExerciseShelf shelf = readExerciseShelf();
    for (const Exercise &exercise : shelf.exercises)
        if (exerciseLabName(exercise) == m_cluster && exercise_records::find(exercise.id))
            takeStepsOf(exercise, *dock);
    dock->hide();
}

void Screenshots::takeStepsOf(const Exercise &exercise, LabDock &dock)
{
    dock.open(exercise.id);
    if (!waitUntil(patienceMs, [&] { return dock.desk().state().isBegun && !dock.desk().isBusy(); }))
        return;
    const ExerciseState state = dock.desk().state();
    for (int step = 0; step < state.exercise.steps.size(); ++step) {
        const QString name = QStringLiteral("exercise-%1-step-%2").arg(exercise.id).arg(step + 1);
        dock.showStep(step);
        m_written = take(&m_application.window(), QStringLiteral("dock-") + name) && m_written;
        for (const ShownTask &task : state.tasks.at(step))
            if (task.kind == ExerciseTask::Kind::Operation)
                takeWizard(task.operation, task.arguments, name + QLatin1Char('-') + task.operation);
    }
    dock.showStep(static_cast<int>(state.exercise.steps.size()));
    m_written = take(&m_application.window(), QStringLiteral("dock-exercise-%1-hand-in").arg(exercise.id)) && m_written;
}

bool Screenshots::take(QWidget *widget, const QString &name)
{
    settle(settlingMs);
    const QString file = m_directory.absoluteFilePath(name + QStringLiteral(".png"));
    if (widget->grab().save(file)) {
        say(file);
        return true;
    }
    say(Tr::tr("The picture %1 could not be written.").arg(file));
    return false;
}

} // namespace howdah
