#pragma once

#include "tests/fault/killed_console.h"

namespace howdah::test {

/// A lab of n1 (primary), n2 (to become it) and n3, and the two operations that make n2 the primary.
class HandOver
{
public:
    explicit HandOver(LabRequest request = {})
        : lab(LiveLab::make(std::move(request)))
    {
        if (lab)
            console = std::make_unique<KilledConsole>(*lab);
    }

    [[nodiscard]] static QStringList arguments(const QString &operation)
    {
        return {(isPlanned(operation) ? QStringLiteral("to=") : QStringLiteral("candidate=")) + n(2)};
    }
    [[nodiscard]] static bool isPlanned(const QString &operation) { return operation == QLatin1String("switchover"); }
    [[nodiscard]] static QString n(int number) { return QStringLiteral("n%1").arg(number); }

    [[nodiscard]] QString runKilledAt(const QString &where, const QString &operation)
    {
        return console->runKilledAt(where, operation, arguments(operation));
    }
    /// "primary", "standby", or "silent" for a node that does not answer.
    [[nodiscard]] QString role(int node) const
    {
        const Deadline soon = Deadline::after(Milliseconds{5000});
        Result<Connection> session = Connection::open(lab->connInfo(n(node)), soon);
        const Result<ResultSet> answer =
            session ? session->query(QStringLiteral("SELECT pg_is_in_recovery()"), {}, soon) : session.error();
        return !answer                                ? QStringLiteral("silent")
               : answer->boolean(0, 0).value_or(true) ? QStringLiteral("standby")
                                                      : QStringLiteral("primary");
    }
    [[nodiscard]] QString roles() const { return QStringList{role(1), role(2), role(3)}.join(QLatin1Char(' ')); }
    [[nodiscard]] bool streamFrom(int upstream, const QList<int> &nodes) const
    {
        return std::all_of(nodes.begin(), nodes.end(),
                           [&](int node) { return lab->waitUntilStreaming(n(node), n(upstream)); });
    }

    std::unique_ptr<LiveLab> lab;
    std::unique_ptr<KilledConsole> console;
};

} // namespace howdah::test
