#pragma once

#include "core/operations/library/settings.h"

namespace howdah::library {

/// What a set-parameter changes, from its arguments.
struct ParameterChange
{
    QString name;
    std::optional<QString> value; ///< nothing: taken out of postgresql.auto.conf

    [[nodiscard]] static ParameterChange of(const Situation &situation);
};

/// The nodes that are changed.
[[nodiscard]] QList<const NodeState *> changedNodes(const Situation &situation);
/// As the node has the parameter; nothing when it has not said.
[[nodiscard]] std::optional<Setting> settingOn(const Situation &situation, const QString &node);

[[nodiscard]] QList<Check> setParameterChecks();

} // namespace howdah::library
