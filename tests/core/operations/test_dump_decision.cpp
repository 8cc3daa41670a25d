#include "core/operations/library/restore_parts.h"
#include "tests/core/operations/topology_situations.h"

#include <QJsonDocument>

using namespace howdah;
using namespace howdah::test;

namespace {

const QChar part(0x1f);

QString relation(const char *kind, const char *bytes, const char *flags, const char *schema, const char *name)
{
    return (QStringList{at(kind), at(bytes)} + at(flags).split(QLatin1Char(' ')) + QStringList{at(schema), at(name)})
        .join(part);
}

/// Everything in order for a dump of the database shop.
MadeSituation readyToDump()
{
    MadeSituation made;
    made.fact(at("layout"), layoutFact(at("n1")));
    made.fact(at("server"), {{at("user"), at("postgres")},
                             {at("isSuperuser"), at("t")},
                             {at("bypassesRowSecurity"), at("t")},
                             {at("inRecovery"), at("f")},
                             {at("feedback"), at("off")},
                             {at("conflictDelay"), at("30000")},
                             {at("largest"), at("shop")},
                             {at("allBytes"), at("5000000")},
                             {at("databases"), QStringList{at("postgres"), at("shop")}}});
    made.fact(at("programs"),
              {{at("directory"), at("/usr/lib/postgresql/15/bin")}, {at("version"), at("15.20")}, {at("major"), 15}});
    made.fact(at("database"), {{at("tables"), QStringList{relation("r", "4000000", "t f f", "sales", "orders"),
                                                          relation("r", "1000", "t f f", "sales", "customers")}},
                               {at("schemas"), QStringList{at("public"), at("sales")}}});
    made.fact(at("place"), {{at("there"), true},
                            {at("writtenInto"), at("/srv/pg/backups")},
                            {at("writable"), true},
                            {at("freeBytes"), 100000000LL}});
    made.fact(at("login"), {{at("user"), at("postgres")}});
    return made;
}

/// Everything in order for a restore of an archive of shop into a new database.
MadeSituation readyToRestore()
{
    MadeSituation made;
    made.situation.arguments = {{at("file"), at("/srv/shop.dump")}};
    made.fact(at("layout"), layoutFact(at("n1")));
    made.fact(at("server"), {{at("user"), at("postgres")},
                             {at("isSuperuser"), at("t")},
                             {at("mayCreate"), at("t")},
                             {at("databases"), QStringList{at("postgres"), at("live")}},
                             {at("roles"), QStringList{at("postgres"), at("anna")}},
                             {at("tablespaces"), QStringList{at("pg_default")}},
                             {at("extensions"), QStringList{at("plpgsql"), at("hstore")}},
                             {at("locales"), QStringList{at("C"), at("en_US.utf8")}}});
    made.fact(at("file"), {{at("path"), at("/srv/shop.dump")}, {at("format"), at("custom")}, {at("archiveMinor"), 14}});
    made.fact(at("programs"),
              {{at("directory"), at("/usr/lib/postgresql/15/bin")}, {at("version"), at("15.20")}, {at("major"), 15}});
    const Result<DumpContents> contents = parseDumpContents("; TOC Entries: 9\n;     dbname: shop\n"
                                                            "1; 2615 1 SCHEMA - sales anna\n"
                                                            "2; 1259 1 TABLE sales orders anna\n;\tdepends on: 1\n"
                                                            "3; 0 1 TABLE DATA sales orders anna\n;\tdepends on: 2\n"
                                                            "4; 3079 1 EXTENSION - hstore \n"
                                                            "5; 1259 1 TABLE sales lines anna\n;\tdepends on: 1\n"
                                                            "6; 2606 1 FK CONSTRAINT sales lines lines_fkey anna\n"
                                                            ";\tdepends on: 5 2\n");
    made.fact(at("contents"), {{at("contents"), QVariant::fromValue<library::DumpContentsPtr>(
                                                    std::make_shared<const DumpContents>(*contents))},
                               {at("database"), at("shop")},
                               {at("serverVersion"), at("15.20")},
                               {at("grantees"), QStringList{at("anna")}},
                               {at("collate"), at("C")},
                               {at("characterType"), at("C")}});
    made.fact(at("target"), {});
    made.fact(at("space"), {{at("freeBytes"), 100000000LL}, {at("dumpBytes"), 1000000LL}});
    made.fact(at("login"), {{at("user"), at("postgres")}});
    return made;
}

using Change = std::function<void(MadeSituation &)>;

Change fact(const char *probe, const char *name, const QVariant &value)
{
    return [=](MadeSituation &made) { made.fact(at(probe), {{at(name), value}}); };
}
Change argument(const char *id, const char *value)
{
    return [=](MadeSituation &made) { made.situation.arguments.insert(at(id), at(value)); };
}
Change all(const QList<Change> &changes)
{
    return [=](MadeSituation &made) {
        for (const Change &change : changes)
            change(made);
    };
}
/// The database is there, and has these already.
Change existing(const QStringList &present)
{
    return all({argument("into", "live"), fact("target", "present", present), fact("target", "mayCreate", at("t")),
                fact("target", "sessions", at("0"))});
}

} // namespace

Q_DECLARE_METATYPE(Change)

class TestDumpDecision : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readyWhenAllIsInOrder()
    {
        QCOMPARE(readyToDump().decided(at("dump")).readiness, Readiness::Ready);
        const Preparation restore = readyToRestore().decided(at("restore"));
        QVERIFY2(restore.readiness == Readiness::Ready, qPrintable(restore.sentence));
        QCOMPARE(restore.situation.argument(at("into")), at("shop"));
        QVERIFY(restore.plan.confirmWord.isEmpty());
    }

    void aDumpIsJudged_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("check");
        QTest::addColumn<QString>("verdict");
        const auto row = [](const char *title, const char *check, const char *verdict, const Change &change) {
            QTest::newRow(title) << change << at(check) << at(verdict);
        };
        const auto tables = [](const QString &one) { return fact("database", "tables", QStringList{one}); };
        const Change ordinary =
            all({fact("server", "isSuperuser", at("f")), fact("server", "bypassesRowSecurity", at("f"))});
        row("an old pg_dump", "program", "blocked", fact("programs", "newest", at("14.9")));
        row("a name of nothing", "database", "blocked", argument("table", "sales.nothing"));
        row("a schema of nothing", "database", "blocked", argument("schema", "nothing"));
        row("a pattern", "database", "ok", argument("table", "sales.ord*"));
        row("schemas and tables", "database", "blocked",
            all({argument("schema", "sales"), argument("table", "sales.orders")}));
        row("a table that may not be read", "rights", "blocked",
            all({ordinary, tables(relation("r", "1", "f f f", "sales", "secret"))}));
        row("it is left out", "rights", "warning",
            all({ordinary, tables(relation("r", "1", "f f f", "sales", "secret")),
                 argument("exclude-table", "sales.secret")}));
        row("no superuser, no globals", "rights", "ok", all({ordinary, argument("globals", "false")}));
        row("no superuser, all databases", "rights", "warning", all({ordinary, argument("what", "all")}));
        row("hidden rows", "row-security", "blocked",
            all({ordinary, tables(relation("r", "1", "t t f", "sales", "orders"))}));
        row("hidden rows, known", "row-security", "warning",
            all({ordinary, tables(relation("r", "1", "t t f", "sales", "orders")),
                 argument("enable-row-security", "true")}));
        row("hidden rows, bypassed", "row-security", "ok",
            all({tables(relation("r", "1", "t t f", "sales", "orders"))}));
        row("jobs into one file", "form", "blocked", argument("jobs", "4"));
        row("jobs into a directory", "form", "ok", all({argument("jobs", "4"), argument("format", "directory")}));
        row("a compressed tar", "form", "blocked", all({argument("format", "tar"), argument("compression", "gzip")}));
        row("zstd with 15", "form", "blocked", argument("compression", "zstd"));
        row("zstd with 16", "form", "ok", all({argument("compression", "zstd"), fact("programs", "major", 16)}));
        row("a filter file with 16", "form", "blocked",
            all({argument("filter", "/srv/filter"), fact("programs", "major", 16)}));
        row("a filter file with 17", "form", "ok",
            all({argument("filter", "/srv/filter"), fact("programs", "major", 17)}));
        row("a lock", "locks", "warning", tables(relation("r", "1", "t f t", "sales", "orders")));
        row("a standby that may break it off", "standby", "warning", fact("server", "inRecovery", at("t")));
        row("a standby that waits", "standby", "warning",
            all({fact("server", "inRecovery", at("t")), fact("server", "conflictDelay", at("-1"))}));
        row("a standby with feedback", "standby", "ok",
            all({fact("server", "inRecovery", at("t")), fact("server", "feedback", at("on"))}));
        row("in the data directory", "directory", "blocked", argument("directory", "/srv/pg/n1/dumps"));
        row("nowhere to write", "directory", "blocked", fact("place", "writable", false));
        row("a full disk", "space", "blocked", fact("place", "freeBytes", 1000LL));
        row("a nearly full disk", "space", "warning", fact("place", "freeBytes", 3000000LL));
        row("definitions need no room", "space", "ok",
            all({fact("place", "freeBytes", 1000LL), argument("sections", "schema")}));
    }
    void aDumpIsJudged()
    {
        QFETCH(Change, change);
        QFETCH(QString, check);
        QFETCH(QString, verdict);
        MadeSituation made = readyToDump();
        change(made);
        const Preparation decided = made.decided(at("dump"));
        QVERIFY2(decided.objections.isEmpty(), qPrintable(decided.sentence));
        QCOMPARE(MadeSituation::verdict(decided, check), verdict);
    }

    void aRestoreIsJudged_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("check");
        QTest::addColumn<QString>("verdict");
        const auto row = [](const char *title, const char *check, const char *verdict, const Change &change) {
            QTest::newRow(title) << change << at(check) << at(verdict);
        };
        const QStringList orders{at("sales.orders"), at("SCHEMA sales")};
        const auto plain = [](bool complete, bool namesDatabases) {
            return all({fact("file", "format", at("plain")), fact("file", "complete", complete),
                        fact("file", "namesDatabases", namesDatabases)});
        };
        row("no dump", "file", "blocked", fact("file", "format", QString()));
        row("an archive of 17", "file", "blocked", fact("file", "archiveMinor", 16));
        row("an archive of times to come", "file", "blocked", fact("file", "archiveMinor", 99));
        row("SQL", "file", "ok", plain(true, false));
        row("SQL, cut off", "file", "blocked", plain(false, false));
        row("SQL of all databases", "file", "blocked", plain(true, true));
        row("a newer server's", "dump-version", "warning", fact("contents", "serverVersion", at("17.1")));
        row("an old pg_restore", "program", "blocked", fact("programs", "newest", at("14.9")));
        row("nothing of that name", "contents", "blocked", argument("only", "sales.nothing"));
        row("a tie that is left out", "contents", "warning", argument("only", "sales.lines"));
        row("both of them", "contents", "ok", argument("only", "sales.lines\nsales.orders"));
        row("no right to make databases", "rights", "blocked",
            all({fact("server", "isSuperuser", at("f")), fact("server", "mayCreate", at("f"))}));
        row("no right in the database", "rights", "blocked",
            all({existing({}), fact("server", "isSuperuser", at("f")), fact("target", "mayCreate", at("f"))}));
        row("a role that is not there", "roles", "blocked", fact("server", "roles", QStringList{at("postgres")}));
        row("a role that is not needed", "roles", "ok",
            all({fact("server", "roles", QStringList{at("postgres")}), argument("no-owner", "true"),
                 argument("no-privileges", "true")}));
        row("an extension that is not there", "surroundings", "blocked",
            fact("server", "extensions", QStringList{at("plpgsql")}));
        row("a tablespace that is not there", "surroundings", "blocked",
            fact("contents", "tablespaces", QStringList{at("fast")}));
        row("a locale that is not there", "surroundings", "warning", fact("contents", "collate", at("es_ES.utf8")));
        row("a provider of locales that is not there", "surroundings", "blocked",
            fact("contents", "provider", at("builtin")));
        row("one that is there", "surroundings", "ok", fact("contents", "provider", at("icu")));
        row("jobs into a new database", "form", "ok", argument("jobs", "4"));
        row("jobs into one that is there", "form", "blocked", all({existing({}), argument("jobs", "4")}));
        row("jobs from a tar", "form", "blocked", all({argument("jobs", "4"), fact("file", "format", at("tar"))}));
        row("past errors in one that is there", "form", "blocked",
            all({existing({}), argument("on-error", "continue")}));
        row("none of it is there", "overwrite", "ok", existing({at("SCHEMA sales")}));
        row("some of it is there", "overwrite", "blocked", existing(orders));
        row("and shall be dropped", "overwrite", "warning", all({existing(orders), argument("clean", "true")}));
        row("and is not chosen", "overwrite", "ok", all({existing(orders), argument("only", "sales.lines")}));
        row("rows alone", "overwrite", "blocked", all({existing({at("SCHEMA sales")}), argument("sections", "data")}));
        row("rows alone, tables there", "overwrite", "warning", all({existing(orders), argument("sections", "data")}));
        row("rows alone, no database", "overwrite", "blocked", argument("sections", "data"));
        row("others work in it", "sessions", "warning", all({existing({}), fact("target", "sessions", at("3"))}));
        row("a full disk", "space", "blocked", fact("space", "freeBytes", 1000LL));
        row("a nearly full disk", "space", "warning", fact("space", "freeBytes", 2000000LL));
    }
    void aRestoreIsJudged()
    {
        QFETCH(Change, change);
        QFETCH(QString, check);
        QFETCH(QString, verdict);
        MadeSituation made = readyToRestore();
        change(made);
        const Preparation decided = made.decided(at("restore"));
        QVERIFY2(decided.objections.isEmpty(), qPrintable(decided.sentence));
        QCOMPARE(MadeSituation::verdict(decided, check), verdict);
    }

    void whatIsDroppedIsNamedAndConfirmed()
    {
        MadeSituation made = readyToRestore();
        all({existing({at("sales.orders"), at("SCHEMA sales")}), argument("clean", "true")})(made);
        const Preparation decided = made.decided(at("restore"));
        QCOMPARE(decided.plan.confirmWord, at("live"));
        QVERIFY(decided.plan.consequences.first().contains(at("sales.orders")));
    }

    void theNameIsNeverOneThatIsThere()
    {
        MadeSituation made = readyToRestore();
        made.fact(at("server"), {{at("databases"), QStringList{at("shop"), at("shop_restored")}}});
        QCOMPARE(made.decided(at("restore")).situation.argument(at("into")), at("shop_restored_2"));
    }

    void theItemsSayWhatIsThere()
    {
        MadeSituation made = readyToRestore();
        existing({at("sales.orders") + part + at("12 16 kB")})(made);
        const Preparation decided = made.decided(at("restore"));
        const QList<ObjectItem> items = library::restoreItems(decided.situation);
        QCOMPARE(items.size(), 3);
        QCOMPARE(items.first().id, at("sales.orders"));
        QVERIFY(items.first().attention);
        QVERIFY(items.first().note.contains(at("12 rows, 16 kB")));
        QVERIFY(!items.last().attention);
    }

    void noPasswordIsInAPlan()
    {
        MadeSituation made = readyToDump();
        made.snapshot.nodes[0].definition.connInfo.setPassword(Secret(at("hush")));
        const Preparation decided = made.decided(at("dump"));
        QVERIFY(!QJsonDocument(toJson(decided.plan)).toJson().contains("hush"));
    }
};

QTEST_GUILESS_MAIN(TestDumpDecision)
#include "test_dump_decision.moc"
