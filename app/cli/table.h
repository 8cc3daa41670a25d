#pragma once

#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>

namespace howdah::cli {

/// Columns aligned with spaces, headings in the first row; those named in `rightAligned` to the right. Ends with a
/// newline.
[[nodiscard]] QString tableText(const QList<QStringList> &rows, const QList<int> &rightAligned = {});

/// A term and its text beside it, wrapped at `width`. Ends with a newline; empty without rows.
[[nodiscard]] QString definitionList(const QList<QPair<QString, QString>> &rows, int width);

/// Words wrapped at `width`; every line but the first indented. Does not end with a newline.
[[nodiscard]] QString wrapped(const QString &text, int width, int indent = 0);

} // namespace howdah::cli
