#pragma once

#include "core/operations/journal.h"

#include <functional>

class QWidget;

namespace howdah {

/// Goes on at once with an operation that needs no confirmation; of a destructive one it asks first, with the word that
/// the operation itself asks for. Does not wait.
void askToResume(const JournalEntry &entry, QWidget *parent, std::function<void()> goOn);

} // namespace howdah
