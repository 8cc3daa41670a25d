#pragma once

#include "core/operations/action.h"

#include <QJsonObject>

#include <functional>
#include <stop_token>

namespace howdah {

struct Environment;

/// What BringRows puts into the operation's result: "rows", "tables" and "to".
[[nodiscard]] Result<QJsonObject> perform(const BringRows &action, const Environment &environment,
                                          const std::function<void(const QString &)> &log, std::stop_token stop);

/// Whether all is back; `seen` says what is not.
[[nodiscard]] Result<bool> areBack(const RowsAreBack &look, const Environment &environment, std::stop_token stop,
                                   QString *seen);

} // namespace howdah
