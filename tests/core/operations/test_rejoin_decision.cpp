#include "core/operations/library/rejoin_parts.h"
#include "core/operations/script.h"
#include "tests/core/operations/situations.h"

#include <QJsonDocument>
#include <QTest>

using namespace howdah;
using namespace howdah::test;
using namespace howdah::library;

namespace {
const QString rejoinId = QStringLiteral("rejoin");

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

QByteArray controlOutput(const QByteArray &state = "in production", bool hints = true)
{
    return "Database system identifier:           4711\n"
           "Database cluster state:               " +
           state +
           "\n"
           "Latest checkpoint location:           0/2000060\n"
           "Latest checkpoint's REDO location:    0/2000028\n"
           "Latest checkpoint's TimeLineID:       1\n"
           "Minimum recovery ending location:     0/0\n"
           "Min recovery ending loc's timeline:   0\n"
           "wal_log_hints setting:                " +
           QByteArray(hints ? "on" : "off") +
           "\n"
           "max_connections setting:              100\n"
           "Bytes per WAL segment:                16777216\n"
           "Data page checksum version:           0\n";
}

/// n1 was killed and went on alone; n2 is the primary on timeline 2; everything else is in order.
MadeSituation readyToRejoin()
{
    MadeSituation made;
    kill(made.snapshot.nodes[0]);
    made.snapshot.nodes[1] = madeNode(key("n2"), NodeRole::Primary, 5434);
    made.snapshot.nodes[2] = madeNode(key("n3"), NodeRole::Standby, 5435, key("n2"));
    made.snapshot.nodes[1].timeline = made.snapshot.nodes[2].timeline = 2;
    made.situation.arguments.insert(key("node"), key("n1"));
    made.fact(key("layout"), layoutFact(key("n1"), false));
    made.fact(key("primary"), {{key("user"), key("postgres")},
                               {key("host"), key("127.0.0.1")},
                               {key("port"), key("5434")},
                               {key("timeline"), key("2")},
                               {key("head"), key("0/4000000")},
                               {key("slots"), QStringList()},
                               {key("slotCount"), key("1")},
                               {key("maxSlots"), key("10")},
                               {key("slotActive"), false},
                               {key("oldestSegment"), key("000000010000000000000001")},
                               {key("fullPageWrites"), true},
                               {key("bytes"), key("1000000000")}});
    made.fact(key("source"), {{key("tablespaces"), QVariantList()}});
    made.fact(key("tablespaces"), {});
    made.fact(key("login"), {{key("identified"), key("4711")},
                             {key("conninfo"), key("host=127.0.0.1 port=5434 user=repl application_name=n1")},
                             {key("history"), key("1\t0/3000148\tno recovery target specified\n")}});
    made.fact(key("control"),
              {{key("output"), controlOutput()},
               {key("systemIdentifier"), key("4711")},
               {key("state"), key("in production")},
               {key("timeline"), 1},
               {key("history"), QByteArray()},
               {key("entries"), QStringList{key("PG_VERSION"), key("base"), key("pg_hba.conf"), key("pg_wal"),
                                            key("postgresql.conf"), key("postmaster.opts")}},
               {key("wal"), QStringList{key("000000010000000000000002")}},
               {key("major"), key("15")},
               {key("restores"), false},
               {key("hasRewind"), true},
               {key("hasWaldump"), true},
               {key("hasPsql"), true},
               {key("hasBaseBackup"), true}});
    made.fact(key("past"), {{key("known"), true},
                            {key("diverged"), true},
                            {key("ownTimeline"), 1},
                            {key("commonTimeline"), 1},
                            {key("fork"), key("0/3000148")},
                            {key("listed"), true},
                            {key("redo"), key("0/2000028")},
                            {key("firstSegment"), key("000000010000000000000002")},
                            {key("lost"), QVariantMap{{key("transactions"), 2},
                                                      {key("inserted"), 3},
                                                      {key("bytes"), 4000},
                                                      {key("text"), key("Transaction 727")},
                                                      {key("relations"), QStringList{key("app.public.t")}}}}});
    made.fact(key("rewind-login"), {{key("conninfo"), key("host=127.0.0.1 port=5434 user=postgres dbname=postgres")}});
    made.fact(key("space"), {{key("dataFreeBytes"), qint64(10000000000)},
                             {key("keptBytes"), qint64(40000)},
                             {key("saveFreeBytes"), qint64(10000000000)},
                             {key("besideWritable"), true},
                             {key("saveWritable"), true},
                             {key("saveThere"), false}});
    made.fact(key("managers"), {{key("found"), QStringList()}});
    made.fact(key("service"), {});
    return made;
}

/// As the probe sees one of the primary; `own`: where the node's link to it leads.
QVariantMap tablespace(const char *own)
{
    const QVariantMap fast{{key("name"), key("fast")}, {key("location"), key("/fast/n2")}, {key("own"), key(own)}};
    return {{key("tablespaces"), QVariantList{fast}}};
}

void notDiverged(MadeSituation &made)
{
    made.fact(key("past"), {{key("diverged"), false}, {key("listed"), true}});
}

QString stepsOf(const Preparation &preparation)
{
    QStringList steps;
    for (const PlannedStep &step : preparation.plan.steps)
        steps << step.id;
    return steps.join(QLatin1Char(' '));
}

PlannedStep stepOf(const Preparation &preparation, const QString &id)
{
    for (const PlannedStep &step : preparation.plan.steps)
        if (step.id == id)
            return step;
    return {};
}

QString observedOf(const Preparation &preparation, const QString &id)
{
    for (const CheckResult &check : preparation.checks)
        if (check.id == id)
            return check.judgement.observed;
    return {};
}
} // namespace

class TestRejoinDecision : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theStepsOfEachWay_data()
    {
        QTest::addColumn<QString>("way");
        QTest::addColumn<bool>("diverged");
        QTest::addColumn<QString>("steps");
        QTest::newRow("auto, diverged") << key("auto") << true
                                        << key("stop bar slot save keep recover rewind configure start follow tidy");
        QTest::newRow("auto, not diverged")
            << key("auto") << false << key("stop bar slot keep configure start follow tidy");
        QTest::newRow("clone, diverged")
            << key("clone") << true << key("stop bar slot save keep recover copy configure place start follow tidy");
        QTest::newRow("clone, not diverged")
            << key("clone") << false << key("stop bar slot keep copy configure place start follow tidy");
    }

    void theStepsOfEachWay()
    {
        QFETCH(QString, way);
        QFETCH(bool, diverged);
        QFETCH(QString, steps);
        MadeSituation made = readyToRejoin();
        if (!diverged)
            notDiverged(made);
        made.situation.arguments.insert(key("way"), way);
        const Preparation preparation = made.decided(rejoinId);
        QVERIFY2(preparation.readiness != Readiness::NotReady, qPrintable(preparation.sentence));
        QCOMPARE(stepsOf(preparation), steps);
        QCOMPARE(preparation.plan.confirmWord, key("n1"));
        for (const PlannedStep &step : preparation.plan.steps)
            QCOMPARE(step.pointOfNoReturn, step.id == QLatin1String("rewind"));
    }

    /// What is kept goes to another volume, and a copy lies where it will be.
    void whereTheDirectoryIsItsContainersVolume_data()
    {
        QTest::addColumn<QString>("way");
        QTest::addColumn<bool>("diverged");
        QTest::addColumn<QString>("steps");
        QTest::addColumn<QString>("last"); // action
        QTest::newRow("rewind") << key("auto") << true
                                << key("volume stop bar slot save keep recover rewind configure start follow tidy")
                                << key("Remove the volume box-n1-beside-");
        QTest::newRow("follow") << key("auto") << false << key("volume stop bar slot keep configure start follow tidy")
                                << key("Remove the volume box-n1-beside-");
        QTest::newRow("clone") << key("clone") << false
                               << key("volume stop bar slot keep copy configure place start follow carry tidy")
                               << key("Remove the working directory /srv/pg/n1/.howdah-rejoin-");
    }

    void whereTheDirectoryIsItsContainersVolume()
    {
        QFETCH(QString, way);
        QFETCH(bool, diverged);
        QFETCH(QString, steps);
        QFETCH(QString, last);
        MadeSituation made = readyToRejoin();
        if (!diverged)
            notDiverged(made);
        made.fact(key("layout"), {{key("hostId"), key("container:box-n1")},
                                  {key("containerEngine"), key("podman")},
                                  {key("container"), key("box-n1")},
                                  {key("isVolume"), true}});
        made.situation.arguments.insert(key("way"), way);
        const Preparation preparation = made.decided(rejoinId);
        QVERIFY2(preparation.readiness != Readiness::NotReady, qPrintable(preparation.sentence));
        QCOMPARE(stepsOf(preparation), steps);
        QVERIFY(preparation.plan.arguments.value(key("save-to")).startsWith(QLatin1String("/howdah-beside/")));
        const QString volume = key("box-n1-beside-") + made.situation.operationId;
        QVERIFY(preparation.plan.consequences.join(QLatin1Char(' ')).contains(volume));
        const PlannedStep keep = stepOf(preparation, key("keep"));
        const auto &working = std::get<MakeMarkedDirectory>(keep.actions.first().what);
        QCOMPARE(working.hostId, key("container:podman:box-n1+") + volume);
        QVERIFY2(stepOf(preparation, key("tidy")).actions.last().text.startsWith(last),
                 qPrintable(stepOf(preparation, key("tidy")).actions.last().text));

        made.fact(key("space"), {{key("oldBytes"), qint64(20000000000)}}); // both lie there for a while
        const Preparation tight = made.decided(rejoinId);
        QCOMPARE(tight.readiness == Readiness::NotReady, way == QLatin1String("clone"));
    }

    void theFirstWayThatIsOpenIsTaken_data()
    {
        QTest::addColumn<QString>("probe");
        QTest::addColumn<QVariantMap>("seen");
        QTest::addColumn<QString>("begins");
        QTest::addColumn<QString>("names");
        const auto row = [](const char *title, const char *probe, const QVariantMap &seen, const char *begins,
                            const char *names) {
            QTest::newRow(title) << key(probe) << seen << key(begins) << key(names);
        };
        row("in order", "past", {}, "Rewind: to 0/3000148", "Not follow: n1 went on");
        row("nothing of its own", "past", {{key("diverged"), false}}, "Follow", "");
        row("no hints", "control", {{key("output"), controlOutput("in production", false)}}, "Clone", "wal_log_hints");
        row("no pg_rewind", "control", {{key("hasRewind"), false}}, "Clone", "pg_rewind is not in");
        row("no psql", "control", {{key("hasPsql"), false}}, "Clone", "psql is not in");
        row("a tablespace that it lacks", "source", tablespace(""), "No way is open", "no tablespace fast yet");
        row("WAL before the fork gone", "past", {{key("redo"), QString()}}, "Clone", "last checkpoint before");
        row("WAL gone on the primary", "primary", {{key("oldestSegment"), key("000000020000000000000003")}}, "Clone",
            "n2 no longer has the WAL");
        row("what it has cannot be read", "past",
            {{key("listed"), false}, {key("listError"), key("what only it has cannot be read")}}, "Clone",
            "cannot be read");
        row("no full pages", "primary", {{key("fullPageWrites"), false}}, "Clone", "full_page_writes");
        row("a timeline of the same number", "past", {{key("ownTimeline"), 2}}, "Clone", "takes for the same");
        row("fork not known", "past", {{key("known"), false}, {key("why"), key("no record")}}, "Clone", "no record");
    }

    void theFirstWayThatIsOpenIsTaken()
    {
        QFETCH(QString, probe);
        QFETCH(QVariantMap, seen);
        QFETCH(QString, begins);
        QFETCH(QString, names);
        MadeSituation made = readyToRejoin();
        made.fact(probe, seen);
        const Preparation preparation = made.decided(rejoinId);
        const QString observed = observedOf(preparation, key("way"));
        const bool isOpen = !begins.startsWith(QLatin1String("No way"));
        QCOMPARE(MadeSituation::verdict(preparation, key("way")), isOpen ? key("ok") : key("blocked"));
        QVERIFY2(observed.startsWith(begins) && observed.contains(names), qPrintable(observed));
    }

    void whatIsInTheWayBlocks_data()
    {
        QTest::addColumn<QString>("probe");
        QTest::addColumn<QVariantMap>("seen");
        QTest::addColumn<QString>("way");
        QTest::addColumn<QString>("check");
        const auto row = [](const char *title, const char *probe, const QVariantMap &seen, const char *way,
                            const char *check) {
            QTest::newRow(title) << key(probe) << seen << key(way) << key(check);
        };
        row("another system", "control", {{key("systemIdentifier"), key("4712")}}, "auto", "system");
        row("another version", "control", {{key("major"), key("14")}}, "auto", "version");
        row("the login leads elsewhere", "login", {{key("identified"), key("4712")}}, "auto", "login");
        row("slot in use", "primary", {{key("slotActive"), true}, {key("slots"), QStringList{key("howdah_n1")}}},
            "auto", "slot");
        row("no slot left", "primary", {{key("slotCount"), key("10")}}, "auto", "slot");
        row("follow, but it went on", "past", {}, "follow", "way");
        row("rewind, but nothing to", "past", {{key("diverged"), false}}, "rewind", "way");
        row("rewind without hints", "control", {{key("output"), controlOutput("shut down", false)}}, "rewind", "way");
        row("clone without space", "space", {{key("dataFreeBytes"), qint64(1000)}}, "clone", "way");
        row("clone with a tablespace whose new place cannot be", "source", tablespace("/fast/n1"), "clone", "way");
        row("no room for what is kept", "space", {{key("keptBytes"), qint64(20000000000)}}, "auto", "places");
        row("clone without pg_basebackup", "control", {{key("hasBaseBackup"), false}}, "clone", "way");
        row("not writable beside", "space", {{key("besideWritable"), false}}, "auto", "places");
        row("saved there already", "space", {{key("saveThere"), true}}, "auto", "places");
        row("may not save there", "space", {{key("saveWritable"), false}}, "auto", "places");
        row("no room to save", "space", {{key("saveFreeBytes"), qint64(1000)}}, "auto", "places");
        row("another manager", "managers", {{key("found"), QStringList{key("patroni on n2")}}}, "auto",
            "other-manager");
    }

    void whatIsInTheWayBlocks()
    {
        QFETCH(QString, probe);
        QFETCH(QVariantMap, seen);
        QFETCH(QString, way);
        QFETCH(QString, check);
        MadeSituation made = readyToRejoin();
        made.fact(probe, seen);
        made.situation.arguments.insert(key("way"), way);
        const Preparation preparation = made.decided(rejoinId);
        QCOMPARE(MadeSituation::verdict(preparation, check), key("blocked"));
        QCOMPARE(preparation.readiness, Readiness::NotReady);
    }

    void aCopysTablespacesHavePlacesOfTheirOwn_data()
    {
        QTest::addColumn<QString>("own");
        QTest::addColumn<QString>("place");
        QTest::newRow("beside the node's own") << key("/fast/n1") << key("/fast/n1.rejoin-");
        QTest::newRow("beside one that a clone made") << key("/fast/n1/data") << key("/fast/n1.rejoin-");
        QTest::newRow("beside its data directory, when it has none") << QString() << key("/srv/pg/n1-fast.rejoin-");
    }

    void aCopysTablespacesHavePlacesOfTheirOwn()
    {
        QFETCH(QString, own);
        QFETCH(QString, place);
        MadeSituation made = readyToRejoin();
        made.situation.arguments.insert(key("way"), key("clone"));
        made.fact(key("source"), tablespace(qUtf8Printable(own)));
        place += QLatin1String("20261120-000000-abcdef");
        made.fact(key("tablespaces"), {{place, QVariantMap{{key("kind"), key("absent")},
                                                           {key("parentThere"), true},
                                                           {key("parentWritable"), true}}}});
        const Preparation preparation = made.decided(rejoinId);
        QVERIFY2(preparation.readiness != Readiness::NotReady, qPrintable(preparation.sentence));
        const PlannedStep copy = stepOf(preparation, key("copy"));
        QStringList words;
        for (const Action &action : copy.actions)
            if (const auto *command = std::get_if<RunCommand>(&action.what))
                words << command->command.argv;
        QVERIFY2(words.contains(QStringLiteral("--tablespace-mapping=/fast/n2=%1/data").arg(place)),
                 qPrintable(words.join(QLatin1Char(' '))));
        QVERIFY2(!copy.undo.isEmpty(), "their directories go with the copy");
    }

    void whatIsGoneIsFetchedFromTheArchive()
    {
        MadeSituation made = readyToRejoin();
        made.fact(key("past"), {{key("redo"), QString()}});
        made.fact(key("control"), {{key("restores"), true}});
        const Preparation preparation = made.decided(rejoinId);
        QVERIFY2(observedOf(preparation, key("way")).startsWith(QLatin1String("Rewind")),
                 qPrintable(observedOf(preparation, key("way"))));
        const QByteArray plan = QJsonDocument(toJson(preparation.plan)).toJson();
        QVERIFY(plan.contains("--restore-target-wal"));
        const Preparation without = readyToRejoin().decided(rejoinId);
        QVERIFY(!QJsonDocument(toJson(without.plan)).toJson().contains("--restore-target-wal"));
    }

    /// The new primary's timeline may be known to the node, and cannot be reached from where it is.
    void itsOwnWalIsAppliedOnItsOwnTimeline()
    {
        MadeSituation made = readyToRejoin();
        made.fact(key("past"), {{key("ownTimeline"), 3}});
        QString words;
        for (const Action &action : stepOf(made.decided(rejoinId), key("recover")).actions)
            if (const auto *command = std::get_if<RunCommand>(&action.what))
                words += command->command.argv.join(QLatin1Char(' '));
        QVERIFY2(words.contains(QLatin1String("recovery_target_timeline=3")), qPrintable(words));
    }

    /// A fast stop ends with a checkpoint, which takes away WAL that is no longer needed there, but is to be saved.
    void theStopTakesNoWalAway_data()
    {
        QTest::addColumn<NodeRole>("role");
        QTest::addColumn<bool>("diverged");
        QTest::addColumn<QString>("done");
        QTest::newRow("a second primary holds it by a slot")
            << NodeRole::Primary << true
            << key("Let n1 keep its WAL|Ask the server|Stop the server in /srv/pg/n1 at once");
        QTest::newRow("a standby makes no checkpoint")
            << NodeRole::Standby << true << key("Stop the server in /srv/pg/n1 at once");
        QTest::newRow("nothing is to be saved") << NodeRole::Standby << false << key("Ask the server|Stop the server");
    }

    void theStopTakesNoWalAway()
    {
        QFETCH(NodeRole, role);
        QFETCH(bool, diverged);
        QFETCH(QString, done);
        MadeSituation made = readyToRejoin();
        made.snapshot.nodes[0] = madeNode(key("n1"), role, 5433);
        made.fact(key("layout"), layoutFact(key("n1"), true));
        if (!diverged)
            notDiverged(made);
        const Preparation preparation = made.decided(rejoinId);
        const QStringList expected = done.split(QLatin1Char('|'));
        const QList<Action> actions = stepOf(preparation, key("stop")).actions;
        QCOMPARE(actions.size(), expected.size());
        for (qsizetype i = 0; i < expected.size(); ++i)
            QVERIFY2(actions.at(i).text.startsWith(expected.at(i)), qPrintable(actions.at(i).text));
        // What holds it is gone again once it is saved, and after an undo.
        const auto removes = [](const QList<Action> &some) {
            return std::any_of(some.begin(), some.end(), [](const Action &action) {
                return action.text.startsWith(QLatin1String("Remove the slot"));
            });
        };
        const bool held = diverged && role == NodeRole::Primary;
        QCOMPARE(removes(stepOf(preparation, key("save")).actions), held);
        QCOMPARE(removes(stepOf(preparation, key("stop")).undo), held);
    }

    /// Even when no rows are wanted: what is stopped before it has applied its WAL looks as if there were no fork.
    void beforeARewindAllItsWalIsApplied_data()
    {
        QTest::addColumn<QString>("rows");
        QTest::newRow("with rows") << key("true");
        QTest::newRow("without") << key("false");
    }

    void beforeARewindAllItsWalIsApplied()
    {
        QFETCH(QString, rows);
        MadeSituation made = readyToRejoin();
        made.situation.arguments.insert(key("rows"), rows);
        const QList<Action> actions = stepOf(made.decided(rejoinId), key("recover")).actions;
        QVERIFY(std::any_of(actions.begin(), actions.end(),
                            [](const Action &action) { return std::holds_alternative<WaitFor>(action.what); }));
    }

    void aStretchOfWalHasNoHole_data()
    {
        QTest::addColumn<QStringList>("wal");
        QTest::addColumn<QString>("missing");
        const auto names = [](const char *text) { return key(text).split(QLatin1Char(' ')); };
        QTest::newRow("whole, over two timelines")
            << names("000000010000000000000003 000000010000000000000004 000000020000000000000005") << QString();
        QTest::newRow("a hole") << names("000000010000000000000003 000000020000000000000005")
                                << key("000000020000000000000004");
        QTest::newRow("another's timeline in the middle")
            << names("000000010000000000000003 000000030000000000000004 000000020000000000000005")
            << key("000000020000000000000004");
        QTest::newRow("no end") << names("000000010000000000000003 000000010000000000000004")
                                << key("000000020000000000000005");
    }

    void aStretchOfWalHasNoHole()
    {
        QFETCH(QStringList, wal);
        QFETCH(QString, missing);
        const QList<TimelineEntry> own{{1, Lsn(0x4000100)}, {2, std::nullopt}};
        QCOMPARE(firstMissingSegment(wal, own, Lsn(0x3000148), Lsn(0x5000060), 16 * 1024 * 1024), missing);
    }

    void itIsOfferedWhereANodeNeedsIt_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<bool>("offered");
        QTest::newRow("all stream") << 0 << false;
        QTest::newRow("one is off") << 1 << true;
        QTest::newRow("one does not stream") << 2 << true;
        QTest::newRow("a second primary") << 3 << true;
        QTest::newRow("no primary") << 4 << false;
    }

    void itIsOfferedWhereANodeNeedsIt()
    {
        QFETCH(int, state);
        QFETCH(bool, offered);
        MadeSituation made;
        for (int i : {1, 2}) {
            auto sample = std::make_shared<NodeSample>(*made.snapshot.nodes[i].sample);
            if (i == 1 || state != 2)
                sample->receiver = WalReceiverSample{.status = key("streaming")};
            made.snapshot.nodes[i].sample = sample;
        }
        if (state == 1)
            kill(made.snapshot.nodes[2]);
        if (state == 3)
            made.snapshot.nodes[2] = madeNode(key("n3"), NodeRole::Primary, 5435);
        if (state == 4)
            kill(made.snapshot.nodes[0]);
        const QString why = findOperation(rejoinId)->impossible(made.snapshot);
        QVERIFY2(why.isEmpty() == offered, qPrintable(why));
    }

    void whatCannotBeLookedAtBlocks_data()
    {
        QTest::addColumn<QString>("probe");
        QTest::addColumn<QString>("check");
        QTest::newRow("no data directory") << key("layout") << key("host-access");
        QTest::newRow("no control file") << key("control") << key("system");
        QTest::newRow("no login") << key("login") << key("login");
        QTest::newRow("primary not asked") << key("primary") << key("slot");
        QTest::newRow("past not seen") << key("past") << key("way");
    }

    void whatCannotBeLookedAtBlocks()
    {
        QFETCH(QString, probe);
        QFETCH(QString, check);
        MadeSituation made = readyToRejoin();
        made.situation.arguments.insert(key("save-to"), key("/srv/pg/saved"));
        made.fails(probe, {.code = ErrorCode::NotFound, .message = key("It is not there.")});
        QCOMPARE(MadeSituation::verdict(made.decided(rejoinId), check), key("blocked"));
    }

    void theNodeIsJudged_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("check");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("off") << 0 << key("node") << key("ok");
        QTest::newRow("a second primary") << 1 << key("node") << key("warning");
        QTest::newRow("a standby that streams") << 2 << key("node") << key("blocked");
        QTest::newRow("a standby that does not") << 3 << key("node") << key("warning");
        QTest::newRow("no primary beside it") << 4 << key("one-primary") << key("blocked");
        QTest::newRow("two primaries beside it") << 5 << key("one-primary") << key("blocked");
    }

    void theNodeIsJudged()
    {
        QFETCH(int, state);
        QFETCH(QString, check);
        QFETCH(QString, verdict);
        MadeSituation made = readyToRejoin();
        if (state == 1)
            made.snapshot.nodes[0] = madeNode(key("n1"), NodeRole::Primary, 5433);
        if (state == 2 || state == 3) {
            made.snapshot.nodes[0] = madeNode(key("n1"), NodeRole::Standby, 5433, state == 2 ? key("n2") : QString());
            auto sample = std::make_shared<NodeSample>(*made.snapshot.nodes[0].sample);
            if (state == 2)
                sample->receiver = WalReceiverSample{.status = key("streaming")};
            made.snapshot.nodes[0].sample = sample;
        }
        if (state >= 1 && state <= 3)
            made.fact(key("layout"), layoutFact(key("n1"), true));
        if (state == 4)
            kill(made.snapshot.nodes[1]);
        if (state == 5)
            made.snapshot.nodes[2] = madeNode(key("n3"), NodeRole::Primary, 5435);
        QCOMPARE(MadeSituation::verdict(made.decided(rejoinId), check), verdict);
    }

    /// Safety rule 2: whatever an undo does, it starts no second primary.
    void anUndoStartsOnlyAStandbyAgain_data()
    {
        QTest::addColumn<bool>("wasPrimary");
        QTest::newRow("a second primary") << true;
        QTest::newRow("a standby") << false;
    }

    void anUndoStartsOnlyAStandbyAgain()
    {
        QFETCH(bool, wasPrimary);
        MadeSituation made = readyToRejoin();
        made.snapshot.nodes[0] = madeNode(key("n1"), wasPrimary ? NodeRole::Primary : NodeRole::Standby, 5433);
        made.fact(key("layout"), layoutFact(key("n1"), true));
        const Preparation preparation = made.decided(rejoinId);
        QVERIFY(!stepOf(preparation, key("stop")).actions.isEmpty());
        const QList<Action> undo = stepOf(preparation, key("stop")).undo;
        const bool starts = std::any_of(undo.begin(), undo.end(), [](const Action &action) {
            const auto *command = std::get_if<RunCommand>(&action.what);
            return command && command->command.argv.contains(key("start"));
        });
        QCOMPARE(starts, !wasPrimary);
        QVERIFY2(stepOf(preparation, key("bar")).undo.isEmpty(), "the bar stays");
    }

    void aPasswordIsInNoPlan()
    {
        const Preparation preparation = readyToRejoin().decided(rejoinId);
        QVERIFY(!QJsonDocument(toJson(preparation.plan)).toJson().contains("password="));
    }

    void theWaldumpsFollowTheTimelines()
    {
        ServerPlace place{.dataDirectory = key("/d"), .binDirectory = key("/b")};
        const QList<TimelineEntry> own{{1, Lsn(0x3000000)}, {2, Lsn(0x5000000)}, {3, std::nullopt}};
        const QList<Command> commands = waldumpsFrom(place, own, {2, Lsn(0x4000000)});
        QCOMPARE(commands.size(), 2);
        QVERIFY(commands.at(0).argv.contains(key("--timeline=2")) &&
                commands.at(0).argv.contains(key("--start=0/4000000")) &&
                commands.at(0).argv.contains(key("--end=0/5000000")));
        QVERIFY(commands.at(1).argv.contains(key("--timeline=3")) &&
                commands.at(1).argv.contains(key("--start=0/5000000")));
        QCOMPARE(commands.at(1).argv.filter(key("--end")).size(), 0);
    }

    void whatIsPostgresOwnIsNotKept_data()
    {
        QTest::addColumn<QString>("entry");
        QTest::addColumn<bool>("own");
        for (const char *entry : {"PG_VERSION", "base", "global", "pg_wal", "pg_xact", "postmaster.opts",
                                  "standby.signal", "backup_label", "current_logfiles"})
            QTest::newRow(entry) << key(entry) << true;
        for (const char *entry :
             {"postgresql.conf", "postgresql.auto.conf", "pg_hba.conf", "pg_ident.conf", "conf.d", "server.crt", "log"})
            QTest::newRow(entry) << key(entry) << false;
    }

    void whatIsPostgresOwnIsNotKept()
    {
        QFETCH(QString, entry);
        QFETCH(bool, own);
        QCOMPARE(isPostgresOwn(entry), own);
    }
};

QTEST_GUILESS_MAIN(TestRejoinDecision)
#include "test_rejoin_decision.moc"
