#include "core/operations/script.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace howdah;

namespace {
QString word(const char *text)
{
    return QString::fromLatin1(text);
}
} // namespace

/// What outlasts or ends a script, run by a real shell: in place of a guard it is a trap that stands by, with a psql
/// here that only notes what it is asked; and a wait looks after the server on which it depends.
class TestScriptGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whateverEndsItTheClientsAreLetGoOn_data()
    {
        QTest::addColumn<QString>("line"); // of the step after
        QTest::addColumn<int>("exitCode");
        QTest::newRow("comes to its end") << word("true") << 0;
        QTest::newRow("fails") << word("false") << 1;
        QTest::newRow("is ended") << word("kill -TERM $PPID; sleep 1") << 1;
    }

    void whateverEndsItTheClientsAreLetGoOn()
    {
        QFETCH(QString, line);
        QFETCH(int, exitCode);
        QTemporaryDir directory;
        QFile psql(directory.filePath(word("psql")));
        QVERIFY(psql.open(QIODevice::WriteOnly));
        psql.write("#!/bin/sh\ncat >> \"$NOTES\"\n");
        psql.close();
        psql.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);

        const ServerRef console{word("p1"), word("dbname='pgbouncer'"), {}, true};
        const StandGuard guard{
            {RunSql{.server = console, .sql = word("RESUME \"a b\""), .alreadySo = word("not paused")},
             RunSql{.server = console, .sql = word("RESUME c")}}};
        Plan plan{.operation = word("switchover"), .id = word("1"), .cluster = word("c")};
        plan.steps << PlannedStep{.id = word("pause"), .title = word("Pause"), .actions = {{word("Stand by"), guard}}}
                   << PlannedStep{.id = word("next"),
                                  .title = word("Next"),
                                  .actions = {{word("Go on"),
                                               RunCommand{.hostId = word("local"),
                                                          .command = {.argv = {word("sh"), word("-c"), line}}}}}};
        Hosts hosts;
        QFile script(directory.filePath(word("script")));
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write(toScript(plan, hosts).toUtf8());
        script.close();

        QProcess shell;
        QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
        variables.insert(word("PATH"), directory.path() + u':' + variables.value(word("PATH")));
        variables.insert(word("NOTES"), directory.filePath(word("notes")));
        shell.setProcessEnvironment(variables);
        shell.start(word("sh"), {script.fileName()});
        QVERIFY(shell.waitForFinished(30000));
        QVERIFY2(shell.exitCode() == exitCode, shell.readAllStandardError().constData());
        QFile notes(directory.filePath(word("notes")));
        QVERIFY(notes.open(QIODevice::ReadOnly));
        QCOMPARE(notes.readAll(), QByteArray("RESUME \"a b\";\nRESUME c;\n"));
    }

    void aWaitEndsWithItsServer_data()
    {
        QTest::addColumn<QString>("ended"); // the command that tells
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QString>("says");
        QTest::newRow("it has ended") << word("true") << 600
                                      << word("has ended before this was seen: it answers\nFATAL: full");
        QTest::newRow("it runs") << word("false") << 1 << word("This was not seen in time: it answers");
    }

    void aWaitEndsWithItsServer()
    {
        QFETCH(QString, ended);
        QFETCH(int, seconds);
        QFETCH(QString, says);
        const auto local = [](const QStringList &argv) { return CommandSucceeds{word("local"), {.argv = argv}}; };
        const Observation answers{.text = word("it answers"),
                                  .look = local({word("false")}),
                                  .timeout = std::chrono::seconds(seconds),
                                  .life = ServerLife{local({ended}), {.argv = {word("echo"), word("FATAL: full")}}}};
        Plan plan{.operation = word("restart"), .id = word("1"), .cluster = word("c")};
        plan.steps << PlannedStep{.id = word("start"),
                                  .title = word("Start"),
                                  .actions = {{word("Wait"), WaitFor{answers}}, {word("Once"), WaitFor{answers}}}};
        Hosts hosts;
        QProcess shell;
        shell.start(word("sh"));
        shell.write(toScript(plan, hosts).toUtf8());
        shell.closeWriteChannel();
        QVERIFY(shell.waitForFinished(30000));
        QCOMPARE(shell.exitCode(), 1);
        const QString said = QString::fromUtf8(shell.readAllStandardError());
        QVERIFY2(said.contains(says), qPrintable(said));
    }
};

QTEST_GUILESS_MAIN(TestScriptGuard)
#include "test_script_guard.moc"
