#include "core/lab/lab_settings.h"

#include <sys/un.h>

namespace howdah::lab_settings {

namespace {

/// A string of a configuration file: quotes and backslashes doubled.
QString quoted(QString value)
{
    value.replace(QLatin1Char('\\'), QStringLiteral("\\\\")).replace(QLatin1Char('\''), QStringLiteral("''"));
    return QLatin1Char('\'') + value + QLatin1Char('\'');
}

QByteArray lines(const QList<QPair<QString, QString>> &settings)
{
    QByteArray text;
    for (const auto &[name, value] : settings)
        text += (name + QStringLiteral(" = ") + quoted(value) + QLatin1Char('\n')).toUtf8();
    return text;
}

/// Refuses to overwrite another file, accepts the same one again, and lets a name appear only when its content is on
/// disk.
QString archiveCommand(const Lab &lab)
{
    QString directory = shellQuoted(archiveDirectory(lab));
    directory.replace(QLatin1Char('%'), QStringLiteral("%%"));
    return QStringLiteral("if [ -f %1/%f ]; then cmp -s %p %1/%f; "
                          "else cp %p %1/%f.tmp && sync %1/%f.tmp && mv %1/%f.tmp %1/%f && sync %1; fi")
        .replace(QStringLiteral("%1"), directory);
}

} // namespace

QByteArray configuration(const Lab &lab, const NodeDefinition &node)
{
    QList<QPair<QString, QString>> settings{
        {QStringLiteral("port"), node.connInfo.port()},
        {QStringLiteral("cluster_name"), node.name},
        {QStringLiteral("listen_addresses"), QStringLiteral("127.0.0.1")},
        {QStringLiteral("unix_socket_directories"), socketDirectory(lab)},
        {QStringLiteral("password_encryption"), QStringLiteral("scram-sha-256")},
        {QStringLiteral("wal_level"), QStringLiteral("replica")},
        {QStringLiteral("wal_log_hints"), QStringLiteral("on")},
        {QStringLiteral("hot_standby"), QStringLiteral("on")},
        {QStringLiteral("max_wal_senders"), QStringLiteral("16")},
        {QStringLiteral("max_replication_slots"), QStringLiteral("16")},
        {QStringLiteral("max_slot_wal_keep_size"), QStringLiteral("1GB")},
        {QStringLiteral("wal_keep_size"), QStringLiteral("64MB")},
        {QStringLiteral("max_wal_size"), QStringLiteral("256MB")},
        {QStringLiteral("min_wal_size"), QStringLiteral("32MB")},
        // initdb's control file says 100, and a standby copied before the first start may have no fewer.
        {QStringLiteral("max_connections"), QStringLiteral("100")},
        {QStringLiteral("shared_buffers"), QStringLiteral("16MB")},
        // In the data directory, so that a killed server leaves nothing behind in /dev/shm.
        {QStringLiteral("dynamic_shared_memory_type"), QStringLiteral("mmap")},
        {QStringLiteral("wal_receiver_status_interval"), QStringLiteral("1s")},
        {QStringLiteral("wal_retrieve_retry_interval"), QStringLiteral("500ms")},
        {QStringLiteral("log_line_prefix"), QStringLiteral("%m [%p] ")},
        {QStringLiteral("log_checkpoints"), QStringLiteral("on")},
        {QStringLiteral("lc_messages"), QStringLiteral("C")},
    };
    if (lab.archive) {
        settings.append({QStringLiteral("archive_mode"), QStringLiteral("on")});
        settings.append({QStringLiteral("archive_command"), archiveCommand(lab)});
    }
    return QByteArrayLiteral("\n# Set by Howdah for this lab.\n") + lines(settings);
}

QByteArray standbyConfiguration(const Lab &lab, const NodeDefinition &upstream, const NodeDefinition &standby)
{
    ConnInfo toUpstream;
    toUpstream.set(QStringLiteral("host"), upstream.connInfo.host());
    toUpstream.set(QStringLiteral("port"), upstream.connInfo.port());
    toUpstream.set(QStringLiteral("user"), QString::fromLatin1(replicationRole));
    toUpstream.set(QStringLiteral("passfile"), passFile(lab));
    toUpstream.set(QStringLiteral("application_name"), standby.name);
    return lines({{QStringLiteral("primary_conninfo"), toUpstream.toString()},
                  {QStringLiteral("primary_slot_name"), slotName(standby)}});
}

QByteArray clientAuthentication()
{
    return "# Written by Howdah for this lab: passwords everywhere, this machine only.\n"
           "local all         all               scram-sha-256\n"
           "host  all         all 127.0.0.1/32  scram-sha-256\n"
           "local replication all               scram-sha-256\n"
           "host  replication all 127.0.0.1/32  scram-sha-256\n";
}

QString passFile(const Lab &lab)
{
    return lab.directory + QStringLiteral("/passfile");
}

QString archiveDirectory(const Lab &lab)
{
    return lab.directory + QStringLiteral("/archive");
}

QString socketDirectory(const Lab &lab)
{
    const QString directory = lab.directory + QStringLiteral("/sockets");
    const qsizetype longest = directory.toUtf8().size() + qsizetype(sizeof "/.s.PGSQL.65535.lock");
    return longest <= qsizetype(sizeof(sockaddr_un::sun_path)) ? directory : QString();
}

QString logFile(const Lab &lab, const NodeDefinition &node)
{
    return lab.directory + QLatin1Char('/') + node.name + QStringLiteral(".log");
}

QString slotName(const NodeDefinition &standby)
{
    return QStringLiteral("howdah_") + standby.name;
}

} // namespace howdah::lab_settings
