// The report of an operation: all that a reader needs, no markup made by what it quotes.
#include "core/operations/report.h"

#include <QJsonArray>
#include <QTest>

using namespace howdah;

namespace {

JournalEntry sampleEntry()
{
    JournalEntry entry{.id = QStringLiteral("20261120-100000-abcd"),
                       .operation = QStringLiteral("no such operation"),
                       .cluster = QStringLiteral("lab <b>|`*"),
                       .systemIdentifier = QStringLiteral("7318")};
    entry.started = QDateTime(QDate(2026, 11, 20), QTime(10, 0), Qt::UTC);
    entry.ended = entry.started.addMSecs(1500);
    entry.plan.arguments = {{QStringLiteral("name"), QStringLiteral("n4")}};
    PlannedStep step{.id = QStringLiteral("one"), .title = QStringLiteral("Step _one_")};
    step.actions = {{QStringLiteral("Run it"),
                     RunCommand{.hostId = QStringLiteral("local"),
                                .command = {.argv = {QStringLiteral("echo"), QStringLiteral("```</pre>")}}}}};
    step.verify = {
        {.text = QStringLiteral("it is there"), .look = PathIs{QStringLiteral("local"), QStringLiteral("/x"), {}}}};
    entry.plan.steps = {step};
    JournalStep done{.id = step.id, .title = step.title, .state = StepState::Done};
    done.ms = 1200;
    entry.steps = {done};
    entry.state = OperationState::Done;
    return entry;
}

} // namespace

class TestReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outcomes_data();
    void outcomes();
    void markdownQuotesWhatItQuotes();
    void htmlQuotesWhatItQuotes();
    void anErrorKeepsWhatTheServerSaid();
    void resultsHaveTitles();

private:
    Hosts m_hosts;
};

void TestReport::outcomes_data()
{
    QTest::addColumn<OperationState>("state");
    QTest::addColumn<StepState>("step");
    QTest::addColumn<bool>("pointOfNoReturn");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("done") << OperationState::Done << StepState::Done << false
                          << QStringLiteral("Done. Every step was verified by looking at the result.");
    QTest::newRow("undone") << OperationState::Undone << StepState::Undone << false
                            << QStringLiteral("It was undone: the cluster is as it was before.");
    QTest::newRow("not begun") << OperationState::NotReady << StepState::Waiting << false
                               << QStringLiteral("It was not begun. Nothing was changed.");
    QTest::newRow("half-way") << OperationState::Interrupted << StepState::Failed << false
                              << QStringLiteral(
                                     "It stopped half-way: 0 of 1 steps are done. It can be resumed or undone.");
    QTest::newRow("past the return") << OperationState::Interrupted << StepState::Failed << true
                                     << QStringLiteral(
                                            "It stopped half-way: 0 of 1 steps are done. It can be resumed.");
    QTest::newRow("running") << OperationState::Running << StepState::Running << false
                             << QStringLiteral("It is running: 0 of 1 steps are done.");
}

void TestReport::outcomes()
{
    QFETCH(OperationState, state);
    QFETCH(StepState, step);
    QFETCH(bool, pointOfNoReturn);
    JournalEntry entry = sampleEntry();
    entry.state = state;
    entry.steps[0].state = step;
    entry.plan.steps[0].pointOfNoReturn = pointOfNoReturn;
    QTEST(outcomeSentence(entry), "sentence");
}

void TestReport::markdownQuotesWhatItQuotes()
{
    const QString text = reportMarkdown(sampleEntry(), m_hosts);
    QVERIFY2(text.startsWith(QLatin1String("# no such operation on lab \\<b\\>\\|\\`\\*\n")), qUtf8Printable(text));
    QVERIFY(text.contains(QLatin1String("Step \\_one\\_")));
    QVERIFY(text.contains(QLatin1String("\n````\necho '```</pre>'\n````\n"))); // a longer fence than what is within
    QVERIFY(text.contains(QLatin1String("| name | n4 |")));
    QVERIFY(text.contains(QLatin1String("Seen: it is there.")));
    QVERIFY(text.contains(QLatin1String("1.5 s")));
}

void TestReport::htmlQuotesWhatItQuotes()
{
    const QString text = reportHtml(sampleEntry(), m_hosts);
    QVERIFY(text.contains(QLatin1String("lab &lt;b&gt;|`*")));
    QVERIFY(!text.contains(QLatin1String("<b>")));
    QCOMPARE(text.count(QLatin1String("</pre>")), text.count(QLatin1String("<pre>")));
    QVERIFY(!text.contains(QLatin1String("http"))); // nothing is fetched from anywhere
}

void TestReport::anErrorKeepsWhatTheServerSaid()
{
    JournalEntry entry = sampleEntry();
    entry.error = Error{ErrorCode::ServerRefused, QStringLiteral("No."), QStringLiteral("the detail"),
                        QStringLiteral("the hint"), QStringLiteral("55000")};
    for (const QString &text : {reportMarkdown(entry, m_hosts), reportHtml(entry, m_hosts)}) {
        for (const char *part : {"the detail", "the hint", "55000"})
            QVERIFY2(text.contains(QLatin1String(part)), part);
    }
}

void TestReport::resultsHaveTitles()
{
    JournalEntry entry = sampleEntry();
    entry.operation = QStringLiteral("rejoin");
    entry.result = {{QStringLiteral("lost"),
                     QJsonObject{{QStringLiteral("inserted"), 1234567},
                                 {QStringLiteral("relations"), QJsonArray{QStringLiteral("a.b"), QStringLiteral("c")}},
                                 {QStringLiteral("savedTo"), QString()}}},
                    {QStringLiteral("unheardOf"), true},
                    {QStringLiteral("way"), QStringLiteral("rewind")}};
    QStringList said;
    for (const ResultRow &row : resultRows(entry))
        said << row.title + QStringLiteral(" = ") + row.value;
    QCOMPARE(said.join(u'\n'), QStringLiteral("Rows inserted by them = 1234567\n"
                                              "Relations changed by them = a.b, c\n"
                                              "They are saved in = none\n"
                                              "unheardOf = true\n"
                                              "How it came back = rewind"));
    const QString report = reportMarkdown(entry, m_hosts);
    QVERIFY2(report.contains(QLatin1String("How it came back")) && report.contains(QLatin1String("1234567")),
             qPrintable(report));
    QVERIFY(!reportMarkdown(sampleEntry(), m_hosts).contains(QLatin1String("What came of it")));
}

QTEST_GUILESS_MAIN(TestReport)
#include "test_report.moc"
