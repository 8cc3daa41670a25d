#pragma once

#include "ui/theme/theme.h"

namespace howdah::theme {

/// The application's one style sheet, from the tokens. Widgets choose a look by these dynamic properties:
///   QPushButton, QToolButton: kind = "primary" | "danger" | "quiet" | "link"
///   QFrame: card = true          a surface with a line round it
///   QLabel: tone = "muted" | "critical" | "attention" | "good"
[[nodiscard]] QString styleSheet(const Tokens &tokens);

} // namespace howdah::theme
