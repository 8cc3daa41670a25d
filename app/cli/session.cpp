#include "app/cli/session.h"

#include "core/cluster/last_known_file.h"
#include "core/cluster/sampler.h"

#include <QCoreApplication>

#include <algorithm>

namespace howdah::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::CommandLine)
};

QString serverKey(const ConnInfo &info)
{
    return QStringLiteral("%1@%2:%3").arg(info.user(), info.host(), info.port());
}

bool wantsPassword(const NodeSamplePtr &sample)
{
    return sample && sample->failure && sample->failure->code == ErrorCode::Authentication;
}

} // namespace

Session::Session(bool json)
    : m_console(json)
{
    m_environment.hosts = &m_hosts;
    m_environment.fillPassword = [this](ConnInfo &info) { fillPassword(info); };
    m_environment.lastKnown = [](const QString &cluster) { return LastKnownFile(cluster).read(); };
}

ExitCode Session::failed(const Error &error) const
{
    m_console.error(error);
    return error.code == ErrorCode::NotReady ? ExitCode::NotReady : ExitCode::Failed;
}

ExitCode Session::refused(const Error &error) const
{
    m_console.error(error);
    return ExitCode::Usage;
}

Result<ClusterSnapshotPtr> Session::look(const ClusterDefinition &cluster)
{
    ClusterDefinition asked = cluster;
    for (NodeDefinition &node : asked.nodes)
        fillPassword(node.connInfo);
    QList<NodeSamplePtr> samples = sampleAll(asked, m_environment.connectTimeout, stop(), &m_hosts);
    for (qsizetype i = 0; i < samples.size() && !stop().stop_requested(); ++i)
        samples[i] = withPassword(cluster.name, asked.nodes[i], samples.at(i));
    if (stop().stop_requested())
        return Error{.code = ErrorCode::Stopped, .message = Tr::tr("Stopped.")};
    return makeSnapshot(cluster, samples, nullptr, QDateTime::currentDateTimeUtc());
}

NodeSamplePtr Session::withPassword(const QString &cluster, NodeDefinition &node, const NodeSamplePtr &sample)
{
    if (!wantsPassword(sample) || !Console::canAsk())
        return sample;
    const auto again = [&] { return sampleOnce(cluster, node, m_environment.connectTimeout, stop(), &m_hosts); };
    // The nodes of a cluster mostly share their roles: what was typed for one is tried for the next.
    if (!m_lastTyped.isEmpty()) {
        node.connInfo.setPassword(m_lastTyped);
        if (const NodeSamplePtr taken = again(); !wantsPassword(taken)) {
            remember(node.connInfo, m_lastTyped);
            return taken;
        }
    }
    return askPassword(node.connInfo) ? again() : sample;
}

bool Session::askPassword(ConnInfo &info)
{
    if (!Console::canAsk())
        return false;
    const QString user = info.user().isEmpty() ? qEnvironmentVariable("USER") : info.user();
    const QString host = info.host().isEmpty() ? Tr::tr("this machine") : info.host();
    const std::optional<Secret> password =
        m_console.askSecret(Tr::tr("Password of the role “%1” on %2:").arg(user, host));
    if (!password || password->isEmpty())
        return false;
    info.setPassword(*password);
    m_lastTyped = *password;
    remember(info, *password);
    return true;
}

void Session::remember(const ConnInfo &info, const Secret &password)
{
    const std::scoped_lock lock(m_mutex);
    m_passwords.insert(serverKey(info), password);
}

void Session::fillPassword(ConnInfo &info) const
{
    const std::scoped_lock lock(m_mutex);
    const auto known = m_passwords.constFind(serverKey(info));
    if (known != m_passwords.cend())
        info.setPassword(*known);
}

} // namespace howdah::cli
