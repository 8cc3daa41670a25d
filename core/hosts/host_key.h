#pragma once

#include "core/base/deadline.h"
#include "core/base/result.h"

#include <optional>
#include <stop_token>

namespace howdah {

/// The key by which a machine says who it is, as it showed it to us. Showing proves nothing: only a person who compares
/// the fingerprint with the machine's own can say that it is that machine.
struct HostKey
{
    QString kind;        ///< "ED25519"
    QString fingerprint; ///< "SHA256:…"
    QString file;        ///< the user's known_hosts, where it would be put on record
    QByteArray record;   ///< the line for it, as ssh writes it
    bool operator==(const HostKey &) const = default;
};

/// The key of a host of the kind "ssh" (see Hosts) that is not on record; nothing when the one it shows is. Nothing is
/// sent to the machine but the login's name. Authentication when it shows another key than the one on record: that is
/// no question to be answered with yes, the old record must be looked at first.
[[nodiscard]] Result<std::optional<HostKey>> unknownHostKey(const QString &hostId, const Deadline &deadline,
                                                            std::stop_token stop = {});

/// Only after a person has said yes to this very fingerprint. Storage, NotPermitted.
[[nodiscard]] Result<void> putOnRecord(const HostKey &key);

} // namespace howdah
