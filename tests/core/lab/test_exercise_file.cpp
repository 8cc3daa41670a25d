#include "core/lab/exercises/exercise_file.h"
#include "core/lab/exercises/exercise_shelf.h"
#include "core/lab/exercises/exercise_words.h"
#include "core/operations/catalogue.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace howdah;

class TestExerciseFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatIsWritten();
    void refusesWithLineAndReason_data();
    void refusesWithLineAndReason();
    void everyExerciseIsReadAndSpeaksBothLanguages();
    void everyOperationNamedIsThere();
    void noWordIsShownAsItIsWritten();
    void anOwnOneTakesThePlaceOfOurs();
};

namespace {

const QByteArray whole = "format: 1\n"
                         "number: 7\n"
                         "id: own\n"
                         "title: {en: Mine, es: Mío}\n"
                         "why: Because.\n"
                         "minutes: 5\n"
                         "needs: {standbys: 2, archive: true, tools: [pg_dump], proofs: [{shell: x, missing: No x.}]}\n"
                         "prepare:\n"
                         "  - sql: SELECT 1\n"
                         "steps:\n"
                         "  - id: first\n"
                         "    title: First\n"
                         "    text: Do it.\n"
                         "    note: [{name: before, sql: SELECT 2, at: n2}]\n"
                         "    do:\n"
                         "      - {operation: clone, with: {name: n3}}\n"
                         "      - {shell: ls, may-fail: true}\n"
                         "      - {operation: switchover, refused: other-manager}\n"
                         "    hints: [Look.]\n"
                         "    ask: {text: Why, choices: [{id: a, text: A}, {id: b, text: B}], right: b}\n"
                         "    observe:\n"
                         "      - {text: Seen, role: n2, is: standby, within: 3}\n"
                         "      - {text: Refused, sql: DELETE FROM t, at: standby, refused: '25006'}\n"
                         "      - {text: Blocked, verdict: switchover other-manager, is: blocked}\n";

QByteArray with(const char *from, const char *to)
{
    QByteArray changed = whole;
    changed.replace(from, to);
    return changed;
}

} // namespace

void TestExerciseFile::readsWhatIsWritten()
{
    const Result<Exercise> read = readExercise(whole, QStringLiteral("own.yaml"));
    QVERIFY2(read, qPrintable(read ? QString() : read.error().full()));
    QCOMPARE(read->number, 7);
    QCOMPARE(read->title.byLanguage.value(QStringLiteral("es")), QStringLiteral("Mío"));
    QCOMPARE(read->needs.standbys, 2);
    QVERIFY(read->needs.archive);
    QCOMPARE(read->needs.tools, QStringList{QStringLiteral("pg_dump")});
    QCOMPARE(read->needs.proofs.at(0).missing.text(), QStringLiteral("No x."));
    QCOMPARE(read->prepared.size(), 1);
    const ExerciseStep &step = read->steps.at(0);
    QCOMPARE(step.noted.at(0).measurement.node, QStringLiteral("n2"));
    QCOMPARE(step.tasks.at(0).kind, ExerciseTask::Kind::Operation);
    QCOMPARE(step.tasks.at(0).arguments.value(QStringLiteral("name")), QStringLiteral("n3"));
    QVERIFY(step.tasks.at(1).mayFail);
    QCOMPARE(step.tasks.at(2).refused, QStringLiteral("other-manager"));
    QCOMPARE(step.question.right, QStringLiteral("b"));
    QCOMPARE(step.observations.at(0).measurement.node, QStringLiteral("n2"));
    QCOMPARE(step.observations.at(0).withinSeconds, 3);
    QCOMPARE(step.observations.at(1).expectation.kind, Expectation::Kind::Refused);
    QCOMPARE(step.observations.at(2).measurement.kind, Measurement::Kind::Verdict);
}

void TestExerciseFile::refusesWithLineAndReason_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const QByteArray &yaml, int line, const char *reason) {
        QTest::newRow(name) << yaml << line << QString::fromUtf8(reason);
    };
    row("no YAML at all", "a: [1,\nb: 2", 2, "");
    row("empty", "", 1, "mapping");
    row("another format", with("format: 1", "format: 2"), 1, "format: 1");
    row("an unknown key", with("minutes: 5", "minuets: 5"), 6, "minuets");
    row("a key of a step mistyped", with("    hints:", "    hint:"), 19, "“hint” is not known");
    row("no title", with("title: {en: Mine, es: Mío}\n", ""), 1, "“title” is missing");
    row("only Spanish", with("{en: Mine, es: Mío}", "{es: Mío}"), 4, "English");
    row("a language we do not speak", with("{en: Mine, es: Mío}", "{en: Mine, fr: Mien}"), 4, "“fr”");
    row("a word in a title, which is shown before there is a lab",
        with("title: {en: Mine", "title: {en: 'In {{work}}'"), 4, "no lab yet");
    row("a proof that does not say what is missing", with("{shell: x, missing: No x.}", "{shell: x}"), 7, "“missing”");
    row("an id that is no name", with("id: own", "id: My Own"), 3, "My Own");
    row("a number that is none", with("minutes: 5", "minutes: five"), 6, "minutes");
    row("yes in place of true", with("archive: true", "archive: yes"), 7, "true or false");
    row("a task of two kinds", with("- sql: SELECT 1", "- {sql: SELECT 1, shell: ls}"), 9, "Exactly one");
    row("a task of no kind", with("- sql: SELECT 1", "- {at: n1}"), 9, "Exactly one");
    row("an observation without an expectation", with("role: n2, is: standby", "role: n2"), 22, "Exactly one");
    row("an observation without a text", with("{text: Seen, role", "{role"), 22, "“text” is missing");
    row("a right answer that is no choice", with("right: b", "right: c"), 20, "none of the choices");
    row("hints that are no list", with("hints: [Look.]", "hints: Look."), 19, "“hints” is a list");
    row("a step that nobody can check",
        with("    ask: {text: Why, choices: [{id: a, text: A}, {id: b, text: B}], right: b}\n"
             "    observe:\n"
             "      - {text: Seen, role: n2, is: standby, within: 3}\n"
             "      - {text: Refused, sql: DELETE FROM t, at: standby, refused: '25006'}\n"
             "      - {text: Blocked, verdict: switchover other-manager, is: blocked}\n",
             ""),
        11, "observes nothing");
    row("two steps of one name",
        whole + "  - {id: first, title: T, text: T, observe: [{text: S, role: n1, is: primary}]}\n", 25, "Two steps");
}

void TestExerciseFile::refusesWithLineAndReason()
{
    QFETCH(QByteArray, yaml);
    QFETCH(int, line);
    QFETCH(QString, reason);
    const Result<Exercise> read = readExercise(yaml, QStringLiteral("/own/broken.yaml"));
    QVERIFY(!read);
    const QString start = QStringLiteral("/own/broken.yaml, line %1: ").arg(line);
    QVERIFY2(read.error().message.startsWith(start), qPrintable(read.error().message));
    QVERIFY2(read.error().message.contains(reason), qPrintable(read.error().message));
}

namespace {

void mustSpeakBoth(const LocalText &text, const QString &where)
{
    for (const char *language : {"en", "es"})
        QVERIFY2(!text.byLanguage.value(QLatin1String(language)).isEmpty(), qPrintable(where));
}

void mustSpeakBoth(const ExerciseStep &step, const QString &where)
{
    mustSpeakBoth(step.title, where);
    mustSpeakBoth(step.text, where);
    for (const LocalText &hint : step.hints)
        mustSpeakBoth(hint, where);
    for (const ExerciseObservation &observation : step.observations)
        mustSpeakBoth(observation.text, where);
    if (step.question.isAsked())
        mustSpeakBoth(step.question.text, where);
    for (const ExerciseQuestion::Choice &choice : step.question.choices)
        mustSpeakBoth(choice.text, where);
}

} // namespace

void TestExerciseFile::everyExerciseIsReadAndSpeaksBothLanguages()
{
    const ExerciseShelf shelf = readExerciseShelf();
    for (const Error &refused : shelf.refused)
        QFAIL(qPrintable(refused.full()));
    QVERIFY(shelf.exercises.size() > 10);
    for (const Exercise &exercise : shelf.exercises) {
        mustSpeakBoth(exercise.title, exercise.file);
        mustSpeakBoth(exercise.why, exercise.file);
        QVERIFY2(exercise.minutes > 0 && exercise.number > 0, qPrintable(exercise.file));
        for (const ExerciseStep &step : exercise.steps) {
            mustSpeakBoth(step, exercise.file + QLatin1Char(' ') + step.id);
            QVERIFY2(!step.tasks.isEmpty(), qPrintable(exercise.file + QLatin1Char(' ') + step.id));
        }
    }
}

void TestExerciseFile::everyOperationNamedIsThere()
{
    static const QRegularExpression named(QStringLiteral("\\{\\{operation\\.([a-z-]+)\\}\\}"));
    for (const Exercise &exercise : readExerciseShelf().exercises) {
        QStringList ids;
        for (const ExerciseStep &step : exercise.steps) {
            QList<LocalText> texts = step.hints;
            texts << step.text;
            for (const LocalText &text : texts)
                for (const QString &spoken : text.byLanguage)
                    for (auto matches = named.globalMatch(spoken); matches.hasNext();)
                        ids << matches.next().captured(1);
            for (const ExerciseTask &task : step.tasks)
                if (task.kind == ExerciseTask::Kind::Operation)
                    ids << task.text;
        }
        for (const QString &id : ids)
            QVERIFY2(findOperation(id) != nullptr, qPrintable(exercise.file + QStringLiteral(": ") + id));
    }
}

namespace {

QList<LocalText> shownOf(const Exercise &exercise)
{
    QList<LocalText> texts{exercise.title, exercise.why};
    for (const ExerciseStep &step : exercise.steps) {
        texts << step.title << step.text << step.question.text << step.hints;
        for (const ExerciseQuestion::Choice &choice : step.question.choices)
            texts << choice.text;
        for (const ExerciseObservation &observation : step.observations)
            texts << observation.text;
    }
    return texts;
}

} // namespace

/// Also where there is no lab yet.
void TestExerciseFile::noWordIsShownAsItIsWritten()
{
    int words = 0;
    for (const Exercise &exercise : readExerciseShelf().exercises) {
        for (const LocalText &text : shownOf(exercise))
            for (const QString &spoken : text.byLanguage)
                words += static_cast<int>(spoken.count(QLatin1String("{{")));
        for (const LocalText &text : shownOf(ExerciseWords({}, {}, {}).readable(exercise)))
            for (const QString &spoken : text.byLanguage)
                QVERIFY2(!spoken.contains(QLatin1String("{{")),
                         qPrintable(exercise.id + QStringLiteral(": ") + spoken));
    }
    QVERIFY(words > 50);
}

void TestExerciseFile::anOwnOneTakesThePlaceOfOurs()
{
    QDir().mkpath(ownExercisesDirectory());
    QFile own(ownExercisesDirectory() + QStringLiteral("/own.yaml"));
    QVERIFY(own.open(QIODevice::WriteOnly));
    own.write(with("id: own", "id: failover"));
    own.close();
    QFile broken(ownExercisesDirectory() + QStringLiteral("/broken.yaml"));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("format: 1\nid: ???\n");
    broken.close();
    const ExerciseShelf shelf = readExerciseShelf();
    QCOMPARE(shelf.refused.size(), 1);
    QVERIFY(shelf.refused.at(0).message.startsWith(broken.fileName()));
    const Exercise *taken = shelf.find(QStringLiteral("failover"));
    QVERIFY(taken);
    QCOMPARE(taken->title.byLanguage.value(QStringLiteral("en")), QStringLiteral("Mine"));
}

int main(int argc, char **argv)
{
    QTemporaryDir home;
    qputenv("HOWDAH_HOME", home.path().toUtf8());
    QCoreApplication application(argc, argv);
    TestExerciseFile test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_exercise_file.moc"
