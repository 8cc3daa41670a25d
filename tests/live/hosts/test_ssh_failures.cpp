#include "core/hosts/local_host.h"
#include "core/hosts/server_layout.h"
#include "core/hosts/ssh_host.h"
#include "tests/support/live_server.h"
#include "tests/support/live_sshd.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace howdah;
using howdah::test::LiveServer;
using howdah::test::LiveSshd;
using howdah::test::said;

namespace {

Deadline soon()
{
    return Deadline::after(Milliseconds{20000});
}

Command shell(const QString &script, const QStringList &words = {})
{
    return Command{.argv =
                       QStringList{QStringLiteral("sh"), QStringLiteral("-c"), script, QStringLiteral("test")} + words};
}

const Command nothing{.argv = {QStringLiteral("true")}};

bool processLives(int pid)
{
    QFile status(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!status.open(QIODevice::ReadOnly))
        return false;
    const QByteArray line = status.readAll();
    return line.mid(line.lastIndexOf(')') + 2, 1) != "Z";
}

/// The number that a command wrote to a file; 0 when it did not within ten seconds.
int pidIn(const QString &path)
{
    int pid = 0;
    const auto read = [&] {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly))
            pid = file.readLine().trimmed().toInt();
        return pid != 0;
    };
    return QTest::qWaitFor(read, 10000) ? pid : 0;
}

} // namespace

/// A machine that cannot be reached, one that is not to be trusted, connections that break, and what is left of them.
class TestSshFailures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void refusalsSayWhy_data();
    void refusalsSayWhy();
    void idsThatNameNoMachine_data();
    void idsThatNameNoMachine();
    void hostsAreFoundByTheirId();
    void oneConnectionServesAll();
    void connectionEndsWithItsHost();
    void cutConnectionIsToldAndMadeAgain_data();
    void cutConnectionIsToldAndMadeAgain();
    void cutInputIsNotTakenForAll();
    void stoppedServerIsToldAndComesBack();
    void killedConsoleLeavesNoCommand();
    void waitingForAnsweringEndsInTime();
    void userWithoutSudoIsTold();
    void userThroughSudo();
    void layoutAndProgramsAreFound();

private:
    [[nodiscard]] std::shared_ptr<Host> host(const QString &name) const
    {
        return *makeSshHost(QStringLiteral("ssh:") + name, m_sshd->configFile());
    }
    std::unique_ptr<LiveSshd> m_sshd;
};

void TestSshFailures::initTestCase()
{
    m_sshd = LiveSshd::make(LiveSshd::Users::AndSudoer);
    if (!m_sshd)
        QSKIP(qPrintable(LiveSshd::skipReason()));
}

void TestSshFailures::refusalsSayWhy_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("detail"); // ssh's own words
    QTest::addColumn<bool>("tellsKey");
    QTest::newRow("unknown host key") << "unknown" << int(ErrorCode::Authentication) << "not on record"
                                      << "host key is known" << true;
    QTest::newRow("changed host key") << "changed" << int(ErrorCode::Authentication) << "another host key"
                                      << "IDENTIFICATION HAS CHANGED" << true;
    QTest::newRow("refused key") << "refused" << int(ErrorCode::Authentication) << "accepts none of our keys"
                                 << "Permission denied" << false;
    QTest::newRow("nothing listens") << "nowhere" << int(ErrorCode::Unreachable) << "no SSH server listens"
                                     << "Connection refused" << false;
    QTest::newRow("no such machine") << "nameless" << int(ErrorCode::Unreachable) << "no machine of the name"
                                     << "resolve hostname" << false;
}

void TestSshFailures::refusalsSayWhy()
{
    QFETCH(QString, name);
    QFETCH(QString, message);
    QFETCH(QString, detail);
    QFETCH(bool, tellsKey);
    const auto outcome = host(name)->run(nothing, soon());
    QVERIFY(!outcome.ok());
    const Error error = outcome.error();
    QTEST(int(error.code), "code");
    QVERIFY2(error.message.contains(message) && error.message.contains(name), said(outcome));
    QVERIFY2(error.detail.contains(detail), said(outcome));
    QVERIFY2(!error.hint.isEmpty() && !error.hint.contains(QLatin1String("%1")), said(outcome));
    QCOMPARE(error.message.contains(m_sshd->hostKeyFingerprint()), tellsKey);
    // Asked again it says the same: nothing was put on record in between.
    QCOMPARE(host(name)->readFile(QStringLiteral("/etc/passwd"), {}, soon()).error().message, error.message);
}

void TestSshFailures::idsThatNameNoMachine_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("nothing") << "ssh:";
    QTest::newRow("no colon") << "ssh";
    QTest::newRow("an option") << "ssh:-oProxyCommand=touch";
    QTest::newRow("a space") << "ssh:db1 db2";
    QTest::newRow("a command") << "ssh:$(id)";
}

void TestSshFailures::idsThatNameNoMachine()
{
    QFETCH(QString, id);
    Hosts hosts;
    const auto found = hosts.find(id);
    QVERIFY(!found.ok());
    QCOMPARE(found.error().code, ErrorCode::Invalid);
}

void TestSshFailures::hostsAreFoundByTheirId()
{
    Hosts hosts;
    const auto found = hosts.find(QStringLiteral("ssh:good"));
    QVERIFY2(found.ok(), said(found));
    QCOMPARE((*found)->id(), QStringLiteral("ssh:good"));
    QCOMPARE((*found)->label(), QStringLiteral("good"));
    QCOMPARE(*hosts.find(QStringLiteral("ssh:good")), *found);
    QVERIFY((*found)->run(nothing, soon()).ok());
    const auto byAddress = hosts.find(QStringLiteral("ssh://127.0.0.1:%1").arg(m_sshd->port()));
    QVERIFY2(byAddress.ok(), said(byAddress));
    QVERIFY((*byAddress)->run(nothing, soon()).ok());
}

void TestSshFailures::oneConnectionServesAll()
{
    const auto good = host(QStringLiteral("good"));
    const int before = m_sshd->connections();
    std::vector<std::thread> workers;
    std::atomic<int> succeeded = 0;
    for (int index = 0; index < 6; ++index)
        workers.emplace_back([&] {
            for (int turn = 0; turn < 3; ++turn)
                succeeded += good->run(nothing, soon()).ok() ? 1 : 0;
        });
    for (std::thread &worker : workers)
        worker.join();
    QCOMPARE(succeeded.load(), 18);
    QCOMPARE(m_sshd->connections() - before, 1);
}

void TestSshFailures::connectionEndsWithItsHost()
{
    const auto sockets = [] {
        return QDir(QStringLiteral("/tmp")).entryList({QStringLiteral("howdah-ssh-*")}, QDir::Dirs);
    };
    qunsetenv("XDG_RUNTIME_DIR");
    const QStringList before = sockets();
    auto good = host(QStringLiteral("good"));
    QVERIFY(good->run(nothing, soon()).ok());
    const auto seen =
        makeLocalHost()->run(shell(QStringLiteral("stat -c '%a' /tmp/howdah-ssh-*; pgrep -f \"^ssh -T -F $1 .*-M\""),
                                   {m_sshd->configFile()}),
                             soon());
    QVERIFY(seen.ok());
    const QList<QByteArray> lines = seen->output.trimmed().split('\n');
    QVERIFY(lines.first() == "700");
    const int master = lines.last().toInt();
    QVERIFY(master > 0 && processLives(master));
    QCOMPARE(sockets().size(), before.size() + 1);
    good.reset();
    QTRY_VERIFY(!processLives(master));
    QCOMPARE(sockets(), before);
}

void TestSshFailures::cutConnectionIsToldAndMadeAgain_data()
{
    QTest::addColumn<bool>("detached");
    QTest::newRow("command") << false;
    QTest::newRow("detached command") << true;
}

void TestSshFailures::cutConnectionIsToldAndMadeAgain()
{
    QFETCH(bool, detached);
    QTemporaryDir directory;
    const QString pidFile = directory.filePath(QStringLiteral("pid"));
    const auto good = host(QStringLiteral("good"));
    Command command = shell(QStringLiteral("echo $$ >\"$1\"; exec sleep 1000"), {pidFile});
    command.detached = detached;
    std::optional<Result<CommandOutcome>> outcome;
    std::thread worker([&] { outcome = good->run(command, Deadline::never()); });
    const int pid = pidIn(pidFile);
    m_sshd->cutConnections();
    worker.join();
    QVERIFY(pid > 0);
    QVERIFY(!outcome->ok());
    QVERIFY2(outcome->error().code == ErrorCode::Unreachable, said(*outcome));
    QVERIFY2(outcome->error().message.contains(QLatin1String("was lost")), said(*outcome));
    if (detached) {
        QVERIFY(processLives(pid));
        ::kill(pid, SIGKILL);
    } else {
        QTRY_VERIFY2(!processLives(pid), "a command outlived its connection");
    }
    const auto again = good->run(nothing, soon());
    QVERIFY2(again.ok(), said(again));
}

void TestSshFailures::cutInputIsNotTakenForAll()
{
    QTemporaryDir directory;
    const auto good = host(QStringLiteral("good"));
    const QString pidFile = directory.filePath(QStringLiteral("pid"));
    // The command reads slowly, so that most of its input is still on the way when the connection goes.
    Command command =
        shell(QStringLiteral(
                  "cd \"$1\"; echo $$ >pid; head -c 1000 >/dev/null; until [ -e go ]; do sleep 0.05; done; cat >rest "
                  "&& touch whole"),
              {directory.path()});
    command.input = QByteArray(16 * 1024 * 1024, 'x');
    std::optional<Result<CommandOutcome>> outcome;
    std::thread worker([&] { outcome = good->run(command, Deadline::never()); });
    const int pid = pidIn(pidFile);
    m_sshd->cutConnections();
    worker.join();
    QFile go(directory.filePath(QStringLiteral("go")));
    QVERIFY(go.open(QIODevice::WriteOnly));
    QVERIFY(pid > 0);
    QVERIFY(!outcome->ok());
    QTRY_VERIFY(!processLives(pid));
    QVERIFY2(!QFile::exists(directory.filePath(QStringLiteral("whole"))),
             "a part of the input was taken for all of it");
}

void TestSshFailures::stoppedServerIsToldAndComesBack()
{
    const auto good = host(QStringLiteral("good"));
    QVERIFY(good->run(nothing, soon()).ok());
    m_sshd->stop();
    const auto gone = good->run(nothing, soon());
    m_sshd->start();
    const auto back = good->run(nothing, soon());
    QVERIFY(!gone.ok());
    QVERIFY2(gone.error().code == ErrorCode::Unreachable, said(gone));
    QVERIFY2(back.ok(), said(back));
}

void TestSshFailures::killedConsoleLeavesNoCommand()
{
    QTemporaryDir directory;
    const QString pidFile = directory.filePath(QStringLiteral("pid"));
    const pid_t console = ::fork();
    if (console == 0) {
        qputenv("XDG_RUNTIME_DIR", directory.path().toUtf8()); // what a killed console leaves is cleared away with this
        [[maybe_unused]] const auto outcome =
            host(QStringLiteral("good"))
                ->run(shell(QStringLiteral("echo $$ >\"$1\"; exec sleep 1000"), {pidFile}), Deadline::never());
        ::_exit(0);
    }
    const int pid = pidIn(pidFile);
    const bool lived = pid > 0 && processLives(pid);
    ::kill(console, SIGKILL);
    ::waitpid(console, nullptr, 0);
    QVERIFY(lived);
    QTRY_VERIFY2(!processLives(pid), "a command outlived the console");
}

void TestSshFailures::waitingForAnsweringEndsInTime()
{
    // The server is there, and says nothing.
    const auto good = host(QStringLiteral("good"));
    m_sshd->pause();
    const auto late = good->run(nothing, Deadline::after(Milliseconds{300}));
    std::stop_source source;
    std::optional<Result<CommandOutcome>> stopped;
    std::thread worker([&] { stopped = good->run(nothing, Deadline::never(), source.get_token()); });
    source.request_stop();
    worker.join();
    m_sshd->resume();
    QVERIFY(!late.ok());
    QVERIFY2(late.error().code == ErrorCode::TimedOut, said(late));
    QVERIFY(!stopped->ok());
    QVERIFY2(stopped->error().code == ErrorCode::Stopped, said(*stopped));
    QVERIFY(good->run(nothing, soon()).ok());
}

void TestSshFailures::userWithoutSudoIsTold()
{
    if (::geteuid() != 0)
        QSKIP("logging in as another user needs an sshd run by root");
    const auto plain = host(QStringLiteral("postgres"));
    QCOMPARE(*plain->loginUser(soon()), QStringLiteral("postgres"));
    const auto own = plain->run(
        {.argv = {QStringLiteral("id"), QStringLiteral("-un")}, .asUser = QStringLiteral("postgres")}, soon());
    QVERIFY2(own.ok(), said(own));
    QCOMPARE(own->output, QByteArray("postgres\n"));
    const auto refused = plain->run({.argv = {QStringLiteral("true")}, .asUser = QStringLiteral("nobody")}, soon());
    if (refused.ok())
        QSKIP("the user postgres may use sudo here");
    QVERIFY2(refused.error().code == ErrorCode::NotPermitted, said(refused));
    QVERIFY2(refused.error().detail.contains(QLatin1String("sudo")), said(refused));
    QVERIFY(!refused.error().hint.isEmpty());
    QCOMPARE(plain->scriptPrefix(QStringLiteral("nobody")).mid(3),
             QStringList({QStringLiteral("postgres"), QStringLiteral("--"), QStringLiteral("sudo"),
                          QStringLiteral("-n"), QStringLiteral("-u"), QStringLiteral("nobody"), QStringLiteral("--")}));
}

void TestSshFailures::userThroughSudo()
{
    if (const QString reason = LiveSshd::sudoSkipReason(); !reason.isEmpty())
        QSKIP(qPrintable(reason));
    const auto plain = host(QStringLiteral("sudoer"));
    Command who = shell(QStringLiteral("id -un; echo $HOME; pwd; cat"));
    who.asUser = QStringLiteral("nobody");
    who.input = "given";
    const auto outcome = plain->run(who, soon());
    QVERIFY2(outcome.ok(), said(outcome));
    QCOMPARE(outcome->output, QByteArray("nobody\n/nonexistent\n/\ngiven"));

    QTemporaryDir directory;
    QFile::setPermissions(directory.path(), QFile::Permissions(0x7777));
    Command waiting =
        shell(QStringLiteral("echo $$ >\"$1\"; exec sleep 1000"), {directory.filePath(QStringLiteral("pid"))});
    waiting.asUser = who.asUser;
    std::stop_source source;
    std::optional<Result<CommandOutcome>> stopped;
    std::thread worker([&] { stopped = plain->run(waiting, Deadline::never(), source.get_token()); });
    const int pid = pidIn(directory.filePath(QStringLiteral("pid")));
    source.request_stop();
    worker.join();
    QVERIFY(pid > 0);
    QVERIFY2(stopped->error().hint.isEmpty(), said(*stopped));
    QVERIFY2(!processLives(pid), "a command outlived its stop");
}

void TestSshFailures::layoutAndProgramsAreFound()
{
    const auto server = LiveServer::make();
    QVERIFY(server);
    const auto good = host(QStringLiteral("good"));
    const auto programs = findPostgresBinaries(*good, soon());
    QVERIFY2(programs.ok(), said(programs));
    QCOMPARE(programs->first().directory, findPostgresBinaries(*makeLocalHost(), soon())->first().directory);
    const auto layout = findServerLayout(*good, server->dataDirectory(), soon());
    QVERIFY2(layout.ok(), said(layout));
    QCOMPARE(layout->configFile, server->dataDirectory() + QStringLiteral("/postgresql.conf"));
    QVERIFY(layout->running);
    QCOMPARE(layout->postmasterPid, server->postmasterPid());

    const auto stopped = runChecked(*good, layout->stop(QStringLiteral("fast")), soon());
    QVERIFY2(stopped.ok(), said(stopped));
    QVERIFY(!findServerLayout(*good, server->dataDirectory(), soon())->running);
    const auto started =
        runChecked(*good, layout->start(server->dataDirectory() + QStringLiteral("/start.log")), soon());
    QVERIFY2(started.ok(), said(started));
    // A server outlives the connection that started it.
    m_sshd->cutConnections();
    QCOMPARE(server->sql(QStringLiteral("SELECT 1")), QStringLiteral("1"));
    const auto nowhere = findServerLayout(*host(QStringLiteral("nowhere")), server->dataDirectory(), soon());
    QVERIFY(!nowhere.ok());
    QCOMPARE(nowhere.error().code, ErrorCode::Unreachable);
}

QTEST_GUILESS_MAIN(TestSshFailures)
#include "test_ssh_failures.moc"
