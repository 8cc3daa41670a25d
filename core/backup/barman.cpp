#include "core/backup/barman.h"
#include "core/base/key.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <optional>

namespace howdah {

namespace {

/// For each server a line: its name, what it is, and its backups; all in base64. Nothing where there is no barman.
const char *const readingScript = R"sh(
command -v barman >/dev/null || exit 0
run() { if [ -n "$1" ]; then set -- -c "$@"; else shift; fi; barman -f json "$@"; }
servers=$(run "$1" list-servers) || exit 1
printf '%s' "$servers" | tr '{},' '\n' | sed -n 's/^[[:space:]]*"\([^"]*\)":[[:space:]]*$/\1/p' | while read -r server; do
    printf '%s %s %s\n' "$(printf %s "$server" | base64 -w0)" \
        "$(run "$1" show-server "$server" | base64 -w0)" "$(run "$1" list-backups "$server" | base64 -w0)"
done
)sh";

QString systemOf(const BarmanServer &server)
{
    const QJsonValue said = QJsonDocument::fromJson(server.server).object().value(server.name);
    const QString system = said[key("postgres_systemid")].toString();
    return system.isEmpty() ? said[key("streaming_systemid")].toString() : system;
}

BaseBackup backupOf(const QJsonObject &json, const BarmanServer &server, const QString &systemIdentifier)
{
    const QString id = json.value(key("backup_id")).toString();
    return {.id = QStringLiteral("barman:%1:%2").arg(server.name, id),
            .label = id,
            .directory = QStringLiteral("barman, server %1").arg(server.name),
            .systemIdentifier = systemIdentifier,
            .startedAt = {},
            .stoppedAt =
                QDateTime::fromSecsSinceEpoch(json.value(key("end_time_timestamp")).toVariant().toLongLong(), Qt::UTC),
            .bytes = json.value(key("size_bytes")).toInteger(),
            .keeper = BaseBackup::Keeper::Barman,
            .format = BaseBackup::Format::Foreign};
}

using Servers = std::optional<QList<BarmanServer>>;

/// Nothing where it is not installed, or has no user of its own.
Result<Servers> serversOf(Host &host, const QString &config, const Deadline &deadline, std::stop_token stop)
{
    const Result<QString> login = host.loginUser(deadline);
    if (!login)
        return login.error();
    Command look{.argv = {key("sh"), key("-c"), QString::fromLatin1(readingScript), key("sh"), config}};
    const QString there = QStringLiteral("command -v barman && id -u barman");
    const Result<CommandOutcome> user = host.run({.argv = {key("sh"), key("-c"), there}}, deadline, stop);
    if (!user || !user->succeeded())
        return Servers{};
    if (*login == QLatin1String("root"))
        look.asUser = key("barman");
    const Result<CommandOutcome> outcome = runChecked(host, look, deadline, std::move(stop));
    if (!outcome)
        return outcome.error();
    QList<BarmanServer> servers;
    for (const QByteArray &line : outcome->output.split('\n')) {
        const QList<QByteArray> fields = line.split(' ');
        if (fields.size() == 3)
            servers << BarmanServer{.name = QString::fromUtf8(QByteArray::fromBase64(fields.at(0))),
                                    .server = QByteArray::fromBase64(fields.at(1)),
                                    .backups = QByteArray::fromBase64(fields.at(2))};
    }
    return Servers(servers);
}

} // namespace

QList<BaseBackup> parseBarman(const QList<BarmanServer> &servers, const QString &systemIdentifier)
{
    QList<BaseBackup> backups;
    for (const BarmanServer &server : servers) {
        if (systemOf(server) != systemIdentifier)
            continue;
        const QJsonArray listed = QJsonDocument::fromJson(server.backups).object().value(server.name).toArray();
        for (const QJsonValue &one : listed)
            if (one[key("status")].toString() == QLatin1String("DONE"))
                backups << backupOf(one.toObject(), server, systemIdentifier);
    }
    return backups;
}

QList<KeptCluster> barmanClusters(const QList<BarmanServer> &servers)
{
    QList<KeptCluster> clusters;
    for (const BarmanServer &server : servers) {
        KeptCluster cluster{.name = server.name, .systemIdentifier = systemOf(server)};
        const QJsonArray listed = QJsonDocument::fromJson(server.backups).object().value(server.name).toArray();
        for (const QJsonValue &one : listed) // newest first
            if (one[key("status")].toString() == QLatin1String("DONE"))
                cluster.backups.prepend(one[key("backup_id")].toString());
        clusters << cluster;
    }
    return clusters;
}

Result<QList<BaseBackup>> listBarman(Host &host, const QString &config, const QString &systemIdentifier,
                                     const Deadline &deadline, std::stop_token stop)
{
    const Result<Servers> servers = serversOf(host, config, deadline, std::move(stop));
    if (!servers)
        return servers.error();
    return parseBarman(servers->value_or(QList<BarmanServer>()), systemIdentifier);
}

Result<KeptClusters> askBarman(Host &host, const QString &config, const Deadline &deadline, std::stop_token stop)
{
    const Result<Servers> servers = serversOf(host, config, deadline, std::move(stop));
    if (!servers)
        return servers.error();
    return KeptClusters{.installed = servers->has_value(),
                        .clusters = barmanClusters(servers->value_or(QList<BarmanServer>()))};
}

} // namespace howdah
