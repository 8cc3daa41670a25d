#pragma once

#include "core/hosts/beside_volume.h"
#include "core/operations/library/clone_parts.h"
#include "core/operations/library/followers.h"
#include "core/wal/control_data.h"
#include "core/wal/timeline_history.h"

namespace howdah::library {

enum class RejoinWay { None, Follow, Rewind, Clone };

/// What a rejoin is made of, from the situation alone.
struct RejoinParts
{
    const NodeState *node = nullptr;    ///< the one that comes back
    const NodeState *primary = nullptr; ///< the only other node that answers as primary
    QString name, plain, operationId;
    ServerRef server, primaryServer;
    ServerPlace place;
    QString configFile;
    int port = 0;
    int major = 0;
    ControlData control;

    // What separates the two, as the probe "past" saw it.
    bool pastKnown = false;   ///< where they parted (or that they did not) is known
    bool diverged = false;    ///< the node has WAL that the primary's history does not
    bool listed = false;      ///< and it could be read
    bool runs = false;        ///< its server is running now
    bool wasPrimary = false;  ///< running, as a second primary
    Timeline timeline = 0;    ///< of the primary
    Timeline ownTimeline = 0; ///< the node's last
    Lsn fork;
    QList<Command> waldumps;
    QString firstSegment; ///< to save: from the last checkpoint before the fork

    RejoinWay way = RejoinWay::None;
    QString whyNotFollow, whyNotRewind, whyNotClone; ///< sentences; empty when that way is open
    bool recovers = false; ///< its server is run alone for a moment: to apply its own WAL, and to give out rows
    bool withRows = false;
    bool restoresWal = false; ///< its restore_command brings WAL that is gone from it

    QString slot, primaryConnInfo, rewindConnInfo;
    bool slotIsNew = false;
    QString title; ///< application_name of what works for it on the primary
    QString staging, kept, copy, saveTo, aside, sockets, marker;
    /// Made for what is kept where the data directory is its container's volume: place.hostId is the container with it.
    std::optional<BesideVolume> volume;
    QString copyStaging; ///< around the copy
    QString keptAs;      ///< where people find the old data directory in the end
    QString holdingSlot; ///< on the node itself: keeps its WAL from the last checkpoint that its stop makes
    QByteArray standbySignal, settings;
    QStringList keptEntries; ///< whole paths: configuration and whatever else lies in the data directory
    QString optionsFile;     ///< postmaster.opts, when there is one

    [[nodiscard]] static RejoinParts of(const Situation &situation);
    QList<CloneTablespace> tablespaces; ///< of the primary, and where a new copy of them would lie

    /// What only it has is listed and saved.
    [[nodiscard]] bool saves() const { return diverged && listed; }
    [[nodiscard]] Follower follower() const;
    [[nodiscard]] CloneParts copyParts() const; ///< as much as a copy of the primary needs
    [[nodiscard]] Command controlData() const;
    /// On the volume, in the end; until it streams it lies in `aside`.
    [[nodiscard]] QString oldData() const;
    [[nodiscard]] QString rowsScript() const { return saveTo + QStringLiteral("/rows.sql"); }
    /// By the control file: "shut down in recovery", "in archive recovery".
    [[nodiscard]] Observation isInState(const QString &state, Milliseconds timeout) const;
};

/// The primary that the named node would follow; null when none answers beside it, or several do.
[[nodiscard]] const NodeState *primaryToRejoin(const Situation &situation);
[[nodiscard]] QString rejoinWayName(RejoinWay way);
/// A sentence part; empty when that way is open.
[[nodiscard]] QString obstacleToFollowingOn(const Situation &situation, const RejoinParts &parts);
[[nodiscard]] QString obstacleToRewinding(const Situation &situation, const RejoinParts &parts);
[[nodiscard]] QString obstacleToCloning(const Situation &situation, const RejoinParts &parts);
/// pg_waldump of what the node has from `fork` on, one command for each of its timelines.
[[nodiscard]] QList<Command> waldumpsFrom(const ServerPlace &place, const QList<TimelineEntry> &own,
                                          const CommonPast &past);
/// The first segment of a stretch that is of none of the node's timelines; empty when it is whole.
[[nodiscard]] QString firstMissingSegment(const QStringList &wal, const QList<TimelineEntry> &own, Lsn from, Lsn to,
                                          quint32 segmentBytes);
[[nodiscard]] bool isPostgresOwn(const QString &entry); ///< of a data directory: not configuration, not a user's

[[nodiscard]] QList<Probe> rejoinProbes();
[[nodiscard]] Probe rejoinControlProbe();
[[nodiscard]] Probe rejoinPastProbe();
[[nodiscard]] QList<Probe> rejoinTablespaceProbes(); ///< "source", "tablespaces"
[[nodiscard]] QString suggestRejoinTablespaces(const Situation &situation);
/// Why a copy could not have the primary's tablespaces; empty when it can.
[[nodiscard]] QString tablespaceObstacle(const Situation &situation, const RejoinParts &parts);
/// A rewind would link it to where it lies on the primary, which may be the very same directory.
[[nodiscard]] QString tablespaceThatItLacks(const Situation &situation);
[[nodiscard]] QList<Check> rejoinChecks();
[[nodiscard]] QList<Check> rejoinWayChecks();
[[nodiscard]] QList<Step> rejoinSavingSteps(); ///< up to everything that would be lost being saved
[[nodiscard]] Step rejoinAloneStep();          ///< its server, run alone for a moment
[[nodiscard]] Step rejoinVolumeStep();         ///< nothing where things can be kept beside the data directory
/// The copy takes the place of what is in the volume, and the other way round; either bears being cut off and run
/// again.
[[nodiscard]] Action placeInVolume(const RejoinParts &parts);
[[nodiscard]] Action takeBackInVolume(const RejoinParts &parts);
[[nodiscard]] Action removeCopyInVolume(const RejoinParts &parts); ///< with the directory around it
[[nodiscard]] Step rejoinCarryStep();                              ///< of the old data, from one volume to the other
/// Of the volume that was made, unless something is kept in it.
[[nodiscard]] Action removeEmptyVolume(const RejoinParts &parts);
[[nodiscard]] QList<Step> rejoinWaySteps();    ///< the data directory becomes one of a standby
[[nodiscard]] QList<Step> rejoinServerSteps(); ///< until it streams

} // namespace howdah::library
