#include "core/operations/library/recover_parts.h"
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

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

Action run(const Parts &parts, const QString &text, const QStringList &argv)
{
    return {.text = text,
            .what = RunCommand{.hostId = parts.place.hostId, .command = {.argv = argv, .asUser = parts.place.owner}}};
}

Observation isThere(const Parts &parts, const QString &path, const QString &text, bool there = true,
                    Milliseconds timeout = Milliseconds{10000})
{
    return {.text = text,
            .look = PathIs{parts.place.hostId, path, parts.place.owner,
                           there ? PathIs::What::Present : PathIs::What::Absent},
            .timeout = timeout};
}

QString markIn(const QString &directory)
{
    return directory + QLatin1Char('/') + QLatin1String(Parts::markName);
}

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
                        run(parts, Tr::tr("Keep the configuration of the copy there"), keep << parts.kept),
                        {.text = Tr::tr("Mark the copy with this operation's name"),
                         .what = WriteFile{parts.place.hostId, markIn(data), parts.place.owner, parts.mark.toUtf8()}}};
            },
            .undo = [](const Situation &situation) -> QList<Action> {
                const Parts parts = Parts::of(situation);
                return {{.text = Tr::tr("Take the mark off the copy"),
                         .what = RemoveFile{parts.place.hostId, markIn(parts.sidePlace.dataDirectory),
                                            parts.place.owner}}};
            },
            .verify = [](const Situation &situation) -> QList<Observation> {
                const Parts parts = Parts::of(situation);
                return {isThere(parts, parts.kept + key("/postgresql.auto.conf"),
                                Tr::tr("the copy's configuration is kept")),
                        isThere(parts, markIn(parts.sidePlace.dataDirectory), Tr::tr("the copy is marked"))};
            }};
}

Step stopCopyStep()
{
    return {.id = key("stop-copy"),
            .title = [](const Situation &) { return Tr::tr("Stop the copy"); },
            .act = [](const Situation &situation) -> QList<Action> { return {Parts::of(situation).sidePlace.stop()}; },
            .undo = [](const Situation &situation) -> QList<Action> { return {Parts::of(situation).sidePlace.start()}; },
            .verify = [](const Situation &situation) -> QList<Observation> {
                return {Parts::of(situation).sidePlace.isStopped(stopTimeout)};
            }};
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

Step asideStep()
{
    return {.id = key("aside"),
            .title =
                [](const Situation &situation) {
                    return Tr::tr("Move the old data of %1 aside").arg(Parts::of(situation).server.node);
                },
            .act = [](const Situation &situation) -> QList<Action> {
                const Parts parts = Parts::of(situation);
                return {{.text = Tr::tr("Move %1 to %2").arg(parts.place.dataDirectory, parts.aside),
                         .what = MovePath{.hostId = parts.place.hostId,
                                          .from = parts.place.dataDirectory,
                                          .to = parts.aside,
                                          .owner = parts.place.owner},
                         .unless = isThere(parts, parts.aside, Tr::tr("%1 is there").arg(parts.aside), true,
                                           Milliseconds{0})}};
            },
            .undo = [](const Situation &situation) -> QList<Action> {
                const Parts parts = Parts::of(situation);
                return {{.text = Tr::tr("Move %1 back to %2").arg(parts.aside, parts.place.dataDirectory),
                         .what = MovePath{.hostId = parts.place.hostId,
                                          .from = parts.aside,
                                          .to = parts.place.dataDirectory,
                                          .owner = parts.place.owner},
                         .unless = isThere(parts, parts.aside, Tr::tr("%1 is not there").arg(parts.aside), false,
                                           Milliseconds{0})}};
            },
            .verify = [](const Situation &situation) -> QList<Observation> {
                const Parts parts = Parts::of(situation);
                return {isThere(parts, parts.aside + key("/PG_VERSION"), Tr::tr("the old data lies in %1").arg(parts.aside))};
            }};
}

Step placeStep()
{
    return {.id = key("place"),
            .title =
                [](const Situation &situation) {
                    return Tr::tr("Put the copy in the place of %1").arg(Parts::of(situation).server.node);
                },
            .act = [](const Situation &situation) -> QList<Action> {
                const Parts parts = Parts::of(situation);
                const QString copy = parts.sidePlace.dataDirectory;
                return {{.text = Tr::tr("Move %1 to %2").arg(copy, parts.place.dataDirectory),
                         .what = MovePath{.hostId = parts.place.hostId,
                                          .from = copy,
                                          .to = parts.place.dataDirectory,
                                          .owner = parts.place.owner}}};
            },
            .undo = [](const Situation &situation) -> QList<Action> {
                const Parts parts = Parts::of(situation);
                const QString copy = parts.sidePlace.dataDirectory;
                return {{.text = Tr::tr("Move the copy back to %1").arg(copy),
                         .what = MovePath{.hostId = parts.place.hostId,
                                          .from = parts.place.dataDirectory,
                                          .to = copy,
                                          .owner = parts.place.owner,
                                          .witness = QLatin1String(Parts::markName),
                                          .witnessContent = parts.mark.toUtf8()},
                         .unless = isThere(parts, copy + key("/PG_VERSION"), Tr::tr("the copy lies in %1").arg(copy), true,
                                           Milliseconds{0})}};
            },
            .verify = [](const Situation &situation) -> QList<Observation> {
                const Parts parts = Parts::of(situation);
                return {isThere(parts, markIn(parts.place.dataDirectory),
                                Tr::tr("the copy lies in %1").arg(parts.place.dataDirectory))};
            }};
}

/// The copy archived nothing: its history and the segments that it has finished are put down for the archiver, or the
/// new timeline could never be recovered from the archive.
Action announceTimeline(const Parts &parts)
{
    const QString script =
        QStringLiteral("redo=$(\"$1/pg_controldata\" \"$2\" | sed -n \"s/^Latest checkpoint's REDO WAL file: *//p\")\n"
                       "[ -n \"$redo\" ] || exit 1\n"
                       "timeline=$(printf %.8s \"$redo\")\n"
                       "cd \"$2/pg_wal\" || exit 1\n"
                       "for file in \"$timeline\"*; do\n"
                       "    case $file in\n"
                       "    *.history) ;;\n"
                       "    *.*) continue ;;\n"
                       "    *) [ \"$file\" \\< \"$redo\" ] || continue ;;\n"
                       "    esac\n"
                       "    [ ! -e \"$file\" ] || : > \"archive_status/$file.ready\"\n"
                       "done");
    return run(parts, Tr::tr("Note the new timeline's history for the archiver"),
               {key("sh"), key("-c"), script, key("sh"), parts.place.binDirectory, parts.place.dataDirectory});
}

Step configureStep()
{
    return {.id = key("configure"),
            .title =
                [](const Situation &situation) {
                    return Tr::tr("Give the copy the configuration of %1").arg(Parts::of(situation).server.node);
                },
            .act = [](const Situation &situation) -> QList<Action> {
                const Parts parts = Parts::of(situation);
                QStringList copy{key("cp"), key("--archive"), key("--force"), key("--")};
                for (const QString &entry : parts.configuration)
                    copy << parts.aside + QLatin1Char('/') + entry;
                return {run(parts, Tr::tr("Copy it from %1").arg(parts.aside),
                            copy << parts.place.dataDirectory + QLatin1Char('/')),
                        {.text = Tr::tr("Remove the copy's own access rules"),
                         .what = RemoveFile{parts.place.hostId, parts.place.dataDirectory + key("/howdah_hba.conf"),
                                            parts.place.owner}},
                        announceTimeline(parts)};
            },
            .undo = [](const Situation &situation) -> QList<Action> {
                const Parts parts = Parts::of(situation);
                const QString hba = parts.place.dataDirectory + key("/howdah_hba.conf");
                Action back = run(parts, Tr::tr("Give the copy its own configuration back"),
                                  {key("cp"), key("--archive"), key("--"), parts.kept + key("/."),
                                   parts.place.dataDirectory + QLatin1Char('/')});
                back.unless = isThere(parts, markIn(parts.place.dataDirectory), Tr::tr("the copy is not there"), false,
                                      Milliseconds{0});
                Action rules{.text = Tr::tr("Give the copy its own access rules back"),
                             .what = WriteFile{parts.place.hostId, hba, parts.place.owner, sideClientAuthentication()},
                             .unless = back.unless};
                return {back, rules};
            },
            .verify = [](const Situation &situation) -> QList<Observation> {
                const Parts parts = Parts::of(situation);
                return {isThere(parts, parts.place.dataDirectory + key("/howdah_hba.conf"),
                                Tr::tr("the copy's own access rules are gone"), false)};
            },
            .always = true};
}

Step startStep()
{
    return {.id = key("start"),
            .title = [](const Situation &situation) {
                return Tr::tr("Start the copy as %1").arg(Parts::of(situation).server.node);
            },
            .act = [](const Situation &situation) -> QList<Action> { return {Parts::of(situation).place.start()}; },
            .verify = [](const Situation &situation) -> QList<Observation> {
                const Parts parts = Parts::of(situation);
                return {{.text = Tr::tr("%1 answers as the primary, on timeline %2").arg(parts.server.node).arg(parts.timeline),
                         .look = SqlSays{.server = parts.server,
                                         .sql = key("SELECT NOT pg_is_in_recovery() AND system_identifier::text = $1"
                                                    " AND ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))"
                                                    "::bit(32)::int = $2::int FROM pg_control_system()"),
                                         .parameters = {situation.snapshot->systemIdentifier,
                                                        QString::number(parts.timeline)},
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
        return Action{.text = text,
                      .what = RunSql{.server = parts.server,
                                     .sql = key("SELECT $1::text"),
                                     .parameters = {value},
                                     .resultName = key(name)}};
    };
    return {.id = key("settle"),
            .title = [](const Situation &) { return Tr::tr("See to what is left"); },
            .act = [note](const Situation &situation) -> QList<Action> {
                const Parts parts = Parts::of(situation);
                return {{.text = Tr::tr("Take this operation's mark off"),
                         .what = RemoveFile{parts.place.hostId, markIn(parts.place.dataDirectory), parts.place.owner}},
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
    return {prepareStep(), stopCopyStep(), fenceStep(),     asideStep(),
            placeStep(),   configureStep(), startStep(), settleStep()};
}

} // namespace howdah::library
