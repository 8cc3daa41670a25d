#include "core/backup/schedule.h"
#include "core/operations/library/schedule_parts.h"
#include "tests/core/operations/decision_rows.h"

#include <QJsonDocument>

using namespace howdah;
using namespace howdah::test;

namespace {

QByteArray record(const QString &cluster, BackupSchedule::Way way)
{
    return QJsonDocument(scheduleRecord({.way = way, .cluster = cluster, .node = at("n2")})).toJson();
}

MadeSituation readyToSchedule()
{
    MadeSituation made;
    made.fact(at("layout"), layoutFact(at("n2")));
    made.fact(at("way"), {{at("crontab"), at("1")},
                          {at("cronRuns"), at("1")},
                          {at("systemd"), at("1")},
                          {at("flock"), at("1")},
                          {at("user"), at("root")},
                          {at("pgCron"), at("postgres")},
                          {at("pgCronExtension"), true},
                          {at("superuser"), at("postgres")}});
    made.fact(at("former"), {{at("there"), true}, {at("writable"), true}});
    made.fact(at("login"), {});
    made.fact(at("copy"), {{at("reached"), true}, {at("writable"), true}, {at("freeBytes"), qint64(1) << 40}});
    return made;
}

MadeSituation readyToExpire()
{
    MadeSituation made;
    made.situation.arguments.insert(at("keep"), at("2"));
    made.fact(at("layout"), layoutFact(at("n1")));
    made.fact(at("expiry"),
              {{at("going"), QVariantList{QVariantMap{{at("id"), at("first")}, {at("directory"), at("/b/first")}}}},
               {at("walFiles"), QStringList{at("000000010000000000000001")}},
               {at("cut"), at("0/2000000")},
               {at("backups"), 3},
               {at("earlier"), QStringList()},
               {at("writable"), true}});
    for (NodeState &node : made.snapshot.nodes) {
        auto sample = std::make_shared<NodeSample>(*node.lastAnswer);
        sample->replayed = Lsn(0x3000000);
        node.sample = node.lastAnswer = sample;
    }
    return made;
}

MadeSituation ready(const QString &operation)
{
    return operation == at("schedule-backup") ? readyToSchedule() : readyToExpire();
}

Spoil without(const char *name)
{
    return [=](MadeSituation &made) { made.situation.facts[at("way")].values.remove(at(name)); };
}

Spoil by(
    const char *way, const Spoil &spoil = [](MadeSituation &) {})
{
    return all({argument("way", way), argument("from", qstrcmp(way, "pg_cron") == 0 ? "n1" : "n2"), spoil});
}

/// Behind what would go.
void lagging(MadeSituation &made)
{
    auto sample = std::make_shared<NodeSample>(*made.snapshot.nodes[1].lastAnswer);
    sample->replayed = Lsn(0x1000000);
    made.snapshot.nodes[1].sample = made.snapshot.nodes[1].lastAnswer = sample;
}

} // namespace

/// Every reason for which backups are not scheduled, and nothing expires.
class TestScheduleDecision : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allIsWell_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<Spoil>("change");
        for (const char *way : {"cron", "systemd", "pg_cron"})
            QTest::newRow(way) << at("schedule-backup") << by(way);
        QTest::newRow("with a copy and a drill")
            << at("schedule-backup")
            << by("cron", all({argument("copy-to", "backup@far:/srv/copies"), argument("drill", "true")}));
        QTest::newRow("expire") << at("expire-backups") << Spoil([](MadeSituation &) {});
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
        const Spoil longPath = all(
            {argument("drill", "true"), argument("directory", qPrintable(QString(at("/srv/")) + QString(90, u'x')))});
        addDoubtRows({
            {"schedule-backup", "no access", "host-access", failing("layout"), "blocked"},
            {"schedule-backup", "no login", "replication-login", failing("login"), "blocked"},
            {"schedule-backup", "no crontab", "way", by("cron", without("crontab")), "blocked"},
            {"schedule-backup", "no daemon", "way", by("cron", without("cronRuns")), "warning"},
            {"schedule-backup", "no flock", "way", by("cron", without("flock")), "blocked"},
            {"schedule-backup", "no systemd", "way", by("systemd", without("systemd")), "blocked"},
            {"schedule-backup", "not root", "way", by("systemd", fact("way", "user", at("me"))), "blocked"},
            {"schedule-backup", "pg_cron is not loaded", "way", by("pg_cron", without("pgCron")), "blocked"},
            {"schedule-backup", "no extension", "way", by("pg_cron", fact("way", "pgCronExtension", false)), "blocked"},
            {"schedule-backup", "pg_cron on a standby", "way", all({by("pg_cron"), argument("from", "n2")}), "blocked"},
            {"schedule-backup", "tablespaces", "tablespaces", fact("way", "tablespaces", at("fast")), "blocked"},
            {"schedule-backup", "nothing to take off", "former", all({by("cron"), argument("every", "never")}),
             "blocked"},
            {"schedule-backup", "another cluster's", "former",
             by("cron", fact("former", "record", record(at("other"), BackupSchedule::Way::Cron))), "blocked"},
            {"schedule-backup", "another way", "former",
             by("cron", fact("former", "record", record(at("c"), BackupSchedule::Way::Systemd))), "blocked"},
            {"schedule-backup", "not writable", "directory", fact("former", "writable", false), "blocked"},
            {"schedule-backup", "the other host is not reached", "copy",
             all({argument("copy-to", "far:/d"), fact("copy", "reached", false)}), "blocked"},
            {"schedule-backup", "nor written to", "copy",
             all({argument("copy-to", "far:/d"), fact("copy", "writable", false)}), "blocked"},
            {"schedule-backup", "a path too long for a socket", "drill", longPath, "blocked"},
            {"schedule-backup", "a path for a shell", "drill",
             all({argument("drill", "true"), argument("directory", "/srv/$x")}), "blocked"},
            {"expire-backups", "no access", "host-access", failing("layout"), "blocked"},
            {"expire-backups", "no rule", "rules", argument("keep", ""), "blocked"},
            {"expire-backups", "nothing to bring back", "rules", argument("then", "back"), "blocked"},
            {"expire-backups", "unreadable", "rules", failing("expiry"), "blocked"},
            {"expire-backups", "not writable", "place", fact("expiry", "writable", false), "blocked"},
            {"expire-backups", "a standby needs it", "standbys", lagging, "blocked"},
            {"expire-backups", "a standby is down", "standbys",
             [](MadeSituation &made) { kill(made.snapshot.nodes[2]); }, "warning"},
        });
    }
    void everyDoubt() { checkDoubt(ready); }

    void onlyAScheduleThatStaysPromisesFindings_data()
    {
        QTest::addColumn<QString>("every");
        QTest::addColumn<int>("sentences");
        QTest::newRow("daily") << QStringLiteral("day") << 1;
        QTest::newRow("taken off") << QStringLiteral("never") << 0;
    }

    void onlyAScheduleThatStaysPromisesFindings()
    {
        QFETCH(QString, every);
        QFETCH(int, sentences);
        MadeSituation made = readyToSchedule();
        made.situation.arguments.insert(QStringLiteral("every"), every);
        made.situation.snapshot = std::make_shared<ClusterSnapshot>(made.snapshot);
        QCOMPARE(findOperation(QStringLiteral("schedule-backup"))->next(made.situation).size(), sentences);
    }

    void theDrillListensNowhere()
    {
        MadeSituation made = readyToSchedule();
        by("cron", argument("drill", "true"))(made);
        const Preparation preparation = made.decided(at("schedule-backup"));
        const library::ScheduleParts parts = library::ScheduleParts::of(preparation.situation);
        const QByteArray settings = library::scheduledDrillSettings(preparation.situation, parts);
        for (const char *line : {"archive_mode = 'off'", "primary_conninfo = ''", "restore_command = '/bin/false'"})
            QVERIFY2(settings.contains(line), settings.constData());
        QVERIFY(settings.lastIndexOf("listen_addresses = ''") > settings.lastIndexOf("127.0.0.1"));
        QVERIFY(parts.scriptContent.contains("pg_ctl\" start") && parts.schedule.drills);
    }
};

QTEST_GUILESS_MAIN(TestScheduleDecision)
#include "test_schedule_decision.moc"
