#pragma once

#include "core/operations/library/nodes.h"

namespace howdah::library {

/// Settings for pg_basebackup and walreceivers: without what belongs to a session of Howdah's own.
[[nodiscard]] ConnInfo replicationInfo(const ConnInfo &info);

/// For a tool that copies from there for as long as it takes: under this name, and it gives up half a minute after the
/// other side has fallen silent, unless the settings say otherwise. By itself it would wait for hours.
[[nodiscard]] ConnInfo copyingInfo(const ConnInfo &info, const QString &title);

/// The very login that a standby at `place` will use, tried by the user who will use it: a password that only Howdah
/// knows does not help a server. "identified": the system that answered, where there is a psql to ask with.
[[nodiscard]] Result<QVariantMap> tryReplicationLogin(ProbeContext &context, const ServerPlace &place,
                                                      const QString &upstream, const ConnInfo &settings);

} // namespace howdah::library
