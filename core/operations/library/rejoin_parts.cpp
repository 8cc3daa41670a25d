#include "core/operations/library/rejoin_parts.h"
#include "core/backup/archive_file.h"
#include "core/base/key.h"
#include "core/hosts/container_companion.h"
#include "core/operations/library/replication_login.h"

#include <QCoreApplication>

#include <algorithm>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Rejoin)
};

RejoinWay chosenWay(const QString &wanted, const RejoinParts &parts)
{
    const std::pair<RejoinWay, const QString *> open[] = {{RejoinWay::Follow, &parts.whyNotFollow},
                                                          {RejoinWay::Rewind, &parts.whyNotRewind},
                                                          {RejoinWay::Clone, &parts.whyNotClone}};
    for (const auto &[way, obstacle] : open)
        if (obstacle->isEmpty() && (wanted == QLatin1String("auto") || wanted == rejoinWayName(way)))
            return way;
    return RejoinWay::None;
}

void readPast(const Situation &situation, RejoinParts &parts)
{
    const auto past = [&](const char *name) { return situation.value(key("past"), key(name)); };
    parts.pastKnown = past("known").toBool();
    parts.diverged = past("diverged").toBool();
    parts.listed = past("listed").toBool();
    parts.ownTimeline = past("ownTimeline").toUInt();
    parts.fork = Lsn::parse(past("fork").toString()).value_or(Lsn());
    parts.control =
        parseControlData(situation.value(key("control"), key("output")).toByteArray()).value_or(ControlData());
    parts.firstSegment = past("firstSegment").toString();
    if (!parts.diverged)
        return;
    const QList<TimelineEntry> own =
        timelineHistory(situation.value(key("control"), key("history")).toByteArray(), parts.ownTimeline);
    parts.waldumps = waldumpsFrom(parts.place, own, {past("commonTimeline").toUInt(), parts.fork});
}

/// The copy lies within the volume, whose entries it is to take the place of; the rest on another one.
void nameVolume(RejoinParts &parts)
{
    parts.volume = BesideVolume{parts.place.container->engine, parts.place.container->name, parts.operationId};
    parts.place.hostId = parts.volume->hostId();
    parts.staging = key(besideVolumeMount) + QStringLiteral("/rejoin");
    parts.kept = parts.staging + QStringLiteral("/kept");
    parts.copyStaging = QStringLiteral("%1/.howdah-rejoin-%2").arg(parts.place.dataDirectory, parts.operationId);
    parts.copy = parts.copyStaging + QStringLiteral("/data");
    parts.aside = QStringLiteral("%1/.before-rejoin-%2").arg(parts.place.dataDirectory, parts.operationId);
    parts.keptAs = Tr::tr("the volume %1").arg(parts.volume->name());
}

void namePlaces(const Situation &situation, RejoinParts &parts)
{
    const QString id = situation.operationId;
    const QString parent = parentOf(parts.place.dataDirectory);
    parts.staging = QStringLiteral("%1/.howdah-rejoin-%2").arg(parent == QLatin1String("/") ? QString() : parent, id);
    parts.kept = parts.staging + QStringLiteral("/kept");
    parts.copyStaging = parts.staging + QStringLiteral("/copy");
    parts.copy = parts.copyStaging + QStringLiteral("/data");
    parts.title = QStringLiteral("howdah_rejoin_%1").arg(id);
    parts.saveTo = situation.argument(key("save-to"));
    parts.holdingSlot = slotNameFor(QStringLiteral("holds_%1").arg(id));
    parts.aside = parts.keptAs = QStringLiteral("%1.before-rejoin-%2").arg(parts.place.dataDirectory, id);
    // A socket's path is short by nature: a data directory may lie too deep for one.
    parts.sockets = QStringLiteral("/tmp/howdah-%1").arg(id);
    parts.marker = QStringLiteral("Howdah operation %1").arg(id);
    parts.standbySignal = QStringLiteral("Made by Howdah, operation %1\n").arg(id).toUtf8();
    for (const QString &entry : situation.value(key("control"), key("entries")).toStringList())
        if (!isPostgresOwn(entry))
            parts.keptEntries << parts.place.dataDirectory + QLatin1Char('/') + entry;
    if (situation.value(key("control"), key("entries")).toStringList().contains(QLatin1String("postmaster.opts")))
        parts.optionsFile = parts.place.dataDirectory + QStringLiteral("/postmaster.opts");
    if (parts.place.container && situation.value(key("layout"), key("isVolume")).toBool())
        nameVolume(parts);
}

} // namespace

bool isPostgresOwn(const QString &entry)
{
    static const QStringList own{key("PG_VERSION"),
                                 key("base"),
                                 key("global"),
                                 key("postmaster.pid"),
                                 key("postmaster.opts"),
                                 key("standby.signal"),
                                 key("recovery.signal"),
                                 key("backup_label"),
                                 key("backup_label.old"),
                                 key("tablespace_map"),
                                 key("tablespace_map.old"),
                                 key("backup_manifest"),
                                 key("current_logfiles")};
    static const QStringList configuration{key("pg_hba.conf"), key("pg_ident.conf")};
    return own.contains(entry) || (entry.startsWith(QLatin1String("pg_")) && !configuration.contains(entry));
}

QString rejoinWayName(RejoinWay way)
{
    switch (way) {
    case RejoinWay::Follow:
        return key("follow");
    case RejoinWay::Rewind:
        return key("rewind");
    case RejoinWay::Clone:
        return key("clone");
    case RejoinWay::None:
        break;
    }
    return {};
}

const NodeState *primaryToRejoin(const Situation &situation)
{
    const NodeState *found = nullptr;
    for (const NodeState &node : situation.snapshot->nodes) {
        if (node.role != NodeRole::Primary || !answersNow(node) || node.name() == situation.argument(key("node")))
            continue;
        if (found)
            return nullptr;
        found = &node;
    }
    return found;
}

QList<Command> waldumpsFrom(const ServerPlace &place, const QList<TimelineEntry> &own, const CommonPast &past)
{
    QList<Command> commands;
    Lsn from = past.fork.value_or(Lsn());
    bool common = false;
    for (const TimelineEntry &entry : own) {
        common = common || entry.timeline == past.timeline;
        if (!common || (entry.end && *entry.end <= from))
            continue;
        Command command{.argv = {place.binDirectory + QStringLiteral("/pg_waldump"),
                                 QStringLiteral("--path=%1/pg_wal").arg(place.dataDirectory),
                                 QStringLiteral("--timeline=%1").arg(entry.timeline),
                                 QStringLiteral("--start=%1").arg(from.toString())},
                        .asUser = place.owner,
                        .environment = {{QStringLiteral("TZ"), QStringLiteral("UTC")},
                                        {QStringLiteral("LC_ALL"), QStringLiteral("C")}}};
        if (entry.end)
            command.argv << QStringLiteral("--end=%1").arg(entry.end->toString());
        commands << command;
        from = entry.end.value_or(from);
    }
    return commands;
}

QString firstMissingSegment(const QStringList &wal, const QList<TimelineEntry> &own, Lsn from, Lsn to,
                            quint32 segmentBytes)
{
    for (quint64 number = segmentNumberAt(from, segmentBytes); number <= segmentNumberAt(to, segmentBytes); ++number) {
        const bool isThere = std::any_of(own.begin(), own.end(), [&](const TimelineEntry &entry) {
            return wal.contains(nameOf({entry.timeline, number}, segmentBytes));
        });
        if (!isThere)
            return nameOf({own.last().timeline, number}, segmentBytes);
    }
    return {};
}

Follower RejoinParts::follower() const
{
    return {.server = server, .slot = slot, .slotIsNew = slotIsNew, .primaryConnInfo = primaryConnInfo};
}

CloneParts RejoinParts::copyParts() const
{
    CloneParts parts{.slot = slot,
                     .hostId = place.hostId,
                     .owner = place.owner,
                     .binDirectory = place.binDirectory,
                     .staging = copyStaging,
                     .copy = copy,
                     .tablespaces = tablespaces,
                     .source = primaryServer,
                     .stagingMarker = marker,
                     .backupTitle = title};
    if (const Result<ConnInfo> info = ConnInfo::parse(primaryConnInfo))
        parts.sourceInfo = *info;
    return parts;
}

Command RejoinParts::controlData() const
{
    return {.argv = {place.binDirectory + QStringLiteral("/pg_controldata"), QStringLiteral("-D"), place.dataDirectory},
            .asUser = place.owner,
            .environment = {{QStringLiteral("LC_ALL"), QStringLiteral("C")}}};
}

Observation RejoinParts::isInState(const QString &state, Milliseconds timeout) const
{
    const Command ask = controlData();
    const QString script = key("state=$1; shift; \"$@\" | grep -qx \"Database cluster state: *$state\"");
    return {.text = Tr::tr("the control file of %1 says \"%2\"").arg(name, state),
            .look = CommandSucceeds{place.hostId,
                                    {.argv = QStringList{key("sh"), key("-c"), script, key("sh"), state} + ask.argv,
                                     .asUser = ask.asUser,
                                     .environment = ask.environment}},
            .timeout = timeout};
}

RejoinParts RejoinParts::of(const Situation &situation)
{
    RejoinParts parts{.node = situation.node(situation.argument(key("node"))),
                      .primary = primaryToRejoin(situation),
                      .name = situation.argument(key("node")),
                      .operationId = situation.operationId};
    if (!parts.node || !parts.primary)
        return parts;
    parts.plain = plainName(parts.name);
    parts.server = serverOf(*parts.node);
    parts.primaryServer = serverOf(*parts.primary);
    parts.place = ServerPlace::fromFact(situation, key("layout"));
    parts.configFile = situation.value(key("layout"), key("configFile")).toString();
    parts.port = parts.node->definition.connInfo.port().toInt();
    parts.major = situation.value(key("control"), key("major")).toInt();
    parts.timeline = situation.value(key("primary"), key("timeline")).toUInt();
    parts.runs = parts.place.running;
    parts.wasPrimary = parts.runs && parts.node->role != NodeRole::Standby;
    readPast(situation, parts);
    namePlaces(situation, parts);
    parts.restoresWal = situation.value(key("control"), key("restores")).toBool();
    parts.tablespaces = cloneTablespaces(situation);
    parts.whyNotFollow = obstacleToFollowingOn(situation, parts);
    parts.whyNotRewind = obstacleToRewinding(situation, parts);
    parts.whyNotClone = obstacleToCloning(situation, parts);
    parts.way = chosenWay(situation.argument(key("way")), parts);
    parts.withRows = parts.listed && parts.diverged && situation.argument(key("rows")) == QLatin1String("true") &&
                     situation.value(key("control"), key("hasPsql")).toBool();
    parts.recovers = parts.diverged && (parts.way == RejoinWay::Rewind || parts.withRows);
    parts.slot = slotNameFor(parts.name);
    parts.slotIsNew = !situation.value(key("primary"), key("slots")).toStringList().contains(parts.slot);
    parts.primaryConnInfo = situation.value(key("login"), key("conninfo")).toString();
    parts.rewindConnInfo = situation.value(key("rewind-login"), key("conninfo")).toString();
    parts.settings =
        QStringLiteral("# Written by Howdah, operation %1\nprimary_conninfo = %2\nprimary_slot_name = %3\n")
            .arg(situation.operationId, configValue(parts.primaryConnInfo), configValue(parts.slot))
            .toUtf8();
    return parts;
}

} // namespace howdah::library
