#include "core/lab/lab_containers.h"

#include "core/hosts/container_engine.h"

#include <QCoreApplication>

namespace howdah {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(howdah::LabContainers)
};

// %1: the lab, %2: its mark.
constexpr auto head = R"yaml(# The servers of the lab %1. Their configuration lies beside the data, in config/.
name: %1-%2
networks:
  default:
    name: %1-net
    labels:
      io.howdah.lab: "%2"
services:
)yaml";

// %1: lab, %2: mark, %3: node, %4: image, %5: path of the volume, %6: port here, %7: a line of its own.
constexpr auto service = R"yaml(  %3:
    image: %4
    container_name: %1-%3
    hostname: %3
%7    command: [postgres, -c, config_file=/etc/postgresql/postgresql.conf]
    environment:
      POSTGRES_PASSWORD_FILE: /run/howdah/superuser
    volumes:
      - ./config:/etc/postgresql:ro
      - ./secret:/run/howdah:ro
      - %3-data:%5
    ports:
      - 127.0.0.1:%6:5432
    stop_signal: SIGINT
    labels:
      io.howdah.lab: "%2"
)yaml";

constexpr auto volume = R"yaml(  %3-data:
    name: %1-%3-data
    labels:
      io.howdah.lab: "%2"
)yaml";

constexpr auto settings =
    R"conf(# Of both servers. They lie in config/ of the lab and are /etc/postgresql in each container.
listen_addresses = '*'
hba_file = '/etc/postgresql/pg_hba.conf'
ident_file = '/etc/postgresql/pg_ident.conf'
password_encryption = 'scram-sha-256'

wal_level = minimal
max_wal_senders = 0
max_replication_slots = 0
wal_log_hints = on
hot_standby = on
wal_receiver_status_interval = 1s
wal_retrieve_retry_interval = 500ms
)conf";

constexpr auto clientAuthentication = R"conf(# Who may connect, from where, and how it proves who it is.
local  all  all           peer
host   all  all  samenet  scram-sha-256
)conf";

// %1: the container of the first node.
constexpr auto copyThenStart = R"sh(#!/bin/sh
# Fills an empty data directory with a copy of %1, then starts the server as the image does.
set -eu
passfile=/var/lib/postgresql/.pgpass
(
    umask 077
    printf '*:*:*:follower:%s\n' "$(cat /run/howdah/follower)" >"$passfile"
)
chown postgres "$passfile"
if [ ! -s "$PGDATA/PG_VERSION" ]; then
    node=$(cat /etc/hostname)
    mkdir -p "$PGDATA"
    pg_basebackup --pgdata "$PGDATA" --wal-method stream --checkpoint fast --write-recovery-conf \
        --slot "$node" --dbname "host=%1 user=follower application_name=$node passfile=$passfile"
fi
exec docker-entrypoint.sh "$@"
)sh";

QString filled(const char *pattern, const Lab &lab, const QString &marker, const NodeDefinition &node)
{
    const bool isFirst = node.name == lab.cluster.nodes.first().name;
    return QString::fromLatin1(pattern)
        .replace(QLatin1String("%1"), lab.name)
        .replace(QLatin1String("%2"), marker)
        .replace(QLatin1String("%3"), node.name)
        .replace(QLatin1String("%4"), lab.kit.image)
        .replace(QLatin1String("%5"), lab.kit.volume)
        .replace(QLatin1String("%6"), node.connInfo.port())
        .replace(QLatin1String("%7"),
                 isFirst ? QString() : QStringLiteral("    entrypoint: [/etc/postgresql/copy-then-start]\n"));
}

Error nameTaken(const QString &name)
{
    return {.code = ErrorCode::AlreadyExists,
            .message = Tr::tr("There is a container named \"%1\" already, and it is not this lab's.").arg(name),
            .hint = Tr::tr("Remove or rename it, then begin again.")};
}

} // namespace

QString composeFile(const Lab &lab, const QString &marker)
{
    QString text = filled(head, lab, marker, lab.cluster.nodes.first());
    for (const NodeDefinition &node : lab.cluster.nodes)
        text += filled(service, lab, marker, node);
    text += QStringLiteral("volumes:\n");
    for (const NodeDefinition &node : lab.cluster.nodes)
        text += filled(volume, lab, marker, node);
    return text;
}

Result<void> LabContainers::writeFiles(const LabRecord &record, const QString &superuserPassword,
                                       const QString &replicationPassword, const Deadline &deadline) const
{
    for (const NodeDefinition &node : m_lab.cluster.nodes)
        if (inspectContainer(m_lab.kit.engine, containerOf(node), deadline))
            return nameTaken(containerOf(node));
    const auto host = m_hosts.find(QStringLiteral("local"));
    if (!host)
        return host.error();
    const As as{m_lab.systemUser};
    // Read in the containers by users that are others here; the lab's own directory is closed to this machine's.
    constexpr int openDirectory = 0755, openFile = 0644, openProgram = 0755;
    const QString top = directory(m_lab);
    const QString first = containerOf(m_lab.cluster.nodes.first());
    for (const char *name : {"", "/config", "/secret"})
        if (const auto made = (*host)->makeDirectory(top + QString::fromLatin1(name), openDirectory, as, deadline);
            !made)
            return made;
    const struct
    {
        const char *name;
        QByteArray content;
        int mode;
    } files[] = {{"compose.yaml", composeFile(m_lab, record.marker).toUtf8(), openFile},
                 {"config/postgresql.conf", settings, openFile},
                 {"config/pg_hba.conf", clientAuthentication, openFile},
                 {"config/pg_ident.conf", {}, openFile},
                 {"config/copy-then-start", QByteArray(copyThenStart).replace("%1", first.toUtf8()), openProgram},
                 {"secret/superuser", superuserPassword.toUtf8() + '\n', openFile},
                 {"secret/follower", replicationPassword.toUtf8() + '\n', openFile}};
    for (const auto &file : files)
        if (const auto written = (*host)->writeFile(top + QLatin1Char('/') + QString::fromLatin1(file.name),
                                                    file.content, file.mode, as, deadline);
            !written)
            return written;
    return {};
}

} // namespace howdah
