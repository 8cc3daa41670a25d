#include "core/base/key.h"
#include "core/hosts/container_companion.h"
#include "core/operations/library/clone_parts.h"
#include "core/operations/library/followers.h"
#include "core/operations/library/judging.h"
#include "core/operations/library/managers.h"
#include "core/operations/library/peer_address.h"
#include "core/operations/library/rejoin_parts.h"
#include "core/operations/library/replication_login.h"
#include "core/operations/library/service_manager.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Rejoin)
};

constexpr Milliseconds loginTimeout{15000};

const NodeState *nodeOf(const Situation &situation)
{
    return situation.node(situation.argument(key("node")));
}

Error noPrimary()
{
    return {.code = ErrorCode::NotFound,
            .message =
                Tr::tr("It is not known which primary to follow: not exactly one other node answers as primary."),
            .hint = Tr::tr("Make sure that one other node is the primary, then check again.")};
}

const char *const primaryQuery = R"(
SELECT current_user AS "user",
       ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int AS "timeline",
       pg_current_wal_lsn()::text AS "head",
       (SELECT string_agg(slot_name, ',') FROM pg_replication_slots) AS "slots",
       (SELECT count(*) FROM pg_replication_slots) AS "slotCount",
       (SELECT setting::int FROM pg_settings WHERE name = 'max_replication_slots') AS "maxSlots",
       (SELECT active FROM pg_replication_slots WHERE slot_name = $1) AS "slotActive",
       (SELECT name FROM pg_ls_waldir() WHERE name ~ '^[0-9A-F]{24}$' ORDER BY substr(name, 9) LIMIT 1) AS "oldestSegment",
       (SELECT setting = 'on' FROM pg_settings WHERE name = 'full_page_writes') AS "fullPageWrites",
       (SELECT sum(pg_tablespace_size(oid)) FROM pg_tablespace) + (SELECT sum(size) FROM pg_ls_waldir()) AS "bytes",
       (SELECT setting FROM pg_settings WHERE name = 'primary_conninfo') AS "conninfo")";

Result<QVariantMap> lookAtPrimary(ProbeContext &context)
{
    const NodeState *primary = primaryToRejoin(context.situation);
    if (!primary)
        return noPrimary();
    Result<Connection> session = context.connect(serverOf(*primary));
    if (!session)
        return session.error();
    const Result<ResultSet> row =
        session->query(QString::fromLatin1(primaryQuery), {slotNameFor(context.situation.argument(key("node")))},
                       context.deadline, context.stop);
    if (!row)
        return row.error();
    const Result<PeerAddress> address = peerAddressOf(context, *primary, *session);
    if (!address)
        return address.error();
    QVariantMap values{{key("host"), address->host}, {key("port"), address->port}};
    for (const char *name : {"user", "timeline", "head", "slotCount", "maxSlots", "oldestSegment", "bytes"})
        values.insert(key(name), row->text(0, name).value_or(QString()));
    for (const char *name : {"slotActive", "fullPageWrites"})
        values.insert(key(name), row->boolean(0, name).value_or(false));
    values.insert(key("slots"), row->text(0, "slots").value_or(QString()).split(QLatin1Char(','), Qt::SkipEmptyParts));
    // The password stays where it is: settings that hold one are not used.
    if (const Result<ConnInfo> former = ConnInfo::parse(row->text(0, "conninfo").value_or(QString()));
        former && former->password().isEmpty() && !former->host().isEmpty())
        values.insert(key("formerConnInfo"), former->toString());
    return values;
}

/// The role that the primary itself replicated with before it was promoted, then Howdah's own.
QList<ConnInfo> possibleLogins(const Situation &situation, const NodeState &primary)
{
    const QVariantMap seen = situation.facts.value(key("primary")).values;
    QList<ConnInfo> logins;
    const QString former = seen.value(key("formerConnInfo")).toString();
    const QString title = plainName(situation.argument(key("node")));
    if (!former.isEmpty())
        if (const Result<ConnInfo> info = ConnInfo::parse(connInfoTo(seen, former, title)))
            logins << *info;
    ConnInfo own = primary.definition.connInfo;
    own.set(key("user"), seen.value(key("user")).toString());
    if (const Result<ConnInfo> info = ConnInfo::parse(connInfoTo(seen, own.toString(), title)))
        logins << *info;
    return logins;
}

/// psql as the owner of the data directory on the node's host: what pg_rewind and the walreceiver will be.
Result<QString> askAsOwner(ProbeContext &context, const ServerPlace &place, const ConnInfo &info, const QString &text)
{
    const auto host = context.hosts.find(place.hostId);
    if (!host)
        return host.error();
    const Command psql{.argv = {place.binDirectory + QStringLiteral("/psql"), QStringLiteral("-X"),
                                QStringLiteral("-w"), QStringLiteral("-A"), QStringLiteral("-t"), QStringLiteral("-d"),
                                info.toString(), QStringLiteral("-c"), text},
                       .asUser = place.owner,
                       .environment = {{QStringLiteral("PGCONNECT_TIMEOUT"), QStringLiteral("10")}}};
    const Result<CommandOutcome> outcome =
        runChecked(**host, psql, context.deadline.cappedAt(loginTimeout), context.stop);
    return outcome ? Result<QString>(QString::fromUtf8(outcome->output)) : outcome.error();
}

Result<QVariantMap> tryLogin(ProbeContext &context)
{
    const NodeState *primary = primaryToRejoin(context.situation);
    if (!primary)
        return noPrimary();
    const ServerPlace place = ServerPlace::fromFact(context.situation, key("layout"));
    Result<QVariantMap> tried = noPrimary();
    for (const ConnInfo &login : possibleLogins(context.situation, *primary)) {
        tried = tryReplicationLogin(context, place, primary->name(), login);
        if (!tried)
            continue;
        const ConnInfo settings = replicationInfo(login);
        tried->insert(key("conninfo"),
                      settings.with(key("application_name"), login.value(key("application_name"))).toString());
        const int timeline = context.situation.value(key("primary"), key("timeline")).toInt();
        if (timeline > 1) {
            const Result<QString> history = askAsOwner(context, place, settings.with(key("replication"), key("true")),
                                                       QStringLiteral("TIMELINE_HISTORY %1").arg(timeline));
            if (!history)
                return history.error();
            tried->insert(key("history"), history->section(QLatin1Char('|'), 1));
        }
        return tried;
    }
    return tried;
}

/// pg_rewind reads files through functions that a superuser may call, or a role that was granted them.
Result<QVariantMap> tryRewindLogin(ProbeContext &context)
{
    const NodeState *primary = primaryToRejoin(context.situation);
    if (!primary)
        return noPrimary();
    const ServerPlace place = ServerPlace::fromFact(context.situation, key("layout"));
    Error error{.code = ErrorCode::NotPermitted,
                .message = Tr::tr("no login that %1 can use may read the files of %2, which pg_rewind must")
                               .arg(place.owner, primary->name())};
    QString database = primary->definition.connInfo.value(key("dbname"));
    if (database.isEmpty())
        database = key("postgres");
    for (const ConnInfo &login : possibleLogins(context.situation, *primary)) {
        const ConnInfo info = replicationInfo(login).with(key("dbname"), database);
        const Result<QString> answer = askAsOwner(
            context, place, info,
            QStringLiteral("SELECT bool_and(has_function_privilege(f, 'EXECUTE')) FROM unnest(ARRAY["
                           "'pg_ls_dir(text, boolean, boolean)', 'pg_stat_file(text, boolean)',"
                           " 'pg_read_binary_file(text)', 'pg_read_binary_file(text, bigint, bigint, boolean)']) f"));
        if (answer && answer->trimmed() == QLatin1String("t"))
            return QVariantMap{{key("conninfo"), info.toString()}};
        if (!answer)
            error.detail = answer.error().full();
    }
    return error;
}

/// Of what is kept aside (configuration, but also logs and whatever else somebody put there), or of all.
Result<qint64> bytesOf(Host &host, const ServerPlace &place, const QStringList &paths, ProbeContext &context)
{
    if (paths.isEmpty())
        return 0;
    const Command usage{.argv = QStringList{QStringLiteral("du"), QStringLiteral("-sk"), QStringLiteral("--")} + paths,
                        .asUser = place.owner};
    const Result<CommandOutcome> outcome = runChecked(host, usage, context.deadline, context.stop);
    if (!outcome)
        return outcome.error();
    qint64 kilobytes = 0;
    for (const QByteArray &line : outcome->output.split('\n'))
        kilobytes += line.left(line.indexOf('\t')).toLongLong();
    return kilobytes * 1024;
}

const char *const questionsScript =
    R"sh(while [ $# -gt 0 ]; do if [ "$1" "$2" ]; then echo yes; else echo no; fi; shift 2; done)sh";

Result<QVariantMap> lookAtSpace(ProbeContext &context)
{
    const ServerPlace place = ServerPlace::fromFact(context.situation, key("layout"));
    const auto host = context.hosts.find(place.hostId);
    if (!host)
        return host.error();
    const RejoinParts parts = RejoinParts::of(context.situation);
    // A volume that is still to be made has the room that this one has: an engine keeps them together.
    const auto now = [&](const QString &path) {
        const bool later = parts.volume && path.startsWith(key(besideVolumeMount));
        return later ? place.dataDirectory : path;
    };
    const QString saveTo = context.situation.argument(key("save-to"));
    const QString beside = parts.volume ? place.dataDirectory : parentOf(place.dataDirectory);
    const Result<SpaceStatus> data = (*host)->space(beside, context.deadline);
    const Result<SpaceStatus> save = (*host)->space(now(parentOf(saveTo)), context.deadline);
    if (!data || !save)
        return data ? save.error() : data.error();
    // In one look, for each costs its time on a host that is not this machine.
    const QStringList questions{QStringLiteral("-w"), beside, QStringLiteral("-w"), now(parentOf(saveTo)),
                                QStringLiteral("-e"), saveTo};
    const Command ask{.argv = QStringList{QStringLiteral("sh"), QStringLiteral("-c"), key(questionsScript),
                                          QStringLiteral("howdah")} +
                              questions,
                      .asUser = place.owner};
    const Result<CommandOutcome> asked = (*host)->run(ask, context.deadline, context.stop);
    const QList<QByteArray> answers = asked ? asked->output.split('\n') : QList<QByteArray>();
    const auto isYes = [&answers](int question) { return answers.value(question) == "yes"; };
    const Result<qint64> kept = bytesOf(**host, place, parts.keptEntries, context);
    const Result<qint64> old =
        parts.volume ? bytesOf(**host, place, {place.dataDirectory}, context) : Result<qint64>(0);
    if (!kept || !old)
        return kept ? old.error() : kept.error();
    // In a container, what is not on a volume is out of reach beside its server.
    const auto container = (*host)->container(context.deadline);
    if (!container)
        return container.error();
    const auto isKept = [&](const QString &path) { return !*container || (*container)->isMounted(now(path)); };
    return QVariantMap{{key("offVolume"), !isKept(beside)},
                       {key("saveOffVolume"), !isKept(saveTo)},
                       {key("oldBytes"), *old},
                       {key("dataFreeBytes"), data->freeBytes},
                       {key("keptBytes"), *kept},
                       {key("saveFreeBytes"), save->freeBytes},
                       {key("besideWritable"), isYes(0)},
                       {key("saveWritable"), isYes(1)},
                       {key("saveThere"), isYes(2)}};
}

} // namespace

QList<Probe> rejoinProbes()
{
    return QList<Probe>{layoutProbe(key("layout"), nodeOf),
                        serviceProbe(key("layout")),
                        {.id = key("primary"), .look = lookAtPrimary},
                        {.id = key("login"), .look = tryLogin},
                        rejoinControlProbe(),
                        rejoinPastProbe(),
                        {.id = key("rewind-login"), .look = tryRewindLogin},
                        {.id = key("space"), .look = lookAtSpace},
                        managersProbe(ManagedChange::Rejoin)} +
           rejoinTablespaceProbes();
}

} // namespace howdah::library
