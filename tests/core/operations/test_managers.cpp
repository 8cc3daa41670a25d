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
        row("repmgrd", "  12 /usr/bin/repmgrd -f /etc/r.conf --daemonize", "repmgrd", {conf});
        row("repmgrd's long option", "12 repmgrd --config-file=/etc/r.conf", "repmgrd", {conf});
        row("repmgrd's own", "12 repmgrd", "repmgrd", {QStringLiteral("/etc/repmgr.conf")});
        row("patroni", "7 /usr/bin/python3 /usr/bin/patroni /etc/r.conf", "patroni", {conf});
        row("pg_autoctl", "7 pg_autoctl run --pgdata /srv/n1", "pg_autoctl", {QStringLiteral("/srv/n1")});
        row("pacemaker", "7 /usr/sbin/pacemakerd", "pacemakerd", {QStringLiteral("/var/lib/pacemaker/cib/cib.xml")});
        row("an editor", "7 vi /etc/repmgrd", "");
        row("a path of that name", "7 less /x/patroni/y", "");
        row("a server", "7 /usr/lib/postgresql/15/bin/postgres -D /srv/n1", "");
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
        QVERIFY(processes.first().pid > 0);
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
