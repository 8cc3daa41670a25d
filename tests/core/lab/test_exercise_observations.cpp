#include "core/lab/exercises/exercise_observations.h"

#include <QTest>

using namespace howdah;

class TestExerciseObservations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void compares_data();
    void compares();
    void tellsPeople_data();
    void tellsPeople();
};

void TestExerciseObservations::compares_data()
{
    QTest::addColumn<QString>("seen");
    QTest::addColumn<Expectation::Kind>("kind");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("expected");
    using Kind = Expectation::Kind;
    const auto row = [](const char *seen, Kind kind, const char *value, bool expected) {
        QTest::addRow("%s %d %s", seen, int(kind), value)
            << QString::fromUtf8(seen) << kind << QString::fromUtf8(value) << expected;
    };
    row("2", Kind::Is, "2", true);
    row("2", Kind::Is, "2.0", true);
    row("2", Kind::Is, "20", false);
    row("", Kind::Is, "", true);
    row("standby", Kind::Is, "primary", false);
    row("n1", Kind::IsNot, "n2", true);
    row("n1", Kind::IsNot, "n1", false);
    row("10", Kind::AtLeast, "9", true); // as numbers: as texts "10" < "9"
    row("9", Kind::AtLeast, "9", true);
    row("8", Kind::AtLeast, "9", false);
    row("many", Kind::AtLeast, "1", false);
    row("9", Kind::AtMost, "9", true);
    row("10", Kind::AtMost, "9", false);
    row("9", Kind::MoreThan, "9", false);
    row("9.5", Kind::MoreThan, "9", true);
    row("sync", Kind::Matches, "^(sync|quorum)$", true);
    row("async", Kind::Matches, "^(sync|quorum)$", false);
    row("refused 25006", Kind::Refused, "25006", true);
    row("refused 42601", Kind::Refused, "25006", false);
    row("25006", Kind::Refused, "25006", false); // a value that a query returned is no refusal
}

void TestExerciseObservations::compares()
{
    QFETCH(QString, seen);
    QFETCH(Expectation::Kind, kind);
    QFETCH(QString, value);
    QFETCH(bool, expected);
    QCOMPARE(isAsExpected(seen, {kind, value}), expected);
}

void TestExerciseObservations::tellsPeople_data()
{
    QTest::addColumn<Measurement::Kind>("kind");
    QTest::addColumn<Expectation>("expectation");
    QTest::addColumn<QString>("told");
    using Kind = Measurement::Kind;
    using Expected = Expectation::Kind;
    const auto row = [](Kind kind, Expected expected, const char *value, const char *told) {
        QTest::addRow("%d %d %s", int(kind), int(expected), value)
            << kind << Expectation{expected, QString::fromUtf8(value)} << QString::fromUtf8(told);
    };
    row(Kind::Sql, Expected::Is, "2", "2");
    row(Kind::Sql, Expected::Is, "t", "true");
    row(Kind::Shell, Expected::Is, "f", "false");
    row(Kind::Sql, Expected::Is, "present", "present"); // a row's own word
    row(Kind::Role, Expected::Is, "primary", "Primary");
    row(Kind::Role, Expected::IsNot, "unknown", "anything but Unknown");
    row(Kind::State, Expected::Is, "replay paused", "Replay paused");
    row(Kind::Finding, Expected::Is, "absent", "not found");
    row(Kind::File, Expected::Is, "missing", "not there");
    row(Kind::Sql, Expected::Matches, "^(on|always)$", "on or always");
    row(Kind::Sql, Expected::Matches, "^a.*b$", "something like ^a.*b$");
}

void TestExerciseObservations::tellsPeople()
{
    QFETCH(Measurement::Kind, kind);
    QFETCH(Expectation, expectation);
    QFETCH(QString, told);
    expectation.value = shownValue(kind, expectation.value);
    QCOMPARE(expectationWords(expectation), told);
}

QTEST_GUILESS_MAIN(TestExerciseObservations)
#include "test_exercise_observations.moc"
