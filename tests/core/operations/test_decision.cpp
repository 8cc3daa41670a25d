#include "tests/core/operations/situations.h"

#include <QTest>

using namespace howdah;
using namespace howdah::test;

class TestDecision : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void argumentsAreJudged_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<QString>("param");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("accepted");
        const auto row = [](const char *operation, const char *param, const QString &value, bool accepted) {
            QTest::addRow("%s %s=%s", operation, param, qPrintable(value.left(40)))
                << QString::fromLatin1(operation) << QString::fromLatin1(param) << value << accepted;
        };
        row("clone", "name", QStringLiteral("n4"), true);
        row("clone", "name", QStringLiteral("n2"), false);
        row("clone", "name", QStringLiteral("a; DROP TABLE x"), true);
        row("clone", "name", QStringLiteral("two\nlines"), false);
        row("clone", "name", QString(64, QLatin1Char('x')), false);
        row("clone", "name", QString(63, QLatin1Char('x')), true);
        row("clone", "source", QStringLiteral("n2"), true);
        row("clone", "source", QStringLiteral("n9"), false);
        row("clone", "target-directory", QStringLiteral("/srv/pg/n4"), true);
        row("clone", "target-directory", QStringLiteral("srv/pg/n4"), false);
        row("clone", "target-directory", QStringLiteral("/srv/pg/../n4"), false);
        row("clone", "target-directory", QStringLiteral("/srv/pg/n4/"), false);
        row("clone", "target-directory", QStringLiteral("/"), false);
        row("clone", "target-directory", QStringLiteral("/srv/with blanks/ñ"), true);
        row("clone", "target-directory", QStringLiteral("/srv/$(id)"), false);
        row("clone", "target-directory", QStringLiteral("/srv/`id`"), false);
        row("clone", "target-directory", QStringLiteral("/srv/a\tb"), false);
        row("clone", "port", QStringLiteral("5436"), true);
        row("clone", "port", QStringLiteral("0"), false);
        row("clone", "port", QStringLiteral("65536"), false);
        row("clone", "port", QStringLiteral("http"), false);
        row("clone", "rate", QStringLiteral("50M"), true);
        row("clone", "rate", QStringLiteral("31k"), false);
        row("clone", "rate", QStringLiteral("1025M"), false);
        row("clone", "rate", QStringLiteral("50"), false);
        row("clone", "rate", QStringLiteral("50M\n"), false);
        row("clone", "delay", QStringLiteral("15min"), true);
        row("clone", "delay", QStringLiteral("15 min"), true);
        row("clone", "delay", QStringLiteral("a while"), false);
        row("clone", "slot", QStringLiteral("mine_4"), true);
        row("clone", "slot", QStringLiteral("Mine"), false);
        row("clone", "slot", QStringLiteral("mine\n"), false);
        row("clone", "colour", QStringLiteral("red"), false);
        row("pause-replay", "node", QStringLiteral("n2"), true);
        row("pause-replay", "node", QStringLiteral("n1"), false);
        row("failover", "fence", QStringLiteral("stated"), true);
        row("failover", "fence", QStringLiteral("perhaps"), false);
        row("restart", "node", QString(), false);
    }

    void argumentsAreJudged()
    {
        QFETCH(QString, operation);
        QFETCH(QString, param);
        QFETCH(QString, value);
        QFETCH(bool, accepted);
        MadeSituation made = operation == QLatin1String("clone") ? readyToClone() : MadeSituation();
        made.situation.arguments.insert(param, value);
        const Preparation preparation = made.decided(operation);
        QCOMPARE(!preparation.objections.contains(param), accepted);
        if (!accepted) {
            QCOMPARE(preparation.readiness, Readiness::NotReady);
            QVERIFY(preparation.plan.steps.isEmpty() && preparation.checks.isEmpty());
            QVERIFY(!preparation.sentence.isEmpty());
        }
    }

    void whatIsGivenAsNothingIsNotSuggested()
    {
        Operation operation{.id = QStringLiteral("trial")};
        for (const bool required : {true, false})
            operation.params.append({.id = required ? QStringLiteral("needed") : QStringLiteral("spare"),
                                     .required = required,
                                     .suggest = [](const Situation &) { return QStringLiteral("usual"); }});
        Situation situation = MadeSituation().situation;
        situation.arguments = {};
        QCOMPARE(withSuggestions(operation, situation).values(), QStringList(2, QStringLiteral("usual")));
        situation.arguments = {{QStringLiteral("needed"), QString()}, {QStringLiteral("spare"), QString()}};
        QCOMPARE(withSuggestions(operation, situation), situation.arguments);
        QCOMPARE(objectionsTo(operation, situation).keys(), QStringList{QStringLiteral("needed")});
    }

    void everyOperationIsWhole()
    {
        QStringList ids;
        for (const Operation &operation : operationCatalogue()) {
            QVERIFY2(!ids.contains(operation.id), qPrintable(operation.id));
            ids << operation.id;
            QVERIFY(!operation.title.isEmpty() && !operation.summary.isEmpty() && !operation.icon.isEmpty());
            QVERIFY(!operation.steps.isEmpty());
            QStringList names;
            for (const Check &check : operation.checks) {
                QVERIFY2(!names.contains(check.id), qPrintable(operation.id + check.id));
                names << check.id;
                QVERIFY2(!check.title.isEmpty() && !check.why.isEmpty(), qPrintable(check.id));
            }
            for (const Param &param : operation.params)
                QVERIFY2(!param.title.isEmpty() && !param.help.isEmpty(), qPrintable(param.id));
            QVERIFY(!operation.destructive || operation.confirmWord);
        }
        QCOMPARE(findOperation(QStringLiteral("clone"))->id, QStringLiteral("clone"));
        QVERIFY(!findOperation(QStringLiteral("nothing")));
    }

    void withoutFactsNothingIsReady()
    {
        // Probes that failed or were not run must block, and deciding must bear their absence.
        for (const Operation &operation : operationCatalogue()) {
            MadeSituation made;
            made.situation.arguments.insert(QStringLiteral("fence"), QStringLiteral("stop"));
            for (const Param &param : operation.params)
                if (param.id == QLatin1String("node"))
                    made.situation.arguments.insert(param.id, QStringLiteral("n2"));
                else if (param.id == QLatin1String("port"))
                    made.situation.arguments.insert(param.id, QStringLiteral("5436"));
            if (operation.id != QLatin1String("failover"))
                made.situation.arguments.remove(QStringLiteral("fence"));
            const Preparation preparation = made.decided(operation.id);
            QVERIFY2(preparation.readiness == Readiness::NotReady, qPrintable(operation.id));
            QVERIFY2(preparation.plan.steps.isEmpty(), qPrintable(operation.id));
        }
    }

    void aSentenceSaysWhatBlocks()
    {
        MadeSituation made = readyToClone();
        made.fact(QStringLiteral("port"), {{QStringLiteral("free"), false}});
        const Preparation preparation = made.decided(QStringLiteral("clone"));
        QVERIFY(preparation.sentence.contains(QLatin1String("Something listens on port 5436 already.")));
    }

    /// A look that failed is no "it does not run", and a restart of what runs would end everybody's sessions.
    void aRestartIsUndoneOnlyOnceItIsSeenWhetherItRuns()
    {
        MadeSituation made;
        made.situation.arguments.insert(QStringLiteral("node"), QStringLiteral("n1"));
        made.fact(QStringLiteral("layout"), layoutFact(QStringLiteral("n1")));
        made.fact(QStringLiteral("server"), {{QStringLiteral("started"), QStringLiteral("2026-11-20")}});
        made.fact(QStringLiteral("managers"), {{QStringLiteral("found"), QStringList()}});
        made.fact(QStringLiteral("service"), {});
        const Preparation preparation = made.decided(QStringLiteral("restart"));
        QVERIFY2(preparation.plan.steps.size() == 1, qPrintable(preparation.sentence));
        const QList<Action> undo = preparation.plan.steps.first().undo;
        QCOMPARE(undo.size(), 2);
        QVERIFY(std::holds_alternative<WaitFor>(undo.first().what) && undo.last().unless);
    }

    void checksAsJson()
    {
        const QJsonArray checks = toJson(readyToClone().decided(QStringLiteral("clone")).checks);
        QVERIFY(!checks.isEmpty());
        for (const QJsonValue &check : checks) {
            QVERIFY(check[QLatin1String("verdict")] == QLatin1String("ok"));
            for (const char *key : {"id", "observed", "why", "remedy"})
                QVERIFY(check[QLatin1String(key)].isString());
        }
    }
};

QTEST_GUILESS_MAIN(TestDecision)
#include "test_decision.moc"
