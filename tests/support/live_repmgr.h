#pragma once

#include "tests/support/live_lab.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

namespace howdah::test {

/// repmgr from its packages over a lab: the lab's servers are restarted with its library and registered. Its "ssh" to
/// the other node is a shell on this machine, so what it takes is a little less than in earnest.
class LiveRepmgr
{
public:
    static QString skipReason()
    {
        const bool there = QFile::exists(QStringLiteral("/usr/lib/postgresql/15/bin/repmgr")) &&
                           QFile::exists(QStringLiteral("/usr/share/postgresql/15/extension/repmgr.control"));
        return there ? QString() : QStringLiteral("repmgr is not installed (packages repmgr, postgresql-15-repmgr).");
    }

    explicit LiveRepmgr(LiveLab &lab)
        : m_lab(lab)
    {
        QFile::setPermissions(m_directory.path(), QFile::Permissions(0x7755));
        writeShell();
        const QList<NodeDefinition> nodes = lab.cluster().nodes;
        const QString primary = nodes.first().name;
        for (const NodeDefinition &node : nodes)
            writeConfiguration(node);
        lab.sql(primary, QStringLiteral("CREATE EXTENSION repmgr"));
        for (const NodeDefinition &node : nodes)
            prepare(node, primary);
        for (const NodeDefinition &node : nodes) {
            const bool isPrimary = node.name == primary;
            if (!isPrimary && !lab.waitUntilStreaming(node.name, primary))
                return;
            const QString who = isPrimary ? QStringLiteral("primary") : QStringLiteral("standby");
            if (!run(node.name, {who, QStringLiteral("register"), QStringLiteral("--force")}))
                return;
        }
    }
    ~LiveRepmgr() { stopDaemon(); }
    LiveRepmgr(const LiveRepmgr &) = delete;
    LiveRepmgr &operator=(const LiveRepmgr &) = delete;

    [[nodiscard]] QString configuration(const QString &node) const { return m_directory.filePath(node + u".conf"_qs); }

    /// repmgr with that node's configuration. Its words go to standard error when it fails.
    bool run(const QString &node, const QStringList &words)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        start(process, QStringList{QStringLiteral("repmgr"), QStringLiteral("-f"), configuration(node)} + words);
        const bool done = process.waitForFinished(120000) && process.exitCode() == 0;
        if (!done)
            qWarning("%s", process.readAll().constData());
        return done;
    }
    bool switchOverTo(const QString &node, bool siblings)
    {
        QStringList words{QStringLiteral("standby"), QStringLiteral("switchover")};
        if (siblings)
            words << QStringLiteral("--siblings-follow");
        return run(node, words);
    }
    void startDaemon(const QString &node)
    {
        start(m_daemon, {QStringLiteral("repmgrd"), QStringLiteral("-f"), configuration(node),
                         QStringLiteral("--daemonize=false"), QStringLiteral("--no-pid-file")});
    }
    void stopDaemon()
    {
        m_daemon.terminate();
        m_daemon.waitForFinished();
    }

private:
    QString in(const QString &name) const { return m_directory.filePath(name); }
    [[nodiscard]] Lab lab() const { return m_lab.lab(); }

    void write(const QString &path, const QString &text, QFile::Permissions permissions)
    {
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(text.toUtf8());
        file.setPermissions(permissions);
    }
    void writeShell()
    {
        write(in(QStringLiteral("ssh")),
              QStringLiteral("#!/bin/sh\nwhile [ $# -gt 0 ]; do case \"$1\" in -o) shift 2 ;; -*) shift ;; *) break ;; "
                             "esac; done\nshift\nexec sh -c \"$*\"\n"),
              QFile::Permissions(0x7755));
    }
    void writeConfiguration(const NodeDefinition &node)
    {
        const QString pgCtl = QStringLiteral("%1/pg_ctl -w -D %2").arg(lab().binDirectory, node.dataDirectory);
        const QString log = QStringLiteral("%1/%2.log").arg(lab().directory, node.name);
        write(configuration(node.name),
              QStringLiteral("node_id=%1\nnode_name='%2'\nconninfo='%3 connect_timeout=2'\ndata_directory='%4'\n"
                             "pg_bindir='%5'\nuse_replication_slots=no\npassfile='%6'\n"
                             "service_start_command='%7 -l %8 start'\nservice_stop_command='%7 -m fast stop'\n"
                             "failover=manual\npromote_command='true'\nfollow_command='true'\n")
                  .arg(node.name.mid(1), node.name, QString(node.connInfo.toString()).remove(u'\''), node.dataDirectory,
                       lab().binDirectory, node.connInfo.value(QStringLiteral("passfile")), pgCtl, log),
              QFile::Permissions(0x6644));
    }
    /// No slots: repmgr would not find those that the lab has made.
    void prepare(const NodeDefinition &node, const QString &primary)
    {
        for (const char *setting :
             {"shared_preload_libraries = 'repmgr'", "wal_keep_size = '512MB'", "primary_slot_name = ''"})
            m_lab.sql(node.name, QStringLiteral("ALTER SYSTEM SET ") + QLatin1String(setting));
        m_lab.fault(QStringLiteral("stop"), node.name);
        m_lab.fault(QStringLiteral("start"), node.name);
        if (node.name != primary)
            m_lab.sql(primary, QStringLiteral("SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots"
                                              " WHERE NOT active AND slot_name LIKE '%%1'")
                                   .arg(node.name));
    }
    void start(QProcess &process, const QStringList &words)
    {
        QStringList line{QStringLiteral("env"),
                         QStringLiteral("PATH=%1:%2:/usr/bin:/bin").arg(m_directory.path(), lab().binDirectory)};
        line += words;
        if (::geteuid() == 0)
            line = QStringList{QStringLiteral("setpriv"), QStringLiteral("--reuid"), lab().systemUser,
                               QStringLiteral("--regid"), lab().systemUser,          QStringLiteral("--init-groups")} +
                   line;
        process.setWorkingDirectory(QStringLiteral("/"));
        process.start(line.first(), line.mid(1));
    }

    LiveLab &m_lab;
    QTemporaryDir m_directory;
    QProcess m_daemon;
};

} // namespace howdah::test
