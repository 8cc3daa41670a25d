#pragma once

#include "app/cli/command.h"
#include "core/operations/events.h"
#include "core/operations/preparation.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace howdah::cli {

/// The verdict and its checks, for people.
[[nodiscard]] QString checksText(const Preparation &preparation);

/// The plan, for people: consequences, then each step with its exact commands.
[[nodiscard]] QString planText(const Plan &plan, Hosts &hosts);

/// "plan" of a dry run's document: [{"id", "title", "commands", "undo"}].
[[nodiscard]] QJsonArray planJson(const Plan &plan, Hosts &hosts);

/// PRODUCT.md's document of an operation that was looked at and not run: outcome "ready" or "notReady", steps waiting.
[[nodiscard]] QJsonObject preparationJson(const Preparation &preparation);

/// What a parameter of the kind Objects may name: {"id", "title", "path", "note"}.
[[nodiscard]] QJsonArray objectsJson(const QList<ObjectItem> &items);
[[nodiscard]] QString objectsText(const QList<ObjectItem> &items);

/// How a run ended, in a sentence, with what to do next.
[[nodiscard]] QString outcomeText(OperationState state, const std::optional<Error> &error, const QString &id);

/// `wanted` is what was asked for: Done for a run or a resume, Undone for an undo.
[[nodiscard]] ExitCode exitCodeOf(OperationState state, OperationState wanted);

} // namespace howdah::cli
