#pragma once

#include "core/operations/action.h"

namespace howdah {

/// SHA-256 in hexadecimal, as sha256sum prints it: how a plan names a file's content without saying it.
[[nodiscard]] QString contentDigest(const QByteArray &content);

/// The content with its changes made (ascending, numbered as in `content`). Line ends are kept as they are; what is
/// put behind a last line without its line end begins on a line of its own.
[[nodiscard]] QByteArray withChanges(const QByteArray &content, const QList<LineChange> &changes);

} // namespace howdah
