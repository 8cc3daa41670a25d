#include "core/base/key.h"
#include "core/operations/library/recover_parts.h"
#include "core/operations/library/take_place_parts.h"

#include <QCoreApplication>

// The directories that change places, and the configuration that stays where the primary was.

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::TakePlace)
};

using Parts = TakePlaceParts;

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
                         .unless = parts.isThere(parts.aside, Tr::tr("%1 is there").arg(parts.aside), true,
                                                 Milliseconds{0})}};
            },
            .undo = [](const Situation &situation) -> QList<Action> {
                const Parts parts = Parts::of(situation);
                return {{.text = Tr::tr("Move %1 back to %2").arg(parts.aside, parts.place.dataDirectory),
                         .what = MovePath{.hostId = parts.place.hostId,
                                          .from = parts.aside,
                                          .to = parts.place.dataDirectory,
                                          .owner = parts.place.owner},
                         .unless = parts.isThere(parts.aside, Tr::tr("%1 is not there").arg(parts.aside), false,
                                                 Milliseconds{0})}};
            },
            .verify = [](const Situation &situation) -> QList<Observation> {
                const Parts parts = Parts::of(situation);
                return {parts.isThere(parts.aside + key("/PG_VERSION"),
                                      Tr::tr("the old data lies in %1").arg(parts.aside))};
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
                const QString copy = parts.copied();
                return {{.text = Tr::tr("Move %1 to %2").arg(copy, parts.place.dataDirectory),
                         .what = MovePath{.hostId = parts.place.hostId,
                                          .from = copy,
                                          .to = parts.place.dataDirectory,
                                          .owner = parts.place.owner}}};
            },
            .undo = [](const Situation &situation) -> QList<Action> {
                const Parts parts = Parts::of(situation);
                const QString copy = parts.copied();
                return {{.text = Tr::tr("Move the copy back to %1").arg(copy),
                         .what = MovePath{.hostId = parts.place.hostId,
                                          .from = parts.place.dataDirectory,
                                          .to = copy,
                                          .owner = parts.place.owner,
                                          .witness = QLatin1String(Parts::markName),
                                          .witnessContent = parts.mark.toUtf8()},
                         .unless = parts.isThere(copy + key("/PG_VERSION"), Tr::tr("the copy lies in %1").arg(copy),
                                                 true, Milliseconds{0})}};
            },
            .verify = [](const Situation &situation) -> QList<Observation> {
                const Parts parts = Parts::of(situation);
                return {parts.isThere(Parts::markIn(parts.place.dataDirectory),
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
    return parts.run(Tr::tr("Note the new timeline's history for the archiver"),
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
                return {parts.run(Tr::tr("Copy it from %1").arg(parts.aside),
                                  copy << parts.place.dataDirectory + QLatin1Char('/')),
                        {.text = Tr::tr("Remove the copy's own access rules"),
                         .what = RemoveFile{parts.place.hostId, parts.place.dataDirectory + key("/howdah_hba.conf"),
                                            parts.place.owner}},
                        announceTimeline(parts)};
            },
            .undo = [](const Situation &situation) -> QList<Action> {
                const Parts parts = Parts::of(situation);
                const QString hba = parts.place.dataDirectory + key("/howdah_hba.conf");
                Action back = parts.run(Tr::tr("Give the copy its own configuration back"),
                                        {key("cp"), key("--archive"), key("--"), parts.kept + key("/."),
                                         parts.place.dataDirectory + QLatin1Char('/')});
                back.unless = parts.isThere(Parts::markIn(parts.place.dataDirectory), Tr::tr("the copy is not there"),
                                            false, Milliseconds{0});
                Action rules{.text = Tr::tr("Give the copy its own access rules back"),
                             .what = WriteFile{parts.place.hostId, hba, parts.place.owner, sideClientAuthentication()},
                             .unless = back.unless};
                return {back, rules};
            },
            .verify = [](const Situation &situation) -> QList<Observation> {
                const Parts parts = Parts::of(situation);
                return {parts.isThere(parts.place.dataDirectory + key("/howdah_hba.conf"),
                                      Tr::tr("the copy's own access rules are gone"), false)};
            },
            .always = true};
}

} // namespace

QList<Step> takePlaceMoveSteps()
{
    return {asideStep(), placeStep(), configureStep()};
}

} // namespace howdah::library
