#include "core/hosts/server_layout.h"
#include "core/operations/catalogue.h"
#include "core/operations/runner.h"
#include "tests/live/operations/live_operation.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <unistd.h>

using namespace howdah;
using namespace howdah::test;

namespace {
const QString version = QStringLiteral("15");

Deadline soon()
{
    return Deadline::after(Milliseconds{60000});
}
} // namespace

/// A cluster that Debian's pg_createcluster made, cloned so that pg_lsclusters and pg_ctlcluster know the new server
/// too. Only clusters named by this test are made and dropped.
class TestCloneDebian : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (::geteuid() != 0)
            QSKIP("needs root: pg_createcluster makes directories in /etc and /var/lib");
        if (QStandardPaths::findExecutable(QStringLiteral("pg_createcluster")).isEmpty() ||
            !QFileInfo::exists(QStringLiteral("/usr/lib/postgresql/%1/bin/pg_ctl").arg(version)))
            QSKIP("needs Debian's postgresql-15 and postgresql-common");
        qputenv("HOWDAH_HOME", m_home.path().toUtf8());
        m_host = *m_hosts.find(QStringLiteral("local"));
        m_environment.hosts = &m_hosts;
        m_environment.registry = ClusterRegistry();
        const int port = freePort();
        QVERIFY(succeeds({QStringLiteral("pg_createcluster"), version, m_source, QStringLiteral("-p"),
                          QString::number(port), QStringLiteral("--"), QStringLiteral("-A"), QStringLiteral("trust")}));
        QVERIFY(succeeds({QStringLiteral("pg_conftool"), version, m_source, QStringLiteral("set"),
                          QStringLiteral("work_mem"), QStringLiteral("7MB")}));
        QVERIFY(m_host->writeFile(QStringLiteral("/etc/postgresql/%1/%2/pg_hba.conf").arg(version, m_source),
                                  "local all all peer\nhost all all 127.0.0.1/32 trust\n"
                                  "host replication all 127.0.0.1/32 trust\n",
                                  0640, As{QStringLiteral("postgres")}, soon()));
        QVERIFY(controls(m_source, QStringLiteral("start")));
        const auto info =
            ConnInfo::parse(QStringLiteral("host=127.0.0.1 port=%1 user=postgres dbname=postgres").arg(port));
        m_cluster = {
            .name = QStringLiteral("debian"),
            .nodes = {{.name = QStringLiteral("first"), .connInfo = *info, .hostId = QStringLiteral("local")}}};
        QVERIFY(m_environment.registry.add(m_cluster));
    }
    void cleanupTestCase()
    {
        for (const QString &name : {m_clone, m_source})
            if (QFileInfo::exists(configuration(name)))
                run({QStringLiteral("pg_dropcluster"), QStringLiteral("--stop"), version, name});
        QVERIFY(!QFileInfo::exists(configuration(m_clone)));
        qunsetenv("HOWDAH_HOME");
    }

    void anUndoneOneLeavesNothing()
    {
        std::stop_source stop;
        const Preparation approved = prepared();
        QVERIFY2(approved.readiness != Readiness::NotReady, qPrintable(approved.sentence));
        const RunOutcome outcome = runOperation(
            *findOperation(QStringLiteral("clone")), approved, m_cluster, m_environment,
            [&](const OperationEvent &event) {
                const bool following = event.kind == OperationEvent::Kind::StepChanged && event.step >= 0 &&
                                       event.stepState == StepState::Done &&
                                       approved.plan.steps.at(event.step).id == QLatin1String("start");
                if (following)
                    stop.request_stop();
            },
            stop.get_token());
        QVERIFY2(outcome.state == OperationState::Undone, why(outcome).constData());
        QVERIFY(!QFileInfo::exists(configuration(m_clone)));
        QVERIFY(!QFileInfo::exists(data(m_clone)));
        QVERIFY(!QFileInfo::exists(QStringLiteral("/var/log/postgresql/postgresql-%1-%2.log").arg(version, m_clone)));
    }

    void debiansOwnProgramsKnowIt()
    {
        const Preparation approved = prepared();
        QCOMPARE(approved.situation.argument(QStringLiteral("layout")), QStringLiteral("debian"));
        QCOMPARE(approved.situation.argument(QStringLiteral("target-directory")), data(m_clone));
        const RunOutcome outcome =
            runOperation(*findOperation(QStringLiteral("clone")), approved, m_cluster, m_environment, {}, {});
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        const QString port = approved.situation.argument(QStringLiteral("port"));
        const QString listed = run({QStringLiteral("pg_lsclusters"), QStringLiteral("-h")}).simplified();
        const QString expected = QStringLiteral("%1 %2 %3 online,recovery postgres %4 "
                                                "/var/log/postgresql/postgresql-%1-%2.log")
                                     .arg(version, m_clone, port, data(m_clone));
        QVERIFY2(listed.contains(expected), qPrintable(listed));
        QCOMPARE(asked(QStringLiteral("SHOW work_mem")), QStringLiteral("7MB"));
        QCOMPARE(asked(QStringLiteral("SHOW config_file")),
                 configuration(m_clone) + QStringLiteral("/postgresql.conf"));
        QCOMPARE(asked(QStringLiteral("SHOW hba_file")), configuration(m_clone) + QStringLiteral("/pg_hba.conf"));
        QCOMPARE(QFileInfo(configuration(m_clone)).permission(QFile::ReadOther | QFile::ExeOther), true);

        QVERIFY(controls(m_clone, QStringLiteral("restart")));
        QCOMPARE(asked(QStringLiteral("SELECT pg_is_in_recovery()")), QStringLiteral("t"));
        const Result<ServerLayout> layout = findServerLayout(*m_host, data(m_clone), soon());
        QVERIFY(layout && layout->running);
        QCOMPARE(layout->kind, ServerLayout::Kind::Debian);
        QCOMPARE(layout->debianName, m_clone);
    }

    void aNameThatDebianHasAlreadyIsRefused()
    {
        const Result<Preparation> again = prepare(
            *findOperation(QStringLiteral("clone")), m_cluster,
            {{QStringLiteral("name"), m_clone}, {QStringLiteral("source"), QStringLiteral("first")}}, m_environment);
        QVERIFY(again);
        const QString verdict = LiveOperation::verdict(*again, QStringLiteral("layout"));
        QVERIFY2(verdict.startsWith(QLatin1String("blocked")) && verdict.contains(QLatin1String("there already")),
                 qPrintable(verdict + again->sentence));
    }

    void pgDropclusterTakesItAllAway()
    {
        run({QStringLiteral("pg_dropcluster"), QStringLiteral("--stop"), version, m_clone});
        QVERIFY(!QFileInfo::exists(configuration(m_clone)));
        QVERIFY(!QFileInfo::exists(data(m_clone)));
    }

private:
    [[nodiscard]] Preparation prepared()
    {
        const Result<Preparation> preparation = prepare(*findOperation(QStringLiteral("clone")), m_cluster,
                                                        {{QStringLiteral("name"), m_clone}}, m_environment);
        if (!preparation)
            QTest::qFail(qPrintable(preparation.error().full()), __FILE__, __LINE__);
        return preparation ? *preparation : Preparation{};
    }
    [[nodiscard]] static QString configuration(const QString &name)
    {
        return QStringLiteral("/etc/postgresql/%1/%2").arg(version, name);
    }
    [[nodiscard]] static QString data(const QString &name)
    {
        return QStringLiteral("/var/lib/postgresql/%1/%2").arg(version, name);
    }
    QString run(const QStringList &argv, bool *succeeded = nullptr)
    {
        const Result<CommandOutcome> outcome = runChecked(*m_host, {.argv = argv, .detached = true}, soon());
        if (!outcome)
            qWarning("%s", qPrintable(outcome.error().full()));
        if (succeeded)
            *succeeded = outcome.ok();
        return outcome ? QString::fromUtf8(outcome->output) : QString();
    }
    [[nodiscard]] bool succeeds(const QStringList &argv)
    {
        bool succeeded = false;
        static_cast<void>(run(argv, &succeeded));
        return succeeded;
    }
    [[nodiscard]] bool controls(const QString &name, const QString &what)
    {
        return succeeds(
            {QStringLiteral("pg_ctlcluster"), QStringLiteral("--skip-systemctl-redirect"), version, name, what});
    }
    [[nodiscard]] int freePort()
    {
        int port = 25432;
        while (!m_host->portIsFree(port, soon()).valueOr(false))
            ++port;
        return port;
    }
    /// The new node, by what is on record of it.
    [[nodiscard]] QString asked(const QString &sql)
    {
        const Result<ClusterDefinition> cluster = m_environment.registry.find(m_cluster.name);
        const NodeDefinition *node = cluster ? cluster->node(m_clone) : nullptr;
        Result<Connection> session = node ? Connection::open(node->connInfo, soon()) : Error{};
        const Result<ResultSet> answer = session ? session->query(sql, {}, soon()) : session.error();
        return answer ? answer->text(0, 0).value_or(QString()) : answer.error().full();
    }

    QTemporaryDir m_home;
    Hosts m_hosts;
    std::shared_ptr<Host> m_host;
    Environment m_environment;
    ClusterDefinition m_cluster;
    const QString m_source = QStringLiteral("howdahtest%1").arg(::getpid());
    const QString m_clone = m_source + QStringLiteral("b");
};

QTEST_GUILESS_MAIN(TestCloneDebian)
#include "test_clone_debian.moc"
