#include "core/base/key.h"
#include "core/operations/library/prepare_primary_parts.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::PreparePrimary)
};

Error noPrimary()
{
    return {.code = ErrorCode::NotFound, .message = Tr::tr("No primary is named.")};
}

/// The functions that pg_rewind calls (its documentation names them).
const char *const rewindFunctions[] = {"pg_catalog.pg_ls_dir(text, boolean, boolean)",
                                       "pg_catalog.pg_stat_file(text, boolean)", "pg_catalog.pg_read_binary_file(text)",
                                       "pg_catalog.pg_read_binary_file(text, bigint, bigint, boolean)"};

const char *const serverQuery = R"(
SELECT current_database() AS database,
       (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AS superuser,
       (SELECT setting = 'on' FROM pg_settings WHERE name = 'data_checksums') AS checksums,
       (SELECT count(*) FROM pg_replication_slots) AS slots,
       pg_postmaster_start_time()::text AS started,
       (SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend'
          AND pid <> pg_backend_pid() AND application_name NOT LIKE 'howdah%') AS clients,
       (SELECT string_agg(DISTINCT usename, ' ') FROM pg_stat_replication WHERE state = 'streaming') AS "streamingRoles",
       (SELECT string_agg(DISTINCT host(client_addr), ' ') FROM pg_stat_replication WHERE state = 'streaming'
          AND client_addr IS NOT NULL) AS "standbyAddresses",
       current_setting('config_file') AS "configFile", current_setting('hba_file') AS "hbaFile")";

const char *const roleQuery = R"(
SELECT rolsuper AS superuser, rolreplication AS replication, rolcanlogin AS login,
       coalesce(rolvaliduntil < now(), false) AS expired,
       CASE WHEN rolpassword IS NULL THEN 'none' WHEN rolpassword LIKE 'SCRAM-SHA-256$%' THEN 'scram' ELSE 'md5' END
         AS password
  FROM pg_authid WHERE rolname = $1)";

Result<QVariantMap> lookAtServer(ProbeContext &context)
{
    const NodeState *primary = primaryOf(context.situation);
    if (!primary)
        return noPrimary();
    Result<Connection> session = context.connect(serverOf(*primary));
    if (!session)
        return session.error();
    const Result<ResultSet> row = session->query(QString::fromLatin1(serverQuery), {}, context.deadline, context.stop);
    if (!row)
        return row.error();
    QVariantMap values;
    for (int column = 0; column < row->columns(); ++column)
        values.insert(row->columnName(column), row->text(0, column).value_or(QString()));
    for (const char *flag : {"superuser", "checksums"})
        values.insert(key(flag), row->boolean(0, flag).value_or(false));
    if (!values.value(key("superuser")).toBool())
        return values;
    const Result<ResultSet> errors =
        session->query(key("SELECT string_agg(format('line %s: %s', line_number, error), E'\\n') FROM pg_hba_file_rules"
                           " WHERE error IS NOT NULL"),
                       {}, context.deadline, context.stop);
    if (!errors)
        return errors.error();
    values.insert(key("hbaErrors"), errors->text(0, 0).value_or(QString()));
    return values;
}

Result<QVariantMap> lookAtRole(ProbeContext &context)
{
    const NodeState *primary = primaryOf(context.situation);
    if (!primary)
        return noPrimary();
    Result<Connection> session = context.connect(serverOf(*primary));
    if (!session)
        return session.error();
    const QString role = context.situation.argument(key("role"));
    const Result<ResultSet> row =
        session->query(QString::fromLatin1(roleQuery), {role}, context.deadline, context.stop);
    if (!row)
        return row.error();
    QVariantMap values{{key("exists"), row->rows() > 0}};
    QStringList missing;
    for (const char *function : rewindFunctions) {
        if (row->rows() > 0) {
            const Result<ResultSet> may = session->query(key("SELECT has_function_privilege($1, $2, 'EXECUTE')"),
                                                         {role, key(function)}, context.deadline, context.stop);
            if (!may)
                return may.error();
            if (may->boolean(0, 0).value_or(false))
                continue;
        }
        missing << key(function);
    }
    values.insert(key("missingRights"), missing);
    if (row->rows() == 0)
        return values;
    QStringList attributes;
    if (!row->boolean(0, "login").value_or(false))
        attributes << key("LOGIN");
    if (!row->boolean(0, "replication").value_or(false) && !row->boolean(0, "superuser").value_or(false))
        attributes << key("REPLICATION");
    values.insert(key("missingAttributes"), attributes);
    values.insert(key("password"), row->text(0, "password").value_or(QString()));
    values.insert(key("expired"), row->boolean(0, "expired").value_or(false));
    return values;
}

/// Of pg_wal, which may lie on a disk of its own.
Result<QVariantMap> lookAtSpace(ProbeContext &context)
{
    const ServerPlace place = ServerPlace::fromFact(context.situation, key("layout"));
    const auto host = context.hosts.find(place.hostId);
    if (!host)
        return host.error();
    const Result<SpaceStatus> space = (*host)->space(place.dataDirectory + key("/pg_wal/."), context.deadline);
    if (!space)
        return space.error();
    return QVariantMap{{key("freeBytes"), space->freeBytes}};
}

} // namespace

QList<Probe> preparePrimaryProbes()
{
    const auto everyNode = [](const Situation &situation) {
        QList<const NodeState *> nodes;
        for (const NodeState &node : situation.snapshot->nodes)
            nodes << &node;
        return nodes;
    };
    const auto names = [](const Situation &) {
        QStringList list;
        for (const PrimarySetting &setting : primarySettings())
            list << setting.name;
        return list;
    };
    return {layoutProbe(key("layout"), primaryOf),
            {.id = key("server"), .look = lookAtServer},
            {.id = key("space"), .look = lookAtSpace},
            settingsProbe(key("settings"), everyNode, names),
            {.id = key("role"), .look = lookAtRole},
            {.id = key("home"), .look = lookAtOwnersHome},
            {.id = key("passfile"), .look = lookAtPassfile},
            {.id = key("files"), .look = lookAtPrimaryFiles},
            managersProbe()};
}

} // namespace howdah::library
