#pragma once

#include "core/base/error.h"

#include <QByteArray>

namespace howdah {

/// Why ssh could not reach `destination`, from what it printed; its words stay in the detail. Codes: Authentication
/// (key or password refused, host key unknown, changed or revoked), Invalid (its configuration), Unreachable (all
/// else).
[[nodiscard]] Error sshError(const QString &destination, const QByteArray &words);

/// Whether ssh stopped because it has no key on record for that host.
[[nodiscard]] bool saysUnknownHostKey(const QByteArray &words);

/// The same error for a host whose key is not on record, with the key that it showed ("ED25519 SHA256:…"; may be
/// empty).
[[nodiscard]] Error unknownHostKeyError(const QString &destination, const QString &key, const QByteArray &words);

} // namespace howdah
