#include "core/hosts/local_host.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace howdah;

namespace {

const QString other = QStringLiteral("nobody");

Deadline soon()
{
    return Deadline::after(Milliseconds{20000});
}

QString said(const auto &result)
{
    return result.ok() ? QString() : result.error().full();
}

Command shell(const QString &script, const QStringList &words = {})
{
    return Command{.argv =
                       QStringList{QStringLiteral("sh"), QStringLiteral("-c"), script, QStringLiteral("test")} + words,
                   .asUser = other};
}

bool processLives(int pid)
{
    QFile status(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!status.open(QIODevice::ReadOnly))
        return false;
    const QByteArray line = status.readAll();
    return line.mid(line.lastIndexOf(')') + 2, 1) != "Z";
}

} // namespace

/// Commands and files as another user than this test's: as root by becoming that user, else through sudo (where it asks
/// for no password).
class TestOtherUser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void outcomeIsTheCommands_data();
    void outcomeIsTheCommands();
    void environmentAndDirectory();
    void inputArrives();
    void hostileWordsArriveWhole();
    void missingCommandIsNotFound();
    void stopEndsGrandchildren_data();
    void stopEndsGrandchildren();
    void killedConsoleLeavesNoCommand();
    void filesAreTheOthers();
    void refusedUserSaysHowToAllow();

private:
    /// The numbers that `sh` processes of ours wrote into a file that everybody can read.
    QList<int> pidsIn(const QString &path, qsizetype expected)
    {
        QList<int> pids;
        const auto read = [&] {
            pids.clear();
            for (const QByteArray &line : m_host->readFile(path, {}, soon()).valueOr({}).split('\n'))
                if (!line.isEmpty())
                    pids << line.toInt();
            return pids.size() == expected;
        };
        return QTest::qWaitFor(read, 10000) ? pids : QList<int>();
    }

    std::shared_ptr<Host> m_host = makeLocalHost();
    std::unique_ptr<QTemporaryDir> m_directory; // anybody may write there
};

void TestOtherUser::initTestCase()
{
    const auto outcome = m_host->run(shell(QStringLiteral("id -un")), soon());
    if (!outcome)
        QSKIP(qPrintable(QStringLiteral("no commands as another user here: ") + said(outcome)));
    QCOMPARE(outcome->output.trimmed(), other.toUtf8());
}

void TestOtherUser::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    QVERIFY(::chmod(m_directory->path().toUtf8().constData(), 0777) == 0);
}

void TestOtherUser::outcomeIsTheCommands_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<int>("signal");
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QByteArray>("errors");
    QTest::newRow("success") << "echo out; echo err >&2" << 0 << 0 << QByteArray("out\n") << QByteArray("err\n");
    QTest::newRow("code") << "exit 3" << 3 << 0 << QByteArray() << QByteArray();
    QTest::newRow("code 1") << "exit 1" << 1 << 0 << QByteArray() << QByteArray();
    QTest::newRow("leaves a child") << "sleep 0.1 & exit 4" << 4 << 0 << QByteArray() << QByteArray();
}

void TestOtherUser::outcomeIsTheCommands()
{
    QFETCH(QString, script);
    const auto outcome = m_host->run(shell(script), soon());
    QVERIFY2(outcome.ok(), qPrintable(said(outcome)));
    QTEST(outcome->exitCode, "exitCode");
    QTEST(outcome->signal, "signal");
    QTEST(outcome->output, "output");
    QTEST(outcome->errorOutput, "errors");
}

void TestOtherUser::environmentAndDirectory()
{
    qputenv("PGPASSWORD", "secret");
    Command command = shell(QStringLiteral("env | sed 's/=.*//' | grep -v -e '^_$' -e '^PWD$' -e '^OLDPWD$' -e "
                                           "'^SHLVL$' | sort | tr '\\n' ' '; pwd; echo \"$A\""));
    command.environment = {{QStringLiteral("A"), QStringLiteral("b 'c' $d")}};
    command.workingDirectory = QStringLiteral("/usr/share");
    const auto outcome = m_host->run(command, soon());
    qunsetenv("PGPASSWORD");
    QVERIFY2(outcome.ok(), qPrintable(said(outcome)));
    QCOMPARE(outcome->output, QByteArray("A HOME LANG PATH /usr/share\nb 'c' $d\n"));
}

void TestOtherUser::inputArrives()
{
    Command command = shell(QStringLiteral("cat"));
    command.input = QByteArray(300000, 'x') + '\0' + "end";
    const auto outcome = m_host->run(command, soon());
    QVERIFY2(outcome.ok(), qPrintable(said(outcome)));
    QVERIFY(outcome->output == command.input);
}

void TestOtherUser::hostileWordsArriveWhole()
{
    const QStringList words{QStringLiteral("a b"), QStringLiteral("'"), QStringLiteral("$(id)"),
                            QStringLiteral("-n"),  QString(),           QStringLiteral("象\n")};
    const auto outcome = m_host->run(shell(QStringLiteral("printf '%s|' \"$@\""), words), soon());
    QVERIFY2(outcome.ok(), qPrintable(said(outcome)));
    QCOMPARE(QString::fromUtf8(outcome->output), words.join(QLatin1Char('|')) + QLatin1Char('|'));
}

void TestOtherUser::missingCommandIsNotFound()
{
    const auto outcome = m_host->run({.argv = {QStringLiteral("no-such-command")}, .asUser = other}, soon());
    QVERIFY(!outcome.ok());
    QCOMPARE(errorCodeName(outcome.error().code), errorCodeName(ErrorCode::NotFound));
}

void TestOtherUser::stopEndsGrandchildren_data()
{
    QTest::addColumn<bool>("byDeadline");
    QTest::newRow("stop") << false;
    QTest::newRow("deadline") << true;
}

void TestOtherUser::stopEndsGrandchildren()
{
    QFETCH(bool, byDeadline);
    const QString pidFile = m_directory->filePath(QStringLiteral("pids"));
    std::stop_source source;
    std::optional<Result<CommandOutcome>> outcome;
    const Deadline deadline = byDeadline ? Deadline::after(Milliseconds{1000}) : Deadline::never();
    std::thread worker([&] {
        const QString script = QStringLiteral("sleep 1000 & echo $! >>\"$1\"; (trap '' TERM; exec sleep 1000) & echo "
                                              "$! >>\"$1\"; echo $$ >>\"$1\"; sleep 1000");
        outcome = m_host->run(shell(script, {pidFile}), deadline, source.get_token());
    });
    const QList<int> pids = pidsIn(pidFile, 3);
    if (!byDeadline)
        source.request_stop();
    worker.join();
    QCOMPARE(pids.size(), qsizetype{3});
    QVERIFY(!outcome->ok());
    QCOMPARE(errorCodeName(outcome->error().code),
             errorCodeName(byDeadline ? ErrorCode::TimedOut : ErrorCode::Stopped));
    for (const int pid : pids)
        QTRY_VERIFY2(!processLives(pid), "a grandchild outlived the stop");
}

void TestOtherUser::killedConsoleLeavesNoCommand()
{
    const QString pidFile = m_directory->filePath(QStringLiteral("pids"));
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

void TestOtherUser::filesAreTheOthers()
{
    const As as{other};
    const QString tree = m_directory->filePath(QStringLiteral("tree"));
    const auto made = m_host->makeDirectory(tree, 0700, as, soon());
    QVERIFY2(made.ok(), qPrintable(said(made)));
    const auto written = m_host->writeFile(tree + QStringLiteral("/file"), "content", 0640, as, soon());
    QVERIFY2(written.ok(), qPrintable(said(written)));
    const auto status = m_host->status(tree + QStringLiteral("/file"), as, soon());
    QVERIFY2(status.ok(), qPrintable(said(status)));
    QCOMPARE(status->owner, other);
    QCOMPARE(status->mode, 0640);
    QCOMPARE(*m_host->readFile(tree + QStringLiteral("/file"), as, soon()), QByteArray("content"));
    QCOMPARE(errorCodeName(m_host->removeMarkedTree(tree, QStringLiteral("marker"), "42", as, soon()).error().code),
             errorCodeName(ErrorCode::Invalid));
    QVERIFY(m_host->writeFile(tree + QStringLiteral("/marker"), "42", 0600, as, soon()).ok());
    const QString closed = tree + QStringLiteral("/closed"); // as an archive that was to fail
    QVERIFY(m_host->makeDirectory(closed, 0700, as, soon()).ok());
    QVERIFY(m_host->writeFile(closed + QStringLiteral("/file"), "content", 0600, as, soon()).ok());
    QVERIFY(
        m_host->run({.argv = {QStringLiteral("chmod"), QStringLiteral("0500"), closed}, .asUser = other}, soon()).ok());
    const auto moved = m_host->move(tree, tree + QStringLiteral(" 2"), as, soon());
    QVERIFY2(moved.ok(), qPrintable(said(moved)));
    const auto removed =
        m_host->removeMarkedTree(tree + QStringLiteral(" 2"), QStringLiteral("marker"), "42", as, soon());
    QVERIFY2(removed.ok(), qPrintable(said(removed)));
    QCOMPARE(m_host->entries(m_directory->path(), as, soon())->size(), qsizetype{0});
}

void TestOtherUser::refusedUserSaysHowToAllow()
{
    if (::geteuid() == 0)
        QSKIP("nothing is refused to root");
    const auto refused = m_host->run({.argv = {QStringLiteral("true")}, .asUser = QStringLiteral("root")}, soon());
    QVERIFY(!refused.ok());
    QCOMPARE(errorCodeName(refused.error().code), errorCodeName(ErrorCode::NotPermitted));
    QVERIFY(!refused.error().hint.isEmpty());
    QVERIFY(!m_host->readFile(QStringLiteral("/etc/shadow"), {QStringLiteral("root")}, soon()).ok());
}

QTEST_GUILESS_MAIN(TestOtherUser)
#include "test_other_user.moc"
