#pragma once

#include "core/operations/catalogue.h"
#include "core/operations/runner.h"
#include "tests/live/operations/live_operation.h"
#include "tests/support/live_server.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <memory>
#include <unistd.h>

namespace howdah::test {

/// A server as initdb leaves it, and worse: no standby could be made of it. Its files lie in its data directory, away
/// from it, or where Debian's pg_createcluster puts them. Stopped and removed afterwards.
class UnpreparedPrimary
{
public:
    enum class Files { Inside, Elsewhere, Debian };

    /// Empty, or why such a server cannot be made here.
    [[nodiscard]] static QString skipReason(Files files)
    {
        if (files != Files::Debian)
            return {};
        if (::geteuid() != 0)
            return QStringLiteral("needs root: pg_createcluster makes directories in /etc and /var/lib");
        const bool there = !QStandardPaths::findExecutable(QStringLiteral("pg_createcluster")).isEmpty() &&
                           QFileInfo::exists(QStringLiteral("/usr/lib/postgresql/15/bin/pg_ctl"));
        return there ? QString() : QStringLiteral("needs Debian's postgresql-15 and postgresql-common");
    }

    explicit UnpreparedPrimary(Files files)
        : m_files(files)
    {
        m_formerHome = qgetenv("HOWDAH_HOME");
        qputenv("HOWDAH_HOME", m_home.path().toUtf8());
        m_host = *m_hosts.find(QStringLiteral("local"));
        m_port = freePort();
        // postgres, as whom root runs servers, must reach it.
        must(succeeds({QStringLiteral("chmod"), QStringLiteral("755"), m_directory.path()}, {}));
        must(succeeds({QStringLiteral("install"), QStringLiteral("-d"), QStringLiteral("-o"), owner(), work()}, {}));
        files == Files::Debian ? makeDebian() : makeByInitdb();
        environment.hosts = &m_hosts;
        environment.registry = ClusterRegistry();
        const auto info =
            ConnInfo::parse(QStringLiteral("host=127.0.0.1 port=%1 user=postgres dbname=postgres").arg(m_port));
        cluster = {.name = QStringLiteral("bare"),
                   .nodes = {{.name = QStringLiteral("p"), .connInfo = *info, .hostId = QStringLiteral("local")}}};
        must(environment.registry.add(cluster).ok());
    }
    ~UnpreparedPrimary()
    {
        if (m_files == Files::Debian) {
            static_cast<void>(
                succeeds({QStringLiteral("pg_dropcluster"), QStringLiteral("--stop"), version(), m_name}, {}));
            QDir(m_configuration).removeRecursively(); // pg_dropcluster leaves the copies
        } else {
            static_cast<void>(control({QStringLiteral("stop"), QStringLiteral("-m"), QStringLiteral("immediate")}));
        }
        m_formerHome.isEmpty() ? qunsetenv("HOWDAH_HOME") : qputenv("HOWDAH_HOME", m_formerHome);
    }
    UnpreparedPrimary(const UnpreparedPrimary &) = delete;
    UnpreparedPrimary &operator=(const UnpreparedPrimary &) = delete;

    [[nodiscard]] Preparation prepared(const QString &operation, const Arguments &arguments)
    {
        const Result<Preparation> preparation = prepare(*findOperation(operation), cluster, arguments, environment);
        if (!preparation)
            QTest::qFail(qPrintable(preparation.error().full()), __FILE__, __LINE__);
        return preparation ? *preparation : Preparation{};
    }
    RunOutcome run(const Preparation &approved, const EventHandler &events = {}, std::stop_token stop = {})
    {
        return runOperation(*findOperation(approved.operation), approved, cluster, environment, events, stop);
    }
    /// Runs until the step is done, and stops it there.
    RunOutcome runStoppedAfter(const Preparation &approved, const QString &step)
    {
        std::stop_source stop;
        const auto stopThere = [&](const OperationEvent &event) {
            if (event.kind == OperationEvent::Kind::StepChanged && event.step >= 0 &&
                event.stepState == StepState::Done && approved.plan.steps.at(event.step).id == step)
                stop.request_stop();
        };
        return run(approved, stopThere, stop.get_token());
    }

    QString sql(const QString &text)
    {
        Result<Connection> session = Connection::open(cluster.nodes.first().connInfo, soon());
        const Result<ResultSet> answer = session ? session->query(text, {}, soon()) : session.error();
        if (!answer)
            return answer.error().full();
        return answer->rows() > 0 ? answer->text(0, 0).value_or(QString()) : QString();
    }
    [[nodiscard]] QByteArray read(const QString &path)
    {
        return m_host->readFile(path, As{owner()}, soon()).valueOr("(none)");
    }
    void write(const QString &path, const QByteArray &content, int mode = 0640)
    {
        must(m_host->writeFile(path, content, mode, As{owner()}, soon()).ok());
    }
    [[nodiscard]] bool succeeds(const QStringList &argv, const QString &user)
    {
        const auto outcome = runChecked(*m_host, {.argv = argv, .asUser = user, .detached = true}, soon());
        if (!outcome)
            qWarning("%s", qPrintable(outcome.error().full()));
        return outcome.ok();
    }
    [[nodiscard]] static QString owner() { return ::geteuid() == 0 ? QStringLiteral("postgres") : QString(); }
    [[nodiscard]] QString work() const { return m_directory.path() + QStringLiteral("/work"); }
    [[nodiscard]] QString passfile() const { return work() + QStringLiteral("/pgpass"); }
    [[nodiscard]] QString configFile() const { return m_configuration + QStringLiteral("/postgresql.conf"); }
    [[nodiscard]] QString hbaFile() const { return m_configuration + QStringLiteral("/pg_hba.conf"); }
    [[nodiscard]] QString automaticFile() const { return m_data + QStringLiteral("/postgresql.auto.conf"); }
    /// Names of the copies that lie beside the files, sorted.
    [[nodiscard]] QStringList copies() const
    {
        const QStringList filter{QStringLiteral("*.before-howdah-*")};
        QStringList names = QDir(m_data).entryList(filter, QDir::Files);
        if (m_configuration != m_data)
            names += QDir(m_configuration).entryList(filter, QDir::Files);
        names.sort();
        return names;
    }

    Environment environment;
    ClusterDefinition cluster;

private:
    [[nodiscard]] static QString version() { return QStringLiteral("15"); }
    [[nodiscard]] static Deadline soon() { return Deadline::after(Milliseconds{60000}); }
    static void must(bool done)
    {
        if (!done)
            QTest::qFail("The server could not be made.", __FILE__, __LINE__);
    }
    [[nodiscard]] bool control(const QStringList &words)
    {
        return succeeds(QStringList{postgresBinDirectory() + QStringLiteral("/pg_ctl"), QStringLiteral("-D"),
                                    m_configuration, QStringLiteral("-w"), QStringLiteral("-l"),
                                    work() + QStringLiteral("/log")} +
                            words,
                        owner());
    }
    [[nodiscard]] static QByteArray rules()
    {
        return "# TYPE  DATABASE  USER  ADDRESS  METHOD\n"
               "local   all       all                  trust\n"
               "host\tall\tpostgres\t127.0.0.1/32\ttrust\n"
               "host    all       all   0.0.0.0/0      reject\n"
               "host    replication all 0.0.0.0/0      reject\n";
    }
    [[nodiscard]] QByteArray settings() const
    {
        return QStringLiteral("\nport = %1\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = '%2'\n"
                              "  wal_level   minimal   # no standbys yet\nmax_wal_senders = 0\nshared_buffers = 16MB\n"
                              "password_encryption = 'scram-sha-256'\n")
            .arg(m_port)
            .arg(work())
            .toUtf8();
    }
    void makeByInitdb()
    {
        m_data = m_configuration = work() + QStringLiteral("/data");
        must(succeeds({postgresBinDirectory() + QStringLiteral("/initdb"), QStringLiteral("-N"), QStringLiteral("-D"),
                       m_data, QStringLiteral("-A"), QStringLiteral("trust"), QStringLiteral("-U"),
                       QStringLiteral("postgres")},
                      owner()));
        QByteArray more = settings();
        if (m_files == Files::Elsewhere) {
            m_configuration = work() + QStringLiteral("/etc");
            must(m_host->makeDirectory(m_configuration, 0750, As{owner()}, soon()).ok());
            for (const char *name : {"/postgresql.conf", "/pg_hba.conf", "/pg_ident.conf"})
                must(
                    m_host
                        ->move(m_data + QLatin1String(name), m_configuration + QLatin1String(name), As{owner()}, soon())
                        .ok());
            more +=
                QStringLiteral("data_directory = '%1'\nhba_file = '%2/pg_hba.conf'\nident_file = '%2/pg_ident.conf'\n")
                    .arg(m_data, m_configuration)
                    .toUtf8();
        }
        write(configFile(), read(configFile()) + more, 0600);
        write(hbaFile(), rules(), 0600);
        must(control({QStringLiteral("start")}));
    }
    void makeDebian()
    {
        m_data = QStringLiteral("/var/lib/postgresql/%1/%2").arg(version(), m_name);
        m_configuration = QStringLiteral("/etc/postgresql/%1/%2").arg(version(), m_name);
        must(succeeds({QStringLiteral("pg_createcluster"), version(), m_name, QStringLiteral("-p"),
                       QString::number(m_port), QStringLiteral("--"), QStringLiteral("-N")},
                      {}));
        write(configFile(), read(configFile()) + settings(), 0644);
        write(hbaFile(), rules());
        must(succeeds({QStringLiteral("pg_ctlcluster"), QStringLiteral("--skip-systemctl-redirect"), version(), m_name,
                       QStringLiteral("start")},
                      {}));
    }

    Files m_files;
    QByteArray m_formerHome;
    QTemporaryDir m_home;
    QTemporaryDir m_directory{QStringLiteral("/tmp/howdah-bare-XXXXXX")};
    Hosts m_hosts;
    std::shared_ptr<Host> m_host;
    int m_port = 0;
    QString m_data, m_configuration;
    const QString m_name = QStringLiteral("howdahbare%1").arg(::getpid());
};

} // namespace howdah::test
