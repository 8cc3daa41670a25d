#include "core/lab/exercises/exercise_run.h"
#include "core/lab/exercises/exercise_shelf.h"
#include "core/pg/connection.h"
#include "tests/support/live_containers.h"

#include <QTemporaryDir>
#include <QTest>

using namespace howdah;
using howdah::test::LiveContainers;

/// The exercise whose servers live in containers, from end to end with Howdah as the learner, in the image of the
/// tests.
class TestExerciseInContainers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void whatIsMissingIsSaid_data();
    void whatIsMissingIsSaid();
    void isPassedFromEndToEnd();
    void itsLabIsStoppedAndStarted();
    void nothingOfItIsLeft();

private:
    [[nodiscard]] const Exercise &exercise() const { return *m_shelf.find(QStringLiteral("containers")); }
    [[nodiscard]] QStringList missing()
    {
        return missingForExercise(exercise(), m_hosts, Deadline::after(Milliseconds{60000}));
    }

    Hosts m_hosts;
    Environment m_environment{.hosts = &m_hosts, .registry = ClusterRegistry(), .fillPassword = {}};
    ExerciseShelf m_shelf = readExerciseShelf();
    std::unique_ptr<LiveContainers> m_containers; ///< for what its engine says
    QTemporaryDir m_programs;                     ///< all of this machine's but the engines
};

void TestExerciseInContainers::initTestCase()
{
    if (const QString reason = LiveContainers::skipReason(); !reason.isEmpty())
        QSKIP(qUtf8Printable(reason));
    m_containers = LiveContainers::make();
    for (const QFileInfo &program : QDir(QStringLiteral("/usr/bin")).entryInfoList(QDir::Files))
        if (program.fileName() != QLatin1String("podman") && program.fileName() != QLatin1String("docker"))
            QFile::link(program.filePath(), m_programs.filePath(program.fileName()));
    qputenv("HOWDAH_LAB_IMAGE", m_containers->image().toUtf8());
    if (const QStringList reasons = missing(); !reasons.isEmpty())
        QSKIP(qPrintable(reasons.join(QLatin1Char(' '))));
}

void TestExerciseInContainers::cleanupTestCase()
{
    if (m_containers && Labs(m_hosts).find(exerciseLabName(exercise())))
        QVERIFY(Labs(m_hosts).destroy(exerciseLabName(exercise()), Deadline::after(Milliseconds{60000})));
}

void TestExerciseInContainers::whatIsMissingIsSaid_data()
{
    QTest::addColumn<QByteArray>("variable");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("words");
    QTest::newRow("no such image") << QByteArray("HOWDAH_LAB_IMAGE") << QByteArray("localhost/no-such-image")
                                   << QStringLiteral("has no image \"localhost/no-such-image\"");
    QTest::newRow("no engine") << QByteArray("PATH") << m_programs.path().toUtf8()
                               << QStringLiteral("neither podman nor docker");
}

void TestExerciseInContainers::whatIsMissingIsSaid()
{
    QFETCH(QByteArray, variable);
    QFETCH(QByteArray, value);
    QFETCH(QString, words);
    const QByteArray before = qgetenv(variable.constData());
    qputenv(variable.constData(), value);
    const Result<ExerciseRun> run = ExerciseRun::begin(exercise(), m_environment, {});
    qputenv(variable.constData(), before);
    QVERIFY(!run);
    QCOMPARE(run.error().code, ErrorCode::NotReady);
    QVERIFY2(run.error().message.contains(words), qPrintable(run.error().full()));
    QVERIFY(!Labs(m_hosts).find(exerciseLabName(exercise())));
}

void TestExerciseInContainers::isPassedFromEndToEnd()
{
    Result<ExerciseRun> run = ExerciseRun::begin(exercise(), m_environment, {});
    QVERIFY2(run, run ? "" : qPrintable(run.error().full()));
    for (int step = 0; step < exercise().steps.size(); ++step) {
        const Result<void> done = run->perform(step);
        QVERIFY2(done, done ? "" : qPrintable(done.error().full()));
        const Result<bool> passed = run->check(step);
        QVERIFY2(passed, passed ? "" : qPrintable(passed.error().full()));
        for (const ObservationEvidence &seen : run->record().steps.at(step).observations)
            QVERIFY2(seen.asExpected, qPrintable(QStringLiteral("%1: expected %2, saw %3. %4")
                                                     .arg(seen.text, seen.expected, seen.seen, seen.because)));
    }
    QVERIFY(run->record().passed());
}

/// As a lab it is stopped and started like any other; the node that was overtaken stays down.
void TestExerciseInContainers::itsLabIsStoppedAndStarted()
{
    const QString name = exerciseLabName(exercise());
    const Result<Lab> lab = Labs(m_hosts).find(name);
    QVERIFY(lab);
    const auto answers = [&lab] {
        return Connection::open(lab->cluster.nodes.last().connInfo, Deadline::after(Milliseconds{5000})).ok();
    };
    QVERIFY(Labs(m_hosts).stop(name, Deadline::after(Milliseconds{60000})));
    QVERIFY(!answers());
    const Result<void> started = Labs(m_hosts).start(name, Deadline::after(Milliseconds{60000}));
    QVERIFY2(started, started ? "" : qPrintable(started.error().full()));
    QTRY_VERIFY_WITH_TIMEOUT(answers(), 60000);
}

void TestExerciseInContainers::nothingOfItIsLeft()
{
    QVERIFY(Labs(m_hosts).destroy(exerciseLabName(exercise()), Deadline::after(Milliseconds{60000})));
    for (const char *kind : {"ps --all", "volume ls", "network ls"})
        QCOMPARE(m_containers->podman(QString::fromLatin1(kind).split(QLatin1Char(' ')) +
                                      QStringList{QStringLiteral("--quiet"), QStringLiteral("--filter"),
                                                  QStringLiteral("label=io.howdah.lab")}),
                 QString());
}

int main(int argc, char **argv)
{
    QTemporaryDir home;
    qputenv("HOWDAH_HOME", home.path().toUtf8());
    QCoreApplication application(argc, argv);
    TestExerciseInContainers test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_exercise_in_containers.moc"
