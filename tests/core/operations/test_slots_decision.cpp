#include "core/operations/library/slot_parts.h"
#include "tests/core/operations/topology_situations.h"

#include <QTest>

using namespace howdah;
using namespace howdah::test;

namespace {
const QString create = QStringLiteral("create-slot");
const QString drop = QStringLiteral("drop-slot");
const QString advance = QStringLiteral("advance-slot");

QVariantMap slotFact(const QVariantMap &changed = {})
{
    QVariantMap slot{{at("name"), at("s")},
                     {at("type"), at("physical")},
                     {at("active"), false},
                     {at("restart"), at("0/2000000")},
                     {at("walStatus"), at("reserved")},
                     {at("retained"), 1 << 24}};
    slot.insert(changed);
    return slot;
}

MadeSituation ready(const QVariantMap &slot = slotFact())
{
    MadeSituation made;
    made.situation.arguments = {{at("node"), at("n1")}};
    made.fact(at("managers"), {{at("found"), QStringList()}});
    made.fact(at("slots"), {{at("inRecovery"), false},
                            {at("version"), 15},
                            {at("mayReplicate"), true},
                            {at("maxSlots"), 10},
                            {at("walLevel"), at("logical")},
                            {at("keepMegabytes"), 1024},
                            {at("end"), at("0/4000000")},
                            {at("slots"), QVariantList{slot}}});
    return made;
}

/// n2 uses the slot "s" of n1 and had received so much when it last answered.
void uses(MadeSituation &made, quint64 received)
{
    auto sample = std::make_shared<NodeSample>(*made.snapshot.nodes[1].sample);
    sample->primarySlotName = at("s");
    sample->received = Lsn(received);
    made.snapshot.nodes[1].sample = made.snapshot.nodes[1].lastAnswer = sample;
    made.snapshot.nodes[1].lastRole = NodeRole::Standby;
}
} // namespace

class TestSlotsDecision : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSlotIsPlanned()
    {
        MadeSituation made = ready();
        made.situation.arguments.insert(at("name"), at("t"));
        const Preparation physical = made.decided(create);
        QVERIFY2(physical.readiness == Readiness::Ready, qPrintable(physical.sentence));
        QVERIFY(saysEverything(physical));
        QVERIFY(sqlOf(physical.plan.steps.first().actions).contains(at("pg_create_physical_replication_slot")));
        QVERIFY(
            sqlOf(physical.plan.steps.first().undo).contains(at("WHERE slot_name = $2"))); // the sign that it is ours
        made.situation.arguments.insert(at("type"), at("logical"));
        made.situation.arguments.insert(at("database"), at("Shop '1'"));
        const Preparation logical = made.decided(create);
        const auto &sql = std::get<RunSql>(logical.plan.steps.first().actions.first().what);
        QCOMPARE(ConnInfo::parse(sql.server.connInfo)->database(), at("Shop '1'"));
        QCOMPARE(sql.parameters.last(), SqlParameter(at("pgoutput")));
    }

    void creationIsJudged_data()
    {
        QTest::addColumn<QVariantMap>("seen");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("check");
        QTest::addColumn<QString>("verdict");
        const auto row = [](const char *title, const QVariantMap &seen, const char *type, const char *check,
                            const char *verdict) {
            QTest::newRow(title) << seen << at(type) << at(check) << at(verdict);
        };
        row("no right", {{at("mayReplicate"), false}}, "physical", "right", "blocked");
        row("taken", {{at("slots"), QVariantList{slotFact({{at("name"), at("t")}})}}}, "physical", "free", "blocked");
        row("full", {{at("maxSlots"), 1}}, "physical", "room", "blocked");
        row("one left", {{at("maxSlots"), 2}}, "physical", "room", "ok");
        row("minimal", {{at("walLevel"), at("minimal")}}, "physical", "kind", "blocked");
        row("replica", {{at("walLevel"), at("replica")}}, "physical", "kind", "ok");
        row("replica only", {{at("walLevel"), at("replica")}}, "logical", "kind", "blocked");
        row("a standby of 15", {{at("inRecovery"), true}}, "logical", "kind", "blocked");
        row("a standby of 16", {{at("inRecovery"), true}, {at("version"), 16}}, "logical", "kind", "ok");
        row("no limit", {{at("keepMegabytes"), -1}}, "physical", "risk", "warning");
        row("a limit", {}, "physical", "risk", "ok");
        row("a long transaction", {{at("oldestTransaction"), 30}}, "logical", "transactions", "warning");
        row("nobody minds it", {{at("oldestTransaction"), 30}}, "physical", "transactions", "ok");
    }

    void creationIsJudged()
    {
        QFETCH(QVariantMap, seen);
        QFETCH(QString, type);
        QFETCH(QString, check);
        QFETCH(QString, verdict);
        MadeSituation made = ready();
        made.fact(at("slots"), seen);
        made.situation.arguments.insert(at("name"), at("t"));
        made.situation.arguments.insert(at("type"), type);
        QCOMPARE(MadeSituation::verdict(made.decided(create), check), verdict);
    }

    void slotsThatAreThereAreJudged_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<QVariantMap>("slot");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("check");
        QTest::addColumn<QString>("verdict");
        const auto row = [](const char *title, const QString &operation, const QVariantMap &changed, const char *to,
                            const char *check, const char *verdict) {
            QTest::newRow(title) << operation << slotFact(changed) << at(to) << at(check) << at(verdict);
        };
        const QVariantMap logical{{at("type"), at("logical")},
                                  {at("plugin"), at("pgoutput")},
                                  {at("database"), at("d")},
                                  {at("confirmed"), at("0/3000000")}};
        row("gone", drop, {{at("name"), at("other")}}, "0/4000000", "slot", "blocked");
        row("gone too", drop, {{at("name"), at("other")}}, "0/4000000", "idle", "blocked");
        row("in use", drop, {{at("active"), true}, {at("usedBy"), at("n2")}}, "0/4000000", "idle", "blocked");
        row("temporary", drop, {{at("temporary"), true}}, "0/4000000", "idle", "blocked");
        row("nobody's", drop, {}, "0/4000000", "owner", "ok");
        row("a subscriber's", drop, logical, "0/4000000", "owner", "warning");
        row("lost", drop, {{at("walStatus"), at("lost")}, {at("retained"), QVariant()}}, "0/4000000", "slot", "ok");
        row("forward", advance, {}, "0/4000000", "way", "ok");
        row("nowhere", advance, {}, "0/2000000", "way", "blocked");
        row("back", advance, {}, "0/1000000", "way", "blocked");
        row("beyond the end", advance, {}, "0/4000001", "way", "blocked");
        row("logical counts its confirmed", advance, logical, "0/3000000", "way", "blocked");
        row("logical forward", advance, logical, "0/3000001", "way", "ok");
        row("of a lost one", advance, {{at("walStatus"), at("lost")}}, "0/4000000", "way", "blocked");
        row("without a position", advance, {{at("restart"), QVariant()}}, "0/4000000", "way", "blocked");
        row("a subscriber skips", advance, logical, "0/4000000", "owner", "warning");
    }

    void slotsThatAreThereAreJudged()
    {
        QFETCH(QString, operation);
        QFETCH(QVariantMap, slot);
        QFETCH(QString, to);
        QFETCH(QString, check);
        QFETCH(QString, verdict);
        MadeSituation made = ready(slot);
        made.situation.arguments.insert(at("slot"), at("s"));
        if (operation == advance)
            made.situation.arguments.insert(at("to"), to);
        QCOMPARE(MadeSituation::verdict(made.decided(operation), check), verdict);
    }

    void aStandbysSlotIsNotTakenFromIt()
    {
        MadeSituation made = ready();
        uses(made, 0x3000000);
        made.situation.arguments.insert(at("slot"), at("s"));
        QCOMPARE(MadeSituation::verdict(made.decided(drop), at("owner")), at("warning"));
        made.situation.arguments.insert(at("to"), at("0/3000000"));
        QCOMPARE(MadeSituation::verdict(made.decided(advance), at("owner")), at("ok"));
        made.situation.arguments.insert(at("to"), at("0/3000001"));
        QCOMPARE(MadeSituation::verdict(made.decided(advance), at("owner")), at("blocked"));
        made.situation.arguments.remove(at("to"));
        made.snapshot.nodes[1].upstream = at("n3"); // it uses one of that name elsewhere
        QCOMPARE(MadeSituation::verdict(made.decided(drop), at("owner")), at("ok"));
    }

    void onlyTheLastStepHasNoReturn()
    {
        MadeSituation made = ready();
        made.situation.arguments.insert(at("slot"), at("s"));
        for (const QString &operation : {drop, advance}) {
            const Preparation preparation = made.decided(operation);
            if (operation == advance)
                made.situation.arguments.insert(at("to"), at("0/4000000"));
            QCOMPARE(preparation.plan.steps.size(), 2);
            QVERIFY(!preparation.plan.steps.first().pointOfNoReturn && preparation.plan.steps.last().pointOfNoReturn);
            QCOMPARE(preparation.plan.confirmWord, at("s"));
        }
    }
};

QTEST_GUILESS_MAIN(TestSlotsDecision)
#include "test_slots_decision.moc"
