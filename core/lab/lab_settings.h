#pragma once

#include "core/lab/lab.h"

namespace howdah::lab_settings {

/// What is put at the end of a node's postgresql.conf: all that makes the lab's servers different from initdb's.
[[nodiscard]] QByteArray configuration(const Lab &lab, const NodeDefinition &node);
/// postgresql.auto.conf of a standby, as pg_basebackup -R would leave it.
[[nodiscard]] QByteArray standbyConfiguration(const Lab &lab, const NodeDefinition &upstream,
                                              const NodeDefinition &standby);
[[nodiscard]] QByteArray clientAuthentication(); ///< pg_hba.conf

[[nodiscard]] QString passFile(const Lab &lab);
[[nodiscard]] QString archiveDirectory(const Lab &lab);
[[nodiscard]] QString socketDirectory(const Lab &lab); ///< empty when the path would be too long for a socket
[[nodiscard]] QString logFile(const Lab &lab, const NodeDefinition &node);
[[nodiscard]] QString slotName(const NodeDefinition &standby);

inline constexpr const char *superuser = "postgres";
inline constexpr const char *replicationRole = "howdah_replicator";

} // namespace howdah::lab_settings
