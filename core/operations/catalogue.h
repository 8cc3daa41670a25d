#pragma once

#include "core/operations/operation.h"

namespace howdah {

/// Every operation there is, in the order of the menu. A new one: a file in library/ and a line in catalogue.cpp.
[[nodiscard]] const QList<Operation> &operationCatalogue();
[[nodiscard]] const Operation *findOperation(const QString &id);

} // namespace howdah
