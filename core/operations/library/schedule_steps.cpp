#include "core/base/key.h"
#include "core/operations/library/schedule_parts.h"

#include "core/operations/library/backup_parts.h"
#include "core/operations/library/crontab.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Schedule)
};

using Way = BackupSchedule::Way;

Action file(const ScheduleParts &parts, const QString &path, const std::optional<QByteArray> &content, int mode)
{
    if (!content)
        return {.text = Tr::tr("Remove %1").arg(path), .what = RemoveFile{parts.hostId, path, parts.owner}};
    return {.text = Tr::tr("Write %1").arg(path), .what = WriteFile{parts.hostId, path, parts.owner, *content, mode}};
}

constexpr int scriptMode = 0700, recordMode = 0600;

Step scriptStep()
{
    return {.id = QStringLiteral("script"),
            .title =
                [](const Situation &situation) {
                    return ScheduleParts::of(situation).wanted ? Tr::tr("Write the script that takes a backup")
                                                               : Tr::tr("Remove the script that takes a backup");
                },
            .act = [](const Situation &situation) -> QList<Action> {
                const ScheduleParts parts = ScheduleParts::of(situation);
                if (!parts.wanted)
                    return {file(parts, parts.record, {}, recordMode), file(parts, parts.script, {}, scriptMode)};
                return {{.text = Tr::tr("Make the directory %1 for backups, unless it is there").arg(parts.directory),
                         .what = MakeDirectory{parts.hostId, parts.directory, parts.owner},
                         .unless = Observation{.text = Tr::tr("%1 is there").arg(parts.directory),
                                               .look = PathIs{parts.hostId, parts.directory, parts.owner},
                                               .timeout = Milliseconds{0}}},
                        file(parts, parts.script, parts.scriptContent, scriptMode),
                        file(parts, parts.record, parts.recordContent, recordMode)};
            },
            .undo = [](const Situation &situation) -> QList<Action> {
                const ScheduleParts parts = ScheduleParts::of(situation);
                return {file(parts, parts.record, parts.formerRecord, recordMode),
                        file(parts, parts.script, parts.formerScript, scriptMode)};
            }};
}

QList<Action> setTimer(const ScheduleParts &parts, const std::optional<BackupSchedule> &schedule)
{
    const QString base = QStringLiteral("/etc/systemd/system/") + parts.unit;
    const auto systemctl = [&parts](const QString &text, const QStringList &words) {
        return Action{.text = text,
                      .what = RunCommand{.hostId = parts.hostId,
                                         .command = {.argv = QStringList{QStringLiteral("systemctl")} + words}}};
    };
    const QString timer = parts.unit + QStringLiteral(".timer");
    const Action reload = systemctl(Tr::tr("Let systemd read its units again"), {QStringLiteral("daemon-reload")});
    const auto rootFile = [&parts](const QString &path, const std::optional<QByteArray> &content) {
        constexpr int unitMode = 0644;
        if (content)
            return Action{.text = Tr::tr("Write %1").arg(path),
                          .what = WriteFile{parts.hostId, path, {}, *content, unitMode}};
        return Action{.text = Tr::tr("Remove %1").arg(path), .what = RemoveFile{parts.hostId, path, {}}};
    };
    if (!schedule)
        return {systemctl(Tr::tr("Switch the timer off"),
                          {QStringLiteral("disable"), QStringLiteral("--now"), QStringLiteral("--quiet"), timer}),
                rootFile(base + QStringLiteral(".timer"), {}), rootFile(base + QStringLiteral(".service"), {}), reload};
    return {rootFile(base + QStringLiteral(".service"), systemdService(schedule->cluster, parts.script, parts.owner)),
            rootFile(base + QStringLiteral(".timer"), systemdTimer(schedule->cluster, *schedule)), reload,
            systemctl(Tr::tr("Switch the timer on"), {QStringLiteral("enable"), QStringLiteral("--now"), timer})};
}

Action setJob(const ScheduleParts &parts, const std::optional<BackupSchedule> &schedule)
{
    const QString run = QStringLiteral("COPY (SELECT 1) TO PROGRAM %1")
                            .arg(sqlLiteral(QStringLiteral("/bin/sh ") + shellQuoted(parts.script)));
    if (schedule)
        return {.text = Tr::tr("Give pg_cron the job %1").arg(parts.unit),
                .what = RunSql{.server = parts.cronServer(),
                               .sql = QStringLiteral("SELECT cron.schedule($1, $2, $3)"),
                               .parameters = {parts.unit, schedule->cronExpression(), run}}};
    return {.text = Tr::tr("Take the job %1 from pg_cron").arg(parts.unit),
            .what = RunSql{.server = parts.cronServer(),
                           .sql = QStringLiteral("SELECT cron.unschedule(jobid) FROM cron.job WHERE jobname = $1"),
                           .parameters = {parts.unit}}};
}

QList<Action> setSchedule(const ScheduleParts &parts, bool former)
{
    const std::optional<BackupSchedule> wanted = former         ? parts.former
                                                 : parts.wanted ? std::optional<BackupSchedule>(parts.schedule)
                                                                : std::nullopt;
    switch (parts.schedule.way) {
    case Way::Cron:
        return {setCrontabLine({parts.hostId, parts.owner, crontabMark(parts.schedule.cluster)},
                               former         ? parts.formerLine
                               : parts.wanted ? crontabLine(parts.schedule, parts.script)
                                              : QString())};
    case Way::Systemd:
        return setTimer(parts, wanted);
    case Way::PgCron:
        return {setJob(parts, wanted)};
    }
    return {};
}

Step startStep()
{
    return {.id = QStringLiteral("schedule"),
            .title =
                [](const Situation &situation) {
                    const ScheduleParts parts = ScheduleParts::of(situation);
                    const QString way = scheduleWayName(parts.schedule.way);
                    return parts.wanted ? Tr::tr("Have %1 start it").arg(way)
                                        : Tr::tr("Have %1 start it no more").arg(way);
                },
            .act = [](const Situation &situation) { return setSchedule(ScheduleParts::of(situation), false); },
            .undo = [](const Situation &situation) { return setSchedule(ScheduleParts::of(situation), true); }};
}

/// As cron would run it: nothing of this session's environment.
Step tryStep()
{
    return {.id = QStringLiteral("try"),
            .title = [](const Situation &) { return Tr::tr("Take one now, as it will be taken by itself"); },
            .act = [](const Situation &situation) -> QList<Action> {
                const ScheduleParts parts = ScheduleParts::of(situation);
                if (!parts.wanted || situation.argument(key("try")) != QLatin1String("true"))
                    return {};
                return {{.text = Tr::tr("Run the script"),
                         .what = RunCommand{
                             .hostId = parts.hostId,
                             .command = {.argv = {QStringLiteral("/bin/sh"), parts.script}, .asUser = parts.owner}}}};
            }};
}

BackupSchedule scheduleOf(const Situation &situation)
{
    const auto argument = [&](const char *id) { return situation.argument(key(id)); };
    using Every = BackupSchedule::Every;
    const QString way = argument("way"), every = argument("every"), at = argument("at");
    return {.way = way == scheduleWayName(Way::Systemd)  ? Way::Systemd
                   : way == scheduleWayName(Way::PgCron) ? Way::PgCron
                                                         : Way::Cron,
            .every = every == QLatin1String("hour")   ? Every::Hour
                     : every == QLatin1String("week") ? Every::Week
                                                      : Every::Day,
            .hour = at.section(QLatin1Char(':'), 0, 0).toInt(),
            .minute = at.section(QLatin1Char(':'), 1, 1).toInt(),
            .weekday = argument("weekday").toInt(),
            .drills = argument("drill") == QLatin1String("true"),
            .cluster = situation.snapshot->definition.name,
            .node = argument("from"),
            .since = {}};
}

QByteArray scriptOf(const ScheduleParts &parts, const NodeState &node, const Situation &situation)
{
    const auto argument = [&](const char *id) { return situation.argument(key(id)); };
    constexpr int firstWithMethods = 15; // before, the option was the level of gzip alone
    const bool methods = node.lastAnswer && node.lastAnswer->version.atLeast(firstWithMethods);
    const QString compression = argument("compression") == QLatin1String("none") ? QString() : argument("compression");
    const ConnInfo info = copyingInfo(replicationInfo(node.definition.connInfo), key("howdah_scheduled_backup"));
    return scheduledScript(
        {.cluster = parts.schedule.cluster,
         .node = parts.node,
         .binDirectory = situation.value(key("layout"), key("binDirectory")).toString(),
         .directory = parts.directory,
         .connInfo = info.toString(),
         .compression = compression.isEmpty() ? QString()
                        : methods             ? QStringLiteral("client-") + compression
                                              : key("6"),
         .rate = argument("rate"),
         .copyHost = parts.copyHost,
         .copyDirectory = parts.copyDirectory,
         .sshConfig = parts.sshConfig,
         .dataDirectory = situation.value(key("layout"), key("dataDirectory")).toString(),
         .drillSettings = parts.schedule.drills ? scheduledDrillSettings(situation, parts) : QByteArray(),
         .superuser = situation.value(key("way"), key("superuser")).toString(),
         .drillPort = node.definition.connInfo.port().toInt()});
}

void takeFormer(ScheduleParts &parts, const Situation &situation)
{
    const Fact *former = situation.fact(key("former"));
    const auto before = [former](const char *name) -> std::optional<QByteArray> {
        return former && former->values.contains(key(name))
                   ? std::optional<QByteArray>(former->values.value(key(name)).toByteArray())
                   : std::nullopt;
    };
    parts.formerScript = before("script");
    parts.formerRecord = before("record");
    if (parts.formerRecord)
        parts.former = scheduleFromRecord(QJsonDocument::fromJson(*parts.formerRecord).object());
    parts.formerLine = situation.value(key("former"), key("crontabLine")).toString();
}

} // namespace

ServerRef ScheduleParts::cronServer() const
{
    ServerRef reference = server;
    if (Result<ConnInfo> info = ConnInfo::parse(server.connInfo); info && !cronDatabase.isEmpty())
        reference.connInfo = info->with(key("dbname"), cronDatabase).toString();
    return reference;
}

ScheduleParts ScheduleParts::of(const Situation &situation)
{
    const auto layout = [&](const char *name) { return situation.value(key("layout"), key(name)).toString(); };
    const auto argument = [&](const char *id) { return situation.argument(key(id)); };
    ScheduleParts parts{.node = argument("from"),
                        .hostId = layout("hostId"),
                        .owner = layout("owner"),
                        .directory = argument("directory"),
                        .wanted = argument("every") != QLatin1String("never"),
                        .schedule = scheduleOf(situation),
                        .unit = scheduleUnitName(situation.snapshot->definition.name),
                        .cronDatabase = situation.value(key("way"), key("pgCron")).toString(),
                        .copyHost = argument("copy-to").section(QLatin1Char(':'), 0, 0),
                        .copyDirectory = argument("copy-to").section(QLatin1Char(':'), 1),
                        .sshConfig = argument("ssh-config")};
    parts.script = scheduledScriptIn(parts.directory, parts.schedule.cluster);
    parts.record = parts.directory + QLatin1Char('/') + key(BackupSchedule::recordName);
    parts.recordContent = QJsonDocument(scheduleRecord(parts.schedule)).toJson();
    if (const NodeState *node = situation.node(parts.node)) {
        parts.server = serverOf(*node);
        parts.scriptContent = scriptOf(parts, *node, situation);
    }
    takeFormer(parts, situation);
    return parts;
}

QList<Step> scheduleSteps()
{
    return {scriptStep(), startStep(), tryStep()};
}

} // namespace howdah::library
