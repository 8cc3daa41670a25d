#include "app/gui/application.h"

#include "ui/window/password_dialog.h"

#include <QFileInfo>

namespace howdah {

namespace {

Environment makeEnvironment(Hosts &hosts, Passwords &passwords, const LastKnown &lastKnown)
{
    Environment environment;
    environment.hosts = &hosts;
    environment.fillPassword = [&passwords](ConnInfo &info) { passwords.fill(info); };
    environment.lastKnown = [&lastKnown](const QString &cluster) { return lastKnown.of(cluster); };
    return environment;
}

} // namespace

Application::Application()
    : m_environment(makeEnvironment(m_hosts, m_passwords, m_lastKnown))
    , m_history(History::Settings{})
    , m_store(&m_history, SamplerSettings{.hosts = &m_hosts})
    , m_desk(m_environment)
    , m_backupWatch(m_store, m_environment)
    , m_pastNames(m_environment)
    , m_window(m_store, &m_history, m_desk)
{
    connect(&m_passwords, &Passwords::found, this, &Application::watchAgain);
    connect(&m_store, &ClusterStore::snapshotChanged, this, [this](const ClusterSnapshotPtr &snapshot) {
        m_lastKnown.keep(snapshot);
        m_pastNames.see(snapshot);
        askForMissingPasswords(snapshot);
    });
    connect(&m_window, &MainWindow::registryChanged, this, &Application::readRegistry);
    connect(&m_desk, &OperationDesk::finished, this, &Application::readRegistry);
    connect(&m_desk, &OperationDesk::finished, &m_backupWatch, &BackupWatch::lookSoon);
    // The directory, not the file: the file is replaced at each write, and a watch would stay with the old one.
    m_registryWatcher.addPath(QFileInfo(m_environment.registry.file()).absolutePath());
    connect(&m_registryWatcher, &QFileSystemWatcher::directoryChanged, this, &Application::readRegistry);
    readRegistry();
}

Application::~Application() = default;

void Application::readRegistry()
{
    const auto clusters = m_environment.registry.all();
    if (!clusters.ok()) {
        m_window.showError(clusters.error());
        return;
    }
    const QStringList watched = m_store.clusters();
    QSet<QString> gone(watched.begin(), watched.end());
    for (const ClusterDefinition &cluster : *clusters) {
        gone.remove(cluster.name);
        watch(cluster);
    }
    for (const QString &cluster : std::as_const(gone))
        m_store.forget(cluster);
}

void Application::watch(const ClusterDefinition &cluster)
{
    const ClusterSnapshotPtr known = m_store.snapshot(cluster.name);
    if (known && known->definition == cluster)
        return;
    m_passwords.lookUp(cluster);
    ClusterDefinition filled = cluster;
    m_passwords.fill(filled);
    m_store.watch(filled);
}

void Application::watchAgain(const QString &cluster)
{
    const auto found = m_environment.registry.find(cluster);
    if (!found.ok())
        return;
    ClusterDefinition filled = *found;
    m_passwords.fill(filled);
    m_store.forget(cluster);
    m_store.watch(filled);
}

void Application::askForMissingPasswords(const ClusterSnapshotPtr &snapshot)
{
    for (const NodeState &node : snapshot->nodes)
        if (node.sample && node.sample->failure && node.sample->failure->code == ErrorCode::Authentication)
            ask(snapshot, node);
}

void Application::ask(const ClusterSnapshotPtr &snapshot, const NodeState &node)
{
    const ConnInfo info = node.definition.connInfo;
    const QString key = Passwords::key(info);
    if (m_asked.contains(key))
        return;
    m_asked.insert(key);
    auto *dialog = new PasswordDialog(node.name(), info.user(), QStringLiteral("%1:%2").arg(info.host(), info.port()),
                                      node.sample->failure->message, &m_window);
    connect(dialog, &PasswordDialog::given, this,
            [this, info, key, cluster = snapshot->definition.name](const Secret &password, bool keep) {
                m_asked.remove(key);
                m_passwords.remember(info, password, keep);
                watchAgain(cluster);
            });
    dialog->show();
}

} // namespace howdah
