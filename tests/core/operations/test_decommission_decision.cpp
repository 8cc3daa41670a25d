#include "core/operations/library/decommission_parts.h"
#include "tests/core/operations/topology_situations.h"

#include <QTest>

using namespace howdah;
using namespace howdah::test;

namespace {
const QString operation = QStringLiteral("decommission");

void keepsSlots(NodeState &node, const QList<SlotSample> &list)
{
    auto sample = std::make_shared<NodeSample>(*node.sample);
    sample->replicationSlots = list;
    node.sample = node.lastAnswer = sample;
}

void usesSlot(NodeState &node, const char *slot)
{
    auto sample = std::make_shared<NodeSample>(*node.sample);
    sample->primarySlotName = at(slot);
    node.sample = node.lastAnswer = sample;
}

/// n3 leaves; nothing stands in the way.
MadeSituation readyToLeave(const char *names = "")
{
    MadeSituation made;
    waitsFor(made, names);
    usesSlot(made.snapshot.nodes[1], "s2");
    usesSlot(made.snapshot.nodes[2], "s3");
    keepsSlots(made.snapshot.nodes[0], {{.name = at("s2"), .type = at("physical"), .active = true},
                                        {.name = at("s3"), .type = at("physical"), .active = true},
                                        {.name = at("feed"), .type = at("logical")}});
    made.situation.arguments = {{at("node"), at("n3")}};
    made.fact(at("layout"), layoutFact(at("n3")));
    made.fact(at("primary-layout"), layoutFact(at("n1")));
    made.fact(at("server"), {{at("answers"), true}, {at("inRecovery"), true}, {at("clients"), 0}});
    made.fact(at("directory"), {{at("parent"), at("/srv/pg")}, {at("writable"), true}, {at("mounted"), false}});
    made.fact(at("client-lines"), {{at("looked"), true}, {at("address"), at("10.0.0.3/32")}, {at("shared"), false}});
    return made;
}
} // namespace

class TestDecommissionDecision : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theStepsAreWhatIsThere()
    {
        const Preparation plain = readyToLeave().decided(operation);
        QVERIFY2(plain.readiness == Readiness::Ready, qPrintable(plain.sentence));
        QVERIFY(saysEverything(plain));
        QCOMPARE(stepsOf(plain), at("stop slots aside record"));
        QCOMPARE(plain.plan.confirmWord, at("n3"));

        MadeSituation all = readyToLeave("n2, n3");
        all.fact(at("client-lines"), {{at("path"), at("/srv/pg/n1/pg_hba.conf")},
                                      {at("removals"), QVariantList{QVariantMap{{at("line"), 3}, {at("removed"), 1}}}},
                                      {at("before"), at("b")},
                                      {at("after"), at("a")}});
        const Preparation full = all.decided(operation);
        QCOMPARE(stepsOf(full), at("synchronous stop slots client-lines aside record"));
        const Result<Plan> read = planFromJson(toJson(full.plan));
        QVERIFY(read && samePlan(*read, full.plan));

        MadeSituation stay = readyToLeave();
        stay.situation.arguments.insert(at("files"), at("stop"));
        QCOMPARE(stepsOf(stay.decided(operation)), at("stop slots record"));
    }

    void aServerThatWasDownIsNotStartedByTheUndo()
    {
        MadeSituation made = readyToLeave();
        made.fact(at("layout"), layoutFact(at("n3"), false));
        QVERIFY(made.decided(operation).plan.steps.first().undo.isEmpty());
        QVERIFY(!readyToLeave().decided(operation).plan.steps.first().undo.isEmpty());
    }

    void onlyItsOwnSlotsAreDropped()
    {
        MadeSituation made = readyToLeave();
        keepsSlots(made.snapshot.nodes[1],
                   {{.name = at("howdah_n3"), .type = at("physical")}, {.name = at("s3"), .type = at("physical")}});
        QStringList dropped;
        for (const auto &slot : library::DecommissionParts::of(made.decided(operation).situation).slotsToDrop)
            dropped << slot.server.node + QLatin1Char(' ') + slot.name;
        QCOMPARE(dropped, (QStringList{at("n1 s3"), at("n2 howdah_n3")}));
    }

    void whatIsSeenIsJudged_data()
    {
        QTest::addColumn<QString>("probe");
        QTest::addColumn<QVariantMap>("seen");
        QTest::addColumn<QString>("check");
        QTest::addColumn<QString>("verdict");
        const auto row = [](const char *title, const char *probe, const char *key, const QVariant &value,
                            const char *check, const char *verdict) {
            QTest::newRow(title) << at(probe) << QVariantMap{{at(key), value}} << at(check) << at(verdict);
        };
        row("promoted meanwhile", "server", "inRecovery", false, "role", "blocked");
        row("sessions", "server", "clients", 3, "sessions", "warning");
        row("a closed parent", "directory", "writable", false, "directory", "blocked");
        row("a mount point", "directory", "mounted", true, "directory", "blocked");
        row("no look at the lines", "client-lines", "looked", false, "client-lines", "warning");
        row("no address", "client-lines", "address", QString(), "client-lines", "warning");
        row("a shared address", "client-lines", "shared", true, "client-lines", "ok");
        row("another manager", "managers", "found", QStringList{at("Patroni")}, "other-manager", "blocked");
    }

    void whatIsSeenIsJudged()
    {
        QFETCH(QString, probe);
        QFETCH(QVariantMap, seen);
        QFETCH(QString, check);
        QFETCH(QString, verdict);
        MadeSituation made = readyToLeave();
        made.fact(probe, seen);
        QCOMPARE(MadeSituation::verdict(made.decided(operation), check), verdict);
    }

    void whoIsBelowFollowsFirst()
    {
        MadeSituation made = readyToLeave();
        made.snapshot.nodes << madeNode(at("n4"), NodeRole::Standby, 5436, at("n3"));
        const Preparation preparation = made.decided(operation);
        for (const CheckResult &check : preparation.checks) {
            if (check.id != QLatin1String("below"))
                continue;
            QCOMPARE(check.judgement.verdict, Verdict::Blocked);
            QCOMPARE(check.judgement.remedyOperation, at("follow"));
            QCOMPARE(check.judgement.remedyArguments, (Arguments{{at("node"), at("n4")}, {at("upstream"), at("n1")}}));
        }
    }

    void theLastStandbyIsMissed()
    {
        MadeSituation made = readyToLeave();
        kill(made.snapshot.nodes[1]);
        QCOMPARE(MadeSituation::verdict(made.decided(operation), at("last")), at("warning"));
    }

    void aStandbyLessToConfirmIsSaid()
    {
        QCOMPARE(MadeSituation::verdict(readyToLeave("ANY 2 (n2, n3)").decided(operation), at("synchronous")),
                 at("warning"));
        QCOMPARE(MadeSituation::verdict(readyToLeave("ANY 1 (n2, n3)").decided(operation), at("synchronous")),
                 at("ok"));
    }

    void itsHostMustBeKnownUnlessItIsGone()
    {
        MadeSituation made = readyToLeave();
        made.fails(at("layout"), {.code = ErrorCode::Unsupported, .message = at("no access")});
        QCOMPARE(MadeSituation::verdict(made.decided(operation), at("host-access")), at("blocked"));
        made.situation.arguments.insert(at("files"), at("none"));
        QCOMPARE(MadeSituation::verdict(made.decided(operation), at("host-access")), at("blocked"));
        kill(made.snapshot.nodes[2]);
        made.fact(at("server"), {{at("answers"), false}});
        const Preparation gone = made.decided(operation);
        QVERIFY2(gone.readiness != Readiness::NotReady, qPrintable(gone.sentence));
        QCOMPARE(stepsOf(gone), at("slots record"));
    }
};

QTEST_GUILESS_MAIN(TestDecommissionDecision)
#include "test_decommission_decision.moc"
