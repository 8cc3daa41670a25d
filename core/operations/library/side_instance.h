#pragma once

#include "core/operations/library/nodes.h"

/// A copy that "recover" made, by its directory: what is done with it afterwards.
namespace howdah::library {

[[nodiscard]] QList<Param> sideParams(); ///< "beside" (the node on whose host it runs), "from" (its directory)
/// "layout" (of the node beside), "sides" (what there is), "side" (its files: "there", "port", "socketDirectory"),
/// "side-server" (what it says: "systemIdentifier", "inRecovery", "dataDirectory", "major", "timeline" …).
[[nodiscard]] QList<Probe> sideProbes();
[[nodiscard]] Check sideCheck(); ///< it runs, it is a recovered copy of this cluster, of the primary's version

/// Its server; in the database of the argument "database", else that of the live server's settings.
[[nodiscard]] ServerRef sideServerOf(const Situation &situation);
/// The argument "database", else what the primary's settings name; empty: libpq's default.
[[nodiscard]] QString databaseOf(const Situation &situation, const NodeState *primary);
[[nodiscard]] ConnInfo withDatabase(ConnInfo info, const QString &database); ///< unless that is empty

} // namespace howdah::library
