#include "core/backup/base_backup.h"

#include <QCoreApplication>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::BaseBackup)
};

QString written(const QDateTime &moment)
{
    return moment.isValid() ? moment.toUTC().toString(Qt::ISODateWithMs) : QString();
}
} // namespace

QJsonObject BaseBackup::toJson() const
{
    return {{QStringLiteral("id"), id},
            {QStringLiteral("label"), label},
            {QStringLiteral("cluster"), cluster},
            {QStringLiteral("systemIdentifier"), systemIdentifier},
            {QStringLiteral("takenFrom"), takenFrom},
            {QStringLiteral("serverVersion"), serverVersion},
            {QStringLiteral("timeline"), static_cast<qint64>(timeline)},
            {QStringLiteral("start"), start.toString()},
            {QStringLiteral("stop"), stop.toString()},
            {QStringLiteral("startedAt"), written(startedAt)},
            {QStringLiteral("stoppedAt"), written(stoppedAt)},
            {QStringLiteral("bytes"), bytes},
            {QStringLiteral("verifiedAt"), written(verifiedAt)}};
}

Result<BaseBackup> BaseBackup::fromJson(const QJsonObject &json, const QString &directory)
{
    const auto text = [&json](const char *key) { return json.value(QLatin1String(key)).toString(); };
    const auto moment = [&text](const char *key) { return QDateTime::fromString(text(key), Qt::ISODateWithMs); };
    BaseBackup backup{.id = text("id"),
                      .label = text("label"),
                      .directory = directory,
                      .cluster = text("cluster"),
                      .systemIdentifier = text("systemIdentifier"),
                      .takenFrom = text("takenFrom"),
                      .serverVersion = json.value(QLatin1String("serverVersion")).toInt(),
                      .timeline = static_cast<Timeline>(json.value(QLatin1String("timeline")).toInteger()),
                      .start = Lsn::parse(text("start")).value_or(Lsn()),
                      .stop = Lsn::parse(text("stop")).value_or(Lsn()),
                      .startedAt = moment("startedAt"),
                      .stoppedAt = moment("stoppedAt"),
                      .bytes = json.value(QLatin1String("bytes")).toInteger(),
                      .verifiedAt = moment("verifiedAt")};
    if (backup.id.isEmpty() || backup.systemIdentifier.isEmpty() || backup.timeline == 0 || !backup.start.isValid() ||
        backup.stop < backup.start || !backup.stoppedAt.isValid())
        return Error{.code = ErrorCode::Invalid,
                     .message = Tr::tr("The record of the backup in %1 is not complete.").arg(directory),
                     .hint =
                         Tr::tr("Its data may be good all the same: take another backup and leave this one alone.")};
    return backup;
}

} // namespace howdah
