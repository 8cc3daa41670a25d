#include "core/base/key.h"
#include "core/operations/library/prepare_primary_steps.h"
#include "core/operations/password_file.h"

#include <QCoreApplication>

namespace howdah::library {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::PreparePrimary)
};

QString quotedName(const QString &name)
{
    return QLatin1Char('"') + QString(name).replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
}

Observation roleIsOurs(const PrimaryParts &parts, bool ours)
{
    return {.text = ours ? Tr::tr("this operation made the role %1").arg(parts.role)
                         : Tr::tr("there is no role %1 of this operation").arg(parts.role),
            .look = SqlSays{.server = parts.server,
                            .sql = key("SELECT count(*) FROM pg_roles WHERE rolname = $1"
                                       " AND shobj_description(oid, 'pg_authid') = $2"),
                            .parameters = {parts.role, parts.signature()},
                            .expected = ours ? key("1") : key("0")},
            .timeout = Milliseconds{0}};
}

Action onRole(const PrimaryParts &parts, const QString &text, const QString &sql,
              const std::optional<Observation> &unless = {})
{
    return {.text = text, .what = RunSql{.server = parts.server, .sql = sql}, .unless = unless};
}

PasswordLine passwordLine(const PrimaryParts &parts, bool present)
{
    return {parts.place.hostId, parts.passfile, parts.place.owner, passwordEntry(parts.role), present};
}

QString rightsOf(const PrimaryParts &parts)
{
    return parts.missingRights.join(QStringLiteral(", "));
}

QList<Action> makeRole(const PrimaryParts &parts)
{
    const QString role = quotedName(parts.role);
    QList<Action> actions;
    if (parts.passwordLineIsNew)
        actions.append({.text = Tr::tr("Make a password for %1 and put it into %2").arg(parts.role, parts.passfile),
                        .what = passwordLine(parts, true)});
    // Both or neither: by its comment an undo knows the role again.
    if (!parts.roleExists)
        actions << onRole(parts, Tr::tr("Create the role %1 with LOGIN and REPLICATION").arg(parts.role),
                          QStringLiteral("CREATE ROLE %1 LOGIN REPLICATION; COMMENT ON ROLE %1 IS %2")
                              .arg(role, sqlLiteral(parts.signature())),
                          roleIsOurs(parts, true));
    else if (!parts.missingAttributes.isEmpty())
        actions << onRole(parts,
                          Tr::tr("Give the role %1 %2").arg(parts.role, parts.missingAttributes.join(key(" and "))),
                          QStringLiteral("ALTER ROLE %1 %2").arg(role, parts.missingAttributes.join(QLatin1Char(' '))));
    if (parts.roleNeedsPassword)
        actions.append(
            {.text = Tr::tr("Give the role %1 the password that %2 holds").arg(parts.role, parts.passfile),
             .what = SetRolePassword{parts.server, parts.role, parts.place.hostId, parts.passfile, parts.place.owner}});
    if (!parts.missingRights.isEmpty())
        actions << onRole(parts, Tr::tr("Let %1 execute what pg_rewind needs").arg(parts.role),
                          QStringLiteral("GRANT EXECUTE ON FUNCTION %1 TO %2").arg(rightsOf(parts), role));
    return actions;
}

QList<Action> unmakeRole(const PrimaryParts &parts)
{
    const QString role = quotedName(parts.role);
    const std::optional<Observation> unless = parts.roleExists ? std::nullopt : std::optional(roleIsOurs(parts, false));
    QList<Action> actions;
    if (!parts.missingRights.isEmpty())
        actions << onRole(parts, Tr::tr("Take those functions from %1 again").arg(parts.role),
                          QStringLiteral("REVOKE EXECUTE ON FUNCTION %1 FROM %2").arg(rightsOf(parts), role), unless);
    if (parts.roleExists && parts.roleNeedsPassword)
        actions << onRole(parts, Tr::tr("Take the password of %1 again").arg(parts.role),
                          QStringLiteral("ALTER ROLE %1 PASSWORD NULL").arg(role));
    if (parts.roleExists && !parts.missingAttributes.isEmpty())
        actions << onRole(
            parts, Tr::tr("Take from %1 what it was given").arg(parts.role),
            QStringLiteral("ALTER ROLE %1 NO%2").arg(role, parts.missingAttributes.join(QStringLiteral(" NO"))));
    if (!parts.roleExists)
        actions << onRole(parts, Tr::tr("Drop the role %1, if this operation made it").arg(parts.role),
                          QStringLiteral("DROP ROLE %1").arg(role), unless);
    if (parts.passwordLineIsNew)
        actions.append({.text = Tr::tr("Take the password of %1 out of %2").arg(parts.role, parts.passfile),
                        .what = passwordLine(parts, false)});
    return actions;
}

QList<Observation> roleIsFit(const PrimaryParts &parts)
{
    if (makeRole(parts).isEmpty())
        return {};
    QList<Observation> seen{
        {.text = Tr::tr("%1 may log in and replicate, and has a scram-sha-256 password").arg(parts.role),
         .look = SqlSays{.server = parts.server,
                         .sql = key("SELECT count(*) FROM pg_authid WHERE rolname = $1 AND rolcanlogin"
                                    " AND (rolreplication OR rolsuper) AND rolpassword LIKE 'SCRAM-SHA-256$%'"),
                         .parameters = {parts.role},
                         .expected = key("1")}}};
    for (const QString &function : parts.missingRights)
        seen.append({.text = Tr::tr("%1 may execute %2").arg(parts.role, function),
                     .look = SqlSays{.server = parts.server,
                                     .sql = key("SELECT has_function_privilege($1, $2, 'EXECUTE')"),
                                     .parameters = {parts.role, function},
                                     .expected = key("t")}});
    return seen;
}

} // namespace

Step primaryRoleStep()
{
    return primaryStep(
        "role", [](const PrimaryParts &parts) { return Tr::tr("The replication role %1").arg(parts.role); }, makeRole,
        unmakeRole, roleIsFit);
}

} // namespace howdah::library
