#include "core/pg/rerouting.h"

#include "core/pg/connection_plan.h"

namespace howdah {

std::optional<int> networkPort(const ConnInfo &info)
{
    const Result<ConnectionPlan> plan = planConnection(info, {});
    if (!plan || plan->servers.size() != 1)
        return std::nullopt;
    const NamedServer &server = plan->servers.first();
    const bool isSocket = server.host.startsWith(u'/') || server.host.startsWith(u'@');
    if (server.address.isEmpty() && (server.host.isEmpty() || isSocket))
        return std::nullopt;
    return server.port.toInt();
}

bool namesItsOwnMachine(const ConnInfo &info)
{
    const Result<ConnectionPlan> plan = planConnection(info, {});
    if (!plan || plan->servers.size() != 1)
        return false;
    const NamedServer &server = plan->servers.first();
    const QString name = (server.address.isEmpty() ? server.host : server.address).toLower();
    return name == QLatin1String("localhost") || name.endsWith(QLatin1String(".localhost")) ||
           name == QLatin1String("127.0.0.1") || name == QLatin1String("::1");
}

Result<ConnInfo> reroutedTo(int loopbackPort, const ConnInfo &info)
{
    const Result<ConnectionPlan> plan = planConnection(info, {});
    if (!plan)
        return plan.error();
    const NamedServer &server = plan->servers.first();
    ConnInfo rerouted = info.with(QStringLiteral("host"), server.host.isEmpty() ? server.address : server.host)
                            .with(QStringLiteral("hostaddr"), QStringLiteral("127.0.0.1"))
                            .with(QStringLiteral("port"), QString::number(loopbackPort));
    rerouted.setPassword(plan->password);
    return rerouted;
}

} // namespace howdah
