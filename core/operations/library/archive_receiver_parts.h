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
    ArchiveSurroundings seen;
    int pid = 0; ///< of the one that runs already, by its own note

    [[nodiscard]] static ReceiverParts of(const Situation &situation);
    [[nodiscard]] QString own(const char *name) const; ///< in the directory's .howdah
    [[nodiscard]] QStringList argv() const;
    [[nodiscard]] QByteArray script() const;
    [[nodiscard]] QByteArray unit() const; ///< for systemd
    [[nodiscard]] QString unitName() const;
};

[[nodiscard]] const NodeState *receiverHost(const Situation &situation);
[[nodiscard]] QList<Probe> receiverProbes();
[[nodiscard]] QList<Check> receiverChecks();
[[nodiscard]] QList<Step> receiverSteps();

} // namespace howdah::library
