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
[[nodiscard]] QList<Action> createSlots(const QList<Follower> &followers, const ServerRef &on);
[[nodiscard]] QList<Action> dropSlots(const QList<Follower> &followers, const ServerRef &on); ///< those made here
[[nodiscard]] QList<Observation> slotsAreThere(const QList<Follower> &followers, const ServerRef &on);
[[nodiscard]] QList<Action> pointAt(const Follower &follower, const QString &primary);
[[nodiscard]] QList<Observation> streamFrom(const QList<Follower> &followers, const ServerRef &upstream);

} // namespace howdah::library
