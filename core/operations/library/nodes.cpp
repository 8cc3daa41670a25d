#include "core/operations/library/nodes.h"

#include <QRegularExpression>

namespace howdah::library {

ServerRef serverOf(const NodeState &node)
{
    return {node.name(), node.definition.connInfo.toString(), node.definition.hostId};
}

QString dataDirectoryOf(const NodeState &node)
{
    if (node.lastAnswer && !node.lastAnswer->dataDirectory.isEmpty())
        return node.lastAnswer->dataDirectory;
    return node.definition.dataDirectory;
}

QString plainName(const QString &nodeName)
{
    static const QRegularExpression other(QStringLiteral("[^A-Za-z0-9_.-]"));
    constexpr int longestName = 63;
    return QString(nodeName).replace(other, QStringLiteral("_")).left(longestName);
}

QString slotNameFor(const QString &nodeName)
{
    static const QRegularExpression other(QStringLiteral("[^a-z0-9_]"));
    constexpr int longestName = 63;
    return (QStringLiteral("howdah_") + nodeName.toLower().replace(other, QStringLiteral("_"))).left(longestName);
}

bool isSafeForPgCtl(const QString &path)
{
    static const QRegularExpression dangerous(QStringLiteral("[\"$`\\\\]"));
    return !path.contains(dangerous);
}

QString sqlLiteral(const QString &text)
{
    QString quoted = text;
    quoted.replace(QLatin1Char('\''), QStringLiteral("''"));
    if (!quoted.contains(QLatin1Char('\\')))
        return QLatin1Char('\'') + quoted + QLatin1Char('\'');
    return QStringLiteral("E'") + quoted.replace(QLatin1Char('\\'), QStringLiteral("\\\\")) + QLatin1Char('\'');
}

QString configValue(const QString &text)
{
    QString quoted = text;
    quoted.replace(QLatin1Char('\\'), QStringLiteral("\\\\")).replace(QLatin1Char('\''), QStringLiteral("''"));
    return QLatin1Char('\'') + quoted + QLatin1Char('\'');
}

} // namespace howdah::library
