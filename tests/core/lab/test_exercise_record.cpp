#include "core/lab/exercises/exercise_record.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace howdah;

class TestExerciseRecord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWas();
    void theStepAtHandIsTheFirstNotPassed();
    void aNewBeginningKeepsTheOldRecord();
    void aDamagedOneIsTold();
};

namespace {

ExerciseRecord sample()
{
    ExerciseRecord record{.exercise = QStringLiteral("failover"),
                          .lab = QStringLiteral("exercise-15"),
                          .learner = QStringLiteral("Ana"),
                          .serverVersion = QStringLiteral("15.20"),
                          .note = QStringLiteral("WAL «es» todo."),
                          .begunAt = QStringLiteral("2026-11-20T10:00:00.000Z")};
    StepRecord step{.id = QStringLiteral("crash"),
                    .begunAt = record.begunAt,
                    .passedAt = QStringLiteral("2026-11-20T10:01:00.000Z"),
                    .noted = {{QStringLiteral("before"), QStringLiteral("0/3000060")}},
                    .checks = 2,
                    .hintsTaken = 1,
                    .answer = QStringLiteral("port"),
                    .pictures = {QStringLiteral("crash.png")}};
    step.tasks << TaskEvidence{.what = QStringLiteral("Shell"), .line = QStringLiteral("ls"), .succeeded = true};
    step.observations << ObservationEvidence{.text = QStringLiteral("Seen"), .seen = QStringLiteral("1"), .asExpected = true};
    record.steps << step << StepRecord{.id = QStringLiteral("promote")};
    return record;
}

} // namespace

void TestExerciseRecord::comesBackAsItWas()
{
    const ExerciseRecord record = sample();
    QVERIFY(exercise_records::save(record));
    const Result<ExerciseRecord> back = exercise_records::find(record.exercise);
    QVERIFY2(back, back ? "" : qPrintable(back.error().full()));
    QCOMPARE(exercise_records::toJson(*back), exercise_records::toJson(record));
    QCOMPARE(back->steps.at(0).tasks.at(0).line, QStringLiteral("ls"));
    QCOMPARE(back->noted().value(QStringLiteral("before")), QStringLiteral("0/3000060"));
}

void TestExerciseRecord::theStepAtHandIsTheFirstNotPassed()
{
    ExerciseRecord record = sample();
    QCOMPARE(record.current(), 1);
    QVERIFY(!record.passed());
    record.steps[1].passedAt = record.begunAt;
    QCOMPARE(record.current(), 2);
    QVERIFY(record.passed());
}

void TestExerciseRecord::aNewBeginningKeepsTheOldRecord()
{
    const ExerciseRecord record = sample();
    QVERIFY(exercise_records::save(record));
    QVERIFY(exercise_records::putAside(record.exercise));
    QCOMPARE(exercise_records::find(record.exercise).error().code, ErrorCode::NotFound);
    QVERIFY(QFile::exists(exercise_records::directory(record.exercise) +
                          QStringLiteral("/record-20261120T100000.000Z.json")));
}

void TestExerciseRecord::aDamagedOneIsTold()
{
    QByteArray withoutLab = exercise_records::toJson(sample());
    withoutLab.replace("\"lab\"", "\"lap\"");
    const Error lacking = exercise_records::fromJson(withoutLab).error();
    QVERIFY2(lacking.detail.startsWith(QLatin1String("This file cannot be read: the field \"lab\"")),
             qPrintable(lacking.full()));
    QVERIFY(exercise_records::save(sample()));
    QFile file(exercise_records::directory(QStringLiteral("failover")) + QStringLiteral("/record.json"));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.resize(file.size() / 2));
    file.close();
    QCOMPARE(exercise_records::find(QStringLiteral("failover")).error().code, ErrorCode::Invalid);
}

int main(int argc, char **argv)
{
    QTemporaryDir home;
    qputenv("HOWDAH_HOME", home.path().toUtf8());
    QCoreApplication application(argc, argv);
    TestExerciseRecord test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_exercise_record.moc"
