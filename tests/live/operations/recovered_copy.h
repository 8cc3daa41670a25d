#pragma once

#include "core/operations/runner.h"
#include "tests/support/live_lab.h"

#include <QJsonObject>

namespace howdah::test {

/// The first cell of what a copy answers that a recovery made, or the error.
inline QString askCopy(const RunOutcome &recovered, const QString &sql)
{
    const Deadline deadline = Deadline::after(Milliseconds{30000});
    const Result<ConnInfo> info =
        ConnInfo::parse(recovered.entry.result.value(QLatin1String("conninfo")).toString());
    Result<Connection> session = info ? Connection::open(*info, deadline) : Result<Connection>(info.error());
    if (!session)
        return session.error().message;
    const Result<ResultSet> rows = session->query(sql, {}, deadline);
    return rows ? rows->text(0, 0).value_or(QString()) : rows.error().message;
}

/// Ends its server; the files stay until the lab goes.
inline void takeDownCopy(LiveLab &lab, const QString &directory)
{
    (void)lab.hosts().find(QStringLiteral("local")).value()->run(
        {.argv = {QStringLiteral("sh"), QStringLiteral("-c"),
                  QStringLiteral("kill -QUIT $(head -n 1 \"$1/data/postmaster.pid\")"), QStringLiteral("sh"), directory}},
        Deadline::after(Milliseconds{30000}));
}
inline void takeDownCopy(LiveLab &lab, const RunOutcome &recovered)
{
    takeDownCopy(lab, recovered.entry.result.value(QLatin1String("directory")).toString());
}

} // namespace howdah::test
