#include "core/base/key.h"
#include "core/base/sizes.h"
#include "core/operations/library/judging.h"
#include "core/operations/library/rejoin_parts.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Rejoin)
};

QString obstacles(const RejoinParts &parts)
{
    QStringList sentences;
    if (!parts.whyNotFollow.isEmpty() && parts.way != RejoinWay::Follow)
        sentences << Tr::tr("Not follow: %1.").arg(parts.whyNotFollow);
    if (!parts.whyNotRewind.isEmpty() && parts.way != RejoinWay::Rewind && parts.way != RejoinWay::Follow)
        sentences << Tr::tr("Not rewind: %1.").arg(parts.whyNotRewind);
    if (!parts.whyNotClone.isEmpty() && parts.way == RejoinWay::None)
        sentences << Tr::tr("Not clone: %1.").arg(parts.whyNotClone);
    return sentences.join(QLatin1Char(' '));
}

QString chosen(const RejoinParts &parts)
{
    switch (parts.way) {
    case RejoinWay::Follow:
        return Tr::tr("Follow: the WAL of %1 ends on the history of %2 (it is \"%3\"), so it starts as it is.")
            .arg(parts.name, parts.primary->name(), parts.control.state);
    case RejoinWay::Rewind:
        return Tr::tr("Rewind: to %1 on timeline %2, where %3 went on to timeline %4.")
            .arg(parts.fork.toString())
            .arg(parts.control.timeline)
            .arg(parts.primary->name())
            .arg(parts.timeline);
    case RejoinWay::Clone:
        return Tr::tr("Clone again: a new copy of %1 takes the place of the data directory, which is kept aside.")
            .arg(parts.primary->name());
    case RejoinWay::None:
        break;
    }
    return Tr::tr("No way is open.");
}

Judgement judgeWay(const Situation &situation, const Values &)
{
    const RejoinParts parts = RejoinParts::of(situation);
    if (!parts.primary)
        return blocked(Tr::tr("There is no primary to compare it with."), Tr::tr("Mend that first."));
    const QString observed = (chosen(parts) + QLatin1Char(' ') + obstacles(parts)).trimmed();
    if (parts.way == RejoinWay::None)
        return blocked(observed, Tr::tr("Choose another way, or mend what is named. A node of its own can always be "
                                        "cloned to another place."));
    return ok(observed);
}

Judgement judgeLost(const Situation &situation, const Values &seen)
{
    const RejoinParts parts = RejoinParts::of(situation);
    if (!parts.pastKnown)
        return warning(Tr::tr("What only %1 has is not known: %2.").arg(parts.name, parts.whyNotFollow),
                       Tr::tr("Its old data directory is kept aside, whole: look there for what is missed."));
    if (!parts.diverged)
        return ok(Tr::tr("Nothing: all that %1 has written is on %2.").arg(parts.name, parts.primary->name()));
    if (!parts.listed)
        return warning(seen.value(key("listError")).toString() + QLatin1Char(' ') +
                           seen.value(key("listDetail")).toString(),
                       Tr::tr("Its old data directory is kept aside, whole: look there for what is missed."));
    const QVariantMap lost = seen.value(key("lost")).toMap();
    const QString saved = Tr::tr("It is saved in %1 before anything is changed.").arg(parts.saveTo);
    if (lost.isEmpty())
        return warning(Tr::tr("Too much to be listed now; it is listed when the operation runs."), saved);
    const auto number = [&](const char *name) { return lost.value(key(name)).toLongLong(); };
    const QString size = prettySize(number("bytes"));
    if (number("transactions") == 0)
        return ok(Tr::tr("No committed transaction; %1 of WAL without one.").arg(size));
    return warning(
        Tr::tr("Committed transactions: %1 (rows inserted: %2, updated: %3, deleted: %4; %5 of WAL) that %6 never "
               "received, in: %7.")
                .arg(number("transactions"))
                .arg(number("inserted"))
                .arg(number("updated"))
                .arg(number("deleted"))
                .arg(size, parts.primary->name(),
                     lost.value(key("relations")).toStringList().join(QStringLiteral(", "))) +
            QLatin1Char('\n') + lost.value(key("text")).toString().trimmed(),
        saved);
}

Judgement judgeRows(const Situation &situation, const Values &seen)
{
    const RejoinParts parts = RejoinParts::of(situation);
    const QVariantMap lost = seen.value(key("lost")).toMap();
    if (!parts.diverged || !parts.listed)
        return ok(Tr::tr("There are none to save."));
    if (parts.withRows)
        return ok(Tr::tr("As CSV, one file per table: what those transactions inserted or changed and did not remove "
                         "again. Rows that they deleted are still on the primary."));
    return warning(situation.argument(key("rows")) == QLatin1String("true")
                       ? Tr::tr("Only the list and the WAL are saved: psql is not in %1.").arg(parts.place.binDirectory)
                       : Tr::tr("Only the list and the WAL are saved, as asked."),
                   Tr::tr("Save the rows too (rows = true) unless you are sure that nobody misses them."));
}

Judgement judgePlaces(const Situation &situation, const Values &seen)
{
    const RejoinParts parts = RejoinParts::of(situation);
    if (seen.value(key("offVolume")).toBool())
        return blocked(
            Tr::tr("%1 is a volume of its container; beside it nothing can be kept.").arg(parts.place.dataDirectory),
            Tr::tr("Decommission the node and clone a new one, whose data then lie below its volume."));
    if (!seen.value(key("besideWritable")).toBool())
        return blocked(Tr::tr("%1 may not write beside %2.").arg(parts.place.owner, parts.place.dataDirectory),
                       Tr::tr("Give it the right to: the configuration is kept there meanwhile."));
    const qint64 kept = seen.value(key("keptBytes")).toLongLong();
    const qint64 beside = seen.value(key("dataFreeBytes")).toLongLong();
    if (beside < kept)
        return blocked(
            Tr::tr("%1 free beside %2, and a copy of what is not PostgreSQL's own in it (configuration, logs) "
                   "needs %3.")
                .arg(prettySize(beside), parts.place.dataDirectory, prettySize(kept)),
            Tr::tr("Make room, or move old logs away."));
    if (!parts.diverged || !parts.listed)
        return ok(parts.volume
                      ? Tr::tr("%1 is a volume of its container; the volume %2 is made for what is kept beside it.")
                            .arg(parts.place.dataDirectory, parts.volume->name())
                      : Tr::tr("The working directory can be made beside %1.").arg(parts.place.dataDirectory));
    if (parts.saveTo.isEmpty() || seen.value(key("saveThere")).toBool())
        return blocked(Tr::tr("%1 is there already.").arg(parts.saveTo),
                       Tr::tr("Name a directory that does not exist yet."));
    if (seen.value(key("saveOffVolume")).toBool())
        return blocked(Tr::tr("%1 is on no volume of its container and would not outlive it.").arg(parts.saveTo),
                       Tr::tr("Name a directory on one of its volumes."));
    if (!seen.value(key("saveWritable")).toBool())
        return blocked(Tr::tr("%1 may not make %2.").arg(parts.place.owner, parts.saveTo),
                       Tr::tr("Name a directory that it may make."));
    const qint64 needed = situation.value(key("past"), key("lost")).toMap().value(key("bytes")).toLongLong() * 2 +
                          2 * qint64(parts.control.segmentBytes);
    const qint64 free = seen.value(key("saveFreeBytes")).toLongLong();
    const QString observed = Tr::tr("%1 free, about %2 needed for the list, rows and WAL in %3.")
                                 .arg(prettySize(free), prettySize(needed), parts.saveTo);
    return free >= needed ? ok(observed) : blocked(observed, Tr::tr("Make room, or name another place."));
}

} // namespace

QList<Check> rejoinWayChecks()
{
    return {factCheck(key("way"), Tr::tr("How it can come back"),
                      Tr::tr("A node whose history ends on the primary's just follows; one that went on alone must be "
                             "rewound or copied anew."),
                      key("past"), judgeWay),
            factCheck(key("lost"), Tr::tr("What only this node has"),
                      Tr::tr("It is gone from the cluster once the node follows the primary again."), key("past"),
                      judgeLost),
            factCheck(key("rows"), Tr::tr("The rows themselves"),
                      Tr::tr("A list says what is missing; the rows let it be brought back."), key("past"), judgeRows),
            factCheck(key("places"), Tr::tr("Room for what is kept and saved"),
                      Tr::tr("Nothing is changed before it is saved."), key("space"), judgePlaces)};
}

} // namespace howdah::library
