#include "core/base/key.h"
#include "core/operations/backup_stock.h"

#include <QJsonArray>

namespace howdah {

namespace {

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue momentOrNull(const QDateTime &moment)
{
    return moment.isValid() ? QJsonValue(moment.toUTC().toString(Qt::ISODate)) : QJsonValue();
}

QJsonValue noteOrNull(const std::optional<BackupNote> &note)
{
    if (!note)
        return {};
    return QJsonObject{{key("at"), momentOrNull(note->at)},
                       {key("good"), note->good},
                       {key("seconds"), note->seconds},
                       {key("said"), note->said}};
}

QJsonObject toJson(const BaseBackup &backup, const BackupStock &stock)
{
    const BackupPlace *place = stock.placeOf(backup.id);
    const BackupReach *reach = stock.reachOf(backup.id);
    const auto newest = [&](BackupNote::Kind kind) {
        return place ? noteOrNull(place->catalogue.newest(kind, backup.id)) : QJsonValue();
    };
    const bool timed = backup.startedAt.isValid() && backup.stoppedAt.isValid();
    return {
        {key("id"), backup.id},
        {key("label"), textOrNull(backup.label)},
        {key("keeper"), keeperName(backup.keeper)},
        {key("directory"), textOrNull(backup.directory)},
        {key("host"), place ? textOrNull(place->hostId) : QJsonValue()},
        {key("format"), backup.format == BaseBackup::Format::Tar ? key("tar") : key("plain")},
        {key("compression"), textOrNull(suffixOf(backup.compression).mid(1))},
        {key("cold"), backup.cold},
        {key("basedOn"), textOrNull(backup.basedOn)},
        {key("takenFrom"), textOrNull(backup.takenFrom)},
        {key("fromStandby"), backup.fromStandby},
        {key("serverVersion"), backup.serverVersion > 0 ? QJsonValue(backup.serverVersion) : QJsonValue()},
        {key("timeline"), backup.timeline > 0 ? QJsonValue(qint64(backup.timeline)) : QJsonValue()},
        {key("startLsn"), backup.start.isValid() ? QJsonValue(backup.start.toString()) : QJsonValue()},
        {key("stopLsn"), backup.stop.isValid() ? QJsonValue(backup.stop.toString()) : QJsonValue()},
        {key("startedAt"), momentOrNull(backup.startedAt)},
        {key("stoppedAt"), momentOrNull(backup.stoppedAt)},
        {key("seconds"), timed ? QJsonValue(backup.startedAt.secsTo(backup.stoppedAt)) : QJsonValue()},
        {key("bytes"), backup.bytes > 0 ? QJsonValue(backup.bytes) : QJsonValue()},
        {key("verified"), newest(BackupNote::Kind::Verified)},
        {key("drilled"), newest(BackupNote::Kind::Drilled)},
        {key("reachesLsn"), reach && reach->reaches.isValid() ? QJsonValue(reach->reaches.toString()) : QJsonValue()},
        {key("reachesUntil"), reach ? momentOrNull(reach->until) : QJsonValue()},
        {key("reachesToTheEnd"), reach && reach->toTheEnd},
        {key("why"), reach ? textOrNull(reach->why) : QJsonValue()}};
}

} // namespace

QJsonObject toJson(const BackupStock &stock)
{
    QJsonArray backups, places, runs, findings;
    for (const BaseBackup &backup : stock.all())
        backups << toJson(backup, stock);
    for (const BackupPlace &place : stock.places) {
        places << QJsonObject{{key("node"), place.node},
                              {key("host"), place.hostId},
                              {key("directory"), place.directory},
                              {key("error"), place.error ? QJsonValue(place.error->message) : QJsonValue()}};
        for (const BackupNote &note : place.catalogue.notes)
            if (note.kind == BackupNote::Kind::Run)
                runs << QJsonObject{{key("directory"), place.directory}, {key("backup"), textOrNull(note.backup)},
                                    {key("at"), momentOrNull(note.at)},  {key("good"), note.good},
                                    {key("seconds"), note.seconds},      {key("said"), note.said}};
    }
    for (const Finding &finding : stock.findings)
        findings << QJsonObject{{key("id"), finding.id},
                                {key("severity"), severityName(finding.severity)},
                                {key("node"), textOrNull(finding.node)},
                                {key("text"), finding.text},
                                {key("remedy"), finding.remedy}};
    const QPair<QDateTime, QDateTime> window = stock.window();
    return {{key("cluster"), stock.cluster},
            {key("places"), places},
            {key("backups"), backups},
            {key("runs"), runs},
            {key("window"),
             QJsonObject{{key("from"), momentOrNull(window.first)}, {key("until"), momentOrNull(window.second)}}},
            {key("findings"), findings}};
}

} // namespace howdah
