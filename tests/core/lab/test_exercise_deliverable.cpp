#include "core/lab/exercises/class_results.h"
#include "core/lab/exercises/exercise_deliverable.h"
#include "core/operations/report_writer.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace howdah;

class TestExerciseDeliverable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsAllThatWasSeen_data();
    void holdsAllThatWasSeen();
    void isReadByTheInstructor();
    void saysWhereAClassIsStuck();
};

namespace {

LocalText english(const char *text)
{
    return {{{QStringLiteral("en"), QString::fromUtf8(text)}}};
}

Exercise exercise()
{
    Exercise sample{.number = 15, .id = QStringLiteral("failover"), .title = english("Failover"), .why = english("Why.")};
    sample.steps << ExerciseStep{.id = QStringLiteral("crash"), .title = english("Kill <it>"), .text = english("Do.")}
                 << ExerciseStep{.id = QStringLiteral("promote"), .title = english("Promote"), .text = english("Do.")}
                 << ExerciseStep{.id = QStringLiteral("store"),
                                 .title = english("Store"),
                                 .text = english("Do."),
                                 .needs = {QStringLiteral("root")},
                                 .proofs = {{QStringLiteral("false"), english("No store is installed.")}}};
    return sample;
}

ExerciseRecord record(const char *learner, int passed)
{
    const QString time = QStringLiteral("2026-11-20T10:00:00.000Z");
    ExerciseRecord made{.exercise = QStringLiteral("failover"),
                        .learner = QString::fromUtf8(learner),
                        .serverVersion = QStringLiteral("15.20"),
                        .note = QStringLiteral("Learned & noted."),
                        .begunAt = time};
    made.leftOut << QStringLiteral("store");
    for (const char *id : {"crash", "promote"})
        made.steps << StepRecord{.id = QString::fromLatin1(id), .begunAt = time, .checks = 2};
    for (int step = 0; step < passed; ++step)
        made.steps[step].passedAt = time;
    made.steps[0].tasks << TaskEvidence{.what = QStringLiteral("Shell"),
                                        .line = QStringLiteral("kill -9 $(cat pid)"),
                                        .output = QStringLiteral("gone"),
                                        .at = time,
                                        .milliseconds = 12};
    made.steps[0].observations << ObservationEvidence{.text = QStringLiteral("Nobody is primary"),
                                                      .expected = QStringLiteral("present"),
                                                      .seen = QStringLiteral("absent"),
                                                      .at = time};
    made.steps[0].pictures << QStringLiteral("step-1.png");
    return made;
}

} // namespace

void TestExerciseDeliverable::holdsAllThatWasSeen_data()
{
    QTest::addColumn<bool>("html");
    QTest::addColumn<QStringList>("parts");
    const QStringList both{QStringLiteral("Ana"), QStringLiteral("15.20"), QStringLiteral("kill -9 $(cat pid)"),
                           QStringLiteral("Nobody is primary"), QStringLiteral("absent"), QStringLiteral("Not passed yet."),
                           QStringLiteral("“Store” is left out on this machine. It needs root. No store is installed.")};
    QTest::newRow("web page") << true
                              << both + QStringList{QStringLiteral("Kill &lt;it&gt;"), QStringLiteral("Learned &amp; noted."),
                                                    QStringLiteral("data:image/png;base64,UE5H")};
    QTest::newRow("Markdown") << false
                              << both + QStringList{QStringLiteral("Learned \\& noted."), QStringLiteral("(<step-1.png>)")};
}

void TestExerciseDeliverable::holdsAllThatWasSeen()
{
    QFETCH(bool, html);
    QFETCH(QStringList, parts);
    const auto writer = html ? makeHtmlWriter() : makeMarkdownWriter();
    composeDeliverable(*writer, exercise(), record("Ana", 0), {{QStringLiteral("step-1.png"), QByteArrayLiteral("PNG")}});
    const QString text = QString::fromUtf8(writer->finished());
    for (const QString &part : parts)
        QVERIFY2(text.contains(part), qPrintable(part + QStringLiteral("\nin\n") + text));
}

void TestExerciseDeliverable::isReadByTheInstructor()
{
    QTemporaryDir folder;
    QVERIFY(saveDeliverable(folder.filePath(QStringLiteral("ana")), exercise(), record("Ana", 2), textReportFormats()));
    QVERIFY(saveDeliverable(folder.filePath(QStringLiteral("berta")), exercise(), record("Berta", 1), textReportFormats()));
    QFile stranger(folder.filePath(QStringLiteral("package.json")));
    QVERIFY(stranger.open(QIODevice::WriteOnly));
    stranger.write("{}");
    stranger.close();
    const ClassResults results = readClassResults(folder.path());
    QCOMPARE(results.exercises.size(), 1);
    QCOMPARE(results.exercises.at(0).learners.size(), 2);
    QCOMPARE(results.exercises.at(0).learners.at(0).learner, QStringLiteral("Ana"));
    QCOMPARE(results.unreadable.size(), 1);
    QCOMPARE(results.unreadable.at(0).file, stranger.fileName());
    QVERIFY(!results.unreadable.at(0).why.isEmpty());
    QVERIFY(QFile::exists(folder.filePath(QStringLiteral("ana/report.html"))));
    QVERIFY(QFile::exists(folder.filePath(QStringLiteral("ana/report.md"))));
}

void TestExerciseDeliverable::saysWhereAClassIsStuck()
{
    const ClassResults results = sumUp({record("A", 2), record("B", 1), record("C", 1), record("D", 0)});
    const ClassResults::OfExercise &failover = results.exercises.at(0);
    QCOMPARE(failover.steps.at(0).passed, 3);
    QCOMPARE(failover.steps.at(1).passed, 1);
    QCOMPARE(failover.steps.at(1).checks, 8);
    QCOMPARE(failover.stuckAt(), QStringLiteral("promote"));
    QCOMPARE(sumUp({record("A", 2)}).exercises.at(0).stuckAt(), QString());
}

int main(int argc, char **argv)
{
    QTemporaryDir home;
    qputenv("HOWDAH_HOME", home.path().toUtf8());
    QCoreApplication application(argc, argv);
    TestExerciseDeliverable test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_exercise_deliverable.moc"
