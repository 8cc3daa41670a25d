#include "core/operations/library/clone_parts.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace howdah::library {

namespace {

QByteArray configurationOf(const CloneParts &parts, const Situation &situation)
{
    const auto fact = [&](const char *key) {
        return situation.value(QStringLiteral("source"), QString::fromLatin1(key));
    };
    QList<QPair<QString, QString>> settings{
        {QStringLiteral("primary_conninfo"),
         replicationInfo(parts.sourceInfo).with(QStringLiteral("application_name"), parts.plain).toString()},
        {QStringLiteral("primary_slot_name"), parts.slot},
        {QStringLiteral("port"), QString::number(parts.port)},
        {QStringLiteral("cluster_name"), parts.plain},
        {QStringLiteral("recovery_min_apply_delay"), parts.delay.isEmpty() ? QStringLiteral("0") : parts.delay},
    };
    // Given on the source's command line, these would be lost on a server that is started from its files.
    for (const char *name : {"listen_addresses", "unix_socket_directories"})
        if (const QVariant value = fact(name); value.isValid())
            settings.append({QString::fromLatin1(name), value.toString()});
    const QVariantMap fromCommandLine = fact("commandLine").toMap();
    for (auto setting = fromCommandLine.cbegin(); setting != fromCommandLine.cend(); ++setting)
        settings.append({setting.key(), setting.value().toString()});

    QString text = QStringLiteral("# Written by Howdah, operation %1\n").arg(parts.operationId);
    for (const auto &[name, value] : settings)
        text += QStringLiteral("%1 = %2\n").arg(name, configValue(value));
    return text.toUtf8();
}

} // namespace

QString parentOf(const QString &path)
{
    const qsizetype slash = path.lastIndexOf(QLatin1Char('/'));
    return slash <= 0 ? QStringLiteral("/") : path.left(slash);
}

CloneParts CloneParts::of(const Situation &situation)
{
    CloneParts parts{.name = situation.argument(QStringLiteral("name")),
                     .slot = situation.argument(QStringLiteral("slot")),
                     .operationId = situation.operationId,
                     .target = situation.argument(QStringLiteral("target-directory")),
                     .port = situation.argument(QStringLiteral("port")).toInt(),
                     .rate = situation.argument(QStringLiteral("rate")),
                     .delay = situation.argument(QStringLiteral("delay"))};
    parts.delay.remove(QLatin1Char(' '));
    parts.plain = plainName(parts.name);
    if (const NodeState *source = situation.node(situation.argument(QStringLiteral("source")))) {
        parts.source = serverOf(*source);
        parts.sourceInfo = source->definition.connInfo;
    }
    const auto fact = [&](const char *probe, const char *key) {
        return situation.value(QString::fromLatin1(probe), QString::fromLatin1(key));
    };
    // Of several hosts in the settings, the one that answered is the one to copy from and to follow.
    parts.sourceInfo.set(QStringLiteral("host"), fact("source", "host").toString());
    parts.sourceInfo.set(QStringLiteral("port"), fact("source", "port").toString());
    parts.sourceInfo.set(QStringLiteral("user"), fact("source", "user").toString());
    if (parts.sourceInfo.value(QStringLiteral("hostaddr")).contains(QLatin1Char(',')))
        parts.sourceInfo.set(QStringLiteral("hostaddr"), QString());

    parts.hostId = fact("layout", "hostId").toString();
    parts.owner = fact("layout", "owner").toString();
    parts.binDirectory = fact("binaries", "directory").toString();
    parts.staging = QStringLiteral("%1/.howdah-clone-%2")
                        .arg(parentOf(parts.target) == QLatin1String("/") ? QString() : parentOf(parts.target),
                             situation.operationId);
    parts.copy = parts.staging + QStringLiteral("/data");
    parts.targetWasDirectory = fact("target", "kind").toString() == QLatin1String("empty");
    parts.stagingMarker = QStringLiteral("Howdah operation %1").arg(situation.operationId);
    parts.standbySignal = QStringLiteral("Made by Howdah, operation %1\n").arg(situation.operationId).toUtf8();
    parts.backupTitle = QStringLiteral("howdah_clone_%1").arg(situation.operationId);
    parts.configFile = fact("configuration", "configFile").toString();
    parts.hbaFile = fact("configuration", "hbaFile").toString();
    parts.identFile = fact("configuration", "identFile").toString();
    parts.settingFiles = fact("configuration", "settingFiles").toStringList();
    parts.settingLines = fact("configuration", "settingLines").toStringList();

    parts.node = {.name = parts.name,
                  .connInfo = parts.sourceInfo.with(QStringLiteral("port"), QString::number(parts.port))
                                  .with(QStringLiteral("application_name"), QString()),
                  .hostId = parts.hostId,
                  .dataDirectory = parts.target};
    parts.server = {parts.name, parts.node.connInfo.toString(), parts.node.hostId};
    ServerLayout layout{.kind = ServerLayout::Kind::Plain,
                        .dataDirectory = parts.target,
                        .controlDirectory = parts.target,
                        .configFile = parts.target + QStringLiteral("/postgresql.conf"),
                        .hbaFile = parts.target + QStringLiteral("/pg_hba.conf"),
                        .binDirectory = parts.binDirectory,
                        .owner = parts.owner};
    // Inside the data directory: it comes and goes with the copy.
    const QString logFile = parts.target + QStringLiteral("/server.log");
    parts.place = {.hostId = parts.hostId,
                   .dataDirectory = parts.target,
                   .owner = parts.owner,
                   .binDirectory = parts.binDirectory,
                   .logFile = logFile,
                   .startCommand = layout.start(logFile)};
    parts.configuration = configurationOf(parts, situation);
    return parts;
}

} // namespace howdah::library
