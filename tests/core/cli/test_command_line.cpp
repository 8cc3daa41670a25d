#include "app/cli/command_line.h"
#include "app/cli/commands.h"
#include "app/cli/help.h"
#include "app/cli/table.h"

#include <QTest>

using namespace howdah;
using namespace howdah::cli;

namespace {

QList<cli::Command> someCommands()
{
    return {
        {.path = {QStringLiteral("lab"), QStringLiteral("create")},
         .summary = QStringLiteral("Makes a lab."),
         .arguments = {{QStringLiteral("NAME"), QStringLiteral("its name")}},
         .options = {{.name = QStringLiteral("standbys"), .help = {}, .valueName = QStringLiteral("N")}, jsonOption()}},
        {.path = {QStringLiteral("lab"), QStringLiteral("list")}, .summary = QStringLiteral("The labs.")},
        {.path = {QStringLiteral("add")},
         .summary = QStringLiteral("Adds."),
         .arguments = {{QStringLiteral("NAME"), QStringLiteral("its name")},
                       {QStringLiteral("CONNINFO"), QStringLiteral("where"), CommandArgument::Count::OneOrMore}},
         .options =
             {{.name = QStringLiteral("verify"),
               .help = {},
               .valueName = QStringLiteral("true|false"),
               .optionalValue = true},
              {.name = QStringLiteral("only"), .help = {}, .valueName = QStringLiteral("NAME"), .repeatable = true}}},
    };
}

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsArgumentsAndOptions_data();
    void readsArgumentsAndOptions();
    void refuses_data();
    void refuses();
    void findsHelpWanted_data();
    void findsHelpWanted();
    void takesAnythingAsAnArgumentAfterTwoDashes();
    void seesThatJsonIsWanted();
    void helpNamesEveryCommandAndOption();
    void everyCommandHasItsOwnHelp();
    void pathsAreUnique();
    void wrapsWords();
};

void TestCommandLine::readsArgumentsAndOptions_data()
{
    QTest::addColumn<QStringList>("given");
    QTest::addColumn<QString>("command");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QStringList>("options");
    QTest::newRow("option after") << words("lab create demo --standbys 3") << "lab create" << words("demo")
                                  << words("standbys=3");
    QTest::newRow("option before") << words("lab create --standbys 3 demo") << "lab create" << words("demo")
                                   << words("standbys=3");
    QTest::newRow("equals sign") << words("lab create demo --standbys=3") << "lab create" << words("demo")
                                 << words("standbys=3");
    QTest::newRow("value with an equals sign")
        << words("lab create demo --standbys=a=b") << "lab create" << words("demo") << words("standbys=a=b");
    QTest::newRow("negative value") << words("lab create demo --standbys -1") << "lab create" << words("demo")
                                    << words("standbys=-1");
    QTest::newRow("empty value") << words("lab create demo --standbys=") << "lab create" << words("demo")
                                 << words("standbys=");
    QTest::newRow("flag") << words("lab create demo --json") << "lab create" << words("demo") << words("json=true");
    QTest::newRow("given twice") << words("add a b --only x --only=y") << "add" << words("a b")
                                 << QStringList{QStringLiteral("only=x\ny")};
    QTest::newRow("optional value, none") << words("add a b --verify") << "add" << words("a b") << words("verify=true");
    QTest::newRow("optional value") << words("add a b --verify=false") << "add" << words("a b")
                                    << words("verify=false");
    QTest::newRow("optional value takes no word")
        << words("add --verify a b") << "add" << words("a b") << words("verify=true");
    QTest::newRow("many") << words("add a b c d") << "add" << words("a b c d") << QStringList();
    QTest::newRow("a dash alone is a word") << words("add a -") << "add" << words("a -") << QStringList();
    QTest::newRow("spaces, quotes, Unicode")
        << QStringList{QStringLiteral("lab"), QStringLiteral("create"), QStringLiteral("x'; $(y) \"ñ 象\"")}
        << "lab create" << QStringList{QStringLiteral("x'; $(y) \"ñ 象\"")} << QStringList();
}

void TestCommandLine::readsArgumentsAndOptions()
{
    QFETCH(const QStringList, given);
    QFETCH(const QString, command);
    QFETCH(const QStringList, arguments);
    QFETCH(const QStringList, options);
    const QList<cli::Command> commands = someCommands();
    const Result<Reading> reading = readCommandLine(given, commands);
    QVERIFY2(reading.ok(), reading ? "" : qPrintable(reading.error().message));
    QCOMPARE(reading->kind, Reading::Kind::Run);
    QCOMPARE(reading->invocation.command->name(), command);
    QCOMPARE(reading->invocation.arguments, arguments);
    QStringList read;
    for (auto it = reading->invocation.options.cbegin(); it != reading->invocation.options.cend(); ++it)
        read << it.key() + QLatin1Char('=') + it.value();
    QCOMPARE(read, options);
}

void TestCommandLine::refuses_data()
{
    QTest::addColumn<QStringList>("given");
    QTest::addColumn<QString>("says");
    QTest::newRow("nothing") << QStringList() << "What should be done?";
    QTest::newRow("unknown command") << words("status") << "There is no command “status”.";
    QTest::newRow("a slip") << words("ad") << "Did you mean “add”?";
    QTest::newRow("half a command") << words("lab") << "“lab” needs one more word: create, list.";
    QTest::newRow("a slip in the second word") << words("lab creat demo") << "Did you mean “create”?";
    QTest::newRow("no argument") << words("lab create") << "“lab create” needs NAME";
    QTest::newRow("one of many arguments is missing") << words("add a") << "“add” needs CONNINFO";
    QTest::newRow("too many arguments") << words("lab create a b") << "does not know what to do with “b”";
    QTest::newRow("unknown option") << words("lab create a --archive") << "“lab create” has no option “--archive”.";
    QTest::newRow("a slip in an option") << words("lab create a --standby 2") << "Did you mean “--standbys”?";
    QTest::newRow("short option") << words("lab create a -s") << "has no option “-s”";
    QTest::newRow("no value") << words("lab create a --standbys")
                              << "The option “--standbys” needs a value: --standbys N.";
    QTest::newRow("a value too many") << words("lab create a --json=1") << "The option “--json” takes no value.";
    QTest::newRow("twice") << words("lab create a --json --json") << "The option “--json” is given twice.";
}

void TestCommandLine::refuses()
{
    QFETCH(const QStringList, given);
    QFETCH(const QString, says);
    const QList<cli::Command> commands = someCommands();
    const Result<Reading> reading = readCommandLine(given, commands);
    QVERIFY(!reading.ok());
    QCOMPARE(reading.error().code, ErrorCode::Invalid);
    QVERIFY2(reading.error().message.contains(says), qPrintable(reading.error().message));
    QVERIFY(!reading.error().hint.isEmpty());
}

void TestCommandLine::findsHelpWanted_data()
{
    QTest::addColumn<QStringList>("given");
    QTest::addColumn<QStringList>("subject");
    QTest::newRow("help") << words("help") << QStringList();
    QTest::newRow("--help") << words("--help") << QStringList();
    QTest::newRow("-h") << words("-h") << QStringList();
    QTest::newRow("help of a command") << words("help lab create") << words("lab create");
    QTest::newRow("of a command, after it") << words("lab create --help") << words("lab create");
    QTest::newRow("whatever else is wrong") << words("lab create a b c --help") << words("lab create");
    QTest::newRow("of a family") << words("lab --help") << words("lab");
}

void TestCommandLine::findsHelpWanted()
{
    QFETCH(const QStringList, given);
    QFETCH(const QStringList, subject);
    const QList<cli::Command> commands = someCommands();
    const Result<Reading> reading = readCommandLine(given, commands);
    QVERIFY(reading.ok());
    QCOMPARE(reading->kind, Reading::Kind::Help);
    QCOMPARE(reading->helpSubject, subject);
    QVERIFY(helpText(subject, commands).ok());
}

void TestCommandLine::takesAnythingAsAnArgumentAfterTwoDashes()
{
    const QList<cli::Command> commands = someCommands();
    const Result<Reading> reading = readCommandLine(words("lab create -- --json"), commands);
    QVERIFY(reading.ok());
    QCOMPARE(reading->invocation.arguments, words("--json"));
    QVERIFY(!reading->invocation.has(QStringLiteral("json")));
}

void TestCommandLine::seesThatJsonIsWanted()
{
    QVERIFY(wantsJson(words("nonsense --json")));
    QVERIFY(!wantsJson(words("lab create -- --json")));
    QVERIFY(!wantsJson({}));
}

void TestCommandLine::helpNamesEveryCommandAndOption()
{
    const QList<cli::Command> commands = allCommands();
    const Result<QString> overview = helpText({}, commands);
    QVERIFY(overview.ok());
    for (const cli::Command &command : commands) {
        QVERIFY2(overview->contains(command.name()), qPrintable(command.name()));
        const Result<QString> help = helpText(command.path, commands);
        QVERIFY(help.ok());
        for (const CommandOption &option : command.options)
            QVERIFY2(help->contains(QStringLiteral("--") + option.name), qPrintable(command.name() + option.name));
    }
}

void TestCommandLine::everyCommandHasItsOwnHelp()
{
    for (const cli::Command &command : allCommands()) {
        QVERIFY2(!command.summary.isEmpty(), qPrintable(command.name()));
        QVERIFY2(command.run, qPrintable(command.name()));
        QVERIFY2(command.option(QStringLiteral("json")), qPrintable(command.name()));
        for (const CommandOption &option : command.options)
            QVERIFY2(!option.help.isEmpty(), qPrintable(command.name() + QStringLiteral(" --") + option.name));
    }
}

void TestCommandLine::pathsAreUnique()
{
    QStringList names;
    for (const cli::Command &command : allCommands())
        names << command.name();
    QCOMPARE(names.removeDuplicates(), 0);
}

void TestCommandLine::wrapsWords()
{
    QCOMPARE(wrapped(QStringLiteral("one two three"), 8), QStringLiteral("one two\nthree"));
    QCOMPARE(wrapped(QStringLiteral("one two three"), 8, 2), QStringLiteral("one two\n  three"));
    QCOMPARE(wrapped(QStringLiteral("unbreakable"), 4), QStringLiteral("unbreakable"));
    QCOMPARE(wrapped(QStringLiteral("a\nb"), 8), QStringLiteral("a\nb"));
    QCOMPARE(wrapped({}, 8), QString());
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "test_command_line.moc"
