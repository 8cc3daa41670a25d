#include "core/operations/action.h"
#include "core/operations/json_fields.h"
#include "core/operations/plan_json.h"

namespace howdah {

namespace {

template <typename T> constexpr const char *kindOf = nullptr;
template <> constexpr const char *kindOf<SqlSays> = "sqlSays";
template <> constexpr const char *kindOf<RowSays> = "rowSays";
template <> constexpr const char *kindOf<ServerAnswers> = "serverAnswers";
template <> constexpr const char *kindOf<PathIs> = "pathIs";
template <> constexpr const char *kindOf<CommandSucceeds> = "commandSucceeds";
template <> constexpr const char *kindOf<ShutDown> = "shutDown";
template <> constexpr const char *kindOf<RunSql> = "runSql";
template <> constexpr const char *kindOf<RunCommand> = "runCommand";
template <> constexpr const char *kindOf<WriteFile> = "writeFile";
template <> constexpr const char *kindOf<AppendFile> = "appendFile";
template <> constexpr const char *kindOf<PointPoolerAt> = "pointPoolerAt";
template <> constexpr const char *kindOf<BringFile> = "bringFile";
template <> constexpr const char *kindOf<MakeDirectory> = "makeDirectory";
template <> constexpr const char *kindOf<MovePath> = "movePath";
template <> constexpr const char *kindOf<MakeMarkedDirectory> = "makeMarkedDirectory";
template <> constexpr const char *kindOf<RemoveMarkedDirectory> = "removeMarkedDirectory";
template <> constexpr const char *kindOf<RemoveFile> = "removeFile";
template <> constexpr const char *kindOf<CopyFile> = "copyFile";
template <> constexpr const char *kindOf<PatchFile> = "patchFile";
template <> constexpr const char *kindOf<PasswordLine> = "passwordLine";
template <> constexpr const char *kindOf<SetRolePassword> = "setRolePassword";
template <> constexpr const char *kindOf<SaveTransactions> = "saveTransactions";
template <> constexpr const char *kindOf<BringRows> = "bringRows";
template <> constexpr const char *kindOf<RowsAreBack> = "rowsAreBack";
template <> constexpr const char *kindOf<RecordNode> = "recordNode";
template <> constexpr const char *kindOf<WaitFor> = "waitFor";
template <> constexpr const char *kindOf<StandGuard> = "standGuard";
template <> constexpr const char *kindOf<Together> = "together";

} // namespace

// Not in the unnamed namespace: json::Writer and json::Reader find these by argument-dependent lookup, which does not
// look there.

/// A field whose text must be one of these words.
template <typename Fields, typename Enum>
static void oneOf(Fields &fields, const char *key, Enum &value,
                  std::initializer_list<std::pair<Enum, const char *>> words)
{
    QString word;
    for (const auto &[one, name] : words)
        if (one == value)
            word = QString::fromLatin1(name);
    fields(key, word);
    for (const auto &[one, name] : words) {
        if (word != QLatin1String(name))
            continue;
        value = one;
        return;
    }
    if constexpr (std::is_same_v<Fields, json::Reader>)
        fields.fail(key);
}

template <typename Fields> static void describe(Fields &fields, ServerRef &server)
{
    fields("node", server.node);
    fields("conninfo", server.connInfo);
    json::optionally(fields, "hostId", server.hostId);
    json::optionally(fields, "poolerConsole", server.poolerConsole);
}

template <typename Fields> static void describe(Fields &fields, Command &command)
{
    fields("argv", command.argv);
    fields("asUser", command.asUser);
    fields("workingDirectory", command.workingDirectory);
    fields("environment", command.environment);
    fields("input", command.input);
    fields("detached", command.detached);
}

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

template <typename Fields> static void describe(Fields &fields, SqlSays &look)
{
    fields("server", look.server);
    fields("sql", look.sql);
    fields("parameters", look.parameters);
    fields("expected", look.expected);
}

template <typename Fields> static void describe(Fields &fields, RowSays &look)
{
    fields("server", look.server);
    fields("sql", look.sql);
    fields("row", look.row);
}

template <typename Fields> static void describe(Fields &fields, ServerAnswers &look)
{
    fields("server", look.server);
    fields("answers", look.answers);
}

template <typename Fields> static void describe(Fields &fields, PathIs &look)
{
    fields("hostId", look.hostId);
    fields("path", look.path);
    fields("owner", look.owner);
    oneOf(fields, "what", look.what, {{PathIs::What::Present, "present"}, {PathIs::What::Absent, "absent"}});
}

template <typename Fields> static void describe(Fields &fields, CommandSucceeds &look)
{
    fields("hostId", look.hostId);
    fields("command", look.command);
    fields("exitCodes", look.exitCodes);
}

template <typename Fields> static void describe(Fields &fields, TableName &name)
{
    fields("schema", name.schema);
    fields("table", name.table);
}

template <typename Fields> static void describe(Fields &fields, ReturningTable &table)
{
    fields("name", table.name);
    fields("where", table.where);
    fields("missing", table.missing);
    fields("changed", table.changed);
    fields("isGone", table.isGone);
    fields("columns", table.columns);
    fields("key", table.key);
    fields("numbered", table.numbered);
}

template <typename Fields> static void describe(Fields &fields, RowReturn &what)
{
    fields("tables", what.tables);
    fields("missing", what.missing);
    fields("changed", what.changed);
    fields("schema", what.schema);
    QString triggers = what.triggers == TriggerWay::Fire  ? QStringLiteral("fire")
                       : what.triggers == TriggerWay::Off ? QStringLiteral("off")
                                                          : QStringLiteral("none");
    fields("triggers", triggers);
    what.triggers = triggers == QLatin1String("off")    ? TriggerWay::Off
                    : triggers == QLatin1String("none") ? TriggerWay::None
                                                        : TriggerWay::Fire;
}

template <typename Fields> static void describe(Fields &fields, RowsAreBack &look)
{
    fields("from", look.from);
    fields("to", look.to);
    fields("what", look.what);
    fields("back", look.back);
}

template <typename Fields> static void describe(Fields &fields, ShutDown &look)
{
    fields("hostId", look.hostId);
    fields("controlData", look.controlData);
    fields("replayedBy", look.replayedBy);
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
    oneOf(fields, "progress", action.progress,
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

/// One of several kinds: the kind's name, and its fields beside it.
template <typename... Kinds> void describeKind(json::Writer &writer, std::variant<Kinds...> &one)
{
    std::visit(
        [&writer](auto &value) {
            QString kind = QString::fromLatin1(kindOf<std::remove_cvref_t<decltype(value)>>);
            writer("kind", kind);
            describe(writer, value);
        },
        one);
}

template <typename... Kinds> void describeKind(json::Reader &reader, std::variant<Kinds...> &one)
{
    QString kind;
    reader("kind", kind);
    const auto readAs = [&]<typename Kind>(Kind value) {
        if (kind != QLatin1String(kindOf<Kind>))
            return false;
        describe(reader, value);
        one = std::move(value);
        return true;
    };
    if (!(readAs(Kinds{}) || ...))
        reader.fail("kind");
}

template <typename Fields> void describe(Fields &fields, Observation &observation)
{
    fields("text", observation.text);
    fields("timeoutMs", observation.timeout);
    fields("intervalMs", observation.interval);
    describeKind(fields, observation.look);
}

template <typename Fields> void describe(Fields &fields, Action &action)
{
    fields("text", action.text);
    describeKind(fields, action.what);
    if constexpr (std::is_same_v<Fields, json::Writer>) {
        if (action.unless)
            fields("unless", *action.unless);
    } else if (fields.object().contains(QLatin1String("unless"))) {
        action.unless.emplace();
        fields("unless", *action.unless);
    }
}

template void describe(json::Writer &, Observation &);
template void describe(json::Reader &, Observation &);
template void describe(json::Writer &, Action &);
template void describe(json::Reader &, Action &);

namespace {
template <typename T> Result<T> readWhole(const QJsonObject &json)
{
    json::Reader reader(json);
    T value;
    describe(reader, value);
    if (!reader.ok())
        return reader.error();
    return value;
}
} // namespace

QJsonObject toJson(const Action &action)
{
    return json::Writer::write(action).toObject();
}

Result<Action> actionFromJson(const QJsonObject &json)
{
    return readWhole<Action>(json);
}

QJsonObject toJson(const Observation &observation)
{
    return json::Writer::write(observation).toObject();
}

Result<Observation> observationFromJson(const QJsonObject &json)
{
    return readWhole<Observation>(json);
}

} // namespace howdah
