#include "core/backup/base_backup.h"
#include "core/base/key.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::BaseBackup)
};

/// What the manifest of another backup would tell: a cold copy has none.
void addColdFacts(QJsonObject &record, const BaseBackup &backup)
{
    record.insert(key("cold"), true);
    record.insert(key("timeline"), qint64(backup.timeline));
    record.insert(key("lsn"), backup.stop.toString());
    record.insert(key("bytes"), backup.bytes);
}

void takeColdFacts(BaseBackup &backup, const QJsonObject &record)
{
    backup.cold = record.value(key("cold")).toBool();
    if (!backup.cold)
        return;
    backup.timeline = Timeline(record.value(key("timeline")).toInteger());
    backup.start = backup.stop = Lsn::parse(record.value(key("lsn")).toString()).value_or(Lsn());
    backup.bytes = backup.plainBytes = record.value(key("bytes")).toInteger();
}
} // namespace

QString keeperName(BaseBackup::Keeper keeper)
{
    switch (keeper) {
    case BaseBackup::Keeper::Howdah:
        return key("howdah");
    case BaseBackup::Keeper::ByHand:
        return key("by-hand");
    case BaseBackup::Keeper::PgBackRest:
        return key("pgbackrest");
    case BaseBackup::Keeper::Barman:
        return key("barman");
    }
    return {};
}

QString keeperTitle(BaseBackup::Keeper keeper)
{
    switch (keeper) {
    case BaseBackup::Keeper::Howdah:
        return Tr::tr("Howdah");
    case BaseBackup::Keeper::ByHand:
        return Tr::tr("By hand");
    case BaseBackup::Keeper::PgBackRest:
        return QStringLiteral("pgBackRest");
    case BaseBackup::Keeper::Barman:
        return QStringLiteral("Barman");
    }
    return {};
}

QJsonObject backupRecord(const BaseBackup &backup)
{
    QJsonObject record{{key("id"), backup.id},
                       {key("label"), backup.label},
                       {key("cluster"), backup.cluster},
                       {key("systemIdentifier"), backup.systemIdentifier},
                       {key("takenFrom"), backup.takenFrom},
                       {key("serverVersion"), backup.serverVersion}};
    if (!backup.basedOn.isEmpty())
        record.insert(key("basedOn"), backup.basedOn);
    if (backup.cold)
        addColdFacts(record, backup);
    return record;
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
    backup.basedOn = text("basedOn");
    takeColdFacts(backup, record);
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
