#include "core/cluster/history_events.h"

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::History)
};

std::optional<bool> paused(const NodeSamplePtr &answer)
{
    if (!answer || !answer->replayPause)
        return std::nullopt;
    return *answer->replayPause != ReplayPause::NotPaused;
}

bool failed(const NodeState &node)
{
    return node.sample && node.sample->failure;
}

class Comparison
{
public:
    Comparison(const NodeState &before, const NodeState &after)
        : m_before(before)
        , m_after(after)
    {
    }

    QList<HistoryEvent> events()
    {
        if (m_before.sample && m_after.sample && m_before.sample != m_after.sample) {
            compareReach();
            if (m_before.lastAnswer && m_after.lastAnswer) {
                compareRoles();
                comparePauses();
            }
        }
        return m_events;
    }

private:
    void add(const QString &kind, const QString &text)
    {
        m_events << HistoryEvent{m_after.sample->takenAt.toMSecsSinceEpoch(), m_after.name(), kind, text};
    }

    void compareReach()
    {
        if (failed(m_after) && !failed(m_before))
            add(QStringLiteral("down"),
                Tr::tr("%1 stopped answering: %2").arg(m_after.name(), m_after.sample->failure->message));
        if (!failed(m_after) && failed(m_before))
            add(QStringLiteral("up"), Tr::tr("%1 answers again.").arg(m_after.name()));
    }

    void compareRoles()
    {
        if (m_before.lastRole == NodeRole::Standby && m_after.lastRole == NodeRole::Primary)
            add(QStringLiteral("promoted"), Tr::tr("%1 became primary, on timeline %2.")
                                                .arg(m_after.name(), QString::number(m_after.lastAnswer->timeline)));
        if (m_before.lastRole == NodeRole::Primary && m_after.lastRole == NodeRole::Standby)
            add(QStringLiteral("demoted"), Tr::tr("%1, a primary before, is a standby now.").arg(m_after.name()));
    }

    void comparePauses()
    {
        const std::optional<bool> was = paused(m_before.lastAnswer);
        const std::optional<bool> is = paused(m_after.lastAnswer);
        if (was == false && is == true)
            add(QStringLiteral("paused"), Tr::tr("Replay was paused on %1.").arg(m_after.name()));
        if (was == true && is == false)
            add(QStringLiteral("resumed"), Tr::tr("Replay was resumed on %1.").arg(m_after.name()));
    }

    const NodeState &m_before;
    const NodeState &m_after;
    QList<HistoryEvent> m_events;
};

} // namespace

QList<HistoryEvent> eventsBetween(const ClusterSnapshot &before, const ClusterSnapshot &after)
{
    QList<HistoryEvent> events;
    for (const NodeState &node : after.nodes)
        if (const NodeState *old = before.node(node.name()))
            events << Comparison(*old, node).events();
    return events;
}

} // namespace howdah
