#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace howdah {

/// A pattern of pg_dump's --schema and --table: letters outside double quotes in lower case, "*" any text, "?" any
/// letter; a dot parts the schema from the name.
struct NamePattern
{
    QString schema; ///< a regular expression; empty: any schema
    QString name;   ///< a regular expression

    /// Nothing when a quote is not closed, or there is more than one dot.
    [[nodiscard]] static std::optional<NamePattern> parse(const QString &text);
    [[nodiscard]] bool matches(const QString &ofSchema, const QString &ofName) const; ///< a whole name
};

/// The pattern of exactly this name: sales.orders, or "Odd Name" in double quotes.
[[nodiscard]] QString exactPattern(const QString &name);
[[nodiscard]] QString exactPattern(const QString &schema, const QString &name);

} // namespace howdah
