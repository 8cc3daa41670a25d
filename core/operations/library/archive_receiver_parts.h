#pragma once

#include "core/backup/archive_surroundings.h"
#include "core/operations/library/replication_login.h"

namespace howdah::library {

/// A pg_receivewal that fills an archive beside the server: put together once from arguments and facts. Pure.
struct ReceiverParts
{
    bool on = true;
    QString operationId, cluster, systemIdentifier;
    ServerRef source;
    ConnInfo info;     ///< its login
    ServerPlace place; ///< of the node on whose host it runs, and as whose owner
    QString directory, slot, compression;
    enum class KeptBy { Systemd, Cron, Nobody };
    KeptBy keptBy = KeptBy::Nobody; ///< who starts it again, after a crash of it or of its host
    ArchiveSurroundings seen;
    int pid = 0; ///< of the one that runs already, by its own note

    [[nodiscard]] static ReceiverParts of(const Situation &situation);
    [[nodiscard]] QString own(const char *name) const; ///< in the directory's .howdah
    [[nodiscard]] QStringList argv() const;
    [[nodiscard]] QByteArray script() const;
    [[nodiscard]] QByteArray unit() const; ///< for systemd
    [[nodiscard]] QString unitName() const;
    [[nodiscard]] QString installedUnit() const; ///< path
    [[nodiscard]] QString crontabMark() const;
    [[nodiscard]] QString crontabLine() const; ///< each minute: it does nothing while one runs
};

[[nodiscard]] const NodeState *receiverHost(const Situation &situation);
[[nodiscard]] QList<Probe> receiverProbes();
[[nodiscard]] QList<Check> receiverChecks();
[[nodiscard]] QList<Step> receiverSteps();

/// "keeping": what that host has that could start it again, and what has been told to already.
[[nodiscard]] Probe receiverKeepingProbe();
[[nodiscard]] Param receiverKeepingParam();
[[nodiscard]] Check receiverKeepingCheck();
/// Tells systemd or cron of it (which may start it), or tells both no more.
[[nodiscard]] QList<Action> keepReceiver(const ReceiverParts &parts);
[[nodiscard]] QList<Action> keepReceiverNoMore(const ReceiverParts &parts);

} // namespace howdah::library
