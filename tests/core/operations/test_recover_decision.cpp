#include "core/operations/library/recover_parts.h"
#include "tests/core/operations/topology_situations.h"

#include <QTest>

using namespace howdah;
using namespace howdah::test;

namespace {

const QString recover = QStringLiteral("recover");
const QString restoreCluster = QStringLiteral("restore-cluster");

using Change = std::function<void(MadeSituation &)>;

Change changes(const char *probe, const char *key, const QVariant &value)
{
    return [=](MadeSituation &made) { made.fact(at(probe), {{at(key), value}}); };
}

Change all(const QList<Change> &some)
{
    return [=](MadeSituation &made) {
        for (const Change &one : some)
            one(made);
    };
}

MadeSituation readyToRecover()
{
    MadeSituation made;
    made.situation.arguments = {{at("beside"), at("n1")},       {at("backups"), at("/srv/pg/backups")},
                                {at("archive"), at("/archive")}, {at("into"), at("/srv/pg/recovered")},
                                {at("port"), at("5440")}};
    made.fact(at("layout"), layoutFact(at("n1")));
    made.fact(at("archiving"), {{at("directory"), at("/archive")}});
    made.fact(at("material"), {{at("why"), QString()},
                               {at("backups"), 1},
                               {at("backup"), at("b1")},
                               {at("chain"), QStringList{at("/srv/pg/backups/b1/data")}},
                               {at("timeline"), 1},
                               {at("backupTimeline"), 1},
                               {at("segmentBytes"), 16777216},
                               {at("start"), at("0/3000028")},
                               {at("stop"), at("0/3000100")},
                               {at("stoppedAt"), QDateTime::currentDateTimeUtc()},
                               {at("reaches"), at("0/9000000")},
                               {at("bytes"), 30000000},
                               {at("major"), 15}});
    made.fact(at("programs"), {{at("missing"), QStringList()}});
    made.fact(at("target"), {{at("parent"), at("/srv/pg")},
                             {at("there"), false},
                             {at("writable"), true},
                             {at("tablespaces"), 0},
                             {at("freeMemory"), qint64(8) << 30},
                             {at("freeBytes"), qint64(100) << 30}});
    made.fact(at("port"), {{at("free"), true}, {at("suggested"), 5440}});
    made.fact(at("fetching"), {});
    return made;
}

Change byCommand(const char *name, int code, const char *said)
{
    return [=](MadeSituation &made) {
        made.situation.arguments.insert(at("restore-command"), at("fetch %f %p"));
        made.fact(at("fetching"), {{at("seconds"), 2},
                                   {at("tried"), QVariantList{QVariantMap{
                                                     {at("name"), at(name)}, {at("code"), code}, {at("said"), at(said)}}}}});
    };
}

MadeSituation readyToRestoreCluster()
{
    MadeSituation made;
    made.situation.arguments = {{at("on"), at("n1")}, {at("file"), at("/srv/all.sql")}};
    made.fact(at("layout"), layoutFact(at("n1")));
    made.fact(at("server"), {{at("user"), at("postgres")},
                             {at("isSuperuser"), at("t")},
                             {at("databases"), QStringList{at("postgres"), at("template0"), at("template1")}},
                             {at("roles"), QStringList{at("postgres")}},
                             {at("tablespaces"), QStringList{at("pg_default"), at("pg_global")}}});
    made.fact(at("file"), {{at("path"), at("/srv/all.sql")},
                           {at("format"), at("globals")},
                           {at("namesDatabases"), true},
                           {at("clusterComplete"), true},
                           {at("serverVersion"), at("15.20")},
                           {at("databases"), QStringList{at("shop"), at("\"Odd name\"")}},
                           {at("roles"), QStringList{at("postgres"), at("clerk")}},
                           {at("tablespaces"), QStringList()}});
    made.fact(at("programs"),
              {{at("directory"), at("/usr/lib/postgresql/15/bin")}, {at("version"), at("15.20")}, {at("major"), 15}});
    made.fact(at("space"), {{at("freeBytes"), qint64(10) << 30}, {at("dumpBytes"), qint64(1) << 30}});
    made.fact(at("login"), {{at("user"), at("postgres")}});
    made.fact(at("own-database"), {{at("relations"), 0}});
    return made;
}

} // namespace

/// Recovering, and restoring a whole server's dump: what is said of each kind of backup, archive and file.
class TestRecoverDecision : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsPlanned()
    {
        const Preparation ready = readyToRecover().decided(recover);
        QVERIFY2(ready.readiness == Readiness::Ready, qPrintable(ready.sentence));
        QCOMPARE(stepsOf(ready), at("restore configure recover report"));
        const Result<Plan> read = planFromJson(toJson(ready.plan));
        QVERIFY(read && samePlan(*read, ready.plan));
        // The archive grows all the time: what was approved is still the plan.
        MadeSituation grown = readyToRecover();
        grown.fact(at("material"), {{at("reaches"), at("0/C000000")}});
        QVERIFY(samePlan(grown.decided(recover).plan, ready.plan));
    }

    void whatIsSaid_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("check");
        QTest::addColumn<QString>("verdict");
        const auto row = [](const QString &operation, const char *name, const Change &change, const char *check,
                            const char *verdict = "blocked") {
            QTest::addRow("%s: %s", qPrintable(operation), name) << operation << change << at(check) << at(verdict);
        };
        const Change tar = changes("material", "tar", true);
        row(recover, "a program that is missing", changes("programs", "missing", QStringList{at("zstd")}), "programs");
        row(recover, "a cold copy", changes("material", "cold", true), "programs", "ok");
        row(recover, "an incremental one", changes("material", "chain", QStringList{at("/a"), at("/b")}), "programs", "ok");
        row(recover, "a backup that is not there",
            [](MadeSituation &made) {
                made.situation.arguments.insert(at("backup"), at("b0"));
                made.fact(at("material"), {{at("backups"), 0}});
            },
            "backup");
        row(recover, "tablespaces in plain files", changes("target", "tablespaces", 1), "tablespaces");
        row(recover, "tablespaces in tar files",
            all({tar, changes("target", "tablespaces", 1), changes("target", "tablespaceIds", QStringList{at("16400")}),
                 changes("material", "backupTablespaces", QStringList{at("16400")})}),
            "tablespaces", "ok");
        row(recover, "a tablespace that came later",
            all({tar, changes("target", "tablespaces", 2),
                 changes("target", "tablespaceIds", QStringList{at("16400"), at("16500")}),
                 changes("material", "backupTablespaces", QStringList{at("16400")})}),
            "tablespaces");
        row(recover, "a command that works", byCommand("0000000100FFFFFF00000001", 1, ""), "fetching", "ok");
        row(recover, "its reach is not known", byCommand("0000000100FFFFFF00000001", 1, ""), "wal", "warning");
        row(recover, "a command that hangs", byCommand("000000010000000000000003", 124, ""), "fetching");
        row(recover, "a command that lies", byCommand("000000010000000000000003", 126, "is another segment"), "fetching");
        row(recover, "a command that brings nothing", byCommand("000000010000000000000003", 1, ""), "fetching");
        row(recover, "a command that stops the server at the end", byCommand("0000000100FFFFFF00000001", 255, ""),
            "fetching");
        row(restoreCluster, "a fresh server", [](MadeSituation &) {}, "fresh", "ok");
        row(restoreCluster, "a database that is there",
            changes("server", "databases", QStringList{at("postgres"), at("Odd name")}), "fresh");
        row(restoreCluster, "tables in postgres", changes("own-database", "relations", 3), "fresh");
        row(restoreCluster, "roles alone", changes("file", "namesDatabases", false), "file");
        row(restoreCluster, "a dump of one database", changes("file", "format", at("plain")), "file");
        row(restoreCluster, "cut off", changes("file", "clusterComplete", false), "file");
        row(restoreCluster, "from a newer server", changes("file", "serverVersion", at("17.1")), "dump-version", "warning");
        row(restoreCluster, "no superuser", changes("server", "isSuperuser", at("f")), "surroundings");
        row(restoreCluster, "a tablespace that is not there", changes("file", "tablespaces", QStringList{at("fast")}),
            "surroundings");
        row(restoreCluster, "no room", changes("space", "freeBytes", qint64(1) << 30), "space");
    }
    void whatIsSaid()
    {
        QFETCH(QString, operation);
        QFETCH(Change, change);
        QFETCH(QString, check);
        QFETCH(QString, verdict);
        MadeSituation made = operation == recover ? readyToRecover() : readyToRestoreCluster();
        change(made);
        const Preparation preparation = made.decided(operation);
        QCOMPARE(MadeSituation::verdict(preparation, check), verdict);
        if (verdict == at("blocked"))
            QCOMPARE(preparation.readiness, Readiness::NotReady);
    }

    void aCommandIsFoundForTheArchive_data()
    {
        QTest::addColumn<QString>("put");
        QTest::addColumn<QString>("get");
        const auto row = [](const char *name, const char *put, const char *get) {
            QTest::newRow(name) << at(put) << at(get);
        };
        row("pgBackRest", "pgbackrest --stanza=main archive-push %p", "pgbackrest --stanza=main archive-get %f \"%p\"");
        row("Barman", "barman-wal-archive backup main \"%p\"", "barman-wal-restore backup main %f \"%p\"");
        row("WAL-G", "/usr/bin/wal-g --config /etc/w.yaml wal-push %p", "/usr/bin/wal-g --config /etc/w.yaml wal-fetch %f \"%p\"");
        row("a directory", "cp %p /archive/%f", "");
        row("something else", "pgbackrest archive-push %p && touch /tmp/x", "");
        row("none", "", "");
    }
    void aCommandIsFoundForTheArchive()
    {
        QFETCH(QString, put);
        QFETCH(QString, get);
        QCOMPARE(library::restoreCommandOf(put), get);
    }
};

QTEST_GUILESS_MAIN(TestRecoverDecision)
#include "test_recover_decision.moc"
