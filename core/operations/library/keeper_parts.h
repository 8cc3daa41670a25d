#pragma once

#include "core/operations/library/nodes.h"

namespace howdah::library {

/// Another keeper of backups that is installed on a host, and what it calls a cluster: from the situation alone.
struct KeeperParts
{
    enum class Keeper { PgBackRest, Barman };
    Keeper keeper = Keeper::PgBackRest;
    QString title; ///< "pgBackRest", "Barman"
    QString hostId, owner, binDirectory;
    QString user;   ///< who runs it; empty: the login itself
    QString name;   ///< stanza, or Barman's server
    QString config; ///< path of its configuration; empty: its own default

    [[nodiscard]] static KeeperParts of(const Situation &situation);
    /// A call of it with these words behind its own options.
    [[nodiscard]] QStringList argv(const QStringList &words) const;
};

/// "beside", "keeper", "name" and "config".
[[nodiscard]] QList<Param> keeperParams();
/// "layout", and "keeper": which is there, what it calls this cluster, and the backups that it has of it.
[[nodiscard]] QList<Probe> keeperProbes();
/// It is there, can be asked, and knows this cluster.
[[nodiscard]] QList<Check> keeperChecks();

} // namespace howdah::library
