#pragma once

#include "core/operations/operation.h"

namespace howdah::library {

/// The line of a user's crontab that stands below a comment (`mark`) which tells it from the user's own lines.
struct CrontabLine
{
    QString hostId, owner, mark;
};

/// Puts the line there in place of the one that there was, or takes it out when it is empty. The other lines stay as
/// they are, and are read only where they lie.
[[nodiscard]] Action setCrontabLine(const CrontabLine &place, const QString &line);
/// Prints the line; nothing when there is none.
[[nodiscard]] Command printCrontabLine(const CrontabLine &place);

} // namespace howdah::library
