#include "core/hosts/local_host.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace howdah;

namespace {

Command shell(const QString &script, const QStringList &words = {})
{
    return Command{.argv =
                       QStringList{QStringLiteral("sh"), QStringLiteral("-c"), script, QStringLiteral("test")} + words};
}

Deadline soon()
{
    return Deadline::after(Milliseconds{20000});
}

bool processLives(int pid)
{
    QFile status(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!status.open(QIODevice::ReadOnly))
        return false;
    const QByteArray line = status.readAll();
    return line.mid(line.lastIndexOf(')') + 2, 1) != "Z";
}

/// The numbers that a script wrote to a file, one a line.
QList<int> pidsIn(const QString &path, qsizetype expected)
{
    QList<int> pids;
    const auto read = [&] {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return false;
        pids.clear();
        for (const QByteArray &line : file.readAll().split('\n'))
            if (!line.isEmpty())
                pids << line.toInt();
        return pids.size() == expected;
    };
    return QTest::qWaitFor(read, 10000) ? pids : QList<int>();
}

const QString withGrandchildren =
    QStringLiteral("sleep 1000 & echo $! >>\"$1\"; (trap '' TERM; sleep 1000) & echo $! >>\"$1\"; "
                   "echo $$ >>\"$1\"; sleep 1000");

} // namespace

class TestCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_host = makeLocalHost(); }

    void outcomeTellsHowItEnded_data();
    void outcomeTellsHowItEnded();
    void streamsArriveApartAndWhileItRuns();
    void environmentIsClean();
    void inputIsGiven_data();
    void inputIsGiven();
    void outputKeepsItsLastMebibyte();
    void runsAsAnotherUser();
    void refusals_data();
    void refusals();
    void stopEndsGrandchildren();
    void deadlineEndsGrandchildren();
    void stoppedBeforeItStarts();
    void heldOutputDoesNotHoldUs();
    void detachedIsHeardAsItGoes();
    void detachedLeavesItsServerAlone();
    void killedConsoleLeavesNoCommand();
    void checkedRunSaysWhatTheCommandSaid();

private:
    std::shared_ptr<Host> m_host;
};

void TestCommands::outcomeTellsHowItEnded_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<int>("signal");
    QTest::newRow("success") << QStringLiteral("true") << 0 << 0;
    QTest::newRow("code") << QStringLiteral("exit 42") << 42 << 0;
    QTest::newRow("killed") << QStringLiteral("kill -KILL $$") << 0 << SIGKILL;
    QTest::newRow("hung up") << QStringLiteral("kill -HUP $$") << 0 << SIGHUP;
    QTest::newRow("broken pipe is not ignored") << QStringLiteral("kill -PIPE $$") << 0 << SIGPIPE;
}

void TestCommands::outcomeTellsHowItEnded()
{
    QFETCH(QString, script);
    const auto outcome = m_host->run(shell(script), soon());
    QVERIFY2(outcome.ok(), qPrintable(outcome.ok() ? QString() : outcome.error().full()));
    QTEST(outcome->exitCode, "exitCode");
    QTEST(outcome->signal, "signal");
}

void TestCommands::streamsArriveApartAndWhileItRuns()
{
    QTemporaryDir directory;
    const QString go = directory.filePath(QStringLiteral("go"));
    QByteArray output, errors;
    // The command waits for a file that is made only when its first words have come.
    const auto outcome = m_host->run(
        shell(QStringLiteral("echo early; echo wrong >&2; while [ ! -e \"$1\" ]; do sleep 0.01; done; echo late"),
              {go}),
        soon(), {}, [&](OutputStream stream, const QByteArray &chunk) {
            (stream == OutputStream::Standard ? output : errors) += chunk;
            if (output.contains("early")) {
                QFile file(go);
                QVERIFY(file.open(QIODevice::WriteOnly));
            }
        });
    QVERIFY(outcome.ok());
    QCOMPARE(output, QByteArray("early\nlate\n"));
    QCOMPARE(errors, QByteArray("wrong\n"));
    QCOMPARE(outcome->output, output);
    QCOMPARE(outcome->errorOutput, errors);
}

void TestCommands::environmentIsClean()
{
    qputenv("PGPASSWORD", "secret");
    Command command{.argv = {QStringLiteral("env")}};
    command.environment = {{QStringLiteral("LANG"), QStringLiteral("C")}, {QStringLiteral("A"), QStringLiteral("b c")}};
    const auto outcome = m_host->run(command, soon());
    qunsetenv("PGPASSWORD");
    QVERIFY(outcome.ok());
    QStringList names;
    for (const QByteArray &line : outcome->output.split('\n'))
        if (!line.isEmpty())
            names << QString::fromUtf8(line.left(line.indexOf('=')));
    names.sort();
    QCOMPARE(names, QStringList(
                        {QStringLiteral("A"), QStringLiteral("HOME"), QStringLiteral("LANG"), QStringLiteral("PATH")}));
    QVERIFY(outcome->output.contains("LANG=C\n"));
    QVERIFY(outcome->output.contains("A=b c\n"));
}

void TestCommands::inputIsGiven_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("line") << QByteArray("one line\n");
    QTest::newRow("binary") << QByteArray("\0\1\2\xff\n\0", 6);
    QTest::newRow("more than a pipe holds") << QByteArray(512 * 1024, 'x');
}

void TestCommands::inputIsGiven()
{
    QFETCH(QByteArray, input);
    Command command{.argv = {QStringLiteral("cat")}};
    command.input = input;
    const auto outcome = m_host->run(command, soon());
    QVERIFY(outcome.ok());
    QCOMPARE(outcome->output, input);
}

void TestCommands::outputKeepsItsLastMebibyte()
{
    qint64 seen = 0;
    const auto outcome = m_host->run(shell(QStringLiteral("head -c 5000000 /dev/zero; echo end; exit 3")), soon(), {},
                                     [&](OutputStream, const QByteArray &chunk) { seen += chunk.size(); });
    QVERIFY(outcome.ok());
    QCOMPARE(outcome->exitCode, 3);
    QCOMPARE(seen, qint64{5000004});
    QCOMPARE(outcome->output.size(), qsizetype{1024 * 1024});
    QVERIFY(outcome->output.endsWith("end\n"));
}

void TestCommands::runsAsAnotherUser()
{
    if (::geteuid() != 0)
        QSKIP("only root may become another user without sudo");
    Command command = shell(QStringLiteral("id -un; id -Gn; echo $HOME; pwd; umask"));
    command.asUser = QStringLiteral("nobody");
    const auto outcome = m_host->run(command, soon());
    QVERIFY2(outcome.ok(), qPrintable(outcome.ok() ? QString() : outcome.error().full()));
    QCOMPARE(outcome->output, QByteArray("nobody\nnogroup\n/nonexistent\n/\n0022\n"));
}

void TestCommands::refusals_data()
{
    QTest::addColumn<QStringList>("argv");
    QTest::addColumn<QString>("asUser");
    QTest::addColumn<QString>("workingDirectory");
    QTest::addColumn<int>("code");
    const QStringList fine{QStringLiteral("true")};
    QTest::newRow("nothing") << QStringList() << QString() << QString() << int(ErrorCode::Invalid);
    QTest::newRow("empty word") << QStringList{QString()} << QString() << QString() << int(ErrorCode::Invalid);
    QTest::newRow("no such command") << QStringList{QStringLiteral("no-such-command")} << QString() << QString()
                                     << int(ErrorCode::NotFound);
    QTest::newRow("no such file") << QStringList{QStringLiteral("/no/such/file")} << QString() << QString()
                                  << int(ErrorCode::NotFound);
    QTest::newRow("not executable") << QStringList{QStringLiteral("/etc/passwd")} << QString() << QString()
                                    << int(ErrorCode::NotPermitted);
    QTest::newRow("a directory") << QStringList{QStringLiteral("/etc")} << QString() << QString()
                                 << int(ErrorCode::NotPermitted);
    QTest::newRow("no such user") << fine << QStringLiteral("no-such-user") << QString() << int(ErrorCode::NotFound);
    QTest::newRow("no such directory") << fine << QString() << QStringLiteral("/no/such") << int(ErrorCode::NotFound);
    QTest::newRow("NUL in a word") << QStringList{QStringLiteral("echo"), QString(QChar::Null)} << QString()
                                   << QString() << int(ErrorCode::Invalid);
}

void TestCommands::refusals()
{
    QFETCH(QStringList, argv);
    QFETCH(QString, asUser);
    QFETCH(QString, workingDirectory);
    QFETCH(int, code);
    const auto outcome = m_host->run({.argv = argv, .asUser = asUser, .workingDirectory = workingDirectory}, soon());
    QVERIFY(!outcome.ok());
    QCOMPARE(errorCodeName(outcome.error().code), errorCodeName(ErrorCode(code)));
    QVERIFY(!outcome.error().message.isEmpty());
}

void TestCommands::stopEndsGrandchildren()
{
    QTemporaryDir directory;
    const QString pidFile = directory.filePath(QStringLiteral("pids"));
    std::stop_source source;
    std::optional<Result<CommandOutcome>> outcome;
    std::thread worker(
        [&] { outcome = m_host->run(shell(withGrandchildren, {pidFile}), Deadline::never(), source.get_token()); });
    const QList<int> pids = pidsIn(pidFile, 3);
    const bool allLived = std::all_of(pids.begin(), pids.end(), processLives);
    source.request_stop();
    worker.join();
    QCOMPARE(pids.size(), qsizetype{3});
    QVERIFY(allLived);
    QVERIFY(!outcome->ok());
    QCOMPARE(outcome->error().code, ErrorCode::Stopped);
    for (const int pid : pids)
        QTRY_VERIFY2(!processLives(pid), "a grandchild outlived the stop");
}

void TestCommands::deadlineEndsGrandchildren()
{
    QTemporaryDir directory;
    const QString pidFile = directory.filePath(QStringLiteral("pids"));
    const auto outcome = m_host->run(shell(withGrandchildren, {pidFile}), Deadline::after(Milliseconds{300}));
    QVERIFY(!outcome.ok());
    QCOMPARE(outcome.error().code, ErrorCode::TimedOut);
    for (const int pid : pidsIn(pidFile, 3))
        QTRY_VERIFY(!processLives(pid));
}

void TestCommands::stoppedBeforeItStarts()
{
    QTemporaryDir directory;
    std::stop_source source;
    source.request_stop();
    const QString trace = directory.filePath(QStringLiteral("trace"));
    const auto outcome = m_host->run({.argv = {QStringLiteral("touch"), trace}}, soon(), source.get_token());
    QVERIFY(!outcome.ok());
    QCOMPARE(outcome.error().code, ErrorCode::Stopped);
    QVERIFY(!QFile::exists(trace));
}

void TestCommands::heldOutputDoesNotHoldUs()
{
    const auto outcome = m_host->run(shell(QStringLiteral("setsid sleep 1000 & echo $!")), soon());
    QVERIFY(outcome.ok());
    QCOMPARE(outcome->exitCode, 0);
    const int pid = outcome->output.trimmed().toInt();
    QVERIFY(pid > 0);
    ::kill(pid, SIGKILL);
}

void TestCommands::detachedIsHeardAsItGoes()
{
    QTemporaryDir directory;
    const QString heard = directory.filePath(QStringLiteral("heard"));
    Command command = shell(QStringLiteral("echo here; until [ -e \"$1\" ]; do sleep 0.05; done; echo done"), {heard});
    command.detached = true;
    const auto outcome = m_host->run(command, soon(), {}, [&](OutputStream, const QByteArray &chunk) {
        if (chunk.startsWith("here"))
            QFile(heard).open(QIODevice::WriteOnly); // else it would wait for ever
    });
    QVERIFY(outcome.ok());
    QCOMPARE(outcome->output, QByteArray("here\ndone\n"));
}

void TestCommands::detachedLeavesItsServerAlone()
{
    Command command = shell(QStringLiteral("echo about to; sleep 1000 & echo $!; echo oops >&2; exit 5"));
    command.detached = true;
    const auto outcome = m_host->run(command, soon());
    QVERIFY(outcome.ok());
    QCOMPARE(outcome->exitCode, 5);
    QCOMPARE(outcome->errorOutput, QByteArray("oops\n"));
    const int pid = outcome->output.split('\n').value(1).toInt();
    QVERIFY(processLives(pid));
    QVERIFY(QFile::symLinkTarget(QStringLiteral("/proc/%1/fd/1").arg(pid)).contains(QLatin1String("memfd")));
    ::kill(pid, SIGKILL);
}

void TestCommands::killedConsoleLeavesNoCommand()
{
    QTemporaryDir directory;
    const QString pidFile = directory.filePath(QStringLiteral("pids"));
    const pid_t console = ::fork();
    if (console == 0) {
        [[maybe_unused]] const auto outcome = makeLocalHost()->run(
            shell(QStringLiteral("echo $$ >>\"$1\"; exec sleep 1000"), {pidFile}), Deadline::never());
        ::_exit(0);
    }
    const QList<int> pids = pidsIn(pidFile, 1);
    const bool lived = pids.size() == 1 && processLives(pids.first());
    ::kill(console, SIGKILL);
    ::waitpid(console, nullptr, 0);
    QVERIFY(lived);
    QTRY_VERIFY(!processLives(pids.first()));
}

void TestCommands::checkedRunSaysWhatTheCommandSaid()
{
    const auto failed = runChecked(*m_host, shell(QStringLiteral("echo 'no luck' >&2; exit 7")), soon());
    QVERIFY(!failed.ok());
    QCOMPARE(failed.error().code, ErrorCode::CommandFailed);
    QVERIFY(failed.error().message.contains(QLatin1String("7")));
    QCOMPARE(failed.error().detail, QStringLiteral("no luck"));
    QVERIFY(runChecked(*m_host, shell(QStringLiteral("true")), soon()).ok());
}

QTEST_GUILESS_MAIN(TestCommands)
#include "test_commands.moc"
