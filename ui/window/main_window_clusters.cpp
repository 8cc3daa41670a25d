// Clusters come and go: the dialogs that add, make, take off and destroy them.
#include "ui/window/main_window.h"

#include "ui/window/add_cluster_dialog.h"
#include "ui/window/cluster_actions.h"
#include "ui/window/create_lab_dialog.h"
#include "ui/window/node_host_dialog.h"

#include <QAbstractButton>
#include <QMessageBox>

namespace howdah {

QStringList MainWindow::groups() const
{
    QStringList found;
    for (const ClusterSnapshotPtr &snapshot : std::as_const(m_snapshots)) {
        if (!snapshot->definition.group.isEmpty() && !found.contains(snapshot->definition.group))
            found.append(snapshot->definition.group);
    }
    found.sort();
    return found;
}

void MainWindow::addCluster()
{
    auto *dialog = new AddClusterDialog(m_snapshots.keys(), groups(), *m_desk.environment().hosts, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const ClusterDefinition cluster = dialog->cluster();
        m_store.watch(cluster); // at once, with the password that was given: the record has none
        m_actions->record(cluster);
        selectCluster(cluster.name);
    });
    dialog->open();
}

void MainWindow::createLab()
{
    auto *dialog = new CreateLabDialog(*m_desk.environment().hosts, m_snapshots.keys(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_wanted = dialog->cluster().name;
        Q_EMIT registryChanged(); // the lab has put itself on record
        selectCluster(dialog->cluster().name);
    });
    dialog->open();
}

void MainWindow::nameHost(const QString &cluster, const NodeDefinition &node)
{
    auto *dialog = new NodeHostDialog(node, m_desk.environment(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, cluster, name = node.name] { m_actions->nameHost(cluster, name, dialog->hostId()); });
    dialog->open();
}

void MainWindow::takeOff(const QString &cluster)
{
    auto *question = new QMessageBox(QMessageBox::Question, tr("Take off the list"),
                                     tr("Stop watching %1?").arg(cluster), QMessageBox::Cancel, this);
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(tr("Its servers are not touched; you can add it again at any time."));
    const QAbstractButton *yes = question->addButton(tr("Take off the list"), QMessageBox::AcceptRole);
    question->setAttribute(Qt::WA_DeleteOnClose);
    connect(question, &QMessageBox::buttonClicked, this, [this, cluster, yes](const QAbstractButton *clicked) {
        if (clicked == yes)
            m_actions->takeOffRecord(cluster);
    });
    question->open();
}

void MainWindow::destroyLab(const QString &cluster)
{
    auto *question = new QMessageBox(QMessageBox::Warning, tr("Destroy the lab"),
                                     tr("Destroy the lab cluster %1?").arg(cluster), QMessageBox::Cancel, this);
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(
        tr("Its servers are stopped and everything that was made for it is removed: data, archive, "
           "settings. Nothing else is."));
    const QAbstractButton *yes = question->addButton(tr("Destroy the lab"), QMessageBox::DestructiveRole);
    question->setAttribute(Qt::WA_DeleteOnClose);
    connect(question, &QMessageBox::buttonClicked, this, [this, cluster, yes](const QAbstractButton *clicked) {
        if (clicked == yes)
            m_actions->destroyLab(cluster);
    });
    question->open();
}

void MainWindow::refresh()
{
    if (!m_cluster.isEmpty())
        m_store.refresh(m_cluster);
}

void MainWindow::about()
{
    QMessageBox::about(
        this, tr("About Howdah"),
        tr("<h3>Howdah %1</h3><p>The desktop cluster console for PostgreSQL: see the cluster as it is, change its "
           "shape safely, and go back in time.</p><p>Free software under the GNU General Public License, "
           "version 3 or later. PostgreSQL is a trademark of the PostgreSQL Community Association of Canada.</p>")
            .arg(QStringLiteral(HOWDAH_VERSION)));
}

} // namespace howdah
