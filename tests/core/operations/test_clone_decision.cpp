#include "core/operations/script.h"
#include "tests/core/operations/situations.h"

#include <QJsonDocument>
#include <QProcess>
#include <QTest>

using namespace howdah;
using namespace howdah::test;

namespace {
const QString cloneId = QStringLiteral("clone");
}

class TestCloneDecision : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void suggestsWhatIsMissing()
    {
        const Preparation preparation = readyToClone().decided(cloneId);
        QVERIFY2(preparation.readiness == Readiness::Ready, qPrintable(preparation.sentence));
        const Arguments &arguments = preparation.situation.arguments;
        QCOMPARE(arguments.value(QStringLiteral("name")), QStringLiteral("n4"));
        QCOMPARE(arguments.value(QStringLiteral("source")), QStringLiteral("n1"));
        QCOMPARE(arguments.value(QStringLiteral("target-directory")), QStringLiteral("/srv/pg/n4"));
        QCOMPARE(arguments.value(QStringLiteral("port")), QStringLiteral("5436"));
        QCOMPARE(arguments.value(QStringLiteral("slot")), QStringLiteral("howdah_n4"));
    }

    void everyCheckJudges_data()
    {
        QTest::addColumn<QString>("probe");
        QTest::addColumn<QVariantMap>("seen");
        QTest::addColumn<QString>("check");
        QTest::addColumn<QString>("verdict");
        const auto row = [](const char *title, const char *probe, const char *key, const QVariant &value,
                            const char *check, const char *verdict) {
            QTest::newRow(title) << QString::fromLatin1(probe) << QVariantMap{{QString::fromLatin1(key), value}}
                                 << QString::fromLatin1(check) << QString::fromLatin1(verdict);
        };
        row("no right", "source", "mayReplicate", false, "rights", "blocked");
        row("wal_level minimal", "source", "walLevel", QStringLiteral("minimal"), "wal-level", "blocked");
        row("wal_level logical", "source", "walLevel", QStringLiteral("logical"), "wal-level", "ok");
        row("eight senders busy", "source", "walSenders", QStringLiteral("8"), "wal-senders", "ok");
        row("nine senders busy", "source", "walSenders", QStringLiteral("9"), "wal-senders", "blocked");
        row("no slot left", "source", "slots", QStringLiteral("10"), "slots", "blocked");
        row("application name taken", "source", "titleTaken", QStringLiteral("1"), "slot-name", "blocked");
        row("slots without a limit", "source", "slotKeep", QStringLiteral("-1"), "slot-retention", "warning");
        row("a backup runs", "source", "backups", QStringLiteral("1"), "running-backup", "warning");
        row("the files say less", "source", "lowered", QStringLiteral("max_connections = 50 (100)"), "floor",
            "blocked");
        row("a preloaded library is missing", "binaries", "missingLibraries",
            QStringList{QStringLiteral("timescaledb")}, "programs", "blocked");
        row("no pg_basebackup", "binaries", "hasBaseBackup", false, "programs", "blocked");
        row("no pg_verifybackup", "binaries", "hasVerifyBackup", false, "programs", "blocked");
        row("another system answers", "login", "identified", QStringLiteral("42"), "replication-login", "blocked");
        row("target not empty", "target", "kind", QStringLiteral("occupied"), "target", "blocked");
        row("target a file", "target", "kind", QStringLiteral("file"), "target", "blocked");
        row("target a link", "target", "kind", QStringLiteral("link"), "target", "blocked");
        row("target of another owner", "target", "kind", QStringLiteral("foreign"), "target", "blocked");
        row("target empty", "target", "kind", QStringLiteral("empty"), "target", "ok");
        row("parent missing", "target", "parentThere", false, "target", "blocked");
        row("parent not writable", "target", "parentWritable", false, "target", "blocked");
        row("inside a data directory", "target", "enclosing", QStringLiteral("/srv/pg/n1"), "target", "blocked");
        row("a mount point", "target", "mountPoint", true, "target", "blocked");
        row("exactly what is needed", "target", "freeBytes", qint64(1100000000), "space", "warning");
        row("a byte too little", "target", "freeBytes", qint64(1099999999), "space", "blocked");
        row("size not known", "source", "dataBytes", QVariant(), "space", "warning");
        row("a secret on the command line", "source", "commandLineSecrets", QStringLiteral("archive_command"),
            "configuration", "blocked");
        row("port taken", "port", "free", false, "port", "blocked");
        row("another manager", "managers", "found", QStringList{QStringLiteral("Patroni on n1")}, "other-manager",
            "blocked");
    }

    void everyCheckJudges()
    {
        QFETCH(QString, probe);
        QFETCH(QVariantMap, seen);
        QFETCH(QString, check);
        QFETCH(QString, verdict);
        MadeSituation made = readyToClone();
        made.fact(probe, seen);
        const Preparation preparation = made.decided(cloneId);
        QCOMPARE(MadeSituation::verdict(preparation, check), verdict);
        QCOMPARE(preparation.readiness, verdict == QLatin1String("blocked")   ? Readiness::NotReady
                                        : verdict == QLatin1String("warning") ? Readiness::ReadyWithWarnings
                                                                              : Readiness::Ready);
        for (const CheckResult &result : preparation.checks)
            QVERIFY2(result.judgement.verdict == Verdict::Ok || !result.judgement.remedy.isEmpty(),
                     qPrintable(result.id));
    }

    void argumentsAreJudged_data()
    {
        QTest::addColumn<QString>("argument");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("check");
        QTest::addColumn<QString>("verdict");
        const auto row = [](const char *title, const char *argument, const char *value, const char *check,
                            const char *verdict) {
            QTest::newRow(title) << QString::fromLatin1(argument) << QString::fromLatin1(value)
                                 << QString::fromLatin1(check) << QString::fromLatin1(verdict);
        };
        row("a slot of that name", "slot", "mine", "slot-name", "blocked");
        row("a slot in use", "slot", "howdah_n2", "slot-name", "blocked");
        row("a logical slot", "slot", "copy", "slot-name", "blocked");
        row("a free slot", "slot", "howdah_n9", "slot-name", "ok");
        row("gzip", "compression", "gzip", "compression", "ok");
        row("zstd", "compression", "zstd", "compression", "ok");
        row("not compressed", "compression", "none", "compression", "ok");
        row("another host without an address", "host", "container:pg2", "target-host", "blocked");
        row("another host with an address", "host", "ssh:db2", "target-host", "ok");
    }

    void argumentsAreJudged()
    {
        QFETCH(QString, argument);
        QFETCH(QString, value);
        QFETCH(QString, check);
        QFETCH(QString, verdict);
        MadeSituation made = readyToClone();
        made.situation.arguments.insert(argument, value);
        QCOMPARE(MadeSituation::verdict(made.decided(cloneId), check), verdict);
    }

    void anotherHostIsJudged_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QVariant>("value");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("the same") << QStringLiteral("glibc") << QVariant(QStringLiteral("2.36"))
                                  << QStringLiteral("ok");
        QTest::newRow("another glibc") << QStringLiteral("glibc") << QVariant(QStringLiteral("2.28"))
                                       << QStringLiteral("warning");
        QTest::newRow("another architecture")
            << QStringLiteral("architecture") << QVariant(QStringLiteral("aarch64")) << QStringLiteral("blocked");
        QTest::newRow("nobody knows its locales")
            << QStringLiteral("locales") << QVariant(QStringList()) << QStringLiteral("warning");
        QTest::newRow("a locale is missing")
            << QStringLiteral("locales") << QVariant(QStringList{QStringLiteral("C.utf8")})
            << QStringLiteral("blocked");
    }

    void anotherHostIsJudged()
    {
        QFETCH(QString, key);
        QFETCH(QVariant, value);
        QFETCH(QString, verdict);
        MadeSituation made = readyToClone();
        made.fact(QStringLiteral("host"), {{key, value}});
        made.situation.arguments.insert(QStringLiteral("host"), QStringLiteral("ssh:postgres@db2:2222"));
        const Preparation preparation = made.decided(cloneId);
        QCOMPARE(MadeSituation::verdict(preparation, QStringLiteral("target-host")), verdict);
        QCOMPARE(preparation.situation.argument(QStringLiteral("address")), QStringLiteral("db2"));
    }

    void aNewContainerIsJudged_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QVariant>("value");
        QTest::addColumn<QString>("verdict");
        const auto row = [](const char *title, const char *key, const QVariant &value, const char *verdict) {
            QTest::newRow(title) << QString::fromLatin1(key) << value << QString::fromLatin1(verdict);
        };
        row("nothing in its way", "holder", QString(), "ok");
        row("a container of that name", "holder", QStringLiteral("container"), "blocked");
        row("a volume of that name", "holder", QStringLiteral("volume"), "blocked");
        row("no network with names", "networks", QStringList(), "blocked");
        row("this machine's network", "networks", QStringList{QStringLiteral("host")}, "ok");
        row("a program of its own", "ownProgram", true, "blocked");
        row("secrets", "secrets", QStringList{QStringLiteral("AWS_SECRET_ACCESS_KEY")}, "warning");
        row("shared volumes", "shared", QStringList{QStringLiteral("/archive")}, "ok");
    }

    void aNewContainerIsJudged()
    {
        QFETCH(QString, key);
        QFETCH(QVariant, value);
        QFETCH(QString, verdict);
        MadeSituation made = readyToCloneIntoContainer();
        made.fact(QStringLiteral("container"), {{key, value}});
        const Preparation preparation = made.decided(cloneId);
        QCOMPARE(MadeSituation::verdict(preparation, QStringLiteral("container")), verdict);
        for (const CheckResult &result : preparation.checks)
            QVERIFY2(result.judgement.verdict == Verdict::Ok || !result.judgement.remedy.isEmpty(),
                     qPrintable(result.id));
    }

    void aDirectoryOffTheNewVolumeIsRefused_data()
    {
        QTest::addColumn<QString>("directory");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("on it") << QStringLiteral("/var/lib/postgresql/data/pgdata") << QStringLiteral("ok");
        QTest::newRow("the volume itself") << QStringLiteral("/var/lib/postgresql/data") << QStringLiteral("blocked");
        QTest::newRow("too deep") << QStringLiteral("/var/lib/postgresql/data/15/main") << QStringLiteral("blocked");
        QTest::newRow("elsewhere") << QStringLiteral("/srv/pg2") << QStringLiteral("blocked");
    }

    void aDirectoryOffTheNewVolumeIsRefused()
    {
        QFETCH(QString, directory);
        QFETCH(QString, verdict);
        MadeSituation made = readyToCloneIntoContainer();
        made.situation.arguments.insert(QStringLiteral("target-directory"), directory);
        made.fact(QStringLiteral("target"), {{QStringLiteral("newVolume"), QStringLiteral("/var/lib/postgresql/data")},
                                             {QStringLiteral("parent"), directory.section(QLatin1Char('/'), 0, -2)}});
        QCOMPARE(MadeSituation::verdict(made.decided(cloneId), QStringLiteral("target")), verdict);
    }

    void aNewContainerIsPlanned()
    {
        MadeSituation made = readyToCloneIntoContainer();
        const Preparation preparation = made.decided(cloneId);
        QVERIFY2(preparation.readiness == Readiness::Ready, qPrintable(preparation.sentence));
        const Arguments &arguments = preparation.situation.arguments;
        QCOMPARE(arguments.value(QStringLiteral("host")), QStringLiteral("container:box-n4"));
        QCOMPARE(arguments.value(QStringLiteral("address")), QStringLiteral("127.0.0.1"));
        QCOMPARE(arguments.value(QStringLiteral("target-directory")),
                 QStringLiteral("/var/lib/postgresql/data/pgdata"));
        QCOMPARE(preparation.plan.steps.first().id, QStringLiteral("container"));
        Hosts hosts;
        const QString script = toScript(preparation.plan, hosts);
        for (const char *words :
             {"podman volume create --label io.howdah.operation=20261120-000000-abcdef box-n4-data",
              "--volume box-n4-data:/var/lib/postgresql/data --network shop --restart unless-stopped --env "
              "PGDATA=/var/lib/postgresql/data/pgdata --publish 5436:5432 sha256:b1b8 postgres",
              "port = '\\''5432'\\''"})
            QVERIFY2(script.contains(QLatin1String(words)),
                     qPrintable(script.mid(script.indexOf(QLatin1String("podman create")), 800)));
        // What is undone goes with the container; nothing is moved or removed within it.
        for (const PlannedStep &step : preparation.plan.steps)
            for (const Action &action : step.undo)
                QVERIFY2(!std::holds_alternative<RemoveMarkedDirectory>(action.what) &&
                             !std::holds_alternative<MovePath>(action.what),
                         qPrintable(step.id + QStringLiteral(": ") + action.text));
    }

    void compressionNeedsAServerThatKnowsIt()
    {
        MadeSituation made = readyToClone();
        made.situation.arguments.insert(QStringLiteral("compression"), QStringLiteral("zstd"));
        made.fact(QStringLiteral("source"), {{QStringLiteral("built"), QStringLiteral("'--with-lz4'")}});
        QCOMPARE(MadeSituation::verdict(made.decided(cloneId), QStringLiteral("compression")),
                 QStringLiteral("blocked"));
        made = readyToClone();
        made.situation.arguments.insert(QStringLiteral("compression"), QStringLiteral("gzip"));
        auto older = std::make_shared<NodeSample>(*made.snapshot.nodes[0].sample);
        older->version = ServerVersion(140010);
        made.snapshot.nodes[0].sample = made.snapshot.nodes[0].lastAnswer = older;
        QCOMPARE(MadeSituation::verdict(made.decided(cloneId), QStringLiteral("compression")),
                 QStringLiteral("blocked"));
    }

    void twoNamesThatLeaveTheSameGetTwoSlots()
    {
        MadeSituation made = readyToClone();
        made.situation.arguments.insert(QStringLiteral("name"), QStringLiteral("n-2"));
        made.fact(QStringLiteral("source"), {{QStringLiteral("slotNames"), QStringList{QStringLiteral("howdah_n_2")}}});
        QCOMPARE(made.decided(cloneId).situation.argument(QStringLiteral("slot")), QStringLiteral("howdah_n_2_2"));
    }

    void tablespacesAreSuggestedAndMapped()
    {
        MadeSituation made = readyToClone();
        made.fact(QStringLiteral("source"),
                  {{QStringLiteral("tablespaces"),
                    QVariantList{QVariantMap{{QStringLiteral("name"), QStringLiteral("fast")},
                                             {QStringLiteral("location"), QStringLiteral("/ssd/a=b")},
                                             {QStringLiteral("bytes"), qint64(400000000)}}}}});
        const QVariantMap directory{{QStringLiteral("parent"), QStringLiteral("/srv/pg")},
                                    {QStringLiteral("parentThere"), true},
                                    {QStringLiteral("parentWritable"), true},
                                    {QStringLiteral("kind"), QStringLiteral("absent")},
                                    {QStringLiteral("fileSystem"), QStringLiteral("2")},
                                    {QStringLiteral("freeBytes"), qint64(399999999)}};
        made.fact(QStringLiteral("tablespaces"), {{QStringLiteral("/srv/pg/n4-fast"), directory}});
        const Preparation full = made.decided(cloneId);
        QCOMPARE(full.situation.argument(QStringLiteral("tablespaces")), QStringLiteral("/ssd/a\\=b=/srv/pg/n4-fast"));
        QCOMPARE(MadeSituation::verdict(full, QStringLiteral("tablespaces")), QStringLiteral("ok"));
        QCOMPARE(MadeSituation::verdict(full, QStringLiteral("space")), QStringLiteral("blocked"));
        QVariantMap roomy = directory;
        roomy.insert(QStringLiteral("freeBytes"), qint64(4000000000));
        made.fact(QStringLiteral("tablespaces"), {{QStringLiteral("/srv/pg/n4-fast"), roomy}});
        const Preparation ready = made.decided(cloneId);
        QVERIFY2(ready.readiness == Readiness::Ready, qPrintable(ready.sentence));
        const QByteArray plan = QJsonDocument(toJson(ready.plan)).toJson();
        QVERIFY2(plan.contains("--tablespace-mapping=/ssd/a\\\\=b=/srv/pg/n4-fast/data"), plan.constData());
    }

    void anOldServerIsNotOperated()
    {
        MadeSituation made = readyToClone();
        auto old = std::make_shared<NodeSample>(*made.snapshot.nodes[0].sample);
        old->version = ServerVersion(90624);
        made.snapshot.nodes[0].sample = made.snapshot.nodes[0].lastAnswer = old;
        QCOMPARE(MadeSituation::verdict(made.decided(cloneId), QStringLiteral("version")), QStringLiteral("blocked"));
    }

    void aProbeThatFailedBlocksWithItsWords()
    {
        MadeSituation made = readyToClone();
        made.fails(QStringLiteral("login"), {.code = ErrorCode::Authentication,
                                             .message = QStringLiteral("no pg_hba.conf entry"),
                                             .hint = QStringLiteral("add one")});
        const Preparation preparation = made.decided(cloneId);
        QCOMPARE(MadeSituation::verdict(preparation, QStringLiteral("replication-login")), QStringLiteral("blocked"));
        QVERIFY(preparation.sentence.contains(QLatin1String("no pg_hba.conf entry")));
    }

    void thePlanIsConcreteAndWithoutSecrets()
    {
        MadeSituation made = readyToClone();
        made.snapshot.nodes[0].definition.connInfo.setPassword(Secret(QStringLiteral("hunter2")));
        made.situation.arguments.insert(QStringLiteral("delay"), QStringLiteral("15 min"));
        const Preparation preparation = made.decided(cloneId);
        const QByteArray plan = QJsonDocument(toJson(preparation.plan)).toJson();
        QVERIFY(!plan.contains("hunter2"));
        QVERIFY(plan.contains("recovery_min_apply_delay = '15min'"));
        QVERIFY(plan.contains("unix_socket_directories = '/tmp, /run/it''s'"));
        QVERIFY(plan.contains("/srv/pg/.howdah-clone-20261120-000000-abcdef/data"));
        QStringList steps;
        for (const PlannedStep &step : preparation.plan.steps)
            steps << step.id;
        QCOMPARE(steps.join(QLatin1Char(' ')),
                 QStringLiteral("slot copy verify-copy configure place start follow record tidy"));
    }

    void thePlanDoesNotMoveWithTheWeather()
    {
        MadeSituation made = readyToClone();
        const Plan before = made.decided(cloneId).plan;
        made.fact(QStringLiteral("source"), {{QStringLiteral("dataBytes"), QStringLiteral("1000008192")},
                                             {QStringLiteral("walSenders"), QStringLiteral("3")}});
        made.fact(QStringLiteral("target"), {{QStringLiteral("freeBytes"), qint64(9000000000)}});
        QVERIFY(samePlan(made.decided(cloneId).plan, before));
        made.fact(QStringLiteral("host"), {{QStringLiteral("owner"), QStringLiteral("pgsql")}});
        QVERIFY(!samePlan(made.decided(cloneId).plan, before));
    }

    void theScriptIsAScript_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("plain") << QStringLiteral("n4");
        QTest::newRow("quotes, blanks, dollars") << QStringLiteral("it's $(touch /tmp/x) \"n\"; `y`");
        QTest::newRow("Unicode") << QStringLiteral("ñandú 象");
    }

    void theScriptIsAScript()
    {
        QFETCH(QString, name);
        MadeSituation made = readyToClone();
        made.situation.arguments.insert(QStringLiteral("name"), name);
        const Preparation preparation = made.decided(cloneId);
        QVERIFY2(preparation.readiness == Readiness::Ready, qPrintable(preparation.sentence));
        Hosts hosts;
        const QString script = toScript(preparation.plan, hosts);
        QVERIFY(script.startsWith(QLatin1String("#!/bin/sh\n")));
        QProcess shell;
        shell.start(QStringLiteral("sh"), {QStringLiteral("-n")});
        shell.write(script.toUtf8());
        shell.closeWriteChannel();
        QVERIFY(shell.waitForFinished());
        QVERIFY2(shell.exitCode() == 0, shell.readAllStandardError().constData());
        for (const PlannedStep &step : preparation.plan.steps)
            for (const Action &action : step.actions)
                QVERIFY2(!commandText(action, hosts).isEmpty(), qPrintable(action.text));
    }
};

QTEST_GUILESS_MAIN(TestCloneDecision)
#include "test_clone_decision.moc"
