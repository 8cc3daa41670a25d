#include "core/base/key.h"
#include "core/operations/library/backup_parts.h"
#include "core/operations/library/library.h"
#include "core/operations/library/schedule_parts.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Schedule)
};

QString suggestNode(const Situation &situation)
{
    for (const NodeState &node : situation.snapshot->nodes)
        if (node.role == NodeRole::Standby && !node.definition.hostId.isEmpty())
            return node.name();
    const NodeState *primary = situation.snapshot->primary();
    return primary ? primary->name() : QString();
}

/// What is there: cron wherever it runs, since every user may have a crontab.
QString suggestWay(const Situation &situation)
{
    const auto there = [&situation](const char *name) { return situation.value(key("way"), key(name)).toBool(); };
    if (there("cronRuns"))
        return key("cron");
    if (there("systemd"))
        return key("systemd");
    return there("pgCron") ? key("pg_cron") : key("cron");
}

QString objectionToTime(const QString &value, const Situation &)
{
    static const QRegularExpression clock(QStringLiteral("^([01]?[0-9]|2[0-3]):[0-5][0-9]$"));
    return clock.match(value).hasMatch() ? QString() : Tr::tr("A time of day is needed, as 02:30.");
}

QString objectionToCopy(const QString &value, const Situation &)
{
    static const QRegularExpression place(QStringLiteral("^[^\\s:-][^\\s:]*:/[^\\n]*$"));
    return place.match(value).hasMatch()
               ? QString()
               : Tr::tr("Name the host as ssh knows it and a directory there: user@host:/dir");
}

QList<Param> whereParams()
{
    using Kind = Param::Kind;
    return {{.id = key("from"),
             .title = Tr::tr("From"),
             .help = Tr::tr("The node to copy, on whose host it runs. A standby spares the primary."),
             .kind = Kind::Node,
             .suggest = suggestNode},
            backupDirectoryParam(),
            {.id = key("compression"),
             .title = Tr::tr("Compression"),
             .help = Tr::tr("Compressed ones lie in tar files and take less room."),
             .kind = Kind::Choice,
             .options = {{key("none"), Tr::tr("Plain files")},
                         {key("gzip"), Tr::tr("Tar files, gzip")},
                         {key("lz4"), Tr::tr("Tar files, lz4")},
                         {key("zstd"), Tr::tr("Tar files, zstd")}},
             .suggest = [](const Situation &) { return key("none"); }},
            backupRateParam(),
            {.id = key("copy-to"),
             .title = Tr::tr("Copy to"),
             .help = Tr::tr("Another host and a directory there, user@host:/dir: each backup is copied there with ssh, "
                            "as the owner of the files and without a password."),
             .kind = Kind::Text,
             .required = false,
             .objection = objectionToCopy},
            {.id = key("ssh-config"),
             .title = Tr::tr("ssh configuration file"),
             .help = Tr::tr("For a key or a port of its own (ssh -F), on that node's host."),
             .kind = Kind::Path,
             .required = false,
             .advanced = true},
            {.id = key("drill"),
             .title = Tr::tr("Drill each"),
             .help = Tr::tr("Restores each aside, examines every row and index, and takes it down again."),
             .kind = Kind::Boolean,
             .suggest = [](const Situation &) { return key("false"); }}};
}

} // namespace

QList<Param> scheduleParams()
{
    using Kind = Param::Kind;
    return QList<Param>{{.id = key("every"),
                         .title = Tr::tr("Every"),
                         .help = Tr::tr("How often; “never” takes the schedule off."),
                         .kind = Kind::Choice,
                         .options = {{key("hour"), Tr::tr("Hour")},
                                     {key("day"), Tr::tr("Day")},
                                     {key("week"), Tr::tr("Week")},
                                     {key("never"), Tr::tr("Never any more")}},
                         .suggest = [](const Situation &) { return key("day"); }},
                        {.id = key("at"),
                         .title = Tr::tr("At"),
                         .help = Tr::tr("The time of day on that host; of an hourly one only the minutes count."),
                         .kind = Kind::Text,
                         .suggest = [](const Situation &) { return key("02:30"); },
                         .objection = objectionToTime},
                        {.id = key("weekday"),
                         .title = Tr::tr("Weekday"),
                         .help = Tr::tr("Of a weekly one."),
                         .kind = Kind::Choice,
                         .advanced = true,
                         .options = {{key("0"), Tr::tr("Sunday")},
                                     {key("1"), Tr::tr("Monday")},
                                     {key("2"), Tr::tr("Tuesday")},
                                     {key("3"), Tr::tr("Wednesday")},
                                     {key("4"), Tr::tr("Thursday")},
                                     {key("5"), Tr::tr("Friday")},
                                     {key("6"), Tr::tr("Saturday")}},
                         .suggest = [](const Situation &) { return key("0"); }}} +
           whereParams() +
           QList<Param>{{.id = key("way"),
                         .title = Tr::tr("Started by"),
                         .help = Tr::tr("cron: a line in the crontab of the files' owner. systemd: a timer. pg_cron: a "
                                        "job in the database."),
                         .kind = Kind::Choice,
                         .options = {{key("cron"), QStringLiteral("cron")},
                                     {key("systemd"), QStringLiteral("systemd")},
                                     {key("pg_cron"), QStringLiteral("pg_cron")}},
                         .suggest = suggestWay},
                        {.id = key("try"),
                         .title = Tr::tr("Take one now"),
                         .help = Tr::tr("Proves that it works as it will run by itself."),
                         .kind = Kind::Boolean,
                         .suggest = [](const Situation &) { return key("true"); }}};
}

Operation scheduleBackup()
{
    return {.id = key("schedule-backup"),
            .title = Tr::tr("Schedule backups"),
            .summary = Tr::tr("Has base backups taken and verified by themselves, by cron, a systemd timer or pg_cron, "
                              "and each run noted."),
            .icon = key("history"),
            .group = OperationGroup::Backups,
            .params = scheduleParams(),
            .probes = scheduleProbes(),
            .checks = scheduleChecks(),
            .steps = scheduleSteps(),
            .consequences = [](const Situation &situation) -> QStringList {
                const ScheduleParts parts = ScheduleParts::of(situation);
                if (!parts.wanted)
                    return {Tr::tr("No backup is taken by itself any more; those that there are stay.")};
                return QStringList{
                           Tr::tr("%1 is read in full each time; its users may notice the load.").arg(parts.node),
                           Tr::tr("Backups stay until they are expired: “howdahctl expire-backups”.")} +
                       (parts.schedule.drills
                            ? QStringList{Tr::tr("Each time a copy runs in %1 for a while, alone; the host is busier.")
                                              .arg(scheduledDrillPlace(parts.directory))}
                            : QStringList());
            },
            .readySentence =
                [](const Situation &situation) {
                    const ScheduleParts parts = ScheduleParts::of(situation);
                    return parts.wanted ? Tr::tr("Backups of %1 will be put in %2, by %3: %4")
                                              .arg(parts.node, parts.directory, scheduleWayName(parts.schedule.way),
                                                   parts.schedule.way == BackupSchedule::Way::Systemd
                                                       ? parts.schedule.onCalendar()
                                                       : parts.schedule.cronExpression())
                                        : Tr::tr("The schedule will be taken off.");
                },
            .next = [](const Situation &situation) -> QStringList {
                if (!ScheduleParts::of(situation).wanted)
                    return {};
                return {Tr::tr("A run that fails or is missed becomes a finding of the cluster.")};
            }};
}

} // namespace howdah::library
