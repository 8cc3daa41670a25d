#include "core/base/key.h"
#include "core/operations/library/archive_parts.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::SetArchiving)
};

constexpr Milliseconds arrival{90000}; // a server that failed before tries again after a minute

/// The primary, where a segment can be seen to arrive now.
const ArchivingNode *tested(const ArchiveParts &parts)
{
    const ArchivingNode *primary = parts.primary();
    const bool inForce = primary && (!primary->restartNeeded || primary->restart);
    return inForce && !parts.isOff() ? primary : nullptr;
}

QString noteOf(const ArchiveParts &parts)
{
    return QStringLiteral("%1/%2/proof-%3")
        .arg(parts.place.directory, QLatin1String(archiveOwnDirectory), parts.operationId);
}

Action atPlace(const ArchiveParts &parts, const ArchivingNode &node, const QString &text, const QStringList &argv)
{
    return {.text = text,
            .what = RunCommand{.hostId = node.place.hostId,
                               .command = atArchive(parts.place, argv, As{node.place.owner}),
                               .timeout = Milliseconds{60000}}};
}

/// What has come to the archive since the note.
QStringList findNewer(const ArchiveParts &parts, const QStringList &what)
{
    return QStringList{key("find"),      parts.place.directory + QLatin1Char('/'),
                       key("-maxdepth"), key("1"),
                       key("-name"),     key("[0-9A-F]*"),
                       key("-newer"),    noteOf(parts)} +
           what;
}

/// $1 the server's log, for its own words when nothing has come.
Observation hasArrived(const ArchiveParts &parts, const ArchivingNode &node)
{
    const Command find = atArchive(parts.place, findNewer(parts, {}), As{node.place.owner});
    const QString look = key("log=$1; shift; \"$@\" | grep -q . && exit; tail -c 20000 \"$log\" 2>/dev/null |"
                             " grep -a -i -e archive -e '^[a-z]*: ' | tail -n 4 >&2; exit 1");
    return {.text = Tr::tr("a segment of %1 has come to %2").arg(node.server.node, parts.place.forPeople()),
            .look = CommandSucceeds{node.place.hostId,
                                    {.argv = QStringList{key("sh"), key("-c"), look, key("sh"), node.place.logFile} +
                                             find.argv,
                                     .asUser = node.place.owner}},
            .timeout = arrival,
            .interval = Milliseconds{250}};
}

/// The server's statistics come later than the file.
Action nameIt(const ArchiveParts &parts, const ArchivingNode &node)
{
    Action name = atPlace(parts, node, Tr::tr("Note which one it was"),
                          findNewer(parts, {key("-printf"), key("%f"), key("-quit")}));
    std::get<RunCommand>(name.what).resultName = key("segment");
    return name;
}

QList<Action> prove(const Situation &situation)
{
    const ArchiveParts parts = ArchiveParts::of(situation);
    const ArchivingNode *node = tested(parts);
    if (!node)
        return {};
    return {
        atPlace(parts, *node, Tr::tr("Note the time beside the archive"), {key("touch"), noteOf(parts)}),
        {.text =
             Tr::tr("Write a record into the WAL of %1, so that there is something to archive").arg(node->server.node),
         .what = RunSql{.server = node->server,
                        .sql = key("SELECT pg_create_restore_point($1)"),
                        .parameters = {key("howdah_archiving_") + parts.operationId}}},
        {.text = Tr::tr("End its segment"),
         .what = RunSql{.server = node->server, .sql = key("SELECT pg_switch_wal()")}},
        {.text = Tr::tr("See a segment arrive"), .what = WaitFor{hasArrived(parts, *node)}},
        nameIt(parts, *node),
        atPlace(parts, *node, Tr::tr("Remove the note"), {key("rm"), key("-f"), noteOf(parts)})};
}

QList<Action> removeNote(const Situation &situation)
{
    const ArchiveParts parts = ArchiveParts::of(situation);
    const ArchivingNode *node = tested(parts);
    return node ? QList<Action>{atPlace(parts, *node, Tr::tr("Remove the note"), {key("rm"), key("-f"), noteOf(parts)})}
                : QList<Action>{};
}

QList<Observation> archiverIsWell(const Situation &situation)
{
    const ArchiveParts parts = ArchiveParts::of(situation);
    const ArchivingNode *node = tested(parts);
    if (!node)
        return {};
    return {{.text = Tr::tr("the archiver of %1 has had no failure since").arg(node->server.node),
             .look = SqlSays{.server = node->server,
                             .sql = key("SELECT last_archived_time IS NOT NULL AND"
                                        " (last_failed_time IS NULL OR last_failed_time < last_archived_time)"
                                        " FROM pg_stat_archiver"),
                             .parameters = {},
                             .expected = key("t")}}};
}

} // namespace

Step archiveProofStep()
{
    return {.id = key("prove"),
            .title = [](const Situation &) { return Tr::tr("See a segment arrive in the archive"); },
            .act = prove,
            .undo = removeNote,
            .verify = archiverIsWell,
            .always = true};
}

} // namespace howdah::library
