#include "core/operations/library/clone_parts.h"

namespace howdah::library {

namespace {

using Settings = QList<QPair<QString, QString>>;

QByteArray linesOf(const Settings &settings, const QString &operationId)
{
    QString text = QStringLiteral("# Written by Howdah, operation %1\n").arg(operationId);
    for (const auto &[name, value] : settings)
        text += QStringLiteral("%1 = %2\n").arg(name, configValue(value));
    return text.toUtf8();
}

/// Where it listens and what it is called. Given on the source's command line, settings would be lost on a server that
/// is started from its files.
Settings ownSettings(const CloneParts &parts, const Situation &situation)
{
    const auto fact = [&](const char *key) {
        return situation.value(QStringLiteral("source"), QString::fromLatin1(key));
    };
    // The port that a container publishes is its machine's; the server in it listens where the source does.
    const bool publishes = parts.container && parts.container->networks != QStringList{QStringLiteral("host")};
    Settings settings{{QStringLiteral("port"), publishes ? fact("serverPort").toString() : QString::number(parts.port)},
                      {QStringLiteral("cluster_name"), parts.plain}};
    for (const char *name : {"listen_addresses", "unix_socket_directories"})
        if (const QVariant value = fact(name); value.isValid())
            settings.append({QString::fromLatin1(name), value.toString()});
    const QVariantMap fromCommandLine = fact("commandLine").toMap();
    for (auto setting = fromCommandLine.cbegin(); setting != fromCommandLine.cend(); ++setting)
        settings.append({setting.key(), setting.value().toString()});
    return settings;
}

Settings standbySettings(const CloneParts &parts)
{
    Settings settings{
        {QStringLiteral("primary_conninfo"),
         replicationInfo(parts.sourceInfo).with(QStringLiteral("application_name"), parts.plain).toString()},
        {QStringLiteral("primary_slot_name"), parts.slot},
        {QStringLiteral("recovery_min_apply_delay"), parts.delay.isEmpty() ? QStringLiteral("0") : parts.delay},
    };
    if (!parts.initSync.isEmpty())
        settings.append({QLatin1String(initSyncName), QStringLiteral("syncfs")});
    return settings;
}

/// With Debian, an administrator looks for these in /etc; whatever the copy's postgresql.auto.conf says of them goes.
Settings debianSettings(const CloneParts &parts)
{
    const QString directory = parts.debian.directory();
    return {{QStringLiteral("data_directory"), parts.target},
            {QStringLiteral("hba_file"), directory + QStringLiteral("/pg_hba.conf")},
            {QStringLiteral("ident_file"), directory + QStringLiteral("/pg_ident.conf")},
            {QStringLiteral("external_pid_file"),
             QStringLiteral("/var/run/postgresql/%1-%2.pid").arg(parts.debian.version, parts.debian.name)}};
}

void setConfiguration(CloneParts &parts, const Situation &situation)
{
    if (const QString method = situation.value(QStringLiteral("source"), QStringLiteral("initSync")).toString();
        method != QLatin1String("syncfs"))
        parts.initSync = method;
    const Settings own = ownSettings(parts, situation);
    if (parts.debian.isWanted()) {
        parts.ownPlaces = linesOf(debianSettings(parts) + own, parts.operationId);
        parts.configuration = linesOf(standbySettings(parts), parts.operationId);
    } else {
        parts.configuration = linesOf(standbySettings(parts) + own, parts.operationId);
    }
}

void setPlaces(CloneParts &parts)
{
    const QString parent = parentOf(parts.target);
    parts.staging =
        QStringLiteral("%1/.howdah-clone-%2").arg(parent == QLatin1String("/") ? QString() : parent, parts.operationId);
    parts.copy = parts.staging + QStringLiteral("/data");
    parts.configurationTarget = parts.debian.isWanted() ? parts.debian.directory() : parts.copy;
    const ServerLayout layout{
        .kind = parts.debian.isWanted() ? ServerLayout::Kind::Debian : ServerLayout::Kind::Plain,
        .dataDirectory = parts.target,
        .controlDirectory = parts.target,
        .binDirectory = parts.binDirectory,
        .owner = parts.owner,
        .debianVersion = parts.debian.version,
        .debianName = parts.debian.name,
    };
    // Inside the data directory, it comes and goes with the copy.
    const QString logFile =
        parts.debian.isWanted() ? parts.debian.logFile() : parts.target + QStringLiteral("/server.log");
    parts.place = {.hostId = parts.hostId,
                   .dataDirectory = parts.target,
                   .owner = parts.owner,
                   .binDirectory = parts.binDirectory,
                   .logFile = logFile,
                   .startCommand = layout.start(logFile)};
    if (!parts.container)
        return;
    parts.place.container = ServerContainer{parts.container->engine, parts.container->name};
    parts.place.startCommand = parts.place.container->start(parts.target);
}

void setServer(CloneParts &parts, const QString &address)
{
    ConnInfo info = parts.sourceInfo.with(QStringLiteral("port"), QString::number(parts.port));
    info.set(QStringLiteral("application_name"), QString());
    if (parts.isOnAnotherHost() && !address.isEmpty()) {
        info.set(QStringLiteral("host"), address);
        info.set(QStringLiteral("hostaddr"), QString());
    }
    parts.node = {.name = parts.name, .connInfo = info, .hostId = parts.hostId, .dataDirectory = parts.target};
    parts.server = {parts.name, info.toString(), parts.hostId};
}

} // namespace

QString parentOf(const QString &path)
{
    const qsizetype slash = path.lastIndexOf(QLatin1Char('/'));
    return slash <= 0 ? QStringLiteral("/") : path.left(slash);
}

CloneParts CloneParts::of(const Situation &situation)
{
    const auto argument = [&](const char *id) { return situation.argument(QString::fromLatin1(id)); };
    const auto fact = [&](const char *probe, const char *key) {
        return situation.value(QString::fromLatin1(probe), QString::fromLatin1(key));
    };
    CloneParts parts{.name = argument("name"),
                     .slot = argument("slot"),
                     .operationId = situation.operationId,
                     .hostId = argument("host"),
                     .owner = fact("host", "owner").toString(),
                     .binDirectory = fact("binaries", "directory").toString(),
                     .sourceHostId = fact("layout", "hostId").toString(),
                     .sourceOwner = fact("layout", "owner").toString(),
                     .container = containerToMake(situation),
                     .containerPassfile = fact("container", "passfile").toString(),
                     .target = argument("target-directory"),
                     .port = argument("port").toInt(),
                     .rate = argument("rate"),
                     .delay = argument("delay").remove(QLatin1Char(' ')),
                     .compression = argument("compression"),
                     .targetWasDirectory = fact("target", "kind").toString() == QLatin1String("empty"),
                     .tablespaces = cloneTablespaces(situation),
                     .debian = debianRegistration(situation)};
    parts.plain = plainName(parts.name);
    if (const NodeState *source = situation.node(argument("source"))) {
        parts.source = serverOf(*source);
        parts.sourceInfo = source->definition.connInfo;
    }
    // Of several hosts in the settings, the one that answered is the one to copy from and to follow.
    for (const char *keyword : {"host", "port", "user"})
        parts.sourceInfo.set(QString::fromLatin1(keyword), fact("source", keyword).toString());
    if (parts.container || parts.sourceInfo.value(QStringLiteral("hostaddr")).contains(QLatin1Char(',')))
        parts.sourceInfo.set(QStringLiteral("hostaddr"), QString());
    if (parts.hostId.isEmpty())
        parts.hostId = parts.sourceHostId;

    parts.stagingMarker = QStringLiteral("Howdah operation %1").arg(situation.operationId);
    parts.standbySignal = QStringLiteral("Made by Howdah, operation %1\n").arg(situation.operationId).toUtf8();
    parts.backupTitle = QStringLiteral("howdah_clone_%1").arg(situation.operationId);
    parts.configFile = fact("configuration", "configFile").toString();
    parts.hbaFile = fact("configuration", "hbaFile").toString();
    parts.identFile = fact("configuration", "identFile").toString();
    parts.settingFiles = fact("configuration", "settingFiles").toStringList();
    parts.settingLines = fact("configuration", "settingLines").toStringList();
    setPlaces(parts);
    setServer(parts, argument("address"));
    setConfiguration(parts, situation);
    return parts;
}

} // namespace howdah::library
