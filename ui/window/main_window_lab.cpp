// The training lab in the window: the exercises' dock, and the instructor's page.
#include "ui/window/main_window.h"

#include "ui/lab/class_page.h"
#include "ui/lab/lab_dock.h"

#include <QStackedWidget>

namespace howdah {

void MainWindow::buildExercises()
{
    m_exercises = new LabDock(m_desk, this);
    addDockWidget(Qt::RightDockWidgetArea, m_exercises);
    m_exercises->hide();
    connect(m_exercises, &LabDock::registryChanged, this, &MainWindow::registryChanged);
    connect(m_exercises, &LabDock::clusterWanted, this, &MainWindow::selectCluster);
    connect(m_exercises, &LabDock::wizardWanted, this, &MainWindow::openWizard);
    connect(m_exercises, &LabDock::said, this, &MainWindow::say);
    connect(m_exercises, &LabDock::clusterTouched, &m_store, &ClusterStore::refresh);
}

LabDock *MainWindow::openExercises(const QString &exercise)
{
    if (!exercise.isEmpty())
        m_exercises->open(exercise);
    else if (!m_exercises->isVisible())
        m_exercises->showChoice();
    m_exercises->show();
    m_exercises->raise();
    return m_exercises;
}

ClassPage *MainWindow::openClassResults()
{
    if (!m_class) {
        m_class = new ClassPage;
        m_centre->addWidget(m_class);
        connect(m_class, &ClassPage::said, this, &MainWindow::say);
        connect(m_class, &ClassPage::closeWanted, this, &MainWindow::closeClassResults);
    }
    m_centre->setCurrentWidget(m_class);
    return m_class;
}

void MainWindow::closeClassResults()
{
    m_centre->setCurrentWidget(m_cluster.isEmpty() ? m_empty : m_view);
}

} // namespace howdah
