#include "core/backup/backup_label.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::BackupLabel)
};

/// "2026-11-20 08:15:00 UTC": the server's log zone, by its abbreviation. Only those that mean one offset are believed.
QDateTime timeOf(const QString &text)
{
    const QString zone = text.section(QLatin1Char(' '), 2, 2);
    const bool isUtc = zone == QLatin1String("UTC") || zone == QLatin1String("GMT");
    const QDateTime local = QDateTime::fromString(text.section(QLatin1Char(' '), 0, 1), u"yyyy-MM-dd HH:mm:ss");
    if (!local.isValid() || (!isUtc && !QTimeZone::isTimeZoneIdAvailable(zone.toUtf8())))
        return {};
    return QDateTime(local.date(), local.time(), isUtc ? QTimeZone::utc() : QTimeZone(zone.toUtf8())).toUTC();
}

Lsn lsnOf(const QString &value)
{
    return Lsn::parse(value.section(QLatin1Char(' '), 0, 0)).value_or(Lsn());
}

void take(BackupLabel &label, const QString &key, const QString &value)
{
    if (key == QLatin1String("START WAL LOCATION"))
        label.start = lsnOf(value);
    else if (key == QLatin1String("STOP WAL LOCATION"))
        label.stop = lsnOf(value);
    else if (key == QLatin1String("CHECKPOINT LOCATION"))
        label.checkpoint = lsnOf(value);
    else if (key == QLatin1String("BACKUP FROM"))
        label.fromStandby = value == QLatin1String("standby");
    else if (key == QLatin1String("START TIME"))
        label.startedAt = timeOf(value);
    else if (key == QLatin1String("STOP TIME"))
        label.stoppedAt = timeOf(value);
    else if (key == QLatin1String("LABEL"))
        label.label = value;
    else if (key == QLatin1String("START TIMELINE"))
        label.timeline = value.toUInt();
}
} // namespace

Result<BackupLabel> parseBackupLabel(const QByteArray &content)
{
    BackupLabel label;
    for (const QByteArray &line : content.split('\n')) {
        const qsizetype colon = line.indexOf(": ");
        if (colon > 0)
            take(label, QString::fromUtf8(line.left(colon)), QString::fromUtf8(line.mid(colon + 2)).trimmed());
    }
    if (!label.start.isValid() || !label.checkpoint.isValid() || label.timeline == 0)
        return Error{.code = ErrorCode::Invalid,
                     .message = Tr::tr("This is no backup label."),
                     .detail = QString::fromUtf8(content.left(200))};
    return label;
}

} // namespace howdah
