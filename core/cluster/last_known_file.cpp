#include "core/cluster/last_known_file.h"
#include "core/base/paths.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

namespace howdah {

namespace {

QJsonObject toJson(const NodeState &node)
{
    const NodeSample &answer = *node.lastAnswer;
    QJsonObject json{{QStringLiteral("name"), node.name()},
                     {QStringLiteral("inRecovery"), answer.inRecovery},
                     {QStringLiteral("at"), answer.takenAt.toUTC().toString(Qt::ISODateWithMs)},
                     {QStringLiteral("timeline"), static_cast<qint64>(answer.timeline)},
                     {QStringLiteral("version"), answer.version.number()},
                     {QStringLiteral("system"), answer.systemIdentifier},
                     {QStringLiteral("dataDirectory"), answer.dataDirectory}};
    for (const auto &[key, position] : {std::pair("head", answer.head), std::pair("received", answer.received)})
        if (position)
            json.insert(QLatin1String(key), position->toString());
    return json;
}

NodeState fromJson(const QJsonObject &json)
{
    auto answer = std::make_shared<NodeSample>();
    answer->node = json.value(QLatin1String("name")).toString();
    answer->takenAt = QDateTime::fromString(json.value(QLatin1String("at")).toString(), Qt::ISODateWithMs);
    answer->timeline = static_cast<Timeline>(json.value(QLatin1String("timeline")).toInt());
    answer->version = ServerVersion(json.value(QLatin1String("version")).toInt());
    answer->systemIdentifier = json.value(QLatin1String("system")).toString();
    answer->dataDirectory = json.value(QLatin1String("dataDirectory")).toString();
    answer->head = Lsn::parse(json.value(QLatin1String("head")).toString());
    answer->received = Lsn::parse(json.value(QLatin1String("received")).toString());
    answer->inRecovery = json.value(QLatin1String("inRecovery")).toBool();
    // No lastRole: a change of roles since then was not witnessed, and must not be taken for one.
    NodeState node;
    node.definition.name = answer->node;
    if (answer->takenAt.isValid())
        node.sample = node.lastAnswer = answer;
    return node;
}

} // namespace

LastKnownFile::LastKnownFile(const QString &cluster)
    : m_cluster(cluster)
    , m_path(paths::stateDirectory() + QStringLiteral("/last-known-") +
             QString::fromLatin1(QCryptographicHash::hash(cluster.toUtf8(), QCryptographicHash::Sha1).toHex()))
{
}

void LastKnownFile::keep(const ClusterSnapshot &snapshot) const
{
    const ClusterSnapshotPtr before = read();
    QJsonArray nodes;
    for (const NodeState &node : snapshot.nodes) {
        const NodeState *known = before ? before->node(node.name()) : nullptr;
        if (node.lastAnswer && node.lastRole != NodeRole::Unknown)
            nodes << toJson(node);
        else if (known && known->lastAnswer)
            nodes << toJson(*known);
    }
    const QString temporary = m_path + QStringLiteral(".new-") + QUuid::createUuid().toString(QUuid::Id128);
    QFile file(temporary);
    const QByteArray content =
        QJsonDocument(QJsonObject{{QStringLiteral("cluster"), m_cluster}, {QStringLiteral("nodes"), nodes}}).toJson();
    const bool written = file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.flush();
    file.close();
    // rename(2) replaces, QFile::rename does not. Not synced: after a power cut an older one will do.
    if (!written || ::rename(QFile::encodeName(temporary).constData(), QFile::encodeName(m_path).constData()) != 0)
        QFile::remove(temporary);
}

ClusterSnapshotPtr LastKnownFile::read() const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return nullptr;
    const QJsonObject document = QJsonDocument::fromJson(file.readAll()).object();
    auto snapshot = std::make_shared<ClusterSnapshot>();
    snapshot->definition.name = m_cluster;
    for (const QJsonValue &node : document.value(QLatin1String("nodes")).toArray())
        snapshot->nodes << fromJson(node.toObject());
    return snapshot->nodes.isEmpty() ? nullptr : snapshot;
}

} // namespace howdah
