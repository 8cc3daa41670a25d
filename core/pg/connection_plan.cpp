#include "core/pg/connection_plan.h"

#include "core/pg/connection_errors.h"

#include <QCoreApplication>

#include <algorithm>
#include <vector>

namespace howdah {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::Connection)
};

Result<QList<NamedServer>> serversOf(PGconn *asked)
{
    const auto list = [asked](const char *keyword) {
        const QString text = effectiveSetting(asked, keyword);
        return text.isEmpty() ? QStringList() : text.split(u',');
    };
    const QStringList hosts = list("host");
    const QStringList addresses = list("hostaddr");
    const QStringList ports = list("port");
    const qsizetype count = std::max({hosts.size(), addresses.size(), qsizetype{1}});
    if ((!hosts.isEmpty() && hosts.size() != count) || (!addresses.isEmpty() && addresses.size() != count) ||
        (ports.size() > 1 && ports.size() != count))
        return simpleError(
            ErrorCode::Invalid,
            Tr::tr("The connection settings name different numbers of hosts and ports. Give one port for all, "
                   "or one for each host."));
    QList<NamedServer> servers;
    for (qsizetype index = 0; index < count; ++index)
        servers << NamedServer{hosts.value(index), addresses.value(index),
                               ports.size() > 1 ? ports.at(index) : ports.value(0)};
    return servers;
}

} // namespace

void ConnectionParameters::add(const QByteArray &keyword, const QByteArray &value)
{
    m_keywords << keyword;
    m_values << value;
}

void ConnectionParameters::add(const ConnInfo &info)
{
    for (const ConnInfo::Setting &setting : info.settings())
        add(setting.keyword.toUtf8(), setting.value.toUtf8());
    add("password", info.password().reveal());
    add("sslpassword", info.keyPassword().reveal());
}

StartedConnection ConnectionParameters::start() const
{
    std::vector<const char *> keywords;
    std::vector<const char *> values;
    for (qsizetype index = 0; index < m_keywords.size(); ++index) {
        keywords.push_back(m_keywords.at(index).constData());
        values.push_back(m_values.at(index).constData());
    }
    keywords.push_back(nullptr);
    values.push_back(nullptr);
    return StartedConnection(PQconnectStartParams(keywords.data(), values.data(), 0));
}

/// libpq knows the whole truth (services, environment, defaults) only when it connects, and resolves names as it
/// does. A value that it refuses after it has gathered all settings, and before it touches the network, makes it tell.
Result<ConnectionPlan> planConnection(const ConnInfo &info, const ConnectionSettings &settings)
{
    static const QByteArray refusedValue("only-to-ask");
    for (const ConnInfo::Setting &setting : info.settings())
        if (setting.value.contains(QChar::Null)) // libpq would silently read the text up to there
            return simpleError(ErrorCode::Invalid,
                               Tr::tr("The setting \"%1\" contains a zero character. Remove it.").arg(setting.keyword));
    ConnectionPlan plan;
    plan.parameters.add(info);
    ConnectionParameters asking = plan.parameters;
    asking.add("channel_binding", refusedValue);
    const StartedConnection asked = asking.start();
    if (!asked)
        return simpleError(ErrorCode::Unknown, Tr::tr("There is not enough memory to connect."));
    if (effectiveSetting(asked.get(), "port").isEmpty())
        return connectError(asked.get(), {});
    auto servers = serversOf(asked.get());
    if (!servers)
        return servers.error();
    plan.servers = *servers;
    plan.password = Secret(QString::fromUtf8(PQpass(asked.get())));
    plan.targetSession = effectiveSetting(asked.get(), "target_session_attrs");
    // 1 s is read as 2 s, as libpq does: a second that is almost over would leave no time at all.
    const int seconds = effectiveSetting(asked.get(), "connect_timeout").toInt();
    plan.attemptTimeout = std::chrono::seconds(seconds <= 0 ? 0 : std::max(seconds, 2));

    const auto addUnlessSet = [&](const char *keyword, const QByteArray &value) {
        if (effectiveSetting(asked.get(), keyword).isEmpty())
            plan.parameters.add(keyword, value);
    };
    addUnlessSet("tcp_user_timeout", QByteArray::number(static_cast<qint64>(settings.tcpUserTimeout.count())));
    addUnlessSet("keepalives_idle", QByteArray::number(settings.keepalivesIdleSeconds));
    addUnlessSet("fallback_application_name", settings.applicationName.toUtf8());
    // All texts of this program are UTF-8, whatever a conninfo or PGCLIENTENCODING says.
    plan.parameters.add("client_encoding", "UTF8");
    return plan;
}

QString effectiveSetting(PGconn *connection, const char *keyword)
{
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(PQconninfo(connection), &PQconninfoFree);
    for (const PQconninfoOption *option = options.get(); option && option->keyword; ++option)
        if (qstrcmp(option->keyword, keyword) == 0)
            return option->val ? QString::fromUtf8(option->val) : QString();
    return {};
}

} // namespace howdah
