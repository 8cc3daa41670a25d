#include "core/base/key.h"
#include "core/operations/library/restore_parts.h"

#include <QRegularExpression>

namespace howdah::library {

namespace {

/// "ALTER ROLE clerk IN DATABASE …", "GRANT … TO clerk;": nothing when it is about no single role.
QString roleIn(const QString &statement)
{
    static const QRegularExpression named(QStringLiteral(
        R"re(^ALTER ROLE ("(?:[^"]|"")*"|\S+) IN|^(?:GRANT|REVOKE) .* (?:TO|FROM) ("(?:[^"]|"")*"|[^\s;]+)[^"]*;$)re"));
    const QRegularExpressionMatch match = named.match(statement);
    const QString role = plainRole(match.captured(1) + match.captured(2));
    return role == QLatin1String("PUBLIC") ? QString() : role;
}

} // namespace

QStringList databaseProperties(const Situation &situation)
{
    const RestoreParts parts = RestoreParts::of(situation);
    const QString name = situation.value(key("contents"), key("database")).toString();
    const bool wanted = situation.argument(key("properties")) != QLatin1String("false") && parts.isNew &&
                        parts.isArchive() && parts.sections != QLatin1String("data") &&
                        objectsOf(situation.argument(key("only"))).isEmpty() && !name.isEmpty();
    if (!wanted)
        return {};
    const QStringList roles = situation.value(key("server"), key("roles")).toStringList();
    const QString made = QStringLiteral("DATABASE %1 ").arg(sqlName(parts.made));
    QStringList statements;
    for (QString statement : situation.value(key("contents"), key("properties")).toStringList()) {
        const bool isRight = !statement.startsWith(QLatin1String("ALTER "));
        const QString role = roleIn(statement);
        if ((isRight && !parts.keepsRights) || (!role.isEmpty() && !roles.contains(role)))
            continue;
        for (const QString &written : {name, sqlName(name)})
            statement.replace(QStringLiteral("DATABASE %1 ").arg(written), made);
        if (statement.contains(made))
            statements << statement;
    }
    return statements;
}

} // namespace howdah::library
