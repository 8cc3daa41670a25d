#include "ui/pages/backups_table.h"

#include "core/base/sizes.h"

#include <QCoreApplication>
#include <QLocale>

namespace howdah::backups {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::BackupsTable)
};

using Kind = BackupNote::Kind;

QString dash()
{
    return QStringLiteral("–");
}

TableCell moment(const QDateTime &at)
{
    if (!at.isValid())
        return {.text = dash()};
    return {.text = QLocale().toString(at.toLocalTime(), QStringLiteral("d MMM yyyy  HH:mm")),
            .raw = at,
            .toolTip = at.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss 'UTC'"))};
}

std::optional<BackupNote> noteOf(Kind kind, const BaseBackup &backup, const BackupStock &stock)
{
    const BackupPlace *place = stock.placeOf(backup.id);
    return place ? place->catalogue.newest(kind, backup.id) : std::nullopt;
}

TableCell noteCell(Kind kind, const BaseBackup &backup, const BackupStock &stock)
{
    const std::optional<BackupNote> note = noteOf(kind, backup, stock);
    if (!note)
        return {.text = Tr::tr("Not yet")};
    const QString when = ago(note->at, stock.madeAt);
    const QString took =
        note->seconds > 0 ? Tr::tr("It took %1.").arg(prettyDuration(note->seconds * 1000)) : QString();
    return {.text = note->good ? when : Tr::tr("Failed %1").arg(when),
            .raw = note->at,
            .toolTip =
                QStringList{note->said, took, note->at.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm 'UTC'"))}
                    .join(QLatin1Char('\n'))
                    .trimmed(),
            .health = note->good ? Health::Good : Health::Critical};
}

QString kindOf(const BaseBackup &backup)
{
    QString kind = backup.basedOn.isEmpty() ? Tr::tr("Full") : Tr::tr("Incremental");
    if (backup.cold)
        kind = Tr::tr("Cold");
    if (backup.format == BaseBackup::Format::Tar)
        kind += QStringLiteral(", tar") + suffixOf(backup.compression);
    return kind;
}

TableCell sizeCell(const BaseBackup &backup)
{
    if (backup.bytes <= 0)
        return {.text = dash()};
    return {.text = prettySize(backup.bytes), .raw = backup.bytes};
}

TableCell tookCell(const BaseBackup &backup)
{
    if (!backup.startedAt.isValid() || !backup.stoppedAt.isValid())
        return {.text = dash()};
    const qint64 ms = backup.startedAt.msecsTo(backup.stoppedAt);
    constexpr qint64 second = 1000; // both moments are known to the second
    return {.text = ms < second ? Tr::tr("< 1 s") : prettyDuration(ms), .raw = ms};
}

TableCell reachCell(const BaseBackup &backup, const BackupStock &stock)
{
    const BackupReach *reach = stock.reachOf(backup.id);
    if (!reach)
        return {.text = dash()};
    if (!reach->why.isEmpty())
        return {.text = Tr::tr("Its own end"), .raw = reach->until, .toolTip = reach->why, .health = Health::Attention};
    const bool archived = reach->reaches > backup.stop;
    const QString until = QLocale().toString(reach->until.toLocalTime(), QStringLiteral("d MMM  HH:mm"));
    return {.text = !archived         ? Tr::tr("Its own end")
                    : reach->toTheEnd ? Tr::tr("End of the archive")
                                      : until,
            .raw = reach->until,
            .toolTip = Tr::tr("Recovery from it reaches %1, %2.")
                           .arg(reach->reaches.toString(),
                                reach->until.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm 'UTC'")))};
}

TableCell placeCell(const BaseBackup &backup, const BackupStock &stock)
{
    const BackupPlace *place = stock.placeOf(backup.id);
    if (!place)
        return {.text = keeperTitle(backup.keeper), .toolTip = backup.directory};
    return {.text = backup.keeper == BaseBackup::Keeper::Howdah ? place->directory : keeperTitle(backup.keeper),
            .toolTip = Tr::tr("%1, on the host of %2").arg(backup.directory, place->node)};
}

} // namespace

QList<TableColumn> columns()
{
    return {
        {.title = Tr::tr("Ended"), .toolTip = Tr::tr("In this machine's time zone. It is consistent from then on.")},
        {.title = Tr::tr("Backup"), .toolTip = Tr::tr("Its label, or its name.")},
        {.title = Tr::tr("Kind")},
        {.title = Tr::tr("From"), .toolTip = Tr::tr("The node it was copied from.")},
        {.title = Tr::tr("Size"), .figures = true, .unit = QStringLiteral("bytes")},
        {.title = Tr::tr("Took"), .figures = true, .unit = QStringLiteral("ms")},
        {.title = Tr::tr("Verified"), .toolTip = Tr::tr("When its files were last compared with its manifest.")},
        {.title = Tr::tr("Drilled"), .toolTip = Tr::tr("When it was last restored, started and examined.")},
        {.title = Tr::tr("Recovery reaches"), .toolTip = Tr::tr("How far the archived WAL leads on from it.")},
        {.title = Tr::tr("Kept by")}};
}

QList<TableRow> rows(const BackupStock &stock)
{
    QList<TableRow> result;
    const QList<BaseBackup> all = stock.all();
    for (auto one = all.crbegin(); one != all.crend(); ++one) {
        TableCell name{.text = titleOf(*one), .toolTip = one->id};
        name.health = healthOf(*one, stock);
        result.append({.key = one->id,
                       .cells = {moment(one->stoppedAt),
                                 name,
                                 {.text = kindOf(*one)},
                                 {.text = one->takenFrom.isEmpty() ? dash() : one->takenFrom},
                                 sizeCell(*one),
                                 tookCell(*one),
                                 noteCell(Kind::Verified, *one, stock),
                                 noteCell(Kind::Drilled, *one, stock),
                                 reachCell(*one, stock),
                                 placeCell(*one, stock)}});
    }
    return result;
}

QString ago(const QDateTime &moment, const QDateTime &now)
{
    constexpr qint64 minute = 60000;
    const qint64 ms = std::max<qint64>(0, moment.msecsTo(now));
    return ms < minute ? Tr::tr("just now") : Tr::tr("%1 ago").arg(prettyDuration(ms / minute * minute));
}

QString titleOf(const BaseBackup &backup)
{
    return backup.label.isEmpty() ? backup.id : backup.label;
}

Health healthOf(const BaseBackup &backup, const BackupStock &stock)
{
    const BackupPlace *place = stock.placeOf(backup.id);
    if (!place)
        return Health::Unknown; // its keeper answers for it
    if (place->catalogue.isBad(backup.id))
        return Health::Critical;
    const BackupReach *reach = stock.reachOf(backup.id);
    if (reach && !reach->why.isEmpty())
        return Health::Attention;
    return noteOf(Kind::Verified, backup, stock) ? Health::Good : Health::Unknown;
}

QString sentenceFor(const BackupStock &stock)
{
    const QList<BaseBackup> all = stock.all();
    if (all.isEmpty())
        return Tr::tr("There is no base backup yet");
    const BaseBackup &newest = all.last();
    const std::optional<BackupNote> verified = noteOf(Kind::Verified, newest, stock);
    const QString state = !verified        ? Tr::tr("not verified")
                          : verified->good ? Tr::tr("verified")
                                           : Tr::tr("does not verify");
    std::optional<BackupNote> drilled;
    for (const BaseBackup &backup : all)
        if (const auto note = noteOf(Kind::Drilled, backup, stock); note && (!drilled || drilled->at < note->at))
            drilled = note;
    const QString proven = !drilled        ? Tr::tr("none was ever restored to prove it")
                           : drilled->good ? Tr::tr("last restore drill %1").arg(ago(drilled->at, stock.madeAt))
                                           : Tr::tr("the last restore drill failed");
    return Tr::tr("Newest backup %1, %2; %3").arg(ago(newest.stoppedAt, stock.madeAt), state, proven);
}

QString wordsFor(const BaseBackup &backup, const BackupStock &stock)
{
    const BackupPlace *place = stock.placeOf(backup.id);
    if (!place)
        return Tr::tr("%1 keeps it: verify and restore it there.").arg(keeperTitle(backup.keeper));
    for (const Kind kind : {Kind::Verified, Kind::Drilled})
        if (const auto note = noteOf(kind, backup, stock); note && !note->good)
            return note->said;
    const BackupReach *reach = stock.reachOf(backup.id);
    if (reach && !reach->why.isEmpty())
        return reach->why;
    const auto drilled = noteOf(Kind::Drilled, backup, stock);
    return drilled ? Tr::tr("Restored and examined %1: %2").arg(ago(drilled->at, stock.madeAt), drilled->said)
                   : Tr::tr("It lies in %1 on the host of %2. A restore drill would prove it.")
                         .arg(backup.directory, place->node);
}

} // namespace howdah::backups
