#pragma once

#include "core/backup/relation_names.h"
#include "core/wal/transaction_stream.h"

#include <QJsonObject>

#include <optional>

namespace howdah {

/// What a transaction did to one table.
struct NamedChange
{
    RelationFile file;
    QString database, relation; ///< "shop", "public.users"; empty: not known
    RelationChanges changes;
    bool isGone = false; ///< dropped since: its name is one that was remembered
    /// "public.users"; of an unknown one its file: "file 16385".
    [[nodiscard]] QString title() const;
};

/// A committed transaction with names. Rows of TOAST tables are no rows to a user, and an index goes with its table:
/// both are left out where they are known.
struct NamedTransaction
{
    quint32 id = 0;
    Lsn commit;
    QDateTime at; ///< UTC
    qint64 bytes = 0;
    QStringList definitions;        ///< databases in which it created, altered or dropped something
    bool sharedDefinitions = false; ///< a role, a database …
    QList<NamedChange> changes;

    [[nodiscard]] RelationChanges sum() const;
    /// "public.users, public.orders and 2 more"; what it did to the catalog when that is all.
    [[nodiscard]] QString tables() const;
    [[nodiscard]] QJsonObject toJson() const;
};
[[nodiscard]] NamedTransaction named(const CommittedTransaction &transaction, RelationNames &names);

enum class ChangeKind { Insert, Update, Delete, Drop };
[[nodiscard]] QString changeKindName(ChangeKind kind); ///< "insert", "update", "delete", "drop"
[[nodiscard]] std::optional<ChangeKind> changeKindFromName(const QString &name);

/// Which transactions are wanted.
struct TransactionFilter
{
    QString table; ///< "users", "public.users" or "shop.public.users"; empty: any
    std::optional<ChangeKind> kind;
    qint64 minimumRows = 0; ///< of that kind, in those tables
    QDateTime since;        ///< invalid: any time

    /// Those that changed nothing never match; neither do those that made the templates, at initdb.
    [[nodiscard]] bool matches(const NamedTransaction &transaction) const;
};

} // namespace howdah
