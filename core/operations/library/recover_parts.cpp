#include "core/operations/library/recover_parts.h"
#include "core/base/key.h"

#include "core/backup/archive_command.h"

#include <algorithm>

namespace howdah::library {

namespace {

using Settings = QList<QPair<QString, QString>>;

QString materialText(const Situation &situation, const char *name)
{
    return situation.value(key("material"), key(name)).toString();
}

/// Nothing of it reaches another server: no archive, no upstream, no jobs, loopback only. Kept in postgresql.auto.conf,
/// which overrides what came with the backup.
Settings sideSettings(const RecoverParts &parts)
{
    constexpr qsizetype longestSocketDirectory = 90; // sun_path has 108 bytes, the name in it takes 18
    const bool socketFits = parts.place.toUtf8().size() <= longestSocketDirectory;
    Settings settings{
        {key("port"), QString::number(parts.port)},
        {key("listen_addresses"), key("127.0.0.1")},
        {key("unix_socket_directories"), socketFits ? parts.place : QString()},
        {key("hba_file"), parts.data() + QStringLiteral("/howdah_hba.conf")},
        {key("external_pid_file"), QString()},
        {key("cluster_name"), key("recovered by Howdah")},
        {key("ssl"), key("off")},
        {key("archive_mode"), key("off")},
        // These would remove what the live cluster has in its archive, or tell the world of a new primary.
        {key("archive_cleanup_command"), QString()},
        {key("recovery_end_command"), QString()},
        {key("primary_conninfo"), QString()},
        {key("primary_slot_name"), QString()},
        {key("synchronous_standby_names"), QString()},
        {key("recovery_min_apply_delay"), key("0")},
        {key("max_logical_replication_workers"), key("0")},
        // Whatever a preloaded library would do by itself: run jobs, subscribe to other servers.
        {key("max_worker_processes"), key("0")},
        {key("cron.launch_active_jobs"), key("off")},
        {key("shared_buffers"), QString::number(parts.sharedBuffers >> 10) + key("kB")},
        // The live server may keep many gigabytes.
        {key("max_wal_size"), QString::number(mostWal(parts.segmentBytes) >> 20) + key("MB")},
        {key("min_wal_size"), QString::number(mostWal(parts.segmentBytes) >> 21) + key("MB")},
        {key("huge_pages"), key("try")}, // the live server may have all there are
        {key("logging_collector"), key("off")},
        {key("log_destination"), key("stderr")}, // where it stopped is read from its log
        {key("lc_messages"), key("C")},
        // Then it is open, and "ready" in postmaster.pid, only when recovery has come to its end, and lower limits than
        // the primary's do no harm.
        {key("hot_standby"), key("off")}};
    constexpr int firstWithoutStatisticsFiles = 15;
    if (parts.major < firstWithoutStatisticsFiles)
        settings.append({key("stats_temp_directory"), key("pg_stat_tmp")}); // Debian names one that servers share
    constexpr int firstWithSyncMethod = 14;
    if (parts.major >= firstWithSyncMethod)
        settings.append({key("recovery_init_sync_method"), key("syncfs")});
    const QString restore =
        parts.isArchived() ? restoreCommandFor(parts.fetchScript(), parts.place).value_or(QString()) + key(" \"%r\"")
                           : key("/bin/false");
    settings.append({key("restore_command"), restore});
    return settings;
}

/// The live server's would take its memory away. Two sizes only, so that the plan is still the same a moment later.
qint64 sharedBuffersFor(qint64 freeBytes)
{
    constexpr qint64 plenty = 2LL << 30;
    constexpr qint64 usual = 128LL << 20;
    constexpr qint64 little = 32LL << 20;
    return freeBytes >= plenty ? usual : little;
}

QByteArray linesOf(const Settings &settings, const QString &operationId)
{
    QString text = QStringLiteral("\n# Written by Howdah, operation %1\n").arg(operationId);
    for (const auto &[name, value] : settings)
        text += QStringLiteral("%1 = %2\n").arg(name, configValue(value));
    return text.toUtf8();
}

/// The backup as the material was seen: the newest that the target can be reached from.
ChosenBackup chosenFrom(const Situation &situation)
{
    const auto seen = [&](const char *name) { return situation.value(key("material"), key(name)); };
    const auto layout = [&](const char *name) { return situation.value(key("layout"), key(name)).toString(); };
    ChosenBackup chosen{.id = seen("backup").toString(),
                        .directory = situation.argument(key("backups")),
                        .hostId = layout("hostId"),
                        .owner = layout("owner"),
                        .binDirectory = layout("binDirectory"),
                        .chain = seen("chain").toStringList()};
    chosen.backup.id = chosen.id;
    chosen.backup.timeline = seen("backupTimeline").toUInt();
    chosen.backup.start = Lsn::parse(seen("start").toString()).value_or(Lsn());
    chosen.backup.stop = Lsn::parse(seen("stop").toString()).value_or(Lsn());
    chosen.backup.format = seen("tar").toBool() ? BaseBackup::Format::Tar : BaseBackup::Format::Plain;
    chosen.backup.cold = seen("cold").toBool();
    for (const Compression one : {Compression::Gzip, Compression::Zstd, Compression::Lz4})
        if (suffixOf(one) == seen("compression").toString())
            chosen.backup.compression = one;
    return chosen;
}

} // namespace

qint64 mostWal(quint32 segmentBytes)
{
    constexpr qint64 usual = 512LL << 20;
    constexpr qint64 fewestSegments = 4;
    return std::max(usual, fewestSegments * segmentBytes);
}

QByteArray sideClientAuthentication()
{
    return "# Written by Howdah for a recovered copy: this machine only. md5 admits scram-sha-256 passwords too.\n"
           "local all all peer\n"
           "host  all all 127.0.0.1/32 md5\n";
}

ConnInfo sideInfo(const ConnInfo &live, const QString &hostId, int port)
{
    ConnInfo info = live.with(key("port"), QString::number(port));
    for (const char *keyword :
         {"hostaddr", "application_name", "target_session_attrs", "sslnegotiation", "channel_binding", "options"})
        info.set(key(keyword), QString());
    info.set(key("sslmode"), key("disable")); // PGSSLMODE could ask for what this server has not
    if (hostId == key("local"))
        info.set(key("host"), key("127.0.0.1"));
    return info;
}

const NodeState *besideOf(const Situation &situation)
{
    return situation.node(situation.argument(key("beside")));
}

RecoverParts RecoverParts::of(const Situation &situation)
{
    const auto layout = [&](const char *name) { return situation.value(key("layout"), key(name)).toString(); };
    RecoverParts parts{.operationId = situation.operationId,
                       .hostId = layout("hostId"),
                       .owner = layout("owner"),
                       .binDirectory = layout("binDirectory"),
                       .chosen = chosenFrom(situation),
                       .archive = situation.argument(key("archive")),
                       .restoreCommand = situation.argument(key("restore-command")),
                       .place = situation.argument(key("into")),
                       .port = situation.argument(key("port")).toInt(),
                       .major = situation.value(key("material"), key("major")).toInt(),
                       .sharedBuffers =
                           sharedBuffersFor(situation.value(key("target"), key("freeMemory")).toLongLong()),
                       .timeline = situation.value(key("material"), key("timeline")).toUInt(),
                       .systemIdentifier = situation.snapshot->systemIdentifier,
                       .segmentBytes = situation.value(key("material"), key("segmentBytes")).toUInt(),
                       .first = Lsn::parse(materialText(situation, "start")).value_or(Lsn())};
    constexpr int usualPatience = 300;
    const int patience = situation.argument(key("patience")).toInt();
    parts.patience = patience > 0 ? patience : usualPatience;
    parts.marker = QStringLiteral("Howdah operation %1").arg(parts.operationId);
    const NodeState *beside = besideOf(situation);
    const ConnInfo live = beside ? beside->definition.connInfo : ConnInfo();
    parts.server = {.node = QStringLiteral("recovered"),
                    .connInfo = sideInfo(live, parts.hostId, parts.port).toString(),
                    .hostId = parts.hostId};
    const Result<RecoveryTarget> target = recoveryTargetOf(situation.arguments);
    parts.settings =
        linesOf(sideSettings(parts) + (target ? settingsOf(*target, parts.timeline) : Settings{}), parts.operationId);
    parts.toTheEnd = target && target->kind == RecoveryTarget::Kind::End;
    if (target && target->kind == RecoveryTarget::Kind::Lsn)
        parts.until = target->lsn;
    parts.clientAuthentication = sideClientAuthentication();
    parts.serverPlace = {.hostId = parts.hostId,
                         .dataDirectory = parts.data(),
                         .owner = parts.owner,
                         .binDirectory = parts.binDirectory,
                         .logFile = parts.place + QStringLiteral("/server.log")};
    return parts;
}

} // namespace howdah::library
