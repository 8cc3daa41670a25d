#include "app/cli/commands.h"
#include "app/cli/session.h"
#include "app/cli/table.h"
#include "core/base/sizes.h"
#include "core/operations/archive_view.h"

#include <QCoreApplication>

namespace howdah::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::CommandLine)
};

constexpr Milliseconds lookTimeout{60000};

QString momentText(const QDateTime &moment)
{
    return moment.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss 'UTC'"));
}

QString segments(quint64 count)
{
    return Tr::tr("%n segment(s)", nullptr, int(count));
}

/// Runs and holes in their order, a line each.
QString coverageText(const ArchiveView &view)
{
    QList<QStringList> rows{
        {Tr::tr("TIMELINE"), Tr::tr("FROM"), Tr::tr("TO"), Tr::tr("SEGMENTS"), Tr::tr("SIZE"), Tr::tr("NEWEST (UTC)")}};
    qsizetype hole = 0;
    const auto &holes = view.inventory.holes;
    for (const SegmentRun &run : view.inventory.runs) {
        for (; hole < holes.size() && holes.at(hole).timeline == run.timeline && holes.at(hole).last < run.first;
             ++hole)
            rows << QStringList{QString::number(run.timeline),
                                nameOf({run.timeline, holes.at(hole).first}, view.segmentBytes),
                                nameOf({run.timeline, holes.at(hole).last}, view.segmentBytes),
                                QString::number(holes.at(hole).count()),
                                Tr::tr("MISSING"),
                                {}};
        rows << QStringList{QString::number(run.timeline),
                            nameOf({run.timeline, run.first}, view.segmentBytes),
                            nameOf({run.timeline, run.last}, view.segmentBytes),
                            QString::number(run.count()),
                            prettySize(run.bytes),
                            run.newest.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"))};
    }
    return tableText(rows, {0, 3, 4});
}

void sayArchive(const ArchiveView &view, const Console &console)
{
    const auto &seen = view.surroundings;
    if (view.place.directory.isEmpty()) {
        console.say(!view.archives()       ? Tr::tr("%1 archives no WAL.").arg(view.cluster)
                    : view.issue.isEmpty() ? Tr::tr("archive_mode is %1, with no command.").arg(view.mode)
                                           : view.issue);
        return;
    }
    QString text = Tr::tr("Archive %1: %2").arg(view.place.forPeople(), prettySize(view.inventory.totalBytes));
    if (seen && seen->totalBytes > 0)
        text += Tr::tr(", %1 of %2 free").arg(prettySize(seen->freeBytes), prettySize(seen->totalBytes));
    console.say(text);
    if (!view.inventory.runs.isEmpty())
        console.say(coverageText(view).chopped(1));
    if (!view.issue.isEmpty())
        console.note(view.issue);
}

void sayGrowth(const ArchiveView &view, const Console &console)
{
    if (view.growth.bytesPerHour)
        console.say(
            Tr::tr("Growth: %1 an hour%2%3")
                .arg(prettySize(qint64(*view.growth.bytesPerHour)),
                     view.bytesPerTransaction
                         ? Tr::tr(", %1 of WAL a transaction").arg(prettySize(qint64(*view.bytesPerTransaction)))
                         : QString(),
                     view.fullAt ? Tr::tr("; the disk is full about %1").arg(momentText(*view.fullAt)) : QString()));
    QStringList others;
    const ArchiveInventory &stock = view.inventory;
    const auto count = [&others](const QList<ArchiveFile> &files, const QString &text) {
        if (!files.isEmpty())
            others << text.arg(files.size());
    };
    count(stock.histories, Tr::tr(".history: %1"));
    count(stock.backupHistories, Tr::tr(".backup: %1"));
    count(stock.partials, Tr::tr(".partial: %1"));
    count(stock.unfinished, Tr::tr("unfinished: %1"));
    count(stock.foreign, Tr::tr("no WAL: %1"));
    if (!others.isEmpty())
        console.say(Tr::tr("Other files: %1").arg(others.join(QStringLiteral(", "))));
}

void sayProblems(const ArchiveView &view, const Console &console)
{
    for (const ArchiveFault &fault : view.faults)
        console.note(fault.why);
    if (view.missing)
        console.note(Tr::tr("Missing on the way of timeline %1: %2. No recovery goes past it from an older backup.")
                         .arg(view.timeline)
                         .arg(nameOf(*view.missing, view.segmentBytes)));
    if (view.trouble) {
        console.note(view.trouble->what);
        console.note(view.trouble->remedy);
        console.note(Tr::tr("Set archiving up anew: howdahctl set-archiving %1").arg(shellQuoted(view.cluster)));
    }
}

void sayRetained(const ArchiveView &view, const Console &console)
{
    console.say(
        Tr::tr("pg_wal of %1: %2, %3 free").arg(view.node, prettySize(view.walBytes), prettySize(view.walFreeBytes)));
    if (view.archives()) {
        QString text = view.waiting == 0 ? Tr::tr("The archiver has taken all that is finished")
                                         : Tr::tr("%1 wait for the archiver and keep %2, the oldest %3")
                                               .arg(segments(quint64(view.waiting)), prettySize(view.waitingBytes()),
                                                    view.oldestWaiting);
        if (!view.lastArchived.isEmpty())
            text += Tr::tr("; the last it took was %1 at %2").arg(view.lastArchived, momentText(view.lastArchivedAt));
        console.say(text);
    }
    QList<QStringList> rows{{Tr::tr("SLOT"), Tr::tr("TYPE"), Tr::tr("ACTIVE"), Tr::tr("STATUS"), Tr::tr("KEEPS")}};
    for (const SlotSample &slot : view.retaining)
        rows << QStringList{slot.name, slot.type, slot.active ? Tr::tr("yes") : Tr::tr("no"), slot.walStatus,
                            slot.retainedBytes ? prettySize(*slot.retainedBytes) : QStringLiteral("–")};
    if (!view.retaining.isEmpty())
        console.say(tableText(rows, {4}).chopped(1));
    for (const WalSenderSample &one : view.receivers)
        console.say(Tr::tr("%1 receives WAL as it is written: %2, %3 behind.")
                        .arg(one.applicationName, one.state, prettySize(view.lagOf(one).value_or(0))));
}

ExitCode archive(const Invocation &invocation, Session &session)
{
    const Result<ClusterDefinition> cluster = session.registry().find(invocation.arguments.first());
    if (!cluster)
        return session.refused(cluster.error());
    const Result<ClusterSnapshotPtr> snapshot = session.look(*cluster);
    if (!snapshot)
        return session.failed(snapshot.error());
    const bool whole = invocation.has(QStringLiteral("verify"));
    const Result<ArchiveView> view =
        lookAtArchive(**snapshot, session.environment(), whole ? ProofDepth::Whole : ProofDepth::Headers,
                      whole ? Deadline::never() : Deadline::after(lookTimeout), session.stop());
    if (!view)
        return session.failed(view.error());
    sayArchive(*view, session.console());
    sayGrowth(*view, session.console());
    sayRetained(*view, session.console());
    sayProblems(*view, session.console());
    session.console().document(toJson(*view));
    return ExitCode::Done;
}

} // namespace

QList<Command> archiveCommands()
{
    return {{.path = {QStringLiteral("archive")},
             .summary = Tr::tr("What a cluster's WAL archive holds, what is missing in it, and who fills it."),
             .description = Tr::tr("Lists the segments by timeline with the holes between them, looks whether each is "
                                   "what its name says, tells how the archive grows and what keeps WAL on the primary. "
                                   "When archiving fails, it says why."),
             .arguments = {clusterArgument()},
             .options = {{QStringLiteral("verify"), Tr::tr("Unpack every compressed segment to its end, too.")},
                         jsonOption()},
             .run = archive}};
}

} // namespace howdah::cli
