#pragma once

#include "core/pg/connection.h"

namespace howdah {

struct TableName
{
    QString schema, table;
    [[nodiscard]] QString title() const; ///< "public.users"; a part that would not be read back so is in quotes
    [[nodiscard]] QString sql() const;   ///< quoted
    auto operator<=>(const TableName &) const = default;
};
/// "users", "public.users", "\"My schema\".users": letters are taken as they stand; without a schema "public".
/// Nothing when it is no such name.
[[nodiscard]] std::optional<TableName> tableNamed(const QString &text);
/// Several, separated by commas or in lines of their own; each once. Nothing when one is no name.
[[nodiscard]] std::optional<QList<TableName>> tablesNamed(const QString &text);

struct StoredColumn
{
    QString name, type;     ///< with its modifier: "numeric(10,2)"
    bool generated = false; ///< computed from the others: it is neither compared nor written
    bool identityAlways = false;
    bool operator==(const StoredColumn &) const = default;
};

struct ForeignKey
{
    QString name;
    TableName parent;
    bool deferrable = false;
};

struct TableTrigger
{
    QString name;
    bool always = false; ///< ENABLE ALWAYS
};

/// What has to be known of a table to compare its rows and to write some.
struct TableShape
{
    TableName name;
    bool partitioned = false;
    QList<StoredColumn> columns;
    QStringList key; ///< the primary key's columns, in its order
    QList<ForeignKey> parents;
    QList<TableTrigger> triggers; ///< of users, enabled
    QList<QPair<QString, QString>> sequences; ///< column, "schema.sequence" (quoted) that it owns

    [[nodiscard]] QStringList storedColumns() const; ///< without the generated ones
    [[nodiscard]] QString typeOf(const QString &column) const;
    /// As FROM takes it: rows of tables that inherit from it are theirs.
    [[nodiscard]] QString source() const;
    [[nodiscard]] QString storedList() const; ///< quoted, with commas
    /// Nothing when rows of one are rows of the other, else the first difference, a sentence.
    [[nodiscard]] QString differenceTo(const TableShape &other) const;
};

/// Nothing when there is no such table (or it is a view). Asked within the session's transaction.
[[nodiscard]] Result<std::optional<TableShape>> readShape(Connection &session, const TableName &name,
                                                          const Deadline &deadline, std::stop_token stop);

/// Parents before their children; false when some refer to each other in a circle (they come in the order given).
[[nodiscard]] bool sortByParents(QList<TableShape> &tables);

} // namespace howdah
