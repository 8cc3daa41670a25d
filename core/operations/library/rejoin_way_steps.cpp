#include "core/base/key.h"
#include "core/operations/library/rejoin_parts.h"
#include "core/operations/library/replication_login.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Rejoin)
};

constexpr Milliseconds fileTimeout{30000};

Observation isPresent(const RejoinParts &parts, const QString &path, const QString &text)
{
    return {.text = text, .look = PathIs{parts.place.hostId, path, parts.place.owner}, .timeout = fileTimeout};
}

Action run(const RejoinParts &parts, const QString &text, const QStringList &argv)
{
    return {.text = text,
            .what = RunCommand{.hostId = parts.place.hostId, .command = {.argv = argv, .asUser = parts.place.owner}}};
}

/// A killed console leaves its pg_rewind or pg_basebackup behind, at work on the same directory. Ending its session on
/// the primary ends it.
QList<Action> endLeftOver(const RejoinParts &parts)
{
    const QString node = parts.primaryServer.node;
    return {{.text = Tr::tr("End what an earlier try of this rejoin may have left running"),
             .what = RunSql{.server = parts.primaryServer,
                            .sql = QStringLiteral("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                                                  " WHERE application_name = $1"),
                            .parameters = {parts.title}}},
            {.text = Tr::tr("Wait until it has gone"),
             .what = WaitFor{{.text = Tr::tr("no session of this rejoin is on %1").arg(node),
                              .look = SqlSays{.server = parts.primaryServer,
                                              .sql = QStringLiteral("SELECT count(*) FROM pg_stat_activity"
                                                                    " WHERE application_name = $1"),
                                              .parameters = {parts.title},
                                              .expected = QStringLiteral("0")}}}}};
}

QString titled(const QString &connInfo, const QString &title)
{
    const Result<ConnInfo> info = ConnInfo::parse(connInfo);
    return info ? copyingInfo(*info, title).toString() : connInfo;
}

/// pg_rewind puts the control file in its place last. The step before left it "shut down in recovery".
Observation isRewound(const RejoinParts &parts, Milliseconds timeout)
{
    return parts.isInState(key("in archive recovery"), timeout);
}

QList<Action> rewindActions(const RejoinParts &parts)
{
    QList<Action> actions = endLeftOver(parts);
    // A rewind that was cut off may have removed WAL already that it needs to begin anew.
    actions << run(parts, Tr::tr("See that the WAL of %1 since before the fork is in its place").arg(parts.name),
                   {key("cp"), key("-a"), key("--"), parts.saveTo + QStringLiteral("/wal/."),
                    parts.place.dataDirectory + QStringLiteral("/pg_wal/")});
    actions.last().unless = isRewound(parts, Milliseconds{0});
    QStringList argv{parts.place.binDirectory + QStringLiteral("/pg_rewind"),
                     QStringLiteral("--target-pgdata=") + parts.place.dataDirectory,
                     QStringLiteral("--source-server=") + titled(parts.rewindConnInfo, parts.title), key("--progress"),
                     // It was stopped in order by the step before, which also works with a standby.signal there.
                     key("--no-ensure-shutdown"),
                     // So that it never is without a standby.signal for longer than this takes.
                     key("--write-recovery-conf")};
    if (parts.restoresWal)
        argv << key("--restore-target-wal");
    constexpr int firstWithConfigFile = 14; // which it asks for restore_command
    if (parts.restoresWal && parts.major >= firstWithConfigFile && !parts.configFile.isEmpty())
        argv << QStringLiteral("--config-file=") + parts.configFile;
    actions << Action{.text = Tr::tr("Take %1 back to %2 and bring it to the state of %3")
                                  .arg(parts.name, parts.fork.toString(), parts.primaryServer.node),
                      .what = RunCommand{.hostId = parts.place.hostId,
                                         .command = {.argv = argv, .asUser = parts.place.owner},
                                         .progress = RunCommand::Progress::BaseBackup},
                      .unless = isRewound(parts, Milliseconds{0})};
    return actions;
}

Step rewindStep()
{
    return {
        .id = key("rewind"),
        .title = [](const Situation &situation) { return Tr::tr("Rewind %1").arg(RejoinParts::of(situation).name); },
        .act =
            [](const Situation &situation) {
                const RejoinParts parts = RejoinParts::of(situation);
                return parts.way == RejoinWay::Rewind ? rewindActions(parts) : QList<Action>();
            },
        .verify =
            [](const Situation &situation) {
                const RejoinParts parts = RejoinParts::of(situation);
                return parts.way == RejoinWay::Rewind ? QList<Observation>{isRewound(parts, fileTimeout)}
                                                      : QList<Observation>();
            },
        .pointOfNoReturn = true};
}

Step copyStep()
{
    return {.id = key("copy"),
            .title =
                [](const Situation &situation) {
                    return Tr::tr("Copy the data of %1").arg(RejoinParts::of(situation).primaryServer.node);
                },
            .act = [](const Situation &situation) -> QList<Action> {
                const RejoinParts parts = RejoinParts::of(situation);
                if (parts.way != RejoinWay::Clone)
                    return {};
                return copySource(parts.copyParts()) << verifyCopy(parts.copyParts());
            },
            .undo = [](const Situation &situation) -> QList<Action> {
                const RejoinParts parts = RejoinParts::of(situation);
                if (parts.way != RejoinWay::Clone)
                    return {};
                // The copy itself goes with the working directory.
                const QList<Action> tablespaces = removeTablespaceDirectories(parts.copyParts());
                return parts.volume ? QList<Action>{removeCopyInVolume(parts)} + tablespaces : tablespaces;
            },
            .verify = [](const Situation &situation) -> QList<Observation> {
                const RejoinParts parts = RejoinParts::of(situation);
                if (parts.way != RejoinWay::Clone)
                    return {};
                return {isPresent(parts, parts.copy + QStringLiteral("/backup_manifest"),
                                  Tr::tr("the copy has its backup manifest"))};
            },
            // A copy in doubt is made anew: a removal cut short leaves a manifest beside files that are gone.
            .always = true};
}

/// Its own configuration, over the primary's that came along, and whom to follow.
QList<Action> configureIn(const RejoinParts &parts, const QString &directory)
{
    const ServerPlace &place = parts.place;
    return {run(parts, Tr::tr("Put the configuration of %1 back").arg(parts.name),
                {key("cp"), key("-a"), key("--"), parts.kept + QStringLiteral("/."), directory + QLatin1Char('/')}),
            {.text = Tr::tr("Set its connection and slot in postgresql.auto.conf"),
             .what = AppendFile{place.hostId, directory + QStringLiteral("/postgresql.auto.conf"), place.owner,
                                parts.settings}},
            {.text = Tr::tr("Mark it as a standby with standby.signal"),
             .what = WriteFile{place.hostId, directory + QStringLiteral("/standby.signal"), place.owner,
                               parts.standbySignal}}};
}

Step configureStep()
{
    return {.id = key("configure"),
            .title =
                [](const Situation &situation) {
                    const RejoinParts parts = RejoinParts::of(situation);
                    return Tr::tr("Make %1 a standby of %2").arg(parts.name, parts.primaryServer.node);
                },
            .act =
                [](const Situation &situation) {
                    const RejoinParts parts = RejoinParts::of(situation);
                    return configureIn(parts, parts.way == RejoinWay::Clone ? parts.copy : parts.place.dataDirectory);
                },
            .undo = [](const Situation &situation) -> QList<Action> {
                const RejoinParts parts = RejoinParts::of(situation);
                if (parts.way != RejoinWay::Follow)
                    return {};
                return {run(parts, Tr::tr("Put the configuration of %1 back").arg(parts.name),
                            {key("cp"), key("-a"), key("--"), parts.kept + QStringLiteral("/."),
                             parts.place.dataDirectory + QLatin1Char('/')})};
            },
            .verify = [](const Situation &situation) -> QList<Observation> {
                const RejoinParts parts = RejoinParts::of(situation);
                const QString directory = parts.way == RejoinWay::Clone ? parts.copy : parts.place.dataDirectory;
                return {isPresent(parts, directory + QStringLiteral("/standby.signal"),
                                  Tr::tr("standby.signal is in %1").arg(directory))};
            },
            .always = true};
}

Step placeStep()
{
    return {
        .id = key("place"),
        .title =
            [](const Situation &situation) {
                return Tr::tr("Put the copy in the place of the old data of %1").arg(RejoinParts::of(situation).name);
            },
        .act = [](const Situation &situation) -> QList<Action> {
            const RejoinParts parts = RejoinParts::of(situation);
            if (parts.way != RejoinWay::Clone)
                return {};
            if (parts.volume)
                return {placeInVolume(parts)};
            const ServerPlace &place = parts.place;
            const auto move = [&](const QString &from, const QString &to) {
                return MovePath{.hostId = place.hostId, .from = from, .to = to, .owner = place.owner};
            };
            const Observation aside{.text = Tr::tr("%1 is there").arg(parts.aside),
                                    .look = PathIs{place.hostId, parts.aside, place.owner},
                                    .timeout = Milliseconds{0}};
            return {{.text = Tr::tr("Move the old data directory aside, to %1").arg(parts.aside),
                     .what = move(place.dataDirectory, parts.aside),
                     .unless = aside},
                    {.text = Tr::tr("Move the copy to %1").arg(place.dataDirectory),
                     .what = move(parts.copy, place.dataDirectory)}};
        },
        .undo = [](const Situation &situation) -> QList<Action> {
            const RejoinParts parts = RejoinParts::of(situation);
            if (parts.way != RejoinWay::Clone)
                return {};
            if (parts.volume)
                return {takeBackInVolume(parts)};
            const ServerPlace &place = parts.place;
            const Observation stillThere{.text = Tr::tr("%1 is not there").arg(parts.aside),
                                         .look = PathIs{place.hostId, parts.aside, place.owner, PathIs::What::Absent},
                                         .timeout = Milliseconds{0}};
            return {{.text = Tr::tr("Move the copy back to %1, if it is still this rejoin's").arg(parts.copy),
                     .what = MovePath{.hostId = place.hostId,
                                      .from = place.dataDirectory,
                                      .to = parts.copy,
                                      .owner = place.owner,
                                      .witness = key("standby.signal"),
                                      .witnessContent = parts.standbySignal},
                     .unless = stillThere},
                    {.text = Tr::tr("Move the old data directory back to %1").arg(place.dataDirectory),
                     .what = MovePath{.hostId = place.hostId,
                                      .from = parts.aside,
                                      .to = place.dataDirectory,
                                      .owner = place.owner},
                     .unless = stillThere}};
        },
        .verify = [](const Situation &situation) -> QList<Observation> {
            const RejoinParts parts = RejoinParts::of(situation);
            if (parts.way != RejoinWay::Clone)
                return {};
            return {isPresent(parts, parts.place.dataDirectory + QStringLiteral("/backup_manifest"),
                              Tr::tr("the copy lies in %1").arg(parts.place.dataDirectory)),
                    isPresent(parts, parts.aside + QStringLiteral("/PG_VERSION"),
                              Tr::tr("the old data directory lies in %1").arg(parts.aside))};
        }};
}

} // namespace

QList<Step> rejoinWaySteps()
{
    return {rewindStep(), copyStep(), configureStep(), placeStep()};
}

} // namespace howdah::library
