#pragma once

#include "core/operations/library/prepare_primary_parts.h"

/// What the steps of a prepare-primary share.
namespace howdah::library {

template <typename Made> using OfParts = std::function<Made(const PrimaryParts &)>;
/// Run again on resume even when all is seen already: what was written may not have been reloaded.
[[nodiscard]] Step primaryStep(const char *id, OfParts<QString> title, OfParts<QList<Action>> act,
                               OfParts<QList<Action>> undo, OfParts<QList<Observation>> verify);

[[nodiscard]] Observation copyIs(const PrimaryParts &parts, const QString &copy, PathIs::What what);
[[nodiscard]] Action putBack(const PrimaryParts &parts, const ChangedFile &file);

[[nodiscard]] Step primaryRoleStep();
[[nodiscard]] Step primaryRestartStep();
[[nodiscard]] Step primaryLoginStep();

} // namespace howdah::library
