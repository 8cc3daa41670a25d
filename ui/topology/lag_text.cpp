#include "ui/topology/lag_text.h"

#include "core/base/sizes.h"

#include <QCoreApplication>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::LagText)
};
} // namespace

QString lagText(const Lag &lag)
{
    if (!lag.replayBytes && !lag.replayMs)
        return Tr::tr("lag unknown");
    QStringList parts;
    if (lag.replayBytes)
        parts.append(prettySize(*lag.replayBytes));
    if (lag.replayMs && (*lag.replayMs > 0 || !lag.replayBytes))
        parts.append(prettyDuration(*lag.replayMs));
    return parts.join(QStringLiteral(" · "));
}

QString addressText(const NodeDefinition &node)
{
    const QString host = node.connInfo.host();
    const QString port = node.connInfo.port();
    if (host.isEmpty())
        return port.isEmpty() ? QString() : QStringLiteral(":%1").arg(port);
    if (port.isEmpty())
        return host;
    const bool isBareIpv6 = host.contains(QLatin1Char(':')) && !host.startsWith(QLatin1Char('['));
    return (isBareIpv6 ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2")).arg(host, port);
}

} // namespace howdah
