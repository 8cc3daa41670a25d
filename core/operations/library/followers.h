#pragma once

#include "core/operations/library/nodes.h"

/// Standbys that change over to another primary: what a failover and a switchover share.
namespace howdah::library {

/// A node that will follow the new primary.
struct Follower
{
    ServerRef server;
    QString slot;
    bool slotIsNew = false;  ///< not there yet on the candidate
    QString primaryConnInfo; ///< as it will be set
};

struct Followers
{
    QList<Follower> list;
    QStringList leftBehind; ///< sentences: standbys that will not follow, and why
};

[[nodiscard]] bool answersNow(const NodeState &node);
/// "standbys": for each standby that answers, what it says of itself, by its name.
[[nodiscard]] Probe standbysProbe();
/// The standbys of the old primary (null: not known), as they will follow the candidate.
[[nodiscard]] Followers followersOf(const Situation &situation, const NodeState &candidate,
                                    const NodeState *oldPrimary);
/// Why a standby that answers cannot be told to follow another; empty when it can. `seen`: its value of "standbys".
[[nodiscard]] QString obstacleToFollowing(const QVariantMap &seen);
/// `seen`: the standby's value of "standbys"; `upstream`: {"host", "port", "slots"} of the one it is to follow.
[[nodiscard]] Follower followerOf(const NodeState &node, const QVariantMap &seen, const QVariantMap &upstream);
/// `conninfo`: settings that opened a replication connection before; `upstream`: a value of the probe "standbys".
[[nodiscard]] QString connInfoTo(const QVariantMap &upstream, const QString &conninfo, const QString &applicationName);

/// How many standbys `names` (synchronous_standby_names) waits for, and how many of `present` it counts.
struct SynchronousNeed
{
    int needed = 0, present = 0;
};
[[nodiscard]] SynchronousNeed synchronousNeed(const QString &names, const QStringList &present);

/// First in an undo that lets the old primary serve again: somebody may have promoted the candidate by hand since. One
/// that does not answer is not waited for, because then the old primary is all there is.
[[nodiscard]] Action nobodyTookOver(const ServerRef &candidate);
/// `candidate`: its value of the probe "standbys". No slot may be wanted twice, in use, or logical: that would be found
/// only when there is no way back.
[[nodiscard]] Judgement judgeFollowerSlots(const QList<Follower> &followers, const QVariantMap &candidate);
/// All that are new, and known for the operation's own from then on: see OwnSlots::make().
[[nodiscard]] QList<Action> createSlots(const QList<Follower> &followers, const ServerRef &on,
                                        const QString &operationId);
[[nodiscard]] QList<Action> dropCreatedSlots(const QList<Follower> &followers, const ServerRef &on,
                                             const QString &operationId);
/// The last of all that the operation does, and the first of that step's undo.
[[nodiscard]] QList<Action> settleSlots(const QList<Follower> &followers, const ServerRef &on,
                                        const QString &operationId);
[[nodiscard]] QList<Action> unsettleSlots(const QList<Follower> &followers, const ServerRef &on,
                                          const QString &operationId);
/// Those that are called new, whoever made them.
[[nodiscard]] QList<Action> dropSlots(const QList<Follower> &followers, const ServerRef &on);
/// For an undo: each that is not there.
[[nodiscard]] QList<Action> putSlotsBack(const QList<Follower> &followers, const ServerRef &on);
/// A server drops no slot in use; one that does not answer is not waited for.
[[nodiscard]] Action waitUntilReleased(const ServerRef &server, const QString &slot);
[[nodiscard]] QList<Observation> slotsAreThere(const QList<Follower> &followers, const ServerRef &on,
                                               const QString &operationId);
[[nodiscard]] QList<Action> pointAt(const Follower &follower, const QString &primary);
/// The same for several, at the same time.
[[nodiscard]] QList<Action> pointAllAt(const QList<Follower> &followers, const QString &primary);
[[nodiscard]] QList<Observation> streamFrom(const QList<Follower> &followers, const ServerRef &upstream);

} // namespace howdah::library
