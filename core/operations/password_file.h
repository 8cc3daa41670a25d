#pragma once

#include "core/base/secret.h"
#include "core/operations/action.h"

#include <optional>

namespace howdah {

class Hosts;

/// The password that libpq would take from a password file's content for a replication connection of this role to the
/// host and port of `server`.
[[nodiscard]] std::optional<Secret> passwordIn(const QByteArray &content, const ConnInfo &server, const QString &role);
/// "*:*:*:role", escaped: the entry of a role whose password is the same everywhere.
[[nodiscard]] QString passwordEntry(const QString &role);

/// Reads it on its host. NotFound when there is none; NotPermitted when libpq would not read the file, because others
/// may.
[[nodiscard]] Result<Secret> rolePassword(const SetRolePassword &action, Hosts &hosts);

} // namespace howdah
