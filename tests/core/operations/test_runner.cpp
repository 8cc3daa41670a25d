#include "core/operations/cluster_lock.h"
#include "tests/core/operations/trial.h"

#include <QSqlDatabase>
#include <QSqlQuery>

using namespace howdah;
using namespace howdah::test;

namespace {

/// Two steps that write a file each and take it away again.
void twoFiles(Trial &trial)
{
    for (const char *name : {"one", "two"}) {
        const QString file = trial.path(QString::fromLatin1(name));
        trial.step(QString::fromLatin1(name), {write(file)}, {remove(file)}, {there(file)});
    }
}

} // namespace

class TestRunner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void doesVerifiesAndJournals()
    {
        Trial trial;
        twoFiles(trial);
        const RunOutcome outcome = trial.run();
        QCOMPARE(outcome.state, OperationState::Done);
        QCOMPARE(trial.files(), QStringList({QStringLiteral("one"), QStringLiteral("two")}));
        QCOMPARE(trial.heard.join(QStringLiteral(", ")),
                 QStringLiteral("one running, one done, two running, two done, finished done"));
        const auto journal = Journal::open();
        QVERIFY(journal);
        const Result<JournalEntry> entry = (*journal)->find(outcome.entry.id);
        QVERIFY(entry);
        QCOMPARE(entry->state, OperationState::Done);
        QCOMPARE(entry->steps[1].state, StepState::Done);
    }

    void aFailingStepUndoesTheDoneOnesInReverse()
    {
        Trial trial;
        twoFiles(trial);
        trial.step(QStringLiteral("three"),
                   {write(trial.path(QStringLiteral("three"))), shell(QStringLiteral("echo broken >&2; exit 3"))},
                   {remove(trial.path(QStringLiteral("three")))});
        trial.step(QStringLiteral("never"), {write(trial.path(QStringLiteral("never")))});
        const RunOutcome outcome = trial.run();
        QCOMPARE(outcome.state, OperationState::Undone);
        QCOMPARE(outcome.error->code, ErrorCode::CommandFailed);
        QVERIFY(outcome.error->detail.contains(QLatin1String("broken")));
        QVERIFY(trial.files().isEmpty());
        QCOMPARE(trial.heard.mid(4).join(QStringLiteral(", ")),
                 QStringLiteral(
                     "three running, three failed, three undoing, three undone, two undoing, two undone, one undoing, "
                     "one undone, finished undone"));
    }

    void whatIsNotSeenCountsAsFailed()
    {
        Trial trial;
        const QString file = trial.path(QStringLiteral("one"));
        trial.step(QStringLiteral("one"), {shell(QStringLiteral("true"))}, {remove(file)}, {there(file)});
        const RunOutcome outcome = trial.run();
        QCOMPARE(outcome.state, OperationState::Undone);
        QCOMPARE(outcome.error->code, ErrorCode::TimedOut);
        QVERIFY(outcome.error->detail.contains(file));
    }

    void aStopInMidCommandUndoes()
    {
        Trial trial;
        twoFiles(trial);
        trial.step(QStringLiteral("long"), {shell(QStringLiteral("sleep 60"))});
        std::stop_source source;
        trial.onEvent = [&](const OperationEvent &event) {
            if (event.kind == OperationEvent::Kind::StepChanged && event.step == 2)
                source.request_stop();
        };
        const RunOutcome outcome = trial.run(source.get_token());
        QCOMPARE(outcome.state, OperationState::Undone);
        QCOMPARE(outcome.error->code, ErrorCode::Stopped);
        QVERIFY(trial.files().isEmpty());
    }

    void pastThePointOfNoReturnNothingIsUndone()
    {
        Trial trial;
        twoFiles(trial);
        trial.operation.steps[1].pointOfNoReturn = true;
        const QString gate = trial.path(QStringLiteral("gate"));
        trial.step(QStringLiteral("three"), {shell(QStringLiteral("test -e '%1'").arg(gate))});
        const RunOutcome outcome = trial.run();
        QCOMPARE(outcome.state, OperationState::Interrupted);
        QVERIFY(trial.has(QStringLiteral("one")) && trial.has(QStringLiteral("two")));

        const RunOutcome undone = undoOperation(outcome.entry.id, trial.environment, {}, {});
        QCOMPARE(undone.state, OperationState::NotReady);
        QVERIFY(trial.has(QStringLiteral("one")));

        QFile(gate).open(QIODevice::WriteOnly);
        const RunOutcome resumed = trial.resume(outcome.entry.id);
        QCOMPARE(resumed.state, OperationState::Done);
    }

    void aFailingUndoStopsThereAndIsTriedAgain()
    {
        Trial trial;
        const QString gate = trial.path(QStringLiteral("gate"));
        trial.step(QStringLiteral("one"), {write(trial.path(QStringLiteral("one")))},
                   {remove(trial.path(QStringLiteral("one")))});
        trial.step(QStringLiteral("two"), {write(trial.path(QStringLiteral("two")))},
                   {shell(QStringLiteral("test -e '%1'").arg(gate)), remove(trial.path(QStringLiteral("two")))});
        trial.step(QStringLiteral("three"), {shell(QStringLiteral("false"))});
        const RunOutcome outcome = trial.run();
        QCOMPARE(outcome.state, OperationState::Interrupted);
        QVERIFY(outcome.error->message.contains(QLatin1String("Step two")));
        QVERIFY(outcome.error->detail.contains(QLatin1String("It was undone because")));
        QVERIFY2(trial.has(QStringLiteral("one")), "what lies under a step that is not undone is left as it is");

        QFile(gate).open(QIODevice::WriteOnly);
        const RunOutcome again = undoOperation(outcome.entry.id, trial.environment, {}, {});
        QCOMPARE(again.state, OperationState::Undone);
        QCOMPARE(trial.files(), QStringList{QStringLiteral("gate")});
    }

    void whatMustNotOutlastTheRunIsUndoneAllTheSame()
    {
        Trial trial;
        const QString gate = trial.path(QStringLiteral("gate"));
        const QString pause = trial.path(QStringLiteral("pause"));
        trial.step(QStringLiteral("one"), {write(trial.path(QStringLiteral("one")))},
                   {remove(trial.path(QStringLiteral("one")))});
        trial.step(QStringLiteral("pause"), {write(pause)}, {remove(pause)}).passing = true;
        trial.step(QStringLiteral("two"), {write(trial.path(QStringLiteral("two")))},
                   {shell(QStringLiteral("test -e '%1'").arg(gate)), remove(trial.path(QStringLiteral("two")))});
        trial.step(QStringLiteral("three"), {shell(QStringLiteral("false"))});
        const RunOutcome outcome = trial.run();
        QCOMPARE(outcome.state, OperationState::Interrupted);
        QVERIFY(outcome.error->message.contains(QLatin1String("Step two")));
        QCOMPARE(trial.files().join(u' '), QStringLiteral("one two"));

        QFile(gate).open(QIODevice::WriteOnly);
        QCOMPARE(undoOperation(outcome.entry.id, trial.environment, {}, {}).state, OperationState::Undone);
        QCOMPARE(trial.files().join(u' '), QStringLiteral("gate"));
    }

    void everyUndoThatFailedIsTold()
    {
        Trial trial;
        trial.step(QStringLiteral("pause"), {shell(QStringLiteral("true"))}, {shell(QStringLiteral("exit 7"))}).passing =
            true;
        trial.step(QStringLiteral("two"), {shell(QStringLiteral("true"))}, {shell(QStringLiteral("exit 8"))});
        trial.step(QStringLiteral("three"), {shell(QStringLiteral("false"))});
        const RunOutcome outcome = trial.run();
        QCOMPARE(outcome.state, OperationState::Interrupted);
        QVERIFY(outcome.error->message.contains(QLatin1String("Step two")));
        QVERIFY(outcome.error->detail.contains(QLatin1String("Step pause")));
    }

    void whatMustNotOutlastTheRunIsDoneAgainOnResume_data()
    {
        QTest::addColumn<QByteArray>("where");
        QTest::addColumn<QString>("times"); // that it was done
        QTest::newRow("before the point of no return") << QByteArray("before:two") << QStringLiteral("xx");
        QTest::newRow("behind it") << QByteArray("before:three") << QStringLiteral("x");
    }

    void whatMustNotOutlastTheRunIsDoneAgainOnResume()
    {
        QFETCH(QByteArray, where);
        QFETCH(QString, times);
        Trial trial;
        const QString pause = trial.path(QStringLiteral("pause"));
        trial.step(QStringLiteral("pause"), {shell(QStringLiteral("printf x >> '%1'").arg(pause))}).passing = true;
        trial.step(QStringLiteral("two"), {shell(QStringLiteral("true"))});
        trial.step(QStringLiteral("point"), {shell(QStringLiteral("true"))}).pointOfNoReturn = true;
        trial.step(QStringLiteral("three"), {shell(QStringLiteral("true"))});
        runKilledAt(trial, where.constData());
        const RunOutcome outcome = trial.resume(onlyId());
        QCOMPARE(outcome.state, OperationState::Done);
        QFile done(pause);
        QVERIFY(done.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromLatin1(done.readAll()), times);
    }

    void oneThatWasBrokenOffSaysWhatToType_data()
    {
        QTest::addColumn<QByteArray>("where");
        QTest::addColumn<bool>("back");
        QTest::newRow("before the point of no return") << QByteArray("after:one") << true;
        QTest::newRow("behind it") << QByteArray("before:two") << false;
    }

    void oneThatWasBrokenOffSaysWhatToType()
    {
        QFETCH(QByteArray, where);
        QFETCH(bool, back);
        Trial trial;
        twoFiles(trial);
        trial.operation.steps[1].pointOfNoReturn = true;
        runKilledAt(trial, where.constData());
        const QString id = onlyId();
        const auto journal = Journal::open();
        const Result<JournalEntry> entry = journal ? (*journal)->find(id) : journal.error();
        QVERIFY(entry && entry->abandoned && entry->error);
        QVERIFY(entry->error->hint.contains(QStringLiteral("howdahctl operations resume ") + id));
        QCOMPARE(entry->error->hint.contains(QStringLiteral("howdahctl operations undo ") + id), back);
    }

    void oneThatFailsBehindThePointOfNoReturnSaysWhatToType()
    {
        Trial trial;
        trial.step(QStringLiteral("one"), {shell(QStringLiteral("false"))}).pointOfNoReturn = true;
        const RunOutcome outcome = trial.run();
        QCOMPARE(outcome.state, OperationState::Interrupted);
        QVERIFY(outcome.error->hint.contains(QStringLiteral("howdahctl operations resume ") + outcome.entry.id));
        QVERIFY(!outcome.error->hint.contains(QLatin1String("undo")));
    }

    void anotherSituationIsNotTheApprovedOne()
    {
        Trial trial;
        twoFiles(trial);
        Preparation approved = trial.prepared();
        trial.operation.steps[0].act = [&](const Situation &) {
            return QList<Action>{write(trial.path(QStringLiteral("other")))};
        };
        const RunOutcome outcome = trial.run(approved);
        QCOMPARE(outcome.state, OperationState::NotReady);
        QCOMPARE(outcome.error->code, ErrorCode::SituationChanged);
        QVERIFY(trial.files().isEmpty());
        QVERIFY2(onlyId().isEmpty(), "nothing was begun, so nothing is journalled");
    }

    void aWarningThatIsNewStops_data()
    {
        QTest::addColumn<int>("before");
        QTest::addColumn<int>("now");
        QTest::addColumn<QString>("outcome");
        const int ok = int(Verdict::Ok);
        const int warning = int(Verdict::Warning);
        const int blocked = int(Verdict::Blocked);
        QTest::newRow("ok, then ok") << ok << ok << QStringLiteral("done");
        QTest::newRow("ok, then a warning") << ok << warning << QStringLiteral("notReady");
        QTest::newRow("a warning approved") << warning << warning << QStringLiteral("done");
        QTest::newRow("better than approved") << warning << ok << QStringLiteral("done");
        QTest::newRow("blocked by now") << ok << blocked << QStringLiteral("notReady");
    }

    void aWarningThatIsNewStops()
    {
        QFETCH(int, before);
        QFETCH(int, now);
        QFETCH(QString, outcome);
        Trial trial;
        twoFiles(trial);
        int verdict = before;
        trial.operation.checks = {
            {.id = QStringLiteral("weather"),
             .title = QStringLiteral("Weather"),
             .why = QStringLiteral("because"),
             .judge = [&verdict](const Situation &) { return Judgement{.verdict = Verdict(verdict)}; }}};
        const Preparation approved = trial.prepared();
        verdict = now;
        QCOMPARE(operationStateName(trial.run(approved).state), outcome);
        QCOMPARE(trial.files().isEmpty(), outcome != QLatin1String("done"));
    }

    void oneChangeAtATime()
    {
        Trial trial;
        twoFiles(trial);
        const auto held = ClusterLock::take(trial.cluster, QStringLiteral("switchover"), trial.environment);
        QVERIFY(held);
        const RunOutcome outcome = trial.run();
        QCOMPARE(outcome.state, OperationState::NotReady);
        QCOMPARE(outcome.error->code, ErrorCode::Busy);
        QVERIFY2(outcome.error->message.contains(QLatin1String("switchover")), qPrintable(outcome.error->message));
        QVERIFY(trial.files().isEmpty());
    }

    void theLockIsLetGo()
    {
        Trial trial;
        twoFiles(trial);
        QVERIFY(ClusterLock::take(trial.cluster, QStringLiteral("clone"), trial.environment));
        QCOMPARE(trial.run().state, OperationState::Done);
    }

    void killedAnywhere_data()
    {
        QTest::addColumn<QByteArray>("where");
        QTest::addColumn<QString>("skippedOnResume");
        QTest::newRow("before the first step") << QByteArray("before:one") << QString();
        QTest::newRow("after the first step") << QByteArray("after:one") << QStringLiteral("one");
        QTest::newRow("before the second step") << QByteArray("before:two") << QString();
        QTest::newRow("after the second step") << QByteArray("after:two") << QStringLiteral("two");
    }

    void killedAnywhere()
    {
        QFETCH(QByteArray, where);
        QFETCH(QString, skippedOnResume);
        for (const bool resume : {true, false}) {
            Trial trial;
            twoFiles(trial);
            runKilledAt(trial, where.constData());
            const QString id = onlyId();
            QVERIFY((*Journal::open())->find(id)->abandoned);
            const RunOutcome outcome =
                resume ? trial.resume(id) : undoOperation(id, trial.environment, trial.listener(), {});
            QCOMPARE(outcome.state, resume ? OperationState::Done : OperationState::Undone);
            QCOMPARE(trial.files().size(), resume ? 2 : 0);
            if (resume && !skippedOnResume.isEmpty())
                QVERIFY(trial.heard.contains(skippedOnResume + QLatin1String(" skipped")));
        }
    }

    void killedInMidUndo()
    {
        Trial trial;
        twoFiles(trial);
        trial.step(QStringLiteral("three"), {shell(QStringLiteral("false"))});
        runKilledAt(trial, "undo:two");
        const QString id = onlyId();
        QCOMPARE(undoOperation(id, trial.environment, {}, {}).state, OperationState::Undone);
        QVERIFY(trial.files().isEmpty());
        QCOMPARE(trial.resume(id).state, OperationState::NotReady);
    }

    void whatWasHalfUndoneIsDoneAgain()
    {
        Trial trial;
        twoFiles(trial);
        trial.step(QStringLiteral("three"),
                   {shell(QStringLiteral("test -e '%1'").arg(trial.path(QStringLiteral("gate"))))});
        runKilledAt(trial, "undo:two");
        QVERIFY2(trial.has(QStringLiteral("two")), "it looks whole");
        QFile(trial.path(QStringLiteral("gate"))).open(QIODevice::WriteOnly);
        QCOMPARE(trial.resume(onlyId()).state, OperationState::Done);
        QVERIFY(trial.heard.contains(QStringLiteral("two done")));
    }

    void aStepThatIsAlwaysRunIsRunOnResume()
    {
        Trial trial;
        twoFiles(trial);
        trial.operation.steps[0].always = true;
        runKilledAt(trial, "after:one");
        QCOMPARE(trial.resume(onlyId()).state, OperationState::Done);
        QVERIFY(trial.heard.contains(QStringLiteral("one done")));
    }

    void resultsSurviveAKill()
    {
        Trial trial;
        twoFiles(trial);
        runKilledAt(trial, "after:one");
        const QString id = onlyId();
        {
            const auto journal = Journal::open();
            QVERIFY((*journal)->resultChanged(id, {{QStringLiteral("found"), QStringLiteral("earlier")}}));
        }
        const RunOutcome outcome = trial.resume(id);
        QCOMPARE(outcome.entry.result.value(QLatin1String("found")).toString(), QStringLiteral("earlier"));
    }

    void aPlanThatCannotBeReadIsNeitherResumedNorUndone()
    {
        Trial trial;
        twoFiles(trial);
        runKilledAt(trial, "after:one");
        const QString id = onlyId();
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("direct"));
            database.setDatabaseName(qEnvironmentVariable("HOWDAH_HOME") + QStringLiteral("/state/journal.db"));
            QVERIFY(database.open());
            QVERIFY(QSqlQuery(database).exec(QStringLiteral("UPDATE operation SET plan = '{\"operation\":1}'")));
        }
        QSqlDatabase::removeDatabase(QStringLiteral("direct"));
        const RunOutcome outcome = undoOperation(id, trial.environment, {}, {});
        QCOMPARE(outcome.state, OperationState::NotReady);
        QCOMPARE(outcome.error->code, ErrorCode::Invalid);
        QVERIFY(trial.has(QStringLiteral("one")));
    }

    void anOperationThatIsNotThereIsSaid()
    {
        Trial trial;
        QCOMPARE(trial.resume(QStringLiteral("nothing")).error->code, ErrorCode::NotFound);
        QCOMPARE(undoOperation(QStringLiteral("nothing"), trial.environment, {}, {}).error->code, ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestRunner)
#include "test_runner.moc"
