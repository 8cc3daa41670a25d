#include "core/hosts/local_host.h"

#include <QTest>

using namespace howdah;

/// What is printed for people must come out of a real shell as the words that went in.
class TestShell : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordSurvivesTheShell_data();
    void wordSurvivesTheShell();
    void harmlessWordsStayReadable();
    void lineCarriesEnvironmentDirectoryAndInput();
};

void TestShell::wordSurvivesTheShell_data()
{
    QTest::addColumn<QString>("word");
    QTest::newRow("empty") << QString();
    QTest::newRow("space") << QStringLiteral("two words");
    QTest::newRow("single quote") << QStringLiteral("it's");
    QTest::newRow("only quotes") << QStringLiteral("'''");
    QTest::newRow("double quote") << QStringLiteral("say \"hi\"");
    QTest::newRow("command") << QStringLiteral("$(touch /tmp/owned); `id`");
    QTest::newRow("variable") << QStringLiteral("$HOME ${PATH}");
    QTest::newRow("backslash") << QStringLiteral("a\\nb\\");
    QTest::newRow("newline") << QStringLiteral("a\nb\n");
    QTest::newRow("glob") << QStringLiteral("/etc/*[a-z]?");
    QTest::newRow("tilde") << QStringLiteral("~root");
    QTest::newRow("history") << QStringLiteral("wow!!");
    QTest::newRow("comment") << QStringLiteral("#x");
    QTest::newRow("operators") << QStringLiteral("a&&b|c>d<e");
    QTest::newRow("option") << QStringLiteral("--rm=-rf");
    QTest::newRow("assignment") << QStringLiteral("A=b");
    QTest::newRow("unicode") << QStringLiteral("Ñandú 象 \U0001F418");
    QTest::newRow("control") << QStringLiteral("\x01\x1b[31m\x7f");
}

void TestShell::wordSurvivesTheShell()
{
    QFETCH(QString, word);
    const auto host = makeLocalHost();
    const QString script = QStringLiteral("printf '%s|' first ") + shellQuoted(word) + QStringLiteral(" last");
    const auto outcome =
        host->run({.argv = {QStringLiteral("sh"), QStringLiteral("-c"), script}}, Deadline::after(Milliseconds{10000}));
    QVERIFY2(outcome.ok(), qPrintable(outcome.ok() ? QString() : outcome.error().full()));
    QCOMPARE(QString::fromUtf8(outcome->output), QStringLiteral("first|%1|last|").arg(word));
}

void TestShell::harmlessWordsStayReadable()
{
    QCOMPARE(shellQuoted(QStringLiteral("/usr/lib/postgresql/15/bin/pg_ctl")),
             QStringLiteral("/usr/lib/postgresql/15/bin/pg_ctl"));
    QCOMPARE(shellQuoted(QStringLiteral("--checkpoint=fast")), QStringLiteral("--checkpoint=fast"));
    QCOMPARE(shellQuoted(QStringLiteral("a b")), QStringLiteral("'a b'"));
}

void TestShell::lineCarriesEnvironmentDirectoryAndInput()
{
    const auto host = makeLocalHost();
    Command command;
    command.argv = {QStringLiteral("sh"), QStringLiteral("-c"),
                    QStringLiteral("printf '%s %s ' \"$GREETING\" \"$PWD\"; cat")};
    command.environment = {{QStringLiteral("GREETING"), QStringLiteral("it's; $(me)")}};
    command.workingDirectory = QStringLiteral("/usr/lib");
    command.input = "from 'standard' input";
    const QByteArray expected = "it's; $(me) /usr/lib from 'standard' input";
    const auto direct = host->run(command, Deadline::after(Milliseconds{10000}));
    QVERIFY(direct.ok());
    QCOMPARE(direct->output, expected);
    const auto printed = host->run({.argv = {QStringLiteral("sh"), QStringLiteral("-c"), shellLine(*host, command)}},
                                   Deadline::after(Milliseconds{10000}));
    QVERIFY(printed.ok());
    QCOMPARE(printed->output, expected);
}

QTEST_GUILESS_MAIN(TestShell)
#include "test_shell.moc"
