#include "core/operations/library/judging.h"
#include "core/operations/library/library.h"
#include "core/operations/library/managers.h"
#include "core/operations/library/nodes.h"
#include "core/operations/library/service_manager.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Restart)
};

constexpr Milliseconds startTimeout{120000};

const NodeState *nodeOf(const Situation &situation)
{
    return situation.node(situation.argument(QStringLiteral("node")));
}

ServerPlace placeOf(const Situation &situation)
{
    return ServerPlace::fromFact(situation, QStringLiteral("layout"));
}

Result<QVariantMap> lookAtServer(ProbeContext &context)
{
    const NodeState *node = nodeOf(context.situation);
    if (!node)
        return Error{.code = ErrorCode::NotFound, .message = Tr::tr("No node is named.")};
    Result<Connection> session = context.connect(serverOf(*node));
    if (!session)
        return session.error();
    const Result<ResultSet> row =
        session->query(QStringLiteral("SELECT pg_postmaster_start_time()::text, pg_is_in_recovery(),"
                                      " (SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend'"
                                      "   AND pid <> pg_backend_pid() AND application_name NOT LIKE 'howdah%'),"
                                      " (SELECT count(*) FROM pg_prepared_xacts)"),
                       {}, context.deadline, context.stop);
    if (!row)
        return row.error();
    return QVariantMap{{QStringLiteral("started"), row->text(0, 0).value_or(QString())},
                       {QStringLiteral("inRecovery"), row->boolean(0, 1).value_or(false)},
                       {QStringLiteral("clients"), row->integer(0, 2).value_or(0)}};
}

Judgement judgeSessions(const Situation &situation, const Values &seen)
{
    const int clients = seen.value(QStringLiteral("clients")).toInt();
    const QString observed = Tr::tr("Sessions on %1: %2.").arg(situation.argument(QStringLiteral("node"))).arg(clients);
    if (seen.value(QStringLiteral("inRecovery")).toBool() || clients == 0)
        return ok(observed);
    return warning(observed, Tr::tr("Choose a quiet moment, or hand the primary's role to a standby first."));
}

} // namespace

Operation restart()
{
    const auto named = [](const Situation &situation) { return situation.argument(QStringLiteral("node")); };
    return {
        .id = QStringLiteral("restart"),
        .title = Tr::tr("Restart a node"),
        .summary = Tr::tr("Stops a node's server fast and starts it again, with the options that it has now."),
        .icon = QStringLiteral("restart"),
        .group = OperationGroup::Server,
        .destructive = true,
        .params = {{.id = QStringLiteral("node"),
                    .title = Tr::tr("Node"),
                    .help = Tr::tr("The node to restart."),
                    .kind = Param::Kind::Node}},
        .probes = {layoutProbe(QStringLiteral("layout"), nodeOf),
                   {.id = QStringLiteral("server"), .look = lookAtServer},
                   managersProbe(ManagedChange::Restart),
                   serviceProbe(QStringLiteral("layout"))},
        .checks = {answers(QStringLiteral("node")), supportedVersion(QStringLiteral("node")),
                   hostKnown(QStringLiteral("node"), QStringLiteral("layout")), noOtherManager(),
                   noUnitIsLeft(QStringLiteral("layout")),
                   factCheck(QStringLiteral("sessions"), Tr::tr("Who is connected"),
                             Tr::tr("A fast stop ends every session and rolls open transactions back."),
                             QStringLiteral("server"), judgeSessions)},
        .steps = {{.id = QStringLiteral("restart"),
                   .title = [=](const Situation &situation) { return Tr::tr("Restart %1").arg(named(situation)); },
                   .act = [](const Situation &situation) -> QList<Action> { return {placeOf(situation).restart()}; },
                   .undo = [=](const Situation &situation) -> QList<Action> {
                       Action start = placeOf(situation).restart();
                       start.text = Tr::tr("Start %1 again, if it is down").arg(named(situation));
                       start.unless = placeOf(situation).isRunning();
                       return {placeOf(situation).seeWhetherItRuns(), start};
                   },
                   .verify = [=](const Situation &situation) -> QList<Observation> {
                       const auto fact = [&](const char *name) {
                           return situation.value(QStringLiteral("server"), QString::fromLatin1(name));
                       };
                       return {placeOf(situation).whileItRuns(
                           {.text = Tr::tr("%1 was started anew and has its old role").arg(named(situation)),
                            .look = SqlSays{.server = serverOf(*nodeOf(situation)),
                                            .sql = QStringLiteral("SELECT pg_postmaster_start_time() > $1::timestamptz"
                                                                  " AND pg_is_in_recovery() = $2::boolean"),
                                            .parameters = {fact("started").toString(), fact("inRecovery").toBool()
                                                                                           ? QStringLiteral("true")
                                                                                           : QStringLiteral("false")},
                                            .expected = QStringLiteral("t")},
                            .timeout = startTimeout})};
                   }}},
        .consequences = [=](const Situation &situation) -> QStringList {
            QStringList sentences{
                Tr::tr("Every session on %1 is ended; open transactions are rolled back.").arg(named(situation))};
            if (!situation.value(QStringLiteral("server"), QStringLiteral("inRecovery")).toBool())
                sentences << Tr::tr("Nothing can be written to the cluster until it is back.");
            return sentences;
        },
        .confirmWord = named};
}

} // namespace howdah::library
