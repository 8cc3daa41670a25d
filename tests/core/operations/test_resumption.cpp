// Before the point of no return an interrupted operation looks again before it goes on (safety rule 5).
#include "core/operations/resumption.h"
#include "tests/core/operations/situations.h"
#include "tests/core/operations/trial.h"

using namespace howdah;
using namespace howdah::test;

namespace {

const QString system = QStringLiteral("4711");

/// An operation on a standby, interrupted in its second step; its last step takes the node off the record.
struct Interrupted
{
    Interrupted()
    {
        operation.params = {
            {.id = QStringLiteral("node"), .title = QStringLiteral("Node"), .kind = Param::Kind::Standby}};
        entry.systemIdentifier = system;
        entry.plan.primaries = QStringList{QStringLiteral("n1")};
        const auto step = [this](const char *id, StepState state, const QList<Action> &actions = {}) {
            entry.plan.steps.append({.id = QLatin1String(id), .actions = actions});
            entry.steps.append({.id = QLatin1String(id), .state = state});
        };
        NodeDefinition n2;
        n2.name = QStringLiteral("n2");
        step("first", StepState::Done);
        step("second", StepState::Running);
        step("last", StepState::Waiting, {{QStringLiteral("Take it off"), RecordNode{QStringLiteral("c"), n2, false}}});
        made.situation.arguments = {{QStringLiteral("node"), QStringLiteral("n2")}};
    }
    void drop(const QString &name)
    {
        made.snapshot.nodes.removeIf([&name](const NodeState &node) { return node.name() == name; });
    }
    [[nodiscard]] std::optional<Error> obstacle()
    {
        made.situation.snapshot = std::make_shared<ClusterSnapshot>(made.snapshot);
        return obstacleToResuming(operation, entry, made.situation);
    }

    MadeSituation made;
    Operation operation;
    JournalEntry entry;
};

} // namespace

class TestResumption : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theClusterIsTheOneApprovedFor_data()
    {
        QTest::addColumn<std::function<void(Interrupted &)>>("change");
        QTest::addColumn<QString>("says"); // empty: it may go on
        const auto row = [](const char *name, const char *says, std::function<void(Interrupted &)> change) {
            QTest::newRow(name) << std::move(change) << QString::fromLatin1(says);
        };
        row("nothing changed", "", [](Interrupted &) {});
        row("another primary", "The primary was n1 then; n3 answers as primary now.", [](Interrupted &it) {
            it.made.snapshot.nodes[0].role = NodeRole::Standby;
            it.made.snapshot.nodes[2].role = NodeRole::Primary;
        });
        row("a second primary", "The primary was n1 then; n3 answers as primary now.",
            [](Interrupted &it) { it.made.snapshot.nodes[2].role = NodeRole::Primary; });
        row("the primary is silent: the operation may have stopped it", "",
            [](Interrupted &it) { kill(it.made.snapshot.nodes[0]); });
        row("there was no primary then", "No node answered as primary then; n1 does now.",
            [](Interrupted &it) { it.entry.plan.primaries = QStringList(); });
        row("a plan of an earlier version", "", [](Interrupted &it) { it.entry.plan.primaries = std::nullopt; });
        row("another system", "system identifier was 4711 and is 4712 now",
            [](Interrupted &it) { it.made.snapshot.systemIdentifier = QStringLiteral("4712"); });
        row("no system is known now", "", [](Interrupted &it) { it.made.snapshot.systemIdentifier.clear(); });
        row("its node is gone", "There is no node \"n2\"", [](Interrupted &it) { it.drop(QStringLiteral("n2")); });
        row("it has taken its node off itself", "", [](Interrupted &it) {
            it.drop(QStringLiteral("n2"));
            it.entry.steps[2].state = StepState::Running;
        });
        row("its node was put back, then lost", "There is no node \"n2\"", [](Interrupted &it) {
            it.drop(QStringLiteral("n2"));
            it.entry.steps[2].state = StepState::Undone;
        });
        row("its node has another role", "n2 is the primary; a standby is needed here.", [](Interrupted &it) {
            it.made.snapshot.nodes[1].role = NodeRole::Primary;
            it.entry.plan.primaries = QStringList{QStringLiteral("n1"), QStringLiteral("n2")};
        });
    }

    void theClusterIsTheOneApprovedFor()
    {
        QFETCH(std::function<void(Interrupted &)>, change);
        QFETCH(QString, says);
        Interrupted it;
        change(it);
        const std::optional<Error> obstacle = it.obstacle();
        QCOMPARE(obstacle.has_value(), !says.isEmpty());
        if (!obstacle)
            return;
        QCOMPARE(obstacle->code, ErrorCode::SituationChanged);
        QVERIFY2(obstacle->detail.contains(says), qPrintable(obstacle->detail));
        QVERIFY(obstacle->hint.contains(QLatin1String("undo it")));
    }

    void onlyWhatLastsIsJudged_data()
    {
        QTest::addColumn<bool>("lasting");
        QTest::addColumn<QString>("changedBy");
        QTest::addColumn<int>("verdict");
        QTest::addColumn<bool>("goesOn");
        const int blocked = int(Verdict::Blocked);
        QTest::newRow("blocked") << true << QString() << blocked << false;
        QTest::newRow("a warning") << true << QString() << int(Verdict::Warning) << true;
        QTest::newRow("of the beginning alone") << false << QString() << blocked << true;
        QTest::newRow("changed by a step that is done") << true << QStringLiteral("first") << blocked << true;
        QTest::newRow("changed by the step in doubt") << true << QStringLiteral("second") << blocked << true;
        QTest::newRow("changed by a step to come") << true << QStringLiteral("last") << blocked << false;
    }

    void onlyWhatLastsIsJudged()
    {
        QFETCH(bool, lasting);
        QFETCH(QString, changedBy);
        QFETCH(int, verdict);
        QFETCH(bool, goesOn);
        Interrupted it;
        it.operation.checks = {{.id = QStringLiteral("weather"),
                                .title = QStringLiteral("Weather"),
                                .judge =
                                    [verdict](const Situation &) {
                                        return Judgement{.verdict = Verdict(verdict),
                                                         .observed = QStringLiteral("It rains."),
                                                         .remedy = QStringLiteral("Wait.")};
                                    },
                                .lasting = lasting,
                                .changedBy = {changedBy}}};
        const std::optional<Error> obstacle = it.obstacle();
        QCOMPARE(!obstacle.has_value(), goesOn);
        if (goesOn)
            return;
        QCOMPARE(obstacle->detail, QStringLiteral("Weather: It rains."));
        QVERIFY(obstacle->hint.startsWith(QLatin1String("Wait. ")));
    }

    void whatIsBlockedStaysInterrupted_data()
    {
        QTest::addColumn<bool>("mended");
        QTest::newRow("mended and resumed") << true;
        QTest::newRow("undone") << false;
    }

    void whatIsBlockedStaysInterrupted()
    {
        QFETCH(bool, mended);
        Trial trial;
        bool rains = false;
        trial.operation.checks = {
            {.id = QStringLiteral("weather"),
             .title = QStringLiteral("Weather"),
             .judge =
                 [&rains](const Situation &) { return Judgement{.verdict = rains ? Verdict::Blocked : Verdict::Ok}; },
             .lasting = true}};
        for (const char *name : {"one", "two"})
            trial.step(QLatin1String(name), {write(trial.path(QLatin1String(name)))},
                       {remove(trial.path(QLatin1String(name)))}, {there(trial.path(QLatin1String(name)))});
        runKilledAt(trial, "after:one");
        const QString id = onlyId();
        rains = true;
        const RunOutcome refused = trial.resume(id);
        QCOMPARE(refused.state, OperationState::NotReady);
        QCOMPARE(refused.error->code, ErrorCode::SituationChanged);
        QCOMPARE(trial.files(), QStringList{QStringLiteral("one")});
        QCOMPARE((*Journal::open())->find(id)->state, OperationState::Interrupted);
        rains = !mended;
        const RunOutcome after = mended ? trial.resume(id) : undoOperation(id, trial.environment, {}, {});
        QCOMPARE(after.state, mended ? OperationState::Done : OperationState::Undone);
        QCOMPARE(trial.files().size(), mended ? 2 : 0);
    }

    void pastThePointOfNoReturnItGoesOnWhateverHolds()
    {
        Trial trial;
        bool rains = false;
        trial.operation.checks = {
            {.id = QStringLiteral("weather"),
             .judge =
                 [&rains](const Situation &) { return Judgement{.verdict = rains ? Verdict::Blocked : Verdict::Ok}; },
             .lasting = true}};
        trial.step(QStringLiteral("one"), {write(trial.path(QStringLiteral("one")))}).pointOfNoReturn = true;
        runKilledAt(trial, "before:one");
        rains = true;
        QCOMPARE(trial.resume(onlyId()).state, OperationState::Done);
    }

    void anOperationThatIsNotKnownIsOnlyUndone()
    {
        Trial trial;
        trial.step(QStringLiteral("one"), {write(trial.path(QStringLiteral("one")))},
                   {remove(trial.path(QStringLiteral("one")))});
        runKilledAt(trial, "after:one");
        const RunOutcome refused = resumeOperation(onlyId(), trial.environment, {}, {});
        QCOMPARE(refused.state, OperationState::NotReady);
        QCOMPARE(refused.error->code, ErrorCode::NotFound);
        QCOMPARE(undoOperation(onlyId(), trial.environment, {}, {}).state, OperationState::Undone);
    }

    void theCatalogueNamesItsOwnSteps()
    {
        for (const Operation &operation : operationCatalogue()) {
            QStringList steps;
            for (const Step &step : operation.steps)
                steps << step.id;
            for (const Check &check : operation.checks) {
                QVERIFY2(check.lasting || check.id != QLatin1String("other-manager"), qPrintable(operation.id));
                for (const QString &step : check.changedBy)
                    QVERIFY2(check.lasting && steps.contains(step), qPrintable(operation.id + u' ' + check.id));
            }
        }
    }

    void whatIsConfirmedAtFirstIsConfirmedAgain_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<QString>("word");
        QTest::addColumn<bool>("asks");
        QTest::newRow("harmless") << QStringLiteral("clone") << QString() << false;
        QTest::newRow("destructive") << QStringLiteral("switchover") << QStringLiteral("n2") << true;
        QTest::newRow("destructive without a word") << QStringLiteral("restart") << QString() << true;
        QTest::newRow("unknown, with a word") << QStringLiteral("nothing") << QStringLiteral("n2") << true;
        QTest::newRow("unknown") << QStringLiteral("nothing") << QString() << false;
    }

    void whatIsConfirmedAtFirstIsConfirmedAgain()
    {
        QFETCH(QString, operation);
        QFETCH(QString, word);
        JournalEntry entry{.operation = operation};
        entry.plan.confirmWord = word;
        QTEST(mustBeConfirmed(entry), "asks");
    }

    void thePrimariesAreInThePlansJson()
    {
        for (const std::optional<QStringList> &primaries :
             {std::optional<QStringList>(), std::optional<QStringList>(QStringList()),
              std::optional<QStringList>({QStringLiteral("n1"), QStringLiteral("n 2")})}) {
            Plan plan{.operation = QStringLiteral("clone")};
            plan.primaries = primaries;
            const Result<Plan> read = planFromJson(toJson(plan));
            QVERIFY(read);
            QCOMPARE(read->primaries.has_value(), primaries.has_value());
            QCOMPARE(read->primaries.value_or(QStringList()), primaries.value_or(QStringList()));
            QVERIFY2(samePlan(*read, Plan{.operation = QStringLiteral("clone")}), "nothing else is done");
        }
    }
};

QTEST_GUILESS_MAIN(TestResumption)
#include "test_resumption.moc"
