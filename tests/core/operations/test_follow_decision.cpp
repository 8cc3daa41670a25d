#include "core/operations/library/follow_parts.h"
#include "tests/core/operations/topology_situations.h"

#include <QTest>

using namespace howdah;
using namespace howdah::test;

namespace {
const QString operation = QStringLiteral("follow");

void changeSample(NodeState &node, const std::function<void(NodeSample &)> &change)
{
    auto sample = std::make_shared<NodeSample>(*node.sample);
    change(*sample);
    node.sample = node.lastAnswer = sample;
}

/// n3 is to follow n2; nothing stands in the way.
MadeSituation readyToFollow()
{
    MadeSituation made = readyToFailOver();
    made.snapshot.nodes[0] = madeNode(at("n1"), NodeRole::Primary, 5433);
    for (NodeState &node : made.snapshot.nodes)
        changeSample(node, [](NodeSample &sample) {
            sample.systemIdentifier = at("4711");
            sample.received = Lsn(0x3000000);
        });
    changeSample(made.snapshot.nodes[0], [](NodeSample &sample) {
        sample.replicationSlots = {{.name = at("slot_n3"), .type = at("physical"), .active = true}};
    });
    waitsFor(made, "");
    made.situation.arguments = {{at("node"), at("n3")}, {at("upstream"), at("n2")}};
    made.fact(at("layout"), layoutFact(at("n3")));
    made.fact(at("settings"), {{at("inRecovery"), true},
                               {at("sources"), QVariantMap{{at("primary_conninfo"), at("configuration file")}}},
                               {at("written"), QVariantMap{{at("primary_conninfo"), at("host=it's old")}}}});
    made.fact(at("upstream"), {{at("inRecovery"), true},
                               {at("host"), at("127.0.0.1")},
                               {at("port"), at("5434")},
                               {at("maxSlots"), 10},
                               {at("slotCount"), 3},
                               {at("maxSenders"), 10},
                               {at("senders"), 2},
                               {at("segmentBytes"), at("16777216")},
                               {at("oldestWal"), at("0000000000000003")},
                               {at("needs"), at("0/3000000")},
                               {at("end"), at("0/3000000")},
                               {at("reached"), true}});
    made.fact(at("login"), {{at("tried"), true}, {at("identified"), at("4711")}});
    return made;
}
} // namespace

class TestFollowDecision : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWayIsPlannedAndBack()
    {
        const Preparation preparation = readyToFollow().decided(operation);
        QVERIFY2(preparation.readiness == Readiness::Ready, qPrintable(preparation.sentence));
        QVERIFY(saysEverything(preparation));
        QCOMPARE(stepsOf(preparation), at("slot follow former-slot settle"));
        const PlannedStep &follow = preparation.plan.steps.at(1);
        QVERIFY(sqlOf(follow.actions).contains(at("port=5434")));
        QVERIFY(sqlOf(follow.actions).contains(at("application_name=n3")));
        QVERIFY2(sqlOf(follow.undo).contains(at("'host=it''s old'")), qPrintable(sqlOf(follow.undo)));
        QVERIFY(sqlOf(follow.undo).contains(at("RESET \"primary_slot_name\"")));
        const Result<Plan> read = planFromJson(toJson(preparation.plan));
        QVERIFY(read && samePlan(*read, preparation.plan));
    }

    void aFormerSlotStaysWhereThatIsAskedFor()
    {
        MadeSituation made = readyToFollow();
        made.situation.arguments.insert(at("drop-former-slot"), at("false"));
        QCOMPARE(stepsOf(made.decided(operation)), at("slot follow settle"));
        MadeSituation dead = readyToFollow();
        kill(dead.snapshot.nodes[0]);
        QVERIFY(!library::FollowParts::of(dead.decided(operation).situation).oldUpstream);
    }

    void whatIsSeenIsJudged_data()
    {
        QTest::addColumn<QString>("probe"); // "standbys": of n3
        QTest::addColumn<QVariantMap>("seen");
        QTest::addColumn<QString>("check");
        QTest::addColumn<QString>("verdict");
        const auto row = [](const char *title, const char *probe, const char *key, const QVariant &value,
                            const char *check, const char *verdict) {
            QTest::newRow(title) << at(probe) << QVariantMap{{at(key), value}} << at(check) << at(verdict);
        };
        row("promoted meanwhile", "settings", "inRecovery", false, "settings", "blocked");
        row("a password on file", "settings", "hasPassword", true, "settings", "blocked");
        row("given at its start", "settings", "sources", QVariantMap{{at("primary_slot_name"), at("command line")}},
            "settings", "blocked");
        row("wrong lines", "settings", "fileErrors", at("line 3"), "settings", "blocked");
        row("no superuser", "standbys", "superuser", false, "settings", "blocked");
        row("a password in force", "standbys", "hasPassword", true, "settings", "blocked");
        row("paused", "standbys", "paused", true, "replay", "blocked");
        row("delayed", "standbys", "delayMs", 60000, "replay", "blocked");
        row("delayed a little", "standbys", "delayMs", 59999, "replay", "warning");
        row("ahead", "upstream", "reached", false, "position", "blocked");
        row("WAL just there", "upstream", "oldestWal", at("0000000000000003"), "wal", "ok");
        row("WAL gone", "upstream", "oldestWal", at("0000000000000004"), "wal", "blocked");
        row("WAL not known", "upstream", "oldestWal", QString(), "wal", "blocked");
        row("a lost slot", "upstream", "slotLost", true, "wal", "blocked");
        row("a slot in use", "upstream", "slotsInUse", QStringList{at("slot_n3")}, "slot", "blocked");
        row("no slot left", "upstream", "slotCount", 10, "capacity", "blocked");
        row("no sender left", "upstream", "senders", 10, "capacity", "blocked");
        row("another system answers", "login", "identified", at("4712"), "login", "blocked");
        row("not tried", "login", "tried", false, "login", "warning");
        row("another manager", "managers", "found", QStringList{at("repmgrd")}, "other-manager", "blocked");
    }

    void whatIsSeenIsJudged()
    {
        QFETCH(QString, probe);
        QFETCH(QVariantMap, seen);
        QFETCH(QString, check);
        QFETCH(QString, verdict);
        MadeSituation made = readyToFollow();
        if (probe == QLatin1String("standbys")) {
            QVariantMap one = made.situation.facts[probe].values.value(at("n3")).toMap();
            one.insert(seen);
            made.fact(probe, {{at("n3"), one}});
        } else {
            made.fact(probe, seen);
        }
        QCOMPARE(MadeSituation::verdict(made.decided(operation), check), verdict);
    }

    void aLoginThatIsRefusedBlocks()
    {
        MadeSituation made = readyToFollow();
        made.fails(at("login"), {.code = ErrorCode::Authentication, .message = at("no entry")});
        QCOMPARE(MadeSituation::verdict(made.decided(operation), at("login")), at("blocked"));
    }

    void noCircle()
    {
        MadeSituation made = readyToFollow();
        made.snapshot.nodes << madeNode(at("n4"), NodeRole::Standby, 5436, at("n2"));
        made.snapshot.nodes[1].upstream = at("n3");
        QCOMPARE(MadeSituation::verdict(made.decided(operation), at("loop")), at("blocked"));
        made.situation.arguments.insert(at("upstream"), at("n4"));
        QCOMPARE(MadeSituation::verdict(made.decided(operation), at("loop")), at("blocked"));
        QVERIFY(!library::isBelow(made.snapshot, at("n1"), at("n3")));
    }

    void whatIsSoAlreadyIsNoChange()
    {
        MadeSituation made = readyToFollow();
        made.situation.arguments.insert(at("upstream"), at("n1"));
        QCOMPARE(MadeSituation::verdict(made.decided(operation), at("state")), at("blocked"));
        made.situation.arguments.insert(at("upstream"), at("n3"));
        QVERIFY(made.decided(operation).objections.contains(at("upstream")));
    }

    void anotherClusterIsRefused()
    {
        MadeSituation made = readyToFollow();
        changeSample(made.snapshot.nodes[1], [](NodeSample &sample) { sample.systemIdentifier = at("5"); });
        QCOMPARE(MadeSituation::verdict(made.decided(operation), at("cluster")), at("blocked"));
    }

    void timelines_data()
    {
        QTest::addColumn<int>("here");
        QTest::addColumn<int>("there");
        QTest::addColumn<QString>("history");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("the same") << 2 << 2 << QString() << at("ok");
        QTest::newRow("not known") << 0 << 1 << QString() << at("blocked");
        QTest::newRow("older there") << 2 << 1 << QString() << at("blocked");
        QTest::newRow("forked later") << 1 << 2 << at("1\t0/3000000\tno recovery target specified\n") << at("ok");
        QTest::newRow("forked before") << 1 << 2 << at("1\t0/2FFFFFF\tbefore\n") << at("blocked");
        QTest::newRow("two forks on") << 1 << 3 << at("1\t0/5000000\tx\n\n2\t0/6000000\ty\n") << at("ok");
        QTest::newRow("of another branch") << 2 << 3 << at("1\t0/5000000\tx\n") << at("blocked");
        QTest::newRow("no history") << 1 << 2 << QString() << at("blocked");
    }

    void timelines()
    {
        QFETCH(int, here);
        QFETCH(int, there);
        QFETCH(QString, history);
        QFETCH(QString, verdict);
        MadeSituation made = readyToFollow();
        made.snapshot.nodes[2].timeline = static_cast<Timeline>(here);
        made.snapshot.nodes[1].timeline = static_cast<Timeline>(there);
        made.fact(at("upstream"), {{at("history"), history}});
        QCOMPARE(MadeSituation::verdict(made.decided(operation), at("timeline")), verdict);
    }

    void aSynchronousStandbyDoesNotSlipAway()
    {
        MadeSituation made = readyToFollow();
        waitsFor(made, "ANY 2 (n2, n3)");
        const Preparation refused = made.decided(operation);
        QCOMPARE(MadeSituation::verdict(refused, at("synchronous")), at("blocked"));
        waitsFor(made, "ANY 1 (n2, n3)");
        QCOMPARE(MadeSituation::verdict(made.decided(operation), at("synchronous")), at("ok"));
    }
};

QTEST_GUILESS_MAIN(TestFollowDecision)
#include "test_follow_decision.moc"
