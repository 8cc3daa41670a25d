#include "core/rows/row_text.h"
#include "core/rows/table_shape.h"

#include <QRandomGenerator>
#include <QTest>

using namespace howdah;

namespace {
QString at(const char *text)
{
    return QString::fromUtf8(text);
}
/// As a person writes them: NULL for nothing.
QString shown(const std::optional<RowFields> &fields)
{
    if (!fields)
        return at("none");
    QStringList words;
    for (const std::optional<QString> &field : *fields)
        words << (field ? u'[' + *field + u']' : at("NULL"));
    return words.join(u' ');
}
} // namespace

/// What a server prints of a row, and what it is given back as.
class TestRowText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRowIsTakenApart_data()
    {
        QTest::addColumn<QString>("row");
        QTest::addColumn<QString>("fields");
        const auto row = [](const char *name, const char *text, const char *fields) {
            QTest::newRow(name) << at(text) << at(fields);
        };
        row("one", "(1)", "[1]");
        row("several", "(1,a,2.50)", "[1] [a] [2.50]");
        row("null and empty", "(,\"\",x)", "NULL [] [x]");
        row("null at the end", "(1,)", "[1] NULL");
        row("all null", "(,,)", "NULL NULL NULL");
        row("one null", "()", "NULL");
        row("quotes", "(\"a \"\"b\"\" c\")", "[a \"b\" c]");
        row("backslash", "(\"a \\\\ b\")", "[a \\ b]");
        row("comma and parentheses", "(\"(x,y)\",2)", "[(x,y)] [2]");
        row("two lines", "(\"a\nb\")", "[a\nb]");
        row("a row in a row", "(\"(1,\"\"a b\"\")\",2)", "[(1,\"a b\")] [2]");
        row("an array", "(\"{1,2}\",\"{\"\"x,y\"\",NULL}\")", "[{1,2}] [{\"x,y\",NULL}]");
        row("other letters", "(ñandú,象)", "[ñandú] [象]");
        row("cut off", "(1,\"a", "none");
        row("nothing", "", "none");
        row("no row", "1,2", "none");
    }
    void aRowIsTakenApart()
    {
        QFETCH(QString, row);
        QFETCH(QString, fields);
        QCOMPARE(shown(fieldsOf(row)), fields);
    }

    void anyTextIsReadWithoutHarm()
    {
        const QString letters = at("(),\"\\ ab\n");
        QRandomGenerator random(4711);
        for (int round = 0; round < 20000; ++round) {
            QString text;
            for (int i = random.bounded(12); i > 0; --i)
                text += letters.at(random.bounded(int(letters.size())));
            (void)fieldsOf(u'(' + text + u')');
        }
    }

    void whatIsWrittenIsQuoted_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("expected");
        QTest::newRow("array") << arrayLiteral({at("a"), at("b\"c"), at("d\\e"), QString()})
                               << at("{\"a\",\"b\\\"c\",\"d\\\\e\",\"\"}");
        QTest::newRow("empty array") << arrayLiteral({}) << at("{}");
        QTest::newRow("name") << quotedName(at("My \"T\"")) << at("\"My \"\"T\"\"\"");
        QTest::newRow("value") << quotedValue(at("it's")) << at("'it''s'");
        QTest::newRow("null") << quotedValue(std::nullopt) << at("NULL");
        QTest::newRow("backslash") << quotedValue(at("a\\'b")) << at(" E'a\\\\''b'");
        QTest::newRow("csv") << csvLine({at("a"), std::nullopt, QString(), at("b,c"), at("d\"e"), at(" f"), at("\\.")})
                             << at("a,,\"\",\"b,c\",\"d\"\"e\",\" f\",\"\\.\"\n");
    }
    void whatIsWrittenIsQuoted()
    {
        QFETCH(QString, written);
        QFETCH(QString, expected);
        QCOMPARE(written, expected);
    }

    void tablesAreNamed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("titles"); // of each, or "none"
        const auto row = [](const char *text, const char *titles) { QTest::newRow(text) << at(text) << at(titles); };
        row("users", "public.users");
        row("public.users, shop.orders", "public.users shop.orders");
        row("users,users", "public.users");
        row("public.users\nshop.orders, s.t\n\"b\nc\"", "public.users shop.orders s.t public.\"b\nc\"");
        row("\"My schema\".\"a.b\"", "\"My schema\".\"a.b\"");
        row("s.\"with \"\"quotes\"\"\"", "s.\"with \"\"quotes\"\"\"");
        row("Users", "public.Users");
        row("", "none");
        row("a b", "none");
        row("a,,b", "none");
        row("a.b.c", "none");
        row("\"open", "none");
    }
    void tablesAreNamed()
    {
        QFETCH(QString, text);
        QFETCH(QString, titles);
        const auto names = tablesNamed(text);
        QStringList words;
        for (const TableName &name : names.value_or(QList<TableName>()))
            words << name.title();
        QCOMPARE(names ? words.join(u' ') : at("none"), titles);
    }

    void parentsComeFirst_data()
    {
        QTest::addColumn<QString>("references"); // "a>b": a refers to b
        QTest::addColumn<QString>("order");      // empty: they go round
        const auto row = [](const char *references, const char *order) {
            QTest::newRow(references) << at(references) << at(order);
        };
        row("", "a b c");
        row("a>b b>c", "c b a");
        row("a>c", "b c a");
        row("a>a", "a b c");
        row("a>elsewhere", "a b c");
        row("a>b b>a", "");
    }
    void parentsComeFirst()
    {
        QFETCH(QString, references);
        QFETCH(QString, order);
        QList<TableShape> tables;
        for (const char *name : {"a", "b", "c"}) {
            TableShape shape{.name = {at("public"), at(name)}};
            for (const QString &one : references.split(u' ', Qt::SkipEmptyParts))
                if (one.section(u'>', 0, 0) == at(name))
                    shape.parents << ForeignKey{.name = one, .parent = {at("public"), one.section(u'>', 1)}};
            tables << shape;
        }
        const bool sorted = sortByParents(tables);
        QStringList names;
        for (const TableShape &shape : tables)
            names << shape.name.table;
        QCOMPARE(sorted ? names.join(u' ') : QString(), order);
    }

    void whatDoesNotFitIsSaid_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("said");
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("another type") << at("type") << at("“v text” here and “v integer” there");
        QTest::newRow("a column less") << at("less") << at("the column “v” on one side only");
        QTest::newRow("a column more") << at("more") << at("the column “w” on one side only");
        QTest::newRow("generated there") << at("generated") << at("“v text” here");
        QTest::newRow("another key") << at("key") << at("another primary key");
        QTest::newRow("another order of columns") << at("order") << QString();
    }
    void whatDoesNotFitIsSaid()
    {
        QFETCH(QString, change);
        QFETCH(QString, said);
        const TableShape here{.name = {at("public"), at("t")},
                              .columns = {{.name = at("id"), .type = at("integer")}, {.name = at("v"), .type = at("text")}},
                              .key = {at("id")}};
        TableShape there = here;
        if (change == at("type"))
            there.columns[1].type = at("integer");
        else if (change == at("less"))
            there.columns.removeLast();
        else if (change == at("more"))
            there.columns << StoredColumn{.name = at("w"), .type = at("text")};
        else if (change == at("generated"))
            there.columns[1].generated = true;
        else if (change == at("key"))
            there.key = {at("v")};
        else if (change == at("order"))
            std::swap(there.columns[0], there.columns[1]);
        const QString difference = here.differenceTo(there);
        QCOMPARE(difference.isEmpty(), said.isEmpty());
        QVERIFY2(difference.contains(said), qPrintable(difference));
    }
};

QTEST_GUILESS_MAIN(TestRowText)
#include "test_row_text.moc"
