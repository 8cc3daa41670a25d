#include "core/backup/schedule.h"
#include "core/base/key.h"

#include "core/hosts/host.h"

#include <algorithm>

namespace howdah {

namespace {

using Way = BackupSchedule::Way;
using Every = BackupSchedule::Every;

const QList<QPair<Way, QLatin1String>> ways{{Way::Cron, QLatin1String("cron")},
                                            {Way::Systemd, QLatin1String("systemd")},
                                            {Way::PgCron, QLatin1String("pg_cron")}};
const QList<QPair<Every, QLatin1String>> everys{
    {Every::Hour, QLatin1String("hour")}, {Every::Day, QLatin1String("day")}, {Every::Week, QLatin1String("week")}};

template <typename Value> QString nameIn(const QList<QPair<Value, QLatin1String>> &names, Value value)
{
    const auto found =
        std::find_if(names.begin(), names.end(), [value](const auto &one) { return one.first == value; });
    return found == names.end() ? QString() : QString(found->second);
}

template <typename Value>
std::optional<Value> valueIn(const QList<QPair<Value, QLatin1String>> &names, const QString &name)
{
    const auto found =
        std::find_if(names.begin(), names.end(), [&name](const auto &one) { return one.second == name; });
    return found == names.end() ? std::nullopt : std::optional<Value>(found->first);
}

QString twoDigits(int number)
{
    return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0'));
}

} // namespace

QString BackupSchedule::cronExpression() const
{
    if (every == Every::Hour)
        return QStringLiteral("%1 * * * *").arg(minute);
    const QString day = every == Every::Week ? QString::number(weekday) : QStringLiteral("*");
    return QStringLiteral("%1 %2 * * %3").arg(minute).arg(hour).arg(day);
}

QString BackupSchedule::onCalendar() const
{
    if (every == Every::Hour)
        return QStringLiteral("*-*-* *:%1:00").arg(twoDigits(minute));
    const QString time = QStringLiteral("*-*-* %1:%2:00").arg(twoDigits(hour), twoDigits(minute));
    static const QStringList days{key("Sun"), key("Mon"), key("Tue"), key("Wed"), key("Thu"), key("Fri"), key("Sat")};
    return every == Every::Week ? days.value(weekday) + QLatin1Char(' ') + time : time;
}

qint64 BackupSchedule::intervalSeconds() const
{
    constexpr qint64 hourSeconds = 3600, daySeconds = 24 * hourSeconds, weekSeconds = 7 * daySeconds;
    return every == Every::Hour ? hourSeconds : every == Every::Day ? daySeconds : weekSeconds;
}

bool BackupSchedule::isOverdue(const QDateTime &lastRun, const QDateTime &now) const
{
    constexpr qint64 leastPatience = 1800, patienceShare = 8; // it takes its time, and a clock may change by an hour
    const qint64 patience = std::max(leastPatience, intervalSeconds() / patienceShare);
    const QDateTime from = lastRun.isValid() ? lastRun : since;
    return from.isValid() && from.secsTo(now) > intervalSeconds() + patience;
}

QString scheduleWayName(Way way)
{
    return nameIn(ways, way);
}

QJsonObject scheduleRecord(const BackupSchedule &schedule)
{
    return {{key("cluster"), schedule.cluster},
            {key("node"), schedule.node},
            {key("way"), nameIn(ways, schedule.way)},
            {key("every"), nameIn(everys, schedule.every)},
            {key("hour"), schedule.hour},
            {key("minute"), schedule.minute},
            {key("weekday"), schedule.weekday},
            {key("drills"), schedule.drills}};
}

std::optional<BackupSchedule> scheduleFromRecord(const QJsonObject &record)
{
    const std::optional<Way> way = valueIn(ways, record.value(key("way")).toString());
    const std::optional<Every> every = valueIn(everys, record.value(key("every")).toString());
    if (!way || !every)
        return {};
    return BackupSchedule{.way = *way,
                          .every = *every,
                          .hour = record.value(key("hour")).toInt(),
                          .minute = record.value(key("minute")).toInt(),
                          .weekday = record.value(key("weekday")).toInt(),
                          .drills = record.value(key("drills")).toBool(),
                          .cluster = record.value(key("cluster")).toString(),
                          .node = record.value(key("node")).toString(),
                          .since = {}};
}

QString crontabMark(const QString &cluster)
{
    return QStringLiteral("# Howdah: scheduled backup of ") + cluster.simplified();
}

QString crontabLine(const BackupSchedule &schedule, const QString &script)
{
    QString command = QStringLiteral("/bin/sh ") + shellQuoted(script);
    command.replace(QLatin1Char('%'), QLatin1String("\\%")); // one alone would end the command there (crontab(5))
    return schedule.cronExpression() + QLatin1Char(' ') + command;
}

QString scheduleUnitName(const QString &cluster)
{
    QString plain;
    for (const QChar c : cluster) {
        const bool simple =
            c.unicode() < 128 && (c.isLetterOrNumber() || c == QLatin1Char('-') || c == QLatin1Char('_'));
        plain += simple ? c : QLatin1Char('_');
    }
    return QStringLiteral("howdah-backup-") + plain;
}

QByteArray systemdService(const QString &cluster, const QString &script, const QString &user)
{
    QString quoted = script;
    quoted.replace(QLatin1Char('%'), QLatin1String("%%")).replace(QLatin1Char('"'), QLatin1String("\\\""));
    return QStringLiteral("# Written by Howdah\n"
                          "[Unit]\n"
                          "Description=Base backup of the PostgreSQL cluster %1\n\n"
                          "[Service]\n"
                          "Type=oneshot\n"
                          "User=%2\n"
                          "ExecStart=/bin/sh \"%3\"\n")
        .arg(scheduleUnitName(cluster).mid(14), user, quoted)
        .toUtf8();
}

QByteArray systemdTimer(const QString &cluster, const BackupSchedule &schedule)
{
    return QStringLiteral("# Written by Howdah\n"
                          "[Unit]\n"
                          "Description=Base backups of the PostgreSQL cluster %1\n\n"
                          "[Timer]\n"
                          "OnCalendar=%2\n"
                          "Persistent=true\n\n"
                          "[Install]\n"
                          "WantedBy=timers.target\n")
        .arg(scheduleUnitName(cluster).mid(14), schedule.onCalendar())
        .toUtf8();
}

QString scheduledScriptIn(const QString &directory, const QString &cluster)
{
    return QStringLiteral("%1/.%2.sh").arg(directory, scheduleUnitName(cluster));
}

} // namespace howdah
