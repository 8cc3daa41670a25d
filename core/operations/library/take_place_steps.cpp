#include "core/base/key.h"
#include "core/operations/library/take_place_parts.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::TakePlace)
};

using Parts = TakePlaceParts;

constexpr Milliseconds patience{30000}; ///< for a fast stop, before the immediate one
constexpr Milliseconds stopTimeout{120000};
constexpr Milliseconds startTimeout{120000};
constexpr Milliseconds checkpointTimeout{1800000};

/// All that can be done while the primary serves. The copy's configuration is kept so that an undo leaves a copy that
/// still harms nobody.
Step prepareStep()
{
    return {.id = key("prepare"),
            .title = [](const Situation &) { return Tr::tr("Prepare the copy"); },
            .act = [](const Situation &situation) -> QList<Action> {
                const Parts parts = Parts::of(situation);
                const QString data = parts.sidePlace.dataDirectory;
                QStringList keep{key("cp"), key("--archive"), key("--")};
                for (const char *name : {"postgresql.conf", "postgresql.auto.conf", "pg_hba.conf", "pg_ident.conf"})
                    keep << data + QLatin1Char('/') + key(name);
                return {{.text = Tr::tr("Put what the copy has in memory on disk, so that it stops quickly"),
                         .what = RunSql{.server = parts.side,
                                        .sql = key("CHECKPOINT"),
                                        .parameters = {},
                                        .resultName = {},
                                        .timeout = checkpointTimeout,
                                        .alreadySo = key("must be superuser")}},
                        {.text = Tr::tr("Make the directory %1").arg(parts.kept),
                         .what = MakeDirectory{parts.place.hostId, parts.kept, parts.place.owner}},
                        parts.run(Tr::tr("Keep the configuration of the copy there"), keep << parts.kept),
                        {.text = Tr::tr("Mark the copy with this operation's name"),
                         .what = WriteFile{parts.place.hostId, Parts::markIn(data), parts.place.owner,
                                           parts.mark.toUtf8()}}};
            },
            .undo = [](const Situation &situation) -> QList<Action> {
                const Parts parts = Parts::of(situation);
                return {{.text = Tr::tr("Take the mark off the copy"),
                         .what = RemoveFile{parts.place.hostId, Parts::markIn(parts.sidePlace.dataDirectory),
                                            parts.place.owner}}};
            },
            .verify = [](const Situation &situation) -> QList<Observation> {
                const Parts parts = Parts::of(situation);
                return {parts.isThere(parts.kept + key("/postgresql.auto.conf"),
                                      Tr::tr("the copy's configuration is kept")),
                        parts.isThere(Parts::markIn(parts.sidePlace.dataDirectory), Tr::tr("the copy is marked"))};
            }};
}

Step stopCopyStep()
{
    return {
        .id = key("stop-copy"),
        .title = [](const Situation &) { return Tr::tr("Stop the copy"); },
        .act = [](const Situation &situation) -> QList<Action> { return {Parts::of(situation).sidePlace.stop()}; },
        .undo = [](const Situation &situation) -> QList<Action> { return {Parts::of(situation).sidePlace.start()}; },
        .verify = [](const Situation &situation) -> QList<Observation> {
            return {Parts::of(situation).sidePlace.isStopped(stopTimeout)};
        }};
}

/// To a file system of its own it cannot just be renamed: it is copied there while the primary still serves.
Step bringStep()
{
    return {
        .id = key("bring"),
        .title = [](const Situation &) { return Tr::tr("Copy it to the primary's file system"); },
        .act = [](const Situation &situation) -> QList<Action> {
            const Parts parts = Parts::of(situation);
            if (parts.staging.isEmpty())
                return {};
            return {{.text = Tr::tr("Make the directory %1").arg(parts.staging),
                     .what = MakeMarkedDirectory{parts.place.hostId, parts.staging, parts.place.owner,
                                                 parts.mark.trimmed()}},
                    parts.run(Tr::tr("Copy %1 there").arg(parts.sidePlace.dataDirectory),
                              {key("cp"), key("--archive"), key("--"), parts.sidePlace.dataDirectory, parts.copied()}),
                    parts.run(Tr::tr("Compare all of its files"),
                              {key("diff"), key("--recursive"), key("--brief"), key("--no-dereference"),
                               parts.sidePlace.dataDirectory, parts.copied()}),
                    parts.run(Tr::tr("Put them on disk"), {key("sync"), key("--file-system"), parts.copied()})};
        },
        .undo = [](const Situation &situation) -> QList<Action> {
            const Parts parts = Parts::of(situation);
            if (parts.staging.isEmpty())
                return {};
            return {parts.removeStaging()};
        },
        .verify = [](const Situation &situation) -> QList<Observation> {
            const Parts parts = Parts::of(situation);
            if (parts.staging.isEmpty())
                return {};
            return {parts.isThere(Parts::markIn(parts.copied()), Tr::tr("the copy lies in %1").arg(parts.copied()))};
        },
        .always = true};
}

Step fenceStep()
{
    return {.id = key("fence"),
            .title = [](const Situation &situation) { return Tr::tr("Stop %1").arg(Parts::of(situation).server.node); },
            .act = [](const Situation &situation) { return Parts::of(situation).place.stopSurely(patience); },
            .undo = [](const Situation &situation) -> QList<Action> {
                const Parts parts = Parts::of(situation);
                return parts.wasRunning ? QList<Action>{parts.place.start()} : QList<Action>{};
            },
            .verify = [](const Situation &situation) -> QList<Observation> {
                const Parts parts = Parts::of(situation);
                return {parts.place.isStopped(patience),
                        {.text = Tr::tr("%1 does not answer").arg(parts.server.node),
                         .look = ServerAnswers{parts.server, false},
                         .timeout = patience}};
            }};
}

Step startStep()
{
    return {
        .id = key("start"),
        .title =
            [](const Situation &situation) {
                return Tr::tr("Start the copy as %1").arg(Parts::of(situation).server.node);
            },
        .act = [](const Situation &situation) -> QList<Action> { return {Parts::of(situation).place.start()}; },
        .verify = [](const Situation &situation) -> QList<Observation> {
            const Parts parts = Parts::of(situation);
            return {
                {.text = Tr::tr("%1 answers as the primary, on timeline %2").arg(parts.server.node).arg(parts.timeline),
                 .look = SqlSays{.server = parts.server,
                                 .sql = key("SELECT NOT pg_is_in_recovery() AND system_identifier::text = $1"
                                            " AND ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))"
                                            "::bit(32)::int = $2::int FROM pg_control_system()"),
                                 .parameters = {situation.snapshot->systemIdentifier, QString::number(parts.timeline)},
                                 .expected = key("t")},
                 .timeout = startTimeout}};
        },
        .pointOfNoReturn = true,
        .standing =
            [](const Situation &situation) {
                const Parts parts = Parts::of(situation);
                return Tr::tr("The copy lies in the place of %1 and was told to start; the old data lies in %2. Look "
                              "at the server's log, mend what it says, and resume.")
                    .arg(parts.server.node, parts.aside);
            }};
}

Step settleStep()
{
    const auto note = [](const Parts &parts, const QString &text, const QString &value, const char *name) {
        return Action{
            .text = text,
            .what = RunSql{
                .server = parts.server, .sql = key("SELECT $1::text"), .parameters = {value}, .resultName = key(name)}};
    };
    return {.id = key("settle"),
            .title = [](const Situation &) { return Tr::tr("See to what is left"); },
            .act = [note](const Situation &situation) -> QList<Action> {
                const Parts parts = Parts::of(situation);
                QList<Action> tidy;
                if (!parts.staging.isEmpty())
                    tidy = {parts.removeStaging(),
                            {.text = Tr::tr("Take it off the copy that was copied"),
                             .what = RemoveFile{parts.place.hostId, Parts::markIn(parts.sidePlace.dataDirectory),
                                                parts.place.owner}}};
                return QList<Action>{{.text = Tr::tr("Take this operation's mark off"),
                                      .what = RemoveFile{parts.place.hostId, Parts::markIn(parts.place.dataDirectory),
                                                         parts.place.owner}}} +
                       tidy +
                       QList<Action>{
                           note(parts, Tr::tr("Note the new primary"), parts.server.node, "newPrimary"),
                           note(parts, Tr::tr("Note its timeline"), QString::number(parts.timeline), "timeline"),
                           note(parts, Tr::tr("Note where the old data lies"), parts.aside, "oldData")};
            },
            .standing =
                [](const Situation &situation) {
                    return Tr::tr("%1 is the primary and takes writes. Resume.").arg(Parts::of(situation).server.node);
                }};
}

} // namespace

QList<Step> takePlaceSteps()
{
    return QList<Step>{prepareStep(), stopCopyStep(), bringStep(), fenceStep()} + takePlaceMoveSteps() +
           QList<Step>{startStep(), settleStep()};
}

} // namespace howdah::library
