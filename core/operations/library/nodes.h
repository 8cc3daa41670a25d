#pragma once

#include "core/operations/library/server_place.h"

namespace howdah::library {

/// Nodes as plans name them.
[[nodiscard]] ServerRef serverOf(const NodeState &node);
[[nodiscard]] QString dataDirectoryOf(const NodeState &node); ///< empty when neither definition nor server says it
/// Letters, digits, "_", "." and "-" of a node's name; the rest becomes "_": for application_name and cluster_name.
[[nodiscard]] QString plainName(const QString &nodeName);
/// "howdah_n4": what is left of a node's name in a slot's (lower-case letters, digits, "_").
[[nodiscard]] QString slotNameFor(const QString &nodeName);
/// pg_ctl hands paths to a shell in double quotes, where these would be run or expanded: `"`, `$`, a backquote, a
/// backslash.
[[nodiscard]] bool isSafeForPgCtl(const QString &path);
/// As a literal in an SQL statement that takes no bound parameters (ALTER SYSTEM).
[[nodiscard]] QString sqlLiteral(const QString &text);
/// As a value in postgresql.conf.
[[nodiscard]] QString configValue(const QString &text);

} // namespace howdah::library
