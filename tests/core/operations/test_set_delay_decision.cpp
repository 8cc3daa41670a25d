#include "tests/core/operations/topology_situations.h"

#include <QTest>

using namespace howdah;
using namespace howdah::test;

namespace {
const QString operation = QStringLiteral("set-delay");
} // namespace

class TestSetDelayDecision : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDelayIsJudged_data()
    {
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<QString>("now");
        QTest::addColumn<bool>("feedback");
        QTest::addColumn<QString>("check");
        QTest::addColumn<QString>("verdict");
        const auto row = [](const char *title, const char *wanted, const char *now, bool feedback, const char *check,
                            const char *verdict) {
            QTest::newRow(title) << at(wanted) << at(now) << feedback << at(check) << at(verdict);
        };
        row("so already", "15min", "900000", false, "state", "blocked");
        row("another", "15min", "0", false, "state", "ok");
        row("none already", "0s", "0", false, "state", "blocked");
        row("feedback", "1h", "0", true, "feedback", "warning");
        row("feedback without a delay", "0s", "1000", true, "feedback", "ok");
        row("nobody waits for it", "1h", "0", false, "synchronous", "ok");
        row("another is ready", "1h", "0", false, "successor", "ok");
    }

    void theOnlySuccessorIsNamed_data()
    {
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("delayed") << at("1h") << at("warning");
        QTest::newRow("no longer delayed") << at("0s") << at("ok");
    }

    void theOnlySuccessorIsNamed()
    {
        QFETCH(QString, wanted);
        QFETCH(QString, verdict);
        MadeSituation made;
        waitsFor(made, "");
        kill(made.snapshot.nodes[2]);
        made.situation.arguments = {{at("node"), at("n2")}, {at("delay"), wanted}};
        made.fact(at("server"), {{at("inRecovery"), true}, {at("feedback"), false}});
        made.fact(at("setting"), settingFact(at("n2"), at("recovery_min_apply_delay"), at("1000")));
        QCOMPARE(MadeSituation::verdict(made.decided(operation), at("successor")), verdict);
    }

    void aDelayIsJudged()
    {
        QFETCH(QString, wanted);
        QFETCH(QString, now);
        QFETCH(bool, feedback);
        QFETCH(QString, check);
        QFETCH(QString, verdict);
        MadeSituation made;
        waitsFor(made, "");
        made.situation.arguments = {{at("node"), at("n2")}, {at("delay"), wanted}};
        made.fact(at("server"), {{at("inRecovery"), true}, {at("feedback"), feedback}});
        made.fact(at("setting"), settingFact(at("n2"), at("recovery_min_apply_delay"), now));
        QCOMPARE(MadeSituation::verdict(made.decided(operation), check), verdict);
    }

    void refusals()
    {
        MadeSituation made;
        waitsFor(made, "n2");
        made.fact(at("synchronous"), {{at("commit"), at("remote_apply")}});
        made.situation.arguments = {{at("node"), at("n2")}, {at("delay"), at("1h")}};
        made.fact(at("server"), {{at("inRecovery"), false}, {at("feedback"), false}});
        made.fact(at("setting"), settingFact(at("n2"), at("recovery_min_apply_delay"), at("0"),
                                             {{at("mayAlter"), false}, {at("source"), at("command line")}}));
        const Preparation refused = made.decided(operation);
        QCOMPARE(MadeSituation::verdict(refused, at("standby")), at("blocked"));
        QCOMPARE(MadeSituation::verdict(refused, at("right")), at("blocked"));
        QCOMPARE(MadeSituation::verdict(refused, at("effect")), at("blocked"));
        QCOMPARE(MadeSituation::verdict(refused, at("synchronous")), at("warning"));
    }
};

QTEST_GUILESS_MAIN(TestSetDelayDecision)
#include "test_set_delay_decision.moc"
