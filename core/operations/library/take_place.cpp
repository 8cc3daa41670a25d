#include "core/base/key.h"
#include "core/operations/library/library.h"
#include "core/operations/library/recover_parts.h"
#include "core/operations/library/rejoin_parts.h"
#include "core/operations/library/take_place_parts.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::TakePlace)
};

QStringList consequencesOf(const Situation &situation)
{
    const TakePlaceParts parts = TakePlaceParts::of(situation);
    const QString name = parts.server.node;
    QStringList sentences{
        Tr::tr("%1 is stopped; its sessions are ended. The recovered copy answers at its address from then on.")
            .arg(name),
        Tr::tr("What was committed on %1 after the copy's point in time is not in the copy. The old data directory is "
               "kept: %2.")
            .arg(name, parts.aside),
        Tr::tr("The cluster goes on with timeline %1.").arg(parts.timeline)};
    if (!parts.standbys.isEmpty())
        sentences << Tr::tr("These have more than the copy and cannot follow it; they have to be rejoined: %1.")
                         .arg(parts.standbys.join(QStringLiteral(", ")));
    return sentences;
}

QStringList nextAfter(const Situation &situation)
{
    const TakePlaceParts parts = TakePlaceParts::of(situation);
    const QString cluster = situation.snapshot->definition.name;
    QStringList sentences{
        Tr::tr("Take a base backup now: what happens on the new timeline can be recovered after its end only "
               "(howdahctl backup %1).")
            .arg(shellQuoted(cluster))};
    for (const QString &standby : parts.standbys)
        sentences << Tr::tr("Let %1 come back; what only it has is saved first: howdahctl rejoin %2 --node %1")
                         .arg(standby, shellQuoted(cluster));
    sentences << (situation.value(key("side-server"), key("tablespaces")).toInt() > 0
                      ? Tr::tr(
                            "When nothing of the old data is needed any more, remove %1. %2 holds the tablespaces now.")
                            .arg(parts.aside, parts.from)
                      : Tr::tr("When nothing of the old data is needed any more, remove %1 and %2.")
                            .arg(parts.aside, parts.from));
    return sentences;
}

} // namespace

TakePlaceParts TakePlaceParts::of(const Situation &situation)
{
    TakePlaceParts parts{.node = besideOf(situation),
                         .side = sideServerOf(situation),
                         .place = ServerPlace::fromFact(situation, key("layout")),
                         .from = situation.argument(key("from")),
                         .mark = QStringLiteral("Howdah operation %1\n").arg(situation.operationId),
                         .timeline = situation.value(key("side-server"), key("timeline")).toUInt()};
    parts.wasRunning = parts.place.running;
    parts.aside = QStringLiteral("%1-before-%2").arg(parts.place.dataDirectory, situation.operationId);
    if (const QVariant one = situation.value(key("old-files"), key("oneFileSystem")); one.isValid() && !one.toBool())
        parts.staging = QStringLiteral("%1-copied-by-%2").arg(parts.place.dataDirectory, situation.operationId);
    parts.kept = parts.from + QStringLiteral("/configuration-of-the-copy");
    parts.sidePlace = {.hostId = parts.place.hostId,
                       .dataDirectory = parts.from + QStringLiteral("/data"),
                       .owner = parts.place.owner,
                       .binDirectory = parts.place.binDirectory,
                       .logFile = parts.from + QStringLiteral("/server.log")};
    parts.sidePlace.startCommand = parts.sidePlace.pgCtl(
        {key("start"), key("--wait"), key("--silent"), QStringLiteral("--log=") + parts.sidePlace.logFile});
    parts.sidePlace.startCommand.detached = true;
    for (const QString &entry : situation.value(key("old-files"), key("entries")).toStringList())
        if (!isPostgresOwn(entry))
            parts.configuration << entry;
    if (!parts.node)
        return parts;
    parts.server = serverOf(*parts.node);
    for (const NodeState &node : situation.snapshot->nodes)
        if (node.name() != parts.node->name())
            parts.standbys << node.name();
    return parts;
}

Action TakePlaceParts::run(const QString &text, const QStringList &argv) const
{
    return {.text = text, .what = RunCommand{.hostId = place.hostId, .command = {.argv = argv, .asUser = place.owner}}};
}

Observation TakePlaceParts::isThere(const QString &path, const QString &text, bool there, Milliseconds timeout) const
{
    return {.text = text,
            .look = PathIs{place.hostId, path, place.owner, there ? PathIs::What::Present : PathIs::What::Absent},
            .timeout = timeout};
}

Action TakePlaceParts::removeStaging() const
{
    return {.text = Tr::tr("Remove %1").arg(staging),
            .what = RemoveMarkedDirectory{place.hostId, staging, place.owner, mark.trimmed()}};
}

QString TakePlaceParts::markIn(const QString &directory)
{
    return directory + QLatin1Char('/') + QLatin1String(markName);
}

Operation takePlace()
{
    QList<Param> params = sideParams();
    params.first().title = Tr::tr("In the place of");
    params.first().help = Tr::tr("The primary whose place the copy takes; the copy must lie on its host.");
    params.first().advanced = false;
    return {.id = key("take-place"),
            .title = Tr::tr("Let a recovered copy take the primary's place"),
            .summary =
                Tr::tr("Stops the primary and puts a copy that was recovered to a point in time where it was; the "
                       "old data directory is kept."),
            .icon = key("recover"),
            .group = OperationGroup::Backups,
            .destructive = true,
            .params = params,
            .probes = takePlaceProbes(),
            .checks = takePlaceChecks(),
            .steps = takePlaceSteps(),
            .consequences = consequencesOf,
            .confirmWord = [](const Situation &situation) { return situation.argument(key("beside")); },
            .readySentence =
                [](const Situation &situation) {
                    return Tr::tr("The copy in %1 can take the place of %2.")
                        .arg(situation.argument(key("from")), situation.argument(key("beside")));
                },
            .next = nextAfter,
            .resultTitles = {{key("newPrimary"), Tr::tr("New primary")},
                             {key("timeline"), Tr::tr("Timeline")},
                             {key("oldData"), Tr::tr("The old data lies in")}}};
}

} // namespace howdah::library
