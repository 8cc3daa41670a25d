#include "core/lab/exercises/exercise_run.h"
#include "core/lab/exercises/exercise_shelf.h"
#include "core/lab/exercises/typed_line.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <future>
#include <thread>

using namespace howdah;

namespace {

constexpr Milliseconds patience{60000};
/// Exercises mostly wait for their servers: so many go on side by side.
constexpr int atOnce = 5;

struct Outcome
{
    QString missing; ///< what this machine has not
    QString trouble; ///< empty: passed
};

QString describe(const ExerciseStep &step, const ObservationEvidence &seen)
{
    return QStringLiteral("step %1, %2: expected %3, saw %4. %5")
        .arg(step.id, seen.text, seen.expected, seen.seen, seen.because);
}

QString troubleOf(ExerciseRun &run)
{
    for (int index = 0; index < run.exercise().steps.size(); ++index) {
        const ExerciseStep &step = run.exercise().steps.at(index);
        if (const Result<void> done = run.perform(index); !done)
            return step.id + QStringLiteral(": ") + done.error().full();
        const Result<bool> passed = run.check(index);
        if (!passed)
            return step.id + QStringLiteral(": ") + passed.error().full();
        for (const ObservationEvidence &seen : run.record().steps.at(index).observations)
            if (!seen.asExpected)
                return describe(step, seen);
        if (!*passed)
            return step.id + QStringLiteral(": not passed");
    }
    return run.record().passed() ? QString() : QStringLiteral("not passed");
}

/// Programs that still work for a lab, told by their command lines.
QStringList processesOf(const QString &directory)
{
    QStringList lines;
    for (const QString &pid : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        QFile file(QStringLiteral("/proc/%1/cmdline").arg(pid));
        if (file.open(QIODevice::ReadOnly))
            if (const QByteArray words = file.readAll().replace('\0', ' '); words.contains(directory.toUtf8() + '/'))
                lines << QString::fromUtf8(words);
    }
    return lines;
}

/// From end to end on a lab of its own, which goes afterwards.
Outcome goThrough(const Exercise &exercise, const Environment &environment)
{
    const QStringList missing = missingForExercise(exercise, *environment.hosts, Deadline::after(patience));
    if (!missing.isEmpty())
        return {.missing = missing.join(QLatin1Char(' ')), .trouble = {}};
    Outcome outcome;
    if (Result<ExerciseRun> run = ExerciseRun::begin(exercise, environment, {}))
        outcome.trouble = troubleOf(*run);
    else
        outcome.trouble = run.error().full();
    Labs labs(*environment.hosts);
    const Result<Lab> lab = labs.find(exerciseLabName(exercise));
    const Result<void> gone = labs.destroy(exerciseLabName(exercise), Deadline::after(patience));
    if (!gone && outcome.trouble.isEmpty())
        outcome.trouble = gone.error().full();
    if (lab && outcome.trouble.isEmpty())
        outcome.trouble = processesOf(lab->directory).join(QLatin1Char('\n'));
    return outcome;
}

/// All exercises, a few at a time, beside what the test does meanwhile.
class SideBySide
{
public:
    SideBySide(const QList<Exercise> &exercises, const Environment &environment)
        : m_exercises(exercises)
        , m_outcomes(static_cast<std::size_t>(exercises.size()))
    {
        for (std::size_t index = 0; index < m_outcomes.size(); ++index)
            m_order.push_back(index);
        const auto minutes = [this](std::size_t index) {
            return m_exercises.at(static_cast<qsizetype>(index)).minutes;
        };
        std::stable_sort(m_order.begin(), m_order.end(), // a long one begun last would be waited for alone
                         [&](std::size_t left, std::size_t right) { return minutes(left) > minutes(right); });
        for (int worker = 0; worker < atOnce; ++worker)
            m_workers.emplace_back([this, &environment] {
                for (std::size_t next = m_next++; next < m_order.size(); next = m_next++) {
                    const std::size_t index = m_order[next];
                    m_outcomes[index].set_value(goThrough(m_exercises.at(static_cast<qsizetype>(index)), environment));
                }
            });
    }
    [[nodiscard]] Outcome outcomeOf(qsizetype index)
    {
        return m_outcomes[static_cast<std::size_t>(index)].get_future().get();
    }

private:
    QList<Exercise> m_exercises;
    std::vector<std::size_t> m_order;
    std::atomic<std::size_t> m_next = 0;
    std::vector<std::promise<Outcome>> m_outcomes;
    std::vector<std::jthread> m_workers; // last: they end before what they speak to
};

} // namespace

/// Every exercise that comes with Howdah, from end to end on its own lab, with Howdah as the learner; and a learner who
/// does something else.
class TestExercises : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();

    void whatIsNotDoneIsSaidWithWhatWasSeen();
    void aLearnerWhoUsesPsqlPassesToo();
    void aStepNamesWhoHasTheRoleNow();
    void aLostLabIsSaidAndBegunAgain();
    void isPassedFromEndToEnd_data(); // last: they go on beside the others
    void isPassedFromEndToEnd();

private:
    [[nodiscard]] Result<ExerciseRun> begin(const Exercise &exercise)
    {
        m_lab = exerciseLabName(exercise);
        return ExerciseRun::begin(exercise, m_environment, {});
    }
    /// The same under another name, so that it does not meet the one that goes on beside.
    [[nodiscard]] Exercise another(const char *id) const
    {
        Exercise exercise = *m_shelf.find(QString::fromLatin1(id));
        exercise.number = 0;
        exercise.id.prepend(QStringLiteral("another-"));
        return exercise;
    }

    Hosts m_hosts;
    Environment m_environment{.hosts = &m_hosts, .registry = ClusterRegistry(), .fillPassword = {}};
    ExerciseShelf m_shelf = readExerciseShelf();
    QString m_lab;
    std::unique_ptr<SideBySide> m_all;
};

void TestExercises::initTestCase()
{
    QVERIFY(m_shelf.refused.isEmpty());
    m_all = std::make_unique<SideBySide>(m_shelf.exercises, m_environment);
}

void TestExercises::cleanup()
{
    if (!m_lab.isEmpty())
        QVERIFY(Labs(m_hosts).destroy(m_lab, Deadline::after(patience)));
    m_lab.clear();
}

void TestExercises::whatIsNotDoneIsSaidWithWhatWasSeen()
{
    Exercise exercise = another("replication-delay");
    for (ExerciseObservation &observation : exercise.steps[2].observations)
        observation.withinSeconds = 1; // it will not come true
    Result<ExerciseRun> run = begin(exercise);
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
    const Exercise exercise = another("see-it-replicate");
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

    // What the learner has made there goes with the lab: a server, and a directory closed to its own owner.
    const TaskEvidence own =
        typed(TypedLine::Language::Shell,
              "initdb -D own -U postgres -A trust --no-sync >/dev/null && pg_ctl -D own -w -l own.log "
              "-o \"-c listen_addresses='' -k $PWD\" start >/dev/null; mkdir closed && touch closed/x "
              "&& chmod 0500 closed; head -n 1 own/postmaster.pid");
    const int server = own.output.trimmed().toInt();
    QVERIFY2(server > 0 && ::kill(server, 0) == 0, qPrintable(own.output));
    const QString directory = run->place().lab.directory;
    const Result<void> gone = Labs(m_hosts).destroy(m_lab, Deadline::after(patience));
    QVERIFY2(gone, gone ? "" : qPrintable(gone.error().full()));
    m_lab.clear();
    QTRY_VERIFY(::kill(server, 0) != 0);
    QVERIFY(!QFileInfo::exists(directory));
}

void TestExercises::aStepNamesWhoHasTheRoleNow()
{
    Exercise exercise = another("see-it-replicate");
    exercise.steps = exercise.steps.mid(0, 2);
    exercise.steps[0].observations = {{.measurement = {.kind = Measurement::Kind::Role, .node = QStringLiteral("n2")},
                                       .expectation = {.value = QStringLiteral("primary")},
                                       .withinSeconds = 60}};
    exercise.steps[1].text.byLanguage = {{QStringLiteral("en"), QStringLiteral("Kill {{primary.name}}.")}};
    Result<ExerciseRun> run = begin(exercise);
    QVERIFY2(run, run ? "" : qPrintable(run.error().full()));
    QVERIFY(injectFault(run->place().lab, QStringLiteral("kill"), QStringLiteral("n1"), m_hosts,
                        Deadline::after(patience)));
    const TaskEvidence promoted = runTypedLine(
        {TypedLine::Language::Shell, QStringLiteral("n2"), QStringLiteral("psql -c 'SELECT pg_promote()'")},
        run->place());
    QVERIFY2(promoted.succeeded, qPrintable(promoted.output));
    QVERIFY(run->check(0).valueOr(false));
    QCOMPARE(run->record().steps.at(1).text, QStringLiteral("Kill n2."));
    const Result<ExerciseRun> again = ExerciseRun::open(exercise, m_environment);
    QVERIFY(again);
    QCOMPARE(again->place().words.readable(QStringLiteral("{{primary.name}}")), QStringLiteral("n2"));
}

void TestExercises::aLostLabIsSaidAndBegunAgain()
{
    const Exercise exercise = another("cold-copy");
    QVERIFY(begin(exercise));
    QVERIFY(Labs(m_hosts).destroy(exerciseLabName(exercise), Deadline::after(patience)));
    const Result<ExerciseRun> gone = ExerciseRun::open(exercise, m_environment);
    QCOMPARE(gone.error().code, ErrorCode::NotFound);
    QVERIFY(gone.error().hint.contains(QLatin1String("Start over")));
    QVERIFY(begin(exercise));
}

void TestExercises::isPassedFromEndToEnd_data()
{
    QTest::addColumn<qsizetype>("index");
    for (qsizetype index = 0; index < m_shelf.exercises.size(); ++index)
        QTest::newRow(qPrintable(m_shelf.exercises.at(index).id)) << index;
}

void TestExercises::isPassedFromEndToEnd()
{
    QFETCH(qsizetype, index);
    const Outcome outcome = m_all->outcomeOf(index);
    if (!outcome.missing.isEmpty())
        QSKIP(qPrintable(outcome.missing));
    QVERIFY2(outcome.trouble.isEmpty(), qPrintable(outcome.trouble));
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
