#include "core/operations/library/switchover_parts.h"
#include "tests/core/operations/situations.h"

#include <QTest>

using namespace howdah;
using namespace howdah::test;

namespace {
const QString switchoverId = QStringLiteral("switchover");
const QString noAccess = QStringLiteral("no access");

QVariantMap settingsOf(int connections, int senders = 10)
{
    return {{QStringLiteral("max_connections"), connections}, {QStringLiteral("max_wal_senders"), senders}};
}

/// A primary n1 with n2 and n3 streaming; nothing stands in the way.
MadeSituation readyToSwitchOver()
{
    MadeSituation made = readyToFailOver();
    made.snapshot.nodes[0] = madeNode(QStringLiteral("n1"), NodeRole::Primary, 5433);
    made.situation.facts.remove(QStringLiteral("old-primary"));
    made.situation.facts.remove(QStringLiteral("old-layout"));
    made.situation.arguments.insert(QStringLiteral("to"), QStringLiteral("n2"));
    made.fact(QStringLiteral("layout"), layoutFact(QStringLiteral("n1")));
    const QVariantMap server{{QStringLiteral("superuser"), true},
                             {QStringLiteral("hints"), true},
                             {QStringLiteral("archiveMode"), QStringLiteral("off")},
                             {QStringLiteral("archiving"), QStringLiteral("archive_mode = off")},
                             {QStringLiteral("settings"), settingsOf(100)}};
    made.fact(QStringLiteral("candidate"), server);
    made.fact(QStringLiteral("primary"), server);
    made.fact(QStringLiteral("primary"),
              {{QStringLiteral("candidateState"), QStringLiteral("streaming")},
               {QStringLiteral("lagBytes"), 4096},
               {QStringLiteral("physicalSlots"),
                QStringList{QStringLiteral("slot_n2"), QStringLiteral("slot_n3"), QStringLiteral("somebody_elses")}}});
    made.fact(QStringLiteral("control-file"), {{QStringLiteral("inProduction"), true}});
    made.fact(QStringLiteral("way-back"), {{QStringLiteral("identified"), QStringLiteral("4711")}});
    made.fact(QStringLiteral("service"), {});
    made.fact(QStringLiteral("pace"), {{QStringLiteral("host"), QStringLiteral("db1")}, {QStringLiteral("ms"), 20}});
    made.fact(QStringLiteral("libraries"), {{QStringLiteral("missing"), QStringList()}});
    made.fact(QStringLiteral("poolers-found"), {});
    made.fact(QStringLiteral("poolers"), {{QStringLiteral("list"), QVariantList()}});
    made.fact(QStringLiteral("space"), {{QStringLiteral("freeBytes"), qint64(100) << 30}});
    return made;
}

void changeStandby(MadeSituation &made, const QString &node, const QVariantMap &values)
{
    QVariantMap one = made.situation.facts[QStringLiteral("standbys")].values.value(node).toMap();
    one.insert(values);
    made.fact(QStringLiteral("standbys"), {{node, one}});
}
} // namespace

class TestSwitchoverDecision : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHealthyClusterIsReady()
    {
        const Preparation preparation = readyToSwitchOver().decided(switchoverId);
        QVERIFY2(preparation.readiness == Readiness::Ready, qPrintable(preparation.sentence));
        QStringList steps;
        for (const PlannedStep &step : preparation.plan.steps) {
            steps << step.id;
            QCOMPARE(step.pointOfNoReturn, step.id == QLatin1String("promote"));
        }
        QCOMPARE(steps.join(QLatin1Char(' ')),
                 QStringLiteral("slots checkpoint catch-up stop promote serve follow settle"));
        QCOMPARE(preparation.plan.confirmWord, QStringLiteral("n2"));
    }

    void everyCheckSaysWhatItSawAndWhyItMatters()
    {
        const Preparation preparation = readyToSwitchOver().decided(switchoverId);
        for (const CheckResult &check : preparation.checks) {
            QVERIFY2(!check.judgement.observed.isEmpty(), qPrintable(check.id));
            QVERIFY2(!check.why.isEmpty(), qPrintable(check.id));
        }
    }

    void onePrimaryIsNeeded()
    {
        MadeSituation none = readyToSwitchOver();
        kill(none.snapshot.nodes[0]);
        QCOMPARE(MadeSituation::verdict(none.decided(switchoverId), QStringLiteral("one-primary")),
                 QStringLiteral("blocked"));
        MadeSituation two = readyToSwitchOver();
        two.snapshot.nodes << madeNode(QStringLiteral("n4"), NodeRole::Primary, 5437);
        QCOMPARE(MadeSituation::verdict(two.decided(switchoverId), QStringLiteral("one-primary")),
                 QStringLiteral("blocked"));
    }

    void whatIsSeenIsJudged_data()
    {
        QTest::addColumn<QString>("probe"); // "standbys": of n2
        QTest::addColumn<QVariantMap>("seen");
        QTest::addColumn<QString>("check");
        QTest::addColumn<QString>("verdict");
        const auto row = [](const char *title, const char *probe, const char *key, const QVariant &value,
                            const char *check, const char *verdict) {
            QTest::newRow(title) << QString::fromLatin1(probe) << QVariantMap{{QString::fromLatin1(key), value}}
                                 << QString::fromLatin1(check) << QString::fromLatin1(verdict);
        };
        constexpr qint64 mebibyte = 1024 * 1024;
        const QString some = QStringLiteral("something");
        row("no superuser here", "primary", "superuser", false, "rights", "blocked");
        row("no superuser there", "candidate", "superuser", false, "rights", "blocked");
        row("a lagging receiver", "primary", "laggingSenders", some, "other-receivers", "blocked");
        row("another receiver", "primary", "otherReceivers", some, "other-receivers", "warning");
        row("an hour's work", "primary", "oldestTransactionSeconds", 3600, "long-transactions", "blocked");
        row("some minutes' work", "primary", "oldestTransactionSeconds", 3599, "long-transactions", "ok");
        row("a prepared transaction", "primary", "prepared", 1, "prepared-transactions", "warning");
        row("a base backup", "primary", "backups", 1, "running-backup", "blocked");
        row("logical slots", "primary", "logicalSlots", some, "logical-slots", "warning");
        row("errors in its files", "primary", "fileErrors", some, "primary-files", "blocked");
        row("errors in the candidate's", "candidate", "fileErrors", some, "candidate-files", "warning");
        row("no hints", "primary", "hints", false, "rewind", "warning");
        row("not streaming at all", "primary", "candidateState", QString(), "stream", "blocked");
        row("catching up", "primary", "candidateState", QStringLiteral("catchup"), "stream", "blocked");
        row("a little behind", "primary", "lagBytes", 16 * mebibyte, "lag", "ok");
        row("behind", "primary", "lagBytes", 16 * mebibyte + 1, "lag", "warning");
        row("far behind", "primary", "lagBytes", 1024 * mebibyte + 1, "lag", "blocked");
        row("behind by who knows", "primary", "lagBytes", QVariant(), "lag", "blocked");
        row("paused", "standbys", "paused", true, "replay", "blocked");
        row("delayed", "standbys", "delayMs", 1000, "replay", "blocked");
        row("promoted meanwhile", "standbys", "inRecovery", false, "replay", "blocked");
        row("a password", "standbys", "hasPassword", true, "connection-settings", "blocked");
        row("waits for the old primary", "standbys", "synchronousNames", QStringLiteral("n1"), "synchronous", "ok");
        row("waits for itself", "standbys", "synchronousNames", QStringLiteral("n2"), "synchronous", "blocked");
        row("waits for one too many", "standbys", "synchronousNames", QStringLiteral("ANY 3 (*)"), "synchronous",
            "blocked");
        row("no slot left", "standbys", "slotCount", 9, "capacity", "blocked");
        row("slots just enough", "standbys", "slotCount", 8, "capacity", "ok");
        row("too few senders", "candidate", "settings", settingsOf(100, 1), "capacity", "blocked");
        row("a long query", "candidate", "oldestQuerySeconds", 30, "queries", "warning");
        row("a short query", "candidate", "oldestQuerySeconds", 29, "queries", "ok");
        row("read-only", "candidate", "readOnly", true, "read-only", "blocked");
        row("lower limits", "candidate", "settings", settingsOf(99), "floor", "blocked");
        row("higher limits", "candidate", "settings", settingsOf(101), "floor", "blocked");
        row("restart pending there", "candidate", "pendingRestart", some, "pending-restart", "warning");
        row("restart pending here", "primary", "pendingRestart", some, "pending-restart", "warning");
        row("archives otherwise", "candidate", "archiving", some, "archiving", "warning");
        row("other libraries", "candidate", "libraries", some, "preloaded", "warning");
        row("extensions not there", "libraries", "missing", QStringList{some}, "extensions", "blocked");
        row("other collations there", "candidate", "collations", some, "collations", "warning");
        row("other collations here", "primary", "collations", some, "collations", "warning");
        row("other login rules", "candidate", "rules", some, "rules", "warning");
        row("a slot in use", "standbys", "slotsInUse", QStringList{QStringLiteral("slot_n3")}, "slot-names", "blocked");
        row("the old primary's slot in use", "standbys", "slotsInUse", QStringList{QStringLiteral("howdah_n1")},
            "slot-names", "blocked");
        row("another slot in use", "standbys", "slotsInUse", QStringList{some}, "slot-names", "ok");
        row("a slow login shell", "pace", "ms", 1100, "pace", "ok");
        row("a manager", "managers", "found", QStringList{some}, "other-manager", "blocked");
        row("perhaps a manager", "managers", "suspected", QStringList{some}, "other-manager", "warning");
        row("a container that restarts", "service", "policy", QStringLiteral("always"), "restarts-itself", "warning");
        row("a container that does not", "service", "policy", QStringLiteral("on-failure"), "restarts-itself", "ok");
        row("another system", "way-back", "identified", QStringLiteral("4712"), "way-back", "blocked");
        row("another directory", "control-file", "inProduction", false, "control-file", "blocked");
        row("a full disk", "space", "freeBytes", 63 * mebibyte, "space", "blocked");
        row("little space", "space", "freeBytes", 1023 * mebibyte, "space", "warning");
    }

    void whatIsSeenIsJudged()
    {
        QFETCH(QString, probe);
        QFETCH(QVariantMap, seen);
        QFETCH(QString, check);
        QFETCH(QString, verdict);
        MadeSituation made = readyToSwitchOver();
        if (probe == QLatin1String("standbys"))
            changeStandby(made, QStringLiteral("n2"), seen);
        else
            made.fact(probe, seen);
        QCOMPARE(MadeSituation::verdict(made.decided(switchoverId), check), verdict);
    }

    void aUnitThatRestartsIsSaid_data()
    {
        QTest::addColumn<QString>("restart");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("no") << QStringLiteral("no") << QStringLiteral("ok");
        QTest::newRow("on failure") << QStringLiteral("on-failure") << QStringLiteral("ok");
        QTest::newRow("always") << QStringLiteral("always") << QStringLiteral("blocked");
        QTest::newRow("on success") << QStringLiteral("on-success") << QStringLiteral("blocked");
    }

    void aUnitThatRestartsIsSaid()
    {
        QFETCH(QString, restart);
        QFETCH(QString, verdict);
        MadeSituation made = readyToSwitchOver();
        made.fact(QStringLiteral("service"), {{QStringLiteral("unit"), QStringLiteral("postgresql.service")},
                                              {QStringLiteral("restart"), restart}});
        QCOMPARE(MadeSituation::verdict(made.decided(switchoverId), QStringLiteral("restarts-itself")), verdict);
    }

    void twoThatWantOneSlotBlock()
    {
        MadeSituation made = readyToSwitchOver();
        changeStandby(made, QStringLiteral("n3"), {{QStringLiteral("slotName"), QStringLiteral("howdah_n1")}});
        QCOMPARE(MadeSituation::verdict(made.decided(switchoverId), QStringLiteral("slot-names")),
                 QStringLiteral("blocked"));
    }

    void theArchiverIsJudged_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<bool>("fails");
        QTest::addColumn<int>("waiting");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("off") << QStringLiteral("off") << true << 99 << QStringLiteral("ok");
        QTest::newRow("on") << QStringLiteral("on") << false << 0 << QStringLiteral("ok");
        QTest::newRow("behind") << QStringLiteral("on") << false << 17 << QStringLiteral("warning");
        QTest::newRow("failing") << QStringLiteral("always") << true << 0 << QStringLiteral("blocked");
    }

    void theArchiverIsJudged()
    {
        QFETCH(QString, mode);
        QFETCH(bool, fails);
        QFETCH(int, waiting);
        QFETCH(QString, verdict);
        MadeSituation made = readyToSwitchOver();
        made.fact(QStringLiteral("primary"), {{QStringLiteral("archiveMode"), mode},
                                              {QStringLiteral("archiveFails"), fails},
                                              {QStringLiteral("archiveBacklog"), waiting}});
        QCOMPARE(MadeSituation::verdict(made.decided(switchoverId), QStringLiteral("archiver")), verdict);
    }

    void aWayBackThatIsRefusedBlocks()
    {
        MadeSituation made = readyToSwitchOver();
        made.fails(QStringLiteral("way-back"), {.code = ErrorCode::Authentication, .message = noAccess});
        QCOMPARE(MadeSituation::verdict(made.decided(switchoverId), QStringLiteral("way-back")),
                 QStringLiteral("blocked"));
    }

    void aHostThatIsNotKnownBlocks()
    {
        MadeSituation made = readyToSwitchOver();
        made.fails(QStringLiteral("layout"), {.code = ErrorCode::Unsupported, .message = noAccess});
        QCOMPARE(MadeSituation::verdict(made.decided(switchoverId), QStringLiteral("host-access")),
                 QStringLiteral("blocked"));
    }

    void theOldPrimaryConnectsAsTheCandidateDid()
    {
        const Preparation preparation = readyToSwitchOver().decided(switchoverId);
        const library::SwitchoverParts parts = library::SwitchoverParts::of(preparation.situation);
        QCOMPARE(parts.followers.size(), 2);
        const Result<ConnInfo> info = ConnInfo::parse(parts.followers.first().primaryConnInfo);
        QVERIFY(info);
        QCOMPARE(info->port(), QStringLiteral("5434"));
        QCOMPARE(info->user(), QStringLiteral("repl"));
        QCOMPARE(info->value(QStringLiteral("application_name")), QStringLiteral("n1"));
        QVERIFY(parts.standbySettings(QStringLiteral("x")).contains("primary_slot_name = 'howdah_n1'"));
    }

    void noSlotIsDroppedUnasked()
    {
        MadeSituation made = readyToSwitchOver();
        made.situation.arguments.insert(QStringLiteral("drop-former-slots"), QStringLiteral("false"));
        QCOMPARE(library::SwitchoverParts::of(made.decided(switchoverId).situation).formerSlots, QStringList());
    }

    void onlySlotsOfThoseThatMoveAreDropped()
    {
        const Preparation preparation = readyToSwitchOver().decided(switchoverId);
        QCOMPARE(library::SwitchoverParts::of(preparation.situation).formerSlots,
                 (QStringList{QStringLiteral("slot_n2"), QStringLiteral("slot_n3")}));
    }

    void theSuggestedOneReplaysAndHasReceivedMost()
    {
        MadeSituation made = readyToSwitchOver();
        made.situation.arguments.clear();
        const auto received = [&](int node, quint64 position, ReplayPause pause) {
            auto sample = std::make_shared<NodeSample>(*made.snapshot.nodes[node].sample);
            sample->received = Lsn(position);
            sample->replayPause = pause;
            made.snapshot.nodes[node].sample = sample;
        };
        received(1, 0x100, ReplayPause::NotPaused);
        received(2, 0x200, ReplayPause::NotPaused);
        QCOMPARE(made.decided(switchoverId).situation.argument(QStringLiteral("to")), QStringLiteral("n3"));
        made.situation.arguments.clear();
        received(2, 0x200, ReplayPause::Paused);
        QCOMPARE(made.decided(switchoverId).situation.argument(QStringLiteral("to")), QStringLiteral("n2"));
    }

    void thePlanIsWrittenAndReadAgain()
    {
        const Plan plan = readyToSwitchOver().decided(switchoverId).plan;
        const Result<Plan> read = planFromJson(toJson(plan));
        QVERIFY(read);
        QVERIFY(samePlan(plan, *read));
    }
};

QTEST_GUILESS_MAIN(TestSwitchoverDecision)
#include "test_switchover_decision.moc"
