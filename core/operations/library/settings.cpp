#include "core/operations/library/settings.h"
#include "core/base/key.h"
#include "core/operations/library/nodes.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Settings)
};

/// %1: whether the role may alter a setting; has_parameter_privilege() is there from 15 on.
const char *const settingsQuery = R"(
SELECT s.name, current_setting(s.name, true) AS value, s.setting, coalesce(s.unit, '') AS unit, s.context,
       s.vartype AS type, coalesce(s.min_val, '') AS minimum, coalesce(s.max_val, '') AS maximum,
       coalesce(array_to_json(s.enumvals)::text, '') AS choices, s.source, coalesce(s.sourcefile, '') AS file,
       coalesce(s.sourceline, 0) AS line, s.pending_restart AS "pendingRestart", %1 AS "mayAlter",
       (SELECT string_agg(coalesce('role ' || r.rolname, '') || CASE WHEN r.oid IS NOT NULL AND d.oid IS NOT NULL
               THEN ' in ' ELSE '' END || coalesce('database ' || d.datname, ''), ', ')
          FROM pg_db_role_setting o LEFT JOIN pg_roles r ON r.oid = o.setrole LEFT JOIN pg_database d ON d.oid = o.setdatabase
         WHERE EXISTS (SELECT FROM unnest(o.setconfig) c WHERE lower(split_part(c, '=', 1)) = lower(s.name))) AS overridden
  FROM pg_settings s WHERE lower(s.name) = ANY (string_to_array(lower($1), ',')))";

const char *const serverQuery = R"(
SELECT pg_conf_load_time()::text AS loaded, has_function_privilege('pg_reload_conf()', 'EXECUTE') AS "mayReload",
       has_table_privilege('pg_file_settings', 'SELECT')
         AND has_function_privilege('pg_show_all_file_settings()', 'EXECUTE') AS "maySeeFiles",
       coalesce(current_setting('allow_alter_system', true), 'on')::boolean AS "mayAlterSystem",
       pg_is_in_recovery() AS "inRecovery")";

/// Errors that a restart would mend are none: a setting that waits for it "could not be applied".
const char *const errorsQuery = R"(
SELECT string_agg(concat_ws(', ', sourcefile, 'line ' || sourceline) || ': ' || coalesce(name || ': ', '') || error, E'\n'
                  ORDER BY seqno)
  FROM pg_file_settings f
 WHERE error IS NOT NULL
   AND NOT (error = 'setting could not be applied'
            AND EXISTS (SELECT FROM pg_settings s WHERE lower(s.name) = lower(f.name) AND s.context = 'postmaster')))";

const char *const writtenQuery = R"(
SELECT lower(name), setting FROM pg_file_settings
 WHERE sourcefile LIKE '%/postgresql.auto.conf' AND lower(name) = ANY (string_to_array(lower($1), ',')) ORDER BY seqno)";

QVariantMap rowValues(const ResultSet &rows, int row)
{
    QVariantMap values;
    for (int column = 0; column < rows.columns(); ++column)
        if (const auto text = rows.text(row, column))
            values.insert(rows.columnName(column), *text);
    return values;
}

QVariantMap withoutSecrets(QVariantMap settings)
{
    for (QVariant &each : settings) {
        QVariantMap setting = each.toMap();
        const QString said =
            setting.value(key("value")).toString() + QLatin1Char(' ') + setting.value(key("written")).toString();
        if (!isSecret(setting.value(key("name")).toString(), said))
            continue;
        for (const char *field : {"value", "setting", "written"})
            if (setting.contains(key(field)))
                setting.insert(key(field), Tr::tr("(not shown)"));
        setting.insert(key("secret"), true);
        each = setting;
    }
    return settings;
}

class Look
{
public:
    Look(Connection &session, const ProbeContext &context)
        : m_session(session)
        , m_context(context)
    {
    }

    Result<QVariantMap> at(const QStringList &names)
    {
        const Result<ResultSet> server = ask(QString::fromLatin1(serverQuery));
        if (!server)
            return server.error();
        QVariantMap values{{key("loaded"), server->text(0, "loaded").value_or(QString())}};
        for (const char *flag : {"mayReload", "maySeeFiles", "mayAlterSystem", "inRecovery"})
            values.insert(key(flag), server->boolean(0, flag).value_or(false));
        const Result<QVariantMap> settings = settingsNamed(names);
        if (!settings)
            return settings.error();
        values.insert(key("settings"), *settings);
        if (values.value(key("maySeeFiles")).toBool())
            if (const auto looked = lookAtFiles(names, values); !looked)
                return looked.error();
        values.insert(key("settings"), withoutSecrets(values.value(key("settings")).toMap()));
        return values;
    }

private:
    Result<ResultSet> ask(const QString &sql, const QList<SqlParameter> &parameters = {})
    {
        return m_session.query(sql, parameters, m_context.deadline, m_context.stop);
    }

    Result<QVariantMap> settingsNamed(const QStringList &names)
    {
        const QString superuser = QStringLiteral("(SELECT rolsuper FROM pg_roles WHERE rolname = current_user)");
        constexpr int parameterPrivileges = 15;
        const QString may = m_session.serverVersion().atLeast(parameterPrivileges)
                                ? superuser + QStringLiteral(" OR has_parameter_privilege(s.name, 'ALTER SYSTEM')")
                                : superuser;
        const Result<ResultSet> rows = ask(QString::fromLatin1(settingsQuery).arg(may), {names.join(QLatin1Char(','))});
        if (!rows)
            return rows.error();
        QVariantMap settings;
        for (int row = 0; row < rows->rows(); ++row) {
            QVariantMap values = rowValues(*rows, row);
            for (const char *flag : {"pendingRestart", "mayAlter"})
                values.insert(key(flag), rows->boolean(row, flag).value_or(false));
            settings.insert(values.value(key("name")).toString().toLower(), values);
        }
        return settings;
    }

    Result<void> lookAtFiles(const QStringList &names, QVariantMap &values)
    {
        const Result<ResultSet> errors = ask(QString::fromLatin1(errorsQuery));
        const Result<ResultSet> written =
            errors ? ask(QString::fromLatin1(writtenQuery), {names.join(QLatin1Char(','))}) : errors;
        if (!written)
            return written.error();
        values.insert(key("fileErrors"), errors->text(0, 0).value_or(QString()));
        QVariantMap settings = values.value(key("settings")).toMap();
        for (int row = 0; row < written->rows(); ++row) {
            const QString name = written->text(row, 0).value_or(QString());
            QVariantMap setting = settings.value(name).toMap();
            setting.insert(key("written"), written->text(row, 1).value_or(QString()));
            settings.insert(name, setting);
        }
        values.insert(key("settings"), settings);
        return {};
    }

    Connection &m_session;
    const ProbeContext &m_context;
};

QVariantMap errorValues(const Error &error)
{
    return {{key("error"), error.message}, {key("remedy"), error.hint}};
}

} // namespace

Setting Setting::fromValues(const QVariantMap &values)
{
    const auto text = [&](const char *name) { return values.value(key(name)).toString(); };
    Setting setting{.name = text("name"),
                    .value = text("value"),
                    .setting = text("setting"),
                    .unit = text("unit"),
                    .context = text("context"),
                    .type = text("type"),
                    .minimum = text("minimum"),
                    .maximum = text("maximum"),
                    .source = text("source"),
                    .file = text("file"),
                    .line = values.value(key("line")).toInt(),
                    .pendingRestart = values.value(key("pendingRestart")).toBool(),
                    .mayAlter = values.value(key("mayAlter")).toBool(),
                    .isSecret = values.value(key("secret")).toBool()};
    for (const QJsonValue &choice : QJsonDocument::fromJson(text("choices").toUtf8()).array())
        setting.choices << choice.toString();
    if (values.contains(key("written")))
        setting.written = text("written");
    if (!text("overridden").isEmpty())
        setting.overridden = text("overridden");
    return setting;
}

Probe settingsProbe(const QString &id, NodesOf nodes, NamesOf names)
{
    return {.id = id,
            .look = [nodes = std::move(nodes), names = std::move(names)](ProbeContext &context) -> Result<QVariantMap> {
                QVariantMap values;
                for (const NodeState *node : nodes(context.situation)) {
                    Result<Connection> session = context.connect(serverOf(*node));
                    const Result<QVariantMap> seen =
                        session ? Look(*session, context).at(names(context.situation)) : session.error();
                    if (!seen && seen.error().code == ErrorCode::Stopped)
                        return seen.error();
                    values.insert(node->name(), seen ? *seen : errorValues(seen.error()));
                }
                return values;
            }};
}

QVariantMap nodeValues(const Situation &situation, const QString &probe, const QString &node)
{
    return situation.value(probe, node).toMap();
}

std::optional<Setting> settingOf(const QVariantMap &nodeValues, const QString &name)
{
    const QVariantMap values = nodeValues.value(key("settings")).toMap().value(name.toLower()).toMap();
    if (!values.contains(key("name")))
        return std::nullopt;
    return Setting::fromValues(values);
}

QList<const NodeState *> nodesNamed(const Situation &situation, const QString &param)
{
    const QString named = situation.argument(param);
    QList<const NodeState *> nodes;
    for (const NodeState &node : situation.snapshot->nodes)
        if (named == allNodes() || node.name() == named)
            nodes << &node;
    return nodes;
}

} // namespace howdah::library
