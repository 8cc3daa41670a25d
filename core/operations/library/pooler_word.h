#pragma once

#include "core/operations/library/pooler_search.h"
#include "core/operations/library/poolers.h"

/// A console's guard ends with its machine. Where PgBouncer runs on another one, word is left there to let its clients
/// go on after a while; it is taken back as soon as they do.
namespace howdah::library {

/// psql with which the owner of its files gives commands to its console on its own host, tried; empty where there is
/// none, and where no word is needed.
[[nodiscard]] QStringList consoleThere(ProbeContext &context, const PoolerConfiguration &configuration,
                                       const QHash<QString, QString> &settings, const QString &user);

/// Nothing without consoleThere().
[[nodiscard]] QList<Action> leaveWord(const Pooler &pooler);
[[nodiscard]] QList<Action> takeWordBack(const Pooler &pooler);

} // namespace howdah::library
