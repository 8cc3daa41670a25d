#include "ui/pages/archive_words.h"

#include "core/base/sizes.h"
#include "ui/pages/replication_cells.h"

#include <QCoreApplication>
#include <QLocale>

namespace howdah::archive_words {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::ArchiveWords)
};

QString agoText(const QDateTime &moment, const QDateTime &now)
{
    return Tr::tr("%1 ago").arg(prettyDuration(std::max<qint64>(0, moment.secsTo(now)) * 1000));
}

Health healthOf(const SlotSample &slot)
{
    if (slot.walStatus == QLatin1String("lost"))
        return Health::Critical;
    if (slot.walStatus == QLatin1String("unreserved"))
        return Health::Attention;
    constexpr qint64 worrySlotBytes = 64LL << 20;
    const bool worry = !slot.active && slot.retainedBytes.value_or(0) >= worrySlotBytes;
    return worry ? Health::Attention : slot.active ? Health::Good : Health::Unknown;
}

QString walStatusText(const SlotSample &slot)
{
    if (slot.walStatus == QLatin1String("lost"))
        return Tr::tr("lost: what it needs is gone");
    if (slot.walStatus == QLatin1String("unreserved"))
        return Tr::tr("about to be lost");
    return slot.active ? Tr::tr("in use") : Tr::tr("nobody reads from it");
}

State faulty(const ArchiveView &view)
{
    const ArchiveFault &first = view.faults.first();
    const QString more = view.faults.size() == 1
                             ? first.why
                             : Tr::tr("%1 And %n more.", nullptr, int(view.faults.size()) - 1).arg(first.why);
    return {.health = Health::Critical,
            .title = Tr::tr("Files in the archive are not what their names say"),
            .text = Tr::tr("%1 They count as missing.").arg(more),
            .button = {},
            .arguments = {}};
}

} // namespace

State stateOf(const ArchiveView &view)
{
    const QString again = Tr::tr("Set up archiving…");
    if (view.trouble)
        return {Health::Critical, view.trouble->what, view.trouble->remedy, again, {}};
    if (!view.archives())
        return {
            Health::Attention,
            Tr::tr("WAL is not archived"),
            Tr::tr("The cluster can be recovered to the end of a base backup only, not to a moment between backups."),
            again,
            {}};
    if (!view.faults.isEmpty())
        return faulty(view);
    if (view.missing)
        return {
            Health::Attention,
            Tr::tr("The archive has a hole"),
            Tr::tr("%1 is missing: no recovery from a backup before it goes past it. A base backup taken now begins a "
                   "new window.")
                .arg(nameOf(*view.missing, view.segmentBytes)),
            {},
            {}};
    if (!view.issue.isEmpty())
        return {Health::Unknown, Tr::tr("The archive is not read here"), view.issue, {}, {}};
    const ArchiveCommand command = parseArchiveCommand(view.command);
    if (command.overwrites)
        return {Health::Attention,
                Tr::tr("archive_command may overwrite a segment, or leave half of one"),
                Tr::tr("It is: %1. A copy that was cut off looks whole to the next recovery.").arg(view.command),
                again,
                {}};
    return {Health::Good,
            view.place.directory.isEmpty() ? Tr::tr("Archiving works")
                                           : Tr::tr("Archiving to %1").arg(view.place.forPeople()),
            view.lastArchived.isEmpty() ? Tr::tr("No segment has been archived yet.")
                                        : Tr::tr("The last segment, %1, came %2.")
                                              .arg(view.lastArchived, agoText(view.lastArchivedAt, view.madeAt)),
            {},
            {}};
}

QList<Figure> figures(const ArchiveView &view)
{
    const QString dash = QStringLiteral("–");
    qint64 segments = 0;
    for (const SegmentRun &run : view.inventory.runs)
        segments += qint64(run.count());
    const auto &seen = view.surroundings;
    const bool there = !view.place.directory.isEmpty();
    return {{Tr::tr("Segments"), there ? QLocale().toString(segments) : dash},
            {Tr::tr("Size"), there ? prettySize(view.inventory.totalBytes) : dash},
            {Tr::tr("Growth"),
             view.growth.bytesPerHour ? Tr::tr("%1 an hour").arg(prettySize(qint64(*view.growth.bytesPerHour))) : dash},
            {Tr::tr("Free there"), seen && seen->totalBytes > 0 ? prettySize(seen->freeBytes) : dash},
            {Tr::tr("Disk full"),
             view.fullAt ? Tr::tr("in %1").arg(prettyDuration(view.madeAt.msecsTo(*view.fullAt))) : dash},
            {Tr::tr("pg_wal"), prettySize(view.walBytes)}};
}

QList<TableColumn> keeperColumns()
{
    return {{Tr::tr("Name"), Tr::tr("The archiver, replication slots, other receivers")},
            {Tr::tr("Kind"), {}},
            {Tr::tr("State"), {}},
            {Tr::tr("Keeps"), Tr::tr("WAL that stays in pg_wal because of it"), true, QStringLiteral("bytes")},
            {Tr::tr("Safe"), Tr::tr("How much more can be written before it may lose WAL; empty: no limit is set"),
             true, QStringLiteral("bytes")}};
}

QList<TableRow> keeperRows(const ArchiveView &view)
{
    using namespace replication;
    QList<TableRow> rows;
    if (view.archives()) {
        TableCell state = textCell(view.waiting == 0 ? Tr::tr("has taken all")
                                                     : Tr::tr("%n segment(s) wait", nullptr, int(view.waiting)));
        state.health = view.trouble ? Health::Critical : Health::Good;
        state.toolTip = view.oldestWaiting.isEmpty() ? QString() : Tr::tr("The oldest is %1.").arg(view.oldestWaiting);
        rows.append({QStringLiteral("archiver"),
                     {textCell(Tr::tr("Archiver")), textCell(Tr::tr("archiving")), state,
                      bytesCell(view.waitingBytes()), bytesCell(view.walFreeBytes)}});
    }
    for (const SlotSample &slot : view.retaining) {
        TableCell state = textCell(walStatusText(slot));
        state.health = healthOf(slot);
        rows.append({QStringLiteral("slot ") + slot.name,
                     {textCell(slot.name),
                      textCell(slot.type == QLatin1String("logical") ? Tr::tr("logical slot") : Tr::tr("slot")), state,
                      bytesCell(slot.retainedBytes), bytesCell(slot.safeWalBytes)}});
    }
    for (const WalSenderSample &one : view.receivers) {
        const std::optional<qint64> lag = view.lagOf(one);
        TableCell state = textCell(lag ? Tr::tr("%1, %2 behind").arg(one.state, prettySize(*lag)) : one.state);
        state.health = one.state == QLatin1String("streaming") ? Health::Good : Health::Busy;
        rows.append({QStringLiteral("receiver %1").arg(one.pid),
                     {textCell(one.applicationName), textCell(Tr::tr("receiver")), state, bytesCell(std::nullopt),
                      bytesCell(std::nullopt)}});
    }
    return rows;
}

} // namespace howdah::archive_words
