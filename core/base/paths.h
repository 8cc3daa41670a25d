#pragma once

#include <QString>

namespace howdah::paths {

/// Settings: `$HOWDAH_HOME/config`, else `$XDG_CONFIG_HOME/howdah`. Absolute, made (0700) if missing.
[[nodiscard]] QString configDirectory();

/// State (journal.db, history.db, labs): `$HOWDAH_HOME/state`, else `$XDG_DATA_HOME/howdah`. Absolute, made (0700) if missing.
[[nodiscard]] QString stateDirectory();

} // namespace howdah::paths
