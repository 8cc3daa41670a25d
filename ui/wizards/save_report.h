#pragma once

#include "core/operations/journal.h"

#include <functional>

class QWidget;

namespace howdah {

/// Asks where to (without stopping the event loop), as a web page, a PDF or Markdown, and writes the operation's report
/// there. `done` hears how it went; not called when the user changes their mind.
void saveReport(QWidget *parent, const JournalEntry &entry, Hosts &hosts,
                const std::function<void(const QString &file, const Result<void> &)> &done);

/// The writing alone; the file's ending says how: .pdf, .md, else a web page.
[[nodiscard]] Result<void> writeReport(const QString &file, const JournalEntry &entry, Hosts &hosts);

} // namespace howdah
