#pragma once

#include "ui/theme/theme.h"

namespace howdah::theme {

[[nodiscard]] const Tokens &lightTokens();
[[nodiscard]] const Tokens &darkTokens();

/// WCAG 2.1 contrast ratio, 1 to 21. Alpha is ignored.
[[nodiscard]] double contrast(const QColor &first, const QColor &second);
/// `share` of `over`, the rest of `base`.
[[nodiscard]] QColor mixed(const QColor &base, const QColor &over, double share);
/// The same hue, darkened or lightened until it stands off `ground` by at least `ratio`.
[[nodiscard]] QColor legible(const QColor &color, const QColor &ground, double ratio);

} // namespace howdah::theme
