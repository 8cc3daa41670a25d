#include "core/hosts/local_host.h"
#include "core/hosts/server_layout.h"
#include "core/hosts/system_user.h"
#include "tests/support/live_server.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace howdah;
using howdah::test::LiveServer;

namespace {

Deadline soon()
{
    return Deadline::after(Milliseconds{60000});
}

QString said(const auto &result)
{
    return result.ok() ? QString() : result.error().full();
}

} // namespace

/// How real servers lie on this machine, and that the commands of a layout do what they say.
class TestLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainServerIsStoppedAndStarted();
    void configurationElsewhereIsKeptAtAStart();
    void debianClusterGoesByItsOwnTool();
    void directoryOfConfigurationLeadsToTheData();
    void copyDoesNotTakeTheOriginalsCommandLine();
    void foreignProcessNumberIsNoServer();
    void whatIsNoDataDirectory_data();
    void whatIsNoDataDirectory();
    void binariesAreFound();
    void binariesWhereTheyAreSaidToBe();

private:
    void checkedRun(const Command &command)
    {
        const auto outcome = runChecked(*m_host, command, soon());
        QVERIFY2(outcome.ok(), qPrintable(said(outcome)));
    }
    ServerLayout look(const QString &directory)
    {
        const auto layout = findServerLayout(*m_host, directory, soon());
        if (!layout)
            QTest::qFail(qPrintable(said(layout)), __FILE__, __LINE__);
        return layout.valueOr({});
    }
    std::shared_ptr<Host> m_host = makeLocalHost();
};

void TestLayout::plainServerIsStoppedAndStarted()
{
    const auto server = LiveServer::make();
    QVERIFY(server);
    const ServerLayout layout = look(server->dataDirectory());
    QCOMPARE(int(layout.kind), int(ServerLayout::Kind::Plain));
    QCOMPARE(layout.configFile, server->dataDirectory() + QStringLiteral("/postgresql.conf"));
    QCOMPARE(layout.hbaFile, server->dataDirectory() + QStringLiteral("/pg_hba.conf"));
    QCOMPARE(QDir(layout.binDirectory).canonicalPath(), QDir(howdah::test::postgresBinDirectory()).canonicalPath());
    QCOMPARE(layout.owner, ::geteuid() == 0 ? QStringLiteral("postgres") : loginSystemUser().name);
    QVERIFY(layout.running);
    QCOMPARE(layout.postmasterPid, server->postmasterPid());

    server->sql(QStringLiteral("ALTER SYSTEM SET work_mem = '7MB'"));
    checkedRun(layout.reload());
    QTRY_COMPARE(server->sql(QStringLiteral("SHOW work_mem")), QStringLiteral("7MB"));
    checkedRun(layout.stop(QStringLiteral("fast")));
    const ServerLayout stopped = look(server->dataDirectory());
    QVERIFY(!stopped.running);
    QCOMPARE(stopped.binDirectory, layout.binDirectory);
    checkedRun(stopped.start(server->dataDirectory() + QStringLiteral("/start.log")));
    QVERIFY(look(server->dataDirectory()).running);
    QCOMPARE(server->sql(QStringLiteral("SELECT 1")), QStringLiteral("1"));
}

void TestLayout::configurationElsewhereIsKeptAtAStart()
{
    const auto server = LiveServer::make();
    QVERIFY(server);
    server->stop();
    const ServerLayout plain = look(server->dataDirectory());
    const QString elsewhere = QFileInfo(server->dataDirectory()).path() + QStringLiteral("/my conf'ig");
    const As owner{plain.owner};
    QVERIFY(m_host->makeDirectory(elsewhere, 0700, owner, soon()).ok());
    const QString configFile = elsewhere + QStringLiteral("/postgresql.conf");
    QVERIFY(m_host->move(plain.configFile, configFile, owner, soon()).ok());

    ServerLayout first = plain;
    first.serverOptions = {QStringLiteral("-c"), QStringLiteral("config_file=") + configFile, QStringLiteral("-c"),
                           QStringLiteral("work_mem=9MB")};
    checkedRun(first.start(elsewhere + QStringLiteral("/start.log")));
    const ServerLayout layout = look(server->dataDirectory());
    QCOMPARE(int(layout.kind), int(ServerLayout::Kind::ConfigElsewhere));
    QCOMPARE(layout.configFile, configFile);
    QCOMPARE(layout.hbaFile, server->sql(QStringLiteral("SHOW hba_file")));
    QVERIFY(layout.running);
    checkedRun(layout.stop(QStringLiteral("fast")));
    checkedRun(look(server->dataDirectory()).start(elsewhere + QStringLiteral("/start.log")));
    QCOMPARE(server->sql(QStringLiteral("SHOW work_mem")), QStringLiteral("9MB"));
    QCOMPARE(server->sql(QStringLiteral("SHOW config_file")), configFile);
}

void TestLayout::debianClusterGoesByItsOwnTool()
{
    const QString version = QString::number(findPostgresBinaries(*m_host, soon())->first().major);
    if (::geteuid() != 0 || QStandardPaths::findExecutable(QStringLiteral("pg_createcluster")).isEmpty())
        QSKIP("Debian's pg_createcluster, as root, is needed");
    const QString name = QStringLiteral("howdahtest%1").arg(::getpid());
    QTemporaryDir home;
    QFile::setPermissions(home.path(), QFile::Permissions(0x7755));
    const QString data = home.filePath(QStringLiteral("data"));
    const QStringList which{version, name};
    checkedRun(
        {.argv = QStringList{QStringLiteral("pg_createcluster"), QStringLiteral("-d"), data, QStringLiteral("-p"),
                             QString::number(howdah::test::freePort()), QStringLiteral("-s"), QStringLiteral("/tmp"),
                             QStringLiteral("-l"), QStringLiteral("/tmp/%1.log").arg(name)} +
                 which});
    const ServerLayout never = look(data);
    const auto started = runChecked(*m_host, never.start({}), soon());
    const ServerLayout layout = look(data);
    const auto reloaded = runChecked(*m_host, layout.reload(), soon());
    const auto stopped = runChecked(*m_host, layout.stop(QStringLiteral("fast")), soon());
    const ServerLayout after = look(data);
    checkedRun({.argv = QStringList{QStringLiteral("pg_dropcluster"), QStringLiteral("--stop")} + which});
    QFile::remove(QStringLiteral("/tmp/%1.log").arg(name));

    QCOMPARE(int(never.kind), int(ServerLayout::Kind::Debian));
    QVERIFY2(started.ok(), qPrintable(said(started)));
    QCOMPARE(int(layout.kind), int(ServerLayout::Kind::Debian));
    QCOMPARE(layout.debianVersion, version);
    QCOMPARE(layout.debianName, name);
    QCOMPARE(layout.configFile, QStringLiteral("/etc/postgresql/%1/%2/postgresql.conf").arg(version, name));
    QCOMPARE(layout.hbaFile, QStringLiteral("/etc/postgresql/%1/%2/pg_hba.conf").arg(version, name));
    QVERIFY(layout.running);
    QVERIFY2(reloaded.ok(), qPrintable(said(reloaded)));
    QVERIFY2(stopped.ok(), qPrintable(said(stopped)));
    QVERIFY(!after.running);
    QCOMPARE(int(after.kind), int(ServerLayout::Kind::Debian));
}

void TestLayout::foreignProcessNumberIsNoServer()
{
    const auto server = LiveServer::make();
    QVERIFY(server);
    server->stop();
    const As owner{look(server->dataDirectory()).owner};
    // Left by a crash, and the number is another process's by now: this test's.
    const QByteArray content = QByteArray::number(::getpid()) + '\n' + server->dataDirectory().toUtf8() + '\n';
    QVERIFY(m_host->writeFile(server->dataDirectory() + QStringLiteral("/postmaster.pid"), content, 0600, owner, soon())
                .ok());
    QVERIFY(!look(server->dataDirectory()).running);
    QVERIFY(m_host->removeFile(server->dataDirectory() + QStringLiteral("/postmaster.pid"), owner, soon()).ok());
}

void TestLayout::directoryOfConfigurationLeadsToTheData()
{
    const auto server = LiveServer::make();
    QVERIFY(server);
    server->stop();
    const ServerLayout plain = look(server->dataDirectory());
    const As owner{plain.owner};
    const QString control = QFileInfo(server->dataDirectory()).path() + QStringLiteral("/control");
    QVERIFY(m_host->makeDirectory(control, 0700, owner, soon()).ok());
    const QByteArray configuration = *m_host->readFile(plain.configFile, owner, soon());
    const QByteArray leading = "\ndata_directory = '" + server->dataDirectory().toUtf8() + "'\n";
    QVERIFY(
        m_host->writeFile(control + QStringLiteral("/postgresql.conf"), configuration + leading, 0600, owner, soon())
            .ok());
    QVERIFY(m_host->move(plain.hbaFile, control + QStringLiteral("/pg_hba.conf"), owner, soon()).ok());
    ServerLayout first = plain;
    first.controlDirectory = control;
    checkedRun(first.start(control + QStringLiteral("/start.log")));
    const ServerLayout layout = look(server->dataDirectory());
    QCOMPARE(int(layout.kind), int(ServerLayout::Kind::ConfigElsewhere));
    QCOMPARE(layout.controlDirectory, control);
    QCOMPARE(layout.configFile, server->sql(QStringLiteral("SHOW config_file")));
    QCOMPARE(layout.hbaFile, server->sql(QStringLiteral("SHOW hba_file")));
    QVERIFY(layout.running);
    checkedRun(layout.stop(QStringLiteral("fast")));
    QVERIFY(!look(server->dataDirectory()).running);
}

void TestLayout::copyDoesNotTakeTheOriginalsCommandLine()
{
    const auto server = LiveServer::make();
    QVERIFY(server);
    const QString copy = QFileInfo(server->dataDirectory()).path() + QStringLiteral("/copy");
    const ServerLayout original = look(server->dataDirectory());
    checkedRun({.argv = {QStringLiteral("cp"), QStringLiteral("-a"), server->dataDirectory(), copy},
                .asUser = original.owner});
    const ServerLayout layout = look(copy);
    QCOMPARE(layout.controlDirectory, copy);
    QCOMPARE(layout.configFile, copy + QStringLiteral("/postgresql.conf"));
    QVERIFY(!layout.running); // though its postmaster.pid names a live server: another's
    QVERIFY(!layout.stop(QStringLiteral("fast")).argv.contains(server->dataDirectory()));
}

void TestLayout::whatIsNoDataDirectory_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("code");
    QTest::newRow("missing") << "/no/such/directory" << int(ErrorCode::NotFound);
    QTest::newRow("another directory") << "/usr/lib" << int(ErrorCode::NotFound);
    QTest::newRow("a file") << "/etc/passwd" << int(ErrorCode::NotFound);
    QTest::newRow("relative") << "data" << int(ErrorCode::Invalid);
}

void TestLayout::whatIsNoDataDirectory()
{
    QFETCH(QString, path);
    QFETCH(int, code);
    const auto layout = findServerLayout(*m_host, path, soon());
    QVERIFY(!layout.ok());
    QCOMPARE(errorCodeName(layout.error().code), errorCodeName(ErrorCode(code)));
}

void TestLayout::binariesAreFound()
{
    const auto found = findPostgresBinaries(*m_host, soon());
    QVERIFY2(found.ok(), qPrintable(said(found)));
    for (qsizetype index = 0; index < found->size(); ++index) {
        QVERIFY(QFile::exists(found->at(index).directory + QStringLiteral("/postgres")));
        QVERIFY(found->at(index).major >= 9);
        QVERIFY(index == 0 || found->at(index - 1).major >= found->at(index).major);
    }
}

void TestLayout::binariesWhereTheyAreSaidToBe()
{
    const QByteArray before = qgetenv("HOWDAH_PG_BINDIR");
    const QString real = howdah::test::postgresBinDirectory();
    qputenv("HOWDAH_PG_BINDIR", real.toUtf8());
    const auto named = findPostgresBinaries(*m_host, soon());
    qputenv("HOWDAH_PG_BINDIR", "/usr/share");
    const auto wrong = findPostgresBinaries(*m_host, soon());
    if (before.isEmpty())
        qunsetenv("HOWDAH_PG_BINDIR");
    else
        qputenv("HOWDAH_PG_BINDIR", before);
    QVERIFY2(named.ok(), qPrintable(said(named)));
    QCOMPARE(named->size(), qsizetype{1});
    QCOMPARE(named->first().directory, real);
    QVERIFY(!wrong.ok());
    QCOMPARE(errorCodeName(wrong.error().code), errorCodeName(ErrorCode::NotFound));
    QVERIFY(wrong.error().message.contains(QLatin1String("/usr/share")));
}

QTEST_GUILESS_MAIN(TestLayout)
#include "test_layout.moc"
