#include "core/hosts/local_host.h"
#include "core/hosts/ssh_host.h"
#include "tests/support/live_server.h"
#include "tests/support/live_sshd.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace howdah;
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
    QStringLiteral("sleep 1000 & echo $! >>\"$1\"; (trap '' TERM; exec sleep 1000) & echo $! >>\"$1\"; "
                   "echo $$ >>\"$1\"; sleep 1000");

} // namespace

/// What a command does on this machine it does on another: the same rows, here and through a real sshd.
class TestSshCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void initTestCase();
    void init();

    void outcomeTellsHowItEnded_data();
    void outcomeTellsHowItEnded();
    void hostileWordsArriveWhole();
    void printedLineDoesTheSame();
    void streamsArriveApartAndWhileItRuns();
    void environmentIsClean();
    void inputIsGiven_data();
    void inputIsGiven();
    void inputMayBeLeftUnread();
    void outputKeepsItsLastMebibyte();
    void runsAsAnotherUser_data();
    void runsAsAnotherUser();
    void refusals_data();
    void refusals();
    void stopEndsGrandchildren_data();
    void stopEndsGrandchildren();
    void stoppedBeforeItStarts();
    void heldOutputDoesNotHoldUs();
    void detachedLeavesItsServerAlone();
    void manyAtATime();

private:
    std::unique_ptr<LiveSshd> m_sshd;
    std::shared_ptr<Host> m_local = makeLocalHost();
    std::shared_ptr<Host> m_distant;
    std::shared_ptr<Host> m_host;
};

void TestSshCommands::initTestCase_data()
{
    QTest::addColumn<bool>("distant");
    QTest::newRow("this machine") << false;
    QTest::newRow("through ssh") << true;
}

void TestSshCommands::initTestCase()
{
    m_sshd = LiveSshd::make();
    if (!m_sshd)
        QSKIP(qPrintable(LiveSshd::skipReason()));
    m_distant = *makeSshHost(QStringLiteral("ssh:good"), m_sshd->configFile());
}

void TestSshCommands::init()
{
    QFETCH_GLOBAL(bool, distant);
    m_host = distant ? m_distant : m_local;
}

void TestSshCommands::outcomeTellsHowItEnded_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<int>("signal");
    QTest::newRow("success") << QStringLiteral("true") << 0 << 0;
    QTest::newRow("code") << QStringLiteral("exit 42") << 42 << 0;
    QTest::newRow("ssh's own code") << QStringLiteral("exit 255") << 255 << 0;
    QTest::newRow("a shell's code") << QStringLiteral("exit 127") << 127 << 0;
    QTest::newRow("killed") << QStringLiteral("kill -KILL $$") << 0 << SIGKILL;
    QTest::newRow("terminated") << QStringLiteral("kill -TERM $$") << 0 << SIGTERM;
    QTest::newRow("hung up") << QStringLiteral("kill -HUP $$") << 0 << SIGHUP;
    QTest::newRow("broken pipe is not ignored") << QStringLiteral("kill -PIPE $$") << 0 << SIGPIPE;
}

void TestSshCommands::outcomeTellsHowItEnded()
{
    QFETCH(QString, script);
    const auto outcome = m_host->run(shell(script), soon());
    QVERIFY2(outcome.ok(), said(outcome));
    QTEST(outcome->exitCode, "exitCode");
    QTEST(outcome->signal, "signal");
}

void TestSshCommands::hostileWordsArriveWhole()
{
    const QStringList words{QString(),
                            QStringLiteral("two  words"),
                            QStringLiteral("it's"),
                            QStringLiteral("say \"hi\""),
                            QStringLiteral("$(touch /tmp/owned); `id` $HOME"),
                            QStringLiteral("line\nbreak\n"),
                            QStringLiteral("back\\slash\\"),
                            QStringLiteral("/etc/* ~ !! #x & | >"),
                            QStringLiteral("Ñandú 象 \U0001F418"),
                            QStringLiteral("A=b"),
                            QStringLiteral("--rm=-rf"),
                            QStringLiteral("\x01\x1b[31m")};
    Command command = shell(QStringLiteral("printf '%s|' \"$@\"; printf %s \"$VALUE\"; pwd"), words);
    command.environment = {{QStringLiteral("VALUE"), words.join(u' ')}};
    command.workingDirectory = QStringLiteral("/usr/lib");
    const auto outcome = m_host->run(command, soon());
    QVERIFY2(outcome.ok(), said(outcome));
    QCOMPARE(QString::fromUtf8(outcome->output),
             words.join(u'|') + u'|' + words.join(u' ') + QStringLiteral("/usr/lib\n"));
}

void TestSshCommands::printedLineDoesTheSame()
{
    Command command = shell(QStringLiteral("printf '%s ' \"$GREETING\" \"$PWD\" \"$@\"; cat"),
                            {QStringLiteral("it's  $(me)"), QStringLiteral("\"象\"")});
    command.environment = {{QStringLiteral("GREETING"), QStringLiteral("it's; $(me)")}};
    command.workingDirectory = QStringLiteral("/usr/lib");
    command.input = "from 'standard' input";
    const auto printed =
        m_local->run({.argv = {QStringLiteral("sh"), QStringLiteral("-c"), shellLine(*m_host, command)}}, soon());
    QVERIFY2(printed.ok(), said(printed));
    QCOMPARE(QString::fromUtf8(printed->output + printed->errorOutput),
             QStringLiteral("it's; $(me) /usr/lib it's  $(me) \"象\" from 'standard' input"));
}

void TestSshCommands::streamsArriveApartAndWhileItRuns()
{
    QTemporaryDir directory;
    const QString go = directory.filePath(QStringLiteral("go"));
    QByteArray output, errors;
    // The command waits for a file that is made only when its first words have come.
    const auto outcome = m_host->run(
        shell(QStringLiteral("echo early; echo wrong >&2; while [ ! -e \"$1\" ]; do sleep 0.01; done; printf late"),
              {go}),
        soon(), {}, [&](OutputStream stream, const QByteArray &chunk) {
            (stream == OutputStream::Standard ? output : errors) += chunk;
            if (output.contains("early")) {
                QFile file(go);
                QVERIFY(file.open(QIODevice::WriteOnly));
            }
        });
    QVERIFY2(outcome.ok(), said(outcome));
    QCOMPARE(output, QByteArray("early\nlate"));
    QCOMPARE(errors, QByteArray("wrong\n"));
    QCOMPARE(outcome->output, output);
    QCOMPARE(outcome->errorOutput, errors);
}

void TestSshCommands::environmentIsClean()
{
    Command command{.argv = {QStringLiteral("env")}};
    command.environment = {{QStringLiteral("LANG"), QStringLiteral("C")}, {QStringLiteral("A"), QStringLiteral("b c")}};
    const auto outcome = m_host->run(command, soon());
    QVERIFY2(outcome.ok(), said(outcome));
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

void TestSshCommands::inputIsGiven_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("line") << QByteArray("one line\n");
    QTest::newRow("no newline") << QByteArray("one");
    QTest::newRow("binary") << QByteArray("\0\1\2\xff\n\0", 6);
    QTest::newRow("more than a pipe holds") << QByteArray(512 * 1024, 'x');
}

void TestSshCommands::inputIsGiven()
{
    QFETCH(QByteArray, input);
    Command command{.argv = {QStringLiteral("cat")}};
    command.input = input;
    const auto outcome = m_host->run(command, soon());
    QVERIFY2(outcome.ok(), said(outcome));
    QVERIFY(outcome->output == input);
}

void TestSshCommands::inputMayBeLeftUnread()
{
    Command command = shell(QStringLiteral("read -r first; echo \"$first\"; exit 3"));
    command.input = "first\n" + QByteArray(4 * 1024 * 1024, 'x');
    const auto outcome = m_host->run(command, soon());
    QVERIFY2(outcome.ok(), said(outcome));
    QCOMPARE(outcome->output, QByteArray("first\n"));
    QCOMPARE(outcome->exitCode, 3);
}

void TestSshCommands::outputKeepsItsLastMebibyte()
{
    qint64 seen = 0;
    const auto outcome = m_host->run(shell(QStringLiteral("head -c 5000000 /dev/zero; echo end; exit 3")), soon(), {},
                                     [&](OutputStream, const QByteArray &chunk) { seen += chunk.size(); });
    QVERIFY2(outcome.ok(), said(outcome));
    QCOMPARE(outcome->exitCode, 3);
    QCOMPARE(seen, qint64{5000004});
    QCOMPARE(outcome->output.size(), qsizetype{1024 * 1024});
    QVERIFY(outcome->output.endsWith("end\n"));
}

void TestSshCommands::runsAsAnotherUser_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("nobody") << QStringLiteral("nobody") << QByteArray("nobody\nnogroup\n/nonexistent\n/\n0022\n");
    QTest::newRow("the login") << QStringLiteral("root") << QByteArray("root\nroot\n/root\n/\n0022\n");
}

void TestSshCommands::runsAsAnotherUser()
{
    if (::geteuid() != 0)
        QSKIP("only root may become another user without sudo");
    QFETCH(QString, user);
    Command command = shell(QStringLiteral("id -un; id -Gn; echo $HOME; pwd; umask"));
    command.asUser = user;
    const auto outcome = m_host->run(command, soon());
    QVERIFY2(outcome.ok(), said(outcome));
    QTEST(outcome->output, "expected");
}

void TestSshCommands::refusals_data()
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

void TestSshCommands::refusals()
{
    QFETCH(QStringList, argv);
    QFETCH(QString, asUser);
    QFETCH(QString, workingDirectory);
    QFETCH(int, code);
    const auto outcome = m_host->run({.argv = argv, .asUser = asUser, .workingDirectory = workingDirectory}, soon());
    QVERIFY(!outcome.ok());
    QVERIFY2(outcome.error().code == ErrorCode(code), said(outcome));
    QVERIFY(!outcome.error().message.isEmpty());
}

void TestSshCommands::stopEndsGrandchildren_data()
{
    QTest::addColumn<bool>("byDeadline");
    QTest::addColumn<QByteArray>("input"); // ends by another way than a command without
    QTest::addColumn<QString>("asUser");
    const QString other = ::geteuid() == 0 ? QStringLiteral("nobody") : QString();
    QTest::newRow("stop") << false << QByteArray() << QString();
    QTest::newRow("deadline") << true << QByteArray() << QString();
    QTest::newRow("stop, with input") << false << QByteArray("x\n") << QString();
    QTest::newRow("deadline, another user's") << true << QByteArray() << other;
    QTest::newRow("stop, another user's, with input") << false << QByteArray("x\n") << other;
}

void TestSshCommands::stopEndsGrandchildren()
{
    QFETCH(bool, byDeadline);
    QFETCH(QByteArray, input);
    QFETCH(QString, asUser);
    QTemporaryDir directory;
    QCOMPARE(::chmod(QFile::encodeName(directory.path()).constData(), 0777), 0);
    const QString pidFile = directory.filePath(QStringLiteral("pids"));
    Command command = shell(withGrandchildren, {pidFile});
    command.input = input;
    command.asUser = asUser;
    std::stop_source source;
    std::optional<Result<CommandOutcome>> outcome;
    const Deadline deadline = byDeadline ? Deadline::after(Milliseconds{1500}) : Deadline::never();
    std::thread worker([&] { outcome = m_host->run(command, deadline, source.get_token()); });
    const QList<int> pids = pidsIn(pidFile, 3);
    if (!byDeadline)
        source.request_stop();
    worker.join();
    const auto allGone = [&pids] { return std::none_of(pids.begin(), pids.end(), processLives); };
    const bool goneAtOnce = allGone();
    QCOMPARE(pids.size(), qsizetype{3});
    QVERIFY(!outcome->ok());
    QVERIFY2(outcome->error().code == (byDeadline ? ErrorCode::TimedOut : ErrorCode::Stopped), said(*outcome));
    QVERIFY2(outcome->error().hint.isEmpty(), said(*outcome));
    // Another machine is asked whether they are gone before run() returns; here, the kernel may take its time.
    QFETCH_GLOBAL(bool, distant);
    QVERIFY2(goneAtOnce || !distant, "a grandchild outlived the end of run()");
    QTRY_VERIFY2(allGone(), "a grandchild outlived the stop");
}

void TestSshCommands::stoppedBeforeItStarts()
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

void TestSshCommands::heldOutputDoesNotHoldUs()
{
    const auto outcome = m_host->run(shell(QStringLiteral("setsid sleep 1000 & echo $!")), soon());
    QVERIFY2(outcome.ok(), said(outcome));
    QCOMPARE(outcome->exitCode, 0);
    const int pid = outcome->output.trimmed().toInt();
    QVERIFY(pid > 0);
    QVERIFY(processLives(pid));
    ::kill(pid, SIGKILL);
}

void TestSshCommands::detachedLeavesItsServerAlone()
{
    Command command = shell(QStringLiteral("cat; echo about to; sleep 1000 & echo $!; echo oops >&2; exit 5"));
    command.detached = true;
    command.input = "given\n";
    const auto outcome = m_host->run(command, soon());
    QVERIFY2(outcome.ok(), said(outcome));
    QCOMPARE(outcome->exitCode, 5);
    QCOMPARE(outcome->errorOutput, QByteArray("oops\n"));
    QVERIFY(outcome->output.startsWith("given\nabout to\n"));
    const int pid = outcome->output.split('\n').value(2).toInt();
    QVERIFY(pid > 0);
    QVERIFY(processLives(pid));
    // Its output leads to a file that is nobody else's, not to a pipe that breaks.
    QVERIFY(QFile::symLinkTarget(QStringLiteral("/proc/%1/fd/1").arg(pid)).contains(QLatin1String("deleted")));
    ::kill(pid, SIGKILL);
}

void TestSshCommands::manyAtATime()
{
    constexpr int count = 16; // more than sshd's MaxSessions of a connection
    QTemporaryDir directory;
    QList<QByteArray> outputs(count);
    QList<QString> errors(count);
    std::vector<std::thread> workers;
    for (int index = 0; index < count; ++index)
        workers.emplace_back([&, index] {
            // Each waits until all are there, so that they surely run at the same time.
            const auto outcome = m_host->run(
                shell(QStringLiteral("touch \"$1/$2\"; until [ $(ls \"$1\" | wc -l) -ge $3 ]; do sleep 0.05; done; "
                                     "head -c 100000 /dev/zero; echo $2"),
                      {directory.path(), QString::number(index), QString::number(count)}),
                soon());
            outputs[index] = outcome ? outcome->output + outcome->errorOutput : QByteArray();
            errors[index] = outcome ? QString() : outcome.error().full();
        });
    for (std::thread &worker : workers)
        worker.join();
    for (int index = 0; index < count; ++index) {
        QVERIFY2(errors[index].isEmpty(), qPrintable(errors[index]));
        QCOMPARE(outputs[index].size(), 100000 + QByteArray::number(index).size() + 1);
        QVERIFY(outputs[index].endsWith('\0' + QByteArray::number(index) + '\n'));
    }
}

QTEST_GUILESS_MAIN(TestSshCommands)
#include "test_ssh_commands.moc"
