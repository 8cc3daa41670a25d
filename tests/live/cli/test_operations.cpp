#include "tests/live/cli/howdahctl.h"

#include <QDir>

using howdah::test::CommandLineLab;
using howdah::test::Howdahctl;

namespace {

QStringList clone(const QStringList &more)
{
    return QStringList{QStringLiteral("clone"), CommandLineLab::name()} + more;
}

QStringList failover(const QStringList &more)
{
    return QStringList{QStringLiteral("failover"), CommandLineLab::name()} + more;
}

QString outcome(const Howdahctl::Answer &answer)
{
    return answer.json().value(QStringLiteral("outcome")).toString();
}

} // namespace

/// Operations by command line, one after the other on one lab of a primary and a standby.
class TestOperations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_lab = std::make_unique<CommandLineLab>(1); }
    void cleanupTestCase() { m_lab.reset(); }

    void checksOnly();
    void dryRunChangesNothing();
    void refusesArguments_data();
    void refusesArguments();
    void clones();
    void scriptDoesTheSame();
    void destructiveOnesWantAYes_data();
    void destructiveOnesWantAYes();
    void failoverBelievesNobodyWhoSaysThatARunningPrimaryIsOff();
    void failsOver();
    void listsAndShowsWhatWasRun();

private:
    [[nodiscard]] QStringList dataDirectories() const;

    std::unique_ptr<CommandLineLab> m_lab;
};

/// What lies beside the primary's data directory.
QStringList TestOperations::dataDirectories() const
{
    const QString primary = m_lab->node(QStringLiteral("n1")).value(QStringLiteral("dataDirectory")).toString();
    return QDir(QFileInfo(primary).path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::Hidden);
}

void TestOperations::checksOnly()
{
    const Howdahctl::Answer answer = m_lab->run(clone({QStringLiteral("--check")}));
    COMPARE_CODE(answer, 0);
    const QJsonObject document = answer.json();
    QCOMPARE(document.value(QStringLiteral("operation")).toString(), QStringLiteral("clone"));
    QCOMPARE(outcome(answer), QStringLiteral("ready"));
    const QJsonArray checks = document.value(QStringLiteral("checks")).toArray();
    QVERIFY(checks.size() > 5);
    for (const QJsonValue &check : checks) {
        for (const QString &key : {QStringLiteral("id"), QStringLiteral("verdict"), QStringLiteral("observed"),
                                   QStringLiteral("why"), QStringLiteral("remedy")})
            QVERIFY2(check.toObject().contains(key), qPrintable(key));
    }
    QVERIFY(!document.contains(QStringLiteral("plan")));
    QCOMPARE(m_lab->nodes().size(), 2);
}

void TestOperations::dryRunChangesNothing()
{
    const QStringList before = dataDirectories();
    const Howdahctl::Answer answer = m_lab->run(clone({QStringLiteral("--dry-run")}));
    COMPARE_CODE(answer, 0);
    const QJsonArray plan = answer.json().value(QStringLiteral("plan")).toArray();
    QVERIFY(plan.size() > 3);
    QString commands;
    for (const QJsonValue &step : plan) {
        for (const QJsonValue &command : step.toObject().value(QStringLiteral("commands")).toArray())
            commands += command.toString() + QLatin1Char('\n');
    }
    QVERIFY2(commands.contains(QStringLiteral("pg_basebackup")), qPrintable(commands));
    const Howdahctl::Answer text = m_lab->howdahctl().run(clone({QStringLiteral("--dry-run")}));
    COMPARE_CODE(text, 0);
    QVERIFY2(text.output.contains(QStringLiteral("pg_basebackup")), text.all().constData());
    QCOMPARE(dataDirectories(), before);
    QCOMPARE(m_lab->nodes().size(), 2);
    QCOMPARE(m_lab->run({QStringLiteral("operations")}).json().value(QStringLiteral("operations")).toArray(),
             QJsonArray());
}

void TestOperations::refusesArguments_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("says");
    QTest::newRow("unknown node") << QStringList{QStringLiteral("--source"), QStringLiteral("n77")} << "--source: ";
    QTest::newRow("no port") << QStringList{QStringLiteral("--port"), QStringLiteral("99999")} << "--port: ";
    QTest::newRow("name that is taken") << QStringList{QStringLiteral("--name"), QStringLiteral("n2")} << "--name: ";
    QTest::newRow("relative path") << QStringList{QStringLiteral("--target-directory"), QStringLiteral("x/y")}
                                   << "--target-directory: ";
    QTest::newRow("no rate") << QStringList{QStringLiteral("--rate"), QStringLiteral("fast")} << "--rate: ";
    QTest::newRow("unknown option") << QStringList{QStringLiteral("--target"), QStringLiteral("/x")}
                                    << "no option “--target”";
}

void TestOperations::refusesArguments()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, says);
    const Howdahctl::Answer answer = m_lab->run(clone(arguments));
    COMPARE_CODE(answer, 2);
    QVERIFY2(answer.errors.contains(says), answer.all().constData());
    QVERIFY(answer.json().contains(QStringLiteral("error")));
    QCOMPARE(m_lab->nodes().size(), 2);
}

void TestOperations::clones()
{
    const Howdahctl::Answer answer =
        m_lab->run(clone({QStringLiteral("--name"), QStringLiteral("n3"), QStringLiteral("--yes")}));
    COMPARE_CODE(answer, 0);
    QCOMPARE(outcome(answer), QStringLiteral("done"));
    const QJsonArray steps = answer.json().value(QStringLiteral("steps")).toArray();
    QVERIFY(steps.size() > 3);
    for (const QJsonValue &step : steps) {
        const QString state = step.toObject().value(QStringLiteral("state")).toString();
        QVERIFY2(state == QStringLiteral("done") || state == QStringLiteral("skipped"), answer.all().constData());
    }
    QVERIFY2(!answer.errors.isEmpty(), "progress goes to standard error");
    QTRY_COMPARE_WITH_TIMEOUT(m_lab->state(QStringLiteral("n3")), QStringLiteral("streaming"), 20000);
    QCOMPARE(m_lab->nodes().size(), 3);
}

void TestOperations::scriptDoesTheSame()
{
    const Howdahctl::Answer script =
        m_lab->howdahctl().run(clone({QStringLiteral("--name"), QStringLiteral("n4"), QStringLiteral("--script")}));
    COMPARE_CODE(script, 0);
    QVERIFY2(script.output.startsWith(QStringLiteral("#!/bin/sh")), script.all().constData());
    const QString path = m_lab->howdahctl().home() + QStringLiteral("/clone.sh");
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(script.output.toUtf8());
    file.close();

    QProcess shell;
    shell.start(QStringLiteral("sh"), {path});
    QVERIFY(shell.waitForFinished(120000));
    QVERIFY2(shell.exitCode() == 0, (shell.readAllStandardOutput() + shell.readAllStandardError()).constData());

    const Howdahctl::Answer found =
        m_lab->run({QStringLiteral("cluster"), QStringLiteral("discover"), CommandLineLab::name()});
    COMPARE_CODE(found, 0);
    QTRY_COMPARE_WITH_TIMEOUT(m_lab->state(QStringLiteral("n4")), QStringLiteral("streaming"), 20000);
    QCOMPARE(m_lab->nodes().size(), 4);
}

void TestOperations::destructiveOnesWantAYes_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("failover") << failover({});
    QTest::newRow("restart") << QStringList{QStringLiteral("restart"), CommandLineLab::name(), QStringLiteral("--node"),
                                            QStringLiteral("n2")};
}

void TestOperations::destructiveOnesWantAYes()
{
    QFETCH(const QStringList, words);
    const Howdahctl::Answer answer = m_lab->run(words);
    COMPARE_CODE(answer, 2);
    QVERIFY2(answer.errors.contains(QStringLiteral("--yes")), answer.all().constData());
}

void TestOperations::failoverBelievesNobodyWhoSaysThatARunningPrimaryIsOff()
{
    const QStringList statedOff{QStringLiteral("--fence"), QStringLiteral("stated")};
    const Howdahctl::Answer answer = m_lab->run(failover(statedOff + QStringList{QStringLiteral("--check")}));
    COMPARE_CODE(answer, 3);
    QCOMPARE(outcome(answer), QStringLiteral("notReady"));
    QCOMPARE(m_lab->role(QStringLiteral("n1")), QStringLiteral("primary"));
    COMPARE_CODE(m_lab->run(failover(statedOff + QStringList{QStringLiteral("--yes")})), 3);
    QCOMPARE(m_lab->role(QStringLiteral("n1")), QStringLiteral("primary"));
}

void TestOperations::failsOver()
{
    COMPARE_CODE(m_lab->run({QStringLiteral("lab"), QStringLiteral("fault"), CommandLineLab::name(),
                             QStringLiteral("kill"), QStringLiteral("--node"), QStringLiteral("n1")}),
                 0);
    QTRY_COMPARE_WITH_TIMEOUT(m_lab->state(QStringLiteral("n1")), QStringLiteral("unreachable"), 20000);
    const Howdahctl::Answer answer = m_lab->run(failover({QStringLiteral("--yes")}));
    COMPARE_CODE(answer, 0);
    QCOMPARE(outcome(answer), QStringLiteral("done"));
    int primaries = 0;
    for (const QJsonValue &node : m_lab->nodes())
        primaries += node.toObject().value(QStringLiteral("role")).toString() == QStringLiteral("primary") ? 1 : 0;
    QCOMPARE(primaries, 1);
    QVERIFY(m_lab->role(QStringLiteral("n1")) != QStringLiteral("primary"));
}

void TestOperations::listsAndShowsWhatWasRun()
{
    const Howdahctl::Answer list = m_lab->run({QStringLiteral("operations"), QStringLiteral("list")});
    COMPARE_CODE(list, 0);
    const QJsonArray operations = list.json().value(QStringLiteral("operations")).toArray();
    QCOMPARE(operations.size(), 2);
    QCOMPARE(operations.at(0).toObject().value(QStringLiteral("operation")).toString(), QStringLiteral("failover"));
    QCOMPARE(operations.at(1).toObject().value(QStringLiteral("operation")).toString(), QStringLiteral("clone"));
    const QString id = operations.at(1).toObject().value(QStringLiteral("id")).toString();
    const Howdahctl::Answer shown = m_lab->run({QStringLiteral("operations"), QStringLiteral("show"), id});
    COMPARE_CODE(shown, 0);
    QCOMPARE(shown.json().value(QStringLiteral("id")).toString(), id);
    QCOMPARE(outcome(shown), QStringLiteral("done"));
    COMPARE_CODE(m_lab->howdahctl().run({QStringLiteral("operations"), QStringLiteral("show"), id}), 0);
    const Howdahctl::Answer report = m_lab->howdahctl().run({QStringLiteral("operations"), QStringLiteral("show"), id,
                                                             QStringLiteral("--report"), QStringLiteral("markdown")});
    COMPARE_CODE(report, 0);
    QVERIFY2(report.output.contains(QStringLiteral("pg_basebackup")), report.all().constData());
    const Howdahctl::Answer resumed = m_lab->run({QStringLiteral("operations"), QStringLiteral("resume"), id});
    COMPARE_CODE(resumed, 3);
}

QTEST_GUILESS_MAIN(TestOperations)
#include "test_operations.moc"
