#include "core/operations/library/nodes.h"
#include "core/operations/library/settings.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Settings)
};

/// These the server keeps as lists of names in quotes (GUC_LIST_QUOTE): one text with commas would become one name.
bool isListOfNames(const QString &name)
{
    static const QStringList lists{
        QStringLiteral("local_preload_libraries"),   QStringLiteral("oauth_validator_libraries"),
        QStringLiteral("search_path"),               QStringLiteral("session_preload_libraries"),
        QStringLiteral("shared_preload_libraries"),  QStringLiteral("temp_tablespaces"),
        QStringLiteral("unix_socket_directories")};
    return lists.contains(name.toLower());
}

QString quotedName(const QString &name)
{
    return QLatin1Char('"') + QString(name).replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
}

/// `a, "b c"` as two names: what is in double quotes keeps its commas, case and blanks.
QStringList namesIn(const QString &list)
{
    QStringList names;
    QString name;
    bool quoted = false;
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QChar c = list.at(i);
        if (c == QLatin1Char('"') && quoted && list.mid(i + 1, 1) == QLatin1String("\"")) {
            name += c;
            ++i;
        } else if (c == QLatin1Char('"')) {
            quoted = !quoted;
        } else if (c == QLatin1Char(',') && !quoted) {
            names << name;
            name.clear();
        } else if (quoted || !c.isSpace()) {
            name += c;
        }
    }
    return names << name;
}

QString valueLiteral(const QString &name, const QString &value)
{
    if (!isListOfNames(name))
        return sqlLiteral(value);
    QStringList literals;
    for (const QString &each : namesIn(value))
        literals << sqlLiteral(each);
    return literals.join(QStringLiteral(", "));
}

QString inEffect()
{
    return QStringLiteral("SELECT count(*) FROM pg_file_settings f JOIN pg_settings s ON lower(s.name) = lower(f.name)"
                          " WHERE f.sourcefile LIKE '%/postgresql.auto.conf' AND lower(f.name) = lower($1)");
}

/// The nodes for which the probe's values say `problem` (a sentence), one sentence each.
QStringList problemsOf(const Situation &situation, const QString &probe, const NodesOf &nodes,
                       const std::function<QString(const QVariantMap &)> &problem)
{
    QStringList sentences;
    for (const NodeState *node : nodes(situation))
        if (const QString said = problem(nodeValues(situation, probe, node->name())); !said.isEmpty())
            sentences << QStringLiteral("%1: %2").arg(node->name(), said);
    return sentences;
}

} // namespace

Action alterSystem(const ServerRef &server, const Setting &setting, const std::optional<QString> &value)
{
    if (!value)
        return {.text = Tr::tr("Take %1 out of postgresql.auto.conf of %2").arg(setting.name, server.node),
                .what = RunSql{.server = server,
                               .sql = QStringLiteral("ALTER SYSTEM RESET %1").arg(quotedName(setting.name))}};
    return {.text = Tr::tr("Set %1 of %2 to \"%3\" in its postgresql.auto.conf").arg(setting.name, server.node, *value),
            .what = RunSql{.server = server,
                           .sql = QStringLiteral("ALTER SYSTEM SET %1 = %2")
                                      .arg(quotedName(setting.name), valueLiteral(setting.name, *value))}};
}

Action reloadConfiguration(const ServerRef &server)
{
    return {.text = Tr::tr("Ask %1 to read its configuration again").arg(server.node),
            .what = RunSql{.server = server, .sql = QStringLiteral("SELECT pg_reload_conf()")}};
}

Action alterSystemBack(const ServerRef &server, const Setting &before)
{
    return alterSystem(server, before, before.written);
}

QList<Action> forgetPending(const ServerRef &server, const QList<Setting> &before)
{
    QList<Action> actions;
    QStringList names;
    for (const Setting &setting : before) {
        const bool isDefault = setting.needsRestart() && setting.source == QLatin1String("default");
        if (!isDefault || setting.pendingRestart || setting.isSecret)
            continue;
        if (!objectionToValue(setting, setting.setting).isEmpty())
            continue; // rather a flag too many than a file with which the server does not start
        names << setting.name.toLower();
        actions << alterSystem(server, setting, setting.setting);
    }
    if (names.isEmpty())
        return {};
    return actions << reloadConfiguration(server)
                   << Action{.text = Tr::tr("Wait until %1 awaits no restart for them any more").arg(server.node),
                             .what =
                                 WaitFor{{.text = Tr::tr("%1 awaits no restart for %2")
                                                      .arg(server.node, names.join(QStringLiteral(", "))),
                                          .look = SqlSays{.server = server,
                                                          .sql = QStringLiteral("SELECT count(*) FROM pg_settings WHERE"
                                                                                " pending_restart AND lower(name) ="
                                                                                " ANY (string_to_array($1, ','))"),
                                                          .parameters = {names.join(QLatin1Char(','))},
                                                          .expected = QStringLiteral("0")}}}};
}

QList<Action> takeSettingsBack(const ServerRef &server, const QList<Setting> &before)
{
    QList<Action> actions = forgetPending(server, before);
    for (const Setting &setting : before)
        actions << alterSystemBack(server, setting);
    return actions << reloadConfiguration(server);
}

Observation isWritten(const ServerRef &server, const Setting &setting, const std::optional<QString> &value)
{
    if (!value)
        return {
            .text = Tr::tr("postgresql.auto.conf of %1 no longer has %2").arg(server.node, setting.name),
            .look = SqlSays{
                .server = server, .sql = inEffect(), .parameters = {setting.name}, .expected = QStringLiteral("0")}};
    return {.text =
                Tr::tr("postgresql.auto.conf of %1 has %2, and the server can read it").arg(server.node, setting.name),
            .look = SqlSays{.server = server,
                            .sql = inEffect() + QStringLiteral(" AND (f.error IS NULL OR (s.context = 'postmaster' AND"
                                                               " f.error = 'setting could not be applied'))"),
                            .parameters = {setting.name},
                            .expected = QStringLiteral("1")}};
}

Observation isInForceOrPending(const ServerRef &server, const Setting &setting, const std::optional<QString> &value)
{
    // Where something else is set for this session, or a session never changes it, its pg_settings says nothing about
    // the files.
    return {.text = Tr::tr("%1 is in force on %2, or waits for a restart").arg(setting.name, server.node),
            .look =
                SqlSays{.server = server,
                        .sql = QStringLiteral(
                            "SELECT pending_restart OR $2::boolean ="
                            " (coalesce(sourcefile, '') LIKE '%/postgresql.auto.conf')"
                            " OR source IN ('database', 'user', 'database user', 'client',"
                            " 'session') OR context LIKE '%backend' FROM pg_settings WHERE lower(name) = lower($1)"),
                        .parameters = {setting.name, value ? QStringLiteral("true") : QStringLiteral("false")},
                        .expected = QStringLiteral("t")}};
}

Check nodesAnswer(NodesOf nodes)
{
    return {.id = QStringLiteral("node-answers"),
            .title = Tr::tr("The server answers"),
            .why = Tr::tr("Everything else is asked of it."),
            .judge = [nodes = std::move(nodes)](const Situation &situation) {
                QStringList answering;
                for (const NodeState *node : nodes(situation)) {
                    if (node->sample && !node->sample->failure) {
                        answering << Tr::tr("%1 answers as %2.").arg(node->name(), roleTitle(node->role));
                        continue;
                    }
                    const QString why = node->sample ? node->sample->failure->message : QString();
                    return blocked(Tr::tr("%1 does not answer. %2").arg(node->name(), why).trimmed(),
                                   Tr::tr("Start it, mend its connection settings, or choose another node."));
                }
                return ok(answering.join(QLatin1Char(' ')));
            }};
}

Check filesAreReadable(const QString &probe, NodesOf nodes)
{
    return factCheck(QStringLiteral("files"), Tr::tr("The files can be read"),
                     Tr::tr("One wrong line makes the server ignore all of a file's changes."), probe,
                     [probe, nodes = std::move(nodes)](const Situation &situation, const Values &) {
                         const QStringList errors = problemsOf(situation, probe, nodes, [](const QVariantMap &seen) {
                             return seen.value(QStringLiteral("fileErrors")).toString();
                         });
                         if (!errors.isEmpty())
                             return blocked(errors.join(QStringLiteral("; ")),
                                            Tr::tr("Mend these lines; the server would ignore the whole reload."));
                         const QStringList unseen = problemsOf(situation, probe, nodes, [](const QVariantMap &seen) {
                             return seen.contains(QStringLiteral("fileErrors"))
                                        ? QString()
                                        : Tr::tr(
                                              "the role may not see pg_file_settings, so the files were not checked.");
                         });
                         return unseen.isEmpty() ? ok(Tr::tr("No errors in the configuration files."))
                                                 : warning(unseen.join(QStringLiteral("; ")),
                                                           Tr::tr("Connect as a superuser to have them checked."));
                     });
}

Check mayReload(const QString &probe, NodesOf nodes)
{
    return factCheck(QStringLiteral("right"), Tr::tr("The role has the right"),
                     Tr::tr("Reloading is for superusers unless it was granted."), probe,
                     [probe, nodes = std::move(nodes)](const Situation &situation, const Values &) {
                         const QStringList problems = problemsOf(situation, probe, nodes, [](const QVariantMap &seen) {
                             if (seen.contains(QStringLiteral("error")))
                                 return seen.value(QStringLiteral("error")).toString();
                             return seen.value(QStringLiteral("mayReload")).toBool()
                                        ? QString()
                                        : Tr::tr("the role may not reload the configuration.");
                         });
                         return problems.isEmpty()
                                    ? ok(Tr::tr("The role may reload the configuration."))
                                    : blocked(problems.join(QStringLiteral("; ")),
                                              Tr::tr("Connect as a superuser, or grant EXECUTE on pg_reload_conf()."));
                     });
}

} // namespace howdah::library
