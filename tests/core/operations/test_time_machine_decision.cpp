#include "tests/core/operations/topology_situations.h"

#include <QTest>

using namespace howdah;
using namespace howdah::test;

namespace {

const QString bring = QStringLiteral("bring-rows-back");
const QString takePlace = QStringLiteral("take-place");

/// A copy of n1 that was recovered and runs.
MadeSituation withCopy()
{
    MadeSituation made;
    made.fact(at("layout"), layoutFact(at("n1")));
    made.fact(at("sides"), {{at("newest"), at("/srv/pg/recovered-1")}});
    made.fact(at("side"), {{at("there"), true}, {at("port"), 5440}, {at("socketDirectory"), at("/srv/pg/recovered-1")}});
    made.fact(at("side-server"), {{at("systemIdentifier"), at("4711")},
                                  {at("inRecovery"), false},
                                  {at("dataDirectory"), at("/srv/pg/recovered-1/data")},
                                  {at("timeline"), 2},
                                  {at("tablespaces"), 0},
                                  {at("major"), 15}});
    return made;
}

QVariantMap table(const char *name, int missing, int changed = 0)
{
    return {{at("schema"), at("public")},   {at("table"), at(name)},     {at("there"), true},
            {at("here"), true},             {at("difference"), QString()}, {at("columns"), QStringList{at("id"), at("v")}},
            {at("key"), QStringList{at("id")}}, {at("numbered"), QStringList()}, {at("triggers"), QStringList()},
            {at("parents"), QVariantList()}, {at("comparable"), true},    {at("compared"), 100},
            {at("missing"), missing},       {at("changed"), changed},    {at("extra"), 0},
            {at("mayInsert"), true},        {at("mayUpdate"), true},     {at("owns"), true}};
}

void refersTo(QVariantMap &table, const char *parent, bool deferrable = false)
{
    QVariantList parents = table.value(at("parents")).toList();
    parents << QVariantMap{{at("schema"), at("public")},
                           {at("table"), at(parent)},
                           {at("name"), at("fk")},
                           {at("deferrable"), deferrable}};
    table.insert(at("parents"), parents);
}

void sees(MadeSituation &made, const QList<QVariantMap> &tables)
{
    QVariantList list;
    for (const QVariantMap &one : tables)
        list << one;
    made.fact(at("tables"), {{at("tables"), list}});
}

MadeSituation readyToBring()
{
    MadeSituation made = withCopy();
    made.situation.arguments = {{at("tables"), at("users")}};
    sees(made, {table("users", 5, 2)});
    made.fact(at("destination"), {{at("superuser"), false}, {at("mayCreate"), false}, {at("schemaThere"), false}});
    return made;
}

MadeSituation readyToTakePlace()
{
    MadeSituation made = withCopy();
    made.fact(at("old-files"), {{at("entries"), QStringList{at("PG_VERSION"), at("postgresql.conf"), at("base")}},
                                {at("parent"), at("/srv/pg")},
                                {at("writable"), true},
                                {at("mounted"), false},
                                {at("oneFileSystem"), true}});
    made.fact(at("old-server"),
              {{at("answers"), true}, {at("synchronous"), QString()}, {at("clients"), 0}, {at("inRecovery"), false}});
    made.fact(at("service"), {});
    made.fact(at("managers"), {{at("found"), QStringList()}});
    return made;
}

using Change = std::function<void(MadeSituation &)>;

Change changes(const char *probe, const char *key, const QVariant &value)
{
    return [=](MadeSituation &made) { made.fact(at(probe), {{at(key), value}}); };
}

} // namespace

/// Bringing rows back and taking the primary's place: every refusal, without a server.
class TestTimeMachineDecision : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsGoBackInOneStep()
    {
        const Preparation plain = readyToBring().decided(bring);
        QVERIFY2(plain.readiness == Readiness::Ready, qPrintable(plain.sentence));
        QCOMPARE(stepsOf(plain), at("bring"));
        QCOMPARE(plain.plan.confirmWord, at("n1"));
        MadeSituation schema = readyToBring();
        schema.situation.arguments.insert(at("to"), at("schema"));
        schema.fact(at("destination"), {{at("mayCreate"), true}});
        QCOMPARE(stepsOf(schema.decided(bring)), at("schema copy"));
        MadeSituation file = readyToBring();
        file.situation.arguments.insert(at("to"), at("file"));
        file.fact(at("destination"), {{at("writable"), true}});
        QCOMPARE(stepsOf(file.decided(bring)), at("copy"));
        const Result<Plan> read = planFromJson(toJson(plain.plan));
        QVERIFY(read && samePlan(*read, plain.plan));
    }

    void whatStandsInTheWayOfRows_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("check");
        QTest::addColumn<QString>("verdict");
        const auto row = [](const char *name, const Change &change, const char *check, const char *verdict = "blocked") {
            QTest::newRow(name) << change << at(check) << at(verdict);
        };
        const auto seen = [](const QVariantMap &one) { return [one](MadeSituation &made) { sees(made, {one}); }; };
        const auto with = [](const QVariantMap &one, const char *key, const QVariant &value) {
            QVariantMap changed = one;
            changed.insert(at(key), value);
            return changed;
        };
        const auto argument = [](const char *id, const char *value) {
            return [=](MadeSituation &made) { made.situation.arguments.insert(at(id), at(value)); };
        };
        const QVariantMap users = table("users", 5, 2);
        row("nothing", [](MadeSituation &) {}, "side", "ok");
        row("no copy there", changes("side", "there", false), "side");
        row("its server is stopped", changes("side", "port", 0), "side");
        row("of another system", changes("side-server", "systemIdentifier", at("4712")), "side");
        row("another server on its port", changes("side-server", "dataDirectory", at("/srv/pg/n1")), "side");
        row("still replaying", changes("side-server", "inRecovery", true), "side");
        row("another version", changes("side-server", "major", 14), "side");
        row("it does not answer",
            [](MadeSituation &made) {
                made.fails(at("side-server"), {.code = ErrorCode::Unreachable, .message = at("refused")});
            },
            "side");
        row("no such table", seen(with(users, "there", false)), "tables");
        row("other columns", seen(with(users, "difference", at("Another."))), "tables");
        row("no primary key", seen(with(users, "key", QStringList())), "tables");
        row("dropped", seen(with(users, "here", false)), "tables", "warning");
        row("nothing missing", seen(table("users", 0)), "rows");
        row("only changed ones", seen(table("users", 0, 3)), "rows");
        row("a parent that is not chosen",
            [users](MadeSituation &made) {
                QVariantMap child = users;
                refersTo(child, "accounts");
                sees(made, {child});
            },
            "parents", "warning");
        const auto circle = [users](bool deferrable) {
            return [users, deferrable](MadeSituation &made) {
                QVariantMap left = users;
                QVariantMap right = table("orders", 1);
                refersTo(left, "orders", deferrable);
                refersTo(right, "users", deferrable);
                made.situation.arguments.insert(at("tables"), at("users, orders"));
                sees(made, {left, right});
            };
        };
        row("a circle", circle(false), "parents");
        row("a circle that may wait for the commit", circle(true), "parents", "ok");
        row("foreign keys unchecked", argument("triggers", "none"), "parents", "warning");
        row("unchecked without being a superuser", argument("triggers", "none"), "rights");
        const QVariantMap triggered = with(users, "triggers", QStringList{at("noted")});
        row("triggers are off", seen(triggered), "triggers", "ok");
        row("triggers fire",
            [=](MadeSituation &made) {
                sees(made, {triggered});
                made.situation.arguments.insert(at("triggers"), at("fire"));
            },
            "triggers", "warning");
        row("not the owner, with triggers", seen(with(triggered, "owns", false)), "rights");
        row("not the owner, without triggers", seen(with(users, "owns", false)), "rights", "ok");
        row("may not insert", seen(with(users, "mayInsert", false)), "rights");
        row("a table to be made, but no right to",
            seen(with(users, "here", false)), "rights");
        row("a schema, but no right to", argument("to", "schema"), "rights");
        row("a schema that is there",
            [=](MadeSituation &made) {
                made.situation.arguments.insert(at("to"), at("schema"));
                made.fact(at("destination"), {{at("schemaThere"), true}});
            },
            "destination");
        row("a file that is there",
            [=](MadeSituation &made) {
                made.situation.arguments.insert(at("to"), at("file"));
                made.fact(at("destination"), {{at("fileThere"), true}, {at("writable"), true}});
            },
            "destination");
        row("a file that cannot be written", argument("to", "file"), "destination");
    }
    void whatStandsInTheWayOfRows()
    {
        QFETCH(Change, change);
        QFETCH(QString, check);
        QFETCH(QString, verdict);
        MadeSituation made = readyToBring();
        change(made);
        const Preparation preparation = made.decided(bring);
        QCOMPARE(MadeSituation::verdict(preparation, check), verdict);
        if (verdict == at("blocked"))
            QCOMPARE(preparation.readiness, Readiness::NotReady);
    }

    void argumentsThatCannotBe_data()
    {
        QTest::addColumn<Arguments>("arguments");
        QTest::addColumn<QString>("parameter");
        QTest::newRow("no names") << Arguments{{at("tables"), at("a b")}} << at("tables");
        QTest::newRow("a condition on two tables")
            << Arguments{{at("tables"), at("a, b")}, {at("where"), at("id = 1")}} << at("where");
        QTest::newRow("two conditions") << Arguments{{at("tables"), at("a")}, {at("where"), at("true; DROP TABLE a")}}
                                        << at("where");
        QTest::newRow("CSV of two tables")
            << Arguments{{at("tables"), at("a, b")}, {at("to"), at("file")}, {at("format"), at("csv")}} << at("format");
    }
    void argumentsThatCannotBe()
    {
        QFETCH(Arguments, arguments);
        QFETCH(QString, parameter);
        MadeSituation made = readyToBring();
        made.situation.arguments = arguments;
        QVERIFY(made.decided(bring).objections.contains(parameter));
    }

    void thePlaceIsTakenStepByStep()
    {
        const Preparation plain = readyToTakePlace().decided(takePlace);
        QVERIFY2(plain.readiness == Readiness::ReadyWithWarnings, qPrintable(plain.sentence)); // n2 and n3
        QCOMPARE(stepsOf(plain), at("prepare stop-copy fence aside place configure start settle"));
        QCOMPARE(plain.plan.confirmWord, at("n1"));
        MadeSituation across = readyToTakePlace();
        across.fact(at("old-files"),
                    {{at("oneFileSystem"), false}, {at("copyBytes"), 1000}, {at("freeBytes"), qint64(1) << 40}});
        QCOMPARE(stepsOf(across.decided(takePlace)),
                 at("prepare stop-copy bring fence aside place configure start settle"));
        int returns = 0;
        for (const PlannedStep &step : plain.plan.steps)
            returns += step.pointOfNoReturn ? 1 : 0;
        QCOMPARE(returns, 1);
        const Result<Plan> read = planFromJson(toJson(plain.plan));
        QVERIFY(read && samePlan(*read, plain.plan));
    }

    void whatStandsInTheWayOfThePlace_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("check");
        QTest::addColumn<QString>("verdict");
        const auto row = [](const char *name, const Change &change, const char *check, const char *verdict = "blocked") {
            QTest::newRow(name) << change << at(check) << at(verdict);
        };
        row("another primary",
            [](MadeSituation &made) { made.snapshot.nodes[1].role = NodeRole::Primary; }, "role");
        row("a standby's place", changes("old-server", "inRecovery", true), "role");
        row("the primary is silent", changes("old-server", "answers", false), "role", "warning");
        row("somebody works on it", changes("old-server", "clients", 3), "role", "warning");
        row("a mount point", changes("old-files", "mounted", true), "files");
        const auto elsewhere = [](qint64 spare) {
            return [spare](MadeSituation &made) {
                made.fact(at("old-files"), {{at("oneFileSystem"), false},
                                            {at("copyBytes"), qint64(1) << 30},
                                            {at("freeBytes"), spare}});
            };
        };
        row("another file system", elsewhere(qint64(2) << 30), "files", "ok");
        row("another file system, and no room", elsewhere(qint64(1) << 30), "files");
        row("no right to rename", changes("old-files", "writable", false), "files");
        row("a container's own server", changes("layout", "container", at("box-n1")), "files");
        row("tablespaces", changes("side-server", "tablespaces", 1), "tablespaces", "warning");
        row("its timeline is taken in the archive", changes("old-server", "archivedTimeline", 2), "timeline");
        row("its timeline is the live one", [](MadeSituation &made) { made.snapshot.nodes[0].timeline = 2; }, "timeline");
        row("commits would hang", changes("old-server", "synchronous", at("n2")), "synchronous");
        row("standbys", [](MadeSituation &) {}, "standbys", "warning");
        row("no standbys",
            [](MadeSituation &made) { made.snapshot.nodes = {made.snapshot.nodes[0]}; }, "standbys", "ok");
        row("the copy is stopped", changes("side", "port", 0), "side");
    }
    void whatStandsInTheWayOfThePlace()
    {
        QFETCH(Change, change);
        QFETCH(QString, check);
        QFETCH(QString, verdict);
        MadeSituation made = readyToTakePlace();
        change(made);
        const Preparation preparation = made.decided(takePlace);
        QCOMPARE(MadeSituation::verdict(preparation, check), verdict);
        if (verdict == at("blocked"))
            QCOMPARE(preparation.readiness, Readiness::NotReady);
    }
};


QTEST_GUILESS_MAIN(TestTimeMachineDecision)
#include "test_time_machine_decision.moc"
