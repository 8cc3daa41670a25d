#include "core/lab/exercises/exercise_observations.h"
#include "core/lab/exercises/exercise_run.h"
#include "core/lab/exercises/exercise_shelf.h"
#include "core/lab/exercises/typed_line.h"
#include "core/lab/lab_disk.h"
#include "core/lab/lab_record.h"

#include <QDir>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace howdah;

namespace {

constexpr Milliseconds patience{60000};
constexpr int patienceMs = 60'000;

} // namespace

/// What goes wrong around an exercise is said plainly, and the exercise goes on afterwards.
class TestExerciseBadInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void whatTheMachineLacksIsSaid_data();
    void whatTheMachineLacksIsSaid();
    void tooLittleRoomIsSaid_data();
    void tooLittleRoomIsSaid();
    void aDiskThatFillsWhileTheLabIsMadeIsSaid();
    void aLabThatAnotherConsoleChangesIsLeftAlone();
    void whatIsTypedComesBackPlainly_data();
    void whatIsTypedComesBackPlainly();
    void aSessionStaysWhereItWent_data();
    void aSessionStaysWhereItWent();
    void aStatementThatBlocksIsStopped();
    void whatRunsInTheBackgroundEndsWithTheSession();
    void noSecretOfTheLabIsOnRecord();
    void onlyKnownFormsAreHandedIn_data();
    void onlyKnownFormsAreHandedIn();
    void aLabKilledOutsideIsSeen();
    void aTakenPortIsSaid();

private:
    [[nodiscard]] QString ask(const QString &sql) const;
    [[nodiscard]] Labs labs() { return Labs(m_hosts); }

    Hosts m_hosts;
    Environment m_environment{.hosts = &m_hosts, .registry = ClusterRegistry(), .fillPassword = {}};
    Exercise m_exercise;
    std::optional<ExerciseRun> m_run;
    const QString m_lab = QStringLiteral("exercise-10");
};

void TestExerciseBadInput::initTestCase()
{
    m_exercise = *readExerciseShelf().find(QStringLiteral("10"));
    Result<ExerciseRun> run = ExerciseRun::begin(m_exercise, m_environment, {});
    QVERIFY2(run, run ? "" : qPrintable(run.error().full()));
    m_run.emplace(std::move(*run));
}

void TestExerciseBadInput::cleanupTestCase()
{
    m_run.reset();
    const Result<void> gone = labs().destroy(m_lab, Deadline::after(patience));
    QVERIFY2(gone, gone ? "" : qPrintable(gone.error().full()));
}

QString TestExerciseBadInput::ask(const QString &sql) const
{
    Result<Connection> connection =
        m_run->place().connect(QStringLiteral("n1"), QStringLiteral("postgres"), Deadline::after(patience));
    const Result<ResultSet> answer =
        connection ? connection->query(sql, {}, Deadline::after(patience)) : Result<ResultSet>(connection.error());
    return answer ? answer->text(0, 0).value_or(QString()) : answer.error().full();
}

void TestExerciseBadInput::whatTheMachineLacksIsSaid_data()
{
    QTest::addColumn<ExerciseNeeds>("needs");
    QTest::addColumn<QString>("said");
    QTest::newRow("a newer server") << ExerciseNeeds{.oldestServer = 99} << QStringLiteral("PostgreSQL 99 or later");
    QTest::newRow("an older server") << ExerciseNeeds{.oldestServer = 9, .newestServer = 10}
                                     << QStringLiteral("PostgreSQL 9 to 10");
    QTest::newRow("a program") << ExerciseNeeds{.tools = {QStringLiteral("pg_no_dump")}}
                               << QStringLiteral("The program pg_no_dump is not installed here.");
}

void TestExerciseBadInput::whatTheMachineLacksIsSaid()
{
    QFETCH(ExerciseNeeds, needs);
    QFETCH(QString, said);
    Exercise exercise = m_exercise;
    exercise.needs = needs;
    const Result<ExerciseRun> run = ExerciseRun::begin(exercise, m_environment, {});
    QVERIFY(!run);
    QCOMPARE(run.error().code, ErrorCode::NotReady);
    QVERIFY2(run.error().message.contains(said), qPrintable(run.error().message));
    QVERIFY(labs().find(m_lab)); // the lab of the run that there is was not touched
}

void TestExerciseBadInput::tooLittleRoomIsSaid_data()
{
    QTest::addColumn<ExerciseNeeds>("needs");
    QTest::addColumn<qint64>("free");
    QTest::addColumn<QString>("said");
    constexpr qint64 megabyte = 1024 * 1024;
    QTest::newRow("enough") << ExerciseNeeds{.standbys = 0} << 160 * megabyte << QString();
    QTest::newRow("a node") << ExerciseNeeds{.standbys = 0} << 20 * megabyte
                            << QStringLiteral("Its lab needs about 160 MB in /labs, where 20 MB is free: make room there.");
    QTest::newRow("nodes and an archive")
        << ExerciseNeeds{.standbys = 2, .archive = true} << 500 * megabyte
        << QStringLiteral("Its lab needs about 580 MB in /labs, where 500 MB is free: make room there.");
}

void TestExerciseBadInput::tooLittleRoomIsSaid()
{
    QFETCH(ExerciseNeeds, needs);
    QFETCH(qint64, free);
    QTEST(missingRoomForExercise(needs, QStringLiteral("/labs"), free), "said");
}

void TestExerciseBadInput::aDiskThatFillsWhileTheLabIsMadeIsSaid()
{
    const auto host = m_hosts.find(QStringLiteral("local"));
    if (!lab_disk::isPossible(**host, Deadline::after(patience)))
        QSKIP("No file system can be mounted here.");
    Exercise exercise = *readExerciseShelf().find(QStringLiteral("4"));
    exercise.needs.diskBytes = 8 * 1024 * 1024;
    const Result<ExerciseRun> run = ExerciseRun::begin(exercise, m_environment, {});
    QVERIFY(!run);
    QVERIFY2(run.error().full().contains(QLatin1String("No space left on device")), qPrintable(run.error().full()));
    QVERIFY(!labs().find(exerciseLabName(exercise))); // what was made so far is gone again
}

void TestExerciseBadInput::aLabThatAnotherConsoleChangesIsLeftAlone()
{
    const auto held = lab_records::lock(m_lab);
    QVERIFY(held);
    const Result<ExerciseRun> run = ExerciseRun::begin(m_exercise, m_environment, {});
    QVERIFY(!run);
    QCOMPARE(run.error().code, ErrorCode::Busy);
    QCOMPARE(ask(QStringLiteral("SELECT 1")), QStringLiteral("1"));
    QVERIFY(exercise_records::find(m_exercise.id)); // and its record is where it was
}

void TestExerciseBadInput::whatIsTypedComesBackPlainly_data()
{
    QTest::addColumn<TypedLine::Language>("language");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("succeeds");
    QTest::addColumn<QString>("said");
    using Language = TypedLine::Language;
    QTest::newRow("SQL that is wrong") << Language::Sql << QStringLiteral("SELEC 1") << false
                                       << QStringLiteral("syntax error");
    QTest::newRow("SQL that is refused") << Language::Sql << QStringLiteral("SELECT 1/0") << false
                                         << QStringLiteral("division by zero");
    QTest::newRow("a million rows") << Language::Sql << QStringLiteral("SELECT n FROM generate_series(1, 1000000) AS n")
                                    << true << QStringLiteral("the rest is left out");
    QTest::newRow("a command that is not there") << Language::Shell << QStringLiteral("no-such-command") << false
                                                 << QStringLiteral("no-such-command");
    QTest::newRow("a command that says much") << Language::Shell << QStringLiteral("yes | head -n 1000000") << true
                                              << QStringLiteral("the rest is left out");
}

void TestExerciseBadInput::whatIsTypedComesBackPlainly()
{
    QFETCH(TypedLine::Language, language);
    QFETCH(QString, text);
    QFETCH(bool, succeeds);
    QFETCH(QString, said);
    const TaskEvidence evidence = runTypedLine({language, QStringLiteral("n1"), text}, m_run->place());
    QCOMPARE(evidence.succeeded, succeeds);
    QVERIFY2(evidence.output.contains(said), qPrintable(evidence.output.left(2000)));
    QVERIFY2(evidence.output.size() < 20'000, qPrintable(QString::number(evidence.output.size())));
}

void TestExerciseBadInput::aSessionStaysWhereItWent_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("after");
    QTest::newRow("nowhere") << QStringLiteral("SELECT 1") << QStringLiteral("shop");
    QTest::newRow("elsewhere") << QStringLiteral("\\c store") << QStringLiteral("store");
    QTest::newRow("twice") << QStringLiteral("\\c store\nSELECT 1;\n  \\connect \"Other\"") << QStringLiteral("Other");
    QTest::newRow("another command") << QStringLiteral("\\conninfo") << QStringLiteral("shop");
}

void TestExerciseBadInput::aSessionStaysWhereItWent()
{
    QFETCH(QString, text);
    QTEST(databaseAfter(text, QStringLiteral("shop")), "after");
}

void TestExerciseBadInput::aStatementThatBlocksIsStopped()
{
    TaskEvidence evidence{.succeeded = true};
    std::jthread typed([&](std::stop_token stop) {
        ExercisePlace place = m_run->place();
        place.stop = stop;
        evidence = runTypedLine({TypedLine::Language::Sql, QStringLiteral("n1"), QStringLiteral("SELECT pg_sleep(3600)")},
                                place);
    });
    QTRY_COMPARE_WITH_TIMEOUT(ask(QStringLiteral("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'")),
                              QStringLiteral("1"), patienceMs);
    typed.request_stop();
    typed.join();
    QVERIFY(!evidence.succeeded);
}

void TestExerciseBadInput::whatRunsInTheBackgroundEndsWithTheSession()
{
    const QString running = QStringLiteral("SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(7200)%' "
                                           "AND state = 'active' AND pid <> pg_backend_pid()");
    auto owner = std::make_unique<BackgroundStatements>();
    Result<Connection> connection =
        m_run->place().connect(QStringLiteral("n1"), QStringLiteral("postgres"), Deadline::after(patience));
    QVERIFY(connection);
    owner->run(std::move(*connection), QStringLiteral("SELECT pg_sleep(7200)"), Deadline::never());
    QTRY_COMPARE_WITH_TIMEOUT(ask(running), QStringLiteral("1"), patienceMs);
    owner.reset();
    QTRY_COMPARE_WITH_TIMEOUT(ask(running), QStringLiteral("0"), patienceMs);
}

void TestExerciseBadInput::noSecretOfTheLabIsOnRecord()
{
    QVERIFY(!m_run->place().secrets.isEmpty());
    const QString passfile = m_run->place().lab.directory + QStringLiteral("/passfile");
    const TaskEvidence evidence = runTypedLine(
        {TypedLine::Language::Shell, QStringLiteral("n1"), QStringLiteral("cat '%1'").arg(passfile)}, m_run->place());
    QVERIFY(evidence.succeeded);
    QVERIFY(evidence.output.contains(QStringLiteral("•••")));
    for (const QString &secret : m_run->place().secrets)
        QVERIFY(!evidence.output.contains(secret));
}

void TestExerciseBadInput::onlyKnownFormsAreHandedIn_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("file");
    QTest::newRow("PDF") << QStringLiteral("pdf") << 0 << QStringLiteral("report.pdf");
    QTest::newRow("web page") << QStringLiteral("html") << 0 << QStringLiteral("report.html");
    QTest::newRow("Markdown") << QStringLiteral("markdown") << 0 << QStringLiteral("report.md");
    QTest::newRow("another") << QStringLiteral("docx") << 2 << QString();
}

void TestExerciseBadInput::onlyKnownFormsAreHandedIn()
{
    QFETCH(QString, format);
    QFETCH(QString, file);
    QTemporaryDir folder;
    QProcess howdahctl;
    howdahctl.setProcessChannelMode(QProcess::MergedChannels);
    howdahctl.start(qEnvironmentVariable("HOWDAH_BIN") + QStringLiteral("/howdahctl"),
                    {QStringLiteral("lab"), QStringLiteral("exercise"), QStringLiteral("hand-in"), QStringLiteral("10"),
                     folder.path(), QStringLiteral("--format"), format});
    QVERIFY(howdahctl.waitForFinished(patienceMs));
    const QByteArray said = howdahctl.readAll();
    QVERIFY2(howdahctl.exitStatus() == QProcess::NormalExit, said.constData());
    QTEST(howdahctl.exitCode(), "exitCode");
    const QStringList reports = QDir(folder.path()).entryList({QStringLiteral("report.*")}, QDir::Files);
    QCOMPARE(reports, file.isEmpty() ? QStringList() : QStringList(file));
    QCOMPARE(QFile::exists(folder.filePath(QStringLiteral("result.json"))), !file.isEmpty());
}

void TestExerciseBadInput::aLabKilledOutsideIsSeen()
{
    for (const QString &node : {QStringLiteral("n2"), QStringLiteral("n1")})
        QVERIFY(injectFault(m_run->place().lab, QStringLiteral("kill"), node, m_hosts, Deadline::after(patience)));
    ExercisePlace place = m_run->place();
    const ObservationEvidence seen = observe(m_exercise.steps.first().observations.first(), place);
    QVERIFY(!seen.asExpected);
    QVERIFY2(seen.because.contains(QLatin1String("howdahctl lab start ") + m_lab), qPrintable(seen.seen + QLatin1Char('\n') + seen.because));
    const Result<void> started = labs().start(m_lab, Deadline::after(patience));
    QVERIFY2(started, started ? "" : qPrintable(started.error().full()));
    QTRY_COMPARE_WITH_TIMEOUT(ask(QStringLiteral("SELECT 1")), QStringLiteral("1"), patienceMs);
}

void TestExerciseBadInput::aTakenPortIsSaid()
{
    QVERIFY(labs().stop(m_lab, Deadline::after(patience)));
    QTcpServer squatter;
    const quint16 port = m_run->place().lab.cluster.nodes.first().connInfo.port().toUShort();
    QVERIFY(squatter.listen(QHostAddress::LocalHost, port));
    const Result<void> started = labs().start(m_lab, Deadline::after(patience));
    QVERIFY(!started);
    QVERIFY2(started.error().message.contains(QLatin1String("n1")), qPrintable(started.error().full()));
    QVERIFY2(started.error().detail.contains(QLatin1String("could not bind")), qPrintable(started.error().full()));
    squatter.close();
    QVERIFY(labs().start(m_lab, Deadline::after(patience)));
    QCOMPARE(ask(QStringLiteral("SELECT 1")), QStringLiteral("1"));
}

int main(int argc, char **argv)
{
    QTemporaryDir home;
    qputenv("HOWDAH_HOME", home.path().toUtf8());
    QCoreApplication application(argc, argv);
    TestExerciseBadInput test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_exercise_bad_input.moc"
