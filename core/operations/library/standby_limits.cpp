#include "core/operations/library/standby_limits.h"
#include "core/operations/library/judging.h"
#include "core/wal/control_data.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::StandbyLimits)
};

/// As replay has brought it: the values of the primary that wrote the WAL.
std::optional<ControlData> controlDataOf(ProbeContext &context, const NodeState &node)
{
    const auto host = context.hosts.find(node.definition.hostId);
    if (node.definition.hostId.isEmpty() || !host)
        return std::nullopt;
    const Result<ServerLayout> layout = findServerLayout(**host, dataDirectoryOf(node), context.deadline);
    if (!layout)
        return std::nullopt;
    const Result<CommandOutcome> control =
        runChecked(**host,
                   {.argv = {layout->binDirectory + QStringLiteral("/pg_controldata"), QStringLiteral("-D"),
                             layout->dataDirectory},
                    .asUser = layout->owner,
                    .environment = {{QStringLiteral("LC_ALL"), QStringLiteral("C")}}},
                   context.deadline, context.stop);
    return control ? parseControlData(control->output) : std::nullopt;
}
} // namespace

QStringList lowerLimits(ProbeContext &context, const NodeState &standby, Connection &session)
{
    const std::optional<ControlData> control = controlDataOf(context, standby);
    if (!control)
        return {};
    const std::pair<const char *, int> needed[] = {{"max_connections", control->maxConnections},
                                                   {"max_worker_processes", control->maxWorkerProcesses},
                                                   {"max_wal_senders", control->maxWalSenders},
                                                   {"max_prepared_transactions", control->maxPreparedTransactions},
                                                   {"max_locks_per_transaction", control->maxLocksPerTransaction}};
    QStringList lower;
    for (const auto &[name, atLeast] : needed) {
        const QString setting = QString::fromLatin1(name);
        const Result<ResultSet> row =
            session.query(QStringLiteral("SELECT current_setting($1)::int"), {setting}, context.deadline, context.stop);
        const qint64 own = row ? row->integer(0, 0).value_or(atLeast) : atLeast;
        if (own < atLeast)
            lower << Tr::tr("%1 = %2 against %3").arg(setting).arg(own).arg(atLeast);
    }
    return lower;
}

Judgement judgePaused(const QString &standby, const QStringList &lowerLimits)
{
    if (!lowerLimits.isEmpty())
        return blocked(Tr::tr("The replay of %1 has paused by itself: it has lower limits than its primary: %2.")
                           .arg(standby, lowerLimits.join(QStringLiteral("; "))),
                       Tr::tr("Raise them on %1 to at least these values and restart it. Do not resume its replay "
                              "before: it would shut down.")
                           .arg(standby));
    Judgement judgement =
        blocked(Tr::tr("The replay of %1 is paused.").arg(standby), Tr::tr("Resume its replay first."));
    judgement.remedyOperation = QStringLiteral("resume-replay");
    judgement.remedyArguments = {{QStringLiteral("node"), standby}};
    return judgement;
}

Judgement judgeLimits(const QString &standby, const QStringList &lowerLimits)
{
    if (!lowerLimits.isEmpty())
        return blocked(
            Tr::tr("%1 has lower limits than its primary: %2.").arg(standby, lowerLimits.join(QStringLiteral("; "))),
            Tr::tr("Raise them on %1 to at least these values and restart it.").arg(standby));
    return ok(Tr::tr("Nothing is seen to be lower than on its primary."));
}

} // namespace howdah::library
