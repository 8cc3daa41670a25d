#include "core/operations/library/archive_parts.h"
#include "tests/core/operations/situations.h"

#include <QTest>

using namespace howdah;
using namespace howdah::test;

namespace {

using Spoil = std::function<void(MadeSituation &)>;
const QString setArchiving = QStringLiteral("set-archiving");

QString at(const char *text)
{
    return QString::fromUtf8(text);
}

QVariantMap setting(const QString &name, const QString &value, const QVariantMap &changed = {})
{
    QVariantMap row{{at("name"), name},
                    {at("value"), value},
                    {at("setting"), value},
                    {at("context"), name == at("archive_mode") ? at("postmaster") : at("sighup")},
                    {at("type"), name == at("archive_timeout") ? at("integer") : at("string")},
                    {at("unit"), name == at("archive_timeout") ? at("s") : QString()},
                    {at("source"), at("default")},
                    {at("mayAlter"), true}};
    row.insert(changed);
    return row;
}

QVariantMap server(const QHash<QString, QVariantMap> &changed = {})
{
    QVariantMap settings{{at("archive_mode"), setting(at("archive_mode"), at("off"))},
                         {at("archive_command"), setting(at("archive_command"), at("(disabled)"))},
                         {at("archive_library"), setting(at("archive_library"), QString())},
                         {at("archive_timeout"), setting(at("archive_timeout"), at("0"))},
                         {at("wal_level"), setting(at("wal_level"), at("replica"))}};
    for (auto one = changed.cbegin(); one != changed.cend(); ++one)
        settings.insert(one.key(), *one);
    return {{at("settings"), settings},
            {at("mayReload"), true},
            {at("mayAlterSystem"), true},
            {at("fileErrors"), QString()}};
}

QVariantMap place(const QString &node, const QVariantMap &seen = {}, const QVariantMap &more = {})
{
    ArchiveSurroundings usual{.user = at("postgres"),
                              .what = ArchiveSurroundings::What::Directory,
                              .mayWrite = true,
                              .owner = at("postgres"),
                              .nearest = at("/srv/archive"),
                              .resolved = at("/srv/archive"),
                              .fileSystem = at("42"),
                              .freeBytes = 1LL << 40,
                              .totalBytes = 1LL << 41,
                              .hasGzip = true,
                              .hasZstd = true};
    QVariantMap archive = usual.toValues();
    archive.insert(seen);
    QVariantMap values{{at("layout"), layoutFact(node)},
                       {at("dataDirectory"), at("/srv/pg/") + node},
                       {at("fileSystems"), QStringList{at("1"), at("1")}},
                       {at("started"), at("2026-11-20 10:00:00+00")},
                       {at("clients"), 0},
                       {at("archive"), archive}};
    values.insert(more);
    return values;
}

MadeSituation ready()
{
    MadeSituation made;
    made.situation.arguments = {{at("directory"), at("/srv/archive")}, {at("restart"), at("true")}};
    for (const char *node : {"n1", "n2", "n3"}) {
        made.fact(at("settings"), {{at(node), server()}});
        made.fact(at("places"), {{at(node), place(at(node))}});
    }
    made.fact(at("stock"), {{at("segments"), 0}});
    made.fact(at("managers"), {{at("found"), QStringList()}});
    return made;
}

Spoil argument(const char *id, const char *value)
{
    return [=](MadeSituation &made) { made.situation.arguments.insert(at(id), at(value)); };
}

Spoil set(const char *name, const char *value, const QVariantMap &changed = {})
{
    return [=](MadeSituation &made) {
        made.fact(at("settings"), {{at("n1"), server({{at(name), setting(at(name), at(value), changed)}})}});
    };
}

Spoil sees(const QVariantMap &seen, const QVariantMap &more = {})
{
    return [=](MadeSituation &made) {
        for (const char *node : {"n1", "n2", "n3"})
            made.fact(at("places"), {{at(node), place(at(node), seen, more)}});
    };
}

Spoil lies(const QVariantMap &stock)
{
    return [=](MadeSituation &made) { made.fact(at("stock"), stock); };
}

Spoil both(const Spoil &first, const Spoil &second)
{
    return [=](MadeSituation &made) {
        first(made);
        second(made);
    };
}

QStringList stepsOf(const Preparation &preparation)
{
    QStringList steps;
    for (const PlannedStep &step : preparation.plan.steps)
        steps << step.id;
    return steps;
}

int absent()
{
    return int(ArchiveSurroundings::What::Absent);
}

} // namespace

class TestArchiveDecision : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsPlannedForEveryNodeThePrimaryLast()
    {
        const Preparation preparation = ready().decided(setArchiving);
        QVERIFY2(preparation.readiness == Readiness::Ready, qPrintable(preparation.sentence));
        QCOMPARE(stepsOf(preparation), (QStringList{at("install"), at("settings"), at("restart"), at("prove")}));
        QCOMPARE(preparation.plan.confirmWord, at("c"));
        QStringList restarted;
        for (const Action &action : preparation.plan.steps.at(2).actions)
            restarted << action.text;
        QVERIFY(restarted.size() == 3 && restarted.last().contains(at("/srv/pg/n1")));
        QCOMPARE(preparation.situation.argument(at("timeout")), at("5min"));
    }

    void withoutARestartNothingIsProvenYet()
    {
        MadeSituation made = ready();
        made.situation.arguments.insert(at("restart"), at("false"));
        const Preparation preparation = made.decided(setArchiving);
        QCOMPARE(stepsOf(preparation), (QStringList{at("install"), at("settings")}));
        QCOMPARE(MadeSituation::verdict(preparation, at("restart")), at("warning"));
        QVERIFY(preparation.plan.confirmWord.isEmpty());
    }

    void offChangesTheModeAlone()
    {
        MadeSituation made = ready();
        for (const char *node : {"n1", "n2", "n3"})
            made.fact(at("settings"),
                      {{at(node), server({{at("archive_mode"), setting(at("archive_mode"), at("on"))}})}});
        made.situation.arguments.insert(at("archiving"), at("off"));
        const Preparation preparation = made.decided(setArchiving);
        QCOMPARE(stepsOf(preparation), (QStringList{at("settings"), at("restart")}));
        QCOMPARE(preparation.plan.steps.first().actions.size(), 6); // each: set, reload
        QCOMPARE(preparation.plan.confirmWord, at("c"));
    }

    void theDirectoryAndThePackingOfNowAreSuggested()
    {
        MadeSituation made = ready();
        made.situation.arguments.remove(at("directory"));
        const std::optional<QString> command =
            archiveCommandFor({at("/old"), at("b@h"), at("/cfg")}, {Compression::Zstd, 3});
        set("archive_command", "(disabled)", {{at("written"), *command}})(made);
        const Arguments arguments = made.decided(setArchiving).situation.arguments;
        QCOMPARE(arguments.value(at("directory")), at("/old"));
        QCOMPARE(arguments.value(at("host")), at("b@h"));
        QCOMPARE(arguments.value(at("ssh-config")), at("/cfg"));
        QCOMPARE(arguments.value(at("compression")), at("zstd"));
        QCOMPARE(arguments.value(at("level")), at("3"));
    }

    void everyDoubt_data()
    {
        QTest::addColumn<QString>("check");
        QTest::addColumn<Spoil>("spoil");
        QTest::addColumn<QString>("verdict");
        const auto row = [](const char *title, const char *check, const Spoil &spoil, const char *verdict) {
            QTest::newRow(title) << at(check) << spoil << at(verdict);
        };
        row(
            "a node is down", "node-answers", [](MadeSituation &made) { kill(made.snapshot.nodes[1]); }, "blocked");
        row(
            "a node that is only watched", "version",
            [](MadeSituation &made) {
                auto old = std::make_shared<NodeSample>(*made.snapshot.nodes[1].sample);
                old->version = ServerVersion(120005);
                made.snapshot.nodes[1].sample = made.snapshot.nodes[1].lastAnswer = old;
            },
            "blocked");
        row(
            "no access to a host", "host-access",
            [](MadeSituation &made) {
                made.fact(at("places"), {{at("n2"), QVariantMap{{at("error"), at("No access.")},
                                                                {at("remedy"), at("Name the host.")}}}});
            },
            "blocked");
        row(
            "another manager", "other-manager",
            [](MadeSituation &made) {
                made.fact(at("managers"), {{at("found"), QStringList{at("Patroni")}}});
            },
            "blocked");
        row("no right", "right", set("archive_command", "(disabled)", {{at("mayAlter"), false}}), "blocked");
        row("given at the start", "effect", set("archive_mode", "off", {{at("source"), at("command line")}}),
            "blocked");
        row("minimal WAL", "wal-level", set("wal_level", "minimal"), "blocked");
        row("pgBackRest", "present", set("archive_command", "pgbackrest --stanza=x archive-push %p"), "blocked");
        row("pgBackRest, given up", "present",
            both(argument("replace", "true"), set("archive_command", "pgbackrest --stanza=x archive-push %p")),
            "warning");
        row("somebody's own script", "present", set("archive_command", "/opt/ship %p"), "blocked");
        row("a library", "present", set("archive_library", "basic_archive"), "blocked");
        row("a secret", "present", set("archive_command", "(not shown)", {{at("secret"), true}}), "blocked");
        row("a bare copy", "present", set("archive_command", "cp %p /srv/archive/%f"), "warning");
        row("a careful copy", "present", set("archive_command", "test ! -f /srv/archive/%f && cp %p /srv/archive/%f"),
            "ok");
        row("another directory", "present", set("archive_command", "cp %p /elsewhere/%f"), "warning");
        row("no directory", "directory", argument("directory", ""), "blocked");
        row("not there, and may be made", "directory",
            sees({{at("what"), absent()}, {at("nearest"), at("/srv")}, {at("resolved"), at("/srv")}}), "ok");
        row("not there, and may not be made", "directory",
            sees({{at("what"), absent()},
                  {at("nearest"), at("/srv")},
                  {at("resolved"), at("/srv")},
                  {at("mayWrite"), false}}),
            "blocked");
        row("not there, but root makes it", "directory",
            sees({{at("what"), absent()},
                  {at("nearest"), at("/srv")},
                  {at("resolved"), at("/srv")},
                  {at("mayWrite"), false}},
                 {{at("loginIsRoot"), true}}),
            "ok");
        row("no parent either", "directory", sees({{at("what"), absent()}, {at("nearest"), at("/")}}), "blocked");
        row("a file", "directory", sees({{at("what"), int(ArchiveSurroundings::What::Other)}}), "blocked");
        row("not writable", "directory", sees({{at("mayWrite"), false}}), "blocked");
        row("in the data directory, by a link", "directory", sees({{at("resolved"), at("/srv/pg/n1/x")}}), "blocked");
        row("no way to the host", "directory",
            both(argument("host", "b@h"), sees({{at("reached"), false}, {at("noWay"), at("Connection refused")}})),
            "blocked");
        row("another cluster's", "owner", sees({{at("archiveOf"), at("99 theirs")}}), "blocked");
        row("this cluster's", "owner", sees({{at("archiveOf"), at("4711 c")}}), "ok");
        row("another cluster's segments", "owner",
            lies({{at("others"), QStringList{at("X is of another cluster.")}}, {at("otherCount"), 3}}), "blocked");
        row("what is no WAL", "owner", lies({{at("foreign"), QStringList{at("notes.txt")}}}), "warning");
        row("no zstd", "tools", both(argument("compression", "zstd"), sees({{at("hasZstd"), false}})), "blocked");
        row("no gzip", "tools", both(argument("compression", "gzip"), sees({{at("hasGzip"), false}})), "blocked");
        row("the same disk", "disk", sees({{at("fileSystem"), at("1")}}), "warning");
        row("little room", "disk", sees({{at("freeBytes"), 1 << 20}}), "warning");
        row(
            "hosts of their own", "one-archive",
            [](MadeSituation &made) {
                QVariantMap layout = layoutFact(at("n2"));
                layout.insert(at("hostId"), at("ssh:db2"));
                made.fact(at("places"), {{at("n2"), place(at("n2"), {}, {{at("layout"), layout}})}});
            },
            "warning");
        row("sessions", "restart", sees({}, {{at("clients"), 4}}), "warning");
        row("switched off under a tool", "present",
            both(argument("archiving", "off"), set("archive_command", "barman-wal-archive b p %p")), "warning");
    }
    void everyDoubt()
    {
        QFETCH(QString, check);
        QFETCH(Spoil, spoil);
        QFETCH(QString, verdict);
        MadeSituation made = ready();
        spoil(made);
        const Preparation preparation = made.decided(setArchiving);
        QVERIFY2(preparation.objections.isEmpty(), qPrintable(preparation.sentence));
        QCOMPARE(MadeSituation::verdict(preparation, check), verdict);
        if (verdict == at("blocked"))
            QCOMPARE(preparation.readiness, Readiness::NotReady);
        for (const CheckResult &result : preparation.checks)
            if (result.id == check && verdict != at("ok"))
                QVERIFY2(!result.judgement.observed.isEmpty() && !result.judgement.remedy.isEmpty(),
                         qPrintable(result.judgement.observed));
    }

    void everyObjection_data()
    {
        QTest::addColumn<QString>("param");
        QTest::addColumn<QString>("value");
        const auto row = [](const char *param, const char *value) { QTest::newRow(value) << at(param) << at(value); };
        row("directory", "/it's");
        row("directory", "/archive/");
        row("directory", "relative");
        row("host", "-oProxyCommand=evil");
        row("host", "a b");
        row("host", "h;rm");
        row("level", "0");
        row("level", "10");
        row("compression", "lz4");
        row("timeout", "soon");
        row("archiving", "maybe");
    }
    void everyObjection()
    {
        QFETCH(QString, param);
        QFETCH(QString, value);
        MadeSituation made = ready();
        made.situation.arguments.insert(param, value);
        QVERIFY(made.decided(setArchiving).objections.contains(param));
    }
};

QTEST_GUILESS_MAIN(TestArchiveDecision)
#include "test_archive_decision.moc"
