#include "core/operations/past_names.h"

#include "core/cluster/node_connection.h"
#include "core/operations/past_database.h"

#include <QCoreApplication>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::PastNames)
};

constexpr Milliseconds connectTimeout{5000};

const NodeState *nodeToAsk(const ClusterSnapshot &snapshot)
{
    if (const NodeState *primary = snapshot.primary())
        return primary;
    for (const NodeState &node : snapshot.nodes)
        if (node.sample && !node.sample->failure)
            return &node;
    return nullptr;
}

} // namespace

Result<int> rememberNames(const ClusterSnapshot &snapshot, const Environment &environment, std::stop_token stop)
{
    const NodeState *node = nodeToAsk(snapshot);
    if (!node || snapshot.systemIdentifier.isEmpty())
        return Error{.code = ErrorCode::NotFound,
                     .message = Tr::tr("No node of %1 answers that could be asked for names.").arg(snapshot.definition.name)};
    PastDatabase database;
    if (const Result<void> opened = database.open(snapshot.systemIdentifier); !opened)
        return opened.error();
    const NodeDefinition &asked = node->definition;
    RelationNames names(
        [&](const QString &name) -> Result<Connection> {
            ConnInfo info = asked.connInfo;
            if (!name.isEmpty())
                info.set(QStringLiteral("dbname"), name);
            if (environment.fillPassword)
                environment.fillPassword(info);
            return openNode(info, environment.hosts, asked.hostId, Deadline::after(connectTimeout), stop);
        },
        database.memory());
    return names.rememberAll();
}

PastNames::PastNames(const Environment &environment, QObject *parent, Milliseconds pause)
    : QObject(parent)
    , m_environment(environment)
    , m_pause(pause)
    , m_background(this)
{
}

void PastNames::see(const ClusterSnapshotPtr &snapshot)
{
    if (!snapshot || !nodeToAsk(*snapshot))
        return;
    const QString cluster = snapshot->definition.name;
    const auto now = SteadyClock::now();
    if (const auto asked = m_asked.constFind(cluster); asked != m_asked.constEnd() && now - *asked < m_pause)
        return;
    m_asked.insert(cluster, now);
    m_background.run(
        [this, snapshot](const std::stop_token &stop) {
            return rememberNames(*snapshot, m_environment, stop).valueOr(0);
        },
        [this, cluster](int databases) { Q_EMIT remembered(cluster, databases); });
}

} // namespace howdah
