#include "tests/live/cli/howdahctl.h"
#include "tests/support/live_server.h"

#include <array>

#include <fcntl.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

using howdah::test::Howdahctl;
using howdah::test::LiveServer;

namespace {

/// howdahctl on a terminal of its own.
class Terminal
{
public:
    Terminal(const Howdahctl &howdahctl, const QStringList &words)
    {
        QList<QByteArray> arguments{Howdahctl::program().toUtf8()};
        for (const QString &word : words)
            arguments << word.toUtf8();
        std::vector<char *> argv;
        for (QByteArray &argument : arguments)
            argv.push_back(argument.data());
        argv.push_back(nullptr);
        m_process = ::forkpty(&m_terminal, nullptr, nullptr, nullptr);
        if (m_process == 0) {
            ::setenv("HOWDAH_HOME", howdahctl.home().toUtf8().constData(), 1);
            ::setenv("PGPASSFILE", "/nowhere", 1);
            ::setenv("LC_ALL", "C.UTF-8", 1);
            ::execv(argv.front(), argv.data());
            ::_exit(127);
        }
        ::fcntl(m_terminal, F_SETFL, O_NONBLOCK);
    }
    ~Terminal()
    {
        if (m_process > 0) {
            ::kill(m_process, SIGKILL);
            ::waitpid(m_process, nullptr, 0);
        }
        ::close(m_terminal);
    }
    Terminal(const Terminal &) = delete;
    Terminal &operator=(const Terminal &) = delete;

    [[nodiscard]] bool shows(const char *text)
    {
        return QTest::qWaitFor([&] { return read().contains(text); }, 30000);
    }
    void type(const QByteArray &text) const
    {
        QCOMPARE(::write(m_terminal, text.constData(), static_cast<size_t>(text.size())), text.size());
    }
    /// The exit code, once it has ended.
    [[nodiscard]] int code()
    {
        int status = 0;
        const bool ended =
            QTest::qWaitFor([&] { return read(), ::waitpid(m_process, &status, WNOHANG) == m_process; }, 60000);
        m_process = ended ? -1 : m_process;
        return ended && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }
    const QByteArray &read()
    {
        std::array<char, 4096> bytes{};
        for (ssize_t count = ::read(m_terminal, bytes.data(), bytes.size()); count > 0;
             count = ::read(m_terminal, bytes.data(), bytes.size()))
            m_seen.append(bytes.data(), count);
        return m_seen;
    }

private:
    pid_t m_process = -1;
    int m_terminal = -1;
    QByteArray m_seen;
};

} // namespace

/// What is asked of a person who sits at a terminal.
class TestTerminal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void asksForTheWord_data();
    void asksForTheWord();
    void asksForTheWordBeforeItGoesOn();
    void asksForAPassword_data();
    void asksForAPassword();

private:
    [[nodiscard]] QString nodeName() const;

    Howdahctl m_howdahctl;
    std::unique_ptr<LiveServer> m_server;
    const QString m_name = QStringLiteral("mine");
};

void TestTerminal::initTestCase()
{
    m_server = LiveServer::make();
    m_server->sql(QStringLiteral("CREATE ROLE guarded LOGIN SUPERUSER PASSWORD 'se cret'"));
    QFile hba(m_server->dataDirectory() + QStringLiteral("/pg_hba.conf"));
    QVERIFY(hba.open(QIODevice::ReadWrite));
    const QByteArray lines = hba.readAll();
    hba.seek(0);
    hba.write("host all guarded 127.0.0.1/32 scram-sha-256\n" + lines);
    hba.close();
    m_server->sql(QStringLiteral("SELECT pg_reload_conf()"));
    COMPARE_CODE(
        m_howdahctl.run({QStringLiteral("cluster"), QStringLiteral("add"), m_name, m_server->connInfo().toString()}),
        0);
}

void TestTerminal::cleanupTestCase()
{
    m_server.reset();
}

QString TestTerminal::nodeName() const
{
    const Howdahctl::Answer status = m_howdahctl.run({QStringLiteral("status"), m_name, QStringLiteral("--json")});
    const QJsonArray nodes = status.json().value(QStringLiteral("nodes")).toArray();
    return nodes.at(0).toObject().value(QStringLiteral("name")).toString();
}

void TestTerminal::asksForTheWord_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<bool>("restarted");
    QTest::newRow("another word") << QByteArray("no\n") << false;
    QTest::newRow("nothing") << QByteArray("\n") << false;
    QTest::newRow("Ctrl-D") << QByteArray("\x04") << false;
    QTest::newRow("Ctrl-C") << QByteArray("\x03") << false;
    QTest::newRow("the word") << QByteArray() << true;
}

void TestTerminal::asksForTheWord()
{
    QFETCH(const QByteArray, typed);
    QFETCH(const bool, restarted);
    const QString node = nodeName();
    const int before = m_server->postmasterPid();

    Terminal terminal(m_howdahctl, {QStringLiteral("restart"), m_name, QStringLiteral("--node"), node});
    QVERIFY2(terminal.shows("to go on:"), terminal.read().constData());
    terminal.type(restarted ? node.toUtf8() + "\n" : typed);
    const int code = terminal.code();
    QVERIFY2(code == (restarted ? 0 : 2), terminal.read().constData());
    QCOMPARE(m_server->postmasterPid() != before, restarted);
}

void TestTerminal::asksForTheWordBeforeItGoesOn()
{
    const QString node = nodeName();
    COMPARE_CODE(
        m_howdahctl.run({QStringLiteral("restart"), m_name, QStringLiteral("--node"), node, QStringLiteral("--yes")},
                        {{QStringLiteral("HOWDAH_KILL_AT"), QStringLiteral("before:restart")}}),
        -1);
    const QJsonArray operations = m_howdahctl.run({QStringLiteral("operations"), QStringLiteral("--json")})
                                      .json()
                                      .value(QStringLiteral("operations"))
                                      .toArray();
    const QString id = operations.at(0).toObject().value(QStringLiteral("id")).toString();
    const int before = m_server->postmasterPid();
    for (const bool right : {false, true}) {
        Terminal terminal(m_howdahctl, {QStringLiteral("operations"), QStringLiteral("resume"), id});
        QVERIFY2(terminal.shows("to go on:"), terminal.read().constData());
        terminal.type(right ? node.toUtf8() + "\n" : QByteArray("no\n"));
        const int code = terminal.code();
        QVERIFY2(code == (right ? 0 : 2), terminal.read().constData());
        QCOMPARE(m_server->postmasterPid() != before, right);
    }
}

void TestTerminal::asksForAPassword_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<int>("code");
    QTest::newRow("right") << QByteArray("se cret\n") << 0;
    QTest::newRow("wrong") << QByteArray("guess\n") << 1;
    QTest::newRow("none") << QByteArray("\n") << 1;
}

void TestTerminal::asksForAPassword()
{
    QFETCH(const QByteArray, typed);
    QFETCH(const int, code);
    const QString conninfo = m_server->connInfo().with(QStringLiteral("user"), QStringLiteral("guarded")).toString();
    Terminal terminal(m_howdahctl,
                      {QStringLiteral("cluster"), QStringLiteral("add"), QStringLiteral("guarded"), conninfo});
    QVERIFY2(terminal.shows("Password"), terminal.read().constData());
    terminal.type(typed);
    QVERIFY2(terminal.code() == code, terminal.read().constData());
    QVERIFY2(!terminal.read().contains(typed.trimmed()) || typed.trimmed().isEmpty(), terminal.read().constData());
    if (code == 0)
        COMPARE_CODE(m_howdahctl.run({QStringLiteral("cluster"), QStringLiteral("remove"), QStringLiteral("guarded")}),
                     0);
}

QTEST_GUILESS_MAIN(TestTerminal)
#include "test_terminal.moc"
