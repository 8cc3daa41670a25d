#pragma once

#include "core/pg/connection.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

namespace howdah::test {

/// A real PgBouncer of a test's own on 127.0.0.1, with the databases given as lines of its configuration file; as root
/// it runs as `postgres`. Ended with the object.
class LiveBouncer
{
public:
    static QString program() { return QStringLiteral("/usr/sbin/pgbouncer"); }
    static bool isInstalled() { return QFile::exists(program()); }

    /// `databases`: the lines of the section; `port`: a free one.
    LiveBouncer(const QString &databases, int port, const QString &poolMode = QStringLiteral("transaction"))
        : m_port(port)
    {
        QFile::setPermissions(m_directory.path(), QFile::Permissions(0x7755));
        const QString users = write(QStringLiteral("users"), QStringLiteral("\"postgres\" \"\"\n"));
        write(QStringLiteral("pgbouncer.ini"),
              QStringLiteral("[databases]\n%1\n[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = %2\n"
                             "unix_socket_dir =\nauth_type = trust\nauth_file = %3\nadmin_users = postgres\n"
                             "pool_mode = %4\nmax_client_conn = 200\ndefault_pool_size = 16\n")
                  .arg(databases)
                  .arg(port)
                  .arg(users, poolMode));
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        const QStringList asPostgres{QStringLiteral("--reuid"),
                                     QStringLiteral("postgres"),
                                     QStringLiteral("--regid"),
                                     QStringLiteral("postgres"),
                                     QStringLiteral("--init-groups"),
                                     program(),
                                     file()};
        if (::geteuid() == 0)
            m_process.start(QStringLiteral("setpriv"), asPostgres);
        else
            m_process.start(program(), {file()});
        if (!QTest::qWaitFor([this] { return !show(QStringLiteral("SHOW VERSION")).isEmpty(); }, 10000))
            QTest::qFail(m_process.readAll().constData(), __FILE__, __LINE__);
    }
    ~LiveBouncer()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    LiveBouncer(const LiveBouncer &) = delete;
    LiveBouncer &operator=(const LiveBouncer &) = delete;

    [[nodiscard]] QString file() const { return m_directory.filePath(QStringLiteral("pgbouncer.ini")); }
    [[nodiscard]] QByteArray content() const
    {
        QFile read(file());
        return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray();
    }
    [[nodiscard]] ConnInfo connInfo(const QString &database) const
    {
        ConnInfo info;
        info.set(QStringLiteral("host"), QStringLiteral("127.0.0.1"));
        info.set(QStringLiteral("port"), QString::number(m_port));
        info.set(QStringLiteral("user"), QStringLiteral("postgres"));
        info.set(QStringLiteral("dbname"), database);
        return info;
    }
    [[nodiscard]] ConnInfo console() const { return connInfo(QStringLiteral("pgbouncer")); }

    /// A command on its console; the answer's rows as "cell|cell" lines, empty when it fails.
    [[nodiscard]] QStringList show(const QString &command) const
    {
        const Deadline soon = Deadline::after(Milliseconds{5000});
        Result<Connection> session = Connection::open(console(), soon);
        const Result<ResultSet> answer = session ? session->query(command, {}, soon) : session.error();
        QStringList lines;
        for (int row = 0; answer && row < answer->rows(); ++row) {
            QStringList cells;
            for (int column = 0; column < answer->columns(); ++column)
                cells << answer->text(row, column).value_or(QString());
            lines << cells.join(QLatin1Char('|'));
        }
        return lines;
    }
    /// "host:port paused" of one of its databases.
    [[nodiscard]] QString stateOf(const QString &database) const
    {
        const Deadline soon = Deadline::after(Milliseconds{5000});
        Result<Connection> session = Connection::open(console(), soon);
        const Result<ResultSet> answer =
            session ? session->query(QStringLiteral("SHOW DATABASES"), {}, soon) : session.error();
        for (int row = 0; answer && row < answer->rows(); ++row)
            if (answer->text(row, "name") == database)
                return QStringLiteral("%1:%2 %3")
                    .arg(answer->text(row, "host").value_or(QString()), answer->text(row, "port").value_or(QString()),
                         answer->text(row, "paused").value_or(QString()));
        return {};
    }

private:
    QString write(const QString &name, const QString &text)
    {
        QFile written(m_directory.filePath(name));
        if (written.open(QIODevice::WriteOnly))
            written.write(text.toUtf8());
        written.close();
        written.setPermissions(QFile::Permissions(0x6600));
        if (::geteuid() == 0)
            QProcess::execute(QStringLiteral("chown"), {QStringLiteral("postgres:postgres"), written.fileName()});
        return written.fileName();
    }

    QTemporaryDir m_directory;
    QProcess m_process;
    int m_port = 0;
};

} // namespace howdah::test
