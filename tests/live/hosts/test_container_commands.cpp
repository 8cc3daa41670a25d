#include "core/hosts/container_engine.h"
#include "core/hosts/container_host.h"
#include "tests/support/live_containers.h"
#include "tests/support/live_server.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <csignal>
#include <thread>

using namespace howdah;
using howdah::test::LiveContainers;
using howdah::test::said;

namespace {

Deadline soon()
{
    return Deadline::after(Milliseconds{30000});
}

Command shell(const QString &script, const QStringList &words = {})
{
    return Command{.argv =
                       QStringList{QStringLiteral("sh"), QStringLiteral("-c"), script, QStringLiteral("test")} + words};
}

// The pause is longer than any test, and found again by its number of seconds.
const QString withGrandchildren =
    QStringLiteral("sleep 7301 & (trap '' TERM; exec sleep 7302) & echo ready; sleep 7303");
const QString countSleeps =
    QStringLiteral("count=0; for file in /proc/[0-9]*/cmdline; do "
                   "case $(tr '\\0' ' ' <\"$file\" 2>/dev/null) in 'sleep 730'*) count=$((count+1));; esac; "
                   "done; echo $count");

} // namespace

/// Commands in a container that runs ("alive") and beside one that is stopped ("stopped").
class TestContainerCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void initTestCase();
    void cleanupTestCase() { m_containers.reset(); }

    void outcomeTellsHowItEnded_data();
    void outcomeTellsHowItEnded();
    void hostileWordsArriveWhole();
    void streamsArriveApartAndWhole();
    void inputIsGiven();
    void environmentIsClean();
    void runsAsAnotherUser();
    void unknownUserIsNamed();
    void missingProgramIsNamed();
    void deadlineEndsAllOfIt();
    void stopEndsAllOfIt();
    void killedConsoleLeavesNothing();
    void printedLineDoesTheSame();
    void pausedContainerSaysSo();
    void absentContainerIsNotFound();
    void badNamesAreRefused_data();
    void badNamesAreRefused();
    void nothingStaysBehindInAStoppedContainer();
    void engineTellsTheState();

private:
    [[nodiscard]] std::shared_ptr<Host> host(const QString &name = {}) const
    {
        QFETCH_GLOBAL(QString, container);
        const auto found = makeContainerHost(m_containers->hostId(name.isEmpty() ? container : name));
        return found ? *found : nullptr;
    }
    [[nodiscard]] static QString printed(Host &host, const Command &command)
    {
        const Result<CommandOutcome> outcome = host.run(command, soon());
        return outcome ? QString::fromUtf8(outcome->output).trimmed() : outcome.error().full();
    }
    std::unique_ptr<LiveContainers> m_containers;
};

void TestContainerCommands::initTestCase_data()
{
    QTest::addColumn<QString>("container");
    QTest::newRow("alive") << QStringLiteral("alive");
    QTest::newRow("stopped") << QStringLiteral("stopped");
}

void TestContainerCommands::initTestCase()
{
    m_containers = LiveContainers::make();
    if (!m_containers)
        QSKIP(qUtf8Printable(LiveContainers::skipReason()));
    for (const char *name : {"alive", "stopped", "paused"})
        m_containers->run(QString::fromLatin1(name), {QStringLiteral("--restart=unless-stopped")},
                          {QStringLiteral("sleep"), QStringLiteral("100000")});
    m_containers->podman({QStringLiteral("stop"), QStringLiteral("--time"), QStringLiteral("0"),
                          m_containers->container(QStringLiteral("stopped"))});
    m_containers->podman({QStringLiteral("pause"), m_containers->container(QStringLiteral("paused"))});
}

void TestContainerCommands::outcomeTellsHowItEnded_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("signal");
    QTest::newRow("well") << QStringLiteral("exit 0") << 0 << 0;
    QTest::newRow("badly") << QStringLiteral("exit 3") << 3 << 0;
    QTest::newRow("with the engine's own code") << QStringLiteral("exit 125") << 125 << 0;
    QTest::newRow("by a signal") << QStringLiteral("kill -9 $$") << 0 << 9;
}

void TestContainerCommands::outcomeTellsHowItEnded()
{
    QFETCH(QString, script);
    QFETCH(int, code);
    QFETCH(int, signal);
    const Result<CommandOutcome> outcome = host()->run(shell(script), soon());
    QVERIFY2(outcome, said(outcome));
    QCOMPARE(outcome->signal, signal);
    QCOMPARE(outcome->exitCode, code);
}

void TestContainerCommands::hostileWordsArriveWhole()
{
    const QStringList words{QStringLiteral("a b"),    QStringLiteral("$(id)"), QStringLiteral("'\""), QString(),
                            QStringLiteral("ñ\n;|&"), QStringLiteral("-v")};
    const QString all = printed(*host(), shell(QStringLiteral("printf '<%s>' \"$@\""), words));
    QCOMPARE(all, QLatin1Char('<') + words.join(QStringLiteral("><")) + QLatin1Char('>'));
}

void TestContainerCommands::streamsArriveApartAndWhole()
{
    QByteArray output;
    QByteArray errors;
    const Result<CommandOutcome> outcome =
        host()->run(shell(QStringLiteral("head -c 3000000 /dev/zero; echo oops >&2")), soon(), {},
                    [&](OutputStream stream, const QByteArray &chunk) {
                        (stream == OutputStream::Standard ? output : errors) += chunk;
                    });
    QVERIFY2(outcome, said(outcome));
    QCOMPARE(output.size(), 3000000);
    QCOMPARE(errors, QByteArray("oops\n"));
}

void TestContainerCommands::inputIsGiven()
{
    Command command = shell(QStringLiteral("tr a-z A-Z | tail -c 20"));
    command.input = QByteArray(2000000, 'x') + "the end of it";
    QCOMPARE(printed(*host(), command), QStringLiteral("XXXXXXXTHE END OF IT"));
}

void TestContainerCommands::environmentIsClean()
{
    Command command{.argv = {QStringLiteral("env")}, .environment = {{QStringLiteral("OURS"), QStringLiteral("a b")}}};
    QStringList names;
    for (const QString &line : printed(*host(), command).split(QLatin1Char('\n')))
        names << line;
    names = names.filter(QRegularExpression(QStringLiteral("^(OURS|PGDATA|LANG|HOME)")));
    names.sort();
    QCOMPARE(names,
             (QStringList{QStringLiteral("HOME=/root"), QStringLiteral("LANG=C.UTF-8"), QStringLiteral("OURS=a b")}));
    command = Command{.argv = {QStringLiteral("readlink"), QStringLiteral("/proc/self/cwd")},
                      .workingDirectory = QStringLiteral("/var/lib/postgresql")};
    QCOMPARE(printed(*host(), command), QStringLiteral("/var/lib/postgresql"));
}

void TestContainerCommands::runsAsAnotherUser()
{
    QCOMPARE(*host()->loginUser(soon()), QStringLiteral("root"));
    const Command command{.argv = {QStringLiteral("id"), QStringLiteral("-un")}, .asUser = QStringLiteral("postgres")};
    QCOMPARE(printed(*host(), command), QStringLiteral("postgres"));
}

void TestContainerCommands::unknownUserIsNamed()
{
    const auto outcome = host()->run({.argv = {QStringLiteral("id")}, .asUser = QStringLiteral("nobody-here")}, soon());
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::NotFound);
    QVERIFY2(outcome.error().message.contains(QLatin1String("nobody-here")), said(outcome));
}

void TestContainerCommands::missingProgramIsNamed()
{
    const auto outcome = host()->run({.argv = {QStringLiteral("no-such-program")}}, soon());
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::NotFound);
    QVERIFY2(outcome.error().message.contains(QLatin1String("no-such-program")), said(outcome));
}

void TestContainerCommands::deadlineEndsAllOfIt()
{
    const auto there = host();
    const auto outcome = there->run(shell(withGrandchildren), Deadline::after(Milliseconds{2500}));
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::TimedOut);
    QVERIFY2(outcome.error().hint.isEmpty(), said(outcome));
    QCOMPARE(printed(*there, shell(countSleeps)), QStringLiteral("0"));
}

void TestContainerCommands::stopEndsAllOfIt()
{
    const auto there = host();
    std::stop_source stop;
    const auto outcome =
        there->run(shell(withGrandchildren), soon(), stop.get_token(), [&](OutputStream, const QByteArray &chunk) {
            if (chunk.contains("ready"))
                stop.request_stop();
        });
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::Stopped);
    QVERIFY2(outcome.error().hint.isEmpty(), said(outcome));
    QCOMPARE(printed(*there, shell(countSleeps)), QStringLiteral("0"));
}

/// The engine's program is killed as it would be with the console: what it had started in the container ends.
void TestContainerCommands::killedConsoleLeavesNothing()
{
    const auto there = host();
    QFETCH_GLOBAL(QString, container);
    const QString mark = QStringLiteral("found-by-this-") + m_containers->container(container);
    std::jthread console([&] {
        [[maybe_unused]] const auto outcome =
            there->run(shell(withGrandchildren + QStringLiteral(" # ") + mark), soon());
    });
    QTRY_COMPARE_WITH_TIMEOUT(printed(*there, shell(countSleeps)), QStringLiteral("3"), 20000);
    QProcess find;
    find.start(QStringLiteral("pgrep"), {QStringLiteral("-f"), QStringLiteral("^podman exec.*") + mark});
    QVERIFY(find.waitForFinished());
    const QByteArray pid = find.readAllStandardOutput().trimmed();
    QVERIFY2(!pid.isEmpty() && !pid.contains('\n'), pid);
    QCOMPARE(::kill(pid.toInt(), SIGKILL), 0);
    QTRY_COMPARE_WITH_TIMEOUT(printed(*there, shell(countSleeps)), QStringLiteral("0"), 20000);
}

void TestContainerCommands::printedLineDoesTheSame()
{
    QFETCH_GLOBAL(QString, container);
    if (container != QLatin1String("alive"))
        QSKIP("a person starts a stopped container first");
    const auto there = host();
    [[maybe_unused]] const auto known = there->loginUser(soon());
    Command command =
        shell(QStringLiteral("printf '<%s>' \"$@\""), {QStringLiteral("it's $HOME"), QStringLiteral("b c")});
    command.asUser = QStringLiteral("postgres");
    command.environment = {{QStringLiteral("X"), QStringLiteral("1")}};
    QProcess line;
    line.start(QStringLiteral("sh"), {QStringLiteral("-c"), shellLine(*there, command)});
    QVERIFY(line.waitForFinished());
    QCOMPARE(line.readAllStandardOutput(), QByteArray("<it's $HOME><b c>"));
}

void TestContainerCommands::pausedContainerSaysSo()
{
    const auto outcome = host(QStringLiteral("paused"))->run({.argv = {QStringLiteral("id")}}, soon());
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::Unreachable);
    QVERIFY2(outcome.error().hint.contains(QLatin1String("podman unpause")), said(outcome));
}

void TestContainerCommands::absentContainerIsNotFound()
{
    const auto outcome = host(QStringLiteral("absent"))->run({.argv = {QStringLiteral("id")}}, soon());
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::NotFound);
}

void TestContainerCommands::badNamesAreRefused_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("none") << QStringLiteral("container:");
    QTest::newRow("an option") << QStringLiteral("container:--all");
    QTest::newRow("another engine") << QStringLiteral("container:lxc:pg1");
    QTest::newRow("two words") << QStringLiteral("container:pg1 pg2");
}

void TestContainerCommands::badNamesAreRefused()
{
    QFETCH(QString, id);
    const auto made = makeContainerHost(id);
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::Invalid);
}

void TestContainerCommands::nothingStaysBehindInAStoppedContainer()
{
    const auto outcome = host(QStringLiteral("stopped"))
                             ->run({.argv = {QStringLiteral("sleep"), QStringLiteral("1")}, .detached = true}, soon());
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::Unreachable);
    QVERIFY2(outcome.error().hint.contains(QLatin1String("podman start")), said(outcome));
}

void TestContainerCommands::engineTellsTheState()
{
    QFETCH_GLOBAL(QString, container);
    const auto state = host()->container(soon());
    QVERIFY2(state && *state, said(state));
    QCOMPARE((*state)->name, m_containers->container(container));
    QCOMPARE((*state)->running, container == QLatin1String("alive"));
    QCOMPARE((*state)->restartPolicy, QStringLiteral("unless-stopped"));
    QCOMPARE((*state)->networks, QStringList{m_containers->network()});
    QCOMPARE((*state)->mounts, QStringList{QStringLiteral("/var/lib/postgresql/data")});
}

QTEST_GUILESS_MAIN(TestContainerCommands)
#include "test_container_commands.moc"
