#pragma once

#include "core/hosts/host.h"
#include "core/operations/action.h"
#include "core/wal/control_data.h"
#include "core/wal/transaction_list.h"

#include <functional>
#include <stop_token>

namespace howdah {

class Sessions;

/// What the commands (pg_waldump, one per timeline, in order) print. Their failure at the end of what is there is how
/// WAL ends; NotFound when the segment to begin with is gone.
[[nodiscard]] Result<TransactionList> readTransactions(Host &host, const QList<Command> &waldumps,
                                                       const Deadline &deadline, std::stop_token stop);

/// A server's control file knows better than WAL that is gone or was replaced (by a rewind that was cut off, for one):
/// why a list of what it has from `from` on is not whole; nothing when it is.
[[nodiscard]] std::optional<Error> endsTooEarly(const TransactionList &list, Lsn from, const ControlData &control);
[[nodiscard]] Error reachesNoMore(Lsn end);

using AskServer = std::function<Result<ResultSet>(const ServerRef &, const QString &sql, const QList<SqlParameter> &)>;
/// Names the list's relations as `server` (any of the same system) knows them in its databases. What it does not know
/// stays without: made since the servers parted, or not to be looked at.
void nameRelations(TransactionList &list, const ServerRef &server, const AskServer &ask);

/// The summary that SaveTransactions puts into the operation's result.
[[nodiscard]] QJsonObject transactionSummary(const TransactionList &list, const QString &directory);

[[nodiscard]] Result<QJsonObject> perform(const SaveTransactions &action, Sessions &sessions, std::stop_token stop);

} // namespace howdah
