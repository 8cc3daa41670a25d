#include "core/operations/described_parts.h"
#include "core/operations/plan_json.h"

namespace howdah {

template <> inline constexpr const char *json::kindOf<RunSql> = "runSql";
template <> inline constexpr const char *json::kindOf<RunCommand> = "runCommand";
template <> inline constexpr const char *json::kindOf<WriteFile> = "writeFile";
template <> inline constexpr const char *json::kindOf<AppendFile> = "appendFile";
template <> inline constexpr const char *json::kindOf<PointPoolerAt> = "pointPoolerAt";
template <> inline constexpr const char *json::kindOf<BringFile> = "bringFile";
template <> inline constexpr const char *json::kindOf<MakeDirectory> = "makeDirectory";
template <> inline constexpr const char *json::kindOf<MovePath> = "movePath";
template <> inline constexpr const char *json::kindOf<MakeMarkedDirectory> = "makeMarkedDirectory";
template <> inline constexpr const char *json::kindOf<RemoveMarkedDirectory> = "removeMarkedDirectory";
template <> inline constexpr const char *json::kindOf<RemoveFile> = "removeFile";
template <> inline constexpr const char *json::kindOf<CopyFile> = "copyFile";
template <> inline constexpr const char *json::kindOf<PatchFile> = "patchFile";
template <> inline constexpr const char *json::kindOf<PasswordLine> = "passwordLine";
template <> inline constexpr const char *json::kindOf<SetRolePassword> = "setRolePassword";
template <> inline constexpr const char *json::kindOf<SaveTransactions> = "saveTransactions";
template <> inline constexpr const char *json::kindOf<BringRows> = "bringRows";
template <> inline constexpr const char *json::kindOf<RecordNode> = "recordNode";
template <> inline constexpr const char *json::kindOf<WaitFor> = "waitFor";
template <> inline constexpr const char *json::kindOf<StandGuard> = "standGuard";
template <> inline constexpr const char *json::kindOf<Together> = "together";

// Not in an unnamed namespace: json::Writer and json::Reader find these by argument-dependent lookup, which does not
// look there.

template <typename Fields> static void describe(Fields &fields, NodeDefinition &node)
{
    fields("name", node.name);
    QString connInfo = node.connInfo.toString();
    fields("conninfo", connInfo);
    fields("hostId", node.hostId);
    fields("dataDirectory", node.dataDirectory);
    if constexpr (std::is_same_v<Fields, json::Reader>) {
        const Result<ConnInfo> parsed = ConnInfo::parse(connInfo);
        if (parsed)
            node.connInfo = parsed.value();
        else
            fields.fail("conninfo");
    }
}

template <typename Fields> static void describe(Fields &fields, RunSql &action)
{
    fields("server", action.server);
    fields("sql", action.sql);
    fields("parameters", action.parameters);
    fields("resultName", action.resultName);
    fields("timeoutMs", action.timeout);
    json::optionally(fields, "alreadySo", action.alreadySo);
}

template <typename Fields> static void describe(Fields &fields, RunCommand &action)
{
    fields("hostId", action.hostId);
    fields("command", action.command);
    json::oneOf(fields, "progress", action.progress,
                {{RunCommand::Progress::None, "none"},
                 {RunCommand::Progress::BaseBackup, "baseBackup"},
                 {RunCommand::Progress::Objects, "objects"}});
    fields("timeoutMs", action.timeout);
    json::optionally(fields, "resultName", action.resultName);
    json::optionally(fields, "objects", action.objects);
    json::optionally(fields, "sizesFrom", action.sizesFrom);
    json::optionally(fields, "sizes", action.sizes);
}

/// What every action on a path begins with.
template <typename Fields, typename T> static void describePlace(Fields &fields, T &action)
{
    fields("hostId", action.hostId);
    fields("path", action.path);
    fields("owner", action.owner);
}

template <typename Fields> static void describe(Fields &fields, WriteFile &action)
{
    describePlace(fields, action);
    fields("content", action.content);
    fields("mode", action.mode);
}

template <typename Fields> static void describe(Fields &fields, AppendFile &action)
{
    describePlace(fields, action);
    fields("content", action.content);
}

template <typename Fields> static void describe(Fields &fields, PointPoolerAt &action)
{
    describePlace(fields, action);
    fields("databases", action.databases);
    fields("host", action.host);
    fields("port", action.port);
}

template <typename Fields> static void describe(Fields &fields, BringFile &action)
{
    fields("fromHostId", action.fromHostId);
    fields("from", action.from);
    fields("fromOwner", action.fromOwner);
    fields("hostId", action.hostId);
    fields("path", action.path);
    fields("owner", action.owner);
    fields("mode", action.mode);
}

template <typename Fields> static void describe(Fields &fields, MakeDirectory &action)
{
    describePlace(fields, action);
    fields("mode", action.mode);
}

template <typename Fields> static void describe(Fields &fields, MovePath &action)
{
    fields("hostId", action.hostId);
    fields("from", action.from);
    fields("to", action.to);
    fields("owner", action.owner);
    fields("witness", action.witness);
    fields("witnessContent", action.witnessContent);
}

template <typename Fields> static void describe(Fields &fields, MakeMarkedDirectory &action)
{
    describePlace(fields, action);
    fields("marker", action.marker);
}

template <typename Fields> static void describe(Fields &fields, RemoveMarkedDirectory &action)
{
    describePlace(fields, action);
    fields("marker", action.marker);
}

template <typename Fields> static void describe(Fields &fields, RemoveFile &action)
{
    describePlace(fields, action);
}

template <typename Fields> static void describe(Fields &fields, CopyFile &action)
{
    fields("hostId", action.hostId);
    fields("from", action.from);
    fields("to", action.to);
    fields("owner", action.owner);
    fields("replacing", action.replacing);
}

template <typename Fields> static void describe(Fields &fields, LineChange &change)
{
    fields("line", change.line);
    fields("removed", change.removed);
    fields("inserted", change.inserted);
}

template <typename Fields> static void describe(Fields &fields, PatchFile &action)
{
    describePlace(fields, action);
    fields("changes", action.changes);
    fields("before", action.before);
    fields("after", action.after);
}

template <typename Fields> static void describe(Fields &fields, PasswordLine &action)
{
    describePlace(fields, action);
    fields("entry", action.entry);
    fields("present", action.present);
}

template <typename Fields> static void describe(Fields &fields, SetRolePassword &action)
{
    fields("server", action.server);
    fields("role", action.role);
    fields("hostId", action.hostId);
    fields("passfile", action.passfile);
    fields("owner", action.owner);
}

template <typename Fields> static void describe(Fields &fields, SaveTransactions &action)
{
    fields("hostId", action.hostId);
    fields("directory", action.directory);
    fields("owner", action.owner);
    fields("waldumps", action.waldumps);
    fields("walDirectory", action.walDirectory);
    fields("firstSegment", action.firstSegment);
    fields("segmentBytes", action.segmentBytes);
    fields("names", action.names);
    fields("resultName", action.resultName);
}

template <typename Fields> static void describe(Fields &fields, BringRows &action)
{
    fields("from", action.from);
    fields("to", action.to);
    fields("what", action.what);
    fields("path", action.path);
    fields("csv", action.csv);
    fields("hostId", action.hostId);
    fields("dump", action.dump);
    fields("resultName", action.resultName);
}

template <typename Fields> static void describe(Fields &fields, RecordNode &action)
{
    fields("cluster", action.cluster);
    fields("node", action.node);
    fields("present", action.present);
}

template <typename Fields> static void describe(Fields &fields, WaitFor &action)
{
    fields("observation", action.observation);
}

template <typename Fields> static void describe(Fields &fields, StandGuard &action)
{
    fields("commands", action.commands);
}

template <typename Fields> static void describe(Fields &fields, Together &action)
{
    fields("lanes", action.lanes);
}

template <typename Fields> void describe(Fields &fields, Action &action)
{
    fields("text", action.text);
    json::describeKind(fields, action.what);
    if constexpr (std::is_same_v<Fields, json::Writer>) {
        if (action.unless)
            fields("unless", *action.unless);
    } else if (fields.object().contains(QLatin1String("unless"))) {
        action.unless.emplace();
        fields("unless", *action.unless);
    }
}

template void describe(json::Writer &, Action &);
template void describe(json::Reader &, Action &);

QJsonObject toJson(const Action &action)
{
    return json::Writer::write(action).toObject();
}

Result<Action> actionFromJson(const QJsonObject &json)
{
    return json::readWhole<Action>(json);
}

} // namespace howdah
