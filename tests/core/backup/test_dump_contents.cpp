#include "core/backup/dump_contents.h"
#include "core/backup/dump_record.h"
#include "core/backup/dump_selection.h"

#include <QTest>

using namespace howdah;

namespace {

QString at(const char *text)
{
    return QString::fromUtf8(text);
}
QStringList words(const char *text)
{
    return QString::fromUtf8(text).split(QLatin1Char('|'), Qt::SkipEmptyParts);
}

/// As pg_restore 15 --list --verbose prints a small shop.
const char *const listing = R"(;
; Archive created at 2026-11-20 11:14:03 UTC
;     dbname: shop
;     TOC Entries: 45
;     Compression: -1
;     Dump Version: 1.14-0
;     Format: CUSTOM
;     Dumped from database version: 15.20 (Debian 15.20-0+deb12u1)
;     Dumped by pg_dump version: 16.1 (Debian 16.1-1)
;
; Selected TOC Entries:
;
3403; 0 0 ENCODING - ENCODING 
3404; 0 0 STDSTRINGS - STDSTRINGS 
3405; 0 0 SEARCHPATH - SEARCHPATH 
3406; 1262 16384 DATABASE - shop postgres
6; 2615 16385 SCHEMA - sales postgres
7; 2615 16386 SCHEMA - Odd Schema anna
860; 1247 16421 TYPE sales mood postgres
;	depends on: 6
224; 1255 16413 FUNCTION sales f(integer, text) postgres
;	depends on: 6
219; 1259 16417 TABLE Odd Schema Odd Name anna
;	depends on: 7
216; 1259 16387 TABLE sales customers postgres
;	depends on: 6
215; 1259 16386 SEQUENCE sales customers_id_seq postgres
;	depends on: 6 216
3407; 0 0 SEQUENCE OWNED BY sales customers_id_seq postgres
;	depends on: 215
217; 1259 16395 TABLE sales orders postgres
;	depends on: 6 860
3408; 0 0 COMMENT sales COLUMN orders.at postgres
;	depends on: 217
3410; 0 0 ACL sales TABLE orders postgres
;	depends on: 217
218; 1259 16409 VIEW sales totals postgres
;	depends on: 217 6
3234; 2604 16390 DEFAULT sales customers id postgres
;	depends on: 215 216 216
3399; 2613 4711 BLOB - 4711 postgres
3393; 0 16387 TABLE DATA sales customers postgres
;	depends on: 216
3394; 0 16395 TABLE DATA sales orders postgres
;	depends on: 217
3400; 0 0 BLOBS - BLOBS 
3237; 2606 16394 CONSTRAINT sales customers customers_pkey postgres
;	depends on: 216
3238; 1259 16408 INDEX sales orders_at postgres
;	depends on: 224 217
3241; 2606 16403 FK CONSTRAINT sales orders orders_customer_fkey postgres
;	depends on: 216 3237 217
3390; 6104 16437 PUBLICATION - pub postgres
3391; 6106 16438 PUBLICATION TABLE sales pub orders postgres
;	depends on: 217 3390
)";

QByteArray tarHead()
{
    QByteArray head(512, '\0');
    head.replace(0, 7, "toc.dat");
    head.replace(257, 5, "ustar");
    return head;
}

} // namespace

class TestDumpContents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKindIsToldByItsBeginning_data()
    {
        using Format = DumpKind::Format;
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<int>("format");
        QTest::addColumn<QString>("packer");
        const auto row = [](const char *title, const QByteArray &head, Format format, const char *packer = "") {
            QTest::newRow(title) << head << static_cast<int>(format) << QString::fromLatin1(packer);
        };
        row("custom", QByteArray("PGDMP\x01\x0e\x00", 8), Format::Custom);
        row("cut off after its magic", "PGDMP", Format::NotOne);
        row("tar", tarHead(), Format::Tar);
        row("another tar", QByteArray(257, 'x') + "ustar", Format::NotOne);
        row("plain", "--\n-- PostgreSQL database dump\n--\n", Format::Plain);
        row("restricted", "--\n-- PostgreSQL database dump\n--\n\n\\restrict abc\n", Format::Plain);
        row("of the whole server", "--\n-- PostgreSQL database cluster dump\n--\n", Format::Cluster);
        row("gzip", QByteArray("\x1f\x8b\x08", 3), Format::Compressed, "gzip");
        row("zstd", QByteArray("\x28\xb5\x2f\xfd", 4), Format::Compressed, "zstd");
        row("lz4", QByteArray("\x04\x22\x4d\x18", 4), Format::Compressed, "lz4");
        row("SQL of somebody else", "CREATE TABLE t (a int);\n", Format::NotOne);
        row("empty", "", Format::NotOne);
    }
    void aKindIsToldByItsBeginning()
    {
        QFETCH(QByteArray, head);
        QFETCH(int, format);
        QFETCH(QString, packer);
        const DumpKind kind = dumpKindOf(head);
        QCOMPARE(static_cast<int>(kind.format), format);
        QCOMPARE(kind.packer, packer);
    }

    void whoReadsAnArchive_data()
    {
        QTest::addColumn<int>("minor");
        QTest::addColumn<int>("major");
        QTest::newRow("15") << 14 << 12;
        QTest::newRow("16") << 15 << 16;
        QTest::newRow("17") << 16 << 17;
        QTest::newRow("from times to come") << 17 << 0;
    }
    void whoReadsAnArchive()
    {
        QFETCH(int, minor);
        QFETCH(int, major);
        QCOMPARE(majorThatReads(minor), major);
    }

    void theListIsRead()
    {
        const Result<DumpContents> contents = parseDumpContents(listing);
        QVERIFY(contents);
        QCOMPARE(contents->database, at("shop"));
        QCOMPARE(contents->serverVersion, at("15.20"));
        QCOMPARE(contents->serverMajor, 15);
        QCOMPARE(contents->programVersion, at("16.1"));
        QCOMPARE(contents->entries.size(), 26);
        QVERIFY(!parseDumpContents("pg_restore: error: input file does not appear to be a valid archive"));
    }

    void anEntryIsRead_data()
    {
        QTest::addColumn<int>("id");
        QTest::addColumn<QString>("said");
        QTest::newRow("table") << 217 << at("TABLE|sales|orders|postgres|sales.orders");
        QTest::newRow("spaces") << 219 << at("TABLE|Odd Schema|Odd Name|anna|Odd Schema.Odd Name");
        QTest::newRow("function") << 224 << at("FUNCTION|sales|f(integer, text)|postgres|sales.f(integer, text)");
        QTest::newRow("two words") << 3241
                                   << at("FK CONSTRAINT|sales|orders orders_customer_fkey|postgres|FK CONSTRAINT "
                                         "sales.orders orders_customer_fkey");
        QTest::newRow("type") << 860 << at("TYPE|sales|mood|postgres|TYPE sales.mood");
        QTest::newRow("in no schema") << 3390 << at("PUBLICATION||pub|postgres|PUBLICATION pub");
        QTest::newRow("of nobody") << 3400 << at("BLOBS||BLOBS||BLOBS");
    }
    void anEntryIsRead()
    {
        QFETCH(int, id);
        QFETCH(QString, said);
        const Result<DumpContents> contents = parseDumpContents(listing);
        for (const DumpEntry &entry : contents->entries)
            if (entry.id == id)
                QCOMPARE((QStringList{entry.kind, entry.schema, entry.name, entry.owner, entry.objectId()}.join(
                             QLatin1Char('|'))),
                         said);
    }

    void someOfItIsChosen_data()
    {
        QTest::addColumn<QStringList>("chosen");
        QTest::addColumn<QStringList>("present");
        QTest::addColumn<QList<int>>("entries"); // beside the first three, which are about the whole
        QTest::addColumn<QStringList>("along");
        QTest::addColumn<QStringList>("leftOut");
        QTest::addColumn<QStringList>("notThere");
        const auto row = [](const char *title, const char *chosen, const char *present, const QList<int> &entries,
                            const char *along, const char *leftOut = "", const char *notThere = "") {
            QTest::newRow(title) << words(chosen) << words(present) << entries << words(along) << words(leftOut)
                                 << words(notThere);
        };
        row("a table with all that is its own", "sales.orders", "", {6, 860, 224, 217, 3408, 3410, 3394, 3238},
            "SCHEMA sales|TYPE sales.mood|sales.f(integer, text)", "sales.orders orders_customer_fkey");
        row("what is there is not brought along", "sales.orders",
            "SCHEMA sales|TYPE sales.mood|sales.f(integer, text)|sales.customers", {217, 3408, 3410, 3394, 3238, 3241},
            "");
        row("both ends of a foreign key", "sales.orders|sales.customers",
            "SCHEMA sales|TYPE sales.mood|sales.f(integer, text)",
            {216, 215, 3407, 217, 3408, 3410, 3234, 3393, 3394, 3237, 3238, 3241}, "sales.customers_id_seq");
        row("a publication without its tables", "PUBLICATION pub", "", {3390}, "", "sales.pub orders");
        row("a view and its table", "sales.totals", "SCHEMA sales|TYPE sales.mood|sales.f(integer, text)",
            {217, 3408, 3410, 218, 3394, 3238}, "sales.orders", "sales.orders orders_customer_fkey");
        row("by number", "860", "", {6, 860}, "SCHEMA sales");
        row("a whole schema", "Odd Schema", "", {7, 219}, "SCHEMA Odd Schema");
        row("large objects", "BLOBS", "", {3399, 3400}, "");
        row("not there", "sales.nothing", "", {}, "", "", "sales.nothing");
    }
    void someOfItIsChosen()
    {
        QFETCH(QStringList, chosen);
        QFETCH(QStringList, present);
        QFETCH(QList<int>, entries);
        QFETCH(QStringList, along);
        QFETCH(QStringList, leftOut);
        QFETCH(QStringList, notThere);
        const DumpSelection selection =
            selectFrom(*parseDumpContents(listing), chosen, QSet<QString>(present.begin(), present.end()));
        QList<int> ids;
        for (const DumpEntry &entry : selection.entries)
            ids << entry.id;
        QCOMPARE(ids.mid(0, 3), (QList<int>{3403, 3404, 3405}));
        QCOMPARE(ids.mid(3), entries);
        QCOMPARE(selection.broughtAlong, along);
        QCOMPARE(selection.leftOut, leftOut);
        QCOMPARE(selection.notThere, notThere);
        QVERIFY(selection.isPartial);
        QCOMPARE(selection.list().count('\n'), selection.entries.size());
    }

    void allOfItIsChosen()
    {
        const DumpSelection all = selectFrom(*parseDumpContents(listing), {}, {});
        QVERIFY(!all.isPartial);
        QCOMPARE(all.entries.size(), 25); // not the database itself
    }

    void tenThousandTablesAreNoWait()
    {
        QByteArray large = "; TOC Entries: 20000\n";
        for (int table = 1; table <= 10000; ++table)
            large += QByteArray::number(table) + "; 1259 1 TABLE public t" + QByteArray::number(table) + " anna\n" +
                     QByteArray::number(table + 10000) + "; 0 1 TABLE DATA public t" + QByteArray::number(table) +
                     " anna\n;\tdepends on: " + QByteArray::number(table) + '\n';
        const Result<DumpContents> contents = parseDumpContents(large);
        QCOMPARE(contents->entries.size(), 20000);
        QStringList half;
        for (int table = 1; table <= 5000; ++table)
            half << QStringLiteral("public.t%1").arg(table);
        QCOMPARE(selectFrom(*contents, half, {}).entries.size(), 10000);
    }

    void aRecordGoesRound()
    {
        DumpRecord dump{.id = at("1"),
                        .label = at("before"),
                        .directory = at("/d"),
                        .cluster = at("c"),
                        .systemIdentifier = at("4711"),
                        .takenFrom = at("n1"),
                        .what = at("database"),
                        .database = at("shop"),
                        .format = at("custom"),
                        .sections = at("all"),
                        .compression = at("gzip"),
                        .file = at("shop.dump"),
                        .serverVersion = 150020,
                        .program = at("15.20"),
                        .hasGlobals = true};
        QJsonObject json = dumpRecordBegun(dump);
        QVERIFY(!dumpFromRecord(json, at("/d"))); // no digest yet: it was never finished
        json.insert(at("sha256"), at("abc"));
        json.insert(at("bytes"), 5000000000.0);
        json.insert(at("startedAt"), at("2026-11-20T11:00:00Z"));
        json.insert(at("endedAt"), at("2026-11-20T11:05:00Z"));
        const Result<DumpRecord> read = dumpFromRecord(json, at("/d"));
        QVERIFY(read);
        QCOMPARE(read->startedAt.secsTo(read->endedAt), 300);
        QCOMPARE(read->bytes, 5000000000);
        dump.sha256 = at("abc");
        dump.bytes = 5000000000;
        dump.startedAt = read->startedAt;
        dump.endedAt = read->endedAt;
        QCOMPARE(*read, dump);
        json.insert(at("file"), at("../../etc/passwd"));
        QVERIFY(!dumpFromRecord(json, at("/d")));
    }
};

QTEST_GUILESS_MAIN(TestDumpContents)
#include "test_dump_contents.moc"
