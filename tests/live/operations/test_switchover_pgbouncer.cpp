#include "tests/live/operations/live_operation.h"
#include "tests/support/live_bouncer.h"
#include "tests/support/live_server.h"

#include <QDir>
#include <QElapsedTimer>
#include <QStandardPaths>

using namespace howdah;
using namespace howdah::test;

namespace {
const QString switchover = QStringLiteral("switchover");
QString n(int number)
{
    return QStringLiteral("n%1").arg(number);
}
QString at(const LiveLab &lab, int node)
{
    return QStringLiteral("127.0.0.1:%1").arg(lab.connInfo(n(node)).port());
}
} // namespace

/// A switchover behind a real PgBouncer.
class TestSwitchoverPgbouncer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!LiveBouncer::isInstalled())
            QSKIP("PgBouncer is not installed (package pgbouncer).");
    }
    void init()
    {
        if (m_lab)
            return;
        m_lab = LiveLab::make(2);
        QVERIFY(m_lab);
        m_operation = std::make_unique<LiveOperation>(*m_lab);
        const ConnInfo primary = m_lab->connInfo(n(1));
        QFile passwords(primary.value(QStringLiteral("passfile")));
        QVERIFY(passwords.open(QIODevice::ReadOnly));
        m_password = QString::fromUtf8(passwords.readLine()).trimmed().section(QLatin1Char(':'), -1);
    }
    void cleanup()
    {
        // A switchover has changed its shape: the next test wants another.
        if (QTest::currentTestFailed() ||
            m_lab->sql(n(1), QStringLiteral("SELECT pg_is_in_recovery()")) == QStringLiteral("t"))
            m_lab.reset();
    }

    void noTransactionFails()
    {
        const QString pgbench = QStandardPaths::findExecutable(QStringLiteral("pgbench"), {postgresBinDirectory()});
        if (pgbench.isEmpty())
            QSKIP("pgbench is not installed.");
        const LiveBouncer bouncer(entry(QStringLiteral("app"), 1, QStringLiteral("dbname=postgres")) + u'\n' +
                                      entry(QStringLiteral("*"), 1) + u'\n' + entry(QStringLiteral("reports"), 3),
                                  freePort());
        m_lab->sql(n(1), QStringLiteral("CREATE TABLE counted (id bigserial PRIMARY KEY, client int)"));
        QTemporaryDir scripts;
        QFile script(scripts.filePath(QStringLiteral("insert.sql")));
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write("INSERT INTO counted (client) VALUES (:client_id);\n");
        script.close();

        QProcess load;
        load.setProcessChannelMode(QProcess::MergedChannels);
        load.setWorkingDirectory(scripts.path());
        load.start(pgbench, {QStringLiteral("-n"), QStringLiteral("-c"), QStringLiteral("16"), QStringLiteral("-j"),
                             QStringLiteral("2"), QStringLiteral("-T"), QStringLiteral("60"), QStringLiteral("-R"),
                             QStringLiteral("300"), QStringLiteral("-l"), QStringLiteral("-f"), script.fileName(),
                             bouncer.connInfo(QStringLiteral("app")).toString()});
        const auto rows = [&](int node) {
            return m_lab->sql(n(node), QStringLiteral("SELECT count(*) FROM counted")).toLongLong();
        };
        QTRY_VERIFY_WITH_TIMEOUT(rows(1) > 200, 20000);
        const Preparation approved = m_operation->prepared(switchover, {{QStringLiteral("to"), n(2)}});
        QVERIFY2(LiveOperation::verdict(approved, QStringLiteral("pooler")).startsWith(QLatin1String("ok")),
                 qPrintable(LiveOperation::verdict(approved, QStringLiteral("pooler"))));
        QVERIFY2(approved.situation.argument(QStringLiteral("pgbouncer")).contains(bouncer.console().port()),
                 "it was found without being named");
        const RunOutcome outcome = m_operation->run(approved);
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        for (const JournalStep &step : outcome.entry.steps)
            qInfo("  %s %lld ms", qPrintable(step.id), step.ms);
        const qint64 then = rows(2);
        QTRY_VERIFY_WITH_TIMEOUT(rows(2) > then + 200, 20000);
        load.terminate();
        load.waitForFinished();
        const QByteArray said = load.readAll();
        QVERIFY2(!said.contains("ERROR") && !said.contains("aborted") && !said.contains("error:"), said.constData());
        QCOMPARE(bouncer.stateOf(QStringLiteral("app")), at(*m_lab, 2) + QStringLiteral(" 0"));
        QCOMPARE(bouncer.stateOf(QStringLiteral("reports")), at(*m_lab, 3) + QStringLiteral(" 0"));
        QVERIFY(bouncer.content().contains("* = host=127.0.0.1 port=" + m_lab->connInfo(n(2)).port().toUtf8()));
        qInfo("longest wait of a client: %.1f ms", longestWait(scripts.path()));
    }

    void aFailedSwitchoverLetsClientsGoOn()
    {
        const LiveBouncer bouncer(entry(QStringLiteral("app"), 1, QStringLiteral("dbname=postgres")), freePort());
        const QByteArray before = bouncer.content();
        const Preparation approved = m_operation->prepared(switchover, {{QStringLiteral("to"), n(2)}});
        const RunOutcome outcome = m_operation->run(approved, [&](const OperationEvent &event) {
            if (event.kind == OperationEvent::Kind::Log && event.text.startsWith(QLatin1String("Ask n1 to stop")))
                m_lab->fault(QStringLiteral("stop"), n(2));
        });
        QVERIFY(outcome.state != OperationState::Done);
        m_lab->fault(QStringLiteral("start"), n(2));
        if (outcome.state == OperationState::Interrupted) {
            const RunOutcome undone = undoOperation(outcome.entry.id, m_operation->environment, {}, {});
            QVERIFY2(undone.state == OperationState::Undone, why(undone).constData());
        }
        QCOMPARE(bouncer.stateOf(QStringLiteral("app")), at(*m_lab, 1) + QStringLiteral(" 0"));
        QCOMPARE(bouncer.content(), before);
        QVERIFY(answers(bouncer, QStringLiteral("app")));
    }

    void aTransactionThatDoesNotEndIsNotWaitedForForEver()
    {
        const LiveBouncer bouncer(entry(QStringLiteral("app"), 1, QStringLiteral("dbname=postgres")), freePort());
        const Deadline soon = Deadline::after(Milliseconds{60000});
        Result<Connection> client = Connection::open(bouncer.connInfo(QStringLiteral("app")), soon);
        QVERIFY2(client, said(client).constData());
        QVERIFY(client->query(QStringLiteral("BEGIN; SELECT 1"), {}, soon));
        const RunOutcome outcome = m_operation->run(m_operation->prepared(switchover, {{QStringLiteral("to"), n(2)}}));
        QVERIFY2(outcome.state == OperationState::Undone, why(outcome).constData());
        QVERIFY2(client->query(QStringLiteral("SELECT 1"), {}, soon), "the client was not disturbed");
        QCOMPARE(bouncer.stateOf(QStringLiteral("app")), at(*m_lab, 1) + QStringLiteral(" 0"));
        QCOMPARE(m_lab->sql(n(1), QStringLiteral("SELECT pg_is_in_recovery()")), QStringLiteral("f"));
    }

    void twoInFrontOfOnePrimary()
    {
        const LiveBouncer first(entry(QStringLiteral("app"), 1, QStringLiteral("dbname=postgres")), freePort());
        const LiveBouncer second(entry(QStringLiteral("other-one"), 1, QStringLiteral("dbname=postgres")), freePort());
        const RunOutcome outcome = m_operation->run(m_operation->prepared(switchover, {{QStringLiteral("to"), n(2)}}));
        QVERIFY2(outcome.state == OperationState::Done, why(outcome).constData());
        QCOMPARE(first.stateOf(QStringLiteral("app")), at(*m_lab, 2) + QStringLiteral(" 0"));
        QCOMPARE(second.stateOf(QStringLiteral("other-one")), at(*m_lab, 2) + QStringLiteral(" 0"));
        QVERIFY(answers(first, QStringLiteral("app")) && answers(second, QStringLiteral("other-one")));
        QCOMPARE(QDir(QFileInfo(first.file()).path()).entryList({QStringLiteral("*.before-*")}).size(), 1);
    }

    void whatStandsInTheWayIsSaid_data()
    {
        QTest::addColumn<QString>("databases"); // %1, %2: ports of the primary and of another
        QTest::addColumn<QString>("mode");
        QTest::addColumn<QString>("before"); // a command on the console
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("verdict");
        const auto row = [](const char *title, const char *databases, const char *mode, const char *before,
                            const char *user, const char *verdict) {
            QTest::newRow(title) << QString::fromLatin1(databases) << QString::fromLatin1(mode)
                                 << QString::fromLatin1(before) << QString::fromLatin1(user)
                                 << QString::fromLatin1(verdict);
        };
        const char *const one = "app = host=127.0.0.1 port=%1";
        row("in order", one, "transaction", "SHOW VERSION", "postgres", "ok");
        row("session mode", one, "session", "SHOW VERSION", "postgres", "warning");
        row("paused by somebody", one, "transaction", "PAUSE app", "postgres", "blocked");
        row("leads elsewhere", "app = host=127.0.0.1 port=%2", "transaction", "SHOW VERSION", "postgres", "blocked");
        row("several hosts", "app = host=127.0.0.1,127.0.0.2 port=%1\nb = host=127.0.0.1 port=%1", "transaction",
            "SHOW VERSION", "postgres", "blocked");
        row("no console", one, "transaction", "SHOW VERSION", "nobody", "blocked");
    }

    void whatStandsInTheWayIsSaid()
    {
        QFETCH(QString, databases);
        QFETCH(QString, mode);
        QFETCH(QString, before);
        QFETCH(QString, user);
        QFETCH(QString, verdict);
        const LiveBouncer bouncer(databases.replace(QLatin1String("%1"), m_lab->connInfo(n(1)).port())
                                      .replace(QLatin1String("%2"), m_lab->connInfo(n(2)).port()),
                                  freePort(), mode);
        (void)bouncer.show(before);
        const Preparation preparation = m_operation->prepared(
            switchover, {{QStringLiteral("to"), n(2)},
                         {QStringLiteral("pgbouncer"), bouncer.console().with(QStringLiteral("user"), user).toString()},
                         {QStringLiteral("pgbouncer-config"), bouncer.file()}});
        const QString seen = LiveOperation::verdict(preparation, QStringLiteral("pooler"));
        QVERIFY2(seen.startsWith(verdict + u':'), qPrintable(seen));
    }

private:
    [[nodiscard]] QString entry(const QString &name, int node, const QString &more = {}) const
    {
        return QStringLiteral("%1 = host=127.0.0.1 port=%2 user=postgres password=%3 %4")
            .arg(name, m_lab->connInfo(n(node)).port(), m_password, more)
            .trimmed();
    }
    static bool answers(const LiveBouncer &bouncer, const QString &database)
    {
        const Deadline soon = Deadline::after(Milliseconds{10000});
        Result<Connection> client = Connection::open(bouncer.connInfo(database), soon);
        return client && client->query(QStringLiteral("SELECT 1"), {}, soon);
    }
    /// pgbench's log: client, transaction, latency in microseconds …
    static double longestWait(const QString &directory)
    {
        qint64 longest = 0;
        for (const QString &name : QDir(directory).entryList({QStringLiteral("pgbench_log.*")})) {
            QFile log(directory + u'/' + name);
            if (!log.open(QIODevice::ReadOnly))
                continue;
            for (const QByteArray &line : log.readAll().split('\n'))
                longest = std::max(longest, line.split(' ').value(2).toLongLong());
        }
        return static_cast<double>(longest) / 1000.0;
    }

    std::unique_ptr<LiveLab> m_lab;
    std::unique_ptr<LiveOperation> m_operation;
    QString m_password;
};

QTEST_GUILESS_MAIN(TestSwitchoverPgbouncer)
#include "test_switchover_pgbouncer.moc"
