#pragma once

#include <QString>

namespace howdah {

/// A name from the source text, as the maps of facts, arguments and JSON have it. Never a text for people.
[[nodiscard]] inline QString key(const char *name)
{
    return QString::fromLatin1(name);
}

} // namespace howdah
