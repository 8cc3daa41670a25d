#include "core/base/key.h"
#include "core/operations/library/archive_receiver_parts.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::ReceiveWal)
};

constexpr int program = 0700, readable = 0644;
constexpr Milliseconds arrival{60000};

using Actions = QList<Action>;
Step receiverStep(const char *id, const QString &title, Actions (*act)(const ReceiverParts &),
                  Actions (*undo)(const ReceiverParts &), QList<Observation> (*verify)(const ReceiverParts &))
{
    const auto of = [](auto declared) {
        return [declared](const Situation &situation) { return declared(ReceiverParts::of(situation)); };
    };
    return {.id = key(id),
            .title = [title](const Situation &) { return title; },
            .act = of(act),
            .undo = of(undo),
            .verify = of(verify)};
}

Action makeDirectory(const ReceiverParts &parts, const QString &path)
{
    return {.text = Tr::tr("Make the directory %1, unless it is there").arg(path),
            .what = MakeDirectory{parts.place.hostId, path, parts.place.owner},
            .unless = Observation{.text = Tr::tr("%1 is there").arg(path),
                                  .look = PathIs{parts.place.hostId, path, parts.place.owner},
                                  .timeout = Milliseconds{0}}};
}

Action write(const ReceiverParts &parts, const QString &path, const QByteArray &content, int mode)
{
    return {.text = Tr::tr("Write %1").arg(path),
            .what = WriteFile{parts.place.hostId, path, parts.place.owner, content, mode}};
}

Actions install(const ReceiverParts &parts)
{
    if (!parts.on)
        return {};
    return {makeDirectory(parts, parts.directory),
            makeDirectory(parts, parts.directory + QLatin1Char('/') + QLatin1String(archiveOwnDirectory)),
            write(parts, parts.own("receive-wal"), parts.script(), program),
            write(parts, parts.own(archiveOfName),
                  QStringLiteral("%1 %2\n").arg(parts.systemIdentifier, parts.cluster).toUtf8(), readable)};
}

Actions takeAway(const ReceiverParts &parts)
{
    if (!parts.on)
        return {};
    Actions actions;
    for (const QString &path : {parts.own("receive-wal"), parts.own("receive-wal.pid"), parts.own("receive-wal.log"),
                                parts.own(archiveOfName)})
        actions.append(
            {.text = Tr::tr("Remove %1").arg(path), .what = RemoveFile{parts.place.hostId, path, parts.place.owner}});
    QStringList argv{key("sh"), key("-c"), key("rmdir -- \"$@\" 2>/dev/null; true"), key("sh"),
                     parts.directory + QLatin1Char('/') + QLatin1String(archiveOwnDirectory)};
    if (parts.seen.what == ArchiveSurroundings::What::Absent)
        argv << parts.directory;
    return actions << Action{.text = Tr::tr("Remove the directories, if nothing lies there"),
                             .what = RunCommand{.hostId = parts.place.hostId,
                                                .command = {.argv = argv, .asUser = parts.place.owner}}};
}

QList<Observation> isInstalled(const ReceiverParts &parts)
{
    if (!parts.on)
        return {};
    return {{.text = Tr::tr("%1 is there").arg(parts.own("receive-wal")),
             .look = PathIs{parts.place.hostId, parts.own("receive-wal"), parts.place.owner}}};
}

Action createSlot(const ReceiverParts &parts)
{
    return {.text =
                Tr::tr("Create the slot \"%1\" on %2, which keeps WAL from now on").arg(parts.slot, parts.source.node),
            .what = RunSql{.server = parts.source,
                           .sql = key("SELECT pg_create_physical_replication_slot($1, true) WHERE NOT EXISTS"
                                      " (SELECT FROM pg_replication_slots WHERE slot_name = $1)"),
                           .parameters = {parts.slot}}};
}

Action dropSlot(const ReceiverParts &parts)
{
    return {.text = Tr::tr("Drop the slot \"%1\", unless somebody uses it").arg(parts.slot),
            .what = RunSql{.server = parts.source,
                           .sql = key("SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots"
                                      " WHERE slot_name = $1 AND NOT active"),
                           .parameters = {parts.slot}}};
}

/// The process that our own script noted, if it is a pg_receivewal still.
Action stop(const ReceiverParts &parts)
{
    return {.text = Tr::tr("Stop the pg_receivewal of %1, if it runs").arg(parts.directory),
            .what = RunCommand{
                .hostId = parts.place.hostId,
                .command = {.argv = {key("sh"), key("-c"),
                                     key("pid=$(cat \"$1\" 2>/dev/null) || exit 0\n"
                                         "ours() { grep -q pg_receivewal \"/proc/$pid/cmdline\" 2>/dev/null; }\n"
                                         "ours && kill -INT \"$pid\"\n"
                                         "for i in 1 2 3 4 5 6 7 8 9 10; do ours || exit 0; sleep 1; done\n"
                                         "echo 'pg_receivewal does not end' >&2; exit 1"),
                                     key("sh"), parts.own("receive-wal.pid")},
                            .asUser = parts.place.owner},
                .timeout = arrival}};
}

Observation slotIsFree(const ReceiverParts &parts)
{
    return {.text = Tr::tr("nobody uses the slot \"%1\"").arg(parts.slot),
            .look = SqlSays{.server = parts.source,
                            .sql = key("SELECT count(*) FROM pg_replication_slots WHERE slot_name = $1 AND active"),
                            .parameters = {parts.slot},
                            .expected = key("0")}};
}

Actions begin(const ReceiverParts &parts)
{
    if (!parts.on)
        return keepReceiverNoMore(parts) +
               Actions{stop(parts),
                       {.text = Tr::tr("Wait until the slot is free"), .what = WaitFor{slotIsFree(parts)}},
                       dropSlot(parts)};
    Observation runs{.text = Tr::tr("it runs"),
                     .look = SqlSays{.server = parts.source,
                                     .sql = key("SELECT active FROM pg_replication_slots WHERE slot_name = $1"),
                                     .parameters = {parts.slot},
                                     .expected = key("t")},
                     .timeout = Milliseconds{0}};
    Actions actions{createSlot(parts)};
    if (parts.keptBy == ReceiverParts::KeptBy::Systemd) // which starts it
        return actions + keepReceiver(parts);
    return actions + keepReceiver(parts) +
           Actions{{.text = Tr::tr("Start %1 in the background").arg(parts.own("receive-wal")),
                    .what = RunCommand{.hostId = parts.place.hostId,
                                       .command = {.argv = {key("sh"), key("-c"),
                                                            key("nohup setsid \"$1\" </dev/null >>\"$2\" 2>&1 &"),
                                                            key("sh"), parts.own("receive-wal"),
                                                            parts.own("receive-wal.log")},
                                                   .asUser = parts.place.owner,
                                                   .detached = true}},
                    .unless = runs}};
}

Actions end(const ReceiverParts &parts)
{
    if (!parts.on)
        return {};
    return keepReceiverNoMore(parts) +
           Actions{stop(parts),
                   {.text = Tr::tr("Wait until the slot is free"), .what = WaitFor{slotIsFree(parts)}},
                   dropSlot(parts)};
}

QList<Observation> streams(const ReceiverParts &parts)
{
    if (!parts.on)
        return {{.text = Tr::tr("there is no slot \"%1\" any more").arg(parts.slot),
                 .look = SqlSays{.server = parts.source,
                                 .sql = key("SELECT count(*) FROM pg_replication_slots WHERE slot_name = $1"),
                                 .parameters = {parts.slot},
                                 .expected = key("0")}}};
    return {{.text = Tr::tr("pg_receivewal streams from %1 through the slot").arg(parts.source.node),
             .look = SqlSays{.server = parts.source,
                             .sql = key("SELECT r.state FROM pg_stat_replication r JOIN pg_replication_slots s"
                                        " ON s.active_pid = r.pid WHERE s.slot_name = $1"),
                             .parameters = {parts.slot},
                             .expected = key("streaming")},
             .timeout = arrival},
            {.text = Tr::tr("a segment is being written in %1").arg(parts.directory),
             .look = CommandSucceeds{parts.place.hostId,
                                     {.argv = {key("sh"), key("-c"), key("ls \"$1\" | grep -q partial"), key("sh"),
                                               parts.directory},
                                      .asUser = parts.place.owner}},
             .timeout = arrival}};
}

} // namespace

QList<Step> receiverSteps()
{
    return {receiverStep("install", Tr::tr("Prepare the directory"), install, takeAway, isInstalled),
            receiverStep("receive", Tr::tr("Let it run"), begin, end, streams)};
}

} // namespace howdah::library
