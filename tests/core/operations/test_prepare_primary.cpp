#include "tests/core/operations/situations.h"

#include <QTest>

using namespace howdah;
using namespace howdah::test;

namespace {
const QString preparePrimary = QStringLiteral("prepare-primary");

QVariantMap row(const char *name, const char *value, const char *context, const char *type, const char *maximum = "")
{
    return {{QStringLiteral("name"), QString::fromLatin1(name)},
            {QStringLiteral("value"), QString::fromLatin1(value)},
            {QStringLiteral("setting"), QString::fromLatin1(value)},
            {QStringLiteral("context"), QString::fromLatin1(context)},
            {QStringLiteral("type"), QString::fromLatin1(type)},
            {QStringLiteral("minimum"), *maximum ? QStringLiteral("0") : QString()},
            {QStringLiteral("maximum"), QString::fromLatin1(maximum)},
            {QStringLiteral("choices"), QStringLiteral("[\"minimal\",\"replica\",\"logical\",\"on\",\"off\"]")},
            {QStringLiteral("source"), QStringLiteral("default")},
            {QStringLiteral("mayAlter"), true}};
}

QVariantMap settingsOf(const QString &senders = QStringLiteral("10"))
{
    QVariantMap walSenders = row("max_wal_senders", "10", "postmaster", "integer", "262143");
    walSenders[QStringLiteral("setting")] = senders;
    return {{QStringLiteral("wal_level"), row("wal_level", "minimal", "postmaster", "enum")},
            {QStringLiteral("max_wal_senders"), walSenders},
            {QStringLiteral("max_replication_slots"),
             row("max_replication_slots", "10", "postmaster", "integer", "262143")},
            {QStringLiteral("listen_addresses"), row("listen_addresses", "*", "postmaster", "string")},
            {QStringLiteral("hot_standby"), row("hot_standby", "on", "postmaster", "bool")},
            {QStringLiteral("wal_log_hints"), row("wal_log_hints", "off", "postmaster", "bool")},
            {QStringLiteral("max_slot_wal_keep_size"), row("max_slot_wal_keep_size", "-1", "sighup", "string")},
            {QStringLiteral("archive_mode"), row("archive_mode", "off", "postmaster", "enum")},
            {QStringLiteral("archive_command"), row("archive_command", "", "sighup", "string")}};
}

QVariantMap node(const QVariantMap &settings)
{
    return {{QStringLiteral("settings"), settings},
            {QStringLiteral("mayReload"), true},
            {QStringLiteral("mayAlterSystem"), true},
            {QStringLiteral("fileErrors"), QString()}};
}

MadeSituation readyToPrepare()
{
    MadeSituation made;
    made.situation.arguments = {{QStringLiteral("standby-addresses"), QStringLiteral("10.0.0.2")},
                                {QStringLiteral("passfile"), QStringLiteral("/srv/pgpass")}};
    made.fact(QStringLiteral("layout"), layoutFact(QStringLiteral("n1")));
    made.fact(QStringLiteral("server"), {{QStringLiteral("database"), QStringLiteral("postgres")},
                                         {QStringLiteral("superuser"), true},
                                         {QStringLiteral("slots"), 2},
                                         {QStringLiteral("clients"), 1},
                                         {QStringLiteral("hbaErrors"), QString()}});
    made.fact(QStringLiteral("space"), {{QStringLiteral("freeBytes"), qint64(50) << 30}});
    made.fact(QStringLiteral("settings"), {{QStringLiteral("n1"), node(settingsOf())},
                                           {QStringLiteral("n2"), node(settingsOf())},
                                           {QStringLiteral("n3"), node(settingsOf())}});
    made.fact(QStringLiteral("role"),
              {{QStringLiteral("exists"), false},
               {QStringLiteral("missingRights"), QStringList{QStringLiteral("pg_catalog.f()")}}});
    made.fact(QStringLiteral("home"), {{QStringLiteral("directory"), QStringLiteral("/var/lib/pg")}});
    made.fact(QStringLiteral("passfile"), {{QStringLiteral("hasLine"), false}});
    made.fact(QStringLiteral("files"),
              {{QStringLiteral("hba"),
                QVariantMap{{QStringLiteral("path"), QStringLiteral("/srv/pg/n1/pg_hba.conf")},
                            {QStringLiteral("changes"),
                             QVariantList{QVariantMap{{QStringLiteral("line"), 3},
                                                      {QStringLiteral("inserted"), QByteArray("host …\n")}}}}}}});
    made.fact(QStringLiteral("managers"), {{QStringLiteral("found"), QStringList()}});
    return made;
}

void change(MadeSituation &made, const QString &setting, const QVariantMap &values)
{
    QVariantMap settings = settingsOf();
    QVariantMap one = settings.value(setting).toMap();
    one.insert(values);
    settings.insert(setting, one);
    made.fact(QStringLiteral("settings"), {{QStringLiteral("n1"), node(settings)}});
}
} // namespace

class TestPreparePrimary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsUnfitIsChangedAndNothingElse()
    {
        const Preparation preparation = readyToPrepare().decided(preparePrimary);
        QVERIFY2(preparation.readiness == Readiness::ReadyWithWarnings, qPrintable(preparation.sentence));
        const Arguments &arguments = preparation.situation.arguments;
        QCOMPARE(arguments.value(QStringLiteral("wal-level")), QStringLiteral("replica"));
        QCOMPARE(arguments.value(QStringLiteral("wal-log-hints")), QStringLiteral("on"));
        QCOMPARE(arguments.value(QStringLiteral("max-slot-wal-keep-size")), QStringLiteral("25GB"));
        QVERIFY(!arguments.contains(QStringLiteral("max-wal-senders")));
        QVERIFY(!arguments.contains(QStringLiteral("hot-standby")));
        QStringList steps;
        for (const PlannedStep &step : preparation.plan.steps)
            steps << step.id;
        QCOMPARE(steps.join(QLatin1Char(' ')), QStringLiteral("settings role admit"));
        QVERIFY(preparation.plan.confirmWord.isEmpty());
    }

    void checksumsMakeHintsNeedless()
    {
        MadeSituation made = readyToPrepare();
        made.fact(QStringLiteral("server"), {{QStringLiteral("checksums"), true}});
        QVERIFY(!made.decided(preparePrimary).situation.arguments.contains(QStringLiteral("wal-log-hints")));
    }

    void aRestartIsPlannedWhenAskedFor()
    {
        MadeSituation made = readyToPrepare();
        made.situation.arguments.insert(QStringLiteral("restart"), QStringLiteral("true"));
        const Preparation preparation = made.decided(preparePrimary);
        QCOMPARE(preparation.plan.steps.last().id, QStringLiteral("restart"));
        QCOMPARE(preparation.plan.confirmWord, QStringLiteral("n1"));
        QCOMPARE(MadeSituation::verdict(preparation, QStringLiteral("wal-level")), QStringLiteral("ok"));
    }

    void everyRefusal_data()
    {
        QTest::addColumn<QString>("check");
        QTest::addColumn<std::function<void(MadeSituation &)>>("spoil");
        using Spoil = std::function<void(MadeSituation &)>;
        const auto row = [](const char *title, const char *check, const Spoil &spoil) {
            QTest::newRow(title) << QString::fromLatin1(check) << spoil;
        };
        const auto fact = [](const char *probe, const char *key, const QVariant &value) -> Spoil {
            return [=](MadeSituation &made) {
                made.fact(QString::fromLatin1(probe), {{QString::fromLatin1(key), value}});
            };
        };
        row("the primary is dead", "node-answers", [](MadeSituation &made) { kill(made.snapshot.nodes[0]); });
        row("no superuser", "superuser", fact("server", "superuser", false));
        row("another manager", "other-manager",
            fact("managers", "found", QStringList{QStringLiteral("Patroni on n1")}));
        row("no access to the host", "host-access", [](MadeSituation &made) {
            made.fails(QStringLiteral("layout"), {.code = ErrorCode::Unsupported, .message = QStringLiteral("no")});
        });
        row("errors in the files", "files", [](MadeSituation &made) {
            QVariantMap values = node(settingsOf());
            values.insert(QStringLiteral("fileErrors"), QStringLiteral("x, line 1: bad"));
            made.fact(QStringLiteral("settings"), {{QStringLiteral("n1"), values}});
        });
        row("the command line wins", "wal-level", [](MadeSituation &made) {
            change(made, QStringLiteral("wal_level"), {{QStringLiteral("source"), QStringLiteral("command line")}});
        });
        row("a value out of range", "max-wal-senders", [](MadeSituation &made) {
            made.situation.arguments.insert(QStringLiteral("max-wal-senders"), QStringLiteral("999999"));
        });
        row("no such parameter", "archiving", [](MadeSituation &made) {
            made.situation.arguments.insert(QStringLiteral("archive-library"), QStringLiteral("basic_archive"));
        });
        row("a value that is secret already", "archiving", [](MadeSituation &made) {
            change(made, QStringLiteral("archive_command"), {{QStringLiteral("secret"), true}});
            made.situation.arguments.insert(QStringLiteral("archive-command"), QStringLiteral("true"));
        });
        row("more than the standbys have", "floor", [](MadeSituation &made) {
            made.situation.arguments.insert(QStringLiteral("max-wal-senders"), QStringLiteral("20"));
        });
        row("ALTER SYSTEM is forbidden", "write-to", [](MadeSituation &made) {
            QVariantMap values = node(settingsOf());
            values.insert(QStringLiteral("mayAlterSystem"), false);
            made.fact(QStringLiteral("settings"), {{QStringLiteral("n1"), values}});
            made.situation.arguments.insert(QStringLiteral("write-to"), QStringLiteral("alter-system"));
        });
        row("an old password", "role", [](MadeSituation &made) {
            made.fact(QStringLiteral("role"),
                      {{QStringLiteral("exists"), true}, {QStringLiteral("password"), QStringLiteral("md5")}});
        });
        row("an expired password", "role", [](MadeSituation &made) {
            made.fact(QStringLiteral("role"), {{QStringLiteral("exists"), true}, {QStringLiteral("expired"), true}});
        });
        row("a password file of others", "passfile", fact("passfile", "problem", QStringLiteral("others read it")));
        row("an error in pg_hba.conf", "hba", fact("server", "hbaErrors", QStringLiteral("line 1: bad")));
        row("pg_hba.conf of somebody else", "hba", [](MadeSituation &made) {
            QVariantMap hba = made.situation.facts[QStringLiteral("files")].values.value(QStringLiteral("hba")).toMap();
            hba.insert(QStringLiteral("problem"), QStringLiteral("it belongs to root"));
            made.fact(QStringLiteral("files"), {{QStringLiteral("hba"), hba}});
        });
    }

    void everyRefusal()
    {
        QFETCH(QString, check);
        QFETCH(std::function<void(MadeSituation &)>, spoil);
        MadeSituation made = readyToPrepare();
        made.situation.arguments.insert(QStringLiteral("node"), QStringLiteral("n1"));
        spoil(made);
        const Preparation preparation = made.decided(preparePrimary);
        QCOMPARE(preparation.readiness, Readiness::NotReady);
        QCOMPARE(MadeSituation::verdict(preparation, check), QStringLiteral("blocked"));
    }

    void everyObjection_data()
    {
        QTest::addColumn<QString>("param");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("accepted");
        const auto row = [](const char *param, const QString &value, bool accepted) {
            QTest::addRow("%s=%s", param, qPrintable(value)) << QString::fromLatin1(param) << value << accepted;
        };
        row("node", QStringLiteral("n2"), false);
        row("role", QStringLiteral("a\"b c"), true);
        row("role", QStringLiteral("all"), true);
        row("role", QStringLiteral("pg_mine"), false);
        row("role", QStringLiteral("public"), false);
        row("role", QStringLiteral("/^r"), false);
        row("role", QStringLiteral("a\nb"), false);
        row("role", QString(64, QLatin1Char('x')), false);
        row("standby-addresses", QStringLiteral("10.0.0.2, fd00::2;db2.example"), true);
        row("standby-addresses", QStringLiteral("10.0.0.2, all"), false);
        row("standby-addresses", QStringLiteral("0.0.0.0/0"), false);
        row("passfile", QStringLiteral("pgpass"), false);
        row("archive-command", QStringLiteral("push %p"), true);
        row("archive-command", QStringLiteral("push --password=x %p"), false);
        row("archive-command", QStringLiteral("a\nb"), false);
        row("wal-level", QStringLiteral("minimal"), false);
    }

    void everyObjection()
    {
        QFETCH(QString, param);
        QFETCH(QString, value);
        QFETCH(bool, accepted);
        MadeSituation made = readyToPrepare();
        made.situation.arguments.insert(param, value);
        const Preparation preparation = made.decided(preparePrimary);
        QCOMPARE(!preparation.objections.contains(param), accepted);
    }

    void everyCheckSaysWhatItSawAndWhyItMatters()
    {
        const Preparation preparation = readyToPrepare().decided(preparePrimary);
        QVERIFY(preparation.checks.size() > 15);
        for (const CheckResult &check : preparation.checks) {
            QVERIFY2(!check.judgement.observed.isEmpty(), qPrintable(check.id));
            QVERIFY2(!check.why.isEmpty(), qPrintable(check.id));
        }
    }
};

QTEST_GUILESS_MAIN(TestPreparePrimary)
#include "test_prepare_primary.moc"
