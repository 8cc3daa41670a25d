#include "core/operations/library/synchronous_parts.h"
#include "core/base/key.h"
#include "core/operations/library/nodes.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Synchronous)
};

const char *const primaryQuery = R"(
SELECT json_build_object(
  'inRecovery', pg_is_in_recovery(),
  'commit', current_setting('synchronous_commit'),
  'waiting', (SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep'),
  'members', (SELECT json_agg(json_build_object('name', application_name, 'streams', state = 'streaming',
                      'behind', CASE WHEN NOT pg_is_in_recovery() THEN pg_current_wal_lsn() - flush_lsn END)
                      ORDER BY application_name)
                FROM pg_stat_replication WHERE state <> 'backup'))::text)";

QString settingName()
{
    return key("synchronous_standby_names");
}

Result<QVariantMap> lookAtPrimary(ProbeContext &context)
{
    const NodeState *primary = context.situation.snapshot->primary();
    if (!primary)
        return Error{.code = ErrorCode::NotFound,
                     .message = Tr::tr("No primary answers, or several do."),
                     .hint = Tr::tr("See that there is one: only a primary waits for synchronous standbys.")};
    Result<Connection> session = context.connect(serverOf(*primary));
    if (!session)
        return session.error();
    const Result<ResultSet> row = session->query(QString::fromLatin1(primaryQuery), {}, context.deadline, context.stop);
    if (!row)
        return row.error();
    return QJsonDocument::fromJson(row->bytes(0, 0)).object().toVariantMap();
}

QList<const NodeState *> onlyPrimary(const Situation &situation)
{
    const NodeState *primary = situation.snapshot->primary();
    return primary ? QList{primary} : QList<const NodeState *>();
}

/// What a standby may have called itself: as it is seen now, as it is set to, or as it would be by itself.
QStringList namesOf(const NodeState &node)
{
    QStringList names;
    if (node.sender)
        names << node.sender->applicationName;
    if (node.lastAnswer) {
        if (const Result<ConnInfo> info = ConnInfo::parse(node.lastAnswer->primaryConnInfo))
            names << info->value(key("application_name"));
        names << node.lastAnswer->clusterName;
    }
    names << node.name() << plainName(node.name());
    names.removeAll(QString());
    return names;
}

QString nodeNamed(const ClusterSnapshot &snapshot, const QString &applicationName)
{
    for (const NodeState &node : snapshot.nodes)
        if (node.sender && node.sender->applicationName == applicationName)
            return node.name();
    return {};
}

Judgement judgeOnePrimary(const Situation &situation, const Values &seen)
{
    const NodeState *primary = situation.snapshot->primary();
    if (!primary || seen.value(key("inRecovery")).toBool())
        return blocked(Tr::tr("No node answers as the only primary."), Tr::tr("See that there is exactly one."));
    return ok(Tr::tr("%1 answers as the primary.").arg(primary->name()));
}

/// Those that were waiting before the change must have been let go by it.
Observation nobodyWaitsFromBefore(const ServerRef &primary)
{
    return {.text = Tr::tr("no commit on %1 from before the change still waits").arg(primary.node),
            .look = SqlSays{.server = primary,
                            .sql = key("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep'"
                                       " AND query_start < pg_conf_load_time()"),
                            .parameters = {},
                            .expected = key("0")}};
}

Observation enoughAreSynchronous(const ServerRef &primary, const SynchronousStandbys &standbys)
{
    return {.text = standbys.count == 0
                        ? Tr::tr("%1 counts no standby as synchronous").arg(primary.node)
                        : Tr::tr("%1 counts %2 or more standbys as synchronous").arg(primary.node).arg(standbys.count),
            .look = SqlSays{.server = primary,
                            .sql = key("SELECT CASE WHEN $1::int = 0 THEN count(*) = 0 ELSE count(*) >= $1::int END"
                                       " FROM pg_stat_replication WHERE sync_state IN ('sync', 'quorum')"),
                            .parameters = {QString::number(standbys.count)},
                            .expected = key("t")}};
}

} // namespace

SynchronousState SynchronousState::of(const Situation &situation)
{
    SynchronousState state;
    const NodeState *primary = situation.snapshot->primary();
    const Fact *fact = situation.fact(key("synchronous"));
    if (!primary || !fact || fact->error)
        return state;
    state.primary = serverOf(*primary);
    state.before = settingOf(nodeValues(situation, key("synchronous-setting"), primary->name()), settingName())
                       .value_or(Setting{.name = settingName()});
    state.text = state.before.setting;
    state.standbys = SynchronousStandbys::parse(state.text).value_or(SynchronousStandbys());
    state.commitLevel = fact->values.value(key("commit")).toString();
    state.waitingCommits = fact->values.value(key("waiting")).toInt();
    for (const QVariant &member : fact->values.value(key("members")).toList()) {
        const QVariantMap values = member.toMap();
        const QString name = values.value(key("name")).toString();
        state.members << SynchronousMember{.name = name,
                                           .node = nodeNamed(*situation.snapshot, name),
                                           .streams = values.value(key("streams")).toBool(),
                                           .behindBytes = values.value(key("behind")).toLongLong()};
    }
    return state;
}

QStringList SynchronousState::streaming() const
{
    QStringList names;
    for (const SynchronousMember &member : members)
        if (member.streams)
            names << member.name;
    return names;
}

QString SynchronousState::nameOf(const NodeState &node) const
{
    for (const QString &candidate : namesOf(node))
        for (const QString &name : standbys.names)
            if (name.compare(candidate, Qt::CaseInsensitive) == 0)
                return name;
    return {};
}

SynchronousStandbys SynchronousState::without(const QString &name) const
{
    SynchronousStandbys left = standbys;
    const auto isIt = [&name](const QString &other) { return other.compare(name, Qt::CaseInsensitive) == 0; };
    left.names.removeIf(isIt);
    QStringList present = streaming();
    present.removeIf(isIt);
    left.count = std::min(left.count, left.countedOf(present));
    return left.count == 0 ? SynchronousStandbys() : left;
}

bool SynchronousState::wouldHangWithout(const QString &name) const
{
    QStringList present = streaming();
    present.removeIf([&name](const QString &other) { return other.compare(name, Qt::CaseInsensitive) == 0; });
    return standbys.countedOf(present) < standbys.count;
}

QList<Probe> synchronousProbes()
{
    return {{.id = key("synchronous"), .look = lookAtPrimary},
            settingsProbe(key("synchronous-setting"), onlyPrimary,
                          [](const Situation &) -> QStringList { return {settingName()}; })};
}

QList<Check> synchronousChecks()
{
    return QList<Check>{lasting(factCheck(key("one-primary"), Tr::tr("There is one primary"),
                                          Tr::tr("Only a primary waits for synchronous standbys."), key("synchronous"),
                                          judgeOnePrimary)),
                        noOtherManager()} +
           settingChecks(key("synchronous-setting"), onlyPrimary, {settingName()});
}

Step synchronousStep(std::function<std::optional<SynchronousStandbys>(const Situation &)> wanted)
{
    const auto changes = [](const Situation &situation, const SynchronousStandbys &standbys) {
        const SynchronousState state = SynchronousState::of(situation);
        return QList<SettingChange>{{state.primary, state.before, standbys.toString()}};
    };
    return {.id = key("synchronous"),
            .title =
                [wanted](const Situation &situation) {
                    const auto standbys = wanted(situation);
                    return Tr::tr("Change what commits wait for to %1")
                        .arg(synchronousWords(standbys ? standbys->toString() : QString()));
                },
            .act =
                [wanted, changes](const Situation &situation) {
                    const auto standbys = wanted(situation);
                    return standbys ? change(changes(situation, *standbys)) : QList<Action>();
                },
            .undo =
                [wanted, changes](const Situation &situation) {
                    const auto standbys = wanted(situation);
                    return standbys ? takeBack(changes(situation, *standbys)) : QList<Action>();
                },
            .verify = [wanted](const Situation &situation) -> QList<Observation> {
                const auto standbys = wanted(situation);
                if (!standbys)
                    return {};
                const ServerRef primary = SynchronousState::of(situation).primary;
                return {isInForce(primary, settingName(), standbys->toString()),
                        enoughAreSynchronous(primary, *standbys), nobodyWaitsFromBefore(primary)};
            }};
}

QString synchronousWords(const QString &text)
{
    return text.isEmpty() ? Tr::tr("nobody") : text;
}

} // namespace howdah::library
