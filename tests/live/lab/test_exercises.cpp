#include "core/lab/exercises/exercise_run.h"
#include "core/lab/exercises/exercise_shelf.h"
#include "core/lab/exercises/typed_line.h"

#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace howdah;

/// Every exercise that comes with Howdah, from end to end on its own lab, with Howdah as the learner; and a learner who
/// does something else.
class TestExercises : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();

    void isPassedFromEndToEnd_data();
    void isPassedFromEndToEnd();
    void whatIsNotDoneIsSaidWithWhatWasSeen();
    void aLearnerWhoUsesPsqlPassesToo();
    void aLostLabIsSaidAndBegunAgain();
    void whatThisMachineLacksIsSaid();

private:
    [[nodiscard]] Result<ExerciseRun> begin(const Exercise &exercise)
    {
        m_lab = exerciseLabName(exercise);
        return ExerciseRun::begin(exercise, m_environment, {});
    }

    Hosts m_hosts;
    Environment m_environment{.hosts = &m_hosts, .registry = ClusterRegistry(), .fillPassword = {}};
    ExerciseShelf m_shelf = readExerciseShelf();
    QString m_lab;
};

void TestExercises::initTestCase()
{
    QVERIFY(m_shelf.refused.isEmpty());
}

void TestExercises::cleanup()
{
    if (!m_lab.isEmpty())
        QVERIFY(Labs(m_hosts).destroy(m_lab, Deadline::after(Milliseconds{60000})));
    m_lab.clear();
}

void TestExercises::isPassedFromEndToEnd_data()
{
    QTest::addColumn<QString>("id");
    for (const Exercise &exercise : m_shelf.exercises)
        QTest::newRow(qPrintable(exercise.id)) << exercise.id;
}

void TestExercises::isPassedFromEndToEnd()
{
    QFETCH(QString, id);
    const Exercise &exercise = *m_shelf.find(id);
    if (const QStringList missing = missingForExercise(exercise, m_hosts, Deadline::after(Milliseconds{10000}));
        !missing.isEmpty())
        QSKIP(qPrintable(missing.join(QLatin1Char(' '))));
    Result<ExerciseRun> run = begin(exercise);
    QVERIFY2(run, run ? "" : qPrintable(run.error().full()));
    for (int step = 0; step < exercise.steps.size(); ++step) {
        const Result<void> done = run->perform(step);
        QVERIFY2(done, done ? "" : qPrintable(done.error().full()));
        const Result<bool> passed = run->check(step);
        QVERIFY2(passed, passed ? "" : qPrintable(passed.error().full()));
        for (const ObservationEvidence &seen : run->record().steps.at(step).observations)
            QVERIFY2(seen.asExpected, qPrintable(QStringLiteral("%1: expected %2, saw %3. %4")
                                                     .arg(seen.text, seen.expected, seen.seen, seen.because)));
        QVERIFY(*passed);
    }
    QVERIFY(run->record().passed());
}

void TestExercises::whatIsNotDoneIsSaidWithWhatWasSeen()
{
    Result<ExerciseRun> run = begin(*m_shelf.find(QStringLiteral("replication-delay")));
    QVERIFY2(run, run ? "" : qPrintable(run.error().full()));
    QVERIFY(run->perform(0)); // replay is paused
    QVERIFY(run->check(0).valueOr(false));
    const Result<bool> passed = run->check(2); // and was not resumed
    QVERIFY(passed && !*passed);
    const ObservationEvidence &rows = run->record().steps.at(2).observations.last();
    QCOMPARE(rows.expected, QStringLiteral("at least 50000"));
    QCOMPARE(rows.seen, QStringLiteral("0"));
    QVERIFY2(rows.because.contains(QLatin1String("paused")), qPrintable(rows.because));
    QCOMPARE(run->current(), 1);
}

void TestExercises::aLearnerWhoUsesPsqlPassesToo()
{
    const Exercise &exercise = *m_shelf.find(QStringLiteral("see-it-replicate"));
    Result<ExerciseRun> run = begin(exercise);
    QVERIFY2(run, run ? "" : qPrintable(run.error().full()));
    const auto typed = [&](TypedLine::Language language, const char *text) {
        const TaskEvidence evidence =
            runTypedLine({language, QStringLiteral("n1"), QString::fromUtf8(text)}, run->place());
        const bool kept = run->addEvidence(0, evidence).ok();
        return kept ? evidence : TaskEvidence{.output = QStringLiteral("not kept")};
    };
    const TaskEvidence wrong = typed(TypedLine::Language::Sql, "SELEC 1");
    QVERIFY(!wrong.succeeded);
    QVERIFY2(wrong.output.contains(QLatin1String("syntax error")), qPrintable(wrong.output));
    const TaskEvidence many = typed(TypedLine::Language::Sql, "SELECT n FROM generate_series(1, 1000000) AS n");
    QVERIFY(many.succeeded);
    QVERIFY2(many.output.size() < 100'000, qPrintable(QString::number(many.output.size())));
    const TaskEvidence table = typed(TypedLine::Language::Shell, "psql -c 'CREATE TABLE messages AS SELECT 1 AS id'");
    QVERIFY2(table.succeeded, qPrintable(table.output));
    QVERIFY(run->check(0).valueOr(false));

    // The window was closed in between: another process goes on where it was left.
    Result<ExerciseRun> again = ExerciseRun::open(exercise, m_environment);
    QVERIFY2(again, again ? "" : qPrintable(again.error().full()));
    QCOMPARE(again->current(), 1);
    QCOMPARE(again->record().steps.at(0).tasks.size(), 3);
}

void TestExercises::aLostLabIsSaidAndBegunAgain()
{
    const Exercise &exercise = *m_shelf.find(QStringLiteral("cold-copy"));
    QVERIFY(begin(exercise));
    QVERIFY(Labs(m_hosts).destroy(exerciseLabName(exercise), Deadline::after(Milliseconds{60000})));
    const Result<ExerciseRun> gone = ExerciseRun::open(exercise, m_environment);
    QCOMPARE(gone.error().code, ErrorCode::NotFound);
    QVERIFY(gone.error().hint.contains(QLatin1String("Start over")));
    QVERIFY(begin(exercise));
}

void TestExercises::whatThisMachineLacksIsSaid()
{
    Exercise exercise = *m_shelf.find(QStringLiteral("cold-copy"));
    exercise.needs.tools = {QStringLiteral("no-such-program")};
    exercise.needs.oldestServer = 99;
    const Result<ExerciseRun> run = ExerciseRun::begin(exercise, m_environment, {});
    QVERIFY(!run);
    QCOMPARE(run.error().code, ErrorCode::NotReady);
    QVERIFY2(run.error().message.contains(QLatin1String("no-such-program")), qPrintable(run.error().message));
    QVERIFY2(run.error().message.contains(QLatin1String("PostgreSQL 99 or later")), qPrintable(run.error().message));
}

int main(int argc, char **argv)
{
    QTemporaryDir home;
    qputenv("HOWDAH_HOME", home.path().toUtf8());
    QCoreApplication application(argc, argv);
    TestExercises test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_exercises.moc"
