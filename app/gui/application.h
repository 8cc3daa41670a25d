#pragma once

#include "app/gui/last_known.h"
#include "app/gui/passwords.h"
#include "core/cluster/cluster_store.h"
#include "core/cluster/history.h"
#include "core/hosts/host.h"
#include "core/operations/backup_watch.h"
#include "core/operations/operation_desk.h"
#include "core/operations/past_names.h"
#include "ui/window/main_window.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QSet>

namespace howdah {

/// The window's wiring: makes each part once, hands them to each other, keeps the clusters on record and the clusters
/// watched the same. Lives on the GUI thread.
class Application : public QObject
{
    Q_OBJECT

public:
    Application();
    ~Application() override;

    [[nodiscard]] MainWindow &window() { return m_window; }
    [[nodiscard]] ClusterStore &store() { return m_store; }
    [[nodiscard]] OperationDesk &desk() { return m_desk; }
    [[nodiscard]] Hosts &hosts() { return m_hosts; }
    [[nodiscard]] const Environment &environment() const { return m_environment; }

    /// Watches what is on record, forgets what is not any more.
    void readRegistry();

private:
    void watch(const ClusterDefinition &cluster);
    void watchAgain(const QString &cluster);
    void askForMissingPasswords(const ClusterSnapshotPtr &snapshot);
    void ask(const ClusterSnapshotPtr &snapshot, const NodeState &node);

    // In the order they are made; what comes later uses what comes before.
    Hosts m_hosts;
    Passwords m_passwords;
    LastKnown m_lastKnown;
    Environment m_environment;
    History m_history;
    ClusterStore m_store;
    OperationDesk m_desk;
    BackupWatch m_backupWatch;
    PastNames m_pastNames;
    MainWindow m_window;
    QFileSystemWatcher m_registryWatcher;
    QSet<QString> m_asked; ///< servers asked about in this session: nobody is asked twice unasked
};

} // namespace howdah
