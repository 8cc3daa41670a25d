#include "core/operations/library/judging.h"
#include "core/operations/library/library.h"
#include "core/operations/library/nodes.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Reload)
};

const NodeState *nodeOf(const Situation &situation)
{
    return situation.node(situation.argument(QStringLiteral("node")));
}

Result<QVariantMap> lookAtSettings(ProbeContext &context)
{
    const NodeState *node = nodeOf(context.situation);
    if (!node)
        return Error{.code = ErrorCode::NotFound, .message = Tr::tr("No node is named.")};
    Result<Connection> session = context.connect(serverOf(*node));
    if (!session)
        return session.error();
    const Result<ResultSet> row = session->query(
        QStringLiteral("SELECT pg_conf_load_time()::text, has_function_privilege('pg_reload_conf()', 'EXECUTE'),"
                       " has_table_privilege('pg_file_settings', 'SELECT')"),
        {}, context.deadline, context.stop);
    if (!row)
        return row.error();
    QVariantMap values{{QStringLiteral("loaded"), row->text(0, 0).value_or(QString())},
                       {QStringLiteral("mayReload"), row->boolean(0, 1).value_or(false)}};
    if (!row->boolean(0, 2).value_or(false))
        return values;
    const Result<ResultSet> errors = session->query(
        QStringLiteral(
            "SELECT string_agg(format('%s, line %s: %s', sourcefile, sourceline, error), E'\\n')"
            " FROM pg_file_settings f WHERE error IS NOT NULL AND NOT EXISTS (SELECT FROM pg_settings s"
            " WHERE s.name = f.name AND s.context = 'postmaster' AND f.error = 'setting could not be applied')"),
        {}, context.deadline, context.stop);
    if (errors && errors->rows() > 0)
        values.insert(QStringLiteral("fileErrors"), errors->text(0, 0).value_or(QString()));
    return values;
}

Judgement judgeRight(const Situation &, const Values &seen)
{
    return seen.value(QStringLiteral("mayReload")).toBool()
               ? ok(Tr::tr("The role may reload the configuration."))
               : blocked(Tr::tr("The role may not reload the configuration."),
                         Tr::tr("Connect as a superuser, or grant EXECUTE on pg_reload_conf()."));
}

Judgement judgeFiles(const Situation &, const Values &seen)
{
    const QVariant errors = seen.value(QStringLiteral("fileErrors"));
    if (!errors.isValid())
        return warning(Tr::tr("The role may not see pg_file_settings, so the files were not checked."),
                       Tr::tr("Connect as a superuser to have them checked."));
    return errors.toString().isEmpty()
               ? ok(Tr::tr("No errors in the configuration files."))
               : blocked(errors.toString(), Tr::tr("Mend these lines; the server would ignore the whole reload."));
}

} // namespace

Operation reload()
{
    const auto server = [](const Situation &situation) { return serverOf(*nodeOf(situation)); };
    return {
        .id = QStringLiteral("reload"),
        .title = Tr::tr("Reload the configuration"),
        .summary = Tr::tr("Lets a node read its configuration files again; nobody is disconnected."),
        .icon = QStringLiteral("reload"),
        .params = {{.id = QStringLiteral("node"),
                    .title = Tr::tr("Node"),
                    .help = Tr::tr("The node whose configuration is read again."),
                    .kind = Param::Kind::Node}},
        .probes = {{.id = QStringLiteral("settings"), .look = lookAtSettings}},
        .checks = {answers(QStringLiteral("node")),
                   factCheck(QStringLiteral("right"), Tr::tr("The role has the right"),
                             Tr::tr("Reloading is for superusers unless it was granted."), QStringLiteral("settings"),
                             judgeRight),
                   factCheck(QStringLiteral("files"), Tr::tr("The files can be read"),
                             Tr::tr("One wrong line makes the server ignore all of a file's changes."),
                             QStringLiteral("settings"), judgeFiles)},
        .steps = {{.id = QStringLiteral("reload"),
                   .title =
                       [=](const Situation &situation) {
                           return Tr::tr("Reload the configuration of %1").arg(server(situation).node);
                       },
                   .act = [=](const Situation &situation) -> QList<Action> {
                       return {{.text = Tr::tr("Ask %1 to read its configuration again").arg(server(situation).node),
                                .what = RunSql{.server = server(situation),
                                               .sql = QStringLiteral("SELECT pg_reload_conf()")}}};
                   },
                   .verify = [=](const Situation &situation) -> QList<Observation> {
                       const QString before =
                           situation.value(QStringLiteral("settings"), QStringLiteral("loaded")).toString();
                       return {{.text = Tr::tr("%1 has read its configuration again").arg(server(situation).node),
                                .look = SqlSays{.server = server(situation),
                                                .sql = QStringLiteral("SELECT pg_conf_load_time() > $1::timestamptz"),
                                                .parameters = {before},
                                                .expected = QStringLiteral("t")}}};
                   }}}};
}

} // namespace howdah::library
