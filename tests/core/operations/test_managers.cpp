#include "core/operations/library/managers.h"
#include "core/operations/library/service_manager.h"

#include <QTest>

using namespace howdah;
using namespace howdah::library;

class TestManagers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void processesAreTold_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("files");
        const auto row = [](const char *title, const char *line, const char *name, const QStringList &files = {}) {
            QTest::newRow(title) << QString::fromLatin1(line) << QString::fromLatin1(name) << files;
        };
        const QString conf = QStringLiteral("/etc/r.conf");
        row("repmgrd", "  12 postgres /usr/bin/repmgrd -f /etc/r.conf --daemonize", "repmgrd", {conf});
        row("repmgrd's long option", "12 postgres repmgrd --config-file=/etc/r.conf", "repmgrd", {conf});
        row("repmgrd's own", "12 postgres repmgrd", "repmgrd", {QStringLiteral("/etc/repmgr.conf")});
        row("patroni", "7 postgres /usr/bin/python3 /usr/bin/patroni /etc/r.conf", "patroni", {conf});
        row("pg_autoctl", "7 postgres pg_autoctl run --pgdata /srv/n1", "pg_autoctl", {QStringLiteral("/srv/n1")});
        row("pacemaker", "7 postgres /usr/sbin/pacemakerd", "pacemakerd", {QStringLiteral("/var/lib/pacemaker/cib/cib.xml")});
        row("an editor", "7 postgres vi /etc/repmgrd", "");
        row("a path of that name", "7 postgres less /x/patroni/y", "");
        row("a server", "7 postgres /usr/lib/postgresql/15/bin/postgres -D /srv/n1", "");
    }

    void processesAreTold()
    {
        QFETCH(QString, line);
        QFETCH(QString, name);
        QFETCH(QStringList, files);
        const QList<ManagerProcess> processes = managerProcesses(line + QLatin1Char('\n'));
        QCOMPARE(processes.size(), name.isEmpty() ? 0 : 1);
        if (name.isEmpty())
            return;
        QCOMPARE(processes.first().name, name);
        QCOMPARE(processes.first().files, files);
        QCOMPARE(processes.first().user, QStringLiteral("postgres"));
        QVERIFY(processes.first().pid > 0);
    }

    void sessionsAreTold_data()
    {
        QTest::addColumn<QString>("session");
        QTest::addColumn<QString>("title");
        for (const auto &[session, title] : {std::pair{"Patroni", "Patroni"}, std::pair{"repmgr", "repmgrd"},
                                             std::pair{"repmgrd", "repmgrd"},
                                             std::pair{"pgautofailover_standby_2", "pg_auto_failover"},
                                             std::pair{"cnpg_metrics_exporter", "CloudNativePG"}, std::pair{"psql", ""},
                                             std::pair{"my patroni", ""}})
            QTest::newRow(session) << QString::fromLatin1(session) << QString::fromLatin1(title);
    }

    void sessionsAreTold()
    {
        QFETCH(QString, session);
        QFETCH(QString, title);
        const std::optional<Manager> manager = managerOfSession(session);
        QCOMPARE(manager ? managerTitle(*manager) : QString(), title);
    }

    void patronisNamesAreRead()
    {
        const ManagedNode node =
            patroniNode(QStringLiteral("n1"), QStringLiteral("/etc/p.yml"),
                        QStringLiteral("# scope: other\nscope: \"batman\"\nname: member-1 # here\nrestapi:\n"
                                       "  name: x\n"));
        QCOMPARE(node.scope, QStringLiteral("batman"));
        QCOMPARE(node.member, QStringLiteral("member-1"));
    }

    void managersHaveTheirCommands_data()
    {
        QTest::addColumn<Manager>("manager");
        QTest::addColumn<ManagedChange>("change");
        QTest::addColumn<QString>("command");
        const auto row = [](const char *title, Manager manager, ManagedChange change, const char *command) {
            QTest::newRow(title) << manager << change << QString::fromLatin1(command);
        };
        using Change = ManagedChange;
        row("Patroni's switchover", Manager::Patroni, Change::Switchover,
            "patronictl -c /c switchover batman --candidate m2");
        row("Patroni's failover", Manager::Patroni, Change::Failover, "patronictl -c /c failover batman --candidate m2");
        row("Patroni's restart", Manager::Patroni, Change::Restart, "patronictl -c /c restart batman m2");
        row("Patroni's parameter", Manager::Patroni, Change::SetParameter,
            "patronictl -c /c edit-config batman -p work_mem=8MB");
        row("Patroni's synchronous mode", Manager::Patroni, Change::Synchronous,
            "patronictl -c /c edit-config batman -s synchronous_mode=true");
        row("Patroni's new copy", Manager::Patroni, Change::Rejoin, "patronictl -c /c reinit batman m2");
        row("Patroni knows no upstreams", Manager::Patroni, Change::Follow, "");
        row("repmgr's switchover", Manager::Repmgr, Change::Switchover,
            "repmgr -f /c standby switchover --siblings-follow");
        row("repmgr's failover", Manager::Repmgr, Change::Failover, "repmgr -f /c standby promote --siblings-follow");
        row("repmgr's upstream", Manager::Repmgr, Change::Follow, "repmgr -f /c standby follow");
        row("pg_auto_failover's switchover", Manager::PgAutoFailover, Change::Switchover,
            "pg_autoctl perform promotion --pgdata /c");
        row("pg_auto_failover's failover", Manager::PgAutoFailover, Change::Failover,
            "pg_autoctl perform failover --pgdata /c");
        row("pg_auto_failover has no parameters", Manager::PgAutoFailover, Change::SetParameter, "");
        row("Pacemaker's are many", Manager::Pacemaker, Change::Switchover, "");
    }

    void managersHaveTheirCommands()
    {
        QFETCH(Manager, manager);
        QFETCH(ManagedChange, change);
        QFETCH(QString, command);
        ManagedNode node{.manager = manager,
                         .node = QStringLiteral("n2"),
                         .configuration = QStringLiteral("/c"),
                         .scope = QStringLiteral("batman"),
                         .member = QStringLiteral("m2")};
        const Arguments arguments{{QStringLiteral("name"), QStringLiteral("work_mem")},
                                  {QStringLiteral("value"), QStringLiteral("8MB")}};
        QCOMPARE(commandOf(node, change, arguments).join(u' '), command);
        node.configuration.clear();
        QVERIFY2(commandOf(node, change, arguments).isEmpty(), "no command without its configuration");
    }

    void directoriesAreTold_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("named");
        QTest::newRow("quoted") << QStringLiteral("data_directory='/srv/n1'\n") << true;
        QTest::newRow("yaml") << QStringLiteral("  data_dir: /srv/n1\n  bin_dir: /usr") << true;
        QTest::newRow("with a slash") << QStringLiteral("--pgdata /srv/n1/ --x") << true;
        QTest::newRow("at the end") << QStringLiteral("PGDATA=/srv/n1") << true;
        QTest::newRow("another") << QStringLiteral("/srv/n10") << false;
        QTest::newRow("below it") << QStringLiteral("/srv/n1/base") << false;
        QTest::newRow("older") << QStringLiteral("/srv/n1-old") << false;
    }

    void directoriesAreTold()
    {
        QFETCH(QString, text);
        QFETCH(bool, named);
        QCOMPARE(namesDirectory(text, QStringLiteral("/srv/n1")), named);
    }

    void patroniIsKnownByItsSystem()
    {
        const QByteArray answer = R"({"role": "master", "database_system_identifier": "4711",
                                      "patroni": {"version": "3.0.2", "scope": "batman"}})";
        QCOMPARE(patroniMember(answer, QStringLiteral("4711")), QStringLiteral("batman"));
        QCOMPARE(patroniMember(answer, QStringLiteral("4712")), QString());
        QCOMPARE(patroniMember("<html>", QStringLiteral("4711")), QString());
        QCOMPARE(patroniMember({}, QStringLiteral("4711")), QString());
    }

    void unitsAreTold_data()
    {
        QTest::addColumn<QString>("groups");
        QTest::addColumn<QString>("unit");
        QTest::newRow("Debian's") << QStringLiteral(
                                         "0::/system.slice/system-postgresql.slice/postgresql@15-main.service\n")
                                  << QStringLiteral("postgresql@15-main.service");
        QTest::newRow("version 1") << QStringLiteral("4:cpu:/\n1:name=systemd:/system.slice/pg.service\n")
                                   << QStringLiteral("pg.service");
        QTest::newRow("a login") << QStringLiteral("0::/user.slice/user-1000.slice/session-2.scope\n") << QString();
        QTest::newRow("of a user") << QStringLiteral("0::/user.slice/user@1000.service/app.slice\n") << QString();
        QTest::newRow("none") << QStringLiteral("0::/\n") << QString();
    }

    void unitsAreTold()
    {
        QFETCH(QString, groups);
        QFETCH(QString, unit);
        QCOMPARE(systemdUnit(groups), unit);
    }
};

QTEST_GUILESS_MAIN(TestManagers)
#include "test_managers.moc"
