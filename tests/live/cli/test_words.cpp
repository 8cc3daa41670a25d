#include "tests/live/cli/howdahctl.h"

#include <QDir>

using howdah::test::Howdahctl;

/// What needs no server: help, usage, names that are not on record.
class TestWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersWithoutServers_data();
    void answersWithoutServers();
    void usageErrorsAreDocumentsToo_data();
    void usageErrorsAreDocumentsToo();
    void listsAreDocuments_data();
    void listsAreDocuments();
    void leavesNothingBehindWhenItRefuses();
    void speaksUnicodeInEveryLocale();
    void saysThatTheRegistryWasDamaged();

private:
    Howdahctl m_howdahctl;
};

void TestWords::answersWithoutServers_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("output");
    QTest::addColumn<QString>("errors");
    const auto words = [](const char *line) {
        return QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    };
    QTest::newRow("nothing") << QStringList() << 2 << ""
                             << "What should be done?";
    QTest::newRow("help") << words("help") << 0 << "howdahctl COMMAND --help"
                          << "";
    QTest::newRow("--help") << words("--help") << 0 << "lab create"
                            << "";
    QTest::newRow("--version") << words("--version") << 0 << "howdahctl 0."
                               << "";
    QTest::newRow("help of a family") << words("help lab") << 0 << "lab destroy"
                                      << "";
    QTest::newRow("help of a command") << words("lab create --help") << 0 << "--standbys N"
                                       << "";
    QTest::newRow("help of an operation") << words("clone --help") << 0 << "--dry-run"
                                          << "";
    QTest::newRow("help of nothing") << words("help nonsense") << 2 << ""
                                     << "There is no command “nonsense”.";
    QTest::newRow("unknown command") << words("stauts x") << 2 << ""
                                     << "Did you mean “status”?";
    QTest::newRow("unknown option") << words("status x --jsn") << 2 << ""
                                    << "Did you mean “--json”?";
    QTest::newRow("unknown cluster") << words("status x") << 2 << ""
                                     << "“x”";
    QTest::newRow("unknown cluster, findings") << words("findings x") << 2 << ""
                                               << "“x”";
    QTest::newRow("unknown cluster, clone") << words("clone x --check") << 2 << ""
                                            << "“x”";
    QTest::newRow("unknown cluster, show") << words("cluster show x") << 2 << ""
                                           << "“x”";
    QTest::newRow("unknown cluster, remove") << words("cluster remove x") << 2 << ""
                                             << "“x”";
    QTest::newRow("unknown lab") << words("lab destroy x") << 2 << ""
                                 << "There is no lab";
    QTest::newRow("unknown operation") << words("operations show 20200101-000000-abcd") << 2 << ""
                                       << "20200101-000000-abcd";
    QTest::newRow("no number") << words("lab create x --standbys many") << 2 << ""
                               << "--standbys wants a number";
    QTest::newRow("no rate") << words("lab create x --rate nan") << 2 << ""
                             << "--rate wants";
    QTest::newRow("name with a newline") << QStringList{QStringLiteral("lab"), QStringLiteral("create"),
                                                        QStringLiteral("a\nb")}
                                         << 2 << ""
                                         << "name";
    QTest::newRow("empty name") << QStringList{QStringLiteral("lab"), QStringLiteral("create"), QString()} << 2 << ""
                                << "name";
    QTest::newRow("name of 64 bytes") << QStringList{QStringLiteral("cluster"), QStringLiteral("add"),
                                                     QString(32, QChar(0xf1)), QStringLiteral("host=127.0.0.1")}
                                      << 2 << ""
                                      << "63";
    QTest::newRow("not a conninfo") << QStringList{QStringLiteral("cluster"), QStringLiteral("add"),
                                                   QStringLiteral("x"), QStringLiteral("hots=db1")}
                                    << 2 << ""
                                    << "hots";
    QTest::newRow("two ways at once") << words("clone x --check --dry-run") << 2 << ""
                                      << "exclude each other";
    QTest::newRow("a script is not JSON") << words("clone x --script --json") << 2 << ""
                                          << "leave --json away";
}

void TestWords::answersWithoutServers()
{
    QFETCH(const QStringList, words);
    QFETCH(const int, code);
    QFETCH(const QString, output);
    QFETCH(const QString, errors);
    const Howdahctl::Answer answer = m_howdahctl.run(words);
    COMPARE_CODE(answer, code);
    QVERIFY2(answer.errors.contains(errors), answer.all().constData());
    if (code == 0)
        QVERIFY2(answer.output.contains(output), answer.all().constData());
    else if (!words.contains(QStringLiteral("--json")))
        QCOMPARE(answer.output, QString());
}

void TestWords::usageErrorsAreDocumentsToo_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("unknown command") << QStringList{QStringLiteral("nonsense")};
    QTest::newRow("unknown cluster") << QStringList{QStringLiteral("status"), QStringLiteral("x")};
    QTest::newRow("unknown option") << QStringList{QStringLiteral("lab"), QStringLiteral("list"),
                                                   QStringLiteral("--all")};
}

void TestWords::usageErrorsAreDocumentsToo()
{
    QFETCH(const QStringList, words);
    const Howdahctl::Answer answer = m_howdahctl.run(words + QStringList{QStringLiteral("--json")});
    COMPARE_CODE(answer, 2);
    const QJsonObject error = answer.json().value(QStringLiteral("error")).toObject();
    QVERIFY2(!error.value(QStringLiteral("code")).toString().isEmpty(), answer.all().constData());
    QVERIFY(answer.errors.contains(error.value(QStringLiteral("message")).toString()));
}

void TestWords::listsAreDocuments_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("key");
    QTest::newRow("labs") << QStringList{QStringLiteral("lab"), QStringLiteral("list")} << "labs";
    QTest::newRow("clusters") << QStringList{QStringLiteral("cluster"), QStringLiteral("list")} << "clusters";
    QTest::newRow("operations") << QStringList{QStringLiteral("operations"), QStringLiteral("list")} << "operations";
    QTest::newRow("operations, short") << QStringList{QStringLiteral("operations")} << "operations";
}

void TestWords::listsAreDocuments()
{
    QFETCH(const QStringList, words);
    QFETCH(const QString, key);
    const Howdahctl::Answer answer = m_howdahctl.run(words + QStringList{QStringLiteral("--json")});
    COMPARE_CODE(answer, 0);
    QCOMPARE(answer.json().keys(), QStringList{key});
    QCOMPARE(answer.json().value(key).toArray(), QJsonArray());
    QVERIFY2(!answer.errors.trimmed().isEmpty(), "text for people goes to standard error");
    COMPARE_CODE(m_howdahctl.run(words), 0);
}

void TestWords::leavesNothingBehindWhenItRefuses()
{
    const Howdahctl fresh;
    COMPARE_CODE(fresh.run({QStringLiteral("lab"), QStringLiteral("create"), QStringLiteral("x"),
                            QStringLiteral("--standbys"), QStringLiteral("-1")}),
                 2);
    const Howdahctl::Answer labs = fresh.run({QStringLiteral("lab"), QStringLiteral("list"), QStringLiteral("--json")});
    QCOMPARE(labs.json().value(QStringLiteral("labs")).toArray(), QJsonArray());
}

void TestWords::speaksUnicodeInEveryLocale()
{
    const Howdahctl::Answer answer = m_howdahctl.run({QStringLiteral("status"), QStringLiteral("clúster 象")},
                                                     {{QStringLiteral("LC_ALL"), QStringLiteral("C")}});
    COMPARE_CODE(answer, 2);
    QVERIFY2(answer.errors.contains(QStringLiteral("clúster 象")), answer.all().constData());
    QVERIFY2(!answer.errors.contains(QStringLiteral("locale")), answer.all().constData());
}

void TestWords::saysThatTheRegistryWasDamaged()
{
    const Howdahctl damaged;
    QVERIFY(QDir(damaged.home()).mkpath(QStringLiteral("config")));
    QFile registry(damaged.home() + QStringLiteral("/config/clusters.json"));
    QVERIFY(registry.open(QIODevice::WriteOnly));
    registry.write("{\"clusters\": [");
    registry.close();
    const Howdahctl::Answer answer =
        damaged.run({QStringLiteral("cluster"), QStringLiteral("list"), QStringLiteral("--json")});
    COMPARE_CODE(answer, 0);
    QVERIFY2(answer.errors.contains(QStringLiteral("moved aside")), answer.all().constData());
    QCOMPARE(answer.json().value(QStringLiteral("clusters")).toArray(), QJsonArray());
}

QTEST_GUILESS_MAIN(TestWords)
#include "test_words.moc"
