#pragma once

#include "app/gui/application.h"

#include <QDir>
#include <QSize>

namespace howdah {

class LabDock;
struct Exercise;

/// Every page and every wizard's pages of a cluster as pictures, for documentation and lab sheets: page-overview.png,
/// wizard-clone-1-choose.png …; of an exercise's own lab its steps, too, with the
/// wizards that they open, filled in. Named alike each time. Changes nothing: no wizard is taken further than its last page
/// before the run. GUI thread.
class Screenshots
{
public:
    Screenshots(Application &application, const QString &directory, const QString &cluster, const QSize &size);
    /// The program's exit code; what is missing is said.
    [[nodiscard]] int run();

private:
    [[nodiscard]] bool showCluster();
    void takePages();
    void takeWizard(const QString &operation, const Arguments &arguments, const QString &name);
    void takeExercises();
    void takeStepsOf(const Exercise &exercise, LabDock &dock);
    [[nodiscard]] bool take(QWidget *widget, const QString &name);

    Application &m_application;
    QDir m_directory;
    QString m_cluster;
    QSize m_size;
    bool m_written = true;
};

} // namespace howdah
