#include "core/operations/described_parts.h"
#include "core/operations/plan_json.h"

namespace howdah {

template <> inline constexpr const char *json::kindOf<SqlSays> = "sqlSays";
template <> inline constexpr const char *json::kindOf<RowSays> = "rowSays";
template <> inline constexpr const char *json::kindOf<ServerAnswers> = "serverAnswers";
template <> inline constexpr const char *json::kindOf<PathIs> = "pathIs";
template <> inline constexpr const char *json::kindOf<CommandSucceeds> = "commandSucceeds";
template <> inline constexpr const char *json::kindOf<RowsAreBack> = "rowsAreBack";
template <> inline constexpr const char *json::kindOf<ReceivedMost> = "receivedMost";
template <> inline constexpr const char *json::kindOf<ShutDown> = "shutDown";

// Not in an unnamed namespace: json::Writer and json::Reader find these by argument-dependent lookup, which does not
// look there.

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
    json::oneOf(fields, "what", look.what, {{PathIs::What::Present, "present"}, {PathIs::What::Absent, "absent"}});
}

template <typename Fields> static void describe(Fields &fields, CommandSucceeds &look)
{
    fields("hostId", look.hostId);
    fields("command", look.command);
    fields("exitCodes", look.exitCodes);
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

template <typename Fields> static void describe(Fields &fields, ReceivedMost &look)
{
    fields("server", look.server);
    fields("others", look.others);
}

template <typename Fields> static void describe(Fields &fields, ServerLife &life)
{
    fields("hasEnded", life.hasEnded);
    fields("lastWords", life.lastWords);
}

static void describeLife(json::Writer &fields, Observation &observation)
{
    if (observation.life)
        fields("life", *observation.life);
}

static void describeLife(json::Reader &fields, Observation &observation)
{
    if (fields.object().contains(QLatin1String("life")))
        fields("life", observation.life.emplace());
}

template <typename Fields> void describe(Fields &fields, Observation &observation)
{
    fields("text", observation.text);
    fields("timeoutMs", observation.timeout);
    fields("intervalMs", observation.interval);
    json::describeKind(fields, observation.look);
    describeLife(fields, observation);
}

template void describe(json::Writer &, Observation &);
template void describe(json::Reader &, Observation &);

QJsonObject toJson(const Observation &observation)
{
    return json::Writer::write(observation).toObject();
}

Result<Observation> observationFromJson(const QJsonObject &json)
{
    return json::readWhole<Observation>(json);
}

} // namespace howdah
