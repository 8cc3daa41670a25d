#include "core/lab/lab_containers.h"

#include "core/hosts/container_creation.h"
#include "core/hosts/container_host.h"
#include "core/hosts/container_server.h"

#include <QCoreApplication>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::LabContainers)
};

constexpr auto ofOperation = "io.howdah.operation";

// $1 engine, $2 label. Containers that the product runs beside them hold their volumes.
constexpr auto removeScript = R"sh(for name in $("$1" ps --all --filter "label=$2" --format '{{.Names}}'); do
    ! "$1" container inspect "howdah-beside-$name" >/dev/null 2>&1 || "$1" rm --force "howdah-beside-$name" || exit
    "$1" rm --force --volumes "$name" || exit
done
for name in $("$1" volume ls --quiet --filter "label=$2"); do "$1" volume rm "$name" || exit; done
for name in $("$1" network ls --filter "label=$2" --format '{{.Name}}'); do "$1" network rm "$name" || exit; done)sh";

} // namespace

QString LabContainers::directory(const Lab &lab)
{
    return lab.directory + QStringLiteral("/work");
}

QString LabContainers::containerOf(const NodeDefinition &node)
{
    const std::optional<ContainerId> id = containerIdOf(node.hostId);
    return id ? id->name : QString();
}

Result<CommandOutcome> LabContainers::engine(const QStringList &words, const Deadline &deadline) const
{
    const auto host = m_hosts.find(QStringLiteral("local"));
    return host ? runChecked(**host, engineCommand(m_lab.kit.engine, words), deadline)
                : Result<CommandOutcome>(host.error());
}

bool LabContainers::isThere(const NodeDefinition &node, const Deadline &deadline) const
{
    return inspectContainer(m_lab.kit.engine, containerOf(node), deadline).ok();
}

Result<void> LabContainers::start(const NodeDefinition &node, const Deadline &deadline) const
{
    if (!isThere(node, deadline))
        return {};
    const auto host = m_hosts.find(QStringLiteral("local"));
    if (!host)
        return host.error();
    const ServerContainer server{m_lab.kit.engine, containerOf(node)};
    const Result<CommandOutcome> started = runChecked(**host, server.start(node.dataDirectory), deadline);
    return started ? Result<void>() : started.error();
}

Result<void> LabContainers::stop(const NodeDefinition &node, const Deadline &deadline) const
{
    if (!isThere(node, deadline))
        return {};
    const Result<CommandOutcome> stopped = engine({QStringLiteral("stop"), containerOf(node)}, deadline);
    return stopped ? Result<void>() : stopped.error();
}

Result<void> LabContainers::kill(const NodeDefinition &node, const Deadline &deadline) const
{
    const Result<CommandOutcome> killed = engine({QStringLiteral("kill"), containerOf(node)}, deadline);
    return killed ? Result<void>() : killed.error();
}

Result<QByteArray> LabContainers::log(const NodeDefinition &node, const Deadline &deadline) const
{
    const Result<CommandOutcome> said = engine({QStringLiteral("logs"), containerOf(node)}, deadline);
    return said ? Result<QByteArray>(said->output + said->errorOutput) : said.error();
}

Result<void> LabContainers::removeClones(const Deadline &deadline) const
{
    const auto host = m_hosts.find(QStringLiteral("local"));
    for (const NodeDefinition &node : m_lab.cluster.nodes) {
        const Result<ContainerState> state = inspectContainer(m_lab.kit.engine, containerOf(node), deadline);
        const QString operation = state ? state->labels.value(QString::fromLatin1(ofOperation)) : QString();
        if (operation.isEmpty())
            continue;
        const NewContainer made{.engine = m_lab.kit.engine, .name = state->name, .operationId = operation};
        const Result<CommandOutcome> removed =
            host ? runChecked(**host, made.remove(), deadline) : Result<CommandOutcome>(host.error());
        if (!removed)
            return removed.error();
    }
    return {};
}

Result<void> LabContainers::removeAll(const QString &marker, const Deadline &deadline) const
{
    if (const Result<void> clones = removeClones(deadline); !clones)
        return clones;
    const auto host = m_hosts.find(QStringLiteral("local"));
    if (!host)
        return host.error();
    Command remove = engineCommand(m_lab.kit.engine, {});
    remove.argv = {QStringLiteral("sh"),     QStringLiteral("-c"), QString::fromLatin1(removeScript),
                   QStringLiteral("howdah"), m_lab.kit.engine,     QStringLiteral("io.howdah.lab=") + marker};
    const Result<CommandOutcome> removed = runChecked(**host, remove, deadline);
    return removed ? Result<void>() : removed.error();
}

} // namespace howdah
