#include "core/operations/library/failover_parts.h"
#include "tests/core/operations/situations.h"

#include <QJsonDocument>
#include <QTest>

using namespace howdah;
using namespace howdah::test;

namespace {
const QString failoverId = QStringLiteral("failover");

void changeStandby(MadeSituation &made, const QString &node, const QVariantMap &values)
{
    QVariantMap all = made.situation.facts[QStringLiteral("standbys")].values;
    QVariantMap one = all.value(node).toMap();
    one.insert(values);
    made.fact(QStringLiteral("standbys"), {{node, one}});
}

PlannedStep stepOf(const Preparation &preparation, const QString &id)
{
    for (const PlannedStep &step : preparation.plan.steps)
        if (step.id == id)
            return step;
    return {};
}
} // namespace

class TestFailoverDecision : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDeadPrimaryIsReadyWithAWarningOfLoss()
    {
        MadeSituation made = readyToFailOver();
        const Preparation preparation = made.decided(failoverId);
        QVERIFY2(preparation.readiness == Readiness::ReadyWithWarnings, qPrintable(preparation.sentence));
        QCOMPARE(preparation.situation.argument(QStringLiteral("fence")), QStringLiteral("stop"));
        QStringList steps;
        for (const PlannedStep &step : preparation.plan.steps)
            steps << step.id;
        QCOMPARE(steps.join(QLatin1Char(' ')), QStringLiteral("slots fence bar promote follow checkpoint"));
        QCOMPARE(preparation.plan.confirmWord, preparation.situation.argument(QStringLiteral("candidate")));
    }

    void onlyThePromotionHasNoWayBack()
    {
        const Preparation preparation = readyToFailOver().decided(failoverId);
        for (const PlannedStep &step : preparation.plan.steps)
            QCOMPARE(step.pointOfNoReturn, step.id == QLatin1String("promote"));
    }

    void theFenceIsLookedAtAgainBeforeThePromotion_data()
    {
        QTest::addColumn<bool>("hostKnown");
        QTest::newRow("on its host") << true;
        QTest::newRow("by its port") << false;
    }

    void theFenceIsLookedAtAgainBeforeThePromotion()
    {
        QFETCH(bool, hostKnown);
        MadeSituation made = readyToFailOver();
        made.situation.arguments.insert(QStringLiteral("fence"), QStringLiteral("stated"));
        if (!hostKnown)
            made.fails(QStringLiteral("old-layout"),
                       {.code = ErrorCode::Unsupported, .message = QStringLiteral("no access")});
        const QList<Action> actions = stepOf(made.decided(failoverId), QStringLiteral("promote")).actions;
        QCOMPARE(actions.size(), 2);
        const WaitFor *wait = std::get_if<WaitFor>(&actions.first().what);
        QVERIFY(wait);
        QCOMPARE(wait->observation.timeout, Milliseconds{0});
        const auto *status = std::get_if<CommandSucceeds>(&wait->observation.look);
        const auto *answers = std::get_if<ServerAnswers>(&wait->observation.look);
        QVERIFY2(hostKnown ? status && status->exitCodes == QList<int>{3} : answers && !answers->answers,
                 "a data directory that cannot be reached (4) is no stopped server");
    }

    void onlyABarOfItsOwnIsPutThereAndTakenAway()
    {
        const PlannedStep bar = stepOf(readyToFailOver().decided(failoverId), QStringLiteral("bar"));
        QVERIFY(bar.actions.first().unless && std::holds_alternative<PathIs>(bar.actions.first().unless->look));
        const Action &removal = bar.undo.last();
        QVERIFY(std::holds_alternative<RemoveFile>(removal.what) && removal.unless);
        const auto *search = std::get_if<CommandSucceeds>(&removal.unless->look);
        QVERIFY(search && search->exitCodes == (QList<int>{1, 2}));
    }

    void whereNoFileCanBeWrittenNoneIsRemoved()
    {
        MadeSituation made = readyToFailOver();
        made.situation.arguments.insert(QStringLiteral("fence"), QStringLiteral("stated"));
        made.fails(QStringLiteral("old-layout"),
                   {.code = ErrorCode::Unsupported, .message = QStringLiteral("no access")});
        const PlannedStep bar = stepOf(made.decided(failoverId), QStringLiteral("bar"));
        QVERIFY(bar.actions.isEmpty() && bar.undo.isEmpty());
    }

    void whereAManagerCouldNotBeLookedForIsTold()
    {
        MadeSituation made = readyToFailOver();
        made.fact(QStringLiteral("managers"),
                  {{QStringLiteral("unseen"), QStringList{QStringLiteral("the processes on db1 (no answer)")}}});
        QCOMPARE(MadeSituation::verdict(made.decided(failoverId), QStringLiteral("other-manager")),
                 QStringLiteral("warning"));
    }

    void theFenceIsJudged_data()
    {
        QTest::addColumn<bool>("answers");
        QTest::addColumn<bool>("hostKnown");
        QTest::addColumn<bool>("running");
        QTest::addColumn<QString>("fence");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("dead, Howdah looks") << false << true << false << QStringLiteral("stop") << QStringLiteral("ok");
        QTest::newRow("dead, stated, Howdah looks")
            << false << true << false << QStringLiteral("stated") << QStringLiteral("ok");
        QTest::newRow("silent, stated, but its server runs")
            << false << true << true << QStringLiteral("stated") << QStringLiteral("blocked");
        QTest::newRow("silent, but its server runs")
            << false << true << true << QStringLiteral("stop") << QStringLiteral("warning");
        QTest::newRow("lives, Howdah stops it")
            << true << true << true << QStringLiteral("stop") << QStringLiteral("warning");
        QTest::newRow("lives, stated off")
            << true << true << true << QStringLiteral("stated") << QStringLiteral("blocked");
        QTest::newRow("lives, host not known")
            << true << false << false << QStringLiteral("stop") << QStringLiteral("blocked");
        QTest::newRow("dead, host not known, nothing stated")
            << false << false << false << QStringLiteral("stop") << QStringLiteral("blocked");
        QTest::newRow("dead, host not known, stated")
            << false << false << false << QStringLiteral("stated") << QStringLiteral("ok");
    }

    void theFenceIsJudged()
    {
        QFETCH(bool, answers);
        QFETCH(bool, hostKnown);
        QFETCH(bool, running);
        QFETCH(QString, fence);
        QFETCH(QString, verdict);
        MadeSituation made = readyToFailOver();
        if (answers)
            made.snapshot.nodes[0] = madeNode(QStringLiteral("n1"), NodeRole::Primary, 5433);
        made.fact(QStringLiteral("old-primary"), {{QStringLiteral("answers"), answers}});
        if (hostKnown)
            made.fact(QStringLiteral("old-layout"), layoutFact(QStringLiteral("n1"), running));
        else
            made.fails(QStringLiteral("old-layout"),
                       {.code = ErrorCode::Unsupported, .message = QStringLiteral("no access")});
        made.situation.arguments.insert(QStringLiteral("fence"), fence);
        QCOMPARE(MadeSituation::verdict(made.decided(failoverId), QStringLiteral("fence")), verdict);
    }

    void theCandidateIsJudged_data()
    {
        QTest::addColumn<QVariantMap>("seen");
        QTest::addColumn<QString>("check");
        QTest::addColumn<QString>("verdict");
        const auto row = [](const char *title, const char *key, const QVariant &value, const char *check,
                            const char *verdict) {
            QTest::newRow(title) << QVariantMap{{QString::fromLatin1(key), value}} << QString::fromLatin1(check)
                                 << QString::fromLatin1(verdict);
        };
        row("as it should be", "paused", false, "replay", "ok");
        row("paused", "paused", true, "replay", "blocked");
        row("delayed", "delayMs", 60000, "replay", "warning");
        row("behind", "received", QStringLiteral("0/2000000"), "most-advanced", "warning");
        row("ahead", "received", QStringLiteral("0/4000000"), "most-advanced", "ok");
        row("not known", "received", QString(), "most-advanced", "warning");
        row("promoted meanwhile", "inRecovery", false, "candidate", "blocked");
        row("no right to promote", "mayPromote", false, "candidate", "blocked");
        row("no slot left", "slotCount", 10, "slots", "blocked");
        row("waits for the follower", "synchronousNames", QStringLiteral("FIRST 1 (n3)"), "synchronous", "ok");
        row("waits for nobody there", "synchronousNames", QStringLiteral("FIRST 1 (n1)"), "synchronous", "warning");
        row("waits for two", "synchronousNames", QStringLiteral("ANY 2 (n1, \"n3\")"), "synchronous", "warning");
        row("waits for any", "synchronousNames", QStringLiteral("*"), "synchronous", "ok");
    }

    void theCandidateIsJudged()
    {
        QFETCH(QVariantMap, seen);
        QFETCH(QString, check);
        QFETCH(QString, verdict);
        MadeSituation made = readyToFailOver();
        made.situation.arguments.insert(QStringLiteral("candidate"), QStringLiteral("n2"));
        changeStandby(made, QStringLiteral("n2"), seen);
        QCOMPARE(MadeSituation::verdict(made.decided(failoverId), check), verdict);
    }

    /// What a living primary is just sending reaches one standby before the other; it sends the rest when it is
    /// stopped.
    void whatIsUnderWayIsNoLead_data()
    {
        QTest::addColumn<bool>("primaryLives");
        QTest::addColumn<QString>("otherReceived"); // n2 has 0/3000000
        QTest::addColumn<QString>("verdict");
        QTest::addColumn<bool>("compared"); // with the candidate once more, when the old primary is off
        const QString little = QStringLiteral("0/3000068"), much = QStringLiteral("0/3200000");
        QTest::newRow("a little, lives") << true << little << QStringLiteral("ok") << true;
        QTest::newRow("much, lives") << true << much << QStringLiteral("warning") << false;
        QTest::newRow("a little, dead") << false << little << QStringLiteral("warning") << false;
        QTest::newRow("the same, dead") << false << QStringLiteral("0/3000000") << QStringLiteral("ok") << true;
    }

    void whatIsUnderWayIsNoLead()
    {
        QFETCH(bool, primaryLives);
        QFETCH(QString, otherReceived);
        QFETCH(QString, verdict);
        QFETCH(bool, compared);
        MadeSituation made = readyToFailOver();
        if (primaryLives)
            made.snapshot.nodes[0] = madeNode(QStringLiteral("n1"), NodeRole::Primary, 5433);
        made.situation.arguments.insert(QStringLiteral("candidate"), QStringLiteral("n2"));
        changeStandby(made, QStringLiteral("n3"), {{QStringLiteral("received"), otherReceived}});
        const Preparation decided = made.decided(failoverId);
        QCOMPARE(MadeSituation::verdict(decided, QStringLiteral("most-advanced")), verdict);
        QCOMPARE(library::FailoverParts::of(decided.situation).rivals.size(), compared ? 1 : 0);
    }

    void whoStreamsFromTheCandidateIsNoRival()
    {
        MadeSituation made = readyToFailOver();
        made.situation.arguments.insert(QStringLiteral("candidate"), QStringLiteral("n2"));
        made.snapshot.nodes[2].upstream = QStringLiteral("n2");
        QVERIFY(library::FailoverParts::of(made.decided(failoverId).situation).rivals.isEmpty());
    }

    void theLossIsNeverNothingWhenItIsNotKnown_data()
    {
        QTest::addColumn<bool>("headSeen");
        QTest::addColumn<quint64>("head");
        QTest::addColumn<QString>("words");
        QTest::newRow("never seen") << false << quint64(0) << QStringLiteral("Not known");
        QTest::newRow("was as far") << true << quint64(0x3000000) << QStringLiteral("At least 0 bytes");
        QTest::newRow("was further") << true << quint64(0x3100000) << QStringLiteral("At least 1024 kB");
        QTest::newRow("was behind by then") << true << quint64(0x2000000) << QStringLiteral("At least 0 bytes");
    }

    void theLossIsNeverNothingWhenItIsNotKnown()
    {
        QFETCH(bool, headSeen);
        QFETCH(quint64, head);
        QFETCH(QString, words);
        MadeSituation made = readyToFailOver();
        auto last = std::make_shared<NodeSample>(*made.snapshot.nodes[0].lastAnswer);
        if (headSeen)
            last->head = Lsn(head);
        made.snapshot.nodes[0].lastAnswer = last;
        const Preparation preparation = made.decided(failoverId);
        QCOMPARE(MadeSituation::verdict(preparation, QStringLiteral("loss")), QStringLiteral("warning"));
        for (const CheckResult &check : preparation.checks)
            if (check.id == QLatin1String("loss"))
                QVERIFY2(check.judgement.observed.startsWith(words), qPrintable(check.judgement.observed));
    }

    void twoPrimariesBlock()
    {
        MadeSituation made = readyToFailOver();
        made.snapshot.nodes << madeNode(QStringLiteral("n4"), NodeRole::Primary, 5437)
                            << madeNode(QStringLiteral("n5"), NodeRole::Primary, 5438);
        QCOMPARE(MadeSituation::verdict(made.decided(failoverId), QStringLiteral("one-primary")),
                 QStringLiteral("blocked"));
    }

    void whoFollowsAndWhoStays()
    {
        MadeSituation made = readyToFailOver();
        made.situation.arguments.insert(QStringLiteral("candidate"), QStringLiteral("n2"));
        made.snapshot.nodes << madeNode(QStringLiteral("n4"), NodeRole::Standby, 5437, QStringLiteral("n3"))
                            << madeNode(QStringLiteral("n5"), NodeRole::Standby, 5438, QStringLiteral("n2"));
        const Preparation preparation = made.decided(failoverId);
        const library::FailoverParts parts = library::FailoverParts::of(preparation.situation);
        QCOMPARE(parts.followers.size(), 1);
        const library::Follower &follower = parts.followers.first();
        QCOMPARE(follower.server.node, QStringLiteral("n3"));
        QCOMPARE(follower.slot, QStringLiteral("slot_n3"));
        const ConnInfo info = *ConnInfo::parse(follower.primaryConnInfo);
        QCOMPARE(info.port(), QStringLiteral("5434"));
        QCOMPARE(info.user(), QStringLiteral("repl"));
        QCOMPARE(info.value(QStringLiteral("passfile")), QStringLiteral("/x y"));
    }

    void aPasswordInPrimaryConnInfoIsNotCopied()
    {
        MadeSituation made = readyToFailOver();
        made.situation.arguments.insert(QStringLiteral("candidate"), QStringLiteral("n2"));
        changeStandby(made, QStringLiteral("n3"), {{QStringLiteral("hasPassword"), true}});
        const Preparation preparation = made.decided(failoverId);
        QCOMPARE(MadeSituation::verdict(preparation, QStringLiteral("followers")), QStringLiteral("warning"));
        QVERIFY(library::FailoverParts::of(preparation.situation).followers.isEmpty());
    }

    void synchronousNamesAreCounted_data()
    {
        QTest::addColumn<QString>("names");
        QTest::addColumn<int>("needed");
        QTest::addColumn<int>("present");
        QTest::newRow("none") << QString() << 0 << 0;
        QTest::newRow("a list") << QStringLiteral("a, b") << 1 << 2;
        QTest::newRow("old form") << QStringLiteral("2 (a, x)") << 2 << 1;
        QTest::newRow("first") << QStringLiteral("first 1 (x, y)") << 1 << 0;
        QTest::newRow("any, quoted") << QStringLiteral("ANY 2 (\"a\", \"B\", c)") << 2 << 2;
        QTest::newRow("everybody") << QStringLiteral("*") << 1 << 2;
    }

    void synchronousNamesAreCounted()
    {
        QFETCH(QString, names);
        QFETCH(int, needed);
        QFETCH(int, present);
        const library::SynchronousNeed need =
            library::synchronousNeed(names, {QStringLiteral("a"), QStringLiteral("b")});
        QCOMPARE(need.needed, needed);
        QCOMPARE(need.present, present);
    }

    /// n1 was the primary, n2 followed it and n3 follows n2: two silent nodes, and the one that has a follower is none.
    void theOldPrimaryIsNotGuessed_data()
    {
        QTest::addColumn<QString>("first");  // what the control file of n1 says
        QTest::addColumn<QString>("second"); // and that of n2
        QTest::addColumn<bool>("seen");      // n1 was seen as primary
        QTest::addColumn<QString>("fence");
        QTest::addColumn<QString>("known");
        QTest::addColumn<QString>("verdict");
        const QString none, stop = QStringLiteral("stop"), stated = QStringLiteral("stated");
        const QString production = QStringLiteral("in production"), recovery = QStringLiteral("in archive recovery");
        const QString n1 = QStringLiteral("n1"), blocked = QStringLiteral("blocked"), ok = QStringLiteral("ok");
        QTest::newRow("nothing is known") << none << none << false << stop << none << blocked;
        QTest::newRow("stated") << none << none << false << stated << none << QStringLiteral("warning");
        QTest::newRow("seen before") << none << none << true << stop << n1 << ok;
        QTest::newRow("the files tell") << production << recovery << false << stop << n1 << ok;
        QTest::newRow("one file tells") << none << recovery << false << stop << n1 << ok;
        QTest::newRow("one file does not") << production << none << false << stop << none << blocked;
        QTest::newRow("seen long ago") << recovery << none << true << stop << QStringLiteral("n2") << ok;
        QTest::newRow("both standbys") << recovery << recovery << true << stop << none << blocked;
    }

    void theOldPrimaryIsNotGuessed()
    {
        QFETCH(QString, first);
        QFETCH(QString, second);
        QFETCH(bool, seen);
        QFETCH(QString, fence);
        QFETCH(QString, known);
        QFETCH(QString, verdict);
        MadeSituation made = readyToFailOver();
        kill(made.snapshot.nodes[1]);
        made.snapshot.nodes[2].upstream = QStringLiteral("n2");
        made.snapshot.nodes[1].lastRole = NodeRole::Standby;
        if (!seen)
            made.snapshot.nodes[0].lastRole = NodeRole::Unknown;
        made.fact(QStringLiteral("silent-nodes"), {{QStringLiteral("n1"), first}, {QStringLiteral("n2"), second}});
        made.situation.arguments = {{QStringLiteral("candidate"), QStringLiteral("n3")},
                                    {QStringLiteral("fence"), fence}};
        const Preparation preparation = made.decided(QStringLiteral("failover"));
        const NodeState *old = library::oldPrimaryOf(preparation.situation);
        QCOMPARE(old ? old->name() : QString(), known);
        QCOMPARE(MadeSituation::verdict(preparation, QStringLiteral("fence")), verdict);
    }
};

QTEST_GUILESS_MAIN(TestFailoverDecision)
#include "test_failover_decision.moc"
