#include "core/cluster/topology.h"

namespace howdah {

namespace {

constexpr int defaultPort = 5432;

/// One spelling for each way to say "this machine".
QString plainHost(const QString &host)
{
    const QString lower = host.trimmed().toLower();
    const bool local = lower.isEmpty() || lower.startsWith(QLatin1Char('/')) || lower.startsWith(QLatin1Char('@')) ||
                       lower == QLatin1String("localhost") || lower == QLatin1String("::1") ||
                       lower.startsWith(QLatin1String("127."));
    return local ? QStringLiteral("localhost") : lower;
}

/// libpq: one port serves all hosts, or there are as many as hosts; an empty one is the default.
int portAt(const QStringList &ports, qsizetype index)
{
    const QString text = ports.size() == 1 ? ports.first() : ports.value(index);
    const int port = text.trimmed().toInt();
    return port > 0 ? port : defaultPort;
}

} // namespace

QString Endpoint::toString() const
{
    const QString shown = host.isEmpty() ? QStringLiteral("localhost") : host;
    return shown.contains(QLatin1Char(':')) ? QStringLiteral("[%1]:%2").arg(shown).arg(port)
                                            : QStringLiteral("%1:%2").arg(shown).arg(port);
}

QList<Endpoint> endpointsOf(const ConnInfo &info)
{
    const QStringList ports = info.port().split(QLatin1Char(','));
    QList<Endpoint> endpoints;
    for (const QString &keyword : {QStringLiteral("host"), QStringLiteral("hostaddr")}) {
        if (!info.has(keyword))
            continue;
        const QStringList hosts = info.value(keyword).split(QLatin1Char(','));
        for (qsizetype i = 0; i < hosts.size(); ++i)
            endpoints << Endpoint{hosts[i].trimmed(), portAt(ports, i)};
    }
    if (endpoints.isEmpty())
        endpoints << Endpoint{QString(), portAt(ports, 0)};
    return endpoints;
}

bool sameHost(const QString &left, const QString &right)
{
    return plainHost(left) == plainHost(right);
}

bool sameEndpoint(const Endpoint &left, const Endpoint &right)
{
    return left.port == right.port && sameHost(left.host, right.host);
}

} // namespace howdah
