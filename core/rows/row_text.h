#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace howdah {

using RowFields = QList<std::optional<QString>>; ///< NULL is nothing

/// The fields of a row that the server printed as one value, "(1,\"a b\",)" (manual, "Composite Type Input and Output
/// Syntax"). Nothing when it is no such text.
[[nodiscard]] std::optional<RowFields> fieldsOf(const QString &row);

/// Texts as one array literal, each in quotes: what an array parameter takes.
[[nodiscard]] QString arrayLiteral(const QStringList &elements);

[[nodiscard]] QString quotedName(const QString &name); ///< as an SQL identifier, always in quotes
/// As an SQL literal, whatever standard_conforming_strings says; NULL for nothing.
[[nodiscard]] QString quotedValue(const std::optional<QString> &value);

/// One line of CSV as COPY reads it: NULL is empty, a text that could be taken for something else is in quotes.
[[nodiscard]] QString csvLine(const RowFields &fields);

} // namespace howdah
