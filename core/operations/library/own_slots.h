#pragma once

#include "core/operations/operation.h"

namespace howdah::library {

/// Replication slots that an operation makes. After a console was killed in the midst of making them nobody could tell
/// them from others of the same names that somebody has made since: so together with them, in one statement, the server
/// makes one more that keeps no WAL and whose name is the operation's. Where that sign is, they are the operation's
/// own; it goes at the operation's end. On a server with no slot to spare for it, what is there is taken for the
/// operation's.
class OwnSlots
{
public:
    OwnSlots(ServerRef server, QStringList names, const QString &operationId);

    /// All of them, or none: where one is there already the server refuses (and the runner undoes nothing of a step
    /// that begins with this). Run again it makes nothing. `function` makes the slot `name`; its further parameters
    /// begin with $3.
    [[nodiscard]] Action
    make(const QString &text,
         const QString &function = QStringLiteral("pg_create_physical_replication_slot(name, true)"),
         const QList<SqlParameter> &further = {}) const;
    [[nodiscard]] QList<Observation> areThere() const;
    /// A server drops no slot in use; another's is not waited for, and neither is a server that does not answer.
    [[nodiscard]] Action waitUntilReleased() const;
    [[nodiscard]] QList<Action> drop(const QString &text) const; ///< if they are the operation's own
    /// The last of all that the operation does, and the first of that step's undo.
    [[nodiscard]] Action takeSignAway() const;
    [[nodiscard]] Action putSignBack() const;

private:
    [[nodiscard]] RunSql ask(const QString &sql) const;

    ServerRef m_server;
    QStringList m_names;
    QString m_sign;
};

} // namespace howdah::library
