#pragma once

#include "core/operations/operation_desk.h"

class QDialog;

namespace howdah {

/// A window of its own with the result of an operation that has ended; deletes itself when closed.
QDialog *openResult(const JournalEntry &entry, OperationDesk &desk, QWidget *parent);

} // namespace howdah
