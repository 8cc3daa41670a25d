#include "core/cluster/cluster_snapshot.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace howdah {

namespace {

template <typename Number> QJsonValue orNull(const std::optional<Number> &value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonObject toJson(const Lag &lag)
{
    return {{QStringLiteral("sendBytes"), orNull(lag.sendBytes)},
            {QStringLiteral("writeBytes"), orNull(lag.writeBytes)},
            {QStringLiteral("flushBytes"), orNull(lag.flushBytes)},
            {QStringLiteral("replayBytes"), orNull(lag.replayBytes)},
            {QStringLiteral("writeMs"), orNull(lag.writeMs)},
            {QStringLiteral("flushMs"), orNull(lag.flushMs)},
            {QStringLiteral("replayMs"), orNull(lag.replayMs)}};
}

QJsonValue replayPaused(const NodeState &node)
{
    if (node.role != NodeRole::Standby || !node.sample->replayPause)
        return QJsonValue::Null;
    return *node.sample->replayPause != ReplayPause::NotPaused;
}

QJsonObject toJson(const NodeState &node, const QDateTime &now)
{
    const QString known = node.lastAnswer ? node.lastAnswer->dataDirectory : QString();
    const QString dataDirectory = node.definition.dataDirectory.isEmpty() ? known : node.definition.dataDirectory;
    std::optional<qint64> age;
    if (node.sample)
        age = std::max<qint64>(0, node.sample->takenAt.msecsTo(now));
    return {{QStringLiteral("name"), node.name()},
            {QStringLiteral("role"), roleName(node.role)},
            {QStringLiteral("conninfo"), node.definition.connInfo.toString()},
            {QStringLiteral("dataDirectory"), orNull(dataDirectory)},
            {QStringLiteral("upstream"), orNull(node.upstream)},
            {QStringLiteral("state"), node.state},
            {QStringLiteral("timeline"), node.timeline > 0 ? QJsonValue(qint64(node.timeline)) : QJsonValue::Null},
            {QStringLiteral("lag"), toJson(node.lag)},
            {QStringLiteral("replayPaused"), replayPaused(node)},
            {QStringLiteral("sampleAgeMs"), orNull(age)}};
}

QJsonObject toJson(const Finding &finding)
{
    return {{QStringLiteral("id"), finding.id},
            {QStringLiteral("severity"), severityName(finding.severity)},
            {QStringLiteral("node"), orNull(finding.node)},
            {QStringLiteral("text"), finding.text},
            {QStringLiteral("remedy"), orNull(finding.remedy)}};
}

} // namespace

QJsonObject toJson(const ClusterSnapshot &snapshot)
{
    QJsonArray nodes;
    for (const NodeState &node : snapshot.nodes)
        nodes << toJson(node, snapshot.madeAt);
    QJsonArray findings;
    for (const Finding &finding : snapshot.findings)
        findings << toJson(finding);
    return {{QStringLiteral("cluster"), snapshot.definition.name},
            {QStringLiteral("systemIdentifier"), orNull(snapshot.systemIdentifier)},
            {QStringLiteral("nodes"), nodes},
            {QStringLiteral("findings"), findings}};
}

} // namespace howdah
