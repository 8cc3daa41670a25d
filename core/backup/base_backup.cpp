#include "core/backup/base_backup.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::BaseBackup)
};

QString key(const char *name)
{
    return QString::fromLatin1(name);
}
} // namespace

QJsonObject backupRecord(const BaseBackup &backup)
{
    return {{key("id"), backup.id},
            {key("label"), backup.label},
            {key("cluster"), backup.cluster},
            {key("systemIdentifier"), backup.systemIdentifier},
            {key("takenFrom"), backup.takenFrom},
            {key("serverVersion"), backup.serverVersion}};
}

Result<BaseBackup> backupFromRecord(const QJsonObject &record, const QString &directory)
{
    const auto text = [&record](const char *name) { return record.value(key(name)).toString(); };
    BaseBackup backup{.id = text("id"),
                      .label = text("label"),
                      .directory = directory,
                      .cluster = text("cluster"),
                      .systemIdentifier = text("systemIdentifier"),
                      .takenFrom = text("takenFrom"),
                      .serverVersion = record.value(key("serverVersion")).toInt()};
    if (backup.id.isEmpty() || backup.systemIdentifier.isEmpty() || backup.serverVersion == 0)
        return Error{.code = ErrorCode::Invalid,
                     .message = Tr::tr("The record of the backup in %1 is not complete.").arg(directory),
                     .hint =
                         Tr::tr("Its data may be good all the same: take another backup and leave this one alone.")};
    return backup;
}

bool takeWalRanges(BaseBackup &backup, const QByteArray &manifestEnd)
{
    static const QRegularExpression range(
        QStringLiteral(R"re("Timeline":\s*(\d+),\s*"Start-LSN":\s*"([0-9A-F/]+)",\s*"End-LSN":\s*"([0-9A-F/]+)")re"));
    const QString end = QString::fromLatin1(manifestEnd);
    for (auto match = range.globalMatch(end); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        const std::optional<Lsn> start = Lsn::parse(found.capturedView(2));
        const std::optional<Lsn> stop = Lsn::parse(found.capturedView(3));
        if (!start || !stop)
            continue;
        if (!backup.start.isValid() || *start < backup.start)
            backup.start = *start;
        if (backup.stop < *stop) {
            backup.stop = *stop;
            backup.timeline = found.capturedView(1).toUInt();
        }
    }
    return backup.stop.isValid() && backup.timeline > 0;
}

} // namespace howdah
