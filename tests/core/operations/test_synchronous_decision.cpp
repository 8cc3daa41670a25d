#include "core/operations/library/synchronous_parts.h"
#include "tests/core/operations/topology_situations.h"

#include <QTest>

using namespace howdah;
using namespace howdah::test;

namespace {
const QString operation = QStringLiteral("synchronous");
const QString removal = QStringLiteral("remove-synchronous");

MadeSituation asking(const char *method, const char *standbys, const char *count, const char *now = "")
{
    MadeSituation made;
    waitsFor(made, now);
    for (const auto &[id, value] :
         {std::pair("method", method), std::pair("standbys", standbys), std::pair("count", count)})
        if (*value)
            made.situation.arguments.insert(at(id), QString::fromUtf8(value));
    return made;
}
} // namespace

class TestSynchronousDecision : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPlanSaysAllOfIt()
    {
        const Preparation preparation = asking("any", "n2, \"n3\"", "1").decided(operation);
        QVERIFY2(preparation.readiness == Readiness::Ready, qPrintable(preparation.sentence));
        QVERIFY(saysEverything(preparation));
        const PlannedStep &step = preparation.plan.steps.first();
        QVERIFY(sqlOf(step.actions)
                    .contains(QLatin1String("ALTER SYSTEM SET \"synchronous_standby_names\" ="
                                            " 'ANY 1 (n2, n3)'")));
        QVERIFY(sqlOf(step.undo).contains(QLatin1String("ALTER SYSTEM RESET")));
        const Result<Plan> read = planFromJson(toJson(preparation.plan));
        QVERIFY(read && samePlan(*read, preparation.plan));
    }

    void anUndoWritesWhatWasWritten()
    {
        MadeSituation made = asking("none", "", "");
        waitsFor(made, "n2 , n3", {{at("written"), at("n2 , n3")}});
        const Preparation preparation = made.decided(operation);
        QVERIFY2(!preparation.plan.steps.isEmpty(), qPrintable(preparation.sentence));
        QVERIFY(sqlOf(preparation.plan.steps.first().undo).contains(QLatin1String("'n2 , n3'")));
    }

    void whatIsNowIsSuggested_data()
    {
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("standbys");
        QTest::addColumn<QString>("count");
        QTest::newRow("nothing yet") << QString() << at("any") << at("n2, n3") << at("1");
        QTest::newRow("a list") << at("n3,n2") << at("first") << at("n3, n2") << at("1");
        QTest::newRow("quorum") << at("ANY 2 (\"a b\", n2)") << at("any") << at("\"a b\", n2") << at("2");
        QTest::newRow("everybody") << at("2 (*)") << at("first") << at("*") << at("2");
    }

    void whatIsNowIsSuggested()
    {
        QFETCH(QString, now);
        QFETCH(QString, method);
        QFETCH(QString, standbys);
        QFETCH(QString, count);
        MadeSituation made;
        waitsFor(made, qPrintable(now));
        const Arguments arguments = made.decided(operation).situation.arguments;
        QCOMPARE(arguments.value(at("method")), method);
        QCOMPARE(arguments.value(at("standbys")), standbys);
        QCOMPARE(arguments.value(at("count")), count);
    }

    void argumentsAreObjectedTo_data()
    {
        QTest::addColumn<QString>("standbys");
        QTest::addColumn<QString>("count");
        QTest::addColumn<QString>("param");
        const auto row = [](const char *standbys, const char *count, const char *param) {
            QTest::newRow(standbys) << QString::fromLatin1(standbys) << at(count) << at(param);
        };
        row("n2 n3", "1", "standbys");
        row("n2,", "1", "standbys");
        row("n-2", "1", "standbys");
        row("any", "1", "standbys");
        row("a) , (b", "1", "standbys");
        row("\"a\nb\"", "1", "standbys");
        row("\"unended", "1", "standbys");
        row("n2", "2", "count");
        row("n2, n3", "0", "count");
        row("n3, n2", "-1", "count");
        row("*", "99999999999", "count");
    }

    void argumentsAreObjectedTo()
    {
        QFETCH(QString, standbys);
        QFETCH(QString, count);
        QFETCH(QString, param);
        const Preparation preparation = asking("any", qPrintable(standbys), qPrintable(count)).decided(operation);
        QCOMPARE(QStringList(preparation.objections.keys()), QStringList{param});
    }

    void whatIsSeenIsJudged_data()
    {
        QTest::addColumn<QString>("probe");
        QTest::addColumn<QVariantMap>("seen");
        QTest::addColumn<QString>("check");
        QTest::addColumn<QString>("verdict");
        const auto row = [](const char *title, const char *probe, const QVariantMap &seen, const char *check,
                            const char *verdict) {
            QTest::newRow(title) << at(probe) << seen << at(check) << at(verdict);
        };
        const auto members = [](const QVariantList &list) { return QVariantMap{{at("members"), list}}; };
        const auto setting = [](const char *name, const QVariant &value) {
            return settingFact(at("n1"), at("synchronous_standby_names"), QString(), {{at(name), value}});
        };
        row("one to spare", "synchronous", {}, "enough", "ok");
        row("none to spare", "synchronous", members({memberFact("n2"), memberFact("n3", false)}), "enough", "warning");
        row("nobody streams", "synchronous", members({memberFact("n2", false)}), "enough", "blocked");
        row("nobody at all", "synchronous", members({}), "enough", "blocked");
        row("others stream", "synchronous", members({memberFact("x"), memberFact("y")}), "enough", "blocked");
        row("one is missing", "synchronous", members({memberFact("N2")}), "names", "warning");
        row("all are there", "synchronous", {}, "names", "ok");
        row("a little behind", "synchronous", members({memberFact("n2", true, 16 << 20)}), "lag", "ok");
        row("behind", "synchronous", members({memberFact("n2", true, (16 << 20) + 1)}), "lag", "warning");
        row("another behind", "synchronous", members({memberFact("x", true, 1 << 30)}), "lag", "ok");
        row("commits do not wait", "synchronous", {{at("commit"), at("local")}}, "commit-level", "warning");
        row("commits wait", "synchronous", {{at("commit"), at("remote_write")}}, "commit-level", "ok");
        row("demoted meanwhile", "synchronous", {{at("inRecovery"), true}}, "one-primary", "blocked");
        row("another manager", "managers", {{at("found"), QStringList{at("Patroni")}}}, "other-manager", "blocked");
        row("no right", "synchronous-setting", setting("mayAlter", false), "right", "blocked");
        row("no reload", "synchronous-setting", setting("mayReload", false), "right", "blocked");
        row("ALTER SYSTEM is off", "synchronous-setting", setting("mayAlterSystem", false), "right", "blocked");
        row("wrong lines", "synchronous-setting", setting("fileErrors", at("line 3")), "effect", "blocked");
        row("given at the start", "synchronous-setting", setting("source", at("command line")), "effect", "blocked");
        row("could not be asked", "synchronous-setting",
            {{at("n1"), QVariantMap{{at("error"), at("no")}, {at("remedy"), at("mend it")}}}}, "right", "blocked");
    }

    void whatIsSeenIsJudged()
    {
        QFETCH(QString, probe);
        QFETCH(QVariantMap, seen);
        QFETCH(QString, check);
        QFETCH(QString, verdict);
        MadeSituation made = asking("any", "n2, n3", "1");
        made.fact(probe, seen);
        QCOMPARE(MadeSituation::verdict(made.decided(operation), check), verdict);
    }

    void whatIsSoAlreadyIsNoChange()
    {
        QCOMPARE(MadeSituation::verdict(asking("first", "n2,n3", "1", "n2 , n3").decided(operation), at("state")),
                 at("blocked"));
        QCOMPARE(MadeSituation::verdict(asking("none", "", "").decided(operation), at("state")), at("blocked"));
        QCOMPARE(MadeSituation::verdict(asking("any", "n2, n3", "1", "n2, n3").decided(operation), at("state")),
                 at("ok"));
    }

    void aDelayedStandbyIsNotAppliedBy()
    {
        MadeSituation made = asking("any", "n2, n3", "1");
        made.fact(at("synchronous"), {{at("commit"), at("remote_apply")}});
        auto sample = std::make_shared<NodeSample>(*made.snapshot.nodes[2].sample);
        sample->delayMs = 1000;
        made.snapshot.nodes[2].sample = sample;
        QCOMPARE(MadeSituation::verdict(made.decided(operation), at("commit-level")), at("warning"));
    }

    void withoutAPrimaryThereIsNothingToSet()
    {
        MadeSituation made = asking("any", "n2, n3", "1");
        kill(made.snapshot.nodes[0]);
        made.fails(at("synchronous"), {.code = ErrorCode::NotFound, .message = at("no primary")});
        QCOMPARE(made.decided(operation).readiness, Readiness::NotReady);
        QVERIFY(!findOperation(operation)->impossible(made.snapshot).isEmpty());
        QVERIFY(!findOperation(removal)->impossible(made.snapshot).isEmpty());
    }

    void whatIsLeftIsWhatStreams_data()
    {
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("streaming");
        QTest::addColumn<QString>("left");
        const auto row = [](const char *now, const char *name, const QStringList &streaming, const char *left) {
            QTest::newRow(qPrintable(
                QStringLiteral("%1 without %2, %3 there").arg(at(now), at(name), streaming.join(QLatin1Char(' ')))))
                << at(now) << at(name) << streaming << at(left);
        };
        row("n2", "n2", {}, "");
        row("n2, n3", "n3", {at("n2")}, "FIRST 1 (n2)");
        row("2 (n2, n3)", "n3", {at("n2")}, "FIRST 1 (n2)");
        row("ANY 2 (n2, n3, n4)", "N3", {at("n2"), at("n4")}, "ANY 2 (n2, n4)");
        row("ANY 2 (n2, n3, n4)", "n3", {at("n4")}, "ANY 1 (n2, n4)");
        row("ANY 2 (n2, n3, n4)", "n3", {}, "");
        row("ANY 2 (*)", "n3", {at("n2"), at("n3")}, "ANY 1 (*)");
        row("ANY 1 (*)", "n3", {at("n2")}, "ANY 1 (*)");
        row("n2, \"odd one\"", "n2", {at("odd one")}, "FIRST 1 (\"odd one\")");
        row("n2", "n2", {at("n2")}, "");
    }

    void whatIsLeftIsWhatStreams()
    {
        QFETCH(QString, now);
        QFETCH(QString, name);
        QFETCH(QStringList, streaming);
        QFETCH(QString, left);
        library::SynchronousState state;
        state.standbys = *SynchronousStandbys::parse(now);
        for (const QString &each : streaming)
            state.members.append({.name = each, .node = {}, .streams = true});
        QCOMPARE(state.without(name).toString(), left);
    }

    void theDeadOneIsSuggested()
    {
        MadeSituation made;
        waitsFor(made, "n2, n3");
        made.fact(at("synchronous"), {{at("members"), QVariantList{memberFact("n2")}}, {at("waiting"), 3}});
        const Preparation preparation = made.decided(removal);
        QCOMPARE(preparation.situation.argument(at("name")), at("n3"));
        QVERIFY2(preparation.readiness != Readiness::NotReady, qPrintable(preparation.sentence));
        QVERIFY(saysEverything(preparation));
    }

    void theNodesNameIsFound()
    {
        MadeSituation made;
        waitsFor(made, "n2, second");
        auto sample = std::make_shared<NodeSample>(*made.snapshot.nodes[2].sample);
        sample->primaryConnInfo = at("host=a application_name=Second");
        made.snapshot.nodes[2].lastAnswer = sample;
        made.snapshot.nodes[2].sender.reset();
        made.situation.arguments.insert(at("node"), at("n3"));
        QCOMPARE(made.decided(removal).situation.argument(at("name")), at("second"));
    }

    void removalIsRefused_data()
    {
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("name");
        QTest::newRow("not named") << at("n2") << at("n3");
        QTest::newRow("nothing is waited for") << QString() << at("n3");
        QTest::newRow("enough behind a *") << at("ANY 1 (*)") << at("n3");
    }

    void removalIsRefused()
    {
        QFETCH(QString, now);
        QFETCH(QString, name);
        MadeSituation made;
        waitsFor(made, qPrintable(now));
        made.situation.arguments.insert(at("name"), name);
        QCOMPARE(MadeSituation::verdict(made.decided(removal), at("named")), at("blocked"));
    }

    void aStandbyLessIsSaid()
    {
        MadeSituation made;
        waitsFor(made, "ANY 2 (n2, n3)");
        made.situation.arguments.insert(at("name"), at("n3"));
        QCOMPARE(MadeSituation::verdict(made.decided(removal), at("left")), at("warning"));
        made.situation.arguments.insert(at("name"), at("n2"));
        waitsFor(made, "n2");
        const Preparation none = made.decided(removal);
        QCOMPARE(MadeSituation::verdict(none, at("left")), at("warning"));
        QVERIFY(sqlOf(none.plan.steps.first().actions).contains(QLatin1String("= ''")));
    }
};

QTEST_GUILESS_MAIN(TestSynchronousDecision)
#include "test_synchronous_decision.moc"
