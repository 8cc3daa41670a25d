#pragma once

#include "core/hosts/host.h"

#include <optional>

namespace howdah {

/// The first member of a tar archive (POSIX ustar, and pax and GNU headers in front of it), as container engines hand
/// files out.
struct TarMember
{
    FileStatus status; ///< owner and group by name where the archive says it, else by number
    int uid = 0, gid = 0;
    qint64 offset = 0; ///< of its content in the archive
};

/// How many bytes of an archive surely hold the first member's header.
inline constexpr qint64 tarHeaderBytes = 16384;

/// Nothing when these bytes are no archive, or end before the member's header does.
[[nodiscard]] std::optional<TarMember> firstTarMember(const QByteArray &archive);

/// An archive of one file. Nothing for a name of more than 100 bytes.
[[nodiscard]] std::optional<QByteArray> tarOf(const QString &name, const QByteArray &content, int mode, int uid,
                                              int gid);

} // namespace howdah
