#pragma once

#include "core/operations/report_writer.h"

namespace howdah {

/// A report as A4 pages: a heading stays with what follows it, the head of a table stands on each of its pages, pictures
/// fit, attachments are in the file. Needs a QGuiApplication for its fonts; any one thread.
[[nodiscard]] std::unique_ptr<ReportWriter> makePdfWriter();

/// PDF, a web page, Markdown.
[[nodiscard]] QList<ReportFormat> reportFormats();

} // namespace howdah
