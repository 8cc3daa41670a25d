#include "core/operations/library/backup_chosen.h"
#include "core/operations/library/backup_parts.h"
#include "tests/core/operations/decision_rows.h"

using namespace howdah;
using namespace howdah::test;

namespace {

constexpr qint64 plenty = 1LL << 40;

MadeSituation readyToBackUp()
{
    MadeSituation made;
    made.fact(at("layout"), layoutFact(at("n2")));
    made.fact(at("source"), {{at("mayReplicate"), at("t")},
                             {at("user"), at("postgres")},
                             {at("dataBytes"), at("1000000000")},
                             {at("tablespaces"), QString()},
                             {at("freeWalSenders"), at("8")},
                             {at("archiveMode"), at("on")},
                             {at("archiveCommand"), at("test ! -f /srv/archive/%f && cp %p /srv/archive/%f")}});
    made.fact(at("catalogue"), {{at("there"), true},
                                {at("writtenInto"), at("/srv/pg/backups")},
                                {at("writable"), true},
                                {at("verifies"), true},
                                {at("copierMajor"), 15},
                                {at("freeBytes"), plenty}});
    made.fact(at("login"), {});
    made.fact(at("control"), {});
    made.fact(at("base"), {});
    made.fact(at("summaries"), {});
    made.fact(at("managers"), {{at("found"), QStringList()}});
    return made;
}

/// The same with servers that take incremental ones, and one that the next can be based on.
Spoil incremental(const Spoil &spoil = [](MadeSituation &) {})
{
    return [=](MadeSituation &made) {
        for (NodeState &node : made.snapshot.nodes) {
            auto sample = std::make_shared<NodeSample>(*node.lastAnswer);
            sample->version = ServerVersion(170005);
            node.sample = node.lastAnswer = sample;
        }
        made.situation.arguments.insert(at("kind"), at("incremental"));
        made.fact(at("catalogue"), {{at("copierMajor"), 17}});
        made.fact(at("base"), {{at("id"), at("first")},
                               {at("data"), at("/srv/pg/backups/first/data")},
                               {at("system"), at("4711")},
                               {at("start"), at("0/2000028")},
                               {at("whole"), true}});
        made.fact(at("summaries"), {{at("summarizes"), at("on")}, {at("from"), at("0/1000000")}});
        spoil(made);
    };
}

Spoil cold(const Spoil &spoil = [](MadeSituation &) {})
{
    return [=](MadeSituation &made) {
        made.situation.arguments.insert(at("kind"), at("cold"));
        made.fact(at("layout"), {{at("running"), false}});
        made.fact(at("control"), {{at("system"), at("4711")},
                                  {at("inOrder"), true},
                                  {at("state"), at("shut down")},
                                  {at("lsn"), at("0/3000028")},
                                  {at("timeline"), 1},
                                  {at("major"), 15},
                                  {at("tablespaces"), 0},
                                  {at("bytes"), qint64(1000000000)}});
        spoil(made);
    };
}

MadeSituation readyWithBackup()
{
    MadeSituation made;
    made.fact(at("layout"), layoutFact(at("n1")));
    made.fact(at("chosen"), {{at("id"), at("first")},
                             {at("directory"), at("/srv/pg/backups/first")},
                             {at("system"), at("4711")},
                             {at("serverVersion"), 150000},
                             {at("timeline"), 1},
                             {at("stop"), at("0/3000000")},
                             {at("stoppedAt"), QDateTime::currentDateTimeUtc()},
                             {at("bytes"), qint64(1000000000)},
                             {at("restoredBytes"), qint64(1000000000)},
                             {at("chain"), QStringList{at("/srv/pg/backups/first/data")}}});
    made.fact(at("programs"), {{at("verifies"), true},
                               {at("writable"), true},
                               {at("freeBytes"), plenty},
                               {at("psql"), true},
                               {at("pg_amcheck"), true},
                               {at("pg_combinebackup"), false}});
    made.fact(at("superuser"), {{at("role"), at("postgres")}});
    made.fact(at("target"), {{at("parent"), at("/srv/pg")},
                             {at("tablespaces"), 0},
                             {at("writable"), true},
                             {at("there"), false},
                             {at("freeMemory"), plenty},
                             {at("freeBytes"), plenty}});
    made.fact(at("port"), {{at("free"), true}, {at("suggested"), 5436}});
    return made;
}

MadeSituation ready(const QString &operation)
{
    return operation == at("backup") ? readyToBackUp() : readyWithBackup();
}

const QStringList chain{at("/srv/pg/backups/first/data"), at("/srv/pg/backups/second/data")};

} // namespace

/// Every reason for which a backup is not taken, not verified, not drilled.
class TestBackupDecision : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allIsWell_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<Spoil>("change");
        QTest::newRow("backup") << at("backup") << Spoil([](MadeSituation &) {});
        QTest::newRow("incremental") << at("backup") << incremental();
        QTest::newRow("cold") << at("backup") << cold();
        QTest::newRow("verify") << at("verify-backup") << Spoil([](MadeSituation &) {});
        QTest::newRow("drill") << at("drill-backup") << Spoil([](MadeSituation &) {});
    }
    void allIsWell()
    {
        QFETCH(QString, operation);
        QFETCH(Spoil, change);
        MadeSituation made = ready(operation);
        change(made);
        const Preparation preparation = made.decided(operation);
        QVERIFY2(preparation.readiness == Readiness::Ready, qPrintable(preparation.sentence));
    }

    void everyDoubt_data()
    {
        const auto dead = [](MadeSituation &made) {
            made.situation.arguments.insert(at("from"), at("n2"));
            kill(made.snapshot.nodes[1]);
        };
        addDoubtRows({
            {"backup", "the node is down", "from-answers", dead, "blocked"},
            {"backup", "no access", "host-access", failing("layout"), "blocked"},
            {"backup", "no right", "rights", fact("source", "mayReplicate", at("f")), "blocked"},
            {"backup", "no login", "replication-login", failing("login"), "blocked"},
            {"backup", "one walsender", "wal-senders", fact("source", "freeWalSenders", at("1")), "blocked"},
            {"backup", "tablespaces in plain files", "tablespaces", fact("source", "tablespaces", at("fast")),
             "blocked"},
            {"backup", "in the data directory", "directory", argument("directory", "/srv/pg/n2/backups"), "blocked"},
            {"backup", "on no volume", "directory",
             all({fact("catalogue", "onNoVolumeOf", at("box")), fact("catalogue", "mounts", QStringList{at("/data")})}),
             "blocked"},
            {"backup", "not writable", "directory", fact("catalogue", "writable", false), "blocked"},
            {"backup", "no room", "space", fact("catalogue", "freeBytes", qint64(999)), "blocked"},
            {"backup", "no room to unpack", "space",
             all({argument("compression", "gzip"), fact("catalogue", "freeBytes", qint64(1500000000))}), "blocked"},
            {"backup", "no pg_basebackup", "program", fact("catalogue", "copierMajor", 0), "blocked"},
            {"backup", "an old pg_basebackup", "program", fact("catalogue", "copierMajor", 14), "blocked"},
            {"backup", "no pg_verifybackup", "program", fact("catalogue", "verifies", false), "blocked"},
            {"backup", "nothing is archived", "archive", fact("source", "archiveMode", at("off")), "warning"},
            {"backup", "an empty command", "archive", fact("source", "archiveCommand", QString()), "warning"},
            {"backup", "no base", "base", incremental(fact("base", "id", QString())), "blocked"},
            {"backup", "a base in tar files", "base", incremental(fact("base", "tar", true)), "blocked"},
            {"backup", "a cold base", "base", incremental(fact("base", "cold", true)), "blocked"},
            {"backup", "a bad base", "base", incremental(fact("base", "bad", true)), "blocked"},
            {"backup", "a broken chain", "base", incremental(fact("base", "whole", false)), "blocked"},
            {"backup", "another cluster's base", "base", incremental(fact("base", "system", at("99"))), "blocked"},
            {"backup", "no summaries", "summaries", incremental(fact("summaries", "summarizes", at("off"))), "blocked"},
            {"backup", "summaries begin too late", "summaries", incremental(fact("summaries", "from", at("0/2000100"))),
             "blocked"},
            {"backup", "old programs", "program", incremental(fact("catalogue", "copierMajor", 16)), "blocked"},
            {"backup", "little room for changes", "space",
             incremental(fact("catalogue", "freeBytes", qint64(900000000))), "warning"},
            {"backup", "an old server", "summaries", argument("kind", "incremental"), "blocked"},
            {"backup", "it runs", "stopped", cold(fact("layout", "running", true)), "blocked"},
            {"backup", "it crashed", "stopped", cold(fact("control", "inOrder", false)), "blocked"},
            {"backup", "tablespaces elsewhere", "stopped", cold(fact("control", "tablespaces", 1)), "blocked"},
            {"backup", "no room for it cold", "space", cold(fact("catalogue", "freeBytes", qint64(999))), "blocked"},
            {"verify-backup", "no access", "host-access", failing("layout"), "blocked"},
            {"verify-backup", "none there", "backup", fact("chosen", "id", QString()), "blocked"},
            {"verify-backup", "another cluster's", "backup", fact("chosen", "system", at("99")), "blocked"},
            {"verify-backup", "nobody's", "backup", fact("chosen", "system", QString()), "blocked"},
            {"verify-backup", "unreadable", "backup", failing("chosen"), "blocked"},
            {"verify-backup", "its base is gone", "backup", fact("chosen", "chain", QStringList()), "blocked"},
            {"verify-backup", "no program", "program", fact("programs", "verifies", false), "blocked"},
            {"verify-backup", "the log cannot be written", "space", fact("programs", "writable", false), "blocked"},
            {"verify-backup", "no room to unpack", "space",
             all({fact("chosen", "tar", true), fact("programs", "freeBytes", qint64(999))}), "warning"},
            {"drill-backup", "none there", "backup", fact("chosen", "id", QString()), "blocked"},
            {"drill-backup", "its base is gone", "backup", fact("chosen", "chain", QStringList()), "blocked"},
            {"drill-backup", "no psql", "program", fact("programs", "psql", false), "blocked"},
            {"drill-backup", "nothing combines", "program", fact("chosen", "chain", chain), "blocked"},
            {"drill-backup", "it is there already", "place", fact("target", "there", true), "blocked"},
            {"drill-backup", "in a container with a server", "place", fact("layout", "container", at("box-n1")),
             "blocked"},
            {"drill-backup", "not writable", "place", fact("target", "writable", false), "blocked"},
            {"drill-backup", "in the data directory", "place", argument("into", "/srv/pg/n1/drill"), "blocked"},
            {"drill-backup", "the live server's tablespaces", "tablespaces", fact("target", "tablespaces", 1),
             "blocked"},
            {"drill-backup", "tablespaces in tar files", "tablespaces",
             all({fact("target", "tablespaces", 1), fact("chosen", "tar", true)}), "ok"},
            {"drill-backup", "tablespaces in later WAL", "tablespaces",
             all({fact("target", "tablespaces", 1), fact("chosen", "tar", true), argument("archive", "/srv/archive")}),
             "blocked"},
            {"drill-backup", "no room", "space", fact("target", "freeBytes", qint64(999)), "blocked"},
            {"drill-backup", "the port is taken", "port", fact("port", "free", false), "blocked"},
        });
    }
    void everyDoubt() { checkDoubt(ready); }

    void anIncrementalOneNamesItsBase()
    {
        MadeSituation made = readyToBackUp();
        incremental()(made);
        const Preparation preparation = made.decided(at("backup"));
        QString argv;
        for (const PlannedStep &step : preparation.plan.steps)
            for (const Action &action : step.actions)
                if (const auto *run = std::get_if<RunCommand>(&action.what); run && argv.isEmpty())
                    argv = run->command.argv.join(QLatin1Char(' '));
        QVERIFY2(argv.contains(at("--incremental=/srv/pg/backups/first/data/backup_manifest")), qPrintable(argv));
        QCOMPARE(library::BackupParts::of(preparation.situation).record.basedOn, at("first"));
    }

    void aChainIsPutTogetherInItsOrder()
    {
        const library::ChosenBackup chosen{.binDirectory = at("/bin17"), .chain = chain};
        QCOMPARE(library::restoringWords(chosen, at("/there")),
                 QStringList({at("/bin17/pg_combinebackup"), chain.at(0), chain.at(1), at("--output=/there")}));
    }
};

QTEST_GUILESS_MAIN(TestBackupDecision)
#include "test_backup_decision.moc"
