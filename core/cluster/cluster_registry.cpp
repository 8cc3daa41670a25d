#include "core/cluster/cluster_definition.h"

#include "core/base/paths.h"

#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QSaveFile>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::ClusterRegistry)
};

constexpr int formatVersion = 1;
constexpr int lockPatienceMs = 5000;

QString damagedMark()
{
    return QStringLiteral(".damaged-");
}

QJsonObject toJson(const NodeDefinition &node)
{
    return {{QStringLiteral("name"), node.name},
            {QStringLiteral("conninfo"), node.connInfo.toString()},
            {QStringLiteral("host"), node.hostId},
            {QStringLiteral("dataDirectory"), node.dataDirectory}};
}

QJsonObject toJson(const ClusterDefinition &cluster)
{
    QJsonArray nodes;
    for (const NodeDefinition &node : cluster.nodes)
        nodes << toJson(node);
    return {{QStringLiteral("name"), cluster.name},
            {QStringLiteral("group"), cluster.group},
            {QStringLiteral("systemIdentifier"), cluster.systemIdentifier},
            {QStringLiteral("labDirectory"), cluster.labDirectory},
            {QStringLiteral("nodes"), nodes}};
}

Result<NodeDefinition> nodeFromJson(const QJsonObject &json)
{
    Result<ConnInfo> info = ConnInfo::parse(json[QLatin1String("conninfo")].toString());
    if (!info)
        return info.error();
    return NodeDefinition{.name = json[QLatin1String("name")].toString(),
                          .connInfo = *info,
                          .hostId = json[QLatin1String("host")].toString(),
                          .dataDirectory = json[QLatin1String("dataDirectory")].toString()};
}

Result<ClusterDefinition> clusterFromJson(const QJsonObject &json)
{
    ClusterDefinition cluster{.name = json[QLatin1String("name")].toString(),
                              .group = json[QLatin1String("group")].toString(),
                              .systemIdentifier = json[QLatin1String("systemIdentifier")].toString(),
                              .labDirectory = json[QLatin1String("labDirectory")].toString()};
    for (const QJsonValue &value : json[QLatin1String("nodes")].toArray()) {
        Result<NodeDefinition> node = nodeFromJson(value.toObject());
        if (!node)
            return node.error();
        cluster.nodes << *node;
    }
    return cluster;
}

Error damaged(const QString &reason)
{
    return {.code = ErrorCode::Invalid, .message = reason};
}

/// Invalid: the content is damaged; Unsupported: written by a later Howdah.
Result<QList<ClusterDefinition>> parseRegistry(const QByteArray &content)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(content, &problem);
    if (!document.isObject() || !document[QLatin1String("clusters")].isArray())
        return damaged(problem.errorString());
    if (document[QLatin1String("version")].toInt() > formatVersion)
        return Error{.code = ErrorCode::Unsupported,
                     .message =
                         Tr::tr("The list of clusters was written by a later version of Howdah. Start that one, or "
                                "move the file away to begin a new list.")};
    QList<ClusterDefinition> clusters;
    for (const QJsonValue &value : document[QLatin1String("clusters")].toArray()) {
        Result<ClusterDefinition> cluster = clusterFromJson(value.toObject());
        if (!cluster)
            return damaged(cluster.error().message);
        if (!checkName(cluster->name))
            return damaged(Tr::tr("A cluster in it has no proper name."));
        clusters << *cluster;
    }
    return clusters;
}

/// Caller holds the lock.
Result<void> moveAside(const QString &path)
{
    const QString moment = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz"));
    if (QFile::rename(path, path + damagedMark() + moment))
        return {};
    return Error{.code = ErrorCode::Storage,
                 .message = Tr::tr("The list of clusters, %1, is damaged and could not be moved aside. Move it away by "
                                   "hand, then start again.")
                                .arg(path)};
}

/// As it is; Invalid when it is damaged.
Result<QList<ClusterDefinition>> readAsItIs(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return QList<ClusterDefinition>();
    if (!file.open(QIODevice::ReadOnly))
        return Error{.code = ErrorCode::Storage,
                     .message = Tr::tr("The list of clusters, %1, cannot be read: %2.").arg(path, file.errorString())};
    return parseRegistry(file.readAll());
}

/// Caller holds the lock: a damaged file is moved aside, and the list is then empty.
Result<QList<ClusterDefinition>> readRegistry(const QString &path)
{
    Result<QList<ClusterDefinition>> clusters = readAsItIs(path);
    if (clusters || clusters.error().code != ErrorCode::Invalid)
        return clusters;
    if (Result<void> moved = moveAside(path); !moved)
        return moved.error();
    return QList<ClusterDefinition>();
}

Result<void> writeRegistry(const QString &path, const QList<ClusterDefinition> &clusters)
{
    QJsonArray list;
    for (const ClusterDefinition &cluster : clusters)
        list << toJson(cluster);
    const QJsonDocument document(
        QJsonObject{{QStringLiteral("version"), formatVersion}, {QStringLiteral("clusters"), list}});
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                         file.write(document.toJson()) >= 0 && file.commit();
    if (written)
        return {};
    return Error{.code = ErrorCode::Storage,
                 .message = Tr::tr("The list of clusters, %1, cannot be written: %2.").arg(path, file.errorString())};
}

/// Runs `work` while no other console changes the file.
template <typename Work> auto underLock(const QString &path, Work work) -> decltype(work())
{
    QLockFile lock(path + QStringLiteral(".lock"));
    if (!lock.tryLock(lockPatienceMs))
        return Error{
            .code = ErrorCode::Busy,
            .message =
                Tr::tr("The list of clusters, %1, is held by another program. Try again in a moment.").arg(path)};
    return work();
}

Error notFound(const QString &name, const QList<ClusterDefinition> &clusters)
{
    QStringList names;
    for (const ClusterDefinition &cluster : clusters)
        names << cluster.name;
    const QString known = names.isEmpty() ? Tr::tr("No cluster is on record yet.")
                                          : Tr::tr("On record: %1.").arg(names.join(QStringLiteral(", ")));
    return {.code = ErrorCode::NotFound, .message = Tr::tr("There is no cluster named “%1”. %2").arg(name, known)};
}

qsizetype indexOf(const QList<ClusterDefinition> &clusters, const QString &name)
{
    for (qsizetype i = 0; i < clusters.size(); ++i)
        if (clusters[i].name == name)
            return i;
    return -1;
}

/// Reads, lets `change` alter the list, writes.
template <typename Change> Result<void> changeRegistry(const QString &path, Change change)
{
    return underLock(path, [&]() -> Result<void> {
        Result<QList<ClusterDefinition>> clusters = readRegistry(path);
        if (!clusters)
            return clusters.error();
        if (Result<void> changed = change(*clusters); !changed)
            return changed;
        return writeRegistry(path, *clusters);
    });
}

} // namespace

ClusterRegistry::ClusterRegistry(QString file)
    : m_file(file.isEmpty() ? paths::configDirectory() + QStringLiteral("/clusters.json") : std::move(file))
{
}

Result<QList<ClusterDefinition>> ClusterRegistry::all() const
{
    // Without the lock: the file is only ever replaced whole. And a lock file made and removed at each look would wake
    // those who watch the directory for changes, who would look again.
    Result<QList<ClusterDefinition>> clusters = readAsItIs(m_file);
    if (clusters || clusters.error().code != ErrorCode::Invalid)
        return clusters;
    return underLock(m_file, [this] { return readRegistry(m_file); });
}

Result<ClusterDefinition> ClusterRegistry::find(const QString &name) const
{
    Result<QList<ClusterDefinition>> clusters = all();
    if (!clusters)
        return clusters.error();
    const qsizetype index = indexOf(*clusters, name);
    if (index < 0)
        return notFound(name, *clusters);
    return (*clusters)[index];
}

Result<void> ClusterRegistry::add(const ClusterDefinition &cluster)
{
    if (Result<void> checked = checkCluster(cluster); !checked)
        return checked;
    return changeRegistry(m_file, [&](QList<ClusterDefinition> &clusters) -> Result<void> {
        if (indexOf(clusters, cluster.name) >= 0)
            return Error{.code = ErrorCode::AlreadyExists,
                         .message = Tr::tr("A cluster named “%1” is on record already. Choose another name, or remove "
                                           "that one first.")
                                        .arg(cluster.name)};
        clusters << cluster;
        return {};
    });
}

Result<void> ClusterRegistry::replace(const ClusterDefinition &cluster)
{
    if (Result<void> checked = checkCluster(cluster); !checked)
        return checked;
    return changeRegistry(m_file, [&](QList<ClusterDefinition> &clusters) -> Result<void> {
        const qsizetype index = indexOf(clusters, cluster.name);
        if (index < 0)
            return notFound(cluster.name, clusters);
        clusters[index] = cluster;
        return {};
    });
}

Result<void> ClusterRegistry::remove(const QString &name)
{
    return changeRegistry(m_file, [&](QList<ClusterDefinition> &clusters) -> Result<void> {
        const qsizetype index = indexOf(clusters, name);
        if (index < 0)
            return notFound(name, clusters);
        clusters.removeAt(index);
        return {};
    });
}

QString ClusterRegistry::damage() const
{
    const QFileInfo file(m_file);
    const QStringList aside =
        file.dir().entryList({file.fileName() + damagedMark() + QLatin1Char('*')}, QDir::Files, QDir::Name);
    if (aside.isEmpty())
        return {};
    return Tr::tr(
               "The list of clusters was damaged; the damaged file was moved aside to %1. Add the clusters again, then "
               "delete that file to be rid of this notice.")
        .arg(file.dir().filePath(aside.last()));
}

} // namespace howdah
