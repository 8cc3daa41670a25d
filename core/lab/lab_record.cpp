#include "core/lab/lab_record.h"

#include "core/base/paths.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

namespace howdah::lab_records {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::LabRecord)
};

QString directory()
{
    const QString path = paths::stateDirectory() + QStringLiteral("/labs");
    QDir().mkpath(path);
    return path;
}

/// By a hash: a name may hold any character, and be longer than a file's name may.
QString fileOf(const QString &name, const char *suffix)
{
    const QByteArray hash = QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256).toHex().left(32);
    return directory() + QLatin1Char('/') + QString::fromLatin1(hash + suffix);
}

Error storageError(const QFileDevice &file)
{
    return Error{ErrorCode::Storage,
                 Tr::tr("The lab's record %1 cannot be written.").arg(file.fileName()),
                 file.errorString(),
                 Tr::tr("Look at the free space and the permissions of that directory."),
                 {}};
}

QJsonObject nodeToJson(const NodeDefinition &node)
{
    return {{QStringLiteral("name"), node.name},
            {QStringLiteral("conninfo"), node.connInfo.toString()},
            {QStringLiteral("host"), node.hostId},
            {QStringLiteral("dataDirectory"), node.dataDirectory}};
}

Result<NodeDefinition> nodeFromJson(const QJsonObject &json)
{
    Result<ConnInfo> connInfo = ConnInfo::parse(json.value(QStringLiteral("conninfo")).toString());
    if (!connInfo)
        return connInfo.error();
    return NodeDefinition{json.value(QStringLiteral("name")).toString(), *connInfo,
                          json.value(QStringLiteral("host")).toString(),
                          json.value(QStringLiteral("dataDirectory")).toString()};
}

QJsonObject clusterToJson(const ClusterDefinition &cluster)
{
    QJsonArray nodes;
    for (const NodeDefinition &node : cluster.nodes)
        nodes.append(nodeToJson(node));
    return {{QStringLiteral("group"), cluster.group},
            {QStringLiteral("systemIdentifier"), cluster.systemIdentifier},
            {QStringLiteral("nodes"), nodes}};
}

QJsonObject kitToJson(const ContainerKit &kit)
{
    return {{QStringLiteral("engine"), kit.engine},
            {QStringLiteral("compose"), kit.compose},
            {QStringLiteral("image"), kit.image},
            {QStringLiteral("major"), kit.major},
            {QStringLiteral("dataDirectory"), kit.dataDirectory},
            {QStringLiteral("volume"), kit.volume}};
}

ContainerKit kitFromJson(const QJsonObject &json)
{
    const auto text = [&](const char *name) { return json.value(QLatin1String(name)).toString(); };
    return {.engine = text("engine"),
            .compose = text("compose"),
            .image = text("image"),
            .major = json.value(QLatin1String("major")).toInt(),
            .dataDirectory = text("dataDirectory"),
            .volume = text("volume")};
}

Result<Lab> labFromJson(const QJsonObject &json)
{
    const QJsonObject clusterJson = json.value(QStringLiteral("cluster")).toObject();
    Lab lab;
    lab.name = json.value(QStringLiteral("name")).toString();
    lab.directory = json.value(QStringLiteral("directory")).toString();
    lab.systemUser = json.value(QStringLiteral("systemUser")).toString();
    lab.binDirectory = json.value(QStringLiteral("binDirectory")).toString();
    lab.archive = json.value(QStringLiteral("archive")).toBool();
    lab.workloadPerSecond = json.value(QStringLiteral("workloadPerSecond")).toDouble();
    lab.workloadPid = json.value(QStringLiteral("workloadPid")).toInt();
    lab.diskBytes = static_cast<qint64>(json.value(QStringLiteral("diskBytes")).toDouble());
    lab.kit = kitFromJson(json.value(QStringLiteral("containers")).toObject());
    lab.complete = json.value(QStringLiteral("complete")).toBool();
    lab.cluster.name = lab.name;
    lab.cluster.group = clusterJson.value(QStringLiteral("group")).toString();
    lab.cluster.systemIdentifier = clusterJson.value(QStringLiteral("systemIdentifier")).toString();
    lab.cluster.labDirectory = lab.directory;
    for (const QJsonValue &nodeJson : clusterJson.value(QStringLiteral("nodes")).toArray()) {
        Result<NodeDefinition> node = nodeFromJson(nodeJson.toObject());
        if (!node)
            return node.error();
        lab.cluster.nodes.append(*node);
    }
    return lab;
}

Result<LabRecord> read(const QString &path)
{
    QFile file(path);
    const QJsonObject json =
        file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    const QString marker = json.value(QStringLiteral("marker")).toString();
    Result<Lab> lab = labFromJson(json);
    if (!lab || lab->name.isEmpty() || lab->directory.isEmpty() || marker.isEmpty())
        return Error{ErrorCode::Invalid,
                     Tr::tr("The lab's record %1 is damaged.").arg(path),
                     {},
                     Tr::tr("Move the file away; the lab's own directory holds a copy named lab.json."),
                     {}};
    return LabRecord{*lab, marker, static_cast<qint64>(json.value(QStringLiteral("workloadStart")).toDouble())};
}

} // namespace

QByteArray toJson(const LabRecord &record)
{
    const Lab &lab = record.lab;
    QJsonObject json{{QStringLiteral("name"), lab.name},
                           {QStringLiteral("directory"), lab.directory},
                           {QStringLiteral("marker"), record.marker},
                           {QStringLiteral("systemUser"), lab.systemUser},
                           {QStringLiteral("binDirectory"), lab.binDirectory},
                           {QStringLiteral("archive"), lab.archive},
                           {QStringLiteral("workloadPerSecond"), lab.workloadPerSecond},
                           {QStringLiteral("workloadPid"), lab.workloadPid},
                           {QStringLiteral("workloadStart"), record.workloadStart},
                           {QStringLiteral("diskBytes"), lab.diskBytes},
                           {QStringLiteral("complete"), lab.complete},
                           {QStringLiteral("cluster"), clusterToJson(lab.cluster)}};
    if (lab.kit.isThere())
        json.insert(QStringLiteral("containers"), kitToJson(lab.kit));
    return QJsonDocument(json).toJson();
}

Result<void> claim(const LabRecord &record)
{
    QFile file(fileOf(record.lab.name, ".json"));
    if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
        file.close();
        return save(record);
    }
    if (file.exists())
        return Error{ErrorCode::AlreadyExists,
                     Tr::tr("There is a lab named \"%1\" already.").arg(record.lab.name),
                     {},
                     Tr::tr("Choose another name, or destroy that lab first."),
                     {}};
    return storageError(file);
}

Result<void> save(const LabRecord &record)
{
    QSaveFile file(fileOf(record.lab.name, ".json"));
    if (!file.open(QIODevice::WriteOnly) || file.write(toJson(record)) < 0 || !file.commit())
        return storageError(file);
    return {};
}

Result<LabRecord> find(const QString &name)
{
    const QString path = fileOf(name, ".json");
    if (QFile::exists(path))
        return read(path);
    QStringList names;
    for (const LabRecord &record : all().valueOr({}))
        names << record.lab.name;
    return Error{ErrorCode::NotFound,
                 Tr::tr("There is no lab named \"%1\".").arg(name),
                 {},
                 names.isEmpty() ? Tr::tr("There are no labs; create one first.")
                                 : Tr::tr("The labs here: %1.").arg(names.join(QStringLiteral(", "))),
                 {}};
}

Result<QList<LabRecord>> all()
{
    QList<LabRecord> records;
    const QDir labs(directory());
    for (const QString &name : labs.entryList({QStringLiteral("*.json")}, QDir::Files)) {
        Result<LabRecord> record = read(labs.filePath(name));
        if (record)
            records.append(*record);
    }
    std::sort(records.begin(), records.end(), [](const auto &a, const auto &b) { return a.lab.name < b.lab.name; });
    return records;
}

Result<void> remove(const QString &name)
{
    QFile file(fileOf(name, ".json"));
    if (file.exists() && !file.remove())
        return storageError(file);
    return {};
}

Result<std::unique_ptr<QLockFile>> lock(const QString &name)
{
    auto file = std::make_unique<QLockFile>(fileOf(name, ".lock"));
    file->setStaleLockTime(0); // held as long as its process lives, however long that is
    if (file->tryLock(0))
        return file;
    if (file->error() != QLockFile::LockFailedError)
        return Error{
            ErrorCode::Storage,
            Tr::tr("The list of labs cannot be changed: no file can be written in %1.")
                .arg(QFileInfo(file->fileName()).absolutePath()),
            {},
            Tr::tr("Look at the rights and the free space of that directory, or set HOWDAH_HOME to another one."),
            {}};
    qint64 pid = 0;
    QString machine, program;
    file->getLockInfo(&pid, &machine, &program);
    return Error{
        ErrorCode::Busy,
        Tr::tr("The lab \"%1\" is being changed by another Howdah (%2, process %3).").arg(name, program).arg(pid),
        {},
        Tr::tr("Wait for it to end, then try again."),
        {}};
}

} // namespace howdah::lab_records
